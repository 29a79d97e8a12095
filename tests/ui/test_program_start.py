"""The start of the program: at once, once, and with the work that was left behind."""

import json
import signal

import pytest

from .programs import start_program

HEAVY = ["scipy", "openpyxl", "xlsxwriter", "pptx", "docx"]


@pytest.fixture
def started():
    """``started(home, body, *arguments)`` starts a program, which is ended with the test."""
    running = []

    def start(home, body, *arguments):
        running.append(start_program(home, body, *arguments))
        return running[-1]

    yield start
    for program in running:
        program.kill()
        program.communicate()


def heard(program):
    """The next thing a program says."""
    return json.loads(program.stdout.readline())


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path, started):
    program = started(
        tmp_path,
        f"""
def after_paint(program):
    say(heavy=sorted(set({HEAVY}) & set(sys.modules)), step=program.window.current_step)
    QApplication.quit()
""",
    )
    assert heard(program) == {"heavy": [], "step": "start"}
    assert program.wait(30) == 0


def test_a_second_start_hands_its_file_to_the_first(tmp_path, started):
    waits = """
def after_paint(program):
    say(ready=True)
    wait_until(
        lambda: program.document.project is not None,
        lambda: (say(title=program.document.project.study.title), QApplication.quit()),
    )
"""
    writes = f"""
from cxsurvey.storage import save_project
from ui.study_files import new_study
save_project(new_study("Handed over"), __import__("pathlib").Path({str(tmp_path / "study.cxs")!r}))
say(written=True)
sys.exit(0)
"""
    assert heard(started(tmp_path / "other", writes)) == {"written": True}
    first = started(tmp_path / "home", waits)
    assert heard(first) == {"ready": True}
    second = started(tmp_path / "home", waits, str(tmp_path / "study.cxs"))
    assert second.wait(30) == 0
    assert heard(first) == {"title": "Handed over"}
    assert first.wait(30) == 0


def test_work_of_a_killed_program_is_offered_back(tmp_path, started):
    works = """
from dataclasses import replace
from cxsurvey.project import with_study

def after_paint(program):
    program.files.new()
    project = program.document.project
    program.document.edit("Rename", with_study(project, replace(project.study, title="Not lost")))
    say(edited=True)
"""
    offers = """
def after_paint(program):
    titles = [found.title for found in program.start_view_model.recovered]
    program.files.recover(program.start_view_model.recovered[0])
    say(titles=titles, title=program.document.project.study.title, left=len(program.start_view_model.recovered))
    program.document.close()
    QApplication.quit()
"""
    killed = started(tmp_path, works)
    assert heard(killed) == {"edited": True}
    killed.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    killed.wait(30)
    again = started(tmp_path, offers)
    assert heard(again) == {"titles": ["Not lost"], "title": "Not lost", "left": 0}
    assert again.wait(30) == 0
