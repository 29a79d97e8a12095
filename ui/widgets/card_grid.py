"""Many cards of one kind: two side by side in a wide window, one below the other in a narrow one."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ..theme import Theme
from .card_row import BETWEEN, NARROW


class CardGrid(QWidget):
    """``CardGrid(theme, columns=2, last_spans=False, parent=None)``; ``set_cards(cards)`` shows these in this order.

    ``last_spans``: a last card that would stand alone in its line is as wide as the line.
    A card that is no longer among them is hidden and left to its owner; one that stays keeps the focus.
    """

    def __init__(
        self, theme: Theme, columns: int = 2, last_spans: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._last_spans = last_spans
        self._cards: tuple[QWidget, ...] = ()
        self._arranged = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """The cards in their order."""
        return self._cards

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        for card in self._cards:
            if card not in cards:
                self._grid.removeWidget(card)
                card.hide()
        new = [card for card in cards if card.parentWidget() is not self]
        self._cards, self._arranged = tuple(cards), 0
        self._arrange(self.width())
        for card in new:
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        columns = self._columns if width >= NARROW * max(1.0, self._theme.zoom) else 1
        if columns == self._arranged:
            return
        self._arranged = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            alone = self._last_spans and place == len(self._cards) - 1 and place % columns == 0
            self._grid.addWidget(card, place // columns, place % columns, 1, columns if alone else 1)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        self._arrange(self.width())
