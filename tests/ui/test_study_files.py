"""The File menu and the start page: begin, open, save, leave, go on with what was left behind."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cxsurvey.notices.storage import StorageNotice
from cxsurvey.project import with_study
from cxsurvey.storage import load_project, recoverable, save_project
from cxsurvey.storage.sample import open_sample
from tests.ui.programs import LONG
from ui.document import Document
from ui.settings import Settings
from ui.start.page import StartPage
from ui.start.view_model import StartViewModel
from ui.study_files import StudyFiles, file_name, new_study
from ui.widgets.buttons import Button

LEFT = Qt.MouseButton.LeftButton
ANSWERS = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def document(qapp):
    document = Document()
    yield document
    document.close()


@pytest.fixture
def files(qtbot, document, settings):
    window = QWidget()
    qtbot.addWidget(window)
    files = StudyFiles(document, settings, window)
    files.told_codes = []
    files.told.connect(lambda notice: files.told_codes.append(notice.code))
    return files


@pytest.fixture
def asked(monkeypatch):
    """``asked.answer`` is what the person presses when asked to save; ``asked.times`` how often that was."""

    class Asked:
        answer, times = ANSWERS.Cancel, 0

    def press(box):
        Asked.times += 1
        return Asked.answer

    monkeypatch.setattr(QMessageBox, "exec", press)
    return Asked


def rename(document, title):
    project = document.project
    document.edit("Rename", with_study(project, replace(project.study, title=title)))


def test_a_new_study_has_the_ten_pillars_and_a_survey(document, files):
    files.new()
    assert len(document.project.pillars) == 10
    assert document.project.survey.priority is not None


def test_the_sample_is_opened_as_a_copy_and_says_that_it_is_invented(document, files):
    files.open_sample()
    assert document.project.study.invented
    assert document.path is None
    assert document.project.responses.n == open_sample().responses.n


def test_nothing_is_asked_where_nothing_is_unsaved(document, files, asked):
    files.new()
    files.new()
    assert asked.times == 0


@pytest.mark.parametrize(("answer", "stays"), [(ANSWERS.Cancel, True), (ANSWERS.Discard, False)])
def test_leaving_unsaved_work_asks(document, files, asked, answer, stays):
    files.new()
    rename(document, "Unsaved")
    asked.answer = answer
    files.close()
    assert asked.times == 1
    assert (document.project is not None) == stays


def test_leaving_can_save_first(document, files, asked, monkeypatch, tmp_path):
    files.new()
    rename(document, "Kept")
    asked.answer = ANSWERS.Save
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kept"), ""))
    files.close()
    assert load_project(tmp_path / "kept.cxs").study.title == "Kept"
    assert document.project is None


def test_a_save_that_is_not_made_keeps_the_study_open(document, files, asked, monkeypatch):
    files.new()
    rename(document, "Kept")
    asked.answer = ANSWERS.Save
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    files.close()
    assert document.project.study.title == "Kept"


def test_an_opened_file_is_remembered(qtbot, document, files, settings, tmp_path):
    path = tmp_path / "study.cxs"
    save_project(new_study("Saved"), path)
    with qtbot.waitSignal(document.opened, timeout=LONG):
        files.open_path(str(path))
    assert document.project.study.title == "Saved"
    assert settings.recent_files() == [str(path)]


def test_the_file_that_is_open_stays_as_it_is_when_opened_again(qtbot, document, files, asked, tmp_path):
    path = tmp_path / "study.cxs"
    save_project(new_study("Saved"), path)
    with qtbot.waitSignal(document.opened, timeout=LONG):
        files.open_path(str(path))
    rename(document, "Edited")
    files.open_path(str(path))
    assert (document.project.study.title, asked.times) == ("Edited", 0)


def test_a_file_that_is_gone_is_told(qtbot, document, files, tmp_path):
    with qtbot.waitSignal(files.told, timeout=LONG):
        files.open_path(str(tmp_path / "gone.cxs"))
    assert files.told_codes == [StorageNotice.PROJECT_MISSING]
    assert document.project is None


def test_a_title_becomes_a_file_name_that_every_system_takes():
    assert file_name('Q1/Q2: "What?" 2026') == "Q1 Q2 What 2026"
    assert file_name("///") == "study"


LEAVES = """
import os
from dataclasses import replace
from PySide6.QtWidgets import QApplication
from cxsurvey.project import with_study
from ui.document import Document
from ui.study_files import new_study
app = QApplication([])
document = Document()
document.new(new_study("Left"))
project = document.project
document.edit("Rename", with_study(project, replace(project.study, title="Left behind")))
os._exit(1)
"""


@pytest.fixture
def left_behind():
    """Work whose program ended in the middle."""
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", LEAVES], env=environment, cwd=root, check=False)


@pytest.fixture
def start(qtbot, theme, settings, left_behind):
    view_model = StartViewModel(settings)
    page = StartPage(theme, view_model)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page, view_model


def test_left_work_is_offered_and_gone_on_with(qtbot, document, files, start):
    page, view_model = start
    files.recovered_changed.connect(view_model.look_for_recovered)
    page.recover_requested.connect(files.recover)
    bar = page.recovered_bars[0]
    assert "Left behind" in bar.text_label.text()
    qtbot.mouseClick(bar.action_button, LEFT)
    assert document.project.study.title == "Left behind"
    assert document.is_modified
    assert page.recovered_bars == []


def discard_button(box):
    return next(button for button in box.buttons() if button.text() == "Discard")


def test_left_work_is_discarded_only_after_asking(qtbot, files, start, monkeypatch):
    page, view_model = start
    files.recovered_changed.connect(view_model.look_for_recovered)
    page.discard_requested.connect(files.discard)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    qtbot.mouseClick(page.recovered_bars[0].dismiss_button, LEFT)
    assert len(recoverable()) == 1
    monkeypatch.setattr(QMessageBox, "clickedButton", discard_button)
    qtbot.mouseClick(page.recovered_bars[0].dismiss_button, LEFT)
    assert recoverable() == ()
    assert page.recovered_bars == []


def test_files_opened_last_are_opened_by_a_click(qtbot, start, settings, tmp_path):
    page, _ = start
    save_project(new_study("Saved"), tmp_path / "R&D.cxs")
    settings.remember_file(str(tmp_path / "gone.cxs"))
    settings.remember_file(str(tmp_path / "R&D.cxs"))
    qtbot.waitUntil(lambda: any(button.isVisible() for button in page.recent_card.findChildren(Button)))
    [button] = (button for button in page.recent_card.findChildren(Button) if button.isVisible())
    assert button.text() == "R&&D"
    with qtbot.waitSignal(page.file_requested) as asked_for:
        qtbot.mouseClick(button, LEFT)
    assert asked_for.args == [str(tmp_path / "R&D.cxs")]
