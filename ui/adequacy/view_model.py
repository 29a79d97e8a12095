"""What the sample check shows, and what may be asked of it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.adequacy import Adequacy, SamplePlan, plan_sample
from cxsurvey.analysis import suggested_targets
from cxsurvey.detail_sentences import quality_sentences, weighting_sentences
from cxsurvey.figures import BasesFigure, bases_figure
from cxsurvey.headlines import plan_sentences
from cxsurvey.notices import Notice
from cxsurvey.project import Study, WeightMargin, with_study
from cxsurvey.three_ways import ThreeWays
from cxsurvey.weight_plan import with_joined, with_target
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
    def grouping_names(self) -> dict[str, str]:
        """What the answers can be weighted by: the file's own name of each, by key."""
        project, analysis = self._document.project, self._results.analysis
        if project is None or analysis is None:
            return {}
        names = {segment.key: segment.name for segment in project.responses.segments}
        names |= {"generation": self.tr("Generation"), "age": self.tr("Age")}
        return {key: names.get(key, key) for key in analysis.groupings}

    def quality_words(self) -> tuple[Notice, ...]:
        return () if self.adequacy is None else tuple(quality_sentences(self.adequacy))

    def weighting_words(self) -> tuple[Notice, ...]:
        return () if self.weighting is None else weighting_sentences(self.weighting)

    @Slot(str)
    def set_quality(self, mode: str) -> None:
        """Who counts: ``everyone``, ``default`` or ``strict``."""
        self._edit(self.tr("Change who counts"), quality=mode)

    @Slot(str)
    def add_weights_by(self, by: str) -> None:
        """Weighs by one more grouping, beginning with the answers' own shares."""
        project = self._document.project
        if project is not None and by:
            margin = WeightMargin(by, suggested_targets(project, by))
            self._edit(self.tr("Add weights"), f"weights {by}", weights=(*project.study.weights, margin))

    def remove_weights_by(self, by: str) -> None:
        """Weighs by that grouping no longer."""
        study = self.study
        if study is not None:
            left = tuple(margin for margin in study.weights if margin.by != by)
            self._edit(self.tr("Remove weights"), f"no weights {by}", weights=left)

    def set_weight_target(self, by: str, key: str, percent: int) -> None:
        """The share of one group among all customers."""
        self._change_margin(
            by, self.tr("Change a share of customers"), f"share {by} {key}",
            lambda margin: with_target(margin, key, percent / 100),
        )

    def join_weight_groups(self, by: str, key: str, other: str) -> None:
        """Gives two groups one share: nobody among the answers belongs to the first."""
        self._change_margin(
            by, self.tr("Join two groups"), f"join {by} {key}", lambda margin: with_joined(margin, key, other)
        )

    def _change_margin(
        self, by: str, text: str, merge_key: str, change: Callable[[WeightMargin], WeightMargin]
    ) -> None:
        study = self.study
        if study is not None:
            changed = tuple(change(one) if one.by == by else one for one in study.weights)
            self._edit(text, merge_key, weights=changed)

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

    def _edit(self, text: str, merge_key: str = "", **changes: object) -> None:
        project = self._document.project
        if project is None:
            return
        study = replace(project.study, **changes)
        if study != project.study:
            self._document.edit(text, with_study(project, study), merge_key=merge_key or text)
