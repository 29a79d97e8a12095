"""Answers as they come in: careless ones, and the report of what became of every row."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ArrivalNotice(StrEnum):
    CAREFUL = "arrival_careful"
    SUSPICIOUS = "arrival_suspicious"
    SAME_ID = "arrival_same_id"
    SAME_ANSWERS = "arrival_same_answers"
    STRAIGHT_LINED = "arrival_straight_lined"
    TOO_FAST = "arrival_too_fast"
    ATTENTION = "arrival_attention"
    RANDOM_PICKS = "arrival_random_picks"
    NO_IDS = "arrival_no_ids"
    NO_CLOCK = "arrival_no_clock"
    NO_RATINGS = "arrival_no_ratings"
    NO_TIMES = "arrival_no_times"
    NOTHING_CHECKED = "arrival_nothing_checked"


class ImportReportNotice(StrEnum):
    SUMMARY = "import_report_summary"
    ROWS = "import_report_rows"
    TITLE = "import_report_title"
    PRIVATE = "import_report_private"
    FILE = "import_report_file"
    SHEET = "import_report_sheet"
    TAKEN_IN = "import_report_taken_in"
    READ = "import_report_read"
    COMPLETE = "import_report_complete"
    PARTIAL = "import_report_partial"
    EMPTY = "import_report_empty"
    LEFT_OUT = "import_report_left_out"
    CORRECTED = "import_report_corrected"
    ROW = "import_report_row"
    COLUMN = "import_report_column"
    VALUE = "import_report_value"
    BECAME = "import_report_became"
    WHY = "import_report_why"
    WAS_LEFT_OUT = "import_report_was_left_out"
    READ_WITH_CARE = "import_report_read_with_care"


WORDS: dict[ArrivalNotice | ImportReportNotice, str] = {
    ArrivalNotice.CAREFUL: QT_TRANSLATE_NOOP("Notices", "No careless answers were found."),
    ArrivalNotice.SUSPICIOUS: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} of {total} answers look careless. They are taken in; who counts is chosen under "
        "\u201cCan we trust it?\u201d.",
    ),
    ArrivalNotice.SAME_ID: QT_TRANSLATE_NOOP("Notices", "The same person as another row: {n}."),
    ArrivalNotice.SAME_ANSWERS: QT_TRANSLATE_NOOP("Notices", "The same answers as another row within a minute: {n}."),
    ArrivalNotice.STRAIGHT_LINED: QT_TRANSLATE_NOOP("Notices", "The same rating or points all the way: {n}."),
    ArrivalNotice.TOO_FAST: QT_TRANSLATE_NOOP("Notices", "Answered too fast: {n}."),
    ArrivalNotice.ATTENTION: QT_TRANSLATE_NOOP("Notices", "Missed an attention check: {n}."),
    ArrivalNotice.RANDOM_PICKS: QT_TRANSLATE_NOOP("Notices", "MaxDiff choices that look random: {n}."),
    ArrivalNotice.NO_TIMES: QT_TRANSLATE_NOOP(
        "Notices", "Speed could not be checked: the file does not say how long answers took."
    ),
    ArrivalNotice.NO_IDS: QT_TRANSLATE_NOOP(
        "Notices", "Answering twice could not be checked: the file has no respondents\u2019 numbers."
    ),
    ArrivalNotice.NO_CLOCK: QT_TRANSLATE_NOOP(
        "Notices", "Equal answers within a minute could not be checked: the file does not say when each was sent."
    ),
    ArrivalNotice.NO_RATINGS: QT_TRANSLATE_NOOP(
        "Notices", "Equal ratings all the way could not be checked: the file has too few ratings."
    ),
    ArrivalNotice.NOTHING_CHECKED: QT_TRANSLATE_NOOP("Notices", "No check for careless answers is possible."),
    ImportReportNotice.SUMMARY: QT_TRANSLATE_NOOP("Notices", "Files"),
    ImportReportNotice.ROWS: QT_TRANSLATE_NOOP("Notices", "Rows"),
    ImportReportNotice.TITLE: QT_TRANSLATE_NOOP("Notices", "What became of every row"),
    ImportReportNotice.PRIVATE: QT_TRANSLATE_NOOP(
        "Notices", "Values are as in the files. Do not pass this on where the answers themselves may not be passed on."
    ),
    ImportReportNotice.FILE: QT_TRANSLATE_NOOP("Notices", "File"),
    ImportReportNotice.SHEET: QT_TRANSLATE_NOOP("Notices", "Sheet"),
    ImportReportNotice.TAKEN_IN: QT_TRANSLATE_NOOP("Notices", "Taken in"),
    ImportReportNotice.READ: QT_TRANSLATE_NOOP("Notices", "Rows read"),
    ImportReportNotice.COMPLETE: QT_TRANSLATE_NOOP("Notices", "Complete"),
    ImportReportNotice.PARTIAL: QT_TRANSLATE_NOOP("Notices", "Partial"),
    ImportReportNotice.EMPTY: QT_TRANSLATE_NOOP("Notices", "Without any answer"),
    ImportReportNotice.LEFT_OUT: QT_TRANSLATE_NOOP("Notices", "Left out"),
    ImportReportNotice.CORRECTED: QT_TRANSLATE_NOOP("Notices", "Read with care"),
    ImportReportNotice.ROW: QT_TRANSLATE_NOOP("Notices", "Row"),
    ImportReportNotice.COLUMN: QT_TRANSLATE_NOOP("Notices", "Column"),
    ImportReportNotice.VALUE: QT_TRANSLATE_NOOP("Notices", "Value"),
    ImportReportNotice.BECAME: QT_TRANSLATE_NOOP("Notices", "Became"),
    ImportReportNotice.WHY: QT_TRANSLATE_NOOP("Notices", "Why"),
    ImportReportNotice.WAS_LEFT_OUT: QT_TRANSLATE_NOOP("Notices", "left out"),
    ImportReportNotice.READ_WITH_CARE: QT_TRANSLATE_NOOP("Notices", "read with care"),
}
