"""What `tallies.Tally` gives, of weighted answers: counts of people and sums of weights, read in one pass.

A million weighted answers become a few tables of a hundred numbers each, as unweighted ones do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_weights
from cxsurvey.statistics.chance import pseudo_inverse
from cxsurvey.statistics.cohort_tests import CohortTest, wald_of_moments
from cxsurvey.statistics.kruskal import PillarTests
from cxsurvey.statistics.rank_tables import Bytes, RankTable
from cxsurvey.statistics.scores import Moments
from cxsurvey.statistics.tallies import Counter, SortedBlock, Tally, checked_cells, exact_blocks, stretched_ranks

NO_SPREAD = 1e-12  # of a sum of squares: below it is rounding, and everyone is alike


@dataclass(frozen=True, slots=True, eq=False)
class WeightedTally:
    """Weighted answers by cell (cohort); x and o as in `Tally`, w a person's weight.

    plain : the same people, counting alike. counting : (2, n_cells) people of a weight above 0; weight, squares :
    (n_cells,) sum w, sum w^2. counts : (n_cells, n_pillars, 2 n_pillars + 1), w at each rank. The others have one
    table for those who ranked all pillars, [0], and one for those who did not, [1]: ``totals`` sum w o and ``sums``
    sum w x, (n_cells, n_pillars); ``products`` sum w^2 x x', ``crossed`` sum w^2 x o', ``together`` sum w^2 o o'.
    """

    plain: Tally
    counting: IntArray
    weight: FloatArray
    squares: FloatArray
    counts: FloatArray
    totals: FloatArray
    sums: FloatArray
    products: FloatArray
    crossed: FloatArray
    together: FloatArray

    @property
    def n_pillars(self) -> int:
        return self.plain.n_pillars

    @property
    def n(self) -> int:
        """How many people ranked anything, whatever their weight."""
        return self.plain.n

    @property
    def sizes(self) -> IntArray:
        """(2, n_cells): people who ranked all pillars, and who ranked some."""
        return self.plain.sizes

    def of(self, cells: Sequence[int]) -> WeightedTally:
        """Some of the cells alone."""
        chosen = list(cells)
        return self._with(self.plain.of(chosen), lambda table, axis: table.take(chosen, axis))

    def whole(self) -> WeightedTally:
        """All cells as one."""
        return self._with(self.plain.whole(), lambda table, axis: table.sum(axis=axis, keepdims=True))

    def _with(self, plain: Tally, change: Any) -> WeightedTally:
        by_kind = {"counting", "totals", "sums", "products", "crossed", "together"}
        names = [field.name for field in fields(self) if field.name != "plain"]
        return WeightedTally(plain, *(change(getattr(self, name), int(name in by_kind)) for name in names))

    def score_moments(self, population: int | None = None) -> Moments:
        """`scores.score_moments` of all cells together."""
        n, k = int(self.counting.sum()), self.n_pillars
        if population is not None and population < n:
            raise ValueError(f"population: needs at least the {n} who answered, got {population}")
        if n == 0 or k < 2:
            return Moments(np.full(k, np.nan), np.full((k, k), np.nan), 0, 0.0)
        middle, covariance = moments_of_sums(n, *(table.sum(axis=(0, 1)) for table in (
            self.totals, self.sums, self.products, self.crossed, self.together
        )))
        covariance = covariance * (50 / (k - 1)) ** 2 * (1 if population is None else 1 - n / population)
        effective = float(self.weight.sum() ** 2 / self.squares.sum())
        return Moments(50 - 50 * middle / (k - 1), covariance, n, effective)

    def mean_ranks(self) -> FloatArray:
        """Each cell's weighted mean rank of each pillar, (n_cells, n_pillars); NaN without."""
        counts = self.counts[:, :, 1:]
        given = counts.sum(axis=2)
        sums: FloatArray = counts @ (np.arange(1, counts.shape[2] + 1) / 2)
        means: FloatArray = sums / np.where(given > 0, given, np.nan)
        return means

    def rank_spread(self) -> FloatArray:
        """Standard deviation of each pillar's ranks, unweighted, (n_pillars,); NaN with fewer than two."""
        return self.plain.rank_spread()

    def top_k_shares(self, k: int) -> FloatArray:
        """`scores.top_k_shares` of all cells together."""
        total = float(self.weight.sum())
        if not total > 0:
            return np.full(self.n_pillars, np.nan)
        shares: FloatArray = self.counts[:, :, 1 : 2 * k + 1].sum(axis=(0, 2)) / total
        return shares

    def kendall_w(self) -> float:
        """Kendall's W of all who ranked every pillar. Unweighted: it is about people, not about all customers."""
        return self.plain.kendall_w()

    def cohort_q(self) -> CohortTest:
        """`cohort_tests.cohort_q` of the cells with weights, by all who ranked every pillar: Wald's test."""
        return wald_of_sums(
            self.counting[0], self.totals[0], self.sums[0], self.products[0], self.crossed[0], self.together[0]
        )

    def kruskal(self) -> PillarTests:
        """`kruskal.kruskal_by_column` of the ranks, cell against cell. Unweighted: ranks have no weighted form."""
        return self.plain.kruskal()


