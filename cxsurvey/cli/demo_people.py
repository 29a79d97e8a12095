"""The people of the demo: they fill in the workbooks that the program wrote, as the sample study has it."""

from pathlib import Path
from typing import Any

from cxsurvey.channels.internal_form import LEVEL_WORDS, PERSON_COLUMN, RANK_COLUMN, SCORE_COLUMN
from cxsurvey.internal import Colleague
from cxsurvey.pillars import Pillars
from cxsurvey.reading.values import CellKind, Column, ImportedFile
from cxsurvey.survey.codes import FIRST_ANSWER_ROW
from cxsurvey.survey.words import words


def fill_view(workbook: Path, colleague: Colleague, pillars: Pillars, language: str) -> None:
    """Writes a colleague's name, ranks and scores into a copy of the colleagues' workbook."""
    import openpyxl  # not before it is needed

    book = openpyxl.load_workbook(workbook)
    sheet: Any = book.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    level = words(language, "colleagues_workbook")[dict(LEVEL_WORDS)[colleague.level]]
    about = {
        "name": colleague.name, "role": colleague.role, "department": colleague.department, "level": level,
        "date": colleague.date,
    }  # fmt: skip
    for field, value in about.items():
        sheet.cell(rows[field], PERSON_COLUMN).value = value
    for pillar in pillars:
        sheet.cell(rows[pillar.code], RANK_COLUMN).value = colleague.ranking.index(pillar.key) + 1
        sheet.cell(rows[pillar.code], SCORE_COLUMN).value = colleague.score(pillar.key)
    book.save(workbook)


def fill_answers(workbook: Path, answers: ImportedFile) -> int:
    """Writes everyone's answers into the sheet of answers, cell by cell as they were given; how many rows."""
    import openpyxl  # not before it is needed

    book = openpyxl.load_workbook(workbook)
    sheet: Any = book.worksheets[0]
    places = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
    head = answers.mapping.header_rows
    for column in answers.table.columns:
        at = places[column.texts[0]]
        for offset in range(len(answers.table.rows) - head):
            value = _value(column, head + offset)
            if value is not None:
                sheet.cell(FIRST_ANSWER_ROW + offset, at).value = value
    book.save(workbook)
    return len(answers.table.rows) - head


def _value(column: Column, row: int) -> str | int | float | None:
    text, kind = column.texts[row], CellKind(int(column.kinds[row]))
    if kind is CellKind.BLANK:
        return None
    if kind is not CellKind.NUMBER:
        return text
    number = float(text)
    return int(number) if number.is_integer() else number
