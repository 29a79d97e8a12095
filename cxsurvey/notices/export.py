"""Writing files, and the command line."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ExportNotice(StrEnum):
    CANNOT_WRITE = "cannot_write"


WORDS: dict[ExportNotice, str] = {
    ExportNotice.CANNOT_WRITE: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: {reason}. Close it elsewhere, or choose another name."
    ),
}
