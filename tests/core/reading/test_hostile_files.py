"""Files made to do harm, or spoilt by what made them: each is refused in a sentence, or what was not taken is named."""

import errno
import io
import zipfile

import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.reader.trouble import unreadable
from cxsurvey.reading.money import is_account, is_card
from cxsurvey.reading.other_columns import with_unique_keys
from cxsurvey.reading.text_table import LONGEST_FIELD
from cxsurvey.reading.values import ColumnRole, Role
from tests.core.reading.files import (
    ORDERS,
    PILLARS,
    inspect_file,
    per_pillar,
    read_answers,
    write_csv,
    write_shared,
    write_xlsx,
)

SHEET, TEXTS, KINDS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"


def changed(path, part, change, drop=()):
    """The workbook at the path with one part changed, or parts left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in drop:
                new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    path.write_bytes(out.getvalue())
    return path


def swapped(path, part, old, new):
    """The workbook with some bytes of a part exchanged once."""
    def exchange(data):
        assert old in data
        return data.replace(old, new, 1)

    return changed(path, part, exchange)


def refusal(path):
    with pytest.raises(SurveyError) as refused:
        read_answers(path, PILLARS)
    sentence = str(refused.value)
    assert path.name in sentence
    assert "Nothing was changed" in sentence
    assert len(sentence) <= 300
    return sentence


def told(path):
    """All sentences about an import."""
    report = read_answers(path, PILLARS).report
    return [*(english(entry.reason) for entry in report.corrected), *map(english, report.notices)]


def one(sentences, words):
    (found,) = [sentence for sentence in sentences if words in sentence]
    return found


def wide_rows(*more_heads, rows=6, cells=()):
    """Rows of a table with more columns, whose cells are given by the number of the row."""
    table = per_pillar()[: rows + 1]
    return [[*table[0], *more_heads], *([*row, *cells(number)] for number, row in enumerate(table[1:]))]


# --- workbooks ---


def test_a_document_type_is_refused_also_in_the_list_of_kinds_that_nobody_reads(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", per_pillar())
    swapped(path, KINDS, b"<Types", b'<!DOCTYPE z [<!ENTITY a "b">]><Types')
    assert "[Content_Types].xml holds a document type" in refusal(path)


@pytest.mark.parametrize("spoilt", [b"", b"\x01", b"\xff\xc0"])
def test_a_sheet_that_breaks_off_names_itself_and_its_last_whole_row(tmp_path, spoilt):
    path = write_xlsx(tmp_path / "a.xlsx", per_pillar(), sheet="Answers")
    changed(path, SHEET, lambda data: data[: data.index(b'<row r="4"') + 20] + spoilt)
    assert "the sheet “Answers” is damaged; row 3 is the last that can be read" in refusal(path)


@pytest.mark.parametrize("empty", [b"<v></v>", b"<v/>", b"<v>-1</v>", b"<v>1.5</v>", b"<v>99999999</v>"])
def test_a_shared_text_that_is_nowhere_is_no_silent_blank(tmp_path, empty):
    path = write_shared(tmp_path / "a.xlsx", per_pillar())
    changed(path, SHEET, lambda data: _with_value(data, b'r="H3"', empty))
    assert "cell H3 is damaged" in one(told(path), "damaged")


def _with_value(data, place, value):
    start = data.index(b"<v>", data.index(place))
    return data[:start] + value + data[data.index(b"</v>", start) + len(b"</v>") :]


def test_a_workbook_without_its_shared_texts_says_that_its_cells_are_damaged(tmp_path):
    path = changed(write_shared(tmp_path / "a.xlsx", per_pillar()), "", bytes, drop=(TEXTS,))
    sentence = refusal(path)
    assert "cells are damaged" in sentence
    assert "the first is A1" in sentence


def test_columns_headed_alike_are_told_apart(tmp_path):
    rows = wide_rows("Same", "Same", "Same", cells=lambda row: "ab"[row % 2] * 3)
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    names = [segment.name for segment in imported.responses.segments]
    assert names[-3:] == ["Same (I)", "Same (J)", "Same (K)"]
    assert "heading “Same” (3): I, J, K." in one(map(english, imported.report.notices), "same heading")


def test_thousands_of_columns_headed_alike_have_keys_of_their_own():
    roles = tuple(ColumnRole(column, "Same", Role.SEGMENT, key="same") for column in range(1, 16_385))
    assert len({role.key for role in with_unique_keys(roles)}) == len(roles)


def test_columns_without_a_heading_are_named_and_not_read(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", wide_rows("", cells=lambda row: "ab"[row % 2]))
    imported = read_answers(path, PILLARS)
    assert [segment.key for segment in imported.responses.segments] == ["gender"]
    assert "such as I2, were not read" in one(map(english, imported.report.notices), "without a heading")


def test_a_column_that_mixes_kinds_is_counted_and_its_errors_are_named(tmp_path):
    kinds = (5, "five", True, 5, "#N/A", "five")
    rows = [[*row, kinds[number % 6]] for number, row in enumerate(per_pillar(orders=ORDERS * 4), -1)]
    rows[0][-1] = "Region"
    sentences = told(write_xlsx(tmp_path / "a.xlsx", rows))
    assert "cell I6 shows the error #N/A" in sentences[0]
    assert "column I mixes kinds of cells: numbers 8, texts 8, dates 0, true or false 4" in one(sentences, "mixes")


def test_ids_that_lack_are_named(tmp_path):
    rows = per_pillar()
    rows[2][0] = rows[5][0] = ""
    assert "have one (2): 3, 6." in one(told(write_csv(tmp_path / "a.csv", rows)), "without a respondent id")


def test_accounts_and_cards_are_personal(tmp_path):
    accounts = ("DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "PL61109010140000071219812874")
    cards = ("4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009")
    rows = wide_rows("Contact", "Paid by", cells=lambda row: [accounts[row % 3], cards[row % 3]])
    left_out = one(told(write_csv(tmp_path / "a.csv", rows)), "personal data")
    assert "(2): Contact, Paid by" in left_out


@pytest.mark.parametrize("text", ["DE89370400440532013001", "R1", "12345678901234567890", "４111111111111111"])
def test_other_numbers_are_no_accounts_and_no_cards(text):
    assert not is_account(text)
    assert not is_card(text)


# --- text ---


def test_a_text_that_is_called_a_workbook_is_read_and_told(tmp_path):
    path = write_csv(tmp_path / "a.xlsx", per_pillar())
    assert "a.xlsx is a text table, whatever its name says" in one(told(path), "text table")


def test_quotation_marks_that_are_not_doubled_are_named_by_their_lines(tmp_path):
    path = write_csv(tmp_path / "a.csv", per_pillar())
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].replace("women", 'wo"me"n')
    lines[4] = lines[4].replace("women", '"wo ""me"" n" x')
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "on some lines (2): 3, 5." in one(told(path), "quotation marks")


def test_quotation_marks_that_stand_as_they_should_are_not_told(tmp_path):
    rows = per_pillar()
    rows[1][7] = 'said "so", and "so"\nagain: ""'
    assert not any("quotation" in sentence for sentence in told(write_csv(tmp_path / "a.csv", rows)))


@pytest.mark.parametrize("row", [1, 5])
def test_a_text_too_long_to_be_an_answer_is_named_with_its_cell(tmp_path, row):
    rows = per_pillar()
    rows[row][7] = "x" * (LONGEST_FIELD + 1)
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.report.complete == 6
    assert f"cell H{row + 1} holds more than 1000000" in english(imported.report.corrected[0].reason)


def test_lines_swallowed_by_a_quotation_mark_are_never_one_answer(tmp_path):
    rows = [[*row[:7], "x" * 500] for row in per_pillar(orders=ORDERS * 500)]
    path = write_csv(tmp_path / "a.csv", rows)
    path.write_bytes(path.read_bytes().replace(b"R2,", b'"R2,', 1).replace(b"R2900,", b'R2900",', 1))
    assert "line 4" in refusal(path)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    path = write_csv(tmp_path / "a.csv", per_pillar())
    with path.open("r+b") as file:
        file.truncate(200_000_000)  # holes: nothing is written
    assert "line 8 is longer than 16 million characters" in refusal(path)


def test_a_single_column_is_said_to_be_one(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Answers\n" + "\n".join(["Speed", "Reliability", "Speed"]), encoding="utf-8")
    assert "has only one column" in refusal(path)


def test_titles_above_the_heading_are_named(tmp_path):
    path = write_csv(tmp_path / "a.csv", [["Our survey"], ["2025"], [], *per_pillar()])
    sentence = "row 4 is read as the heading; rows above it were not read (2): 1, 2."
    assert sentence in one(told(path), "as the heading")
    assert any(sentence in english(notice) for notice in inspect_file(path, PILLARS).notices)


# --- the disk ---


def test_a_file_that_is_gone_changed_nothing(tmp_path):
    assert "was not found" in refusal(tmp_path / "gone.csv")


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "Free some space"), (errno.EIO, "cannot be opened")])
def test_what_the_disk_refuses_is_said(number, words):
    assert words in str(unreadable("a.csv", OSError(number, "no")))
