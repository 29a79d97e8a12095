"""The tags of a worksheet in the plain form, found in a large piece of its XML all at once.

::

    <row r="12" spans="1:3"><c r="A12" s="3" t="s"><v>17</v></c><c r="B12"/></row>
    ROW                     CELL                   VALUE VALUE_END  CELL_ALONE
                                                            CELL_END       ROW_END

A piece is plain if each tag is one of these and spelled to the byte as below, if each may follow the one before it,
and if no character stands where none should. Else it is ``Declined``.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.reading.xml_text import Declined

Indices = NDArray[np.intp]
Bytes = NDArray[np.uint8]

BEHIND = 32  # bytes behind the end of a piece, so that whatever begins in it can be looked at as words


class Tag(IntEnum):
    """The tags there are; a row or cell that closes itself is one of its own."""

    ROW = 1
    ROW_ALONE = 2
    ROW_END = 3
    CELL = 4
    CELL_ALONE = 5
    CELL_END = 6
    VALUE = 7
    VALUE_END = 8
    INLINE = 9
    INLINE_END = 10
    TEXT = 11
    TEXT_SPACED = 12
    TEXT_END = 13


# Their second and third byte already tell which one it is. Rows and cells go on behind what stands here.
SPELLED = {
    Tag.ROW: b'<row r="', Tag.ROW_END: b"</row>", Tag.CELL: b'<c r="', Tag.CELL_END: b"</c>",
    Tag.VALUE: b"<v>", Tag.VALUE_END: b"</v>", Tag.INLINE: b"<is>", Tag.INLINE_END: b"</is>",
    Tag.TEXT: b"<t>", Tag.TEXT_SPACED: b'<t xml:space="preserve">', Tag.TEXT_END: b"</t>",
}  # fmt: skip
_ALONE = {Tag.ROW: Tag.ROW_ALONE, Tag.CELL: Tag.CELL_ALONE}
_WITH_TEXT = (Tag.VALUE, Tag.TEXT, Tag.TEXT_SPACED)
_NEXT_CELL = (Tag.CELL, Tag.CELL_ALONE, Tag.ROW_END)
_NEXT_ROW = (Tag.ROW, Tag.ROW_ALONE)
_FOLLOWERS = {
    Tag.ROW: _NEXT_CELL, Tag.ROW_ALONE: _NEXT_ROW, Tag.ROW_END: _NEXT_ROW,
    Tag.CELL: (Tag.VALUE, Tag.INLINE, Tag.CELL_END), Tag.CELL_ALONE: _NEXT_CELL, Tag.CELL_END: _NEXT_CELL,
    Tag.VALUE: (Tag.VALUE_END,), Tag.VALUE_END: (Tag.CELL_END,),
    Tag.INLINE: (Tag.TEXT, Tag.TEXT_SPACED), Tag.INLINE_END: (Tag.CELL_END,),
    Tag.TEXT: (Tag.TEXT_END,), Tag.TEXT_SPACED: (Tag.TEXT_END,), Tag.TEXT_END: (Tag.INLINE_END,),
}  # fmt: skip

# The same as arrays, to be looked up for all tags at once.
_BITS = 4  # hold any tag
_N = 1 << _BITS
_TAG_OF = np.zeros(1 << 16, np.uint8)  # by second and third byte
SIZE_OF = np.zeros(_N, np.intp)        # bytes of the spelling
_DISTANCE_OF = np.zeros(_N, np.intp)   # from its start to the next tag; 0 where it may be any
_MAY_FOLLOW = np.zeros((_N, _N), bool)
for _tag, _spelling in SPELLED.items():
    _TAG_OF[_spelling[1] << 8 | _spelling[2]] = _tag
    SIZE_OF[_tag] = len(_spelling)
    _DISTANCE_OF[_tag] = 0 if _tag in _ALONE or _tag in _WITH_TEXT else len(_spelling)
for _tag, _next in _FOLLOWERS.items():
    _MAY_FOLLOW[_tag, list(_next)] = True


class Piece(NamedTuple):
    """The bytes of some rows: as they are, as an array, and as the number that each byte makes with the 7 behind it.

    The arrays go on behind the end with ``BEHIND`` zeros, and at least so many.
    """

    data: bytes
    raw: Bytes
    eights: NDArray[np.uint64]


class Tags(NamedTuple):
    """The tags of a piece in their order.

    which : (n_tags,) of ``Tag``; opens : (n_tags + 1,) where each begins, and at last where the piece ends
    rows_at, cells_at : which of the tags are rows and cells, also those that close themselves
    """

    which: Bytes
    opens: Indices
    rows_at: Indices
    cells_at: Indices


def piece_of(data: bytes) -> Piece:
    """The bytes of whole rows, ready to be looked at."""
    padded = data + bytes(BEHIND)
    eights = np.ndarray(len(padded) - 8, "<u8", padded, strides=(1,))
    return Piece(data, np.frombuffer(padded, np.uint8), eights)


def tags_of(piece: Piece) -> Tags:
    """All tags of a piece; ``Declined`` unless it is plain."""
    raw, own = piece.raw, piece.raw[: len(piece.data)]
    if own.min() < ord(" ") and not np.isin(own[own < ord(" ")], (ord("\n"), ord("\t"))).all():
        raise Declined("control characters")
    opens = np.flatnonzero(own == ord("<"))
    if not len(opens) or opens[0] != 0 or np.count_nonzero(own == ord(">")) != len(opens):
        raise Declined("tags")
    which = _TAG_OF.take(raw.take(opens + 1).astype(np.uint16) << np.uint16(8) | raw.take(opens + 2))
    found = {tag: np.flatnonzero(which == tag) for tag in SPELLED}
    for tag, spelling in SPELLED.items():
        starts = opens[found[tag]]
        if not all((raw.take(starts + place) == spelling[place]).all() for place in range(3, len(spelling))):
            raise Declined("a tag")
    opens = np.append(opens, len(own))
    distances = _DISTANCE_OF.take(which)
    if not ((np.diff(opens) == distances) | (distances == 0)).all():
        raise Declined("characters between tags")
    # Rows and cells end where the next tag begins; there are no more ">" than tags, so none stands within them.
    for tag, alone in _ALONE.items():
        closes = opens[found[tag] + 1] - 1
        if not (raw.take(closes) == ord(">")).all():
            raise Declined("characters between tags")
        which[found[tag][raw.take(closes - 1) == ord("/")]] = alone
    if which[0] not in _NEXT_ROW or which[-1] not in (Tag.ROW_END, Tag.ROW_ALONE):
        raise Declined("rows")
    if not _MAY_FOLLOW.ravel().take(which[:-1] << np.uint8(_BITS) | which[1:]).all():
        raise Declined("an order of tags")
    return Tags(which, opens, found[Tag.ROW], found[Tag.CELL])
