"""A field of several lines, as high as its lines at every size of text."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ..theme import Theme

AROUND = 18


class TextBox(QPlainTextEdit):
    """``TextBox(theme, name, lines=4, parent=None)``; Tab goes on to the next control.

    ``set_text(text)`` by the program tells nothing and leaves the cursor of a text that is the same. Signals, when a
    person types: ``text_edited(text)`` with every key, ``text_finished(text)`` when the focus goes.
    """

    text_edited = Signal(str)
    text_finished = Signal(str)

    def __init__(self, theme: Theme, name: str, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines
        self._told = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_text(self, text: str) -> None:
        if text != self.toPlainText():
            self._told = text
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.text_finished.emit(self.toPlainText())

    @Slot()
    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.text_edited.emit(text)

    @Slot()
    def _on_theme_changed(self) -> None:
        line = QFontMetrics(self._theme.font("body")).lineSpacing()
        self.setFixedHeight(self._lines * line + AROUND)
