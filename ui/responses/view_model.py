"""What the responses page shows, and what may be asked of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.notices import Notice, SurveyError
from cxsurvey.progress import Progress
from cxsurvey.project import Project, add_import, remove_import
from cxsurvey.reading.values import ColumnRole, FirstRespondent, ImportedFile, LeftOut, Role, SheetFound
from cxsurvey.storage.folder import private_folder

from ..document import Document
from ..jobs import Job, JobRunner
from ..shell_view_model import ShellViewModel

PER_PILLAR = (Role.RANK_OF_PILLAR, Role.IMPORTANCE, Role.PERFORMANCE)


@dataclass(frozen=True, slots=True)
class Review:
    """A file that was read and is looked at before it is taken in. ``path`` is None for one already in the study."""

    imported: ImportedFile
    first: FirstRespondent | None
    sheets: tuple[SheetFound, ...]
    path: Path | None
    direction_known: bool


class ResponsesViewModel(QObject):
    """Reading, reviewing, taking in, removing. Nothing changes the study before ``accept``.

    Signals: ``imports_changed()``, ``review_changed()``, ``busy_changed()``, ``progressed(done, total)``,
    ``failed(Notice)``, ``saved_list(path)``.
    """

    imports_changed = Signal()
    review_changed = Signal()
    busy_changed = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)
    saved_list = Signal(object)

    def __init__(self, document: Document, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._shell = document, shell
        self._jobs = JobRunner(self)
        self._jobs.busy_changed.connect(self._on_busy_changed)
        self._waiting: list[Path] = []
        self.review: Review | None = None
        self.reading = ""  # the name of the file that is being read
        document.project_changed.connect(self.imports_changed)
        shell.cancel_requested.connect(self.cancel)

    @property
    def imports(self) -> tuple[ImportedFile, ...]:
        return () if self._document.project is None else self._document.project.imports

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Rows left out and answers corrected, of what is looked at or of all imports."""
        shown = (self.review.imported,) if self.review is not None else self.imports
        return tuple(
            entry for imported in shown for entry in (*imported.report.left_out, *imported.report.corrected)
        )

    @property
    def pillars(self) -> tuple[tuple[str, str], ...]:
        """Key and name of each pillar."""
        project = self._document.project
        return () if project is None else tuple((pillar.key, pillar.name) for pillar in project.pillars)

    def pillar_name(self, key: str) -> str:
        return dict(self.pillars).get(key, key)

    # --- reading ---

    def take_files(self, paths: list[str]) -> None:
        """Reads the files one after the other; each is reviewed before the next."""
        self._waiting += [Path(path) for path in paths]
        self._next()

    @Slot(str)
    def take_text(self, text: str) -> None:
        """Reads cells that were copied in a spreadsheet program, with their headers."""
        path = private_folder("pasted") / "pasted cells.tsv"
        path.write_text(text, encoding="utf-8")
        self.take_files([str(path)])

    def read_again(self, sheet: str = "", encoding: str = "") -> None:
        """Reads the reviewed file again: another sheet, another encoding."""
        if self.review is not None and self.review.path is not None:
            self._read(self.review.path, sheet, encoding)

    @Slot()
    def cancel(self) -> None:
        self._waiting.clear()
        self._jobs.cancel()

    def _next(self) -> None:
        if self._waiting and self.review is None and not self.is_busy:
            self._read(self._waiting.pop(0))

    def _read(self, path: Path, sheet: str = "", encoding: str = "") -> None:
        project = self._document.project
        if project is None:
            return
        self.reading = path.name
        self._start(partial(_read_file, path, project, sheet, encoding), self._on_read)

    @Slot(object)
    def _on_read(self, review: Review) -> None:
        self.review = review
        self.review_changed.emit()

    # --- reviewing ---

    @Slot(str)
    def open_review(self, key: str) -> None:
        """Looks again at the columns of an import; the cells are in the study, the file is not needed."""
        imported = next(one for one in self.imports if one.key == key)
        self.review = Review(imported, _first(imported), (), None, True)
        self.review_changed.emit()

    def set_role(self, column: int, role: Role, pillar: str = "", place: int = 0) -> None:
        """Reads a column as something else."""
        if self.review is None:
            return
        mapping = self.review.imported.mapping
        roles = tuple(
            _as(known, role, pillar, place) if known.column == column else known for known in mapping.roles
        )
        self._decode(replace(mapping, roles=roles), self.review.direction_known)

    def set_reversed(self, is_reversed: bool) -> None:
        """Says which way the ranks run; afterwards the direction counts as known."""
        if self.review is not None:
            self._decode(replace(self.review.imported.mapping, reversed=is_reversed), True)

    @Slot()
    def accept(self) -> None:
        """Takes the reviewed answers into the study; one undo takes them out again."""
        project, review = self._document.project, self.review
        if project is None or review is None:
            return
        self.review = None
        self._document.edit(
            self.tr("Import {0}").format(review.imported.name), add_import(project, review.imported)
        )
        self.review_changed.emit()
        self._next()

    @Slot()
    def discard(self) -> None:
        """Leaves the reviewed answers out; the study stays as it was."""
        self.review = None
        self.review_changed.emit()
        self._next()

    @Slot(str)
    def remove(self, key: str) -> None:
        """Takes an import out of the study."""
        project = self._document.project
        if project is not None:
            name = next(one.name for one in self.imports if one.key == key)
            self._document.edit(self.tr("Remove {0}").format(name), remove_import(project, key))

    def save_list(self, path: Path) -> None:
        """Writes the rows left out or corrected as a table."""
        entries = self.left_out

        def work(_progress: Progress) -> Path:
            from cxsurvey.export.left_out import write_left_out  # not before it is needed

            from ..texts import notice_text

            write_left_out(entries, path, notice_text)
            return path

        self._start(work, self.saved_list.emit)

    def _decode(self, mapping, direction_known: bool) -> None:
        review, project = self.review, self._document.project
        if review is not None and project is not None:
            self._start(partial(_decode_again, review, mapping, project, direction_known), self._on_read)

    # --- jobs ---

    def _start(self, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        job = Job(work)
        job.progressed.connect(self.progressed)
        job.progressed.connect(self._shell.set_progress)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._next)
        self._jobs.start(job)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, SurveyError):
            raise error
        told: Notice = error.notice
        self.failed.emit(told)

    @Slot()
    def _on_busy_changed(self) -> None:
        if self.is_busy:
            self._shell.begin_work(self.tr("Reading {0}").format(self.reading) if self.reading else self.tr("Working"))
        else:
            self.reading = ""
            self._shell.end_work()
        self.busy_changed.emit()


