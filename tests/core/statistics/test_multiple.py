"""Adjusted p-values: the printed example, R's p.adjust, properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import benjamini_hochberg, holm

from .material import NAN, from_r, quick

P = [0.001, 0.008, 0.012, 0.04, 0.2, 0.041, 0.5, 0.9, 0.049, 0.0001]


def test_holm_is_the_printed_one_and_p_adjusts():
    assert_allclose(holm(P), [0.009, 0.064, 0.084, 0.24, 0.6, 0.24, 1, 1, 0.24, 0.001])
    assert_allclose(holm(P), from_r("holm"), atol=1e-12)


def test_benjamini_hochberg_is_the_printed_one_and_p_adjusts():
    printed = [0.005, 0.026667, 0.03, 0.068333, 0.25, 0.068333, 0.555556, 0.9, 0.07, 0.001]
    assert_allclose(benjamini_hochberg(P), printed, atol=5e-7)
    assert_allclose(benjamini_hochberg(P), from_r("benjamini_hochberg"), atol=1e-12)


def test_tests_that_had_not_enough_do_not_count():
    assert_allclose(holm([0.01, NAN, 0.04]), [0.02, NAN, 0.04])
    assert_allclose(benjamini_hochberg([NAN, 0.01]), [NAN, 0.01])
    assert holm([]).shape == (0,)


@quick
@given(st.lists(st.floats(0, 1), max_size=20))
def test_adjusting_never_lowers_a_p_value_and_keeps_the_order(p):
    from scipy.stats import false_discovery_control

    p = np.array(p)
    by_holm, by_rate = holm(p), benjamini_hochberg(p)
    assert (by_holm >= p).all()
    assert (by_holm <= 1).all()
    assert (by_rate <= by_holm + 1e-12).all()
    order = np.argsort(p, kind="stable")
    assert (np.diff(by_holm[order]) >= 0).all()
    if len(p):
        assert_allclose(by_rate, false_discovery_control(p))


def test_numbers_that_are_no_p_values_are_refused():
    for wrong in ([1.2], [-0.1], [[0.5]]):
        with pytest.raises(ValueError, match=r"^p: needs"):
            holm(wrong)
