"""The Excel form filled in by a script comes back through the import exactly as it was filled in."""

import random

import numpy as np
import pytest
from openpyxl import load_workbook

from cxsurvey.channels.answers import form_words
from cxsurvey.channels.excel import write_excel_form
from cxsurvey.pillars import built_in_pillars, pillars_from_data
from cxsurvey.project import new_project
from cxsurvey.reading.values import Role
from cxsurvey.study import Study
from cxsurvey.survey import QuestionKind, add_question, choices, new_options, standard_survey
from cxsurvey.survey.codes import ANSWER_COLUMN, FIRST_ANSWER_ROW
from tests.core.reading.files import read_answers
from tools.make_sample import fill_sheet

LANGUAGES = ("en", "pl", "ru", "th")
N = 300


def study(kind=QuestionKind.FULL_RANKING, pillars=None, languages=("en",)):
    pillars = pillars or built_in_pillars()
    survey = standard_survey(pillars, languages, kind, generation=True, age_band=True)
    survey = add_question(survey, QuestionKind.SEGMENT, "Region", new_options(("North", "South"), "en"))
    return new_project(Study("Spring"), pillars, survey)


def filled(project, path, answers):
    """The sheet of all answers with one row for each of ``answers``, by code."""
    fill_sheet(path, answers)
    return path


def full_rankings(project, rng, n=N):
    codes = [pillar.code for pillar in project.pillars]
    return [dict(zip(codes, rng.sample(range(1, len(codes) + 1), len(codes)), strict=True)) for _ in range(n)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_hundred_respondents_come_back_exactly(tmp_path, language):
    project, rng = study(languages=(language,)), random.Random(7)
    rankings = full_rankings(project, rng)
    ratings = [[rng.randint(1, 5) for _ in project.pillars] for _ in range(N)]
    years = [rng.randint(1930, 2006) for _ in range(N)]
    answers = [
        {"respondent": f"R{row}", "born": years[row], "seg1": rng.choice(("North", "South")), "comm": "ok, thank you"}
        | {f"prio.{code}": rank for code, rank in rankings[row].items()}
        | {f"perf.{pillar.code}": ratings[row][place] for place, pillar in enumerate(project.pillars)}
        for row in range(N)
    ]
    path = filled(project, write_excel_form(project, tmp_path / "form.xlsx", (language,))[1], answers)
    read = read_answers(path, project.pillars, project.survey)
    responses = read.responses
    assert (read.report.read, read.report.complete, read.report.left_out) == (N, N, ())
    expected = [[2 * ranking[pillar.code] for pillar in project.pillars] for ranking in rankings]
    assert np.array_equal(responses.ranks, expected)
    assert np.array_equal(responses.performance, ratings)
    assert responses.birth_year.tolist() == years
    assert responses.rows.tolist() == list(range(FIRST_ANSWER_ROW, FIRST_ANSWER_ROW + N))
    assert responses.respondent_ids[:2] == ("R0", "R1")
    assert responses.comments[0] == "ok, thank you"
    region = responses.segment("seg1")
    assert [region.labels[code] for code in region.codes] == [given["seg1"] for given in answers]


def test_a_top_three_comes_back_exactly(tmp_path):
    project, rng = study(QuestionKind.TOP_RANKING), random.Random(8)
    picked = [rng.sample(range(10), 3) for _ in range(N)]
    sentences = [pillar.texts[0].customer_sentence for pillar in project.pillars]
    answers = [{f"top.{place}": sentences[item] for place, item in enumerate(row, 1)} for row in picked]
    path = filled(project, write_excel_form(project, tmp_path / "form.xlsx")[1], answers)
    ranks = read_answers(path, project.pillars, project.survey).responses.ranks
    for row, items in enumerate(picked):
        assert [int(ranks[row, item]) for item in items] == [2, 4, 6]
        assert (ranks[row] > 0).sum() == 3


def test_ratings_come_back_exactly_and_nobody_knows_is_no_answer(tmp_path):
    project, rng = study(QuestionKind.IMPORTANCE_RATING), random.Random(9)
    given = [[rng.randint(1, 5) for _ in project.pillars] for _ in range(N)]
    dont_know = form_words("en").survey["dont_know"]
    answers = [
        {f"imp.{pillar.code}": row[place] for place, pillar in enumerate(project.pillars)}
        | {f"perf.{pillar.code}": dont_know for pillar in project.pillars}
        for row in given
    ]
    path = filled(project, write_excel_form(project, tmp_path / "form.xlsx")[1], answers)
    responses = read_answers(path, project.pillars, project.survey).responses
    assert np.array_equal(responses.importance, given)
    assert not responses.performance.any()


@pytest.mark.parametrize("count", [3, 20])
def test_short_and_long_lists_come_back_exactly(tmp_path, count):
    pillars = pillars_from_data([f"Thing number {number}" for number in range(count)])
    project = study(QuestionKind.FULL_RANKING, pillars)
    rankings = full_rankings(project, random.Random(count), 40)
    answers = [{f"prio.{code}": rank for code, rank in ranking.items()} for ranking in rankings]
    path = filled(project, write_excel_form(project, tmp_path / "form.xlsx")[1], answers)
    ranks = read_answers(path, pillars, project.survey).responses.ranks
    assert np.array_equal(ranks, [[2 * ranking[pillar.code] for pillar in pillars] for ranking in rankings])


@pytest.mark.parametrize("language", ["en", "ru", "th"])
def test_one_respondents_questionnaire_comes_back_exactly(tmp_path, language):
    project = study(languages=(language,))
    path = write_excel_form(project, tmp_path / "form.xlsx", (language,))[0]
    workbook = load_workbook(path)
    sheet = workbook.active
    ranking = full_rankings(project, random.Random(language), 1)[0]
    generation = choices(project.survey.question("gen"), language)[2].label
    given = {f"prio.{code}": rank for code, rank in ranking.items()}
    given |= {"perf.P03": 4, "born": 1985, "gen": generation, "seg1": "North", "comm": "ไม่มี"}
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 1).value in given:
            sheet.cell(row, ANSWER_COLUMN).value = given[sheet.cell(row, 1).value]
    workbook.save(path)
    read = read_answers(path, project.pillars, project.survey)
    assert read.responses.n == 1
    assert read.responses.ranks[0].tolist() == [2 * ranking[pillar.code] for pillar in project.pillars]
    assert read.responses.performance[0].tolist() == [0, 0, 4, 0, 0, 0, 0, 0, 0, 0]
    assert read.responses.birth_year.tolist() == [1985]
    assert read.responses.segment("generation").labels == (generation,)
    assert Role.PERSONAL not in {role.role for role in read.mapping.roles}


def test_an_empty_questionnaire_gives_nobody(tmp_path):
    project = study()
    path = write_excel_form(project, tmp_path / "form.xlsx")[0]
    assert read_answers(path, project.pillars, project.survey).responses.n == 0
