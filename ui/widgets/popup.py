"""How was this computed: a small window beside the number, closed by Esc or a click elsewhere."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ..theme import Theme
from .buttons import Button
from .label import Label

WIDTH = 380


@dataclass(frozen=True, slots=True)
class Details:
    """How a number was computed.

    ``text``: plain words for the reader. ``formula``: its name for the analyst, as "Kendall's W, corrected for ties".
    ``method``: the section of docs/methods.md that has it in full.
    """

    text: str
    formula: str = ""
    method: str = ""


class Popup(QFrame):
    """``DetailsPopup``'s frame."""


class DetailsPopup(QWidget):
    """``DetailsPopup(theme, title, details, parent=None)``; ``show_beside(widget)``.

    A button opens the section of the methods page that ``details.method`` names.
    """

    def __init__(self, theme: Theme, title: str, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{details.text} {details.formula}".strip())
        self._theme, self._details = theme, details
        frame = Popup()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(Label(title, "section", wrap=True))
        self.text_label = Label(details.text, wrap=True)
        inside.addWidget(self.text_label)
        if details.formula:
            named = Label(self.tr("For the analyst: {0}").format(details.formula), "caption", "text_2", wrap=True)
            inside.addWidget(named)
        if details.method:
            self.method_button = Button(theme, self.tr("Read the method in full"), kind="quiet", icon="file-text")
            self.method_button.clicked.connect(self._on_method_clicked)
            inside.addWidget(self.method_button)
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

    @Slot()
    def _on_method_clicked(self) -> None:
        from ..method_dialog import MethodDialog  # reads a page of text: only when asked for

        MethodDialog(self._theme, self._details.method, self.window().parentWidget()).open()
        self.close()
