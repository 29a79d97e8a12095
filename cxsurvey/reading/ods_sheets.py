"""The cells of an OpenDocument's sheets, as its XML comes in.

A cell or row may stand for many like it; the empty ones at the end of every sheet, up to the last place there is, cost
nothing, and filled ones are counted before any is made.
"""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.archive import DEEPEST, MOST_ATTRIBUTES, Attributes, check_depth
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW, CellRules
from cxsurvey.reading.cell_taking import CellTaker
from cxsurvey.reading.cell_texts import date_text
from cxsurvey.reading.sheets import SheetName, SheetRead
from cxsurvey.reading.text_table import ERRORS
from cxsurvey.reading.values import CellKind
from cxsurvey.reading.xlsx import free_name

CONTENT = "content.xml"
RULES = CellRules((), frozenset(), False)
_TABLE, _ROW, _CELL, _COVERED = "table:table", "table:table-row", "table:table-cell", "table:covered-table-cell"
_CELLS = (_CELL, _COVERED)
_PARAGRAPH = "text:p"
_SHEET_DEPTH = 4  # document, body, spreadsheet, table; deeper ones are kept changes, links, tables within a cell
# Within a text, but no part of it: comments, footnotes, how a word is pronounced.
_BESIDE = frozenset({"office:annotation", "text:note", "text:ruby-text"})
_TRUE, _FALSE = "of:=TRUE()", "of:=FALSE()"  # how LibreOffice writes a plain TRUE or FALSE
_NAMESPACES = ("xmlns:office", "xmlns:table", "xmlns:text")  # every program calls them so
_NUMBERS = ("float", "percentage", "currency")
_MOST = 10**9
_MOST_SHEETS = 10_000
MOST_REPEATED = 5_000_000  # cells that are not written themselves; a file of a few bytes could have any number
# Breaks and tabs in the XML are its layout. Runs of spaces should be, too, but LibreOffice writes texts so.
_LAYOUT = re.compile(r" *[\t\r\n][ \t\r\n]*")
_CELL_NAMED = re.compile(r"\[\.?([^\[\]]*)\]")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(\.\d+)?)?Z?\Z", re.ASCII)
_CLOCK = re.compile(r"(\d\d):(\d\d):(\d\d)\Z", re.ASCII)  # not of the standard, but old libraries wrote so
_DURATION = re.compile(r"(-?)PT?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?\Z", re.ASCII)


class Cell(NamedTuple):
    """A cell as the document has it: ``repeated`` times side by side, shown ``wide`` and ``high`` cells large."""

    column: int
    repeated: int
    kind: str     # as ``CellTaker`` has them, and "text"; "" = empty
    written: str
    formula: str  # "" = none
    wide: int = 1
    high: int = 1

    @property
    def holds_something(self) -> bool:
        """Whether there is a value, or a formula without one."""
        return bool(self.kind or self.formula)

    @property
    def is_merged(self) -> bool:
        """Whether it is shown over others."""
        return self.wide > 1 or self.high > 1


