"""The fast way through a worksheet: whole pieces of its XML at once as arrays, for sheets in the plain form.

Every tag must be one of a dozen, in an order that the plain form allows, and of exactly the plain spelling. All else
(formulas, white space between tags, prefixes, comments, doubled or wrong places, damaged cells ...) raises
``Declined`` before any cell counts, and ``xlsx_sheet`` reads the sheet instead. So this way never has anything to tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, LONGEST_TEXT, CellRules
from cxsurvey.reading.cell_texts import date_texts
from cxsurvey.reading.values import CellKind
from cxsurvey.reading.xml_text import Declined, attribute_names, decoded, without_entities

Indices = NDArray[np.intp]
Bytes = NDArray[np.uint8]

(ROW, ROW_SELF, ROW_END, CELL, CELL_SELF, CELL_END, VALUE, VALUE_END, INLINE, INLINE_END, TEXT, SPACED, TEXT_END) = (
    range(1, 14)
)
# Two bytes tell which tag it is, then all must be there. A row or cell that closes itself has the number that follows.
_SPELLED = {
    ROW: b'<row r="', ROW_END: b"</row>", CELL: b'<c r="', CELL_END: b"</c>", VALUE: b"<v>", VALUE_END: b"</v>",
    INLINE: b"<is>", INLINE_END: b"</is>", TEXT: b"<t>", SPACED: b'<t xml:space="preserve">', TEXT_END: b"</t>",
}  # fmt: skip
_MAY_HOLD_TEXT = (VALUE, TEXT, SPACED)
_NEW_CELL = (CELL, CELL_SELF, ROW_END)
_FOLLOWERS = {
    ROW: _NEW_CELL, ROW_SELF: (ROW, ROW_SELF), ROW_END: (ROW, ROW_SELF), CELL: (VALUE, INLINE, CELL_END),
    CELL_SELF: _NEW_CELL, CELL_END: _NEW_CELL, VALUE: (VALUE_END,), VALUE_END: (CELL_END,), INLINE: (TEXT, SPACED),
    TEXT: (TEXT_END,), SPACED: (TEXT_END,), TEXT_END: (INLINE_END,), INLINE_END: (CELL_END,),
}  # fmt: skip
_CELL_REST = re.compile(rb'(?: s="(\d{1,9})")?(?: t="(n|s|str|inlineStr|b|e|d)")?/?>\Z')
_LONGEST_REST = _LONGEST_DAY = 24
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_MOST_DIGITS = 9  # of whole numbers read by arithmetic
_MOST_ROW_DIGITS = 7
_PLAIN_DAYS = re.compile(rb"[\d.\0]*\Z")
_NUMBER_CELL, _SHARED_CELL, _DATE_CELL, _OTHER_CELL = 1, 2, 3, 4


_TAG_OF = np.zeros(1 << 16, np.uint8)
_SIZE_OF = np.zeros(16, np.intp)      # bytes of its spelling
_DISTANCE_OF = np.zeros(16, np.intp)  # from its start to the next tag, 0 where more may stand between
_MAY_FOLLOW = np.zeros((16, 16), bool)
for _tag, _spelled in _SPELLED.items():
    _TAG_OF[_spelled[1] << 8 | _spelled[2]] = _tag
    _SIZE_OF[_tag] = len(_spelled)
    _DISTANCE_OF[_tag] = len(_spelled) if _spelled.endswith(b">") and _tag not in _MAY_HOLD_TEXT else 0
for _tag, _next in _FOLLOWERS.items():
    _MAY_FOLLOW[_tag, list(_next)] = True


class Piece(NamedTuple):
    """The bytes of some rows: as they are, as numbers, and the number that each byte and the 7 behind it make."""

    data: bytes
    raw: Bytes
    eights: NDArray[np.uint64]


class Tags(NamedTuple):
    """The tags of a piece: which, and where each begins (at last: where the piece ends); which are rows and cells."""

    kinds: Bytes
    opens: Indices
    rows_at: Indices
    cells_at: Indices


class RowNumbers(NamedTuple):
    """The numbers of some rows: as numbers, and as written: the digits and the quote behind as one word each."""

    numbers: NDArray[np.int32]
    sizes: Indices
    words: NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The filled cells of a piece, in the order of the sheet.

    rows : row numbers of the rows that hold anything; row_of : (n_cells,) positions in ``rows``
    columns : 1 = column A
    keys : a number from 0 is a whole number itself; below, ``texts[-1 - key]``
    kinds : of ``CellKind``
    """

    rows: NDArray[np.int32]
    row_of: NDArray[np.int32]
    columns: NDArray[np.uint16]
    keys: NDArray[np.int32]
    kinds: Bytes


