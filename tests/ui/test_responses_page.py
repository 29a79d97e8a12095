"""The responses page: files are read, looked at, corrected, taken in and taken out again."""

import csv
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxsurvey.cli.desk import read_mapping
from cxsurvey.reading.values import Role
from ui.document import Document
from ui.responses.page import ResponsesPage
from ui.responses.table_models import ColumnTableModel, LeftOutTableModel
from ui.responses.view_model import ResponsesViewModel
from ui.shell_view_model import ShellViewModel

from .studies import NAMES, SAYS_DIRECTION, small_study, write_ranks

LONG = 30_000  # ms: the reader's process starts on a busy computer
LEFT = Qt.MouseButton.LeftButton
OLE_HEAD = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture
def document(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    document = Document()
    document.new(small_study())
    yield document
    document.close()


@pytest.fixture
def view_model(document):
    return ResponsesViewModel(document, ShellViewModel())


@pytest.fixture
def page(qtbot, theme, view_model):
    page = ResponsesPage(theme, view_model)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page


def read(qtbot, view_model, *paths):
    """Reads, and waits until the first file is shown."""
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.take_files([str(path) for path in paths])
    qtbot.waitUntil(lambda: not view_model.is_busy)


def refused(qtbot, view_model, path):
    """The code of the refusal."""
    with qtbot.waitSignal(view_model.failed, timeout=LONG) as told:
        view_model.take_files([str(path)])
    qtbot.waitUntil(lambda: not view_model.is_busy)
    return told.args[0].code


def test_nothing_is_in_the_study_before_it_is_taken_in(qtbot, document, view_model, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    before = document.project
    assert view_model.review.imported.report.complete == 4
    assert not before.imports
    view_model.accept()
    assert document.project.responses.n == 4
    document.undo_stack.undo()
    assert document.project is before


def test_a_file_is_taken_in_by_a_click_and_undone_by_a_key(qtbot, document, view_model, page, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    assert "Ease of use first and Support last" in page.review_panel.first_card.title_label.text()
    qtbot.mouseClick(page.take_button, LEFT)
    assert [card.title_label.text() for card in page.import_cards] == ["answers.csv"]
    assert not page.drop_area.isVisible()
    document.undo_stack.undo()
    assert page.import_cards == []
    assert page.drop_area.isVisible()


def test_a_file_that_does_not_say_its_direction_asks_before_it_is_taken_in(qtbot, view_model, page, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv"))
    card = page.review_panel.first_card
    assert "does not say" in card.asked_label.text()
    assert not page.take_button.isEnabled()
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        qtbot.mouseClick(card.reverse_button, LEFT)
    qtbot.waitUntil(page.take_button.isEnabled)
    assert "Support first and Ease of use last" in card.title_label.text()
    assert view_model.review.imported.mapping.reversed


def test_a_pillar_given_to_a_column_is_taken_from_the_one_that_had_it(qtbot, view_model, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    price = next(role for role in view_model.review.imported.mapping.roles if role.pillar and role.column == 4)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_role(1, Role.RANK_OF_PILLAR, price.pillar)
    roles = {role.column: role for role in view_model.review.imported.mapping.roles}
    assert roles[1].pillar == price.pillar
    assert roles[4].role is Role.IGNORED


def choose(qtbot, page, combo, key):
    """Chooses as a person does, and waits until the cells were read again."""
    combo.set_key(key)
    with qtbot.waitSignal(page._view_model.review_changed, timeout=LONG):
        combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: not page._view_model.is_busy)


def test_columns_are_chosen_by_hand_where_nothing_was_recognised(qtbot, view_model, page, tmp_path):
    unknown = tuple(f"Column {letter}" for letter in "vwxyz")
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", names=unknown))
    assert not page.take_button.isEnabled()
    table, card = page.review_panel.columns_card, page.review_panel.column_card
    for row, (key, name) in enumerate(view_model.pillars):
        table.column_table.selectRow(row)
        card.role_combo.set_key(str(Role.RANK_OF_PILLAR))
        card.role_combo.activated.emit(card.role_combo.currentIndex())
        choose(qtbot, page, card.pillar_combo, key)
        assert table.column_model.index(row, 3).data() == f"Rank of {name}"
    assert not page.take_button.isEnabled()  # nothing says whether 1 is the most important
    first_card = page.review_panel.first_card
    assert "does not say" in first_card.asked_label.text()
    qtbot.mouseClick(first_card.right_button, LEFT)
    qtbot.waitUntil(page.take_button.isEnabled, timeout=LONG)
    assert view_model.review.imported.report.complete == 4


def test_columns_corrected_once_are_read_so_again(qtbot, document, view_model, tmp_path):
    first, second = write_ranks(tmp_path / "one.csv"), write_ranks(tmp_path / "two.csv")
    read(qtbot, view_model, first)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_reversed(True)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    read(qtbot, view_model, second)
    assert view_model.review.imported.mapping.reversed
    assert view_model.review.is_ready
    assert view_model.review.read_as == "one.csv"


def test_several_files_are_looked_at_one_after_the_other(qtbot, view_model, tmp_path):
    files = [write_ranks(tmp_path / name, SAYS_DIRECTION) for name in ("one.csv", "two.csv")]
    read(qtbot, view_model, *files)
    assert (view_model.review.imported.name, view_model.n_waiting) == ("one.csv", 1)
    view_model.accept()
    qtbot.waitUntil(lambda: view_model.review is not None, timeout=LONG)
    assert view_model.review.imported.name == "two.csv"


def test_a_file_of_the_same_name_can_take_the_place_of_the_earlier_one(qtbot, document, view_model, page, tmp_path):
    file = write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION)
    read(qtbot, view_model, file)
    view_model.accept()
    read(qtbot, view_model, file)
    assert "count twice" in page.notices.texts[0]
    page.notices.action_requested.emit("same_name")
    assert document.project.responses.n == 4


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""), ("empty.xlsx", b""), ("broken.xlsx", b"PK\x03\x04" + b"\x00" * 400),
        ("locked.xlsx", OLE_HEAD + b"\x00" * 4000), ("not_a_workbook.xlsx", b"\x00\x01\x02\x03" * 200),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    qtbot, document, view_model, page, tmp_path, name, data
):
    path = tmp_path / name
    path.write_bytes(data)
    before = document.project
    assert refused(qtbot, view_model, path)
    assert name in page.notices.texts[0]
    assert page.drop_area.isVisible()
    assert document.project is before


def test_reading_is_stopped_within_a_second_and_leaves_nothing(qtbot, document, view_model, page, tmp_path):
    path = write_ranks(tmp_path / "many.csv", SAYS_DIRECTION, [(1, 2, 3, 4, 5)] * 100_000)
    view_model.take_files([str(path)])
    assert page.progress_panel.isVisible()
    qtbot.mouseClick(page.progress_panel.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not view_model.is_busy and page.drop_area.isVisible(), timeout=1000)
    qtbot.waitUntil(lambda: not view_model._jobs._jobs, timeout=5000)
    assert view_model.review is None
    assert not document.project.imports


def test_cells_that_were_copied_are_read_like_a_file(qtbot, view_model):
    header = [SAYS_DIRECTION.format(name) for name in NAMES]
    text = "\n".join("\t".join(map(str, row)) for row in (header, (2, 1, 3, 4, 5), (1, 2, 3, 4, 5)))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.take_text(text)
    assert view_model.review.imported.report.complete == 2
    qtbot.waitUntil(lambda: not view_model.is_busy)


def test_rows_left_out_are_listed_searched_and_saved(qtbot, view_model, page, tmp_path):
    orders = [(1, 2, 3, 4, 5), (1, 1, 1, 1, "x"), (1, 2, 3, 4, 99)]
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, orders))
    card = page.left_out_card
    assert card.isVisible()
    n = card.left_out_model.rowCount()
    assert n == len(view_model.entries) >= 2
    qtbot.keyClicks(card.find_edit, "99")
    qtbot.waitUntil(lambda: card.left_out_model.rowCount() == 1)
    assert "99" in card.left_out_model.index(0, LeftOutTableModel.WHY).data()
    target = tmp_path / "list.csv"
    with qtbot.waitSignal(view_model.saved, timeout=LONG):
        view_model.save_report(target)
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 1 + n
    qtbot.waitUntil(lambda: not view_model.is_busy)


