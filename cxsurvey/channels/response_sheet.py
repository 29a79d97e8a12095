"""The Excel sheet for all answers: one row a respondent, codes in hidden row 1, headings in row 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxsurvey.channels import workbook as book
from cxsurvey.channels.answers import FormWords, drop_down, field_heading, form_words, rank_rule, task_rule
from cxsurvey.project import Project
from cxsurvey.survey.codes import (
    FIRST_ANSWER_ROW,
    FORM_SHEET,
    RESPONDENT,
    RESPONSE_SHEET,
    form_marks,
    question_fields,
)
from cxsurvey.survey.preview import TOTAL_POINTS, QuestionPreview, preview
from cxsurvey.survey.values import QuestionKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

PREPARED_ROWS = 2_000
LAST_ROW = FIRST_ANSWER_ROW + PREPARED_ROWS - 1
_CODES, _HEADINGS = 1, 2
_SHADES = (book.ACCENT, "2B4A7A")  # questions side by side are told apart
_WIDTHS = {
    QuestionKind.TOP_RANKING: 34.0, QuestionKind.GUIDED_SORT: 34.0, QuestionKind.BEST_WORST: 30.0,
    QuestionKind.COMMENT: 50.0, QuestionKind.SEGMENT: 22.0,
    QuestionKind.AGE_BAND: 16.0, QuestionKind.GENERATION: 16.0,
}
_AS_TEXT = (QuestionKind.COMMENT, QuestionKind.SEGMENT, QuestionKind.AGE_BAND, QuestionKind.GENERATION)


def response_workbook(project: Project, language: str) -> Workbook:
    """The sheet for all answers to the project's survey, with its instructions, in one language."""
    told = form_words(language)
    shown = preview(project.survey, project.pillars, language, project.generations, project.ages)
    workbook = book.new_workbook()
    sheet: Worksheet = workbook.active  # type: ignore[assignment]
    sheet.title = told.told("sheet_responses")
    _read_me(workbook.create_sheet(told.told("sheet_read_me")), shown.title, told, project)
    hidden = book.HiddenSheet(
        workbook, FORM_SHEET, form_marks(project.key, project.survey, project.pillars, RESPONSE_SHEET, language)
    )
    _heading(sheet, 1, RESPONDENT, told.told("column_respondent"), _SHADES[0])
    _open_column(sheet, 1, 14.0, as_text=True)
    column = 2
    for shade, (question, asked) in enumerate(zip(shown.questions, project.survey.questions, strict=True), 1):
        first = column
        for field in question_fields(asked, project.pillars, len(question.tasks)):
            text = field_heading(field.code, question, project.pillars, told)
            _heading(sheet, column, field.code, text, _SHADES[shade % 2])
            _open_column(sheet, column, _WIDTHS.get(question.kind, 13.0), as_text=question.kind in _AS_TEXT)
            column += 1
        _rules(sheet, question, first, column - 1, hidden, told)
    _finish(sheet, column - 1)
    return workbook


def _heading(sheet: Worksheet, column: int, code: str, text: str, fill: str) -> None:
    book.put(sheet, _CODES, column, code)
    book.style(book.put(sheet, _HEADINGS, column, text), size=10, bold=True, color=book.PAPER, fill=fill, center=True)


def _open_column(sheet: Worksheet, column: int, width: float, *, as_text: bool) -> None:
    """The whole column is unlocked, not 2,000 cells: a tenth of the file, and longer lists can be pasted."""
    from openpyxl.styles import Alignment, Font, Protection
    from openpyxl.utils import get_column_letter

    dimension = sheet.column_dimensions[get_column_letter(column)]
    dimension.width = width
    dimension.protection = Protection(locked=False)
    dimension.font = Font(name=book.FONT, size=11)
    dimension.alignment = Alignment(horizontal="left" if as_text else "center", vertical="center")
    if as_text:
        dimension.number_format = "@"


