"""Looking at a file before it is taken in: what it is, one respondent read back, its columns."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from ..widgets.card_row import CardRow
from .column_card import ColumnCard
from .columns_card import ColumnsCard
from .design_card import DesignCard
from .file_card import FileCard
from .first_card import FirstCard
from .view_model import ResponsesViewModel


class ReviewPanel(QWidget):
    """``ReviewPanel(theme, view_model)``; shows ``view_model.review``. What is done with it stands in the header."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._key = ""
        self.first_card = FirstCard(theme, view_model)
        self.design_card = DesignCard(theme, view_model)
        self.file_card = FileCard(theme, view_model)
        self.columns_card = ColumnsCard(theme, view_model)
        self.column_card = ColumnCard(theme, view_model)
        self.column_card.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.first_card)
        layout.addWidget(self.design_card)
        layout.addWidget(self.file_card)
        layout.addWidget(CardRow(theme, (self.columns_card, self.column_card), (3, 2)))
        self.columns_card.column_chosen.connect(self._on_column_chosen)
        view_model.review_changed.connect(self._on_review_changed)
        view_model.busy_changed.connect(self._on_busy_changed)
        self._on_review_changed()

    @Slot()
    def _on_review_changed(self) -> None:
        review = self._view_model.review
        if review is None:
            return
        if review.imported.key != self._key:
            self._key = review.imported.key
            self.columns_card.chosen = 0
        for card in (self.design_card, self.first_card, self.file_card, self.columns_card):
            card.set_review(review)
        self.column_card.set_column(review, self.columns_card.chosen)

    @Slot(int)
    def _on_column_chosen(self, column: int) -> None:
        if self._view_model.review is not None:
            self.column_card.set_column(self._view_model.review, column)

    @Slot()
    def _on_busy_changed(self) -> None:
        for card in (self.design_card, self.first_card, self.file_card, self.columns_card, self.column_card):
            card.set_enabled(not self._view_model.is_busy)