class OpenDocumentHandler:
    """Takes the elements of the whole document; then ``sheets`` names what ``read`` holds, in the document's order."""

    def __init__(self, file: str) -> None:
        self.sheets: list[SheetName] = []
        self.read: dict[str, SheetRead] = {}
        self._file = file
        self._names: set[str] = set()
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._taker: SheetTaker | None = None  # of the sheet that is open
        self._depth = 0
        self._row = self._repeated_row = self._column = 0
        self._cells: list[Cell] = []  # of a row that stands for many
        self._cell: Attributes | None = None
        self._cell_depth = self._beside_depth = 0
        self._paragraphs: list[str] = []
        self._pieces: list[str] | None = None  # of the paragraph being read

    @property
    def is_within_sheet(self) -> bool:
        """Whether rows that come now are those of a sheet."""
        return self._taker is not None and self._cell is None

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            check_depth(self._depth, attributes, self._file, CONTENT)
        if self._cell is not None:
            if not self._beside_depth:
                self._start_within_cell(tag, attributes)
        elif tag in _CELLS:
            if self._taker is not None:
                self._cell, self._cell_depth = attributes, self._depth
                if _is_plain_number(attributes):
                    self._beside_depth = self._depth + 1  # how it is shown tells nothing more
        elif tag == _ROW:
            if self._taker is not None:
                self._repeated_row = _count(attributes.get("table:number-rows-repeated"))
                self._column = 0
                self._taker.begin_row(self._row + 1)
        elif tag == _TABLE and self._depth == _SHEET_DEPTH:
            self._start_sheet(attributes)
        elif tag == "style:style":
            self._style = attributes.get("style:name", "")
        elif tag == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "office:document-content" and not all(name in attributes for name in _NAMESPACES):
            raise error(ReadingNotice.PART_DAMAGED, file=self._file, part=CONTENT)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._cell is not None:
            if self._depth == self._cell_depth:
                self._end_cell(self._cell)
            elif self._depth == self._beside_depth:
                self._beside_depth = 0
            elif not self._beside_depth and tag == _PARAGRAPH:
                self._end_paragraph()
        elif tag == _ROW:
            self._end_row()
        elif self._depth == _SHEET_DEPTH and self._taker is not None:
            self.read[self.sheets[-1].name] = self._taker.result()
            self._taker = None
        self._depth -= 1

    def text(self, piece: str) -> None:
        """Characters between tags."""
        if self._pieces is not None and not self._beside_depth:
            if not piece.isprintable():
                if not self._pieces and (before := _LAYOUT.match(piece)):
                    piece = piece[before.end() :]
                piece = _LAYOUT.sub(" ", piece)
            self._pieces.append(piece)

    def _start_within_cell(self, tag: str, attributes: Attributes) -> None:
        if self._pieces is None:
            if tag == _PARAGRAPH and self._depth == self._cell_depth + 1:
                self._pieces = []
            else:
                self._beside_depth = self._depth
        elif tag == "text:s":
            self._pieces.append(" " * min(_count(attributes.get("text:c")), 1_000))
        elif tag == "text:tab":
            self._pieces.append("\t")
        elif tag == "text:line-break":
            self._pieces.append("\n")
        elif tag in _BESIDE or tag.startswith("draw:"):
            self._beside_depth = self._depth

    def _end_paragraph(self) -> None:
        if self._pieces is not None and self._depth == self._cell_depth + 1:
            self._paragraphs.append("".join(self._pieces))
            self._pieces = None

    def _start_sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) == _MOST_SHEETS:
            raise error(ReadingNotice.TOO_MANY_PARTS, file=self._file, n=len(self.sheets) + 1, limit=_MOST_SHEETS)
        name = free_name(attributes.get("table:name", "").strip() or f"Sheet {len(self.sheets) + 1}", self._names)
        self.sheets.append(SheetName(name, attributes.get("table:style-name", "") in self._hidden_styles))
        self._taker = SheetTaker(self._file, name, RULES)
        self._row = 0

    def _end_cell(self, attributes: Attributes) -> None:
        self._cell, self._beside_depth = None, 0
        formula = attributes.get("table:formula", "")
        if formula in (_TRUE, _FALSE):
            formula = ""
        kind, written = _value(attributes, self._paragraphs)
        if self._paragraphs:
            self._paragraphs.clear()
        wide = high = 1
        if "table:number-columns-spanned" in attributes or "table:number-rows-spanned" in attributes:
            wide = _count(attributes.get("table:number-columns-spanned"))
            high = _count(attributes.get("table:number-rows-spanned"))
        repeated = _count(attributes.get("table:number-columns-repeated"))
        self._take(Cell(self._column + 1, repeated, kind, written, formula, wide, high))
        self._column += repeated

    def _take(self, cell: Cell) -> None:
        """Takes the next cell of the row."""
        assert self._taker is not None
        if cell.is_merged:
            self._taker.merge_at(self._row + 1, cell)
        if not cell.holds_something:
            return
        if self._repeated_row > 1:
            self._cells.append(cell)
        elif cell.repeated > 1:
            self._taker.check(1, cell.repeated)
            self._taker.take_each(cell)
        else:
            self._taker.take_written(cell.column, cell.kind, cell.written, cell.formula)

    def _end_row(self) -> None:
        taker = self._taker
        if taker is not None and self._cells:
            n_cells = sum(cell.repeated for cell in self._cells) * self._repeated_row
            taker.check(len(self._cells), n_cells)
            last = min(self._row + self._repeated_row, max(self._row, LAST_ROW) + 1)
            for row in range(self._row + 1, last + 1):
                taker.begin_row(row)
                for cell in self._cells:
                    taker.take_each(cell)
            self._cells.clear()
        self._row = min(self._row + self._repeated_row, _MOST)


