"""Our view: colleagues are added, rank and score by keys and clicks, and the page says what they share."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from cxsurvey.channels.internal_form import write_internal_template
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import built_in_pillars
from cxsurvey.project import Study, new_project, with_internal, with_pillars
from tests.core.studies import EMPTY_SURVEY
from tests.ui.programs import LONG
from ui.document import Document
from ui.internal.page import InternalPage
from ui.internal.view_model import InternalViewModel, ViewState
from ui.results import Results

PEOPLE = (("Ann", "leader"), ("Ben", "leader"), ("Cid", "front_line"), ("Dee", "front_line"))


def study():
    return new_project(Study("Spring survey"), built_in_pillars(), EMPTY_SURVEY)


def with_people(project):
    """Four colleagues who rank; the front line turns the order round."""
    keys = project.pillar_keys
    people = tuple(
        Colleague(
            f"c{number}", name, level=level, ranking=keys if level == "leader" else keys[::-1],
            scores=tuple((key, 3) for key in keys),
        )
        for number, (name, level) in enumerate(PEOPLE, 1)
    )  # fmt: skip
    return with_internal(project, InternalView(people))


@pytest.fixture
def document(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    document = Document()
    document.new(study())
    yield document
    document.close()


@pytest.fixture
def page(qtbot, theme, document):
    results = Results(document)
    page = InternalPage(theme, InternalViewModel(document, results))
    qtbot.addWidget(page)
    page.resize(1044, 800)
    page.show()
    page.wait = lambda: qtbot.waitUntil(lambda: not results.is_busy)
    page.wait()
    yield page
    page._view_model.shut_down()
    results.shut_down()


@pytest.fixture
def full(qtbot, page, document):
    document.edit("People", with_people(document.project))
    page.wait()
    return page


def chosen(document, key="c1"):
    return document.project.internal.colleague(key)


def test_an_empty_page_adds_oneself_and_takes_the_name_that_is_typed(qtbot, page, document):
    assert page.empty_state.isVisible()
    page.empty_state.primary_button.click()
    assert not page.empty_state.isVisible()
    card = page.colleague_card
    assert card.name_edit.isVisible()
    assert card.name_edit.selectedText() == "New colleague"
    qtbot.keyClicks(card.name_edit, "Marta Silva")
    qtbot.keyClicks(card.role_edit, "Head of CX")
    card.level_combo.setCurrentIndex(1)
    card.level_combo.activated.emit(1)
    person = chosen(document)
    assert (person.name, person.role, person.level) == ("Marta Silva", "Head of CX", "leader")
    assert page.colleague_list.model().index(0, 0).data() == "Marta Silva"


def test_an_emptied_name_gives_way_to_the_one_that_is_kept(qtbot, full, document):
    card = full.colleague_card
    card.details_button.click()
    card.name_edit.selectAll()
    qtbot.keyClick(card.name_edit, Qt.Key.Key_Delete)
    assert chosen(document).name == "Ann"
    card.name_edit.editingFinished.emit()
    assert chosen(document).name == "Ann"


def test_a_ranking_counts_from_the_first_move_or_when_the_order_is_kept(qtbot, page, document):
    page._view_model.add()
    card, keys = page.colleague_card, list(document.project.pillar_keys)
    assert chosen(document).ranking == ()
    card.keep_button.click()
    assert list(chosen(document).ranking) == keys
    assert chosen(document).date
    document.undo_stack.undo()
    assert chosen(document).ranking == ()
    card.editor.setCurrentIndex(card.editor.model().index(1, 0))
    qtbot.keyClick(card.editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(chosen(document).ranking) == [keys[1], keys[0], *keys[2:]]
    assert not card.keep_button.isVisible()
    page.wait()
    qtbot.waitUntil(lambda: "One colleague has ranked" in page.sentence_label.text())


def test_scores_are_given_by_click_and_by_number_and_the_total_runs(qtbot, page, document):
    page._view_model.add()
    card = page.colleague_card
    card._on_part_chosen("scores")
    rows, keys = card.score_panel.rows, document.project.pillar_keys
    list(rows[0].chips._chips.values())[3].click()
    qtbot.keyClick(rows[1].chips._chips["1"], Qt.Key.Key_5)
    assert chosen(document).score(keys[0]) == 4
    assert chosen(document).score(keys[1]) == 5
    assert card.score_panel.total_label.text() == "Total: 9 of 50"
    assert rows[1].level_label.text() == "Excellent"
    qtbot.keyClick(rows[1].chips._chips["5"], Qt.Key.Key_Delete)
    assert chosen(document).score(keys[1]) is None
    assert page._view_model.state(chosen(document)) is ViewState.RANKING_OPEN


def test_the_header_and_the_table_say_what_all_share(full, document):
    assert "share almost no common order" in full.sentence_label.text()
    card = full.consensus_card
    assert card.isVisible()
    assert card.order_model.rowCount() == 10
    assert card.order_model.index(0, 2).data() == "1 to 10"
    assert "Leaders (2) and the front line (2)" in card.levels_block.sentence_label.text()
    assert "further from the others" in card.different_block.sentence_label.text()
    plain, formula = card.details()
    assert "every colleague counts alike" in plain
    assert "Kendall’s W" in formula
    assert full.chart_view.figure is not None


def test_arrows_choose_a_colleague_and_delete_removes_with_undo(qtbot, full, document):
    listed = full.colleague_list
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert full.colleague_card.title_label.text() == "Ben"
    spoken = listed.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ben, Done"
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [one.name for one in document.project.internal.colleagues] == ["Ann", "Cid", "Dee"]
    assert full.colleague_card.title_label.text() == "Cid"
    document.undo_stack.undo()
    assert len(document.project.internal.colleagues) == 4


def test_a_locked_view_changes_no_more_until_it_is_unlocked(qtbot, full, document):
    before = document.project.internal.colleagues
    full.lock_button.click()
    assert document.project.internal.locked_on
    assert "the report will say" in full.notices.texts[0]
    assert not full.colleague_card.editor.isEnabled()
    assert not full.add_button.isEnabled()
    qtbot.keyClick(full.colleague_list, Qt.Key.Key_Delete)
    full._view_model.score(document.project.pillar_keys[0], 1)
    assert document.project.internal.colleagues == before
    assert any("Unlock it first" in text for text in full.notices.texts)
    full.notices.action_requested.emit("locked")
    assert not document.project.internal.locked_on
    assert full.colleague_card.editor.isEnabled()
    document.undo_stack.undo()
    assert document.project.internal.locked_on, "unlocking can be undone"


def filled(project, path, name):
    """A colleague's returned workbook."""
    from openpyxl import load_workbook

    write_internal_template(project, path)
    book = load_workbook(path)
    sheet, places = book.worksheets[0], iter(range(1, 20))
    codes = {pillar.code for pillar in project.pillars}
    for row in range(1, sheet.max_row + 1):
        mark = sheet.cell(row, 1).value
        if mark == "name":
            sheet.cell(row, 3).value = name
        if mark in codes:
            sheet.cell(row, 4).value = next(places)
            sheet.cell(row, 5).value = 4
    book.save(path)


