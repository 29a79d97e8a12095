"""Every kind of priority question through the whole analysis: scores, what is never pooled, and too little."""

import warnings
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from cxsurvey.analysis import analyse
from cxsurvey.answer_formats import answer_format
from cxsurvey.best_worst import BestWorst
from cxsurvey.notices.kinds import KindNotice as K
from cxsurvey.priorities import cut_to, places_ranked, priorities_of
from cxsurvey.responses import Segment, frozen, merge_responses
from cxsurvey.statistics import score_moments
from cxsurvey.statistics.best_worst_designs import designed_logit
from cxsurvey.study import WeightMargin
from tests.core.formats import (
    EVERY_FORMAT,
    best_worst_answers,
    full_answers,
    point_answers,
    rated_answers,
    sorted_answers,
    top_answers,
    with_points,
)
from tests.core.studies import responses, study_of

NAN = float("nan")


def _joined(*parts):
    return merge_responses(parts, parts[0].pillar_keys)


def _codes(sentences):
    return {sentence.code for sentence in sentences}


def _halves(n):
    """A question that splits people in two."""
    return (Segment("team", "Team", ("X", "Y"), (np.arange(n) % 2).astype(np.int16)),)


# --- scores by hand


def test_a_guided_sort_scores_by_the_places_its_steps_leave():
    ranks = [1, 2.5, 2.5, 5.5, 5.5, 5.5, 5.5, 8.5, 8.5, 10]
    priorities = priorities_of(responses([ranks, ranks[::-1]]))
    assert (priorities.format, priorities.depth) == ("sort", 10)
    assert_allclose(priorities.scores[0, [0, 1, 3, 7, 9]], [100, 100 * 7.5 / 9, 50, 100 * 1.5 / 9, 0])


def test_a_short_list_sorted_from_both_ends_is_known_by_its_ties():
    assert priorities_of(responses([[1, 2.5, 2.5, 4]])).format == "sort"
    assert priorities_of(responses([[1, 2, 3]])).format == "ranking"  # three pillars leave no ties


def test_points_are_shares_of_their_sum_and_ties_share_places():
    priorities = priorities_of(with_points([[50, 30, 20, 0], [40, 40, 20, NAN], [49, 29, 20, 0]]))
    assert (priorities.format, priorities.depth) == ("points", 4)
    assert_allclose(priorities.scores, [[50, 30, 20, 0], [40, 40, 20, 0], [50, 100 * 29 / 98, 100 * 20 / 98, 0]], 1e-6)
    assert_allclose(priorities.ranks[:2], [[1, 2, 3, 4], [1.5, 1.5, 3, 4]])


def test_maxdiff_scores_are_best_less_worst_of_the_times_shown():
    picks = BestWorst(
        np.array([[[0, 1, 2], [0, 3, 1], [2, 3, -1]]], np.int8), np.zeros(2, np.int32),
        np.array([[0, 0, 2], [1, -1, 3]], np.int8), np.array([[1, 3, 3], [2, 3, 2]], np.int8),
    )
    priorities = priorities_of(frozen(replace(responses(np.zeros((2, 4))), best_worst=picks)))
    assert priorities.format == "best_worst"
    assert priorities.tasks.answered().tolist() == [3, 2]
    assert not priorities.by_logit
    assert_allclose(priorities.scores, [[100, 25, 75, 0], [50, 100, 0, 100]])
    assert_allclose(priorities.ranks, [[1, 3, 2, 4], [3, 1.5, 4, 1.5]])


