"""The customers' order by other methods: does the answer hang on how it was computed?"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from cxsurvey.answer_formats import RANKED
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Counted, Priorities, only, top_places
from cxsurvey.statistics import (
    BestWorstLogit,
    FloatArray,
    closed_form_of_sums,
    has_majority_cycle,
    kemeny_of_wins,
    pairwise_wins,
    plackett_luce,
    positions,
    score_moments,
    tau_x,
)
from cxsurvey.statistics.arrays import finite
from cxsurvey.statistics.best_worst_designs import DesignedTasks, designed_counts, designed_logit
from cxsurvey.statistics.orders import MOST_PILLARS_FOR_KEMENY
from cxsurvey.statistics.plackett_luce import PlackettLuce
from cxsurvey.statistics.rank_tables import UNRANKED_LAST, count_ranked

MEAN_RANK, MEAN_POINTS = "mean_rank", "mean_points"
PLACKETT_LUCE, KEMENY, TOP_SHARE = "plackett_luce", "kemeny", "top_share"
COUNTS, LOGIT, CLOSED_FORM = "counts", "logit", "closed_form"  # of MaxDiff
MOST_FOR_CHOICES = 20  # pillars; beyond it the model's table of sets grows too large


@dataclass(frozen=True, slots=True)
class MethodOrder:
    """The order by one method. Places follow the list of pillars; equal ones share the mean of their places."""

    key: str
    order: tuple[str, ...]                 # pillar keys, best first
    places: tuple[tuple[str, float], ...]
    tau_x: float                           # with the headline's order
    n_orders: int                          # equally good orders; above 1 for Kemeny only


@dataclass(frozen=True, slots=True)
class Preference:
    """Share who would pick a pillar if they could pick one: by the model, and as observed first choices."""

    key: str
    modelled: float | None  # Plackett-Luce, of MaxDiff the logit; None where it could not be fitted
    observed: float         # put it first, ties shared
    log_worth: float | None = None  # of the model; they add up to 0
    robust_se: float | None = None  # of the log worth, clustered by respondent


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How far the methods agree (statistics.md 2.3 to 2.5)."""

    methods: tuple[MethodOrder, ...]                  # the headline's own is the first
    agreement: tuple[tuple[str, str, float], ...]     # tau_x of each two methods
    first: str                                        # key of the pillar that most methods put first
    first_name: str
    n_first: int                                      # how many methods do
    preferences: tuple[Preference, ...]               # in the list's order
    majority_cycle: bool                              # majorities run in a circle: no order satisfies all
    stabilised: bool                                  # the model's worths were kept finite by a ghost pillar


def sensitivity_of(pillars: Pillars, priorities: Priorities) -> Sensitivity | None:
    """The order by the headline's method and by others that fit the format; ``None`` without answers to each.

    Of ratings only people who rated every pillar tell of choices and pairs: what was not rated is not known.
    """
    if not priorities.n:
        return None
    k = len(pillars)
    complete = _complete(priorities)
    counted = priorities.tally()
    if np.isnan(counted.score_moments().mean).any():
        return None  # nobody rated some pillar, or saw it
    wins = pairwise_wins(complete.table, complete.weights)
    model = _model(priorities, complete)
    if priorities.tasks is None:
        values, n_orders = _of_ranks(priorities, counted, model, wins)
    else:
        values, n_orders = _of_tasks(priorities, priorities.tasks, counted, model), 1
    places = {key: positions(value) for key, value in values.items()}
    base = next(iter(places.values()))
    methods = tuple(
        MethodOrder(
            key, _order(pillars, value, base), _by_pillar(pillars, value), float(tau_x(value, base)),
            n_orders if key == KEMENY else 1,
        )
        for key, value in places.items()
    )
    firsts = Counter(method.order[0] for method in methods)
    first, n_first = max(firsts.items(), key=lambda found: (found[1], found[0] == methods[0].order[0]))
    observed = counted.top_k_shares(1) if priorities.format in RANKED else _first_shares(priorities)
    fitted = np.full(k, np.nan) if model is None else _preference_share(model.log_worth)
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


