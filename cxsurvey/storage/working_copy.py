"""The open project on disk: a private SQLite file that every edit reaches at once and that a kill leaves whole."""

import errno
import json
import os
import shutil
import sqlite3
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock
from time import time
from typing import Any

from cxsurvey.notices import error
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.project import Project
from cxsurvey.storage import schema
from cxsurvey.storage.database import Stored, fingerprint, read_project, write_project
from cxsurvey.storage.folder import OwnerLock, private_folder, take_ownership
from cxsurvey.storage.saving import (
    Stamp,
    is_unchanged,
    saving_path,
    saving_trouble,
    stamp_of,
    storing_trouble,
    write_file,
    write_small,
)
from cxsurvey.storage.stranger import judging, read_stranger
from cxsurvey.storage.upgrade import upgrade

_FILE, _ORIGIN = "study.cxs", "origin.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a working copy is saved to. Kept beside the copy, as the file we hand out names no folder."""

    path: Path
    stamps: tuple[Stamp, ...]  # of the target: as it was, and while it is being replaced also as it will be
    saved: str                 # fingerprint of the contents that were saved last
    version: int = schema.VERSION  # of the target's format


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that a program left behind without saving or closing it."""

    folder: Path
    title: str
    when: datetime      # of the last change
    path: Path | None   # where it was saved to, if ever


class WorkingCopy:
    """One open project on disk. Can be used from any thread, one call at a time."""

    def __init__(self, folder: Path, lock: OwnerLock, stored: Stored | None, origin: Origin | None) -> None:
        self._folder, self._lock, self._stored, self._origin = folder, lock, stored, origin
        self._guard = RLock()
        self._connection = schema.connect(folder / _FILE)

    # --- how it comes about ---

    @classmethod
    def create(cls, project: Project) -> "WorkingCopy":
        """A working copy of a project that was never saved."""
        return cls._made(Stored(project, ()), None)

    @classmethod
    def open(cls, path: Path) -> "WorkingCopy":
        """A working copy of a file, which is only read; ``SurveyError`` for every file that is no whole project."""
        path = path.expanduser().absolute()
        before = _stamp(path)
        stored, version = read_stranger(path)
        if _stamp(path) != before or before is None:
            raise error(StorageNotice.PROJECT_BEING_WRITTEN, file=path.name)
        return cls._made(stored, Origin(path, (before,), "", version))

    @classmethod
    def recover(cls, found: Recoverable) -> "WorkingCopy":
        """Goes on with work left behind; ``SurveyError`` if another window took it, or if it is damaged."""
        lock = take_ownership(found.folder) if found.folder.is_dir() else None
        if lock is None:
            raise error(StorageNotice.RECOVERY_TAKEN)
        try:
            with judging(found.title):
                copy = cls(found.folder, lock, None, _read_origin(found.folder))
                copy._bring_up_to_date(found.title)
                copy._stored = read_project(copy._connection, found.title)
        except BaseException:
            lock.release()
            raise
        return copy

    @classmethod
    def _made(cls, stored: Stored, origin: Origin | None) -> "WorkingCopy":
        folder = private_folder("working") / uuid.uuid4().hex
        with storing_trouble(folder):
            folder.mkdir(mode=0o700)
            lock = take_ownership(folder)
            if lock is None:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            os.close(os.open(folder / _FILE, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            copy = cls(folder, lock, None, origin)
        try:
            copy._store(stored.project)
            if origin is not None:
                copy._note_saved(origin.path, origin.stamps, origin.version)
        except BaseException:
            copy.close()
            raise
        return copy

    def _bring_up_to_date(self, title: str) -> None:
        """A copy that an earlier version of the program left behind takes the steps to ours."""
        ((version,),) = self._connection.execute("PRAGMA user_version").fetchall()
        if version > schema.VERSION:
            raise error(StorageNotice.NEWER_VERSION, file=title)
        if version < schema.VERSION:
            upgrade(self._folder / _FILE, version)

    # --- what may be asked of it ---

    @property
    def project(self) -> Project:
        """The project as it is on disk."""
        if self._stored is None:
            raise ValueError("project: nothing was stored yet")
        return self._stored.project

    @property
    def path(self) -> Path | None:
        """Where it is saved to, if it ever was."""
        return self._origin.path if self._origin else None

    @property
    def is_saved(self) -> bool:
        """Whether the file at ``path`` holds all that is in the working copy."""
        with self._guard:
            return self._origin is not None and self._origin.saved == fingerprint(self._connection)

    def store(self, project: Project) -> None:
        """Writes what changed, in one transaction; on return it is on disk.

        Raises ``SurveyError``: then the copy is as it was, and the next call writes this change too.
        """
        with self._guard:
            if self._stored is not None and self._stored.project is project:
                return
            self._store(project)

    def _store(self, project: Project) -> None:
        with storing_trouble(self._folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if self._stored is None:
                    schema.create(self._connection)
                stored = write_project(self._connection, project, self._stored)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have rolled back itself
                    self._connection.execute("ROLLBACK")
                raise
        self._stored = stored

    def save(self, target: Path | None = None) -> Path:
        """Writes the file at ``target`` (or where it was saved before) anew and gives its path.

        Raises ``SurveyError`` if that file was changed by another program since (not when ``target`` is another file:
        whoever names one has agreed to replace it), or if it cannot be written. The work then is as safe as before.
        """
        with self._guard:
            path = target.expanduser().absolute() if target else self.path
            if path is None:
                raise ValueError("save: needs a target the first time")
            real = path.resolve()  # a link stays one; what it points to is replaced
            known = self._origin if self._origin and self._origin.path.resolve() == real else None
            with saving_trouble(path):
                if known and not any(is_unchanged(real, stamp) for stamp in known.stamps):
                    raise error(StorageNotice.TARGET_CHANGED, file=path.name)
                if known and known.version < schema.VERSION and real.exists():
                    shutil.copy2(real, real.with_name(f"{real.name}.v{known.version}.bak"))
            stamp = write_file(real, self._write_to, lambda new: self._note_replacing(known, new))
            with storing_trouble(self._folder):
                self._note_saved(path, (stamp,), schema.VERSION)
            return path

    def close(self) -> None:
        """Ends the work and removes the working copy, saved or not."""
        with self._guard:
            self._connection.close()
            with suppress(OSError):  # first, so that a kill in between leaves nothing that looks like work
                (self._folder / _FILE).unlink()
            self._lock.release()  # Windows removes no file that is open
            shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "WorkingCopy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- saving, step by step ---

    def _write_to(self, beside: Path) -> None:
        self._connection.execute("VACUUM INTO ?", (str(beside),))

    def _note_replacing(self, known: Origin | None, new: Stamp) -> None:
        """Says before the target is replaced how it will look: killed in between, we know our own file again."""
        if known:
            write_small(self._folder / _ORIGIN, _as_json(Origin(known.path, (*known.stamps, new), known.saved)))

    def _note_saved(self, path: Path, stamps: tuple[Stamp, ...], version: int) -> None:
        self._origin = Origin(path, stamps, fingerprint(self._connection), version)
        write_small(self._folder / _ORIGIN, _as_json(self._origin))


# --- what was left behind -------------------------------------------------------------------------


def recoverable() -> tuple[Recoverable, ...]:
    """Work left behind by a program that was killed, the latest change first.

    Clears away what holds nothing unsaved, and what a killed save left beside its target. For the program's start.
    """
    found = []
    for folder in sorted(private_folder("working").iterdir()):
        lock = None if _is_being_made(folder) else take_ownership(folder)
        if lock is None:
            continue  # somebody is at work there
        try:
            if left := _left_behind(folder):
                found.append(left)
        finally:
            lock.release()
    _clear(private_folder("opening"))
    return tuple(sorted(found, key=lambda left: left.when, reverse=True))


def discard(found: Recoverable) -> None:
    """Removes work left behind, because the person does not want it."""
    lock = take_ownership(found.folder) if found.folder.is_dir() else None
    if lock is not None:
        lock.release()
        shutil.rmtree(found.folder, ignore_errors=True)


def _left_behind(folder: Path) -> Recoverable | None:
    origin = _read_origin(folder)
    if origin is not None:
        with suppress(OSError):
            saving_path(origin.path.resolve()).unlink(missing_ok=True)
    file = folder / _FILE
    try:
        when = datetime.fromtimestamp(file.stat().st_mtime)
        connection = schema.connect(file)  # plays back the journal of a killed transaction
        try:
            rows = connection.execute("SELECT title FROM study").fetchall()
            saved = origin is not None and origin.saved == fingerprint(connection)
        finally:
            connection.close()
    except (OSError, sqlite3.Error, ValueError):
        rows, saved = [], False
    if rows and not saved:
        return Recoverable(folder, str(rows[0][0]), when, origin.path if origin else None)
    if saved or not _has_content(file):
        shutil.rmtree(folder, ignore_errors=True)
    return None


def _is_being_made(folder: Path) -> bool:
    """Whether another program may just be making this folder, and not have locked it yet."""
    try:
        return not _has_content(folder / _FILE) and time() - folder.stat().st_mtime < 60
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


def _as_json(origin: Origin) -> dict[str, Any]:
    return {**asdict(origin), "path": str(origin.path)}


def _read_origin(folder: Path) -> Origin | None:
    try:
        data = json.loads((folder / _ORIGIN).read_text(encoding="utf-8"))
        stamps = tuple(Stamp(**stamp) for stamp in data["stamps"])
        return Origin(Path(data["path"]), stamps, data["saved"], data["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None  # read_stranger says why


# --- without a window -----------------------------------------------------------------------------


def load_project(path: Path) -> Project:
    """The project of a file; ``SurveyError`` for every file that is no whole project of ours."""
    return read_stranger(path.expanduser().absolute())[0].project


def save_project(project: Project, path: Path) -> None:
    """Writes a project file as Save does: beside, checked, put in place; ``SurveyError`` if it cannot be written."""

    def write(beside: Path) -> None:
        connection = schema.connect(beside, synchronous="OFF")  # synced as a whole, before it takes its place
        try:
            connection.execute("BEGIN IMMEDIATE")
            schema.create(connection)
            write_project(connection, project, None)
            connection.execute("COMMIT")
        finally:
            connection.close()

    write_file(path.expanduser().absolute().resolve(), write)

