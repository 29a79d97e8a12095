"""Choosing pillars and planning."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class PlanNotice(StrEnum):
    CHOOSE_COUNT = "choose_count"


WORDS: dict[PlanNotice, str] = {
    PlanNotice.CHOOSE_COUNT: QT_TRANSLATE_NOOP(
        "Notices", "Choose 2 to 4 pillars to act on; {n} are chosen."
    ),
}
