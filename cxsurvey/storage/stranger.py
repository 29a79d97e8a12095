"""Reads a file that anybody may have made: looks before SQLite does, on a copy alone, and believes nothing.

The file itself is only ever copied. What comes out is a project as a value; the working copy is a fresh file of our
own schema into which it is written.
"""

import os
import shutil
import sqlite3
import stat
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from cxsurvey.notices import error
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.storage import schema
from cxsurvey.storage.database import Stored, check_rows, read_project
from cxsurvey.storage.folder import private_folder
from cxsurvey.storage.upgrade import upgrade

MAGIC = b"SQLite format 3\0"
LARGEST = 4 << 30  # bytes
PATIENCE = 20.0    # seconds of the processor for any one look into the file; a busy computer is no fault of it

_PRAGMAS = {
    "trusted_schema", "cell_size_check", "mmap_size", "query_only", "quick_check", "temp_store", "user_version",
}
_FAULTS = (
    sqlite3.Error, zlib.error, ValueError, KeyError, TypeError, IndexError, OverflowError, RecursionError, MemoryError,
)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 << 20),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)


def read_stranger(path: Path) -> tuple[Stored, int]:
    """The project of a file, and the version of the file; ``SurveyError`` with a sentence for every odd file."""
    check_header(path)
    folder = Path(mkdtemp(dir=private_folder("opening")))
    try:
        copy = folder / "study.cxs"
        _copy(path, copy)
        version = check_header(copy, path.name)
        with judging(path.name):
            if version < schema.VERSION:
                with opened(copy, path.name) as connection:
                    _check_schema(connection, schema.former_schema(version))
                upgrade(copy, version)
            with opened(copy, path.name) as connection:
                _check_schema(connection, schema.expected_schema())
                return read_project(connection, path.name), version
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_written(path: Path, file: str) -> None:
    """Reads a file just written from end to end; ``SurveyError`` if it is not whole."""
    with judging(file), opened(path, file) as connection:
        _check_schema(connection, schema.expected_schema())
        check_rows(connection, file)


def check_header(path: Path, file: str = "") -> int:
    """The file's version, from its first 100 bytes; ``SurveyError`` for everything that is no project of ours."""
    file = file or path.name
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise error(StorageNotice.NOT_A_PROJECT, file=file)
        with open(path, "rb") as source:
            head = source.read(100)
    except FileNotFoundError as missing:
        raise error(StorageNotice.PROJECT_MISSING, file=file) from missing
    except (OSError, ValueError) as trouble:
        raise error(StorageNotice.PROJECT_UNREADABLE, file=file, reason=_reason(trouble)) from trouble
    if not head:
        raise error(StorageNotice.PROJECT_EMPTY, file=file)
    if head.startswith((b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0")):
        raise error(StorageNotice.PROJECT_IS_SPREADSHEET, file=file)
    if not head.startswith(MAGIC):
        raise error(StorageNotice.NOT_A_PROJECT, file=file)
    return _version(head, found.st_size, file)


def _version(head: bytes, size: int, file: str) -> int:
    """What the header of an SQLite file says of itself, at the places that its file format fixes."""

    def number(at: int, length: int = 4) -> int:
        return int.from_bytes(head[at : at + length], "big")

    if len(head) < 100:
        raise error(StorageNotice.PROJECT_CUT_OFF, file=file)
    if number(68) != schema.APPLICATION_ID:
        raise error(StorageNotice.NOT_A_PROJECT, file=file)
    version = number(60)
    if version > schema.VERSION:
        raise error(StorageNotice.NEWER_VERSION, file=file)
    if size > LARGEST:
        raise error(StorageNotice.PROJECT_TOO_LARGE, file=file, limit=LARGEST >> 30)
    page = {1: 65536}.get(number(16, 2), number(16, 2))
    if size < page * number(28):
        raise error(StorageNotice.PROJECT_CUT_OFF, file=file)
    if version < 1 or number(56) != 1:  # always UTF-8
        raise error(StorageNotice.PROJECT_DAMAGED, file=file, place="header")
    return version


def _copy(path: Path, copy: Path) -> None:
    """A private copy of the file alone: a journal that lies beside it is never played back."""
    try:
        before = os.stat(path)
        shutil.copyfile(path, copy)
        after = os.stat(path)
        os.chmod(copy, 0o600)
        with open(copy, "r+b") as written:
            if written.read(20)[18:20] != b"\1\1":  # a write-ahead log: none was copied, so back to a rollback journal
                written.seek(18)
                written.write(b"\1\1")
    except FileNotFoundError as missing:
        raise error(StorageNotice.PROJECT_MISSING, file=path.name) from missing
    except OSError as trouble:
        raise error(StorageNotice.PROJECT_UNREADABLE, file=path.name, reason=_reason(trouble)) from trouble
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise error(StorageNotice.PROJECT_BEING_WRITTEN, file=path.name)


@contextmanager
def judging(file: str) -> Iterator[None]:
    """Turns everything that a damaged or forged file can bring about into one refusal.

    SQLite brings ``UnicodeDecodeError`` for text that is none, and ``OverflowError`` for sizes; rows that do not fit
    together bring the rest.
    """
    try:
        yield
    except _FAULTS as trouble:
        raise error(StorageNotice.PROJECT_DAMAGED, file=file, place=type(trouble).__name__) from trouble


@contextmanager
def opened(path: Path, file: str) -> Iterator[sqlite3.Connection]:
    """A connection that can read our tables and do nothing else, after SQLite's own check of the file."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        for limit, value in _LIMITS:
            connection.setlimit(limit, value)
        ends = time.thread_time() + PATIENCE
        connection.set_progress_handler(lambda: int(time.thread_time() > ends), 10_000)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.set_authorizer(_allow)
        (verdict,), *_ = connection.execute("PRAGMA quick_check(1)").fetchall()
        if verdict != "ok":
            raise error(StorageNotice.PROJECT_DAMAGED, file=file, place="quick_check")
        yield connection
    finally:
        connection.close()


def _allow(action: int, first: str | None, second: str | None, database: str | None, inside: str | None) -> int:
    allowed = inside is None and (  # inside: the view or trigger that asks
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _check_schema(connection: sqlite3.Connection, expected: frozenset[tuple[object, ...]]) -> None:
    """``ValueError`` unless the file declares, letter for letter, what that version writes, and nothing else."""
    if schema.written_schema(connection) != expected:
        raise ValueError("the schema is not ours")


def _reason(trouble: Exception) -> str:
    return getattr(trouble, "strerror", None) or "no reason given"
