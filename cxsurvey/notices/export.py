"""Writing files, and the command line."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ExportNotice(StrEnum):
    CANNOT_WRITE = "cannot_write"
    NO_ROOM = "export_no_room"
    NO_FOLDER = "export_no_folder"
    TOO_FEW_ROWS = "export_too_few_rows"
    CODEBOOK = "export_codebook"
    CODEBOOK_PRIVACY = "export_codebook_privacy"


WORDS: dict[ExportNotice, str] = {
    ExportNotice.CANNOT_WRITE: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: {reason}. Close it elsewhere, or choose another name."
    ),
    ExportNotice.NO_ROOM: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: the disk is full. Free some space, or choose another place."
    ),
    ExportNotice.NO_FOLDER: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: its folder is not there. Make the folder, or choose another place."
    ),
    ExportNotice.TOO_FEW_ROWS: QT_TRANSLATE_NOOP(
        "Notices",
        "The answers of {n} people were not written: below {threshold}, single people could be recognised. "
        "Export the other files, or collect more answers.",
    ),
    ExportNotice.CODEBOOK: QT_TRANSLATE_NOOP("Notices", "Codebook"),
    ExportNotice.CODEBOOK_PRIVACY: QT_TRANSLATE_NOOP(
        "Notices", "Names, ids, dates and birth years are left out, and groups too small to show are blank."
    ),
}
