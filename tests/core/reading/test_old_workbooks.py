"""Workbooks that are not ``.xlsx``: the same answers, the same report, and one sentence for every damaged one."""

import datetime
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.channels.internal_reading import read_internal
from cxsurvey.notices import SurveyError, english
from cxsurvey.progress import silent
from cxsurvey.reading.source import open_source
from cxsurvey.reading.values import CellKind
from tests.core.reading.files import (
    ORDERS,
    PILLARS,
    inspect_file,
    inspect_in_child,
    listed,
    per_pillar,
    per_place,
    read_answers,
    read_in_child,
    surveymonkey,
    write_xlsx,
)
from tests.core.reading.old_files import (
    Failed,
    compound,
    record,
    serial,
    stream_of,
    write_ods,
    write_ods_content,
    write_xls,
    write_xlsb,
)
from tests.core.test_reader import same_import

WRITERS = {"ods": write_ods, "xls": write_xls, "xlsb": write_xlsb}
MADE_BY_OTHERS = Path(__file__).parents[2] / "data" / "workbooks"
each_kind = pytest.mark.parametrize("kind", WRITERS)


def written(tmp_path, kind, rows, **more):
    return WRITERS[kind](tmp_path / f"answers.{kind}", rows, **more)


def cells(path, sheet=None):
    """Each filled cell of a sheet, the first if none is named: (row, column) -> (text, kind)."""
    source = open_source(path)
    table = source.read(sheet or source.sheets[0].name, silent).table
    source.close()
    return {
        (int(row), column.position): (text, CellKind(kind))
        for column in table.columns
        for row, text, kind in zip(table.rows, column.texts, column.kinds, strict=True)
        if kind
    }


def sentences(imported):
    return [english(told) for told in imported.report.notices] + [english(e.reason) for e in imported.report.corrected]


# The same answers


@each_kind
@pytest.mark.parametrize("shape", [per_pillar, per_place, listed, surveymonkey])
def test_every_kind_of_workbook_gives_what_xlsx_gives(tmp_path, kind, shape):
    rows = shape((*ORDERS, None) if shape is surveymonkey else ORDERS)
    old = read_answers(written(tmp_path, kind, rows), PILLARS)
    new = read_answers(write_xlsx(tmp_path / "answers.xlsx", rows), PILLARS)
    same_import(old, new)


@each_kind
def test_rows_with_faults_are_reported_alike(tmp_path, kind):
    rows = per_pillar()
    rows[2][1:4] = ["x", 9, 1]
    rows[3][6] = datetime.date(1905, 6, 2)
    rows[4][2] = Failed("#N/A")
    rows.insert(3, [])
    old = read_answers(written(tmp_path, kind, rows), PILLARS)
    rows[5][2] = "#N/A"  # which openpyxl takes for the error
    new = read_answers(write_xlsx(tmp_path / "a.xlsx", rows), PILLARS)
    same_import(old, new)
    assert any("#N/A" in sentence for sentence in sentences(old))


