"""What the responses page shows, and what may be asked of it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.arrival import Entries, checks_of, entries_of
from cxsurvey.notices import Notice, SurveyError
from cxsurvey.progress import Progress
from cxsurvey.project import Project, add_import, remove_import
from cxsurvey.reader import WarmReader
from cxsurvey.reader.trouble import unreadable
from cxsurvey.reading.importing import this_year
from cxsurvey.reading.marks import scale_in_use
from cxsurvey.reading.meanings import Meaning, meanings
from cxsurvey.reading.personal import to_keep
from cxsurvey.reading.scales import Scale
from cxsurvey.reading.values import Column, ColumnRole, ImportedFile
from cxsurvey.responses import Asked, asked_besides
from cxsurvey.storage.folder import private_folder

from ..document import Document
from ..jobs import Job, JobRunner
from ..shell_view_model import ShellViewModel
from .columns_file import write_columns
from .corrections import Corrections, Work
from .files import files_of
from .review import Review, read_file, remember_columns, review_again


class ResponsesViewModel(QObject):
    """Reading, reviewing, taking in, removing. Nothing changes the study before ``accept``.

    What is corrected in the file that is looked at goes through ``corrections``.

    Signals: ``imports_changed()``, ``checks_changed()``, ``review_changed()``, ``busy_changed()``,
    ``progressed(done, total)``, ``failed(Notice)``, ``saved(path)`` for a list or columns written to a file.
    """

    imports_changed = Signal()
    checks_changed = Signal()
    review_changed = Signal()
    busy_changed = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)
    saved = Signal(object)

    def __init__(
        self, document: Document, shell: ShellViewModel, warm: WarmReader | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._shell, self._warm = document, shell, warm
        self._jobs = JobRunner(self)
        self._checking = JobRunner(self)
        self._jobs.busy_changed.connect(self._on_busy_changed)
        self._waiting: list[Path] = []
        self._pasted: Path | None = None
        self._values: tuple[Review, int, tuple[Meaning, ...]] | None = None  # of a column, as they were last asked for
        self._checks: dict[str, tuple[object, tuple[Notice, ...]]] = {}  # by import: its answers and what was checked
        self._listed: tuple[ImportedFile, ...] = ()  # whose entries these are
        self._entries: Entries = entries_of(())
        self._pillars: object = None  # of the study when the review was made
        self.review: Review | None = None
        self.reading = ""  # the name of the file that is being read
        self.corrections = Corrections(self, warm, self)
        document.project_changed.connect(self._on_project_changed)
        shell.cancel_requested.connect(self.cancel)

    @property
    def project(self) -> Project | None:
        return self._document.project

    @property
    def imports(self) -> tuple[ImportedFile, ...]:
        return () if self._document.project is None else self._document.project.imports

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy

    @property
    def n_waiting(self) -> int:
        """How many files are read after this one."""
        return len(self._waiting)

    @property
    def entries(self) -> Entries:
        """Rows left out and answers read with care, of what is looked at or of all imports."""
        shown = self._shown
        if len(shown) != len(self._listed) or any(
            one is not other for one, other in zip(shown, self._listed, strict=True)
        ):
            self._listed, self._entries = shown, entries_of(shown)
        return self._entries

    def checks_of(self, imported: ImportedFile) -> tuple[Notice, ...]:
        """What was found of careless answers in an import, and what could not be checked.

        Of a study that was opened they are looked for beside the window: none until ``checks_changed``.
        """
        responses, checks = self._checks.get(imported.key, (None, ()))
        if responses is imported.responses:
            return checks
        if not self._checking.is_busy:
            job = Job(partial(_checked, self.imports))
            job.succeeded.connect(self._on_checked)
            self._checking.start(job)
        return ()

    def _on_checked(self, checks: dict[str, tuple[object, tuple[Notice, ...]]]) -> None:
        self._checks |= checks
        self.checks_changed.emit()

    @property
    def is_change(self) -> bool:
        """Whether the columns of an import are looked at that is in the study already."""
        return self.review is not None and self.review.path is None

    @property
    def _shown(self) -> tuple[ImportedFile, ...]:
        return (self.review.imported,) if self.review is not None else self.imports

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What customers were asked besides their priorities."""
        return () if self._document.project is None else asked_besides(self._document.project.responses)

    @property
    def is_pasted(self) -> bool:
        """Whether cells are looked at that were pasted, not a file."""
        return self.review is not None and self.review.path == self._pasted

    @property
    def pillars(self) -> tuple[tuple[str, str], ...]:
        """Key and name of each pillar."""
        project = self._document.project
        return () if project is None else tuple((pillar.key, pillar.name) for pillar in project.pillars)

    @property
    def same_name(self) -> ImportedFile | None:
        """An import of the name of the reviewed file: taking both in may count answers twice."""
        if self.review is None or self.review.path is None:
            return None
        return next((known for known in self.imports if known.name == self.review.imported.name), None)

    def pillar_name(self, key: str) -> str:
        return dict(self.pillars).get(key, key)

    # --- reading ---

    def take_files(self, paths: list[str]) -> None:
        """Reads the files, and those of folders, one after the other; each is reviewed before the next."""
        self._waiting += files_of(paths)
        self._next()

    @Slot(str)
    def take_text(self, text: str) -> None:
        """Reads cells that were copied in a spreadsheet program, with their headers."""
        self._pasted = path = private_folder("pasted") / self.tr("pasted cells.tsv")
        try:
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
        except OSError as fault:
            self.failed.emit(unreadable(path.name, fault).notice)
            return
        self.take_files([str(path)])

    def _forget_pasted(self) -> None:
        """Removes cells that were pasted once nobody looks at them, here or in a program that was killed."""
        if self.is_pasted or self._pasted in self._waiting:
            return
        self._pasted = None
        for left in private_folder("pasted").iterdir():
            with suppress(OSError):
                left.unlink()

    @Slot()
    def cancel(self) -> None:
        """Stops reading; files that wait are forgotten, the study stays as it was."""
        self._waiting.clear()
        self._jobs.cancel()

    @Slot()
    def _next(self) -> None:
        if self._waiting and self.review is None and not self.is_busy:
            self._read(self._waiting.pop(0))

    def _read(self, path: Path) -> None:
        project = self._document.project
        if project is not None:
            self.start(partial(read_file, path, project, "", "", None, self._warm), self._on_read, path.name)

    def _on_read(self, review: Review) -> None:
        self.corrections.undo_stack.clear()
        self.show(review)

    # --- reviewing ---

    @Slot(str)
    def open_review(self, key: str) -> None:
        """Looks again at the columns of an import; the cells are in the study, the file is not needed."""
        imported = next(one for one in self.imports if one.key == key)
        self.start(partial(review_again, imported), self._on_read)

    def values_of(self, column: int) -> tuple[Meaning, ...]:
        """The different values of a column with what each is read as; none where its cells were not kept."""
        project, review = self._document.project, self.review
        if project is None or review is None:
            return ()
        if self._values is not None and self._values[0] is review and self._values[1] == column:
            return self._values[2]
        cells, role = self._cells(column), self._role(column)
        found: tuple[Meaning, ...] = ()
        if cells is not None:
            found = meanings(cells, role, review.imported.mapping, project.pillars, this_year(), project.survey)
        self._values = (review, column, found)
        return found

    def scale_of(self, column: int) -> Scale | None:
        """The scale by which a question's answers are read; None while it is not known."""
        project, review, cells = self._document.project, self.review, self._cells(column)
        if project is None or review is None or cells is None:
            return None
        return scale_in_use(cells, self._role(column), review.imported.mapping.header_rows, project.survey)

    def has_cells(self, column: int) -> bool:
        """Whether the column's cells are there: those of personal columns are not kept."""
        return self._cells(column) is not None

    def _cells(self, column: int) -> Column | None:
        known = () if self.review is None else self.review.imported.table.columns
        return next((one for one in known if one.position == column), None)

    def _role(self, column: int) -> ColumnRole:
        known = () if self.review is None else self.review.imported.mapping.roles
        return next(one for one in known if one.column == column)

    def save_columns(self, path: Path) -> None:
        """Writes the columns as the JSON that ``import --map`` and ``load_columns`` take."""
        if self.review is not None:
            self.start(partial(write_columns, self.review.imported.mapping, path), self.saved.emit)

    @Slot()
    def accept(self) -> None:
        """Takes the reviewed answers into the study; one undo takes them out again."""
        if self.review is not None:
            self._accept(self.review.imported)

    @Slot()
    def accept_instead(self) -> None:
        """Takes the reviewed answers in, in the place of the import of the same name."""
        if self.review is not None and self.same_name is not None:
            self._accept(replace(self.review.imported, key=self.same_name.key))

    def _accept(self, imported: ImportedFile) -> None:
        project = self._document.project
        if project is not None:
            text = self.tr("Change columns of {0}") if self.is_change else self.tr("Import {0}")
            if self.review is not None and self.review.is_corrected:
                remember_columns(self.review)
            if self.review is not None:
                self._checks[imported.key] = (imported.responses, self.review.checks)
            self.review = None
            self.corrections.undo_stack.clear()
            self._document.edit(text.format(imported.name), add_import(project, to_keep(imported)))
            self._forget_pasted()
            self.review_changed.emit()
            self._next()

    @Slot()
    def discard(self) -> None:
        """Leaves the reviewed answers out; the study stays as it was."""
        self.corrections.undo_stack.clear()
        self.show(None)
        self._forget_pasted()
        self._next()

    @Slot(str)
    def remove(self, key: str) -> None:
        """Takes an import out of the study."""
        project = self._document.project
        if project is not None:
            name = next(one.name for one in self.imports if one.key == key)
            self._document.edit(self.tr("Remove {0}").format(name), remove_import(project, key))

    def save_report(self, path: Path) -> None:
        """Writes what became of the rows: a workbook, JSON or a table, as the path ends."""
        shown = self._shown

        def work(_progress: Progress) -> Path:
            from cxsurvey.export.import_report import write_import_report  # not before it is needed

            from ..texts import notice_text

            write_import_report(shown, path, notice_text)
            return path

        self.start(work, self.saved.emit)

    def show(self, review: Review | None) -> None:
        """For ``Corrections`` only: this is what is looked at now."""
        self.review = review
        self._pillars = None if self._document.project is None else self._document.project.pillars
        self.review_changed.emit()

    @Slot()
    def _on_project_changed(self) -> None:
        """A review fits the pillars it was read with: others came, so the cells are read again."""
        project = self._document.project
        if project is None:
            self.cancel()
            self.review = None
        elif self.review is not None and project.pillars is not self._pillars:
            self.corrections.read_for(project)
        self.imports_changed.emit()

    # --- jobs ---

    def start(self, work: Work, then: Callable[[object], None], reading: str = "") -> None:
        """Work beside the window, in the place of what runs; ``reading`` is the file that is read whole."""
        self._jobs.cancel()
        self.reading = reading
        job = Job(work)
        job.progressed.connect(self.progressed)
        job.progressed.connect(self._shell.set_progress)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._next)
        self._jobs.start(job)

    def stop(self) -> None:
        """Gives up what runs."""
        self._jobs.cancel()

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
            if self._warm is not None:
                self._warm.start()  # for the next file, if the waiting one was taken
            self.reading = ""
            self._shell.end_work()
        self.busy_changed.emit()


def _checked(imports: tuple[ImportedFile, ...], progress: Progress) -> dict[str, tuple[object, tuple[Notice, ...]]]:
    """Careless answers of each import, with the answers that were looked at."""
    found = {}
    for done, imported in enumerate(imports):
        progress(done, len(imports))
        found[imported.key] = (imported.responses, checks_of(imported.responses))
    return found
