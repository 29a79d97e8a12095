"""A file with its sheets, whatever its kind, and the building of a table from cells as they come."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Notice, error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.values import CellKind, Column, LeftOut, Table

MOST_CELLS = 50_000_000


@dataclass(frozen=True, slots=True)
class SheetName:
    """One sheet of a file, not read yet."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SheetRead:
    """A sheet's table, the cells that could not be taken, and what is to be told of the sheet as a whole."""

    table: Table
    problems: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = ()


class Source(Protocol):
    """A file whose sheets can be read, one at a time."""

    @property
    def sheets(self) -> tuple[SheetName, ...]: ...

    @property
    def delimiter(self) -> str: ...

    @property
    def encoding(self) -> str: ...

    def read(self, sheet: str, progress: Progress) -> SheetRead: ...

    def close(self) -> None: ...


class TableBuilder:
    """Collects cells by column; what was never filled costs nothing until the table is made."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file, self._sheet = file, sheet
        self._rows = array("i")
        self._columns: dict[int, tuple[array[int], list[str], bytearray]] = {}
        self._n_cells = 0
        self._position = -1

    def begin_row(self, row: int) -> None:
        """Starts the row of that number; a row without cells leaves no trace."""
        self._row = row
        self._started = False

    def add(self, column: int, text: str, kind: CellKind) -> bool:
        """Adds a cell to the row; False if that cell has been filled before."""
        if not self._started:
            self._rows.append(self._row)
            self._position += 1
            self._started = True
        position = self._position
        filled = self._columns.get(column)
        if filled is None:
            filled = self._columns.setdefault(column, (array("i"), [], bytearray()))
        places, texts, kinds = filled
        if places and places[-1] == position:
            return False
        places.append(position)
        texts.append(text)
        kinds.append(kind)
        self._n_cells += 1
        if self._n_cells > MOST_CELLS:
            raise error(ReadingNotice.TOO_MANY_CELLS, file=self._file, limit=MOST_CELLS // 1_000_000)
        return True

    def table(self) -> Table:
        """The table of all rows and columns that hold anything, rows in the order of their numbers."""
        n_rows = len(self._rows)
        if n_rows * len(self._columns) > 4 * MOST_CELLS:
            raise error(ReadingNotice.TOO_MANY_CELLS, file=self._file, limit=MOST_CELLS // 1_000_000)
        rows = np.array(self._rows, np.int32)
        order = None if np.all(rows[1:] >= rows[:-1]) else np.argsort(rows, kind="stable")
        columns = tuple(
            _column(position, n_rows, *self._columns.pop(position), order) for position in sorted(self._columns)
        )
        rows = rows if order is None else rows[order]
        rows.flags.writeable = False
        return Table(self._sheet, rows, columns)


def _column(
    position: int,
    n_rows: int,
    places: array[int],
    texts: list[str],
    kinds: bytearray,
    order: NDArray[np.intp] | None,
) -> Column:
    """A full column from its filled cells."""
    all_kinds = np.zeros(n_rows, np.uint8)
    all_texts = texts
    if len(places) == n_rows:
        all_kinds[:] = np.frombuffer(kinds, np.uint8)
    else:
        all_kinds[np.frombuffer(places, np.int32)] = np.frombuffer(kinds, np.uint8)
        all_texts = [""] * n_rows
        for place, text in zip(places, texts, strict=True):
            all_texts[place] = text
    if order is not None:
        all_kinds = all_kinds[order]
        all_texts = [all_texts[place] for place in order]
    all_kinds.flags.writeable = False
    return Column(position, tuple(all_texts), all_kinds)
