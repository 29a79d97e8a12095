"""Keeps something in sight while the page scrolls beside it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

ABOVE = 16


class Sticky(QWidget):
    """``Sticky(widget, scroll_area, least, parent=None)``: in a row of cards, ``widget`` slides along with the reader.

    It is as high as the page shows, but not lower than ``least`` and not higher than its own wish. Where cards stand
    one above the other it stays where it is.
    """

    def __init__(self, widget: QWidget, scroll_area: QScrollArea, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widget, self._scroll, self._least = widget, scroll_area, least
        widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        scroll_area.verticalScrollBar().valueChanged.connect(self._place)
        scroll_area.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(self._widget.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widget.minimumSizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
            self._place()
        return False

    def _height(self) -> int:
        seen = self._scroll.viewport().height() - 2 * ABOVE
        return max(self._least, min(self._widget.sizeHint().height(), seen))

    @Slot()
    def _place(self) -> None:
        height = min(self._height(), self.height())
        scrolled = self._scroll.widget()
        if scrolled is None or not scrolled.isAncestorOf(self):
            return
        above = self.mapTo(scrolled, QPoint(0, 0)).y()
        wanted = self._scroll.verticalScrollBar().value() + ABOVE - above
        self._widget.setGeometry(0, max(0, min(wanted, self.height() - height)), self.width(), height)
