"""The list of rows left out, as a file."""

import csv

from cxsurvey.export.left_out import write_left_out
from cxsurvey.notices import notice
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.reading.values import LeftOut


def test_each_row_is_listed_with_its_place_and_reason_and_no_value_becomes_a_formula(tmp_path):
    reason = notice(SurveyNotice.VIEW_LOCKED, date="2026-01-01")
    write_left_out([LeftOut("Sheet1", 12, "C", "=1+1", reason)], tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        header, line = csv.reader(file)
    assert header == ["sheet", "row", "column", "value", "reason"]
    assert line[:4] == ["Sheet1", "12", "C", "'=1+1"]
    assert "2026-01-01" in line[4]