def _model(priorities: Priorities, complete: Priorities) -> PlackettLuce | BestWorstLogit | None:
    """The choice model of the format, where there is enough for one."""
    model: PlackettLuce | BestWorstLogit | None = None
    if priorities.tasks is not None:
        model = designed_logit(priorities.tasks, priorities.weights)
    elif complete.table.n_pillars <= MOST_FOR_CHOICES and complete.n:
        model = plackett_luce(complete.table, complete.weights)
    return None if model is None or np.isnan(model.log_worth).any() else model


def _of_ranks(
    priorities: Priorities, counted: Counted, model: PlackettLuce | BestWorstLogit | None, wins: FloatArray
) -> tuple[dict[str, FloatArray], int]:
    """Values by method, the highest first, and how many orders are as good as Kemeny's."""
    k, n_orders = counted.n_pillars, 1
    own = MEAN_RANK if priorities.has_places else MEAN_POINTS
    values: dict[str, FloatArray] = {own: counted.score_moments().mean}
    if model is not None:
        values[PLACKETT_LUCE] = model.log_worth
    if k <= MOST_PILLARS_FOR_KEMENY and wins.any():
        best = kemeny_of_wins(wins, most_orders=1)
        values[KEMENY], n_orders = -np.argsort(np.array(best.orders[0])).astype(np.float64), best.n_orders
    values[TOP_SHARE] = counted.top_k_shares(top_places(k))
    return values, n_orders


def _of_tasks(
    priorities: Priorities, tasks: DesignedTasks, counted: Counted, model: PlackettLuce | BestWorstLogit | None
) -> dict[str, FloatArray]:
    """Of MaxDiff: counts, the logit, the closed form; the first is the one that gave the scores."""
    counts = designed_counts(tasks)
    weight = np.ones(priorities.n) if priorities.weights is None else priorities.weights
    values: dict[str, FloatArray] = {COUNTS: score_moments(counts.scores, priorities.weights).mean}
    if model is not None:
        values[LOGIT] = model.log_worth
    values[CLOSED_FORM] = closed_form_of_sums(weight @ counts.away, weight @ counts.shown)
    if priorities.by_logit:
        values = {LOGIT: counted.score_moments().mean} | {key: one for key, one in values.items() if key != LOGIT}
    return values


def _preference_share(log_worth: FloatArray) -> FloatArray:
    """The model's share of people who would pick each pillar if they could pick one."""
    worth = np.exp(log_worth - log_worth.max(initial=0.0))
    share: FloatArray = worth / worth.sum()
    return share


def _first_shares(priorities: Priorities) -> FloatArray:
    """Share of people who put each pillar first; of several first each gets its part."""
    first, total = np.zeros(priorities.table.n_pillars), 0.0
    for rows in priorities.table.blocks():
        places = np.where(priorities.table.twice[rows] == 0, UNRANKED_LAST, priorities.table.twice[rows])
        ahead = places == places.min(axis=1, keepdims=True)
        weight = np.ones(len(places)) if priorities.weights is None else priorities.weights[rows]
        first += (weight / ahead.sum(axis=1)) @ ahead
        total += float(weight.sum())
    return first / total if total else np.full(len(first), np.nan)


def _worth(model: PlackettLuce | BestWorstLogit | None, place: int) -> tuple[float | None, float | None]:
    """A pillar's log worth with its error; ``None`` where the model could not be fitted."""
    return (None, None) if model is None else (finite(model.log_worth[place]), finite(model.robust_se[place]))


def _complete(priorities: Priorities) -> Priorities:
    """The answers in which nothing is missing; all of them but for ratings and MaxDiff."""
    missing = count_ranked(priorities.table.twice) < priorities.table.n_pillars
    return only(priorities, np.flatnonzero(~missing)) if missing.any() else priorities


def _order(pillars: Pillars, places: FloatArray, base: FloatArray) -> tuple[str, ...]:
    """Best first; equal ones as the mean ranks have them, then as the list has them."""
    order = np.lexsort((np.arange(len(places)), base, places)).tolist()
    return tuple(pillars[position].key for position in order)


def _by_pillar(pillars: Pillars, places: FloatArray) -> tuple[tuple[str, float], ...]:
    return tuple((pillar.key, float(place)) for pillar, place in zip(pillars, places, strict=True))
