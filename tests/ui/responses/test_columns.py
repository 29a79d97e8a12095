"""Columns are read as somebody says: roles, values, headings, scales; saved, loaded, remembered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxsurvey.cli.desk import read_mapping
from cxsurvey.reading.values import Role
from ui.responses.table_models import ColumnTableModel, LeftOutTableModel

from ..studies import NAMES, SAYS_DIRECTION, small_study, write_ranks
from .acts import LEFT, LONG, cells, choose, open_column, read, shown, write_people, write_rows


def test_a_pillar_given_to_a_column_is_taken_from_the_one_that_had_it(qtbot, view_model, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    price = next(role for role in view_model.review.imported.mapping.roles if role.pillar and role.column == 4)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.corrections.set_role(1, Role.RANK_OF_PILLAR, price.pillar)
    roles = {role.column: role for role in view_model.review.imported.mapping.roles}
    assert roles[1].pillar == price.pillar
    assert roles[4].role is Role.IGNORED


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
        view_model.corrections.set_reversed(True)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    read(qtbot, view_model, second)
    assert view_model.review.imported.mapping.reversed
    assert view_model.review.is_ready
    assert view_model.review.read_as == "one.csv"


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
        view_model.corrections.set_label(2, "shop", "Shop")
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
        view_model.corrections.set_role(2, Role.COMMENT)
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
        view_model.corrections.load_columns(tmp_path / "columns.json")
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert view_model.review.imported.mapping.roles == chosen.roles
    view_model.discard()
    read(qtbot, view_model, write_ranks(tmp_path / "other.csv", SAYS_DIRECTION))
    with qtbot.waitSignal(view_model.failed, timeout=LONG) as told:
        view_model.corrections.load_columns(tmp_path / "columns.json")
    assert "columns" in told.args[0].code or "mapping" in told.args[0].code
    qtbot.waitUntil(lambda: not view_model.is_busy)


def test_the_tables_are_item_models(qtbot, qtmodeltester, view_model, tmp_path):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, [(1, 1, 1, 1, "x"), (1, 2, 3, 4, 5)]))
    imported = view_model.review.imported
    columns, left_out = ColumnTableModel(), LeftOutTableModel()
    columns.set_columns(dict(view_model.pillars), imported.mapping.roles, imported.table.columns, 1)
    left_out.set_rows(view_model.entries)
    qtmodeltester.check(columns)
    qtmodeltester.check(left_out)
    assert columns.index(0, 3).data() == "Rank of Ease of use"


def write_notes(path):
    """A sheet whose headings stand deeper than the program looks."""
    notes = [["How to read this", *[""] * 4], *([f"Note {n}", *"abcd"] for n in range(8))]
    return write_rows(path, [*notes, [SAYS_DIRECTION.format(name) for name in NAMES], *[[1, 2, 3, 4, 5]] * 3])


def test_headings_are_where_somebody_says_and_that_is_one_step_of_undo(qtbot, view_model, page, tmp_path):
    read(qtbot, view_model, write_notes(tmp_path / "a.csv"))
    assert "where the headings end" in page.sentence_label.text()
    assert not page.take_button.isEnabled()
    box = page.review_panel.file_card.headings_box
    assert box.maximum() == 12
    with shown(qtbot, view_model):
        box.lineEdit().selectAll()
        QTest.keyClicks(box, "10")
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert view_model.review.imported.report.complete == 3
    assert page.take_button.isEnabled()
    assert [role.role for role in view_model.review.imported.mapping.roles] == [Role.RANK_OF_PILLAR] * 5
    undo = view_model.corrections.undo_stack
    assert undo.undoText() == "Say where the headings end"
    undo.undo()
    assert (box.value(), page.take_button.isEnabled()) == (2, False)
    undo.redo()
    assert (box.value(), page.take_button.isEnabled()) == (10, True)


def test_where_headings_end_is_known_for_the_next_file_like_it_and_saved_with_the_columns(qtbot, view_model, tmp_path):
    read(qtbot, view_model, write_notes(tmp_path / "a.csv"))
    with shown(qtbot, view_model):
        view_model.corrections.set_headings(10)
    with qtbot.waitSignal(view_model.saved, timeout=LONG):
        view_model.save_columns(tmp_path / "columns.json")
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert read_mapping(tmp_path / "columns.json").header_rows == 10
    view_model.accept()
    read(qtbot, view_model, write_notes(tmp_path / "b.csv"))
    assert view_model.review.read_as == "a.csv"
    assert view_model.review.imported.report.complete == 3


def test_a_column_is_read_by_the_scale_that_somebody_types(qtbot, view_model, page, tmp_path):
    head = ["Overall, how satisfied are you?", *(SAYS_DIRECTION.format(name) for name in NAMES)]
    read(qtbot, view_model, write_rows(tmp_path / "a.csv", [head, *([n, 1, 2, 3, 4, 5] for n in (3, 12, 20, 7))]))
    card = open_column(page, 1)
    assert not card.scale_field.isVisible()
    choose(qtbot, page, card.role_combo, str(Role.SATISFACTION))
    field = card.scale_field
    assert "does not say" in field.hint_label.text()
    assert (field.low_box.value(), field.high_box.value()) == (3, 20)  # what was answered, as a beginning
    assert [card.value_model.index(row, 2).data() for row in range(4)] == ["not read"] * 4
    assert any("its scale cannot be told" in text for text in page.notices.texts)
    field.low_box.lineEdit().selectAll()
    QTest.keyClicks(field.low_box, "0")
    QTest.keyClick(field.low_box, Qt.Key.Key_Return)
    field.best_combo.set_key("lowest")
    field.best_combo.activated.emit(field.best_combo.currentIndex())
    with shown(qtbot, view_model):
        qtbot.mouseClick(field.use_button, LEFT)
    assert view_model.review.imported.mapping.roles[0].key == "20-0"
    assert view_model.review.imported.responses.satisfaction.tolist() == [85, 40, 0, 65]
    assert not field.use_button.isEnabled()
    assert not any("its scale" in text for text in page.notices.texts)
    view_model.corrections.undo_stack.undo()
    assert "does not say" in field.hint_label.text()


def test_a_notice_about_a_column_leads_to_it(qtbot, view_model, page, tmp_path):
    head = ["Overall, how satisfied are you?", *(SAYS_DIRECTION.format(name) for name in NAMES)]
    read(qtbot, view_model, write_rows(tmp_path / "a.csv", [head, *([n, 1, 2, 3, 4, 5] for n in (3, 12, 20, 7))]))
    page.notices.action_requested.emit("scale_unknown")
    assert page.review_panel.column_card.title_label.text() == "Column A"
    assert page.review_panel.column_card.role_combo.hasFocus()


def test_the_best_end_of_ratings_is_said_once_for_all_pillars(qtbot, view_model, page, tmp_path):
    head = [*(SAYS_DIRECTION.format(name) for name in NAMES), *(f"How well do we do: {name}" for name in NAMES)]
    rows = [[1, 2, 3, 4, 5, 1, 1, 2, 5, 4], [2, 1, 3, 4, 5, 2, 1, 1, 4, 4]]
    read(qtbot, view_model, write_rows(tmp_path / "a.csv", [head, *rows]))
    assert view_model.review.imported.responses.performance.tolist() == [row[5:] for row in rows]
    card = open_column(page, 7)
    assert card.best_field.isVisible()
    choose(qtbot, page, card.best_combo, "1")
    turned = [[6 - rating for rating in row[5:]] for row in rows]
    assert view_model.review.imported.responses.performance.tolist() == turned


def test_of_joined_answers_each_option_is_read_as_somebody_says(qtbot, view_model, page, tmp_path):
    channels = ("Phone;Shop", "Phone call", "Shop", "Shop;Phone call", "Phone", "Shop")
    read(qtbot, view_model, write_people(tmp_path / "a.csv", channels))
    card = open_column(page, 2)
    choose(qtbot, page, card.role_combo, str(Role.SEVERAL))
    values = [card.value_model.index(row, 0).data() for row in range(card.value_model.rowCount())]
    assert sorted(values) == ["Phone", "Phone call", "Shop"]
    card.value_table.selectRow(values.index("Phone call"))
    choose(qtbot, page, card.value_field.combo, "Phone")
    segments = {one.name: one.codes.tolist() for one in view_model.review.imported.responses.segments}
    assert segments == {"Channel: Phone": [0, 0, 1, 0, 0, 1], "Channel: Shop": [0, 1, 0, 0, 1, 0]}


def test_corrections_are_taken_back_one_by_one_and_leave_the_study_alone(qtbot, document, view_model, page, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "a.csv"))
    before = document.project
    found = view_model.review
    assert page.undo_stack.count() == 0
    with shown(qtbot, view_model):
        view_model.corrections.set_label(2, "shop", "Shop")
    with shown(qtbot, view_model):
        view_model.corrections.set_role(2, Role.COMMENT)
    undo = page.undo_stack
    assert undo.undoText() == "Read column B as something else"
    undo.undo()
    assert view_model.review.imported.responses.segments[0].labels == ("Shop", "Web")
    undo.undo()
    assert view_model.review is found
    undo.redo()
    assert view_model.review.imported.mapping.labels
    assert document.project is before
    view_model.accept()
    assert page.undo_stack is None
    assert view_model.corrections.undo_stack.count() == 0
    assert document.undo_stack.undoText() == "Import a.csv"


def test_a_correction_that_is_still_read_is_given_up_by_undo(qtbot, view_model, tmp_path):
    read(qtbot, view_model, write_people(tmp_path / "a.csv"))
    with shown(qtbot, view_model):
        view_model.corrections.set_role(2, Role.COMMENT)
    found = view_model.review
    view_model.corrections.set_role(2, Role.IGNORED)
    view_model.corrections.undo_stack.undo()
    qtbot.waitUntil(lambda: not view_model._jobs._jobs)
    assert view_model.review is not found
    assert view_model.review.imported.mapping.roles[1].role is Role.SEGMENT