PEOPLE = ("Email Address", "Channel")


def write_people(path, channels=("Shop", "shop", "Web", "Web", "Shop", "Web")):
    header = [*PEOPLE, *(SAYS_DIRECTION.format(name) for name in NAMES)]
    rows = [[f"p{n}@example.org", channel, 1, 2, 3, 4, 5] for n, channel in enumerate(channels)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def cells(imported):
    return {text for column in imported.table.columns for text in column.texts}


def test_a_personal_column_is_left_out_unless_it_is_ticked(qtbot, document, view_model, page, tmp_path):
    for tick in (False, True):
        read(qtbot, view_model, write_people(tmp_path / f"{tick}.csv"))
        table, card = page.review_panel.columns_card, page.review_panel.column_card
        with qtbot.waitSignal(table.filter_chips.chip_chosen):
            table.filter_chips._chips["personal"].click()
        table.column_table.selectRow(0)
        assert card.keep_box.isVisible()
        assert not card.keep_box.isChecked()
        assert "no chart, report or export" in card.keep_label.text()
        assert "p1@example.org" in card.value_model.index(1, 0).data()
        if tick:
            with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
                qtbot.mouseClick(card.keep_box, LEFT)
            qtbot.waitUntil(lambda: not view_model.is_busy)
            assert table.column_model.index(0, 3).data() == "Personal, kept in the study"
        view_model.accept()
        assert ("p1@example.org" in cells(document.project.imports[-1])) == tick


def test_a_personal_column_that_was_kept_is_given_up_again_and_undone(qtbot, document, view_model, page, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "a.csv"))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_role(1, Role.PERSONAL_KEPT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    view_model.open_review(document.project.imports[0].key)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_role(1, Role.PERSONAL)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    assert "p1@example.org" not in cells(document.project.imports[0])
    assert document.undo_stack.undoText() == "Change columns of a.csv"
    document.undo_stack.undo()
    assert "p1@example.org" in cells(document.project.imports[0])
    document.undo_stack.redo()
    view_model.open_review(document.project.imports[0].key)
    page.review_panel.columns_card.chosen = 1
    page.review_panel._on_review_changed()
    assert not page.review_panel.column_card.role_field.isVisible()
    assert "bring the file in again" in page.review_panel.column_card.keep_label.text()


def test_a_value_is_read_as_somebody_says(qtbot, document, view_model, page, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "a.csv"))
    table, card = page.review_panel.columns_card, page.review_panel.column_card
    table.column_table.selectRow(0)
    assert card.title_label.text() == "Column B"
    row = next(row for row in range(3) if card.value_model.index(row, 0).data() == "shop")
    card.value_table.selectRow(row)
    assert card.value_field.field.label.text() == "“shop” is read as"
    choose(qtbot, page, card.value_field.combo, "Shop")
    assert view_model.review.imported.responses.segments[0].labels == ("Shop", "Web")
    assert card.value_model.index(2, 2).data() == "Shop, as you said"
    view_model.accept()
    assert document.project.imports[0].mapping.labels
    assert "shop" in cells(document.project.imports[0])


