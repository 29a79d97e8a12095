"""Reading spreadsheets: what is told of columns, rows and answers; of files see ``reading_files``."""

from cxsurvey.notices.reading_codes import ReadingNotice
from cxsurvey.notices.reading_files import FILE_WORDS
from cxsurvey.notices.words import QT_TRANSLATE_NOOP

__all__ = ["WORDS", "ReadingNotice"]

WORDS: dict[ReadingNotice, str] = {
    **FILE_WORDS,
    ReadingNotice.NO_PRIORITIES: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, sheet \u201c{sheet}\u201d: no columns with priorities of your pillars were found. "
        "Nothing was changed. Choose the columns by hand, or another sheet.",
    ),
    ReadingNotice.NO_PRIORITIES_DAMAGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, sheet \u201c{sheet}\u201d: no columns with priorities of your pillars were found, and cells are "
        "damaged ({n}), the first is {cell}. Nothing was changed. Save the file again from a spreadsheet program.",
    ),
    ReadingNotice.NO_PRIORITIES_ONE_COLUMN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, sheet \u201c{sheet}\u201d has only one column, and no priorities of your pillars in it. Nothing was "
        "changed. If it should have more columns, save it with commas or semicolons between the cells.",
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
    ReadingNotice.COLUMNS_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "Columns that nothing was read from ({n}): {names}. Their cells are kept: if one of them matters, say under "
        "Columns what it is for.",
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
        "Notices",
        "The heading says that the most important has the highest number, or comes last: the order was turned round.",
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
    ReadingNotice.FILES_WITHOUT_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "{file}: files inside that hold no answers were left out ({n}): {names}."
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
    ReadingNotice.IDS_SHORTENED: QT_TRANSLATE_NOOP(
        "Notices",
        "The respondent ids were shortened when the file was saved again (\u201c{value}\u201d) and no longer tell "
        "people apart, so they were not used. The same person twice cannot be found by them.",
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
    ReadingNotice.TIMES_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: rows whose time of submission is none that can be read ({n}): {rows}. It was left blank."
    ),
    ReadingNotice.ROWS_WITHOUT_ID: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: rows without a respondent id, where others have one ({n}): {rows}."
    ),
    ReadingNotice.ROWS_ABOVE_HEADING: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: row {row} is read as the heading; rows above it were not read ({n}): {rows}. Choose another row if "
        "that is wrong.",
    ),
    ReadingNotice.HEADINGS_ALIKE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: columns have the same heading \u201c{header}\u201d ({n}): {columns}. Each was read by itself, with "
        "its letter behind its name.",
    ),
    ReadingNotice.KINDS_MIXED: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, column {column} mixes kinds of cells: numbers {numbers}, texts {texts}, dates {dates}, true or false "
        "{truths}. Different cells are different groups; correct them in the file if they mean the same.",
    ),
    ReadingNotice.LABEL_NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no choice of this question in your survey. It was kept "
        "as it is (answers: {n}). Correct it in the file if it is a slip.",
    ),
    ReadingNotice.LABELS_WERE_DATES: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d: choices that a spreadsheet program took for dates are read as "
        "what they were: {values}. Correct the column if that is wrong.",
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
    ReadingNotice.WORDS_AS_RATINGS: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: the ratings in columns {first} to {last} are words. They are read as {words}."
    ),
    ReadingNotice.WORDS_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: columns {first} to {last} are about your pillars, but their answers were not read: {words}. If they "
        "are ratings, choose that role and say which number each stands for.",
    ),
    ReadingNotice.BLOCK_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the numbers in columns {columns} are about your pillars too, but other columns fit "
        "better, so they were not read. If they are the ones you want, choose the columns by hand.",
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
}
