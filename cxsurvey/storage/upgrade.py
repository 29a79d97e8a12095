"""Steps from an earlier version of the project file to the next, taken in a private copy, never in the user's file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from cxsurvey.storage import schema
from cxsurvey.storage.database import replace_rows
from cxsurvey.storage.former import ADDED, CHANGED

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


# By the version a step starts from; a step also renews the digests of what it changes.
STEPS: dict[int, Step] = {1: _several_weights}


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
