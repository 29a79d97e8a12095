"""What a person may say of a file: personal columns to keep, what a value means, columns as JSON."""

import json

import pytest

from cxsurvey.notices import SurveyError, english
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.as_json import mapping_from_json, mapping_to_json
from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.personal import to_keep
from cxsurvey.reading.values import Mapping, Role, ValueLabel
from tests.core.reading.files import read_answers

from .files import PILLARS, write_csv

HEAD = ["Email Address", "Your name", "Channel", *(f"Rank (1 = most important) [{p.name}]" for p in PILLARS)]
ORDER = list(range(1, len(PILLARS) + 1))


def answers(tmp_path, *channels, name="a.csv", header=HEAD):
    rows = [[f"p{n}@example.org", f"Person {n}", channel, *ORDER] for n, channel in enumerate(channels)]
    return write_csv(tmp_path / name, [header, *rows])


def cells(imported):
    return {text for column in imported.table.columns for text in column.texts}


def test_one_personal_column_is_kept_by_its_header_or_letter_and_the_others_are_not(tmp_path):
    path = answers(tmp_path, "Shop", "Web", "Shop")
    for name in ("email ADDRESS", "A"):
        kept = read_answers(path, PILLARS, keep_columns=(name,))
        assert "p1@example.org" in cells(kept)
        assert "Person 1" not in cells(kept)
        told = {told.code: dict(told.values)["names"] for told in kept.report.notices}
        assert told[ReadingNotice.PERSONAL_KEPT] == "Email Address"
        assert told[ReadingNotice.PERSONAL_LEFT_OUT] == "Your name"


def test_a_personal_column_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SurveyError) as told:
        read_answers(answers(tmp_path, "Shop"), PILLARS, keep_columns=("Phone",))
    assert "Phone" in english(told.value.notice)
    assert "Email Address" in english(told.value.notice)


def test_for_a_window_the_cells_are_there_until_they_are_to_be_kept(tmp_path):
    read = read_answers(answers(tmp_path, "Shop", "Web"), PILLARS, lenient=True)
    assert "p1@example.org" in cells(read)
    assert "p1@example.org" not in cells(to_keep(read))
    assert "Person 1" not in cells(to_keep(read))
    again = decode_again(to_keep(read), read.mapping, PILLARS)
    assert ReadingNotice.PERSONAL_LEFT_OUT in {told.code for told in again.report.notices}


def test_a_column_that_the_saved_columns_do_not_name_is_no_way_for_personal_cells_to_come_in(tmp_path):
    path = answers(tmp_path, "Shop", "Web")
    found = read_answers(path, PILLARS).mapping
    some = Mapping(**{**_fields(found), "roles": tuple(role for role in found.roles if role.column > 2)})
    assert "p1@example.org" not in cells(read_answers(path, PILLARS, mapping=some))


def test_values_are_read_as_somebody_said_and_the_cells_stay(tmp_path):
    imported = read_answers(answers(tmp_path, "Shop", " shop", "Web", "n/k", "Channel", *["Shop", "Web"] * 3), PILLARS)
    labels = (ValueLabel(3, "shop", "Shop"), ValueLabel(3, "n/k", ""), ValueLabel(3, "Channel", "Web"))
    again = decode_again(imported, _labelled(imported.mapping, *labels), PILLARS)
    segment = again.responses.segments[0]
    assert (segment.name, segment.labels) == ("Channel", ("Shop", "Web"))
    assert segment.codes.tolist() == [0, 0, 1, -1, 1, *[0, 1] * 3]
    assert " shop" in cells(again)
    assert again.table is imported.table


def test_a_rank_that_is_a_word_is_read_by_its_label(tmp_path):
    rows = [["Email Address", "x"], *([f"p{n}@example.org", "y"] for n in range(3))]
    names = [f"Rank (1 = most important) [{pillar.name}]" for pillar in PILLARS]
    first = ("top", "1", "1")
    path = write_csv(
        tmp_path / "a.csv",
        [[*rows[0], *names], *([*row, one, *ORDER[1:]] for row, one in zip(rows[1:], first, strict=True))],
    )
    imported = read_answers(path, PILLARS)
    assert imported.report.corrected or imported.report.left_out
    again = decode_again(imported, _labelled(imported.mapping, ValueLabel(3, "top", "1")), PILLARS)
    assert again.responses.ranks[:, 0].tolist() == [2, 2, 2]
    assert not again.report.corrected
    assert not again.report.left_out


def test_a_label_inside_a_ranked_list_is_read_as_its_pillar(tmp_path):
    names = [pillar.name for pillar in PILLARS]
    listed, strange = "|".join(names), "|".join(["Our people", *names[1:]])
    head = ["Id", "Rank these, most important first"]
    path = write_csv(tmp_path / "a.csv", [head, [1, listed], [2, strange], [3, listed]])
    imported = read_answers(path, PILLARS)
    assert imported.mapping.roles[1].role is Role.RANKED_LIST
    again = decode_again(imported, _labelled(imported.mapping, ValueLabel(2, "Our people", names[0])), PILLARS)
    assert again.responses.ranks[1].tolist() == again.responses.ranks[0].tolist()


def test_columns_chosen_by_hand_go_to_json_and_back(tmp_path):
    imported = read_answers(answers(tmp_path, "Shop", "Web"), PILLARS, keep_columns=("A",))
    mapping = _labelled(imported.mapping, ValueLabel(3, "Web", "Online"))
    assert mapping_from_json(json.loads(json.dumps(mapping_to_json(mapping)))) == mapping
    again = read_answers(answers(tmp_path, "Web", "Shop", name="b.csv"), PILLARS, mapping=mapping)
    assert again.responses.segments[0].labels == ("Online", "Shop")
    assert "p1@example.org" in cells(again)


def _labelled(mapping, *labels):
    return Mapping(**{**_fields(mapping), "labels": labels})


def _fields(mapping):
    return {name: getattr(mapping, name) for name in mapping.__slots__}
