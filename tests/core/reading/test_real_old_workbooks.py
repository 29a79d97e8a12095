"""Shapes that programs of the last thirty years really wrote and that the formats' descriptions do not mention."""

import datetime
import struct

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.progress import silent
from cxsurvey.reading.cell_texts import date_text
from cxsurvey.reading.source import open_source
from tests.core.reading.old_files import compound, record, stream_of, write_ods_content, write_xls, write_xlsb


def cells(path):
    """Each filled cell of the first sheet: (row, column) -> (text, kind)."""
    source = open_source(path)
    table = source.read(source.sheets[0].name, silent).table
    source.close()
    return {
        (int(row), column.position): (text, int(kind))
        for column in table.columns
        for row, text, kind in zip(table.rows, column.texts, column.kinds, strict=True)
        if kind
    }


def xls(tmp_path, body, **more):
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Workbook": stream_of(body, **more)}))
    return path


def table(*given_cells):
    return f'<table:table table:name="S"><table:table-row>{"".join(given_cells)}</table:table-row></table:table>'


NUMBER = '<table:table-cell office:value-type="float" office:value="5"/>'


@pytest.mark.parametrize("kind", [0x0006, 0x0206, 0x0406])
def test_formulas_of_excel_3_and_4_within_a_newer_workbook_are_read(tmp_path, kind):
    formula = record(kind, struct.pack("<HHHd", 0, 0, 0, 3.5) + struct.pack("<HIH", 0, 0, 0))
    assert cells(xls(tmp_path, formula)) == {(1, 1): ("3.5", 2)}


def test_a_format_whose_length_is_wrong_still_tells_dates(tmp_path):
    formats = record(0x041E, struct.pack("<HHB", 164, 900, 0) + b"yyyy\\-mm\\-dd")
    formats += record(0x041E, struct.pack("<HHB", 165, 900, 0) + b"#,##0.00")
    formats += b"".join(record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (164, 165))
    numbers = b"".join(record(0x0203, struct.pack("<HHHd", 0, place, place, 45_658)) for place in (0, 1))
    found = cells(xls(tmp_path, numbers, before=formats))
    assert found == {(1, 1): ("2025-01-01", 3), (1, 2): ("45658", 2)}


def test_a_time_of_day_is_the_same_whenever_days_count_from():
    assert date_text("0.5", True) == date_text("0.5", False) == "12:00:00"
    assert date_text("0", True) == "1904-01-01"


@pytest.mark.parametrize(("kind", "writer"), [("xls", write_xls), ("xlsb", write_xlsb)])
def test_cells_of_like_bytes_are_told_apart_by_kind_and_style(tmp_path, kind, writer):
    day = datetime.date(2025, 1, 1)
    rows = [["a", 0, 45_658, day, 0.5, None], ["b", 1, 45_658, day, 0.5, "a"], [1, "a", day, 45_658, None, 0.5]] * 3
    found = cells(writer(tmp_path / f"a.{kind}", rows))
    expected = {str: 1, int: 2, float: 2, datetime.date: 3}
    assert found == {
        (row, column): (str(value), expected[type(value)])
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }


def manifest(declared):
    return f'<?xml version="1.0"?><!DOCTYPE manifest:manifest {declared}><manifest:manifest xmlns:manifest="m"/>'


def test_the_manifest_may_name_its_document_type_as_openoffice_2_did(tmp_path):
    named = manifest('PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"')
    assert cells(write_ods_content(tmp_path / "a.ods", table(NUMBER), manifest=named)) == {(1, 1): ("5", 2)}


def test_a_manifest_that_declares_anything_is_refused(tmp_path):
    path = write_ods_content(tmp_path / "a.ods", table(NUMBER), manifest=manifest('[<!ENTITY e "x">]'))
    with pytest.raises(SurveyError, match="holds a document type"):
        open_source(path)


def test_a_length_of_time_may_be_written_as_on_a_clock(tmp_path):
    time = 'office:value-type="time" office:time-value="09:55:33"'
    cell = f"<table:table-cell {time}><text:p>9:55</text:p></table:table-cell>"
    assert cells(write_ods_content(tmp_path / "a.ods", table(cell))) == {(1, 1): ("09:55:33", 3)}
