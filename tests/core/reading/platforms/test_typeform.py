"""Typeform: an id under the number sign, options as columns of their own, the kind of answer, two times."""

import pytest

from cxsurvey.reading.values import Role
from cxsurvey.responses import COMPLETE, PARTIAL
from tests.core.reading.files import NAMES, PILLARS, inspect_file, read_answers, write_csv
from tests.core.reading.platforms.answers import COMMENTS, RATINGS, TRUTH, YEARS, came_back, names_in_order

END = ("Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags", "Ending")


def typeform(*, end=END, one_cell=False, question="Rank the <strong>pillars</strong>, 1 = most important", ids=32):
    ranking = [question] if one_cell else [f"{question} - {name}" for name in NAMES]
    rating = "How well do we do, {{field:0123}}?"
    heads = ["#", *ranking, *(f"{rating} - {name}" for name in NAMES), "Phone", "Shop", "Other"]
    rows = [[*heads, "Birth year", "Any comments?", *end]]
    values = {
        "Response Type": "completed", "Start Date (UTC)": "2025-03-01 06:00:05", "Network ID": "0f1e2d3c4b",
        "Submit Date (UTC)": "2025-03-01 06:04:40",
    }  # fmt: skip
    for row, (year, comment) in enumerate(zip(YEARS, COMMENTS, strict=True)):
        ranked = [", ".join(names_in_order(row))] if one_cell else TRUTH[row].tolist()
        used = ["Phone" * (row % 2), "Shop" * (row != 2), "pigeon" * (row == 1)]
        first = f"{row}a1b2c3d4e5f60718293a4b5c6d7e8f90"[:ids]
        last = [values.get(name, "") for name in end]
        rows.append([first, *ranked, *RATINGS[row].tolist(), *used, year, comment, *last])
    return rows


@pytest.mark.parametrize("one_cell", [False, True])
@pytest.mark.parametrize("end", [END, ("Start Date (UTC)", "Submit Date (UTC)", "Network ID")], ids=len)
def test_answers_come_back(tmp_path, one_cell, end):
    path = write_csv(tmp_path / "a.csv", typeform(one_cell=one_cell, end=end), encoding="utf-8-sig")
    imported = came_back(path, "typeform")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "certain"
    assert imported.responses.submitted[0] == "2025-03-01T06:04:40"
    assert set(imported.responses.duration) == {275}
    options = [role.role for role in imported.mapping.roles if role.header in ("Phone", "Shop", "Other")]
    assert options == [Role.SEVERAL, Role.SEVERAL, Role.OTHER_TEXT]


@pytest.mark.parametrize("ids", [24, 32])
def test_a_cut_file_is_likely(tmp_path, ids):
    path = write_csv(tmp_path / "a.csv", typeform(end=(), ids=ids))
    came_back(path, "typeform")
    assert inspect_file(path, PILLARS).sheets[0].confidence == "likely"


def test_partial_answers_are_partial(tmp_path):
    rows = typeform()
    rows[1][rows[0].index("Response Type")] = "partial"
    rows[2][rows[0].index("Submit Date (UTC)")] = ""
    responses = read_answers(write_csv(tmp_path / "a.csv", rows), PILLARS).responses
    assert responses.status.tolist() == [PARTIAL, PARTIAL, *[COMPLETE] * 4]


def test_a_numbered_list_is_not_taken_for_it(tmp_path):
    path = write_csv(tmp_path / "a.csv", [["#", "Name of the town"], [1, "Lund"], [2, "Ystad"]])
    assert inspect_file(path, PILLARS).sheets[0].platform == ""


def test_a_reversed_question_is_turned(tmp_path):
    rows = typeform(question="Rank the pillars, 5 = most important")
    for row, ranks in zip(rows[1:], (6 - TRUTH).tolist(), strict=True):
        row[1:6] = ranks
    assert came_back(write_csv(tmp_path / "a.csv", rows), "typeform").mapping.reversed


def test_a_list_of_commits_is_not_taken_for_it(tmp_path):
    rows = [["#", "author"], *([f"9f86d081884c7d659a2feaa0c55ad015a3bf4f1{n}", "A"] for n in range(4))]
    assert inspect_file(write_csv(tmp_path / "a.csv", rows), PILLARS).sheets[0].platform == ""
