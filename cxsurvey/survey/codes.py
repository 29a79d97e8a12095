"""The stable code of every answer a survey asks for; written into each file that goes out, found again on import."""

from dataclasses import dataclass

from cxsurvey.pillars import Pillars
from cxsurvey.survey.values import Question, QuestionKind, Survey

TOP_PLACES = 3
ATTENTION_PASSES = "4"  # what the attention check asks to choose
MARK_SCALE = "1-5"      # of satisfaction and image, 5 the best
RESPONDENT = "respondent"

# The Excel form. A very hidden sheet of this name says what the workbook is:
# A1 the mark, A2 the project's key, A3 the survey's version, A4 the kind, A5 the language; from A6 on the codes of the
# pillars that each MaxDiff task shows.
FORM_SHEET = "cxsurvey"
FORM_MARK = "cxsurvey-form"
RESPONSE_SHEET = "response_sheet"      # codes in hidden row 1, headings in row 2, a respondent a row from row 3
RESPONDENT_SHEET = "respondent_sheet"  # codes in hidden column A, answers in ANSWER_COLUMN of the same row
ANSWER_COLUMN = 3                      # column C
FIRST_ANSWER_ROW = 3

# Codes of questions, stable for ever. Segments are seg1, seg2, ...
CODES = {
    QuestionKind.FULL_RANKING: "prio",
    QuestionKind.TOP_RANKING: "prio",
    QuestionKind.IMPORTANCE_RATING: "prio",
    QuestionKind.GUIDED_SORT: "prio",
    QuestionKind.BEST_WORST: "prio",
    QuestionKind.POINTS: "prio",
    QuestionKind.PERFORMANCE: "perf",
    QuestionKind.BIRTH_YEAR: "born",
    QuestionKind.AGE_BAND: "age",
    QuestionKind.GENERATION: "gen",
    QuestionKind.SEGMENT: "seg",
    QuestionKind.SATISFACTION: "sat",
    QuestionKind.IMAGE: "img",
    QuestionKind.ATTENTION: "att",
    QuestionKind.COMMENT: "comm",
}
_PER_PILLAR = {
    QuestionKind.FULL_RANKING: "prio",
    QuestionKind.IMPORTANCE_RATING: "imp",
    QuestionKind.POINTS: "pts",
    QuestionKind.PERFORMANCE: "perf",
}
SORT_PLACES = {"first": 1, "next1": 2, "next2": 2, "last": -1, "before1": -2, "before2": -2}
"""Steps of a guided sort: places 1 and 2 from the front, -1 and -2 from the end; pillars of one place are tied."""


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One answer cell of a respondent: ``prio.P01`` is the rank of that pillar, ``top.1`` the pillar put first,
    ``sort.next2`` the second of those next to the first, ``md01.best`` the best of the first MaxDiff task.
    """

    code: str
    question: Question
    pillar: str = ""  # pillar key, for the kinds that ask once a pillar
    place: int = 0    # 1 = most important, for TOP_RANKING and GUIDED_SORT; the task, from 1, for BEST_WORST


def answer_fields(survey: Survey, pillars: Pillars) -> tuple[AnswerField, ...]:
    """Every answer a respondent can give, in the order asked."""
    return tuple(
        field for question in survey.questions for field in question_fields(question, pillars, len(survey.tasks))
    )


def question_fields(question: Question, pillars: Pillars, n_tasks: int = 0) -> tuple[AnswerField, ...]:
    """The answers of one question: a pillar each, a place each, or a single one under the question's own code.

    ``n_tasks`` is how many MaxDiff tasks the survey has.
    """
    prefix = _PER_PILLAR.get(question.kind)
    if prefix:
        return tuple(AnswerField(f"{prefix}.{pillar.code}", question, pillar.key) for pillar in pillars)
    if question.kind is QuestionKind.TOP_RANKING:
        return tuple(
            AnswerField(f"top.{place}", question, place=place) for place in range(1, top_places(pillars) + 1)
        )
    if question.kind is QuestionKind.GUIDED_SORT:
        return tuple(AnswerField(f"sort.{step}", question, place=SORT_PLACES[step]) for step in sort_steps(pillars))
    if question.kind is QuestionKind.BEST_WORST:
        return tuple(
            AnswerField(f"md{task:02}.{end}", question, place=task)
            for task in range(1, n_tasks + 1) for end in ("best", "worst")
        )  # fmt: skip
    return (AnswerField(question.code, question),)


def form_marks(project_key: str, survey: Survey, pillars: Pillars, kind: str, language: str) -> tuple[str | int, ...]:
    """What column A of the very hidden sheet says, from row 1 on. The design of MaxDiff goes with every file: a later
    version of the survey shows other pillars together.
    """
    codes = {pillar.key: pillar.code for pillar in pillars}
    tasks = (" ".join(codes[key] for key in task) for task in survey.tasks)
    return (FORM_MARK, project_key, survey.version, kind, language, *tasks)


def sort_steps(pillars: Pillars) -> tuple[str, ...]:
    """The choices of a guided sort that the list has room for: from the front, then from the end."""
    from cxsurvey.statistics import guided_steps  # waits: reading files has no use for statistics, and starts sooner

    steps = guided_steps(len(pillars))
    return (*("first", "next1", "next2")[: sum(steps.front)], *("last", "before1", "before2")[: sum(steps.back)])


def top_places(pillars: Pillars) -> int:
    """How many places a top ranking asks for."""
    return min(TOP_PLACES, len(pillars))
