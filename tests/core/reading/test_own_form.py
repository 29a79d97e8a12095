"""The closed loop: our own Excel form is written, filled in, and read back exactly."""

import random

import numpy as np
import openpyxl
import pytest

from cxsurvey.channels.excel import write_excel_form
from cxsurvey.notices import SurveyError, english
from cxsurvey.pillars import built_in_pillars
from cxsurvey.project import Study, new_project
from cxsurvey.reading.values import Role
from cxsurvey.survey import QuestionKind, choices, standard_survey
from tests.core.reading.files import inspect_file, read_answers

PILLARS = built_in_pillars()
LANGUAGES = ("en", "pl", "ru", "th")


def project_of(kind):
    survey = standard_survey(PILLARS, LANGUAGES, kind, generation=True, age_band=True)
    return new_project(Study("Loop"), PILLARS, survey)


def forms(project, folder, language):
    """The questionnaire of one respondent, and the sheet for all answers."""
    return write_excel_form(project, folder / "form.xlsx", (language,))


def answer(code, order, language, survey, rng):
    """What a person of that language enters in the cell of that code."""
    question, _, part = code.partition(".")
    if question == "prio":
        return [pillar.code for pillar in order].index(part) + 1
    if question == "top":
        return order[int(part) - 1].text(language).customer_sentence
    if question in ("perf", "imp"):
        return rng.randint(1, 5)
    if question in ("gen", "age"):
        return choices(survey.question(question), language)[2].label
    return {"respondent": "R1", "born": 1974, "comm": "=1+1? no; fine"}.get(question)


def fill_rows(path, orders, language, survey, rng):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    codes = [cell.value for cell in sheet[1]]
    for row, order in enumerate(orders, 3):
        for column, code in enumerate(codes, 1):
            value = f"R{row}" if code == "respondent" else answer(code, order, language, survey, rng)
            cell = sheet.cell(row, column, value)
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    workbook.save(path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [QuestionKind.FULL_RANKING, QuestionKind.TOP_RANKING])
def test_the_response_sheet_gives_back_every_ranking(tmp_path, kind, language):
    project, rng = project_of(kind), random.Random(7)
    orders = [rng.sample(PILLARS, len(PILLARS)) for _ in range(40)]
    _, path = forms(project, tmp_path, language)
    fill_rows(path, orders, language, project.survey, rng)
    imported = read_answers(path, PILLARS, project.survey)
    report, responses = imported.report, imported.responses
    assert (report.platform, report.read, report.complete) == ("cxsurvey_excel", 40, 40)
    assert (report.left_out, report.corrected, report.notices) == ((), (), ())
    places = len(PILLARS) if kind is QuestionKind.FULL_RANKING else 3
    truth = [[order.index(p) + 1 if order.index(p) < places else 0 for p in PILLARS] for order in orders]
    np.testing.assert_array_equal(responses.ranks, 2 * np.array(truth))
    assert responses.performance.min() >= 1
    assert list(responses.rows) == list(range(3, 43))
    assert set(responses.birth_year) == {1974}
    for key, code in (("generation", "gen"), ("age", "age")):
        main = choices(project.survey.question(code), LANGUAGES[0])[2].label
        assert responses.segment(key).labels == (main,)
    assert responses.comments[0] == "=1+1? no; fine"


def test_importance_ratings_come_back(tmp_path):
    project, rng = project_of(QuestionKind.IMPORTANCE_RATING), random.Random(7)
    _, path = forms(project, tmp_path, "en")
    fill_rows(path, [PILLARS] * 5, "en", project.survey, rng)
    imported = read_answers(path, PILLARS, project.survey)
    assert imported.report.complete == 5
    assert imported.responses.importance.min() >= 1
    assert not imported.responses.ranks.any()


@pytest.mark.parametrize("kind", [QuestionKind.FULL_RANKING, QuestionKind.TOP_RANKING])
def test_a_respondents_own_sheet_is_one_respondent(tmp_path, kind):
    project, rng = project_of(kind), random.Random(3)
    order = rng.sample(PILLARS, len(PILLARS))
    path, _ = forms(project, tmp_path, "pl")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value}
    for code, row in rows.items():
        entered = {"born": 85, "comm": "fine"}.get(code) or answer(code, order, "pl", project.survey, rng)
        sheet.cell(row, 3, entered)
    where = rows["born"]
    workbook.save(path)
    imported = read_answers(path, PILLARS, project.survey)
    assert imported.report.platform == "cxsurvey_respondent"
    assert (imported.report.read, imported.report.complete) == (1, 1)
    first = inspect_file(path, PILLARS, project.survey).first_respondent
    places = len(PILLARS) if kind is QuestionKind.FULL_RANKING else 3
    assert first.first == tuple(pillar.key for pillar in order[:places])
    (fault,) = imported.report.corrected
    assert (fault.row, fault.column) == (where, "C")
    assert f"cell C{where}: “85” is no birth year" in english(fault.reason)


def test_moved_columns_are_found_by_their_codes(tmp_path):
    project, rng = project_of(QuestionKind.FULL_RANKING), random.Random(1)
    _, path = forms(project, tmp_path, "en")
    fill_rows(path, [PILLARS] * 3, "en", project.survey, rng)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows(min_row=1, max_row=5):
        row[1].value, row[4].value = row[4].value, row[1].value
    sheet["B2"] = "my own heading"
    workbook.save(path)
    imported = read_answers(path, PILLARS, project.survey)
    assert (imported.responses.ranks == 2 * np.arange(1, 11)).all()
    assert imported.mapping.roles[1].role is Role.RANK_OF_PILLAR


@pytest.mark.parametrize("respondent", [False, True])
def test_a_form_of_another_study_is_taken_only_when_that_is_said(tmp_path, respondent):
    project, other, rng = project_of(QuestionKind.FULL_RANKING), project_of(QuestionKind.FULL_RANKING), random.Random(1)
    paths = forms(other, tmp_path, "en")
    path = paths[0] if respondent else paths[1]
    if not respondent:
        fill_rows(path, [PILLARS] * 3, "en", other.survey, rng)
    with pytest.raises(SurveyError, match=r"made for another study\. Nothing was changed"):
        read_answers(path, PILLARS, project.survey, study=project.key)
    for taken in ({"study": project.key, "other_study": True}, {"study": project.key, "lenient": True}):
        told = [english(told) for told in read_answers(path, PILLARS, project.survey, **taken).report.notices]
        assert any("made for another study. Take its answers only if" in sentence for sentence in told)
    for own in ({"study": other.key}, {}):
        told = [english(told) for told in read_answers(path, PILLARS, project.survey, **own).report.notices]
        assert not any("another study" in sentence for sentence in told)
    found = inspect_file(path, PILLARS, project.survey, study=project.key)
    assert any("made for another study" in english(told) for told in found.notices)
