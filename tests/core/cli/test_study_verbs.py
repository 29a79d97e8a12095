"""new, internal, channel, sample."""

import json

import openpyxl
import pytest

from cxsurvey.project import Project
from cxsurvey.storage import load_project


def project_of(path) -> Project:
    return load_project(path)


def test_a_new_study_has_the_ten_pillars_unless_told_otherwise(run, tmp_path):
    ran = run("new", tmp_path / "a.cxs", "--json")
    assert ran.status == 0
    assert ran.json["title"] == "a"
    assert len(ran.json["pillars"]) == 10
    assert len(project_of(tmp_path / "a.cxs").pillars) == 10


def test_how_the_survey_is_fielded_is_kept(run, tmp_path):
    run(
        "new", tmp_path / "a.cxs", "--asked", "members", "--population", 1200, "--invited", 400, "--recruitment",
        "random", "--fielded", "2026-03-02", "2026-03-23", "--language", "pl", "--languages", "pl,en", "--margin", "4%",
        "--threshold", "12", "--decision", "generations",
    )  # fmt: skip
    project = project_of(tmp_path / "a.cxs")
    study = project.study
    assert (study.asked, study.population, study.invited, study.recruitment) == ("members", 1200, 400, "random")
    assert (study.fielded_from, study.fielded_to) == ("2026-03-02", "2026-03-23")
    assert (study.language, study.target_margin, study.privacy_threshold) == ("pl", 0.04, 12)
    assert project.survey.languages == ("pl", "en")
    assert project.pillars[0].texts[0].language == "pl"


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        ('["Apples", "Bananas", "Cherries"]', ["pillar_1", "pillar_2", "pillar_3"]),
        ('{"pillars": [{"key": "a", "name": "A"}, {"key": "b", "texts": {"en": {"name": "B"}}}, "C"]}',
         ["a", "b", "pillar_3"]),
    ],
)  # fmt: skip
def test_a_list_of_ones_own_may_be_names_or_groups_of_texts(run, tmp_path, content, keys):
    (tmp_path / "list.json").write_text(content)
    assert run("new", tmp_path / "a.cxs", "--pillars", tmp_path / "list.json").status == 0
    assert list(project_of(tmp_path / "a.cxs").pillar_keys) == keys


@pytest.mark.parametrize("content", ["", "{", '{"pillars": 1}', '["A"]', '["A", "A", "B"]', "[1, 2, 3]"])
def test_a_faulty_list_is_told_and_makes_no_study(run, tmp_path, content):
    (tmp_path / "list.json").write_text(content)
    ran = run("new", tmp_path / "a.cxs", "--pillars", tmp_path / "list.json")
    assert ran.status == 1
    assert len(ran.err.strip().splitlines()) == 1
    assert not (tmp_path / "a.cxs").exists()


def test_a_study_that_is_there_is_not_written_over_unless_forced(run, study):
    before = study.read_bytes()
    ran = run("new", study)
    assert ran.status == 1
    assert "--force" in ran.err
    assert study.read_bytes() == before
    assert run("new", study, "--force").status == 0


def test_colleagues_come_from_the_command_line_with_keys_codes_or_names(run, study):
    ran = run("internal", study, "--name", "Bo", "--ranking", "P01,b,Cherries,d", "--scores", "a=4,b=2", "--json")
    assert ran.status == 0
    assert (ran.json["read"], ran.json["colleagues"], ran.json["rankings"]) == (["Bo"], 2, 2)
    assert {pillar["key"] for pillar in ran.json["pillars"]} == {*"abcd"}
    assert project_of(study).internal.colleagues[1].ranking == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "Bo"),
        ("--ranking", "a,b,c,d"),
        ("--name", "Bo", "--ranking", "a,b,c"),
        ("--name", "Bo", "--ranking", "a,b,c,c"),
        ("--name", "Bo", "--ranking", "a,b,c,e"),
        ("--name", "Bo", "--scores", "a=6"),
    ],
)
def test_a_view_that_is_no_view_is_wrong_use_and_changes_nothing(run, study, words):
    before = study.read_bytes()
    ran = run("internal", study, *words)
    assert ran.status == 2
    assert ran.err
    assert study.read_bytes() == before


