"""A worksheet in the plain form to a table: cuts its XML into pieces at ends of rows, scans each, joins the columns."""

import re
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import SurveyError
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.cell_rules import CellRules
from cxsurvey.reading.coded import CodedTexts, smallest
from cxsurvey.reading.sheets import Merged, SheetRead, check_cells
from cxsurvey.reading.values import Column, Table
from cxsurvey.reading.xlsx_scan import Block, Scanner, texts_of
from cxsurvey.reading.xlsx_sheet import SheetHandler
from cxsurvey.reading.xml_text import PLAIN_START, Declined

_PIECE, _LONGEST_ROW = 1 << 20, 1 << 25
_BEGIN, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_HEAD = re.compile(PLAIN_START.pattern + rb"<worksheet[ >][^?!]*\Z")
# Where some cells of a column stand, their keys and their kinds.
_Part = tuple[slice | NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]
_NOTHING = np.iinfo(np.int32).min  # the key of a cell that is not there


def read_plain(archive: Archive, part: str, rules: CellRules, on_piece: Callable[[int], None]) -> SheetRead:
    """The cells of a sheet, not yet named; ``Declined`` if the sheet must be read by its elements.

    ``SurveyError`` as any reader of the archive: damaged, too many cells.
    """
    pieces = _Pieces(archive.pieces(part), on_piece)
    head = pieces.until(_BEGIN)
    if head is None or not _HEAD.match(head):
        raise Declined("the head of the sheet")
    scanner = Scanner(rules)
    joiner = Joiner(archive.name)
    for rows in pieces.rows():
        joiner.add(scanner.scan(rows))
    merged = _merged_around(archive, part, head, pieces.rest, rules)
    return SheetRead(joiner.table(scanner.texts), merged=merged)


class _Pieces:
    """The bytes of a sheet as they come: first its head, then its rows in large pieces, then the rest."""

    def __init__(self, source: Iterator[bytes], on_piece: Callable[[int], None]) -> None:
        self._source, self._on_piece = source, on_piece
        self._kept = b""
        self._done = 0
        self._ended = False

    @property
    def rest(self) -> bytes:
        """All that comes behind the rows."""
        while self._more():
            pass
        return self._kept

    def until(self, mark: bytes) -> bytes | None:
        """What stands before the mark; ``None`` if the first piece does not have it."""
        self._more()
        head, found, self._kept = self._kept.partition(mark)
        return head if found else None

    def rows(self) -> Iterator[bytes]:
        """Pieces of whole rows, up to the end of the rows."""
        while True:
            rows, end, behind = self._kept.partition(_END)
            if end:
                self._kept = behind
                if rows:
                    yield rows
                return
            cut = self._kept.rfind(_ROW_END) + len(_ROW_END)
            if cut >= len(_ROW_END):
                rows, self._kept = self._kept[:cut], self._kept[cut:]
                yield rows
            elif len(self._kept) > _LONGEST_ROW:
                raise Declined("an endless row")
            if not self._more():
                raise Declined("the end of the rows")

    def _more(self) -> bool:
        taken = [self._kept]
        size = 0
        for piece in self._source:
            taken.append(piece)
            size += len(piece)
            if size >= _PIECE:
                break
        self._kept = b"".join(taken)
        self._done += size
        self._on_piece(self._done)
        return size > 0


def _merged_around(
    archive: Archive, part: str, head: bytes, rest: bytes, rules: CellRules
) -> tuple[Merged, ...]:
    """What stands around the rows is whole, holds no cell, and names the merged ones."""
    if b"<!" in rest or b"<?" in rest:
        raise Declined("the end of the sheet")
    handler = SheetHandler(archive.name, part, rules)
    try:
        archive.parse(
            part, handler.start, handler.end, handler.text, guarded=False, pieces=[head, _BEGIN, _END, rest]
        )
    except SurveyError as refused:  # which the full way says more of
        raise Declined("damage around the rows") from refused
    left = handler.result()
    if left.table.columns or left.problems or left.notices:
        raise Declined("cells outside the rows")
    return left.merged


class Joiner:
    """Puts the cells of block after block under their columns; holds no more of them than it must."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows: list[NDArray[np.int32]] = []
        self._n_rows = self._n_cells = 0
        self._filled: dict[int, list[_Part]] = {}

    def add(self, block: Block) -> None:
        """Takes the cells of the next block; ``SurveyError`` if they are too many."""
        self._n_cells += len(block.keys)
        check_cells(self._file, self._n_cells)
        order = np.argsort(block.columns, kind="stable")
        positions, starts = np.unique(block.columns[order], return_index=True)
        for position, own in zip(positions.tolist(), np.split(order, starts[1:]), strict=False):
            whole = slice(self._n_rows, self._n_rows + len(block.rows))
            places = whole if len(own) == len(block.rows) else block.row_of[own] + self._n_rows
            self._filled.setdefault(position, []).append((places, block.keys[own], block.kinds[own]))
        self._rows.append(block.rows)
        self._n_rows += len(block.rows)

    def table(self, texts: list[str]) -> Table:
        """One table of all blocks."""
        rows = np.concatenate([np.zeros(0, np.int32), *self._rows])
        rows.flags.writeable = False
        check_cells(self._file, 0, len(rows) * len(self._filled))
        columns = []
        for position in sorted(self._filled):
            keys, kinds = np.full(len(rows), _NOTHING, np.int32), np.zeros(len(rows), np.uint8)
            for places, some_keys, some_kinds in self._filled.pop(position):
                keys[places], kinds[places] = some_keys, some_kinds
            kinds.flags.writeable = False
            columns.append(Column(position, _coded(keys, texts), kinds))
        return Table("", rows, tuple(columns))


def _coded(keys: NDArray[np.int32], texts: list[str]) -> CodedTexts:
    """The texts of a column from their keys; a number and a text that read alike become one."""
    used, codes = _numbered(keys)
    found = [""] if len(used) and used[0] == _NOTHING else []
    found += texts_of(used[len(found) :], texts)
    distinct = list(dict.fromkeys(found))
    if len(distinct) < len(found):
        places = {text: place for place, text in enumerate(distinct)}
        codes = np.array([places[text] for text in found], np.int32)[codes]
    return CodedTexts(distinct, smallest(codes, len(distinct)))


def _numbered(keys: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The distinct keys, rising, and the place of each key among them: ``np.unique``, but seldom by sorting."""
    there = keys[keys != _NOTHING]
    low, high = int(there.min(initial=0)), int(there.max(initial=0))
    if high - low > 4 * len(keys) + 1_000:
        used, codes = np.unique(keys, return_inverse=True)
        return used, codes.astype(np.int32)
    at = np.where(keys == _NOTHING, 0, keys - np.int32(low - 1))
    seen = np.zeros(high - low + 2, bool)
    seen[at] = True
    used = np.flatnonzero(seen).astype(np.int32) + np.int32(low - 1)
    if seen[0]:
        used[0] = _NOTHING
    return used, (np.cumsum(seen, dtype=np.int32) - np.int32(1))[at]
