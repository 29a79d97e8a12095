"""The cells of one worksheet, as its XML comes in; what cannot be taken is named with its place."""

from dataclasses import replace

from cxsurvey.notices import Notice, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.archive import MOST_ATTRIBUTES, Attributes, check_depth
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, LONGEST_TEXT, CellRules
from cxsurvey.reading.places import column_letter, column_position, shown
from cxsurvey.reading.sheets import SheetRead, TableBuilder
from cxsurvey.reading.values import CellKind, LeftOut

MOST_PROBLEMS = 1_000
_CELL_TAGS = frozenset({"c", "v", "t", "f", "row", "rPh"})


class SheetHandler:
    """Takes the elements of a worksheet; ``result`` gives the table."""

    def __init__(self, file: str, sheet: str, rules: CellRules) -> None:
        self._file, self._sheet, self._rules = file, sheet, rules
        self._builder = TableBuilder(file, sheet)
        self._problems: list[LeftOut] = []
        self._formulas = 0
        self._row = self._column = self._depth = 0
        self._rows_seen: set[int] = set()
        self._letters: dict[str, int] = {}
        self._date_style_texts = {str(style) for style in rules.date_styles}
        self._pieces: list[str] = []
        self._collecting = self._in_cell = self._phonetic = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "v" or tag == "t":
            self._collecting = self._in_cell and not self._phonetic
        elif tag == "f":
            self._has_formula = self._in_cell
        elif tag == "row":
            self._start_row(attributes.get("r"))
        elif tag == "rPh":
            self._phonetic = True
        elif ":" in tag:
            self.start(tag.rpartition(":")[2], attributes)
        else:
            self._depth += 1
            check_depth(self._depth, attributes, self._file, self._sheet)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "v" or tag == "t":
            self._collecting = False
        elif tag == "c":
            if self._in_cell:
                self._in_cell = False
                self._end_cell()
        elif tag == "rPh":
            self._phonetic = False
        elif ":" in tag:
            self.end(tag.rpartition(":")[2])
        elif tag not in _CELL_TAGS:
            self._depth -= 1

    def text(self, piece: str) -> None:
        """Characters between tags."""
        if self._collecting:
            self._pieces.append(piece)

    def result(self) -> SheetRead:
        """The table of all that came."""
        told: list[Notice] = []
        if self._formulas:
            told.append(notice(ReadingNotice.FORMULAS_USED, n=self._formulas, sheet=shown(self._sheet)))
        return SheetRead(self._builder.table(), tuple(self._problems), tuple(told))

    def _start_row(self, written: str | None) -> None:
        self._column = 0
        row = self._row + 1
        if written is not None:
            row = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0
        if not 1 <= row <= LAST_ROW:
            raise error(
                ReadingNotice.ROW_NUMBER_WRONG, file=self._file, sheet=shown(self._sheet), value=shown(written or "")
            )
        self._row, self._row_text = row, str(row)
        if row in self._rows_seen:
            self._problem("", "", ReadingNotice.ROW_DOUBLED)
        self._rows_seen.add(row)
        self._builder.begin_row(row)

    def _start_cell(self, attributes: Attributes) -> None:
        if len(attributes) > MOST_ATTRIBUTES:
            check_depth(0, attributes, self._file, self._sheet)
        self._pieces.clear()
        self._has_formula = False
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
        written = "".join(self._pieces)
        if self._has_formula:
            self._formulas += 1
            if not self._pieces and self._type != "str":
                self._problem(column_letter(self._column), "", ReadingNotice.FORMULA_WITHOUT_VALUE)
                return
        if not self._pieces and self._type not in ("inlineStr", "str"):
            return
        cell = self._read(written)
        if cell is None:
            return
        text, kind = cell
        if not text:
            return  # an empty text is a blank to everyone who looks at the sheet
        if kind is CellKind.TEXT and len(text) > LONGEST_TEXT:
            self._problem(column_letter(self._column), text, ReadingNotice.TEXT_TOO_LONG, limit=LONGEST_TEXT)
            return
        if not self._builder.add(self._column, text, kind):
            self._problem(column_letter(self._column), text, ReadingNotice.CELL_DOUBLED)

    def _read(self, written: str) -> tuple[str, CellKind] | None:
        """The cell's text and kind; ``None``, and named, if it is damaged."""
        read = self._rules.read(self._type, self._is_date, written)
        if isinstance(read, ReadingNotice):
            self._problem(column_letter(self._column), written, read)
            return None
        return read

    def _problem(self, column: str, value: str, code: ReadingNotice, **more: int) -> None:
        """Names a cell. After a thousand the rest would only fill the memory."""
        if len(self._problems) < MOST_PROBLEMS:
            told = notice(code, sheet=shown(self._sheet), row=self._row, column=column, value=shown(value))
            told = replace(told, values=(*told.values, *more.items()))
            self._problems.append(LeftOut(self._sheet, self._row, column, shown(value), told))
