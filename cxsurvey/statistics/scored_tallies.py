"""What `tallies.Tally` gives, of answers with scores that are not made of ranks: points, MaxDiff; weighted or not.

Means, their errors and Q are of the scores; shares, spread, Kruskal-Wallis and W of each person's own order of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_weights
from cxsurvey.statistics.cohort_tests import CohortTest, q_of_sums
from cxsurvey.statistics.kruskal import PillarTests
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.scores import Moments
from cxsurvey.statistics.tallies import Tally, tally
from cxsurvey.statistics.weighted_tallies import WeightedTally, moments_of_sums, wald_of_sums, weighted_tally

MIDDLE = 50.0  # scores are summed from here, so that their products lose no digits


@dataclass(frozen=True, slots=True, eq=False)
class ScoreSums:
    """Sums of x, the score less `MIDDLE`, of o = 1 where there is one, and of weights w, cell by cell.

    counting : (2, n_cells) people of a weight above 0 with all scores, [0], and with some, [1]; weight, squares :
    (n_cells,) sum w, sum w^2. ``totals`` sum w o and ``sums`` sum w x, (2, n_cells, n_pillars); ``products``
    sum w^2 x x', ``crossed`` sum w^2 x o', ``together`` sum w^2 o o', (2, n_cells, n_pillars, n_pillars).
    """

    counting: IntArray
    weight: FloatArray
    squares: FloatArray
    totals: FloatArray
    sums: FloatArray
    products: FloatArray
    crossed: FloatArray
    together: FloatArray

    @classmethod
    def empty(cls, n_cells: int, k: int) -> ScoreSums:
        tables = [np.zeros((2, n_cells, *(k,) * n)) for n in (1, 1, 2, 2, 2)]
        return cls(np.zeros((2, n_cells), dtype=np.int64), np.zeros(n_cells), np.zeros(n_cells), *tables)

    def add(self, scores: FloatArray, codes: NDArray[np.integer], weight: FloatArray) -> None:
        """Adds a block of people; negative codes do not count, nor who has no score at all."""
        known = ~np.isnan(scores)
        n_known = known.sum(axis=1)
        kind = np.where((codes < 0) | (n_known == 0), -1, 2 * codes.astype(np.int64) + (n_known < scores.shape[1]))
        for part in np.unique(kind[kind >= 0]).tolist():
            own = kind == part
            cell, partial = divmod(part, 2)
            w, inside = weight[own], known[own].astype(np.float64)
            x = np.where(known[own], scores[own] - MIDDLE, 0.0)
            self.counting[partial, cell] += np.count_nonzero(w)
            self.weight[cell] += w.sum()
            self.squares[cell] += w @ w
            self.totals[partial, cell] += w @ inside
            self.sums[partial, cell] += w @ x
            x, inside = x * w[:, None], inside * w[:, None]
            self.products[partial, cell] += x.T @ x
            self.crossed[partial, cell] += x.T @ inside
            self.together[partial, cell] += inside.T @ inside

    def each(self, change: Callable[[NDArray[np.generic], int], NDArray[np.generic]]) -> ScoreSums:
        """Every table changed; ``change`` gets it with the axis of its cells."""
        by_kind = [self.totals, self.sums, self.products, self.crossed, self.together]
        changed = [change(table, axis) for table, axis in ((self.counting, 1), (self.weight, 0), (self.squares, 0))]
        return ScoreSums(*changed, *(change(table, 1) for table in by_kind))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, eq=False)
class ScoredTally:
    """What was counted of the people of each cell (cohort): their scores, and their own order of the pillars."""

    ranked: Tally | WeightedTally
    scored: ScoreSums
    weighted: bool

    @property
    def n_pillars(self) -> int:
        return self.ranked.n_pillars

    @property
    def n(self) -> int:
        """How many people have any score, whatever their weight."""
        return self.ranked.n

    @property
    def sizes(self) -> IntArray:
        """(2, n_cells): people with scores of all pillars, and of some."""
        return self.ranked.sizes

    def of(self, cells: Sequence[int]) -> ScoredTally:
        """Some of the cells alone."""
        chosen = list(cells)
        scored = self.scored.each(lambda table, axis: table.take(chosen, axis))
        return ScoredTally(self.ranked.of(chosen), scored, self.weighted)

    def whole(self) -> ScoredTally:
        """All cells as one."""
        scored = self.scored.each(lambda table, axis: np.asarray(np.sum(table, axis=axis, keepdims=True)))
        return ScoredTally(self.ranked.whole(), scored, self.weighted)

    def score_moments(self, population: int | None = None) -> Moments:
        """`scores.score_moments` of all cells together."""
        n, k, scored = int(self.scored.counting.sum()), self.n_pillars, self.scored
        if population is not None and population < n:
            raise ValueError(f"population: needs at least the {n} who answered, got {population}")
        if n == 0 or k < 2:
            return Moments(np.full(k, np.nan), np.full((k, k), np.nan), 0, 0.0)
        mean, covariance = moments_of_sums(n, *(table.sum(axis=(0, 1)) for table in (
            scored.totals, scored.sums, scored.products, scored.crossed, scored.together
        )))
        covariance = covariance * (1 if population is None else 1 - n / population)
        effective = float(scored.weight.sum() ** 2 / scored.squares.sum())
        return Moments(MIDDLE + mean, covariance, n, effective)

    def mean_ranks(self) -> FloatArray:
        """Each cell's mean of people's own places of each pillar, (n_cells, n_pillars); NaN without."""
        return self.ranked.mean_ranks()

    def rank_spread(self) -> FloatArray:
        """Standard deviation of people's own places, (n_pillars,); NaN with fewer than two."""
        return self.ranked.rank_spread()

    def top_k_shares(self, k: int) -> FloatArray:
        """Share of people whose own order has each pillar on place 1 to ``k``."""
        return self.ranked.top_k_shares(k)

    def kendall_w(self) -> float:
        """Kendall's W of people's own orders."""
        return self.ranked.kendall_w()

    def kruskal(self) -> PillarTests:
        """`kruskal.kruskal_by_column` of people's own places, cell against cell."""
        return self.ranked.kruskal()

    def cohort_q(self) -> CohortTest:
        """`cohort_tests.cohort_q` of the scores, by all who have every one; with weights Wald's test."""
        scored = self.scored
        if self.weighted:
            return wald_of_sums(
                scored.counting[0], scored.totals[0], scored.sums[0], scored.products[0], scored.crossed[0],
                scored.together[0],
            )
        labels = tuple(range(scored.counting.shape[1]))
        return q_of_sums(scored.counting[0], scored.sums[0], scored.products[0].sum(axis=0), labels)


