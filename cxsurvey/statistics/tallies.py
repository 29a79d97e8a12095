"""Rankings as counts: all that means, cohort tests and shares need of them, read in one pass.

A million answers become a few tables of a hundred numbers each. Whole numbers are summed, so nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cxsurvey.statistics.agreement import w_of_sums
from cxsurvey.statistics.arrays import BoolArray, FloatArray, IntArray
from cxsurvey.statistics.cohort_tests import CohortTest, q_of_sums
from cxsurvey.statistics.kruskal import PillarTests, kruskal_of_counts
from cxsurvey.statistics.rank_tables import CHUNK_ROWS, Bytes, RankTable, count_ranked
from cxsurvey.statistics.scores import Moments

MOST_CELLS_IN_16_BITS = 16_000
MOST_EXACT = 2**24  # whole numbers below it are exact in float32, and so are their sums


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What was counted of the people of each cell (cohort); people without any rank do not count.

    counts : (n_cells, n_pillars, 2 n_pillars + 1), how often a pillar had each rank, in halves; [..., 0] not ranked
    The others have one table for those who ranked all pillars, [0], and one for those who did not, [1], each
    (n_cells, n_pillars, n_pillars), of x = twice the rank less its middle, 0 where not ranked, and o = 1 where
    ranked: ``products`` sum x x', ``sums`` sum x o', ``together`` sum o o'.
    """

    sizes: IntArray  # (2, n_cells)
    counts: IntArray
    products: FloatArray
    sums: FloatArray
    together: FloatArray

    @property
    def n_pillars(self) -> int:
        return int(self.counts.shape[1])

    @property
    def n(self) -> int:
        """How many people ranked anything."""
        return int(self.sizes.sum())

    def of(self, cells: Sequence[int]) -> Tally:
        """Some of the cells alone."""
        chosen = list(cells)
        return Tally(
            self.sizes[:, chosen], self.counts[chosen], self.products[:, chosen], self.sums[:, chosen],
            self.together[:, chosen],
        )

    def whole(self) -> Tally:
        """All cells as one."""
        products, sums, together = (table.sum(axis=1, keepdims=True) for table in (
            self.products, self.sums, self.together
        ))
        sizes, counts = self.sizes.sum(axis=1, keepdims=True), self.counts.sum(axis=0, keepdims=True)
        return Tally(sizes, counts, products, sums, together)

    def score_moments(self, population: int | None = None) -> Moments:
        """`scores.score_moments` of the priority scores of all cells together."""
        n, k = self.n, self.n_pillars
        if population is not None and population < n:
            raise ValueError(f"population: needs at least the {n} who answered, got {population}")
        if n == 0 or k < 2:
            return Moments(np.full(k, np.nan), np.full((k, k), np.nan), 0, 0.0)
        middle = self._means()
        covariance = np.full((k, k), np.nan)
        if n > 1:
            covariance = n / (n - 1) * self._deviations(middle) / np.outer(self._totals(), self._totals())
            covariance *= (50 / (k - 1)) ** 2 * (1 if population is None else 1 - n / population)
        return Moments(50 - 50 * middle / (k - 1), covariance, n, float(n))

    def mean_ranks(self) -> FloatArray:
        """Each cell's mean rank of each pillar by those who ranked it, (n_cells, n_pillars); NaN without."""
        counts = self.counts[:, :, 1:]
        given = counts.sum(axis=2)
        sums: FloatArray = counts @ (np.arange(1, counts.shape[2] + 1) / 2)
        means: FloatArray = sums / np.where(given > 0, given, np.nan)
        return means

    def rank_spread(self) -> FloatArray:
        """Standard deviation of each pillar's ranks, (n_pillars,); NaN with fewer than two."""
        counts = self.counts.sum(axis=0)[:, 1:]
        ranks = np.arange(1, counts.shape[1] + 1) / 2
        given = counts.sum(axis=1)
        means = counts @ ranks / np.where(given > 0, given, np.nan)
        squares = (counts * (ranks - means[:, None]) ** 2).sum(axis=1)
        spread: FloatArray = np.sqrt(squares / np.where(given > 1, given - 1, np.nan))
        return spread

    def top_k_shares(self, k: int) -> FloatArray:
        """`scores.top_k_shares` of all cells together."""
        if self.n == 0:
            return np.full(self.n_pillars, np.nan)
        shares: FloatArray = self.counts[:, :, 1 : 2 * k + 1].sum(axis=(0, 2)) / self.n
        return shares

    def kendall_w(self) -> float:
        """Kendall's W of all who ranked every pillar; see `agreement.kendall_w`."""
        sums = np.diagonal(self.sums[0].sum(axis=0)) / 2
        spread = float(np.trace(self.products[0].sum(axis=0))) / 4
        return w_of_sums(sums, spread, int(self.sizes[0].sum()))

    def cohort_q(self) -> CohortTest:
        """`cohort_tests.cohort_q` of the cells, by all who ranked every pillar."""
        sums = np.diagonal(self.sums[0], axis1=1, axis2=2)
        return q_of_sums(self.sizes[0], sums, self.products[0].sum(axis=0), tuple(range(self.sizes.shape[1])))

    def kruskal(self) -> PillarTests:
        """`kruskal.kruskal_by_column` of the ranks, cell against cell."""
        return kruskal_of_counts(self.counts[:, :, 1:])

    def _means(self) -> FloatArray:
        sums = np.diagonal(self.sums.sum(axis=(0, 1)))
        totals = self._totals()
        means: FloatArray = sums / np.where(totals > 0, totals, np.nan)
        return means

    def _totals(self) -> FloatArray:
        totals = np.diagonal(self.together.sum(axis=(0, 1)))
        given: FloatArray = np.where(totals > 0, totals, np.nan)
        return given

    def _deviations(self, means: FloatArray) -> FloatArray:
        """sum (x - mean)(x - mean)' over those who ranked both pillars."""
        products, sums = self.products.sum(axis=(0, 1)), self.sums.sum(axis=(0, 1))
        if not self.sizes[1].any():
            total = np.diagonal(sums)
            return np.asarray(products - np.outer(total, total) / self.n)
        crossed = sums * means  # [j, l]: sum of x_j over those who ranked l, times the mean of l
        known = np.nan_to_num(products - crossed - crossed.T + np.outer(means, means) * self.together.sum(axis=(0, 1)))
        own = np.maximum(np.diagonal(known), 0.0)
        np.fill_diagonal(known, own)
        return np.asarray(known)


