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
from cxsurvey.reading.xml_text import Declined, decoded, without_entities

Indices = NDArray[np.intp]
Bytes = NDArray[np.uint8]

ROW_START, CELL_START = b'<row r="', b'<c r="'
# A tag by its first two bytes. A row or cell that closes itself has the number that follows.
(ROW, ROW_SELF, ROW_END, CELL, CELL_SELF, CELL_END, VALUE, VALUE_END, INLINE, INLINE_END, TEXT, TEXT_END) = range(1, 13)
_TAG_STARTS = {
    b"ro": ROW, b"/r": ROW_END, b"c ": CELL, b"/c": CELL_END, b"v>": VALUE, b"/v": VALUE_END, b"is": INLINE,
    b"/i": INLINE_END, b"t>": TEXT, b"t ": TEXT, b"/t": TEXT_END,
}  # fmt: skip
_TAG_LENGTHS = {ROW_END: 6, CELL_END: 4, VALUE: 3, VALUE_END: 4, INLINE: 4, INLINE_END: 5, TEXT_END: 4}
_NEW_CELL = (CELL, CELL_SELF, ROW_END)
_FOLLOWERS = {
    ROW: _NEW_CELL, ROW_SELF: (ROW, ROW_SELF), ROW_END: (ROW, ROW_SELF), CELL: (VALUE, INLINE, CELL_END),
    CELL_SELF: _NEW_CELL, CELL_END: _NEW_CELL, VALUE: (VALUE_END,), VALUE_END: (CELL_END,), INLINE: (TEXT,),
    TEXT: (TEXT_END,), TEXT_END: (INLINE_END,), INLINE_END: (CELL_END,),
}  # fmt: skip
_PRESERVED = b'<t xml:space="preserve">'
_ROW_REST = re.compile(rb"""(?: [A-Za-z_][\w:.-]{0,40}="[ !#-%'-;=?-~]{0,200}"){0,20}/?\Z""")
_NAME = re.compile(rb' ([^ ="]+)="')
_CELL_REST = re.compile(rb'(?: s="(\d{1,9})")?(?: t="(n|s|str|inlineStr|b|e|d)")?/?>\Z')
_LONGEST_REST = 24
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_MOST_DIGITS = 9  # of whole numbers read by arithmetic
_PLAIN_DAY = re.compile(rb"[\d.\n]*\Z")
_NUMBER_CELL, _SHARED_CELL, _DATE_CELL, _OTHER_CELL = 1, 2, 3, 4


def _table(pairs: dict[bytes, int]) -> Bytes:
    table = np.zeros(1 << 16, np.uint8)
    for start, tag in pairs.items():
        table[start[0] << 8 | start[1]] = tag
    return table


_TAG_OF = _table(_TAG_STARTS)
_LENGTH_OF = np.array([_TAG_LENGTHS.get(tag, 0) for tag in range(13)])
_MAY_FOLLOW = np.zeros((13, 13), bool)
for _tag, _next in _FOLLOWERS.items():
    _MAY_FOLLOW[_tag, list(_next)] = True


