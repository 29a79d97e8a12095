"""Reading spreadsheets: what was understood, corrected or left out."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ReadingNotice(StrEnum):
    # The file itself
    FILE_NOT_FOUND = "file_not_found"
    FILE_UNREADABLE = "file_unreadable"
    FILE_CHANGING = "file_changing"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    IS_FOLDER = "is_folder"
    NOT_A_FILE = "not_a_file"
    OWNER_FILE = "owner_file"
    FOREIGN_FILE = "foreign_file"
    OLD_EXCEL = "old_excel"
    PASSWORD_PROTECTED = "password_protected"
    NOT_TEXT = "not_text"
    FILE_INCOMPLETE = "file_incomplete"
    ZIP_WITHOUT_TABLE = "zip_without_table"
    ZIP_OF_SEVERAL = "zip_of_several"
    TOO_MANY_PARTS = "too_many_parts"
    PART_TOO_LARGE = "part_too_large"
    PACKED_TOO_TIGHTLY = "packed_too_tightly"
    PACKING_UNKNOWN = "packing_unknown"
    PARTS_OVERLAP = "parts_overlap"
    PART_DAMAGED = "part_damaged"
    PART_MISSING = "part_missing"
    XML_DOCTYPE = "xml_doctype"
    XML_TOO_DEEP = "xml_too_deep"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_MANY_ROWS = "too_many_rows"

    # Sheets
    NO_SHEETS = "no_sheets"
    SHEET_EMPTY = "sheet_empty"
    SHEETS_ALL_EMPTY = "sheets_all_empty"
    SHEET_NOT_FOUND = "sheet_not_found"
    SHEET_NAME_DOUBLED = "sheet_name_doubled"
    SHEET_HIDDEN = "sheet_hidden"
    SHEETS_NOT_READ = "sheets_not_read"
    ONLY_HEADER = "only_header"

    # Text files
    ENCODING_GUESSED = "encoding_guessed"
    ENCODING_MIXED = "encoding_mixed"
    ENCODING_UNKNOWN = "encoding_unknown"
    BYTES_REPLACED = "bytes_replaced"
    NULS_REMOVED = "nuls_removed"
    LINE_TOO_LONG = "line_too_long"
    FIELD_TOO_LONG = "field_too_long"
    QUOTE_OPEN = "quote_open"
    ONE_COLUMN = "one_column"
    ROWS_UNEVEN = "rows_uneven"

    # Cells that could not be taken
    FORMULAS_USED = "formulas_used"
    CELLS_MERGED = "cells_merged"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    CELL_DAMAGED = "cell_damaged"
    CELL_DOUBLED = "cell_doubled"
    CELL_REFERENCE_WRONG = "cell_reference_wrong"
    ROW_NUMBER_WRONG = "row_number_wrong"
    ROW_DOUBLED = "row_doubled"
    NOT_A_NUMBER = "not_a_number"
    NO_SUCH_DAY = "no_such_day"
    TEXT_TOO_LONG = "text_too_long"
    CELLS_WITHOUT_HEADING = "cells_without_heading"
    CELL_IS_ERROR = "cell_is_error"

    # Understanding the columns
    NO_PRIORITIES = "no_priorities"
    FINISHED_SCORES = "finished_scores"
    FEW_PILLARS = "few_pillars"
    PILLAR_LIKENED = "pillar_likened"
    LABEL_LIKENED = "label_likened"
    PERSONAL_LEFT_OUT = "personal_left_out"
    PERSONAL_KEPT = "personal_kept"
    PERSONAL_UNKNOWN = "personal_unknown"
    VALUES_READ_AS_SAID = "values_read_as_said"
    DIRECTION_UNKNOWN = "direction_unknown"
    DIRECTION_UNKNOWN_SHORT = "direction_unknown_short"
    HIGHEST_IS_BEST = "highest_is_best"
    MAPPING_DOES_NOT_FIT = "mapping_does_not_fit"
    MAPPING_SHAPE = "mapping_shape"
    MAPPING_COLUMN_MISSING = "mapping_column_missing"
    OTHER_THINGS_RANKED = "other_things_ranked"
    TOO_MANY_CHOICES = "too_many_choices"

    # Rows and answers
    HEADER_AGAIN = "header_again"
    TEST_ANSWER = "test_answer"
    ANSWER_REJECTED = "answer_rejected"
    TOTAL_ROW = "total_row"
    LOOKS_LIKE_TEST = "looks_like_test"
    SAME_ID = "same_id"
    SAME_ANSWERS = "same_answers"
    ROWS_EMPTY = "rows_empty"
    ROWS_PARTIAL = "rows_partial"
    ROWS_BLANK = "rows_blank"
    LABEL_NOT_KNOWN = "label_not_known"
    IMPORTANCE_UNSAID = "importance_unsaid"
    PERFORMANCE_UNSAID = "performance_unsaid"
    LOWEST_IS_BEST = "lowest_is_best"
    FORM_OF_OTHER_STUDY = "form_of_other_study"
    FORM_OF_OTHER_STUDY_READ = "form_of_other_study_read"
    RANKS_FROM_ZERO = "ranks_from_zero"
    RANK_FROM_ZERO = "rank_from_zero"
    RANK_NOT_READ = "rank_not_read"
    RANK_IS_ERROR = "rank_is_error"
    RANK_OUT_OF_RANGE = "rank_out_of_range"
    RANK_REPEATED = "rank_repeated"
    RANK_TIED = "rank_tied"
    RANK_GAPS = "rank_gaps"
    RANKS_ALL_EQUAL = "ranks_all_equal"
    PILLAR_NOT_KNOWN = "pillar_not_known"
    PILLAR_NAMED_TWICE = "pillar_named_twice"
    RATING_NOT_READ = "rating_not_read"
    BIRTH_YEAR_NOT_READ = "birth_year_not_read"
    BIRTH_YEAR_AS_DATE = "birth_year_as_date"
    BUDDHIST_YEARS = "buddhist_years"
    AGE_NOT_READ = "age_not_read"

    # The reader's process
    READER_CRASHED = "reader_crashed"
    READER_OUT_OF_MEMORY = "reader_out_of_memory"
    READER_TOO_SLOW = "reader_too_slow"
    READER_SILENT = "reader_silent"
    NO_SPACE_FOR_COPY = "no_space_for_copy"


WORDS: dict[ReadingNotice, str] = {
    ReadingNotice.FILE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Notices", "{file} was not found. Check that it has not been moved or renamed."
    ),
    ReadingNotice.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} cannot be opened. Nothing was changed. Close it in other programs, check that you may "
        "read it, or choose a copy.",
    ),
    ReadingNotice.FILE_CHANGING: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was changed while it was read. Nothing was changed here. Wait until the export has "
        "finished, then try again.",
    ),
    ReadingNotice.FILE_EMPTY: QT_TRANSLATE_NOOP(
        "Notices", "{file} is empty. Nothing was changed. Export or download it again."
    ),
    ReadingNotice.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is larger than {limit} MB. Nothing was changed. Keep only the sheet with the answers and "
        "save it as a new file.",
    ),
    ReadingNotice.IS_FOLDER: QT_TRANSLATE_NOOP(
        "Notices", "{file} is a folder. Nothing was changed. Choose the spreadsheet inside it."
    ),
    ReadingNotice.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "Notices", "{file} is a device or a pipe, not a file. Nothing was changed. Choose a spreadsheet."
    ),
    ReadingNotice.OWNER_FILE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is a note that Excel leaves beside an open workbook. Nothing was changed. Choose the file"
        " without ~$ in its name.",
    ),
    ReadingNotice.FOREIGN_FILE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is {what}, not a spreadsheet. Nothing was changed. Export the answers as .xlsx or .csv "
        "and choose that file.",
    ),
    ReadingNotice.OLD_EXCEL: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is a workbook older than Excel 5, or without its container. Nothing was changed. Open it in a "
        "spreadsheet program and save it as .xlsx.",
    ),
    ReadingNotice.PASSWORD_PROTECTED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is protected with a password. Nothing was changed. Open it in Excel, remove the password,"
        " and save a copy.",
    ),
    ReadingNotice.NOT_TEXT: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is not a spreadsheet and not a text table. Nothing was changed. Export the answers as "
        ".xlsx or .csv.",
    ),
    ReadingNotice.FILE_INCOMPLETE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is incomplete or damaged: a copy or download may not have finished. Nothing was changed. "
        "Get the file again.",
    ),
    ReadingNotice.ZIP_WITHOUT_TABLE: QT_TRANSLATE_NOOP(
        "Notices", "{file} is a zip without a spreadsheet in it. Nothing was changed. Choose an .xlsx or .csv file."
    ),
    ReadingNotice.ZIP_OF_SEVERAL: QT_TRANSLATE_NOOP(
        "Notices", "{file} is a zip of {n} tables. Nothing was changed. Unpack it and choose one of them."
    ),
    ReadingNotice.TOO_MANY_PARTS: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} holds {n} parts; more than {limit} are not read. Nothing was changed. Save it again from "
        "a spreadsheet program.",
    ),
    ReadingNotice.PART_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is too large to read (limit {limit} MB). Nothing was changed. Keep only the sheet"
        " with the answers.",
    ),
    ReadingNotice.PACKED_TOO_TIGHTLY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is packed more than {limit} to 1, as files made to do harm are. Nothing was "
        "changed. Save it again from a spreadsheet program.",
    ),
    ReadingNotice.PACKING_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is packed in a way that is not supported. Nothing was changed. Save it again from"
        " a spreadsheet program.",
    ),
    ReadingNotice.PARTS_OVERLAP: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is in it twice or shares its place with another part. Nothing was changed. Save "
        "it again from a spreadsheet program.",
    ),
    ReadingNotice.PART_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is damaged. Nothing was changed. Get the file again, or save it again from a "
        "spreadsheet program.",
    ),
    ReadingNotice.PART_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is missing in the workbook. Nothing was changed. Save it again from a spreadsheet"
        " program.",
    ),
    ReadingNotice.XML_DOCTYPE: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} holds a document type, which workbooks never do. Nothing was changed. Save it "
        "again from a spreadsheet program.",
    ),
    ReadingNotice.XML_TOO_DEEP: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: {part} is nested or attributed beyond reason. Nothing was changed. Save it again from a "
        "spreadsheet program.",
    ),
    ReadingNotice.TOO_MANY_CELLS: QT_TRANSLATE_NOOP(
        "Notices", "{file} has more than {limit} million cells. Nothing was changed. Keep only the columns you need."
    ),
    ReadingNotice.TOO_MANY_ROWS: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, row {row}: more than {rows} rows or {columns} columns are not read. Nothing was changed."
        " Split the file.",
    ),
    ReadingNotice.NO_SHEETS: QT_TRANSLATE_NOOP(
        "Notices", "{file} has no sheets. Nothing was changed. Export the answers again."
    ),
    ReadingNotice.SHEET_EMPTY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: the sheet \u201c{sheet}\u201d is empty. Nothing was changed. Choose another sheet or "
        "file.",
    ),
    ReadingNotice.SHEETS_ALL_EMPTY: QT_TRANSLATE_NOOP(
        "Notices", "{file}: no sheet holds any answers ({sheets}). Nothing was changed. Export the answers again."
    ),
    ReadingNotice.SHEET_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Notices", "{file} has no sheet \u201c{sheet}\u201d. Nothing was changed. It has: {sheets}."
    ),
    ReadingNotice.SHEET_NAME_DOUBLED: QT_TRANSLATE_NOOP(
        "Notices", "\u201c{sheet}\u201d has the same name as another sheet. Check that it is the one you mean."
    ),
    ReadingNotice.SHEET_HIDDEN: QT_TRANSLATE_NOOP(
        "Notices", "The sheet \u201c{sheet}\u201d is hidden. Check whether its answers are wanted."
    ),
    ReadingNotice.SHEETS_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices", "{file} has {n} sheets; only the first {limit} were looked at. Name another with its sheet."
    ),
    ReadingNotice.ONLY_HEADER: QT_TRANSLATE_NOOP(
        "Notices", "The sheet \u201c{sheet}\u201d has a heading but no answers yet."
    ),
    ReadingNotice.ENCODING_GUESSED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is not UTF-8 (line {line}); it was read as {encoding}. If letters look wrong, choose "
        "another encoding.",
    ),
    ReadingNotice.ENCODING_MIXED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} mixes two encodings. Lines that were read as Windows-1252 ({n}) begin with line {line}. "
        "Check their letters.",
    ),
    ReadingNotice.ENCODING_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{encoding}\u201d is no text encoding known here. Nothing was changed. Choose one of: "
        "{known}.",
    ),
    ReadingNotice.BYTES_REPLACED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, line {line}: some letters do not fit {encoding} and were replaced by a mark. Choose "
        "another encoding if words look wrong.",
    ),
    ReadingNotice.NULS_REMOVED: QT_TRANSLATE_NOOP(
        "Notices", "{file}, line {line}: NUL characters were removed ({n}). Check the answers there."
    ),
    ReadingNotice.LINE_TOO_LONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, line {line} is longer than {limit} million characters. Nothing was changed. Export the "
        "answers again.",
    ),
    ReadingNotice.FIELD_TOO_LONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, line {line}: a text is longer than {limit} characters, or a quotation mark is never "
        "closed. Nothing was changed. Correct that line.",
    ),
    ReadingNotice.QUOTE_OPEN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: the quotation mark that opens in or after line {line} is never closed. Nothing was "
        "changed. Correct that line.",
    ),
    ReadingNotice.ONE_COLUMN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} has only one column. If it should have more, save it with commas or semicolons between "
        "the cells.",
    ),
    ReadingNotice.ROWS_UNEVEN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: rows that are longer or shorter than the first ({n}): {rows}. Row {row} has {cells} cells for "
        "{width}. No cell was moved to another column; check these rows.",
    ),
    ReadingNotice.FORMULAS_USED: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: cells that are formulas: {n}. Their stored values were used; nothing was calculated."
    ),
    ReadingNotice.CELLS_MERGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: cells among the answers are merged ({n}): {cells}. Only the upper left value of each counts; "
        "split them in the file if more answers were meant.",
    ),
    ReadingNotice.FORMULA_WITHOUT_VALUE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: a formula without a stored value was left blank. Open the file in "
        "Excel, save it, and import it again.",
    ),
    ReadingNotice.CELL_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row} is damaged (\u201c{value}\u201d) and was left blank. Correct it in "
        "the file.",
    ),
    ReadingNotice.CELL_DOUBLED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row} is in the file twice; the first was kept, not \u201c{value}\u201d. "
        "Correct it in the file.",
    ),
    ReadingNotice.CELL_REFERENCE_WRONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}: a cell with the impossible place \u201c{value}\u201d was left out. Save the "
        "file again from a spreadsheet program.",
    ),
    ReadingNotice.ROW_NUMBER_WRONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, sheet \u201c{sheet}\u201d: a row has the impossible number \u201c{value}\u201d. Nothing "
        "was changed. Save the file again from a spreadsheet program.",
    ),
    ReadingNotice.ROW_DOUBLED: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: row {row} is in the file twice; both were read. Check them."
    ),
    ReadingNotice.NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is not a number and was left blank. Correct it "
        "in the file.",
    ),
    ReadingNotice.NO_SUCH_DAY: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: there is no day \u201c{value}\u201d; it was left blank. Correct it "
        "in the file.",
    ),
    ReadingNotice.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row} holds more than {limit} characters and was left blank. Shorten it in"
        " the file.",
    ),
    ReadingNotice.CELLS_WITHOUT_HEADING: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: cells in columns without a heading, such as {column}{row}, were not read. Rows ({n}): {rows}. "
        "Give the column a heading if they are answers.",
    ),
    ReadingNotice.CELL_IS_ERROR: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, cell {column}{row} shows the error {value} and was left blank. Correct it in the file."
    ),
    ReadingNotice.NO_PRIORITIES: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, sheet \u201c{sheet}\u201d: no columns with priorities of your pillars were found. "
        "Nothing was changed. Choose the columns by hand, or another sheet.",
    ),
    ReadingNotice.FINISHED_SCORES: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet} holds finished MaxDiff scores, not the answers of people. Nothing was changed. Export the answers "
        "themselves.",
    ),
    ReadingNotice.FEW_PILLARS: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: only {n} of {k} pillars were found among the columns; missing: {names}. Choose their "
        "columns by hand if they are there.",
    ),
    ReadingNotice.PILLAR_LIKENED: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d, is read as {pillar} ({score} % alike). Correct the column"
        " if that is wrong.",
    ),
    ReadingNotice.LABEL_LIKENED: QT_TRANSLATE_NOOP(
        "Notices", "The answer \u201c{value}\u201d is read as {pillar}. Correct it in the file if that is wrong."
    ),
    ReadingNotice.PERSONAL_LEFT_OUT: QT_TRANSLATE_NOOP(
        "Notices", "Columns with personal data were not taken ({n}): {names}."
    ),
    ReadingNotice.PERSONAL_KEPT: QT_TRANSLATE_NOOP(
        "Notices", "Columns with personal data were kept, as asked ({n}): {names}."
    ),
    ReadingNotice.PERSONAL_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} has no personal column \u201c{name}\u201d. Nothing was changed. Its personal columns are: {names}.",
    ),
    ReadingNotice.VALUES_READ_AS_SAID: QT_TRANSLATE_NOOP(
        "Notices", "Values that are read as somebody said by hand: {n}."
    ),
    ReadingNotice.DIRECTION_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} reads as {first} first, {last} last; or, reversed, {last} first, {first} "
        "last. Nothing was changed. Say which is right: 1 is the most important (as it is), or the "
        "highest number (reversed).",
    ),
    ReadingNotice.DIRECTION_UNKNOWN_SHORT: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the file does not say whether 1 is the most important. Nothing was changed. Say which: "
        "as it is (1 is the most important), or reversed.",
    ),
    ReadingNotice.HIGHEST_IS_BEST: QT_TRANSLATE_NOOP(
        "Notices", "The heading says that the highest number is the most important, so the ranks were turned round."
    ),
    ReadingNotice.MAPPING_DOES_NOT_FIT: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: column {column} is headed \u201c{header}\u201d, not \u201c{wanted}\u201d as in the saved"
        " columns. Nothing was changed. Choose the columns anew.",
    ),
    ReadingNotice.MAPPING_SHAPE: QT_TRANSLATE_NOOP(
        "Notices", "The saved columns cannot be read ({reason}). Nothing was changed. Save them again from an import."
    ),
    ReadingNotice.MAPPING_COLUMN_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} has no column {column}, which the saved columns name. Nothing was changed. Choose the "
        "columns anew.",
    ),
    ReadingNotice.OTHER_THINGS_RANKED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet} ranks things that are not the pillars asked about: {names}. "
        "Make a study of them, or change its pillars.",
    ),
    ReadingNotice.TOO_MANY_CHOICES: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{header}\u201d has {n} different answers; more than {limit} are no groups, so the column "
        "was not taken.",
    ),
    ReadingNotice.HEADER_AGAIN: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, row {row} repeats the heading, as when two files are joined; it was left out."
    ),
    ReadingNotice.TEST_ANSWER: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, row {row} is marked as a preview or test and was left out."
    ),
    ReadingNotice.ANSWER_REJECTED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} is marked \u201c{value}\u201d on its platform and was left out. Clear the mark there and "
        "import again to use the answer.",
    ),
    ReadingNotice.TOTAL_ROW: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, row {row} begins with \u201c{value}\u201d: it sums up other rows and was left out."
    ),
    ReadingNotice.LOOKS_LIKE_TEST: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column} says \u201c{value}\u201d. The row was taken; delete it in the file if it "
        "was only a test.",
    ),
    ReadingNotice.SAME_ID: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}: the respondent id \u201c{value}\u201d stands in row {first} too. Both were taken; if it "
        "is one person, delete one of the rows in the file.",
    ),
    ReadingNotice.SAME_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} has the same answers as row {first}, within a minute of it. Both were taken; if it is one "
        "person, delete one of the rows in the file.",
    ),
    ReadingNotice.ROWS_EMPTY: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: rows without an answer to the question about priorities ({n}): {rows}."
    ),
    ReadingNotice.ROWS_PARTIAL: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: rows that are not complete ({n}): {rows}."
    ),
    ReadingNotice.ROWS_BLANK: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: blank rows between the answers ({n}): {rows}."
    ),
    ReadingNotice.LABEL_NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no choice of this question in your survey. It was kept "
        "as it is (answers: {n}). Correct it in the file if it is a slip.",
    ),
    ReadingNotice.IMPORTANCE_UNSAID: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the headings of columns {first} to {last} do not say what was asked. They are read as ratings of "
        "importance, {high} the highest. Choose another role if they are ranks, or ratings of how well you do.",
    ),
    ReadingNotice.PERFORMANCE_UNSAID: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the headings of columns {first} to {last} do not say what was asked. They are read as ratings of how "
        "well you do, {high} the highest. Choose another role if that is wrong.",
    ),
    ReadingNotice.LOWEST_IS_BEST: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the words say that 1 is the best rating in columns {first} to {last}, so these ratings were turned "
        "round.",
    ),
    ReadingNotice.FORM_OF_OTHER_STUDY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was filled in on a form that was made for another study. Nothing was changed. Choose the study it "
        "belongs to, or say that its answers are wanted here.",
    ),
    ReadingNotice.FORM_OF_OTHER_STUDY_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} was filled in on a form that was made for another study. Take its answers only if they are wanted "
        "here and its questions are those of this study.",
    ),
    ReadingNotice.RANKS_FROM_ZERO: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: the ranks count from 0; 1 was added to each. Check the first respondent."
    ),
    ReadingNotice.RANK_FROM_ZERO: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, row {row} counts its ranks from 0; 1 was added to each."
    ),
    ReadingNotice.RANK_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d is no rank. Places kept from this row: "
        "{upto}. Correct the cell and import again to use all.",
    ),
    ReadingNotice.RANK_IS_ERROR: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column} shows the error {value} instead of a rank. Places kept from "
        "this row: {upto}. Correct the cell and import again to use all.",
    ),
    ReadingNotice.RANK_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: rank {value} is not one of 1 to {k}. Places kept from this "
        "row: {upto}. Correct the cell and import again to use all.",
    ),
    ReadingNotice.RANK_REPEATED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: rank {rank} is given twice and another is missing. Places "
        "kept from this row: {upto}. Correct the row and import again to use all.",
    ),
    ReadingNotice.RANK_TIED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: rank {rank} is shared; the pillars count as tied. Correct "
        "the row if that was a slip.",
    ),
    ReadingNotice.RANK_GAPS: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}, row {row} skips ranks; the order was kept and the gaps were closed."
    ),
    ReadingNotice.RANKS_ALL_EQUAL: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} gives every pillar rank {rank}, which is no order; it was left out. Correct "
        "the row and import again to use it.",
    ),
    ReadingNotice.PILLAR_NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d names no pillar of this study. Places "
        "kept from this row: {upto}. Correct the cell and import again to use all.",
    ),
    ReadingNotice.PILLAR_NAMED_TWICE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d names a pillar a second time. Places "
        "kept from this row: {upto}. Correct the row and import again to use all.",
    ),
    ReadingNotice.RATING_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no rating from {low} to {high} and was left "
        "blank. Correct it in the file.",
    ),
    ReadingNotice.BIRTH_YEAR_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no birth year of four digits from {low} to "
        "{high}; it was left blank. Correct it in the file.",
    ),
    ReadingNotice.BIRTH_YEAR_AS_DATE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: the date {value} may be a birth year in a cell formatted as a date;"
        " it was left blank. Format the column as a number and import again.",
    ),
    ReadingNotice.BUDDHIST_YEARS: QT_TRANSLATE_NOOP(
        "Notices", "Birth years of the Buddhist era: {n}; 543 was taken off."
    ),
    ReadingNotice.AGE_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no age in years; it was left blank. Correct "
        "it in the file.",
    ),
    ReadingNotice.READER_CRASHED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} could not be read: the reader stopped without a word. Nothing was changed. Save the file "
        "again from a spreadsheet program and try once more.",
    ),
    ReadingNotice.READER_OUT_OF_MEMORY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} needs more memory than the reader may use. Nothing was changed. Keep only the sheet and "
        "columns with answers.",
    ),
    ReadingNotice.READER_TOO_SLOW: QT_TRANSLATE_NOOP(
        "Notices", "{file} took too long to read. Nothing was changed. Keep only the sheet and columns with answers."
    ),
    ReadingNotice.READER_SILENT: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} could not be read: the reader gave no sign of life. Nothing was changed. Try again, or "
        "save the file again from a spreadsheet program.",
    ),
    ReadingNotice.NO_SPACE_FOR_COPY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} could not be copied for reading ({reason}). Nothing was changed. Free some space on the "
        "disk and try again.",
    ),
}
