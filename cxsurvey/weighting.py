"""Weights that make the answers match the known make-up of all customers; without and with them, side by side."""

from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.notices import Notice
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities
from cxsurvey.statistics import FloatArray, RakedWeights, hidden_cohorts, rake
from cxsurvey.study import Study
from cxsurvey.weight_plan import MarginPlan, WeightPlan


@dataclass(frozen=True, slots=True)
class WeightCell:
    """One cohort's share among the answers and among all customers. ``None``: too few to show, or no weights."""

    key: str
    name: str
    n: int | None
    share: float | None   # of the answers whose cohort is known, 0..1
    target: float         # of all customers, 0..1
    weight: float | None  # mean of its answers' weights, mean 1 over all


@dataclass(frozen=True, slots=True)
class WeightedMargin:
    """One make-up that the answers are weighted to: a grouping and its cells."""

    by: str
    name: str
    cells: tuple[WeightCell, ...]
    unknown: int                # answers of no known cohort; this make-up leaves their weight alone
    nobody_in: tuple[str, ...]  # names of cells with customers that nobody among the answers can stand for


@dataclass(frozen=True, slots=True)
class WeightedPlace:
    """One pillar's place and priority score without and with weights."""

    key: str
    name: str
    place_before: int
    place: int
    score_before: float
    score: float


@dataclass(frozen=True, slots=True)
class Weighting:
    """What the weights do and what they cost. ``refused`` says why there are none although they were wished."""

    margins: tuple[WeightedMargin, ...]
    n: int
    effective_n: float
    design_effect: float            # n / effective n; 1 = weights cost nothing
    n_trimmed: int                  # weights cut to 0.2 to 5 times the mean
    largest_miss: float             # of a share from its target, relative; 0 where all are met
    places: tuple[WeightedPlace, ...]
    refused: Notice | None

    @property
    def nobody_in(self) -> tuple[str, ...]:
        """Cells with customers that nobody among the answers can stand for."""
        return tuple(name for margin in self.margins for name in margin.nobody_in)


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Answers weighted by a plan; as they were, with the reason, where it cannot be kept."""

    priorities: Priorities
    plan: WeightPlan | None
    raked: RakedWeights | None = None
    refused: Notice | None = None


def weigh(priorities: Priorities, plan: WeightPlan | None) -> Weighed:
    """The priorities with the plan's weights; as they were where the plan cannot be kept."""
    refused = None if plan is None else plan.refusal(priorities.who)
    if plan is None or refused is not None:
        return Weighed(priorities, plan, refused=refused)
    raked = _raked(priorities, plan)
    raked.weights.flags.writeable = False
    return Weighed(replace(priorities, weights=raked.weights), plan, raked)


def weighting_of(study: Study, pillars: Pillars, weighed: Weighed) -> Weighting | None:
    """Without and with weights side by side, of those who count; ``None`` where no weights are wished."""
    priorities, plan, raked, refused = weighed.priorities, weighed.plan, weighed.raked, weighed.refused
    if plan is None or not priorities.n:
        return None
    n = priorities.n
    return Weighting(
        margins=tuple(_margin(study, priorities, plan, margin, raked) for margin in plan.margins),
        n=n,
        effective_n=float(n) if raked is None else raked.effective_n,
        design_effect=1.0 if raked is None else raked.design_effect,
        n_trimmed=0 if raked is None else raked.n_trimmed,
        largest_miss=0.0 if raked is None or raked.converged else raked.largest_miss,
        places=() if raked is None else _places(pillars, priorities),
        refused=refused,
    )


def _raked(priorities: Priorities, plan: WeightPlan) -> RakedWeights:
    targets: list[dict[object, float]] = [dict(enumerate(margin.targets)) for margin in plan.margins]
    return rake([margin.codes_of(priorities.who) for margin in plan.margins], targets)


def _margin(
    study: Study, priorities: Priorities, plan: WeightPlan, margin: MarginPlan, raked: RakedWeights | None
) -> WeightedMargin:
    codes, sizes = margin.codes_of(priorities.who), margin.sizes(priorities.who)
    weights = np.zeros(len(sizes))
    if raked is not None:
        weights = np.bincount(codes + 1, raked.weights, len(sizes) + 1)[1:] / np.maximum(sizes, 1)
    return WeightedMargin(
        margin.by, margin.name, _cells(study, margin, sizes, None if raked is None else weights),
        priorities.n - int(sizes.sum()) if margin.codes is not None else 0, plan.nobody_in(margin, priorities.who),
    )


def _cells(
    study: Study, margin: MarginPlan, sizes: np.ndarray[tuple[int], np.dtype[np.int64]], weights: FloatArray | None
) -> tuple[WeightCell, ...]:
    """The cells; of small ones neither size nor weight, from which the size would follow."""
    hidden = hidden_cohorts(sizes, study.privacy_threshold).hidden if len(sizes) else np.zeros(0, bool)
    total = max(1, int(sizes.sum()))
    found = []
    for cell, key in enumerate(margin.keys):
        size, hide = int(sizes[cell]), bool((hidden[cell] or margin.withheld[cell]) and sizes[cell] > 0)
        found.append(
            WeightCell(
                key, margin.names[cell], None if hide else size, None if hide else size / total, margin.targets[cell],
                None if weights is None or hide or not size else float(weights[cell]),
            )
        )
    return tuple(found)


def _places(pillars: Pillars, priorities: Priorities) -> tuple[WeightedPlace, ...]:
    """Each pillar's place without and with weights, in the weighted order."""
    before = priorities.unweighted().score_moments().mean
    after = priorities.tally().score_moments().mean
    if np.isnan(before).any() or np.isnan(after).any():
        return ()  # nobody who counts rated some pillar
    place_before, place = _order(before), _order(after)
    found = [
        WeightedPlace(
            pillar.key, pillar.name, place_before[at], place[at], float(before[at]), float(after[at])
        )
        for at, pillar in enumerate(pillars)
    ]
    return tuple(sorted(found, key=lambda one: one.place))


def _order(mean: FloatArray) -> list[int]:
    order = np.argsort(-mean, kind="stable").tolist()
    return [order.index(position) + 1 for position in range(len(order))]
