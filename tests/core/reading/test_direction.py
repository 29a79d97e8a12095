"""Which way ranks run, as the words of a question say in several languages, and when nobody can know."""

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.reading.direction import direction_of, explains_numbers
from cxsurvey.reading.importing import inspect_file, read_answers
from tests.core.reading.files import ORDERS, PILLARS, ranks_of, surveymonkey, write_csv


@pytest.mark.parametrize(
    "words",
    [
        "Ordnen Sie die Säulen (10 = am wichtigsten)", "Ordnen: 1 = am wenigsten wichtig", "10 = el más importante",
        "1 = menos importante", "10 = mais importante", "10 = più importante", "10 = belangrijkst", "10 = 最も重要",
        "Rank the pillars (last = most important)", "The last one is the most important", "most important last",
        "10 = le plus important", "10 = najważniejszy", "10 = самый важный", "10 = สำคัญที่สุด",
    ],
)  # fmt: skip
def test_words_that_put_the_most_important_last_turn_the_scale(words):
    found = direction_of([words], 10)
    assert (found.known, found.reversed) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "1 = am wichtigsten", "1 = am wichtigsten, 10 = am unwichtigsten", "1 = más importante", "1 = 最も重要",
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
