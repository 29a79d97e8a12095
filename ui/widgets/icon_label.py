"""An icon that stands in a layout."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..icons import paint_icon
from ..theme import Theme


class IconLabel(QWidget):
    """``IconLabel(theme, name, token="text_2", size=18, parent=None)``; ``set_icon(name, token)``.

    Silent for screen readers: the word beside it says the same.
    """

    def __init__(
        self, theme: Theme, name: str, token: str = "text_2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, name: str, token: str | None = None) -> None:
        self._name, self._token = name, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(self._size)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter = QPainter(self)
        paint_icon(painter, self._name, self._theme.color(self._token).name(), QRectF(left, top, side, side))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
