"""Careless answers: each sign by its rule, who counts in each way, and what is said of it."""

from dataclasses import replace

import numpy as np
import pytest

from cxsurvey.adequacy import Light
from cxsurvey.analysis import analyse
from cxsurvey.notices.weighting import WeightingNotice
from cxsurvey.quality import flag
from cxsurvey.reading.dates import seconds_of
from cxsurvey.responses import PARTIAL
from tests.core.formats import best_worst_answers
from tests.core.studies import responses, shuffled_ranks, study_of


def _rated(*rows):
    ratings = np.array([[int(digit) for digit in row] for row in rows])
    return flag(responses(np.zeros(ratings.shape), importance=ratings)).straight_lined.tolist()


def _timed(ranks, *moments, status=None):
    answers = replace(responses(ranks), submitted=tuple(moments))
    return flag(answers if status is None else replace(answers, status=np.array(status, np.int8)))


def test_one_rating_all_the_way_is_straight_lining_and_so_is_a_run_of_more_than_four_fifths():
    assert _rated("5555555555", "5555555551", "5555555541", "1234512345") == [True, True, False, False]


def test_fewer_than_five_ratings_alike_are_no_sign():
    assert _rated("5550000000", "5555500000") == [False, True]


def test_of_one_id_the_last_complete_row_is_kept():
    answers = responses([[1, 2, 3]] * 4, respondent_ids=("x", "x", "x", "y"))
    assert flag(answers).same_id.tolist() == [True, True, False, False]
    partial = replace(answers, status=np.array([1, 1, PARTIAL, 1], np.int8))
    assert flag(partial).same_id.tolist() == [True, False, True, False]


def test_the_same_answers_within_a_minute_are_one_person_and_on_the_same_day_are_not():
    ranks = [[1, 2, 3], [1, 2, 3], [1, 2, 3], [3, 2, 1]]
    at = ("2026-01-05T10:00:00", "2026-01-05T10:00:50", "2026-01-05T10:05:00", "2026-01-05T10:00:10")
    assert _timed(ranks, *at).same_answers.tolist() == [True, False, False, False]
    assert not _timed(ranks, *["2026-01-05"] * 4).same_answers.any()


def test_a_ranking_as_shown_is_a_sign_only_where_the_order_shown_is_known():
    answers = responses([[1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 3, 4]])
    assert flag(answers).order_shown is None
    assert flag(answers, np.array([True, True, False])).order_shown.tolist() == [True, False, False]


def test_a_top_three_as_shown_is_a_sign_and_two_places_are_not():
    answers = responses([[1, 2, 3, 0, 0], [1, 2, 0, 0, 0], [1, 3, 2, 0, 0], [0, 0, 0, 0, 0]])
    assert flag(answers, np.ones(4, bool)).order_shown.tolist() == [True, False, False, False]


def test_a_failed_attention_check_is_a_sign_and_no_check_is_none():
    answers = replace(responses([[1, 2, 3]] * 3), attention=np.array([1, 2, 0], np.int8))
    assert flag(answers).attention.tolist() == [False, True, False]
    assert flag(responses([[1, 2, 3]])).attention is None


def test_the_same_points_for_five_pillars_are_straight_lining_and_for_four_are_not():
    def lined(*rows):
        points = np.array(rows, np.int16, order="F")
        return flag(replace(responses(np.zeros(points.shape)), points=points)).straight_lined.tolist()

    assert lined([2000] * 5, [2000, 2000, 2000, 2001, 1999], [-1] * 5, [0] * 5) == [True, False, False, False]
    assert lined([2500] * 4) == [False]


def test_choices_that_contradict_themselves_more_than_most_random_ones_are_a_sign():
    assert not flag(best_worst_answers(200, pull=3.0)).random_picks.any()
    assert 0 < flag(best_worst_answers(1000, pull=0.0)).random_picks.mean() <= 0.07
    assert flag(responses([[1, 2, 3]])).random_picks is None


