"""What else was noticed about a file: nothing to act on, so it stands small below the facts, the rest folded."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.notices import Notice

from ..texts import notice_text
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label

AT_ONCE = 2


class ToldList(QWidget):
    """``ToldList(theme)``: ``set_notices(notices)``; hidden without any. ``texts`` is all of it, folded or not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.texts: list[str] = []
        self._all = False
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.more_button = Button(theme, "", kind="quiet")
        self._layout.addWidget(self.more_button)
        self.more_button.clicked.connect(self._on_more_clicked)

    def set_notices(self, notices: Iterable[Notice]) -> None:
        texts = [notice_text(told) for told in notices]
        if texts != self.texts:
            self.texts, self._all = texts, False
            self._show()
        self.setVisible(bool(texts))

    def _show(self) -> None:
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        folds = len(self.texts) > AT_ONCE + 1  # a line left over takes no more room than a button
        shown = self.texts if self._all or not folds else self.texts[:AT_ONCE]
        self._lines = [self._line(text) for text in shown]
        for place, line in enumerate(self._lines):
            self._layout.insertWidget(place, line)
        hidden = len(self.texts) - len(shown)
        self.more_button.setVisible(folds)
        self.more_button.setText(self.tr("Show less") if self._all else self.tr("Show %n more", "", hidden))
        self.more_button.updateGeometry()

    def _line(self, text: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "info", "info", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(text, "caption", "text_2", wrap=True), 1)
        return line

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = not self._all
        self._show()
