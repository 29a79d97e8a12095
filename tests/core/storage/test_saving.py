"""A save either puts a whole new file in place or leaves everything as it was."""

import errno
import os
import shutil
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cxsurvey.notices import SurveyError, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.reading.findings import Findings
from cxsurvey.reading.values import LeftOut
from cxsurvey.storage import (
    WorkingCopy,
    discard,
    load_project,
    origin,
    recoverable,
    save_project,
    saving,
    schema,
)
from cxsurvey.storage import folder as folders

from .studies import assert_same, rich_project, with_title


@pytest.fixture
def saved(tmp_path):
    target = tmp_path / "files" / "study.cxs"
    target.parent.mkdir()
    save_project(rich_project(), target)
    return target


def refusal(call):
    with pytest.raises(SurveyError) as raised:
        call()
    return raised.value.notice.code


def test_another_programs_change_is_noticed_and_never_overwritten(saved):
    with WorkingCopy.open(saved) as copy:
        edited = with_title(copy.project, "Mine")
        copy.store(edited)
        other = with_title(rich_project(3), "Theirs")
        save_project(other, saved)
        assert refusal(copy.save) == StorageNotice.TARGET_CHANGED
        assert load_project(saved).study.title == "Theirs"
        copy.save(saved.with_name("mine.cxs"))
        assert copy.path == saved.with_name("mine.cxs")
    assert_same(edited, load_project(saved.with_name("mine.cxs")))


def test_a_change_of_the_same_length_is_noticed_by_its_contents(saved):
    with WorkingCopy.open(saved) as copy:
        before = saved.stat()
        raw = bytearray(saved.read_bytes())
        raw[-1] ^= 1
        saved.write_bytes(raw)
        os.utime(saved, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        assert refusal(copy.save) == StorageNotice.TARGET_CHANGED


def test_a_new_time_alone_is_no_change_and_a_file_that_is_gone_is_written_again(saved):
    with WorkingCopy.open(saved) as copy:
        os.utime(saved, (1, 1))
        copy.save()
        saved.unlink()
        copy.save()
    assert load_project(saved)


def test_a_link_stays_a_link(saved):
    link = saved.with_name("link.cxs")
    link.symlink_to(saved)
    with WorkingCopy.open(link) as copy:
        copy.store(with_title(copy.project, "Through the link"))
        copy.save()
        assert copy.path == link
    assert link.is_symlink()
    assert load_project(saved).study.title == "Through the link"


def test_a_file_that_others_may_read_stays_so_and_a_new_one_is_private(saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    saved.chmod(0o644)
    with WorkingCopy.open(saved) as copy:
        copy.save()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, StorageNotice.SAVE_DISK_FULL),
        (errno.EROFS, StorageNotice.SAVE_NOT_ALLOWED),
        (errno.EIO, StorageNotice.SAVE_FAILED),
    ],
)
@pytest.mark.parametrize("call", ["os.open", "os.fsync", "os.replace"])
def test_a_failed_save_leaves_the_old_file_and_the_work(saved, monkeypatch, number, code, call):
    before = saved.read_bytes()

    def fail(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    with WorkingCopy.open(saved) as copy:
        edited = with_title(copy.project, "Edited")
        copy.store(edited)
        with monkeypatch.context() as patch:
            patch.setattr(saving.os, call.split(".")[1], fail)
            assert refusal(copy.save) == code
        assert saved.read_bytes() == before
        assert [path.name for path in saved.parent.iterdir()] == ["study.cxs"]
        assert copy.project is edited
        copy.save()
    assert_same(edited, load_project(saved))


def test_a_disk_that_is_full_while_storing_keeps_the_change_for_the_next_try(saved):
    with WorkingCopy.open(saved) as copy:
        before = copy.project
        ((pages,),) = copy._connection.execute("PRAGMA page_count").fetchall()
        copy._connection.execute(f"PRAGMA max_page_count = {pages}")
        larger = rich_project(20_000)
        assert refusal(lambda: copy.store(larger)) == StorageNotice.STORE_DISK_FULL
        assert copy.project is before
        assert copy.is_saved
        copy._connection.execute("PRAGMA max_page_count = 1000000")
        copy.store(larger)
        copy.save()
    assert_same(larger, load_project(saved))


def test_a_full_private_disk_does_not_keep_from_saving(saved):
    with WorkingCopy.open(saved) as copy:
        ((pages,),) = copy._connection.execute("PRAGMA page_count").fetchall()
        copy._connection.execute(f"PRAGMA max_page_count = {pages}")
        larger = rich_project(20_000)
        copy.save(saved.with_name("elsewhere.cxs"), larger)
    assert_same(larger, load_project(saved.with_name("elsewhere.cxs")))


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path):
    assert refusal(lambda: save_project(rich_project(), tmp_path / "no" / "study.cxs")) == StorageNotice.SAVE_FAILED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_gets_a_sentence(saved):
    saved.parent.chmod(0o500)
    try:
        assert refusal(lambda: save_project(rich_project(), saved)) == StorageNotice.SAVE_NOT_ALLOWED
    finally:
        saved.parent.chmod(0o700)