def tally(table: RankTable, cells: ArrayLike | None = None, n_cells: int | None = None) -> Tally:
    """The counts of rankings, cell by cell.

    Parameters
    ----------
    table : pillars not ranked are missing: nothing is known of them. Rankings of some of the pillars first get
        the places left over (`fill_places`). Ranks of a person with missing pillars are stretched to all places
        for the scores, as `scores.rating_scores` does, and counted as they are
    cells : (n_respondents,) whole numbers below ``n_cells``; negative ones do not count. None: one cell
    """
    codes, n_cells = checked_cells(table, cells, n_cells)
    counter = Counter.empty(n_cells, table.n_pillars)
    for rows in exact_blocks(table):
        counter.add(SortedBlock.of(table.twice[rows], codes[rows], n_cells))
    return counter.tally()


def checked_cells(table: RankTable, cells: ArrayLike | None, n_cells: int | None) -> tuple[NDArray[Any], int]:
    """The cell of each person, and how many cells there are; ``ValueError`` if these do not fit."""
    codes = np.zeros(len(table), dtype=np.int16) if cells is None else np.asarray(cells)
    if codes.shape != (len(table),) or codes.dtype.kind not in "iu":
        raise ValueError(f"cells: needs a whole number for each of {len(table)} people, got shape {codes.shape}")
    n_cells = 1 if n_cells is None and cells is None else n_cells
    if n_cells is None or int(codes.max(initial=-1)) >= n_cells:
        raise ValueError(f"n_cells: needs a number above {int(codes.max(initial=-1))}, got {n_cells}")
    return codes, n_cells


