"""Rows of ranks that are not simply right, all at once: which reason each has, and what is kept of it.

A file may hold a million of them, so nothing here is done row by row. The rules are listed in docs/reading.md; each
row gets one reason.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.responses import Int8Array

IntMatrix = NDArray[np.int16]

# In matrices of doubled ranks: no answer, and a cell that is no rank.
BLANK, BAD = -1, -2

REASONS = (
    ReadingNotice.RANK_FROM_ZERO, ReadingNotice.RANK_NOT_READ, ReadingNotice.RANK_OUT_OF_RANGE,
    ReadingNotice.RANKS_ALL_EQUAL, ReadingNotice.RANK_TIED, ReadingNotice.RANK_REPEATED, ReadingNotice.RANK_GAPS,
    ReadingNotice.PILLAR_NOT_KNOWN, ReadingNotice.PILLAR_NAMED_TWICE,
)  # fmt: skip
(FROM_ZERO, NOT_READ, OUT_OF_RANGE, ALL_EQUAL, TIED, REPEATED, GAPS, UNKNOWN, NAMED_TWICE) = range(len(REASONS))
_BLOCK_CELLS = 400_000
_FAR = np.int16(32_000)  # sorts behind every rank


@dataclass(frozen=True, slots=True, eq=False)
class OddRows:
    """Rows that were not simply right, in rising order, and one reason for each.

    rows, reasons, kept, columns, ranks, upto : (n,) the row; its place in ``REASONS``; whether anything of it was
    kept; the matrix column to point at, -1 for the row as a whole; twice the rank the reason speaks of; how many
    places were kept, where only the first ones were
    """

    rows: NDArray[np.int32]
    reasons: Int8Array
    kept: NDArray[np.bool_]
    columns: NDArray[np.int16]
    ranks: NDArray[np.int16]
    upto: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.rows)


def joined_odd(*parts: OddRows) -> OddRows:
    """The rows of all parts in rising order; no row is in two of them."""
    if not parts:
        return no_odd_rows(0)
    order = np.argsort(np.concatenate([part.rows for part in parts]), kind="stable")
    return OddRows(*(
        np.concatenate([getattr(part, name) for part in parts])[order] for name in OddRows.__slots__
    ))  # fmt: skip


def no_odd_rows(n: int) -> OddRows:
    """Room for n rows, each kept and pointing at nothing yet."""
    return OddRows(
        np.zeros(n, np.int32), np.zeros(n, np.int8), np.ones(n, bool), np.full(n, -1, np.int16),
        np.zeros(n, np.int16), np.zeros(n, np.int16),
    )  # fmt: skip


def settle_odd(stated: IntMatrix, rows: NDArray[np.intp], ranks: Int8Array) -> OddRows:
    """Puts the rankings of these rows into ``ranks`` (twice the rank, 0 = not ranked) and gives their reasons."""
    size = max(1, _BLOCK_CELLS // max(1, stated.shape[1]))
    parts = []
    for start in range(0, len(rows), size):
        block = rows[start : start + size]
        settled, told = _settle(stated[block])
        told.rows[:] = block
        ranks[block] = settled
        parts.append(told)
    return joined_odd(*parts)


def settle_faulty_places(places: IntMatrix, rows: NDArray[np.intp], ranks: Int8Array) -> OddRows:
    """The pillars of these rows before the first place that names none, or one that was named before.

    places : (n, m) position of the pillar at each place, ``BLANK`` or ``BAD``
    """
    told = no_odd_rows(len(rows))
    told.rows[:] = rows
    going = np.ones(len(rows), bool)
    for place in range(places.shape[1]):
        named = places[rows, place]
        at = np.flatnonzero(going & (named != BLANK))
        pillars, owners = named[at], rows[at]
        again = (pillars >= 0) & (ranks[owners, np.maximum(pillars, 0)] > 0)
        fault = again | (pillars == BAD)
        good, ended = at[~fault], at[fault]
        told.upto[good] += 1
        ranks[rows[good], named[good]] = 2 * told.upto[good]
        told.reasons[ended] = np.where(again[fault], NAMED_TWICE, UNKNOWN)
        told.columns[ended], told.ranks[ended] = place, 2 * (place + 1)
        going[ended] = False
    told.kept[:] = told.upto > 0
    return told


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """Each row's numbers in rising order, what is no number behind them, all (n, k).

    column : where each stands in its row; first, last : the places, from 1, of the numbers equal to it
    """

    values: IntMatrix
    column: NDArray[np.intp]
    is_number: NDArray[np.bool_]
    first: NDArray[np.intp]
    last: NDArray[np.intp]

    def back(self, ordered: NDArray[np.intp]) -> NDArray[np.intp]:
        """Numbers in this order put back where they belong."""
        placed = np.empty_like(ordered)
        np.put_along_axis(placed, self.column, ordered, axis=1)
        return placed


def _order(stated: IntMatrix) -> _Order:
    n, k = stated.shape
    numbers = np.where(stated >= 0, stated, _FAR)
    column = np.argsort(numbers, axis=1, kind="stable")
    values = np.take_along_axis(numbers, column, axis=1)
    differs = values[:, 1:] != values[:, :-1]
    edge = np.ones((n, 1), bool)
    place = np.arange(k)
    first = np.maximum.accumulate(np.where(np.hstack([edge, differs]), place, 0), axis=1)
    ends = np.where(np.hstack([differs, edge]), place, k)
    last = np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
    return _Order(values, column, values < _FAR, first + 1, last + 1)


def _settle(stated: IntMatrix) -> tuple[IntMatrix, OddRows]:
    """The rules in their order; each row is taken by the first that fits."""
    n, k = stated.shape
    order = _order(stated)
    n_filled = order.is_number.sum(axis=1)
    starts = order.is_number & (order.first == np.arange(1, k + 1))
    n_different = starts.sum(axis=1)
    tied = _tied(order, starts) & (n_different < n_filled)
    outside = (stated != BLANK) & ((stated <= 0) | (stated > 2 * k))
    faulty = outside | ((stated > 0) & (stated % 2 == 1) & ~tied[:, None])
    fault_at = np.argmax(faulty, axis=1)
    fault = stated[np.arange(n), fault_at]
    again_at = np.argmax(order.is_number & (order.first < order.last), axis=1)  # the first of the smallest repeated
    again = order.values[np.arange(n), again_at]

    from_zero = (order.values == np.arange(0, 2 * k, 2)).all(axis=1)
    reasons = np.select(
        [from_zero, faulty.any(axis=1) & (fault == BAD), faulty.any(axis=1), (n_different == 1) & (n_filled > 1),
         tied, n_different < n_filled],
        [FROM_ZERO, NOT_READ, OUT_OF_RANGE, ALL_EQUAL, TIED, REPEATED], GAPS,
    )  # fmt: skip
    told = no_odd_rows(n)
    told.reasons[:] = reasons
    pointing = (reasons == NOT_READ) | (reasons == OUT_OF_RANGE)
    repeating = (reasons == TIED) | (reasons == REPEATED)
    second = order.column[np.arange(n), np.minimum(again_at + 1, k - 1)]
    told.columns[:] = np.select([pointing, repeating], [fault_at, second], -1)
    told.ranks[:] = np.select([pointing, repeating | (reasons == ALL_EQUAL)], [fault, again], 0)

    cut = pointing | (reasons == REPEATED)
    upto, run = _top_run(stated)
    told.upto[:] = np.where(cut, upto, 0)
    told.kept[:] = np.where(cut, upto > 0, reasons != ALL_EQUAL)
    shared = np.where(stated > 0, order.back(order.first + order.last), 0)  # twice the mean of places, closing gaps
    settled = np.select(
        [(reasons == FROM_ZERO)[:, None], cut[:, None], (reasons == ALL_EQUAL)[:, None]], [stated + 2, run, 0], shared
    )
    return settled, told


def _tied(order: _Order, starts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether repeats are ties people write on purpose: 1 2 2 4, 1 2 2 3, 1 2.5 2.5 4; else a slip, (n,)."""
    beyond = ~order.is_number
    by_first = (beyond | (order.values == 2 * order.first)).all(axis=1)
    by_mean = (beyond | (order.values == order.first + order.last)).all(axis=1)
    dense = (beyond | (order.values == 2 * np.cumsum(starts, axis=1))).all(axis=1)
    tied: NDArray[np.bool_] = by_first | by_mean | dense
    return tied


def _top_run(stated: IntMatrix) -> tuple[NDArray[np.int16], IntMatrix]:
    """How far ranks 1, 2, ... were each given once, (n,), and these ranks alone: nothing is known of the others."""
    n, k = stated.shape
    upto, going = np.zeros(n, np.int16), np.ones(n, bool)
    for rank in range(1, k + 1):
        going &= (stated == 2 * rank).sum(axis=1) == 1
        upto += going
    inside = (stated > 0) & (stated <= 2 * upto[:, None]) & (stated % 2 == 0)
    return upto, np.where(inside, stated, 0)
