"""What the small windows have in common: a title, content, a Close button, Esc."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from .theme import Theme
from .widgets.buttons import Button


class PlainDialog(QDialog):
    """``PlainDialog(theme, title, parent=None, width=520)``; ``add(widget)`` puts content above the Close button."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, width: int = 520) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        self.close_button = Button(theme, self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(self.content)
        layout.addLayout(row)

    def add(self, widget: QWidget) -> None:
        self.content.addWidget(widget)
