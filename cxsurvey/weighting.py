"""Weights that make the answers match the known make-up of all customers; without and with them, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.grouping import Grouping
from cxsurvey.notices import Notice, notice
from cxsurvey.notices.weighting import WeightingNotice as W
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities
from cxsurvey.statistics import FloatArray, IntArray, RakedWeights, hidden_cohorts, rake
from cxsurvey.study import Study

JOIN = "+"  # between the keys of cohorts that share one target


@dataclass(frozen=True, slots=True)
class WeightCell:
    """One cohort's share among the answers and among all customers. ``None``: too few to show, or no weights."""

    key: str
    name: str
    n: int | None
    share: float | None   # of the answers whose cohort is known, 0..1
    target: float         # of all customers, 0..1
    weight: float | None  # of each of its answers, mean 1 over all


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

    by: str
    name: str
    cells: tuple[WeightCell, ...]
    n: int
    effective_n: float
    design_effect: float            # n / effective n; 1 = weights cost nothing
    n_trimmed: int                  # weights cut to 0.2 to 5 times the mean
    largest_miss: float             # of a share from its target, relative; above 0 only after trimming
    unknown: int                    # answers of no known cohort; they keep the weight 1
    places: tuple[WeightedPlace, ...]
    refused: Notice | None
    nobody_in: tuple[str, ...] = ()  # cohorts of customers that nobody among the answers belongs to


@dataclass(frozen=True, slots=True, eq=False)
class WeightPlan:
    """The wished cells over all respondents, ready to weigh any part of them."""

    by: str
    name: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    targets: tuple[float, ...]     # sum 1
    codes: IntArray                # (n_respondents,) position in ``keys``, -1 = not known
    refused: Notice | None = None
    withheld: tuple[bool, ...] = ()  # cells whose size may not be shown, whatever it is


def plan_weights(study: Study, grouping: Grouping | None, merged: Iterable[tuple[str, str]] = ()) -> WeightPlan | None:
    """The cells that a study wishes weights by; ``None`` when it wishes none.

    ``grouping`` is by ``study.weight_by``, with nothing merged; ``None`` if the answers have no such grouping.
    ``merged`` are pairs of cohorts shown elsewhere as one only: their own sizes would give the small one away.
    """
    if not study.weight_by:
        return None
    if grouping is None:
        return _refused(study, study.weight_by, notice(W.NO_GROUPING, by=study.weight_by))
    positions = {key: position for position, key in enumerate(grouping.keys)}
    parts = [(key, tuple(key.split(JOIN)) if key not in positions else (key,)) for key, _ in study.weight_targets]
    unknown = [part for _, joined in parts for part in joined if part not in positions]
    if unknown:
        return _refused(
            study, grouping.name, notice(W.UNKNOWN_COHORT, cohort=unknown[0], known=", ".join(grouping.keys))
        )
    shares = np.array([share for _, share in study.weight_targets], np.float64)
    named = [part for _, joined in parts for part in joined]
    if len(set(named)) < len(named) or not np.isfinite(shares).all() or (shares < 0).any() or not shares.sum() > 0:
        return _refused(study, grouping.name, notice(W.BAD_SHARES))
    cell_of = np.full(len(grouping.keys) + 1, -1, np.int64)  # one more, so that code -1 looks up -1
    for cell, (_, joined) in enumerate(parts):
        cell_of[[positions[part] for part in joined]] = cell
    codes = cell_of[grouping.codes]
    without_target = np.unique(grouping.codes[(grouping.codes >= 0) & (codes < 0)])
    refused = None
    if len(without_target):
        refused = notice(W.NO_TARGET, cohort=grouping.names[int(without_target[0])])
    names = tuple(
        " + ".join(grouping.names[positions[part]] for part in joined) for _, joined in parts
    )
    total, pairs = float(shares.sum()), tuple(merged)
    return WeightPlan(
        grouping.by, grouping.name, tuple(key for key, _ in parts), names,
        tuple(float(share) / total for share in shares), codes, refused,
        tuple(any((one in joined) != (other in joined) for one, other in pairs) for _, joined in parts),
    )


