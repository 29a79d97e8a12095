"""The open study: what it is, how it is edited and undone, where it is kept and saved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from cxsurvey.notices import SurveyError
from cxsurvey.project import Project
from cxsurvey.storage import Recoverable, WorkingCopy

from .jobs import Job, JobRunner

TYPING_PAUSE = 3.0  # seconds without a key after which typing on is a new step of undo
LONGEST_STORE = 120_000  # ms that closing and saving wait for an import that is being written
BLINK_ROWS = 4000    # rows of answers that are written in about 50 ms


class Document(QObject):
    """Holds the project. Every change goes through ``edit``, is on disk at once, and can be undone.

    ``project`` and ``path`` are None while nothing is open (``path`` also before the first save). ``undo_stack``
    is for the menu. Signals: ``project_changed()``, also after opening and closing; ``saved_changed()`` for
    ``is_modified``, ``path`` and ``saved_text``; ``opened()``; ``open_failed``, ``save_failed`` and ``store_failed``
    with the ``Notice`` to show. After ``store_failed`` the edit is kept in memory, and the next one tries again.
    """

    project_changed = Signal()
    saved_changed = Signal()
    opened = Signal()
    open_failed = Signal(object)
    save_failed = Signal(object)
    store_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.undo_stack = QUndoStack(self)
        self._copy: WorkingCopy | None = None
        self._saved_project: Project | None = None
        self._saved_at: datetime | None = None
        self._storing = JobRunner(self)  # one writer: a store starts when the one before has ended
        self._opening = JobRunner(self)

    # --- opening and closing ---

    def new(self, project: Project) -> None:
        """Starts a study that was never saved, in place of the open one; ``SurveyError`` if the disk refuses."""
        self._adopt(WorkingCopy.create(project), is_saved=True)  # nothing was entered yet that could be missed

    def open(self, path: Path) -> None:
        """Opens a file beside the window, in place of the open study; then ``opened`` or ``open_failed``."""
        job = Job(lambda _: WorkingCopy.open(path))
        job.succeeded.connect(self._on_opened)
        job.failed.connect(partial(self._on_failed, self.open_failed))
        self._opening.start(job)

    def recover(self, found: Recoverable) -> None:
        """Goes on with work that was left behind; ``SurveyError`` if it cannot be read."""
        self._adopt(WorkingCopy.recover(found), is_saved=False)

    def close(self) -> None:
        """Lets go of the study and its working copy. Whoever calls has asked "Save changes?"."""
        self._opening.shut_down()
        self._let_go()
        self._tell_all()

    @Slot(object)
    def _on_opened(self, copy: WorkingCopy) -> None:
        self._adopt(copy, is_saved=True)
        self.opened.emit()

    def _adopt(self, copy: WorkingCopy, is_saved: bool) -> None:
        self._let_go()
        self._copy, self.project = copy, copy.project
        self._saved_project = copy.project if is_saved else None
        self._saved_at = _time_of(copy.path)
        self._tell_all()

    def _let_go(self) -> None:
        self._storing.shut_down(LONGEST_STORE)
        if self._copy is not None:
            self._copy.close()
        self._copy = self.project = self._saved_project = self._saved_at = None
        self.undo_stack.clear()

    def _tell_all(self) -> None:
        self.project_changed.emit()
        self.saved_changed.emit()

    # --- editing ---

    def edit(self, text: str, project: Project, merge_key: str = "") -> None:
        """Puts the changed project in the place of the former; one step of undo, called ``text``.

        Edits of the same ``merge_key`` without a pause between them are one step, as typing is.
        """
        if self.project is not None and project is not self.project:
            self.undo_stack.push(EditCommand(self, text, project, merge_key))

    def set_project(self, project: Project) -> None:
        """For ``EditCommand`` only: shows the project and keeps it."""
        self.project = project
        self._keep()
        self._tell_all()

    # --- keeping every edit ---

    def _keep(self) -> None:
        """Brings the project to disk before the edit returns; only a large import is written beside the window.

        A slow disk may keep the window waiting: that is better than an edit which a kill could still undo.
        """
        if self.project is None or self._copy is None or self._storing.is_busy:
            return  # what is being written now is followed by the latest: _on_tried
        if _n_rows_changed(self._copy.project, self.project) > BLINK_ROWS:
            job = Job(_storing(self._copy, self.project))
            job.succeeded.connect(partial(self._on_tried, self.project))
            job.failed.connect(partial(self._on_store_failed, self.project))
            self._storing.start(job)
            return
        try:
            self._copy.store(self.project)
        except SurveyError as error:
            self.store_failed.emit(error.notice)

    def _on_tried(self, tried: Project, _stored: object) -> None:
        self._storing.cancel()  # it has ended, but the runner hears so only after this and would count as busy
        if tried is not self.project:
            self._keep()

    def _on_store_failed(self, tried: Project, error: BaseException) -> None:
        self._on_failed(self.store_failed, error)
        self._on_tried(tried, None)

    def _on_failed(self, signal: Signal, error: BaseException) -> None:
        if not isinstance(error, SurveyError):
            raise error  # a bug: the hook writes it down and says that the work is safe
        signal.emit(error.notice)

    # --- saving ---

    @property
    def path(self) -> Path | None:
        return None if self._copy is None else self._copy.path

    @property
    def is_modified(self) -> bool:
        """Whether the title gets its star. Undoing back to what was saved takes it away again."""
        return self.project is not self._saved_project

    @property
    def saved_text(self) -> str:
        """When the study was saved, in words for the foot of the window."""
        if self.project is None:
            return ""
        if self._saved_at is None or self.path is None:
            return self.tr("Not saved yet · kept safe on this computer")
        time = QLocale().toString(self._saved_at.time(), QLocale.FormatType.ShortFormat)
        if self.is_modified:
            return self.tr("Changed since {0} · kept safe on this computer").format(time)
        return self.tr("Saved {0}").format(time)

    def save(self) -> bool:
        """Saves to ``path``; true if it was. Without a path nothing is done: ask for one, then ``save_as``."""
        return self._save(None) if self.path is not None else False

    def save_as(self, path: Path) -> bool:
        """Saves to that file, replacing what it holds, and stays with it; true if it was saved."""
        return self._save(path)

    def _save(self, path: Path | None) -> bool:
        if self.project is None or self._copy is None:
            return False
        try:
            self._storing.shut_down(LONGEST_STORE)  # or it would put an older state over what follows
            self._copy.save(path, self.project)
        except SurveyError as error:
            self.save_failed.emit(error.notice)
            return False
        self._saved_project = self.project
        self._saved_at = datetime.now()
        self.undo_stack.setClean()  # typing after a save is a new step
        self.saved_changed.emit()
        return True


class EditCommand(QUndoCommand):
    """Replaces the project; cheap, since the new one shares all that did not change."""

    def __init__(self, document: Document, text: str, after: Project, merge_key: str) -> None:
        super().__init__(text)
        self._document = document
        self._before, self._after = document.project, after
        self._merge_key = merge_key
        self._at = monotonic()

    def redo(self) -> None:
        self._document.set_project(self._after)

    def undo(self) -> None:
        self._document.set_project(self._before)

    def id(self) -> int:
        return hash(self._merge_key) & 0x7FFFFFFF if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other._merge_key != self._merge_key:
            return False
        if other._at - self._at > TYPING_PAUSE:
            return False
        self._after, self._at = other._after, other._at
        return True


def _storing(copy: WorkingCopy, project: Project) -> Callable[[object], None]:
    """The work of a job: values only, no document."""

    def store(_progress: object) -> None:
        copy.store(project)

    return store


def _n_rows_changed(before: Project, after: Project) -> int:
    """Rows of the imports that are in only one of the two projects: what has to be written or taken out."""
    old, new = ({id(one): one.responses.n for one in project.imports} for project in (before, after))
    return sum({**old, **new}[key] for key in old.keys() ^ new.keys())


def _time_of(path: Path | None) -> datetime | None:
    try:
        return None if path is None else datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return None
