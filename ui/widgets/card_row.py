"""Cards side by side in a wide window, stacked in a narrow one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ..theme import Theme

# The window's 1100 less the sidebar (236) and the page's margins (48).
NARROW = 816
BETWEEN = 12


class CardRow(QWidget):
    """``CardRow(theme, cards, stretches=None, narrow_columns=1, narrow=NARROW, parent=None)``.

    ``stretches``: how the width is shared, as ``(3, 2)``; equal if left out. ``narrow_columns``: cards in a row when
    the window is below 1100 wide (figures: 2). ``narrow``: the width below which they stack, for small cards.
    ``set_cards(cards, stretches=None)`` shows others and drops these.
    """

    def __init__(
        self,
        theme: Theme,
        cards: Sequence[QWidget],
        stretches: Sequence[int] | None = None,
        narrow_columns: int = 1,
        narrow: int = NARROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow_columns = narrow_columns
        self._narrow = narrow
        self._arranged: tuple[int, list[QWidget]] = (0, [])
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BETWEEN)
        self._cards: tuple[QWidget, ...] = ()
        self.set_cards(cards, stretches)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_theme_changed)

    def set_cards(self, cards: Sequence[QWidget], stretches: Sequence[int] | None = None) -> None:
        for card in self._cards:
            if card not in cards:
                card.removeEventFilter(self)
                self._grid.removeWidget(card)
                card.hide()
                card.deleteLater()
        self._cards = tuple(cards)
        self._stretches = tuple(stretches or (1,) * len(cards))
        if len(self._stretches) != len(self._cards):
            raise ValueError(f"stretches: needs {len(self._cards)}, got {len(self._stretches)}")
        for card in self._cards:
            if card.parentWidget() is not self:
                card.setParent(self)
                card.show()
                card.installEventFilter(self)
        self._arranged = (0, [])
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """Of the narrow arrangement, so that the window may become narrow."""
        hints = [card.minimumSizeHint() for card in self._cards if card.isVisibleTo(self)] or [QSize()]
        columns = self._narrow_columns
        width = max(hint.width() for hint in hints) * columns + BETWEEN * (columns - 1)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def eventFilter(self, card: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange(self.width())
        return False

    def _arrange(self, width: int) -> None:
        shown = [card for card in self._cards if card.isVisibleTo(self)]
        wide = width >= self._narrow * max(1.0, self._theme.zoom)
        columns = max(1, len(shown) if wide else min(self._narrow_columns, len(shown)))
        if (columns, shown) == self._arranged:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for card in self._cards:
            self._grid.removeWidget(card)
        self._arranged = (columns, shown)
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
            stretch = self._stretches[self._cards.index(card)] if wide else 1
            self._grid.setColumnStretch(place % columns, stretch)
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        self._arrange(self.width())
