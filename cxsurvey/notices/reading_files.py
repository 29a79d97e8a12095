"""Reading spreadsheets: what is told of files, sheets, cells that could not be taken, and the reader's process."""

from cxsurvey.notices.reading_codes import ReadingNotice
from cxsurvey.notices.words import QT_TRANSLATE_NOOP

FILE_WORDS: dict[ReadingNotice, str] = {
    ReadingNotice.FILE_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Notices", "{file} was not found. Nothing was changed. Check that it has not been moved or renamed."
    ),
    ReadingNotice.FILE_NOT_FETCHED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is not on this computer yet, only in the cloud. Nothing was changed. Open it once, or let the cloud "
        "drive keep it here, and try again.",
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
        "Notices",
        "{file} is a folder without answers in .json files. Nothing was changed. Choose the spreadsheet inside it.",
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
        "Notices",
        "{file} is a zip of {n} tables. Nothing was changed. Unpack it and choose the one you want, or several.",
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
    ReadingNotice.TOO_MANY_TEXTS: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} has more than {limit} million different texts. Nothing was changed. Keep only the sheet with the "
        "answers.",
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
    ReadingNotice.SHEET_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: the sheet \u201c{sheet}\u201d is damaged; row {row} is the last that can be read. Nothing was "
        "changed. Get the file again, or save it again from a spreadsheet program.",
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
    ReadingNotice.QUOTES_STRAY: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}: quotation marks inside texts are not doubled on some lines ({n}): {lines}. They were read as a "
        "spreadsheet program reads them. Check these rows.",
    ),
    ReadingNotice.TEXT_NOT_WORKBOOK: QT_TRANSLATE_NOOP(
        "Notices", "{file} is a text table, whatever its name says; it was read as one."
    ),
    ReadingNotice.ONE_COLUMN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} has only one column. If it should have more, save it with commas or semicolons between "
        "the cells.",
    ),
    ReadingNotice.ROWS_UNEVEN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: rows that are longer or shorter than most ({n}): {rows}. Row {row} has {cells} cells for "
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
    ReadingNotice.FORMULA_AS_TYPED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d was stored as a formula. It answers a question of text, so "
        "it was read as typed; nothing was calculated.",
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
