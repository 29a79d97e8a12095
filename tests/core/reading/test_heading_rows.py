"""Headings that end where a person says: the columns are found anew from the cells that are there."""

from dataclasses import replace

import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.reading.heading_rows import (
    can_move_headings,
    deepest_heading_row,
    last_heading_row,
    with_headings,
)
from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.values import Role
from tests.core.reading.files import read_answers

from .files import NAMES, ORDERS, PILLARS, ranks_of, write_csv

YEAR = 2026
RANK = "Rank of {0} (1 = most important)"


def read(tmp_path, rows, **options):
    return read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS, lenient=True, **options)


def moved(imported, row):
    """The import with its headings ending at that row."""
    mapping = with_headings(imported.table, imported.mapping, row, PILLARS, None, YEAR).mapping
    return decode_again(imported, mapping, PILLARS)


def ranks_read(imported):
    return [[rank // 2 for rank in row] for row in imported.responses.ranks.tolist()]


def test_headings_far_below_a_long_introduction_are_found_once_a_person_says_where(tmp_path):
    notes = [["How to read this sheet", *[""] * 4]] + [[f"Note {n}", *"abcd"] for n in range(9)]
    imported = read(tmp_path, [*notes, list(map(RANK.format, NAMES)), *map(ranks_of, ORDERS)])
    assert imported.responses.n == 0
    again = moved(imported, 11)
    assert ranks_read(again) == [ranks_of(order) for order in ORDERS]
    assert (again.mapping.header_rows, last_heading_row(again.table, again.mapping)) == (11, 11)
    assert again.report.read == len(ORDERS)


def test_questions_above_their_items_are_joined_with_them(tmp_path):
    above = ["Please rank (1 = most important)", "", "", "", "", "How well do we do this?", "", "", "", ""]
    rows = [[*ranks_of(order), 4, 5, 3, 4, 2] for order in ORDERS]
    imported = read(tmp_path, [["Export of 3 May"], [], above, [*NAMES, *NAMES], *rows])
    again = moved(imported, 4)
    assert ranks_read(again) == [ranks_of(order) for order in ORDERS]
    assert again.responses.performance.tolist() == [[4, 5, 3, 4, 2]] * len(ORDERS)
    assert again.mapping.roles[5].header == f"How well do we do this?: {NAMES[0]}"


def test_without_headings_the_first_row_is_a_respondent_and_columns_are_called_by_letters(tmp_path):
    names = [[NAMES[place] for place in order] for order in ORDERS]
    imported = read(tmp_path, names)
    again = moved(imported, 0)
    assert again.report.read == len(ORDERS)
    assert [role.header for role in again.mapping.roles] == list("ABCDE")
    assert last_heading_row(again.table, again.mapping) == 0


def test_a_saved_mapping_without_headings_fits_the_file_again(tmp_path):
    names = [[NAMES[place] for place in order] for order in ORDERS]
    imported = read(tmp_path, names)
    mapping = moved(imported, 0).mapping
    assert read(tmp_path, names, mapping=mapping).mapping.header_rows == 0


def test_a_saved_mapping_of_joined_headings_fits_the_file_again(tmp_path):
    above = ["Please rank (1 = most important)", "", "", "", ""]
    rows = [["Notes", *"abcd"], above, list(NAMES), *map(ranks_of, ORDERS)]
    mapping = moved(read(tmp_path, rows), 3).mapping
    assert ranks_read(read(tmp_path, rows, mapping=mapping)) == [ranks_of(order) for order in ORDERS]


def test_rows_are_those_that_the_spreadsheet_shows_and_one_respondent_is_left(tmp_path):
    imported = read(tmp_path, [[], [], list(map(RANK.format, NAMES)), *map(ranks_of, ORDERS)])
    assert last_heading_row(imported.table, imported.mapping) == 3
    assert deepest_heading_row(imported.table) == 3 + len(ORDERS) - 1
    assert moved(imported, 3).mapping.roles == imported.mapping.roles
    assert moved(imported, 4).report.read == len(ORDERS) - 1


@pytest.mark.parametrize("platform", ["conjointly", "cxsurvey_excel", "cxsurvey_respondent", "surveyjs"])
def test_sheets_that_were_laid_out_anew_keep_their_headings(tmp_path, platform):
    imported = read(tmp_path, [list(map(RANK.format, NAMES)), *map(ranks_of, ORDERS)])
    assert can_move_headings(imported.mapping)
    assert imported.mapping.roles[0].role is Role.RANK_OF_PILLAR
    laid_out = imported.mapping.__class__(platform=platform, sheet="", header_rows=1, roles=())
    assert not can_move_headings(laid_out)


def test_more_heading_rows_than_the_sheet_has_are_refused(tmp_path):
    rows = [list(map(RANK.format, NAMES)), *map(ranks_of, ORDERS)]
    mapping = replace(read(tmp_path, rows).mapping, header_rows=500)
    with pytest.raises(SurveyError) as refused:
        read(tmp_path, rows, mapping=mapping)
    assert "header_rows: 500" in english(refused.value.notice)
