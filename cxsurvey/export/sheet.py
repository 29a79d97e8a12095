"""One sheet of the workbook, and the only code that puts anything into a cell.

Text goes in as text and nothing else: a study called "=1+1" stays its name. A test holds that no other module of
``export`` writes cells.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cxsurvey.figures import FigureHead
from cxsurvey.notices import Notice

Words = Callable[[Notice], str]
Cell = Notice | str | int | float | None

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "in_memory": True,  # no temporary files that a crash would leave behind
}
TITLE_HEIGHT, HEADING_HEIGHT, ROW_HEIGHT = 26, 32, 20  # title and heading in points, row in pixels
CHART_WIDTH, CHART_HEIGHT = 900, 420
FIRST_ROW = 5  # below the head: title, study, base, caveat and an empty row
CUSTOMERS, COMPANY, LINE = "#0A66C2", "#C2570C", "#E1E4EA"
TEXT, TEXT_2 = "#1A1F29", "#4A5465"
GREEN, AMBER, RED = "#E3F4E9", "#FDF1D8", "#FCE8E6"
HEAT = ("#93BCE6", "#FFFFFF")  # most to least important


class Look(StrEnum):
    """How a cell looks; a number's look is its format too."""

    TITLE = "title"
    SECTION = "section"
    QUIET = "quiet"
    HEADING = "heading"
    HEADING_CENTER = "heading_center"
    HEADING_RIGHT = "heading_right"
    HEADING_BESIDE = "heading_beside"
    BODY = "body"
    BESIDE = "beside"  # text right of a number, kept apart from it
    STRONG = "strong"
    WRAPPED = "wrapped"
    WHOLE = "whole"
    ONE = "one"
    TWO = "two"
    FOUR = "four"
    PERCENT = "percent"
    PLACE = "place"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_HEADING = {
    "bold": True, "font_color": TEXT_2, "bottom": 1, "bottom_color": LINE, "text_wrap": True, "valign": "bottom",
}  # fmt: skip
_LOOKS: dict[Look, dict[str, Any]] = {
    Look.TITLE: {"bold": True, "font_size": 16},
    Look.SECTION: {"bold": True, "font_size": 12},
    Look.QUIET: {"font_color": TEXT_2},
    Look.HEADING: _HEADING,
    Look.HEADING_CENTER: {**_HEADING, "align": "center"},
    Look.HEADING_RIGHT: {**_HEADING, "align": "right"},
    Look.HEADING_BESIDE: {**_HEADING, "align": "left", "indent": 1},
    Look.BODY: {},
    Look.BESIDE: {"align": "left", "indent": 1},
    Look.STRONG: {"bold": True},
    Look.WRAPPED: {"text_wrap": True},
    Look.WHOLE: {"num_format": "#,##0"},
    Look.ONE: {"num_format": "0.0"},
    Look.TWO: {"num_format": "0.00"},
    Look.FOUR: {"num_format": "0.0000"},
    Look.PERCENT: {"num_format": "0.0%"},
    Look.PLACE: {"align": "center"},
    Look.GREEN: {"bg_color": GREEN},
    Look.AMBER: {"bg_color": AMBER},
    Look.RED: {"bg_color": RED},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how its cells look, how many characters wide it is at least."""

    heading: Cell
    look: Look = Look.BODY
    width: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """Where the cells of a table stand, headings above them; rows and columns from 0, both ends included."""

    sheet: str
    first: int
    last: int
    left: int

    def column(self, number: int) -> list[str | int]:
        """The cells of a column, as charts refer to them."""
        return [self.sheet, self.first, self.left + number, self.last, self.left + number]

    def heading(self, number: int) -> list[str | int]:
        """The cell of a column's heading."""
        return [self.sheet, self.first - 1, self.left + number]


class Sheet:
    """Writes one sheet from top to bottom; ``row`` is where the next thing goes."""

    def __init__(self, workbook: Any, name: str, head: FigureHead | None, words: Words) -> None:
        self.name = name
        self.row = 0
        self.workbook = workbook
        self.worksheet = workbook.add_worksheet(name)
        self._words = words
        self._looks = {look: _format(workbook, look) for look in Look}
        self._widths: dict[int, int] = {}
        self._source = ""
        self._look_printed()
        if head is not None:
            self._write_head(head)

    def say(self, told: Cell) -> str:
        """A cell's text: the sentence of a notice, or the text itself, made fit for a spreadsheet."""
        return safe_text(self._words(told) if isinstance(told, Notice) else str(told))

    def line(self, told: Cell, look: Look = Look.BODY) -> None:
        """One text in the first column, running over what is empty beside it."""
        self.put(self.row, 0, told, look)
        self.row += 1

    def section(self, told: Cell) -> None:
        """A heading with a blank row above it."""
        self.row += 1
        self.line(told, Look.SECTION)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], left: int = 0) -> Area:
        """A table, headings first. Text in a column of numbers is written as text."""
        for number, column in enumerate(columns, left):
            self.put(self.row, number, column.heading, _heading_look(column.look))
            self.widen(number, column.width)
        self.worksheet.set_row(self.row, HEADING_HEIGHT)
        first = self.row + 1
        for offset, cells in enumerate(rows):
            for number, (column, cell) in enumerate(zip(columns, cells, strict=True), left):
                self.put(first + offset, number, cell, column.look)
        self.row = first + len(rows)
        return Area(self.name, first, self.row - 1, left)

    def pairs(self, rows: Sequence[tuple[Cell, Cell, Look]], width: int = 44) -> None:
        """Names and values beside each other."""
        self.widen(0, width)
        for name, value, look in rows:
            self.put(self.row, 0, name, Look.BODY)
            self.put(self.row, 1, value, look)
            self.row += 1

    def put(self, row: int, column: int, cell: Cell, look: Look = Look.BODY) -> None:
        """One cell; the only place where any is written."""
        style = self._looks[look]
        if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
            self.worksheet.write_blank(row, column, None, style)
        elif isinstance(cell, int | float):
            self.worksheet.write_number(row, column, cell, style)
        else:
            self.worksheet.write_string(row, column, self.say(cell), style)

    def widen(self, column: int, width: int) -> None:
        """Makes a column at least that many characters wide."""
        if width > self._widths.get(column, 0):
            self._widths[column] = width
            self.worksheet.set_column(column, column, width)

    def chart(self, chart: Any, description: str) -> None:
        """Puts a chart below what stands so far, with a sentence for screen readers.

        Its title carries the head, so that nothing is lost when the chart is copied into a slide.
        """
        font = {"size": 9, "bold": False, "color": TEXT_2}
        chart.set_title({"name": self._source, "name_font": font})
        chart.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
        self.row += 1
        options = {"description": safe_text(description), "object_position": 2}
        self.worksheet.insert_chart(self.row, 0, chart, options)
        self.row += CHART_HEIGHT // ROW_HEIGHT + 1

    def _look_printed(self) -> None:
        self.worksheet.hide_gridlines(2)
        self.worksheet.set_landscape()
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.set_paper(9)

    def _write_head(self, head: FigureHead) -> None:
        """Title, study, who was asked with n and dates, caveat: no sheet of results goes without them."""
        self.widen(0, 30)
        self.line(head.title, Look.TITLE)
        study, *base = head.source
        self.line(study, Look.STRONG)
        self.line(" · ".join(self.say(part) for part in base), Look.QUIET)
        self.line(head.caveat, Look.QUIET)
        self.worksheet.set_row(0, TITLE_HEIGHT)
        self.row = FIRST_ROW
        # Begins with words of ours: a title that began with "=" would be taken for a reference.
        self._source = " · ".join(self.say(part) for part in (head.title, *head.source, head.caveat))


def safe_text(text: str) -> str:
    """The text as a spreadsheet can hold it: no halves of characters, no signs that XML forbids."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(sign if sign >= " " or sign in "\t\n" else "\ufffd" for sign in whole).translate(_NOT_IN_XML)


_NOT_IN_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def _heading_look(look: Look) -> Look:
    if look in (Look.PLACE, Look.BESIDE):
        return Look.HEADING_CENTER if look is Look.PLACE else Look.HEADING_BESIDE
    return Look.HEADING_RIGHT if "num_format" in _LOOKS[look] else Look.HEADING


def _format(workbook: Any, look: Look) -> Any:
    return workbook.add_format({"font_color": TEXT, "valign": "top", **_LOOKS[look]})
