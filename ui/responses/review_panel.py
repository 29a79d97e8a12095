"""Looking at a file before it is taken in: what it is, one respondent read back, its columns."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .columns_card import ColumnsCard
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
        self.file_card = FileCard(theme, view_model)
        self.columns_card = ColumnsCard(theme, view_model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for card in (self.first_card, self.file_card, self.columns_card):
            layout.addWidget(card)
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
            self.columns_card.forget_choice()
        for card in (self.first_card, self.file_card, self.columns_card):
            card.set_review(review)

    @Slot()
    def _on_busy_changed(self) -> None:
        for card in (self.first_card, self.columns_card):
            card.set_enabled(not self._view_model.is_busy)
