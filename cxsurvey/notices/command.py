"""The command line: what was done, and what it cannot do."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class CommandNotice(StrEnum):
    STUDY_EXISTS = "command_study_exists"
    LIST_UNKNOWN = "command_list_unknown"
    MAP_UNREADABLE = "command_map_unreadable"
    DIRECTION_OPTIONS = "command_direction_options"
    OTHER_STUDY_OPTION = "command_other_study_option"
    DESIGN_OPTION = "command_design_option"
    NUMBERS_OPTION = "command_numbers_option"
    ALREADY_IMPORTED = "command_already_imported"
    NOTHING_USABLE = "command_nothing_usable"
    WEIGHTS_UNREADABLE = "command_weights_unreadable"
    NO_ANSWERS = "command_no_answers"
    NO_QT = "command_no_qt"
    BUG = "command_bug"


WORDS: dict[CommandNotice, str] = {
    CommandNotice.STUDY_EXISTS: QT_TRANSLATE_NOOP(
        "Notices", "{file} is there already. Choose another name, or write over it with --force."
    ),
    CommandNotice.LIST_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices", "There is no pillar list “{name}”. Shipped lists: {known}; a list of your own is a .json file."
    ),
    CommandNotice.MAP_UNREADABLE: QT_TRANSLATE_NOOP(
        "Notices", "The saved columns {file} cannot be read: {reason}. Nothing was changed."
    ),
    CommandNotice.DIRECTION_OPTIONS: QT_TRANSLATE_NOOP(
        "Notices", "Run it again with --as-is (1 is the most important) or --reversed (the highest number is)."
    ),
    CommandNotice.OTHER_STUDY_OPTION: QT_TRANSLATE_NOOP(
        "Notices", "Run it again with --other-study if its answers are wanted in this one."
    ),
    CommandNotice.DESIGN_OPTION: QT_TRANSLATE_NOOP("Notices", "Run it again with --design FILE."),
    CommandNotice.NUMBERS_OPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Run it again with --numbers position (places on the screen) or --numbers item (pillars of the list).",
    ),
    CommandNotice.ALREADY_IMPORTED: QT_TRANSLATE_NOOP(
        "Notices",
        "The answers of {file} are in the study already, imported on {date} from {known}. Nothing was changed. "
        "Use --replace to read them anew.",
    ),
    CommandNotice.NOTHING_USABLE: QT_TRANSLATE_NOOP(
        "Notices", "{file} holds no usable answer: {read} rows read, {empty} of them empty. Nothing was changed. "
        "Choose the sheet or the export that holds the answers."
    ),
    CommandNotice.WEIGHTS_UNREADABLE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} cannot be used as weights: {reason}. docs/command-line.md shows what it should hold.",
    ),
    CommandNotice.NO_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "The study has no usable answers yet. Bring some in: cxsurvey import STUDY.cxs FILE"
    ),
    CommandNotice.NO_QT: QT_TRANSLATE_NOOP(
        "Notices",
        "Charts and report need Qt, which did not load ({reason}). Install what is missing (python run.py "
        "--install-system does), or leave them out: --what workbook,data",
    ),
    CommandNotice.BUG: QT_TRANSLATE_NOOP(
        "Notices",
        "Something went wrong inside cxsurvey ({kind}). The study file is as it was. Run it again with "
        "CXSURVEY_DEBUG=1 set and report what it prints.",
    ),
}
