"""A guided sort to ranks: the most important, the next; the least important, the next to it; the rest share the middle.

Those named in one step share their places, and so does the middle: of ten pillars 1, then 2.5 twice, 5.5 four times,
8.5 twice, 10. A row with a fault is kept from each end up to the first answer with a fault; what is not known then
shares the middle where anything is kept of the lower end, and is not ranked where nothing is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.ranks import BAD, BLANK, IntMatrix
from cxsurvey.reading.values import Column, ColumnRole
from cxsurvey.responses import Int8Array

Steps = list[list[int]]  # positions of the columns of each step, the outermost step first
_CODES = {BLANK: FormatNotice.SORT_STEP_EMPTY, BAD: FormatNotice.SORT_PILLAR_UNKNOWN}


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """Rankings from sorts.

    ranks : (n, k) int8, column-major, twice the rank, 0 = not ranked; complete : (n,) every step answered rightly
    """

    ranks: Int8Array
    complete: NDArray[np.bool_]


def settle_sort(cells: IntMatrix, roles: list[ColumnRole], k: int) -> Sorted:
    """Rankings from the pillars named.

    cells : (n, m) position of the pillar in each of the sort's columns, ``BLANK`` or ``BAD``
    """
    front = _steps(roles, sorted({role.place for role in roles if role.place > 0}))
    back = _steps(roles, sorted({role.place for role in roles if role.place < 0}, reverse=True))
    whole = _named_once(cells)
    ranks = np.zeros((len(cells), k), np.int8, order="F")
    rows = np.flatnonzero(whole)
    n_front, n_back = (sum(map(len, steps)) for steps in (front, back))
    if back:
        ranks[rows] = n_front + 1 + k - n_back
    for column, twice in _template(front, back, k).items():
        ranks[rows, cells[rows, column]] = twice
    for row in np.flatnonzero(~whole & (cells >= 0).any(axis=1)):
        ranks[row] = _settled(cells[row].tolist(), front, back, k)
    return Sorted(ranks, whole)


def tell_sort(
    cells: IntMatrix, roles: list[ColumnRole], columns: dict[int, Column], rows: NDArray[np.intp], ledger: Ledger
) -> None:
    """Names the first fault of every row that has one; rows that are blank altogether are no fault."""
    for row in np.flatnonzero(~_named_once(cells) & (cells != BLANK).any(axis=1)):
        named = cells[row].tolist()
        at = next(place for place, pillar in enumerate(named) if pillar < 0 or pillar in named[:place])
        text = columns[roles[at].column].texts[rows[row]]
        code = _CODES.get(named[at], FormatNotice.SORT_PILLAR_TWICE)
        if code is FormatNotice.SORT_STEP_EMPTY and not is_no_answer(text):
            code = FormatNotice.SORT_PILLAR_UNKNOWN
        ledger.corrected.append(ledger.entry(int(rows[row]), roles[at].column, text, code))


def sort_columns(roles: tuple[ColumnRole, ...], matcher: PillarMatcher) -> list[ColumnRole]:
    """The sort's columns, the outermost steps first; nothing if they ask for more pillars than there are."""
    found = sorted((role for role in roles if role.place), key=lambda role: (abs(role.place), -role.place, role.column))
    return found if len(found) <= len(matcher.keys) else []


def _steps(roles: list[ColumnRole], places: list[int]) -> Steps:
    return [[at for at, role in enumerate(roles) if role.place == place] for place in places]


def _named_once(cells: IntMatrix) -> NDArray[np.bool_]:
    """Rows in which every column names a pillar and none is named again."""
    ordered = np.sort(cells, axis=1)
    once: NDArray[np.bool_] = (ordered[:, 0] >= 0) & (ordered[:, 1:] != ordered[:, :-1]).all(axis=1)
    return once


def _template(front: Steps, back: Steps, k: int) -> dict[int, int]:
    """Twice the rank that being named in each column gives."""
    twice: dict[int, int] = {}
    first = 1
    for step in front:
        twice |= dict.fromkeys(step, 2 * first + len(step) - 1)
        first += len(step)
    last = k
    for step in back:
        twice |= dict.fromkeys(step, 2 * last - len(step) + 1)
        last -= len(step)
    return twice


def _settled(cells: list[int], front: Steps, back: Steps, k: int) -> list[int]:
    """Twice the ranks of a row with faults: each end up to its first fault."""
    contradictory = {
        pillar
        for pillar in cells
        if pillar >= 0 and sum(any(cells[at] == pillar for at in step) for step in (*front, *back)) > 1
    }
    upper, lower = (_up_to_fault(cells, steps, contradictory) for steps in (front, back))
    at_upper, at_lower = ({pillar: at for at, step in enumerate(end) for pillar in step} for end in (upper, lower))
    ranks = [0] * k
    for pillar, twice in _template(upper, lower, k).items():
        ranks[pillar] = twice
    if lower:
        middle = len(at_upper) + 1 + k - len(at_lower)
        ranks = [twice or middle for twice in ranks]
    return ranks


def _up_to_fault(cells: list[int], steps: Steps, contradictory: set[int]) -> Steps:
    """The pillars of each step, from the end inwards, ending with the first step that is not whole."""
    kept: Steps = []
    for step in steps:
        named = sorted({cells[at] for at in step if cells[at] >= 0} - contradictory)
        if named:
            kept.append(named)
        if len(named) < len(step):
            break
    return kept
