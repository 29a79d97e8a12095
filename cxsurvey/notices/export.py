"""Writing files, and the command line."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ExportNotice(StrEnum):
    CANNOT_WRITE = "cannot_write"
    NO_ROOM = "export_no_room"
    NO_FOLDER = "export_no_folder"
    NOT_A_FOLDER = "export_not_a_folder"
    NAME_OF_FILE = "export_name_of_file"
    IS_FOLDER = "export_is_folder"
    NOT_ALLOWED = "export_not_allowed"
    NAME_TOO_LONG = "export_name_too_long"
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
    ExportNotice.NOT_A_FOLDER: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: what should be its folder is a file. Choose another place."
    ),
    ExportNotice.NAME_OF_FILE: QT_TRANSLATE_NOOP(
        "Notices", "The folder {file} could not be made: a file has that name already. Choose another name."
    ),
    ExportNotice.IS_FOLDER: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: a folder has that name already. Choose another name."
    ),
    ExportNotice.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} could not be written: you may not write there, or another program holds it open. Close it elsewhere, "
        "or choose another place.",
    ),
    ExportNotice.NAME_TOO_LONG: QT_TRANSLATE_NOOP(
        "Notices", "{file} could not be written: its name is too long. Choose a shorter one."
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
