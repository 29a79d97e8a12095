"""Buttons: painted from the tokens, so that the focus ring and the icon sit right in every state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ..icons import paint_icon
from ..theme import CONTROL_RADIUS, Theme

ICON, GAP = 18, 8


class Button(QPushButton):
    """``Button(theme, text, kind="plain", icon=None, parent=None)``; signal ``clicked``.

    ``kind``: primary, plain, quiet. One primary button a page. The label is a verb: "Export report".
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "plain",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        if kind not in {"primary", "plain", "quiet"}:
            raise ValueError(f"kind: needs primary, plain or quiet, got {kind}")
        super().__init__(text, parent)
        self._theme, self._kind, self._icon = theme, kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "quiet" else Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, name: str | None) -> None:
        """Another icon, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._shown_text()) + 2 * self._margin()
        if self._icon:
            width += self._theme.px(ICON) + (GAP if self.text() else 0)
        height = 28 if self._kind == "quiet" else 34
        return QSize(width, max(self._theme.px(height), metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._colours()
        _paint_body(painter, QRectF(self.rect()), fill, edge)
        if self.hasFocus():
            inner = self._theme.color("on_accent") if self._kind == "primary" else None
            paint_focus(painter, QRectF(self.rect()), self._theme, CONTROL_RADIUS, inner)
        self._paint_label(painter, ink)

    def _paint_label(self, painter: QPainter, ink: QColor) -> None:
        font = self._font()
        metrics = QFontMetrics(font)
        side = self._theme.px(ICON) if self._icon else 0
        gap = GAP if side and self.text() else 0
        text_width = metrics.horizontalAdvance(self._shown_text())
        left = max(self._margin(), (self.width() - side - gap - text_width) / 2)
        if self._icon:
            shade = ink if self._kind != "plain" or not self.isEnabled() else self._theme.color("text_2")
            paint_icon(painter, self._icon, shade.name(), QRectF(left, (self.height() - side) / 2, side, side))
        painter.setFont(font)
        painter.setPen(ink)
        flags = (
            Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignLeft
            | (Qt.TextFlag.TextShowMnemonic if "&" in self.text() else Qt.TextFlag.TextSingleLine)
        )
        painter.drawText(QRectF(left + side + gap, 0, text_width + 4, self.height()), int(flags), self.text())

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _font(self):
        return self._theme.font({"primary": "section", "quiet": "strong"}.get(self._kind, "body"))

    def _margin(self) -> int:
        return 8 if self._kind == "quiet" else 16 if self.text() else 8

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Fill, edge and ink of the present state."""
        color = self._theme.color
        state = "pressed" if self.isDown() or self.isChecked() else "hover" if self.underMouse() else ""
        if not self.isEnabled():
            fill = color("canvas") if self._kind != "quiet" else QColor(Qt.GlobalColor.transparent)
            return fill, (None if self._kind == "quiet" else color("line")), color("text_3")
        if self._kind == "primary":
            return color(f"accent_{state}" if state else "accent"), None, color("on_accent")
        if self._kind == "quiet":
            fill = color(state) if state else QColor(Qt.GlobalColor.transparent)
            return fill, None, color("accent_text")
        return color(state or "raised"), color("line_strong"), color("text")

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(QPushButton):
    """``IconButton(theme, icon, name, size=28, token="text_2", parent=None)``: only an icon. Signal: ``clicked``.

    ``name`` is the tooltip and the accessible name.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        size: int = 28,
        token: str = "text_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._token, self._size = theme, icon, token, size
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        side = max(28, self._theme.px(self._size))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = "pressed" if self.isDown() or self.isChecked() else "hover" if self.underMouse() else ""
        if state and self.isEnabled():
            _paint_body(painter, QRectF(self.rect()), self._theme.color(state), None)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme, CONTROL_RADIUS)
        side = self._theme.px(ICON)
        token = self._token if self.isEnabled() else "line_strong"
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, self._theme.color(token).name(), square)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme, radius: float, inner: QColor | None = None) -> None:
    """The 2 px focus ring inside ``rect``; on a fill of the same colour an inner line sets it off."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    if inner is not None:
        painter.setPen(QPen(inner, 2))
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), radius - 3, radius - 3)


def _paint_body(painter: QPainter, rect: QRectF, fill: QColor, edge: QColor | None) -> None:
    painter.setBrush(fill)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, CONTROL_RADIUS, CONTROL_RADIUS)
    else:
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)
