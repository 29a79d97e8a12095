"""Means of those who answered, differences of means, and the quadrants of importance and performance."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from numpy.testing import assert_allclose

from cxsurvey.statistics import (
    MeanEstimate,
    answered_moments,
    generator,
    holm,
    mean_interval,
    quadrants,
    score_moments,
    welch,
)
from cxsurvey.statistics.quadrants import FIX_FIRST, KEEP_UP, LOW_PRIORITY, OVER_SERVED

from .material import NAN, quick, rating_tables


@cache
def reference():
    """Values from R; the calls stand beside them."""
    path = Path(__file__).parents[2] / "data" / "r_performance.json"
    return json.loads(path.read_text(encoding="utf-8"))


def from_r(name):
    return np.array(reference()["values"][name]["value"])


def r_data(name):
    return np.array(reference()["data"][name], dtype=float)


RATINGS, SCORES = r_data("ratings"), r_data("scores")


def estimate(values):
    given = values[~np.isnan(values)]
    moments = answered_moments(given[:, None])
    return MeanEstimate(moments.mean[0], moments.se[0], len(given))


# --- means of those who answered


def test_means_and_intervals_of_incomplete_ratings_are_those_of_rs_t_test():
    moments = answered_moments(RATINGS)
    assert moments.n.tolist() == [38, 38, 39, 39]
    for column in range(4):
        mean, low, high = from_r("mean_interval")[:, column]
        found = mean_interval(moments.mean[column], moments.se[column], moments.n[column])
        assert (moments.mean[column], found.low, found.high) == pytest.approx((mean, low, high), abs=1e-12)


def test_where_all_answered_the_covariance_is_rs_and_that_of_the_scores():
    complete = RATINGS[~np.isnan(RATINGS).any(axis=1)]
    assert_allclose(answered_moments(complete).covariance, from_r("complete_covariance"), atol=1e-14)
    weights = np.linspace(0.5, 2, len(complete))
    found, known = answered_moments(complete, weights, 900), score_moments(complete, weights, population=900)
    assert_allclose(found.mean, known.mean)
    assert_allclose(found.covariance, known.covariance)


def test_by_hand():
    moments = answered_moments([[1, 4], [3, NAN], [NAN, NAN]])
    assert_allclose(moments.mean, [2, 4])
    assert moments.se[0] == pytest.approx(1.0)  # s = sqrt 2, n = 2
    assert np.isnan(moments.se[1])
    assert moments.n.tolist() == [2, 1]


def test_nobody_or_one_is_not_enough():
    for values in (np.zeros((0, 3)), np.full((4, 3), NAN)):
        moments = answered_moments(values)
        assert np.isnan(moments.mean).all()
        assert np.isnan(moments.covariance).all()
    assert np.isnan(answered_moments([[3.0, 4.0]], weights=[0]).mean).all()


@given(rating_tables())
@quick
def test_whoever_is_left_out_no_direction_has_a_negative_variance(ratings):
    holed = ratings.copy()
    holed[np.arange(len(holed)), np.arange(len(holed)) % holed.shape[1]] = NAN
    covariance = answered_moments(holed).covariance
    known = ~np.isnan(np.diagonal(covariance))
    assert (np.linalg.eigvalsh(covariance[np.ix_(known, known)]) > -1e-12).all()


def test_a_population_smaller_than_the_answers_is_refused():
    with pytest.raises(ValueError, match="population"):
        answered_moments([[1.0], [2.0]], population=1)


# --- differences of means


@pytest.mark.parametrize("pillar", range(4))
def test_the_gap_to_a_group_of_colleagues_is_rs_welch_test(pillar):
    found = welch(estimate(SCORES[:, pillar]), estimate(RATINGS[:, pillar]))
    assert_allclose(
        [found.difference, found.low, found.high, found.t, found.df, found.p_value], from_r("welch")[:, pillar],
        rtol=1e-9,
    )


@pytest.mark.parametrize("pillar", range(4))
def test_the_gap_to_a_fixed_score_is_rs_test_against_a_known_mean(pillar):
    fixed = MeanEstimate(SCORES[:3, pillar].mean(), 0.0, 3)
    found = welch(fixed, estimate(RATINGS[:, pillar]))
    assert_allclose(
        [found.difference, found.low, found.high, found.t, found.df, found.p_value], from_r("fixed")[:, pillar],
        rtol=1e-9,
    )


def test_over_all_pillars_the_p_values_are_adjusted_as_r_does():
    found = [welch(estimate(SCORES[:, pillar]), estimate(RATINGS[:, pillar])).p_value for pillar in range(4)]
    assert_allclose(holm(found), from_r("welch_holm"), rtol=1e-9)


def test_means_without_any_spread_differ_surely_or_not_at_all():
    sure = welch(MeanEstimate(5, 0, 6), MeanEstimate(3, 0, 90))
    assert (sure.difference, sure.low, sure.high, sure.p_value) == (2, 2, 2, 0)
    assert welch(MeanEstimate(3, 0, 6), MeanEstimate(3, 0, 90)).p_value == 1


def test_too_few_answers_give_no_difference_and_a_negative_error_is_refused():
    assert np.isnan(welch(MeanEstimate(4, 0, 1), MeanEstimate(NAN, NAN, 0)).difference)
    assert np.isnan(welch(MeanEstimate(4, 0.2, 1), MeanEstimate(3, 0.1, 50)).p_value)
    with pytest.raises(ValueError, match="se"):
        welch(MeanEstimate(4, -1, 5), MeanEstimate(3, 0.1, 50))


# --- quadrants

CLEAR = [80, 70, 30, 20, 2.0, 4.5, 2.1, 4.4]


def test_clear_pillars_lie_in_their_quadrants():
    found = quadrants(CLEAR, np.eye(8) * 0.01, generator(1))
    assert found.place.tolist() == [FIX_FIRST, KEEP_UP, LOW_PRIORITY, OVER_SERVED]
    assert_allclose(found.certainty, 1)
    assert (found.importance_line, found.performance_line) == (50, 3.25)


def test_the_chance_of_a_quadrant_is_that_of_the_normal_distribution():
    # Half a standard error above a fixed line in performance, far above it in importance: Phi(0.5) = 0.6915.
    covariance = np.diag([1e-6, 1e-6, 1.0, 1e-6])
    found = quadrants([90, 10, 4.5, 2], covariance, generator(2), target=4.0, draws=100_000)
    assert found.probability[0, KEEP_UP] == pytest.approx(0.6915, abs=0.005)
    assert found.probability[0, FIX_FIRST] == pytest.approx(0.3085, abs=0.005)
    assert_allclose(found.probability.sum(axis=1), 1)


def test_a_fixed_target_moves_the_line_and_the_pillars_across_it():
    found = quadrants(CLEAR, np.eye(8) * 0.001, generator(1), target=4.45)
    assert found.performance_line == 4.45
    assert found.place.tolist() == [FIX_FIRST, KEEP_UP, LOW_PRIORITY, LOW_PRIORITY]


def test_everyone_alike_is_on_the_line_and_nothing_is_sure():
    found = quadrants([50, 50, 50, 4, 4, 4], np.zeros((6, 6)), generator(1))
    assert_allclose(found.probability, 0.25)


def test_a_pillar_without_a_mean_is_left_out_also_of_the_lines():
    found = quadrants([*CLEAR[:4], 2.0, 4.5, NAN, 4.4], np.eye(8) * 0.001, generator(1))
    assert found.place[2] == -1
    assert np.isnan(found.certainty[2])
    assert found.importance_line == pytest.approx((80 + 70 + 20) / 3)


def test_no_pillar_or_none_known_is_not_enough():
    assert quadrants([], np.zeros((0, 0)), generator(1)).place.shape == (0,)
    found = quadrants([NAN, NAN], np.full((2, 2), NAN), generator(1))
    assert found.place.tolist() == [-1]
    assert np.isnan(found.importance_line)


def test_importance_without_performance_is_refused():
    with pytest.raises(ValueError, match="importance and performance"):
        quadrants([1, 2, 3], np.eye(3), generator(1))


def test_the_order_of_the_pillars_changes_nothing_but_their_order():
    turned = [3, 1, 0, 2, 7, 5, 4, 6]
    covariance = np.diag(np.linspace(0.5, 40, 8))
    here = quadrants(CLEAR, covariance, generator(1))
    there = quadrants(np.array(CLEAR)[turned], covariance[np.ix_(turned, turned)], generator(1))
    assert there.place.tolist() == here.place[turned[:4]].tolist()
    assert_allclose(there.probability, here.probability[turned[:4]], atol=0.03)