def _rules(
    sheet: Worksheet, question: QuestionPreview, first: int, last: int, hidden: book.HiddenSheet, told: FormWords
) -> None:
    if question.kind is QuestionKind.BEST_WORST:
        for at, task in enumerate(question.tasks):
            best, worst = _letters(first + 2 * at, first + 2 * at + 1)
            _add(sheet, task_rule(task, hidden, told), best, worst)
            row = FIRST_ANSWER_ROW
            book.mark_where(sheet, _down(best, worst), f'AND(${best}{row}<>"",${best}{row}=${worst}{row})')
        return
    low, high = _letters(first, last)
    ranked = question.kind is QuestionKind.FULL_RANKING
    _add(sheet, rank_rule(low, high, question.places, told) if ranked else drop_down(question, hidden, told), low, high)
    if wrong := _wrong(question.kind, low, high):
        book.mark_where(sheet, _down(low, high), wrong)


def _wrong(kind: QuestionKind, low: str, high: str) -> str:
    """When an answer in those columns is coloured, as a formula of the first one."""
    row = FIRST_ANSWER_ROW
    answers = f"${low}{row}:${high}{row}"
    match kind:
        case QuestionKind.FULL_RANKING | QuestionKind.TOP_RANKING | QuestionKind.GUIDED_SORT:
            return f'AND({low}{row}<>"",COUNTIF({answers},{low}{row})>1)'
        case QuestionKind.POINTS:
            return f"AND(COUNT({answers})>0,ROUND(SUM({answers}),2)<>{TOTAL_POINTS})"
    return ""


def _add(sheet: Worksheet, rule: DataValidation | None, low: str, high: str) -> None:
    if rule is not None:
        rule.add(_down(low, high))
        sheet.add_data_validation(rule)


def _letters(first: int, last: int) -> tuple[str, str]:
    from openpyxl.utils import get_column_letter

    return get_column_letter(first), get_column_letter(last)


def _down(low: str, high: str) -> str:
    """The prepared rows of those columns."""
    return f"{low}{FIRST_ANSWER_ROW}:{high}{LAST_ROW}"


def _finish(sheet: Worksheet, last_column: int) -> None:
    from openpyxl.utils import get_column_letter

    sheet.row_dimensions[_CODES].hidden = True
    heights = (
        book.height(
            str(sheet.cell(_HEADINGS, column).value or ""),
            (sheet.column_dimensions[get_column_letter(column)].width or 13) - 2, 10,
        )
        for column in range(1, last_column + 1)
    )
    sheet.row_dimensions[_HEADINGS].height = max(36.0, *heights)
    sheet.freeze_panes = f"B{FIRST_ANSWER_ROW}"
    # Every second row shaded, as far as rows are prepared.
    book.mark_where(
        sheet, f"A{FIRST_ANSWER_ROW}:{get_column_letter(last_column)}{LAST_ROW}", "MOD(ROW(),2)=0", book.INK, "F5F6F8",
        bold=False,
    )
    book.protect(sheet, sortable=True)
    book.print_a4(sheet, landscape=True)
    sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    for pane in sheet.sheet_view.selection:
        pane.activeCell = pane.sqref = f"A{FIRST_ANSWER_ROW}"


def _read_me(sheet: Worksheet, title: str, told: FormWords, project: Project) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 3
    sheet.column_dimensions["B"].width = 96
    responses = told.told("sheet_responses")
    lines = (
        title,
        told.told("form_version", code=project.key[:6], version=project.survey.version),
        told.told("responses_instruction", row=FIRST_ANSWER_ROW),
        told.told("read_me_responses", sheet=responses),
        told.told("read_me_respondent", sheet=told.told("sheet_respondent")),
        told.told("read_me_keep"),
    )
    heading = book.put(sheet, 2, 2, told.told("read_me_title"))
    book.style(heading, size=18, bold=True, color=book.PAPER, fill=book.ACCENT)
    sheet.row_dimensions[2].height = 38
    for row, line in enumerate(lines, 4):
        book.style(book.put(sheet, row, 2, line), size=12, bold=row == 4)
        sheet.row_dimensions[row].height = book.height(line, 88, 12, 24)
    book.protect(sheet)
    book.print_a4(sheet)
