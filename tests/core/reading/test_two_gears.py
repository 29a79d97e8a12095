"""The fast way through a sheet and the full one give the same cells, or the fast one declines; openpyxl agrees."""

import datetime
import io
import re
import zipfile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError
from cxsurvey.progress import silent
from cxsurvey.reading import xlsx
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.cell_texts import number_text
from cxsurvey.reading.shared_texts import read_plain_texts
from cxsurvey.reading.values import CellKind
from cxsurvey.reading.xlsx import Workbook
from cxsurvey.reading.xml_text import Declined

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.xlsx"


def cells_of(read):
    """Every filled cell by row number and column, with its kind."""
    return {
        (row, column.position): (text, CellKind(kind))
        for column in read.table.columns
        for row, text, kind in zip(read.table.rows.tolist(), column.texts, column.kinds.tolist(), strict=True)
        if kind or text
    }


def read_by(path, gear):
    """The first sheet by one gear alone: ``"fast"`` lets ``Declined`` through, ``"full"`` never tries."""
    book = Workbook(Archive(path, path.name))
    rules = xlsx.CellRules(book._read_strings(), book._read_date_styles(), book.from_1904)
    part = book._sheets[0].part
    try:
        if gear == "fast":
            return xlsx.read_plain(book._archive, part, rules, lambda done: None)
        handler = xlsx.SheetHandler(path.name, book.sheets[0].name, rules)
        book._archive.parse(part, handler.start, handler.end, handler.text, guarded=False)
        return handler.result()
    finally:
        book.close()


def both(path):
    """The cells by both gears, checked to be the same with nothing left to tell; ``None`` if the fast one declined."""
    try:
        fast = read_by(path, "fast")
    except Declined:
        return None
    full = read_by(path, "full")
    assert cells_of(fast) == cells_of(full)
    assert fast.table.rows.tolist() == full.table.rows.tolist()
    assert [column.position for column in fast.table.columns] == [column.position for column in full.table.columns]
    assert all(list(column.texts).count("") == (column.kinds == 0).sum() for column in fast.table.columns)
    assert (full.problems, full.notices) == ((), ())
    return cells_of(fast)


