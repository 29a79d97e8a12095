"""The fast way through an OpenDocument: cells that are spelled alike are read once.

The rows are cut out of the XML and taken apart at their tags. A cell that is spelled as none before goes through the
reader of elements (``ods_sheets``), as does all that stands around the rows; every other one is known by its bytes.
So both ways read by the same rules and tell the same. Where the bytes cannot be taken apart for certain (tables within
cells, comments in the XML, other encodings ...), ``Declined`` is raised, and elements are read throughout.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import SurveyError
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.cell_rules import LAST_COLUMN, LAST_ROW
from cxsurvey.reading.ods_sheets import CONTENT, MOST_REPEATED, RULES, Cell, OpenDocumentHandler, SheetTaker
from cxsurvey.reading.plain_sheet import Joiner
from cxsurvey.reading.sheets import MOST_CELLS, SheetRead
from cxsurvey.reading.values import CellKind
from cxsurvey.reading.xlsx_scan import Block
from cxsurvey.reading.xml_text import PLAIN_START, Declined

_PIECE, _LONGEST_ROW = 1 << 20, 1 << 22
_ROW, _ROW_END = re.compile(rb"<table:table-row[ />]"), b"</table:table-row>"
_LAST_ROW_END = re.compile(_ROW_END + rb"\s*+(?=<)(?!<table:table-row[ />])")
# No quantifier gives back what it took, so this takes no longer than it is long.
_TOKEN = re.compile(
    rb"<(?:/table:table-row>|table:table-row(?=[\s/>])[^<>]*+>"
    rb"|table:(?:covered-)?table-cell(?=[\s/>])[^<>]*+>"
    rb"(?:(?<=/>)|[^<]*+(?:<(?!/?table:)[^<]*+)*+</table:(?:covered-)?table-cell>))\s*+"
)
_CELL, _BEGIN, _END, _WHOLE = range(4)  # sorts of tokens: a cell; a row's begin, its end, a row that ends at once
_FOLLOWERS = {_CELL: (_CELL, _END), _BEGIN: (_CELL, _END), _END: (_BEGIN, _WHOLE), _WHOLE: (_BEGIN, _WHOLE)}
_MAY_FOLLOW = np.zeros((4, 4), bool)
for _sort, _next in _FOLLOWERS.items():
    _MAY_FOLLOW[_sort, list(_next)] = True
# Around tokens that are read alone, at the depth they have in a document; what stands between two ends the one before.
_FIRST, _BETWEEN, _LAST = b"<d><b><s><table:table>", b"<b/>", b"</table:table></s></b></d>"
_NOTHING = Cell(0, 1, "", "", "")
_FORGET = 200_000  # spellings: ids and comments never come again
_MOST_ROWS = 10**9

Numbers = NDArray[Any]  # whole


class _Places(NamedTuple):
    """Filled cells: where each stands, and which token it is."""

    rows: NDArray[np.int32]
    columns: NDArray[np.uint16]
    tokens: NDArray[np.int32]


def read_plain(archive: Archive, on_piece: Callable[[int], None]) -> OpenDocumentHandler:
    """The handler of the document, its sheets read; ``Declined``, or ``SurveyError`` as from any reader."""
    handler = OpenDocumentHandler(archive.name)
    scanner = _Scanner(archive)
    around = _Around(handler, scanner)
    archive.parse(
        CONTENT, handler.start, handler.end, handler.text, guarded=False,
        pieces=around.of(archive.pieces(CONTENT), on_piece),
    )  # fmt: skip
    for number, sheet in enumerate(handler.sheets):
        if number in scanner.places:
            handler.read[sheet.name] = scanner.sheet(number, sheet.name)
    return handler


class _Around:
    """What stands around the rows, as it comes. The rows go to the scanner: the handler then knows their sheet."""

    def __init__(self, handler: OpenDocumentHandler, scanner: "_Scanner") -> None:
        self._handler, self._scanner = handler, scanner
        self._kept = b""

    def of(self, source: Iterator[bytes], on_piece: Callable[[int], None]) -> Iterator[bytes]:
        """Piece by piece; ``Declined`` for marks that may hide rows, or make rows of what is none."""
        done, is_first = 0, True
        for piece in source:
            self._kept += piece
            done += len(piece)
            on_piece(done)
            if len(self._kept) < _PIECE:
                continue
            yield from self._cut(is_first, False)
            is_first = False
            if len(self._kept) > _LONGEST_ROW:
                raise Declined("an endless row")
        yield from self._cut(is_first, True)
        if self._kept:
            raise Declined("half a row")

    def _cut(self, is_first: bool, is_last: bool) -> Iterator[bytes]:
        data, place = self._kept, 0
        if is_first:
            start = PLAIN_START.match(data)
            place = start.end() if start else 0
            yield data[:place]
        while True:
            row = _ROW.search(data, place)
            end = row.start() if row else len(data) if is_last else max(place, data.rfind(b"<"))
            around = data[place:end]
            if b"<!" in around or b"<?" in around:
                raise Declined("marks that may hide rows")
            yield around
            place = end
            if row is None:
                break
            if not self._handler.is_within_sheet:
                raise Declined("rows outside a sheet")
            last = _LAST_ROW_END.search(data, place)
            end = last.end() if last else max(place, data.rfind(_ROW_END) + len(_ROW_END))
            if end > place:
                self._scanner.scan(data[place:end], len(self._handler.sheets) - 1)
                place = end
            if last is None:
                break
        self._kept = data[place:]


class _Scanner:
    """Takes runs of whole rows apart; ``places`` has the filled cells of each sheet, by its number."""

    def __init__(self, archive: Archive) -> None:
        self.places: dict[int, list[_Places]] = {}
        self._archive = archive
        self._numbers: dict[bytes, int] = {}  # spelling -> number of the token
        self._tokens = np.zeros((4, 0), np.int64)  # of each: sort, how often repeated, holds something, is merged
        self._cells: list[Cell] = []  # of each; of a row an empty one
        self._merged: dict[int, list[tuple[int, Cell]]] = {}
        self._n_rows: dict[int, int] = {}
        self._n_repeated = 0.0
        self._n_cells = 0

    def scan(self, rows: bytes, sheet: int) -> None:
        """Takes the next rows of a sheet."""
        spelled = _TOKEN.findall(rows)
        if sum(map(len, spelled)) != len(rows):
            raise Declined("what is no cell and no row")
        self._learn([token for token in dict.fromkeys(spelled) if token not in self._numbers])
        self._place(np.fromiter(map(self._numbers.__getitem__, spelled), np.int32, len(spelled)), sheet)
        if len(self._numbers) > _FORGET:
            self._numbers.clear()

    def sheet(self, number: int, name: str) -> SheetRead:
        """The cells of a sheet; those that must be told of go through the taker of elements, each at its place."""
        rows, columns, tokens = map(np.concatenate, zip(*self.places.pop(number), strict=True))
        texts, kind_of, is_told = self._meanings
        taker = SheetTaker(self._archive.name, name, RULES)
        for row, cell in self._merged.get(number, ()):
            taker.merge_at(row, cell)
        told = np.flatnonzero(is_told[tokens])
        for row, column, token in zip(rows[told].tolist(), columns[told].tolist(), tokens[told].tolist(), strict=True):
            cell = self._cells[token]
            taker.begin_row(row)
            taker.take_written(column, cell.kind, cell.written, cell.formula)
        kinds = kind_of[tokens]
        filled = np.flatnonzero(kinds != CellKind.BLANK)
        numbers, row_of = np.unique(rows[filled], return_inverse=True)
        joiner = Joiner(self._archive.name)
        joiner.add(Block(numbers, row_of.astype(np.int32), columns[filled], -1 - tokens[filled], kinds[filled]))
        return replace(taker.result(), table=replace(joiner.table(texts), sheet=name))

    @cached_property
    def _meanings(self) -> tuple[list[str], NDArray[np.uint8], NDArray[np.bool_]]:
        """Of each token its text and kind, and whether it is a formula or cannot be taken as it is."""
        taker = SheetTaker(self._archive.name, "", RULES)
        for row, cell in enumerate(self._cells):
            if cell.holds_something:
                taker.begin_row(row)
                taker.take_anywhere(1, cell.kind, cell.written, "")
        read = taker.result()
        texts, kinds = [""] * len(self._cells), np.zeros(len(self._cells), np.uint8)
        for column in read.table.columns:
            kinds[read.table.rows] = column.kinds
            for row, text in zip(read.table.rows.tolist(), column.texts, strict=True):
                texts[row] = text
        is_told = np.array([bool(cell.formula) for cell in self._cells], bool)
        is_told[[entry.row for entry in read.problems]] = True
        return texts, kinds, is_told

    def _learn(self, spelled: list[bytes]) -> None:
        """Has each new token read, and gives it a number."""
        sorts = [_sort_of(token) for token in spelled]
        cells = _read_each(self._archive, spelled, sorts)
        self._numbers.update((token, number) for number, token in enumerate(spelled, len(self._cells)))
        self._cells += cells
        new = [
            (sort, cell.repeated, cell.holds_something, cell.is_merged)
            for sort, cell in zip(sorts, cells, strict=True)
        ]
        self._tokens = np.hstack([self._tokens, np.array(new, np.int64).reshape(-1, 4).T])

    def _place(self, tokens: NDArray[np.int32], sheet: int) -> None:
        """Gives the cells their rows and columns; those that stand for many are made, if they are not too many."""
        sorts, repeated, holds, merged = self._tokens[:, tokens]
        begins = (sorts == _BEGIN) | (sorts == _WHOLE)
        if not begins[0] or sorts[-1] not in (_END, _WHOLE) or not _MAY_FOLLOW[sorts[:-1], sorts[1:]].all():
            raise Declined("an order of tags")
        high = repeated[begins]
        next_rows = np.cumsum(high) + self._n_rows.get(sheet, 0) + 1
        self._n_rows[sheet] = min(int(next_rows[-1]) - 1, _MOST_ROWS)
        row_of = np.cumsum(begins) - 1
        rows, high = (next_rows - high)[row_of], high[row_of]
        wide = np.where(sorts == _CELL, repeated, 0)
        columns = np.cumsum(wide)
        columns += 1 - wide - columns[begins][row_of]
        for place in np.flatnonzero(merged).tolist():
            cell = self._cells[tokens[place]]._replace(column=int(columns[place]))
            self._merged.setdefault(sheet, []).append((int(rows[place]), cell))
        filled = np.flatnonzero(holds)
        rows, high, columns, wide, tokens = (part[filled] for part in (rows, high, columns, wide, tokens))
        self._check(rows + high, columns + wide, float((high.astype(float) * wide).sum()))
        across = np.repeat(columns, wide) + _counted(wide)
        rows, high, tokens = (np.repeat(part, wide) for part in (rows, high, tokens))
        down = np.repeat(rows, high) + _counted(high)
        self.places.setdefault(sheet, []).append(_Places(
            down.astype(np.int32), np.repeat(across, high).astype(np.uint16), np.repeat(tokens, high)
        ))  # fmt: skip

    def _check(self, next_rows: Numbers, next_columns: Numbers, n_cells: float) -> None:
        """``Declined`` for cells beyond the last place, and for so many that they must be refused."""
        self._n_cells += len(next_rows)
        self._n_repeated += n_cells - len(next_rows)
        if self._n_repeated > MOST_REPEATED or self._n_cells > MOST_CELLS:
            raise Declined("too many cells")
        if next_rows.max(initial=0) > LAST_ROW + 1 or next_columns.max(initial=0) > LAST_COLUMN + 1:
            raise Declined("cells beyond the last place")


class _Spellings(OpenDocumentHandler):
    """Takes rows and cells that stand below one another: ``found`` has one entry for each."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.found: list[Cell] = []

    def _take(self, cell: Cell) -> None:
        self.found.append(cell)

    def _end_row(self) -> None:
        self.found.append(_NOTHING._replace(repeated=self._repeated_row))


