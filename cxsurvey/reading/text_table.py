"""Tables in text files: CSV and its relatives, also a single one inside a zip."""

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, zip_longest

import numpy as np

from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.coded import coded
from cxsurvey.reading.encoding import decode_text
from cxsurvey.reading.findings import Finding, Gathered
from cxsurvey.reading.places import column_letter, rows_shown, shown
from cxsurvey.reading.sheets import MOST_CELLS, SheetName, SheetRead
from cxsurvey.reading.values import CellKind, Column, Table
from cxsurvey.responses import Int32Array

MOST_ROWS, MOST_COLUMNS = 10_000_000, 16_384
LONGEST_FIELD, LONGEST_LINE = 1_000_000, 16_000_000
DELIMITERS = (",", ";", "\t", "|")
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#GETTING_DATA", "#SPILL!"})
_RECORDS_LOOKED_AT = 12
_TITLE_ROWS = 6
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_BATCH = 5_000
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


class TextFile:
    """One text file as a source of one sheet, named after the file."""

    def __init__(self, data: bytes, file: str, encoding: str = "", name: str = "") -> None:
        self._file = file
        self._name = name or file
        decoded = decode_text(data, file, encoding)
        self.encoding = decoded.encoding
        self._notices: list[Notice] = list(decoded.notices)
        if file.lower().endswith(_WORKBOOK_NAMES):
            self._notices.append(notice(ReadingNotice.TEXT_NOT_WORKBOOK, Severity.INFO, file=file))
        self._text = self._checked(decoded.text)
        self.delimiter = self._find_delimiter()

    @property
    def sheets(self) -> tuple[SheetName, ...]:
        """The one table there is."""
        return (SheetName(self._name),)

    def close(self) -> None:
        """Nothing is held open."""

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The records as a table; a row's number is what a spreadsheet program would show."""
        columns = _Columns(self._file)
        lengths = array("H")
        too_long = Gathered(sheet)
        done = 0
        total = len(self._text)
        for row, record in enumerate(self._records(), 1):
            if any(record):
                self._check_record(row, record)
                size = sum(map(len, record))
                if size > LONGEST_FIELD:
                    self._blank_long_texts(row, record, too_long)
                columns.add(row, record)
                lengths.append(len(record))
                done += size + len(record)
            if row % _BATCH == 0:
                progress(min(done, total), total)
        progress(total, total)
        table = columns.table(sheet)
        about_shape = self._about_shape(table.rows, np.array(lengths, np.int32))
        return SheetRead(table, too_long.findings(), (*self._notices, *self._about_quotes(), *about_shape))

    def _checked(self, text: str) -> str:
        """The text without NULs and its separator line kept apart; ``SurveyError`` if it is no text at all."""
        sample = text[:100_000]
        if not text.strip("\x00\ufeff \t\r\n"):
            raise error(ReadingNotice.FILE_EMPTY, file=self._file)
        if len(_CONTROL.findall(sample)) * 20 > len(sample) or sample.count("\x00") * 5 > len(sample):
            raise error(ReadingNotice.NOT_TEXT, file=self._file)
        long_line = _start_of_long_line(text)
        if long_line is not None:
            line = _line_at(text, long_line)
            raise error(
                ReadingNotice.LINE_TOO_LONG, file=self._file, line=line, limit=LONGEST_LINE // 1_000_000
            )
        if "\x00" in text:
            line = _line_at(text, text.index("\x00"))
            self._notices.append(notice(ReadingNotice.NULS_REMOVED, file=self._file, line=line, n=text.count("\x00")))
            text = text.replace("\x00", "")
        return text.removeprefix("\ufeff")

    def _find_delimiter(self) -> str:
        """The delimiter that gives the most equal widths over the first dozen records."""
        separator = _SEPARATOR_LINE.match(self._text)
        if separator:
            self._text = self._text[separator.end() :]
            return separator.group(1)
        best, best_score = ",", (0.0, 0)
        for delimiter in DELIMITERS:
            score = self._evenness(delimiter)
            if score > best_score:
                best, best_score = delimiter, score
        if best_score == (0.0, 0):
            self._notices.append(notice(ReadingNotice.ONE_COLUMN, file=self._file))
        return best

    def _evenness(self, delimiter: str) -> tuple[float, int]:
        """Share of records that have the most common width (1 does not count), and that width."""
        with _long_fields():
            try:
                records = [record for record in islice(self._split(delimiter), _RECORDS_LOOKED_AT) if any(record)]
            except csv.Error:
                return 0.0, 0
        widths = Counter(len(record) for record in records if len(record) > 1)
        if not widths:
            return 0.0, 0
        width, n = max(widths.items(), key=lambda item: (item[1], item[0]))
        return round(n / len(records), 1), width

    def _split(self, delimiter: str) -> Iterator[list[str]]:
        return csv.reader(io.StringIO(self._text, newline=""), delimiter=delimiter)

    def _records(self) -> Iterator[list[str]]:
        """The records; ``SurveyError`` with the line where a quotation mark is never closed."""
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self.delimiter)
        line = last = 0
        with _long_fields():
            try:
                for record in reader:
                    if any(len(text) > LONGEST_FIELD and ("\n" in text or "\r" in text) for text in record):
                        raise csv.Error("many lines in one text")
                    last, line = line, reader.line_num
                    yield record
            except csv.Error as fault:
                raise error(
                    ReadingNotice.FIELD_TOO_LONG, file=self._file, line=line + 1, limit=LONGEST_FIELD
                ) from fault
        if line - last > 1:
            self._check_closed(last)

    def _check_closed(self, lines_before: int) -> None:
        """The last record runs over several lines: was its quotation mark ever closed?"""
        rest = "".join(islice(io.StringIO(self._text, newline=""), lines_before, None))
        try:
            for _ in csv.reader(io.StringIO(rest, newline=""), delimiter=self.delimiter, strict=True):
                pass
        except csv.Error as fault:
            if "unexpected end" in str(fault):
                raise error(ReadingNotice.QUOTE_OPEN, file=self._file, line=lines_before + 1) from fault

    def _check_record(self, row: int, record: list[str]) -> None:
        if row > MOST_ROWS or len(record) > MOST_COLUMNS:
            raise error(
                ReadingNotice.TOO_MANY_ROWS, file=self._file, rows=MOST_ROWS, columns=MOST_COLUMNS, row=row
            )

    def _blank_long_texts(self, row: int, record: list[str], told: Gathered) -> None:
        """Texts beyond the limit are named and left blank; nobody said where to cut them."""
        for place, text in enumerate(record):
            if len(text) > LONGEST_FIELD:
                limit = (("limit", LONGEST_FIELD),)
                told.append(Finding(row, column_letter(place + 1), text, ReadingNotice.TEXT_TOO_LONG, limit))
                record[place] = ""

    def _about_quotes(self) -> tuple[Notice, ...]:
        """Lines on which a quotation mark stands inside a text alone; doubled it would be part of the text."""
        text, line, at = self._text, 1, 0
        lines: list[int] = []
        for found in _stray_quote(self.delimiter).finditer(text):
            line, at = line + _line_at(text, found.start(), at) - 1, found.start()
            if not lines or lines[-1] != line:
                lines.append(line)
        if not lines:
            return ()
        return (notice(ReadingNotice.QUOTES_STRAY, file=self._file, n=len(lines), lines=rows_shown(lines)),)

    def _about_shape(self, rows: Int32Array, lengths: Int32Array) -> tuple[Notice, ...]:
        """Rows of another length than most; a title above the table has a length of its own."""
        if not len(lengths):
            return ()
        width = int(np.bincount(lengths).argmax())
        odd = np.flatnonzero(lengths != width)
        first = int((lengths == width).argmax())
        odd = odd[odd > first] if first < _TITLE_ROWS else odd
        if not len(odd):
            return ()
        return (
            notice(
                ReadingNotice.ROWS_UNEVEN, sheet=shown(self._name), n=len(odd), rows=rows_shown(rows[odd].tolist()),
                row=int(rows[odd[0]]), cells=int(lengths[odd[0]]), width=width,
            ),
        )  # fmt: skip


