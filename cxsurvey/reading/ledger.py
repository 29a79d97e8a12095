"""What is told of rows and cells while a table is decoded."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Notice, Value
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.coded import coded
from cxsurvey.reading.findings import Finding, Gathered
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import CellKind, Column, Table

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

    def tell(
        self, into: Gathered, column: Column | None, places: NDArray[np.intp], code: Code,
        code_of_errors: Code | None = ReadingNotice.CELL_IS_ERROR, **values: Value,
    ) -> None:  # fmt: skip
        """The same of many cells of a column, or of whole rows where it is ``None``.

        code_of_errors : what to say instead of cells such as #N/A; ``None`` for the same of all
        """
        if column is None or code_of_errors is None:
            parts = [(code, places)]
        else:
            is_error = np.asarray(column.kinds)[places] == CellKind.ERROR
            parts = [(code, places[~is_error]), (code_of_errors, places[is_error])]
        for reason, of_reason in parts:
            self._tell(into, column, of_reason, reason, values)

    def _tell(
        self, into: Gathered, column: Column | None, places: NDArray[np.intp], code: Code, values: dict[str, Value]
    ) -> None:
        if not len(places):
            return
        if column is not None and self.platform == RESPONDENT_SHEET:  # each row is a letter of its own there
            for place in places.tolist():
                into.append(self.entry(place, column.position, column.texts[place], code, **values))
            return
        more, letter = tuple(values.items()), column_letter(column.position if column is not None else 0)
        texts, codes = [""], np.zeros(len(places), np.int32)
        if column is not None:
            part = coded(column.texts).part(places)
            texts, codes = list(part.distinct), part.codes
        into.extend([Finding(0, letter, text, code, more) for text in texts], codes, self.table.rows[places])