@pytest.mark.parametrize("kind", EVERY_FORMAT)
def test_every_format_is_recognised_and_finds_the_order_it_was_made_by(kind):
    answers = EVERY_FORMAT[kind](250)
    analysis = analyse(study_of(answers, ranking="".join(answers.pillar_keys[::-1])))
    comparison = analysis.comparison
    assert comparison.format == analysis.adequacy.format == kind
    assert (comparison.n, comparison.left_out, comparison.others) == (250, 0, ())
    keys = [standing.key for standing in comparison.pillars]
    assert keys[:2] == ["a", "b"]
    assert keys[-1] == answers.pillar_keys[-1] or kind == "top"
    assert all((standing.mean_rank is None) == (kind in ("best_worst", "points")) for standing in comparison.pillars)
    assert comparison.pillars[0].place_low == 1
    assert comparison.agreement.kendall_w > 0
    assert comparison.sensitivity.first == "a"
    assert len(analysis.adequacy.shares) == len(answers.pillar_keys)


@pytest.mark.parametrize("kind", EVERY_FORMAT)
def test_scores_with_and_without_weights_are_those_of_the_plain_formula(kind):
    priorities = priorities_of(EVERY_FORMAT[kind](60))
    weights = np.random.default_rng(1).uniform(0.5, 2, 60)
    for weight, counted in ((None, priorities.tally()), (weights, replace(priorities, weights=weights).tally())):
        expected, found = score_moments(priorities.scores, weight), counted.score_moments()
        assert_allclose(found.mean, expected.mean, rtol=1e-9)
        assert_allclose(found.covariance, expected.covariance, atol=1e-9)
        assert found.effective_n == pytest.approx(expected.effective_n)


@pytest.mark.parametrize("kind", EVERY_FORMAT)
@pytest.mark.parametrize("weighted", [False, True])
def test_groups_that_differ_are_told_apart_in_places_or_in_scores(kind, weighted):
    one, other = EVERY_FORMAT[kind](120), EVERY_FORMAT[kind](120, pull=-0.6, seed=9)
    joined = _joined(one, other)
    group = Segment("team", "Team", ("X", "Y"), joined.source.astype(np.int16))
    settings = {"weights": (WeightMargin("team", (("X", 0.3), ("Y", 0.7))),)} if weighted else {}
    cohorts = analyse(study_of(replace(joined, segments=(group,)), **settings), "team").comparison.cohorts
    assert cohorts.reliable
    assert cohorts.method == ("wald" if weighted else "chi-square")
    assert any(found.differs for found in cohorts.differences)
    first = next(found for found in cohorts.groups[0].from_others if found.key == "a")
    assert first.higher > 0
    assert (first.places_higher is None) == (kind in ("best_worst", "points"))
    told = _codes(cohorts.sentences)
    scores = {"comparison_cohort_scores_higher", "comparison_cohort_scores_lower"}
    assert bool(told & scores) == (kind in ("best_worst", "points"))


# --- never pooled


def test_the_format_that_most_people_used_counts_and_the_others_are_told():
    joined = _joined(point_answers(60), rated_answers(40), full_answers(30))
    found = answer_format(joined)
    assert (found.format, len(found.who), found.left_out) == ("points", 60, 0)
    assert dict(found.others) == {"ranking": 30, "rating": 40}
    analysis = analyse(study_of(joined))
    assert analysis.comparison.n == analysis.adequacy.n == 60
    for told in (analysis.comparison.sentences, analysis.adequacy.sentences):
        assert {K.OTHER_RANKING, K.OTHER_RATING} <= _codes(told)


def test_people_who_ranked_and_rated_too_are_known_by_their_rankings():
    both = replace(full_answers(30), importance=np.full((30, 6), 3, np.int8))
    assert answer_format(both).others == ()
    assert priorities_of(both).format == "ranking"
    more_rated = _joined(both, rated_answers(50))
    found = answer_format(more_rated)
    assert (found.format, len(found.who), found.others) == ("rating", 80, ())  # who ranked has rated as well


def test_a_guided_sort_is_not_put_together_with_full_rankings():
    joined = _joined(full_answers(50, k=10), sorted_answers(20))
    found = answer_format(joined)
    assert (found.format, found.others) == ("ranking", (("sort", 20),))
    assert found.who.max() < 50