def _read_each(archive: Archive, spelled: list[bytes], sorts: list[int]) -> list[Cell]:
    """What each token says; of a row only how often it is repeated."""
    ends = {_CELL: b"", _BEGIN: _ROW_END, _WHOLE: b""}
    tokens = [token + ends[sort] for token, sort in zip(spelled, sorts, strict=True) if sort in ends]
    handler = _Spellings(archive.name)
    pieces = [_FIRST, _BETWEEN.join(tokens), _LAST]
    try:
        archive.parse(CONTENT, handler.start, handler.end, handler.text, guarded=False, pieces=pieces)
    except SurveyError as fault:
        raise Declined("cells that are not whole") from fault
    if len(handler.found) != len(tokens):
        raise Declined("cells within cells")
    found = iter(handler.found)
    return [next(found) if sort in ends else _NOTHING for sort in sorts]


def _sort_of(token: bytes) -> int:
    if token.startswith(b"</"):
        return _END
    if not token.startswith(b"<table:table-row"):
        return _CELL
    return _WHOLE if token.rstrip().endswith(b"/>") else _BEGIN


def _counted(numbers: Numbers) -> Numbers:
    """0 to n - 1 for each number n, one after another."""
    ends = np.cumsum(numbers)
    all_of_them: Numbers = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - numbers, numbers)
    return all_of_them