class Tags(NamedTuple):
    """The tags of a piece: which, and where each ``<`` and ``>`` stands."""

    kinds: Bytes
    opens: Indices
    closes: Indices


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
        self._is_blank = np.array([not text for text in rules.strings], bool)
        if any(len(text) > LONGEST_TEXT for text in rules.strings):
            raise Declined("a text beyond the limit")

    def scan(self, piece: bytes) -> Block:
        """The cells of a piece; ``Declined`` unless all of it has the plain form."""
        raw = np.frombuffer(piece + bytes(_LONGEST_REST + 8), np.uint8)
        tags = _tags(piece, raw)
        rows_at = np.flatnonzero((tags.kinds == ROW) | (tags.kinds == ROW_SELF))
        numbers = self._row_numbers(piece, tags, rows_at)
        cells_at = np.flatnonzero((tags.kinds == CELL) | (tags.kinds == CELL_SELF))
        if piece.count(CELL_START) != len(cells_at):
            raise Declined("a cell without a place")
        row_of = np.searchsorted(rows_at, cells_at).astype(np.int32) - np.int32(1)
        all_columns, rest_at = _places(raw, tags, cells_at, numbers, row_of)
        sorts, tails = self._rests(piece, raw, rest_at, tags.closes[cells_at])
        after = tags.kinds[cells_at + 1]
        value_at = cells_at + 1 + (after == INLINE)
        start, end = tags.closes[value_at] + 1, tags.opens[np.minimum(value_at + 1, len(tags.opens) - 1)]
        filled = np.flatnonzero((tags.kinds[cells_at] == CELL) & (after != CELL_END) & (end > start))
        keys, kinds = self._values(piece, raw, start[filled], end[filled], sorts[filled], tails)
        kept = kinds != CellKind.BLANK
        filled = filled[kept]
        holds = np.zeros(len(numbers), bool)
        holds[row_of[filled]] = True
        renumbered = np.cumsum(holds, dtype=np.int32) - np.int32(1)
        columns = all_columns[filled].astype(np.uint16)
        return Block(numbers[holds], renumbered[row_of[filled]], columns, keys[kept], kinds[kept])

    def _row_numbers(self, piece: bytes, tags: Tags, rows_at: Indices) -> NDArray[np.int32]:
        if piece.count(ROW_START) != len(rows_at):
            raise Declined("a row without its number")
        written: list[bytes] = []
        rests: set[bytes] = set()
        for start, end in zip(tags.opens[rows_at].tolist(), tags.closes[rows_at].tolist(), strict=True):
            number, _, rest = piece[start + len(ROW_START) : end].partition(b'"')
            written.append(number)
            rests.add(rest)
        for rest in rests:
            names = _NAME.findall(rest)
            if not _ROW_REST.match(rest) or len(set(names)) < len(names) or b"r" in names:
                raise Declined("attributes of a row")
        if not all(number.isdigit() and len(number) < 8 for number in written):
            raise Declined("a row's number")
        numbers = np.array([self._last_row, *map(int, written)], np.int32)
        if not (numbers[1:] > numbers[:-1]).all() or numbers[-1] > LAST_ROW:
            raise Declined("rows out of order")
        self._last_row = int(numbers[-1])
        return numbers[1:]

    def _rests(
        self, piece: bytes, raw: Bytes, start: Indices, close: Indices
    ) -> tuple[NDArray[np.intp], dict[int, tuple[int, str, bool]]]:
        """What stands behind each cell's place, by a number; and for each number what it says: style and type.

        There are a handful of them in a sheet: each is read once, and the others compared with it byte by byte.
        """
        length = close - start + 1
        if len(length) and int(length.max()) > _LONGEST_REST:
            raise Declined("attributes of a cell")
        words = _words(raw, start, length)
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
            rest = _CELL_REST.match(piece[start[example] : close[example] + 1])
            if rest is None:
                raise Declined("attributes of a cell")
            kind = (rest[2] or b"n").decode()
            is_date = rest[1] is not None and rest[1].decode() in self._date_styles
            sort = {"s": _SHARED_CELL, "n": _DATE_CELL if is_date else _NUMBER_CELL}.get(kind, _OTHER_CELL)
            found[number] = (sort, kind, is_date)
        return bucket, found

    def _values(
        self, piece: bytes, raw: Bytes, start: Indices, end: Indices, bucket: NDArray[np.intp],
        tails: dict[int, tuple[int, str, bool]],
    ) -> tuple[NDArray[np.int32], Bytes]:  # fmt: skip
        """Key and kind of each filled cell; a cell whose text is empty is blank."""
        sort_of = np.zeros(1 << 16, np.uint8)
        for number, (sort, _, _) in tails.items():
            sort_of[number] = sort
        sorts = sort_of[bucket]
        keys, whole = _whole_numbers(raw, start, end)
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
            keys[place], kinds[place] = self._other(without_entities(decoded(piece[first:last])), kind, is_date)
        return keys, kinds

    def _days(self, piece: bytes, start: Indices, end: Indices) -> list[str] | None:
        """The dates of day numbers, all at once; ``None`` if any must be looked at alone."""
        written = [piece[first:last] for first, last in zip(start.tolist(), end.tolist(), strict=True)]
        if not _PLAIN_DAY.match(b"\n".join(written)):
            return None
        try:
            serials = np.array(written, "S32").astype(np.float64)
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


