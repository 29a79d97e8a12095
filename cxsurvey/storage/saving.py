"""Writing a project file so that there is never a moment without a whole one: beside, checked, synced, put in place."""

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from cxsurvey.notices import error
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.storage.folder import sync_folder
from cxsurvey.storage.stranger import check_written

_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file stood when we last read or wrote it, so that another program's change of it is noticed."""

    size: int
    modified: int  # ns
    digest: str


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file, or None if it is not there."""
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            digest = blake2b(digest_size=16)
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except FileNotFoundError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, digest.hexdigest())


def is_unchanged(path: Path, known: Stamp) -> bool:
    """Whether a file still holds what it held; a file that is gone can be written again without loss.

    A new time alone (a sync program, a copy back) is no change: then the contents are compared.
    """
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return True
    if found.st_size != known.size:
        return False
    now = stamp_of(path) if found.st_mtime_ns != known.modified else known
    return now is None or now.digest == known.digest


def saving_path(target: Path) -> Path:
    """Where a target's next version is written before it is put in place."""
    return target.with_name(f".{target.name}.saving")


def write_file(
    target: Path, write: Callable[[Path], None], about_to_replace: Callable[[Stamp], None] = lambda stamp: None
) -> Stamp:
    """Puts a new file in the place of ``target`` and gives its stamp.

    ``write`` fills the empty file it is handed. ``about_to_replace`` hears the new stamp before the old file goes.
    Raises ``SurveyError``; then the target is as it was and nothing is left beside it.
    """
    beside = saving_path(target)
    with saving_trouble(target):
        try:
            if target.exists() and not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            beside.unlink(missing_ok=True)
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            write(beside)
            check_written(beside, target.name)
            with suppress(FileNotFoundError):
                shutil.copymode(target, beside)  # a file that others may read stays so
            with open(beside, "r+b") as file:
                os.fsync(file.fileno())
            stamp = stamp_of(beside)
            if stamp is None:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            about_to_replace(stamp)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        with suppress(OSError):  # some network drives cannot; the file itself is synced
            sync_folder(target.parent)
    return stamp


def write_small(path: Path, data: object) -> None:
    """Puts JSON in the place of a small file of our own."""
    beside = path.with_name(path.name + ".new")
    with open(beside, "w", encoding="utf-8") as file:
        json.dump(data, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


@contextmanager
def saving_trouble(target: Path) -> Iterator[None]:
    """Says in a sentence why a file was not saved."""
    try:
        yield
    except (OSError, sqlite3.Error) as trouble:
        full, denied = is_full(trouble), is_denied(trouble)
        code = (
            StorageNotice.SAVE_DISK_FULL if full
            else StorageNotice.SAVE_NOT_ALLOWED if denied
            else StorageNotice.SAVE_FAILED
        )  # fmt: skip
        raise error(code, file=target.name, **({} if full or denied else {"reason": reason_of(trouble)})) from trouble


@contextmanager
def storing_trouble(folder: Path) -> Iterator[None]:
    """Says in a sentence why a change did not reach the working copy."""
    try:
        yield
    except (OSError, sqlite3.Error) as trouble:
        if is_full(trouble):
            raise error(StorageNotice.STORE_DISK_FULL) from trouble
        if is_denied(trouble):
            raise error(StorageNotice.STORE_NOT_ALLOWED, folder=str(folder)) from trouble
        raise error(StorageNotice.STORE_FAILED, reason=reason_of(trouble)) from trouble


def is_full(trouble: OSError | sqlite3.Error) -> bool:
    """Whether the disk is full."""
    if isinstance(trouble, OSError):
        return trouble.errno in _NO_SPACE
    return getattr(trouble, "sqlite_errorname", "").startswith("SQLITE_FULL")


def is_denied(trouble: OSError | sqlite3.Error) -> bool:
    """Whether nothing may be written there."""
    if isinstance(trouble, OSError):
        return trouble.errno in _NOT_ALLOWED
    return getattr(trouble, "sqlite_errorname", "").startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN"))


def reason_of(trouble: Exception) -> str:
    """The system's own few words."""
    return getattr(trouble, "strerror", None) or str(trouble) or "no reason given"