class Scanner:
    """Scans the pieces of one sheet, each from the start of a row to the end of one.

    texts : all texts of cells: the shared ones first, then those that stand in cells
    """

    def __init__(self, rules: CellRules) -> None:
        self._rules = rules
        self.texts: list[str] = list(rules.strings)
        self._known: dict[str, int] = {}
        self._last_row = 0
        self._date_styles = {str(style) for style in rules.date_styles}
        sizes = np.fromiter(map(len, rules.strings), np.int64, len(rules.strings))
        self._is_blank = sizes == 0
        if sizes.max(initial=0) > LONGEST_TEXT:
            raise Declined("a text beyond the limit")

    def scan(self, data: bytes) -> Block:
        """The cells of a piece; ``Declined`` unless all of it has the plain form."""
        piece = _piece(data)
        tags = _tags(piece)
        kinds, opens, rows_at, cells_at = tags
        written = self._row_numbers(piece, tags)
        numbers = written.numbers
        n_cells = np.diff(np.searchsorted(cells_at, rows_at), append=len(cells_at))
        row_of = np.repeat(np.arange(len(rows_at), dtype=np.int32), n_cells)
        all_columns, rest_at = _places(piece, tags, written, row_of)
        sorts, tails = self._rests(piece, rest_at, opens[cells_at + 1])
        after = kinds[cells_at + 1]
        value_at = cells_at + 1 + (after == INLINE)
        start, end = opens[value_at] + _SIZE_OF.take(kinds[value_at]), opens[value_at + 1]
        filled = np.flatnonzero((kinds[cells_at] == CELL) & (after != CELL_END) & (end > start))
        keys, cell_kinds = self._values(piece, start[filled], end[filled], sorts[filled], tails)
        kept = cell_kinds != CellKind.BLANK
        filled = filled[kept]
        holds = np.zeros(len(numbers), bool)
        holds[row_of[filled]] = True
        renumbered = np.cumsum(holds, dtype=np.int32) - np.int32(1)
        columns = all_columns[filled].astype(np.uint16)
        return Block(numbers[holds], renumbered[row_of[filled]], columns, keys[kept], cell_kinds[kept])

    def _row_numbers(self, piece: Piece, tags: Tags) -> RowNumbers:
        start, close = tags.opens[tags.rows_at] + len(_SPELLED[ROW]), tags.opens[tags.rows_at + 1] - 1
        quote = start.copy()
        for _ in range(_MOST_ROW_DIGITS):
            quote += piece.raw.take(quote) != ord('"')
        for rest in _distinct(piece, quote, close):
            if rest[:1] != b'"' or b"r" in attribute_names(rest[1:].removesuffix(b"/")):
                raise Declined("attributes of a row")
        numbers, whole = _whole_numbers(piece.raw, start, quote)
        if not whole.all() or (piece.raw.take(start) == ord("0")).any():
            raise Declined("a row's number")
        if not (np.diff(numbers, prepend=np.int32(self._last_row)) > 0).all() or numbers[-1] > LAST_ROW:
            raise Declined("rows out of order")
        self._last_row = int(numbers[-1])
        sizes = quote + 1 - start
        return RowNumbers(numbers, sizes, piece.eights[start] & _MASKS[sizes])

    def _rests(
        self, piece: Piece, start: Indices, end: Indices
    ) -> tuple[NDArray[np.intp], dict[int, tuple[int, str, bool]]]:
        """What stands behind each cell's place, by a number; and for each number what it says: style and type.

        There are a handful of them in a sheet: each is read once, and the others compared with it byte by byte.
        """
        length = end - start
        if len(length) and int(length.max()) > _LONGEST_REST:
            raise Declined("attributes of a cell")
        words = _words(piece, start, length)
        mixed = np.zeros(len(start), np.uint64)
        for word, factor in zip(words, _MIX, strict=False):
            mixed ^= word * factor
        bucket = (mixed >> np.uint64(48)).astype(np.intp)
        one = np.zeros(1 << 16, np.intp)
        one[bucket] = np.arange(len(bucket))
        if not all((word == word[one[bucket]]).all() for word in words):
            raise Declined("too many kinds of cells")
        found: dict[int, tuple[int, str, bool]] = {}
        for number in np.flatnonzero(np.bincount(bucket, minlength=1 << 16)).tolist():
            example = int(one[number])
            rest = _CELL_REST.match(piece.data[start[example] : end[example]])
            if rest is None:
                raise Declined("attributes of a cell")
            kind = (rest[2] or b"n").decode()
            is_date = rest[1] is not None and rest[1].decode() in self._date_styles
            sort = {"s": _SHARED_CELL, "n": _DATE_CELL if is_date else _NUMBER_CELL}.get(kind, _OTHER_CELL)
            found[number] = (sort, kind, is_date)
        return bucket, found

    def _values(
        self, piece: Piece, start: Indices, end: Indices, bucket: NDArray[np.intp],
        tails: dict[int, tuple[int, str, bool]],
    ) -> tuple[NDArray[np.int32], Bytes]:  # fmt: skip
        """Key and kind of each filled cell; a cell whose text is empty is blank."""
        sort_of = np.zeros(1 << 16, np.uint8)
        for number, (sort, _, _) in tails.items():
            sort_of[number] = sort
        sorts = sort_of[bucket]
        keys, whole = _whole_numbers(piece.raw, start, end)
        kinds = np.full(len(start), CellKind.NUMBER, np.uint8)
        shared = np.flatnonzero(sorts == _SHARED_CELL)
        if len(shared):
            places = keys[shared]
            if not whole[shared].all() or int(places.max()) >= len(self._is_blank):
                raise Declined("a shared text that is not there")
            kinds[shared] = np.where(self._is_blank[places], CellKind.BLANK, CellKind.TEXT)
            keys[shared] = -1 - places
        dates = np.flatnonzero(sorts == _DATE_CELL)
        days = self._days(piece, start[dates], end[dates])
        if days is not None:
            keys[dates] = -1 - np.arange(len(self.texts), len(self.texts) + len(days))
            kinds[dates] = CellKind.DATE
            self.texts += days
            sorts[dates] = 0
        others = np.flatnonzero((sorts >= _DATE_CELL) | ((sorts == _NUMBER_CELL) & ~whole))
        spans = zip(others.tolist(), start[others].tolist(), end[others].tolist(), bucket[others].tolist(), strict=True)
        for place, first, last, number in spans:
            _, kind, is_date = tails[number]
            keys[place], kinds[place] = self._other(without_entities(decoded(piece.data[first:last])), kind, is_date)
        return keys, kinds

    def _days(self, piece: Piece, start: Indices, end: Indices) -> list[str] | None:
        """The dates of day numbers, all at once; ``None`` if any must be looked at alone."""
        length = end - start
        if not len(length) or int(length.max()) > _LONGEST_DAY:
            return None
        words = np.stack(_words(piece, start, length), axis=1)
        written = words.view(f"S{words.itemsize * words.shape[1]}").ravel()
        if not _PLAIN_DAYS.match(written.tobytes()):
            return None
        try:
            serials = written.astype(np.float64)
        except ValueError:
            return None
        return date_texts(serials, self._rules.from_1904)

    def _other(self, written: str, kind: str, is_date: bool) -> tuple[int, CellKind]:
        read = self._rules.read(kind, is_date, written)
        if isinstance(read, ReadingNotice) or len(read[0]) > LONGEST_TEXT:
            raise Declined("a cell that must be told of")
        text, found = read
        if not text:
            return 0, CellKind.BLANK
        place = self._known.get(text)
        if place is None:
            place = self._known[text] = len(self.texts)
            self.texts.append(text)
        return -1 - place, found


