"""Derived importance: R's attitude data, properties, what is too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import generator, lmg, rank_correlations, relative_weights, resampled_importance
from cxsurvey.statistics.importance import LMG, METHODS, RANK_CORRELATIONS, RELATIVE_WEIGHTS

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


def test_rank_correlations_are_rs():
    found = rank_correlations(DRIVERS, RATING)
    assert_allclose(found.correlation, from_r("attitude_spearman"), atol=1e-12)
    assert np.isnan(found.share).all()


def test_the_range_of_resampled_shares_is_rs():
    # 2,000 draws each: an end of a range hangs on some 50 of them, so 0.03 is two of its standard errors.
    drawn = resampled_importance(DRIVERS[:, :3], RATING, LMG, generator(1))
    low, high = np.quantile(drawn.share, [0.025, 0.975], axis=0)
    expected = np.array(from_r("attitude_lmg_of_three_resampled"))
    assert_allclose([low, high], expected, atol=0.03)


@pytest.mark.parametrize(("method", "of"), [(LMG, lmg), (RELATIVE_WEIGHTS, relative_weights)])
def test_a_resample_has_the_shares_of_its_own_rows(method, of):
    drawn = resampled_importance(DRIVERS, RATING, method, generator(3), draws=5)
    taken = generator(3).multinomial(30, np.full(30, 1 / 30), size=5)
    for draw, times in enumerate(taken):
        rows = np.repeat(np.arange(30), times)
        alone = of(DRIVERS[rows], RATING[rows])
        assert_allclose(drawn.share[draw], alone.share, atol=1e-10)
        assert_allclose(drawn.correlation[draw], alone.correlation, atol=1e-10)
        assert drawn.r_squared[draw] == pytest.approx(alone.r_squared)


def test_blocks_of_many_answers_spread_as_the_answers_do():
    rng = generator(4)
    x = rng.integers(1, 6, (6_000, 3)).astype(float)
    y = x @ [0.6, 0.3, 0.0] + rng.normal(size=6_000)
    spread = resampled_importance(x, y, LMG, generator(5), draws=1_000).share.std(axis=0)
    few = np.array([lmg(x[rows], y[rows]).share for rows in rng.integers(0, 6_000, (400, 6_000))]).std(axis=0)
    assert_allclose(spread, few, rtol=0.15)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_can_be_resampled_from_too_little(method):
    drawn = resampled_importance(DRIVERS[:7], RATING[:7], method, generator(1), draws=3)
    assert drawn.correlation.shape == (3, 6)
    assert np.isnan(drawn.correlation).all()
    assert np.isnan(drawn.r_squared).all()


def test_a_resample_in_which_all_are_satisfied_alike_says_nothing():
    x, y = np.arange(8.0)[:, None] % 3, np.array([0, 0, 0, 0, 0, 0, 0, 1.0])
    drawn = resampled_importance(x, y, RANK_CORRELATIONS, generator(2), draws=200)
    unknown = np.isnan(drawn.correlation[:, 0])
    assert 0.2 < unknown.mean() < 0.5  # (7/8)^8 = 34 % of resamples lack the one who differs


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
