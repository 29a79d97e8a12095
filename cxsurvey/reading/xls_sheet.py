"""The cells of one sheet of an old Excel workbook.

First the places of all cells are gathered, since some programs write them column by column; then each is read.
"""

import struct
from array import array
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.cell_rules import CellRules
from cxsurvey.reading.cell_taking import CellTaker
from cxsurvey.reading.sheets import SheetRead, check_cells
from cxsurvey.reading.xls_records import BOF, EOF, HEAD, Record, Stream
from cxsurvey.reading.xls_texts import Cut

_NUMBER, _RK, _SEVERAL_RK = 0x0203, 0x027E, 0x00BD
_SHARED, _LABEL, _RICH_LABEL = 0x00FD, 0x0204, 0x00D6
_BOOL_OR_ERROR, _FORMULA_TEXT = 0x0205, 0x0207
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})  # the last two are of Excel 3 and 4, but programs still write them
_MERGED = 0x00E5
# The kinds of records that hold cells, and how many bytes each has at least.
_SHORTEST = {
    _NUMBER: 14, _RK: 10, _SEVERAL_RK: 12, _SHARED: 10, _LABEL: 8, _RICH_LABEL: 8, _BOOL_OR_ERROR: 8,
    **dict.fromkeys(_FORMULAS, 14),
}  # fmt: skip
# Between a formula and its text: a formula that is shared, of a matrix, of a table.
_OF_THE_FORMULA = frozenset({0x04BC, 0x0221, 0x0236, 0x003C})
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_TEXT, _BOOLEAN, _ERROR, _EMPTY = range(4)  # what a formula gave, where it is no number
_BATCH = 5_000


class _Places(NamedTuple):
    """Where the records of cells stand, in the order of their rows."""

    rows: NDArray[np.int32]
    records: NDArray[np.int64]


def read_cells(stream: Stream, place: int, sheet: str, rules: CellRules, progress: Progress) -> SheetRead:
    """The cells of the sheet that begins at a place; ``SurveyError`` if the stream ends within it."""
    reader = _SheetReader(stream, sheet, rules)
    try:
        places = _gather(stream, place, reader)
        total = max(1, len(places.rows))
        row_before = -1
        for done, (row, record) in enumerate(zip(places.rows.tolist(), places.records.tolist(), strict=True)):
            if row != row_before:
                reader.begin_row(row + 1)
                row_before = row
            reader.read(record)
            if done % _BATCH == 0:
                progress(done, total)
        progress(total, total)
    except (struct.error, IndexError) as fault:
        raise stream.damaged() from fault
    return reader.result()


def _gather(stream: Stream, place: int, reader: "_SheetReader") -> _Places:
    """Where the cells stand; merged cells are noted on the way."""
    rows, records = array("i"), array("q")
    data, size = stream.data, len(stream.data)
    depth = 0  # charts within the sheet have a beginning and an end of their own
    while True:
        if place + 4 > size:
            raise stream.damaged()
        kind, length = HEAD.unpack_from(data, place)
        if place + 4 + length > size:
            raise stream.damaged()
        if kind in _SHORTEST and depth == 1:
            rows.append(int.from_bytes(data[place + 4 : place + 6], "little"))
            records.append(place)
        elif kind == BOF:
            depth += 1
        elif depth == 0:
            raise stream.damaged()
        elif kind == EOF:
            depth -= 1
            if depth == 0:
                break
        elif kind == _MERGED and depth == 1:
            reader.note_merged(data[place + 4 : place + 4 + length])
        place += 4 + length
    check_cells(stream.file, len(rows))
    all_rows, all_records = np.array(rows, np.int32), np.array(records, np.int64)
    if np.any(all_rows[1:] < all_rows[:-1]):
        order = np.argsort(all_rows, kind="stable")
        all_rows, all_records = all_rows[order], all_records[order]
    return _Places(all_rows, all_records)


