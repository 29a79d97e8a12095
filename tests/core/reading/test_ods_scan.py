"""Both ways through an OpenDocument: the fast one gives what reading every element gives, or leaves it to that."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError
from cxsurvey.progress import silent
from cxsurvey.reading.archive import Archive
from cxsurvey.reading.ods import OpenDocument, read_elements
from cxsurvey.reading.ods_scan import read_plain
from cxsurvey.reading.xml_text import Declined
from tests.core.reading.files import per_pillar
from tests.core.reading.old_files import Failed, write_ods, write_ods_content


def flat(handler):
    """All that was read, sheet by sheet."""
    read = [(sheet, handler.read[sheet.name]) for sheet in handler.sheets]
    return [
        (sheet, found.table.sheet, found.table.rows.tolist(), found.merged, list(found.problems), found.notices,
         dict(found.formulas), [(c.position, list(c.texts), list(c.kinds)) for c in found.table.columns])
        for sheet, found in read
    ]  # fmt: skip


def scanned(path):
    """The document the fast way, which must not decline it and must give what its elements give."""
    archive = Archive(path, path.name)
    fast = flat(read_plain(archive, lambda done: None))
    assert fast == flat(read_elements(archive, lambda done: None))
    return fast


def declined(path):
    archive = Archive(path, path.name)
    with pytest.raises(Declined):
        read_plain(archive, lambda done: None)
    return OpenDocument(archive, silent)


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(text="a", more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def document(tmp_path, *rows, between="", name="S"):
    return write_ods_content(tmp_path / "a.ods", f'<table:table table:name="{name}">{between.join(rows)}</table:table>')


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)
values = st.one_of(
    st.none(), texts, st.booleans(), st.integers(1, 5), st.floats(allow_nan=False, allow_infinity=False),
    st.dates(datetime.date(1900, 3, 1)), st.sampled_from([Failed("#N/A"), Failed("#DIV/0!")]),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(values, max_size=6), max_size=6), st.lists(st.lists(values, max_size=3), max_size=3))
def test_any_cells_are_read_alike_both_ways(tmp_path, rows, others):
    scanned(write_ods(tmp_path / "a.ods", rows, Other=others))


def test_answers_are_read_the_fast_way(tmp_path):
    (read,) = scanned(write_ods(tmp_path / "a.ods", per_pillar(), merged=((2, 3, 1, 2),)))
    assert read[3] == ((2, 3, 1, 2),)


def test_rows_and_cells_that_stand_for_many_are_each_there(tmp_path):
    twice, thrice = ' table:number-columns-repeated="2"', ' table:number-rows-repeated="3"'
    (read,) = scanned(document(
        tmp_path, row('<table:table-cell table:number-columns-repeated="3"/>', more=thrice),
        row(cell(), cell("b", twice)), row(cell("c", twice), more=thrice), row(cell("d")),
    ))  # fmt: skip
    assert read[2] == [4, 5, 6, 7, 8]
    assert [column[1] for column in read[7]] == [["a", "c", "c", "c", "d"], ["b", "c", "c", "c", ""], ["b", *[""] * 4]]


def test_formulas_and_cells_that_cannot_be_taken_are_told_alike(tmp_path):
    def value(written, formula=""):
        return f'<table:table-cell office:value-type="float" office:value="{written}"{formula}/>'

    sum_of = ' table:formula="of:=[.A1]+1"'
    bad = row(value("1E999"), value("3", sum_of), value("", sum_of), '<table:table-cell table:formula="of:=1"/>')
    (read,) = scanned(document(tmp_path, bad, row(cell()), bad))
    assert len(read[4]) == 6
    assert dict(read[5][0].values)["n"] == 4


def test_groups_of_rows_and_breaks_of_pages_are_passed_over(tmp_path):
    group = f"<table:table-row-group>{row(cell('b'))}</table:table-row-group>"
    group = f"<table:table-row-group>{group}</table:table-row-group>"
    header = f"<table:table-header-rows>{row(cell())}</table:table-header-rows>"
    (read,) = scanned(document(tmp_path, header, group, row(cell("c")), between="\n <text:soft-page-break/>\n "))
    assert read[7][0][1] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "odd",
    [
        f"<!-- {row(cell('hidden'))} -->",
        row(cell("<![CDATA[</table:table-cell>]]>")),
        row("<!-- </table:table-cell> -->"),
        row(f'<table:table-cell><table:table table:name="in">{row(cell())}</table:table></table:table-cell>'),
        row('<table:table-cell office:value-type="string" table:style-name="a>b"/>'),
        row(cell(), "text between"),
        '<table:table-row table:style-name="x"/>',
    ],
)
def test_what_cannot_be_taken_apart_for_certain_is_left_to_elements(tmp_path, odd):
    read = declined(document(tmp_path, row(cell("first")), odd)).read("S", silent)
    assert read.table.columns[0].texts[0] == "first"
    assert "hidden" not in read.table.columns[0].texts


@pytest.mark.parametrize("odd", [row("<table:table-cell>"), row(cell("<text:span>")), "<table:table-row>", "</x>"])
def test_half_a_cell_is_refused_either_way(tmp_path, odd):
    archive = Archive(document(tmp_path, row(cell()), odd), "a.ods")
    with pytest.raises(SurveyError, match=r"content\.xml"):
        OpenDocument(archive, silent)


def test_sheets_are_told_apart_also_where_pieces_end(tmp_path):
    rows = [[f"{place} {'x' * 50}", place, 4] for place in range(9_000)]
    first, second = scanned(write_ods(tmp_path / "a.ods", rows, Other=rows[:10], hidden=("Other",)))
    assert (len(first[2]), len(second[2])) == (9_000, 10)
    assert second[0].hidden


def test_a_few_bytes_that_stand_for_too_many_cells_are_refused(tmp_path):
    many = row(cell("a", ' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1000000"')
    with pytest.raises(SurveyError, match="more than 5 million cells"):
        declined(document(tmp_path, row(cell()), many))
