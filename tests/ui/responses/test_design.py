"""What MaxDiff tasks showed: asked for, given, changed long after."""

from ..studies import NAMES
from .acts import LEFT, LONG, MAXDIFF, read, shown, write_rows


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
    assert card.title_label.text() == "What each MaxDiff task showed"
    assert card.asked_label.text() == "As design.csv says. Tasks: 1. Pillars in each: 3. Versions: 1."
    assert f"puts {NAMES[0]} best and {NAMES[1]} worst" in page.review_panel.first_card.title_label.text()
    qtbot.mouseClick(page.take_button, LEFT)
    assert page.import_cards


def test_numbers_that_fit_both_ways_are_asked_about(qtbot, view_model, page, tmp_path):
    design = write_rows(tmp_path / "design.csv", [["Task", "Item1", "Item2", "Item3"], [1, *NAMES[:3]]])
    rows = [["Resp", "Version", "Best1", "Worst1"], [1, 1, 2, 1], [2, 1, 3, 1]]
    read(qtbot, view_model, write_rows(tmp_path / "answers.csv", rows))
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        view_model.corrections.take_design(design)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    card = page.review_panel.design_card
    assert card.item_button.isVisible()
    assert not card.choose_button.isVisible()
    with qtbot.waitSignal(view_model.review_changed, timeout=LONG):
        qtbot.mouseClick(card.item_button, LEFT)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert f"puts {NAMES[1]} best and {NAMES[0]} worst" in page.review_panel.first_card.title_label.text()


def test_an_import_gets_another_design_from_the_cells_that_were_kept(qtbot, document, view_model, page, tmp_path):
    wrong = write_rows(tmp_path / "wrong.csv", [["Task", "Item1", "Item2", "Item3", "Item4"], [1, *NAMES[:4]]])
    right = write_rows(tmp_path / "right.csv", [["Task", "Item1", "Item2", "Item3"], [1, *NAMES[:3]]])
    file = write_rows(tmp_path / "answers.csv", MAXDIFF)
    read(qtbot, view_model, file)
    with shown(qtbot, view_model):
        view_model.corrections.take_design(wrong)
    view_model.accept()
    file.unlink()
    key = document.project.imports[0].key
    with shown(qtbot, view_model):
        view_model.open_review(key)
    card = page.review_panel.design_card
    assert card.choose_button.text() == "Choose another design…"
    with shown(qtbot, view_model):
        view_model.corrections.take_design(right)
    view_model.corrections.undo_stack.undo()
    assert len(view_model.review.imported.mapping.design[0][0]) == 4
    view_model.corrections.undo_stack.redo()
    view_model.accept()
    taken = document.project.imports[0]
    assert (taken.key, len(taken.mapping.design[0][0]), taken.report.complete) == (key, 3, 2)
    assert document.project.responses.best_worst.design.shape[-1] == 3


def test_tasks_that_were_left_out_for_want_of_a_design_are_read_once_it_is_there(
    qtbot, document, view_model, page, tmp_path
):
    ranks = [f"Rank (1 = most important) [{name}]" for name in NAMES]
    rows = [[*MAXDIFF[0], *ranks], *([*row, 1, 2, 3, 4, 5] for row in MAXDIFF[1:])]
    read(qtbot, view_model, write_rows(tmp_path / "answers.csv", rows))
    assert page.review_panel.design_card.isVisible()
    view_model.accept()
    assert document.project.responses.best_worst is None
    with shown(qtbot, view_model):
        view_model.open_review(document.project.imports[0].key)
    assert "give the design" in page.review_panel.design_card.asked_label.text()
    design = write_rows(tmp_path / "design.csv", [["Task", "Item1", "Item2", "Item3"], [1, *NAMES[:3]]])
    with shown(qtbot, view_model):
        view_model.corrections.take_design(design)
    view_model.accept()
    assert document.project.responses.best_worst is not None


def test_a_design_that_is_none_is_told_and_changes_nothing(qtbot, view_model, page, tmp_path):
    read(qtbot, view_model, write_rows(tmp_path / "answers.csv", MAXDIFF))
    before = view_model.review
    bad = write_rows(tmp_path / "bad.csv", [["Task", "Item1", "Item2"], [1, NAMES[0], "Weather"]])
    with qtbot.waitSignal(view_model.failed, timeout=LONG) as told:
        view_model.corrections.take_design(bad)
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert "Weather" in page.notices.texts[0]
    assert told.args[0].code == "design_item_unknown"
    assert view_model.review is before
    assert view_model.corrections.undo_stack.count() == 0
