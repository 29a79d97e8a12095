"""The survey page: kinds, languages, questions by click, the form written; what a respondent sees follows at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxsurvey.survey import PRIORITY_KINDS, QuestionKind
from tests.ui.programs import LONG
from ui.document import Document
from ui.survey.page import SurveyPage
from ui.survey.view_model import SurveyViewModel

from .studies import small_study

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    document = Document()
    document.new(small_study())
    yield document
    document.close()


@pytest.fixture
def view_model(document):
    return SurveyViewModel(document)


@pytest.fixture
def page(qtbot, theme, view_model):
    page = SurveyPage(theme, view_model)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page


def kinds(document):
    return [question.kind for question in document.project.survey.questions]


def chip(row, key):
    return row._chips[key]


def on_the_phone(page):
    return [label.text() for label in page.preview_panel.scroll_area.widget().findChildren(QLabel)]


def test_another_way_of_ranking_is_one_step_that_can_be_undone(qtbot, document, page):
    qtbot.mouseClick(page.format_card.buttons[QuestionKind.TOP_RANKING], LEFT)
    assert kinds(document)[0] is QuestionKind.TOP_RANKING
    document.undo_stack.undo()
    assert kinds(document)[0] is QuestionKind.FULL_RANKING
    assert page.format_card.buttons[QuestionKind.FULL_RANKING].isChecked()


def test_arrow_keys_go_from_format_to_format(qtbot, document, page):
    page.activateWindow()
    qtbot.wait(50)
    page.format_card.buttons[QuestionKind.FULL_RANKING].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert kinds(document)[0] is QuestionKind.BEST_WORST
    assert len(document.project.survey.tasks) == 5
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert kinds(document)[0] is QuestionKind.POINTS
    assert document.project.survey.tasks == ()


@pytest.mark.parametrize("kind", PRIORITY_KINDS)
def test_every_format_says_what_it_means_and_is_shown_on_the_phone(qtbot, view_model, page, kind):
    view_model.set_kind(str(kind))
    button = page.format_card.buttons[kind]
    assert button.isChecked()
    assert " s" in button.accessibleDescription()
    assert ("it depends" in button.accessibleDescription()) is (kind in ("points", "importance"))
    only_here = {QuestionKind.GUIDED_SORT: "Next most important", QuestionKind.BEST_WORST: "List 1 of 5"}
    assert only_here.get(kind, "Reliability") in on_the_phone(page)


def test_how_many_to_invite_is_one_click_away(qtbot, page):
    with qtbot.waitSignal(page.step_requested) as wished:
        qtbot.mouseClick(page.format_card.plan_button, LEFT)
    assert wished.args == ["adequacy"]


def test_one_format_is_recommended(view_model):
    assert [one.kind for one in view_model.formats if one.recommended] == [QuestionKind.GUIDED_SORT]


def test_loyalty_is_two_questions_added_together(qtbot, document, view_model, page):
    assert QuestionKind.SATISFACTION in view_model.addable
    view_model.add(str(QuestionKind.SATISFACTION))
    assert {QuestionKind.SATISFACTION, QuestionKind.IMAGE} <= set(kinds(document))
    assert "Very satisfied" in on_the_phone(page)
    assert QuestionKind.SATISFACTION not in view_model.addable
    document.undo_stack.undo()
    assert QuestionKind.IMAGE not in kinds(document)


def test_an_attention_check_that_asks_for_nothing_is_told(view_model, page):
    view_model.add(str(QuestionKind.ATTENTION))
    assert not [told for told in view_model.notices if told.code == "attention_unclear"]
    view_model.set_text("att", "Please choose the fourth.")
    assert [told for told in view_model.notices if told.code == "attention_unclear"]


def test_a_typed_question_is_read_on_the_phone(qtbot, page):
    edit = page.question_cards[0].text_edit
    edit.selectAll()
    QTest.keyClicks(edit, "What counts for you?")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert "1. What counts for you?" in on_the_phone(page)


def test_questions_are_added_moved_and_removed(qtbot, document, view_model, page):
    view_model.add(str(QuestionKind.SEGMENT))
    added = document.project.survey.questions[-1] if kinds(document)[-1] is QuestionKind.SEGMENT else None
    card = next(card for card in page.question_cards if hasattr(card, "options_box"))
    assert added is None or card.code == added.code
    at = page.question_cards.index(card)
    qtbot.mouseClick(card.up_button, LEFT)
    assert kinds(document)[at - 1] is QuestionKind.SEGMENT
    card = next(card for card in page.question_cards if hasattr(card, "options_box"))
    qtbot.mouseClick(card.remove_button, LEFT)
    assert QuestionKind.SEGMENT not in kinds(document)


def test_answers_of_a_question_of_ones_own_are_lines(qtbot, document, view_model, page):
    view_model.add(str(QuestionKind.SEGMENT))
    card = next(card for card in page.question_cards if hasattr(card, "options_box"))
    card.options_box.setPlainText("North\n\n South ")
    card.options_box.text_finished.emit(card.options_box.toPlainText())
    assert view_model.option_labels(card.code) == ("North", "South")
    assert "South" in on_the_phone(page)


def test_the_main_question_cannot_be_removed(page):
    assert not page.question_cards[0].remove_button.isVisible()


def test_a_language_is_added_shown_and_edited(qtbot, document, view_model, page):
    assert not page.shown_field.isVisible()
    qtbot.mouseClick(chip(page.languages_chips, "pl"), LEFT)
    assert document.project.survey.languages == ("en", "pl")
    qtbot.mouseClick(chip(page.shown_chips, "pl"), LEFT)
    page.title_edit.selectAll()
    QTest.keyClicks(page.title_edit, "Co jest najlepsze?")
    assert document.project.survey.title("pl") == "Co jest najlepsze?"
    assert document.project.survey.title("en") != document.project.survey.title("pl")
    assert "Co jest najlepsze?" in on_the_phone(page)


def test_typing_the_introduction_is_one_step_of_undo(qtbot, document, page):
    before = document.undo_stack.count()
    page.introduction_box.setFocus()
    page.introduction_box.selectAll()
    QTest.keyClicks(page.introduction_box, "Hello")
    assert dict(document.project.survey.introductions)["en"] == "Hello"
    assert document.undo_stack.count() == before + 1


def test_notices_name_questions_and_languages_as_people_do(view_model, page):
    view_model.add(str(QuestionKind.SEGMENT))
    view_model.set_languages(["en", "th"])
    told = [text for text in page.notices.texts if "ไทย" in text]
    assert told
    assert "seg1" not in " ".join(told)


def test_the_excel_form_is_written_and_the_version_counts_as_made(qtbot, document, view_model, page, tmp_path):
    with qtbot.waitSignal(view_model.written, timeout=LONG):
        view_model.write_excel(tmp_path / "form.xlsx")
    assert all(path.is_file() for path in view_model.files)
    assert document.project.survey.made == document.project.survey.version
    assert "form" in page.notices.texts[0]
    qtbot.waitUntil(lambda: not view_model.is_busy)


def test_the_phone_follows_the_question_that_is_edited(qtbot, page):
    bar = page.preview_panel.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.question_cards[-1].entered.emit(page.question_cards[-1].code)
    assert bar.value() > 0


def test_tab_goes_through_the_page_as_it_is_read(qtbot, view_model, page):
    view_model.add(str(QuestionKind.SEGMENT))
    view_model.move(page.question_cards[-1].code, -1)
    page.activateWindow()
    qtbot.wait(50)
    wanted = [
        page.make_button, page.format_card.buttons[QuestionKind.FULL_RANKING], chip(page.languages_chips, "en"),
        page.title_edit, page.introduction_box, *(card.text_edit for card in page.question_cards), page.add_button,
        page.preview_panel.scroll_area,
    ]  # fmt: skip
    page.make_button.setFocus()
    passed = [page.make_button]
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert [widget for widget in passed[: passed.index(wanted[-1]) + 1] if widget in wanted] == wanted
