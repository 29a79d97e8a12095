"""What became of the rows of imported files, to go through with whoever made them: a workbook, a table or JSON."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cxsurvey.arrival import checks_of, entries_of
from cxsurvey.export.data import Row, write_table
from cxsurvey.export.files import atomic_path
from cxsurvey.export.sheet import OPTIONS, Column, Look, Sheet, Words
from cxsurvey.notices import Notice, Severity, english, notice
from cxsurvey.notices.arrival import ImportReportNotice as N
from cxsurvey.reading.as_json import notices_to_json, report_to_json
from cxsurvey.reading.values import ImportedFile

COLUMNS = ("file", "sheet", "row", "column", "value", "became", "reason")
LEFT_OUT, CORRECTED = "left out", "read with care"


def write_import_report(imports: Sequence[ImportedFile], path: Path, words: Words = english) -> None:
    """Writes the report as the path's ending says: .xlsx, .json, else CSV of the rows alone.

    ``SurveyError`` if the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending == ".xlsx":
        _write_workbook(imports, path, words)
    elif ending == ".json":
        with atomic_path(path) as beside:
            beside.write_text(json.dumps(reports_to_json(imports), ensure_ascii=False, indent=1), encoding="utf-8")
    else:
        write_table(path, _lines(imports, words))


def reports_to_json(imports: Sequence[ImportedFile]) -> list[dict[str, Any]]:
    """Each file's report as JSON values, with what was checked on arrival."""
    return [
        {
            "name": imported.name, "sheet": imported.mapping.sheet, "imported_on": imported.imported_on,
            **report_to_json(imported.report), "checks": notices_to_json(checks_of(imported.responses)),
        }
        for imported in imports
    ]  # fmt: skip


def _lines(imports: Sequence[ImportedFile], words: Words) -> Iterator[Row]:
    yield list(COLUMNS)
    for entry in entries_of(imports):
        told = entry.told
        became = LEFT_OUT if entry.is_left_out else CORRECTED
        yield [entry.file, told.sheet, told.row, told.column, told.value, became, words(told.reason)]


def _write_workbook(imports: Sequence[ImportedFile], path: Path, words: Words) -> None:
    import xlsxwriter  # heavy, and only needed here

    with atomic_path(path) as beside, xlsxwriter.Workbook(str(beside), OPTIONS) as workbook:
        _write_summary(workbook, imports, words)
        _write_rows(workbook, imports, words)


def _write_summary(workbook: Any, imports: Sequence[ImportedFile], words: Words) -> None:
    sheet = Sheet(workbook, words(_said(N.SUMMARY)), None, words)
    sheet.line(_said(N.TITLE), Look.TITLE)
    sheet.line(_said(N.PRIVATE), Look.QUIET)
    columns = (
        Column(_said(N.FILE), width=36), Column(_said(N.SHEET), width=24), Column(_said(N.TAKEN_IN), width=18),
        Column(_said(N.READ), Look.WHOLE, 10), Column(_said(N.COMPLETE), Look.WHOLE, 10),
        Column(_said(N.PARTIAL), Look.WHOLE, 10), Column(_said(N.EMPTY), Look.WHOLE, 10),
        Column(_said(N.LEFT_OUT), Look.WHOLE, 10), Column(_said(N.CORRECTED), Look.WHOLE, 12),
    )  # fmt: skip
    sheet.row += 1
    sheet.table(columns, [_counts(imported) for imported in imports])
    for imported in imports:
        sheet.section(imported.name)
        for told in (*imported.report.notices, *checks_of(imported.responses)):
            sheet.line(told)


def _counts(imported: ImportedFile) -> list[str | int]:
    report = imported.report
    return [
        imported.name, imported.mapping.sheet, imported.imported_on.replace("T", " "), report.read, report.complete,
        report.partial, report.empty, len(report.left_out), len(report.corrected),
    ]  # fmt: skip


def _write_rows(workbook: Any, imports: Sequence[ImportedFile], words: Words) -> None:
    sheet = Sheet(workbook, words(_said(N.ROWS)), None, words)
    columns = (
        Column(_said(N.FILE), width=30), Column(_said(N.SHEET), width=20), Column(_said(N.ROW), Look.WHOLE, 8),
        Column(_said(N.COLUMN), width=10), Column(_said(N.VALUE), width=24), Column(_said(N.BECAME), width=16),
        Column(_said(N.WHY), width=100),
    )  # fmt: skip
    became = {True: _said(N.WAS_LEFT_OUT), False: _said(N.READ_WITH_CARE)}
    area = sheet.table(
        columns,
        [
            (entry.file, entry.told.sheet, entry.told.row, entry.told.column, entry.told.value,
             became[entry.is_left_out], entry.told.reason)
            for entry in entries_of(imports)
        ],
    )  # fmt: skip
    sheet.worksheet.freeze_panes(1, 0)
    sheet.worksheet.autofilter(area.first - 1, 0, max(area.first - 1, area.last), len(columns) - 1)


def _said(code: N) -> Notice:
    return notice(code, Severity.INFO)
