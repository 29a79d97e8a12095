"""The Excel questionnaire for one respondent: one page, one answer cell a line, codes in hidden column A."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxsurvey.channels import workbook as book
from cxsurvey.channels.answers import FormWords, drop_down, form_words, task_rule
from cxsurvey.channels.checks import check
from cxsurvey.pillars import Pillars
from cxsurvey.project import Project
from cxsurvey.survey.choices import Choice
from cxsurvey.survey.codes import ANSWER_COLUMN, FORM_SHEET, RESPONDENT_SHEET, form_marks, question_fields
from cxsurvey.survey.preview import QuestionPreview, SurveyPreview, preview
from cxsurvey.survey.values import Question, QuestionKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT, _ANSWER = 2, ANSWER_COLUMN
_TEXT_WIDTH, _ANSWER_WIDTH = 58.0, 30.0
_WHOLE = _TEXT_WIDTH + _ANSWER_WIDTH - 4
_LINE_A_PILLAR = (
    QuestionKind.FULL_RANKING, QuestionKind.IMPORTANCE_RATING, QuestionKind.POINTS, QuestionKind.PERFORMANCE,
)
_CHOOSES_PILLARS = (QuestionKind.TOP_RANKING, QuestionKind.GUIDED_SORT, QuestionKind.BEST_WORST)
_AS_TEXT = (QuestionKind.COMMENT, QuestionKind.SEGMENT, QuestionKind.AGE_BAND, QuestionKind.GENERATION)


def respondent_workbook(project: Project, language: str) -> Workbook:
    """The questionnaire of the project in one language."""
    told = form_words(language)
    shown = preview(project.survey, project.pillars, language, project.generations, project.ages)
    workbook = book.new_workbook()
    sheet: Worksheet = workbook.active  # type: ignore[assignment]
    sheet.title = told.told("sheet_respondent")
    hidden = book.HiddenSheet(
        workbook, FORM_SHEET, form_marks(project.key, project.survey, project.pillars, RESPONDENT_SHEET, language)
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
        codes = [field.code for field in question_fields(asked, pillars, len(question.tasks))]
        if question.kind is QuestionKind.BEST_WORST:
            rows = self._tasks(question, codes)
        else:
            if question.kind in _CHOOSES_PILLARS:
                self._list(question.items)
            rows = self._answers(codes, self._labels(question), question, drop_down(question, self.hidden, self.told))
        self._check(question, rows)

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

    def _tasks(self, question: QuestionPreview, codes: list[str]) -> tuple[int, ...]:
        """MaxDiff: what each task shows, then its two answers."""
        rows: tuple[int, ...] = ()
        for at, task in enumerate(question.tasks):
            self._line(task.heading, bold=True, least=22)
            self._list(task.items)
            rule = task_rule(task, self.hidden, self.told)
            rows += self._answers(codes[2 * at: 2 * at + 2], self._labels(question), question, rule)
        return rows

    def _list(self, items: tuple[Choice, ...]) -> None:
        """What there is to choose from, for whoever reads it on paper."""
        self._line("\n".join(f"–  {item.label}" for item in items), color=book.SOFT)

    def _answers(
        self, codes: list[str], labels: tuple[str, ...], question: QuestionPreview, rule: DataValidation | None
    ) -> tuple[int, ...]:
        """A line for each answer, all under one rule; the rows they are in."""
        first = self.row
        for code, label in zip(codes, labels, strict=True):
            self._answer(code, label, question)
        if rule is not None:
            rule.add(f"C{first}:C{self.row - 1}")
            self.sheet.add_data_validation(rule)
        return tuple(range(first, self.row))

    def _labels(self, question: QuestionPreview) -> tuple[str, ...]:
        if question.kind in _LINE_A_PILLAR:
            return tuple(item.label for item in question.items)
        if question.steps:
            return tuple(step.label for step in question.steps)
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

    def _answer(self, code: str, label: str, question: QuestionPreview) -> None:
        kind = question.kind
        book.put(self.sheet, self.row, 1, code)
        text = book.style(book.put(self.sheet, self.row, _TEXT, label))
        _underline(text)
        free = kind is QuestionKind.COMMENT
        cell = book.style(
            self.sheet.cell(self.row, _ANSWER), answer=True, center=not free, top=free,  # type: ignore[arg-type]
            size=11 if free or kind in _CHOOSES_PILLARS else 12,
        )
        if kind in _AS_TEXT:
            cell.number_format = "@"  # else a chosen "18-24" would be turned into a date
        self.first_answer = self.first_answer or cell.coordinate
        least = 21.0
        if kind in _CHOOSES_PILLARS:  # the longest sentence fits, whichever is chosen
            least = max(book.height(item.label, _ANSWER_WIDTH - 3) for item in question.items)
        self.sheet.row_dimensions[self.row].height = 90.0 if free else book.height(label, _TEXT_WIDTH - 3, 11, least)
        self.row += 1

    def _check(self, question: QuestionPreview, rows: tuple[int, ...]) -> None:
        """One line that says whether the answer is complete, and what is missing; wrong answers are coloured."""
        found = check(question, rows, self.told)
        if found is None:
            return
        line = self.row
        self._line("", size=10, color=book.SOFT, least=20)
        book.put_formula(self.sheet, line, _TEXT, f"={found.words}")
        book.mark_where(self.sheet, f"B{line}:C{line}", found.complete, book.OK, "")
        for cells, wrong in found.faults:
            book.mark_where(self.sheet, cells, wrong)


def _underline(cell: object) -> None:
    from openpyxl.styles import Border, Side

    cell.border = Border(bottom=Side(style="hair", color=book.LINE))  # type: ignore[attr-defined]
