"""What the report page shows, and what may be asked of it."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from cxsurvey.export.package import KINDS
from cxsurvey.figures import Figure, figures_of
from cxsurvey.notices import Notice, SurveyError
from cxsurvey.progress import Progress

from ..document import Document
from ..jobs import Job, JobRunner
from ..results import Results
from ..settings import Settings
from ..study_files import file_name
from ..texts import notice_text


class ReportViewModel(QObject):
    """What goes into the export, and writing it beside the window.

    Signals: ``report_changed()`` what could be exported is another, ``choice_changed()``, ``progressed(done, total)``,
    ``exported()`` with the paths in ``written``, ``busy_changed()``, ``failed(Notice)``.
    """

    report_changed = Signal()
    choice_changed = Signal()
    progressed = Signal(int, int)
    exported = Signal()
    busy_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, document: Document, results: Results, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._results, self._settings = document, results, settings
        self._jobs = JobRunner(self)
        self._jobs.busy_changed.connect(self.busy_changed)
        self.kinds: tuple[str, ...] = KINDS
        self.written: tuple[Path, ...] = ()
        self.written_folder = Path()
        results.results_changed.connect(self.report_changed)

    @property
    def is_ready(self) -> bool:
        """Whether there is any result to export."""
        return self._results.analysis is not None and bool(self.figures)

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy

    @property
    def figures(self) -> tuple[Figure, ...]:
        project, analysis = self._document.project, self._results.analysis
        return () if project is None or analysis is None else figures_of(project, analysis)

    @property
    def suggested_folder(self) -> Path:
        """A folder named after the study, beside its file, or in the person's documents."""
        project = self._document.project
        title = "" if project is None else project.study.title
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        beside = self._document.path.parent if self._document.path is not None else Path(documents or Path.home())
        return beside / file_name(title)

    @Slot(str, bool)
    def set_kind(self, kind: str, wanted: bool) -> None:
        self.kinds = tuple(one for one in KINDS if (wanted if one == kind else one in self.kinds))
        self.choice_changed.emit()

    def export(self, folder: Path) -> None:
        """Writes the chosen kinds into a folder; what is there of an earlier export is replaced."""
        project, analysis, kinds = self._document.project, self._results.analysis, self.kinds
        if project is None or analysis is None:
            return
        self.written_folder = folder

        def work(progress: Progress) -> tuple[Path, ...]:
            from cxsurvey.export.package import export_study  # brings in XlsxWriter: not before it is needed

            from .. import drawing

            return export_study(project, analysis, folder, kinds, drawing, notice_text, progress)

        job = Job(work)
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    @Slot()
    def cancel(self) -> None:
        self._jobs.cancel()

    @Slot(object)
    def _on_exported(self, written: tuple[Path, ...]) -> None:
        self.written = written
        self.exported.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, SurveyError):
            raise error  # a bug: the hook writes it down and says that the work is safe
        notice: Notice = error.notice
        self.failed.emit(notice)
