"""The Excel questionnaire for one respondent: one page, one answer cell a line, codes in hidden column A."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxsurvey.channels import workbook as book
from cxsurvey.channels.answers import FormWords, drop_down, form_words
from cxsurvey.pillars import Pillars
from cxsurvey.project import Project
from cxsurvey.survey.codes import ANSWER_COLUMN, FORM_MARK, FORM_SHEET, RESPONDENT_SHEET, question_fields
from cxsurvey.survey.preview import QuestionPreview, SurveyPreview, preview
from cxsurvey.survey.values import Question, QuestionKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT, _ANSWER = 2, ANSWER_COLUMN
_TEXT_WIDTH, _ANSWER_WIDTH = 58.0, 30.0
_WHOLE = _TEXT_WIDTH + _ANSWER_WIDTH - 4
_ONE_LINE = (QuestionKind.FULL_RANKING, QuestionKind.IMPORTANCE_RATING, QuestionKind.PERFORMANCE)


def respondent_workbook(project: Project, language: str) -> Workbook:
    """The questionnaire of the project in one language."""
    told = form_words(language)
    shown = preview(project.survey, project.pillars, language, project.generations, project.ages)
    workbook = book.new_workbook()
    sheet: Worksheet = workbook.active  # type: ignore[assignment]
    sheet.title = told.told("sheet_respondent")
    hidden = book.HiddenSheet(
        workbook, FORM_SHEET, (FORM_MARK, project.key, project.survey.version, RESPONDENT_SHEET, language)
    )
    writer = _Writer(sheet, hidden, told)
    writer.open(shown)
    for question, asked in zip(shown.questions, project.survey.questions, strict=True):
        writer.ask(question, asked, project.pillars)
    writer.close(shown, told.told("form_version", code=project.key[:6], version=project.survey.version))
    return workbook


@dataclass(slots=True)
class _Writer:
    """Writes the questionnaire from top to bottom; ``row`` is the next free one."""

    sheet: Worksheet
    hidden: book.HiddenSheet
    told: FormWords
    row: int = 1
    first_answer: str = ""

    def open(self, shown: SurveyPreview) -> None:
        """Columns, title, introduction, and what to do."""
        self.sheet.sheet_view.showGridLines = False
        for letter, width in (("A", 12.0), ("B", _TEXT_WIDTH), ("C", _ANSWER_WIDTH)):
            self.sheet.column_dimensions[letter].width = width
        self.sheet.column_dimensions["A"].hidden = True
        self._line(shown.title, size=20, bold=True, color=book.PAPER, fill=book.ACCENT, least=44)
        self.sheet.freeze_panes = "A2"
        self._line(shown.introduction, color=book.SOFT, least=26)
        self._line(self.told.told("respondent_instruction"), bold=True, fill=book.TINT, least=24)

    def ask(self, question: QuestionPreview, asked: Question, pillars: Pillars) -> None:
        """One question: its words, its scale, a line for each answer."""
        self.row += 1  # one line of air
        self._line(f"{question.number}. {question.text}", size=13, bold=True, color=book.ACCENT, least=24)
        if question.instruction:
            self._line(question.instruction, size=10, color=book.SOFT)
        if question.scale:
            steps = (f"{step} = {word}" for step, word in enumerate(question.scale, 1))
            self._line(" · ".join(steps), size=10, color=book.SOFT)
        labels = self._labels(question)
        rule = drop_down(question, self.hidden, self.told)
        first = self.row
        for label, field in zip(labels, question_fields(asked, pillars), strict=True):
            self._answer(field.code, label, question.kind)
        cells = f"C{first}:C{self.row - 1}"
        if rule is not None:
            rule.add(cells)
            self.sheet.add_data_validation(rule)
        if question.kind in (QuestionKind.FULL_RANKING, QuestionKind.TOP_RANKING):
            self._check(question, first, self.row - 1)

    def close(self, shown: SurveyPreview, version: str) -> None:
        """Thanks, protection and the printed page."""
        self.row += 1
        self._line(shown.thank_you, bold=True, least=24)
        self._line(version, size=9, color=book.SOFT)
        book.protect(self.sheet)
        book.print_a4(self.sheet, footer=version)
        self.sheet.print_area = f"B1:C{self.row - 1}"
        for pane in self.sheet.sheet_view.selection:
            pane.activeCell = pane.sqref = self.first_answer or "C1"

    def _labels(self, question: QuestionPreview) -> tuple[str, ...]:
        if question.kind in _ONE_LINE:
            return tuple(item.label for item in question.items)
        if question.kind is QuestionKind.TOP_RANKING:
            return tuple(self.told.told("column_place", place=place) for place in range(1, question.places + 1))
        return (self.told.told("respondent_answer_header"),)

    def _line(
        self, text: str, *, size: float = 11, bold: bool = False, color: str = book.INK, fill: str = "",
        least: float = 0,
    ) -> None:
        """A line over both columns; rows do not grow by themselves around merged cells, so its height is set."""
        cell = book.put(self.sheet, self.row, _TEXT, text)
        book.style(cell, size=size, bold=bold, color=color, fill=fill)
        if fill:
            book.style(self.sheet.cell(self.row, _ANSWER), fill=fill)  # type: ignore[arg-type]
        self.sheet.merge_cells(start_row=self.row, start_column=_TEXT, end_row=self.row, end_column=_ANSWER)
        self.sheet.row_dimensions[self.row].height = book.height(text, _WHOLE, size, least)
        self.row += 1

    def _answer(self, code: str, label: str, kind: QuestionKind) -> None:
        book.put(self.sheet, self.row, 1, code)
        text = book.style(book.put(self.sheet, self.row, _TEXT, label))
        _underline(text)
        free = kind is QuestionKind.COMMENT
        cell = book.style(
            self.sheet.cell(self.row, _ANSWER), answer=True, center=not free, top=free, size=11 if free else 12,  # type: ignore[arg-type]
        )
        if kind in (QuestionKind.COMMENT, QuestionKind.SEGMENT, QuestionKind.AGE_BAND, QuestionKind.GENERATION):
            cell.number_format = "@"  # else a chosen "18-24" would be turned into a date
        self.first_answer = self.first_answer or cell.coordinate
        wide = _ANSWER_WIDTH if kind is QuestionKind.TOP_RANKING else _TEXT_WIDTH
        self.sheet.row_dimensions[self.row].height = 90.0 if free else book.height(label, wide - 3, 11, 21)
        self.row += 1

    def _check(self, question: QuestionPreview, first: int, last: int) -> None:
        """One line that says whether the ranking is complete, and which ranks are still free."""
        cells, count = f"$C${first}:$C${last}", question.places
        if question.kind is QuestionKind.FULL_RANKING:
            used = "+".join(f"(COUNTIF({cells},{rank})=1)" for rank in range(1, count + 1))
            free = "&".join(f'IF(COUNTIF({cells},{rank})=0," {rank}","")' for rank in range(1, count + 1))
            done = self.told.told("check_complete")
            missing = f'{book.quoted(self.told.told("check_incomplete", count=count) + " →")}&{free}'
        else:
            used = "+".join(f'AND($C${row}<>"",COUNTIF({cells},$C${row})=1)' for row in range(first, last + 1))
            done = self.told.told("check_top_complete", top=count)
            missing = book.quoted(self.told.told("check_top_incomplete", top=count))
        complete = f"({used})={count}"
        line = self.row
        self._line("", size=10, color=book.SOFT, least=20)
        book.put_formula(self.sheet, line, _TEXT, f"=IF({complete},{book.quoted(done)},{missing})")
        book.mark_where(self.sheet, f"B{line}:C{line}", complete, book.OK, "")
        book.mark_where(self.sheet, cells.replace("$", ""), f'AND(C{first}<>"",COUNTIF({cells},C{first})>1)')


def _underline(cell: object) -> None:
    from openpyxl.styles import Border, Side

    cell.border = Border(bottom=Side(style="hair", color=book.LINE))  # type: ignore[attr-defined]
