"""What is told of rows that were read as they stand: incomplete, without answers, blank, twice the same person."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cxsurvey.duplicates import Group, same_answers, same_ids
from cxsurvey.notices import Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.coded import coded
from cxsurvey.reading.ledger import RESPONDENT_SHEET, Ledger
from cxsurvey.reading.places import rows_shown, shown
from cxsurvey.reading.tasks import OTHER_PRIORITIES
from cxsurvey.reading.values import Mapping, Role
from cxsurvey.responses import COMPLETE, Responses

_TESTS = frozenset({"test", "test test", "testing", "test row", "this is a test", "just a test", "only a test"})
# A row for each pillar shown: between the first rows of two respondents there are others, not blank ones.
_LONG_FORMAT = "conjointly"
_NOT_NOTED = "1980-01-01"  # LimeSurvey's word for it
# Of duplicates there are few, or the id is none.
_MOST_TOLD = 1_000


def tell_rows(
    responses: Responses, places: NDArray[np.intp], empty: NDArray[np.intp], mapping: Mapping, ledger: Ledger
) -> None:
    """Names the rows that a person may want to look at.

    places : (n,) the table row of each respondent; empty : table rows without an answer about priorities
    """
    if mapping.platform == RESPONDENT_SHEET:
        return
    rows = ledger.table.rows
    if responses.best_worst is not None or any(role.role in OTHER_PRIORITIES for role in mapping.roles):
        _tell(ReadingNotice.ROWS_EMPTY, rows[empty], ledger)  # a file that asks for none has no row without
    _tell(ReadingNotice.ROWS_PARTIAL, responses.rows[responses.status != COMPLETE], ledger)
    if mapping.platform != _LONG_FORMAT:
        _tell(ReadingNotice.ROWS_BLANK, _blank_rows(rows[mapping.header_rows :]), ledger)
    column = next((role.column for role in mapping.roles if role.role is Role.RESPONDENT_ID), 0)
    if column and "" in responses.respondent_ids:
        has_none = np.array([not key for key in responses.respondent_ids], np.bool_)
        if not has_none.all():
            _tell(ReadingNotice.ROWS_WITHOUT_ID, responses.rows[has_none], ledger)
    _tell(ReadingNotice.TIMES_NOT_READ, responses.rows[_times_not_read(responses, places, mapping, ledger)], ledger)
    _tell_twice(same_ids(responses.respondent_ids), ReadingNotice.SAME_ID, column, responses, places, ledger)
    _tell_twice(same_answers(responses), ReadingNotice.SAME_ANSWERS, 0, responses, places, ledger)
    for role in mapping.roles:
        if role.role in (Role.RESPONDENT_ID, Role.COMMENT):
            _tell_tests(role.column, places, ledger)


def _tell(code: ReadingNotice, rows: NDArray[np.int32], ledger: Ledger) -> None:
    if len(rows):
        listed = rows_shown(rows.tolist())
        ledger.notices.append(
            notice(code, Severity.INFO, sheet=shown(ledger.table.sheet), n=len(rows), rows=listed)
        )


def _times_not_read(
    responses: Responses, places: NDArray[np.intp], mapping: Mapping, ledger: Ledger
) -> NDArray[np.bool_]:
    """(n,) whether a time of submission stands there that is none."""
    position = next((role.column for role in mapping.roles if role.role is Role.SUBMITTED), 0)
    column = next((column for column in ledger.table.columns if column.position == position), None)
    if column is None:
        return np.zeros(responses.n, np.bool_)
    unread = np.array([not moment for moment in responses.submitted or [""] * responses.n], np.bool_)
    texts = coded(column.texts).part(places[unread])
    unread[unread] = texts.each(lambda text: not is_no_answer(text) and not text.startswith(_NOT_NOTED), np.bool_)
    return unread


def _blank_rows(rows: NDArray[np.int32]) -> NDArray[np.int32]:
    """The rows between the first and the last that hold nothing at all; none where far more are blank than not."""
    if len(rows) < 2 or int(rows[-1]) - int(rows[0]) > 4 * len(rows) + 1_000:
        return rows[:0]
    is_blank = np.ones(int(rows[-1]) - int(rows[0]) + 1, bool)
    is_blank[rows - rows[0]] = False
    blank: NDArray[np.int32] = np.flatnonzero(is_blank).astype(np.int32) + rows[0]
    return blank


def _tell_twice(
    groups: Sequence[Group], code: ReadingNotice, column: int, responses: Responses, places: NDArray[np.intp],
    ledger: Ledger,
) -> None:  # fmt: skip
    """Every row of a group but its first."""
    pairs = [(group[0], position) for group in groups for position in group[1:]]
    for first, position in pairs[:_MOST_TOLD]:
        value = responses.respondent_ids[position] if column else ""
        place = int(places[position])
        ledger.corrected.append(ledger.entry(place, column, value, code, first=int(responses.rows[first])))


def _tell_tests(column: int, places: NDArray[np.intp], ledger: Ledger) -> None:
    found = next((entry for entry in ledger.table.columns if entry.position == column), None)
    if found is None:
        return
    texts = coded(found.texts)
    if "test" not in "\n".join(texts.distinct).casefold():
        return
    tests = texts.part(places).each(lambda text: text.strip(" .!").casefold() in _TESTS, np.bool_)
    for place in places[tests][:_MOST_TOLD]:
        text = found.texts[place]
        ledger.corrected.append(ledger.entry(int(place), column, text, ReadingNotice.LOOKS_LIKE_TEST))
