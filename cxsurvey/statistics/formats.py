"""Question formats beside ranking and rating: 100 points to share out, and the guided sort from both ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import BoolArray, FloatArray, as_matrix, check_positive
from cxsurvey.statistics.scores import mid_ranks

SUM_TOLERANCE = 0.02  # 98 to 102 of 100 points: a slip of the pen
NEXT = 2  # pillars taken together in the second step of a guided sort, from either end


@dataclass(frozen=True, slots=True)
class GuidedSteps:
    """How many pillars each step of a guided sort takes: from the front, from the back, first step first."""

    front: tuple[int, ...]
    back: tuple[int, ...]
    middle: int  # how many stay


def guided_steps(n_pillars: int) -> GuidedSteps:
    """The steps that a list of so many pillars has room for: the questionnaire asks them, the analysis knows them.

    The most important, the least important, two next to the most, two next to the least; a step that would leave
    nothing in the middle, and all after it, are not asked. Ten pillars: (1, 2) and (1, 2) with 4 in the middle;
    six: (1, 2) and (1); four: (1) and (1).
    """
    front: list[int] = []
    back: list[int] = []
    middle = n_pillars
    for end, taken in ((front, 1), (back, 1), (front, NEXT), (back, NEXT)):
        if middle - taken < 1:
            break
        end.append(taken)
        middle -= taken
    return GuidedSteps(tuple(front), tuple(back), max(0, middle))


def guided_pattern(n_pillars: int) -> tuple[int, ...]:
    """Twice the ranks a finished guided sort gives, in rising order: 2, 5, 5, 11, 11, 11, 11, 17, 17, 20 of ten."""
    steps = guided_steps(n_pillars)
    pattern: list[int] = []
    for size in (*steps.front, steps.middle, *reversed(steps.back)):
        pattern += [2 * len(pattern) + size + 1] * size
    return tuple(pattern)


@dataclass(frozen=True, slots=True, eq=False)
class Allocations:
    """Points as scores that add up to 100 for each person, (n_respondents, n_pillars); NaN rows: no usable answer.

    ``off_total`` marks people whose points missed the total by more than the tolerance: scored, but to be looked at.
    ``rejected`` marks answers that cannot be used: a negative number, or no point at all.
    """

    scores: FloatArray
    off_total: BoolArray
    rejected: BoolArray


def allocation_scores(points: ArrayLike, total: float = 100, tolerance: float = SUM_TOLERANCE) -> Allocations:
    """Points shared out among pillars as scores: 100 points / their sum.

    Parameters
    ----------
    points : (n_respondents, n_pillars), 0 or more; NaN = left empty: no point. A row of NaN alone is no answer, and
        is neither off the total nor rejected
    total : how many points there were to share out
    tolerance : largest share of the total by which a sum may miss it

    Raises
    ------
    ValueError : no table, infinite numbers, a total that is not above 0, a negative tolerance
    """
    check_positive("total", total)
    if not tolerance >= 0:
        raise ValueError(f"tolerance: needs 0 or more, got {tolerance}")
    table = as_matrix("points", points)
    answered = ~np.isnan(table).all(axis=1) if table.shape[1] else np.zeros(len(table), dtype=bool)
    given = np.nan_to_num(table)
    sums = given.sum(axis=1)
    rejected = answered & ((given < 0).any(axis=1) | (sums <= 0))
    usable = answered & ~rejected
    scores = 100 * given / np.where(usable, sums, np.nan)[:, None]
    # Points with decimals: 98 of 100 is within 2 %, whatever the rounding of the sum.
    off_total = usable & (np.abs(sums - total) > tolerance * total * (1 + 1e-9))
    return Allocations(scores, off_total, rejected)


def guided_sort_ranks(steps: ArrayLike) -> FloatArray:
    """Full rankings with ties from a sort that takes pillars from both ends; what stays in the middle shares ranks.

    "Most important, then the two next; least important, then the two next to it" gives ten pillars the ranks 1,
    2.5, 2.5, 5.5 four times, 8.5, 8.5, 10. Scores then come from `ranking_scores`.

    Parameters
    ----------
    steps : (n_respondents, n_pillars): 1 = taken first as most important, 2 = next, ...; -1 = taken first as least
        important, -2 = next to it, ...; 0 or NaN = left in the middle. A row of these alone is no answer: NaN

    Raises
    ------
    ValueError : no table, or steps that are no whole numbers
    """
    table = np.nan_to_num(as_matrix("steps", steps))
    if (table != np.round(table)).any():
        raise ValueError("steps: needs whole numbers, 1 from the front, -1 from the back, 0 for the middle")
    furthest = float(np.abs(table).max(initial=0.0)) + 1
    from_front = np.where(table > 0, table, np.where(table < 0, 2 * furthest + table, furthest))
    ranks = mid_ranks(from_front)
    ranks[(table == 0).all(axis=1)] = np.nan
    return ranks
