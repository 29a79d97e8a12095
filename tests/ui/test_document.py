"""The document: edits, undo, what is on disk, saving and the star."""

from dataclasses import replace

import pytest

from cxsurvey.internal import Colleague, put_colleague
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.pillars import with_text
from cxsurvey.plan import choose
from cxsurvey.project import (
    add_import,
    remove_import,
    with_bandings,
    with_internal,
    with_pillars,
    with_plan,
    with_survey,
)
from cxsurvey.storage import WorkingCopy, load_project, recoverable, save_project
from tests.core.storage.studies import KEYS, assert_same, imported, rich_project, with_title
from ui import document as module
from ui.document import Document


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))


@pytest.fixture
def document(qapp):
    document = Document()
    document.new(replace(rich_project(), internal=replace(rich_project().internal, locked_on="")))
    yield document
    document.close()


def on_disk(document, qtbot):
    qtbot.waitUntil(lambda: document._copy.project is document.project)
    return document._copy.project


def edits(project):
    """One of every kind."""
    project = replace(project, internal=replace(project.internal, locked_on=""))
    first = project.imports[0]
    return {
        "title": with_title(project, "Another"),
        "pillar": with_pillars(project, (with_text(project.pillars[0], "en", name="Renamed"), *project.pillars[1:])),
        "colleague": with_internal(project, put_colleague(project.internal, Colleague("c9", "Cy", ranking=KEYS))),
        "survey": with_survey(project, replace(project.survey, languages=("en",))),
        "bands": with_bandings(project, replace(project.generations, bands=()), project.ages),
        "plan": with_plan(project, choose(project.plan, "trust")),
        "import": add_import(project, imported("more", 10, 8)),
        "mapping": add_import(project, replace(first, mapping=replace(first.mapping, reversed=False))),
        "import removed": remove_import(project, "one"),
    }


@pytest.mark.parametrize("name", edits(rich_project(1)))
def test_undoing_anything_restores_the_former_value_on_screen_and_on_disk(document, qtbot, name):
    before = document.project
    after = edits(before)[name]
    document.edit(name, after)
    assert document.project is after
    assert on_disk(document, qtbot) is after
    assert document.undo_stack.undoText() == name
    document.undo_stack.undo()
    assert document.project is before
    assert on_disk(document, qtbot) is before
    document.undo_stack.redo()
    assert document.project is after
    assert on_disk(document, qtbot) is after


