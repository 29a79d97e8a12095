"""The ways a survey goes out, one module each. A new way is one new module and one line in ``CHANNELS``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cxsurvey.channels.excel import write_excel_form
from cxsurvey.project import Project


@dataclass(frozen=True, slots=True)
class Channel:
    """One way a survey goes out. ``write(project, path, languages)`` gives the files it wrote."""

    key: str
    suffix: str  # of the file asked for
    write: Callable[[Project, Path, tuple[str, ...]], tuple[Path, ...]]


CHANNELS: tuple[Channel, ...] = (Channel("excel", ".xlsx", write_excel_form),)


def channel(key: str) -> Channel:
    """The channel of that key; ``KeyError`` if there is none."""
    for known in CHANNELS:
        if known.key == key:
            return known
    raise KeyError(key)