class _SheetReader(CellTaker):
    """Reads record after record of one sheet."""

    def __init__(self, stream: Stream, sheet: str, rules: CellRules) -> None:
        super().__init__(stream.file, sheet, rules)
        self._stream = stream
        self._dates = rules.date_styles

    def read(self, place: int) -> None:
        """Takes the cell, or the cells side by side, of the record at a place."""
        data = self._stream.data
        kind, length = HEAD.unpack_from(data, place)
        start = place + 4
        column, style = HEAD.unpack_from(data, start + 2)
        column, is_date = column + 1, style in self._dates
        if length < _SHORTEST[kind]:
            self.name(column, "", ReadingNotice.CELL_DAMAGED)
        elif kind == _RK:
            self._take_packed(column, data[start + 4 : start + 10])
        elif kind == _SEVERAL_RK:
            for side, offset in enumerate(range(start + 4, start + length - 7, 6)):
                self._take_packed(column + side, data[offset : offset + 6])
        elif kind == _SHARED:
            place_of_text = data[start + 6 : start + 10]
            if not self.take_known(column, place_of_text):
                self.take_new(column, place_of_text, "s", False, str(int.from_bytes(place_of_text, "little")))
        elif kind == _NUMBER:
            spelled = data[start + 4 : start + 14]
            if not self.take_known(column, spelled):
                self.take_new(column, spelled, "n", is_date, repr(struct.unpack_from("<d", spelled, 2)[0]))
        elif kind == _BOOL_OR_ERROR:
            self._take_flag(column, data[start + 7], data[start + 6], False)
        elif kind in _FORMULAS:
            self._take_formula(column, is_date, Record(kind, data[start : start + length], start + length))
        else:
            self._take_text(column, Record(kind, data[start : start + length], start + length), 6, False)

    def note_merged(self, data: bytes) -> None:
        """Notes the ranges of a record of merged cells, as many as there are."""
        for offset in range(2, len(data) - 7, 8):
            first_row, last_row, first_column, last_column = struct.unpack_from("<HHHH", data, offset)
            self.merge(first_row + 1, last_row + 1, first_column + 1, last_column + 1)

    def _take_packed(self, column: int, spelled: bytes) -> None:
        """A style and a packed number: six bytes, so they are never taken for a text (four) or a number (ten)."""
        if not self.take_known(column, spelled):
            is_date = int.from_bytes(spelled[:2], "little") in self._dates
            self.take_new(column, spelled, "n", is_date, packed_number(spelled, 2))

    def _take_flag(self, column: int, is_error: int, value: int, has_formula: bool) -> None:
        if is_error:
            self.take(column, "e", False, ERRORS.get(value, "#ERROR"), has_formula)
        else:
            self.take(column, "b", False, "1" if value else "0", has_formula)

    def _take_formula(self, column: int, is_date: bool, record: Record) -> None:
        result = record.data[6:14]
        if result[6:8] != b"\xff\xff":
            self.take(column, "n", is_date, repr(struct.unpack("<d", result)[0]), True)
        elif result[0] == _TEXT:
            text = self._text_of_formula(record)
            if text is None:
                self.take(column, "n", False, "", True)
            else:
                self._take_text(column, text, 0, True)
        elif result[0] in (_BOOLEAN, _ERROR):
            self._take_flag(column, result[0] == _ERROR, result[2], True)
        else:
            self.take(column, "str", False, "", True)

    def _text_of_formula(self, record: Record) -> Record | None:
        """The record of a formula's text, if it follows."""
        for following in self._stream.records(record.end):
            if following.kind not in _OF_THE_FORMULA:
                return following if following.kind == _FORMULA_TEXT else None
        return None

    def _take_text(self, column: int, record: Record, before: int, has_formula: bool) -> None:
        texts = self._stream.texts(record)
        try:
            texts.skip(before)
            text = texts.text(2)
        except Cut:
            self.name(column, "", ReadingNotice.CELL_DAMAGED)
        else:
            self.take_text(column, text, has_formula)


def packed_number(data: bytes, place: int) -> str:
    """A number packed into 30 bits: a whole one or the upper half of a double, either in hundredths."""
    packed = int.from_bytes(data[place : place + 4], "little")
    value: float
    if packed & 2:
        value = (packed - (1 << 32) if packed & 0x8000_0000 else packed) >> 2
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + (packed & 0xFFFFFFFC).to_bytes(4, "little"))[0]
    return repr(value / 100) if packed & 1 else repr(value)
