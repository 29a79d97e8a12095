"""What the page of colleagues' views shows, and what may be asked of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Signal, Slot

from cxsurvey.consensus import Consensus
from cxsurvey.figures import SelfAssessmentFigure, self_assessment_figure
from cxsurvey.internal import (
    Colleague,
    InternalView,
    free_key,
    put_colleague,
    remove_colleague,
    take_colleagues,
    total_score,
)
from cxsurvey.notices import Notice, SurveyError
from cxsurvey.pillars import Pillars
from cxsurvey.progress import Progress
from cxsurvey.project import Project, with_internal
from cxsurvey.survey.words import words

from ..document import Document
from ..jobs import Job, JobRunner
from ..results import Results


class ViewState(StrEnum):
    """How far one colleague is."""

    NOT_STARTED = "not_started"
    RANKING_OPEN = "ranking_open"  # has scored, has not ranked
    SCORES_OPEN = "scores_open"    # has ranked, some scores are missing
    DONE = "done"


class InternalViewModel(QObject):
    """The colleagues, the one whose view is entered, and the results of all.

    ``chosen`` is the key of that colleague, or "". Signals: ``colleagues_changed()`` (who they are, what they said,
    who is chosen, the lock), ``consensus_changed()``, ``colleague_added()``, ``imported(names, notices)``,
    ``template_written(path)``, ``refused(Notice)``, ``work_changed()`` for ``work``, the words of what is being done.
    """

    colleagues_changed = Signal()
    consensus_changed = Signal()
    colleague_added = Signal()
    imported = Signal(list, list)
    template_written = Signal(str)
    refused = Signal(object)
    work_changed = Signal()

    def __init__(self, document: Document, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._results = document, results
        self._jobs = JobRunner(self)
        self._shown: tuple[InternalView, Pillars] | None = None
        self.chosen = ""
        self.work = ""
        document.project_changed.connect(self._on_project_changed)
        results.results_changed.connect(self.consensus_changed)
        self._on_project_changed()

    # --- what is shown ---

    @property
    def project(self) -> Project | None:
        return self._document.project

    @property
    def view(self) -> InternalView:
        return InternalView() if self.project is None else self.project.internal

    @property
    def pillars(self) -> Pillars:
        return () if self.project is None else self.project.pillars

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        return self.view.colleagues

    @property
    def colleague(self) -> Colleague | None:
        """The one whose view is entered."""
        return next((colleague for colleague in self.colleagues if colleague.key == self.chosen), None)

    @property
    def locked_on(self) -> str:
        return self.view.locked_on

    @property
    def consensus(self) -> Consensus | None:
        """What all say together; None while it is computed for the first time, or for other pillars than before."""
        analysis = self._results.analysis
        if self.project is None or analysis is None:
            return None
        of_these = tuple(view.key for view in analysis.consensus.pillars) == self.project.pillar_keys
        return analysis.consensus if of_these else None

    @property
    def level_words(self) -> Mapping[str, str]:
        """The shipped words of the self-assessment in the study's language: level_1, level_1_meaning, ..."""
        return words("en" if self.project is None else self.project.study.language, "self_assessment")

    def ranking(self) -> list[tuple[str, str]]:
        """The chosen colleague's order as (key, name); the list's while none is given."""
        colleague = self.colleague
        names = {pillar.key: pillar.name for pillar in self.pillars}
        keys = colleague.ranking if colleague is not None and colleague.ranking else tuple(names)
        return [(key, names[key]) for key in keys]

    def total(self) -> int:
        return 0 if self.colleague is None else total_score(self.colleague)

    def state(self, colleague: Colleague) -> ViewState:
        scored = len(colleague.scores) == len(self.pillars)
        if colleague.ranking:
            return ViewState.DONE if scored else ViewState.SCORES_OPEN
        return ViewState.RANKING_OPEN if colleague.scores else ViewState.NOT_STARTED

    @property
    def short_names(self) -> dict[str, str]:
        return {pillar.key: pillar.short for pillar in self.pillars}

    def name(self, pillar_key: str) -> str:
        return next(pillar.name for pillar in self.pillars if pillar.key == pillar_key)

    def self_assessment(self) -> SelfAssessmentFigure | None:
        if self.project is None or self._results.analysis is None or self.consensus is None:
            return None
        return self_assessment_figure(self.project, self._results.analysis)

    # --- wishes ---

    @Slot(str)
    def choose(self, key: str) -> None:
        """Whose view is entered."""
        if key != self.chosen:
            self.chosen = key
            self.colleagues_changed.emit()

    @Slot()
    def add(self) -> None:
        """One more colleague, chosen at once; the name is typed over."""
        taken = {colleague.name for colleague in self.colleagues}
        name, number = self.tr("New colleague"), 1
        while name in taken:
            number += 1
            name = self.tr("New colleague {0}").format(number)
        added = Colleague(free_key(self.view), name)
        before, self.chosen = self.chosen, added.key
        if self._edit(self.tr("Add a colleague"), put_colleague(self.view, added)):
            self.colleague_added.emit()
        else:
            self.chosen = before

    @Slot()
    def remove(self) -> None:
        """The chosen colleague with all they said; the next one is chosen."""
        keys = [colleague.key for colleague in self.colleagues]
        if self.chosen in keys:
            at = keys.index(self.chosen)
            left = keys[:at] + keys[at + 1 :]
            removed, self.chosen = self.chosen, left[min(at, len(left) - 1)] if left else ""
            if not self._edit(self.tr("Remove a colleague"), remove_colleague(self.view, removed)):
                self.chosen = removed

    def describe(self, **changes: str) -> None:
        """Name, role, department or level of the chosen colleague, as typed. A name stays until there is another."""
        if changes.get("name", "x"):
            self._change(self.tr("Describe a colleague"), f"colleague {self.chosen} {' '.join(changes)}", **changes)

    @Slot(list)
    def rank(self, keys: list[str]) -> None:
        """The chosen colleague's order, most important first."""
        self._change(self.tr("Rank the pillars"), "", ranking=tuple(keys), date=_today())

    @Slot()
    def keep_order(self) -> None:
        """The order as it stands is the colleague's own."""
        self.rank([key for key, _ in self.ranking()])

    def score(self, pillar_key: str, score: int | None) -> None:
        """1 weak ... 5 excellent; None takes the score away."""
        if self.colleague is None:
            return
        given = dict(self.colleague.scores) | {pillar_key: score}
        scores = tuple((p.key, one) for p in self.pillars if (one := given.get(p.key)) is not None)
        self._change(self.tr("Score a pillar"), "", scores=scores, date=_today())

    @Slot()
    def lock(self) -> None:
        """Stamps the day; from then on nothing changes until it is unlocked."""
        self._edit(self.tr("Lock our view"), replace(self.view, locked_on=_today()))

    @Slot()
    def unlock(self) -> None:
        self._edit(self.tr("Unlock our view"), replace(self.view, locked_on=""))

    # --- wishes: files ---

    def take_files(self, paths: Sequence[Path]) -> None:
        """Reads colleagues' returned workbooks beside the window, and takes their views."""
        pillars, files = self.pillars, tuple(paths)
        self._start(
            self.tr("Reading colleagues’ workbooks"), lambda progress: _read(files, pillars, progress), self._on_read
        )

    def write_template(self, path: Path) -> None:
        """Writes the empty workbook for a colleague."""
        project = self.project
        if project is not None:
            self._start(
                self.tr("Writing the workbook"), lambda _progress: _write(project, path), self._on_written
            )

    @Slot()
    def cancel(self) -> None:
        self._jobs.cancel()
        self._set_work("")

    def shut_down(self) -> None:
        """Ends what still runs."""
        self._jobs.shut_down()

    # --- inside ---

    def _change(self, text: str, merge_key: str, **changes: object) -> None:
        colleague = self.colleague
        if colleague is None:
            return
        changed = replace(colleague, **changes)
        if replace(changed, date="") != replace(colleague, date=""):
            self._edit(text, put_colleague(self.view, changed), merge_key)

    def _edit(self, text: str, view: InternalView, merge_key: str = "") -> bool:
        """Whether the study took the change."""
        if self.project is None:
            return False
        try:
            project = with_internal(self.project, view)
        except SurveyError as error:
            self.refused.emit(error.notice)
            return False
        self._document.edit(text, project, merge_key)
        return True

    def _start(self, words: str, work: Callable[[Progress], object], then: Callable[[object], None]) -> None:
        job = Job(work)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        self._set_work(words)
        self._jobs.start(job)

    def _set_work(self, words: str) -> None:
        self.work = words
        self.work_changed.emit()

    @Slot(object)
    def _on_read(self, read: tuple[tuple[Colleague, ...], tuple[Notice, ...]]) -> None:
        self._set_work("")
        colleagues, notices = read
        if colleagues:
            taken = take_colleagues(self.view, colleagues)
            if not self._edit(self.tr("Import colleagues’ views"), taken):
                return
        self.imported.emit([colleague.name for colleague in colleagues], list(notices))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._set_work("")
        self.template_written.emit(str(path))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._set_work("")
        if not isinstance(error, SurveyError):
            raise error
        self.refused.emit(error.notice)

    @Slot()
    def _on_project_changed(self) -> None:
        if self.project is None:
            self._jobs.cancel()
            return
        keys = [colleague.key for colleague in self.colleagues]
        if self.chosen not in keys:
            unfinished = (one.key for one in self.colleagues if self.state(one) is not ViewState.DONE)
            self.chosen = next(unfinished, keys[0] if keys else "")
        before, self._shown = self._shown, (self.view, self.pillars)
        if before != self._shown:
            self.colleagues_changed.emit()


def _today() -> str:
    return QDate.currentDate().toString("yyyy-MM-dd")


def _read(
    paths: tuple[Path, ...], pillars: Pillars, progress: Progress
) -> tuple[tuple[Colleague, ...], tuple[Notice, ...]]:
    """The views of all files; what one file's fault is does not stop the others."""
    from cxsurvey.channels.internal_reading import read_internal  # loads what reads workbooks

    colleagues: list[Colleague] = []
    notices: list[Notice] = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            read = read_internal(path, pillars)
        except SurveyError as error:
            notices.append(error.notice)
            continue
        colleagues += read.colleagues
        notices += read.notices
    return tuple(colleagues), tuple(notices)


def _write(project: Project, path: Path) -> Path:
    from cxsurvey.channels.internal_form import write_internal_template  # loads openpyxl

    return write_internal_template(project, path)
