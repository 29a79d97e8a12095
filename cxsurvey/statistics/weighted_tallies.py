"""What `tallies.Tally` gives, of weighted answers: the same questions, answered from the answers themselves.

Weights make the sums fractions, so nothing is counted in bytes; a million answers take 160 MB here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxsurvey.statistics.agreement import kendall_w
from cxsurvey.statistics.arrays import BoolArray, FloatArray, IntArray
from cxsurvey.statistics.cohort_tests import CohortTest, cohort_q
from cxsurvey.statistics.kruskal import PillarTests, kruskal_by_column
from cxsurvey.statistics.scores import Moments, score_moments, top_k_shares


@dataclass(frozen=True, slots=True, eq=False)
class WeightedTally:
    """Weighted answers by cell (cohort).

    ranks, scores : (n_respondents, n_pillars), NaN = a rating not given. weights, cells : (n_respondents,)
    """

    ranks: FloatArray
    scores: FloatArray
    weights: FloatArray
    cells: IntArray
    n_cells: int

    @property
    def n_pillars(self) -> int:
        return int(self.ranks.shape[1])

    @property
    def n(self) -> int:
        """How many people ranked anything, whatever their weight."""
        return int(self.sizes.sum())

    @property
    def sizes(self) -> IntArray:
        """(2, n_cells): people who ranked all pillars, and who ranked some."""
        complete = self._complete
        some = ~np.isnan(self.ranks).all(axis=1) & ~complete
        return np.array([np.bincount(self.cells[who], minlength=self.n_cells) for who in (complete, some)])

    def of(self, cells: Sequence[int]) -> WeightedTally:
        """Some of the cells alone."""
        numbers = np.full(self.n_cells, -1, np.int64)
        numbers[list(cells)] = np.arange(len(cells))
        codes = numbers[self.cells]
        own = codes >= 0
        return WeightedTally(self.ranks[own], self.scores[own], self.weights[own], codes[own], len(cells))

    def score_moments(self, population: int | None = None) -> Moments:
        """`scores.score_moments` of all cells together."""
        return score_moments(self.scores, self.weights, population)

    def mean_ranks(self) -> FloatArray:
        """Each cell's weighted mean rank of each pillar, (n_cells, n_pillars); NaN without."""
        means = np.full((self.n_cells, self.n_pillars), np.nan)
        for cell in range(self.n_cells):
            own = self.cells == cell
            means[cell] = score_moments(self.ranks[own], self.weights[own]).mean
        return means

    def rank_spread(self) -> FloatArray:
        """Standard deviation of each pillar's ranks, unweighted, (n_pillars,); NaN with fewer than two."""
        given = ~np.isnan(self.ranks)
        n = given.sum(axis=0)
        centred = np.where(given, self.ranks - np.where(given, self.ranks, 0).sum(axis=0) / np.maximum(n, 1), 0.0)
        spread: FloatArray = np.sqrt((centred**2).sum(axis=0) / np.where(n > 1, n - 1, np.nan))
        return spread

    def top_k_shares(self, k: int) -> FloatArray:
        """`scores.top_k_shares` of all cells together."""
        return top_k_shares(self.ranks, k, self.weights)

    def kendall_w(self) -> float:
        """Kendall's W of all who ranked every pillar. Unweighted: it is about people, not about all customers."""
        return kendall_w(self.ranks[self._complete]).w

    def cohort_q(self) -> CohortTest:
        """Whether the cells differ, by Wald's test on their weighted means."""
        return cohort_q(self.scores, self.cells, self.weights)

    def kruskal(self) -> PillarTests:
        """`kruskal.kruskal_by_column` of the ranks, cell against cell. Unweighted: ranks have no weighted form."""
        return kruskal_by_column(self.ranks, self.cells)

    @property
    def _complete(self) -> BoolArray:
        complete: BoolArray = np.asarray(~np.isnan(self.ranks).any(axis=1))
        return complete
