"""Binary Excel workbooks (.xlsb): a zip as ``.xlsx`` is, whose parts are records instead of XML.

Source: Microsoft, [MS-XLSB] Excel Binary File Format.
"""

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.cell_rules import CellRules
from cxsurvey.reading.cell_texts import is_date_format
from cxsurvey.reading.places import shown
from cxsurvey.reading.sheets import SheetRead
from cxsurvey.reading.xlsb_sheet import BinarySheetReader, records, wide_text
from cxsurvey.reading.xlsx import free_name, relations
from cxsurvey.reading.zipped_workbook import SheetPart, ZippedWorkbook

BINARY_WORKBOOK = "xl/workbook.bin"
_WORKBOOK_SETTINGS, _SHEET, _SHARED_TEXT = 153, 156, 19
_FORMAT, _CELL_FORMATS, _CELL_FORMATS_END, _CELL_FORMAT = 44, 617, 618, 47


class BinaryWorkbook(ZippedWorkbook):
    """The sheets of an ``.xlsb`` file; each is read when asked for."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._from_1904 = False
        self._relations = relations(archive, BINARY_WORKBOOK)
        self._sheets = self._read_sheets()
        self._rules: CellRules | None = None

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The cells of one sheet."""
        if self._rules is None:
            self._rules = CellRules(self._read_strings(), self._read_date_styles(), self._from_1904)
        part, total = self._part_of_sheet(sheet)
        reader = BinarySheetReader(self._archive.name, sheet, self._rules)
        with self._faults(part):
            for kind, data in self._records(part, lambda done: progress(min(done, total), total)):
                reader.read(kind, data)
            reader.check_whole()
        progress(total, total)
        return reader.result()

    def _read_sheets(self) -> tuple[SheetPart, ...]:
        sheets: list[SheetPart] = []
        names: set[str] = set()
        with self._faults(BINARY_WORKBOOK):
            for kind, data in self._records(BINARY_WORKBOOK):
                if kind == _WORKBOOK_SETTINGS:
                    self._from_1904 = bool(data[0] & 1)
                elif kind == _SHEET:
                    relation, end = wide_text(data, 8)
                    name, _ = wide_text(data, end)
                    what, part = self._relations.get(relation, ("", ""))
                    if what in ("worksheet", ""):
                        own = free_name(name.strip() or f"Sheet {len(sheets) + 1}", names)
                        sheets.append(SheetPart(own, data[0] & 3 != 0, part))
        if not sheets:
            raise error(ReadingNotice.NO_SHEETS, file=self._archive.name)
        return tuple(sheets)

    def _read_strings(self) -> list[str]:
        part = self._part_of("sharedStrings")
        if not part:
            return []
        with self._faults(part):
            return [wide_text(data, 1)[0] for kind, data in self._records(part) if kind == _SHARED_TEXT]

    def _read_date_styles(self) -> frozenset[int]:
        """Positions of the cell formats that show dates; a styles part that is not there has none."""
        part = self._part_of("styles")
        codes: dict[int, str] = {}
        formats: list[int] = []
        among_cell_formats = False
        with self._faults(part):
            for kind, data in self._records(part) if part else ():
                if kind == _FORMAT:
                    codes[int.from_bytes(data[:2], "little")] = wide_text(data, 2)[0]
                elif kind in (_CELL_FORMATS, _CELL_FORMATS_END):
                    among_cell_formats = kind == _CELL_FORMATS
                elif kind == _CELL_FORMAT and among_cell_formats:
                    formats.append(int.from_bytes(data[2:4], "little"))
        return frozenset(
            position for position, number in enumerate(formats) if is_date_format(number, codes.get(number, ""))
        )

    def _records(self, part: str, on_piece: Callable[[int], None] = lambda done: None) -> Iterator[tuple[int, bytes]]:
        return records(self._archive.pieces(part), on_piece)

    @contextmanager
    def _faults(self, part: str) -> Iterator[None]:
        """Turns what a damaged part raises into one sentence."""
        try:
            yield
        except (struct.error, IndexError) as fault:
            raise error(ReadingNotice.PART_DAMAGED, file=self._archive.name, part=shown(part)) from fault
