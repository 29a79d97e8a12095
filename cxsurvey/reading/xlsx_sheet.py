"""The cells of one worksheet, as its XML comes in; what cannot be taken is named with its place."""

import re

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.archive import MOST_ATTRIBUTES, Attributes, check_depth
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, CellRules
from cxsurvey.reading.cell_taking import CellTaker
from cxsurvey.reading.places import column_position, shown

_MERGED = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\Z")
_CELL_TAGS = frozenset({"c", "v", "t", "f", "row", "rPh"})


class SheetHandler(CellTaker):
    """Takes the elements of a worksheet; ``result`` gives the table."""

    def __init__(self, file: str, sheet: str, rules: CellRules) -> None:
        super().__init__(file, sheet, rules)
        self._depth = 0
        self._rows_seen: set[int] = set()
        self._letters: dict[str, int] = {}
        self._date_style_texts = {str(style) for style in rules.date_styles}
        self._pieces: list[str] = []
        self._formula: list[str] = []
        self._collecting = self._in_rows = self._in_cell = self._phonetic = self._in_formula = False
        self._has_value = False
        self.last_whole_row = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "v" or tag == "t":
            self._collecting = self._has_value = self._in_cell and not self._phonetic
        elif tag == "f":
            self._has_formula = self._in_formula = self._in_cell
            self._formula.clear()
        elif tag == "row":
            if self._in_rows:  # drawings, which may stand in a sheet, say "row" too
                self._start_row(attributes.get("r"))
        elif tag == "rPh":
            self._phonetic = True
        elif ":" in tag:
            self.start(tag.rpartition(":")[2], attributes)
        else:
            if tag == "sheetData":
                self._in_rows = True
            elif tag == "mergeCell":
                self._start_merged(attributes.get("ref", ""))
            self._depth += 1
            check_depth(self._depth, attributes, self._file, self._sheet)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "v" or tag == "t":
            self._collecting = False
        elif tag == "f":
            self._in_formula = False
        elif tag == "c":
            if self._in_cell:
                self._in_cell = False
                self._end_cell()
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "row":
            self.last_whole_row = self._row or self.last_whole_row
        elif ":" in tag:
            self.end(tag.rpartition(":")[2])
        elif tag not in _CELL_TAGS:
            if tag == "sheetData":
                self._in_rows, self._row = False, 0
            self._depth -= 1

    def text(self, piece: str) -> None:
        """Characters between tags."""
        if self._collecting:
            self._pieces.append(piece)
        elif self._in_formula:
            self._formula.append(piece)

    def _start_row(self, written: str | None) -> None:
        self._column = 0
        row = self._row + 1
        if written is not None:
            row = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0
        if not 1 <= row <= LAST_ROW:
            raise error(
                ReadingNotice.ROW_NUMBER_WRONG, file=self._file, sheet=shown(self._sheet), value=shown(written or "")
            )
        self._row_text = str(row)
        self.begin_row(row)
        if row in self._rows_seen:
            self._problem("", "", ReadingNotice.ROW_DOUBLED)
        self._rows_seen.add(row)

    def _start_cell(self, attributes: Attributes) -> None:
        if len(attributes) > MOST_ATTRIBUTES:
            check_depth(0, attributes, self._file, self._sheet)
        self._pieces.clear()
        self._has_formula = self._has_value = False
        self._type = attributes.get("t", "n")
        self._is_date = attributes.get("s") in self._date_style_texts
        reference = attributes.get("r")
        self._in_cell = self._row > 0
        if not self._in_cell:
            self._problem("", reference or "", ReadingNotice.CELL_REFERENCE_WRONG)
            return
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        column = self._letters.get(letters)
        if column is None:
            column = self._letters.setdefault(letters, column_position(letters))
        if not 1 <= column <= LAST_COLUMN or reference[len(letters) :] != self._row_text:
            self._in_cell = False
            self._problem("", reference, ReadingNotice.CELL_REFERENCE_WRONG)
            return
        self._column = column

    def _end_cell(self) -> None:
        if self._pieces or self._has_formula or self._has_value or self._type in ("inlineStr", "str"):
            formula = "".join(self._formula) if self._has_formula else ""
            self.take(self._column, self._type, self._is_date, "".join(self._pieces), self._has_formula, formula)

    def _start_merged(self, reference: str) -> None:
        found = _MERGED.match(reference)
        if found:
            first, last = column_position(found[1]), column_position(found[3])
            self.merge(int(found[2]), int(found[4]), first, last)
