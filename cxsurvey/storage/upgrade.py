"""Steps from an earlier version of the project file to the next, taken in a private copy, never in the user's file."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from cxsurvey.reading.findings import found
from cxsurvey.reading.values import LeftOut
from cxsurvey.storage import schema
from cxsurvey.storage.database import replace_rows
from cxsurvey.storage.former import ADDED, CHANGED
from cxsurvey.storage.imports import finding_rows, notice_from
from cxsurvey.storage.rows import Row, grouped

Step = Callable[[sqlite3.Connection], None]


def _several_weights(connection: sqlite3.Connection) -> None:
    """From 1: answers are weighted by several groupings; tasks, designs and value labels are there; all others stay."""
    (study,) = connection.execute("SELECT * FROM study").fetchall()
    *kept, weight_by = study
    targets = connection.execute("SELECT position, cohort, share FROM weight_targets").fetchall()
    for name in CHANGED[1]:
        connection.execute(f"DROP TABLE {name}")
    for name in (*CHANGED[1], *ADDED[1]):
        connection.execute(schema.TABLES[name].sql)
    replace_rows(connection, "study", 0, [(*kept, None)])
    replace_rows(connection, "weight_margins", 0, [(0, weight_by)] if weight_by else [])
    replace_rows(connection, "weight_targets", 0, [(0, *target) for target in targets] if weight_by else [])
    replace_rows(connection, "survey_tasks", 0, [])


def _findings_by_kind(connection: sqlite3.Connection) -> None:
    """From 2: what was found in rows is kept by kind, each once, not by row."""
    numbers = [number for (number,) in connection.execute("SELECT import FROM imports").fetchall()]
    rows = grouped(connection.execute("SELECT * FROM report_rows ORDER BY import, kind, position").fetchall(), 2)
    connection.execute("DROP TABLE report_rows")
    connection.execute("DELETE FROM digests WHERE table_name = 'report_rows'")
    for name in ADDED[2]:
        connection.execute(schema.TABLES[name].sql)
    for number in numbers:
        written: dict[str, list[Row]] = {name: [] for name in ADDED[2]}
        for report in ("corrected", "left_out"):
            entries = [_finding(*row) for _, *row in rows.get((number, report), [])]
            for name, row in finding_rows(report, found(entries)):
                written[name].append((number, *row))
        for name in ADDED[2]:
            replace_rows(connection, name, number, written[name])


def _finding(
    sheet: str, row: int, column: str, value: str, code: str, severity: str, values: str
) -> LeftOut:
    pairs = [(name, row if given is None else given) for name, given in json.loads(values)]
    return LeftOut(sheet, row, column, value, notice_from(code, severity, json.dumps(pairs)))


# By the version a step starts from; a step also renews the digests of what it changes.
STEPS: dict[int, Step] = {1: _several_weights, 2: _findings_by_kind}


def upgrade(path: Path, version: int) -> None:
    """Takes every step from ``version`` to ours, one transaction each; ``KeyError`` if a step is missing."""
    connection = schema.connect(path)
    try:
        for start in range(version, schema.VERSION):
            connection.execute("BEGIN IMMEDIATE")
            STEPS[start](connection)
            connection.execute(f"PRAGMA user_version = {start + 1}")
            connection.execute("COMMIT")
    finally:
        connection.close()
