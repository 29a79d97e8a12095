"""Which rows of a table are respondents."""

import re

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.coded import coded
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.ledger import RESPONDENT_SHEET, Ledger
from cxsurvey.reading.places import column_letter, rows_shown, shown
from cxsurvey.reading.values import CellKind, Column, Mapping, Role, Table

# As Qualtrics numbers and names them; 16 is an answer given without a connection, and as good as any.
_TEST_WORDS = frozenset(
    {"1", "2", "9", "17", "survey preview", "survey test", "survey preview spam", "offline survey preview", "preview",
     "test"}
)  # fmt: skip
# Spam as Qualtrics marks it; what was refused on review in ODK Central and KoboToolbox.
_REJECTED_WORDS = frozenset(
    {"8", "12", "spam", "possible spam", "imported spam", "rejected", "not approved", "validation_status_not_approved"}
)
# Rows that people, and some programs, put below the answers.
_TOTAL = re.compile(
    r"(?:grand |sub)?total|sums?|averages?|avg|means?|medians?|counts?|std(?:ev)?|min(?:imum)?|max(?:imum)?|"
    r"gesamt|summe|durchschnitt|mittelwert|moyenne|somme|media|promedio|razem|suma|średnia|итого|всего|среднее|сумма|"
    r"รวม|ค่าเฉลี่ย|合計|平均",
)
_ROWS_THAT_MAY_SUM_UP = 10


class AnswerRows:
    """Which table rows are respondents; headers that come again and tests are left out, stray cells named."""

    def __init__(self, table: Table, mapping: Mapping, ledger: Ledger) -> None:
        n = len(table.rows)
        used = {role.column for role in mapping.roles if role.header.strip() or role.role is not Role.IGNORED}
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
            cells = np.asarray(first_stray.kinds) != CellKind.BLANK
            place = int(np.flatnonzero(cells[mapping.header_rows :])[0]) + mapping.header_rows
            ledger.notices.append(
                notice(
                    ReadingNotice.CELLS_WITHOUT_HEADING, sheet=shown(table.sheet), n=int(stray.sum()),
                    column=column_letter(first_stray.position), row=int(table.rows[place]),
                    rows=rows_shown(table.rows[stray].tolist()),
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
            again = rows[:0]
            if first is not None:
                head = heads[first]
                cells = coded(texts[first])
                same = [head in text and text.strip().lstrip("\ufeff") == head for text in cells.distinct]
                again = rows[np.array(same, bool)[cells.codes[rows]]]
            for row in again:
                if sum(texts[place][row].strip() == text for place, text in heads.items()) * 2 > len(heads):
                    found.append(int(row))
                    ledger.left_out.append(ledger.entry(int(row), 0, "", ReadingNotice.HEADER_AGAIN))
        done = set(found)
        for role in mapping.roles:
            if role.role not in (Role.TEST_ROW, Role.COMPLETE):
                continue
            column = next((column for column in table.columns if column.position == role.column), None)
            if column is None:
                continue
            numbers = role.role is Role.TEST_ROW  # elsewhere a 1 says that the answer is complete
            for row, code in _marked(column, rows, numbers):
                if row not in done:
                    done.add(row)
                    ledger.left_out.append(ledger.entry(row, role.column, column.texts[row], code))
        for row, column in _totals(table, mapping, rows):
            if row not in done:
                done.add(row)
                ledger.left_out.append(ledger.entry(row, 0, column.texts[row], ReadingNotice.TOTAL_ROW))
        return sorted(done)


def _totals(table: Table, mapping: Mapping, rows: NDArray[np.intp]) -> list[tuple[int, Column]]:
    """Rows at the end whose first cell says that they sum up the others; and that cell's column."""
    if mapping.platform == RESPONDENT_SHEET:
        return []
    found = []
    for row in rows[-_ROWS_THAT_MAY_SUM_UP:].tolist():
        first = next((column for column in table.columns if column.kinds[row] != CellKind.BLANK), None)
        if first is not None and _TOTAL.fullmatch(match_key(first.texts[row])):
            found.append((row, first))
    return found


def _marked(column: Column, rows: NDArray[np.intp], numbers: bool) -> list[tuple[int, ReadingNotice]]:
    """The rows whose mark says that they are no answers, and why."""
    texts = coded(column.texts).part(rows)
    codes = [_mark(text, numbers) for text in texts.distinct]
    found = np.array([code is not None for code in codes], bool)[texts.codes] if codes else np.zeros(0, bool)
    pairs = ((int(rows[place]), codes[texts.codes[place]]) for place in np.flatnonzero(found))
    return [(row, code) for row, code in pairs if code is not None]


def _mark(text: str, numbers: bool) -> ReadingNotice | None:
    """Why a row with this mark is left out; ``None`` for marks of ordinary answers."""
    word = text.strip().casefold()
    if word.isdigit() and not numbers:
        return None
    if word in _TEST_WORDS:
        return ReadingNotice.TEST_ANSWER
    return ReadingNotice.ANSWER_REJECTED if word in _REJECTED_WORDS else None