def test_a_sort_that_was_not_finished_counts_from_half_of_its_steps_on():
    front = [1, 2.5, 2.5, 0, 0, 0, 0, 0, 0, 0]
    back = [1, 5, 5, 5, 5, 5, 5, 5, 5, 10]
    sorts = responses(np.vstack([sorted_answers(30).ranks / 2, front, back, np.arange(1, 11)]))
    found = answer_format(sorts)
    assert (found.format, len(found.who), found.left_out, found.others) == ("sort", 31, 1, (("ranking", 1),))
    assert_allclose(priorities_of(sorts).ranks[-1], [1, 2.5, 2.5, *[7] * 7])


def test_short_lists_of_another_file_are_no_full_rankings_even_when_half_was_ranked():
    joined = _joined(full_answers(50, k=6), top_answers(20, k=6, depth=3))
    found = answer_format(joined)
    assert (found.format, len(found.who), found.others) == ("ranking", 50, (("top", 20),))
    alone = answer_format(_joined(full_answers(50, k=6), top_answers(5, k=6, depth=3)))
    assert (len(alone.who), alone.others) == (55, ())  # five people do not tell what a file asked


def test_longer_lists_are_cut_to_the_shortest_that_a_file_asked_for_and_counted():
    joined = _joined(top_answers(60, depth=3), top_answers(40, depth=5, seed=8), full_answers(20, k=8))
    found = answer_format(joined)
    assert (found.format, found.depth, len(found.who), found.cut) == ("top", 3, 120, 60)
    assert set(np.unique(2 * priorities_of(joined).ranks)) == {2, 4, 6, 12}
    analysis = analyse(study_of(joined))
    assert K.CUT in _codes(analysis.comparison.sentences)
    assert K.CUT in _codes(analysis.adequacy.sentences)


def test_groups_that_ranked_different_numbers_are_compared_on_the_fewest():
    ranks = top_answers(200, depth=5).ranks // 2
    ranks[1::2][ranks[1::2] > 3] = 0  # every second person was asked for a top 3
    answers = responses(np.vstack([ranks, ranks[::2]]), segments=(
        Segment("team", "Team", ("X", "Y"), np.append(np.arange(200) % 2, np.zeros(100)).astype(np.int16)),
    ))
    comparison = analyse(study_of(answers), "team").comparison
    assert (comparison.depth, comparison.cohorts.depth) == (5, 3)
    assert K.COHORTS_CUT in _codes(comparison.cohorts.sentences)
    priorities = priorities_of(answers)
    assert places_ranked(priorities)[:4].tolist() == [5, 3, 5, 3]
    assert sorted(set(cut_to(priorities, 3).ranks[0])) == [1, 2, 3, 6]


# --- MaxDiff


def test_an_unbalanced_design_is_ordered_by_the_logit_and_says_so():
    design = [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [2, 3, 4]]
    answers = best_worst_answers(300, design=design, pull=0.8)
    comparison = analyse(study_of(answers)).comparison
    assert not comparison.balance.balanced
    assert [method.key for method in comparison.sensitivity.methods] == ["logit", "counts", "closed_form"]
    assert [standing.key for standing in comparison.pillars] == list("abcdef")
    assert {K.LOGIT_USED, K.THIN_DESIGN} <= _codes(comparison.sentences)
    fitted = designed_logit(priorities_of(answers).tasks)
    assert_allclose(
        [one.log_worth for one in comparison.sensitivity.preferences], fitted.log_worth, atol=1e-9
    )
    places = dict(comparison.sensitivity.methods[1].places)
    assert places["d"] < places["c"] or places["d"] < places["b"]  # counts are taken in by the weak neighbours


