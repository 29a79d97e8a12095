"""Project files without a working copy: for the command line."""

from functools import partial
from pathlib import Path

from cxsurvey.project import Project
from cxsurvey.storage import schema
from cxsurvey.storage.database import write_project
from cxsurvey.storage.saving import write_file
from cxsurvey.storage.stranger import read_stranger


def load_project(path: Path) -> Project:
    """The project of a file; ``SurveyError`` for every file that is no whole project of ours."""
    return read_stranger(path.expanduser().absolute())[0].project


def save_project(project: Project, path: Path) -> None:
    """Writes a project file as Save does: beside, checked, put in place; ``SurveyError`` if it cannot be written."""
    write_file(path.expanduser().absolute().resolve(), partial(write_whole, project))


def write_whole(project: Project, path: Path) -> None:
    """Writes all of a project into an empty file."""
    connection = schema.connect(path, synchronous="OFF")  # synced as a whole, before it takes its place
    try:
        connection.execute("BEGIN IMMEDIATE")
        schema.create(connection)
        write_project(connection, project, None)
        connection.execute("COMMIT")
    finally:
        connection.close()
