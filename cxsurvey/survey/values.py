"""What a questionnaire is made of: questions, languages, stable codes, a version."""

from dataclasses import dataclass
from enum import StrEnum

Labels = tuple[tuple[str, str], ...]  # (language, text), the main language first


class QuestionKind(StrEnum):
    """What a question asks for; decides how it is shown, exported and read back."""

    FULL_RANKING = "full_ranking"        # rank all pillars, 1 = most important
    TOP_RANKING = "top_ranking"          # rank the top 3
    IMPORTANCE_RATING = "importance"     # 1-5 per pillar
    GUIDED_SORT = "guided_sort"          # most important, two next; least, two next to it; the rest in the middle
    BEST_WORST = "best_worst"            # MaxDiff: most and least important of a few pillars at a time
    POINTS = "points"                    # 100 points shared out among the pillars
    PERFORMANCE = "performance"          # 1-5 per pillar, with "don't know"
    BIRTH_YEAR = "birth_year"
    AGE_BAND = "age_band"
    GENERATION = "generation"
    SEGMENT = "segment"                  # one choice of the owner's own options
    SATISFACTION = "satisfaction"        # overall, 1-5
    IMAGE = "image"                      # impression of the brand, 1-5; loyal = both above the middle
    ATTENTION = "attention"              # "please choose 4 here": tells who did not read
    COMMENT = "comment"


PRIORITY_KINDS = (
    QuestionKind.GUIDED_SORT, QuestionKind.TOP_RANKING, QuestionKind.FULL_RANKING, QuestionKind.BEST_WORST,
    QuestionKind.POINTS, QuestionKind.IMPORTANCE_RATING,
)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice question, its label by language."""

    code: str
    labels: Labels

    def label(self, language: str) -> str:
        """The label in that language, or in the first."""
        return dict(self.labels).get(language) or self.labels[0][1]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``code`` is stable: prio, perf, born, age, gen, seg1 ..., sat, img, att, comm."""

    code: str
    kind: QuestionKind
    texts: Labels
    options: tuple[Option, ...] = ()    # SEGMENT only; bands and pillars supply their own
    required: bool = False

    def text(self, language: str) -> str:
        """The question in that language, or in the first."""
        return dict(self.texts).get(language) or self.texts[0][1]


@dataclass(frozen=True, slots=True)
class Survey:
    """The questionnaire. ``version`` rises whenever questions or pillars change after files went out."""

    languages: tuple[str, ...]
    titles: Labels
    introductions: Labels  # "{minutes}" stands for the length, filled when shown
    questions: tuple[Question, ...]
    version: int = 1
    made: int = 0  # the version that files were last made of; 0 = none yet
    tasks: tuple[tuple[str, ...], ...] = ()  # MaxDiff: keys of the pillars that each task shows, in the order shown

    def question(self, code: str) -> Question | None:
        """The question of that code, if asked."""
        return next((question for question in self.questions if question.code == code), None)

    def of_kind(self, kind: QuestionKind) -> Question | None:
        """The first question of that kind, if asked."""
        return next((question for question in self.questions if question.kind is kind), None)

    @property
    def priority(self) -> Question | None:
        """The question that asks for priorities."""
        return next((question for question in self.questions if question.kind in PRIORITY_KINDS), None)

    def title(self, language: str) -> str:
        """The title in that language, or in the first."""
        return dict(self.titles).get(language) or self.titles[0][1]
