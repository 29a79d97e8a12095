"""A survey as a respondent will read it in one language, as plain values; and how long it takes."""

import math
from dataclasses import dataclass

from cxsurvey.cohorts import Banding
from cxsurvey.pillars import Pillars
from cxsurvey.survey.choices import Choice, choices
from cxsurvey.survey.codes import SORT_PLACES, sort_steps, top_places
from cxsurvey.survey.values import PRIORITY_KINDS, Question, QuestionKind, Survey
from cxsurvey.survey.words import fill, words

SCALE = (1, 2, 3, 4, 5)
_READING, _PER_CHOICE, _YEAR, _COMMENT = 15.0, 7.0, 8.0, 15.0
_PER_PILLAR = {
    QuestionKind.FULL_RANKING: 8.0, QuestionKind.TOP_RANKING: 3.0, QuestionKind.GUIDED_SORT: 3.0,
    QuestionKind.IMPORTANCE_RATING: 5.0, QuestionKind.POINTS: 10.0, QuestionKind.PERFORMANCE: 5.0,
}
_PER_PLACE, _PER_SHOWN, _PER_END = 5.0, 2.0, 3.0
TOTAL_POINTS = 100
_INSTRUCTIONS = {
    QuestionKind.FULL_RANKING: "instruction_rank",
    QuestionKind.TOP_RANKING: "instruction_top",
    QuestionKind.IMPORTANCE_RATING: "instruction_importance",
    QuestionKind.GUIDED_SORT: "instruction_sort",
    QuestionKind.BEST_WORST: "instruction_best_worst",
    QuestionKind.POINTS: "instruction_points",
    QuestionKind.PERFORMANCE: "instruction_performance",
    QuestionKind.BIRTH_YEAR: "instruction_birth_year",
    QuestionKind.COMMENT: "instruction_comment",
}
_SCALES = {
    QuestionKind.IMPORTANCE_RATING: "importance", QuestionKind.PERFORMANCE: "performance",
    QuestionKind.SATISFACTION: "satisfaction", QuestionKind.IMAGE: "image",
}
_STEPS = {
    "first": "sort_first", "next1": "sort_next", "next2": "sort_next", "last": "sort_last", "before1": "sort_before",
    "before2": "sort_before",
}


