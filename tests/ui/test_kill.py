"""``kill -9`` at twenty random moments of typing, importing and saving in the program: nothing entered is missing."""

import os
import random
import subprocess
import sys
import time

import pytest

from cxsurvey.storage import WorkingCopy, load_project, recoverable

from .programs import ROOT, wait_for
from .studies import ORDERS
from .victim import ROWS


def last_line(diary):
    """The numbers of the last whole line, if there is one."""
    lines = diary.read_text().split("\n") if diary.exists() else [""]
    return [int(number) for number in lines[-2].split()] if len(lines) > 1 else None


def killed_at_work(folder, seconds, n_taken):
    """The last line of the diary of a process killed so many seconds after it had taken so many files in."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    diary = folder / "diary.txt"
    with subprocess.Popen([sys.executable, "-m", "tests.ui.victim", str(folder)], cwd=ROOT, env=environment) as victim:
        begun = wait_for(lambda: (line := last_line(diary)) is not None and line[1] >= n_taken)
        time.sleep(seconds)  # the moment of the kill is what is tried
        victim.kill()
    assert begun
    return last_line(diary)


def whole(project):
    """Title and number of imports of a project, each of whose answers is as it was in its file."""
    for imported in project.imports:
        assert [tuple(row) for row in imported.responses.ranks // 2] == list(ORDERS) * (ROWS // len(ORDERS))
    return int(project.study.title), len(project.imports)


@pytest.mark.parametrize("moment", range(20))
def test_what_was_entered_is_offered_back_after_a_kill(moment, tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    typed, taken, saved = killed_at_work(tmp_path, random.Random(moment).uniform(0, 0.7), moment % 4 > 0)
    target = tmp_path / "study.cxs"
    title, n_imports = whole(load_project(target)) if target.exists() else (-1, 0)
    assert title >= saved
    offered = recoverable()
    if offered:
        with WorkingCopy.recover(offered[0]) as copy:
            title, n_imports = whole(copy.project)
    assert typed <= title <= typed + 1
    assert taken <= n_imports <= taken + 1
