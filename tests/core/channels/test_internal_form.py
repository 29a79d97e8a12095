"""The workbook that colleagues get to fill in."""

import pytest
from openpyxl import load_workbook

from cxsurvey.channels.internal_form import write_internal_template
from cxsurvey.internal import Colleague, InternalView, take_colleagues
from cxsurvey.pillars import built_in_pillars
from cxsurvey.project import new_project
from cxsurvey.study import Study
from cxsurvey.survey import standard_survey

PILLARS = built_in_pillars()


def template(tmp_path, language="en"):
    project = new_project(Study("Spring"), PILLARS, standard_survey(PILLARS))
    return write_internal_template(project, tmp_path / f"{language}.xlsx", language)


def rows(sheet):
    return {cell.value: cell.row for cell in sheet["A"] if cell.value}


def test_the_template_has_its_rules_and_its_locks(tmp_path):
    workbook = load_workbook(template(tmp_path))
    sheet, at = workbook.active, rows(workbook.active)
    assert sheet.protection.sheet
    assert workbook["cxsurvey"].sheet_state == "veryHidden"
    ruled = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    first, last = at["P01"], at["P10"]
    assert {f"D{first}:D{last}", f"E{first}:E{last}", f"C{at['level']}", f"C{at['date']}"} <= ruled
    open_cells = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert len(open_cells) == 5 + 20
    assert sheet.cell(last + 1, 5).value == f"=SUM(E{first}:E{last})"


@pytest.mark.parametrize("language", ["en", "pl", "ru", "th"])
def test_it_speaks_the_language_asked_for(tmp_path, language):
    sheet = load_workbook(template(tmp_path, language)).active
    at = rows(sheet)
    assert sheet.cell(at["P08"], 2).value == PILLARS[7].text(language).name
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [text for text in texts if "{" in text]
    assert any(text.startswith("5 = ") for text in texts)


def test_a_colleague_is_taken_once_by_name():
    view = take_colleagues(InternalView(), (Colleague("", "Anna"), Colleague("", "Bo")))
    view = take_colleagues(view, (Colleague("", "anna", role="Head"),))
    assert [(colleague.key, colleague.name) for colleague in view.colleagues] == [("c1", "anna"), ("c2", "Bo")]
