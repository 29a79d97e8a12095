"""Columns that say who somebody is."""

from cxsurvey.reading.values import Role

from .acts import LEFT, LONG, cells, read, shown, write_people


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
        view_model.corrections.set_role(1, Role.PERSONAL_KEPT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    with shown(qtbot, view_model):
        view_model.open_review(document.project.imports[0].key)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.corrections.set_role(1, Role.PERSONAL)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    view_model.accept()
    assert "p1@example.org" not in cells(document.project.imports[0])
    assert document.undo_stack.undoText() == "Change columns of a.csv"
    document.undo_stack.undo()
    assert "p1@example.org" in cells(document.project.imports[0])
    document.undo_stack.redo()
    with shown(qtbot, view_model):
        view_model.open_review(document.project.imports[0].key)
    page.review_panel.columns_card.chosen = 1
    page.review_panel._on_review_changed()
    assert not page.review_panel.column_card.role_field.isVisible()
    assert "bring the file in again" in page.review_panel.column_card.keep_label.text()
