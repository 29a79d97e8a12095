"""Where customers and the company differ, and generations among themselves."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ComparisonNotice(StrEnum):
    BLIND_SPOT = "blind_spot"


WORDS: dict[ComparisonNotice, str] = {
    ComparisonNotice.BLIND_SPOT: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: customers put it in place {place}, we put it in place {internal}."
    ),
}
