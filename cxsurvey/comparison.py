"""Customers' order against the internal one, overall and within cohorts."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from cxsurvey.adequacy import BaseStatus, CohortBase
from cxsurvey.answer_formats import FEWEST_TO_TELL, TOP
from cxsurvey.bet import Bets, bets_of
from cxsurvey.cohort_details import (
    FEWEST_FOR_CHI_SQUARE,
    MOST_FOR_SHUFFLING,
    CohortPairTest,
    FromOthers,
    SteadiedRank,
    from_others,
    pair_tests,
    steadied_ranks,
)
from cxsurvey.consensus import Consensus
from cxsurvey.grouping import Grouping
from cxsurvey.internal import InternalView
from cxsurvey.notices import Notice
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Counted, Priorities, cut_to, places_ranked
from cxsurvey.sensitivity import Sensitivity, sensitivity_of
from cxsurvey.statistics import (
    CohortTest,
    FloatArray,
    cohort_q_permutation,
    generator,
    pairs_in_same_order,
    rank_sets,
    tau_x,
)
from cxsurvey.statistics.arrays import finite
from cxsurvey.statistics.best_worst_designs import Balance
from cxsurvey.study import Study

FEWEST_FOR_SETS = 10  # below it no range of places is given (statistics.md 2.2)


class Verdict(StrEnum):
    """Where the internal place lies against the customers' simultaneous rank set (statistics.md 3.2)."""

    BLIND_SPOT = "blind_spot"  # customers rank it higher than we do
    OVER_RATED = "over_rated"  # we rank it higher than customers do
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True)
class PillarStanding:
    """Where one pillar stands with a group of customers. Places from 1; ``place_low`` is the better end."""

    key: str
    name: str
    mean_rank: float | None    # None where people gave no places: points, MaxDiff
    score: float               # 0-100 priority score; of points the share of 100
    place: int                 # by mean score; equal means in the list's order
    place_low: int | None      # simultaneous 95 % rank set; None below 10 answers
    place_high: int | None
    internal_place: float | None
    verdict: Verdict | None    # None without an internal view or rank set

    @property
    def gap(self) -> float | None:
        """Internal place minus customers' place: above 0, customers care more than we do."""
        return None if self.internal_place is None else self.internal_place - self.place


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of the orders: tau_x with the internal order; W among customers."""

    tau_x: float | None
    pairs_agreeing: int | None
    pairs: int
    kendall_w: float | None


@dataclass(frozen=True, slots=True)
class CohortGroup:
    """One cohort's order. ``n`` and ``pillars`` are withheld (None, empty) unless ``shown``."""

    key: str
    name: str
    n: int | None
    status: BaseStatus
    shown: bool                            # False: nothing may be shown of it
    pillars: tuple[PillarStanding, ...]    # empty under 30 answers: no ranking
    tau_x: float | None                    # with the internal order
    from_others: tuple[FromOthers, ...] = ()   # against everyone else, in the list's order
    steadied: tuple[SteadiedRank, ...] = ()    # for display, in the list's order; only of cohorts below 97


@dataclass(frozen=True, slots=True)
class PillarDifference:
    """How one pillar differs between cohorts: Kruskal-Wallis, Holm over pillars."""

    key: str
    name: str
    h: float
    p_value: float
    p_adjusted: float
    effect: float      # epsilon squared, 0..1
    differs: bool      # only when the omnibus test and the adjusted p are both below alpha
    highest: str       # key of the cohort that ranks it highest
    lowest: str


@dataclass(frozen=True, slots=True)
class CohortComparison:
    """All cohorts of one grouping; the omnibus test uses the cohorts with 10 or more answers."""

    by: str                    # "generation", "age" or a segment key
    name: str
    q: float | None
    df: int | None
    p_value: float | None
    reliable: bool             # omnibus p below alpha
    groups: tuple[CohortGroup, ...]
    differences: tuple[PillarDifference, ...]
    no_cohort: int             # respondents without a usable answer
    ambiguous: int             # ages that may belong to two bands
    sentences: tuple[Notice, ...]
    method: str = "chi-square"  # of the omnibus p: "chi-square", "permutation" (a cohort below 30), "wald" (weighted)
    pairs: tuple[CohortPairTest, ...] = ()
    depth: int | None = None    # the fewest places that a cohort ranked, to which all were cut; None = nothing was cut


@dataclass(frozen=True, slots=True)
class Comparison:
    """The customers' order, best first, and what it says of ours."""

    n: int
    format: str                        # "ranking", "top", "sort", "rating", "best_worst" or "points"
    depth: int                         # how many places people were asked for
    left_out: int                      # respondents without a usable priority answer
    pillars: tuple[PillarStanding, ...]
    agreement: Agreement
    compatible: bool | None            # no internal place is contradicted; None without an internal view
    cohorts: CohortComparison | None
    sentences: tuple[Notice, ...]      # the first is the headline
    effective_n: float | None = None   # what weighted answers are worth; None = unweighted
    set_aside: int = 0                 # answers that look careless and do not count
    sensitivity: Sensitivity | None = None  # the order by other methods
    bet: Bets | None = None                 # whose ranking came closest; None without an internal view
    others: tuple[tuple[str, int], ...] = ()  # people who answered in another format only, by format; not counted
    cut: int = 0                              # people who ranked more than ``depth`` places; the rest is left out
    balance: Balance | None = None            # MaxDiff: how evenly people saw the pillars