def exact_blocks(table: RankTable) -> Iterator[slice]:
    """The rows in pieces whose sums of products are whole numbers that float32 holds exactly."""
    rows = min(CHUNK_ROWS, max(256, MOST_EXACT // max(1, table.n_pillars - 1) ** 2))
    for start in range(0, len(table), rows):
        yield slice(start, min(start + rows, len(table)))


@dataclass(frozen=True, slots=True, eq=False)
class Counter:
    """The tables of a `Tally`, filled block by block."""

    sizes: IntArray
    counts: IntArray
    products: FloatArray
    sums: FloatArray
    together: FloatArray

    @classmethod
    def empty(cls, n_cells: int, k: int) -> Counter:
        sizes = np.zeros((2, n_cells), dtype=np.int64)
        counts = np.zeros((n_cells, k, 2 * k + 1), dtype=np.int64)
        return cls(sizes, counts, *(np.zeros((2, n_cells, k, k)) for _ in range(3)))

    def tally(self) -> Tally:
        return Tally(self.sizes, self.counts, self.products, self.sums, self.together)

    def add(self, block: SortedBlock) -> None:
        """Counts a block of people: put together cell by cell, so that each cell is one product of tables."""
        n_cells, k, n_values = self.counts.shape
        base = block.cells * n_values
        for j in range(k):
            steps = base + block.columns[j]
            self.counts[:, j] += np.bincount(steps, minlength=n_cells * n_values).reshape(n_cells, n_values)
        for cell, partial, own in block.parts:
            self._add_cell(cell, partial, block.columns[:, own])

    def _add_cell(self, cell: int, partial: int, twice: Bytes) -> None:
        k, n = twice.shape
        self.sizes[partial, cell] += n
        if not partial:
            x = twice.astype(np.float32) - (k + 1)
            products, sums = x @ x.T, x.sum(axis=1, dtype=np.float64)
            self.products[0, cell] += products
            self.sums[0, cell] += sums[:, None]
            self.together[0, cell] += n
            return
        stretched, inside = stretched_ranks(twice)
        self.products[1, cell] += stretched @ stretched.T
        self.sums[1, cell] += stretched @ inside.T
        self.together[1, cell] += inside @ inside.T


@dataclass(frozen=True, slots=True, eq=False)
class SortedBlock:
    """A block of people put together cell by cell, and in each cell those first who ranked every pillar.

    columns : (n_pillars, n_counted); cells : (n_counted,); order : (n_counted,) where they stood, None = as they are
    parts : cell, 1 if they ranked some pillars only, and which people
    """

    columns: Bytes
    cells: IntArray
    order: IntArray | None
    parts: tuple[tuple[int, int, slice], ...]

    @classmethod
    def of(cls, twice: Bytes, codes: NDArray[Any], n_cells: int) -> SortedBlock:
        ranked = count_ranked(twice)
        some = ranked < twice.shape[1]
        kind = np.where((codes < 0) | (ranked == 0), 2 * n_cells, 2 * codes.astype(np.int64) + some)
        sizes = np.bincount(kind, minlength=2 * n_cells + 1)[: 2 * n_cells]
        n_counted = int(sizes.sum())
        columns, order = twice.T[:, :n_counted], None
        if kind.min(initial=0) != kind.max(initial=0):
            small = kind.astype(np.int16) if n_cells < MOST_CELLS_IN_16_BITS else kind
            order = np.argsort(small, kind="stable")[:n_counted]
            columns, kind = np.array([column[order] for column in twice.T]), kind[order]
        ends = np.cumsum(sizes).tolist()
        parts = tuple(
            (cell >> 1, cell & 1, slice(ends[cell] - int(sizes[cell]), ends[cell]))
            for cell in np.flatnonzero(sizes).tolist()
        )
        return cls(columns, kind[:n_counted] >> 1, order, parts)


def stretched_ranks(twice: Bytes) -> tuple[FloatArray, FloatArray]:
    """Centred ranks, (n_pillars, n), of people who ranked some pillars, stretched to the places of all, and 1 where
    they count; both 0 where not ranked."""
    inside = (twice > 0).astype(np.float64)
    inside[:, inside.sum(axis=0) < 2] = 0.0  # one pillar alone says nothing of its place
    given = inside.sum(axis=0)
    factor = (len(twice) - 1) / np.maximum(given - 1, 1)
    stretched: FloatArray = (twice - (given + 1)) * factor * inside
    return stretched, inside


def fill_places(twice: Bytes) -> Bytes:
    """Twice-ranks with the unranked pillars of each person sharing the places left over; see `scores.fill_unranked`.

    Rows of 0 alone stay. The table itself comes back where nothing is to fill.
    """
    ranked = count_ranked(twice)
    partial: BoolArray = (ranked > 0) & (ranked < twice.shape[1])
    if not partial.any():
        return twice
    left_over = np.where(partial, ranked + np.int8(1 + twice.shape[1]), np.int8(0))
    filled = np.empty(twice.shape, dtype=np.int8, order="F")
    for j, column in enumerate(twice.T):
        filled[:, j] = np.where(column == 0, left_over, column)
    return filled
