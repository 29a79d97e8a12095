"""The painted part of a chart view: marks in the colours of the theme, told by pointer, keys and screen reader."""

import html

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxsurvey.figures import Figure

from ..drawing.frame import least_size, natural_height, paint
from ..drawing.marks import HotSpot, Sheet, Words
from ..drawing.style import Style
from ..theme import CONTROL_RADIUS, Theme
from .buttons import paint_focus

INSIDE = 8  # room for the focus ring
LEAST_WIDTH = 320


class ChartCanvas(QWidget):
    """``ChartCanvas(theme, words, parent=None)``; ``set_figure(figure)``.

    Pointing at a mark tells its numbers; with the focus, Up and Down go from mark to mark and tell the same.
    """

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._figure: Figure | None = None
        self._sheet: Sheet | None = None
        self._spot = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def figure(self) -> Figure | None:
        """What is shown."""
        return self._figure

    def set_figure(self, figure: Figure | None) -> None:
        """Another chart, or none."""
        self._figure, self._sheet, self._spot = figure, None, -1
        if figure is not None:
            self.setAccessibleName(self._words(figure.head.title))
            self.setAccessibleDescription(self._words(figure.head.description))
        self._measure()

    def sizeHint(self) -> QSize:
        if self._figure is None:
            return QSize(LEAST_WIDTH, 0)
        style = self._style()
        width = least_size(self._figure, style, self._words).width()
        return QSize(round(width), round(natural_height(self._figure, width, style, self._words, False)) + 2 * INSIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        self._sheet = paint(self._figure, painter, self._room(), self._style(), self._words, with_head=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme, CONTROL_RADIUS)
            if 0 <= self._spot < len(self._sheet.spots):
                painter.setPen(QPen(self._theme.color("focus"), 1))
                painter.drawRoundedRect(self._on_screen(self._sheet.spots[self._spot]), 4, 4)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(event.pos())
            if spot is None:
                QToolTip.hideText()
            else:
                self._tell(spot, event.globalPos())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._sheet is None or not self._sheet.spots or event.modifiers():
            super().keyPressEvent(event)
            return
        last = len(self._sheet.spots) - 1
        self._spot = min(max(self._spot + step, 0), last)
        spot = self._sheet.spots[self._spot]
        self.setAccessibleDescription(spot.text)
        self._tell(spot, self.mapToGlobal(self._on_screen(spot).bottomLeft().toPoint()))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._spot = -1
        if self._figure is not None:
            self.setAccessibleDescription(self._words(self._figure.head.description))
        super().focusOutEvent(event)
        self.update()

    def spot_at(self, position: QPoint) -> HotSpot | None:
        """What lies under that point of the widget; where two overlap, the one laid out last."""
        if self._sheet is None:
            return None
        point = (QPointF(position) - self._room().topLeft()) / self._scale()
        return next((spot for spot in reversed(self._sheet.spots) if spot.rect.contains(point)), None)

    def _tell(self, spot: HotSpot, where: QPoint) -> None:
        # Qt guesses whether a tooltip is markup: names are written so that they can only be text.
        QToolTip.showText(where, f"<p style='white-space:pre-wrap'>{html.escape(spot.text)}</p>", self)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)

    def _scale(self) -> float:
        return 1.0 if self._sheet is None else min(1.0, self._room().width() / self._sheet.width)

    def _on_screen(self, spot: HotSpot) -> QRectF:
        scale, corner = self._scale(), self._room().topLeft()
        return QRectF(corner + spot.rect.topLeft() * scale, spot.rect.size() * scale)

    def _style(self) -> Style:
        return Style(self._theme.tokens, self._theme.zoom)

    def _measure(self) -> None:
        """As high as its rows need: they never squeeze, the page scrolls instead."""
        if self._figure is not None:
            least = least_size(self._figure, self._style(), self._words)
            self.setMinimumSize(min(LEAST_WIDTH, round(least.width())), round(least.height() + 0.5) + 2 * INSIDE)
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()
