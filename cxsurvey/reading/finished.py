"""Which respondents came to the end of the survey, as their platform marks it."""

import numpy as np
from numpy.typing import NDArray

from cxsurvey.reading.headers import match_key
from cxsurvey.reading.values import Column, Mapping, Role

# What stands in a column that says whether an answer is complete, where it is not.
_UNFINISHED = frozenset(
    {"false", "no", "n", "0", "partial", "incomplete", "in progress", "started", "disqualified", "nie", "нет", "ไม่",
     "falsch", "nein", "faux", "non", "falso", "fałsz", "ложь", "częściowe"}
)  # fmt: skip
_WHOLE = 100  # per cent
# Platforms that give an answer its time of submission only when the last page was sent.
_SUBMITTED_WHEN_FINISHED = frozenset({"limesurvey", "typeform"})


def not_finished(columns: dict[int, Column], mapping: Mapping, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """True for the rows whose respondents did not come to the end, shape (n_rows,); what says nothing is False."""
    unfinished = np.zeros(len(rows), bool)
    for role in mapping.roles:
        column = columns.get(role.column)
        if column is None:
            continue
        if role.role is Role.COMPLETE:
            unfinished |= _marked(column, rows)
        elif role.role is Role.SUBMITTED and mapping.platform in _SUBMITTED_WHEN_FINISHED:
            unfinished |= np.array([not column.texts[row].strip() for row in rows], bool)
    return unfinished


def _marked(column: Column, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Rows marked by a word; or, in a column of percentages, by less than the whole."""
    texts = set(column.texts)
    per_cent = {text: int(number) for text in texts if (number := text.strip().rstrip("% ")).isdigit()}
    if max(per_cent.values(), default=0) == _WHOLE:
        wrong = {text for text, number in per_cent.items() if number < _WHOLE}
    else:
        wrong = {text for text in texts if match_key(text) in _UNFINISHED}
    return np.array([column.texts[row] in wrong for row in rows], bool)
