"""One order out of many rankings: Borda's mean ranks, Kemeny's median ranking, and who wins each pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_matrix, as_vector, as_weights
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.scores import as_ranks, fill_unranked, mid_ranks

MOST_PILLARS_FOR_KEMENY = 15


@dataclass(frozen=True, slots=True, eq=False)
class Borda:
    """The order by mean rank. ``positions`` are 1, 2, ...; equal mean ranks share the mean of their places."""

    mean_ranks: FloatArray
    positions: FloatArray
    n_respondents: int


@dataclass(frozen=True, slots=True)
class Kemeny:
    """The orders that contradict the fewest pairwise opinions.

    ``orders`` holds pillar indices from first to last, at most as many orders as asked for; ``n_orders`` counts
    all that are equally good. Without any answer: no orders and a cost of NaN.
    """

    orders: tuple[tuple[int, ...], ...]
    cost: float
    n_orders: int


def borda(ranks: ArrayLike | RankTable, weights: ArrayLike | None = None) -> Borda:
    """The consensus by mean rank; unranked pillars (NaN) share the places left over. NaN without answers."""
    table = fill_unranked(ranks)
    weight = as_weights(weights, len(table))
    counted = ~np.isnan(table).any(axis=1) & (weight > 0)
    n = int(counted.sum())
    if n == 0:
        return Borda(np.full(table.shape[1], np.nan), np.full(table.shape[1], np.nan), 0)
    mean_ranks: FloatArray = weight[counted] @ table[counted] / weight[counted].sum()
    return Borda(mean_ranks, positions(-mean_ranks), n)


def positions(scores: ArrayLike) -> FloatArray:
    """Places, 1 = highest score, of (n_pillars,) scores; equal ones share the mean of their places; NaN stays.

    Scores that differ by rounding error alone are equal.
    """
    vector = as_vector("scores", scores)
    known = vector[~np.isnan(vector)]
    step = 1e-9 * max(1.0, float(np.abs(known).max(initial=0.0)))
    places: FloatArray = mid_ranks(-np.round(vector / step)[None, :])[0]
    return places


def pairwise_wins(ranks: ArrayLike | RankTable, weights: ArrayLike | None = None) -> FloatArray:
    """How many people (or how much weight) put pillar a ahead of pillar b: entry [a, b], (n_pillars, n_pillars).

    A ranked pillar is ahead of an unranked one; ties and two unranked pillars count for neither.
    """
    if isinstance(ranks, RankTable):
        return ranks.pairwise_wins(None if weights is None else as_weights(weights, len(ranks)))
    table = as_ranks(ranks)
    weight = as_weights(weights, len(table))
    answered = ~np.isnan(table).all(axis=1) if table.shape[1] else np.zeros(len(table), dtype=bool)
    weight = np.where(answered, weight, 0.0)
    behind_all = np.where(np.isnan(table), table.shape[1] + 1.0, table)
    wins = np.zeros((table.shape[1], table.shape[1]))
    for a in range(table.shape[1]):
        wins[a] = weight @ (behind_all[:, a : a + 1] < behind_all)
    return wins


def has_majority_cycle(wins: ArrayLike) -> bool:
    """Whether majorities run in a circle (a beats b, b beats c, c beats a), so that no order satisfies all."""
    table = _square(wins)
    beats = table > table.T
    left = np.ones(len(table), dtype=bool)
    while left.any():
        unbeaten = left & ~beats[left].any(axis=0)
        if not unbeaten.any():
            return True
        left &= ~unbeaten
    return False


def kemeny(ranks: ArrayLike | RankTable, weights: ArrayLike | None = None, most_orders: int = 24) -> Kemeny:
    """Kemeny's median ranking, exactly, with all equally good orders (up to ``most_orders`` of them listed).

    The cost is the number of times (or the weight) someone prefers the later of two pillars. Exact by dynamic
    programming over sets of pillars, for at most 15 of them.

    Raises
    ------
    ValueError : rows that are no rankings, or more than 15 pillars

    Source: Kemeny, Daedalus 88 (1959) 577-591; Held & Karp, Journal of SIAM 10 (1962) 196-210.
    """
    table = ranks if isinstance(ranks, RankTable) else as_ranks(ranks)
    if not (table.answered() if isinstance(table, RankTable) else ~np.isnan(table)).any():
        return Kemeny((), float("nan"), 0)
    return kemeny_of_wins(pairwise_wins(table, weights), most_orders)


def kemeny_of_wins(wins: ArrayLike, most_orders: int = 24) -> Kemeny:
    """Kemeny's median ranking from the table of pairwise wins; see `kemeny`."""
    preferred = _square(wins)
    n_pillars = len(preferred)
    if not 1 <= n_pillars <= MOST_PILLARS_FOR_KEMENY:
        raise ValueError(f"ranks: needs 1 to {MOST_PILLARS_FOR_KEMENY} pillars, got {n_pillars}")
    if most_orders < 1:
        raise ValueError(f"most_orders: needs 1 or more, got {most_orders}")
    search = _Search.over(preferred)
    full = 2**n_pillars - 1
    orders = tuple(search.orders_to(full, most_orders))
    # The sum along the first order has less rounding in it than the table, for whole numbers none.
    cost = sum(preferred[later, earlier] for i, earlier in enumerate(orders[0]) for later in orders[0][i + 1 :])
    return Kemeny(orders, float(cost), int(search.ways[full]))


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """For each set of pillars placed first, as a bit mask: the lowest cost so far and in how many ways."""

    step_cost: FloatArray  # (n_pillars, n_sets): what it costs to place pillar j next, after the set
    cost: FloatArray
    ways: IntArray
    rounding: float

    @classmethod
    def over(cls, wins: FloatArray) -> _Search:
        n_pillars = len(wins)
        rounding = 1e-9 * max(1.0, float(wins.sum()))
        step_cost = _step_costs(wins)
        cost = np.full(2**n_pillars, np.inf)
        ways = np.zeros(2**n_pillars, dtype=np.int64)
        cost[0], ways[0] = 0.0, 1
        sets = np.arange(2**n_pillars)
        sizes = np.zeros(2**n_pillars, dtype=np.int64)
        for j in range(n_pillars):
            sizes += sets >> j & 1
        for size in range(1, n_pillars + 1):
            layer = sets[sizes == size]
            through = cls._costs_through(step_cost, cost, layer)
            cost[layer] = through.min(axis=0)
            best = through <= cost[layer] + rounding
            for j in range(n_pillars):
                ways[layer[best[j]]] += ways[layer[best[j]] ^ (1 << j)]
        return cls(step_cost, cost, ways, rounding)

    @staticmethod
    def _costs_through(step_cost: FloatArray, cost: FloatArray, layer: IntArray) -> FloatArray:
        """Cost of each set of the layer if pillar j was placed last in it, (n_pillars, n_sets); inf if not in it."""
        through = np.full((len(step_cost), len(layer)), np.inf)
        for j in range(len(step_cost)):
            inside = (layer >> j & 1).astype(bool)
            before = layer[inside] ^ (1 << j)
            through[j, inside] = cost[before] + step_cost[j, before]
        return through

    def orders_to(self, placed: int, most: int) -> list[tuple[int, ...]]:
        """The best orders of the pillars in a set, at most ``most`` of them."""
        if placed == 0:
            return [()]
        found: list[tuple[int, ...]] = []
        for j in range(len(self.step_cost)):
            before = placed ^ (1 << j)
            if not placed >> j & 1 or len(found) >= most:
                continue
            if self.cost[before] + self.step_cost[j, before] <= self.cost[placed] + self.rounding:
                found += [(*order, j) for order in self.orders_to(before, most - len(found))]
        return sorted(found)


def _step_costs(wins: FloatArray) -> FloatArray:
    """Cost of placing j right after each set: the opinions that put j behind a pillar not placed yet."""
    n_pillars = len(wins)
    costs = np.empty((n_pillars, 2**n_pillars))
    for j in range(n_pillars):
        already_placed = np.zeros(1)
        for i in range(n_pillars):
            already_placed = np.concatenate([already_placed, already_placed + wins[i, j]])
        costs[j] = wins[:, j].sum() - already_placed
    return costs


def _square(wins: ArrayLike) -> FloatArray:
    table = as_matrix("wins", wins)
    if table.shape[0] != table.shape[1] or np.isnan(table).any() or (table < 0).any():
        raise ValueError(f"wins: needs a square table of numbers of 0 or more, got shape {table.shape}")
    return table