def compare(
    study: Study,
    pillars: Pillars,
    priorities: Priorities,
    consensus: Consensus,
    grouping: Grouping | None,
    bases: tuple[CohortBase, ...],
    view: InternalView | None = None,
) -> Comparison | None:
    """Customers' order against ours, and cohort by cohort, without its sentences; ``None`` without answers.

    ``view`` are the colleagues' own rankings, for the bet.
    """
    if not priorities.n:
        return None
    shape = priorities.table.twice.shape
    if shape[1] != len(pillars):  # a table on its side would give a W all the same
        raise ValueError(f"priorities: needs a column for each of {len(pillars)} pillars, got shape {shape}")
    ours = np.array([np.nan if view.place is None else view.place for view in consensus.pillars])
    counted = _counted(priorities, grouping)
    standings = _standings(study, pillars, counted, ours, priorities.has_places)
    verdicts = [standing.verdict for standing in standings]
    return Comparison(
        n=priorities.n,
        format=priorities.format,
        depth=priorities.depth,
        left_out=priorities.left_out,
        pillars=standings,
        agreement=_agreement(standings, finite(counted.kendall_w())),
        compatible=None if None in verdicts else all(verdict is Verdict.ALIGNED for verdict in verdicts),
        cohorts=None if grouping is None
        else _compare_cohorts(study, pillars, priorities, counted, ours, grouping, bases),
        sentences=(),
        effective_n=None if priorities.weights is None else priorities.effective_n,
        set_aside=priorities.set_aside,
        sensitivity=sensitivity_of(pillars, priorities),
        bet=None if view is None else bets_of(study, pillars, view, priorities, counted.score_moments().mean),
        others=priorities.others,
        cut=priorities.cut,
        balance=priorities.balance,
    )


def _counted(priorities: Priorities, grouping: Grouping | None) -> Counted:
    """The answers cohort by cohort, with a last cell of those whose cohort is not known."""
    unknown = 0 if grouping is None else len(grouping.keys)
    codes = np.zeros(priorities.n, np.int16) if grouping is None else grouping.codes[priorities.who]
    return priorities.tally(np.where(codes < 0, unknown, codes), unknown + 1)


def _standings(
    study: Study, pillars: Pillars, counted: Counted, ours: FloatArray, has_places: bool
) -> tuple[PillarStanding, ...]:
    """Where each pillar stands with these people, best first."""
    n, k = counted.n, counted.n_pillars
    moments = counted.score_moments(study.population if (study.population or 0) >= n else None)
    order = np.argsort(-moments.mean, kind="stable")
    sets = None
    if n >= FEWEST_FOR_SETS:
        sets = rank_sets(moments.mean, moments.covariance, study.confidence, rng=generator(study.seed))
    standings = []
    for place, position in enumerate(order.tolist(), 1):
        low = None if sets is None else int(sets.low[position])
        high = None if sets is None else int(sets.high[position])
        score = float(moments.mean[position])
        standings.append(
            PillarStanding(
                pillars[position].key, pillars[position].name, k - score * (k - 1) / 100 if has_places else None, score,
                place, low, high, finite(ours[position]), _verdict(ours, position, low, high),
            )
        )
    return tuple(standings)


def _verdict(ours: FloatArray, position: int, low: int | None, high: int | None) -> Verdict | None:
    """Our place against the customers' range. A tied place stands for the whole block that shares it."""
    place = float(ours[position])
    if low is None or high is None or np.isnan(place):
        return None
    reach = (int((ours == place).sum()) - 1) / 2
    if place - reach > high:
        return Verdict.BLIND_SPOT
    return Verdict.OVER_RATED if place + reach < low else Verdict.ALIGNED


