"""Which files may hold answers, and the files of what was dropped. No Qt."""

from collections.abc import Sequence
from pathlib import Path

ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".zip", ".json")
"""What a file dialog offers. What a file is, its bytes say, not its name."""

MOST_OF_A_FOLDER = 500


def files_of(paths: Sequence[str]) -> list[Path]:
    """The files, and of each folder those that may hold answers, by name; hidden ones left out."""
    found: list[Path] = []
    for path in map(Path, paths):
        found += _inside(path) if path.is_dir() else [path]
    return found


def _inside(folder: Path) -> list[Path]:
    """A folder without any such file is handed on itself: the reader says what it is."""
    files = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in ENDINGS and not path.name.startswith((".", "~$")) and path.is_file()
    )
    return files[:MOST_OF_A_FOLDER] or [folder]
