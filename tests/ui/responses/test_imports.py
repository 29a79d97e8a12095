"""Files that are in the study: what became of their rows, looked at again, taken out."""

from pathlib import Path

from ui.responses.page import ResponsesPage
from ui.responses.table_models import LeftOutTableModel
from ui.responses.view_model import ResponsesViewModel
from ui.shell_view_model import ShellViewModel

from ..studies import SAYS_DIRECTION, write_ranks
from .acts import LEFT, LONG, read, shown


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


def test_an_import_is_looked_at_again_without_its_file(qtbot, document, view_model, page, tmp_path):
    file = write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION)
    read(qtbot, view_model, file)
    view_model.accept()
    Path(file).unlink()
    with shown(qtbot, view_model):
        qtbot.mouseClick(page.import_cards[0].columns_button, LEFT)
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.corrections.set_reversed(True)
    qtbot.waitUntil(page.take_button.isEnabled)
    view_model.accept()
    assert len(document.project.imports) == 1
    assert document.project.imports[0].mapping.reversed
    qtbot.mouseClick(page.import_cards[0].remove_button, LEFT)
    assert document.project.imports == ()


def test_nothing_lies_over_the_list_of_rows_once_answers_are_in(qtbot, view_model, page, tmp_path):
    orders = [(1, 2, 3, 4, 5), *[(1, 1, 1, 1, "x"), (1, 2, 3, 4, 99)] * 10]
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION, orders))
    view_model.accept()
    card = page.left_out_card
    qtbot.waitUntil(lambda: card.left_out_table.geometry().bottom() < card.reason_label.geometry().top())


def test_careless_answers_of_a_study_that_was_opened_are_looked_for_beside_the_window(
    qtbot, theme, document, view_model, tmp_path
):
    read(qtbot, view_model, write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION))
    view_model.accept()
    opened = ResponsesViewModel(document, ShellViewModel())
    page = ResponsesPage(theme, opened)
    qtbot.addWidget(page)
    assert page.import_cards[0].checks_label.text() == ""
    qtbot.waitSignal(opened.checks_changed, timeout=LONG).wait()
    assert "Speed could not be checked" in page.import_cards[0].checks_label.text()
    qtbot.waitUntil(lambda: not opened._checking._jobs)
