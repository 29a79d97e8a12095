"""``kill -9`` at twenty random moments while a person edits, imports and saves: nothing entered is missing."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxsurvey.storage import WorkingCopy, load_project, recoverable
from cxsurvey.storage.saving import saving_path

from .studies import assert_same, rich_project, with_title
from .worker import step

ROOT = Path(__file__).resolve().parents[3]


def project_after(n):
    project = with_title(rich_project(20), "0")
    for at in range(1, n + 1):
        project = step(project, at)
    return project


def killed_at_work(target, seconds):
    """Numbers of the last steps that were said to be stored and saved before the kill (-1: none)."""
    command = [sys.executable, "-m", "tests.core.storage.worker", str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=dict(os.environ), text=True) as worker:
        first = worker.stdout.readline()  # from here on there is work to lose
        time.sleep(seconds)  # the moment of the kill is what is tried
        worker.kill()
        said = [line.split() for line in (first + worker.stdout.read()).splitlines()]
    done = {"stored": -1, "saved": -1}
    for what, n in said:
        done[what] = int(n)
    return done["stored"], done["saved"]


@pytest.mark.parametrize("moment", range(20))
def test_a_kill_loses_nothing(moment, tmp_path):
    target = tmp_path / "study.cxs"
    stored, saved = killed_at_work(target, random.Random(moment).uniform(0, 0.35))
    in_file = int(load_project(target).study.title) if target.exists() else -1
    assert in_file >= saved
    if in_file >= 0:
        assert_same(project_after(in_file), load_project(target))
    offered = recoverable()
    assert not saving_path(target).exists()
    if not offered:
        assert in_file >= stored, "everything entered is in the saved file"
    else:
        with WorkingCopy.recover(offered[0]) as copy:
            at = int(copy.project.study.title)
            assert at in (stored, stored + 1)
            assert_same(project_after(at), copy.project)
            assert copy.path == (target if saved >= 0 or copy.path else None)
            copy.save(target)
        assert_same(project_after(at), load_project(target))
    assert recoverable() == ()
