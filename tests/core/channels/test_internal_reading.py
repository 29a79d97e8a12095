"""What comes back of the colleagues' workbook, however it was filled in."""

import random
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from cxsurvey.channels.internal_form import write_internal_template
from cxsurvey.channels.internal_reading import read_internal
from cxsurvey.internal import InternalView, take_colleagues
from cxsurvey.notices import SurveyError, english
from cxsurvey.pillars import built_in_pillars, pillars_from_data
from cxsurvey.project import new_project
from cxsurvey.study import Study
from cxsurvey.survey import standard_survey

PILLARS = built_in_pillars()
KEYS = [pillar.key for pillar in PILLARS]


def template(tmp_path, pillars=PILLARS, language="en"):
    project = new_project(Study("Spring"), pillars, standard_survey(pillars))
    return write_internal_template(project, tmp_path / f"{language}.xlsx", language)


def rows(sheet):
    return {cell.value: cell.row for cell in sheet["A"] if cell.value}


def fill_in(sheet, person, ranks=(), scores=(), pillars=PILLARS):
    at = rows(sheet)
    for field, value in person.items():
        sheet.cell(at[field], 3).value = value
    for pillar, rank in zip(pillars, ranks, strict=False):
        sheet.cell(at[pillar.code], 4).value = rank
    for pillar, score in zip(pillars, scores, strict=False):
        sheet.cell(at[pillar.code], 5).value = score


def returned(tmp_path, *args, **kwargs):
    path = template(tmp_path)
    workbook = load_workbook(path)
    fill_in(workbook.active, *args, **kwargs)
    workbook.save(path)
    return read_internal(path, PILLARS)


def codes(found):
    return [notice.code for notice in found.notices]


@pytest.mark.parametrize("language", ["en", "pl", "ru", "th"])
@pytest.mark.parametrize("count", [3, 10, 20])
def test_a_view_comes_back_exactly_in_each_language(tmp_path, language, count):
    pillars = PILLARS if count == 10 else pillars_from_data([f"Thing {number}" for number in range(count)])
    path = template(tmp_path, pillars, language)
    workbook = load_workbook(path)
    chance = random.Random(count)
    ranks = chance.sample(range(1, count + 1), count)
    scores = [chance.randint(1, 5) for _ in pillars]
    group = load_workbook(path)["cxsurvey"]["C1"].value
    person = {"name": "Anna Ż", "role": "Head", "department": "CX", "level": group, "date": datetime(2026, 3, 1)}
    fill_in(workbook.active, person, ranks, scores, pillars)
    workbook.save(path)
    (colleague,) = read_internal(path, pillars).colleagues
    assert (colleague.name, colleague.role, colleague.department) == ("Anna Ż", "Head", "CX")
    assert (colleague.level, colleague.date) == ("leader", "2026-03-01")
    by_rank = [pillar.key for _, pillar in sorted(zip(ranks, pillars, strict=True), key=lambda pair: pair[0])]
    assert list(colleague.ranking) == by_rank
    assert [score for _, score in colleague.scores] == scores


def test_an_empty_template_gives_nobody_and_says_so(tmp_path):
    found = read_internal(template(tmp_path), PILLARS)
    assert found.colleagues == ()
    assert codes(found) == ["view_empty"]


def test_a_wrong_ranking_is_told_with_its_place_and_the_scores_are_kept(tmp_path):
    ranks = [1, 2, 2, "x", 11, None, 7, 8, 9, 1.5]
    found = returned(tmp_path, {"name": "Bo"}, ranks, [5] * 10)
    (colleague,) = found.colleagues
    assert colleague.ranking == ()
    assert len(colleague.scores) == 10
    assert codes(found) == ["rank_twice", "rank_wrong", "rank_wrong", "rank_missing", "rank_wrong"]
    told = [english(notice) for notice in found.notices]
    assert "row" in told[1]
    assert "“x”" in told[1]


