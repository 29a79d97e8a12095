"""What files from the wild hold that clean ones do not; each of these was once read wrongly, slowly, or refused."""

import datetime
import io
import random
import time
import zipfile

import openpyxl
import pytest
import xlsxwriter

from cxsurvey.notices import SurveyError
from cxsurvey.progress import silent
from cxsurvey.reading import understand
from cxsurvey.reading.cell_texts import is_date_format
from cxsurvey.reading.source import open_source
from cxsurvey.reading.values import CellKind
from tests.core.reading.files import PILLARS, inspect_file, write_csv
from tests.core.reading.test_two_gears import PLAIN, both, cells_of, written


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.xlsx"


def cells(path):
    """The first sheet of a file, by row and column."""
    source = open_source(path)
    try:
        return cells_of(source.read(source.sheets[0].name, silent))
    finally:
        source.close()


def write_dates(path, **options):
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, datetime.datetime(2024, 2, 29), book.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_number(1, 0, 7)
    return path


def changed(path, change):
    """The workbook with each part changed: ``change(name, data)`` gives the new name and data."""
    parts = {}
    with zipfile.ZipFile(path) as source:
        for name in source.namelist():
            new_name, data = change(name, source.read(name))
            parts[new_name] = data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.filename = name  # as it is: ``ZipInfo`` would turn the slashes
            out.writestr(info, data)
    path.write_bytes(packed.getvalue())
    return path


def replaced(path, part, *pairs):
    def change(name, data):
        if name == part:
            for old, new in pairs:
                assert old in data
                data = data.replace(old, new)
        return name, data

    return changed(path, change)


DATES = {(1, 1): ("2024-02-29", CellKind.DATE), (2, 1): ("7", CellKind.NUMBER)}


def test_days_since_1904_stay_so_where_extensions_follow(path):
    write_dates(path, date_1904=True)
    more = b'<extLst><ext uri="{x}" xmlns:x15="urn:x15"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
    replaced(path, "xl/workbook.xml", (b"</workbook>", more + b"</workbook>"))
    assert cells(path) == DATES


def test_formats_of_conditional_formats_are_not_those_of_cells(path):
    write_dates(path)
    other = b'<dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs>'
    replaced(path, "xl/styles.xml", (b'<dxfs count="0"/>', other))
    assert cells(path) == DATES


def test_a_semicolon_within_quotes_does_not_end_a_format():
    assert is_date_format(164, '"a;b "yyyy')
    assert not is_date_format(164, '0" days; "')


def test_parts_are_found_however_their_slashes_lean_and_their_letters_are_cased(path):
    write_dates(path)
    changed(path, lambda name, data: (name.replace("/", "\\").replace("sheet1", "Sheet1").lower(), data))
    with zipfile.ZipFile(path) as archive:
        assert "xl\\workbook.xml" in [entry.orig_filename for entry in archive.infolist()]
    assert cells(path) == DATES


def test_the_workbook_may_lie_anywhere(path):
    write_dates(path)

    def change(name, data):
        name = name.replace("xl/", "elsewhere/").replace("workbook.xml", "book2.xml")
        return name, data.replace(b"xl/workbook.xml", b"elsewhere/book2.xml")

    assert cells(changed(path, change)) == DATES


def test_a_sheet_of_macros_has_no_cells_to_look_for(path):
    write_dates(path)
    replaced(path, "xl/workbook.xml", (b"</sheets>", b'<sheet name="Module" sheetId="9" r:id=""/></sheets>'))
    source = open_source(path)
    assert [sheet.name for sheet in source.sheets] == ["Sheet1"]
    source.close()


def test_a_sheet_whose_part_is_not_there_is_named(path):
    write_dates(path)
    replaced(path, "xl/workbook.xml", (b"</sheets>", b'<sheet name="Gone" sheetId="9" r:id="rId77"/></sheets>'))
    source = open_source(path)
    with pytest.raises(SurveyError, match="Gone is missing"):
        source.read("Gone", silent)
    source.close()


DRAWN = (
    '</sheetData><controls><control><controlPr><anchor xmlns:xdr="urn:xdr"><from><xdr:row>1048576</xdr:row></from>'
    "<to><xdr:row>1</xdr:row></to></anchor></controlPr></control></controls>"
)


def test_rows_that_drawings_speak_of_are_no_rows(path):
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    plain = both(written(path, PLAIN + far))
    assert both(written(path, PLAIN + far, end=DRAWN)) == plain
    odd = cells(written(path, PLAIN.replace("<v>5</v>", "<v >5</v>") + far, end=DRAWN))
    assert odd == plain


def test_openpyxl_agrees_on_days_since_1904(path):
    write_dates(path, date_1904=True)
    assert openpyxl.load_workbook(path).active["A1"].value == datetime.datetime(2024, 2, 29)
    assert cells(path) == DATES


def test_bytes_that_are_no_text_are_refused_at_once(tmp_path):
    noise = random.Random(3).randbytes(1_500_000).replace(b"PK", b"..")
    path = tmp_path / "noise.xlsx"
    path.write_bytes(b"\x19\x1e\xd1\xa8" + noise)
    begun = time.process_time()
    with pytest.raises(SurveyError, match="not a spreadsheet and not a text table"):
        open_source(path)
    assert time.process_time() - begun < 2


def test_a_table_without_priorities_is_looked_through_once_and_not_for_each_row_that_may_head_it(tmp_path, monkeypatch):
    looked_at = []

    def noted(table, *more):
        looked_at.append(len(table.rows))
        return find_roles(table, *more)

    find_roles = understand.find_roles
    monkeypatch.setattr(understand, "find_roles", noted)
    write_csv(tmp_path / "towns.csv", [["Town", "Code"], *([f"Town {n}", f"T-{n}"] for n in range(3_000))])
    inspect_file(tmp_path / "towns.csv", PILLARS)
    assert sorted(looked_at)[-2:] == [1_000, 3_001]


def test_thousands_of_columns_of_one_name_are_segments_of_their_own(tmp_path):
    n = 1_100
    rows = [["x"] * n, *([str(row % 2)] * n for row in range(20))]
    found = inspect_file(write_csv(tmp_path / "wide.csv", rows), PILLARS)
    keys = [role.key for role in found.sheets[0].mapping.roles]
    assert (keys[:2], keys[-1], len(set(keys))) == (["x", "x_2"], f"x_{n}", n)


def test_damage_behind_the_rows_is_told_with_the_last_row_that_is_whole(path):
    written(path, PLAIN, end="</sheetData><pageMargins></oddHeader>")
    with pytest.raises(SurveyError, match="row 10 is the last that can be read"):
        cells(path)


def test_a_sheet_damaged_before_its_first_row_has_no_last_row(path):
    written(path, "<row", end="")
    with pytest.raises(SurveyError, match=r"sheet1\.xml is damaged"):
        cells(path)
