"""Where answers come in: files dropped, chosen, or cells pasted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..theme import CARD_RADIUS, Theme
from .empty_state import EmptyState

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".zip")
WIDEST, HEIGHT = 760, 320


class DropArea(QWidget):
    """``DropArea(theme, line, sentence, button, sample="", icon=…, suffixes=SPREADSHEETS, parent=None)``.

    The button asks for a file dialog (``choose_requested``); Ctrl+V pastes copied cells. Signals:
    ``files_dropped(list of paths)``, ``text_pasted(str)``, ``choose_requested()``, ``sample_requested()``,
    ``refused(list of names)`` when none of the dropped files has one of ``suffixes`` (none given: all fit). Never
    wider than 760.
    """

    files_dropped = Signal(list)
    text_pasted = Signal(str)
    choose_requested = Signal()
    sample_requested = Signal()
    refused = Signal(list)

    def __init__(
        self,
        theme: Theme,
        line: str,
        sentence: str,
        button: str,
        sample: str = "",
        icon: str = "file-spreadsheet",
        suffixes: Sequence[str] = SPREADSHEETS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suffixes = tuple(suffixes)
        self.frame = _DashedFrame(theme)
        self.empty_state = EmptyState(theme, icon, line, sentence, button, sample)
        self.choose_button = self.empty_state.primary_button
        self.choose_button.set_icon("upload")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.empty_state)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.frame, 100)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setAcceptDrops(True)
        self.setAccessibleName(line)
        self.setAccessibleDescription(sentence)
        self.empty_state.fill_requested.connect(self.choose_requested)
        self.empty_state.sample_requested.connect(self.sample_requested)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WindowShortcut)  # a field that has the focus pastes for itself
        paste.activated.connect(self.paste)

    @Slot()
    def paste(self) -> None:
        """Takes what the clipboard has: files, or cells as text."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
        if paths:
            self._take(paths)
        elif data.hasText() and data.text().strip():
            self.text_pasted.emit(data.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.frame.set_lit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.frame.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.frame.set_lit(False)
        event.acceptProposedAction()
        self._take([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _take(self, paths: list[str]) -> None:
        fitting = [path for path in paths if not self._suffixes or path.lower().endswith(self._suffixes)]
        if fitting:
            self.files_dropped.emit(fitting)
        elif paths:
            self.refused.emit([Path(path).name for path in paths])


class _DashedFrame(QFrame):
    """Dashes round the place to drop; lit while a file hangs over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lit = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMaximumWidth(WIDEST)
        self.setMinimumHeight(HEIGHT)
        theme.changed.connect(self.update)

    def set_lit(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("focus" if self._lit else "line_strong"), 2)
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(self._theme.color("selected" if self._lit else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS, CARD_RADIUS)
