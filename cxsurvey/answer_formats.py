"""Which kind of priority question people answered. Kinds are never pooled: the one that most used counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import Int8Array, Responses
from cxsurvey.statistics import BoolArray, IntArray, guided_pattern, guided_steps
from cxsurvey.statistics.best_worst_designs import DesignedTasks
from cxsurvey.statistics.rank_tables import CHUNK_ROWS, count_ranked

RANKING, TOP, SORT = "ranking", "top", "sort"                     # ranks
RATING, BEST_WORST, POINTS = "rating", "best_worst", "points"
FORMATS = (RANKING, TOP, SORT, BEST_WORST, POINTS, RATING)        # who answered several is known by the first of them
RANKED = (RANKING, TOP, SORT)                                     # people put pillars in places

LEAST_ANSWERED = 0.5  # of the ranking block or of the tasks; below it a person is left out (statistics.md 6)
MOST_MISSING = 0.2    # of the ratings (statistics.md 2.1)
FEWEST_TO_TELL = 10   # people of one file; below it nothing is concluded of what the file asked


@dataclass(frozen=True, slots=True, eq=False)
class AnswerFormat:
    """The format that counts and the people who answered in it.

    depth : how many places were asked for; all pillars but for top-k. who : (m,) positions in ``Responses``
    others : formats that do not count, with the people who answered in these only
    cut : people who ranked more than ``depth``, of whom only the first places count
    """

    format: str
    depth: int
    who: IntArray
    others: tuple[tuple[str, int], ...]
    left_out: int  # respondents without a usable answer in any format
    cut: int = 0


def answer_format(responses: Responses) -> AnswerFormat:
    """Tells the formats apart and says which counts; of equally many the one that says more, as ``FORMATS`` has them.

    Longer lists among top-k answers are cut to k, so that all are compared on the same; k is the smallest that a
    file asked for. Shorter ones among full rankings are another format.
    """
    ranked = count_ranked(responses.ranks)
    ranks = _rankings(responses, ranked)
    usable = dict(ranks.usable)
    if sum(int(np.count_nonzero(found)) for found in usable.values()) < responses.n:  # rankings exclude each other
        usable |= _other_formats(responses)
    k = len(responses.pillar_keys)
    chosen = _most(usable)
    depth = ranks.depth if chosen == TOP else k
    if chosen is None:
        return AnswerFormat(RANKING, depth, np.zeros(0, np.int64), (), responses.n)
    counts = usable.pop(chosen)
    others = _new_in_each(usable, counts)
    n = int(np.count_nonzero(counts))
    return AnswerFormat(
        chosen, depth, np.flatnonzero(counts), tuple((key, n) for key, n in others.items() if n),
        responses.n - n - sum(others.values()), int((counts & (ranked > depth)).sum()) if chosen == TOP else 0,
    )


def _most(usable: Mapping[str, BoolArray]) -> str | None:
    """The format that most people are known by; ``None`` where nobody answered."""
    votes = _new_in_each(usable, None)
    return max(votes, key=lambda key: votes[key], default=None)  # of equally many the first


def _new_in_each(usable: Mapping[str, BoolArray], told: BoolArray | None) -> dict[str, int]:
    """How many people each format adds to those of the formats before it, in the order of ``FORMATS``."""
    added = {}
    for key in FORMATS:
        if key in usable:
            added[key] = int(np.count_nonzero(usable[key] if told is None else usable[key] & ~told))
            told = usable[key] if told is None else told | usable[key]
    return added


def tasks_of(responses: Responses) -> DesignedTasks | None:
    """The MaxDiff tasks as the statistics take them; ``None`` where none were asked."""
    answers = responses.best_worst
    if answers is None:
        return None
    return DesignedTasks(answers.design, answers.version, answers.best, answers.worst, len(responses.pillar_keys))


@dataclass(frozen=True, slots=True, eq=False)
class _Rankings:
    depth: int
    usable: Mapping[str, BoolArray]


def _rankings(responses: Responses, ranked: Int8Array) -> _Rankings:
    """The people who ranked: full lists, top-k, guided sort."""
    k = len(responses.pillar_keys)
    sorts = _sorts(responses, ranked)
    plain = ranked if sorts is None else np.where(sorts.all, np.int8(0), ranked).astype(np.int8)
    depth = _depth(plain, k)
    kind, shorter = RANKING, None
    by_file = _depths_by_file(plain, responses.source, k)
    if depth < k:
        kind, depth = TOP, min([depth, *by_file.values()])
    elif min(by_file.values(), default=k) < k:
        shorter = np.isin(responses.source, [file for file, own in by_file.items() if own < k]) & (plain < k - 1)
    found: dict[str, BoolArray] = {}
    counts = plain >= max(1, LEAST_ANSWERED * depth)
    if shorter is not None:
        found[TOP] = shorter & (plain >= max(1, LEAST_ANSWERED * min(by_file.values())))
        counts &= ~shorter
    if counts.any():
        found[kind] = counts
    if sorts is not None:
        found[SORT] = sorts.usable
    return _Rankings(depth, found)


def _depth(ranked: Int8Array, k: int) -> int:
    """How many places were asked for: the commonest count, for people leave answers out but never add any."""
    counts = np.bincount(ranked[ranked > 0], minlength=k + 1)
    commonest = int(counts.argmax()) if counts.any() else k
    return k if commonest >= k - 1 else commonest


def _depths_by_file(ranked: Int8Array, source: NDArray[np.int16], k: int) -> dict[int, int]:
    """The places each file asked for, of files in which enough people ranked; none if there is but one file."""
    if not len(source) or source.min() == source.max():
        return {}
    found = {}
    for file in np.unique(source).tolist():
        own = ranked[source == file]
        if np.count_nonzero(own) >= FEWEST_TO_TELL:
            found[int(file)] = _depth(own, k)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Sorts:
    """Guided sorts, (n,): ``all`` of them, finished or not, and those that say enough."""

    all: BoolArray
    usable: BoolArray


def _sorts(responses: Responses, ranked: Int8Array) -> _Sorts | None:
    """Who answered a guided sort; ``None`` of nobody.

    A finished one is known by its ties. In files where most who ranked finished one, what has other ties or gaps was
    begun in the same way, and counts from half of the steps' pillars on.
    """
    finished = _guided(responses.ranks, ranked)
    if finished is None:
        return None
    k = len(responses.pillar_keys)
    of_file = np.bincount(responses.source[ranked > 0]), np.bincount(responses.source[finished])
    sorting = np.flatnonzero(2 * of_file[1] > of_file[0][: len(of_file[1])])
    begun = np.flatnonzero(~finished & (ranked > 0) & np.isin(responses.source, sorting))
    everyone, usable = finished.copy(), finished.copy()
    needed = LEAST_ANSWERED * (k - guided_steps(k).middle)
    for start in range(0, len(begun), CHUNK_ROWS):
        rows = begun[start : start + CHUNK_ROWS]
        twice = responses.ranks[rows]
        middle = (twice[:, :, None] == twice[:, None, :]).sum(axis=2).max(axis=1)  # the largest tie, or gap
        everyone[rows] = middle > 1
        usable[rows] = (middle > 1) & (k - middle >= needed)
    return _Sorts(everyone, usable)


def _guided(twice: Int8Array, ranked: Int8Array) -> BoolArray | None:
    """Who answered a guided sort, told by its ties; ``None`` of nobody, and of lists so short that it has no ties."""
    n, k = twice.shape
    pattern = np.array(guided_pattern(k), np.int8)
    if not (pattern & 1).any():
        return None
    halves = np.zeros(n, bool)
    for column in twice.T:
        halves |= (column & 1).view(bool)
    rows = np.flatnonzero(halves & (ranked == k))
    found = np.zeros(n, bool)
    for start in range(0, len(rows), CHUNK_ROWS):
        some = rows[start : start + CHUNK_ROWS]
        found[some] = (np.sort(twice[some], axis=1) == pattern).all(axis=1)
    return found if found.any() else None


def _other_formats(responses: Responses) -> dict[str, BoolArray]:
    """The people who gave usable answers to questions other than rankings."""
    found: dict[str, BoolArray] = {}
    tasks = tasks_of(responses)
    if tasks is not None:
        answered = tasks.answered()
        found[BEST_WORST] = (answered > 0) & (answered >= LEAST_ANSWERED * tasks.asked())
    if responses.points.shape[1]:
        given = np.zeros(responses.n, np.int32)
        for column in responses.points.T:
            given += np.maximum(column, 0)
        found[POINTS] = given > 0
    k = responses.importance.shape[1]
    if k:
        found[RATING] = _rated(responses.importance) >= max(1.0, k - MOST_MISSING * k - 1e-9)
    return {key: who for key, who in found.items() if who.any()}


def _rated(ratings: Int8Array) -> Int8Array:
    """How many pillars each person rated."""
    rated = np.zeros(len(ratings), np.int8)
    for column in ratings.T:
        rated += column > 0
    return rated

