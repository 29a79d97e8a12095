"""Workbooks that are not ``.xlsx`` and cannot be read: each ends in one sentence, within its bounds."""

import datetime
import io
import random
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError, english
from cxsurvey.progress import silent
from cxsurvey.reading.source import open_source
from tests.core.reading.files import PILLARS, assert_at_most_one_sentence, inspect_file, per_pillar
from tests.core.reading.old_files import (
    brt,
    compound,
    record,
    stream_of,
    write_ods_content,
    write_xls,
    write_xlsb,
)
from tests.core.reading.test_old_workbooks import each_kind, written


def refusal(path):
    with pytest.raises(SurveyError) as refused:
        inspect_file(path, PILLARS)
    sentence = str(refused.value)
    assert "Nothing was changed" in sentence
    assert path.name in sentence
    assert len(sentence) <= 300
    return sentence


# What is no workbook, or may not be read


def test_protected_workbooks_say_so(tmp_path):
    path = tmp_path / "answers.xlsx"
    path.write_bytes(compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}))
    assert "is protected with a password" in refusal(path)
    path.write_bytes(compound({"Workbook": stream_of(b"", before=record(0x002F, b"\x01\x00" + b"\0" * 52))}))
    assert "is protected with a password" in refusal(path)
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    write_ods_content(path, "", manifest=manifest)
    assert "is protected with a password" in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:  # as LibreOffice does since 24.8
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("encrypted-package", "x")
    assert "is protected with a password" in refusal(path)


@pytest.mark.parametrize(
    ("streams", "words"),
    [
        ({"WordDocument": b"x"}, "is a Word document, not a spreadsheet"),
        ({"PowerPoint Document": b"x"}, "is a PowerPoint presentation"),
        ({"__properties_version1.0": b"x"}, "is a mail message"),
        ({"䡀㼿䕷": b"x"}, "is an installer or a document of another program"),
    ],
)
def test_other_compound_files_are_named(tmp_path, streams, words):
    path = tmp_path / "answers.xls"
    path.write_bytes(compound(streams))
    assert words in refusal(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00", "older than Excel 5"),
        (b"<html><table><tr><td>1</td></tr></table>", "is a web page or XML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "XML of Excel 2003"),
        (compound({"Book": record(0x0809, b"\x00\x04\x05\x00")}), "older than Excel 5"),
    ],
)
def test_what_only_calls_itself_xls_is_named(tmp_path, data, words):
    path = tmp_path / "answers.xls"
    path.write_bytes(data)
    assert words in refusal(path)


def test_other_open_documents_are_named(tmp_path):
    path = write_ods_content(tmp_path / "a.ods", "", mimetype="application/vnd.oasis.opendocument.text")
    assert "is an OpenDocument file of another kind" in refusal(path)
    assert "has no sheets" in refusal(write_ods_content(path, ""))


# Hostile and broken files


@each_kind
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_workbook_cut_short_is_refused(tmp_path, kind, share):
    path = written(tmp_path, kind, per_pillar([(0, 1, 2, 3, 4)] * 400))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "is incomplete or damaged" in refusal(path)


def repeats(tmp_path, columns, rows, value='office:value-type="float" office:value="5"'):
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" {value}/>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return write_ods_content(tmp_path / "a.ods", f'<table:table table:name="S">{row}</table:table>')


@pytest.mark.parametrize(("columns", "rows"), [(10**9, 1), (1, 10**9), (49, 10**6), (16384, 1048576), (10**30, 10**30)])
def test_cells_that_stand_for_too_many_are_refused_before_any_is_made(tmp_path, columns, rows):
    assert "has more than 5 million cells" in refusal(repeats(tmp_path, columns, rows))


def test_repeats_beyond_the_last_place_are_named_once_a_row(tmp_path):
    path = repeats(tmp_path, 16386, 2)
    source = open_source(path)
    read = source.read("S", silent)
    assert (len(read.table.rows), len(read.table.columns)) == (2, 16384)
    assert [english(p.reason).split(" was left out")[0] for p in read.problems] == [
        "S, row 1: a cell with the impossible place “XFE1”", "S, row 2: a cell with the impossible place “XFE2”",
    ]  # fmt: skip


