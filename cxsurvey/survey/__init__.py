"""The questionnaire: its values, how it is built and edited, what its wording lacks, how it looks, its stable codes."""

from cxsurvey.survey.build import (
    add_loyalty,
    add_question,
    edit_introduction,
    edit_options,
    edit_text,
    edit_title,
    mark_made,
    move_question,
    new_options,
    next_version,
    recommended_kind,
    remove_question,
    standard_survey,
    with_languages,
    with_priority_kind,
    with_required,
)
from cxsurvey.survey.choices import Choice, choices
from cxsurvey.survey.codes import AnswerField, answer_fields, top_places
from cxsurvey.survey.formats import PriorityFormat, priority_formats
from cxsurvey.survey.preview import QuestionPreview, SurveyPreview, TaskPreview, minutes, preview
from cxsurvey.survey.tasks import best_worst_tasks, with_tasks
from cxsurvey.survey.values import PRIORITY_KINDS, Option, Question, QuestionKind, Survey
from cxsurvey.survey.wording import check_wording
from cxsurvey.survey.words import survey_languages, words

__all__ = [
    "PRIORITY_KINDS", "AnswerField", "Choice", "Option", "PriorityFormat", "Question", "QuestionKind",
    "QuestionPreview", "Survey", "SurveyPreview", "TaskPreview", "add_loyalty", "add_question", "answer_fields",
    "best_worst_tasks", "check_wording", "choices", "edit_introduction", "edit_options", "edit_text",
    "edit_title", "mark_made", "minutes", "move_question", "new_options", "next_version", "preview",
    "priority_formats", "recommended_kind", "remove_question", "standard_survey", "survey_languages",
    "top_places", "with_languages", "with_priority_kind", "with_required", "with_tasks", "words",
]  # fmt: skip