@dataclass(frozen=True, slots=True)
class TaskPreview:
    """One MaxDiff task: "List 2 of 6", and the pillars it shows."""

    heading: str
    items: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class QuestionPreview:
    """One question as read: the pillars or choices in order, and what each step of a scale means.

    ``steps`` are what a guided sort asks to choose, or the two ends of a MaxDiff task.
    """

    code: str
    kind: QuestionKind
    number: int               # from 1, as asked
    text: str
    instruction: str
    items: tuple[Choice, ...]    # pillars by code, in the list's order; or the choices
    scale: tuple[str, ...] = ()  # the words of 1 to 5
    dont_know: str = ""          # offered beside the scale where not empty
    places: int = 0              # how many are ranked
    required: bool = False
    steps: tuple[Choice, ...] = ()
    tasks: tuple[TaskPreview, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyPreview:
    """The whole survey as read."""

    language: str
    title: str
    introduction: str
    questions: tuple[QuestionPreview, ...]
    thank_you: str
    minutes: int


def preview(
    survey: Survey, pillars: Pillars, language: str, generations: Banding | None = None, ages: Banding | None = None
) -> SurveyPreview:
    """The survey in one language; bands of the study where given, else the shipped ones."""
    whole = math.ceil(minutes(survey, pillars))
    introduction = dict(survey.introductions).get(language) or survey.introductions[0][1]
    return SurveyPreview(
        language, survey.title(language), fill(introduction, minutes=whole),
        tuple(
            question_preview(question, number, pillars, language, generations, ages, survey.tasks)
            for number, question in enumerate(survey.questions, 1)
        ),
        words(language)["thank_you"], whole,
    )


def question_preview(
    question: Question, number: int, pillars: Pillars, language: str,
    generations: Banding | None = None, ages: Banding | None = None, tasks: tuple[tuple[str, ...], ...] = (),
) -> QuestionPreview:
    """One question in one language; ``tasks`` are the survey's, for MaxDiff."""
    spoken, kind = words(language), question.kind
    places = _places(kind, pillars)
    scale = tuple(spoken[f"{_SCALES[kind]}_{step}"] for step in SCALE) if kind in _SCALES else ()
    items = {pillar.key: Choice(pillar.code, pillar.text(language).customer_sentence) for pillar in pillars}
    banding = ages if kind is QuestionKind.AGE_BAND else generations
    instruction = _INSTRUCTIONS.get(kind, "")
    if kind is QuestionKind.GUIDED_SORT and places < len(SORT_PLACES):  # of a short list
        instruction = "instruction_sort_short" if places == 2 else "instruction_sort_front"
    about_pillars = kind in PRIORITY_KINDS or kind is QuestionKind.PERFORMANCE
    return QuestionPreview(
        question.code, kind, number, question.text(language),
        fill(
            spoken[instruction], count=len(pillars), top=places, tasks=len(tasks), total=TOTAL_POINTS
        ) if instruction else "",
        tuple(items.values()) if about_pillars else choices(question, language, banding),
        scale, spoken["dont_know"] if kind is QuestionKind.PERFORMANCE else "", places, question.required,
        _steps(kind, pillars, language),
        tuple(
            TaskPreview(
                fill(spoken["task_heading"], task=number, tasks=len(tasks)), tuple(items[key] for key in task)
            )
            for number, task in enumerate(tasks, 1)
        ) if kind is QuestionKind.BEST_WORST else (),
    )  # fmt: skip


def _places(kind: QuestionKind, pillars: Pillars) -> int:
    """How many pillars are put in a place of their own."""
    match kind:
        case QuestionKind.FULL_RANKING:
            return len(pillars)
        case QuestionKind.TOP_RANKING:
            return top_places(pillars)
        case QuestionKind.GUIDED_SORT:
            return len(sort_steps(pillars))
    return 0


def _steps(kind: QuestionKind, pillars: Pillars, language: str) -> tuple[Choice, ...]:
    spoken = words(language)
    if kind is QuestionKind.GUIDED_SORT:
        return tuple(Choice(step, spoken[_STEPS[step]]) for step in sort_steps(pillars))
    if kind is QuestionKind.BEST_WORST:
        return (Choice("best", spoken["task_best"]), Choice("worst", spoken["task_worst"]))
    return ()


def minutes(survey: Survey, pillars: Pillars) -> float:
    """How long an unhurried respondent needs, in minutes.

    Assumes 15 s for title and introduction; 8 s for each pillar put in order (read, compare, place), 3 s to read
    each plus 5 s for each place of a top 3 or a guided sort; 2 s for each pillar that a MaxDiff task shows plus 3 s
    for each of its two choices; 10 s for each pillar that points go to; 5 s for each rating; 8 s for a birth year;
    7 s for a choice; 15 s for a comment, which most leave empty. Rules of thumb for screens, not measured on this
    survey: pilot it.
    """
    return (_READING + sum(question_seconds(question, survey, pillars) for question in survey.questions)) / 60


def question_seconds(question: Question, survey: Survey, pillars: Pillars) -> float:
    """How long one question of the survey takes, as ``minutes`` assumes."""
    if question.kind is QuestionKind.BEST_WORST:
        return sum(_PER_SHOWN * len(task) + 2 * _PER_END for task in survey.tasks)
    if question.kind in _PER_PILLAR:
        places = 0 if question.kind is QuestionKind.FULL_RANKING else _places(question.kind, pillars)
        return _PER_PILLAR[question.kind] * len(pillars) + _PER_PLACE * places
    return {QuestionKind.BIRTH_YEAR: _YEAR, QuestionKind.COMMENT: _COMMENT}.get(question.kind, _PER_CHOICE)
