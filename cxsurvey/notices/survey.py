"""Pillars, colleagues and the questionnaire."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class SurveyNotice(StrEnum):
    PILLAR_COUNT = "pillar_count"
    PILLAR_REPEATED = "pillar_repeated"
    PILLAR_LIST_SHAPE = "pillar_list_shape"
    PILLAR_HAS_ANSWERS = "pillar_has_answers"
    VIEW_LOCKED = "view_locked"
    PILLAR_LIST_MISSING = "pillar_list_missing"
    PILLAR_FILE_MISSING = "pillar_file_missing"
    PILLAR_FILE_LARGE = "pillar_file_large"
    PILLAR_FILE_NOT_JSON = "pillar_file_not_json"
    PILLAR_FILE_NOT_UTF8 = "pillar_file_not_utf8"
    QUESTION_TWICE = "question_twice"
    PRIORITY_NEEDED = "priority_needed"
    RANKING_LONG = "ranking_long"
    TOP_OF_FEW = "top_of_few"
    TASKS_OF_FEW = "tasks_of_few"
    POINTS_LONG = "points_long"
    RATING_FLAT = "rating_flat"
    ATTENTION_UNCLEAR = "attention_unclear"
    NO_COHORT_QUESTION = "no_cohort_question"
    TEXT_MISSING = "text_missing"
    OPTIONS_FEW = "options_few"
    TWO_THINGS = "two_things"
    LEADING = "leading"
    TOO_LONG = "too_long"
    DATE_LIKE = "date_like"
    FORMULA_LIKE = "formula_like"
    SPLITTING_SIGN = "splitting_sign"
    LABEL_REPEATED = "label_repeated"
    CONFUSABLE = "confusable"
    CODE_BREAKS = "code_breaks"
    INTERNAL_NOT_FOUND = "internal_not_found"
    VIEW_EMPTY = "view_empty"
    VIEW_WITHOUT_NAME = "view_without_name"
    RANK_MISSING = "rank_missing"
    RANK_WRONG = "rank_wrong"
    RANK_TWICE = "rank_twice"
    SCORE_WRONG = "score_wrong"
    DATE_WRONG = "date_wrong"
    NAME_TWICE = "name_twice"


WORDS: dict[SurveyNotice, str] = {
    SurveyNotice.PILLAR_COUNT: QT_TRANSLATE_NOOP(
        "Notices", "A study needs {low} to {high} pillars; this list has {n}. Add or remove some."
    ),
    SurveyNotice.PILLAR_REPEATED: QT_TRANSLATE_NOOP(
        "Notices", "Two pillars share the {field} \u201c{name}\u201d, or it is empty. Give each pillar its own."
    ),
    SurveyNotice.PILLAR_LIST_SHAPE: QT_TRANSLATE_NOOP(
        "Notices", "Entry {position} of the pillar list is not a name or a group of texts. See docs/command-line.md."
    ),
    SurveyNotice.PILLAR_HAS_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "Customers have already ranked {name}. Remove the imported answers first, or keep the pillar."
    ),
    SurveyNotice.VIEW_LOCKED: QT_TRANSLATE_NOOP(
        "Notices", "The internal view was locked on {date}. Unlock it first; the report will say so."
    ),
    SurveyNotice.PILLAR_LIST_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "This is not a pillar list: a list of names, or a group with a list called \u201cpillars\u201d. See "
        "docs/command-line.md."
    ),
    SurveyNotice.PILLAR_FILE_MISSING: QT_TRANSLATE_NOOP(
        "Notices", "The pillar list {file} could not be read: {reason}. Check its name and place."
    ),
    SurveyNotice.PILLAR_FILE_LARGE: QT_TRANSLATE_NOOP(
        "Notices",
        "The file {file} is too large for a pillar list. Choose the small JSON file with the names of the "
        "pillars."
    ),
    SurveyNotice.PILLAR_FILE_NOT_JSON: QT_TRANSLATE_NOOP(
        "Notices",
        "The pillar list {file} is not valid JSON near line {line}. Correct it there, or save the file again "
        "as JSON in UTF-8."
    ),
    SurveyNotice.PILLAR_FILE_NOT_UTF8: QT_TRANSLATE_NOOP(
        "Notices", "The letters of {file} could not be read. Save the file again as text in UTF-8."
    ),
    SurveyNotice.QUESTION_TWICE: QT_TRANSLATE_NOOP(
        "Notices", "The survey asks this already: \u201c{question}\u201d. Edit that question instead."
    ),
    SurveyNotice.PRIORITY_NEEDED: QT_TRANSLATE_NOOP(
        "Notices",
        "The survey needs its question about priorities: without it there is nothing to compare. Change how "
        "it asks instead."
    ),
    SurveyNotice.RANKING_LONG: QT_TRANSLATE_NOOP(
        "Notices",
        "Putting {n} pillars in order is too much for most people; more than {most} tire them, and some "
        "platforms take no more. Ask for the top 3, or shorten the list."
    ),
    SurveyNotice.TOP_OF_FEW: QT_TRANSLATE_NOOP(
        "Notices", "With {n} pillars a full ranking takes hardly longer and says more."
    ),
    SurveyNotice.TASKS_OF_FEW: QT_TRANSLATE_NOOP(
        "Notices", "With {n} pillars a full ranking takes half the time of MaxDiff and says as much."
    ),
    SurveyNotice.POINTS_LONG: QT_TRANSLATE_NOOP(
        "Notices",
        "Few people share out points among {n} things with care. A guided sort is quicker, or shorten the list."
    ),
    SurveyNotice.ATTENTION_UNCLEAR: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d does not ask to choose {answer}, and only {answer} counts as having read it. Put the"
        " number in."
    ),
    SurveyNotice.RATING_FLAT: QT_TRANSLATE_NOOP(
        "Notices",
        "Rated one by one, everything tends to be important. A ranking makes people choose and needs fewer "
        "answers."
    ),
    SurveyNotice.NO_COHORT_QUESTION: QT_TRANSLATE_NOOP(
        "Notices",
        "The survey asks for no birth year, age or generation, so generations cannot be compared. Add the "
        "birth year if you want that."
    ),
    SurveyNotice.TEXT_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d has no words in the language \u201c{language}\u201d yet. Add them, or respondents"
        " read another language there."
    ),
    SurveyNotice.OPTIONS_FEW: QT_TRANSLATE_NOOP(
        "Notices", "\u201c{text}\u201d offers fewer than two answers. Add the answers to choose from."
    ),
    SurveyNotice.TWO_THINGS: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d may ask for two things at once (\u201c{word}\u201d). Whoever values only one of "
        "them cannot answer; keep one."
    ),
    SurveyNotice.LEADING: QT_TRANSLATE_NOOP(
        "Notices", "\u201c{text}\u201d may lead to an answer (\u201c{word}\u201d). Ask neutrally."
    ),
    SurveyNotice.TOO_LONG: QT_TRANSLATE_NOOP(
        "Notices", "\u201c{text}\u201d has {n} characters; a phone shows about {most} well. Shorten it."
    ),
    SurveyNotice.DATE_LIKE: QT_TRANSLATE_NOOP(
        "Notices", "Spreadsheets turn \u201c{text}\u201d into a date. Write it in words, such as \u201c{better}\u201d."
    ),
    SurveyNotice.FORMULA_LIKE: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d starts with \u201c{sign}\u201d, which spreadsheets take for a formula. Start with"
        " a letter or a number."
    ),
    SurveyNotice.SPLITTING_SIGN: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d contains \u201c{sign}\u201d, by which survey platforms split answers. Write it "
        "without."
    ),
    SurveyNotice.LABEL_REPEATED: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{text}\u201d stands twice in one list; answers could not be told apart. Change one of the two."
    ),
    SurveyNotice.CONFUSABLE: QT_TRANSLATE_NOOP(
        "Notices",
        "Customers may confuse \u201c{first}\u201d and \u201c{second}\u201d. Word them further apart, or join"
        " the two pillars."
    ),
    SurveyNotice.CODE_BREAKS: QT_TRANSLATE_NOOP(
        "Notices",
        "The code \u201c{text}\u201d breaks on some platforms. Use a letter, then up to four letters or "
        "digits."
    ),
    SurveyNotice.INTERNAL_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} holds no view of these pillars: neither the program's own workbook for colleagues nor a table"
        " with a name and a rank for each pillar. Make the workbook anew and have it filled in."
    ),
    SurveyNotice.VIEW_EMPTY: QT_TRANSLATE_NOOP(
        "Notices",
        "The sheet \u201c{sheet}\u201d is not filled in; nobody was taken from it."
    ),
    SurveyNotice.VIEW_WITHOUT_NAME: QT_TRANSLATE_NOOP(
        "Notices",
        "The sheet \u201c{sheet}\u201d names nobody; the view was taken as \u201c{name}\u201d. Put in the "
        "name."
    ),
    SurveyNotice.RANK_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "{name} gave no rank to \u201c{pillar}\u201d (sheet \u201c{sheet}\u201d). The ranking was not taken, "
        "the scores were; complete it."
    ),
    SurveyNotice.RANK_WRONG: QT_TRANSLATE_NOOP(
        "Notices",
        "{name} wrote \u201c{value}\u201d as the rank of \u201c{pillar}\u201d (sheet \u201c{sheet}\u201d, row"
        " {row}); it must be a whole number from 1 to {most}. The ranking was not taken, the scores were."
    ),
    SurveyNotice.RANK_TWICE: QT_TRANSLATE_NOOP(
        "Notices",
        "{name} gave rank {rank} to \u201c{other}\u201d and again to \u201c{pillar}\u201d (sheet "
        "\u201c{sheet}\u201d, row {row}). The ranking was not taken, the scores were; ask which comes first."
    ),
    SurveyNotice.SCORE_WRONG: QT_TRANSLATE_NOOP(
        "Notices",
        "The score \u201c{value}\u201d of \u201c{pillar}\u201d (sheet \u201c{sheet}\u201d, row {row}) is not "
        "a whole number from 1 to 5; it was left out."
    ),
    SurveyNotice.DATE_WRONG: QT_TRANSLATE_NOOP(
        "Notices",
        "The date \u201c{value}\u201d (sheet \u201c{sheet}\u201d, row {row}) could not be read and was left "
        "out. Write it as year-month-day."
    ),
    SurveyNotice.NAME_TWICE: QT_TRANSLATE_NOOP(
        "Notices",
        "Two views carry the name {name}; the second was taken as \u201c{other}\u201d. Rename or remove one "
        "of them."
    ),
}
