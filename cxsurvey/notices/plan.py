"""Choosing pillars and planning."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class PlanNotice(StrEnum):
    CHOOSE_COUNT = "plan_choose_count"
    OPEN_ENDS = "plan_open_ends"
    GIVE_REASON = "plan_give_reason"


WORDS: dict[PlanNotice, str] = {
    PlanNotice.CHOOSE_COUNT: QT_TRANSLATE_NOOP(
        "Notices", "Choose 2 to 4 pillars to act on; {n} are chosen."
    ),
    PlanNotice.OPEN_ENDS: QT_TRANSLATE_NOOP(
        "Notices", "Still without an owner, a first step or a date: {n} of the chosen pillars."
    ),
    PlanNotice.GIVE_REASON: QT_TRANSLATE_NOOP(
        "Notices", "Your choice differs from the suggestion. Say why, so that it can be followed later."
    ),
}
