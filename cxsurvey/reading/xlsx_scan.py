"""The fast way through a worksheet: all cells of a large piece of its XML at once, for sheets in the plain form.

::

    <row r="12" spans="1:3"> ... <c r="B12" s="3" t="s"><v>17</v></c>
            number and rest         place  form         value

The tags are found first (``xlsx_tags``), then the numbers of all rows, the places of all cells, their forms (style and
type), and last their values: whole numbers, shared texts and days as arrays, and only what is left one by one.

What is not plain (formulas, white space between tags, prefixes, comments, doubled or wrong places, damaged cells ...)
raises ``Declined`` before any cell counts, and ``xlsx_sheet`` reads the sheet instead. So this way never has anything
to tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, LONGEST_TEXT, CellRules
from cxsurvey.reading.cell_texts import date_texts
from cxsurvey.reading.many_at_once import LONGEST, distinct, first_bytes, numbered, whole_numbers, words
from cxsurvey.reading.values import CellKind
from cxsurvey.reading.xlsx_tags import SIZE_OF, SPELLED, Bytes, Indices, Piece, Tag, Tags, piece_of, tags_of
from cxsurvey.reading.xml_text import Declined, attribute_names, decoded, without_entities

_FORM = re.compile(rb'(?: s="(\d{1,9})")?(?: t="(n|s|str|inlineStr|b|e|d)")?/?>\Z')
_MOST_ROW_DIGITS = 7
_PLAIN_DAYS = re.compile(rb"[\d.\0]*\Z")


class Way(IntEnum):
    """How the values of a form are read; what one way cannot read goes on to ``ALONE``."""

    NUMBERS = 1
    SHARED = 2
    DAYS = 3
    ALONE = 4


class Form(NamedTuple):
    """What a cell's attributes say: its type, whether its style shows dates, and so how its value is read."""

    type: str
    is_date: bool
    way: Way


class RowNumbers(NamedTuple):
    """The numbers of some rows: as numbers, and as written: the digits and the quote behind, their count and bytes."""

    numbers: NDArray[np.int32]
    sizes: Indices
    written: NDArray[np.uint64]


