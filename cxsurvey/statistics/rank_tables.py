"""Rankings kept small: twice the rank in a byte, a column a pillar. A million answers to ten pillars are 10 MB.

Every function that takes ranks takes a `RankTable` too; those made for many answers work on it without a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.statistics.arrays import BoolArray, FloatArray

Bytes = NDArray[np.int8]

CHUNK_ROWS = 65_536  # keeps the extra memory at a few MB, however many answers there are
MOST_PILLARS = 60  # twice the rank fits a byte, a set of pillars a bit mask of 64
UNRANKED_LAST = np.int8(127)


@dataclass(frozen=True, slots=True, eq=False)
class RankTable:
    """Rankings of people by pillars, checked. ``twice`` (n_respondents, n_pillars) int8, column-major for speed:

    2 = first, 4 = second, odd = a mean rank; 0 = not ranked. A row of 0 alone is no answer.
    """

    twice: Bytes

    def __post_init__(self) -> None:
        if self.twice.ndim != 2 or self.twice.dtype != np.int8:
            raise ValueError(f"twice: needs a table of int8, got {self.twice.dtype} of shape {self.twice.shape}")
        if self.twice.shape[1] > MOST_PILLARS:
            raise ValueError(f"twice: needs up to {MOST_PILLARS} pillars, got {self.twice.shape[1]}")

    def __len__(self) -> int:
        return int(self.twice.shape[0])

    @property
    def n_pillars(self) -> int:
        return int(self.twice.shape[1])

    def floats(self) -> FloatArray:
        """The ranks as numbers, NaN = not ranked: eight times the memory."""
        ranks: FloatArray = self.twice / 2.0
        ranks[self.twice == 0] = np.nan
        return ranks

    def answered(self) -> BoolArray:
        """Who ranked anything."""
        answered = np.zeros(len(self), dtype=bool)
        for column in self.twice.T:
            answered |= column > 0
        return answered

    def blocks(self) -> Iterator[slice]:
        """The rows in pieces of `CHUNK_ROWS`."""
        for start in range(0, len(self), CHUNK_ROWS):
            yield slice(start, min(start + CHUNK_ROWS, len(self)))

    def some(self, chosen: BoolArray) -> RankTable:
        """The rankings of some people; itself where all are chosen."""
        if chosen.all():
            return self
        columns = np.empty((self.n_pillars, np.count_nonzero(chosen)), dtype=np.int8)
        for own, column in zip(columns, self.twice.T, strict=True):
            own[:] = column[chosen]
        return RankTable(columns.T)

    def pairwise_wins(self, weights: FloatArray | None = None) -> FloatArray:
        """How many people, or how much weight, put pillar a ahead of pillar b, [a, b]; a ranked one is ahead of all
        unranked."""
        wins = np.zeros((self.n_pillars, self.n_pillars))
        for rows in self.blocks():
            weight = None if weights is None else weights[rows]
            columns = [np.where(column == 0, UNRANKED_LAST, column) for column in self.twice[rows].T]
            for b, other in enumerate(columns):
                for a, own in enumerate(columns[:b]):
                    wins[a, b] += _weight_of(own < other, weight)
                    wins[b, a] += _weight_of(own > other, weight)
        return wins


def _weight_of(people: BoolArray, weight: FloatArray | None) -> float:
    return float(np.count_nonzero(people) if weight is None else people @ weight)


def count_ranked(twice: Bytes) -> Bytes:
    """How many pillars each person ranked, (n_respondents,)."""
    ranked = np.zeros(len(twice), dtype=np.int8)
    for column in twice.T:
        ranked += column > 0
    return ranked


def without_ties(twice: Bytes) -> BoolArray:
    """Which rows are 1, 2, ..., d in some order, the rest not ranked: nearly all are, told without sorting.

    d powers of two add up to 2^d - 1 only if they are 1, 2, 4, ..., each once.
    """
    powers = np.full(256, 1 << MOST_PILLARS + 1, dtype=np.int64)  # halves and negative numbers: too large for any sum
    powers[0] = 0
    powers[2 : 2 * MOST_PILLARS + 1 : 2] = 1 << np.arange(MOST_PILLARS, dtype=np.int64)
    total = np.zeros(len(twice), dtype=np.int64)
    for column in twice.T:
        total += powers[column.astype(np.uint8)]
    ranked = count_ranked(twice).astype(np.int64)
    clear: BoolArray = total == (np.int64(1) << ranked) - 1
    return clear
