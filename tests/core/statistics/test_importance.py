"""Derived importance: R's attitude data, properties, what is too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import generator, lmg, relative_weights

from .material import NAN, from_r, quick, r_data

ATTITUDE = r_data("attitude")
DRIVERS, RATING = ATTITUDE[:, 1:], ATTITUDE[:, 0]


def test_shares_of_the_attitude_data_are_the_printed_ones():
    found = lmg(DRIVERS, RATING)
    assert found.r_squared == pytest.approx(0.732602, abs=5e-7)
    assert_allclose(found.share, [0.370816, 0.050904, 0.155766, 0.120345, 0.006589, 0.028182], atol=5e-7)
    assert found.n == 30


def test_shares_are_those_of_rs_regressions_on_all_subsets():
    found = lmg(DRIVERS, RATING)
    assert found.r_squared == pytest.approx(from_r("attitude_r_squared"), abs=1e-12)
    assert_allclose(found.share, from_r("attitude_lmg"), atol=1e-12)


def test_relative_weights_are_rs():
    found = relative_weights(DRIVERS, RATING)
    assert_allclose(found.share, from_r("attitude_relative_weights"), atol=1e-12)
    assert found.r_squared == pytest.approx(from_r("attitude_r_squared"), abs=1e-12)


@pytest.mark.parametrize("method", [lmg, relative_weights])
def test_direction_is_told_by_the_correlation(method):
    found = method(-DRIVERS, RATING)
    assert_allclose(found.correlation, -method(DRIVERS, RATING).correlation)
    assert_allclose(found.share, method(DRIVERS, RATING).share)


@pytest.mark.parametrize("method", [lmg, relative_weights])
def test_incomplete_rows_are_left_out_and_a_constant_pillar_explains_nothing(method):
    drivers = np.column_stack([DRIVERS, np.full(30, 3.0)])
    drivers = np.concatenate([drivers, np.full((2, 7), NAN)])
    found = method(drivers, np.concatenate([RATING, [50, NAN]]))
    assert found.n == 30
    assert found.share[-1] == pytest.approx(0, abs=1e-12)
    assert_allclose(found.share[:-1], method(DRIVERS, RATING).share)


def test_twins_share_alike():
    found = lmg(np.column_stack([DRIVERS[:, 0], DRIVERS[:, 0], DRIVERS[:, 2]]), RATING)
    assert found.share[0] == pytest.approx(found.share[1])
    assert found.r_squared == pytest.approx(lmg(DRIVERS[:, [0, 2]], RATING).r_squared)


@pytest.mark.parametrize("method", [lmg, relative_weights])
def test_too_little_has_no_shares(method):
    for x, y in (
        (np.empty((0, 3)), []),
        (np.eye(3), [1, 2, 3]),
        (DRIVERS[:7], RATING[:7]),
        (DRIVERS, np.full(30, 4.0)),
        (np.full((9, 2), NAN), np.ones(9)),
        (np.empty((9, 0)), np.arange(9)),
    ):
        found = method(x, y)
        assert np.isnan(found.share).all()
        assert np.isnan(found.r_squared)


@quick
@given(st.integers(1, 6), st.integers(0, 10_000))
def test_shares_are_positive_and_add_up_to_r_squared(n_pillars, seed):
    rng = generator(seed)
    x = rng.integers(1, 6, (25, n_pillars)).astype(float)
    y = x @ rng.normal(size=n_pillars) + rng.normal(size=25)
    for method in (lmg, relative_weights):
        found = method(x, y)
        assert (found.share >= -1e-12).all()
        assert found.share.sum() == pytest.approx(found.r_squared)
        assert found.r_squared <= 1 + 1e-12


def test_malformed_questions_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^x: needs up to 12 pillars"):
        lmg(np.ones((20, 13)), np.ones(20))
    with pytest.raises(ValueError, match=r"^y: needs one for each"):
        lmg(DRIVERS, RATING[:5])