def test_what_was_corrected_is_offered_in_another_study_and_can_be_refused(qtbot, document, view_model, page, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "one.csv"))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_label(2, "shop", "Shop")
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    document.new(small_study())
    read(qtbot, view_model, write_people(tmp_path / "two.csv"))
    assert view_model.review.read_as == "one.csv"
    assert view_model.review.imported.responses.segments[0].labels == ("Shop", "Web")
    assert page.review_panel.file_card.anew_button.isVisible()
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        qtbot.mouseClick(page.review_panel.file_card.anew_button, LEFT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert view_model.review.imported.mapping.labels == ()
    view_model.discard()
    read(qtbot, view_model, write_people(tmp_path / "three.csv"))
    assert view_model.review.read_as == ""


def test_columns_are_written_as_the_command_line_takes_them_and_read_back(qtbot, view_model, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "one.csv"))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_role(2, Role.COMMENT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    with qtbot.waitSignal(view_model.saved, timeout=LONG):
        view_model.save_columns(tmp_path / "columns.json")
    qtbot.waitUntil(lambda: not view_model.is_busy)
    chosen = view_model.review.imported.mapping
    assert read_mapping(tmp_path / "columns.json") == chosen
    view_model.discard()
    read(qtbot, view_model, write_people(tmp_path / "two.csv"))
    assert view_model.review.imported.mapping.roles != chosen.roles
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.load_columns(tmp_path / "columns.json")
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert view_model.review.imported.mapping.roles == chosen.roles
    view_model.discard()
    read(qtbot, view_model, write_ranks(tmp_path / "other.csv", SAYS_DIRECTION))
    with qtbot.waitSignal(view_model.failed, timeout=LONG) as told:
        view_model.load_columns(tmp_path / "columns.json")
    assert "columns" in told.args[0].code or "mapping" in told.args[0].code
    qtbot.waitUntil(lambda: not view_model.is_busy)


def test_the_page_says_what_could_not_be_checked(qtbot, view_model, page, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    assert "Speed could not be checked" in page.review_panel.file_card.checks_label.text()
    view_model.accept()
    assert "Speed could not be checked" in page.import_cards[0].checks_label.text()


def test_a_folder_brings_in_its_files_and_a_hidden_sheet_is_named(qtbot, view_model, page, tmp_path):
    folder = tmp_path / "wave"
    folder.mkdir()
    write_ranks(folder / "b.csv", SAYS_DIRECTION)
    book = openpyxl.Workbook()
    for name in ("Answers", "Earlier"):
        sheet = book.active if name == "Answers" else book.create_sheet(name)
        sheet.title = name
        sheet.append([SAYS_DIRECTION.format(one) for one in NAMES])
        for _ in range(3):
            sheet.append([1, 2, 3, 4, 5])
    book["Earlier"].sheet_state = "hidden"
    book.save(folder / "a.xlsx")
    (folder / "readme.md").write_text("nothing", encoding="utf-8")
    read(qtbot, view_model, folder)
    assert (view_model.review.imported.name, view_model.n_waiting) == ("a.xlsx", 1)
    combo = page.review_panel.file_card.sheet_combo
    assert [combo.itemText(row) for row in range(combo.count())] == ["Answers", "Earlier (hidden)"]
    choose(qtbot, page, combo, "Earlier")
    assert view_model.review.imported.table.sheet == "Earlier"


def test_an_import_is_looked_at_again_without_its_file(qtbot, document, view_model, page, tmp_path):
    file = write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION)
    read(qtbot, view_model, file)
    view_model.accept()
    Path(file).unlink()
    qtbot.mouseClick(page.import_cards[0].columns_button, LEFT)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.set_reversed(True)
    qtbot.waitUntil(page.take_button.isEnabled)
    view_model.accept()
    assert len(document.project.imports) == 1
    assert document.project.imports[0].mapping.reversed
    qtbot.mouseClick(page.import_cards[0].remove_button, LEFT)
    assert document.project.imports == ()


def test_the_tables_are_item_models(qtbot, qtmodeltester, view_model, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, [(1, 1, 1, 1, "x"), (1, 2, 3, 4, 5)]))
    imported = view_model.review.imported
    columns, left_out = ColumnTableModel(), LeftOutTableModel()
    columns.set_columns(dict(view_model.pillars), imported.mapping.roles, imported.table.columns, 1)
    left_out.set_rows(view_model.entries)
    qtmodeltester.check(columns)
    qtmodeltester.check(left_out)
    assert columns.index(0, 3).data() == "Rank of Ease of use"


