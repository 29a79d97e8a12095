"""Files are dropped, pasted, refused, stopped; what was understood is taken in."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxsurvey.reading.ledger import RESPONDENT_SHEET
from cxsurvey.reading.platforms import (
    conjointly,
    google_forms,
    limesurvey,
    microsoft_forms,
    own_form,
    qualtrics,
    sawtooth,
    surveyjs,
    surveymonkey,
    typeform,
    xlsforms,
)
from ui.responses.file_card import OWN_FORMS, PLATFORMS

from ..studies import NAMES, SAYS_DIRECTION, write_ranks
from .acts import LEFT, LONG, choose, read, refused

OLE_HEAD = bytes.fromhex("D0CF11E0A1B11AE1")


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


def test_letters_are_read_as_somebody_says_and_back_by_undo(qtbot, view_model, page, tmp_path):
    header = ",".join([*(SAYS_DIRECTION.format(name) for name in NAMES), "Город"])
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join([header, *["1,2,3,4,5,Тула"] * 3]).encode("cp1251"))
    read(qtbot, view_model, path)
    card = page.review_panel.file_card
    assert card.letters_combo.key == "cp1252"
    assert any("choose another encoding" in text for text in card.told_list.texts)
    choose(qtbot, page, card.letters_combo, "cp1251")
    headers = [role.header for role in view_model.review.imported.mapping.roles]
    assert headers[-1] == "Город"
    assert card.letters_combo.currentText() == "Windows-1251"
    view_model.corrections.undo_stack.undo()
    assert card.letters_combo.key == "cp1252"


def test_what_else_was_noticed_stands_with_the_file_and_unfolds(qtbot, view_model, page, tmp_path):
    orders = [(1, 2, 3, 4, 5), ("", "", "", "", ""), (1, 2, "", "", "")]
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, orders))
    told = page.review_panel.file_card.told_list
    assert page.notices.texts == []
    assert any("without an answer" in text for text in told.texts)
    assert told.isVisible() == bool(told.texts)


def test_every_platform_has_its_name(view_model, page):
    for platform in (module.NAME for module in (conjointly, google_forms, limesurvey, microsoft_forms, qualtrics,
                                                sawtooth, surveyjs, surveymonkey, typeform)):  # fmt: skip
        assert platform in PLATFORMS
    assert {xlsforms.KOBO, xlsforms.CENTRAL, xlsforms.BRIEFCASE} <= PLATFORMS.keys()
    assert set(OWN_FORMS) == {own_form.FILLED_BY_ALL, RESPONDENT_SHEET}


def test_esc_stops_reading(qtbot, document, view_model, page, tmp_path):
    path = write_ranks(tmp_path / "many.csv", SAYS_DIRECTION, [(1, 2, 3, 4, 5)] * 50_000)
    page.activateWindow()
    view_model.take_files([str(path)])
    assert "Esc stops" in page.sentence_label.text()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view_model.is_busy and page.drop_area.isVisible(), timeout=1000)
    qtbot.waitUntil(lambda: not view_model._jobs._jobs, timeout=5000)
    assert view_model.review is None