@each_kind
def test_every_kind_of_cell_keeps_its_place_and_value(tmp_path, kind):
    rows = [
        [],
        [None, "x", 5, 0.1, True, False, "ż€😀"],
        [None, datetime.date(2025, 3, 1), datetime.datetime(2025, 3, 1, 12, 30, 15), -3, 1e-9, 1e300],
        [],
        [Failed("#DIV/0!"), Failed("#NAME?"), "a\nb  c\td", "007", 5.0, 123456789012345, "=1+1", "_x0041_"],
    ]
    assert cells(written(tmp_path, kind, rows)) == {
        (2, 2): ("x", 1), (2, 3): ("5", 2), (2, 4): ("0.1", 2), (2, 5): ("TRUE", 4), (2, 6): ("FALSE", 4),
        (2, 7): ("ż€😀", 1), (3, 2): ("2025-03-01", 3), (3, 3): ("2025-03-01T12:30:15", 3), (3, 4): ("-3", 2),
        (3, 5): ("1e-09", 2), (3, 6): ("1e+300", 2), (5, 1): ("#DIV/0!", 5), (5, 2): ("#NAME?", 5),
        (5, 3): ("a\nb  c\td", 1), (5, 4): ("007", 1), (5, 5): ("5", 2), (5, 6): ("123456789012345", 2),
        (5, 7): ("=1+1", 1), (5, 8): ("_x0041_", 1),
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_what_libreoffice_writes_is_what_it_was_made_from(kind):
    def rounded(text):
        return f"{float(text):.12g}" if "e+" in text else text.replace("\t", "")  # its .ods drops the tab

    ours = cells(MADE_BY_OTHERS / f"libreoffice.{kind}")
    source = cells(MADE_BY_OTHERS / "source.xlsx")
    formulas = {(5, 2): ("#DIV/0!", 5), (5, 3): ("2", 2), (5, 4): ("ab", 1)}  # its source holds no values of them
    assert {place: (rounded(t), k) for place, (t, k) in ours.items()} == {
        place: (rounded(t), k) for place, (t, k) in (source | formulas).items()
    }


CELLS = st.one_of(
    st.none(), st.integers(-(1 << 40), 1 << 40), st.booleans(), st.floats(-1e300, 1e300), st.dates(
        datetime.date(1900, 3, 1), datetime.date(2999, 1, 1)
    ), st.sampled_from(["#N/A", "#REF!"]).map(Failed), st.text("aż€😀 &<\n", max_size=9).map(str.strip),
)  # fmt: skip


@each_kind
@given(rows=st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_comes_back_and_calamine_agrees_where_it_can(tmp_path, kind, rows):
    path = written(tmp_path, kind, rows)
    if kind == "xls":  # calamine dies of what the other sheets claim of their size
        harmless = (0, len(rows), 0, 5)
        path.write_bytes(path.read_bytes().replace(struct.pack("<IIHH", 0, 0xFFFFFFFF, 0, 0xFFFF), struct.pack(
            "<IIHH", *harmless
        )))  # fmt: skip
    ours = cells(path)
    expected = {
        (row, column): value
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None and value != ""
    }
    assert ours.keys() == expected.keys()
    theirs = by_calamine(path)
    for place, value in expected.items():
        text, _ = ours[place]
        match value:
            case Failed(text=shown):
                assert text == shown  # calamine has a blank there
            case bool():
                assert text == str(value).upper() == str(theirs[place]).upper()
            case datetime.date():
                assert text == value.isoformat()
                if kind != "xlsb":  # calamine takes whole days of an .xlsb for numbers
                    assert theirs[place] == value
            case str():
                assert text == theirs[place] == value
            case _:
                assert float(text) == theirs[place] == value


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


@each_kind
def test_hidden_sheets_are_listed_and_told(tmp_path, kind):
    path = written(tmp_path, kind, per_pillar(), hidden=("Old",), Old=per_pillar(), Notes=[["n"]])
    found = inspect_file(path, PILLARS)
    assert [(s.name, s.hidden) for s in found.sheets] == [("Sheet1", False), ("Old", True), ("Notes", False)]
    assert found.chosen == "Sheet1"
    assert any("“Old” is hidden" in english(told) for told in found.notices)


@each_kind
def test_names_do_not_decide(tmp_path, kind):
    path = written(tmp_path, kind, per_pillar())
    for name in ("answers.csv", "answers.xlsx", "answers.xls", "answers"):
        assert read_answers(path.rename(tmp_path / name), PILLARS).report.complete == 6
        path = tmp_path / name


@pytest.mark.parametrize("kind", [*WRITERS, "xlsx"])
def test_a_zip_of_one_workbook_is_read(tmp_path, kind):
    path = write_xlsx(tmp_path / "a.xlsx", per_pillar()) if kind == "xlsx" else written(tmp_path, kind, per_pillar())
    zipped = tmp_path / "answers.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(path, f"export/answers.{kind}")
    same_import(read_answers(zipped, PILLARS), read_answers(path, PILLARS))
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.write(zipped, "answers.xlsx")
    with pytest.raises(SurveyError, match="is a zip without a spreadsheet"):
        read_answers(tmp_path / "twice.zip", PILLARS)


@each_kind
def test_the_process_reads_them_too(tmp_path, kind):
    path = written(tmp_path, kind, surveymonkey())
    same_import(read_in_child(path, PILLARS), read_answers(path, PILLARS))
    assert inspect_in_child(path, PILLARS) == inspect_file(path, PILLARS)


@each_kind
def test_a_colleague_may_send_one_back(tmp_path, kind):
    names = [text.name for pillar in PILLARS for text in pillar.texts[:1]]
    path = written(tmp_path, kind, [["Name", *names], ["Ann", 2, 1, 3, 4, 5]])
    assert [colleague.name for colleague in read_internal(path, PILLARS).colleagues] == ["Ann"]


def test_progress_ends_at_the_whole(tmp_path):
    for kind in WRITERS:
        steps = []
        read_answers(written(tmp_path, kind, per_pillar()), PILLARS, progress=lambda *step, to=steps: to.append(step))
        assert steps
        assert steps[-1][0] == steps[-1][1]


# Merged cells, macros, formulas


@pytest.mark.parametrize("kind", [*WRITERS, "xlsx"])
def test_merged_answers_are_told_merged_headings_are_not(tmp_path, kind):
    merged = ((1, 1, 2, 4), (5, 6, 1, 2), (3, 3, 7, 8))
    if kind == "xlsx":
        path = write_xlsx(tmp_path / "answers.xlsx", per_pillar())
        book = openpyxl.load_workbook(path)
        for first_row, last_row, first_column, last_column in merged[1:]:
            book.active.merge_cells(None, first_row, first_column, last_row, last_column)
        book.save(path)
    else:
        path = written(tmp_path, kind, per_pillar(), merged=merged)
    told = [told for told in read_answers(path, PILLARS).report.notices if told.code == "cells_merged"]
    assert len(told) == 1
    names = dict(told[0].values)
    assert names["n"] == 2
    assert sorted(names["cells"].split(", ")) == ["A5:B6", "G3:H3"]
    assert "Only the upper left value of each counts" in english(told[0])


def test_many_merged_cells_are_counted_and_a_few_named(tmp_path):
    merged = tuple((row, row, 7, 8) for row in range(2, 8))
    imported = read_answers(write_xls(tmp_path / "answers.xls", per_pillar(), merged=merged), PILLARS)
    assert any("are merged (6): G2:H2, G3:H3, G4:H4, G5:H5, G6:H6, …." in told for told in sentences(imported))


def test_macros_are_left_alone(tmp_path):
    plain = write_xlsx(tmp_path / "answers.xlsx", per_pillar())
    path = tmp_path / "answers.xlsm"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry).replace(
                b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
            ))  # fmt: skip
        new.writestr("xl/vbaProject.bin", compound({"PROJECT": b'Sub Auto_Open()\nShell "rm"\nEnd Sub'}))
    same_import(read_answers(path, PILLARS), read_answers(plain, PILLARS))


