"""Rows that look like one person twice: the same respondent id, or the same answers within a minute."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import Responses

SAME_PERSON = 60  # seconds between the same answers

Group = tuple[int, ...]  # positions in the responses, in their order


def same_ids(ids: Sequence[str]) -> list[Group]:
    """The positions of each id that comes more than once; blanks are no ids."""
    places: dict[str, list[int]] = {key: [] for key, n in Counter(ids).items() if n > 1 and key}
    for position, key in enumerate(ids if places else ()):
        if key in places:
            places[key].append(position)
    return [tuple(same) for same in places.values()]


def same_answers(responses: Responses) -> list[Group]:
    """The positions of rows with the same answers, each within a minute of the one before.

    Only times with a clock count: the same day is no sign.
    """
    timed = [position for position, moment in enumerate(responses.submitted) if len(moment) > 10]
    if len(timed) < 2:
        return []
    at = np.array(timed)
    columns = _answers(responses)
    pattern = _fingerprints(columns, at)
    _, kinds, counts = np.unique(pattern, return_inverse=True, return_counts=True)
    at, pattern = at[counts[kinds] > 1], pattern[counts[kinds] > 1]
    moments = np.array([responses.submitted[position] for position in at.tolist()], "datetime64[s]").astype(np.int64)
    order = np.lexsort((moments, pattern))
    near = (pattern[order][1:] == pattern[order][:-1]) & (np.diff(moments[order]) <= SAME_PERSON)
    sorted_at = at[order]
    for column in columns:  # a fingerprint is not proof
        near &= column[sorted_at[1:]] == column[sorted_at[:-1]]
    groups: list[list[int]] = []
    for second in np.flatnonzero(near).tolist():
        if groups and groups[-1][-1] == int(sorted_at[second]):
            groups[-1].append(int(sorted_at[second + 1]))
        else:
            groups.append([int(sorted_at[second]), int(sorted_at[second + 1])])
    return [tuple(sorted(same)) for same in groups]


def _answers(responses: Responses) -> list[NDArray[np.integer]]:
    """Every column of what was asked about the pillars and the brand."""
    columns: list[NDArray[np.integer]] = [*responses.ranks.T, *responses.importance.T, *responses.performance.T]
    columns += [*responses.points.T]  # a list, or numpy would add numbers to it
    if responses.best_worst is not None:
        columns.extend([responses.best_worst.version, *responses.best_worst.best.T, *responses.best_worst.worst.T])
    return columns + [marks for marks in (responses.satisfaction, responses.image) if len(marks)]


def _fingerprints(columns: Sequence[NDArray[np.integer]], at: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number for each row's answers: equal answers, equal numbers; others hardly ever."""
    found = np.zeros(len(at), np.uint64)
    for column in columns:
        found = found * np.uint64(0x9E3779B97F4A7C15) + column[at].astype(np.uint64)  # wraps round, as it should
        found ^= found >> np.uint64(29)
    return found
