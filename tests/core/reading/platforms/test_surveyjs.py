"""SurveyJS: answers as JSON in a file, a zip or a folder; or as a table, each ranking a JSON list in one cell."""

import json
import zipfile

import pytest

from cxsurvey.notices import SurveyError, english
from tests.core.reading.files import KEYS, PILLARS, inspect_file, read_answers, read_in_child, write_csv
from tests.core.reading.platforms.answers import (
    CODES,
    COMMENTS,
    RATINGS,
    TRUTH,
    YEARS,
    came_back,
    codes_in_order,
    names_in_order,
)


def surveyjs(order=codes_in_order):
    rows = [["HappendAt", "prio", *(f"perf.{code}" for code in CODES), "born", "comm"]]
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ranking = json.dumps(order(row), ensure_ascii=False)
        rows.append(["2025-03-01T10:00:05", ranking, *RATINGS[row].tolist(), year, comment])
    return rows


def in_small_letters(row):
    return [code.lower() for code in codes_in_order(row)]


@pytest.mark.parametrize("order", [codes_in_order, names_in_order, in_small_letters])
def test_json_lists_come_back(tmp_path, order):
    came_back(write_csv(tmp_path / "a.csv", surveyjs(order)), "table")


def test_a_list_with_something_unknown_keeps_what_comes_before_it(tmp_path):
    rows = surveyjs()
    rows[1][1] = json.dumps(["P02", "P01", "other", "P03"])
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert imported.responses.ranks[0].tolist() == [4, 2, 0, 0, 0]
    assert [entry.row for entry in imported.report.corrected] == [2]
    assert (imported.responses.ranks[1:] == 2 * TRUTH[1:]).all()
    assert len(KEYS) == 5


@pytest.mark.parametrize("broken", ['["P02", "P01"', "[]", '{"a": 1}', "[[1], {}]", "[" * 5_000])
def test_broken_json_is_no_ranking(tmp_path, broken):
    rows = surveyjs()
    rows[1][1] = broken
    imported = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS)
    assert (imported.responses.ranks[-5:] == 2 * TRUTH[1:]).all()


def responses():
    """The answers as the form saves them, one object each."""
    found = []
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ratings = dict(zip(CODES, RATINGS[row].tolist(), strict=True))
        one = {"prio": codes_in_order(row), "perf": ratings, "born": year, "comm": comment}
        one |= {"gen": "other", "gen-Comment": "young at heart", "cxsurvey": 1}
        found.append(one)
    return found


FILES = {
    "a list": json.dumps, "lines": lambda found: "\n".join(map(json.dumps, found)) + "\n",
    "a list by name": lambda found: json.dumps({"Data": found, "ResultCount": 6}),
    "with a mark": lambda found: "\ufeff" + json.dumps(found, ensure_ascii=False, indent=2),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_files_of_all_answers_come_back(tmp_path, kind):
    path = tmp_path / "answers.json"
    path.write_text(FILES[kind](responses()), encoding="utf-8")
    imported = came_back(path, "surveyjs")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "certain"
    assert imported.responses.rows.tolist() == [2, 3, 4, 5, 6, 7]


def test_a_zip_of_one_file_a_respondent_comes_back(tmp_path):
    path = tmp_path / "answers.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, answer in enumerate(responses()):
            archive.writestr(f"out/answer-{number}.json", json.dumps(answer))
        archive.writestr("out/zz.json", "no json")
        archive.writestr("__MACOSX/out/._answer-0.json", "x")
    imported = came_back(path, "surveyjs")
    assert imported.responses.respondent_ids[0] == "answer-0"
    sentences = [english(told) for told in imported.report.notices]
    assert "answers.zip: files inside that hold no answers were left out (1): zz." in sentences


def test_a_folder_of_one_file_a_respondent_comes_back(tmp_path):
    folder = tmp_path / "answers"
    folder.mkdir()
    with pytest.raises(SurveyError, match=r"answers is a folder without answers in \.json files"):
        read_in_child(folder, PILLARS)
    for number, answer in enumerate(responses()):
        (folder / f"answer-{number}.json").write_text(json.dumps(answer))
    imported = read_in_child(folder, PILLARS)
    assert (imported.report.platform, imported.report.complete) == ("surveyjs", 6)
    assert (imported.responses.ranks == 2 * TRUTH).all()
    assert imported.name == "answers"


@pytest.mark.parametrize("text", ["[]", "{}", "[1, 2]", '{"a": NaN}', "[" * 100_000, '{"a": ' + "9" * 5_000 + "}",
                                  '[{"prio": "\\ud800"}]', '{"prio": [[["x"]]]}'])  # fmt: skip
def test_json_without_answers_ends_in_a_sentence(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(SurveyError, match="Nothing was changed"):
        read_answers(path, PILLARS)


def test_rankings_that_begin_with_the_least_important_are_turned_by_their_name(tmp_path):
    found = [{"Rank, least important first": list(reversed(codes_in_order(row)))} for row in range(len(YEARS))]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(found))
    assert (read_answers(path, PILLARS).responses.ranks == 2 * TRUTH).all()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_answers_in_wide_letters_come_back(tmp_path, encoding):
    path = tmp_path / "answers.json"
    path.write_bytes(json.dumps(responses(), ensure_ascii=False).encode(encoding))
    came_back(path, "surveyjs")
