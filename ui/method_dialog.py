"""One method in full, for the analyst: the section of the methods page."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cxsurvey.methods import method_section

from .dialogs import PlainDialog
from .theme import Theme
from .widgets.label import Label

HEIGHT = 420


class MethodDialog(PlainDialog):
    """``MethodDialog(theme, anchor, parent=None)``: formula, source, and how it was checked."""

    def __init__(self, theme: Theme, anchor: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent, width=680)
        section = method_section(anchor)
        self.setWindowTitle(section.title)
        self.text_edit = QPlainTextEdit(section.text)
        self.text_edit.setReadOnly(True)
        self.text_edit.setAccessibleName(section.title)
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setMinimumHeight(theme.px(HEIGHT))
        self.add(Label(section.title, "title", wrap=True))
        self.add(self.text_edit)