class _Columns:
    """Records turned into columns, a batch at a time; much faster than cell by cell."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows = array("i")
        self._texts: list[list[str]] = []
        self._batch: list[list[str]] = []
        self._n_cells = 0

    def add(self, row: int, record: list[str]) -> None:
        """Adds a record that holds something."""
        self._rows.append(row)
        self._batch.append(record)
        self._n_cells += len(record)
        if self._n_cells > MOST_CELLS:
            raise error(ReadingNotice.TOO_MANY_CELLS, file=self._file, limit=MOST_CELLS // 1_000_000)
        if len(self._batch) == _BATCH:
            self._turn()

    def table(self, sheet: str) -> Table:
        """The table of all records; columns that never hold anything are left out."""
        self._turn()
        rows = np.array(self._rows, np.int32)
        rows.flags.writeable = False
        columns = tuple(_column(position, texts) for position, texts in enumerate(self._texts, 1) if any(texts))
        return Table(sheet, rows, columns)

    def _turn(self) -> None:
        done, n = len(self._rows) - len(self._batch), len(self._batch)
        width = 0
        for width, texts in enumerate(zip_longest(*self._batch, fillvalue=""), 1):
            if width > len(self._texts):
                self._texts.append([""] * done)
            self._texts[width - 1].extend(texts)
        for short in self._texts[width:]:
            short.extend([""] * n)
        self._batch = []


def _column(position: int, texts: list[str]) -> Column:
    found = coded(texts)
    kinds = found.each(_kind, np.uint8)
    kinds.flags.writeable = False
    return Column(position, found, kinds)


def _kind(text: str) -> CellKind:
    return CellKind.ERROR if text in ERRORS else CellKind.TEXT if text else CellKind.BLANK


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lets the csv module read texts as long as a line may be; its own limit is a hundredth of that."""
    former = csv.field_size_limit(LONGEST_LINE)
    try:
        yield
    finally:
        csv.field_size_limit(former)


def _stray_quote(delimiter: str) -> re.Pattern[str]:
    """A quotation mark that neither opens nor closes a text nor belongs to a doubled one."""
    inside = f'[^"{re.escape(delimiter)}\r\n]'
    return re.compile(f'"(?<={inside}")(?={inside})')


def _line_at(text: str, place: int, start: int = 0) -> int:
    """The line a place is on, counted from ``start``, whichever way lines end."""
    return 1 + max(text.count("\n", start, place), text.count("\r", start, place))


def _start_of_long_line(text: str) -> int | None:
    """Where a line of more than ``LONGEST_LINE`` characters begins, if there is one."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        end = max(text.rfind("\n", start, start + LONGEST_LINE), text.rfind("\r", start, start + LONGEST_LINE))
        if end < 0:
            return start
        start = end + 1
    return None
