"""Guided sort, MaxDiff, points, loyalty and attention: filled in by a script, read back exactly as filled in."""

import random
from dataclasses import replace

import numpy as np
import pytest
from openpyxl import load_workbook

from cxsurvey.channels.excel import write_excel_form
from cxsurvey.pillars import built_in_pillars, pillars_from_data
from cxsurvey.project import new_project, with_pillars
from cxsurvey.responses import FAILED, PASSED
from cxsurvey.statistics import guided_pattern
from cxsurvey.study import Study
from cxsurvey.survey import QuestionKind, add_loyalty, add_question, standard_survey
from cxsurvey.survey.codes import ANSWER_COLUMN, FIRST_ANSWER_ROW
from tests.core.reading.files import read_answers
from tools.make_sample import fill_sheet

N, ALONE = 200, 3  # people in the sheet of answers; questionnaires filled in one by one
STEPS = ("first", "next1", "next2", "last", "before1", "before2")


def study(kind, pillars=None, language="en"):
    pillars = pillars or built_in_pillars()
    survey = add_question(add_loyalty(standard_survey(pillars, (language,), kind)), QuestionKind.ATTENTION)
    return new_project(Study("Spring"), pillars, survey)


def sentences(project, language="en"):
    return [pillar.text(language).customer_sentence for pillar in project.pillars]


def answers_back(project, folder, answers, language="en"):
    """The answers, by code, as read from the sheet of all answers."""
    path = write_excel_form(project, folder / "form.xlsx", (language,))[1]
    fill_sheet(path, answers)
    return read_answers(path, project.pillars, project.survey)


def questionnaires_back(project, folder, answers, language="en"):
    """The first few people's answers, each read from a questionnaire of his or her own."""
    empty = write_excel_form(project, folder / "one.xlsx", (language,))[0]
    for at, given in enumerate(answers[:ALONE]):
        workbook = load_workbook(empty)
        sheet = workbook.active
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 1).value in given:
                sheet.cell(row, ANSWER_COLUMN).value = given[sheet.cell(row, 1).value]
        path = folder / f"filled {at}.xlsx"
        workbook.save(path)
        yield read_answers(path, project.pillars, project.survey).responses


def sorts(project, rng, language="en"):
    """People's whole orders, and what a guided sort makes of them: the cells by code, twice the ranks by pillar."""
    said, k = sentences(project, language), len(project.pillars)
    steps = [step for step in STEPS if any(field == f"sort.{step}" for field in codes(project))]
    front, back = [s for s in steps if s in STEPS[:3]], [s for s in steps if s in STEPS[3:]]
    pattern = guided_pattern(k)
    answers, ranks = [], []
    for _ in range(N):
        order = rng.sample(range(k), k)
        chosen = dict(zip(front, order, strict=False)) | dict(zip(back, order[::-1], strict=False))
        answers.append({f"sort.{step}": said[item] for step, item in chosen.items()})
        ranks.append([pattern[order.index(item)] for item in range(k)])
    return answers, ranks


def codes(project):
    from cxsurvey.survey import answer_fields

    return [field.code for field in answer_fields(project.survey, project.pillars)]


@pytest.mark.parametrize("language", ["en", "pl", "ru", "th"])
def test_a_guided_sort_comes_back_as_mid_ranks(tmp_path, language):
    project = study(QuestionKind.GUIDED_SORT, language=language)
    answers, ranks = sorts(project, random.Random(1), language)
    read = answers_back(project, tmp_path, answers, language)
    assert (read.report.read, read.report.complete, read.report.left_out) == (N, N, ())
    assert np.array_equal(read.responses.ranks, ranks)
    assert sorted(ranks[0]) == [2, 5, 5, 11, 11, 11, 11, 17, 17, 20]
    for at, one in enumerate(questionnaires_back(project, tmp_path, answers, language)):
        assert one.ranks.tolist() == [ranks[at]]


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7, 20])
def test_a_guided_sort_of_short_and_long_lists_comes_back(tmp_path, count):
    project = study(QuestionKind.GUIDED_SORT, pillars_from_data([f"Thing number {at}" for at in range(count)]))
    answers, ranks = sorts(project, random.Random(count))
    read = answers_back(project, tmp_path, answers)
    assert np.array_equal(read.responses.ranks, ranks)
    assert read.report.complete == N


