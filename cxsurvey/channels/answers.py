"""The rules of one answer cell of the Excel form: which drop-down or limits, which messages, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cxsurvey.channels.workbook import HiddenSheet, validation
from cxsurvey.pillars import Pillars
from cxsurvey.survey.codes import FIRST_ANSWER_ROW
from cxsurvey.survey.preview import SCALE, TOTAL_POINTS, QuestionPreview, TaskPreview
from cxsurvey.survey.values import QuestionKind
from cxsurvey.survey.words import fill, words

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

EARLIEST_BIRTH_YEAR = 1900


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of a form in one language: of the survey, and of the workbook around it."""

    language: str
    survey: Mapping[str, str]
    form: Mapping[str, str]

    def told(self, key: str, **values: object) -> str:
        """A text of the workbook with its places filled."""
        return fill(self.form[key], **values)


def form_words(language: str) -> FormWords:
    """The shipped words; English where a language has none."""
    return FormWords(language, words(language), words(language, "excel_form"))


def rating_choices(question: QuestionPreview) -> tuple[str | int, ...]:
    """1 to 5, and "don't know" where it is offered."""
    return (*SCALE, question.dont_know) if question.dont_know else SCALE


def drop_down(
    question: QuestionPreview, hidden: HiddenSheet, told: FormWords, today: date | None = None
) -> DataValidation | None:
    """The rule of each answer cell of that question; ``None`` for a comment, which is free.

    The tasks of a MaxDiff question have rules of their own (``task_rule``).
    """
    match question.kind:
        case QuestionKind.FULL_RANKING:
            count = question.places
            return validation(
                "list", hidden.list_formula(tuple(range(1, count + 1))),
                (told.told("error_rank_title"), told.told("error_rank_message", count=count)),
                (told.told("prompt_rank_title"), told.told("prompt_rank_message", count=count)),
            )
        case QuestionKind.TOP_RANKING | QuestionKind.GUIDED_SORT:
            return validation(
                "list", hidden.list_formula(tuple(item.label for item in question.items)),
                (told.told("error_place_title"), told.told("error_place_message")),
            )
        case QuestionKind.POINTS:
            return validation(
                "decimal", "0",
                (
                    told.told("error_points_title", total=TOTAL_POINTS),
                    told.told("error_points_message", total=TOTAL_POINTS),
                ),
                (told.told("prompt_points_title"), told.told("prompt_points_message", total=TOTAL_POINTS)),
                upper=str(TOTAL_POINTS),
            )
        case QuestionKind.ATTENTION:
            return validation(
                "list", hidden.list_formula(SCALE),
                (told.told("error_choice_title"), told.told("error_choice_message")),
            )
        case _ if question.scale:
            message = "error_rating_dont_know_message" if question.dont_know else "error_rating_message"
            return validation(
                "list", hidden.list_formula(rating_choices(question)),
                (told.told("error_rating_title"), told.told(message, dont_know=question.dont_know)),
                (told.told("prompt_rating_title"), told.told("prompt_rating_message")),
            )
        case QuestionKind.BIRTH_YEAR:
            low, high = EARLIEST_BIRTH_YEAR, (today or date.today()).year
            return validation(
                "whole", str(low), (
                    told.told("error_birth_year_title"), told.told("error_birth_year_message", low=low, high=high)
                ),
                (told.told("prompt_birth_year_title"), told.told("prompt_birth_year_message")), upper=str(high),
            )
        case QuestionKind.COMMENT | QuestionKind.BEST_WORST:
            return None
        case _ if question.items:
            return validation(
                "list", hidden.list_formula(tuple(item.label for item in question.items)),
                (told.told("error_choice_title"), told.told("error_choice_message")),
            )
    return None


def task_rule(task: TaskPreview, hidden: HiddenSheet, told: FormWords) -> DataValidation:
    """The rule of both answers of a MaxDiff task: one of the pillars that it shows."""
    return validation(
        "list", hidden.list_formula(tuple(item.label for item in task.items)),
        (told.told("error_task_title"), told.told("error_task_message")),
    )


def rank_rule(first: str, last: str, count: int, told: FormWords) -> DataValidation:
    """For the sheet of all answers: whole ranks, each once in its row. A warning only: people do repeat ranks, and
    what they wrote is what must be typed in.

    ``first`` and ``last`` are the letters of the columns of the ranks; rules count from row 3.
    """
    row = FIRST_ANSWER_ROW
    cell = f"{first}{row}"
    return validation(
        "custom",
        f"AND(ISNUMBER({cell}),{cell}=INT({cell}),{cell}>=1,{cell}<={count},"
        f"COUNTIF(${first}{row}:${last}{row},{cell})=1)",
        (told.told("error_rank_title"), told.told("error_rank_message", count=count)),
        (told.told("prompt_rank_title"), told.told("prompt_rank_message", count=count)),
        warn=True,
    )


def field_heading(code: str, question: QuestionPreview, pillars: Pillars, told: FormWords) -> str:
    """What stands above a column of answers, by the answer's code."""
    prefix, _, part = code.partition(".")
    sentences = {pillar.code: pillar.text(told.language).customer_sentence for pillar in pillars}
    match prefix:
        case "prio" if part:
            return told.told("column_rank", pillar=sentences[part])
        case "imp":
            return told.told("column_importance", pillar=sentences[part])
        case "pts":
            return told.told("column_points", pillar=sentences[part])
        case "perf":
            return told.told("column_performance", pillar=sentences[part])
        case "sort":
            step = next(step.label for step in question.steps if step.code == part)
            return f"{step} {part[-1]}" if part[-1].isdigit() else step
        case _ if question.kind is QuestionKind.BEST_WORST:
            return told.told(f"column_{part}", task=question.tasks[int(prefix.removeprefix("md")) - 1].heading)
        case "top":
            return told.told("column_place", place=part)
    keys = {
        QuestionKind.BIRTH_YEAR: "column_birth_year", QuestionKind.AGE_BAND: "column_age_band",
        QuestionKind.GENERATION: "column_generation", QuestionKind.SATISFACTION: "column_satisfaction",
        QuestionKind.IMAGE: "column_image", QuestionKind.ATTENTION: "column_attention",
        QuestionKind.COMMENT: "column_comment",
    }
    return told.told(keys[question.kind]) if question.kind in keys else question.text
