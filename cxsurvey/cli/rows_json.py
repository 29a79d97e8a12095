"""Answers as plain JSON values: the same answers are the same lists, whatever file they came from."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import BestWorst
from cxsurvey.cli.as_json import Json
from cxsurvey.responses import COMPLETE, Responses

MOST_GIVEN = 20_000


def answers_json(responses: Responses) -> Json | None:
    """The answers of one file, a list a question in the order of ``row``; ``None`` if there are very many.

    ``None`` stands where somebody gave no answer, and there is no key for what nobody answered. Lists per pillar follow
    ``pillars``.
    """
    if responses.n > MOST_GIVEN:
        return None
    given: Json = {
        "pillars": list(responses.pillar_keys),
        "row": responses.rows.tolist(),
        "complete": (responses.status == COMPLETE).tolist(),
        "rank": _numbers(responses.ranks, responses.ranks > 0, 0.5),
        "importance": _numbers(responses.importance, responses.importance > 0),
        "performance": _numbers(responses.performance, responses.performance > 0),
        "points": _numbers(responses.points, responses.points >= 0, 0.01),
        "tasks": _tasks(responses.pillar_keys, responses.best_worst),
        "birth_year": _numbers(responses.birth_year, responses.birth_year > 0),
        "age": _numbers(responses.age, responses.age > 0),
        "segments": [
            {"key": segment.key, "labels": [(*segment.labels, None)[code] for code in segment.codes.tolist()]}
            for segment in responses.segments  # code -1, the last of the labels, is no answer
        ],
        "comment": list(responses.comments) if any(responses.comments) else [],
    }  # fmt: skip
    return {key: values for key, values in given.items() if values}


def _numbers(values: NDArray[Any], given: NDArray[np.bool_], unit: float = 1.0) -> list[Any]:
    """Numbers, whole ones as such; an empty list where nobody gave one."""
    if not given.any():
        return []
    scaled = np.where(given, (values * unit).round(2), np.nan)
    return _plain(scaled.tolist())


def _plain(values: list[Any]) -> list[Any]:
    return [
        _plain(one) if isinstance(one, list) else None if one != one else int(one) if one == int(one) else one
        for one in values
    ]


def _tasks(keys: tuple[str, ...], answers: BestWorst | None) -> list[Json]:
    """MaxDiff, for each task: what each respondent was shown, and chose as best and worst."""
    if answers is None:
        return []
    names = (*keys, None)  # position -1 is nobody
    seen = [
        [sorted(keys[place] for place in task if place >= 0) for task in version] for version in answers.design.tolist()
    ]
    return [
        {
            "shown": [seen[version][task] if version >= 0 else None for version in answers.version.tolist()],
            "best": [names[place] for place in answers.best[:, task].tolist()],
            "worst": [names[place] for place in answers.worst[:, task].tolist()],
        }
        for task in range(answers.best.shape[1])
    ]
