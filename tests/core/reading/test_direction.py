"""Which way ranks run, as the words of a question say in several languages, and when nobody can know."""

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.reading.direction import direction_of, explains_numbers
from tests.core.reading.files import (
    NAMES,
    ORDERS,
    PILLARS,
    inspect_file,
    ranks_of,
    read_answers,
    surveymonkey,
    write_csv,
)


@pytest.mark.parametrize(
    "words",
    [
        "Ordnen Sie die Säulen (10 = am wichtigsten)", "Ordnen: 1 = am wenigsten wichtig", "10 = el más importante",
        "1 = menos importante", "10 = mais importante", "10 = più importante", "10 = belangrijkst", "10 = 最も重要",
        "Rank the pillars (last = most important)", "The last one is the most important", "most important last",
        "10 = le plus important", "10 = najważniejszy", "10 = самый важный", "10 = สำคัญที่สุด",
        "Drag the least important to the top", "The higher the number, the more important",
        "highest number = most important", "od najmniej ważnego do najważniejszego", "zaczynając od najmniej ważnego",
        "от наименее важного к самому важному", "начиная с наименее важного", "เรียงจากสำคัญน้อยที่สุดไปมากที่สุด",
        "vom Unwichtigsten zum Wichtigsten", "Das Unwichtigste zuerst", "beginnend mit dem unwichtigsten",
        "du moins important au plus important", "en commençant par le moins important",
        "del menos importante al más importante", "do menos importante ao mais importante",
        "dal meno importante al più importante", "van minst naar meest belangrijk", "最も重要でないものから順に",
    ],
)  # fmt: skip
def test_words_that_put_the_most_important_last_turn_the_scale(words):
    found = direction_of([words], 10)
    assert (found.known, found.reversed) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "1 = am wichtigsten", "1 = am wichtigsten, 10 = am unwichtigsten", "1 = más importante", "1 = 最も重要",
        "Drag the most important to the top", "The lower the number, the more important",
        "1 = sehr wichtig, 10 = unwichtig",
        "od najważniejszego do najmniej ważnego", "начиная с самого важного", "เรียงจากสำคัญมากที่สุดไปน้อยที่สุด",
        "vom Wichtigsten zum Unwichtigsten", "Das Wichtigste zuerst", "du plus important au moins important",
        "en commençant par le plus important", "del más importante al menos importante",
        "van meest naar minst belangrijk", "最も重要なものから順に", "1が最も重要、10が最も重要でない",
        "Most important first, least important last", "Put the most important at the top and the least at the bottom",
    ],
)
def test_words_that_put_the_most_important_first_leave_it(words):
    found = direction_of([words], 10)
    assert (found.known, found.reversed) == (True, False)


def test_numbers_explained_in_a_language_not_known_are_asked_about(tmp_path):
    orders = [[6 - rank for rank in ranks_of(order)] for order in ORDERS]
    rows = surveymonkey(question="Järjestä pilarit (5 = tärkein)")
    for row, ranks in zip(rows[2:], orders, strict=True):
        row[10:15] = ranks
    path = write_csv(tmp_path / "s.csv", rows)
    assert not inspect_file(path, PILLARS).direction_known
    with pytest.raises(SurveyError):
        read_answers(path, PILLARS)
    turned = read_answers(path, PILLARS, direction="reversed").responses.ranks
    assert turned.tolist() == [[2 * rank for rank in ranks_of(order)] for order in ORDERS]


def test_the_number_of_a_question_explains_nothing():
    assert not explains_numbers(["Q10. Rank the pillars", "10: Rank your top 10 (drag)"], 10)
    assert explains_numbers(["1=paras"], 10)


@pytest.mark.parametrize("question", ["Rank them in ascending order of importance", "Rank them in reverse order"])
def test_words_that_may_turn_the_order_are_asked_about_even_in_a_list(tmp_path, question):
    lists = ["".join(f"{NAMES[pillar]};" for pillar in order) for order in ORDERS]
    rows = [["Id", question], *([number, text] for number, text in enumerate(lists))]
    path = write_csv(tmp_path / "a.csv", rows)
    assert not inspect_file(path, PILLARS).direction_known
    with pytest.raises(SurveyError):
        read_answers(path, PILLARS)