class Values(NamedTuple):
    """Where the values of the filled cells are, and the numbers of the cells' forms."""

    start: Indices
    end: Indices
    forms: NDArray[np.intp]


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
        piece = piece_of(data)
        tags = tags_of(piece)
        which, opens, rows_at, cells_at = tags
        rows = self._row_numbers(piece, tags)
        n_cells = np.diff(np.searchsorted(cells_at, rows_at), append=len(cells_at))
        row_of = np.repeat(np.arange(len(rows_at), dtype=np.int32), n_cells)
        columns, form_at = _places(piece, tags, rows, row_of)
        form_of, forms = self._forms(piece, form_at, opens[cells_at + 1])
        value_at = cells_at + 1 + (which[cells_at + 1] == Tag.INLINE)
        start, end = opens[value_at] + SIZE_OF.take(which[value_at]), opens[value_at + 1]
        has_value = (which[cells_at] == Tag.CELL) & (which[cells_at + 1] != Tag.CELL_END)
        filled = np.flatnonzero(has_value & (end > start))
        if any(forms[number].way is Way.SHARED for number in np.unique(form_of[has_value & (end <= start)]).tolist()):
            raise Declined("a shared text that is nowhere")
        keys, kinds = self._read(piece, Values(start[filled], end[filled], form_of[filled]), forms)
        kept = kinds != CellKind.BLANK
        filled = filled[kept]
        holds = np.zeros(len(rows_at), bool)
        holds[row_of[filled]] = True
        renumbered = np.cumsum(holds, dtype=np.int32) - np.int32(1)
        return Block(
            rows.numbers[holds], renumbered[row_of[filled]], columns[filled].astype(np.uint16), keys[kept], kinds[kept]
        )

    def _row_numbers(self, piece: Piece, tags: Tags) -> RowNumbers:
        """The numbers of all rows, which must rise; what else a row says makes no difference."""
        start, close = tags.opens[tags.rows_at] + len(SPELLED[Tag.ROW]), tags.opens[tags.rows_at + 1] - 1
        quote = start.copy()
        for _ in range(_MOST_ROW_DIGITS):
            quote += piece.raw.take(quote) != ord('"')
        for rest in distinct(piece, quote, close):
            if rest[:1] != b'"' or b"r" in attribute_names(rest[1:].removesuffix(b"/")):
                raise Declined("attributes of a row")
        numbers, whole = whole_numbers(piece.raw, start, quote)
        if not whole.all() or (piece.raw.take(start) == ord("0")).any():
            raise Declined("a row's number")
        if not (np.diff(numbers, prepend=np.int32(self._last_row)) > 0).all() or numbers[-1] > LAST_ROW:
            raise Declined("rows out of order")
        self._last_row = int(numbers[-1])
        sizes = quote + 1 - start
        return RowNumbers(numbers, sizes, first_bytes(piece, start, sizes))

    def _forms(self, piece: Piece, start: Indices, end: Indices) -> tuple[NDArray[np.intp], dict[int, Form]]:
        """The number of each cell's form, and the forms by their numbers.

        There are a handful of them in a sheet: each is read once, and the others compared with it byte by byte.
        """
        length = end - start
        if int(length.max(initial=0)) > LONGEST:
            raise Declined("attributes of a cell")
        found = numbered(words(piece, start, length))
        if found is None:
            raise Declined("too many kinds of cells")
        number_of, place_of = found
        return number_of, {n: self._form(piece.data[start[place] : end[place]]) for n, place in place_of.items()}

    def _form(self, written: bytes) -> Form:
        found = _FORM.match(written)
        if found is None:
            raise Declined("attributes of a cell")
        kind = (found[2] or b"n").decode()
        is_date = found[1] is not None and found[1].decode() in self._date_styles
        return Form(kind, is_date, {"s": Way.SHARED, "n": Way.DAYS if is_date else Way.NUMBERS}.get(kind, Way.ALONE))

    def _read(self, piece: Piece, values: Values, forms: dict[int, Form]) -> tuple[NDArray[np.int32], Bytes]:
        """Key and kind of each filled cell; a cell whose text is empty is blank."""
        start, end, form_of = values
        way_of = np.zeros(1 << 16, np.uint8)
        for number, form in forms.items():
            way_of[number] = form.way
        ways = way_of[form_of]
        keys, whole = whole_numbers(piece.raw, start, end)
        kinds = np.full(len(start), CellKind.NUMBER, np.uint8)
        shared = np.flatnonzero(ways == Way.SHARED)
        if len(shared):
            places = keys[shared]
            if not whole[shared].all() or int(places.max()) >= len(self._is_blank):
                raise Declined("a shared text that is not there")
            kinds[shared] = np.where(self._is_blank[places], CellKind.BLANK, CellKind.TEXT)
            keys[shared] = -1 - places
        dates = np.flatnonzero(ways == Way.DAYS)
        days = self._days(piece, start[dates], end[dates])
        if days is None:
            ways[dates] = Way.ALONE
        else:
            keys[dates] = -1 - np.arange(len(self.texts), len(self.texts) + len(days))
            kinds[dates] = CellKind.DATE
            self.texts += days
        ways[(ways == Way.NUMBERS) & ~whole] = Way.ALONE
        alone = np.flatnonzero(ways == Way.ALONE)
        spans = zip(alone.tolist(), start[alone].tolist(), end[alone].tolist(), form_of[alone].tolist(), strict=True)
        for place, first, last, number in spans:
            written = without_entities(decoded(piece.data[first:last]))
            keys[place], kinds[place] = self._alone(written, forms[number])
        return keys, kinds

    def _days(self, piece: Piece, start: Indices, end: Indices) -> list[str] | None:
        """The dates of day numbers, all at once; ``None`` if any must be looked at alone."""
        length = end - start
        if not len(length) or int(length.max()) > LONGEST:
            return None
        columns = np.stack(words(piece, start, length), axis=1)
        written = columns.view(f"S{columns.itemsize * columns.shape[1]}").ravel()
        if not _PLAIN_DAYS.match(written.tobytes()):
            return None
        try:
            serials = written.astype(np.float64)
        except ValueError:
            return None
        return date_texts(serials, self._rules.from_1904)

    def _alone(self, written: str, form: Form) -> tuple[int, CellKind]:
        """Key and kind of one cell, by the same rules as on the full way."""
        read = self._rules.read(form.type, form.is_date, written)
        if isinstance(read, ReadingNotice) or len(read[0]) > LONGEST_TEXT:
            raise Declined("a cell that must be told of")
        text, kind = read
        if not text:
            return 0, CellKind.BLANK
        place = self._known.get(text)
        if place is None:
            place = self._known[text] = len(self.texts)
            self.texts.append(text)
        return -1 - place, kind


def _places(
    piece: Piece, tags: Tags, rows: RowNumbers, row_of: NDArray[np.int32]
) -> tuple[NDArray[np.int32], Indices]:
    """Each cell's column, and where the attributes behind its place begin; its row must be the row it stands in."""
    raw = piece.raw
    at = tags.opens[tags.cells_at] + len(SPELLED[Tag.CELL])
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
    sizes = rows.sizes[row_of]
    if not (first_bytes(piece, at, sizes) == rows.written[row_of]).all():
        raise Declined("a cell's place")
    same_row = row_of[1:] == row_of[:-1]
    if (columns > LAST_COLUMN).any() or (same_row & (columns[1:] <= columns[:-1])).any():
        raise Declined("cells out of order")
    return columns, at + sizes


def texts_of(keys: NDArray[np.int32], texts: Sequence[str]) -> list[str]:
    """What the keys of a block stand for; they must rise, and so those of texts come first."""
    n_texts = int(np.searchsorted(keys, 0))
    return [*map(texts.__getitem__, (-1 - keys[:n_texts]).tolist()), *map(str, keys[n_texts:].tolist())]
