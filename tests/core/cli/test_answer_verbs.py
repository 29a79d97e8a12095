"""inspect and import."""

import json

import openpyxl
import pytest

from cxsurvey.storage import load_project
from tests.core.cli.conftest import write_answers


def test_inspecting_says_what_a_file_is_and_changes_nothing(run, answers, pillars_file):
    ran = run("inspect", answers, "--pillars", pillars_file, "--json")
    assert ran.status == 0
    sheet = next(sheet for sheet in ran.json["sheets"] if sheet["name"] == ran.json["chosen"])
    assert sheet["header_rows"] == 1
    assert not sheet["hidden"]
    question = next(question for question in sheet["questions"] if question["role"] == "rank_of_pillar")
    assert question["encoding"] == "rank_per_pillar"
    assert [column["pillar"] for column in question["columns"]] == [*"abcd"]
    assert ran.json["first_respondent"]["first"] == [*"abcd"]


def test_inspecting_reads_the_first_respondent_back(run, answers, study):
    ran = run("inspect", answers, "--pillars", study)
    assert "Row 2 puts Apples first, Dates last." in ran.out


def test_an_import_says_what_became_of_every_row(run, study, answers):
    ran = run("import", study, answers, "--json")
    assert ran.status == 0
    told = ran.json
    assert (told["read"], told["complete"], told["partial"], told["empty"]) == (120, 105, 0, 15)
    assert (told["left_out"], told["flagged"], told["respondents"]) == ([], 0, 105)
    assert told["platform"]
    assert load_project(study).responses.n == 105


def test_the_reason_of_an_answer_that_was_corrected_names_its_place(run, study, answers):
    answers.write_text(answers.read_text().replace("r0,1,2,3,4", "r0,1,two,3,4"))
    told = run("import", study, answers, "--json").json
    (entry,) = told["corrected"]
    assert (entry["row"], entry["column"]) == (2, "C")
    assert "two" in entry["reason"]


def test_a_file_that_may_be_read_either_way_is_refused_with_the_two_options(run, study, answers):
    before = study.read_bytes()
    answers.write_text(answers.read_text().replace(": 1 = most important", ""))
    ran = run("import", study, answers)
    assert ran.status == 1
    assert "--as-is" in ran.err
    assert "--reversed" in ran.err
    assert study.read_bytes() == before
    assert run("import", study, answers, "--reversed").status == 0
    assert run("compare", study, "--json").json["pillars"][0]["key"] == "d"


def test_a_heading_that_says_that_the_highest_is_best_is_believed(run, study, tmp_path):
    answers = write_answers(tmp_path / "turned.csv", best=4)
    ran = run("import", study, answers, "--json")
    assert ran.status == 0
    assert ran.json["first_respondent"]["first"] == [*"abcd"]


def test_the_same_answers_do_not_count_twice(run, filled, answers):
    before = filled.read_bytes()
    ran = run("import", filled, answers)
    assert ran.status == 1
    assert "in the study already" in ran.err
    assert filled.read_bytes() == before
    assert run("import", filled, answers, "--replace", "--json").json["respondents"] == 105


def test_several_files_are_read_all_or_none(run, study, answers, tmp_path):
    more = write_answers(tmp_path / "more.csv", n=60)
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing more")
    before = study.read_bytes()
    assert run("import", study, answers, tmp_path / "broken.xlsx").status == 1
    assert study.read_bytes() == before
    told = run("import", study, answers, more, "--json").json
    assert [file["name"] for file in told["files"]] == ["answers.csv", "more.csv"]
    assert told["read"] == 180


def test_columns_chosen_by_hand_are_used(run, study, answers, tmp_path):
    mapping = run("inspect", answers, "--pillars", study, "--json").json["mapping"]
    for role in mapping["roles"]:
        role["pillar"] = {"a": "d", "d": "a"}.get(role["pillar"], role["pillar"])
    (tmp_path / "map.json").write_text(json.dumps(mapping))
    ran = run("import", study, answers, "--map", tmp_path / "map.json", "--json")
    assert ran.status == 0
    assert ran.json["first_respondent"]["first"] == [*"dbca"]


