"""The reader's process: the same answers as reading in place, and a plain sentence for every way it may end."""

import errno
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.progress import Cancelled
from cxsurvey.reader import WarmReader, read_design_in_child
from cxsurvey.reader.child import Child
from cxsurvey.reader.parent import copy_whole
from cxsurvey.reader.request import Request, request_from_json, request_to_json
from cxsurvey.reader.transfer import load_import, save_import
from cxsurvey.reading.wishes import Wishes
from cxsurvey.survey import QuestionKind, standard_survey
from tests.core.reading.files import (
    PILLARS,
    inspect_file,
    inspect_in_child,
    per_pillar,
    read_answers,
    read_in_child,
    surveymonkey,
    write_csv,
    write_xlsx,
)
from tests.core.storage import studies as storage_studies

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, pipes and limits of POSIX")


@pytest.fixture(autouse=True)
def private_folder(tmp_path, monkeypatch):
    """Where the private folders are made; looked at afterwards: nothing may be left."""
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    yield tmp_path / "home" / "reading"
    assert list((tmp_path / "home").glob("reading/*")) == []


def same_import(one, other):
    assert one.report == other.report
    assert one.mapping == other.mapping
    for name in ("ranks", "importance", "performance", "birth_year", "age", "status", "rows", "source"):
        np.testing.assert_array_equal(getattr(one.responses, name), getattr(other.responses, name))
    assert one.responses.comments == other.responses.comments
    assert [s.labels for s in one.responses.segments] == [s.labels for s in other.responses.segments]
    assert [column.texts for column in one.table.columns] == [column.texts for column in other.table.columns]
    for mine, theirs in zip(one.table.columns, other.table.columns, strict=True):
        np.testing.assert_array_equal(mine.kinds, theirs.kinds)


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_the_process_reads_what_reading_in_place_reads(tmp_path, write):
    path = write(tmp_path / "answers.xlsx", surveymonkey())
    survey = standard_survey(PILLARS, ("en", "pl"))
    same_import(read_in_child(path, PILLARS, survey), read_answers(path, PILLARS, survey))
    assert inspect_in_child(path, PILLARS, survey) == inspect_file(path, PILLARS, survey)


def test_what_comes_back_cannot_be_changed(tmp_path):
    imported = read_in_child(write_csv(tmp_path / "a.csv", surveymonkey()), PILLARS)
    with pytest.raises(ValueError, match="read-only"):
        imported.responses.ranks[0, 0] = 1


def test_a_refusal_keeps_its_sentence(tmp_path):
    path = write_csv(tmp_path / "a.csv", per_pillar(head="{}"))
    with pytest.raises(SurveyError) as here:
        read_answers(path, PILLARS)
    with pytest.raises(SurveyError) as there:
        read_in_child(path, PILLARS)
    assert there.value.notice == here.value.notice


def test_progress_ends_at_the_whole(tmp_path):
    steps = []
    path = write_xlsx(tmp_path / "a.xlsx", surveymonkey(orders=[(0, 1, 2, 3, 4)] * 3000))
    read_in_child(path, PILLARS, progress=lambda done, total: steps.append((done, total)))
    assert len(steps) > 3
    assert steps[-1][0] == steps[-1][1]


def test_cancel_ends_the_process_and_leaves_nothing(tmp_path):
    path = write_csv(tmp_path / "a.csv", surveymonkey())
    seen = []

    def cancelled_once_it_runs(done, total):
        seen.append(done)
        if len(seen) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_in_child(path, PILLARS, progress=cancelled_once_it_runs)


def test_a_reader_started_ahead_is_used_once_and_closed(tmp_path):
    warm = WarmReader()
    warm.start()
    path = write_csv(tmp_path / "a.csv", surveymonkey())
    assert read_in_child(path, PILLARS, warm=warm).report.complete == 6
    assert read_in_child(path, PILLARS, warm=warm).report.complete == 6  # none waits any more
    warm.start()
    warm.close()


@posix
@pytest.mark.parametrize(
    ("ends_by", "words"),
    [
        (signal.SIGKILL, "needs more memory than the reader may use"),
        (signal.SIGXCPU, "took too long to read"),
        (signal.SIGSEGV, "the reader stopped without a word"),
    ],
)
def test_every_death_of_the_process_is_one_sentence(tmp_path, ends_by, words):
    path = write_csv(tmp_path / "a.csv", surveymonkey())
    warm = WarmReader()
    warm.start()
    os.kill(warm._waiting._process.pid, signal.SIGSTOP)
    killed = []

    def kill_it(done, total):
        if not killed and child.folder.joinpath("copy").exists():
            killed.append(True)
            os.kill(child._process.pid, ends_by)
            os.kill(child._process.pid, signal.SIGCONT)

    child = warm._waiting
    with pytest.raises(SurveyError) as died:
        read_in_child(path, PILLARS, progress=kill_it, warm=warm)
    assert words in str(died.value)
    assert "Nothing was changed." in str(died.value)


@posix
def test_a_silent_process_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr("cxsurvey.reader.child.SILENCE", 0.3)
    child = Child()
    os.kill(child._process.pid, signal.SIGSTOP)
    with pytest.raises(SurveyError, match="no sign of life"), child:
        child.ask({}, "a.csv", 0, lambda done, total: None)