def _piece(data: bytes) -> Piece:
    padded = data + bytes(_LONGEST_REST + 8)
    eights = np.ndarray(len(data) + _LONGEST_REST, "<u8", padded, strides=(1,))
    return Piece(data, np.frombuffer(padded, np.uint8), eights)


def _tags(piece: Piece) -> Tags:
    """All tags of a piece, if they are those of the plain form in an order it allows, and nothing stands between."""
    raw, own = piece.raw, piece.raw[: len(piece.data)]
    if own.min() < ord(" ") and not np.isin(own[own < ord(" ")], (ord("\n"), ord("\t"))).all():
        raise Declined("control characters")
    opens = np.flatnonzero(own == ord("<"))
    if not len(opens) or opens[0] != 0 or np.count_nonzero(own == ord(">")) != len(opens):
        raise Declined("tags")
    kinds = _TAG_OF.take(raw.take(opens + 1).astype(np.uint16) << np.uint16(8) | raw.take(opens + 2))
    at = {tag: np.flatnonzero(kinds == tag) for tag in _SPELLED}
    for tag, spelled in _SPELLED.items():
        starts = opens[at[tag]]
        if not all((raw.take(starts + place) == spelled[place]).all() for place in range(3, len(spelled))):
            raise Declined("a tag")
    opens = np.append(opens, len(own))
    distances = _DISTANCE_OF.take(kinds)
    if not ((np.diff(opens) == distances) | (distances == 0)).all():
        raise Declined("characters between tags")
    # Rows and cells end where the next tag begins; there are no more ">" than tags, so none stands within them.
    for tag, closes_itself in ((ROW, ROW_SELF), (CELL, CELL_SELF)):
        closes = opens[at[tag] + 1] - 1
        if not (raw.take(closes) == ord(">")).all():
            raise Declined("characters between tags")
        kinds[at[tag][raw.take(closes - 1) == ord("/")]] = closes_itself
    if kinds[0] not in (ROW, ROW_SELF) or kinds[-1] not in (ROW_END, ROW_SELF):
        raise Declined("rows")
    if not _MAY_FOLLOW.ravel().take(kinds[:-1] << np.uint8(4) | kinds[1:]).all():
        raise Declined("an order of tags")
    return Tags(kinds, opens, at[ROW], at[CELL])