def test_cells_are_pasted_by_keys_with_and_without_answers_there(qtbot, document, view_model, page):
    header = [SAYS_DIRECTION.format(name) for name in NAMES]
    text = "\n".join("\t".join(map(str, row)) for row in (header, (2, 1, 3, 4, 5), (1, 2, 3, 4, 5)))
    QGuiApplication.clipboard().setText(text)
    page.activateWindow()
    for n_before in (0, 1):
        assert len(view_model.imports) == n_before
        with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
            QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(page.take_button.isEnabled, timeout=LONG)
        view_model.accept()


def test_a_key_takes_in_what_is_clear(qtbot, view_model, page, tmp_path):
    page.activateWindow()
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    assert page.take_button.isEnabled()
    qtbot.waitUntil(page.take_button.hasFocus)
    QTest.keyClick(page.take_button, Qt.Key.Key_Space)
    assert len(view_model.imports) == 1
    assert page.next_button.hasFocus()


MAXDIFF = [["Timestamp", "Task 1 [Most important]", "Task 1 [Least important]"],
           ["2025/03/01 2:05:11 PM", NAMES[0], NAMES[1]], ["2025/03/01 2:06:11 PM", NAMES[2], NAMES[0]]]  # fmt: skip


def write_rows(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_maxdiff_file_asks_for_its_design_and_is_taken_in_with_it(qtbot, view_model, page, tmp_path, monkeypatch):
    design = write_rows(tmp_path / "design.csv", [["Task", "Item1", "Item2", "Item3"], [1, *NAMES[:3]]])
    read(qtbot, view_model, write_rows(tmp_path / "answers.csv", MAXDIFF))
    card = page.review_panel.design_card
    assert card.isVisible()
    assert "which pillars each task showed" in card.asked_label.text()
    assert not page.take_button.isEnabled()
    monkeypatch.setattr("ui.responses.design_card.QFileDialog.getOpenFileName", lambda *_: (str(design), ""))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        qtbot.mouseClick(card.choose_button, LEFT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert not card.isVisible()
    assert f"puts {NAMES[0]} best and {NAMES[1]} worst" in page.review_panel.first_card.title_label.text()
    qtbot.mouseClick(page.take_button, LEFT)
    assert page.import_cards


def test_numbers_that_fit_both_ways_are_asked_about(qtbot, view_model, page, tmp_path):
    design = write_rows(tmp_path / "design.csv", [["Task", "Item1", "Item2", "Item3"], [1, *NAMES[:3]]])
    rows = [["Resp", "Version", "Best1", "Worst1"], [1, 1, 2, 1], [2, 1, 3, 1]]
    read(qtbot, view_model, write_rows(tmp_path / "answers.csv", rows))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.take_design(design)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    card = page.review_panel.design_card
    assert card.item_button.isVisible()
    assert not card.choose_button.isVisible()
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        qtbot.mouseClick(card.item_button, LEFT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert f"puts {NAMES[1]} best and {NAMES[0]} worst" in page.review_panel.first_card.title_label.text()


def test_nothing_lies_over_the_list_of_rows_once_answers_are_in(qtbot, view_model, page, tmp_path):
    orders = [(1, 2, 3, 4, 5), *[(1, 1, 1, 1, "x"), (1, 2, 3, 4, 99)] * 10]
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, orders))
    view_model.accept()
    card = page.left_out_card
    qtbot.waitUntil(lambda: card.left_out_table.geometry().bottom() < card.reason_label.geometry().top())
