"""What the sample check shows, and what may be asked of it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.adequacy import Adequacy, SamplePlan, plan_sample
from cxsurvey.analysis import suggested_targets
from cxsurvey.detail_sentences import quality_sentences, weighting_sentences
from cxsurvey.figures import BasesFigure, bases_figure
from cxsurvey.headlines import plan_sentences
from cxsurvey.notices import Notice
from cxsurvey.project import Study, with_study
from cxsurvey.three_ways import ThreeWays
from cxsurvey.weighting import Weighting

from ..document import Document
from ..results import Results


class AdequacyViewModel(QObject):
    """The verdict on the sample, the facts of fieldwork it rests on, and the plan before fieldwork.

    Signals: ``adequacy_changed()``, ``study_changed()``, ``plan_changed()``.
    """

    adequacy_changed = Signal()
    study_changed = Signal()
    plan_changed = Signal()

    def __init__(self, document: Document, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._results = results
        self.response_rate = 0.10
        self.cohorts = 4
        results.results_changed.connect(self.adequacy_changed)
        document.project_changed.connect(self.study_changed)
        document.project_changed.connect(self.plan_changed)

    @property
    def adequacy(self) -> Adequacy | None:
        """The verdict; ``None`` without answers."""
        analysis = self._results.analysis
        return analysis.adequacy if analysis is not None and analysis.adequacy.n else None

    @property
    def study(self) -> Study | None:
        project = self._document.project
        return None if project is None else project.study

    @property
    def pillar_names(self) -> dict[str, str]:
        project = self._document.project
        return {} if project is None else {pillar.key: pillar.short for pillar in project.pillars}

    def bases(self) -> BasesFigure | None:
        project, analysis = self._document.project, self._results.analysis
        return None if project is None or analysis is None else bases_figure(project, analysis)

    def plan(self) -> SamplePlan | None:
        """What the wished sample takes, by the study's own settings."""
        project = self._document.project
        if project is None:
            return None
        study = project.study
        return plan_sample(
            study.target_margin, study.confidence, study.population, self.response_rate, self.cohorts,
            len(project.pillars), study.gap,
        )

    def plan_words(self) -> tuple[Notice, ...]:
        plan = self.plan()
        return () if plan is None else plan_sentences(plan, self.cohorts)

    @property
    def three_ways(self) -> ThreeWays | None:
        """The results with and without careless answers."""
        return None if self.adequacy is None else self.adequacy.quality

    @property
    def weighting(self) -> Weighting | None:
        """What the weights do; ``None`` where none are wished."""
        return None if self.adequacy is None else self.adequacy.weighting

    @property
    def groupings(self) -> tuple[tuple[str, str], ...]:
        """Key and the file's own name of what the answers can be weighted by."""
        project, analysis = self._document.project, self._results.analysis
        if project is None or analysis is None:
            return ()
        names = {segment.key: segment.name for segment in project.responses.segments}
        return tuple((key, names.get(key, key)) for key in analysis.groupings)

    def quality_words(self) -> tuple[Notice, ...]:
        return () if self.adequacy is None else tuple(quality_sentences(self.adequacy))

    def weighting_words(self) -> tuple[Notice, ...]:
        return () if self.weighting is None else weighting_sentences(self.weighting)

    @Slot(str)
    def set_quality(self, mode: str) -> None:
        """Who counts: ``everyone``, ``default`` or ``strict``."""
        self._edit(self.tr("Change who counts"), quality=mode)

    @Slot(str)
    def set_weight_by(self, by: str) -> None:
        """Weighs by another grouping, beginning with the answers' own shares; ``""`` = no weights."""
        project = self._document.project
        if project is None:
            return
        targets = suggested_targets(project, by) if by else ()
        self._edit(self.tr("Change the weights"), weight_by=by, weight_targets=targets)

    def set_weight_target(self, key: str, percent: int) -> None:
        """The share of one group among all customers."""
        study = self.study
        if study is not None:
            targets = tuple((one, percent / 100 if one == key else share) for one, share in study.weight_targets)
            self._edit(self.tr("Change a share of customers"), weight_targets=targets)

    @Slot(int)
    def set_population(self, customers: int) -> None:
        """How many customers there are; 0 = not known or very many."""
        self._edit(self.tr("Change the number of customers"), population=customers or None)

    @Slot(int)
    def set_invited(self, invited: int) -> None:
        self._edit(self.tr("Change the number of invited"), invited=invited or None)

    @Slot(str)
    def set_recruitment(self, recruitment: str) -> None:
        self._edit(self.tr("Change how people were invited"), recruitment=recruitment)

    @Slot(str)
    def set_decision(self, decision: str) -> None:
        self._edit(self.tr("Change the decision"), decision=decision)

    @Slot(str)
    def set_asked(self, asked: str) -> None:
        self._edit(self.tr("Change who was asked"), asked=asked.strip())

    @Slot(int)
    def set_target(self, points: int) -> None:
        self._edit(self.tr("Change the wished precision"), target_margin=points / 100)

    @Slot(int)
    def set_response_rate(self, percent: int) -> None:
        self.response_rate = percent / 100
        self.plan_changed.emit()

    @Slot(int)
    def set_cohorts(self, cohorts: int) -> None:
        self.cohorts = cohorts
        self.plan_changed.emit()

    def _edit(self, text: str, **changes: object) -> None:
        project = self._document.project
        if project is None:
            return
        study = replace(project.study, **changes)
        if study != project.study:
            self._document.edit(text, with_study(project, study), merge_key=text)
