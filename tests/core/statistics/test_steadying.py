"""Steadied cohort means: worked by hand, properties, what is too little."""

import numpy as np
import pytest
from hypothesis import given
from numpy.testing import assert_allclose

from cxsurvey.statistics import steadied_cohort_means, steady

from .material import NAN, quick, r_data, rankings


def test_two_cohorts_of_one_pillar_worked_by_hand():
    # w = 1, mean 2, Q = 2; tau^2 = (2 - 1) / (2 - 2/2) = 1; B = 1/2: halfway to the mean.
    found = steady([[1.0], [3.0]], [[1.0], [1.0]])
    assert found.between_variance == pytest.approx(1)
    assert_allclose(found.pull, 0.5)
    assert_allclose(found.means, [[1.5], [2.5]])


def test_one_between_variance_serves_all_pillars():
    # Q = 2 and 0, two degrees of freedom: nothing is left between, everything goes to the mean.
    found = steady([[1.0, 5.0], [3.0, 5.0]], np.ones((2, 2)))
    assert found.between_variance == 0
    assert_allclose(found.means, [[2, 5], [2, 5]])


def test_a_small_cohort_is_pulled_further_than_a_large_one():
    scores, cohort = r_data("ranks"), np.repeat([0, 1], [6, 54])
    found = steadied_cohort_means(scores, cohort)
    assert (found.pull[0] > found.pull[1]).all()
    assert_allclose(found.raw[0], scores[:6].mean(axis=0))
    assert found.labels == (0, 1)


def test_three_who_happen_to_agree_are_pulled_all_the_same():
    scores = np.concatenate([np.tile([5.0, 4, 3, 2, 1], (3, 1)), r_data("ranks")])
    found = steadied_cohort_means(scores, [0] * 3 + [1] * 60)
    assert (found.pull[0] > 0).all()


@quick
@given(rankings(respondents=(4, 14)))
def test_steadied_means_lie_between_raw_and_common(ranks):
    cohort = np.arange(len(ranks)) % 3
    found = steadied_cohort_means(ranks, cohort)
    assert ((found.pull >= 0) & (found.pull <= 1)).all()
    assert (found.means >= found.raw.min(axis=0) - 1e-9).all()
    assert (found.means <= found.raw.max(axis=0) + 1e-9).all()


def test_cells_without_answers_stay_empty_and_do_not_disturb():
    found = steady([[1.0], [3.0], [NAN]], [[1.0], [1.0], [NAN]])
    assert_allclose(found.means, [[1.5], [2.5], [NAN]])


def test_too_little_leaves_the_raw_means():
    for scores, cohort in (
        (np.empty((0, 3)), []),
        (np.ones((1, 3)), [0]),
        (np.arange(6.0).reshape(2, 3), [0, 1]),
        (np.full((4, 3), NAN), [0, 0, 1, 1]),
        (np.ones((4, 3)), [0, 0, 1, 1]),
    ):
        found = steadied_cohort_means(scores, cohort)
        assert_allclose(found.means, found.raw)


def test_malformed_arrays_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^variances: needs shape"):
        steady([[1.0]], [[1.0, 2.0]])
    with pytest.raises(ValueError, match=r"^variances: needs numbers of 0 or more"):
        steady([[1.0]], [[-1.0]])
