"""What is told of rows and cells while a table is decoded."""

from dataclasses import dataclass, field

from cxsurvey.notices import Notice, Value
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.findings import Finding, Gathered
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import Table

Code = ReadingNotice | FormatNotice

# A sheet filled in by one respondent stands on its side: questions run down, answers stand in one column.
RESPONDENT_SHEET = "cxsurvey_respondent"


@dataclass(slots=True)
class Ledger:
    """Gathers what is told of rows and cells while a table is decoded."""

    table: Table
    platform: str
    notices: list[Notice] = field(default_factory=list)
    left_out: Gathered = field(init=False)
    corrected: Gathered = field(init=False)

    def __post_init__(self) -> None:
        self.left_out, self.corrected = Gathered(self.table.sheet), Gathered(self.table.sheet)

    def entry(self, place: int, column: int, value: str, code: Code, **values: Value) -> Finding:
        """One row or cell and why; ``place`` counts table rows, ``column`` 0 is the whole row."""
        row, letter = int(self.table.rows[place]), column_letter(column)
        if self.platform == RESPONDENT_SHEET and column:  # that sheet stands on its side
            row, letter = column, column_letter(row)
        return Finding(row, letter, value, code, tuple(values.items()))
