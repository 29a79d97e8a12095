"""Steps from an earlier version of the project file to the next, taken in a private copy, never in the user's file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from cxsurvey.storage import schema

Step = Callable[[sqlite3.Connection], None]



def _value_labels(connection: sqlite3.Connection) -> None:
    """Values read as a person said: nobody could say so before."""
    connection.execute(schema.TABLES["mapping_labels"].sql)


# By the version a step starts from; a step also renews the digests of what it changes.
STEPS: dict[int, Step] = {1: _value_labels}


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