def test_empty_repeats_cost_nothing(tmp_path):
    with pytest.raises(SurveyError, match="no sheet holds any answers"):
        inspect_file(repeats(tmp_path, 10**9, 10**9, value=""), PILLARS)


def test_a_document_type_in_an_open_document_is_refused(tmp_path):
    path = write_ods_content(tmp_path / "a.ods", "", head='<!DOCTYPE x [<!ENTITY e "1">]>')
    assert "holds a document type" in refusal(path)


@pytest.mark.parametrize(("kind", "part"), [("ods", "content.xml"), ("xlsb", "xl/worksheets/sheet1.bin")])
def test_parts_that_unpack_beyond_reason_are_refused(tmp_path, kind, part):
    path = written(tmp_path, kind, per_pillar())
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry) + (b" " * 30_000_000 if entry.filename == part else b""))
    path.write_bytes(out.getvalue())
    assert "is packed more than 200 to 1" in refusal(path)


@pytest.mark.parametrize("place", ["next", "directory", "tables"])
def test_loops_in_a_compound_file_end_in_a_refusal(tmp_path, place):
    path = write_xls(tmp_path / "a.xls", per_pillar([(0, 1, 2, 3, 4)] * 400))
    data = bytearray(path.read_bytes())
    first_table = struct.unpack_from("<I", data, 76)[0]
    if place == "next":  # every sector follows itself
        struct.pack_into("<128I", data, 512 * (first_table + 1), *range(128))
    elif place == "directory":
        struct.pack_into("<I", data, 48, first_table)
    else:
        struct.pack_into("<II", data, 68, first_table, 9)
        struct.pack_into("<I", data, 512 * (first_table + 2) - 4, first_table)
    path.write_bytes(bytes(data))
    assert "is incomplete or damaged" in refusal(path)


def test_a_sheet_that_begins_nowhere_is_refused(tmp_path):
    path = tmp_path / "a.xls"
    stream = bytearray(stream_of(b""))
    struct.pack_into("<I", stream, stream.index(b"\x85\x00") + 4, 0x7FFFFFFF)
    path.write_bytes(compound({"Workbook": bytes(stream)}))
    assert "is incomplete or damaged" in refusal(path)


def test_two_sheets_in_one_place_are_refused(tmp_path):
    sheet = record(0x0085, struct.pack("<IBB", 4 + 16 + 2 * 13 + 4, 0, 0) + b"\x01\x00T")
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": stream_of(b"", before=sheet)}))
    assert "is incomplete or damaged" in refusal(path)


def test_cells_too_short_for_a_value_are_named(tmp_path):
    short = record(0x0203, struct.pack("<HHH", 0, 0, 0)) + record(0x00FD, struct.pack("<HHHI", 0, 1, 0, 99))
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": stream_of(short)}))
    source = open_source(path)
    read = source.read("S", silent)
    assert [(p.column, p.reason.code) for p in read.problems] == [("A", "cell_damaged"), ("B", "cell_damaged")]


def test_rows_no_binary_workbook_can_have_are_refused(tmp_path):
    path = write_xlsb(tmp_path / "a.xlsb", per_pillar())
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            beyond = brt(0, struct.pack("<I", 1 << 31) + b"\0" * 21) + brt(146)
            new.writestr(entry.filename, old.read(entry).replace(brt(146), beyond))
    path.write_bytes(out.getvalue())
    assert "a row has the impossible number" in refusal(path)


@each_kind
@given(seed=st.integers(0, 10**9), n=st.integers(1, 20))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changed_bytes_end_in_a_result_or_one_sentence(tmp_path, kind, seed, n):
    """Also within the parts, where no checksum helps."""
    path = written(tmp_path, kind, per_pillar(), hidden=("Old",), Old=[["x", datetime.date(2025, 3, 1)]])
    chance = random.Random(seed)
    if kind == "xls":
        path.write_bytes(spoiled(path.read_bytes(), chance, n))
    else:
        out = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
            hit = chance.choice([entry.filename for entry in old.infolist()])
            for entry in old.infolist():
                data = old.read(entry)
                new.writestr(entry.filename, spoiled(data, chance, n) if entry.filename == hit else data)
        path.write_bytes(out.getvalue())
    assert_at_most_one_sentence(path)


def spoiled(data, chance, n):
    changed = bytearray(data)
    for _ in range(n):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)
