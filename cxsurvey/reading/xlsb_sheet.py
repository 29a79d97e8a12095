"""The records of a binary workbook's part, and the cells of one of its sheets.

A record is its kind (1 or 2 bytes), its length (1 to 4 bytes), its data. What a sheet claims of its size is never
believed; positions are those of the cells. ``struct.error`` and ``IndexError`` mean that a part is damaged.
"""

import struct
from collections.abc import Callable, Iterable, Iterator

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.cell_rules import LAST_ROW, CellRules
from cxsurvey.reading.cell_taking import CellTaker
from cxsurvey.reading.places import shown
from cxsurvey.reading.xls_sheet import ERRORS, packed_number
from cxsurvey.reading.xls_texts import clean

_LONGEST_RECORD = 1 << 24
_NULL_TEXT = 0xFFFFFFFF
_ROW, _ROWS, _ROWS_END, _MERGED = 0, 145, 146, 176
_RK, _ERROR, _BOOLEAN, _NUMBER, _TEXT, _SHARED = 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOLEAN, _FORMULA_ERROR, _RICH_TEXT = 8, 9, 10, 11, 62
_OFTEN = frozenset({_RK, _NUMBER, _SHARED})
_FORMULAS = frozenset({_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOLEAN, _FORMULA_ERROR})
# The kinds of records that are cells, and how many bytes each has at least.
_SHORTEST = {
    _RK: 12, _ERROR: 9, _BOOLEAN: 9, _NUMBER: 16, _TEXT: 12, _SHARED: 12, _FORMULA_TEXT: 12, _FORMULA_NUMBER: 16,
    _FORMULA_BOOLEAN: 9, _FORMULA_ERROR: 9, _RICH_TEXT: 13,
}  # fmt: skip


def records(pieces: Iterable[bytes], on_piece: Callable[[int], None]) -> Iterator[tuple[int, bytes]]:
    """The kind and data of record after record; ``IndexError`` if the last one is not whole."""
    kept, done = b"", 0
    for piece in pieces:
        kept += piece
        done += len(piece)
        on_piece(done)
        place, size = 0, len(kept)
        while size - place >= 6:
            kind, length = kept[place], kept[place + 1]
            start = place + 2
            end = start + length
            if kind > 0x7F or length > 0x7F:
                kind, start, end = _head(kept, place)
            if end - start > _LONGEST_RECORD:
                raise IndexError("a record without end")
            if end > size:
                break
            yield kind, kept[start:end]
            place = end
        kept = kept[place:]
    place = 0
    while place < len(kept):
        kind, start, place = _head(kept, place)
        if place > len(kept):
            raise IndexError("half a record")
        yield kind, kept[start:place]


def wide_text(data: bytes, place: int) -> tuple[str, int]:
    """A text with its length in four bytes before it, and where it ends; ``IndexError`` if it is not whole."""
    (n_letters,) = struct.unpack_from("<I", data, place)
    end = place + 4 + (0 if n_letters == _NULL_TEXT else 2 * n_letters)
    if end > len(data):
        raise IndexError("half a text")
    return clean(data[place + 4 : end].decode("utf-16-le", "replace")), end


class BinarySheetReader(CellTaker):
    """Takes the records of a worksheet; ``result`` gives the table."""

    def __init__(self, file: str, sheet: str, rules: CellRules) -> None:
        super().__init__(file, sheet, rules)
        self._dates = rules.date_styles
        self._within_rows = self._ended = False
        self._rows_seen: set[int] = set()

    def read(self, kind: int, data: bytes) -> None:
        """Takes a record; of most there is nothing to take."""
        if kind in _SHORTEST:
            if self._within_rows:
                self._read_cell(kind, data)
        elif kind == _ROW and self._within_rows:
            self._start_row(data)
        elif kind == _MERGED:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", data)
            self.merge(first_row + 1, last_row + 1, first_column + 1, last_column + 1)
        elif kind in (_ROWS, _ROWS_END):
            self._within_rows = kind == _ROWS
            self._ended = kind == _ROWS_END

    def check_whole(self) -> None:
        """``IndexError`` unless the end of the rows was seen."""
        if not self._ended:
            raise IndexError("the end of the rows")

    def _start_row(self, data: bytes) -> None:
        (row,) = struct.unpack_from("<I", data)
        if row >= LAST_ROW:
            raise error(
                ReadingNotice.ROW_NUMBER_WRONG, file=self._file, sheet=shown(self._sheet), value=str(row + 1)
            )
        self.begin_row(row + 1)
        if row in self._rows_seen:
            self._problem("", "", ReadingNotice.ROW_DOUBLED)
        self._rows_seen.add(row)

    def _read_cell(self, kind: int, data: bytes) -> None:
        column = int.from_bytes(data[:4], "little") + 1
        if not self.is_placed(column):
            return
        if len(data) < _SHORTEST[kind]:
            self.name(column, "", ReadingNotice.CELL_DAMAGED)
            return
        if kind in _OFTEN:
            self._take_often(column, kind, data)
            return
        is_date = int.from_bytes(data[4:7], "little") in self._dates
        has_formula = kind in _FORMULAS
        if kind == _FORMULA_NUMBER:
            self.take(column, "n", is_date, repr(struct.unpack_from("<d", data, 8)[0]), True)
        elif kind in (_BOOLEAN, _FORMULA_BOOLEAN):
            self.take(column, "b", False, "1" if data[8] else "0", has_formula)
        elif kind in (_ERROR, _FORMULA_ERROR):
            self.take(column, "e", False, ERRORS.get(data[8], "#ERROR"), has_formula)
        else:
            try:
                text, _ = wide_text(data, 9 if kind == _RICH_TEXT else 8)
            except IndexError:
                self.name(column, "", ReadingNotice.CELL_DAMAGED)
            else:
                self.take_text(column, text, has_formula)

    def _take_often(self, column: int, kind: int, data: bytes) -> None:
        """A shared text (four bytes), a style and a packed number (eight), or a style and a number (twelve)."""
        spelled = data[8:12] if kind == _SHARED else data[4 : _SHORTEST[kind]]
        if self.take_known(column, spelled):
            return
        is_date = int.from_bytes(data[4:7], "little") in self._dates
        if kind == _SHARED:
            self.take_new(column, spelled, "s", False, str(int.from_bytes(spelled, "little")))
        elif kind == _RK:
            self.take_new(column, spelled, "n", is_date, packed_number(data, 8))
        else:
            self.take_new(column, spelled, "n", is_date, repr(struct.unpack_from("<d", data, 8)[0]))


def _head(data: bytes, place: int) -> tuple[int, int, int]:
    """A record's kind, where its data begins, and where it ends."""
    kind = data[place]
    place += 1
    if kind & 0x80:
        kind = (kind & 0x7F) | (data[place] & 0x7F) << 7
        place += 1
    length = shift = 0
    while True:
        byte = data[place]
        place += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 or shift == 28:
            return kind, place, place + length
