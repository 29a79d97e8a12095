"""Findings as sentences, one below the other, each with a small icon that says of which kind it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cxsurvey.notices import Notice, Severity

from ..texts import notice_text
from ..theme import Theme
from .icon_label import IconLabel
from .label import Label

LOOKS = {
    Severity.INFO: ("chevron-right", "text_3"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.ERROR: ("circle-alert", "bad"),
}


class SentenceList(QWidget):
    """``SentenceList(theme, parent=None)``; ``set_sentences(notices)`` shows the core's sentences in their order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[QWidget] = []

    @property
    def texts(self) -> list[str]:
        """What is said now."""
        return [widget.text() for widget in self._shown if isinstance(widget, Label)]

    def set_sentences(self, notices: Sequence[Notice]) -> None:
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for row, told in enumerate(notices):
            icon = IconLabel(self._theme, *LOOKS[told.severity], 16)
            words = Label(notice_text(told), wrap=True)
            self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._shown += [icon, words]
        self.updateGeometry()
