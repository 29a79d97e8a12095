"""Project files: the working copy of what is open, saving, opening, recovering."""

from cxsurvey.storage.origin import Recoverable
from cxsurvey.storage.recovery import discard, recoverable
from cxsurvey.storage.whole_files import load_project, save_project
from cxsurvey.storage.working_copy import WorkingCopy

__all__ = ["Recoverable", "WorkingCopy", "discard", "load_project", "recoverable", "save_project"]
