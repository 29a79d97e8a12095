"""Ratings in words, as Microsoft Forms and grids of Google Forms give them."""

import pytest

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.importing import decode_again
from cxsurvey.reading.meanings import meanings
from cxsurvey.reading.rating_words import scale_of_words
from cxsurvey.reading.ratings import rated
from cxsurvey.reading.values import Role
from tests.core.reading.files import KEYS, NAMES, ORDERS, PILLARS, read_answers, write_csv

WELL = ("Very poor", "Poor", "Neutral", "Good", "Very good")
IMPORTANT = ("Not important", "Slightly important", "Moderately important", "Important", "Very important")


def likert(words, *, question="How well do we do?"):
    """Microsoft Forms: a ranking in one cell, a statement a column with the label that was chosen."""
    head = ["Id", "Start time", "Completion time", "Email", "Name", "Rank the pillars, most important first"]
    rows = [[*head, *(f"{question}.{name}" for name in NAMES)]]
    for number, order in enumerate(ORDERS):
        ranking = "".join(f"{NAMES[pillar]};" for pillar in order)
        meta = [number, "3/1/25 10:00:05", "3/1/25 10:04:40", "anonymous", "", ranking]
        rows.append([*meta, *(words[(number + place) % len(words)] for place in range(len(KEYS)))])
    return rows


def wanted():
    return [[(number + place) % 5 + 1 for place in range(len(KEYS))] for number in range(len(ORDERS))]


def codes(imported):
    return [told.code for told in imported.report.notices]


@pytest.mark.parametrize(
    "words",
    [
        WELL,
        ("Poor", "Fair", "Good", "Very good", "Excellent"),
        ("Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"),
        ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
        ("sehr schlecht", "schlecht", "teils, teils", "gut", "sehr gut"),
        ("Bardzo źle", "Źle", "Średnio", "Dobrze", "Bardzo dobrze"),
        ("Очень плохо", "Плохо", "Средне", "Хорошо", "Отлично"),
        ("แย่มาก", "แย่", "ปานกลาง", "ดี", "ดีมาก"),
    ],
)
def test_labels_of_a_usual_scale_are_read_as_its_numbers(words, tmp_path):
    imported = read_answers(write_csv(tmp_path / "m.csv", likert(words)), PILLARS)
    assert imported.responses.performance.tolist() == wanted()
    assert ReadingNotice.WORDS_AS_RATINGS in codes(imported)
    again = decode_again(imported, imported.mapping, PILLARS)
    assert again.responses.performance.tolist() == wanted()


def test_words_of_importance_are_importance_and_priorities(tmp_path):
    rows = [[*row[:5], *row[6:]] for row in likert(IMPORTANT, question="What do you think?")]
    imported = read_answers(write_csv(tmp_path / "m.csv", rows), PILLARS)
    assert imported.responses.importance.tolist() == wanted()


def test_a_scale_with_words_at_its_ends_alone_is_read(tmp_path):
    imported = read_answers(write_csv(tmp_path / "m.csv", likert(("Very poor", "2", "3", "4", "Very good"))), PILLARS)
    assert imported.responses.performance.tolist() == wanted()


def test_each_word_says_in_the_mapper_what_it_is_read_as(tmp_path):
    imported = read_answers(write_csv(tmp_path / "m.csv", likert(WELL)), PILLARS)
    role = next(role for role in imported.mapping.roles if role.role is Role.PERFORMANCE)
    column = next(column for column in imported.table.columns if column.position == role.column)
    found = {one.value: one.read_as for one in meanings(column, role, imported.mapping, PILLARS, 2026)}
    assert found == {word: str(number) for number, word in enumerate(WELL, 1) if word in found}
    assert len(found) == 5


def test_words_that_scales_count_differently_are_not_guessed():
    assert scale_of_words(["Poor", "Good"]) is None
    assert scale_of_words(["Good"]) is None
    assert scale_of_words(["Very poor", "Good"]) is not None


def test_very_and_extremely_beside_each_other_are_two_steps():
    words = ["Not at all important", "Slightly important", "Moderately important", "Very important"]
    scale = scale_of_words([*words, "Extremely important"])
    assert [scale.number(word) for word in (*words, "Extremely important")] == [1, 2, 3, 4, 5]


def test_words_of_no_known_scale_are_named(tmp_path):
    imported = read_answers(write_csv(tmp_path / "m.csv", likert(("meh", "fine", "wow"))), PILLARS)
    assert imported.responses.performance.size == 0
    assert ReadingNotice.WORDS_NOT_READ in codes(imported)


@pytest.mark.parametrize("text", ["4 of 5", "4/5", "4 out of 5", "****", "★★★★", "★★★★☆", "⭐️⭐️⭐️⭐️", "4 stars"])
def test_four_of_five_is_read_in_all_its_ways(text):
    assert rated(text) == 4


@pytest.mark.parametrize("text", ["4/10", "4 of 10", "******", "*star*"])
def test_what_is_not_of_five_is_no_rating(text):
    assert rated(text) is None
