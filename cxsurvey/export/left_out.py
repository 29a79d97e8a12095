"""The rows that an import left out or read with care, as a table to go through with whoever made the file."""

from collections.abc import Iterable
from pathlib import Path

from cxsurvey.export.data import Row, write_table
from cxsurvey.export.sheet import Words
from cxsurvey.notices import english
from cxsurvey.reading.values import LeftOut

COLUMNS = ("sheet", "row", "column", "value", "reason")


def write_left_out(entries: Iterable[LeftOut], path: Path, words: Words = english) -> None:
    """Writes a CSV with one line each entry, in their order; ``SurveyError`` if the file cannot be written."""
    lines: list[Row] = [list(COLUMNS)]
    lines += [[entry.sheet, entry.row, entry.column, entry.value, words(entry.reason)] for entry in entries]
    write_table(path, lines)