def wald_of_sums(counting: IntArray, *tables: FloatArray) -> CohortTest:
    """Wald's test of cells, (n_cells,) people each, from the tables of `moments_of_sums`, cell by cell."""
    present = np.flatnonzero(counting)
    sizes, labels = counting[present], tuple(present.tolist())
    parts = [
        moments_of_sums(int(n), *(table[cell] for table in tables)) for cell, n in zip(present, sizes, strict=True)
    ]
    k = tables[0].shape[-1]
    means, covariances = np.zeros((len(parts), k)), np.zeros((len(parts), k, k))
    for g, (mean, covariance) in enumerate(parts):
        means[g], covariances[g] = mean, covariance
    rank = 0
    if sizes.sum() > 1:
        _, everyone = moments_of_sums(int(sizes.sum()), *(table[present].sum(axis=0) for table in tables))
        rank = pseudo_inverse(everyone).rank
    return wald_of_moments(sizes, means, covariances, rank, labels)


def moments_of_sums(
    n: int, totals: FloatArray, sums: FloatArray, products: FloatArray, crossed: FloatArray, together: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The weighted mean of x, (n_pillars,), and the covariance of its error, NaN with fewer than two people."""
    given = np.where(totals > 0, totals, np.nan)
    mean: FloatArray = sums / given
    if n < 2:
        return mean, np.full(products.shape, np.nan)
    shifted = crossed * mean  # [j, l]: sum w^2 x_j over those who ranked l, times the mean of l
    deviations = np.nan_to_num(products - shifted - shifted.T + np.outer(mean, mean) * together)
    scale = np.diagonal(products) + np.nan_to_num(mean) ** 2 * np.diagonal(together)
    alike = np.diagonal(deviations) <= NO_SPREAD * scale
    deviations[alike] = deviations[:, alike] = 0.0
    covariance: FloatArray = n / (n - 1) * deviations / np.outer(given, given)
    return mean, covariance


def weighted_tally(
    table: RankTable, weights: ArrayLike, cells: ArrayLike | None = None, n_cells: int | None = None
) -> WeightedTally:
    """The counts and sums of weighted rankings, cell by cell; ``weights`` (n_respondents,), 0 or more, the rest as
    for `tallies.tally`."""
    weight = as_weights(weights, len(table))
    codes, n_cells = checked_cells(table, cells, n_cells)
    plain, weighted = Counter.empty(n_cells, table.n_pillars), _Counter.empty(n_cells, table.n_pillars)
    for rows in exact_blocks(table):
        block = SortedBlock.of(table.twice[rows], codes[rows], n_cells)
        plain.add(block)
        weighted.add(block, weight[rows])
    return WeightedTally(plain.tally(), *weighted.tables)


@dataclass(frozen=True, slots=True, eq=False)
class _Counter:
    tables: tuple[Any, ...]  # the fields of `WeightedTally` after the first

    @classmethod
    def empty(cls, n_cells: int, k: int) -> _Counter:
        by_rank = (n_cells, k, 2 * k + 1)
        return cls((
            np.zeros((2, n_cells), dtype=np.int64), np.zeros(n_cells), np.zeros(n_cells), np.zeros(by_rank),
            *(np.zeros((2, n_cells, k)) for _ in range(2)), *(np.zeros((2, n_cells, k, k)) for _ in range(3)),
        ))  # fmt: skip

    def add(self, block: SortedBlock, weight: FloatArray) -> None:
        """Adds a block of people."""
        counting, weights, squares, counts, *_ = self.tables
        n_cells, k, n_values = counts.shape
        weight = weight[: len(block.cells)] if block.order is None else weight[block.order]
        weights += np.bincount(block.cells, weight, n_cells)
        squares += np.bincount(block.cells, weight**2, n_cells)
        base = block.cells * n_values
        for j in range(k):
            steps = base + block.columns[j]
            counts[:, j] += np.bincount(steps, weight, n_cells * n_values).reshape(n_cells, n_values)
        for cell, partial, own in block.parts:
            counting[partial, cell] += np.count_nonzero(weight[own])
            self._add_part(cell, partial, block.columns[:, own], weight[own])

    def _add_part(self, cell: int, partial: int, twice: Bytes, weight: FloatArray) -> None:
        at = partial, cell
        totals, sums, products, crossed, together = (table[at] for table in self.tables[4:])
        if not partial:
            x = twice - np.float64(len(twice) + 1)
            sums += x @ weight
            totals += weight.sum()
            x *= weight
            products += x @ x.T
            crossed += (x @ weight)[:, None]
            together += weight @ weight
            return
        stretched, inside = stretched_ranks(twice)
        sums += stretched @ weight
        totals += inside @ weight
        stretched, inside = stretched * weight, inside * weight
        products += stretched @ stretched.T
        crossed += stretched @ inside.T
        together += inside @ inside.T
