"""Rank cells to valid rankings: full, top, gapped, tied, counted from 0; what cannot be saved is told, not guessed.

The rules are listed in docs/reading.md; each odd row gets one reason.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.responses import Int8Array

IntMatrix = NDArray[np.int16]

# In matrices of doubled ranks: no answer, and a cell that is no rank.
BLANK, BAD = -1, -2


class OddRow(NamedTuple):
    """A row that was not simply right. ``column`` is the matrix column to point at, -1 for the row as a whole."""

    row: int
    code: ReadingNotice
    kept: bool
    column: int = -1
    rank: float = 0.0  # the rank the reason speaks of
    upto: int = 0      # how many places were kept, where only the first ones were


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """Valid rankings. Rows without any, and rows left out, are all 0.

    ranks : (n, k) int8, column-major, twice the rank, 0 = not ranked
    """

    ranks: Int8Array
    odd: tuple[OddRow, ...]
    from_zero: bool  # the file counts its places from 0


def settle_ranks(stated: IntMatrix, is_reversed: bool = False) -> Settled:
    """Rankings from what the cells state.

    stated : (n, k) twice the rank, ``BLANK`` or ``BAD``; is_reversed : the highest rank is the most important
    """
    n, k = stated.shape
    stated = stated.copy()
    from_zero = bool((stated == 0).any() and not (stated >= 2 * k).any())
    if from_zero:
        stated[stated >= 0] += 2
    if is_reversed:
        inside = (stated > 0) & (stated <= 2 * k)
        stated[inside] = 2 * (k + 1) - stated[inside]
    ranks = np.zeros((n, k), np.int8, order="F")
    clean = _clean_rows(stated)
    ranks[clean] = np.maximum(stated[clean], 0)
    odd: list[OddRow] = []
    rows = np.flatnonzero(~clean)
    for row, values in zip(rows.tolist(), stated[rows].tolist(), strict=True):
        settled, told = _settle_row(values, row)
        odd.append(told)
        if settled is not None:
            ranks[row] = settled
    return Settled(ranks, tuple(odd), from_zero)


def ranks_from_places(places: IntMatrix, k: int) -> Settled:
    """Rankings from the pillar at each place.

    places : (n, m) position of the pillar, ``BLANK`` or ``BAD``; a row is kept up to its first fault
    """
    n, m = places.shape
    stated = np.full((n, k), BLANK, np.int16)
    ordered = np.sort(places, axis=1)
    repeated = ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any(axis=1)
    faulty = repeated | (places == BAD).any(axis=1)
    for place in range(m):
        rows = np.flatnonzero((places[:, place] >= 0) & ~faulty)
        stated[rows, places[rows, place]] = 2 * (place + 1)
    settled = settle_ranks(stated)
    odd = list(settled.odd)
    ranks = settled.ranks
    rows = np.flatnonzero(faulty)
    for row, named in zip(rows.tolist(), places[rows].tolist(), strict=True):
        run, told = _run_of_places(named, row)
        odd.append(told)
        for rank, pillar in enumerate(run, 1):
            ranks[row, pillar] = 2 * rank
    return Settled(ranks, tuple(sorted(odd, key=lambda entry: entry.row)), False)


def _clean_rows(stated: IntMatrix) -> NDArray[np.bool_]:
    """Rows whose ranks are 1 to m without gap or repeat, m from 0 to k."""
    k = stated.shape[1]
    whole = (stated > 0) & (stated % 2 == 0) & (stated <= 2 * k)
    usable = (whole | (stated == BLANK)).all(axis=1)
    bits = np.where(whole, np.left_shift(np.int64(1), np.where(whole, stated // 2, 0).astype(np.int64)), 0)
    filled = whole.sum(axis=1)
    clean: NDArray[np.bool_] = usable & (np.bitwise_or.reduce(bits, axis=1) == (np.int64(2) << filled) - 2)
    return clean


def _settle_row(values: list[int], row: int) -> tuple[list[int] | None, OddRow]:
    """One odd row: its ranks, or ``None`` if it is left out, and the reason."""
    k = len(values)
    filled = [value for value in values if value >= 0]
    different = len(set(filled))
    if 0 in filled and sorted(filled) == list(range(0, 2 * k, 2)):
        return [value + 2 for value in values], OddRow(row, ReadingNotice.RANK_FROM_ZERO, True)
    for column, value in enumerate(values):
        outside = value != BLANK and not 0 < value <= 2 * k
        if value == BAD or outside or (value > 0 and value % 2 and not _tied(tuple(sorted(filled)))):
            code = ReadingNotice.RANK_NOT_READ if value == BAD else ReadingNotice.RANK_OUT_OF_RANGE
            return _top_run(values, OddRow(row, code, True, column, value / 2))
    if different == 1 and len(filled) > 1:
        return None, OddRow(row, ReadingNotice.RANKS_ALL_EQUAL, False, rank=filled[0] / 2)
    if different < len(filled):
        again = next(value for value in sorted(filled) if filled.count(value) > 1)
        column = [place for place, value in enumerate(values) if value == again][1]
        if _tied(tuple(sorted(filled))):
            return _mid_ranks(values), OddRow(row, ReadingNotice.RANK_TIED, True, column, again / 2)
        return _top_run(values, OddRow(row, ReadingNotice.RANK_REPEATED, True, column, again / 2))
    order = sorted(filled)
    closed = [2 * (order.index(value) + 1) if value > 0 else 0 for value in values]
    return closed, OddRow(row, ReadingNotice.RANK_GAPS, True)


@lru_cache(maxsize=65_536)
def _tied(order: tuple[int, ...]) -> bool:
    """Whether repeats in sorted ranks are ties people write on purpose: 1 2 2 4, 1 2 2 3, 1 2.5 2.5 4; else a slip."""
    distinct = sorted(set(order))
    if len(distinct) == len(order):
        return False
    first = {value: order.index(value) + 1 for value in distinct}
    last = {value: len(order) - order[::-1].index(value) for value in distinct}
    return (
        all(value == 2 * first[value] for value in distinct)
        or all(value == first[value] + last[value] for value in distinct)
        or distinct == list(range(2, 2 * len(distinct) + 2, 2))
    )


def _mid_ranks(values: list[int]) -> list[int]:
    order = sorted(value for value in values if value > 0)
    ranks = []
    for value in values:
        first = order.index(value) + 1 if value > 0 else 0
        ranks.append(2 * first + order.count(value) - 1 if value > 0 else 0)
    return ranks


def _top_run(values: list[int], told: OddRow) -> tuple[list[int] | None, OddRow]:
    """Keeps ranks 1, 2, ... as far as each was given once; nothing is known of the others."""
    upto = 0
    while values.count(2 * (upto + 1)) == 1:
        upto += 1
    kept = [value if 0 < value <= 2 * upto and value % 2 == 0 else 0 for value in values]
    odd = OddRow(told.row, told.code, upto > 0, told.column, told.rank, upto)
    return (kept if upto else None), odd


def _run_of_places(places: list[int], row: int) -> tuple[list[int], OddRow]:
    """The pillars before the first place that names none or one that was named before."""
    run: list[int] = []
    for column, pillar in enumerate(places):
        if pillar == BLANK:
            continue
        if pillar == BAD or pillar in run:
            code = ReadingNotice.PILLAR_NOT_KNOWN if pillar == BAD else ReadingNotice.PILLAR_NAMED_TWICE
            return run, OddRow(row, code, bool(run), column, column + 1, len(run))
        run.append(pillar)
    raise ValueError("places: needs a row with a fault")
