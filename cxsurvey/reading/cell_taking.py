"""Cells into a table, whatever kind of workbook they come from; what cannot be taken is named with its place."""

from cxsurvey.notices import Notice, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, LONGEST_TEXT, CellRules
from cxsurvey.reading.findings import Finding, Gathered
from cxsurvey.reading.formulas import Formulas
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.sheets import Merged, SheetRead, TableBuilder
from cxsurvey.reading.values import CellKind

MOST_MERGED = 100_000
_MOST_KNOWN = 500_000
_TEXTS = ("inlineStr", "str")  # may be empty
_SHARED = "s"


class CellTaker:
    """Takes the cells of one sheet as they come; ``result`` gives the table, the damaged cells, the merged ones."""

    def __init__(self, file: str, sheet: str, rules: CellRules) -> None:
        self._file, self._sheet, self._rules = file, sheet, rules
        self._builder = TableBuilder(file, sheet)
        self._problems = Gathered(sheet)
        self._merged: list[Merged] = []
        self._formulas = 0
        self._typed = Formulas()
        self._known: dict[bytes, tuple[str, CellKind]] = {}
        self._row = self._column = 0

    def begin_row(self, row: int) -> None:
        """The cells that follow stand in this row."""
        self._row = row
        self._builder.begin_row(row)

    def take(
        self, column: int, kind: str, is_date: bool, written: str, has_formula: bool = False, formula: str = ""
    ) -> None:
        """Takes a cell that holds something; ``kind`` is a workbook's letter for its type, see ``CellRules``.

        formula : its text, where the file has one that can be read
        """
        self._column = column
        if formula:
            self._typed.note(self._row, column, formula, written, kind == "str" or (kind == "s" and bool(written)))
        if has_formula:
            if not written and kind != "str":
                self.name(column, "", ReadingNotice.FORMULA_WITHOUT_VALUE)
                return
            self._formulas += 1
        if not written and kind not in _TEXTS and kind != _SHARED:
            return
        read = self._rules.read(kind, is_date, written)
        if isinstance(read, ReadingNotice):
            self.name(column, written, read)
            return
        self.keep(column, *read)

    def take_known(self, column: int, spelled: bytes) -> bool:
        """Takes a cell if one of the same bytes was taken before; answers come again and again."""
        known = self._known.get(spelled)
        if known is None:
            return False
        if not self._builder.add(column, *known):
            self.name(column, known[0], ReadingNotice.CELL_DOUBLED)
        return True

    def take_new(self, column: int, spelled: bytes, kind: str, is_date: bool, written: str) -> None:
        """Takes a cell that ``take_known`` does not know, and remembers it if there is nothing to tell of it."""
        self.take(column, kind, is_date, written)
        read = self._rules.read(kind, is_date, written)
        if not isinstance(read, ReadingNotice) and 0 < len(read[0]) <= LONGEST_TEXT and len(self._known) < _MOST_KNOWN:
            self._known[spelled] = read

    def take_text(self, column: int, text: str, has_formula: bool = False, formula: str = "") -> None:
        """Takes a text that stands for itself, not in the escaped form of ``.xlsx``."""
        self._column = column
        if formula:
            self._typed.note(self._row, column, formula, text, True)
        self._formulas += has_formula
        self.keep(column, text, CellKind.TEXT)

    def name(self, column: int, written: str, code: ReadingNotice) -> None:
        """Names a cell of this row that cannot be taken, with what is written in it and why."""
        self._problem(column_letter(column), written, code)

    def keep(self, column: int, text: str, kind: CellKind) -> None:
        """Keeps a cell whose text and kind are known."""
        if not text:
            return  # an empty text is a blank to everyone who looks at the sheet
        if kind is CellKind.TEXT and len(text) > LONGEST_TEXT:
            self._problem(column_letter(column), text, ReadingNotice.TEXT_TOO_LONG, limit=LONGEST_TEXT)
            return
        if not self._builder.add(column, text, kind):
            self.name(column, text, ReadingNotice.CELL_DOUBLED)

    def is_placed(self, column: int) -> bool:
        """Whether a workbook can have the cell at all; names it if not."""
        if 1 <= column <= LAST_COLUMN and 1 <= self._row <= LAST_ROW:
            return True
        self._problem("", f"{column_letter(column)}{self._row}", ReadingNotice.CELL_REFERENCE_WRONG)
        return False

    def merge(self, first_row: int, last_row: int, first_column: int, last_column: int) -> None:
        """Notes cells that are shown as one."""
        if len(self._merged) < MOST_MERGED and (last_row > first_row or last_column > first_column):
            self._merged.append(Merged(first_row, last_row, first_column, last_column))

    def result(self) -> SheetRead:
        """The table of all that came."""
        told: list[Notice] = []
        if self._formulas:
            told.append(notice(ReadingNotice.FORMULAS_USED, n=self._formulas, sheet=shown(self._sheet)))
        return SheetRead(
            self._builder.table(), self._problems.findings(), tuple(told), tuple(self._merged),
            formulas=self._typed.typed(),
        )  # fmt: skip

    def _problem(self, column: str, value: str, code: ReadingNotice, **more: int) -> None:
        self._problems.append(Finding(self._row, column, value, code, tuple(more.items())))
