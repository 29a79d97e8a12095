"""What the plan page shows, and what may be asked of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.analysis import Analysis
from cxsurvey.comparison import PillarStanding
from cxsurvey.figures import (
    LoyaltyFigure,
    MapFigure,
    PerceptionFigure,
    drivers_figure,
    loyalty_figure,
    perception_figure,
    performance_figure,
)
from cxsurvey.notices import Notice
from cxsurvey.performance import PillarPerformance
from cxsurvey.plan import Action, Plan, Suggestion, choose, plan_notices, put_action, suggest_focus, unchoose
from cxsurvey.playbook import warning_signs
from cxsurvey.project import Project, with_plan, with_study

from ..document import Document
from ..results import Results

Drawn = TypeVar("Drawn", MapFigure, PerceptionFigure, LoyaltyFigure)


class PlanViewModel(QObject):
    """The pillars to choose from in the customers' order, the choice, and the action for each.

    Signals: ``choice_changed()`` (pillars chosen or their order), ``plan_changed()`` (anything).
    """

    choice_changed = Signal()
    plan_changed = Signal()

    def __init__(self, document: Document, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._results = results
        self._chosen = self.plan.chosen
        document.project_changed.connect(self._on_project_changed)
        results.results_changed.connect(self.choice_changed)

    @property
    def plan(self) -> Plan:
        project = self._document.project
        return Plan() if project is None else project.plan

    @property
    def standings(self) -> tuple[PillarStanding, ...]:
        """The customers' order; empty without answers."""
        analysis = self._results.analysis
        return () if analysis is None or analysis.comparison is None else analysis.comparison.pillars

    @property
    def pillars(self) -> tuple[tuple[str, str], ...]:
        """Key and name of every pillar, customers' order first where there is one."""
        project = self._document.project
        if project is None:
            return ()
        order = {standing.key: standing.place for standing in self.standings}
        ranked = sorted(project.pillars, key=lambda pillar: order.get(pillar.key, 0))
        return tuple((pillar.key, pillar.name) for pillar in ranked)

    @property
    def suggestion(self) -> Suggestion | None:
        return suggest_focus(self.standings)

    @property
    def notices(self) -> tuple[Notice, ...]:
        return plan_notices(self.plan, self.suggestion) if self.plan.actions else ()

    def name(self, key: str) -> str:
        return dict(self.pillars).get(key, key)

    def standing(self, key: str) -> PillarStanding | None:
        return next((standing for standing in self.standings if standing.key == key), None)

    def performance(self, key: str) -> PillarPerformance | None:
        """How well customers say we do on the pillar."""
        analysis = self._results.analysis
        return None if analysis is None or analysis.performance is None else analysis.performance.pillar(key)

    @property
    def performance_figure(self) -> MapFigure | None:
        """The map of importance and performance, if customers rated us."""
        return self._drawn(performance_figure)

    @property
    def perception_figure(self) -> PerceptionFigure | None:
        """Our own scores against the customers' ratings, if customers rated us."""
        return self._drawn(perception_figure)

    @property
    def performance_target(self) -> float | None:
        """The rating aimed at, where quadrants meet; ``None`` = the mean of the pillars."""
        project = self._document.project
        return None if project is None else project.study.performance_target

    def set_performance_target(self, target: float | None) -> None:
        """Draws the line of performance at another place."""
        project = self._document.project
        if project is not None and target != project.study.performance_target:
            study = replace(project.study, performance_target=target)
            self._document.edit(
                self.tr("Change the rating aimed at"), with_study(project, study), merge_key="performance target"
            )

    @property
    def drivers_figure(self) -> MapFigure | None:
        """What is said to matter and what goes along with satisfaction, with enough complete answers."""
        return self._drawn(drivers_figure)

    @property
    def drivers_sentences(self) -> tuple[Notice, ...]:
        """What to say of it; nothing where satisfaction or performance was not asked."""
        analysis = self._results.analysis
        return () if analysis is None or analysis.drivers is None else analysis.drivers.sentences

    @property
    def loyalty_figure(self) -> LoyaltyFigure | None:
        """Satisfied and with a good impression, where both were asked."""
        return self._drawn(loyalty_figure)

    @property
    def loyalty_sentences(self) -> tuple[Notice, ...]:
        """What to say of it; nothing where satisfaction or image was not asked."""
        analysis = self._results.analysis
        return () if analysis is None or analysis.loyalty is None else analysis.loyalty.sentences

    def _drawn(self, figure_of: Callable[[Project, Analysis], Drawn | None]) -> Drawn | None:
        """The figure of the results, once there are any."""
        project, analysis = self._document.project, self._results.analysis
        return None if project is None or analysis is None else figure_of(project, analysis)

    def own_score(self, key: str) -> float | None:
        """The colleagues' mean self-assessment of the pillar."""
        analysis = self._results.analysis
        views = () if analysis is None else analysis.consensus.pillars
        return next((view.mean_score for view in views if view.key == key), None)

    def warning_signs(self, key: str) -> tuple[str, ...]:
        project = self._document.project
        return warning_signs(key, "en" if project is None else project.study.language)

    @Slot(str, bool)
    def set_chosen(self, key: str, chosen: bool) -> None:
        """Takes a pillar into the plan, or out of it."""
        words = self.tr("Choose {0}") if chosen else self.tr("Take out {0}")
        change = choose if chosen else unchoose
        self._edit(words.format(self.name(key)), change(self.plan, key))

    @Slot()
    def take_suggestion(self) -> None:
        """Chooses what the order suggests; actions already written are kept."""
        if self.suggestion is None:
            return
        known = {action.pillar_key: action for action in self.plan.actions}
        actions = tuple(known.get(key, Action(key)) for key in self.suggestion.keys)
        self._edit(self.tr("Take the suggestion"), replace(self.plan, actions=actions))

    def change_action(self, key: str, **changes: object) -> None:
        """Changes fields of one action; typing in one field is one step to undo."""
        action = next(action for action in self.plan.actions if action.pillar_key == key)
        field = next(iter(changes))
        self._edit(
            self.tr("Plan {0}").format(self.name(key)), put_action(self.plan, replace(action, **changes)),
            f"plan {key} {field}",
        )

    @Slot(str)
    def set_reason(self, reason: str) -> None:
        self._edit(self.tr("Give the reason"), replace(self.plan, reason=reason.strip()), "plan reason")

    def _edit(self, text: str, plan: Plan, merge_key: str = "") -> None:
        project = self._document.project
        if project is not None and plan != project.plan:
            self._document.edit(text, with_plan(project, plan), merge_key=merge_key)

    @Slot()
    def _on_project_changed(self) -> None:
        self.plan_changed.emit()
        if self.plan.chosen != self._chosen:
            self._chosen = self.plan.chosen
            self.choice_changed.emit()
