"""What each value of a column is read as, and saying otherwise."""

from dataclasses import replace

from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.meanings import meanings, with_label
from cxsurvey.reading.values import Role
from cxsurvey.storage.remembered import forget, recall, remember
from tests.core.reading.files import read_answers

from .files import NAMES, PILLARS, write_csv

YEAR = 2026
HEAD = ["Birth year", "Shop", *(f"Rank (1 = most important) [{name}]" for name in NAMES)]
ROWS = [["1980", "Hull", 1, 2, 3, 4, 5], ["85", "Hull ", "top", 2, 3, 4, 5], ["n/a", "York", "1st", 2, 3, 4, 5]]


def read(tmp_path, rows=ROWS, head=HEAD):
    return read_answers(write_csv(tmp_path / "a.csv", [head, *rows]), PILLARS)


def found(imported, column):
    role = next(role for role in imported.mapping.roles if role.column == column)
    cells = next(one for one in imported.table.columns if one.position == column)
    return {one.value: one for one in meanings(cells, role, imported.mapping, PILLARS, YEAR)}


def test_values_that_are_not_read_come_first_and_the_others_say_what_they_mean(tmp_path):
    imported = read(tmp_path)
    years = found(imported, 1)
    assert [(one.value, one.read_as) for one in years.values()] == [("85", None), ("1980", "1980"), ("n/a", "")]
    assert {value: (one.n, one.read_as) for value, one in found(imported, 3).items()} == {
        "top": (1, None), "1": (1, "1"), "1st": (1, "1"),
    }  # fmt: skip


def test_what_a_person_says_is_shown_and_can_be_taken_back(tmp_path):
    imported = read(tmp_path)
    mapping = with_label(with_label(imported.mapping, (1,), "85", "1985"), (3,), "top", "1")
    again = decode_again(imported, mapping, PILLARS)
    assert 1985 in again.responses.birth_year
    assert (found(again, 1)["85"].read_as, found(again, 1)["85"].by_person) == ("1985", True)
    assert [label.value for label in with_label(mapping, (1,), "85", None).labels] == ["top"]


def test_of_a_ranked_list_each_item_is_a_value(tmp_path):
    lists = ["|".join(NAMES), "|".join(("Our people", *NAMES[1:])), "|".join(NAMES)]
    imported = read(tmp_path, [[n, text] for n, text in enumerate(lists)], ["Id", "Rank these, most important first"])
    items = found(imported, 2)
    assert next(iter(items.values())).value == "Our people"
    assert items["Our people"].read_as is None
    assert items[NAMES[1]].read_as == PILLARS[1].key


def test_columns_are_remembered_by_their_headers_until_they_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    mapping = with_label(read(tmp_path).mapping, (1,), "85", "1985")
    assert recall("f00d") is None
    remember("f00d", "a.csv", mapping)
    known = recall("f00d")
    assert (known.name, known.mapping) == ("a.csv", mapping)
    (tmp_path / "home" / "columns" / "f00d.json").write_text("{", encoding="utf-8")
    assert recall("f00d") is None
    forget("f00d")
    assert not list((tmp_path / "home" / "columns").iterdir())


def test_of_several_answers_in_one_cell_each_option_is_a_value_and_read_as_said(tmp_path):
    cells = ["Phone;Shop", "telephone", "Shop", "Phone;telephone", "", "Shop;none"]
    head = ["Channels", *(f"Rank (1 = most important) [{name}]" for name in NAMES)]
    imported = read(tmp_path, [[text, 1, 2, 3, 4, 5] for text in cells], head)
    several = replace(imported.mapping.roles[0], role=Role.SEVERAL, key="channels")
    imported = replace(imported, mapping=replace(imported.mapping, roles=(several, *imported.mapping.roles[1:])))
    values = found(imported, 1)
    assert {value: one.n for value, one in values.items()} == {"Shop": 3, "Phone": 2, "telephone": 2, "none": 1}
    mapping = with_label(with_label(imported.mapping, (1,), "telephone", "Phone"), (1,), "none", "")
    again = decode_again(imported, mapping, PILLARS)
    answers = {one.name: [(*one.labels, "")[code] for code in one.codes] for one in again.responses.segments}
    assert answers == {
        "Channels: Phone": ["Yes", "Yes", "No", "Yes", "", "No"],
        "Channels: Shop": ["Yes", "No", "Yes", "No", "", "Yes"],
    }  # fmt: skip
    assert (found(again, 1)["telephone"].read_as, found(again, 1)["telephone"].by_person) == ("Phone", True)
    assert {text for column in again.table.columns for text in column.texts} >= set(cells)


def test_what_was_said_of_a_whole_cell_of_several_answers_goes_before_its_options(tmp_path):
    cells = ["Phone;Shop", "Phone", "Shop", "Phone;Shop"]
    head = ["Channels", *(f"Rank (1 = most important) [{name}]" for name in NAMES)]
    imported = read(tmp_path, [[text, 1, 2, 3, 4, 5] for text in cells], head)
    assert imported.mapping.roles[0].role is Role.SEVERAL
    mapping = with_label(imported.mapping, (1,), "Phone;Shop", "Both")
    again = decode_again(imported, mapping, PILLARS)
    assert {one.name for one in again.responses.segments if 0 in one.codes} == {
        "Channels: Phone", "Channels: Shop", "Channels: Both",
    }  # fmt: skip


def test_marks_are_read_as_numbers_of_their_scale(tmp_path):
    head = ["Overall, how satisfied are you?", *(f"Rank (1 = most important) [{name}]" for name in NAMES)]
    rows = [[text, 1, 2, 3, 4, 5] for text in ("12", "3", "20", "n/a")]
    imported = read(tmp_path, rows, head)
    unknown = replace(imported.mapping.roles[0], role=Role.SATISFACTION, key="")
    mapping = replace(imported.mapping, roles=(unknown, *imported.mapping.roles[1:]))
    assert {value: one.read_as for value, one in found(replace(imported, mapping=mapping), 1).items()} == {
        "12": None, "3": None, "20": None, "n/a": "",
    }  # fmt: skip
    known = replace(mapping, roles=(replace(unknown, key="20-1"), *mapping.roles[1:]))
    again = decode_again(imported, known, PILLARS)
    assert [one.read_as for one in found(again, 1).values()] == ["12", "20", "3", ""]
    assert again.responses.satisfaction.tolist() == [42, 89, 0, -1]
