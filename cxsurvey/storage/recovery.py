"""Work that a killed program left behind: found at the next start, offered back, or cleared away."""

import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from time import time

from cxsurvey.storage import schema
from cxsurvey.storage.database import fingerprint
from cxsurvey.storage.folder import private_folder, take_ownership
from cxsurvey.storage.origin import PROJECT_FILE, Recoverable, clear_killed_save, read_origin


def recoverable() -> tuple[Recoverable, ...]:
    """Work left behind by a program that was killed, the latest change first.

    Clears away what holds nothing unsaved, and what a killed save left beside its target. For the program's start.
    """
    found = []
    for folder in sorted(private_folder("working").iterdir()):
        with suppress(OSError):  # one folder that cannot be looked into does not hide the others
            lock = None if _is_being_made(folder) else take_ownership(folder)
            if lock is None:
                continue  # somebody is at work there
            try:
                left = _left_behind(folder)
            finally:
                lock.release()  # before the folder goes: Windows removes no file that is open
            if isinstance(left, Recoverable):
                found.append(left)
            elif left is _Rest.CLEAR:
                shutil.rmtree(folder, ignore_errors=True)
    _clear(private_folder("opening"))
    return tuple(sorted(found, key=lambda left: left.when, reverse=True))


def discard(found: Recoverable) -> None:
    """Removes work left behind, because the person does not want it."""
    lock = take_ownership(found.folder) if found.folder.is_dir() else None
    if lock is not None:
        lock.release()
        shutil.rmtree(found.folder, ignore_errors=True)


class _Rest(Enum):
    """What becomes of a folder that offers no work."""

    CLEAR = 1  # all in it is saved, or there is nothing
    KEEP = 2   # it cannot be read: a person may want to look at it


def _left_behind(folder: Path) -> Recoverable | _Rest:
    clear_killed_save(folder)
    origin = read_origin(folder)
    file = folder / PROJECT_FILE
    if not _has_content(file):
        return _Rest.CLEAR
    when = datetime.fromtimestamp(file.stat().st_mtime)
    looked = _look(file)
    if not looked.titles:
        return _Rest.KEEP if _has_content(file) else _Rest.CLEAR
    if origin is not None and origin.saved == looked.fingerprint:
        return _Rest.CLEAR
    return Recoverable(folder, looked.titles[0], when, origin.path if origin else None)


@dataclass(frozen=True, slots=True)
class _Look:
    """What can be told of a working copy without reading it whole."""

    titles: tuple[str, ...]  # one; none where the file cannot be read
    fingerprint: str


def _look(file: Path) -> _Look:
    try:
        connection = schema.connect(file)  # plays back the journal of a killed transaction
        try:
            titles = tuple(str(title) for (title,) in connection.execute("SELECT title FROM study"))
            return _Look(titles, fingerprint(connection))
        finally:
            connection.close()
    except (sqlite3.Error, ValueError):
        return _Look((), "")


def _is_being_made(folder: Path) -> bool:
    """Whether another program may just be making this folder, and not have locked it yet."""
    try:
        return not _has_content(folder / PROJECT_FILE) and time() - folder.stat().st_mtime < 60
    except OSError:
        return True  # it went away


def _has_content(file: Path) -> bool:
    """Whether there may be work in a file that cannot be read: such a one is kept, for a person to look at."""
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _clear(folder: Path) -> None:
    """Removes copies that an ended program left while opening a file; one in use is seconds old."""
    for entry in folder.iterdir():
        with suppress(OSError):
            if time() - entry.stat().st_mtime > 600:
                shutil.rmtree(entry, ignore_errors=True)
