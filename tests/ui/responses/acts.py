"""What a person does on the responses page, and the small files it is done with."""

import csv
from contextlib import contextmanager

from PySide6.QtCore import Qt

from ..programs import LONG as LONG
from ..studies import NAMES, SAYS_DIRECTION

LEFT = Qt.MouseButton.LeftButton
PEOPLE = ("Email Address", "Channel")
MAXDIFF = [["Timestamp", "Task 1 [Most important]", "Task 1 [Least important]"],
           ["2025/03/01 2:05:11 PM", NAMES[0], NAMES[1]], ["2025/03/01 2:06:11 PM", NAMES[2], NAMES[0]]]  # fmt: skip


def read(qtbot, view_model, *paths):
    """Reads, and waits until the first file is shown."""
    with shown(qtbot, view_model):
        view_model.take_files([str(path) for path in paths])


@contextmanager
def shown(qtbot, view_model):
    """Waits until what was done inside is shown."""
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        yield
    qtbot.waitUntil(lambda: not view_model.is_busy, timeout=LONG)


def refused(qtbot, view_model, path):
    """The code of the refusal."""
    with qtbot.waitSignal(view_model.failed, timeout=LONG) as told:
        view_model.take_files([str(path)])
    qtbot.waitUntil(lambda: not view_model.is_busy)
    return told.args[0].code


def choose(qtbot, page, combo, key):
    """Chooses as a person does, and waits until the cells were read again."""
    combo.set_key(key)
    with qtbot.waitSignal(page._view_model.review_changed, timeout=LONG):
        combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: not page._view_model.is_busy)


def open_column(page, column):
    """Chooses the row of a column, among all of them."""
    table = page.review_panel.columns_card
    table.filter_chips._chips["all"].click()
    rows = range(table.column_model.rowCount())
    table.column_table.selectRow(next(row for row in rows if table.column_model.value(row).column == column))
    return page.review_panel.column_card


def write_people(path, channels=("Shop", "shop", "Web", "Web", "Shop", "Web")):
    header = [*PEOPLE, *(SAYS_DIRECTION.format(name) for name in NAMES)]
    rows = [[f"p{n}@example.org", channel, 1, 2, 3, 4, 5] for n, channel in enumerate(channels)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def write_rows(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def cells(imported):
    return {text for column in imported.table.columns for text in column.texts}
