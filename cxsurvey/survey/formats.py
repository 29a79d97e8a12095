"""The ways to ask for priorities side by side: how long each takes, how much it tells, how many answers it needs."""

import math
import random
from dataclasses import dataclass
from functools import cache

from cxsurvey.pillars import Pillars
from cxsurvey.survey.build import recommended_kind, with_priority_kind
from cxsurvey.survey.codes import TOP_PLACES
from cxsurvey.survey.preview import question_seconds
from cxsurvey.survey.tasks import balanced_blocks, shown_at_once, with_tasks
from cxsurvey.survey.values import PRIORITY_KINDS, QuestionKind, Survey

_PEOPLE = 500      # drawn to see what MaxDiff keeps of an order


@dataclass(frozen=True, slots=True)
class PriorityFormat:
    """One way to ask. Where ``kept`` is ``None`` it depends on how people use numbers, and so does ``answers``."""

    kind: QuestionKind
    seconds: int               # for this question, as an unhurried respondent needs
    kept: float | None         # how much of a person's order the answer holds: 1 = all of it
    answers: int | None        # for two pillars one place apart to be told apart, 80 % sure
    shown: int = 0             # pillars in a MaxDiff task
    recommended: bool = False


def priority_formats(survey: Survey, pillars: Pillars) -> tuple[PriorityFormat, ...]:
    """Every way to ask this survey's customers for their priorities, in the order offered.

    ``answers`` is the planning figure for a full ranking divided by ``kept``: for small differences, ranks that are
    partly tied need 1 / r^2 times the answers, with r their correlation with the whole order (Pitman's efficiency).
    """
    best = recommended_kind(pillars)
    return tuple(_format(survey, pillars, kind, kind is best) for kind in PRIORITY_KINDS)


@cache
def order_kept(kind: QuestionKind, n_pillars: int) -> float | None:
    """The squared correlation of a person's answer with his or her whole order, every order equally likely.

    ``None`` for ratings and points, which hold as much as people put in. For MaxDiff the answers of people who are
    sure of their order, drawn with a fixed seed.
    """
    match kind:
        case QuestionKind.FULL_RANKING:
            return 1.0
        case QuestionKind.TOP_RANKING:
            top = min(TOP_PLACES, n_pillars)
            rest = (top + 1 + n_pillars) / 2
            return _spread([*range(1, top + 1), *[rest] * (n_pillars - top)]) / _spread(range(1, n_pillars + 1))
        case QuestionKind.GUIDED_SORT:
            from cxsurvey.statistics import guided_pattern  # waits, as it does in ``codes``

            # Half of each value: the pattern is in twice the rank.
            return _spread([rank / 2 for rank in guided_pattern(n_pillars)]) / _spread(range(1, n_pillars + 1))
        case QuestionKind.BEST_WORST:
            return _best_worst_kept(n_pillars)
    return None


def _format(survey: Survey, pillars: Pillars, kind: QuestionKind, recommended: bool) -> PriorityFormat:
    asked = with_tasks(with_priority_kind(survey, kind), pillars)
    from cxsurvey.statistics import gap_sample  # waits, as it does in ``codes``

    kept = order_kept(kind, len(pillars))
    answers = None if kept is None else math.ceil(gap_sample(1.0, len(pillars)) / kept)
    shown = shown_at_once(len(pillars)) if kind is QuestionKind.BEST_WORST else 0
    question = asked.priority
    seconds = round(question_seconds(question, asked, pillars)) if question else 0
    return PriorityFormat(kind, seconds, kept, answers, shown, recommended)


def _spread(ranks: list[float] | range) -> float:
    """The sum of squares about the mean."""
    mean = sum(ranks) / len(ranks)
    return sum((rank - mean) ** 2 for rank in ranks)


def _best_worst_kept(n_pillars: int) -> float:
    rng = random.Random(n_pillars)
    blocks = balanced_blocks(n_pillars)
    shown = [sum(pillar in block for block in blocks) for pillar in range(n_pillars)]
    both = of_scores = 0.0
    for _ in range(_PEOPLE):
        rank = rng.sample(range(n_pillars), n_pillars)
        score = [0.0] * n_pillars
        for block in blocks:
            score[min(block, key=rank.__getitem__)] += 1
            score[max(block, key=rank.__getitem__)] -= 1
        score = [points / shows for points, shows in zip(score, shown, strict=True)]
        mean = sum(score) / n_pillars
        both += sum((points - mean) * ((n_pillars - 1) / 2 - place) for points, place in zip(score, rank, strict=True))
        of_scores += _spread(score)
    return both**2 / (of_scores * _PEOPLE * _spread(range(n_pillars)))