def test_what_a_killed_program_left_is_removed_and_what_a_living_one_has_is_kept(private_folder):
    with Child() as living:
        left = private_folder / "left"
        left.mkdir()
        (left / "copy").write_text("answers")
        for folder in (left, living.folder):
            os.utime(folder, (0, 0))
        with Child():
            assert not left.exists()
            assert (living.folder / "owner.lock").exists()


@posix
def test_the_private_folder_is_nobody_elses(private_folder):
    with Child() as child:
        assert child.folder.parent == private_folder
        assert child.folder.stat().st_mode & 0o077 == 0


def test_a_full_disk_is_said_to_be_full(tmp_path, monkeypatch):
    path = write_csv(tmp_path / "a.csv", surveymonkey())

    def full(**_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("cxsurvey.reader.workplace.tempfile.mkdtemp", full)
        with pytest.raises(SurveyError, match="No space left") as refused:
            read_in_child(path, PILLARS)
    assert "Free some space" in str(refused.value)
    monkeypatch.setattr("cxsurvey.reader.child.has_no_space", lambda folder: True)
    with Child() as child, pytest.raises(SurveyError, match="Free some space"):
        child.ask({"task": "nonsense"}, "a.csv", 0, lambda done, total: None)


def test_a_placeholder_of_a_cloud_drive_is_not_waited_for(tmp_path, monkeypatch):
    path = write_csv(tmp_path / "a.csv", surveymonkey())
    monkeypatch.setattr("cxsurvey.reading.container._is_elsewhere", lambda found: True)
    with pytest.raises(SurveyError, match="only in the cloud"):
        read_in_child(path, PILLARS)


def test_a_fault_of_ours_in_the_process_reaches_the_log(tmp_path):
    with Child() as child, pytest.raises(SurveyError, match="stopped without a word") as died:
        child.ask({"task": "nonsense"}, "a.csv", 0, lambda done, total: None)
    assert "KeyError" in str(died.value.__cause__)


@posix
def test_pipes_and_folders_are_refused_without_being_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(SurveyError, match="a device or a pipe"):
        read_in_child(tmp_path / "pipe.xlsx", PILLARS)
    with pytest.raises(SurveyError, match="is a folder"):
        read_in_child(tmp_path, PILLARS)


def test_a_file_that_changes_while_it_is_copied_is_refused(tmp_path):
    path = write_csv(tmp_path / "a.csv", surveymonkey(orders=[(0, 1, 2, 3, 4)] * 50))

    def grows(done, total):
        path.write_bytes(path.read_bytes() + b"more\r\n")

    with pytest.raises(SurveyError, match="Wait until the export has finished"):
        copy_whole(path, tmp_path / "copy", "a.csv", grows)


def test_a_name_that_is_not_text_is_read_and_shown_with_marks(tmp_path):
    path = write_csv(tmp_path / "a\n\u202e.csv", surveymonkey())
    found = inspect_in_child(path, PILLARS)
    assert found.file == "a \ufffd.csv"
    assert all(not set(english(told)) & set("\n\u202e") for told in found.notices)


def test_a_request_comes_back_from_json():
    survey = standard_survey(PILLARS, ("en", "th"), QuestionKind.BEST_WORST)  # with tasks
    wishes = Wishes("ä\udcff.csv", "S", direction="as_is", keep_columns=("A",), design=Path("design"))
    request = Request("read", "copy", PILLARS, survey, wishes)
    assert request_from_json(json.loads(json.dumps(request_to_json(request)))) == request
    assert request_from_json(request_to_json(replace(request, survey=None))).survey is None


def test_the_process_needs_no_window_no_network_and_nothing_else_that_is_slow_to_load(tmp_path):
    code = (
        "import sys, cxsurvey.reader.__main__;"
        "unneeded = {'PySide6', 'socket', 'ssl', 'scipy', 'openpyxl', 'xlsxwriter', 'cxsurvey.statistics'};"
        "print(sorted(unneeded & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_import_of_every_format_comes_back_from_its_folder(tmp_path):
    written = storage_studies.imported("two", 5, 2)
    save_import(written, tmp_path)
    without_texts = {"comments": (), "respondent_ids": (), "submitted": ()}  # they come back as coded texts
    storage_studies.assert_same(
        *(replace(one.responses, **without_texts) for one in (written, load_import(tmp_path)))
    )


def test_a_design_is_read_beside_the_program_too_and_refused_in_a_sentence(tmp_path):
    names = [pillar.name for pillar in PILLARS]
    good = write_csv(tmp_path / "design.csv", [["Task", "Item1", "Item2"], [1, *names[:2]], [2, *names[1:3]]])
    found = read_design_in_child(good, PILLARS)
    keys = [pillar.key for pillar in PILLARS]
    assert found.design == ((tuple(keys[:2]), tuple(keys[1:3])),)
    bad = write_csv(tmp_path / "bad.csv", [["Task", "Item1", "Item2"], [1, names[0], "Weather"]])
    with pytest.raises(SurveyError) as refused:
        read_design_in_child(bad, PILLARS)
    assert "Weather" in english(refused.value.notice)
