"""Excel workbooks, read as a stream: sheets and their states, shared texts, date formats.

A reader of our own over Expat, because each of these is lost or misread by the usual libraries: formulas without
a stored value, error cells, doubled rows, wrong references, ISO strict names, false dimensions. It takes positions
from the cells alone and keeps no styles but "is a date".
"""

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from xml.parsers.expat import ExpatError

from cxsurvey.notices import Notice, SurveyError, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.archive import Archive, Attributes
from cxsurvey.reading.cell_rules import CellRules
from cxsurvey.reading.cell_texts import is_date_format, unescaped
from cxsurvey.reading.places import shown
from cxsurvey.reading.plain_sheet import read_plain
from cxsurvey.reading.shared_texts import read_plain_texts
from cxsurvey.reading.sheets import SheetName, SheetRead
from cxsurvey.reading.xlsx_sheet import SheetHandler
from cxsurvey.reading.xml_text import Declined
from cxsurvey.reading.zipped_workbook import SheetPart, ZippedWorkbook, nothing

WORKBOOK = "xl/workbook.xml"
_MOST_STRINGS, _MOST_STYLES = 20_000_000, 100_000


class Workbook(ZippedWorkbook):
    """The sheets of an ``.xlsx`` file; each is read when asked for."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.from_1904 = False
        self._workbook_part = workbook_part(archive) or WORKBOOK
        self._relations = relations(archive, self._workbook_part)
        self._sheets = self._read_sheets()
        self._strings: list[str] | None = None
        self._date_styles: frozenset[int] | None = None

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The cells of one sheet."""
        part, total = self._part_of_sheet(sheet)
        if self._strings is None:
            self._strings = self._read_strings()
        if self._date_styles is None:
            self._date_styles = self._read_date_styles()
        rules = CellRules(self._strings, self._date_styles, self.from_1904)

        def on_piece(done: int) -> None:
            progress(min(done, total), total)

        try:
            read = read_plain(self._archive, part, rules, on_piece)
            read = replace(read, table=replace(read.table, sheet=sheet))
        except Declined:
            read = self._by_elements(sheet, part, rules, on_piece)
        progress(total, total)
        return read

    def _by_elements(
        self, sheet: str, part: str, rules: CellRules, on_piece: Callable[[int], None]
    ) -> SheetRead:
        """The cells of a sheet in any form; of one whose XML breaks off, the last row that is whole is told."""
        handler = SheetHandler(self._archive.name, sheet, rules)
        try:
            self._archive.parse(part, handler.start, handler.end, handler.text, on_piece, guarded=False)
        except SurveyError as refused:
            if not isinstance(refused.__cause__, ExpatError) or not handler.last_whole_row:
                raise
            raise error(
                ReadingNotice.SHEET_DAMAGED, file=self._archive.name, sheet=shown(sheet), row=handler.last_whole_row
            ) from refused
        return handler.result()

    def _read_sheets(self) -> tuple[SheetPart, ...]:
        sheets: list[SheetPart] = []
        names: set[str] = set()

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "workbookPr" and "date1904" in attributes:  # Excel writes another one, of extensions, behind
                self.from_1904 = attributes["date1904"] in ("1", "true", "on")
            if tag != "sheet":
                return
            relation = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            kind, target = self._relations.get(relation, ("", ""))
            if relation and kind in ("worksheet", ""):  # sheets of macros have no part of their own
                name = free_name(unescaped(attributes.get("name", "")).strip() or f"Sheet {len(sheets) + 1}", names)
                sheets.append(SheetPart(name, attributes.get("state", "visible") != "visible", target))

        self._archive.parse(self._workbook_part, start, nothing, nothing)
        if not sheets:
            raise error(ReadingNotice.NO_SHEETS, file=self._archive.name)
        return tuple(sheets)

    def _read_strings(self) -> list[str]:
        part = self._part_of("sharedStrings")
        if not part:
            return []
        try:
            return read_plain_texts(self._archive.pieces(part), _MOST_STRINGS)
        except Declined:
            return self._read_strings_by_elements(part)

    def _read_strings_by_elements(self, part: str) -> list[str]:
        strings: list[str] = []
        pieces: list[str] = []
        inside = skipping = False

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal inside, skipping
            if tag == "si":
                pieces.clear()
            elif tag == "rPh":  # how a text is pronounced; not part of it
                skipping = True
            inside = tag == "t" and not skipping

        def end(tag: str) -> None:
            nonlocal inside, skipping
            inside = False
            if tag == "rPh":
                skipping = False
            elif tag == "si":
                if len(strings) >= _MOST_STRINGS:
                    raise error(ReadingNotice.TOO_MANY_TEXTS, file=self._archive.name, limit=_MOST_STRINGS // 1_000_000)
                strings.append(unescaped("".join(pieces)))

        def text(piece: str) -> None:
            if inside:
                pieces.append(piece)

        self._archive.parse(part, start, end, text)
        return strings

    def _read_date_styles(self) -> frozenset[int]:
        """Positions of the cell formats that show dates; a styles part that is not there has none."""
        part = self._part_of("styles")
        if not part:
            return frozenset()
        codes: dict[int, str] = {}
        formats: list[int] = []
        within = ""  # conditional formats and named styles have number formats of their own

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal within
            if tag in ("numFmts", "cellXfs"):
                within = tag
            elif tag == "numFmt" and within == "numFmts":
                codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            elif tag == "xf" and within == "cellXfs":
                if len(formats) >= _MOST_STYLES:
                    raise error(ReadingNotice.PART_DAMAGED, file=self._archive.name, part=shown(part))
                formats.append(_whole(attributes.get("numFmtId")))

        def end(tag: str) -> None:
            nonlocal within
            if tag == within:
                within = ""

        self._archive.parse(part, start, end, nothing)
        return frozenset(
            position for position, number in enumerate(formats) if is_date_format(number, codes.get(number, ""))
        )


def doubled_names(sheets: tuple[SheetName, ...]) -> tuple[Notice, ...]:
    """Tells of sheets whose name had to be made their own."""
    return tuple(
        notice(ReadingNotice.SHEET_NAME_DOUBLED, sheet=shown(sheet.name))
        for sheet in sheets
        if re.search(r" \(same name \d+\)$", sheet.name)
    )


def workbook_part(archive: Archive) -> str:
    """The part that lists the sheets, wherever it is; "" if the archive is no workbook."""
    for kind, target in relations(archive, "").values():
        is_xml = kind == "officeDocument" and target.lower().endswith(".xml") and archive.has(target)
        if is_xml and any(kind == "worksheet" for kind, _ in relations(archive, target).values()):
            return target
    return WORKBOOK if archive.has(WORKBOOK) else ""


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relationship id -> (kind, part name) for the relations inside the archive; outside ones are never followed."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            outside = attributes.get("TargetMode", "").lower() == "external"
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            found[attributes.get("Id", "")] = (kind, "" if outside else target)

    if archive.has(path):
        archive.parse(path, start, nothing, nothing)
    return found


def free_name(name: str, taken: set[str]) -> str:
    """The name, or one made its own where a sheet has it already; the result counts as taken."""
    free, n = name, 1
    while free in taken:
        n += 1
        free = f"{name} (same name {n})"
    taken.add(free)
    return free


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 10 else 0
