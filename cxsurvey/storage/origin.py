"""What a working copy is called, where it is saved to, and how that file stood."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from cxsurvey.storage import schema
from cxsurvey.storage.saving import Stamp, saving_path, write_small

PROJECT_FILE, ORIGIN_FILE, SAVING_FILE = "study.cxs", "origin.json", "saving.json"  # in a working copy's folder


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a working copy is saved to. Kept beside the copy, as the file we hand out names no folder."""

    path: Path
    stamps: tuple[Stamp, ...]  # of the target: as it was, and while it is being replaced also as it will be
    saved: str                 # fingerprint of the contents that were saved last
    version: int = schema.VERSION  # of the target's format


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that a program left behind without saving or closing it."""

    folder: Path
    title: str
    when: datetime      # of the last change
    path: Path | None   # where it was saved to, if ever


def write_origin(folder: Path, origin: Origin) -> None:
    """Puts the origin beside the working copy, if the disk takes it."""
    with suppress(OSError):
        write_small(folder / ORIGIN_FILE, {**asdict(origin), "path": str(origin.path)})


@contextmanager
def noting_save(folder: Path, target: Path) -> Iterator[None]:
    """Says while it lasts which file is being saved, so that a kill leaves nothing beside it for ever."""
    with suppress(OSError):
        write_small(folder / SAVING_FILE, str(target))
    try:
        yield
    finally:
        with suppress(OSError):
            (folder / SAVING_FILE).unlink()


def clear_killed_save(folder: Path) -> None:
    """Removes what a killed save left beside its target."""
    with suppress(OSError, ValueError, TypeError):
        target = Path(json.loads((folder / SAVING_FILE).read_text(encoding="utf-8")))
        saving_path(target).unlink(missing_ok=True)
        (folder / SAVING_FILE).unlink()


def read_origin(folder: Path) -> Origin | None:
    """The origin that stands beside a working copy; None if it was never saved."""
    try:
        data = json.loads((folder / ORIGIN_FILE).read_text(encoding="utf-8"))
        stamps = tuple(Stamp(**stamp) for stamp in data["stamps"])
        return Origin(Path(data["path"]), stamps, data["saved"], data["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
