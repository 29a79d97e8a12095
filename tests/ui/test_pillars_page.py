"""The pillars page: words edited in place, order, lists, languages, what the study is about."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from cxsurvey.pillars import built_in_pillars
from cxsurvey.project import Study, new_project
from tests.core.storage.studies import rich_project
from tests.core.studies import EMPTY_SURVEY
from ui.document import Document
from ui.pillars.page import PillarsPage
from ui.pillars.view_model import PillarsViewModel


@pytest.fixture
def document(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    document = Document()
    document.new(new_project(Study("Spring survey", "Sample company"), built_in_pillars(), EMPTY_SURVEY))
    yield document
    document.close()


@pytest.fixture
def page(qtbot, theme, document):
    page = PillarsPage(theme, PillarsViewModel(document))
    qtbot.addWidget(page)
    page.resize(1044, 800)
    page.show()
    return page


def names(document):
    return [pillar.name for pillar in document.project.pillars]


def type_over(qtbot, edit, text):
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def action(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def test_the_header_says_whether_customers_can_tell_the_pillars_apart(qtbot, page):
    assert "far enough apart" in page.sentence_label.text()
    other = page.cards[1].sentence_label.text().strip("“”")
    page.cards[0].edit_button.click()
    type_over(qtbot, page.cards[0].fields["customer_sentence"].field, other)
    assert "may confuse" in page.sentence_label.text()
    page.cards[0].done_button.click()
    assert page.cards[1].title_label.text() in page.cards[0].confused_label.text()
    assert page.cards[1].confused_label.isVisible()


def test_typing_a_name_is_one_step_of_undo_and_keeps_the_key(qtbot, page, document):
    key, before = document.project.pillar_keys[0], names(document)
    page.cards[0].edit_button.click()
    type_over(qtbot, page.cards[0].fields["name"].field, "Adverts and claims")
    assert names(document)[0] == "Adverts and claims"
    assert page.cards[0].title_label.text() == "Adverts and claims"
    qtbot.keyClick(page.cards[0].fields["name"].field, Qt.Key.Key_Return)
    assert not page.cards[0].is_open
    document.undo_stack.undo()
    assert names(document) == before
    assert document.project.pillar_keys[0] == key


def test_a_name_that_stands_already_is_refused_below_its_field(qtbot, page, document):
    before = names(document)
    page.cards[0].edit_button.click()
    field = page.cards[0].fields["name"]
    field.field.clear()
    field.field.insert("")
    qtbot.keyClicks(field.field, "x")
    qtbot.keyClick(field.field, Qt.Key.Key_Backspace)
    assert "Give each pillar its own" in field.hint_label.text()
    assert names(document)[1:] == before[1:]
    field.field.editingFinished.emit()
    assert field.field.text() == names(document)[0], "what was refused gives way"


def test_words_in_another_language_leave_the_main_ones(qtbot, page, document):
    before = names(document)
    page._view_model.show_language("pl")
    assert page.cards[0].title_label.text() == document.project.pillars[0].text("pl").name
    page.cards[0].edit_button.click()
    type_over(qtbot, page.cards[0].fields["customer_sentence"].field, "Uczciwe reklamy")
    assert document.project.pillars[0].text("pl").customer_sentence == "Uczciwe reklamy"
    assert names(document) == before


def test_alt_and_arrows_move_a_pillar_and_keep_the_focus(qtbot, page, document):
    card = page.cards[2]
    name = names(document)[2]
    card.edit_button.setFocus()
    qtbot.keyClick(card.edit_button, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(document)[1] == name
    qtbot.keyClick(card.edit_button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page.cards[2].down_button.click()
    assert names(document)[3] == name
    assert page.cards[3] is card
    action(card.menu(), "Move to the top").trigger()
    assert names(document)[0] == name


def test_add_opens_a_card_whose_sentence_follows_its_name_until_it_is_worded(qtbot, page, document):
    page.add_button.click()
    assert len(page.cards) == 11
    card = page.cards[-1]
    assert card.is_open
    type_over(qtbot, card.fields["name"].field, "Delivery")
    assert document.project.pillars[-1].texts[0].customer_sentence == "Delivery"
    for _ in range(20):
        page.add_button.click()
    assert len(page.cards) == 20
    assert not page.add_button.isEnabled()


def test_a_pillar_is_removed_and_comes_back_by_undo(page, document):
    before = names(document)
    action(page.cards[0].menu(), "Remove").trigger()
    assert names(document) == before[1:]
    document.undo_stack.undo()
    assert names(document) == before
    assert [card.title_label.text() for card in page.cards] == before


def test_a_pillar_with_answers_stays_and_the_page_says_why(qtbot, theme, document):
    document.new(rich_project())
    page = PillarsPage(theme, PillarsViewModel(document))
    qtbot.addWidget(page)
    n = len(page.cards)
    action(page.cards[0].menu(), "Remove").trigger()
    assert len(page.cards) == n
    assert "have already ranked" in page.notices.texts[0]
    assert document.project.pillars[0].name in page.notices.texts[0]


def test_another_shipped_list_and_back(page, document):
    actions = page.list_button.menu().actions()
    actions[1].trigger()
    assert len(page.cards) == len(document.project.pillars) == 5
    assert "Undo brings the former back" in page.notices.texts[0]
    actions[0].trigger()
    assert document.project.pillars == built_in_pillars()


def test_a_list_of_ones_own_is_read_and_a_wrong_one_is_told(page, document, tmp_path, monkeypatch):
    path = tmp_path / "own.json"
    path.write_text(json.dumps(["Speed", "Price", "Warmth"]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    page.list_button.menu().actions()[-1].trigger()
    assert names(document) == ["Speed", "Price", "Warmth"]
    path.write_text("{")
    page.list_button.menu().actions()[-1].trigger()
    assert "not valid JSON" in page.notices.texts[0]
    assert len(page.cards) == 3


def test_shipped_words_are_restored(qtbot, page, document):
    page.cards[0].edit_button.click()
    type_over(qtbot, page.cards[0].fields["customer_sentence"].field, "Other words")
    assert action(page.cards[0].menu(), "Restore the shipped words").isEnabled()
    action(page.cards[0].menu(), "Restore the shipped words").trigger()
    assert document.project.pillars == built_in_pillars()
    assert not action(page.cards[0].menu(), "Restore the shipped words").isEnabled()


def test_the_study_is_described_as_it_is_typed_and_keeps_a_title(qtbot, page, document):
    card = page.study_card
    type_over(qtbot, card.title_edit, "Autumn survey")
    type_over(qtbot, card.asked_edit, "Guests of 2026")
    assert (document.project.study.title, document.project.study.asked) == ("Autumn survey", "Guests of 2026")
    card.title_edit.selectAll()
    qtbot.keyClick(card.title_edit, Qt.Key.Key_Delete)
    assert "needs a title" in card.title_field.hint_label.text()
    assert document.project.study.title == "Autumn survey"
    page._view_model.describe(fielded_from="2026-05-02", fielded_to="2026-05-01")
    assert "before the first day" in card.to_field.hint_label.text()


def test_the_page_is_one_column_when_narrow_and_speaks_its_names(page):
    page.resize(760, 640)
    assert page.cards[0].x() == page.cards[1].x()
    page.resize(1044, 640)
    assert page.cards[0].y() == page.cards[1].y()
    for widget in page.findChildren(QAbstractButton) + page.findChildren(QLineEdit):
        if widget.isVisibleTo(page) and widget.objectName() != "qt_spinbox_lineedit":
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_another_page_of_the_same_study_shows_the_same(theme, qtbot, page, document):
    page._view_model.move(document.project.pillar_keys[0], 5)
    again = PillarsPage(theme, PillarsViewModel(document))
    qtbot.addWidget(again)
    assert [card.title_label.text() for card in again.cards] == [card.title_label.text() for card in page.cards]
