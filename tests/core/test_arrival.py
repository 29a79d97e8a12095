"""Answers as they come in: what is checked, and the report of every row as a file."""

import csv
import json
from dataclasses import replace

import numpy as np
import openpyxl
import pytest

from cxsurvey.arrival import checks_of, entries_of
from cxsurvey.export.import_report import write_import_report
from cxsurvey.notices import english
from cxsurvey.notices.arrival import ArrivalNotice as A
from tests.core.reading.files import read_answers

from .formats import point_answers
from .reading.files import PILLARS, write_csv

RANKS = [f"Rank (1 = most important) [{pillar.name}]" for pillar in PILLARS]
ORDER = list(range(1, len(PILLARS) + 1))


def codes(imported):
    return {told.code: dict(told.values).get("n") for told in checks_of(imported.responses)}


@pytest.fixture
def faulty(tmp_path):
    rows = [["=1+1", 2, 3, 4, 5], [1, 1, 1, 1, "x"], ORDER, ORDER]
    return read_answers(write_csv(tmp_path / "faulty.csv", [RANKS, *rows]), PILLARS)


def test_a_file_without_times_ids_and_ratings_says_that_nothing_can_be_checked(faulty):
    assert set(codes(faulty)) == {A.NOTHING_CHECKED, A.NO_TIMES, A.NO_IDS, A.NO_CLOCK, A.NO_RATINGS}
    assert "how long" in " ".join(english(told) for told in checks_of(faulty.responses))


def test_signs_that_a_file_permits_are_counted(tmp_path):
    head = ["Respondent ID", "Duration (seconds)", "Submitted", *RANKS]
    rows = [[n, 200, f"2026-03-01 10:{n:02d}:00", *ORDER] for n in range(1, 9)]
    rows += [[8, 210, "2026-03-01 11:00:00", *ORDER], [9, 3, "2026-03-01 12:00:00", *ORDER]]
    found = codes(read_answers(write_csv(tmp_path / "a.csv", [head, *rows]), PILLARS))
    assert found == {A.SUSPICIOUS: 2, A.SAME_ID: 1, A.TOO_FAST: 1, A.NO_RATINGS: None} or A.SAME_ANSWERS in found
    assert found[A.TOO_FAST] == found[A.SAME_ID] == 1


def test_the_report_is_a_workbook_a_table_or_json(faulty, tmp_path):
    entries = entries_of([faulty])
    assert entries
    for ending in ("xlsx", "csv", "json"):
        write_import_report([faulty], tmp_path / f"report.{ending}")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    assert book.sheetnames == ["Files", "Rows"]
    in_book = list(book["Rows"].iter_rows(min_row=2, values_only=True))
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *in_table = csv.reader(file)
    assert header == ["file", "sheet", "row", "column", "value", "became", "reason"]
    (data,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    in_json = [*data["left_out"], *data["corrected"]]
    assert len(in_book) == len(in_table) == len(in_json) == len(entries)
    for entry, book_row, line, told in zip(entries, in_book, in_table, in_json, strict=True):
        assert (entry.told.row, entry.told.column or None) == (book_row[2], book_row[3])
        assert [str(entry.told.row), entry.told.column] == line[2:4]
        assert (entry.told.row, entry.told.value) == (told["row"], told["value"])
        assert english(entry.told.reason) == book_row[6] == line[6] == told["reason"]
    assert {told["code"] for told in data["checks"]} >= {A.NO_TIMES}
    texts = [str(cell) for row in book["Files"].iter_rows(values_only=True) for cell in row if cell]
    assert any("how long" in text for text in texts)


def test_no_value_of_the_report_becomes_a_formula(faulty, tmp_path):
    write_import_report([faulty], tmp_path / "report.csv")
    assert "'=1+1" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_missed_attention_checks_are_told_and_points_are_ratings_enough():
    answers = replace(point_answers(20), attention=np.array([2, *[1] * 19], np.int8))
    told = {one.code: dict(one.values) for one in checks_of(answers)}
    assert told[A.ATTENTION] == {"n": 1}
    assert A.NO_RATINGS not in told
    assert A.NOTHING_CHECKED not in told
