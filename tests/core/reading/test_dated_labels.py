"""Choices that came back as dates after a spreadsheet program saved the file again."""

import datetime

import pytest

from cxsurvey.notices import english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.dated_labels import ranges_meant
from tests.core.reading.files import NAMES, ORDERS, PILLARS, ranks_of, read_answers, write_csv, write_xlsx


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        (["1-5", "Jun-25", "26 or more"], {"Jun-25": "6-25"}),
        (["5-Jan", "10-Jun", "Nov-20", "21-50", "50+"], {"5-Jan": "1-5", "10-Jun": "6-10", "Nov-20": "11-20"}),
        (["under 12", "Dec-17", "18-24"], {"Dec-17": "12-17"}),
        (["25.Jun", "1-5"], {"25.Jun": "6-25"}),
        (["2025-06-25T00:00:00", "1 to 5"], {"2025-06-25T00:00:00": "6-25"}),
        (["Jan-25", "Feb-25", "Mar-25", "Over 12 months"], {}),  # months of a year
        (["Jan-25", "Feb-25"], {}),
        (["1-5", "6-25", "yes"], {}),
    ],
)
def test_a_day_of_a_month_among_ranges_is_the_range_that_it_was(labels, meant):
    assert ranges_meant(labels, {}) == meant


def test_choices_of_the_survey_decide():
    known = {"6-25": "6-25 visits", "5-1": "5-1"}
    assert ranges_meant(["Jun-25", "1-May", "Jul-30"], known) == {"Jun-25": "6-25 visits", "1-May": "5-1"}


def visits(cell):
    head = ["Respondent", *(f"Rank of {name} (1 = most important)" for name in NAMES), "Visits a year"]
    given = [cell, "1-5", cell, "26+", "1-5", "26+"]
    return [head, *([number, *ranks_of(order), given[number]] for number, order in enumerate(ORDERS))]


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_it_is_read_and_told(tmp_path, kind):
    if kind == "text":
        path = write_csv(tmp_path / "a.csv", visits("Jun-25"), delimiter=";")
    else:
        path = write_xlsx(tmp_path / "a.xlsx", visits(datetime.datetime(2025, 6, 25)))
    imported = read_answers(path, PILLARS)
    segment = imported.responses.segment("visits_a_year")
    assert segment.labels == ("1-5", "6-25", "26+")
    told = [english(told) for told in imported.report.notices if told.code == ReadingNotice.LABELS_WERE_DATES]
    assert [text.count("= 6-25") for text in told] == [1]