def test_a_wrong_score_or_date_is_left_out_alone(tmp_path):
    found = returned(tmp_path, {"name": "Bo", "date": "soon"}, range(1, 11), [0, 6, "good", 4])
    (colleague,) = found.colleagues
    assert len(colleague.ranking) == 10
    assert colleague.scores == ((KEYS[3], 4),)
    assert codes(found) == ["date_wrong", "score_wrong", "score_wrong", "score_wrong"]


def test_numbers_written_as_text_or_in_other_digits_are_read(tmp_path):
    found = returned(tmp_path, {"name": "Bo"}, ["1", " 2 ", "3.0", "٤", "５", 6, 7, 8, 9, 10])
    assert list(found.colleagues[0].ranking) == KEYS
    assert found.notices == ()


def test_a_view_without_a_name_is_called_after_its_sheet(tmp_path):
    found = returned(tmp_path, {}, range(1, 11))
    assert found.colleagues[0].name == "Your view"
    assert codes(found) == ["view_without_name"]


def test_views_copied_into_one_workbook_are_all_read(tmp_path):
    path = template(tmp_path)
    workbook = load_workbook(path)
    sheets = [workbook.active, workbook.copy_worksheet(workbook.active), workbook.copy_worksheet(workbook.active)]
    for sheet, name in zip(sheets, ("Anna", "Bo", "Anna"), strict=True):
        fill_in(sheet, {"name": name}, range(1, 11))
    workbook.save(path)
    found = read_internal(path, PILLARS)
    assert [colleague.name for colleague in found.colleagues] == ["Anna", "Bo", "Anna (2)"]
    assert codes(found) == ["name_twice"]


def table(tmp_path, head, *lines):
    workbook = Workbook()
    for line in (head, *lines):
        workbook.active.append(line)
    path = tmp_path / "table.xlsx"
    workbook.save(path)
    return path


def test_a_table_of_one_row_a_colleague_is_read_too(tmp_path):
    head = ["Name", "Department", *[pillar.name for pillar in PILLARS], *[pillar.name for pillar in PILLARS]]
    path = table(tmp_path, head, ["Anna", "CX", *range(10, 0, -1), *[3] * 10], ["Bo", "", *range(1, 11)])
    anna, bo = read_internal(path, PILLARS).colleagues
    assert list(anna.ranking) == KEYS[::-1]
    assert anna.department == "CX"
    assert len(anna.scores) == 10
    assert bo.scores == ()


def test_a_table_saved_as_text_is_read_too(tmp_path):
    lines = ["name;" + ";".join(KEYS), "Anna;" + ";".join(map(str, range(1, 11)))]
    path = tmp_path / "views.csv"
    path.write_text("\n".join(lines), "utf-8")
    assert list(read_internal(path, PILLARS).colleagues[0].ranking) == KEYS


@pytest.mark.parametrize(
    "damage", ["missing", "empty", "text", "truncated", "password", "other workbook", "other pillars"]
)
def test_a_file_that_is_no_view_gets_a_sentence(tmp_path, damage):
    path, pillars = template(tmp_path), PILLARS
    whole = path.read_bytes()
    match damage:
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("hello\nworld")
        case "truncated":
            path.write_bytes(whole[: len(whole) // 2])
        case "password":
            path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le"))
        case "other workbook":
            path = table(tmp_path, ["a", "b"], [1, 2])
        case "other pillars":
            pillars = tuple(pillars_from_data([{"name": f"T{n}", "code": f"Z{n}"} for n in range(4)]))
    with pytest.raises(SurveyError) as raised:
        read_internal(path, pillars)
    assert str(raised.value)
    assert str(tmp_path) not in str(raised.value)


def test_a_colleague_read_again_takes_her_former_place(tmp_path):
    first = returned(tmp_path, {"name": "Anna"}, range(1, 11)).colleagues
    view = take_colleagues(InternalView(), first)
    again = returned(tmp_path, {"name": "anna", "role": "Head"}, range(10, 0, -1)).colleagues
    view = take_colleagues(view, (*again, *returned(tmp_path, {"name": "Bo"}, range(1, 11)).colleagues))
    assert [(colleague.key, colleague.name) for colleague in view.colleagues] == [("c1", "anna"), ("c2", "Bo")]
    assert list(view.colleague("c1").ranking) == KEYS[::-1]