def test_the_colleagues_workbook_goes_out_and_comes_back(run, study, tmp_path):
    template = tmp_path / "colleague.xlsx"
    assert run("internal", study, "--template", template, "--json").json["template"] == str(template)
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    ranks = {"P01": 2, "P02": 1, "P03": 4, "P04": 3}
    for row in range(1, sheet.max_row + 1):
        code = sheet.cell(row, 1).value
        if code == "name":
            sheet.cell(row, 3).value = "Cy"
        if code in ranks:
            sheet.cell(row, 4).value, sheet.cell(row, 5).value = ranks[code], 3
    book.save(template)
    ran = run("internal", study, template, "--lock", "2026-03-01", "--json")
    assert (ran.json["read"], ran.json["locked_on"]) == (["Cy"], "2026-03-01")
    assert project_of(study).internal.colleagues[1].ranking == ("b", "a", "d", "c")
    assert run("internal", study, "--name", "Di", "--ranking", "a,b,c,d").status == 1  # locked


def test_the_survey_is_shown_without_being_changed(run, study):
    before = study.read_bytes()
    shown = run("survey", study, "--json").json
    assert shown["questions"][0]["code"] == "prio"
    assert [one["priority"] for one in shown["formats"]] == ["sort", "top", "full", "maxdiff", "points", "rating"]
    assert study.read_bytes() == before


def test_the_survey_asks_otherwise_and_more_and_less(run, study):
    ran = run("survey", study, "--priority", "maxdiff", "--add", "loyalty,attention", "--remove", "perf", "--json")
    assert ran.status == 0
    codes = [question["code"] for question in ran.json["questions"]]
    assert {"sat", "img", "att"} <= set(codes)
    assert "perf" not in codes
    survey = project_of(study).survey
    assert survey.priority.kind == "best_worst"
    assert [list(task) for task in survey.tasks] == ran.json["tasks"]
    assert ran.json["fields"][:2] == ["md01.best", "md01.worst"]


@pytest.mark.parametrize(
    ("words", "status"),
    [(("--add", "luck"), 2), (("--remove", "xyz"), 2), (("--languages", "xx"), 2), (("--remove", "prio"), 1),
     (("--priority", "guess"), 2)],
)  # fmt: skip
def test_a_survey_that_cannot_be_is_told_and_changes_nothing(run, study, words, status):
    before = study.read_bytes()
    assert run("survey", study, *words).status == status
    assert study.read_bytes() == before


def test_the_survey_goes_out_and_its_version_is_kept(run, study, tmp_path):
    ran = run("channel", study, "excel", tmp_path / "form.xlsx", "--languages", "en", "--json")
    assert ran.json["files"] == [str(tmp_path / "form.xlsx"), str(tmp_path / "form - responses.xlsx")]
    assert ran.json["version"] == 1
    assert project_of(study).survey.made == 1


@pytest.mark.parametrize("words", [("qualtrics", "x.xlsx"), ("excel", "x.xlsx", "--languages", "en,xx")])
def test_channels_and_languages_that_are_not_there_are_told(run, study, tmp_path, words):
    ran = run("channel", study, *words)
    assert ran.status == 2
    assert "excel" in ran.err or "pl" in ran.err


def test_the_sample_study_is_written_and_says_that_it_is_invented(run, tmp_path):
    ran = run("sample", tmp_path / "s.cxs", "--json")
    assert ran.status == 0
    assert "invented" in ran.json["title"]
    assert project_of(tmp_path / "s.cxs").study.invented
    assert run("sample", tmp_path / "s.cxs").status == 1


def test_what_is_no_study_is_told_in_a_sentence(run, tmp_path):
    (tmp_path / "a.cxs").write_text(json.dumps({}))
    for verb in ("adequacy", "compare"):
        ran = run(verb, tmp_path / "a.cxs")
        assert ran.status == 1
        assert "a.cxs is not a cxsurvey study" in ran.err
