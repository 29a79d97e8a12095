"""What is told of rows and cells while a table is decoded."""

from dataclasses import dataclass, field, replace

from cxsurvey.notices import Notice, Value, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.values import LeftOut, Table

Code = ReadingNotice | FormatNotice

# A sheet filled in by one respondent stands on its side: questions run down, answers stand in one column.
RESPONDENT_SHEET = "cxsurvey_respondent"


@dataclass(slots=True)
class Ledger:
    """Gathers what is told of rows and cells while a table is decoded."""

    table: Table
    platform: str
    left_out: list[LeftOut] = field(default_factory=list)
    corrected: list[LeftOut] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def entry(self, place: int, column: int, value: str, code: Code, **values: Value) -> LeftOut:
        """One row or cell and why; ``place`` counts table rows, ``column`` 0 is the whole row."""
        row, letter = int(self.table.rows[place]), column_letter(column)
        if self.platform == RESPONDENT_SHEET and column:  # that sheet stands on its side
            row, letter = column, column_letter(row)
        value = shown(value)
        told = notice(code, sheet=shown(self.table.sheet), row=row, column=letter, value=value)
        told = replace(told, values=(*told.values, *values.items()))
        return LeftOut(self.table.sheet, row, letter, value, told)