def _tags(piece: bytes, raw: Bytes) -> Tags:
    """All tags of a piece, if they are those of the plain form in an order it allows, and nothing stands between."""
    own = raw[: len(piece)]
    low = own[own < ord(" ")]
    if len(low) and not np.isin(low, (ord("\n"), ord("\t"))).all():
        raise Declined("control characters")
    opens, closes = np.flatnonzero(own == ord("<")), np.flatnonzero(own == ord(">"))
    if not len(opens) or len(opens) != len(closes) or opens[0] != 0 or closes[-1] != len(piece) - 1:
        raise Declined("tags")
    if not (closes - opens >= 2).all() or not (opens[1:] > closes[:-1]).all():
        raise Declined("tags")
    kinds = _TAG_OF[own[opens + 1].astype(np.uint16) << np.uint16(8) | own[opens + 2]]
    closes_itself = own[closes - 1] == ord("/")
    kinds = kinds + (closes_itself & ((kinds == ROW) | (kinds == CELL))).astype(np.uint8)
    lengths, wanted = closes - opens + 1, _LENGTH_OF[kinds]
    if not ((wanted == 0) | (lengths == wanted)).all():
        raise Declined("a tag")
    if kinds[0] not in (ROW, ROW_SELF) or kinds[-1] not in (ROW_END, ROW_SELF):
        raise Declined("rows")
    if not _MAY_FOLLOW[kinds[:-1], kinds[1:]].all():
        raise Declined("an order of tags")
    between = (opens[1:] != closes[:-1] + 1) & (kinds[:-1] != VALUE) & (kinds[:-1] != TEXT)
    if between.any():
        raise Declined("characters between tags")
    _check_spelling(piece, own, Tags(kinds, opens, closes), lengths)
    return Tags(kinds, opens, closes)


def _check_spelling(piece: bytes, own: Bytes, tags: Tags, lengths: Indices) -> None:
    """The letters of the tags that two bytes and a length do not settle."""
    row_ends = tags.opens[tags.kinds == ROW_END]
    inline_ends = tags.opens[tags.kinds == INLINE_END]
    if not ((own[row_ends + 3] == ord("o")) & (own[row_ends + 4] == ord("w"))).all():
        raise Declined("a tag")
    if not (own[inline_ends + 3] == ord("s")).all():
        raise Declined("a tag")
    spaced = np.flatnonzero((tags.kinds == TEXT) & (lengths != len("<t>")))
    starts = tags.opens[spaced].tolist()
    if not (lengths[spaced] == len(_PRESERVED)).all() or any(
        piece[start : start + len(_PRESERVED)] != _PRESERVED for start in starts
    ):
        raise Declined("attributes of a text")


def _places(
    raw: Bytes, tags: Tags, cells_at: Indices, numbers: NDArray[np.int32], row_of: NDArray[np.int32]
) -> tuple[NDArray[np.int32], Indices]:
    """Each cell's column, and where the attributes behind its place begin; its row must be the row it stands in."""
    at = tags.opens[cells_at] + len(CELL_START)
    columns = raw[at].astype(np.int32) - ord("A") + 1
    if not ((columns >= 1) & (columns <= 26)).all():
        raise Declined("a cell's place")
    at = at + 1
    for _ in range(2):
        more = np.flatnonzero((raw[at] >= ord("A")) & (raw[at] <= ord("Z")))
        columns[more] = columns[more] * 26 + (raw[at[more]].astype(np.int32) - ord("A") + 1)
        at[more] += 1
        if not len(more):
            break
    digits = np.array([b"%d" % number for number in numbers.tolist()], "S8").view(np.uint8).reshape(-1, 8)
    n_digits = np.count_nonzero(digits, axis=1)[row_of]
    for place in range(int(n_digits.max(initial=0))):
        wrong = (raw[at + place] != digits[row_of, place]) & (n_digits > place)
        if wrong.any():
            raise Declined("a cell's place")
    at = at + n_digits
    if not (raw[at] == ord('"')).all() or not (at < tags.closes[cells_at]).all():
        raise Declined("a cell's place")
    same_row = row_of[1:] == row_of[:-1]
    if (columns > LAST_COLUMN).any() or (same_row & (columns[1:] <= columns[:-1])).any():
        raise Declined("cells out of order")
    return columns, at + 1


def _words(raw: Bytes, start: Indices, length: Indices) -> list[NDArray[np.uint64]]:
    """Up to 24 bytes from each start as numbers of 8 bytes, zero behind their length."""
    words = []
    for offset in range(0, int(length.max(initial=1)), 8):
        word = np.zeros(len(start), np.uint64)
        for place in range(8):
            word |= raw[start + (offset + place)].astype(np.uint64) << np.uint64(8 * place)
        words.append(word & _MASKS[np.clip(length - offset, 0, 8)])
    return words


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


def texts_of(keys: Sequence[int], texts: Sequence[str]) -> list[str]:
    """What the keys of a block stand for."""
    return [str(key) if key >= 0 else texts[-1 - key] for key in keys]
