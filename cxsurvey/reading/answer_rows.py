"""Which rows of a table are respondents."""

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.ledger import RESPONDENT_SHEET, Ledger
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.values import CellKind, Column, Mapping, Role, Table

_TEST_WORDS = frozenset({"1", "2", "8", "9", "16", "17", "survey preview", "survey test", "preview", "test"})


class AnswerRows:
    """Which table rows are respondents; headers that come again and tests are left out, stray cells named."""

    def __init__(self, table: Table, mapping: Mapping, ledger: Ledger) -> None:
        n = len(table.rows)
        used = {role.column for role in mapping.roles if role.header.strip()}
        filled = np.zeros(n, bool)
        stray = np.zeros(n, bool)
        first_stray: Column | None = None
        for column in table.columns:
            cells = np.asarray(column.kinds) != CellKind.BLANK
            if column.position in used:
                filled |= cells
            elif cells[mapping.header_rows :].any():
                stray |= cells
                first_stray = first_stray or column
        filled[: mapping.header_rows] = stray[: mapping.header_rows] = False
        if first_stray is not None:
            place = int(np.flatnonzero(np.asarray(first_stray.kinds) != CellKind.BLANK)[-1])
            ledger.notices.append(
                notice(
                    ReadingNotice.CELLS_WITHOUT_HEADING, sheet=shown(table.sheet), n=int(stray.sum()),
                    column=column_letter(first_stray.position), row=int(table.rows[place]),
                )
            )  # fmt: skip
        self.n_read = int(filled.sum())
        for place in self._not_respondents(table, mapping, np.flatnonzero(filled), ledger):
            filled[place] = False
        self.rows: NDArray[np.intp] = np.flatnonzero(filled)

    def _not_respondents(
        self, table: Table, mapping: Mapping, rows: NDArray[np.intp], ledger: Ledger
    ) -> list[int]:
        found: list[int] = []
        texts = [column.texts for column in table.columns]
        header = mapping.header_rows - 1
        if header >= 0 and mapping.platform != RESPONDENT_SHEET:
            heads = {place: text[header].strip() for place, text in enumerate(texts) if text[header].strip()}
            first = min(heads, default=None)
            for row in rows:
                again = first is not None and texts[first][row].strip().lstrip("\ufeff") == heads[first]
                if again and sum(texts[place][row].strip() == text for place, text in heads.items()) * 2 > len(heads):
                    found.append(int(row))
                    ledger.left_out.append(ledger.entry(int(row), 0, "", ReadingNotice.HEADER_AGAIN))
        tests = next((role.column for role in mapping.roles if role.role is Role.TEST_ROW), 0)
        column = next((column for column in table.columns if column.position == tests), None)
        for row in rows if column is not None else ():
            if column is not None and column.texts[row].strip().casefold() in _TEST_WORDS and row not in found:
                found.append(int(row))
                ledger.left_out.append(
                    ledger.entry(int(row), tests, column.texts[row], ReadingNotice.TEST_ANSWER)
                )
        return found
