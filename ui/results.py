"""The results of the open study: computed beside the window whenever the study changes, shown by many pages."""

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.analysis import Analysis, analyse

from .document import Document
from .jobs import Job, JobRunner


class Results(QObject):
    """What all result pages read.

    ``analysis`` is of the study as it is now, or ``None`` while it is computed for the first time. Signals:
    ``results_changed()`` after each new analysis, ``busy_changed()``, ``failed(exception)``.
    """

    results_changed = Signal()
    busy_changed = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = JobRunner(self)
        self._jobs.busy_changed.connect(self.busy_changed)
        self.analysis: Analysis | None = None
        self.by = ""  # the grouping a person chose; empty: the study's own
        document.project_changed.connect(self._on_project_changed)
        self._on_project_changed()

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy

    @Slot(str)
    def group_by(self, key: str) -> None:
        """Shows cohorts by another grouping."""
        if key != self.by:
            self.by = key
            self._start()

    def shut_down(self) -> None:
        """Ends what still runs."""
        self._jobs.shut_down()

    @Slot()
    def _on_project_changed(self) -> None:
        project = self._document.project
        if project is None:
            self._jobs.cancel()
            self.analysis, self.by = None, ""
            self.results_changed.emit()
            return
        self._start()

    def _start(self) -> None:
        project, by = self._document.project, self.by
        job = Job(lambda progress: _analysed(project, by, progress))
        job.succeeded.connect(self._on_analysed)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    @Slot(object)
    def _on_analysed(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.results_changed.emit()


def _analysed(project, by, progress) -> Analysis:
    """The analysis; a grouping that the answers no longer have falls back to the study's own."""
    try:
        return analyse(project, by, progress)
    except KeyError:
        return analyse(project, "", progress)
