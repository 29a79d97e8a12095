"""Reading spreadsheets: what was understood, corrected or left out."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ReadingNotice(StrEnum):
    FILE_NOT_FOUND = "file_not_found"


WORDS: dict[ReadingNotice, str] = {
    ReadingNotice.FILE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Notices", "{file} was not found. Check that it has not been moved or renamed."
    ),
}
