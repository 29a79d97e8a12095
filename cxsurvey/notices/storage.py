"""Opening and saving project files."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class StorageNotice(StrEnum):
    NEWER_VERSION = "newer_version"


WORDS: dict[StorageNotice, str] = {
    StorageNotice.NEWER_VERSION: QT_TRANSLATE_NOOP(
        "Notices", "{file} was made by a newer cxsurvey. Nothing was changed. Update cxsurvey to open it."
    ),
}
