"""The open project on disk: a private SQLite file that every edit reaches at once and that a kill leaves whole."""

import errno
import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.project import Project
from cxsurvey.storage import schema
from cxsurvey.storage.database import Stored, fingerprint, read_project, write_project
from cxsurvey.storage.folder import OwnerLock, private_folder, take_ownership
from cxsurvey.storage.origin import PROJECT_FILE, Origin, Recoverable, noting_save, read_origin, write_origin
from cxsurvey.storage.saving import Stamp, is_unchanged, saving_trouble, stamp_of, storing_trouble, write_file
from cxsurvey.storage.stranger import judging, read_stranger
from cxsurvey.storage.upgrade import upgrade
from cxsurvey.storage.whole_files import write_whole


class WorkingCopy:
    """One open project on disk. Can be used from any thread, one call at a time."""

    def __init__(self, folder: Path, lock: OwnerLock, stored: Stored | None, origin: Origin | None) -> None:
        self._folder, self._lock, self._stored, self._origin = folder, lock, stored, origin
        self._guard = RLock()
        self._connection = schema.connect(folder / PROJECT_FILE)

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
                copy = cls(found.folder, lock, None, read_origin(found.folder))
                copy._go_on(found.title)
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
            os.close(os.open(folder / PROJECT_FILE, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            copy = cls(folder, lock, None, origin)
        try:
            copy._store(stored.project)
            if origin is not None:
                copy._note_saved(origin.path, origin.stamps, origin.version)
        except BaseException:
            copy.close()
            raise
        return copy

    def _go_on(self, title: str) -> None:
        """Reads the work left behind; lets go of the file if it cannot be read."""
        try:
            self._bring_up_to_date(title)
            self._stored = read_project(self._connection, title)
        except BaseException:
            self._connection.close()
            raise

    def _bring_up_to_date(self, title: str) -> None:
        """A copy that an earlier version of the program left behind takes the steps to ours."""
        ((version,),) = self._connection.execute("PRAGMA user_version").fetchall()
        if version > schema.VERSION:
            raise error(StorageNotice.NEWER_VERSION, file=title)
        if version < schema.VERSION:
            upgrade(self._folder / PROJECT_FILE, version)

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

    def save(self, target: Path | None = None, project: Project | None = None) -> Path:
        """Writes the file at ``target`` (or where it was saved before) anew and gives its path.

        With ``project`` it is stored first; where the disk of the private folder refuses, it is saved all the same.
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
            write = self._writer(project)
            with noting_save(self._folder, real):
                stamp = write_file(real, write, lambda new: self._note_replacing(known, new))
                self._note_saved(path, (stamp,), schema.VERSION)
            return path

    def close(self) -> None:
        """Ends the work and removes the working copy, saved or not."""
        with self._guard:
            self._connection.close()
            with suppress(OSError):  # first, so that a kill in between leaves nothing that looks like work
                (self._folder / PROJECT_FILE).unlink()
            self._lock.release()  # Windows removes no file that is open
            shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "WorkingCopy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- saving, step by step ---

    def _writer(self, project: Project | None) -> Callable[[Path], None]:
        """What fills the new file: the working copy, or the project itself where the copy cannot take it."""
        if project is not None:
            try:
                self.store(project)
            except SurveyError:
                return partial(write_whole, project)
        return self._write_copy

    def _write_copy(self, beside: Path) -> None:
        self._connection.execute("VACUUM INTO ?", (str(beside),))

    # What is noted serves only after a kill, so a private folder that takes no more does not keep from saving.

    def _note_replacing(self, known: Origin | None, new: Stamp) -> None:
        """Says before the target is replaced how it will look: killed in between, we know our own file again."""
        if known:
            write_origin(self._folder, replace(known, stamps=(*known.stamps, new)))

    def _note_saved(self, path: Path, stamps: tuple[Stamp, ...], version: int) -> None:
        self._origin = Origin(path, stamps, fingerprint(self._connection), version)
        write_origin(self._folder, self._origin)


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None  # read_stranger says why