class SheetTaker(CellTaker):
    """Takes the cells of one sheet, each as often as it stands for another."""

    def __init__(self, file: str, sheet: str, rules: CellRules) -> None:
        super().__init__(file, sheet, rules)
        self._n_repeated = 0

    def check(self, n_written: int, n_cells: int) -> None:
        """``SurveyError`` if so many more cells are too many for the few that are written."""
        self._n_repeated += n_cells - n_written
        if self._n_repeated > MOST_REPEATED:
            raise error(ReadingNotice.TOO_MANY_CELLS, file=self._file, limit=MOST_REPEATED // 1_000_000)

    def merge_at(self, row: int, cell: Cell) -> None:
        """Notes the cells that this one is shown over."""
        self.merge(row, row + cell.high - 1, cell.column, cell.column + cell.wide - 1)

    def take_each(self, cell: Cell) -> None:
        """Takes a cell with the ones it stands for, as far as a sheet goes."""
        for column in range(cell.column, min(cell.column + cell.repeated, LAST_COLUMN + 2)):
            self.take_written(column, cell.kind, cell.written, cell.formula)

    def take_written(self, column: int, kind: str, written: str, formula: str) -> None:
        """Takes one cell."""
        if self.is_placed(column):
            self.take_anywhere(column, kind, written, formula)

    def take_anywhere(self, column: int, kind: str, written: str, formula: str) -> None:
        """Takes one cell, whether or not a sheet goes so far."""
        as_typed = _as_typed(formula) if formula else ""
        if kind == "text":
            self.take_text(column, written, bool(formula), as_typed)
        elif kind != "d":
            self.take(column, kind or "n", False, written, bool(formula), as_typed)
        else:  # a date or a length of time, as the same cell of .xlsx reads
            self._formulas += bool(formula)
            day = _day(written)
            if day is None:
                self.name(column, written, ReadingNotice.NO_SUCH_DAY)
            else:
                self.keep(column, day, CellKind.DATE)


def _as_typed(formula: str) -> str:
    """``of:=[.A2]+1`` as people type it: ``A2+1``."""
    return _CELL_NAMED.sub(r"\1", formula.partition("=")[2])


def _is_plain_number(attributes: Attributes) -> bool:
    return (
        attributes.get("office:value-type") in _NUMBERS and bool(attributes.get("office:value"))
        and "table:formula" not in attributes and attributes.get("calcext:value-type") != "error"
    )  # fmt: skip


def _value(attributes: Attributes, paragraphs: list[str]) -> tuple[str, str]:
    """A cell's kind, as ``CellTaker`` has them, and its value as it is written; empty for an empty cell."""
    if _is_plain_number(attributes):
        return "n", attributes["office:value"]
    kind = attributes.get("office:value-type", "")
    formula = attributes.get("table:formula", "")
    shown = "\n".join(paragraphs)
    if attributes.get("calcext:value-type") == "error" or (formula and shown in ERRORS):
        return "e", shown or "#ERROR"
    if formula in (_TRUE, _FALSE):
        return "b", "1" if formula == _TRUE else "0"
    if kind in _NUMBERS:
        return "n", attributes.get("office:value") or shown or "?"
    if kind in ("date", "time"):
        return "d", attributes.get(f"office:{kind}-value") or shown or "?"
    if kind == "boolean":
        flag = attributes.get("office:boolean-value", "")
        return ("b", flag) if flag else ("n", shown or "?")
    if kind == "string" or shown:
        return "text", attributes.get("office:string-value", shown)
    return "", ""


def _day(written: str) -> str | None:
    """The ISO date, with the time if there is one; a length of time as its hours; ``None`` if it is neither."""
    moment = _MOMENT.match(written)
    if moment:
        try:
            read = datetime.fromisoformat(f"{moment[1]}T{moment[2] or '00:00'}")
            read += timedelta(seconds=round(float(moment[3] or 0)))
        except (ValueError, OverflowError):
            return None
        return read.date().isoformat() if read.time() == datetime.min.time() else read.isoformat()
    clock = _CLOCK.match(written)
    length = _DURATION.match("PT{}H{}M{}S".format(*clock.groups()) if clock else written)
    if not length or length[1] or not any(length.groups()[1:]):
        return None
    days, hours, minutes = (int(length[part] or 0) for part in (2, 3, 4))
    seconds = float((length[5] or "0").replace(",", "."))
    return date_text(repr(days + (hours * 3600 + minutes * 60 + seconds) / 86_400), False)


def _count(written: str | None) -> int:
    """How often something is repeated: once if it is not said, never more than any sheet could hold."""
    if not written or not written.isascii() or not written.isdigit():
        return 1
    return max(1, int(written)) if len(written) < 10 else _MOST