def by_openpyxl(path):
    """The cells as openpyxl gives them, as our texts."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {
        (cell.row, cell.column): text
        for row in sheet.iter_rows()
        for cell in row
        if (text := as_text(cell.value)) != ""
    }


def as_text(value):
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        whole = value.replace(microsecond=0) + datetime.timedelta(seconds=value.microsecond >= 500_000)
        return whole.date().isoformat() if whole.time() == datetime.time() else whole.isoformat()
    if isinstance(value, int | float):
        return number_text(repr(value))
    return value or ""


letters = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.text(letters | st.sampled_from("\n\t<>&\"' 07"), min_size=1, max_size=12).filter(
    lambda text: not text.startswith("=") and not re.search(r"_x[0-9A-Fa-f]{4}_|\A\{=|\Ahttps?:", text)
)
numbers = (
    st.integers(0, 12) | st.integers(-(10**14), 10**14)
    | st.floats(allow_nan=False, allow_infinity=False, width=32).map(float)
)  # fmt: skip
moments = st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
values = st.none() | st.integers(1, 5) | numbers | st.booleans() | texts | moments
tables = st.lists(st.lists(values, max_size=5), min_size=1, max_size=12).filter(
    lambda table: any(value is not None for row in table for value in row)
)
quickly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@quickly
@given(tables, st.integers(1, 12), st.sampled_from([1, 2, 25, 26, 27, 700, 703]))
def test_any_table_written_by_openpyxl_comes_back_alike_from_both_gears(path, table, first_row, first_column):
    book = openpyxl.Workbook()
    for row, cells in enumerate(table, first_row):
        for column, value in enumerate(cells, first_column):
            book.active.cell(row, column, value)
    book.save(path)
    found = both(path)
    assert found is not None
    assert {place: text for place, (text, _) in found.items()} == by_openpyxl(path)


@quickly
@given(tables, st.integers(0, 105))
def test_any_table_written_with_shared_texts_comes_back_alike_from_both_gears(path, table, first_row):
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for row, cells in enumerate(table, first_row):
            for column, value in enumerate(cells):
                if isinstance(value, datetime.datetime):
                    sheet.write_datetime(row, column, value, moment)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write(row, column, value)
    found = both(path)
    assert found is not None
    assert {place: text for place, (text, _) in found.items()} == by_openpyxl(path)


PLAIN = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x &amp; y</t></is></c></row>'
    '<row r="2" spans="1:2"><c r="A2" s="1"><v>5</v></c><c r="B2" t="n"><v>-2.50</v></c><c r="C2" s="0"/></row>'
    '<row r="4"/><row r="10"><c r="B10" t="e"><v>#N/A</v></c><c r="AA10" t="b"><v>1</v></c></row>'
)


def written(path, rows, head="", begin="<sheetData>", end="</sheetData>", strings=("<si><t>shared</t></si>",)):
    """A workbook of this XML."""
    base = io.BytesIO()
    openpyxl.Workbook().save(base)
    texts = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{"".join(strings)}</sst>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    sheet = (
        head or '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    ) + f"{begin}{rows}{end}</worksheet>"
    with zipfile.ZipFile(base) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            if name == SHEET:
                data = sheet.encode() if isinstance(sheet, str) else sheet
            if name == "xl/sharedStrings.xml":
                continue
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", relation.encode())
            out.writestr(name, data)
        out.writestr("xl/sharedStrings.xml", texts)
    return path


def test_the_plain_form_is_read_by_the_fast_gear(path):
    assert both(written(path, PLAIN)) == {
        (1, 1): ("shared", CellKind.TEXT), (1, 2): ("x & y", CellKind.TEXT), (2, 1): ("5", CellKind.NUMBER),
        (2, 2): ("-2.5", CellKind.NUMBER), (10, 2): ("#N/A", CellKind.ERROR), (10, 27): ("TRUE", CellKind.BOOLEAN),
    }  # fmt: skip


# What stands in the plain form -> what makes it odd. Each is read by the full gear, which tells what it must.
ODD = {
    "a prefix": ("<v>5</v>", "<x:v>5</x:v>"),
    "single quotes": ('r="A2"', "r='A2'"),
    "white space between tags": ("</row><row", "</row>\n<row"),
    "white space inside a tag": ('<c r="A2"', '<c  r="A2"'),
    "no place of a cell": (' r="A2"', ""),
    "no number of a row": ('<row r="10">', "<row>"),
    "another order of attributes": ('r="A2" s="1"', 's="1" r="A2"'),
    "an attribute more": ('r="A2" s="1"', 'r="A2" s="1" cm="1"'),
    "a doubled attribute": ('spans="1:2"', 'spans="1:2" spans="1:2"'),
    "rich text": ("<t>x &amp; y</t>", "<r><t>x </t></r><r><t>y</t></r>"),
    "pronunciation": ("<t>x &amp; y</t>", "<t>x</t><rPh sb='0' eb='1'><t>y</t></rPh>"),
    "CDATA": ("x &amp; y", "<![CDATA[x & y]]>"),
    "a comment": ("<v>5</v>", "<!-- 4 --><v>5</v>"),
    "an instruction": ("<v>5</v>", "<?x y?><v>5</v>"),
    "a formula": ("<v>5</v>", "<f>2+3</f><v>5</v>"),
    "an empty value": ("<v>5</v>", "<v/>"),
    "a doubled value": ("<v>5</v>", "<v>5</v><v>6</v>"),
    "an unknown type": ('t="n"', 't="q"'),
    "an unknown entity": ("&amp;", "&nbsp;"),
    "a character by its number": ("&amp;", "&#38;"),
    "a bare ampersand": ("&amp;", "&"),
    "a bare greater-than": ("&amp;", ">"),
    "the end of CDATA": ("&amp;", "]]>"),
    "a carriage return": ("&amp;", "\r\n"),
    "a control character": ("&amp;", "\x08"),
    "no character": ("&amp;", "\uffff"),
    "a shared text that is not there": ("<v>0</v>", "<v>1</v>"),
    "a negative shared text": ("<v>0</v>", "<v>-1</v>"),
    "a broken shared text": ("<v>0</v>", "<v>0.0</v>"),
    "no number": ("-2.50", "2_5"),
    "digits of another script": ("-2.50", "٢"),
    "an endless number": ("-2.50", "1e999"),
    "a row twice": ('<row r="4"/>', '<row r="2"/>'),
    "rows out of order": ('<row r="4"/>', '<row r="1"/>'),
    "row 0": ('<row r="1">', '<row r="0">'),
    "a row beyond the last": ('<row r="10">', '<row r="1048577">'),
    "a cell of another row": ('r="A2"', 'r="A3"'),
    "a cell's row with a zero before it": ('r="A2"', 'r="A02"'),
    "a cell twice": ('r="B2"', 'r="A2"'),
    "cells out of order": ('r="A2"', 'r="D2"'),
    "a column in small letters": ('r="A2"', 'r="a2"'),
    "a column of four letters": ('r="AA10"', 'r="AAAA10"'),
    "a column beyond the last": ('r="AA10"', 'r="XFE10"'),
    "no row of a cell": ('r="A2"', 'r="A"'),
    "a text with too many characters": ("x &amp; y", "x" * 32_768),
    "a tag never closed": ("</c></row>", "</row>"),
    "a row never closed": ("</c></row>", "</c>"),
    "a tag of another name": ("<v>5</v>", "<value>5</value>"),
    "an end of another name": ("</row>", "</rxx>"),
    "a text's other attribute": ("<t>x", '<t xml:lang="en-gb-oxendi">x'),
    "cells within cells": ("<v>5</v>", '<c r="D2"><v>5</v></c>'),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_what_is_not_plain_is_declined(path, odd):
    plain, changed = ODD[odd]
    assert plain in PLAIN
    assert both(written(path, PLAIN.replace(plain, changed, 1))) is None
    book = Workbook(Archive(path, path.name))
    try:
        read = book.read(book.sheets[0].name, silent)
    except SurveyError:
        return  # the full gear refuses it, in words
    finally:
        book.close()
    # Nothing is lost without a word: a cell is kept, or named; what has no value is a blank.
    assert len(cells_of(read)) + len(read.problems) >= 6 - (odd in ("an empty value", "a tag of another name"))


WORKSHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
HEADS = {
    "a document type": f"<!DOCTYPE worksheet>{WORKSHEET}",
    "another encoding": f'<?xml version="1.0" encoding="ISO-8859-1"?>{WORKSHEET}',
    "a prefix at the root": WORKSHEET.replace("<worksheet xmlns", "<x:worksheet xmlns:x"),
    "a hidden begin": f"{WORKSHEET}<!-- <sheetData> -->",
}


@pytest.mark.parametrize("odd", HEADS)
def test_a_head_that_is_not_plain_is_declined(path, odd):
    assert both(written(path, PLAIN, head=HEADS[odd])) is None


@pytest.mark.parametrize(
    "end",
    ['</sheetData><sheetData><row r="11"><c r="A11"><v>1</v></c></row></sheetData>', "</sheetData><!-- more -->",
     '</sheetData><c r="A11"><v>1</v></c>'],
)  # fmt: skip
def test_cells_behind_the_rows_are_declined(path, end):
    assert both(written(path, PLAIN, end=end)) is None


@pytest.mark.parametrize(
    "strings",
    [["<si><r><t>sha</t></r><r><t>red</t></r></si>"], ["<si><t>shared</t><rPh sb='0' eb='1'><t>x</t></rPh></si>"],
     ["<si>\n<t>shared</t></si>"], ["<si><t><![CDATA[shared]]></t></si>"],
     ['<si><t xml:space="preserve">shared</t></si>'], ["<si><t>share_x0064_</t></si>"], ["<si><t>&#115;hared</t></si>"],
     ["<si><t>shared</t></si>", "<si><t/></si>", "<si/>"], ["<x:si><x:t>shared</x:t></x:si>"],
     ["<!-- <si><t>wrong</t></si> --><si><t>shared</t></si>"], ["<si><t>shared</t></si>"] * 3],
    ids=str,
)  # fmt: skip
def test_shared_texts_are_the_same_however_they_are_written(path, strings):
    assert both(written(path, PLAIN, strings=strings))[1, 1] == ("shared", CellKind.TEXT)


@pytest.mark.parametrize("head", ['<sst xmlns="urn:\xff">', '<sst count="1" count="1">', "<sst count='1'>", "<sst >"])
def test_a_head_of_the_shared_texts_that_is_not_plain_is_declined(head):
    with pytest.raises(Declined):
        read_plain_texts([head.encode("latin-1") + b"<si><t>x</t></si></sst>"], 9)


def test_pieces_may_end_anywhere(path, monkeypatch):
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row % 7}</v></c></row>' for row in range(1, 3_000))
    written(path, rows)
    whole = both(path)
    for size in (1, 1_000, 4_096, 50_000):
        monkeypatch.setattr("cxsurvey.reading.plain_sheet._PIECE", size)
        monkeypatch.setattr("cxsurvey.reading.archive._PIECE", 577)
        assert both(path) == whole


def test_a_damaged_file_is_refused_in_words_and_not_declined(path):
    written(path, PLAIN)
    data = path.read_bytes()
    at = data.index(b"-2.50")
    path.write_bytes(data[:at] + b"-2.51" + data[at + 5 :])
    with pytest.raises(SurveyError):
        read_by(path, "fast")


def test_a_stray_cell_in_the_last_corner_costs_nothing(path):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    found = both(written(path, PLAIN + far))
    assert found[1_048_576, 16_384] == ("1", CellKind.NUMBER)
    table = read_by(path, "fast").table
    assert (len(table.rows), len(table.columns)) == (4, 4)
