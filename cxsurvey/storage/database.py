"""Writing a project into a file of our schema, only what changed, and reading it back, every row checked."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from cxsurvey.notices import error
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.project import Project
from cxsurvey.reading.values import ImportedFile
from cxsurvey.responses import merge_responses
from cxsurvey.storage.columns import clean
from cxsurvey.storage.imports import (
    answer_rows,
    cell_rows,
    cells_from,
    mapping_from,
    reading_rows,
    report_from,
    responses_from,
)
from cxsurvey.storage.rows import (
    PARTS,
    Row,
    Rows,
    banding_from,
    internal_from,
    pillars_from,
    plan_from,
    study_from,
    survey_from,
)
from cxsurvey.storage.schema import CELL_TABLES, DIGESTS, TABLES, Column, Table

IMPORT_TABLES = tuple(name for name, table in TABLES.items() if table.per_import)


@dataclass(frozen=True, slots=True)
class Stored:
    """What a file holds: the project, and the number under which each of its imports stands there."""

    project: Project
    numbers: tuple[int, ...]


# --- writing --------------------------------------------------------------------------------------


def write_project(connection: sqlite3.Connection, project: Project, before: Stored | None) -> Stored:
    """Writes what differs from ``before`` (everything if None). Part of the caller's transaction."""
    for part in PARTS:
        if before is None or part.value(before.project) != part.value(project):
            rows = part.rows(project)
            for name in part.tables:
                replace_rows(connection, name, 0, rows[name])
    if before is not None and before.project.imports == project.imports:
        return Stored(project, before.numbers)
    return Stored(project, _write_imports(connection, project.imports, before))


def _write_imports(
    connection: sqlite3.Connection, imports: tuple[ImportedFile, ...], before: Stored | None
) -> tuple[int, ...]:
    known = dict(zip(before.numbers, before.project.imports, strict=True)) if before else {}
    free = max(known, default=0) + 1
    left, numbers = dict(known), []
    for imported in imports:
        number = next((number for number, old in left.items() if old.key == imported.key), None)
        old = left.pop(number) if number is not None else None
        if number is None:
            number, free = free, free + 1
        _write_import(connection, number, imported, old)
        numbers.append(number)
    for number in left:
        for name in IMPORT_TABLES:
            _delete(connection, name, number)
    rows = [
        (position, number, imported.key, imported.name, imported.imported_on)
        for position, (number, imported) in enumerate(zip(numbers, imports, strict=True))
    ]
    replace_rows(connection, "imports", 0, rows)
    return tuple(numbers)


def _write_import(
    connection: sqlite3.Connection, number: int, imported: ImportedFile, old: ImportedFile | None
) -> None:
    if old is imported:
        return
    sources: list[tuple[tuple[str, ...], Iterator[tuple[str, Row]]]] = []
    if old is None or (old.mapping, old.report) != (imported.mapping, imported.report):
        sources.append((_tables("mapping", "report"), reading_rows(imported)))
    if old is None or old.responses is not imported.responses:
        sources.append((_tables("answer"), answer_rows(imported.responses)))
    if old is None or old.table is not imported.table:  # a new mapping leaves the original cells alone
        sources.append((CELL_TABLES, cell_rows(imported.table)))
    for names, rows in sources:
        digests = {name: _Digest() for name in names}
        for name in names:
            _delete(connection, name, number)
        for name, row in rows:
            digests[name].add(_insert(connection, TABLES[name], (number, *row)))
        for name in names:
            _write_digest(connection, name, number, digests[name])


def _tables(*starts: str) -> tuple[str, ...]:
    return tuple(name for name in IMPORT_TABLES if name.startswith(starts))


def replace_rows(connection: sqlite3.Connection, name: str, number: int, rows: Iterable[Row]) -> None:
    """Puts these rows, given in the order of the primary key, in the place of all the table's rows."""
    _delete(connection, name, number)
    digest = _Digest()
    for row in sorted(rows):
        digest.add(_insert(connection, TABLES[name], row))
    _write_digest(connection, name, number, digest)


def _insert(connection: sqlite3.Connection, table: Table, row: Row) -> Row:
    """Inserts the row, and gives it as SQLite will give it back."""
    written = tuple(
        _as_kept(column, value)
        for column, value in zip(table.columns, row, strict=True)
    )
    connection.execute(table.insert, written)
    return written


