"""Project files: the working copy of what is open, saving, opening, recovering."""

from cxsurvey.storage.working_copy import (
    Recoverable,
    WorkingCopy,
    discard,
    load_project,
    recoverable,
    save_project,
)

__all__ = ["Recoverable", "WorkingCopy", "discard", "load_project", "recoverable", "save_project"]
