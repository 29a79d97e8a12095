"""Comments that were stored as formulas are what people typed; formulas that calculate are left to their values."""

import re
import zipfile

import pytest
import xlsxwriter

from cxsurvey.notices import english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.formulas import refers
from cxsurvey.reading.importing import decode_again
from tests.core.reading.files import PILLARS, inspect_file, per_pillar, read_answers, write_xlsx
from tests.core.reading.old_files import ods_cells, write_ods_content


def table(comments):
    rows = per_pillar()
    return [[*rows[0][:7], "Any comments?"]] + [[*row[:7], text] for row, text in zip(rows[1:], comments, strict=True)]


def workbook(path, comments):
    """Each comment a text, or a formula with the value stored for it."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Sheet1")
        for number, row in enumerate(table([""] * 6)):
            sheet.write_row(number, 0, row)
        for number, comment in enumerate(comments, 1):
            if isinstance(comment, tuple):
                sheet.write_formula(number, 7, comment[0], None, comment[1])
            else:
                sheet.write_string(number, 7, comment)
    return path


def changed(path, old, new):
    """The workbook with one cell's XML written in another way."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    written, n = re.subn(old, new, sheet, count=1)
    assert n == 1
    parts["xl/worksheets/sheet1.xml"] = written.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def told(imported):
    return [entry for entry in imported.report.corrected if entry.reason.code == ReadingNotice.FORMULA_AS_TYPED]


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='H2'><f>1+1</f><v>0</v></c>", "<c r='H2'><f>1+1</f></c>", "<c r='H2' t='s'><f>=1+1</f></c>",
        "<c r='H2'><f>1+1</f><v></v></c>", "<c r='H2' t='str'><f>1+1</f><v></v></c>",
        "<c r='H2' t='e'><f>1+1</f><v>#NAME?</v></c>", "<c r='H2' t='b'><f>1+1</f><v>1</v></c>",
        "<c r='H2' s='1'><f> 1+1 </f><v>2</v></c>",
    ],
)  # fmt: skip
def test_a_comment_stored_as_a_formula_is_read_as_typed(tmp_path, cell):
    path = workbook(tmp_path / "a.xlsx", [("=1+1", 0), "ok", "", "", "", ""])
    imported = read_answers(changed(path, r'<c r="H2">.*?</c>', cell.replace("'", '"')), PILLARS)
    assert imported.responses.comments == ("=1+1", "ok", "", "", "", "")
    assert [(entry.row, entry.column, entry.value) for entry in imported.report.corrected] == [(2, "H", "=1+1")]
    assert english(imported.report.corrected[0].reason) == (
        "Sheet1, cell H2: “=1+1” was stored as a formula. It answers a question of text, so it was read as typed; "
        "nothing was calculated."
    )
    assert not any(one.code == ReadingNotice.FORMULAS_USED for one in imported.report.notices)


def test_openpyxl_writes_no_value_and_the_text_is_there_all_the_same(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", table(["=1+1", "ok", "=haha", "=SUM(A1", "", "==x"]))
    imported = read_answers(path, PILLARS)
    assert imported.responses.comments == ("=1+1", "ok", "=haha", "=SUM(A1", "", "=x")
    assert len(told(imported)) == len(imported.report.corrected) == 4


def test_a_formula_that_gave_a_text_keeps_it_and_those_like_it_are_calculations(tmp_path):
    comments = [("=A2", "said so"), ("=A3&B3", 0), ("=A4", ""), ("=1+1", 0), ('="A1"&"x"', "A1x"), "ok"]
    imported = read_answers(workbook(tmp_path / "a.xlsx", comments), PILLARS)
    assert imported.responses.comments == ("said so", "0", "", "=1+1", "A1x", "ok")
    assert [entry.row for entry in told(imported)] == [5]
    used = [english(one) for one in imported.report.notices if one.code == ReadingNotice.FORMULAS_USED]
    assert used == ["Sheet1: cells that are formulas: 3. Their stored values were used; nothing was calculated."]


def test_formulas_in_other_columns_stay_as_they_are(tmp_path):
    rows = table(["ok"] * 6)
    rows[1][6] = "=1900+70"
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    imported = read_answers(path, PILLARS)
    assert imported.responses.birth_year[0] == 0
    assert [entry.reason.code for entry in imported.report.corrected] == [ReadingNotice.FORMULA_WITHOUT_VALUE]


def test_what_was_typed_stays_when_the_columns_are_read_again(tmp_path):
    imported = read_answers(workbook(tmp_path / "a.xlsx", [("=1+1", 0), "ok", "", "", "", ""]), PILLARS)
    again = decode_again(imported, imported.mapping, PILLARS)
    assert again.responses.comments == imported.responses.comments
    assert told(again) == told(imported)


def test_an_open_document_gives_the_same(tmp_path):
    rows = table(["typed", "calculated", "ok", "", "", ""])
    cells = "".join(f"<table:table-row>{ods_cells(row)}</table:table-row>" for row in rows)
    typed = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p>'
    given = '<table:table-cell table:formula="of:=[.A3]" office:value-type="string"><text:p>calculated</text:p>'
    for text, new in (("typed", typed), ("calculated", given)):
        cells, n = re.subn(rf"<table:table-cell[^>]*><text:p>{text}</text:p>", new, cells)
        assert n == 1
    path = tmp_path / "a.ods"
    write_ods_content(path, f'<table:table table:name="Sheet1">{cells}</table:table>')
    imported = read_answers(path, PILLARS)
    assert imported.responses.comments == ("=1+1", "calculated", "ok", "", "", "")
    assert len(told(imported)) == 1


def test_errors_among_comments_are_named(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ["x", "ok", "", "", "", ""])
    cell = '<c r="H2" t="e"><v>#N/A</v></c>'
    imported = read_answers(changed(path, r'<c r="H2".*?</c>', cell), PILLARS)
    assert imported.responses.comments == ("", "ok", "", "", "", "")
    assert [entry.reason.code for entry in imported.report.corrected] == [ReadingNotice.CELL_IS_ERROR]


def test_looking_at_a_file_reads_the_same(tmp_path):
    found = inspect_file(workbook(tmp_path / "a.xlsx", [("=1+1", 0), "ok", "", "", "", ""]), PILLARS)
    assert not any(one.code == ReadingNotice.FORMULAS_USED for one in found.notices)


@pytest.mark.parametrize("formula", ["A1", "$B$2*2", "SUM(C3:D9)", "Sheet2!A1", "IF(AA10,1,2)", "[1]x"])
def test_a_formula_that_names_cells_is_known(formula):
    assert refers(formula)


@pytest.mark.parametrize("formula", ["1+1", "haha", "NOW()", '"A1"&"B2"', "LOG10(5)", "1E5", "a1"])
def test_a_formula_that_names_none_is_known(formula):
    assert not refers(formula)