def _as_kept(column: Column, value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return float(value) if column.kind is float and value is not None else value


def _delete(connection: sqlite3.Connection, name: str, number: int) -> None:
    where = " WHERE import = ?" if TABLES[name].per_import else ""
    connection.execute(f"DELETE FROM {name}{where}", (number,) if where else ())
    connection.execute("DELETE FROM digests WHERE table_name = ? AND import = ?", (name, number))


def _write_digest(connection: sqlite3.Connection, name: str, number: int, digest: "_Digest") -> None:
    connection.execute(DIGESTS.insert, (name, number, digest.text))


class _Digest:
    """BLAKE2b over rows in the order of their primary key; each value led by its kind and length."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=16)

    def add(self, row: Row) -> None:
        for value in row:
            if isinstance(value, bytes):
                raw, mark = value, "b"
            else:
                raw, mark = str(value).encode("utf-8"), type(value).__name__[0]
            self._hash.update(f"{mark}{len(raw)}:".encode())
            self._hash.update(raw)

    @property
    def text(self) -> str:
        return self._hash.hexdigest()


# --- reading --------------------------------------------------------------------------------------


def read_project(connection: sqlite3.Connection, file: str) -> Stored:
    """The project a file holds, rows and digests checked.

    Raises ``SurveyError`` naming the import or table that is damaged, and ``ValueError`` and its kin
    (``ValueError, KeyError, TypeError, IndexError, sqlite3.Error``) where rows do not fit together.
    """
    rows: Rows = {name: [] for name in TABLES}
    check_rows(connection, file, lambda name, row: rows[name].append(row))
    key, study = study_from(rows)
    imports = rows["imports"]
    numbers = tuple(number for _, number, *_ in imports)
    by_import: dict[int, Rows] = {number: {name: [] for name in IMPORT_TABLES} for number in numbers}
    for name in IMPORT_TABLES:
        for number, *row in rows.pop(name):
            by_import[number][name].append(tuple(row))
    files = tuple(_import_from(words, by_import[number]) for _, number, *words in imports)
    pillars = pillars_from(rows)
    keys = tuple(pillar.key for pillar in pillars)
    project = Project(
        key, study, pillars, internal_from(rows), survey_from(rows), banding_from(rows, "generations"),
        banding_from(rows, "ages"), files, merge_responses(tuple(file.responses for file in files), keys),
        plan_from(rows),
    )
    return Stored(project, numbers)


def _import_from(words: list[str], rows: Rows) -> ImportedFile:
    key, name, imported_on = words
    return ImportedFile(
        key, name, imported_on, cells_from(rows), mapping_from(rows), responses_from(rows), report_from(rows)
    )


def check_rows(
    connection: sqlite3.Connection, file: str, take: Callable[[str, Row], object] = lambda name, row: None
) -> None:
    """Hands every row to ``take(table, row)``; ``SurveyError`` unless kinds and digests are right."""
    told = dict(_digests(connection))
    found: dict[tuple[str, int], _Digest] = {}
    for name, table in TABLES.items():
        if not table.per_import:
            found[name, 0] = _Digest()
        for row in _rows(connection, table):
            found.setdefault((name, row[0] if table.per_import else 0), _Digest()).add(row)
            take(name, row)
    for place, text in told.items():
        if place in found and found[place].text != text:
            raise _damaged(connection, file, *place)
    empty = _Digest().text
    for place in found.keys() ^ told.keys():
        if told.get(place) != empty:  # an import may have no rows in a table
            raise _damaged(connection, file, *place)


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[Row]:
    for row in connection.execute(f"{table.select} ORDER BY {table.order}"):
        for column, value in zip(table.columns, row, strict=True):
            if type(value) is not column.kind and not (value is None and column.optional):
                raise ValueError(f"{table.name}.{column.name} holds another kind of value")
        yield row


def _digests(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, int], str]]:
    for name, number, text in _rows(connection, DIGESTS):
        yield (name, number), text


def _damaged(connection: sqlite3.Connection, file: str, name: str, number: int) -> Exception:
    for (imported,) in connection.execute("SELECT name FROM imports WHERE import = ?", (number,)):
        return error(StorageNotice.IMPORT_DAMAGED, file=file, name=imported, place=name)
    return error(StorageNotice.PROJECT_DAMAGED, file=file, place=name)


def fingerprint(connection: sqlite3.Connection) -> str:
    """One digest of all a file holds, from the digests of its tables: tells whether anything differs."""
    digest = _Digest()
    for row in _rows(connection, DIGESTS):
        digest.add(row)
    return digest.text