@pytest.mark.parametrize("content", ["", "[]", '{"roles": [{"column": "x"}]}'])
def test_a_faulty_mapping_is_told(run, study, answers, tmp_path, content):
    (tmp_path / "map.json").write_text(content)
    ran = run("import", study, answers, "--map", tmp_path / "map.json")
    assert ran.status == 1
    assert "Nothing was changed" in ran.err


def faulty_files(folder):
    (folder / "empty.xlsx").write_bytes(b"")
    (folder / "csv.xlsx").write_text("just,text\n1,2\n")
    (folder / "cut.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 200)
    (folder / "locked.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1000)
    openpyxl.Workbook().save(folder / "no_answers.xlsx")
    return sorted(folder.iterdir())


def test_files_without_answers_get_a_sentence_and_change_nothing(run, study, tmp_path):
    (tmp_path / "files").mkdir()
    before = study.read_bytes()
    for file in [*faulty_files(tmp_path / "files"), tmp_path / "not there.xlsx", tmp_path]:
        ran = run("import", study, file)
        assert ran.status == 1, file
        assert ran.err.strip(), file
        assert "Traceback" not in ran.err
        assert study.read_bytes() == before


def test_control_signs_of_data_never_reach_the_terminal(run, study, answers):
    answers.write_text(answers.read_text().replace("r0,1,2,3,4", "r0,1,\x1b[31m\u202etwo,3,4"))
    for words in ((), ("--json",)):
        ran = run("import", study, answers, "--replace", *words)
        assert not set("\x1b\u202e") & set(ran.out + ran.err)


@pytest.mark.own_process
def test_files_are_read_in_a_process_of_their_own_with_the_same_result(run, study, answers, tmp_path):
    """As people run it; the other tests read in theirs."""
    assert run("inspect", answers, "--pillars", study, "--json").json["first_respondent"]["row"] == 2
    assert run("import", study, answers, "--json").json["complete"] == 105
    (tmp_path / "cut.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 200)
    assert run("import", study, tmp_path / "cut.xlsx").status == 1


def write_maxdiff(folder):
    """Choices of three people in two tasks, and the design of these."""
    answers = folder / "choices.csv"
    answers.write_text(
        "Timestamp,Task 1 [Most important],Task 1 [Least important],Task 2 [Most important],Task 2 [Least important]\n"
        + "2025/03/01 2:05:11 PM,Bananas,Apples,Dates,Bananas\n" * 3
    )
    design = folder / "design.csv"
    design.write_text("Task,Item1,Item2,Item3\n1,Apples,Bananas,Cherries\n2,2,3,4\n".replace("2,3,4", "Bananas,P03,d"))
    return answers, design


def test_maxdiff_without_a_design_names_the_option_and_with_it_is_taken_in(run, study, tmp_path):
    answers, design = write_maxdiff(tmp_path)
    ran = run("import", study, answers)
    assert ran.status == 1
    assert "--design FILE" in ran.err
    ran = run("import", study, answers, "--design", design)
    assert ran.status == 0
    assert "Row 2 puts Bananas best and Apples worst." in ran.out
    project = load_project(study)
    (imported,) = project.imports
    assert imported.mapping.design == ((("a", "b", "c"), ("b", "c", "d")),)
    assert project.responses.best_worst.best.tolist() == [[1, 3]] * 3


def test_inspecting_maxdiff_gives_a_mapping_that_needs_no_design(run, study, tmp_path):
    answers, design = write_maxdiff(tmp_path)
    told = run("inspect", answers, "--pillars", study, "--design", design, "--json").json
    assert told["first_respondent"]["kind"] == "best_worst"
    assert {question["encoding"] for question in told["sheets"][0]["questions"]} >= {"pillar_per_task"}
    saved = tmp_path / "map.json"
    saved.write_text(json.dumps(told["mapping"]))
    assert run("import", study, answers, "--map", saved).status == 0
    assert load_project(study).responses.best_worst.worst.tolist() == [[0, 1]] * 3


def test_the_answers_themselves_are_given_as_they_were_understood(run, study, answers):
    given = run("import", study, answers, "--json").json["files"][0]["answers"]
    assert given["pillars"] == ["a", "b", "c", "d"]
    assert len(given["row"]) == len(given["complete"]) == len(given["rank"])
    whole = [rank for rank, complete in zip(given["rank"], given["complete"], strict=True) if complete]
    assert whole
    assert all(sorted(rank) == [1, 2, 3, 4] for rank in whole)
    assert "points" not in given