def _read_file(path: Path, project: Project, sheet: str, encoding: str, progress: Progress) -> Review:
    """Looks at a file and reads it, in a process of its own: no file can freeze or end the window."""
    from cxsurvey.reader import inspect_in_child, read_in_child

    found = inspect_in_child(path, project.pillars, project.survey, sheet=sheet or None, encoding=encoding or None)
    direction = None if found.direction_known else "as_is"
    imported = read_in_child(
        path, project.pillars, project.survey, sheet=sheet or None, encoding=encoding or None, direction=direction,
        progress=progress,
    )
    return Review(imported, found.first_respondent, found.sheets, path, found.direction_known)


def _decode_again(
    review: Review, mapping, project: Project, direction_known: bool, _progress: Progress
) -> Review:
    from cxsurvey.reading.importing import decode_again

    imported = decode_again(review.imported, mapping, project.pillars, project.survey)
    return replace(review, imported=imported, first=_first(imported), direction_known=direction_known)


def _first(imported: ImportedFile) -> FirstRespondent | None:
    from cxsurvey.reading.first_respondent import first_respondent

    return first_respondent(imported.responses)


def _as(known: ColumnRole, role: Role, pillar: str, place: int) -> ColumnRole:
    return replace(
        known, role=role, pillar=pillar if role in PER_PILLAR else "",
        place=place if role is Role.PILLAR_AT_PLACE else 0, key=known.key or f"column{known.column}", score=100.0,
    )