def scored_tally(
    scores: NDArray[np.floating],
    own_order: RankTable,
    weights: ArrayLike | None = None,
    cells: ArrayLike | None = None,
    n_cells: int | None = None,
) -> ScoredTally:
    """The counts and sums of scored answers, cell by cell.

    Parameters
    ----------
    scores : (n_respondents, n_pillars), NaN = missing; float32 is enough
    own_order : the same people's order of the pillars by their scores, ties as mean ranks
    weights : (n_respondents,), 0 or more; None: everyone counts alike
    cells, n_cells : as for `tallies.tally`
    """
    if scores.shape != own_order.twice.shape:
        raise ValueError(f"scores: needs shape {own_order.twice.shape}, as own_order has, got {scores.shape}")
    ranked = (
        tally(own_order, cells, n_cells) if weights is None else weighted_tally(own_order, weights, cells, n_cells)
    )
    weight = as_weights(weights, len(own_order))
    codes = np.zeros(len(own_order), dtype=np.int16) if cells is None else np.asarray(cells)
    scored = ScoreSums.empty(ranked.sizes.shape[1], own_order.n_pillars)
    for rows in own_order.blocks():
        scored.add(scores[rows].astype(np.float64), codes[rows], weight[rows])
    return ScoredTally(ranked, scored, weights is not None)
