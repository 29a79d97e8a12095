"""SurveyJS: answers as a table, each ranking a JSON list in one cell; and other lists that are like it."""

import json

import pytest

from cxsurvey.reading.importing import read_answers
from tests.core.reading.files import KEYS, PILLARS, write_csv
from tests.core.reading.platforms.answers import (
    CODES,
    COMMENTS,
    RATINGS,
    TRUTH,
    YEARS,
    came_back,
    codes_in_order,
    names_in_order,
)


def surveyjs(order=codes_in_order):
    rows = [["HappendAt", "prio", *(f"perf.{code}" for code in CODES), "born", "comm"]]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ranking = json.dumps(order(row), ensure_ascii=False)
        rows.append(["2025-03-01T10:00:05", ranking, *RATINGS[row].tolist(), year, comment])
    return rows


def in_small_letters(row):
    return [code.lower() for code in codes_in_order(row)]


@pytest.mark.parametrize("order", [codes_in_order, names_in_order, in_small_letters])
def test_json_lists_come_back(tmp_path, order):
    came_back(write_csv(tmp_path / "a.csv", surveyjs(order)), "table")


def test_a_list_with_something_unknown_keeps_what_comes_before_it(tmp_path):
    rows = surveyjs()
    rows[1][1] = json.dumps(["P02", "P01", "other", "P03"])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0].tolist() == [4, 2, 0, 0, 0]
    assert [entry.row for entry in imported.report.corrected] == [2]
    assert (imported.responses.ranks[1:] == 2 * TRUTH[1:]).all()
    assert len(KEYS) == 5


@pytest.mark.parametrize("broken", ['["P02", "P01"', "[]", '{"a": 1}', "[[1], {}]", "[" * 5_000])
def test_broken_json_is_no_ranking(tmp_path, broken):
    rows = surveyjs()
    rows[1][1] = broken
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.ranks[-5:] == 2 * TRUTH[1:]).all()
