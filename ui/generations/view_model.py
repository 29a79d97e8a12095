"""What the generations page shows, and what may be asked of it."""

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.comparison import CohortComparison, CohortGroup, PillarDifference
from cxsurvey.figures import HeatFigure, generations_figure
from cxsurvey.responses import Option, options_of

from ..document import Document
from ..results import Results


class GenerationsViewModel(QObject):
    """The cohorts of the chosen grouping. Signal: ``cohorts_changed()``."""

    cohorts_changed = Signal()

    def __init__(self, document: Document, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._results = results
        results.results_changed.connect(self.cohorts_changed)

    @property
    def has_answers(self) -> bool:
        return self._results.analysis is not None and self._results.analysis.comparison is not None

    @property
    def cohorts(self) -> CohortComparison | None:
        analysis = self._results.analysis
        return None if analysis is None or analysis.comparison is None else analysis.comparison.cohorts

    @property
    def ranked(self) -> tuple[CohortGroup, ...]:
        """The cohorts with answers enough for an order."""
        return () if self.cohorts is None else tuple(group for group in self.cohorts.groups if group.pillars)

    @property
    def has_places(self) -> bool:
        """Whether customers put the pillars in places, so that mean ranks mean something."""
        analysis = self._results.analysis
        if analysis is None or analysis.comparison is None:
            return True
        return all(one.mean_rank is not None for one in analysis.comparison.pillars)

    @property
    def pillar_names(self) -> tuple[tuple[str, str], ...]:
        """Key and short name, in the customers' order."""
        analysis, project = self._results.analysis, self._document.project
        if analysis is None or analysis.comparison is None or project is None:
            return ()
        short = {pillar.key: pillar.short for pillar in project.pillars}
        return tuple((one.key, short.get(one.key, one.name)) for one in analysis.comparison.pillars)

    @property
    def groupings(self) -> tuple[tuple[str, str], ...]:
        """Key and the file's own name of every question that the answers can be grouped by."""
        analysis, project = self._results.analysis, self._document.project
        if analysis is None or project is None:
            return ()
        names = {segment.key: segment.name for segment in project.responses.segments}
        return tuple((key, names.get(key, key)) for key in analysis.groupings)

    @property
    def options(self) -> dict[str, Option]:
        """By grouping: of those that are options of a question of several answers, the question and the option."""
        project = self._document.project
        return {} if project is None else options_of(project.responses.segments)

    @property
    def grouping(self) -> str:
        return "" if self._results.analysis is None else self._results.analysis.by

    @property
    def differing(self) -> tuple[PillarDifference, ...]:
        """Pillars on which the cohorts differ reliably, the largest effect first."""
        found = () if self.cohorts is None else self.cohorts.differences
        return tuple(sorted((one for one in found if one.differs), key=lambda one: -one.effect))

    @property
    def undervalued(self) -> tuple[tuple[CohortGroup, tuple[str, ...]], ...]:
        """Each ranked cohort with the pillars that it puts higher than we do, beyond chance."""
        if self.cohorts is None:
            return ()
        return tuple(
            (group, tuple(s.name for s in group.pillars if s.verdict is not None and s.verdict == "blind_spot"))
            for group in self.cohorts.groups
            if group.pillars
        )

    def heat(self) -> HeatFigure | None:
        project, analysis = self._document.project, self._results.analysis
        return None if project is None or analysis is None else generations_figure(project, analysis)

    @Slot(str)
    def group_by(self, key: str) -> None:
        """Other cohorts: generation, age, or a question of the survey."""
        self._results.group_by(key)
