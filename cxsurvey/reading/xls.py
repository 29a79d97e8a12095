"""Old Excel workbooks (.xls of Excel 5 to 2003): sheets, shared texts, date formats.

Source: Microsoft, [MS-XLS] Excel Binary File Format; OpenOffice.org's documentation of the Excel file format. A
workbook is a stream of records; where its sheets begin is named at its start. What the file claims of its size is
never believed, positions are those of the cells.
"""

import struct
from dataclasses import dataclass

from cxsurvey.notices import error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.cell_rules import CellRules
from cxsurvey.reading.cell_texts import is_date_format
from cxsurvey.reading.compound import CompoundFile
from cxsurvey.reading.sheets import SheetName, SheetRead
from cxsurvey.reading.xls_records import BIFF5, BIFF8, BOF, EOF, Record, Stream
from cxsurvey.reading.xls_sheet import read_cells
from cxsurvey.reading.xls_texts import Cut, Texts, encoding_of
from cxsurvey.reading.xlsx import free_name

STREAMS = ("workbook", "book")
_CODE_PAGE, _DATE_1904, _PASSWORD = 0x0042, 0x0022, 0x002F
_SHEET, _FORMAT, _CELL_FORMAT, _SHARED_TEXTS = 0x0085, 0x041E, 0x00E0, 0x00FC
_OLDER_BOF = (0x0009, 0x0209, 0x0409)
_WORKSHEET = 0


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    hidden: bool
    place: int


class OldWorkbook:
    """The sheets of an ``.xls`` file; each is read when asked for."""

    delimiter = encoding = ""

    def __init__(self, container: CompoundFile) -> None:
        self._container = container
        file = container.name
        name = next((stream for stream in STREAMS if stream in container.names), "")
        self._stream = Stream(container.read(name), file)
        self._sheets: list[_Sheet] = []
        self._names: set[str] = set()
        self._strings: list[str] = []
        self._formats: dict[int, str] = {}
        self._cell_formats: list[int] = []
        self._from_1904 = False
        try:
            self._read_globals()
        except (struct.error, IndexError, Cut) as fault:
            raise self._stream.damaged() from fault
        if not self._sheets:
            raise error(ReadingNotice.NO_SHEETS, file=file)

    @property
    def sheets(self) -> tuple[SheetName, ...]:
        """All sheets with cells, hidden ones too, in the workbook's order."""
        return tuple(SheetName(sheet.name, sheet.hidden) for sheet in self._sheets)

    def close(self) -> None:
        """Lets the file go."""
        self._container.close()

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The cells of one sheet."""
        found = next(entry for entry in self._sheets if entry.name == sheet)
        dates = frozenset(
            position
            for position, number in enumerate(self._cell_formats)
            if is_date_format(number, self._formats.get(number, ""))
        )
        rules = CellRules(self._strings, dates, self._from_1904)
        return read_cells(self._stream, found.place, sheet, rules, progress)

    def _read_globals(self) -> None:
        """What stands before the sheets: their names, the shared texts, the formats."""
        stream = self._stream
        records = stream.records(0)
        begin = next(records)
        version = int.from_bytes(begin.data[:2], "little")
        if begin.kind in _OLDER_BOF or (begin.kind == BOF and version not in (BIFF5, BIFF8)):
            raise error(ReadingNotice.OLD_EXCEL, file=stream.file)
        if begin.kind != BOF:
            raise stream.damaged()
        if version == BIFF5:
            stream.encoding = "cp1252"
        for record in records:
            kind, data = record.kind, record.data
            if kind == EOF:
                return
            if kind == _PASSWORD:
                raise error(ReadingNotice.PASSWORD_PROTECTED, file=stream.file)
            if kind == _CODE_PAGE and version == BIFF5:
                stream.encoding = encoding_of(_u16(data))
            elif kind == _DATE_1904:
                self._from_1904 = _u16(data) == 1
            elif kind == _SHEET:
                self._add_sheet(record)
            elif kind == _FORMAT:
                self._formats[_u16(data)] = _format_code(stream.texts(record), data, version)
            elif kind == _CELL_FORMAT:
                self._cell_formats.append(_u16(data, 2))
            elif kind == _SHARED_TEXTS:
                self._strings = _shared_texts(stream.texts(record), len(stream.data))

    def _add_sheet(self, record: Record) -> None:
        """A sheet's place and name; charts and macros have no cells."""
        place, state, what = struct.unpack_from("<IBB", record.data)
        texts = self._stream.texts(record)
        texts.skip(6)
        name = texts.text(1).strip() or f"Sheet {len(self._sheets) + 1}"
        if any(place == sheet.place for sheet in self._sheets):
            raise self._stream.damaged()
        if what == _WORKSHEET:
            self._sheets.append(_Sheet(free_name(name, self._names), state & 3 != 0, place))


def _format_code(texts: Texts, data: bytes, version: int) -> str:
    """What a format shows; of one whose length is wrong the letters there are, which tell a date as well."""
    texts.skip(2)
    try:
        return texts.text(1 if version == BIFF5 else 2)
    except Cut:
        return data[4:].decode("latin-1")


def _shared_texts(texts: Texts, most: int) -> list[str]:
    """All shared texts that are whole; a cell that means one of the others is damaged, and named there."""
    texts.skip(4)
    found: list[str] = []
    n = min(texts.number(), most)
    try:
        while len(found) < n:
            found.append(texts.text(2))
    except Cut:
        pass
    return found


def _u16(data: bytes, place: int = 0) -> int:
    value: int = struct.unpack_from("<H", data, place)[0]
    return value


def what_else(names: frozenset[str]) -> str:
    """What a compound file without a workbook is, by its streams."""
    if "worddocument" in names:
        return "a Word document"
    if "powerpoint document" in names:
        return "a PowerPoint presentation"
    if any(name.startswith(("__substg1.0", "__properties_version1.0")) for name in names):
        return "a mail message"
    return "an installer or a document of another program"

