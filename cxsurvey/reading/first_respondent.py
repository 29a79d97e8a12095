"""The first usable answer read back, so that a person sees at once whether it is the right way round."""

import numpy as np
from numpy.typing import NDArray

from cxsurvey.reading.values import FirstRespondent
from cxsurvey.responses import COMPLETE, Responses

BEST_WORST, POINTS = "best_worst", "points"


def first_respondent(responses: Responses) -> FirstRespondent | None:
    """The first complete ranking without ties, else one whose first and last stand alone, else a choice or points.

    ``None`` if nobody said that one pillar matters more than another.
    """
    return _first_ranking(responses) or _first_choice(responses) or _first_points(responses)


def _first_ranking(responses: Responses) -> FirstRespondent | None:
    ranked = responses.ranks > 0
    some = ranked.sum(axis=1) > 1
    whole = (responses.ranks % 2 == 0).all(axis=1)
    complete = responses.status == COMPLETE
    clear = _stand_alone(responses.ranks, ranked)
    for wanted in (complete & whole & some, whole & some, complete & clear, clear):
        found = np.flatnonzero(wanted)
        if len(found):
            row = int(found[0])
            ranks = responses.ranks[row]
            order = [int(place) for place in np.argsort(ranks, kind="stable") if ranks[place] > 0]
            return _read_back(responses, row, order)
    return None


def _stand_alone(ranks: NDArray[np.int8], ranked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Rows with one pillar before, and one behind, all others that are ranked."""
    first = np.where(ranked, ranks, 127).min(axis=1, initial=127)[:, None]
    last = ranks.max(axis=1, initial=0)[:, None]
    alone: NDArray[np.bool_] = ((ranks == first).sum(axis=1) == 1) & ((ranks == last).sum(axis=1) == 1)
    return np.asarray(alone & (first < last)[:, 0])


def _first_choice(responses: Responses) -> FirstRespondent | None:
    """The first task with a best and a worst."""
    answers = responses.best_worst
    both = None if answers is None else (answers.best >= 0) & (answers.worst >= 0)
    if answers is None or both is None or not both.any():
        return None
    row = int(np.argmax(both.any(axis=1)))
    task = int(np.argmax(both[row]))
    order = [int(answers.best[row, task]), int(answers.worst[row, task])]
    return _read_back(responses, row, order, BEST_WORST)


def _first_points(responses: Responses) -> FirstRespondent | None:
    """The first who gave one pillar more than all others, and another one less."""
    points = responses.points
    if not points.size:
        return None
    given = np.where(points >= 0, points, 0)
    most, least = given.max(axis=1)[:, None], given.min(axis=1)[:, None]
    clear = ((given == most).sum(axis=1) == 1) & (most > least)[:, 0]
    alone = clear & ((given == least).sum(axis=1) == 1)
    for wanted in (alone, clear):
        found = np.flatnonzero(wanted)
        if len(found):
            row = int(found[0])
            return _read_back(responses, row, [int(place) for place in np.argsort(-given[row], kind="stable")], POINTS)
    return None


def _read_back(responses: Responses, row: int, order: list[int], kind: str = "") -> FirstRespondent:
    keys = tuple(responses.pillar_keys[place] for place in order)
    first = keys[:1] if kind == BEST_WORST else keys
    return FirstRespondent(int(responses.rows[row]), first, keys[-1], _cohort(responses, row), kind)


def _cohort(responses: Responses, row: int) -> str:
    for key in ("generation", "age"):
        segment = responses.segment(key)
        if segment is not None and segment.codes[row] >= 0:
            return segment.labels[int(segment.codes[row])]
    if responses.birth_year[row]:
        return str(responses.birth_year[row])
    return str(responses.age[row]) if responses.age[row] else ""
