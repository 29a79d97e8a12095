"""Cells that are pasted: read as a file, and on no disk once nobody looks at them."""

import errno
import os
from pathlib import Path

import pytest

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.storage.folder import private_folder

from ..studies import SAYS_DIRECTION, write_ranks
from .acts import shown


@pytest.mark.parametrize("end", ["accept", "discard"])
def test_pasted_cells_are_on_no_disk_once_they_are_taken_in_or_not(qtbot, view_model, tmp_path, end):
    cells = write_ranks(tmp_path / "answers.csv", SAYS_DIRECTION).read_text(encoding="utf-8").replace(",", "\t")
    with shown(qtbot, view_model):
        view_model.take_text(cells + "\ud83d")  # half a sign, as clipboards may hold
    qtbot.waitUntil(lambda: not view_model.is_busy)
    assert view_model.is_pasted
    getattr(view_model, end)()
    assert list(private_folder("pasted").iterdir()) == []


def test_cells_that_the_disk_has_no_room_for_are_refused_in_words(qtbot, view_model, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    with qtbot.waitSignal(view_model.failed) as told:
        view_model.take_text("a\tb")
    assert told.args[0].code == ReadingNotice.NO_SPACE_FOR_COPY
