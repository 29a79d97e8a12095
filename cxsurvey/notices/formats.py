"""Reading guided sorts, points, MaxDiff, satisfaction and attention checks: what was understood or left out."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class FormatNotice(StrEnum):
    # Guided sort
    SORT_PILLAR_TWICE = "sort_pillar_twice"
    SORT_PILLAR_UNKNOWN = "sort_pillar_unknown"
    SORT_STEP_EMPTY = "sort_step_empty"

    # Points
    POINTS_NOT_READ = "points_not_read"
    POINTS_NEGATIVE = "points_negative"
    POINTS_ALL_ZERO = "points_all_zero"
    POINTS_SUM = "points_sum"
    POINTS_OTHER_TOTAL = "points_other_total"

    # MaxDiff
    BEST_IS_WORST = "best_is_worst"
    CHOICE_NOT_KNOWN = "choice_not_known"
    HALF_TASKS = "half_tasks"
    ITEM_NOT_SHOWN = "item_not_shown"
    TASK_NOT_IN_DESIGN = "task_not_in_design"
    VERSION_NOT_IN_DESIGN = "version_not_in_design"
    VERSIONS_NOT_TOLD = "versions_not_told"
    DESIGN_MISSING = "design_missing"
    TASKS_LEFT_OUT = "tasks_left_out"
    DESIGN_NOT_UNDERSTOOD = "design_not_understood"
    DESIGN_ITEM_UNKNOWN = "design_item_unknown"
    DESIGN_BY_NUMBER = "design_by_number"
    CHOICES_UNCLEAR = "choices_unclear"
    LONG_FORMAT = "long_format"
    CHOICE_MATRIX = "choice_matrix"
    LONG_TASK_UNCLEAR = "long_task_unclear"

    # Scales and attention checks
    SCALE_TAKEN = "scale_taken"
    SCALE_UNKNOWN = "scale_unknown"
    NOT_ON_SCALE = "not_on_scale"
    ATTENTION_UNKNOWN = "attention_unknown"

    # Several answers
    SEVERAL_UNSURE = "several_unsure"
    TOO_MANY_OPTIONS = "too_many_options"
    OTHER_KEPT = "other_kept"
    OTHER_KEPT_AS = "other_kept_as"
    GENERATIONS_READ = "generations_read"
    GENERATIONS_UNKNOWN = "generations_unknown"
    GENERATION_OR_YEAR = "generation_or_year"


WORDS: dict[FormatNotice, str] = {
    FormatNotice.SORT_PILLAR_TWICE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d is named in more than one answer of the sort. "
        "Each end of the sort was kept up to the fault. Correct the row and import again to use all.",
    ),
    FormatNotice.SORT_PILLAR_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d names no pillar of this study. "
        "Each end of the sort was kept up to the fault. Correct the cell and import again to use all.",
    ),
    FormatNotice.SORT_STEP_EMPTY: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: this answer of the sort is empty. Each end of the sort was kept up to "
        "it.",
    ),
    FormatNotice.POINTS_NOT_READ: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is no number of points and was left blank. Correct it in "
        "the file.",
    ),
    FormatNotice.POINTS_NEGATIVE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: \u201c{value}\u201d is less than no points; the points of this row were "
        "left out. Correct the row and import again to use them.",
    ),
    FormatNotice.POINTS_ALL_ZERO: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} gives no pillar any points; they were left out. Correct the row and import again to use "
        "them.",
    ),
    FormatNotice.POINTS_SUM: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}: the points add up to {sum}, not to {total}; they were counted in proportion. Check the "
        "row.",
    ),
    FormatNotice.POINTS_OTHER_TOTAL: QT_TRANSLATE_NOOP(
        "Notices", "{sheet}: most people shared out {total} points, not 100; all points were counted in proportion."
    ),
    FormatNotice.BEST_IS_WORST: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: task {task} has \u201c{value}\u201d as most and as least important; the "
        "task was left out of this row.",
    ),
    FormatNotice.CHOICE_NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d names no pillar of this study; this choice of task {task} "
        "was left blank. Correct it in the file.",
    ),
    FormatNotice.HALF_TASKS: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: MaxDiff tasks with only the most or only the least important answered: {n}. What was answered is "
        "kept.",
    ),
    FormatNotice.ITEM_NOT_SHOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}, column {column}: task {task} names {pillar}, but by the design that task did not show "
        "it. Nothing was changed. Check that the design belongs to this file, and that the columns of the tasks are "
        "the right ones.",
    ),
    FormatNotice.TASK_NOT_IN_DESIGN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, column {column} is task {task}, but the design has only {n}. Nothing was changed. Choose the design "
        "that belongs to this file.",
    ),
    FormatNotice.VERSION_NOT_IN_DESIGN: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row} is of version \u201c{value}\u201d, which the design does not have. Nothing was changed. "
        "Choose the design that belongs to this file.",
    ),
    FormatNotice.VERSIONS_NOT_TOLD: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the design has {n} versions, but no column says which one each person saw. Nothing was changed. "
        "Export the answers with the version, or choose a design of one version.",
    ),
    FormatNotice.DESIGN_MISSING: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet} holds choices of the most and least important of a few pillars (MaxDiff), but not which pillars each "
        "task showed. Nothing was changed. Give the design as well: a spreadsheet with the columns Version, Task, "
        "Item1, Item2 and so on.",
    ),
    FormatNotice.TASKS_LEFT_OUT: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet} also holds choices of the most and least important of a few pillars (MaxDiff), but not which pillars "
        "each task showed; they were not read. To use them, give the design as well: a spreadsheet with the columns "
        "Version, Task, Item1, Item2 and so on.",
    ),
    FormatNotice.DESIGN_NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Notices",
        "{file} is no MaxDiff design. Nothing was changed. Choose a spreadsheet with the columns Version, Task, Item1, "
        "Item2 and so on, one row a task.",
    ),
    FormatNotice.DESIGN_ITEM_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "{file}, row {row}: \u201c{value}\u201d is no pillar of this study. Nothing was changed. Use the pillars' "
        "names, their codes, or their numbers in the list.",
    ),
    FormatNotice.DESIGN_BY_NUMBER: QT_TRANSLATE_NOOP(
        "Notices",
        "The numbers in the design are read as places in the pillar list: 1 is {first}, {k} is {last}. Check that the "
        "survey numbered them in the same way.",
    ),
    FormatNotice.CHOICES_UNCLEAR: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: the numbers of the choices may be places on the screen or numbers of pillars; both fit the design. "
        "Nothing was changed. Say which: the place on the screen, or the number of the pillar.",
    ),
    FormatNotice.CHOICE_MATRIX: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet} asks {n} times for the most and the least important of some pillars (MaxDiff), with a column for each "
        "pillar. The choices stand in columns of their own behind the others.",
    ),
    FormatNotice.LONG_FORMAT: QT_TRANSLATE_NOOP(
        "Notices", "{sheet} has a row for each pillar shown: {rows} rows are the answers of {n} respondents."
    ),
    FormatNotice.LONG_TASK_UNCLEAR: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, row {row}: task {task} of respondent \u201c{value}\u201d has more than one most or least important "
        "pillar, or names one twice; the task was left out.",
    ),
    FormatNotice.SCALE_TAKEN: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d, is read on a scale from {low} (lowest) to {high} (highest), as its "
        "answers suggest. Correct the column if that is wrong.",
    ),
    FormatNotice.SCALE_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d: its scale cannot be told from its answers ({values}), so it was not "
        "read. Give the scale with the column, such as 1-7.",
    ),
    FormatNotice.NOT_ON_SCALE: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}, cell {column}{row}: \u201c{value}\u201d is not on the scale from {low} to {high} and was left blank. "
        "Correct it in the file.",
    ),
    FormatNotice.ATTENTION_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d, is an attention check, but which answer passes is not known, so it was "
        "not read. Give the answer with the column.",
    ),
    FormatNotice.SEVERAL_UNSURE: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d, may hold several answers in one cell (\u201c{value}\u201d), but they "
        "cannot be told apart with certainty, so its cells were left whole. To part them, say that the column holds "
        "several answers.",
    ),
    FormatNotice.TOO_MANY_OPTIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "\u201c{header}\u201d has {n} options to choose several of; the first {limit} were read, the others left out. "
        "To read others, leave some of these out in the file.",
    ),
    FormatNotice.OTHER_KEPT: QT_TRANSLATE_NOOP(
        "Notices",
        "What was typed in column {column}, \u201c{header}\u201d, is kept with the comments, under that heading.",
    ),
    FormatNotice.OTHER_KEPT_AS: QT_TRANSLATE_NOOP(
        "Notices",
        "What was typed in column {column}, \u201c{header}\u201d, is kept with the comments, after "
        "\u201c{name}:\u201d.",
    ),
    FormatNotice.GENERATIONS_READ: QT_TRANSLATE_NOOP(
        "Notices", "Column {column}, \u201c{header}\u201d: answers were read as generations: {words}."
    ),
    FormatNotice.GENERATIONS_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "Column {column}, \u201c{header}\u201d: these answers name no generation that is known: {words}. They were "
        "kept as they are and count for no generation, unless a birth year says which. Say what they mean if you know.",
    ),
    FormatNotice.GENERATION_OR_YEAR: QT_TRANSLATE_NOOP(
        "Notices",
        "{sheet}: rows whose birth year does not belong to the generation that was chosen ({n}): {rows}. The birth "
        "year counts.",
    ),
}
