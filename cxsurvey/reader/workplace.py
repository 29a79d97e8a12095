"""The private folder of one reader: a copy of the file, what was read from it; gone with the program that asked."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxsurvey.storage.folder import OwnerLock

_BEING_MADE = 60.0  # seconds in which a folder may not have its owner yet


class Workplace:
    """A new folder that no other user can read; making one removes those that killed programs left behind."""

    def __init__(self) -> None:
        from cxsurvey.storage import folder  # brings all of storage, which the reader's own process never needs

        place = folder.private_folder("reading")
        for left in place.iterdir():
            with suppress(OSError):  # somebody else removes it
                if time() - left.stat().st_mtime > _BEING_MADE:
                    _remove(left, folder.take_ownership(left))
        self.folder = Path(tempfile.mkdtemp(dir=place))
        self._lock = folder.take_ownership(self.folder)

    def remove(self) -> None:
        """Removes the folder and all in it."""
        _remove(self.folder, self._lock)


def _remove(folder: Path, lock: OwnerLock | None) -> None:
    """Removes a folder that is ours or nobody's; without its lock it is somebody else's."""
    if lock is not None:
        lock.release()  # before the folder goes: Windows removes no file that is open
        shutil.rmtree(folder, ignore_errors=True)
