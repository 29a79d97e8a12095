"""What the comparison page shows, and what may be asked of it."""

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.analysis import Analysis
from cxsurvey.comparison import CohortGroup, Comparison, PillarStanding
from cxsurvey.figures import DivergenceFigure, SlopeFigure, divergence_figure, slope_figure
from cxsurvey.notices import Notice

from ..document import Document
from ..results import Results

EVERYONE = ""


class ComparisonViewModel(QObject):
    """The comparison of everyone, or of the one cohort that was chosen.

    Signals: ``comparison_changed()``, and ``open_requested(step key)`` when a page is wished that fills a gap.
    """

    comparison_changed = Signal()
    open_requested = Signal(str)

    def __init__(self, document: Document, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._results = results
        self.cohort = EVERYONE
        results.results_changed.connect(self._on_results_changed)

    @property
    def analysis(self) -> Analysis | None:
        return self._results.analysis

    @property
    def comparison(self) -> Comparison | None:
        return None if self.analysis is None else self.analysis.comparison

    @property
    def has_internal(self) -> bool:
        return self.analysis is not None and bool(self.analysis.consensus.order)

    @property
    def cohorts(self) -> tuple[CohortGroup, ...]:
        """The cohorts that may be chosen: shown, and with answers enough for an order."""
        comparison = self.comparison
        if comparison is None or comparison.cohorts is None:
            return ()
        return tuple(group for group in comparison.cohorts.groups if group.shown and group.pillars)

    @property
    def standings(self) -> tuple[PillarStanding, ...]:
        """Where each pillar stands with everyone, or with the chosen cohort."""
        group = next((group for group in self.cohorts if group.key == self.cohort), None)
        if group is not None:
            return group.pillars
        return self.comparison.pillars if self.comparison is not None else ()

    @property
    def pillar_names(self) -> dict[str, str]:
        """Short names by key."""
        project = self._document.project
        return {} if project is None else {pillar.key: pillar.short for pillar in project.pillars}

    @property
    def sentences(self) -> tuple[Notice, ...]:
        return self.comparison.sentences if self.comparison is not None else ()

    def divergence(self) -> DivergenceFigure | None:
        project = self._document.project
        if project is None or self.analysis is None:
            return None
        return divergence_figure(project, self.analysis, self.cohort)

    def slope(self) -> SlopeFigure | None:
        project = self._document.project
        return None if project is None or self.analysis is None else slope_figure(project, self.analysis)

    @Slot(str)
    def choose_cohort(self, key: str) -> None:
        """Redraws with one cohort's places; ``""`` is everyone."""
        self.cohort = key
        self.comparison_changed.emit()

    @Slot()
    def _on_results_changed(self) -> None:
        if self.cohort not in {group.key for group in self.cohorts}:
            self.cohort = EVERYONE
        self.comparison_changed.emit()
