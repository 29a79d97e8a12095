"""Writing a file so that its name never holds half of it: written beside, synced, put in place."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.export import ExportNotice

_REASONS = {
    errno.ENOSPC: ExportNotice.NO_ROOM,
    errno.EDQUOT: ExportNotice.NO_ROOM,
    errno.ENOENT: ExportNotice.NO_FOLDER,
    errno.ENOTDIR: ExportNotice.NOT_A_FOLDER,
    errno.EEXIST: ExportNotice.NAME_OF_FILE,
    errno.EISDIR: ExportNotice.IS_FOLDER,
    errno.EACCES: ExportNotice.NOT_ALLOWED,
    errno.EPERM: ExportNotice.NOT_ALLOWED,
    errno.EROFS: ExportNotice.NOT_ALLOWED,
    errno.ENAMETOOLONG: ExportNotice.NAME_TOO_LONG,
}


@contextmanager
def atomic_path(target: Path) -> Iterator[Path]:
    """A path to write to; it becomes ``target`` when the block ends well, and is removed when it does not.

    The path is in the folder of ``target`` and ends as it does, for writers that look at the ending.
    Raises ``SurveyError`` for everything that the system refuses; ``target`` is then as it was.
    """
    beside = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=f".writing{target.suffix}", dir=target.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        with open(beside, "r+b") as file:
            os.fsync(file.fileno())
        _take_usual_rights(beside, target)
        os.replace(beside, target)
    except OSError as trouble:
        raise cannot_write(target, trouble) from trouble
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def make_folder(folder: Path) -> Path:
    """The folder, made with those above it where it is not there; ``SurveyError`` if it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise cannot_write(folder, trouble) from trouble
    return folder


def cannot_write(target: Path, trouble: OSError) -> SurveyError:
    """Why a file or folder could not be written, in a sentence."""
    code = _REASONS.get(trouble.errno or 0, ExportNotice.CANNOT_WRITE)
    if code is ExportNotice.CANNOT_WRITE:
        return error(code, file=target.name, reason=trouble.strerror or "unknown")
    return error(code, file=target.name)


def _take_usual_rights(beside: Path, target: Path) -> None:
    """The rights of the file that is replaced, else of any new file: a temporary one is closed to others."""
    with contextlib.suppress(OSError):
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        elif os.name == "posix":
            mask = os.umask(0o077)
            os.umask(mask)
            beside.chmod(0o666 & ~mask)
