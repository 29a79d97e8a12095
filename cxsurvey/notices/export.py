"""Writing files, and the command line."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ExportNotice(StrEnum):
    CANNOT_WRITE = "cannot_write"
    NO_ROOM = "export_no_room"
    NO_FOLDER = "export_no_folder"


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
}
