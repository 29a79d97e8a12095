"""The data the program ships: pillar lists, words, fonts, icons, the sample study.

In a checkout it stands in ``resources/`` beside the package; the wheel carries it inside the package.
Nothing else in the program knows where it is.
"""

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def resources_folder() -> Path:
    """The folder of shipped data: inside the package where a wheel put it, else beside it."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Where a shipped file or folder is: ``resource_path("icons", "import.svg")``.

    Raises ``FileNotFoundError`` if it was not shipped, so that a slip shows where it was made.
    """
    path = resources_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"not among the shipped data: {'/'.join(parts)}")
    return path


def read_text(*parts: str) -> str:
    """A shipped UTF-8 text file."""
    return resource_path(*parts).read_text(encoding="utf-8")


def read_json(*parts: str) -> Any:
    """A shipped JSON file, as plain Python values."""
    return json.loads(read_text(*parts))


def list_names(*folder: str) -> tuple[str, ...]:
    """The names of the files of a shipped folder, sorted; hidden files and folders left out."""
    return tuple(
        sorted(
            entry.name
            for entry in resource_path(*folder).iterdir()
            if entry.is_file() and not entry.name.startswith(".")
        )
    )