@pytest.mark.parametrize(("count", "language"), [(3, "en"), (10, "th"), (19, "en")])
def test_maxdiff_comes_back_with_its_design(tmp_path, count, language):
    listed = built_in_pillars() if count == 10 else pillars_from_data([f"Thing number {at}" for at in range(count)])
    project = study(QuestionKind.BEST_WORST, listed, language)
    rng, said = random.Random(count), dict(zip(project.pillar_keys, sentences(project, language), strict=True))
    picked = [[rng.sample(task, 2) for task in project.survey.tasks] for _ in range(N)]
    answers = [
        {
            f"md{number:02}.{end}": said[key]
            for number, pair in enumerate(person, 1) for end, key in zip(("best", "worst"), pair, strict=True)
        }
        for person in picked
    ]  # fmt: skip
    read = answers_back(project, tmp_path, answers, language)
    assert (read.report.complete, read.report.left_out, read.report.corrected) == (N, (), ())
    check_tasks(project, read.responses.best_worst, picked)
    for at, one in enumerate(questionnaires_back(project, tmp_path, answers, language)):
        check_tasks(project, one.best_worst, picked[at: at + 1])


def check_tasks(project, found, picked):
    keys = project.pillar_keys
    assert found.design.tolist() == [[[keys.index(key) for key in task] for task in project.survey.tasks]]
    assert found.version.tolist() == [0] * len(picked)
    assert found.best.tolist() == [[keys.index(best) for best, _ in person] for person in picked]
    assert found.worst.tolist() == [[keys.index(worst) for _, worst in person] for person in picked]


def test_a_form_of_maxdiff_made_before_a_pillar_came_keeps_its_own_design(tmp_path):
    project = study(QuestionKind.BEST_WORST, built_in_pillars()[:9])
    said = dict(zip(project.pillar_keys, sentences(project), strict=True))
    first, second = project.survey.tasks[0][:2]
    path = write_excel_form(project, tmp_path / "form.xlsx")[1]
    more = with_pillars(project, built_in_pillars())
    assert more.survey.tasks != project.survey.tasks
    workbook = load_workbook(path)
    columns = {cell.value: cell.column for cell in workbook.active[1]}
    for code, key in (("md01.best", first), ("md01.worst", second)):
        workbook.active.cell(FIRST_ANSWER_ROW, columns[code]).value = said[key]
    workbook.save(path)
    found = read_answers(path, more.pillars, more.survey).responses.best_worst
    assert found.best[0, 0] == more.pillar_keys.index(first)
    assert found.design.shape[1] == len(project.survey.tasks)


@pytest.mark.parametrize("count", [3, 10])
def test_points_come_back_in_hundredths(tmp_path, count):
    project = study(QuestionKind.POINTS, built_in_pillars()[:count])
    rng = random.Random(count)
    cuts = [sorted(rng.sample(range(1, 200), count - 1)) for _ in range(N)]
    halves = [[right - left for left, right in zip([0, *cut], [*cut, 200], strict=True)] for cut in cuts]
    answers = [
        {f"pts.{pillar.code}": half / 2 for pillar, half in zip(project.pillars, person, strict=True)}
        for person in halves
    ]
    read = answers_back(project, tmp_path, answers)
    assert (read.report.complete, read.report.left_out) == (N, ())
    assert np.array_equal(read.responses.points, 50 * np.array(halves))
    for at, one in enumerate(questionnaires_back(project, tmp_path, answers)):
        assert one.points.tolist() == [[50 * half for half in halves[at]]]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_loyalty_and_attention_come_back(tmp_path, language):
    project, rng = study(QuestionKind.GUIDED_SORT, language=language), random.Random(4)
    answers, _ = sorts(project, rng, language)
    marks = [(rng.randint(1, 5), rng.randint(1, 5), rng.randint(1, 5)) for _ in range(N)]
    answers = [
        given | dict(zip(("sat", "img", "att"), three, strict=True))
        for given, three in zip(answers, marks, strict=True)
    ]
    read = answers_back(project, tmp_path, answers, language)
    found = read.responses
    assert read.report.notices == ()
    assert found.satisfaction.tolist() == [25 * (satisfied - 1) for satisfied, _, _ in marks]
    assert found.image.tolist() == [25 * (image - 1) for _, image, _ in marks]
    assert found.attention.tolist() == [PASSED if chosen == 4 else FAILED for _, _, chosen in marks]


def test_an_attention_check_passes_with_four_whatever_the_words_ask(tmp_path):
    project = study(QuestionKind.GUIDED_SORT)
    answers, _ = sorts(project, random.Random(5))
    read = answers_back(project, tmp_path, [given | {"att": 4} for given in answers])
    assert set(read.responses.attention.tolist()) == {PASSED}
    assert replace(read.mapping, roles=()).platform == "cxsurvey_excel"
