"""How was this computed: a small window beside the number, closed by Esc or a click elsewhere."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..theme import Theme
from .label import Label

WIDTH = 380


class Popup(QFrame):
    """``DetailsPopup``'s frame."""


class DetailsPopup(QWidget):
    """``DetailsPopup(theme, title, text, formula="", parent=None)``; ``show_beside(widget)``.

    ``text``: plain words for the reader. ``formula``: its name for the analyst, as "Kendall's W, corrected for ties".
    """

    def __init__(self, theme: Theme, title: str, text: str, formula: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {formula}".strip())
        frame = Popup()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(Label(title, "section", wrap=True))
        self.text_label = Label(text, wrap=True)
        inside.addWidget(self.text_label)
        if formula:
            named = Label(self.tr("For the analyst: {0}").format(formula), "caption", "text_2", wrap=True)
            inside.addWidget(named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.setFixedWidth(theme.px(WIDTH))

    def show_beside(self, widget: QWidget) -> None:
        """Below the widget, or above it where there is no room; never off the screen."""
        self.setFixedHeight(self.layout().heightForWidth(self.width()))
        screen = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        if corner.y() + self.height() > screen.bottom():
            corner = widget.mapToGlobal(QPoint(0, -self.height() - 4))
        left = min(max(corner.x(), screen.left()), screen.right() - self.width())
        self.move(left, max(corner.y(), screen.top()))
        self.show()
