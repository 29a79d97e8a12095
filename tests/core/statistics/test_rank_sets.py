"""Simultaneous rank sets and the stability of the top: the printed example, R's studentised range, properties."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import generator, rank_sets, ranking_scores, score_moments, top_k_stability
from cxsurvey.statistics.chance import normal_draws, pseudo_inverse, symmetric_root

from .material import NAN, TOY, from_r, quick, r_data, rankings


def sets_of(ranks, **options):
    moments = score_moments(ranking_scores(ranks))
    return rank_sets(moments.mean, moments.covariance, draws=2000, **options)


def test_the_printed_example_has_the_printed_sets():
    sets = rank_sets([3, 2.2, 1.9, 0.4], 0.01 * np.eye(4))
    assert list(zip(sets.low, sets.high, strict=True)) == [(1, 1), (2, 3), (2, 3), (4, 4)]
    assert sets.surely_in_top(3).tolist() == [True, True, True, False]
    assert sets.possibly_in_top(2).tolist() == [True, True, True, False]


@pytest.mark.parametrize("n_pillars", [4, 10])
def test_for_independent_means_the_critical_value_is_tukeys(n_pillars):
    """qtukey(0.95, K, Inf) / sqrt(2); within four standard errors of 200,000 draws."""
    sets = rank_sets(np.zeros(n_pillars), np.eye(n_pillars), draws=200_000)
    assert sets.critical == pytest.approx(from_r(f"critical_{n_pillars}"), abs=0.02)


def test_the_second_step_rejects_what_the_first_could_not():
    # b is 2.5 errors behind a: too little among all pairs (2.57), enough once the far pair is settled.
    sets = rank_sets([100, 2.5 * 2**0.5, 0], np.diag([1.0, 1, 1]), draws=50_000)
    assert sets.critical > 2.3
    assert sets.ahead.tolist() == [[False, True, True], [False, False, True], [False, False, False]]


def test_two_pillars_are_a_sign_test():
    sets = rank_sets([1.97 * 2**0.5, 0], np.eye(2), draws=200_000)
    assert sets.critical == pytest.approx(NormalDist().inv_cdf(0.975), abs=0.02)


def test_the_same_seed_gives_the_same_sets_and_needs_no_rng():
    mean, covariance = r_data("ranks").mean(axis=0), np.array(from_r("covariance"))
    assert rank_sets(mean, covariance).critical == rank_sets(mean, covariance).critical
    one, other = (rank_sets(mean, covariance, rng=generator(7)) for _ in range(2))
    assert one.critical == other.critical


def test_when_everyone_says_the_same_the_order_is_a_fact():
    sets = sets_of(np.tile([2, 1, 3], (20, 1)))
    assert (sets.low.tolist(), sets.high.tolist()) == ([2, 1, 3], [2, 1, 3])
    assert sets.no_variation.sum() == 6


def test_when_everyone_ties_everything_any_place_is_possible():
    sets = sets_of(np.full((20, 3), 2.0))
    assert (sets.low.tolist(), sets.high.tolist()) == ([1, 1, 1], [3, 3, 3])


def test_a_pillar_without_scores_may_be_anywhere():
    mean, covariance = np.array([3, NAN, 0]), np.diag([0.01, NAN, 0.01])
    covariance[1, :] = covariance[:, 1] = NAN
    sets = rank_sets(mean, covariance)
    assert (sets.low.tolist(), sets.high.tolist()) == ([1, 1, 2], [2, 3, 3])


def test_one_answer_rules_nothing_out():
    sets = sets_of(TOY[:1])
    assert (sets.low.tolist(), sets.high.tolist()) == ([1] * 4, [4] * 4)


@quick
@given(rankings(respondents=(2, 30), partial=True))
def test_sets_hold_the_observed_place(ranks):
    moments = score_moments(ranking_scores(ranks))
    sets = rank_sets(moments.mean, moments.covariance, draws=500)
    surely_above = (moments.mean[:, None] < moments.mean).sum(axis=1)
    assert (sets.low <= 1 + surely_above).all()
    assert (sets.high >= 1 + surely_above).all()


@pytest.mark.parametrize(
    ("mean", "covariance"),
    [
        ([3, 2.2, 1.9, 0.4], 0.01 * np.eye(4)),
        (r_data("ranks").mean(axis=0), np.array(from_r("covariance"))),
        ([5, 4, 1, 0], np.diag([0.1, 0.9, 0.4, 0.05])),
    ],
)
def test_reversing_the_scores_mirrors_the_sets(mean, covariance):
    forward = rank_sets(mean, covariance)
    backward = rank_sets(-np.asarray(mean), covariance)
    assert (backward.low == len(mean) + 1 - forward.high).all()
    assert (backward.high == len(mean) + 1 - forward.low).all()


@quick
@given(st.permutations(range(4)))
def test_relabelling_pillars_permutes_the_sets(order):
    mean, covariance = np.array([3, 2.2, 1.9, 0.4]), np.diag([0.01, 0.02, 0.01, 0.03])
    order = np.array(order)
    one = rank_sets(mean, covariance)
    other = rank_sets(mean[order], covariance[np.ix_(order, order)])
    assert (other.low == one.low[order]).all()
    assert (other.high == one.high[order]).all()


def test_draws_have_the_covariance_asked_for_also_a_singular_one():
    covariance = np.array(from_r("covariance"))
    draws = normal_draws(covariance, 100_000, generator(2))
    assert_allclose(np.cov(draws.T), covariance, atol=5e-4)
    assert_allclose(draws.sum(axis=1), 0, atol=1e-6)


def test_root_and_inverse_of_a_singular_covariance():
    covariance = np.array(from_r("covariance"))
    assert_allclose(symmetric_root(covariance) @ symmetric_root(covariance), covariance, atol=1e-15)
    inverse = pseudo_inverse(covariance)
    assert inverse.rank == 4
    assert_allclose(inverse.matrix, np.linalg.pinv(covariance, rcond=1e-9), rtol=1e-8)
    assert pseudo_inverse(np.zeros((3, 3))).rank == 0


@pytest.mark.parametrize("distance", [0.3, 1.0, 2.5])
def test_two_pillars_stay_in_order_with_the_chance_of_the_normal_with_twice_the_covariance(distance):
    stability = top_k_stability([distance, 0], np.eye(2), 1, generator(3), draws=200_000)
    assert stability == pytest.approx(NormalDist().cdf(distance / 2), abs=0.005)


def test_the_whole_list_is_always_the_same_and_a_sharp_order_nearly_so():
    assert top_k_stability([3, 2, 1], np.eye(3), 3, generator()) == 1
    assert top_k_stability([3, 2, 1], 1e-6 * np.eye(3), 1, generator()) == 1


def test_an_undecided_top_that_nothing_varies_is_never_the_same():
    assert top_k_stability([2, 2, 1], np.zeros((3, 3)), 1, generator()) == 0
    assert top_k_stability([2, 2, 1], np.zeros((3, 3)), 2, generator()) == 1


def test_without_answers_there_is_no_stability():
    moments = score_moments(ranking_scores(TOY[:1]))
    assert np.isnan(top_k_stability(moments.mean, moments.covariance, 1, generator()))


def test_senseless_questions_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^covariance: needs shape"):
        rank_sets([1, 2], np.eye(3))
    with pytest.raises(ValueError, match=r"^covariance: needs a symmetric"):
        rank_sets([1, 2], [[1, 0.5], [0, 1]])
    with pytest.raises(ValueError, match=r"^covariance: needs variances"):
        rank_sets([1, 2], -np.eye(2))
    with pytest.raises(ValueError, match=r"^confidence: needs"):
        rank_sets([1, 2], np.eye(2), confidence=95)
    with pytest.raises(ValueError, match=r"^draws: needs"):
        rank_sets([1, 2], np.eye(2), draws=0)
    with pytest.raises(ValueError, match=r"^k: needs"):
        top_k_stability([1, 2], np.eye(2), 3, generator())
