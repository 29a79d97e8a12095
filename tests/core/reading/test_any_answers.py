"""Any answers, laid out as any platform does, come back the same; where that cannot be certain, it is said.

A long run by hand: ``CXSURVEY_EXAMPLES=5000 python -m pytest tests/core/reading/test_any_answers.py``.
"""

import os

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.notices import SurveyError
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.responses import COMPLETE
from tests.core.reading.any_tables import SAID, SHAPES, Answers, Way, answers, ways
from tests.core.reading.files import read_answers, write_csv

EXAMPLES = int(os.environ.get("CXSURVEY_EXAMPLES", "40"))
PLATFORMS = {"frame": "table", "places": "table", "json": "table"}


def write(path, rows, way: Way):
    """The rows as text, or as a workbook in which every text is a text."""
    if way.suffix == ".csv":
        return write_csv(path, rows, delimiter=way.delimiter, encoding=way.encoding)
    workbook = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value != "":
                cell = workbook.active.cell(number, column, value)
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
    workbook.save(path)
    return path


def check(path, said: Answers, way: Way):
    rows = SHAPES[way.shape](said, way)
    imported = read_answers(write(path, rows, way), said.pillars)
    report, responses = imported.report, imported.responses
    assert report.platform == PLATFORMS.get(way.shape, way.shape.partition(" ")[0])
    answered = [row for row, order in enumerate(said.orders) if order]
    assert list(report.left_out) == []
    # The same answers within a minute are named, and taken.
    assert {entry.reason.code for entry in report.corrected} <= {ReadingNotice.SAME_ANSWERS}
    # A row of which nothing at all was answered leaves no trace in a table without ids.
    first = imported.mapping.header_rows + 1
    assert responses.rows.tolist() == [first + row for row in answered]
    for place, row in enumerate(answered):
        assert responses.ranks[place].tolist() == [2 * rank for rank in said.ranks(row)], said.names
        assert responses.performance[place].tolist() == list(said.ratings[row]) or not any(map(any, said.ratings))
        assert responses.birth_year[place] == said.born[row]
        assert bool(responses.status[place] == COMPLETE) is (len(said.orders[row]) == said.k)
        if responses.comments:
            assert responses.comments[place] == said.comments[row]
    assert responses.comments or not any(said.comments[row] for row in answered)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(said=answers(), way=ways())
def test_any_answers_come_back_from_any_shape(tmp_path_factory, said, way):
    check(tmp_path_factory.getbasetemp() / f"any{way.suffix}", said, way)


@settings(max_examples=max(5, EXAMPLES // 5), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(said=answers(), shape=st.sampled_from(["table", "google_forms"]), is_reversed=st.booleans())
def test_a_direction_that_is_not_said_is_asked_for_and_taken_as_told(tmp_path_factory, said, shape, is_reversed):
    path = tmp_path_factory.getbasetemp() / "unsaid.csv"
    way = Way(shape, "plain", False, ".csv", ",", "utf-8")
    heads, *rows = SHAPES[shape](said, way)
    write(path, [[str(text).replace(SAID, "Rank these") for text in heads], *rows], way)
    with pytest.raises(SurveyError) as refused:
        read_answers(path, said.pillars)
    assert refused.value.notice.code in (ReadingNotice.DIRECTION_UNKNOWN, ReadingNotice.DIRECTION_UNKNOWN_SHORT)
    responses = read_answers(path, said.pillars, direction="reversed" if is_reversed else "as_is").responses
    for place, row in enumerate(row for row, order in enumerate(said.orders) if order):
        if len(said.orders[row]) == said.k:
            ranks = [2 * (said.k + 1 - rank if is_reversed else rank) for rank in said.ranks(row)]
            assert responses.ranks[place].tolist() == ranks
