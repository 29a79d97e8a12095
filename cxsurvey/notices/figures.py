"""Charts: titles, captions, axis words, the caveats every chart carries."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class FigureNotice(StrEnum):
    PLAIN = "plain"


WORDS: dict[FigureNotice, str] = {
    FigureNotice.PLAIN: QT_TRANSLATE_NOOP("Notices", "{text}"),
}