def test_a_balanced_design_is_ordered_by_counts_and_the_logit_stands_beside():
    comparison = analyse(study_of(best_worst_answers(200))).comparison
    assert comparison.balance.balanced
    assert [method.key for method in comparison.sensitivity.methods] == ["counts", "logit", "closed_form"]
    assert K.BEST_WORST_USED in _codes(comparison.sentences)
    assert sum(one.modelled for one in comparison.sensitivity.preferences) == pytest.approx(1)
    assert sum(one.observed for one in comparison.sensitivity.preferences) == pytest.approx(1)


def test_someone_who_answered_less_than_half_of_the_tasks_is_left_out():
    answers = best_worst_answers(40)
    best = np.array(answers.best_worst.best)
    best[0, 9:] = -1
    best[1, 10:] = -1
    cut = replace(answers, best_worst=replace(answers.best_worst, best=best))
    found = answer_format(cut)
    assert (found.left_out, 0 in found.who, 1 in found.who) == (1, False, True)


def test_careless_people_leave_the_scores_of_the_others_as_they_are():
    answers = best_worst_answers(100, design=[[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [2, 3, 4]])
    answers = replace(answers, attention=np.append(np.full(90, 1), np.full(10, 2)).astype(np.int8))
    strict = analyse(study_of(answers, quality="strict")).comparison
    alone = analyse(study_of(best_worst_answers(
        100, design=[[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [2, 3, 4]]
    ))).comparison
    assert strict.n <= 90
    assert strict.set_aside >= 10
    assert [s.key for s in strict.pillars] == [s.key for s in alone.pillars]


# --- too little


@pytest.mark.parametrize("kind", EVERY_FORMAT)
@pytest.mark.parametrize("n", [0, 1, 2])
def test_nobody_one_and_two_people_are_not_enough_and_no_exception(kind, n):
    answers = EVERY_FORMAT[kind](n)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        analysis = analyse(study_of(replace(answers, segments=_halves(n))))
    assert analysis.adequacy.n == n
    assert (analysis.comparison is None) == (n == 0)
    if n:
        assert all(standing.place_low is None for standing in analysis.comparison.pillars)


@pytest.mark.parametrize("make", [full_answers, rated_answers, point_answers, best_worst_answers])
def test_of_two_pillars_the_order_is_a_majority(make):
    answers = make(80, k=2, shown=2, pull=1.0) if make is best_worst_answers else make(80, k=2, pull=1.0)
    counted = priorities_of(answers).tally()
    mean = counted.score_moments().mean
    assert mean[0] > mean[1]
    assert mean.sum() == pytest.approx(100)


@pytest.mark.parametrize("make", [full_answers, rated_answers, point_answers])
def test_of_one_pillar_nothing_is_said(make):
    assert np.isnan(priorities_of(make(20, k=1)).tally().score_moments().mean).all()


def test_everyone_alike_and_rows_without_an_answer_are_no_exception():
    alike = with_points([[25, 25, 25, 25]] * 30 + [[NAN] * 4] * 5)
    analysis = analyse(study_of(alike))
    assert (analysis.comparison.n, analysis.comparison.left_out) == (30, 5)
    assert [standing.score for standing in analysis.comparison.pillars] == [25] * 4
    assert analysis.comparison.agreement.kendall_w is None
    one_set = best_worst_answers(30, k=3, design=[[0, 1, 2]])
    same = replace(one_set, best_worst=replace(
        one_set.best_worst, best=np.zeros((30, 1), np.int8), worst=np.full((30, 1), 2, np.int8)
    ))
    analysis = analyse(study_of(same))
    assert [standing.score for standing in analysis.comparison.pillars] == [100, 50, 0]
    assert analysis.comparison.sensitivity.stabilised


def test_a_pillar_that_nobody_was_shown_is_unknown_and_no_exception():
    answers = best_worst_answers(40, design=[[0, 1, 2], [1, 2, 3], [0, 2, 3], [0, 1, 3]])
    wider = replace(
        answers, pillar_keys=tuple("abcde"), ranks=np.zeros((40, 5), np.int8, order="F"),
    )
    analyse(study_of(wider))
