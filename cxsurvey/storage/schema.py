"""What a project file is made of: its tables as values, its marks, the settings of its connections."""

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from cxsurvey.storage.former import ADDED, CHANGED, REMOVED
from cxsurvey.storage.layout import SQL

APPLICATION_ID = 0x43585332  # "CXS2" where SQLite keeps it; the `file` command and our own check read it
VERSION = 3

KINDS: dict[str, type] = {"TEXT": str, "INTEGER": int, "REAL": float, "BLOB": bytes}


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the SQL declares it."""

    name: str
    kind: type
    optional: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns and the order of its rows."""

    name: str
    sql: str
    columns: tuple[Column, ...]
    order: str         # the primary key
    per_import: bool   # the rows belong to one import each, and are written and digested import by import

    @property
    def insert(self) -> str:
        return f"INSERT INTO {self.name} VALUES ({', '.join('?' * len(self.columns))})"

    @property
    def select(self) -> str:
        return f"SELECT {', '.join(column.name for column in self.columns)} FROM {self.name}"


def _table(sql: str) -> Table:
    head, *lines = sql.splitlines()
    columns, key = [], ""
    for line in lines[:-1]:
        if found := re.match(r"  PRIMARY KEY \((.*)\)", line):
            key = found[1]
        elif declared := re.match(r"  (\w+) (TEXT|INTEGER|REAL|BLOB)( NOT NULL)?( PRIMARY KEY)?", line):
            columns.append(Column(declared[1], KINDS[declared[2]], not declared[3]))
            key = declared[1] if declared[4] else key
    return Table(head.split()[2], sql, tuple(columns), key, columns[0].name == "import")


_STATEMENTS = re.findall(r"^CREATE TABLE .*?^\)[^;]*", SQL, re.DOTALL | re.MULTILINE)
TABLES = {table.name: table for table in map(_table, _STATEMENTS)}
"""Every table but ``digests`` holds what people entered."""

DIGESTS = TABLES.pop("digests")
CELL_TABLES = ("cell_columns", "cell_pieces", "cell_sheets")


def create(connection: sqlite3.Connection) -> None:
    """Makes our empty tables and marks in a new file; part of the caller's transaction."""
    for table in (*TABLES.values(), DIGESTS):
        connection.execute(table.sql)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def written_schema(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Everything a file declares: type, name, table and SQL of each entry."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall())


def expected_schema() -> frozenset[tuple[object, ...]]:
    """What this version declares."""
    connection = sqlite3.connect(":memory:")
    try:
        create(connection)
        return written_schema(connection)
    finally:
        connection.close()


def former_schema(version: int) -> frozenset[tuple[object, ...]]:
    """What an earlier version declared; ``KeyError`` if there was no such version."""
    declared = expected_schema()
    for step in range(VERSION - 1, version - 1, -1):
        kept = {entry for entry in declared if entry[2] not in ADDED[step]}
        changed = {(*entry[:3], CHANGED[step].get(str(entry[1]), entry[3])) for entry in kept}
        removed = {("table", name, name, sql) for name, sql in REMOVED[step].items()}
        declared = frozenset(changed | removed)
    return declared


def connect(path: Path, synchronous: str = "EXTRA") -> sqlite3.Connection:
    """A connection to a file of our own in the private folder; transactions are begun by hand.

    With these settings no kill, full disk or power loss lost a change in any test; NORMAL, OFF and MEMORY did.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection
