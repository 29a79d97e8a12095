"""The responses page: files are read, looked at, corrected, taken in and taken out again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

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


def test_columns_are_chosen_by_hand_where_nothing_was_recognised(qtbot, view_model, page, tmp_path):
    unknown = tuple(f"Column {letter}" for letter in "vwxyz")
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", names=unknown))
    assert not page.take_button.isEnabled()
    card = page.review_panel.columns_card
    for row, (key, name) in enumerate(view_model.pillars):
        card.column_table.selectRow(row)
        card.role_combo.set_key(str(Role.RANK_OF_PILLAR))
        card.role_combo.activated.emit(card.role_combo.currentIndex())
        card.pillar_combo.set_key(key)
        with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
            card.pillar_combo.activated.emit(card.pillar_combo.currentIndex())
        qtbot.waitUntil(lambda: not view_model.is_busy)
        assert card.column_model.index(row, 3).data() == f"Rank of {name}"
    view_model.set_reversed(False)
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


def test_rows_left_out_are_listed_and_saved(qtbot, view_model, page, tmp_path):
    orders = [(1, 2, 3, 4, 5), (1, 1, 1, 1, "x"), (1, 2, 3, 4, 99)]
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, orders))
    assert page.left_out_card.isVisible()
    target = tmp_path / "list.csv"
    with qtbot.waitSignal(view_model.saved_list, timeout=LONG):
        view_model.save_list(target)
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + page.left_out_model.rowCount()
    qtbot.waitUntil(lambda: not view_model.is_busy)


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
    left_out.set_entries(view_model.left_out, view_model.corrected)
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