def test_the_private_folder_is_closed_to_others(home):
    with WorkingCopy.create(rich_project()) as copy:
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert stat.S_IMODE(copy._folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((copy._folder / "study.cxs").stat().st_mode) == 0o600
    assert list((home / "working").iterdir()) == []


def test_the_settings_that_lost_nothing_are_the_ones_in_use():
    with WorkingCopy.create(rich_project()) as copy:

        def setting(name):
            return copy._connection.execute(f"PRAGMA {name}").fetchone()[0]

        asked = ("journal_mode", "synchronous", "secure_delete", "temp_store", "trusted_schema")
        assert [setting(name) for name in asked] == ["delete", 3, 1, 2, 0]


# --- recovery -------------------------------------------------------------------------------------


def left_behind(project, path=None):
    """What a killed program leaves: its folder, without the lock that only a living one holds."""
    copy = WorkingCopy.open(path) if path else WorkingCopy.create(project)
    copy.store(project)
    copy._connection.close()
    copy._lock.release()
    return copy._folder


def test_work_without_a_living_owner_is_offered_back(saved):
    edited = with_title(rich_project(), "Edited")
    folder = left_behind(edited, saved)
    living = WorkingCopy.create(rich_project())
    (found,) = recoverable()
    assert (found.folder, found.title, found.path) == (folder, "Edited", saved)
    with WorkingCopy.recover(found) as copy:
        assert_same(edited, copy.project)
        assert recoverable() == ()
        assert refusal(lambda: WorkingCopy.recover(found)) == StorageNotice.RECOVERY_TAKEN
        assert not copy.is_saved
        copy.save()
    assert_same(edited, load_project(saved))
    living.close()


def test_work_that_was_saved_whole_is_not_offered(saved):
    folder = left_behind(load_project(saved), None)
    assert len(recoverable()) == 1
    discard(recoverable()[0])
    assert not folder.exists()
    copy = WorkingCopy.open(saved)
    copy.store(with_title(copy.project, "Saved"))
    copy.save()
    copy._connection.close()
    copy._lock.release()
    assert recoverable() == ()
    assert not copy._folder.exists()


def test_what_a_killed_first_save_left_beside_the_target_is_cleared_away(tmp_path):
    folder = left_behind(rich_project())
    saving.write_small(folder / origin.SAVING_FILE, str(tmp_path / "study.cxs"))
    beside = tmp_path / ".study.cxs.saving"
    beside.write_bytes(b"half")
    assert len(recoverable()) == 1
    assert not beside.exists()
    assert not (folder / origin.SAVING_FILE).exists()


def test_odd_things_in_the_private_folder_do_not_hide_work(home):
    left_behind(rich_project())
    (home / "working" / "a file").write_text("odd")
    empty, odd = home / "working" / "empty", home / "working" / "odd"
    empty.mkdir()
    os.utime(empty, (1, 1))
    odd.mkdir()
    (odd / "study.cxs").write_text("no project")
    assert len(recoverable()) == 1
    assert not empty.exists()
    assert odd.exists()


def test_killed_between_replacing_and_noting_it_we_know_our_own_file(saved, monkeypatch):
    copy = WorkingCopy.open(saved)
    copy.store(with_title(copy.project, "Replaced"))
    with monkeypatch.context() as patch:
        patch.setattr(saving, "sync_folder", lambda folder: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            copy.save()
    copy._connection.close()
    copy._lock.release()
    assert load_project(saved).study.title == "Replaced"
    (found,) = recoverable()
    with WorkingCopy.recover(found) as again:
        again.save()


def test_a_damaged_working_copy_is_refused_with_a_sentence_and_kept(home):
    folder = left_behind(rich_project(500))
    raw = bytearray((folder / "study.cxs").read_bytes())
    at = raw.index(b"Ada")
    raw[at : at + 3] = b"Eve"
    (folder / "study.cxs").write_bytes(raw)
    (found,) = recoverable()
    assert refusal(lambda: WorkingCopy.recover(found)) == StorageNotice.PROJECT_DAMAGED
    assert folder.exists()


# --- versions -------------------------------------------------------------------------------------


FIRST_VERSION = Path(__file__).parents[2] / "data" / "version_1.cxs"  # written by the program of that time


def test_an_older_file_takes_the_steps_in_a_copy_and_the_first_save_keeps_it(tmp_path):
    path = tmp_path / "study.cxs"
    shutil.copyfile(FIRST_VERSION, path)
    former = path.read_bytes()
    with WorkingCopy.open(path) as copy:
        assert path.read_bytes() == former
        project = copy.project
        copy.save()
        copy.save()
    assert path.with_name("study.cxs.v1.bak").read_bytes() == former
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    connection.close()
    assert_same(load_project(path), project)
    assert project.responses.n > 400
    assert [margin.by for margin in project.study.weights] == ["generation"] * bool(project.study.weights)
    assert {imported.mapping.labels for imported in project.imports} == {()}


def test_a_file_of_the_second_version_has_the_same_report(tmp_path):
    path = tmp_path / "study.cxs"
    shutil.copyfile(FIRST_VERSION.with_name("version_2.cxs"), path)  # written by the program of that time
    assert_same(rich_project(12), load_project(path))


def test_a_million_findings_are_saved_and_read_back_at_once(tmp_path):
    n = 1_000_000
    reason = notice(ReadingNotice.RATING_NOT_READ, sheet="S", row=0, column="C", value="9", low=1, high=5)
    kinds = [LeftOut("S", 0, "C", value, reason) for value in "67890"]
    told = Findings(kinds, np.arange(n, dtype=np.int32) % 5, np.arange(2, n + 2, dtype=np.int32))
    project = rich_project(5)
    first, *others = project.imports
    many = replace(first, report=replace(first.report, corrected=told))
    path = tmp_path / "study.cxs"
    save_project(replace(project, imports=(many, *others)), path)
    assert path.stat().st_size < 10_000_000
    found = load_project(path).imports[0].report.corrected
    assert found == told
    assert (found[999_999].row, found[999_999].reason.value("row")) == (1_000_001, 1_000_001)


def test_the_private_folder_follows_the_platform(monkeypatch, tmp_path):
    monkeypatch.delenv("CXSURVEY_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(folders.sys, "platform", "linux")
    assert folders.private_folder("working") == tmp_path / "data" / "cxsurvey" / "working"
    shutil.rmtree(tmp_path / "data")
    assert isinstance(folders._home(), Path)