def test_formulas_of_an_old_workbook_count_by_their_stored_value(tmp_path):
    def formula(column, result, *following):
        place = struct.pack("<HHH", 0, column, 0)
        return record(0x0006, place + result + struct.pack("<HIH", 0, 0, 0)) + b"".join(following)

    text = record(0x0207, struct.pack("<HB", 2, 0) + b"ab")
    formulas = [
        formula(0, struct.pack("<d", 1970)),
        formula(1, b"\x00" + b"\0" * 5 + b"\xff\xff", record(0x04BC, b"\0" * 8), text),
        formula(2, b"\x01\x00\x01" + b"\0" * 3 + b"\xff\xff"),
        formula(3, b"\x02\x00\x2a" + b"\0" * 3 + b"\xff\xff"),
        formula(4, b"\x03" + b"\0" * 5 + b"\xff\xff"),
        formula(5, b"\x00" + b"\0" * 5 + b"\xff\xff"),
    ]
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": stream_of(b"".join(formulas))}))
    source = open_source(path)
    read = source.read("S", silent)
    assert [(c.position, c.texts[0], c.kinds[0]) for c in read.table.columns] == [
        (1, "1970", 2), (2, "ab", 1), (3, "TRUE", 4), (4, "#N/A", 5),
    ]  # fmt: skip
    assert [english(told) for told in read.notices] == [
        "S: cells that are formulas: 5. Their stored values were used; nothing was calculated."
    ]
    assert "cell F1: a formula without a stored value" in english(read.problems[0].reason)


# The shapes of Excel 97 that its own files rarely show


def cells_of_stream(tmp_path, stream, **how):
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": stream}, **how))
    return cells(path)


def test_numbers_in_every_packing_are_read(tmp_path):
    packed = [(5 << 2 | 2, "5"), ((-7 << 2 | 2) & 0xFFFFFFFF, "-7"), (1234 << 2 | 3, "12.34"), (0x3FF80000, "1.5"),
              (0x40590001, "1")]  # fmt: skip
    several = struct.pack("<HH", 0, 0) + b"".join(struct.pack("<HI", 0, number) for number, _ in packed)
    found = cells_of_stream(tmp_path, stream_of(record(0x00BD, several + struct.pack("<H", len(packed) - 1))))
    assert [found[1, column][0] for column in range(1, 6)] == [text for _, text in packed]


def test_cells_written_column_by_column_are_put_into_rows(tmp_path):
    several = [
        record(0x0203, struct.pack("<HHHd", row, column, 0, 10 * row + column))
        for column in range(3)
        for row in range(4)
    ]
    found = cells_of_stream(tmp_path, stream_of(b"".join(several)))
    assert {place: text for place, (text, _) in found.items()} == {
        (row + 1, column + 1): str(10 * row + column) for column in range(3) for row in range(4)
    }


