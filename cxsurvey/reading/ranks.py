"""Rank cells to valid rankings: full, top, gapped, tied, counted from 0; what cannot be saved is told, not guessed.

The rules are listed in docs/reading.md; each odd row gets one reason.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.reading.odd_ranks import (
    BAD,
    BLANK,
    IntMatrix,
    OddRows,
    joined_odd,
    no_odd_rows,
    settle_faulty_places,
    settle_odd,
)
from cxsurvey.responses import Int8Array

__all__ = ["BAD", "BLANK", "IntMatrix", "OddRows", "Settled", "no_ranks", "ranks_from_places", "settle_ranks"]


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """Valid rankings. Rows without any, and rows left out, are all 0.

    ranks : (n, k) int8, column-major, twice the rank, 0 = not ranked
    """

    ranks: Int8Array
    odd: OddRows
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
    odd = settle_odd(stated, np.flatnonzero(~clean), ranks)
    return Settled(ranks, odd, from_zero)


def no_ranks(n: int, k: int) -> Settled:
    """That of a sheet without rankings."""
    return Settled(np.zeros((n, k), np.int8, order="F"), no_odd_rows(0), False)


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
    told = settle_faulty_places(places, np.flatnonzero(faulty), settled.ranks)
    return Settled(settled.ranks, joined_odd(settled.odd, told), False)


def _clean_rows(stated: IntMatrix) -> NDArray[np.bool_]:
    """Rows whose ranks are 1 to m without gap or repeat, m from 0 to k."""
    k = stated.shape[1]
    whole = (stated > 0) & (stated % 2 == 0) & (stated <= 2 * k)
    usable = (whole | (stated == BLANK)).all(axis=1)
    bits = np.where(whole, np.left_shift(np.int64(1), np.where(whole, stated // 2, 0).astype(np.int64)), 0)
    filled = whole.sum(axis=1)
    clean: NDArray[np.bool_] = usable & (np.bitwise_or.reduce(bits, axis=1) == (np.int64(2) << filled) - 2)
    return clean
