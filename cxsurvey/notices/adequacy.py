"""Is the sample enough: the sentences."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class AdequacyNotice(StrEnum):
    USABLE_ANSWERS = "usable_answers"


WORDS: dict[AdequacyNotice, str] = {
    AdequacyNotice.USABLE_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "You have {n} usable answers."
    ),
}