def own_shares(grouping: Grouping, who: IntArray, threshold: int) -> tuple[tuple[str, float], ...]:
    """The answers' own shares, whole percents, as targets to begin with; cohorts too small to show share one.

    ``grouping`` has its small bands merged already (``merge_small``); ``who`` are the respondents that count.
    """
    codes = grouping.codes[who]
    sizes = np.bincount(codes[codes >= 0], minlength=len(grouping.keys))
    hidden = hidden_cohorts(sizes, threshold).hidden
    cells = [
        (JOIN.join([key, *(small for small, home in grouping.merged if home == key)]), sizes[at])
        for at, key in enumerate(grouping.keys) if sizes[at] and not hidden[at]
    ]
    if hidden.any():
        joined = [key for key, hide in zip(grouping.keys, hidden, strict=True) if hide]
        cells.append((JOIN.join(joined), sizes[hidden].sum()))
    total = max(1, int(sizes.sum()))
    return tuple((key, round(100 * int(size) / total) / 100) for key, size in cells)


def weigh(priorities: Priorities, plan: WeightPlan | None) -> Priorities:
    """The priorities with the plan's weights; as they were where the plan cannot be kept."""
    if plan is None or refusal(priorities, plan) is not None:
        return priorities
    weights = _raked(priorities, plan).weights
    weights.flags.writeable = False
    return replace(priorities, weights=weights)


def refusal(priorities: Priorities, plan: WeightPlan) -> Notice | None:
    """Why these answers cannot be weighted so, if they cannot."""
    if plan.refused is not None:
        return plan.refused
    empty = _nobody_in(priorities, plan)
    if empty:
        return notice(W.NOBODY_IN, cohort=empty[0])
    codes = plan.codes[priorities.who]
    weightless = (codes >= 0) & (np.array(plan.targets)[codes] <= 0)
    return notice(W.ALL_WEIGHTLESS) if len(codes) and weightless.all() else None


def weighting_of(
    study: Study, pillars: Pillars, priorities: Priorities, plan: WeightPlan | None
) -> Weighting | None:
    """Without and with weights side by side; ``priorities`` are those that count, weighted where they could be."""
    if plan is None or not priorities.n:
        return None
    refused = refusal(priorities, plan)
    codes = plan.codes[priorities.who] if len(plan.codes) else np.full(priorities.n, -1)
    raked = None if refused is not None else _raked(priorities, plan)
    n = priorities.n
    return Weighting(
        by=plan.by,
        name=plan.name,
        cells=_cells(study, codes, plan, raked),
        n=n,
        effective_n=float(n) if raked is None else raked.effective_n,
        design_effect=1.0 if raked is None else raked.design_effect,
        n_trimmed=0 if raked is None else raked.n_trimmed,
        largest_miss=0.0 if raked is None else raked.largest_miss,
        unknown=int((codes < 0).sum()),
        places=() if raked is None else _places(pillars, priorities),
        refused=refused,
        nobody_in=() if plan.refused is not None else _nobody_in(priorities, plan),
    )


def _raked(priorities: Priorities, plan: WeightPlan) -> RakedWeights:
    targets: dict[object, float] = dict(enumerate(plan.targets))
    return rake(plan.codes[priorities.who], targets)


def _nobody_in(priorities: Priorities, plan: WeightPlan) -> tuple[str, ...]:
    codes = plan.codes[priorities.who]
    sizes = np.bincount(codes[codes >= 0], minlength=len(plan.keys))
    return tuple(
        name for name, target, size in zip(plan.names, plan.targets, sizes, strict=True) if target > 0 and not size
    )


def _cells(study: Study, codes: IntArray, plan: WeightPlan, raked: RakedWeights | None) -> tuple[WeightCell, ...]:
    """The cells; of small ones neither size nor weight, from which the size would follow."""
    sizes = np.bincount(codes[codes >= 0], minlength=len(plan.keys))
    hidden = hidden_cohorts(sizes, study.privacy_threshold).hidden if len(sizes) else np.zeros(0, bool)
    total = max(1, int(sizes.sum()))
    found = []
    for cell, key in enumerate(plan.keys):
        size, hide = int(sizes[cell]), bool((hidden[cell] or plan.withheld[cell]) and sizes[cell] > 0)
        weight = None if raked is None or hide or not size else float(raked.weights[codes == cell][0])
        found.append(
            WeightCell(
                key, plan.names[cell], None if hide else size, None if hide else size / total, plan.targets[cell],
                weight,
            )
        )
    return tuple(found)


def _places(pillars: Pillars, priorities: Priorities) -> tuple[WeightedPlace, ...]:
    """Each pillar's place without and with weights, in the weighted order."""
    before = replace(priorities, weights=None).tally().score_moments().mean
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


def _refused(study: Study, name: str, why: Notice) -> WeightPlan:
    return WeightPlan(study.weight_by, name, (), (), (), np.zeros(0, np.int64), why)