def _agreement(standings: tuple[PillarStanding, ...], w: float | None) -> Agreement:
    ours = [np.nan if standing.internal_place is None else standing.internal_place for standing in standings]
    theirs = [-standing.score for standing in standings]
    k = len(standings)
    if np.isnan(ours).any():
        return Agreement(None, None, k * (k - 1) // 2, w)
    return Agreement(finite(tau_x(ours, theirs)), pairs_in_same_order(ours, theirs), k * (k - 1) // 2, w)


def _compare_cohorts(
    study: Study,
    pillars: Pillars,
    priorities: Priorities,
    counted: Counted,
    ours: FloatArray,
    grouping: Grouping,
    bases: tuple[CohortBase, ...],
) -> CohortComparison:
    positions = {key: position for position, key in enumerate(grouping.keys)}
    shown = sorted(
        (base for base in bases if base.status is not BaseStatus.HIDDEN), key=lambda base: positions[base.key]
    )
    usable = [positions[base.key] for base in shown]
    cells = {base.key: positions[base.key] for base in shown}
    depth = _common_depth(priorities, grouping, shown)
    if depth is not None:
        priorities = cut_to(priorities, depth)
        counted = _counted(priorities, grouping)
    steadied = steadied_ranks(pillars, counted, shown, cells, priorities.has_places)
    groups = tuple(
        replace(
            _group(study, pillars, counted.of([positions[base.key]]), ours, base, priorities.has_places),
            from_others=_from_others(study, pillars, counted, base, positions, usable, priorities.has_places),
            steadied=steadied.get(base.key, ()) if base.status is BaseStatus.DIRECTION else (),
        )
        for base in bases
    )
    q = _omnibus(study, priorities, counted, grouping, shown, usable) if len(usable) > 1 else None
    p_value = None if q is None else finite(q.p_value)
    reliable = p_value is not None and p_value < 1 - study.confidence
    return CohortComparison(
        by=grouping.by,
        name=grouping.name,
        q=None if q is None else finite(q.q),
        df=None if q is None or p_value is None else int(q.df),
        p_value=p_value,
        reliable=reliable,
        groups=groups,
        differences=_differences(study, pillars, counted.of(usable), grouping, usable, reliable),
        no_cohort=int(counted.sizes[:, -1].sum()),
        ambiguous=grouping.ambiguous,
        sentences=(),
        method="chi-square" if q is None else q.method,
        pairs=pair_tests(
            counted, cells, {group.key for group in groups if group.pillars}, reliable, study.confidence
        ),
        depth=depth,
    )


def _common_depth(priorities: Priorities, grouping: Grouping, shown: list[CohortBase]) -> int | None:
    """The fewest places that one of the cohorts was asked to rank; ``None`` unless others ranked more."""
    if priorities.format != TOP:
        return None
    k = priorities.table.n_pillars
    codes, ranked = grouping.codes[priorities.who], places_ranked(priorities)
    depths = []
    for base in shown:
        if base.n and base.n >= FEWEST_TO_TELL:
            own = ranked[codes == grouping.keys.index(base.key)]
            depths.append(int(np.bincount(own[own > 0], minlength=k + 1).argmax()))
    return min(depths) if depths and min(depths) < max(depths) else None


def _omnibus(
    study: Study,
    priorities: Priorities,
    counted: Counted,
    grouping: Grouping,
    shown: list[CohortBase],
    usable: list[int],
) -> CohortTest:
    """One test of all cohorts; by shuffled labels where one is too small for the chi-square."""
    n = sum(base.n or 0 for base in shown)
    if n > MOST_FOR_SHUFFLING or min(base.n or 0 for base in shown) >= FEWEST_FOR_CHI_SQUARE:
        return counted.of(usable).cohort_q()
    codes = grouping.codes[priorities.who].astype(np.int64)
    kept = np.isin(codes, usable)
    weights = priorities.weights_of(kept)
    scores = priorities.scores_of(np.flatnonzero(kept))
    return cohort_q_permutation(scores, codes[kept], generator(study.seed), weights)


def _from_others(
    study: Study, pillars: Pillars, counted: Counted, base: CohortBase, positions: dict[str, int], usable: list[int],
    has_places: bool,
) -> tuple[FromOthers, ...]:
    """A ranked cohort against all other shown ones; below 30 answers nothing is said of single pillars."""
    others = [cell for cell in usable if cell != positions[base.key]]
    if base.status not in (BaseStatus.ENOUGH, BaseStatus.DIRECTION) or not others:
        return ()
    return from_others(pillars, counted, positions[base.key], others, study.confidence, has_places)


def _group(
    study: Study, pillars: Pillars, counted: Counted, ours: FloatArray, base: CohortBase, has_places: bool
) -> CohortGroup:
    """One cohort: nothing of it when hidden, no order below 30 answers."""
    ranked = base.status in (BaseStatus.ENOUGH, BaseStatus.DIRECTION)
    standings = _standings(study, pillars, counted, ours, has_places) if ranked else ()
    tau = _agreement(standings, None).tau_x if standings else None
    return CohortGroup(base.key, base.name, base.n, base.status, base.status is not BaseStatus.HIDDEN, standings, tau)


def _differences(
    study: Study,
    pillars: Pillars,
    counted: Counted,
    grouping: Grouping,
    usable: list[int],
    reliable: bool,
) -> tuple[PillarDifference, ...]:
    """Kruskal-Wallis for each pillar with Holm; the cohorts with the best and the worst mean rank."""
    if len(usable) < 2:
        return ()
    tests = counted.kruskal()
    means = counted.mean_ranks()
    found = []
    for position, pillar in enumerate(pillars):
        p_value, p_adjusted = float(tests.p_value[position]), float(tests.adjusted[position])
        if np.isnan(p_value):
            continue  # everyone alike: nothing to test
        found.append(
            PillarDifference(
                pillar.key, pillar.name, float(tests.h[position]), p_value, p_adjusted,
                float(tests.epsilon_squared[position]), reliable and p_adjusted < 1 - study.confidence,
                grouping.keys[usable[int(means[:, position].argmin())]],
                grouping.keys[usable[int(means[:, position].argmax())]],
            )
        )
    return tuple(found)

