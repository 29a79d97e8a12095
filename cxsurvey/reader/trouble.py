"""What the disk may refuse while a file is copied and read, in a sentence."""

import errno
import os
import shutil
from pathlib import Path

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.reading import ReadingNotice

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NEEDED = 1 << 16  # bytes; a reader that dies with less to write on could not say why


def is_full(fault: OSError) -> bool:
    """Whether there is no more space to write on."""
    return fault.errno in _FULL


def has_no_space(folder: Path) -> bool:
    """Whether the disk that holds the folder is full."""
    try:
        return shutil.disk_usage(folder).free < _NEEDED
    except OSError:
        return False


def no_space(file: str, fault: OSError | None = None) -> SurveyError:
    """The refusal for a disk that holds no copy of the file, or not what was read from it."""
    reason = (fault.strerror if fault is not None else "") or os.strerror(errno.ENOSPC)
    return error(ReadingNotice.NO_SPACE_FOR_COPY, file=file, reason=reason)


def unreadable(file: str, fault: OSError) -> SurveyError:
    """The refusal for what the system says when a file is opened, read or copied."""
    return no_space(file, fault) if is_full(fault) else error(ReadingNotice.FILE_UNREADABLE, file=file)
