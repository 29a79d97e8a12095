"""What a file is: told by its content, refused with one plain sentence, never half read."""

import io
import re
import struct
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError, english
from cxsurvey.reading.cell_texts import date_text, is_date_format, number_text
from cxsurvey.reading.source import open_source
from tests.core.reading.files import (
    PILLARS,
    assert_at_most_one_sentence,
    inspect_file,
    per_pillar,
    read_answers,
    write_csv,
    write_shared,
    write_xlsx,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def bytes_of(path):
    return path.read_bytes()


@pytest.fixture
def good(tmp_path):
    return bytes_of(write_xlsx(tmp_path / "good.xlsx", per_pillar()))


def read(tmp_path, data, name="answers.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return read_answers(path, PILLARS)


def refusal(tmp_path, data, name="answers.xlsx"):
    with pytest.raises(SurveyError) as refused:
        read(tmp_path, data, name)
    sentence = str(refused.value)
    assert "Nothing was changed" in sentence
    assert "answers" in sentence
    assert len(sentence) <= 300
    assert str(tmp_path) not in sentence
    assert "Error" not in sentence
    return sentence


def changed(data, changes, *, drop=(), more=()):
    """The workbook with parts replaced, left out or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in drop:
                part = old.read(entry)
                new.writestr(entry.filename, changes[entry.filename](part) if entry.filename in changes else part)
        for name, part in more:
            new.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "is a PDF document"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"\x1f\x8b\x08....", "is a gzip archive"),
        (b"SQLite format 3\x00....", "is a database or a cxsurvey study"),
        (b"Rar!\x1a\x07....", "is an archive"),
        (b"MZ\x90\x00....", "is a program"),
        (b"<html><table><tr><td>1</td></tr></table>", "is a web page or XML"),
        (OLE + b"\0" * 600, "is incomplete or damaged"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\0" * 70_000, "is empty"),
        (bytes(range(256)) * 400, "is not a spreadsheet and not a text table"),
    ],
)
def test_each_foreign_file_is_named_for_what_it_is(tmp_path, data, words):
    assert words in refusal(tmp_path, data)


def test_names_do_not_decide(tmp_path, good):
    text = bytes_of(write_csv(tmp_path / "t.csv", per_pillar()))
    assert read(tmp_path, text, "answers.xlsx").report.complete == 6
    assert read(tmp_path, good, "answers.csv").report.complete == 6


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97, 0.999])
def test_a_workbook_cut_short_is_incomplete(tmp_path, good, share):
    assert "is incomplete or damaged" in refusal(tmp_path, good[: int(len(good) * share)])


def test_a_changed_byte_shows_in_the_checksum(tmp_path, good):
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry))
    wrong = stored.getvalue().replace(b"<v>1970</v>", b"<v>1971</v>", 1)
    assert wrong != stored.getvalue()
    assert "xl/worksheets/sheet1.xml is damaged" in refusal(tmp_path, wrong)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part(tmp_path, part, encoding):
    shared = bytes_of(write_shared(tmp_path / "shared.xlsx", per_pillar()))

    def with_doctype(old):
        body = old.decode().split("?>", 1)[-1]
        doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{body}'.encode(encoding)

    assert "holds a document type" in refusal(tmp_path, changed(shared, {part: with_doctype}))


@pytest.mark.parametrize("encoding", ["UZF-8", "shift_jis", "base64", "undefined", "rot13"])
def test_a_part_in_an_encoding_no_workbook_has_is_damaged(tmp_path, good, encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    strange = changed(good, {"xl/workbook.xml": lambda old: declared + old.split(b"?>", 1)[-1]})
    assert "xl/workbook.xml is damaged" in refusal(tmp_path, strange)


def test_parts_that_unpack_beyond_reason_are_refused_before_unpacking(tmp_path, good):
    bomb = changed(good, {SHEET: lambda old: old + b" " * 30_000_000})
    assert "is packed more than 200 to 1" in refusal(tmp_path, bomb)


def test_a_part_that_is_there_twice_is_refused(tmp_path, good):
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = changed(good, {}, more=[(SHEET, b"<worksheet/>")])
    assert "is in it twice" in refusal(tmp_path, twice)


def test_encrypted_and_strangely_packed_entries_are_refused(tmp_path, good):
    place = good.index(b"PK\x01\x02")
    locked = bytearray(good)
    struct.pack_into("<H", locked, place + 8, 1)
    assert "is protected with a password" in refusal(tmp_path, bytes(locked))
    strange = bytearray(good)
    struct.pack_into("<H", strange, place + 10, 99)
    assert "is packed in a way that is not supported" in refusal(tmp_path, bytes(strange))


def test_deep_nesting_is_refused(tmp_path, good):
    nested = b"<x>" * 100 + b"</x>" * 100 + b"<sheetData>"
    deep = changed(good, {SHEET: lambda old: old.replace(b"<sheetData>", nested)})
    assert "nested or attributed beyond reason" in refusal(tmp_path, deep)


def test_a_sheet_that_lies_elsewhere_is_not_looked_for_there(tmp_path, good):
    relations = "xl/_rels/workbook.xml.rels"
    away = {relations: lambda old: old.replace(b"/xl/worksheets/sheet1.xml", b"../../../etc/hostname")}
    outside = changed(good, away)
    assert "is missing in the workbook" in refusal(tmp_path, outside)


def test_workbooks_without_sheets_or_cells_are_refused(tmp_path, good):
    none = changed(good, {"xl/workbook.xml": lambda old: re.sub(rb"<sheet .*?/>", b"", old)})
    assert "has no sheets" in refusal(tmp_path, none)
    empty = bytes_of(write_xlsx(tmp_path / "e.xlsx", [], Other=[]))
    assert "no sheet holds any answers (Sheet1, Other)" in refusal(tmp_path, empty)
    path = write_xlsx(tmp_path / "answers.xlsx", [], Other=per_pillar())
    with pytest.raises(SurveyError, match="the sheet “Sheet1” is empty"):
        read_answers(path, PILLARS, sheet="Sheet1")


def test_a_word_document_and_other_zips_are_named(tmp_path):
    def zipped(*names):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "a,b\n1,2\n")
        return out.getvalue()

    assert "is a Word document" in refusal(tmp_path, zipped("word/document.xml"))
    assert "an OpenDocument file of another kind" in refusal(tmp_path, zipped("content.xml"))
    assert "is a zip without a spreadsheet" in refusal(tmp_path, zipped("picture.jpg"))
    assert "is a zip of 2 tables" in refusal(tmp_path, zipped("a.csv", "b.csv"))


def test_a_zip_of_one_table_is_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "answers.csv.zip", "w") as archive:
        archive.writestr("folder/Title.csv", bytes_of(write_csv(tmp_path / "t.csv", per_pillar())))
        archive.writestr("__MACOSX/._Title.csv", b"x")
    assert read_answers(tmp_path / "answers.csv.zip", PILLARS).report.complete == 6


def test_missing_files_and_folders_are_said_to_be_so(tmp_path):
    with pytest.raises(SurveyError, match=r"gone\.xlsx was not found"):
        read_answers(tmp_path / "gone.xlsx", PILLARS)
    (tmp_path / "dangling.xlsx").symlink_to(tmp_path / "nowhere")
    with pytest.raises(SurveyError, match=r"dangling\.xlsx was not found"):
        read_answers(tmp_path / "dangling.xlsx", PILLARS)
    (tmp_path / "loop.xlsx").symlink_to(tmp_path / "loop.xlsx")
    with pytest.raises(SurveyError, match="cannot be opened"):
        read_answers(tmp_path / "loop.xlsx", PILLARS)
    with pytest.raises(SurveyError, match="is a folder"):
        read_answers(tmp_path, PILLARS)


@pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576", "A0:AZ9", "D10:A1", "ZZZZ1:ZZZZZ9", ""])
def test_what_a_sheet_claims_of_its_size_is_ignored(tmp_path, good, dimension):
    lying = changed(good, {SHEET: lambda old: re.sub(rb'ref="A1:H7"', f'ref="{dimension}"'.encode(), old)})
    assert read(tmp_path, lying).report.complete == 6


def test_iso_strict_names_and_prefixes_are_read(tmp_path, good):
    def strict(old):
        return old.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/s")

    assert read(tmp_path, changed(good, {SHEET: strict, "xl/workbook.xml": strict})).report.complete == 6


def test_hidden_sheets_are_listed_and_told(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", per_pillar(), Old=per_pillar(), Notes=[["n"]])
    workbook = openpyxl.load_workbook(path)
    workbook["Old"].sheet_state = "veryHidden"
    workbook.save(path)
    found = inspect_file(path, PILLARS)
    assert [(s.name, s.hidden) for s in found.sheets] == [("Sheet1", False), ("Old", True), ("Notes", False)]
    assert found.chosen == "Sheet1"
    assert any("“Old” is hidden" in english(told) for told in found.notices)


def test_two_sheets_of_one_name_are_told_apart(tmp_path, good):
    second = b'<sheet name="Sheet1" sheetId="9" state="visible" r:id="rId1" /></sheets>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(good, {"xl/workbook.xml": lambda old: old.replace(
        b"</sheets>", second.replace(b"r:id", re.search(rb"(\w+:id)=", old)[1])
    )}))  # fmt: skip
    found = inspect_file(path, PILLARS)
    assert [sheet.name for sheet in found.sheets] == ["Sheet1", "Sheet1 (same name 2)"]
    assert any("has the same name as another sheet" in english(told) for told in found.notices)


def test_formulas_count_by_their_stored_value_and_are_named_without_one(tmp_path):
    rows = per_pillar()
    rows[1][6] = "=1900+70"
    imported = read_answers(write_xlsx(tmp_path / "a.xlsx", rows), PILLARS)
    assert imported.responses.birth_year[0] == 0
    assert "cell G2: a formula without a stored value was left blank" in english(imported.report.corrected[0].reason)
    assert not any("stored values were used" in english(told) for told in imported.report.notices)


def test_damaged_cells_are_named_with_their_place(tmp_path, good):
    def damaged(old):
        old = old.replace(b'<c r="G2" t="n"><v>1970</v></c>', b'<c r="G2" t="s"><v>99999</v></c>')
        old = old.replace(b'<c r="G3" t="n"><v>1971</v></c>', b'<c r="G3"><v>1_971</v></c><c r="AAAA3"><v>1</v></c>')
        return old.replace(b'<c r="G4" t="n"><v>1972</v></c>', b'<c r="G4"><v>1972</v></c><c r="G4"><v>1975</v></c>')

    imported = read(tmp_path, changed(good, {SHEET: damaged}))
    sentences = [english(entry.reason) for entry in imported.report.corrected]
    assert any("cell G2 is damaged (“99999”)" in sentence for sentence in sentences)
    assert any("cell G3: “1_971” is not a number" in sentence for sentence in sentences)
    assert any("impossible place “AAAA3”" in sentence for sentence in sentences)
    assert any("cell G4 is in the file twice; the first was kept" in sentence for sentence in sentences)
    assert list(imported.responses.birth_year[:3]) == [0, 0, 1972]


def test_rows_in_disorder_are_all_kept_in_order(tmp_path, good):
    def disordered(old):
        rows = re.findall(rb"<row .*?</row>", old)
        return old.replace(b"".join(rows), b"".join([rows[0], *reversed(rows[1:]), rows[1]]))

    imported = read(tmp_path, changed(good, {SHEET: disordered}))
    assert list(imported.responses.rows) == [2, 2, 3, 4, 5, 6, 7]
    assert "row 2 is in the file twice" in english(imported.report.corrected[0].reason)


TEXT = "Pełna nazwa – żółć"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_in_every_form_is_read_without_a_word(tmp_path, encoding):
    rows = per_pillar()
    rows[1][7] = TEXT
    imported = read_answers(write_csv(tmp_path / "a.csv", rows, encoding=encoding), PILLARS)
    assert TEXT in imported.responses.segment("gender").labels
    assert imported.report.notices == ()


def test_other_encodings_are_guessed_told_and_changeable(tmp_path):
    rows = per_pillar()
    rows[1][7] = TEXT
    path = write_csv(tmp_path / "a.csv", rows, encoding="cp1250")
    guessed = read_answers(path, PILLARS)
    assert "was read as Windows-1252" in english(guessed.report.notices[0])
    chosen = read_answers(path, PILLARS, encoding="cp1250")
    assert TEXT in chosen.responses.segment("gender").labels
    assert chosen.mapping.encoding == "cp1250"
    assert read_answers(path, PILLARS, mapping=chosen.mapping).mapping.encoding == "cp1250"
    with pytest.raises(SurveyError, match="is no text encoding known here"):
        read_answers(path, PILLARS, encoding="klingon")
    with pytest.raises(SurveyError, match="is no text encoding known here"):
        read_answers(path, PILLARS, encoding="base64")


def test_mac_roman_bytes_that_windows_1252_lacks_break_nothing(tmp_path):
    data = bytes_of(write_csv(tmp_path / "t.csv", per_pillar()))
    imported = read(tmp_path, data.replace(b"women", b"wo\x8c\xe6\x81\x8d\x8f\x90\x9den"), "answers.csv")
    assert imported.report.complete == 6


def test_lines_in_another_encoding_are_named(tmp_path):
    first = bytes_of(write_csv(tmp_path / "a.csv", [*per_pillar(), ["R", 1, 2, 3, 4, 5, 1980, "żółć"]]))
    data = first + "R,1,2,3,4,5,1980,grün\r\n".encode("cp1252")
    imported = read(tmp_path, data, "answers.csv")
    assert {"żółć", "grün"} <= set(imported.responses.segment("gender").labels)
    assert "begin with line 9" in english(imported.report.notices[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_delimiters_and_line_ends_are_found(tmp_path, delimiter, end):
    rows = per_pillar()
    rows[1][7] = f"a {delimiter} in quotes\nand a break \u2028 \x85 inside"
    imported = read_answers(write_csv(tmp_path / "a.csv", rows, delimiter=delimiter, end=end), PILLARS)
    assert imported.mapping.delimiter == delimiter
    assert imported.report.complete == 6


def test_a_separator_line_is_not_a_heading(tmp_path):
    data = b"sep=;\r\n" + bytes_of(write_csv(tmp_path / "t.csv", per_pillar(), delimiter=";"))
    imported = read(tmp_path, data, "answers.csv")
    assert imported.report.complete == 6
    assert imported.responses.rows[0] == 2


def test_a_quotation_mark_that_never_closes_is_refused_with_its_line(tmp_path):
    data = bytes_of(write_csv(tmp_path / "t.csv", per_pillar())).replace(b"R2,", b'"R2,', 1)
    assert "the quotation mark that opens in or after line 4 is never closed" in refusal(tmp_path, data, "answers.csv")
    assert "line 4" in refusal(tmp_path, data + b"x" * 2_000_000, "answers.csv")


def test_a_line_without_end_is_refused(tmp_path):
    assert "line 1 is longer than 16 million" in refusal(tmp_path, b"a," * 9_000_000, "answers.csv")


def test_uneven_rows_and_nuls_are_told(tmp_path):
    data = bytes_of(write_csv(tmp_path / "t.csv", per_pillar()))
    data = data.replace(b",1971,women", b",1971,women,more,cells").replace(b"R3", b"R\x003")
    imported = read(tmp_path, data, "answers.csv")
    sentences = [english(told) for told in imported.report.notices]
    assert any("longer or shorter than most (1): 3. Row 3 has 10 cells for 8." in s for s in sentences)
    assert any("line 5: NUL characters were removed (1)" in s for s in sentences)
    assert imported.report.complete == 6


@given(data=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", OLE, b'"a","b"\r\n', b"\xff\xfe"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_end_in_a_result_or_one_sentence(tmp_path, data, start):
    path = tmp_path / "any"
    path.write_bytes(start + data)
    assert_at_most_one_sentence(path)


CELLS = st.sampled_from(["", "1", "2", "3", "x", "5", "#N/A", "Speed;Value"])


@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_row_is_accounted_for(tmp_path, rows):
    path = write_csv(tmp_path / "any.csv", [per_pillar()[0], *rows])
    report = read_answers(path, PILLARS).report
    assert report.read == report.complete + report.partial + report.empty + len(report.left_out)
    assert report.read == sum(any(row) for row in rows)


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(-5, 2100), st.text(max_size=5), st.booleans(), st.floats(
    -1e300, 1e300)), min_size=1, max_size=5), min_size=1, max_size=6))  # fmt: skip
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cells_are_what_openpyxl_reads(tmp_path, rows):
    # No floats beyond 1e300: openpyxl writes 16 digits, which rounds the largest ones up to infinity.
    rows = [[None if isinstance(v, str) and not v.isprintable() else v for v in row] for row in rows]
    rows = [[None if isinstance(v, str) and v.startswith(("=", "#")) else v for v in row] for row in rows]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    source = open_source(path)
    table = source.read("Sheet1", lambda done, total: None).table
    source.close()
    ours = {
        (int(row), column.position): text
        for column in table.columns
        for row, text, kind in zip(table.rows, column.texts, column.kinds, strict=True)
        if kind
    }
    theirs = {  # openpyxl reads an empty text as nothing, and so do we
        (cell.row, cell.column): cell.value
        for row in openpyxl.load_workbook(path).active.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert ours.keys() == theirs.keys()
    for place, value in theirs.items():
        if isinstance(value, bool):
            assert ours[place] == str(value).upper()
        elif isinstance(value, int | float):
            assert float(ours[place]) == value
        else:
            assert ours[place] == value


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("5", "5"), ("5.0", "5"), ("3.5", "3.5"), ("1E3", "1000"), ("-0", "0"), ("0.1", "0.1"), ("007", "7"),
        ("12345678901234567890", "12345678901234567890"), ("9007199254740993", "9007199254740993"),
        ("1e309", None), ("NaN", None), ("1_000", None), ("٥", None), ("0x10", None), ("", None),
    ],
)
def test_numbers_are_their_shortest_exact_text(written, text):
    assert number_text(written) == text


@pytest.mark.parametrize(
    ("serial", "text"),
    [
        ("59", "1900-02-28"), ("60", None), ("61", "1900-03-01"), ("31413", "1986-01-01"), ("-1", None),
        ("2958465", "9999-12-31"), ("2958466", None), ("45717.5", "2025-03-01T12:00:00"), ("0.25", "06:00:00"),
    ],
)
def test_days_are_those_a_spreadsheet_shows_or_none(serial, text):
    assert date_text(serial, False) == text


def test_shared_texts_are_those_of_their_cells(tmp_path):
    shared = read_answers(write_shared(tmp_path / "a.xlsx", per_pillar()), PILLARS)
    inline = read_answers(write_xlsx(tmp_path / "b.xlsx", per_pillar()), PILLARS)
    assert [column.texts for column in shared.table.columns] == [column.texts for column in inline.table.columns]


def test_how_a_text_is_pronounced_is_no_part_of_it(tmp_path, good):
    spoken = b"<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh>" * 100

    def with_phonetics(old):
        return old.replace(b"<t>women</t>", b"<r><t>wo</t></r><r><t>men</t></r>" + spoken)

    imported = read(tmp_path, changed(good, {SHEET: with_phonetics}))
    assert imported.responses.segment("gender").labels == ("men", "women")


def test_dates_that_count_from_1904_are_the_same_days():
    assert date_text("29951", True) == "1986-01-01"


def test_formats_that_show_dates_are_told_from_others():
    assert is_date_format(14, "")
    assert is_date_format(164, 'yyyy\\-mm\\-dd')
    assert is_date_format(164, "[h]:mm")
    assert not is_date_format(164, '[Red]0 "days"')
    assert not is_date_format(164, "General")
    assert not is_date_format(1, "")
