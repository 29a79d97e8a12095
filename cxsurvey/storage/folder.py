"""The program's private folder, and who owns a working copy in it."""

import os
import sys
from pathlib import Path
from typing import IO

HOME_VARIABLE = "CXSURVEY_HOME"  # another private folder, for tests and sticks


def private_folder(*parts: str) -> Path:
    """A folder of ours that no other user of the computer can read; made if it is not there yet."""
    path = _home()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in parts:
        path = path / part
        path.mkdir(mode=0o700, exist_ok=True)
    return path


def _home() -> Path:
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "cxsurvey"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "cxsurvey"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "cxsurvey"


class OwnerLock:
    """Says that a living program owns a folder. The system gives it back when the program ends, however it ends.

    The file holds the program's number for people who look; what counts is the lock, as numbers are used again.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def release(self) -> None:
        """Gives the folder back."""
        self._file.close()


def take_ownership(folder: Path) -> OwnerLock | None:
    """The lock of a folder, or None if a living program has it."""
    file = open(folder / "owner.lock", "a+", encoding="ascii")  # noqa: SIM115 - held for as long as the copy is open
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return OwnerLock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        # Far behind the text, so that others can read who holds it.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync_folder(folder: Path) -> None:
    """Makes a rename in a folder last through a power cut; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
