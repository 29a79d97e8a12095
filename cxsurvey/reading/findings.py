"""What was found in rows, many of them alike: held as row numbers and kinds, seen as one entry a row.

So a file of a million faulty rows has a million entries, each with its place, in a few megabytes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Value, notice
from cxsurvey.reading.places import LONGEST_SHOWN, shown
from cxsurvey.reading.values import LeftOut

# The row of a kind: its reason names the row of each entry, or does not.
HERE, APART = 0, -1


class Findings(Sequence[LeftOut]):
    """Entries of a report in their order: each is ``kinds[codes[i]]``, found in row ``rows[i]``.

    kinds : distinct entries whose row is ``HERE`` or ``APART``; codes, rows : (n,)
    """

    __slots__ = ("codes", "kinds", "rows")

    def __init__(self, kinds: Sequence[LeftOut], codes: NDArray[np.int32], rows: NDArray[np.int32]) -> None:
        self.kinds, self.codes, self.rows = tuple(kinds), codes, rows

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> LeftOut: ...
    @overload
    def __getitem__(self, place: slice) -> Findings: ...
    def __getitem__(self, place: int | slice) -> LeftOut | Findings:
        if isinstance(place, slice):
            return Findings(self.kinds, self.codes[place], self.rows[place])
        return _entry(self.kinds[self.codes[place]], int(self.rows[place]))

    def __iter__(self) -> Iterator[LeftOut]:
        pairs = zip(self.codes.tolist(), self.rows.tolist(), strict=True)
        return (_entry(self.kinds[code], row) for code, row in pairs)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, Findings):
            if len(self) != len(other) or not np.array_equal(self.rows, other.rows):
                return False
            if self.kinds == other.kinds and np.array_equal(self.codes, other.codes):
                return True
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Findings({len(self)} entries of {len(self.kinds)} kinds)"

    @property
    def sheets(self) -> set[str]:
        """The sheets that the entries are of."""
        return {kind.sheet for kind in self.kinds}

    def of_codes(self, codes: Container[str]) -> Findings:
        """The entries whose reasons have one of these codes."""
        return self.where(lambda kind: kind.reason.code in codes)

    def where(self, is_wanted: Callable[[LeftOut], bool], row: str = "") -> Findings:
        """The entries of which this is true, asked once a kind; and those whose row number holds ``row``, if any."""
        if not len(self):
            return self
        kept = np.array([is_wanted(kind) for kind in self.kinds], bool)[self.codes]
        if row.isdigit():
            kept |= np.array([row in str(number) for number in self.rows.tolist()], bool)
        return Findings(self.kinds, self.codes[kept], self.rows[kept])


def kind_of(entry: LeftOut) -> LeftOut:
    """The entry without its row."""
    if entry.reason.value("row") != entry.row:
        return replace(entry, row=APART)
    return _entry(entry, HERE)


def _entry(kind: LeftOut, row: int) -> LeftOut:
    reason = kind.reason
    if kind.row != APART:
        values = tuple((name, row if name == "row" else value) for name, value in reason.values)
        reason = replace(reason, values=values)
    return LeftOut(kind.sheet, row, kind.column, kind.value, reason)


def found(entries: Iterable[LeftOut]) -> Findings:
    """These entries, in their order."""
    return entries if isinstance(entries, Findings) else joined(entries)


def joined(*parts: Iterable[LeftOut]) -> Findings:
    """The entries of all parts, one part after the other."""
    kinds: dict[LeftOut, int] = {}
    codes, rows = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for part in parts:
        if isinstance(part, Findings):
            own = np.array([kinds.setdefault(kind, len(kinds)) for kind in part.kinds], np.int32)
            codes.append(own[part.codes] if len(own) else codes[0])
            rows.append(part.rows)
            continue
        entries = list(part)
        codes.append(np.array([kinds.setdefault(kind_of(entry), len(kinds)) for entry in entries], np.int32))
        rows.append(np.array([entry.row for entry in entries], np.int32))
    return Findings(list(kinds), np.concatenate(codes), np.concatenate(rows))


_More = tuple[tuple[str, Value], ...]
_Kind = tuple[str, str, str, _More]


class Finding(NamedTuple):
    """One row or cell and what is told of it; ``column`` is empty for the whole row, ``more`` what its words need."""

    row: int
    column: str
    value: str
    code: str
    more: _More = ()


class Gathered:
    """The findings of one sheet in the making."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._kinds: dict[_Kind, int] = {}  # a finding but for its row, and its number
        self._codes, self._rows = array("i"), array("i")

    def __len__(self) -> int:
        return len(self._rows)

    def append(self, finding: Finding) -> None:
        """Takes the next finding."""
        self._codes.append(self._number(finding))
        self._rows.append(finding.row)

    def extend(self, kinds: Sequence[Finding], codes: NDArray[Any], rows: NDArray[np.int32]) -> None:
        """Takes many at once: ``kinds[codes[i]]`` in row ``rows[i]``, whatever row the kind says."""
        numbers = np.array([self._number(kind) for kind in kinds], np.int32)
        self._codes.frombytes(numbers[codes].tobytes())
        self._rows.frombytes(rows.astype(np.int32).tobytes())

    def findings(self) -> Findings:
        """All that was gathered, in the order of rows and columns."""
        kinds = [self._kind(*kind) for kind in self._kinds]
        codes, rows = np.array(self._codes, np.int32), np.array(self._rows, np.int32)
        letters = {letter: place for place, letter in enumerate(sorted({kind.column for kind in kinds}))}
        column_of = np.array([letters[kind.column] for kind in kinds], np.int32)
        order = np.lexsort((column_of[codes], rows)) if len(rows) else slice(None)
        return Findings(kinds, codes[order], rows[order])

    def _number(self, finding: Finding) -> int:
        if len(finding.value) > LONGEST_SHOWN:
            finding = finding._replace(value=shown(finding.value))
        return self._kinds.setdefault(finding[1:], len(self._kinds))

    def _kind(self, column: str, value: str, code: str, more: _More) -> LeftOut:
        value = shown(value)
        told = notice(code, sheet=shown(self._sheet), row=HERE, column=column, value=value)
        return LeftOut(self._sheet, HERE, column, value, replace(told, values=(*told.values, *more)))
