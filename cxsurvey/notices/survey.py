"""Pillars, colleagues and the questionnaire."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class SurveyNotice(StrEnum):
    PILLAR_COUNT = "pillar_count"
    PILLAR_REPEATED = "pillar_repeated"
    PILLAR_LIST_SHAPE = "pillar_list_shape"
    PILLAR_HAS_ANSWERS = "pillar_has_answers"
    VIEW_LOCKED = "view_locked"


WORDS: dict[SurveyNotice, str] = {
    SurveyNotice.PILLAR_COUNT: QT_TRANSLATE_NOOP(
        "Notices", "A study needs {low} to {high} pillars; this list has {n}. Add or remove some."
    ),
    SurveyNotice.PILLAR_REPEATED: QT_TRANSLATE_NOOP(
        "Notices", "Two pillars share the {field} \u201c{name}\u201d, or it is empty. Give each pillar its own."
    ),
    SurveyNotice.PILLAR_LIST_SHAPE: QT_TRANSLATE_NOOP(
        "Notices", "Entry {position} of the pillar list is not a name or a group of texts. See docs/command-line.md."
    ),
    SurveyNotice.PILLAR_HAS_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "Customers have already ranked {name}. Remove the imported answers first, or keep the pillar."
    ),
    SurveyNotice.VIEW_LOCKED: QT_TRANSLATE_NOOP(
        "Notices", "The internal view was locked on {date}. Unlock it first; the report will say so."
    ),
}
