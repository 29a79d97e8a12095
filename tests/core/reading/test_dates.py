"""Times as platforms write them; what is no day or no time is none."""

import pytest

from cxsurvey.reading.dates import iso_moments, seconds_between
from tests.core.reading.files import PILLARS, per_pillar, read_answers, write_csv


@pytest.mark.parametrize(("text", "moment"), [
    ("2025-03-01T06:05:11.123Z", "2025-03-01T06:05:11"), ("2018/04/09 2:30:02 PM MDT", "2018-04-09T14:30:02"),
    ("01/17/2020 12:30:48 AM", "2020-01-17T00:30:48"), ("01.03.2025 14:05", "2025-03-01T14:05:00"),
    ("Apr 26, 2018 8:58:20 AM", "2018-04-26T08:58:20"), ("2025. 3. 1 오전 12:05:11", "2025-03-01T00:05:11"),
    ("2025-02-30 10:00:00", ""), ("2025-03-01 10:75:00", "2025-03-01"), ("2025-03-01 25:00", "2025-03-01"),
    ("Foo 26, 2018 8:58:20 AM", ""), ("0000-01-01", ""), ("yesterday", ""), ("", ""),
])  # fmt: skip
def test_a_moment_is_read_or_is_none(text, moment):
    assert iso_moments((text,), month_first=True) == (moment,)


@pytest.mark.parametrize(("start", "end", "seconds"), [
    ("2025-03-01T10:00:00", "2025-03-01T10:04:40", 280), ("2025-03-01T10:00:00", "2025-03-01T09:00:00", 0),
    ("2025-03-01", "2025-03-01T09:00:00", 0), ("2025-03-01T10:00:00", "2025-03-31T10:00:00", 0),
])  # fmt: skip
def test_the_time_between_two_moments(start, end, seconds):
    assert seconds_between(start, end) == seconds


def test_a_time_of_submission_that_is_none_is_told(tmp_path):
    rows = [["Submitted", *row[1:]] if not number else [f"2025-03-0{number} 10:00", *row[1:]]
            for number, row in enumerate(per_pillar())]  # fmt: skip
    rows[3][0], rows[4][0] = "last week", ""
    report = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).report
    (told,) = [told for told in report.notices if told.code == "times_not_read"]
    assert dict(told.values)["rows"] == "4"
