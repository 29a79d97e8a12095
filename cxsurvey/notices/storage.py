"""Opening and saving project files."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class StorageNotice(StrEnum):
    NEWER_VERSION = "newer_version"
    PROJECT_MISSING = "project_missing"
    PROJECT_EMPTY = "project_empty"
    PROJECT_IS_SPREADSHEET = "project_is_spreadsheet"
    NOT_A_PROJECT = "not_a_project"
    PROJECT_CUT_OFF = "project_cut_off"
    PROJECT_TOO_LARGE = "project_too_large"
    PROJECT_BEING_WRITTEN = "project_being_written"
    PROJECT_UNREADABLE = "project_unreadable"
    PROJECT_DAMAGED = "project_damaged"
    IMPORT_DAMAGED = "import_damaged"
    RECOVERY_TAKEN = "recovery_taken"
    TARGET_CHANGED = "target_changed"
    SAVE_DISK_FULL = "save_disk_full"
    SAVE_NOT_ALLOWED = "save_not_allowed"
    SAVE_FAILED = "save_failed"
    STORE_DISK_FULL = "store_disk_full"
    STORE_NOT_ALLOWED = "store_not_allowed"
    STORE_FAILED = "store_failed"
    FORMER_REASON = "former_reason"


WORDS: dict[StorageNotice, str] = {
    StorageNotice.NEWER_VERSION: QT_TRANSLATE_NOOP(
        "Notices", "{file} was made by a newer cxsurvey. Nothing was changed. Update cxsurvey to open it."
    ),
    StorageNotice.PROJECT_MISSING: QT_TRANSLATE_NOOP(
        "Notices", "{file} is not there. It may have been moved or renamed: look for it with Open."
    ),
    StorageNotice.PROJECT_EMPTY: QT_TRANSLATE_NOOP(
        "Notices", "{file} is empty (0 bytes). A copy or download may not have finished: get the file again."
    ),
    StorageNotice.PROJECT_IS_SPREADSHEET: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is a spreadsheet or an archive, not a study. Open or start a study, then import the file as answers.",
    ),
    StorageNotice.NOT_A_PROJECT: QT_TRANSLATE_NOOP(
        "Notices", "{file} is not a cxsurvey study. Choose a file that cxsurvey saved; its name ends in .cxs."
    ),
    StorageNotice.PROJECT_CUT_OFF: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is cut off: its end is missing. A copy or download may not have finished: get the file again.",
    ),
    StorageNotice.PROJECT_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Notices", "{file} is larger than any study (over {limit} GB) and was not opened. Choose another file."
    ),
    StorageNotice.PROJECT_BEING_WRITTEN: QT_TRANSLATE_NOOP(
        "Notices", "{file} is being written by another program. Wait until it has finished, then open it again."
    ),
    StorageNotice.PROJECT_UNREADABLE: QT_TRANSLATE_NOOP(
        "Notices", "{file} cannot be read ({reason}). Check that you may open it and that its drive is connected."
    ),
    StorageNotice.PROJECT_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is damaged, so it was not opened: its contents could be wrong. Use an earlier copy of it.",
    ),
    StorageNotice.IMPORT_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is damaged: the answers imported from {name} were changed from outside. "
        "It was not opened. Use an earlier copy of it.",
    ),
    StorageNotice.RECOVERY_TAKEN: QT_TRANSLATE_NOOP(
        "Notices", "This work is open in another window of cxsurvey. Go on there."
    ),
    StorageNotice.TARGET_CHANGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was changed by another program since you opened it, so it was not overwritten. "
        "Your work is safe: save it under another name.",
    ),
    StorageNotice.SAVE_DISK_FULL: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was not saved: the disk is full. Your work is safe and the file is as it was. "
        "Free some space and save again, or save to another disk.",
    ),
    StorageNotice.SAVE_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was not saved: nothing may be written there. Your work is safe. Save it in another folder.",
    ),
    StorageNotice.SAVE_FAILED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was not saved ({reason}). Your work is safe and the file is as it was. "
        "Save again, or under another name.",
    ),
    StorageNotice.STORE_DISK_FULL: QT_TRANSLATE_NOOP(
        "Notices",
        "The last change is not on disk yet: the disk of your user folder is full. It is kept in this window. "
        "Free some space; the next change or Save writes it.",
    ),
    StorageNotice.STORE_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Notices",
        "The last change is not on disk yet: cxsurvey may not write to its folder {folder}. "
        "It is kept in this window. Save the study under a name of your own.",
    ),
    StorageNotice.STORE_FAILED: QT_TRANSLATE_NOOP(
        "Notices",
        "The last change is not on disk yet ({reason}). It is kept in this window; "
        "the next change or Save tries again.",
    ),
    StorageNotice.FORMER_REASON: QT_TRANSLATE_NOOP(
        "Notices", "Told by an earlier cxsurvey ({code}). Import the file again to see the reason in words."
    ),
}
