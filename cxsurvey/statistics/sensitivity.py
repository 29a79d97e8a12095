"""Does the order hang on the method? Mean rank, Plackett-Luce, Kemeny and top-k share beside each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.agreement import tau_x
from cxsurvey.statistics.arrays import FloatArray, IntArray, as_weights
from cxsurvey.statistics.orders import MOST_PILLARS_FOR_KEMENY, borda, kemeny, positions
from cxsurvey.statistics.plackett_luce import plackett_luce
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.scores import rank_table, top_k_shares
from cxsurvey.statistics.tallies import fill_places, rank_counts

MEAN_RANK, PLACKETT_LUCE, KEMENY, TOP_SHARE = "mean_rank", "plackett_luce", "kemeny", "top_share"
METHODS = (MEAN_RANK, PLACKETT_LUCE, KEMENY, TOP_SHARE)


@dataclass(frozen=True, slots=True, eq=False)
class Sensitivity:
    """The places of the pillars by each method, (n_methods, n_pillars), equal ones sharing the mean of their places.

    ``agreement``, (n_methods, n_methods), is tau_x between their orders. NaN where a method has not enough, and for
    Kemeny's order with more than 15 pillars. Where several Kemeny orders are equally good, their mean places count.
    """

    methods: tuple[str, ...]
    places: FloatArray
    agreement: FloatArray
    n_respondents: int

    @property
    def methods_told(self) -> int:
        """How many methods gave an order."""
        return int((~np.isnan(self.places).all(axis=1)).sum()) if self.places.size else 0

    @property
    def times_first(self) -> IntArray:
        """How many methods put each pillar first, (n_pillars,); a shared first place is none."""
        times: IntArray = (self.places == 1).sum(axis=0).astype(np.int64)
        return times


def sensitivity(ranks: ArrayLike | RankTable, weights: ArrayLike | None = None, k: int = 3) -> Sensitivity:
    """The order by four methods: they answer slightly different questions, and a sure finding holds in all.

    Parameters
    ----------
    ranks : (n_respondents, n_pillars), 1 = most important, NaN = not ranked
    weights : (n_respondents,), 0 or more
    k : how many places the top has, for the share of people who put a pillar there

    Raises
    ------
    ValueError : rows that are no rankings, negative weights, k below 1
    """
    if k < 1:
        raise ValueError(f"k: needs 1 or more places, got {k}")
    table = rank_table(ranks)
    counted = table.answered()
    if weights is not None:
        counted &= as_weights(weights, len(table)) > 0
    n, n_pillars = int(counted.sum()), table.n_pillars
    places = np.full((len(METHODS), n_pillars), np.nan)
    if n and n_pillars > 1:
        mean_ranks, shares = _means_and_shares(table, weights, k)
        places[0] = positions(-mean_ranks)
        places[1] = positions(plackett_luce(table, weights).log_worth)
        if n_pillars <= MOST_PILLARS_FOR_KEMENY:
            places[2] = _kemeny_places(table, weights)
        places[3] = positions(shares)
    agreement = np.array([[tau_x(one, other) for other in places] for one in places])
    return Sensitivity(METHODS, places, agreement, n)


def _means_and_shares(table: RankTable, weights: ArrayLike | None, k: int) -> tuple[FloatArray, FloatArray]:
    if weights is not None:
        return borda(table, weights).mean_ranks, top_k_shares(table, k, weights)
    counts = rank_counts(table)
    # A pillar not ranked must not come into the top by the place it shares.
    top = counts[:, 1 : 2 * k + 1].sum(axis=1)
    filled = fill_places(table.twice)
    if filled is not table.twice:
        counts = rank_counts(RankTable(filled))
    n = table.answered().sum()
    return counts @ (np.arange(counts.shape[1]) / 2) / n, top / n


def _kemeny_places(table: RankTable, weights: ArrayLike | None) -> FloatArray:
    orders = np.array(kemeny(table, weights).orders)
    return positions(-np.argsort(orders, axis=1).mean(axis=0))
