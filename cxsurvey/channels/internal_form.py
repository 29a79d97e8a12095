"""The workbook a colleague gets: who she is, her ranking of the pillars, her score of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxsurvey.channels import workbook as book
from cxsurvey.internal import HIGHEST_SCORE, LOWEST_SCORE
from cxsurvey.project import Project
from cxsurvey.survey.codes import FORM_SHEET
from cxsurvey.survey.words import fill, words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# What the reader of returned workbooks looks for. A1 of a view and of the hidden sheet carry the mark; column A
# holds the code of a person's field (answer in PERSON_COLUMN) or of a pillar (rank and score beside it).
INTERNAL_MARK = "cxsurvey-internal"
COLLEAGUE_SHEET = "colleague_sheet"
PERSON_FIELDS = ("name", "role", "department", "level", "date")
PERSON_COLUMN, RANK_COLUMN, SCORE_COLUMN = 3, 4, 5
LEVEL_WORDS = (("leader", "level_leader"), ("front_line", "level_front_line"), ("", "level_other"))

_WIDTHS = {"A": 10.0, "B": 34.0, "C": 58.0, "D": 11.0, "E": 11.0}
_WHOLE = sum(_WIDTHS.values()) - _WIDTHS["A"] - 4


def write_internal_template(project: Project, path: Path, language: str = "") -> Path:
    """Writes the workbook for one colleague, in the study's language if none is given.

    Raises ``SurveyError`` where it cannot be written.
    """
    spoken = language or project.study.language
    told = words(spoken, "colleagues_workbook")
    workbook = book.new_workbook()
    sheet: Worksheet = workbook.active  # type: ignore[assignment]
    sheet.title = told["sheet_view"]
    hidden = book.HiddenSheet(
        workbook, FORM_SHEET, (INTERNAL_MARK, project.key, project.survey.version, COLLEAGUE_SHEET, spoken)
    )
    writer = _Writer(sheet, hidden, told, project, spoken)
    writer.open()
    writer.person()
    writer.pillars()
    writer.close()
    book.save(workbook, path)
    return path


@dataclass(slots=True)
class _Writer:
    """Writes the view from top to bottom; ``row`` is the next free one."""

    sheet: Worksheet
    hidden: book.HiddenSheet
    told: Mapping[str, str]
    project: Project
    language: str
    row: int = 1

    def open(self) -> None:
        """Columns, title and instructions."""
        self.sheet.sheet_view.showGridLines = False
        for letter, width in _WIDTHS.items():
            self.sheet.column_dimensions[letter].width = width
        self.sheet.column_dimensions["A"].hidden = True
        book.put(self.sheet, 1, 1, INTERNAL_MARK)
        self._line(self.told["title"], size=20, bold=True, color=book.PAPER, fill=book.ACCENT, least=44)
        self.sheet.freeze_panes = "A2"
        count = len(self.project.pillars)
        self._line(fill(self.told["instruction_about"], study=self.project.study.title), color=book.SOFT)
        for step in ("person", "rank", "score", "return", "honest"):
            self._line(fill(self.told[f"instruction_{step}"], count=count), bold=step == "honest")

    def person(self) -> None:
        """A line for each field about the colleague."""
        self.row += 1
        for field in PERSON_FIELDS:
            book.put(self.sheet, self.row, 1, field)
            book.style(book.put(self.sheet, self.row, 2, self.told[f"label_{field}"]), bold=True)
            cell = book.style(self.sheet.cell(self.row, PERSON_COLUMN), answer=True)  # type: ignore[arg-type]
            cell.number_format = "yyyy-mm-dd" if field == "date" else "@"
            self.sheet.row_dimensions[self.row].height = 21
            self._person_rule(field, cell.coordinate)
            self.row += 1
        self.row += 1

    def pillars(self) -> None:
        """The table of pillars with a rank and a score each, the total, and whether the ranking is complete."""
        heads = ("column_pillar", "column_question", "column_rank", "column_score")
        for column, head in enumerate(heads, 2):
            cell = book.put(self.sheet, self.row, column, self.told[head])
            book.style(cell, bold=True, color=book.PAPER, fill=book.ACCENT, center=column >= RANK_COLUMN)
        self.sheet.row_dimensions[self.row].height = 24
        self.row += 1
        first = self.row
        for pillar in self.project.pillars:
            text = pillar.text(self.language)
            question = text.question or text.customer_sentence
            book.put(self.sheet, self.row, 1, pillar.code)
            book.style(book.put(self.sheet, self.row, 2, text.name), bold=True)
            book.style(book.put(self.sheet, self.row, 3, question), size=10, color=book.SOFT)
            for column in (RANK_COLUMN, SCORE_COLUMN):
                book.style(self.sheet.cell(self.row, column), answer=True, center=True, size=12)  # type: ignore[arg-type]
            self.sheet.row_dimensions[self.row].height = max(
                book.height(question, _WIDTHS["C"] - 3, 10, 24), book.height(text.name, _WIDTHS["B"] - 4)
            )
            self.row += 1
        self._table_rules(first, self.row - 1)
        self._sums(first, self.row - 1)

    def close(self) -> None:
        """The scale in words, protection, the printed page."""
        self.row += 1
        levels = words(self.language, "self_assessment")
        for score in range(LOWEST_SCORE, HIGHEST_SCORE + 1):
            meaning = f"{score} = {levels[f'level_{score}']}. {levels[f'level_{score}_meaning']}"
            self._line(meaning, size=10, color=book.SOFT)
        book.protect(self.sheet)
        book.print_a4(self.sheet, footer=self.project.study.title)
        self.sheet.print_area = f"B1:E{self.row - 1}"

    def _person_rule(self, field: str, cell: str) -> None:
        if field == "level":
            groups = tuple(self.told[word] for _, word in LEVEL_WORDS)
            message = (self.told["error_level_title"], self.told["error_level_message"])
            rule = book.validation("list", self.hidden.list_formula(groups), message)
        elif field == "date":
            told = fill(self.told["error_date_message"], example="2026-03-15")
            message = (self.told["error_date_title"], told)
            rule = book.validation("date", "DATE(2000,1,1)", message, upper="DATE(2100,1,1)")
        else:
            return
        rule.add(cell)
        self.sheet.add_data_validation(rule)

    def _table_rules(self, first: int, last: int) -> None:
        count = len(self.project.pillars)
        ranks = book.validation(
            "list", self.hidden.list_formula(tuple(range(1, count + 1))),
            (self.told["error_rank_title"], fill(self.told["error_rank_message"], count=count)),
        )
        scores = book.validation(
            "list", self.hidden.list_formula(tuple(range(LOWEST_SCORE, HIGHEST_SCORE + 1))),
            (self.told["error_score_title"], self.told["error_score_message"]),
        )
        for rule, letter in ((ranks, "D"), (scores, "E")):
            rule.add(f"{letter}{first}:{letter}{last}")
            self.sheet.add_data_validation(rule)
        repeated = f'AND(D{first}<>"",COUNTIF($D${first}:$D${last},D{first})>1)'
        book.mark_where(self.sheet, f"D{first}:D{last}", repeated)

    def _sums(self, first: int, last: int) -> None:
        count = len(self.project.pillars)
        total = fill(self.told["label_total"], maximum=HIGHEST_SCORE * count)
        book.style(book.put(self.sheet, self.row, 2, total), bold=True)
        book.style(
            book.put_formula(self.sheet, self.row, SCORE_COLUMN, f"=SUM(E{first}:E{last})"), bold=True, center=True
        )
        cells = f"$D${first}:$D${last}"
        used = "+".join(f"(COUNTIF({cells},{rank})=1)" for rank in range(1, count + 1))
        words_of = (book.quoted(self.told["check_complete"]),
                    book.quoted(fill(self.told["check_incomplete"], count=count)))
        book.style(
            book.put_formula(self.sheet, self.row, 3, f"=IF(({used})={count},{words_of[0]},{words_of[1]})"),
            size=10, color=book.SOFT,
        )
        book.mark_where(self.sheet, f"C{self.row}", f"({used})={count}", book.OK, "")
        self.sheet.row_dimensions[self.row].height = 32
        self.row += 1

    def _line(
        self, text: str, *, size: float = 11, bold: bool = False, color: str = book.INK, fill: str = "",
        least: float = 0,
    ) -> None:
        """A line over all columns; rows do not grow by themselves around merged cells, so its height is set."""
        cell = book.put(self.sheet, self.row, 2, text)
        book.style(cell, size=size, bold=bold, color=color, fill=fill)
        self.sheet.merge_cells(start_row=self.row, start_column=2, end_row=self.row, end_column=SCORE_COLUMN)
        self.sheet.row_dimensions[self.row].height = book.height(text, _WHOLE, size, least)
        self.row += 1
