"""Which pillars each task of a MaxDiff survey showed: asked for, or told and open to change, also long after."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ..texts import notice_text, whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.label import Label
from .review import Review
from .view_model import ResponsesViewModel

TELLS_ITSELF = ("conjointly",)  # files that say beside every answer what was shown


class DesignCard(Card):
    """``DesignCard(theme, view_model)``: what is missing, and "choose the design"; or what its numbers count."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which pillars did each MaxDiff task show?"), parent=parent)
        self._view_model = view_model
        self.asked_label = Label("", wrap=True)
        self.choose_button = Button(theme, self.tr("Choose the design…"), icon="file-spreadsheet")
        self.position_button = Button(theme, self.tr("Places on the screen"))
        self.item_button = Button(theme, self.tr("Numbers of pillars"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.asked_label, 1)
        for button in (self.choose_button, self.position_button, self.item_button):
            row.addWidget(button)
        self.add_layout(row)
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.position_button.clicked.connect(self._on_position_clicked)
        self.item_button.clicked.connect(self._on_item_clicked)

    def set_review(self, review: Review) -> None:
        asked = review.asks_for_design
        mapping = review.imported.mapping
        self.setVisible(asked is not None or (review.has_tasks and bool(mapping.design)))
        self.set_title(
            self.tr("What each MaxDiff task showed") if asked is None
            else self.tr("Which pillars did each MaxDiff task show?")
        )
        self.asked_label.setText(notice_text(asked) if asked is not None else self._known(review))
        for button in (self.position_button, self.item_button):
            button.setVisible(review.asks_for_counting)
        self.choose_button.setVisible(not review.asks_for_counting and mapping.platform not in TELLS_ITSELF)
        known = bool(mapping.design)
        self.choose_button.setText(self.tr("Choose another design…") if known else self.tr("Choose the design…"))
        self.choose_button.updateGeometry()

    def _known(self, review: Review) -> str:
        design = review.imported.mapping.design
        tasks = next((version for version in design if version), ())
        size = max(map(len, tasks), default=0)
        words = self.tr("Tasks: {0}. Pillars in each: {1}. Versions: {2}.")
        if review.design is not None:
            words = self.tr("As {3} says. Tasks: {0}. Pillars in each: {1}. Versions: {2}.")
        name = "" if review.design is None else review.design.name
        return words.format(whole(len(tasks)), whole(size), whole(len(design)), name)

    def set_enabled(self, enabled: bool) -> None:
        """While the file is read again, nothing can be chosen."""
        for button in (self.choose_button, self.position_button, self.item_button):
            button.setEnabled(enabled)

    @Slot()
    def _on_choose_clicked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the design"), "",
            self.tr("Spreadsheets (*.xlsx *.xls *.xlsb *.ods *.csv *.tsv *.txt)"),
        )
        if path:
            self._view_model.corrections.take_design(Path(path))

    @Slot()
    def _on_position_clicked(self) -> None:
        self._view_model.corrections.count_as("position")

    @Slot()
    def _on_item_clicked(self) -> None:
        self._view_model.corrections.count_as("item")
