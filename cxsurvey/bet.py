"""The bet: whose ranking came closest to the customers', colleague by colleague and level by level."""

from dataclasses import dataclass

import numpy as np

from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities
from cxsurvey.statistics import (
    FloatArray,
    borda,
    generator,
    group_difference,
    pairs_in_same_order,
    ranking_scores,
    tau_x,
)
from cxsurvey.study import Study

FEWEST_FOR_A_TEST = 5      # colleagues; fewer are no sample of anything
MOST_CUSTOMERS = 20_000    # compared by shuffling; of more a draw by the seed stands for all


@dataclass(frozen=True, slots=True)
class Bet:
    """How close one ranking came to the customers' order."""

    key: str            # of the colleague; "" for a level
    name: str
    level: str          # "leader", "front_line" or ""
    tau_x: float
    pairs_agreeing: int


@dataclass(frozen=True, slots=True)
class PillarGap:
    """Colleagues against customers on one pillar, as two groups of people; p holds for all pillars together."""

    key: str
    name: str
    difference: float       # colleagues' mean score minus customers', 0-100
    p_adjusted: float
    differs: bool


@dataclass(frozen=True, slots=True)
class Bets:
    """Everyone's bet, the closest first."""

    pairs: int
    colleagues: tuple[Bet, ...]
    closest: tuple[str, ...]           # keys; several when equally close
    consensus: float                   # tau_x of the common order of all colleagues
    n_better: int                      # colleagues closer than their common order
    leaders: Bet | None                # each level's own common order
    front_line: Bet | None
    differences: tuple[PillarGap, ...]  # empty with fewer than five colleagues


def bets_of(
    study: Study, pillars: Pillars, view: InternalView, priorities: Priorities, customers: FloatArray
) -> Bets | None:
    """Each colleague's order against the customers' mean scores (n_pillars,); ``None`` without a ranking of all."""
    rankers = tuple(colleague for colleague in view.colleagues if len(colleague.ranking) == len(pillars))
    if not rankers or len(pillars) < 2 or np.isnan(customers).any():
        return None
    ranks = _ranks(rankers, pillars)
    found = [_bet(who.key, who.name, who.level, own, customers) for who, own in zip(rankers, ranks, strict=True)]
    best = max(bet.tau_x for bet in found)
    common = float(tau_x(borda(ranks).positions, -customers))
    return Bets(
        pairs=len(pillars) * (len(pillars) - 1) // 2,
        colleagues=tuple(sorted(found, key=lambda bet: -bet.tau_x)),
        closest=tuple(bet.key for bet in found if bet.tau_x > best - 1e-9),
        consensus=common,
        n_better=sum(bet.tau_x > common + 1e-9 for bet in found),
        leaders=_level("leader", rankers, ranks, customers),
        front_line=_level("front_line", rankers, ranks, customers),
        differences=_differences(study, pillars, ranks, priorities),
    )


def _bet(key: str, name: str, level: str, ranks: FloatArray, customers: FloatArray) -> Bet:
    return Bet(key, name, level, float(tau_x(ranks, -customers)), pairs_in_same_order(ranks, -customers))


def _level(level: str, rankers: tuple[Colleague, ...], ranks: FloatArray, customers: FloatArray) -> Bet | None:
    own = [who.level == level for who in rankers]
    return _bet("", "", level, borda(ranks[own]).positions, customers) if any(own) else None


def _differences(
    study: Study, pillars: Pillars, ranks: FloatArray, priorities: Priorities
) -> tuple[PillarGap, ...]:
    """Max-t over all pillars (statistics.md 3.2); colleagues and customers are then both taken as samples.

    Unweighted, because labels are shuffled among people. Of customers who did not rank, points and MaxDiff, their own
    order counts: other scores have another scale.
    """
    if len(ranks) < FEWEST_FOR_A_TEST or priorities.n < 2:
        return ()
    rng = generator(study.seed)
    who = np.arange(priorities.n)
    if priorities.n > MOST_CUSTOMERS:
        who = np.sort(rng.choice(priorities.n, MOST_CUSTOMERS, replace=False))
    found = group_difference(ranking_scores(ranks), priorities.rank_scores_of(who), rng)
    return tuple(
        PillarGap(pillar.key, pillar.name, float(gap), float(p), bool(p < 1 - study.confidence))
        for pillar, gap, p in zip(pillars, found.difference, found.adjusted, strict=True)
        if not np.isnan(p)
    )


def _ranks(rankers: tuple[Colleague, ...], pillars: Pillars) -> FloatArray:
    """(n_colleagues, n_pillars), 1 = most important."""
    return np.array(
        [[colleague.ranking.index(pillar.key) + 1.0 for pillar in pillars] for colleague in rankers]
    )