def test_typing_is_one_step_until_a_pause_or_a_save(document, monkeypatch, tmp_path):
    start, now = document.project, [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    for title in ("A", "Ab", "Abc"):
        document.edit("Title", with_title(document.project, title), "title")
    assert document.undo_stack.count() == 1
    now[0] = 100.0
    document.edit("Title", with_title(document.project, "Abcd"), "title")
    assert document.undo_stack.count() == 2
    document.edit("Title", with_title(document.project, "Other"), "another field")
    assert document.undo_stack.count() == 3
    document.save_as(tmp_path / "study.cxs")
    document.edit("Title", with_title(document.project, "Others"), "another field")
    assert document.undo_stack.count() == 4
    for _ in range(4):
        document.undo_stack.undo()
    assert document.project is start


def test_edits_without_a_key_are_never_merged_and_no_change_is_no_step(document):
    document.edit("One", with_title(document.project, "1"))
    document.edit("Two", with_title(document.project, "2"))
    document.edit("None", document.project)
    assert document.undo_stack.count() == 2


def test_the_star_comes_with_an_edit_and_goes_with_a_save_or_an_undo(document, qtbot, tmp_path):
    assert not document.is_modified
    assert document.saved_text.startswith("Not saved yet")
    assert not document.save()
    with qtbot.waitSignal(document.saved_changed):
        document.edit("Title", with_title(document.project, "Edited"))
    assert document.is_modified
    with qtbot.waitSignal(document.saved_changed):
        assert document.save_as(tmp_path / "study.cxs")
    assert not document.is_modified
    assert document.path == tmp_path / "study.cxs"
    assert document.saved_text.startswith("Saved ")
    document.edit("Title", with_title(document.project, "More"))
    assert document.is_modified
    assert document.saved_text.startswith("Changed since ")
    document.undo_stack.undo()
    assert not document.is_modified
    assert load_project(tmp_path / "study.cxs").study.title == "Edited"


def test_an_import_still_being_written_is_in_the_saved_file(document, tmp_path):
    project = add_import(document.project, imported("large", 20_000, 5))
    document.edit("Import", project)
    document.edit("Title", with_title(document.project, "Right after"))
    assert document.save_as(tmp_path / "study.cxs")
    assert_same(document.project, load_project(tmp_path / "study.cxs"))


def test_a_usual_import_is_on_disk_when_the_edit_returns(document):
    document.edit("Import", add_import(document.project, imported("usual", 2000, 5)))
    assert document._copy.project is document.project
    document.undo_stack.undo()
    assert document._copy.project is document.project


def test_edits_while_an_import_is_written_reach_the_disk_in_the_end(document, qtbot):
    document.edit("Import", add_import(document.project, imported("large", 20_000, 5)))
    for title in ("1", "12", "123"):
        document.edit("Title", with_title(document.project, title), "title")
    assert on_disk(document, qtbot).study.title == "123"


def test_a_file_is_opened_beside_the_window(document, qtbot, tmp_path):
    save_project(with_title(rich_project(), "From a file"), tmp_path / "study.cxs")
    with qtbot.waitSignal(document.opened):
        document.open(tmp_path / "study.cxs")
    assert document.project.study.title == "From a file"
    assert document.path == tmp_path / "study.cxs"
    assert not document.is_modified
    assert document.undo_stack.count() == 0
    document.edit("Title", with_title(document.project, "Edited"))
    assert document.save()
    assert load_project(tmp_path / "study.cxs").study.title == "Edited"


def test_a_file_that_is_no_project_leaves_the_open_study(document, qtbot, tmp_path):
    (tmp_path / "odd.cxs").write_text("no project")
    before = document.project
    with qtbot.waitSignal(document.open_failed) as told:
        document.open(tmp_path / "odd.cxs")
    assert told.args[0].code == StorageNotice.NOT_A_PROJECT
    assert document.project is before


def test_a_failed_save_says_why_and_keeps_the_star(document, qtbot, tmp_path):
    document.edit("Title", with_title(document.project, "Edited"))
    with qtbot.waitSignal(document.save_failed) as told:
        assert not document.save_as(tmp_path / "no such folder" / "study.cxs")
    assert told.args[0].code == StorageNotice.SAVE_FAILED
    assert document.is_modified


def test_an_edit_that_does_not_reach_the_disk_is_kept_and_tried_again(document, qtbot):
    copy = document._copy
    ((pages,),) = copy._connection.execute("PRAGMA page_count").fetchall()
    copy._connection.execute(f"PRAGMA max_page_count = {pages}")
    with qtbot.waitSignal(document.store_failed) as told:
        document.edit("Import", add_import(document.project, imported("large", 20_000, 5)))
    assert told.args[0].code == StorageNotice.STORE_DISK_FULL
    assert len(document.project.imports) == 4
    copy._connection.execute("PRAGMA max_page_count = 1000000")
    qtbot.waitUntil(lambda: not document._storing.is_busy)
    document.edit("Title", with_title(document.project, "After"))
    assert len(on_disk(document, qtbot).imports) == 4


def test_work_left_behind_is_taken_up_again_with_its_star(document, tmp_path):
    copy = WorkingCopy.create(rich_project())
    left = with_title(copy.project, "Left behind")
    copy.store(left)
    copy._connection.close()
    copy._lock.release()
    (found,) = recoverable()
    document.recover(found)
    assert_same(left, document.project)
    assert document.is_modified
    assert document.save_as(tmp_path / "study.cxs")
    assert not document.is_modified


def test_closing_leaves_nothing_behind(qapp):
    document = Document()
    document.new(rich_project())
    document.close()
    assert document.project is None
    assert document.saved_text == ""
    assert recoverable() == ()


def test_an_edit_is_on_disk_before_it_returns(document):
    document.edit("Title", with_title(document.project, "At once"))
    assert document._copy.project is document.project
