"""A person at work in a process of its own, which a test kills: edits, imports, saves, and says what was done.

Called with the path of the target and a start number; what stands in the project after step n depends on n alone.
"""

import os
import sys
from pathlib import Path

from cxsurvey.project import Project, add_import, remove_import
from cxsurvey.storage import WorkingCopy

from .studies import imported, rich_project, with_title


def step(project: Project, n: int) -> Project:
    """The project after the n-th thing that the person does."""
    if n % 3 == 0:
        project = add_import(project, imported(f"file {n % 4}", 1500, n))
    if n % 7 == 0:
        project = remove_import(project, "file 3")
    return with_title(project, str(n))


def say(what: str, n: int) -> None:
    os.write(1, f"{what} {n}\n".encode())


def work(target: Path) -> None:
    project = with_title(rich_project(20), "0")
    copy = WorkingCopy.create(project)
    say("stored", 0)
    n = 0
    while True:
        n += 1
        project = step(project, n)
        copy.store(project)
        say("stored", n)
        if n % 4 == 0:
            copy.save(target)
            say("saved", n)


if __name__ == "__main__":
    work(Path(sys.argv[1]))
