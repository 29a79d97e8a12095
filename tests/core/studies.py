"""Small studies made by hand, for tests of what is computed from a project."""

from dataclasses import replace
from typing import Any

import numpy as np

from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import Pillar, PillarText
from cxsurvey.project import Project, Study, new_project
from cxsurvey.responses import COMPLETE, Responses, Segment, frozen
from cxsurvey.survey import Survey

EMPTY_SURVEY = Survey(("en",), (("en", "Survey"),), (("en", ""),), ())


def pillars(k: int) -> tuple[Pillar, ...]:
    """k pillars a, b, c, ... named A, B, C, ..."""
    return tuple(
        Pillar(letter, f"P{number:02d}", (PillarText("en", letter.upper(), f"We do {letter}", f"How is {letter}?"),))
        for number, letter in enumerate("abcdefghijklmnopqrst"[:k], 1)
    )


def responses(ranks: Any, segments: tuple[Segment, ...] = (), **columns: Any) -> Responses:
    """Answers from whole or mid-ranks (0 = not ranked), all else unknown unless given."""
    table = np.asarray(ranks, float)
    n = len(table)
    return frozen(
        Responses(
            tuple("abcdefghijklmnopqrst"[: table.shape[1]]),
            np.asfortranarray((2 * table).astype(np.int8)),
            np.array(columns.get("importance", np.zeros((n, 0))), np.int8),
            np.array(columns.get("performance", np.zeros((n, 0))), np.int8),
            np.array(columns.get("birth_year", np.zeros(n)), np.int16),
            np.array(columns.get("age", np.zeros(n)), np.int16),
            np.full(n, COMPLETE, np.int8),
            np.arange(2, n + 2, dtype=np.int32),
            np.zeros(n, np.int16),
            segments,
            respondent_ids=columns.get("respondent_ids", ()),
        )
    )


def study_of(answers: Responses, ranking: str = "", **settings: Any) -> Project:
    """A project with these answers and, if given, one colleague who ranks like ``ranking`` ("bacd")."""
    project = new_project(Study("Test study", **settings), pillars(len(answers.pillar_keys)), EMPTY_SURVEY)
    colleagues = (Colleague("c1", "Ann", ranking=tuple(ranking)),) if ranking else ()
    return replace(project, responses=answers, internal=InternalView(colleagues))


def shuffled_ranks(n: int, k: int, pull: float, seed: int) -> Any:
    """n rankings of k pillars by noisy worths: pillar a is pulled to the front, the last to the back."""
    worth = -pull * np.arange(k) + np.random.default_rng(seed).gumbel(size=(n, k))
    return (-worth).argsort(axis=1).argsort(axis=1) + 1
