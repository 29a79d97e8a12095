"""Files are put in place whole, or not at all."""

import errno

import pytest

from cxsurvey.export.files import atomic_path, make_folder
from cxsurvey.notices import SurveyError


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_under_its_name_when_it_is_whole(tmp_path):
    with atomic_path(tmp_path / "a.csv") as path:
        path.write_text("half")
        assert not (tmp_path / "a.csv").exists()
        assert path.suffix == ".csv"
    assert names(tmp_path) == ["a.csv"]


def test_a_fault_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(ZeroDivisionError), atomic_path(tmp_path / "a.csv") as path:
        path.write_text(f"new {1 / 0}")
    assert names(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "old"


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(SurveyError, match=r"a\.csv could not be written: its folder is not there"), atomic_path(
        tmp_path / "none" / "a.csv"
    ):
        pass


def test_a_full_disk_is_told_in_a_sentence(tmp_path):
    with pytest.raises(SurveyError, match="the disk is full"), atomic_path(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_a_folder_is_told_in_plain_words(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(SurveyError, match=r"The folder out could not be made: a file has that name already\."):
        make_folder(tmp_path / "out")
    with pytest.raises(SurveyError, match=r"sub could not be written: what should be its folder is a file\."):
        make_folder(tmp_path / "out" / "sub")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_in_the_place_of_a_file_is_told_in_plain_words(tmp_path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(SurveyError, match="a folder has that name already"), atomic_path(tmp_path / "a.csv"):
        pass
