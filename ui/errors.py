"""The last net: what nobody expected is written down, and the reader is told in plain words that the work is safe."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from .theme import Theme
from .widgets.buttons import Button
from .widgets.icon_label import IconLabel
from .widgets.label import Label

LOG = logging.getLogger("cxsurvey")
MOST_BYTES = 1_000_000  # an old log is put aside beyond this


class ErrorHook(QObject):
    """Takes every exception that nothing caught, from whatever thread.

    ``install()`` puts it in place of Python's own and turns on faulthandler, writing to ``folder``.
    ``report(exception)`` is the same for an exception at hand (a job's ``failed``).

    Signals: ``caught(details)``, in the window's thread.
    """

    caught = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder if folder is not None else default_folder()
        self._fault_file = None

    def install(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        log = self.folder / "cxsurvey.log"
        if log.exists() and log.stat().st_size > MOST_BYTES:
            log.replace(log.with_suffix(".old.log"))
        handler = logging.FileHandler(log, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)
        self._handler = handler
        self._fault_file = (self.folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Puts everything back, for tests."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        LOG.removeHandler(self._handler)
        self._handler.close()
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Writes the exception down and tells of it."""
        words = "".join(traceback.format_exception(error))
        LOG.error("%s", words)
        self.caught.emit(f"{_surroundings()}\n\n{words}")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.report(told.exc_value)


class ErrorDialog(QDialog):
    """Says that something unexpected happened, that the work is safe, and gives the details to copy."""

    def __init__(self, theme: Theme, details: str, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something unexpected happened"))
        self.setMinimumWidth(theme.px(520))
        self._details = details
        title = Label(self.tr("Something unexpected happened"), "title")
        what = self.tr(
            "The last step could not be finished. Your work is safe: every change is stored as you make it. "
            "You can go on; if it happens again, send us the details below. They hold no answers of customers."
        )
        self.details_edit = QPlainTextEdit(details)
        self.details_edit.setReadOnly(True)
        self.details_edit.setAccessibleName(self.tr("Technical details"))
        where = self.tr("Also written to {0}").format(log_folder)
        self.copy_button = Button(theme, self.tr("Copy details"), icon="copy")
        self.close_button = Button(theme, self.tr("Go on"), kind="primary")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(theme, "circle-alert", "bad", 18))
        head.addWidget(title, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.copy_button)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(Label(what, wrap=True))
        layout.addWidget(self.details_edit, 1)
        layout.addWidget(Label(where, "caption", "text_2", wrap=True))
        layout.addLayout(foot)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def default_folder() -> Path:
    """The private folder of the logs."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(data) / "logs"


def _surroundings() -> str:
    return f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}, {platform.platform()}"