def test_under_half_the_median_time_is_too_fast_and_unknown_times_are_no_sign():
    answers = replace(responses([[1, 2, 3, 4]] * 6), duration=np.array([100, 110, 90, 40, 0, 120], np.int32))
    assert flag(answers).too_fast.tolist() == [False, False, False, True, False, False]
    assert flag(responses([[1, 2, 3, 4]])).too_fast is None


def test_under_two_seconds_a_pillar_is_too_fast_whatever_the_others_took():
    answers = replace(responses([[1, 2, 3, 4]] * 3), duration=np.array([7, 8, 9], np.int32))
    assert flag(answers).too_fast.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("312", 312), ("312,4", 312), ("5:12", 312), ("0:05:12", 312), ("", 0), ("fast", 0), ("-3", 0)]
)
def test_times_taken_are_read_as_platforms_write_them(text, seconds):
    assert seconds_of(text) == seconds


def _careless(n=200, careless=40, quality="everyone"):
    """``careless`` people put the last pillar first, rate all alike and come twice with one id."""
    ranks = shuffled_ranks(n, 10, 0.25, 11)
    ratings = np.random.default_rng(3).integers(1, 6, (n, 10))
    ranks[:careless] = np.roll(np.arange(1, 11), -5)
    ratings[:careless] = 5
    ids = ["same"] * (careless // 2) + [f"p{position}" for position in range(n - careless // 2)]
    return analyse(study_of(responses(ranks, importance=ratings, respondent_ids=tuple(ids)), quality=quality))


def test_two_independent_signs_are_set_aside_by_default_and_one_is_not():
    ways = _careless().adequacy.quality
    assert {sign.key: sign.n for sign in ways.signs} == {
        "same_id": 19, "same_answers": 0, "straight_lined": 40, "order_shown": None, "too_fast": None,
        "attention": None, "random_picks": None,
    }
    assert (ways.one_or_more, ways.two_or_more) == (40, 19)
    assert [(way.key, way.n, way.set_aside) for way in ways.ways] == [
        ("everyone", 200, 0), ("default", 181, 19), ("strict", 160, 40),
    ]


def test_everyone_counts_unless_the_study_says_otherwise():
    assert _careless().adequacy.n == 200
    strict = _careless(quality="strict")
    assert (strict.adequacy.n, strict.comparison.n, strict.comparison.set_aside) == (160, 160, 40)
    assert _careless(quality="default").comparison.n == 181


def test_each_way_has_the_places_that_a_study_counted_so_has():
    told = _careless().adequacy.quality
    for key in ("everyone", "default", "strict"):
        analysis = _careless(quality=key)
        assert dict(told.way(key).places) == {s.key: s.place for s in analysis.comparison.pillars}
        assert told.way(key).stability == analysis.adequacy.stability


def test_a_conclusion_that_changes_is_the_headline_and_red():
    adequacy = _careless().adequacy
    assert adequacy.quality.conclusion_changes
    assert adequacy.quality.way("strict").tau_x < 1
    assert adequacy.sentences[0].code == WeightingNotice.CONCLUSION_CHANGES
    assert adequacy.lights.quality is Light.RED


def test_what_is_set_aside_is_counted_in_words():
    told = _careless(quality="default").adequacy.sentences
    found = next(one for one in told if one.code == WeightingNotice.SET_ASIDE)
    assert dict(found.values)["aside"] == 19


def test_when_nobody_careful_is_left_there_is_no_order_and_no_exception():
    answers = responses(shuffled_ranks(20, 5, 0.2, 1), importance=np.full((20, 5), 3))
    analysis = analyse(study_of(answers, quality="strict"))
    assert analysis.comparison is None
    assert analysis.adequacy.n == 0


def test_a_chain_of_the_same_answers_is_one_person_and_like_fingerprints_alone_are_no_proof():
    ranks = [[1, 2, 3]] * 3 + [[2, 1, 3]]
    at = [f"2026-01-05T10:0{minute}:30" for minute in (0, 1, 2)] + ["2026-01-05T10:00:31"]
    assert _timed(ranks, *at).same_answers.tolist() == [True, True, False, False]
