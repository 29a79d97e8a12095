"""What the File menu does: begin, open, save, close, go on with recovered work; asks where and whether."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cxsurvey.notices import SurveyError
from cxsurvey.pillars import built_in_pillars
from cxsurvey.project import Project, Study, new_project
from cxsurvey.storage import Recoverable, discard
from cxsurvey.storage.sample import open_sample
from cxsurvey.survey import standard_survey

from .document import Document
from .settings import Settings

SUFFIX = ".cxs"


class StudyFiles(QObject):
    """Joins file dialogs to the document. ``parent`` is the window that dialogs belong to.

    Signals: ``told(Notice)`` what went wrong, ``recovered_changed()`` after work was taken up or discarded.
    """

    told = Signal(object)
    recovered_changed = Signal()

    def __init__(self, document: Document, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._settings, self._window = document, settings, window
        self._asked_path: Path | None = None
        document.opened.connect(self._on_opened)
        for failed in (document.open_failed, document.save_failed, document.store_failed):
            failed.connect(self.told)

    @Slot()
    def new(self) -> None:
        """Begins a study from the ten CX pillars."""
        if self.may_leave():
            self._try(lambda: self._document.new(new_study(self.tr("New study"))))

    @Slot()
    def open(self) -> None:
        """Asks for a file and opens it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a study"), str(self._settings.value("files/last_folder")), self._filter()
        )
        if path:
            self.open_path(path)

    @Slot(str)
    def open_path(self, path: str) -> None:
        """Opens a file; the open study is offered to be saved first. What is open already stays as it is."""
        opened = self._document.path
        if opened is not None and opened.resolve() == Path(path).resolve():
            return
        if self.may_leave():
            self._asked_path = Path(path)
            self._document.open(Path(path))

    @Slot()
    def open_sample(self) -> None:
        """Opens a copy of the sample study; the shipped file is never written."""
        if self.may_leave():
            self._try(lambda: self._document.new(open_sample()))

    @Slot(object)
    def recover(self, found: Recoverable) -> None:
        if self.may_leave():
            self._try(lambda: self._document.recover(found))
            self.recovered_changed.emit()

    @Slot(object)
    def discard(self, found: Recoverable) -> None:
        """Throws recovered work away, after asking once more: it cannot be undone."""
        box = QMessageBox(self._window)
        box.setText(self.tr("Discard “{0}” for good?").format(found.title))
        box.setInformativeText(self.tr("This cannot be undone."))
        gone = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is gone:
            discard(found)
            self.recovered_changed.emit()

    @Slot()
    def save(self) -> bool:
        """Saves; asks where the first time. True if it was saved."""
        if self._document.project is None:
            return False
        return self._document.save() if self._document.path is not None else self.save_as()

    @Slot()
    def save_as(self) -> bool:
        project = self._document.project
        if project is None:
            return False
        folder = Path(str(self._settings.value("files/last_folder")) or Path.home())
        suggested = self._document.path or folder / f"{file_name(project.study.title)}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the study"), str(suggested), self._filter())
        if not path:
            return False
        target = Path(path if path.lower().endswith(SUFFIX) else path + SUFFIX)
        if not self._document.save_as(target):
            return False
        self._remember(target)
        return True

    @Slot()
    def close(self) -> None:
        if self.may_leave():
            self._document.close()

    def may_leave(self) -> bool:
        """True if the open study may go: nothing is unsaved, or the person has decided."""
        project = self._document.project
        if project is None or not self._document.is_modified:
            return True
        box = QMessageBox(self._window)
        box.setText(self.tr("Save changes to “{0}”?").format(project.study.title))
        box.setInformativeText(self.tr("Without saving, what was changed since the last save is lost."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

    def _filter(self) -> str:
        return self.tr("Studies ({0})").format(f"*{SUFFIX}")

    def _remember(self, path: Path) -> None:
        self._settings.remember_file(str(path))
        self._settings.set_value("files/last_folder", str(path.parent))

    def _try(self, act) -> None:
        """Does it; what the disk refuses is told."""
        try:
            act()
        except SurveyError as error:
            self.told.emit(error.notice)

    @Slot()
    def _on_opened(self) -> None:
        if self._asked_path is not None:
            self._remember(self._asked_path)


def new_study(title: str) -> Project:
    pillars = built_in_pillars()
    return new_project(Study(title), pillars, standard_survey(pillars, ("en",)))


def file_name(title: str) -> str:
    """A title as a file name that every system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in title)
    return " ".join(kept.split())[:80] or "study"
