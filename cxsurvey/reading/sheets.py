"""A file with its sheets, whatever its kind, and the building of a table from cells as they come."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Notice, error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.coded import CodedTexts, smallest
from cxsurvey.reading.values import CellKind, Column, LeftOut, Table

MOST_CELLS = 50_000_000


@dataclass(frozen=True, slots=True)
class SheetName:
    """One sheet of a file, not read yet."""

    name: str
    hidden: bool = False


class Merged(NamedTuple):
    """Cells that are shown as one, in rows and columns from 1; only the upper left one has a value to see."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True, eq=False)
class SheetRead:
    """A sheet's table, the cells that could not be taken, and what is to be told of the sheet as a whole."""

    table: Table
    problems: Sequence[LeftOut] = ()
    notices: tuple[Notice, ...] = ()
    merged: tuple[Merged, ...] = ()
    platform: str = ""  # where the file's kind leaves no doubt
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)  # row and column -> what may have been typed


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


class _Filled(NamedTuple):
    """The filled cells of one column."""

    places: array[int]  # counting the rows that hold anything
    codes: array[int]   # of the texts
    kinds: bytearray
    known: dict[str, int]  # text -> code


class TableBuilder:
    """Collects cells by column; what was never filled costs nothing until the table is made."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file, self._sheet = file, sheet
        self._rows = array("i")
        self._columns: dict[int, _Filled] = {}
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
            filled = self._columns.setdefault(column, _Filled(array("i"), array("i"), bytearray(), {}))
        places, codes, kinds, known = filled
        if places and places[-1] == position:
            return False
        places.append(position)
        codes.append(known.setdefault(text, len(known)))
        kinds.append(kind)
        self._n_cells += 1
        if self._n_cells > MOST_CELLS:
            check_cells(self._file, self._n_cells)
        return True

    def table(self) -> Table:
        """The table of all rows and columns that hold anything, rows in the order of their numbers."""
        n_rows = len(self._rows)
        check_cells(self._file, self._n_cells, n_rows * len(self._columns))
        rows = np.array(self._rows, np.int32)
        order = None if np.all(rows[1:] >= rows[:-1]) else np.argsort(rows, kind="stable")
        columns = tuple(
            _column(position, n_rows, self._columns.pop(position), order) for position in sorted(self._columns)
        )
        rows = rows if order is None else rows[order]
        rows.flags.writeable = False
        return Table(self._sheet, rows, columns)


def check_cells(file: str, n_cells: int, n_places: int = 0) -> None:
    """``SurveyError`` for more cells, or a larger rectangle of them, than a table may have."""
    if n_cells > MOST_CELLS or n_places > 4 * MOST_CELLS:
        raise error(ReadingNotice.TOO_MANY_CELLS, file=file, limit=MOST_CELLS // 1_000_000)


def _column(position: int, n_rows: int, filled: _Filled, order: NDArray[np.intp] | None) -> Column:
    """A full column from its filled cells."""
    kinds = np.zeros(n_rows, np.uint8)
    codes = np.zeros(n_rows, np.int32)
    if len(filled.places) < n_rows:
        codes[:] = filled.known.setdefault("", len(filled.known))
    places = np.frombuffer(filled.places, np.int32)
    kinds[places] = np.frombuffer(filled.kinds, np.uint8)
    codes[places] = np.frombuffer(filled.codes, np.int32)
    if order is not None:
        kinds, codes = kinds[order], codes[order]
    kinds.flags.writeable = False
    return Column(position, CodedTexts(list(filled.known), smallest(codes, len(filled.known))), kinds)
