"""What stands at many places of a piece of XML, read for all of them at once."""

import numpy as np
from numpy.typing import NDArray

from cxsurvey.reading.xlsx_tags import Bytes, Indices, Piece

_MOST_DIGITS = 9  # so many fit a number of 32 bits, whatever they are
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
LONGEST = 8 * len(_MIX)  # bytes that are compared as words


def whole_numbers(raw: Bytes, start: Indices, end: Indices) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The whole numbers of up to nine digits between these places, and whether each is one."""
    length = end - start
    first = raw[start] - np.uint8(ord("0"))
    numbers = first.astype(np.int32)
    whole = (first < 10) & (length <= _MOST_DIGITS)
    longer = np.flatnonzero(whole & (length > 1))
    for place in range(1, _MOST_DIGITS):
        longer = longer[length[longer] > place]
        digit = raw[start[longer] + place] - np.uint8(ord("0"))
        right = digit < 10
        whole[longer[~right]] = False
        longer, digit = longer[right], digit[right]
        numbers[longer] = numbers[longer] * 10 + digit
    return numbers, whole


def first_bytes(piece: Piece, start: Indices, n: Indices) -> NDArray[np.uint64]:
    """The first ``n`` (up to 8) bytes from each start as one number."""
    return piece.eights[start] & _MASKS[n]


def words(piece: Piece, start: Indices, length: Indices) -> list[NDArray[np.uint64]]:
    """Up to ``LONGEST`` bytes from each start as numbers of 8 bytes, zero behind their length."""
    return [
        first_bytes(piece, start + offset, np.clip(length - offset, 0, 8))
        for offset in range(0, int(length.max(initial=1)), 8)
    ]


def numbered(texts: list[NDArray[np.uint64]]) -> tuple[NDArray[np.intp], dict[int, int]] | None:
    """A number from 0 to 65,535 for each text of ``words``, the same for the same text, and a place for each number.

    ``None`` if two different texts came to the same number, as may happen where there are hundreds.
    """
    mixed = np.zeros(len(texts[0]), np.uint64)
    for word, factor in zip(texts, _MIX, strict=False):
        mixed ^= word * factor
    numbers = (mixed >> np.uint64(48)).astype(np.intp)
    place_of = np.zeros(1 << 16, np.intp)
    place_of[numbers] = np.arange(len(numbers))
    if not all((word == word[place_of[numbers]]).all() for word in texts):
        return None
    used = np.flatnonzero(np.bincount(numbers, minlength=1 << 16))
    return numbers, dict(zip(used.tolist(), place_of[used].tolist(), strict=True))


def distinct(piece: Piece, start: Indices, end: Indices) -> set[bytes]:
    """The different texts between these places, of which there are few: nearly all are as the last one is."""
    usual = piece.data[start[-1] : end[-1]]
    same = end - start == len(usual)
    for place, byte in enumerate(usual):
        same &= piece.raw.take(start + place) == byte
    others = np.flatnonzero(~same)
    spans = zip(start[others].tolist(), end[others].tolist(), strict=True)
    return {usual, *(piece.data[first:last] for first, last in spans)}