def test_returned_workbooks_dropped_on_the_page_are_taken_and_undone(qtbot, page, document, tmp_path):
    filled(document.project, tmp_path / "rosa.xlsx", "Rosa Díaz")
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("rosa.xlsx", "broken.xlsx", "photo.png")])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page._view_model.imported, timeout=LONG):
        page.dropEvent(event)
    person = document.project.internal.colleagues[0]
    assert person.name == "Rosa Díaz"
    assert person.ranking == document.project.pillar_keys
    assert "Rosa Díaz" in page.notices.texts[0]
    assert len(page.notices.texts) == 2, "the file that could not be read is told"
    document.undo_stack.undo()
    assert not document.project.internal.colleagues


def test_the_empty_workbook_is_written_where_it_is_wished(qtbot, full, tmp_path, monkeypatch):
    wished = tmp_path / "Our view"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wished), ""))
    with qtbot.waitSignal(full._view_model.template_written, timeout=LONG) as told:
        full.template_button.click()
    assert Path(told.args[0]).is_file()
    assert "Our view.xlsx" in full.notices.texts[0]


def test_a_place_that_cannot_be_written_is_told_in_the_page(qtbot, full, tmp_path):
    with qtbot.waitSignal(full._view_model.refused, timeout=LONG):
        full._view_model.write_template(tmp_path / "gone" / "view.xlsx")
    assert full.notices.texts
    assert full.progress_panel.isHidden()


def test_results_of_other_pillars_are_not_shown(full, document):
    document.edit("Fewer", with_pillars(document.project, document.project.pillars[:5]))
    assert full._view_model.consensus is None


def top(page, card):
    return card.mapTo(page, QPoint(0, 0)).y()


def test_narrow_stacks_the_list_above_the_ranking_and_every_control_has_a_name(qtbot, full):
    full.resize(760, 640)
    qtbot.waitUntil(lambda: top(full, full.colleagues_card) < top(full, full.colleague_card))
    full.resize(1044, 800)
    for widget in full.findChildren(QAbstractButton) + full.findChildren(QLineEdit):
        assert not widget.isVisibleTo(full) or widget.accessibleName() or widget.text(), widget
