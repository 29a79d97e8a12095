"""The pillar list: shipped, read from a file, edited, checked for look-alikes."""

import json

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.pillars import (
    built_in_pillars,
    check_pillars,
    confusable_pairs,
    move_pillar,
    new_pillar,
    pillars_from_data,
    put_pillar,
    read_pillar_list,
    remove_pillar,
    reorder_pillars,
    with_text,
)

NAMES = ["Speed", "Price", "Warmth"]


def keys(pillars):
    return [pillar.key for pillar in pillars]


def written(tmp_path, text, name="list.json"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("language", ["en", "pl", "ru", "th"])
def test_the_ten_pillars_lead_with_the_language_asked_for(language):
    pillars = built_in_pillars("cx", language)
    assert len(pillars) == 10
    assert {pillar.texts[0].language for pillar in pillars} == {language}
    assert all(pillar.name and pillar.texts[0].customer_sentence and pillar.texts[0].question for pillar in pillars)
    assert [pillar.code for pillar in pillars] == [f"P{number:02d}" for number in range(1, 11)]


@pytest.mark.parametrize("shape", [NAMES, {"pillars": NAMES}, {"pillars": [{"name": name} for name in NAMES]}])
def test_a_list_of_names_is_enough(tmp_path, shape):
    pillars = read_pillar_list(written(tmp_path, json.dumps(shape)))
    assert [pillar.name for pillar in pillars] == NAMES
    assert [pillar.code for pillar in pillars] == ["P01", "P02", "P03"]
    assert pillars[0].texts[0].customer_sentence == "Speed"


def test_a_byte_order_mark_does_no_harm(tmp_path):
    assert len(read_pillar_list(written(tmp_path, b"\xef\xbb\xbf" + json.dumps(NAMES).encode()))) == 3


def test_names_are_one_line(tmp_path):
    pillars = read_pillar_list(written(tmp_path, json.dumps(["a\n  b", "c", "d"])))
    assert pillars[0].name == "a b"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("not json", "pillar_file_not_json"),
        (b"\xff\xfe\x00", "pillar_file_not_utf8"),
        ("[" * 100_000, "pillar_file_not_json"),
        ("{}", "pillar_list_missing"),
        ("3", "pillar_list_missing"),
        ('{"pillars": "abc"}', "pillar_list_missing"),
        ('["a", 2, "c"]', "pillar_list_shape"),
        ('["a", "b", {"texts": ["x"]}]', "pillar_list_shape"),
        ('["a", "b", {"texts": {"en": "x"}}]', "pillar_list_shape"),
        ('["a", "b"]', "pillar_count"),
        ('["a", "b", "B"]', "pillar_repeated"),
        ('["a", "b", " "]', "pillar_repeated"),
        ("[" + ",".join(["\"x\""] * 400_000) + "]", "pillar_file_large"),
    ],
)  # fmt: skip
def test_a_faulty_list_gets_a_sentence(tmp_path, content, code):
    with pytest.raises(SurveyError) as raised:
        read_pillar_list(written(tmp_path, content))
    assert raised.value.notice.code == code
    assert str(raised.value)


def test_a_missing_list_is_named_without_its_folder(tmp_path):
    with pytest.raises(SurveyError) as raised:
        read_pillar_list(tmp_path / "gone.json")
    assert raised.value.notice.code == "pillar_file_missing"
    assert str(tmp_path) not in str(raised.value)


def test_three_to_twenty_pillars_make_a_study():
    assert len(pillars_from_data([f"n{number}" for number in range(20)])) == 20
    with pytest.raises(SurveyError):
        pillars_from_data([f"n{number}" for number in range(21)])


def test_a_pillar_moves_and_the_ends_hold():
    pillars = pillars_from_data(NAMES)
    assert keys(move_pillar(pillars, "pillar_1", 2)) == ["pillar_2", "pillar_3", "pillar_1"]
    assert keys(move_pillar(pillars, "pillar_3", -4)) == ["pillar_3", "pillar_1", "pillar_2"]
    assert keys(move_pillar(pillars, "pillar_1", 99))[-1] == "pillar_1"
    with pytest.raises(KeyError):
        move_pillar(pillars, "none", 0)


def test_a_new_order_needs_every_pillar_once():
    pillars = pillars_from_data(NAMES)
    assert keys(reorder_pillars(pillars, ("pillar_2", "pillar_1", "pillar_3")))[0] == "pillar_2"
    with pytest.raises(ValueError, match="keys"):
        reorder_pillars(pillars, ("pillar_2", "pillar_2", "pillar_3"))


def test_a_pillar_is_added_changed_and_taken_away():
    pillars = built_in_pillars()
    added = put_pillar(pillars, new_pillar(pillars, "Parking"))
    assert added[-1].key == "parking"
    assert added[-1].code == "P11"
    renamed = put_pillar(added, with_text(added[-1], "en", name="Car park"))
    assert renamed[-1].name == "Car park"
    assert len(renamed) == 11
    assert remove_pillar(renamed, "parking") == pillars
    assert check_pillars(renamed) == renamed


@pytest.mark.parametrize("name", ["cx", "servqual"])
def test_no_two_shipped_pillars_are_alike_in_any_language(name):
    assert confusable_pairs(built_in_pillars(name), ("en", "pl", "ru", "th")) == ()


def test_sentences_that_differ_in_order_only_are_told():
    pillars = pillars_from_data(["Friendly staff in the shop", "In the shop, staff friendly", "Price"])
    (pair,) = confusable_pairs(pillars)
    assert (pair.first, pair.second) == ("pillar_1", "pillar_2")
    assert pair.score >= 80


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.txt", b"Service\n\n  Price \nTrust\n"),
        ("list.csv", b"Service,1\nPrice,2\nTrust,3\n"),
        ("list.csv", "\ufeffname;short\nService;S\nPrice;P\nTrust;T\n".encode()),
        ("list.tsv", "Short\tName\nS\tService\nP\tPrice\nT\tTrust\n".encode("utf-16")),
    ],
)
def test_a_list_of_names_is_read_from_text_and_from_a_column(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert [pillar.name for pillar in read_pillar_list(path, "pl")] == ["Service", "Price", "Trust"]
    assert read_pillar_list(path, "pl")[0].texts[0].language == "pl"


def test_a_text_list_of_unknown_letters_is_refused_in_words(tmp_path):
    path = tmp_path / "list.txt"
    path.write_bytes("Zaufanie\nJakość\nCena\n".encode("cp1250"))
    with pytest.raises(SurveyError, match="UTF-8"):
        read_pillar_list(path)
