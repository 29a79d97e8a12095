"""Columns that were corrected by hand, remembered by the headers they were made for and offered next time.

Kept in the program's private folder on this computer; they hold headers and the values somebody named, no answers.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from cxsurvey.notices import SurveyError
from cxsurvey.reading.as_json import mapping_from_json, mapping_to_json
from cxsurvey.reading.values import Mapping
from cxsurvey.storage.folder import private_folder

MOST = 200  # the oldest are forgotten
LARGEST = 4_000_000  # bytes; what is larger was not written here


@dataclass(frozen=True, slots=True)
class Remembered:
    """Columns, and the file they were corrected for."""

    name: str
    mapping: Mapping


def remember(fingerprint: str, name: str, mapping: Mapping) -> None:
    """Keeps the columns for files with these headers; a disk that refuses is no fault: they are found anew then."""
    folder = _folder()
    text = json.dumps({"name": name, "mapping": mapping_to_json(mapping)})
    with contextlib.suppress(OSError):
        beside = folder / f".{fingerprint}.writing"
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, folder / f"{fingerprint}.json")
        known = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in known[MOST:]:
            old.unlink()


def recall(fingerprint: str) -> Remembered | None:
    """The columns last used by hand for these headers; None if there are none that can be read."""
    path = _folder() / f"{fingerprint}.json"
    try:
        if path.stat().st_size > LARGEST:
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
        return Remembered(str(data["name"]), mapping_from_json(data["mapping"]))
    except (OSError, ValueError, KeyError, TypeError, SurveyError):
        return None


def forget(fingerprint: str) -> None:
    """The columns of these headers are found anew next time."""
    with contextlib.suppress(OSError):
        (_folder() / f"{fingerprint}.json").unlink(missing_ok=True)


def _folder() -> Path:
    return private_folder("columns")
