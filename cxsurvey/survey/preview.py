"""A survey as a respondent will read it in one language, as plain values; and how long it takes."""

import math
from dataclasses import dataclass

from cxsurvey.cohorts import Banding
from cxsurvey.pillars import Pillars
from cxsurvey.survey.choices import Choice, choices
from cxsurvey.survey.codes import top_places
from cxsurvey.survey.values import Question, QuestionKind, Survey
from cxsurvey.survey.words import fill, words

SCALE = (1, 2, 3, 4, 5)
_READING, _PER_CHOICE, _YEAR, _COMMENT = 15.0, 7.0, 8.0, 15.0
_PER_PILLAR = {
    QuestionKind.FULL_RANKING: 8.0, QuestionKind.TOP_RANKING: 3.0,
    QuestionKind.IMPORTANCE_RATING: 5.0, QuestionKind.PERFORMANCE: 5.0,
}
_PER_PLACE = 5.0
_INSTRUCTIONS = {
    QuestionKind.FULL_RANKING: "instruction_rank",
    QuestionKind.TOP_RANKING: "instruction_top",
    QuestionKind.IMPORTANCE_RATING: "instruction_importance",
    QuestionKind.PERFORMANCE: "instruction_performance",
    QuestionKind.BIRTH_YEAR: "instruction_birth_year",
    QuestionKind.COMMENT: "instruction_comment",
}
_SCALES = {QuestionKind.IMPORTANCE_RATING: "importance", QuestionKind.PERFORMANCE: "performance"}


@dataclass(frozen=True, slots=True)
class QuestionPreview:
    """One question as read: the pillars or choices in order, and what each step of a scale means."""

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
            question_preview(question, number, pillars, language, generations, ages)
            for number, question in enumerate(survey.questions, 1)
        ),
        words(language)["thank_you"], whole,
    )


def question_preview(
    question: Question, number: int, pillars: Pillars, language: str,
    generations: Banding | None = None, ages: Banding | None = None,
) -> QuestionPreview:
    """One question in one language."""
    spoken, kind = words(language), question.kind
    places = {QuestionKind.FULL_RANKING: len(pillars), QuestionKind.TOP_RANKING: top_places(pillars)}.get(kind, 0)
    scale = tuple(spoken[f"{_SCALES[kind]}_{step}"] for step in SCALE) if kind in _SCALES else ()
    items = tuple(Choice(pillar.code, pillar.text(language).customer_sentence) for pillar in pillars)
    banding = ages if kind is QuestionKind.AGE_BAND else generations
    return QuestionPreview(
        question.code, kind, number, question.text(language),
        fill(spoken[_INSTRUCTIONS[kind]], count=len(pillars), top=places) if kind in _INSTRUCTIONS else "",
        items if kind in _PER_PILLAR else choices(question, language, banding),
        scale, spoken["dont_know"] if kind is QuestionKind.PERFORMANCE else "", places, question.required,
    )


def minutes(survey: Survey, pillars: Pillars) -> float:
    """How long an unhurried respondent needs, in minutes.

    Assumes 15 s for title and introduction; 8 s for each pillar put in order (read, compare, place), 3 s to read
    each plus 5 s for each place of a top 3; 5 s for each rating; 8 s for a birth year; 7 s for a choice; 15 s for
    a comment, which most leave empty. Rules of thumb for screens, not measured on this survey: pilot it.
    """
    return (_READING + sum(_seconds(question, pillars) for question in survey.questions)) / 60


def _seconds(question: Question, pillars: Pillars) -> float:
    if question.kind in _PER_PILLAR:
        places = top_places(pillars) if question.kind is QuestionKind.TOP_RANKING else 0
        return _PER_PILLAR[question.kind] * len(pillars) + _PER_PLACE * places
    return {QuestionKind.BIRTH_YEAR: _YEAR, QuestionKind.COMMENT: _COMMENT}.get(question.kind, _PER_CHOICE)
