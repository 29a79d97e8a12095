"""The customers' order by other methods: does the answer hang on how it was computed?"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities, top_places
from cxsurvey.statistics import (
    FloatArray,
    RankTable,
    has_majority_cycle,
    kemeny_of_wins,
    pairwise_wins,
    plackett_luce,
    positions,
    tau_x,
)
from cxsurvey.statistics.arrays import finite
from cxsurvey.statistics.orders import MOST_PILLARS_FOR_KEMENY
from cxsurvey.statistics.plackett_luce import PlackettLuce
from cxsurvey.statistics.rank_tables import count_ranked

MEAN_RANK, PLACKETT_LUCE, KEMENY, TOP_SHARE = "mean_rank", "plackett_luce", "kemeny", "top_share"
METHODS = (MEAN_RANK, PLACKETT_LUCE, KEMENY, TOP_SHARE)
MOST_FOR_CHOICES = 20  # pillars; beyond it the model's table of sets grows too large


@dataclass(frozen=True, slots=True)
class MethodOrder:
    """The order by one method. Places follow the list of pillars; equal ones share the mean of their places."""

    key: str
    order: tuple[str, ...]                 # pillar keys, best first
    places: tuple[tuple[str, float], ...]
    tau_x: float                           # with the order by mean rank
    n_orders: int                          # equally good orders; above 1 for Kemeny only


@dataclass(frozen=True, slots=True)
class Preference:
    """Share who would pick a pillar if they could pick one: by the model, and as observed first choices."""

    key: str
    modelled: float | None  # Plackett-Luce; None where it could not be fitted
    observed: float         # put it first, ties shared
    log_worth: float | None = None  # of the model; they add up to 0
    robust_se: float | None = None  # of the log worth, clustered by respondent


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How far the methods agree (statistics.md 2.3 to 2.5)."""

    methods: tuple[MethodOrder, ...]                  # the headline's own, mean rank, is the first
    agreement: tuple[tuple[str, str, float], ...]     # tau_x of each two methods
    first: str                                        # key of the pillar that most methods put first
    first_name: str
    n_first: int                                      # how many methods do
    preferences: tuple[Preference, ...]               # in the list's order
    majority_cycle: bool                              # majorities run in a circle: no order satisfies all
    stabilised: bool                                  # the model's worths were kept finite by a ghost pillar


def sensitivity_of(pillars: Pillars, priorities: Priorities) -> Sensitivity | None:
    """The order by mean rank, Plackett-Luce, Kemeny and top share; ``None`` without answers to each.

    Of ratings only people who rated every pillar tell of choices and pairs: what was not rated is not known.
    """
    if not priorities.n:
        return None
    k = len(pillars)
    complete = _complete(priorities)
    counted = priorities.tally()
    top = top_places(k)
    values: dict[str, FloatArray] = {MEAN_RANK: counted.score_moments().mean}
    if np.isnan(values[MEAN_RANK]).any():
        return None  # nobody rated some pillar
    model = plackett_luce(complete.table, complete.weights) if k <= MOST_FOR_CHOICES and complete.n else None
    if model is not None and not np.isnan(model.log_worth).any():
        values[PLACKETT_LUCE] = model.log_worth
    wins = pairwise_wins(complete.table, complete.weights)
    n_orders = 1
    if k <= MOST_PILLARS_FOR_KEMENY and wins.any():
        best = kemeny_of_wins(wins, most_orders=1)
        values[KEMENY], n_orders = -np.argsort(np.array(best.orders[0])).astype(np.float64), best.n_orders
    values[TOP_SHARE] = counted.top_k_shares(top)
    places = {key: positions(values[key]) for key in METHODS if key in values}
    base = places[MEAN_RANK]
    methods = tuple(
        MethodOrder(
            key, _order(pillars, value, base), _by_pillar(pillars, value), float(tau_x(value, base)),
            n_orders if key == KEMENY else 1,
        )
        for key, value in places.items()
    )
    firsts = Counter(method.order[0] for method in methods)
    first, n_first = max(firsts.items(), key=lambda found: (found[1], found[0] == methods[0].order[0]))
    observed = counted.top_k_shares(1)
    fitted = model.preference_share if PLACKETT_LUCE in values and model is not None else np.full(k, np.nan)
    return Sensitivity(
        methods=methods,
        agreement=tuple(
            (one, other, float(tau_x(places[one], places[other]))) for one, other in combinations(places, 2)
        ),
        first=first,
        first_name=next(pillar.name for pillar in pillars if pillar.key == first),
        n_first=n_first,
        preferences=tuple(
            Preference(pillar.key, finite(fitted[place]), float(observed[place]), *_worth(model, place))
            for place, pillar in enumerate(pillars)
        ),
        majority_cycle=has_majority_cycle(wins),
        stabilised=model is not None and model.stabilised,
    )


def _worth(model: PlackettLuce | None, place: int) -> tuple[float | None, float | None]:
    """A pillar's log worth with its error; ``None`` where the model could not be fitted."""
    return (None, None) if model is None else (finite(model.log_worth[place]), finite(model.robust_se[place]))



def _complete(priorities: Priorities) -> Priorities:
    """The answers in which nothing is missing; all of them but for ratings."""
    missing = count_ranked(priorities.table.twice) < priorities.table.n_pillars
    if not missing.any():
        return priorities
    kept = ~missing
    twice = np.asfortranarray(priorities.table.twice[kept])
    return replace(
        priorities, who=priorities.who[kept], table=RankTable(twice), weights=priorities.weights_of(kept)
    )


def _order(pillars: Pillars, places: FloatArray, base: FloatArray) -> tuple[str, ...]:
    """Best first; equal ones as the mean ranks have them, then as the list has them."""
    order = np.lexsort((np.arange(len(places)), base, places)).tolist()
    return tuple(pillars[position].key for position in order)


def _by_pillar(pillars: Pillars, places: FloatArray) -> tuple[tuple[str, float], ...]:
    return tuple((pillar.key, float(place)) for pillar, place in zip(pillars, places, strict=True))
