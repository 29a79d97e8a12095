"""What our Excel forms share: typed text cells, styles, drop-downs, the hidden sheet, writing to disk.

openpyxl is imported inside functions: it must not load before the first paint.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxsurvey.export.files import atomic_path

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

CREATOR = "cxsurvey"
FONT = "Calibri"
LARGEST_TEXT = 32_767  # characters a cell takes
INK, SOFT, LINE, PAPER = "1A1F29", "4A5465", "B9C2D0", "FFFFFF"
ACCENT, TINT, ANSWER, OK, BAD, BAD_TINT = "1F5FBF", "E6EFFB", "FFF8E5", "1B7A43", "B3261E", "FCE8E6"
_POINTS_A_LINE = 1.38  # line height by font size
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def new_workbook() -> Workbook:
    """An empty workbook that names the program and no person."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.properties.creator = CREATOR
    workbook.properties.lastModifiedBy = CREATOR
    return workbook


def save(workbook: Workbook, path: Path) -> None:
    """Writes the workbook whole or not at all; ``SurveyError`` where it cannot be written."""
    with atomic_path(path) as beside:
        workbook.save(beside)


def put(sheet: Worksheet, row: int, column: int, value: str | int | None) -> Cell:
    """The cell with that value in it. Text stays text, also where it starts with ``=`` or reads like an error."""
    cell: Any = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _UNPRINTABLE.sub(" ", value)[:LARGEST_TEXT]
        cell.data_type = "s"
    else:
        cell.value = value
    return cell  # type: ignore[no-any-return]


def put_formula(sheet: Worksheet, row: int, column: int, formula: str) -> Cell:
    """The cell with a formula of ours; never made of what people typed."""
    cell: Any = sheet.cell(row, column)
    cell.value = formula
    return cell  # type: ignore[no-any-return]


def quoted(text: str) -> str:
    """The text as a constant inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def style(
    cell: Cell, *, size: float = 11, bold: bool = False, color: str = INK, fill: str = "", center: bool = False,
    answer: bool = False, top: bool = False,
) -> Cell:
    """The cell dressed; an ``answer`` cell is light, framed and not locked."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    cell.font = Font(name=FONT, size=size, bold=bold, color=color)
    cell.alignment = Alignment(
        horizontal="center" if center else None, vertical="top" if top else "center", wrap_text=True,
        indent=0 if center else 1,
    )
    if fill or answer:
        cell.fill = PatternFill("solid", fgColor=fill or ANSWER)
    if answer:
        line = Side(style="thin", color=LINE)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        cell.protection = Protection(locked=False)
    return cell


def height(text: str, characters: float, size: float = 11, least: float = 0) -> float:
    """The height in points that wrapped text needs in a column of that many characters."""
    lines = sum(max(1, math.ceil(_width(line) * size / 11 / characters)) for line in text.split("\n"))
    return max(least, lines * size * _POINTS_A_LINE + 4)


def _width(text: str) -> float:
    """Columns the text takes: marks above and below (Thai) take none, wide letters two."""
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(letter) in "WF" else 1.06
        for letter in text
    )


def protect(sheet: Worksheet, *, sortable: bool = False) -> None:
    """Locks all but the answer cells, without a password: against slips, not against people."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # False allows it
    sheet.protection.formatRows = False
    sheet.protection.sort = not sortable
    sheet.protection.autoFilter = not sortable


class HiddenSheet:
    """The very hidden sheet: what the workbook is in column A, the lists of the drop-downs from column C."""

    def __init__(self, workbook: Workbook, name: str, marks: Sequence[str | int]) -> None:
        self._sheet = workbook.create_sheet(name)
        self._sheet.sheet_state = "veryHidden"
        self._next = 3
        self._known: dict[tuple[str | int, ...], str] = {}
        for row, mark in enumerate(marks, 1):
            put(self._sheet, row, 1, mark)

    def list_formula(self, values: Sequence[str | int]) -> str:
        """The reference to a list of choices; written once however often it is used."""
        from openpyxl.utils import get_column_letter

        known = tuple(values)
        if known not in self._known:
            letter = get_column_letter(self._next)
            for row, value in enumerate(known, 1):
                put(self._sheet, row, self._next, value)
            self._known[known] = f"{self._sheet.title}!${letter}$1:${letter}${len(known)}"
            self._next += 1
        return self._known[known]


def validation(
    kind: str, formula: str, error: tuple[str, str], prompt: tuple[str, str] = ("", ""), *, upper: str = "",
    warn: bool = False,
) -> DataValidation:
    """A rule for answer cells with its message; ``warn`` lets a person go on all the same.

    ``kind`` is Excel's: list, whole (between ``formula`` and ``upper``), custom. Excel takes titles of 32 and
    messages of 255 characters.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type=kind, formula1=formula, formula2=upper or None, allow_blank=True,  # type: ignore[arg-type]
        operator="between" if upper else None, errorStyle="warning" if warn else "stop",
    )
    rule.showErrorMessage = True
    rule.errorTitle, rule.error = error[0][:32], error[1][:255]
    if prompt[1]:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = prompt[0][:32], prompt[1][:255]
    return rule


def mark_where(
    sheet: Worksheet, cells: str, formula: str, color: str = BAD, fill: str = BAD_TINT, bold: bool = True
) -> None:
    """Colours the cells where the formula holds."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    # Rules colour by the background of a fill, cells by its foreground.
    filled = PatternFill("solid", bgColor=fill) if fill else None
    dressed = DifferentialStyle(font=Font(color=color, bold=bold), fill=filled)
    sheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=dressed))


def print_a4(sheet: Worksheet, *, landscape: bool = False, footer: str = "") -> None:
    """A4, one page wide, with a footer."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.6
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=footer.replace("&", "&&"), size=8), right=_HeaderFooterPart(text="&P / &N", size=8)
    )
