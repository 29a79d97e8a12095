"""Margins, Wilson intervals and weighting loss: the printed numbers and R."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsurvey.statistics import (
    Interval,
    design_effect,
    effective_n,
    mean_interval,
    share_margin,
    wilson_interval,
)

from .material import TOY_WEIGHTS, from_r, quick, r_data


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (0, 30, 0, 0.113513),
        (3, 10, 0.107791, 0.603222),
        (50, 100, 0.403832, 0.596168),
        (231, 385, 0.550309, 0.647715),
    ],
)
def test_wilson_intervals_are_the_printed_ones_and_prop_tests(hits, n, low, high):
    interval = wilson_interval(hits / n, n)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-7)
    assert [interval.low, interval.high] == pytest.approx(from_r(f"wilson_{hits}_{n}"), abs=1e-12)


def test_wilson_at_another_confidence_is_prop_tests():
    interval = wilson_interval(231 / 385, 385, confidence=0.99)
    assert [interval.low, interval.high] == pytest.approx(from_r("wilson_231_385_at_99"), abs=1e-12)


def test_385_answers_give_five_points_and_a_small_base_gives_less():
    assert share_margin(385) == pytest.approx(0.0499, abs=5e-5)
    assert share_margin(278, population=1000) == pytest.approx(0.05, abs=5e-5)
    assert share_margin(385, share=0.2) < share_margin(385)


def test_when_everyone_answered_nothing_is_uncertain():
    assert share_margin(40, population=40) == 0
    assert wilson_interval(0.3, 40, population=40) == Interval(0.3, 0.3)


def test_without_answers_there_is_no_interval():
    assert math.isnan(share_margin(0))
    assert math.isnan(wilson_interval(0.5, 0).low)
    assert math.isnan(wilson_interval(float("nan"), 0).high)
    assert math.isnan(wilson_interval(0.5, 3, effective=0).low)
    assert math.isnan(mean_interval(2.0, float("nan"), 1).low)


def test_weights_widen_the_interval_as_fewer_people_would():
    assert wilson_interval(0.4, 200, effective=162) == wilson_interval(0.4, 162)
    assert share_margin(200, effective=162) == share_margin(162)


def test_many_shares_at_once_are_wider_by_bonferroni():
    assert share_margin(788, n_shares=10) == pytest.approx(0.05, abs=5e-5)
    assert wilson_interval(0.3, 100, n_shares=10).half_width > wilson_interval(0.3, 100).half_width


def test_mean_interval_is_t_tests():
    first = r_data("ranks")[:, 0]
    interval = mean_interval(first.mean(), first.std(ddof=1) / math.sqrt(len(first)), len(first))
    assert [interval.low, interval.high] == pytest.approx(from_r("mean_interval_pillar_1"), abs=1e-9)


def test_effective_n_and_design_effect_are_the_printed_ones():
    weights = [0.5] * 50 + [1] * 100 + [2] * 50
    assert effective_n(weights) == pytest.approx(162)
    assert design_effect(weights) == pytest.approx(1.234568, abs=5e-7)
    assert effective_n(TOY_WEIGHTS) == pytest.approx(6.48)


def test_no_weight_at_all_is_worth_no_answer():
    assert effective_n([0, 0]) == 0
    assert effective_n([]) == 0
    assert math.isnan(design_effect([0, 0]))


def test_tiny_and_huge_weights_keep_their_meaning():
    assert effective_n([1e-300, 1e-300]) == pytest.approx(2)
    assert effective_n([1e300, 1e300, 1e300]) == pytest.approx(3)


@quick
@given(st.integers(0, 400), st.integers(1, 400), st.floats(0.5, 0.999))
def test_wilson_lies_inside_0_to_1_around_the_share(hits, n, confidence):
    share = min(hits, n) / n
    interval = wilson_interval(share, n, confidence)
    assert 0 <= interval.low <= share + 1e-12
    assert share - 1e-12 <= interval.high <= 1
    assert interval.low < interval.high


@quick
@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_effective_n_is_between_one_and_all(weights):
    assert 1 - 1e-9 <= effective_n(weights) <= len(weights) * (1 + 1e-9)
    assert design_effect(weights) == pytest.approx(1 + np.var(weights) / np.mean(weights) ** 2)


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: share_margin(-1), "n"),
        (lambda: share_margin(10, population=9), "population"),
        (lambda: share_margin(10, share=2), "share"),
        (lambda: wilson_interval(1.2, 10), "share"),
        (lambda: wilson_interval(0.5, 10, confidence=1), "confidence"),
        (lambda: effective_n([1, -1]), "weights"),
        (lambda: effective_n([1, float("nan")]), "weights"),
        (lambda: effective_n([[1, 2]]), "weights"),
    ],
)
def test_senseless_questions_are_refused_by_name(call, named):
    with pytest.raises(ValueError, match=rf"^{named}: needs"):
        call()