def test_texts_run_on_from_record_to_record(tmp_path):
    texts = [f"{n} {'ż' * (n % 7)}{'long ' * 900 if n % 50 == 0 else ''}" for n in range(1500)]
    path = write_xls(tmp_path / "a.xls", [[text] for text in texts])
    found = cells(path)
    assert [found[n + 1, 1][0] for n in range(1500)] == texts


def test_excel_5_is_read_in_its_code_page(tmp_path):
    label = record(0x0204, struct.pack("<HHHH", 0, 0, 0, 4) + "żółć".encode("cp1250"))
    stream = stream_of(label, before=record(0x0042, struct.pack("<H", 1250)), version=0x0500)
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Book": stream}))
    assert cells(path) == {(1, 1): ("żółć", 1)}


def test_a_short_workbook_lies_among_the_small_streams(tmp_path):
    label = record(0x0204, struct.pack("<HHHHB", 0, 0, 0, 2, 0) + b"ab")
    assert cells_of_stream(tmp_path, stream_of(label), small=True) == {(1, 1): ("ab", 1)}


def test_a_large_workbook_has_tables_of_tables(tmp_path):
    path = write_xls(tmp_path / "a.xls", [["x" * 30_000 + str(n)] for n in range(300)])
    assert path.stat().st_size > 109 * 128 * 512
    found = cells(path)
    assert all(found[n + 1, 1][0].endswith(f"x{n}") for n in range(300))


def test_days_that_do_not_exist_are_named(tmp_path):
    for kind, writer in (("xls", write_xls), ("xlsb", write_xlsb)):
        path = writer(tmp_path / f"a.{kind}", [[datetime.date(2025, 3, 1)] * 3])
        assert cells(path) == {(1, column): ("2025-03-01", 3) for column in (1, 2, 3)}
    dates = record(0x00E0, struct.pack("<HH16x", 0, 14))
    days = enumerate((-1, 60, 1e10, float("nan"), 61))
    several = [record(0x0203, struct.pack("<HHHd", 0, n, 0, day)) for n, day in days]
    path.write_bytes(compound({"Workbook": stream_of(b"".join(several), before=dates)}))
    source = open_source(path)
    read = source.read("S", silent)
    assert [(c.position, c.texts[0]) for c in read.table.columns] == [(5, "1900-03-01")]
    assert [(p.column, p.reason.code) for p in read.problems] == [(letter, "no_such_day") for letter in "ABCD"]
    assert serial(datetime.date(1900, 3, 1)) == 61


def test_what_stands_beside_a_text_in_an_open_document_is_no_part_of_it(tmp_path):
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>comment</text:p></office:annotation>'
        "<text:p>\n  a  <text:span>b</text:span><text:s text:c='2'/>c<text:note><text:p>n</text:p></text:note></text:p>"
        "<draw:frame xmlns:draw='d'><text:p>drawn</text:p></draw:frame><text:p>second</text:p></table:table-cell>"
    )
    kept = f"<table:tracked-changes><x><table:table-row>{cell}</table:table-row></x></table:tracked-changes>"
    path = write_ods_content(
        tmp_path / "a.ods", f'{kept}<table:table table:name="S"><table:table-row>{cell}</table:table-row></table:table>'
    )
    assert cells(path) == {(1, 1): ("a  b  c\nsecond", 1)}


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('office:value-type="time" office:time-value="PT06H30M00S"', "06:30:00"),
        ('office:value-type="time" office:time-value="PT36H00M00S"', "1900-01-01T12:00:00"),
        ('office:value-type="date" office:date-value="2025-03-01T12:29:59.999999999"', "2025-03-01T12:30:00"),
        ('office:value-type="percentage" office:value="0.5"', "0.5"),
        ('office:value-type="float" office:value="12345678901234567890"', "12345678901234567890"),
        ('office:value-type="float" office:value="1E309"', None),
        ('office:value-type="float"', None),
        ('office:value-type="date" office:date-value="2025-02-30"', None),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
        ('office:value-type="float" table:formula="of:=TRUE()" office:value="1"', "TRUE"),
    ],
)
def test_values_of_an_open_document_are_read_or_named(tmp_path, attributes, text):
    row = f"<table:table-row><table:table-cell {attributes}/></table:table-row>"
    path = write_ods_content(tmp_path / "a.ods", f'<table:table table:name="S">{row}</table:table>')
    source = open_source(path)
    read = source.read("S", silent)
    assert [column.texts[0] for column in read.table.columns] == ([text] if text else [])
    assert len(read.problems) == (text is None)