def _places(
    piece: Piece, tags: Tags, written: RowNumbers, row_of: NDArray[np.int32]
) -> tuple[NDArray[np.int32], Indices]:
    """Each cell's column, and where the attributes behind its place begin; its row must be the row it stands in."""
    raw = piece.raw
    at = tags.opens[tags.cells_at] + len(_SPELLED[CELL])
    columns = raw.take(at).astype(np.int32) - (ord("A") - 1)
    if not ((columns >= 1) & (columns <= 26)).all():
        raise Declined("a cell's place")
    at += 1
    for _ in range(2):
        letters = raw.take(at)
        more = np.flatnonzero((letters >= ord("A")) & (letters <= ord("Z")))
        if not len(more):
            break
        columns[more] = columns[more] * 26 + (letters[more].astype(np.int32) - (ord("A") - 1))
        at[more] += 1
    if not (piece.eights[at] & _MASKS[written.sizes][row_of] == written.words[row_of]).all():
        raise Declined("a cell's place")
    same_row = row_of[1:] == row_of[:-1]
    if (columns > LAST_COLUMN).any() or (same_row & (columns[1:] <= columns[:-1])).any():
        raise Declined("cells out of order")
    return columns, at + written.sizes[row_of]


def _distinct(piece: Piece, start: Indices, end: Indices) -> set[bytes]:
    """The different texts between these places, of which there are few: nearly all are as the last one is."""
    usual = piece.data[start[-1] : end[-1]]
    same = end - start == len(usual)
    for place, byte in enumerate(usual):
        same &= piece.raw.take(start + place) == byte
    others = np.flatnonzero(~same)
    spans = zip(start[others].tolist(), end[others].tolist(), strict=True)
    return {usual, *(piece.data[first:last] for first, last in spans)}


def _words(piece: Piece, start: Indices, length: Indices) -> list[NDArray[np.uint64]]:
    """Up to 24 bytes from each start as numbers of 8 bytes, zero behind their length."""
    return [
        piece.eights[start + offset] & _MASKS[np.clip(length - offset, 0, 8)]
        for offset in range(0, int(length.max(initial=1)), 8)
    ]


def _whole_numbers(raw: Bytes, start: Indices, end: Indices) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The whole numbers of up to nine digits that stand between these places, and whether each is one."""
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


def texts_of(keys: NDArray[np.int32], texts: Sequence[str]) -> list[str]:
    """What the keys of a block stand for; they must rise, and so those of texts come first."""
    n_texts = int(np.searchsorted(keys, 0))
    return [*map(texts.__getitem__, (-1 - keys[:n_texts]).tolist()), *map(str, keys[n_texts:].tolist())]
