"""Kendall's W, tau, Spearman, overlaps: the printed numbers, R (irr's formulas through vegan and base), properties."""

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import (
    average_overlap,
    kendall_w,
    overlap_at_k,
    pairs_in_same_order,
    rating_ranks,
    rbo,
    spearman,
    tau_b,
    tau_chance,
    tau_x,
)

from .material import NAN, TOY, TOY_RATINGS, from_r, quick, r_data, rankings, rating_tables

ABCD, BADC = [1, 2, 3, 4], [2, 1, 4, 3]


def test_w_of_the_six_full_rankings_is_the_printed_one():
    found = kendall_w(TOY[:6])
    assert found.w == pytest.approx(0.6)
    assert found.mean_spearman == pytest.approx(0.52)
    assert found.f == pytest.approx(7.5)
    assert (found.df1, found.df2) == pytest.approx((2.6667, 13.3333), abs=5e-5)
    assert found.p_value == pytest.approx(0.00419423, abs=5e-9)


def test_w_of_ratings_with_ties_is_the_printed_one():
    found = kendall_w(rating_ranks(TOY_RATINGS))
    assert found.w == pytest.approx(0.08333333, abs=5e-9)
    assert found.chi_square == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("kendall_global_ranks", r_data("ranks")),
        ("kendall_global_ratings", r_data("rating_ranks")),
        ("kendall_global_six", r_data("ranks")[:6]),
    ],
)
def test_w_with_its_f_test_is_vegans_kendall_global(name, table):
    found, expected = kendall_w(table), from_r(name)
    assert found.w == pytest.approx(expected["w"], abs=1e-12)
    assert found.f == pytest.approx(expected["f"], abs=1e-9)
    assert found.p_value == pytest.approx(expected["p_value"], rel=1e-6)
    assert found.chi_square == pytest.approx(expected["chi_square"], abs=1e-9)


def test_its_chi_square_is_friedman_tests():
    assert kendall_w(r_data("ranks")).chi_square == pytest.approx(from_r("friedman_ranks"), abs=1e-9)
    assert kendall_w(r_data("rating_ranks")).chi_square == pytest.approx(from_r("friedman_ratings"), abs=1e-9)


def test_mean_spearman_is_the_mean_of_rs_correlations():
    assert kendall_w(r_data("ranks")).mean_spearman == pytest.approx(from_r("mean_spearman_ranks"), abs=1e-12)


def test_one_order_for_all_is_full_agreement():
    found = kendall_w([ABCD] * 5)
    assert (found.w, found.f, found.p_value) == (1, math.inf, 0)


def test_nobody_expressing_a_difference_has_no_agreement_figure():
    found = kendall_w(np.full((5, 4), 2.5))
    assert math.isnan(found.w)
    assert math.isnan(found.p_value)


def test_a_constant_respondent_lowers_nothing_but_the_count_of_opinions():
    assert kendall_w([ABCD, ABCD, [2.5] * 4]).mean_spearman == pytest.approx(1)


def test_a_table_turned_on_its_side_is_refused():
    with pytest.raises(ValueError, match=r"^ranks: needs 1 for the most important"):
        kendall_w(TOY[:6].T)
    with pytest.raises(ValueError, match=r"^ranks: needs"):
        kendall_w(r_data("ranks").T)


def test_tau_x_and_tau_b_with_a_tie_are_the_printed_ones():
    assert tau_x([1, 2, 2, 4], ABCD) == pytest.approx(0.833333, abs=5e-7)
    assert tau_b([1, 2, 2, 4], ABCD) == pytest.approx(0.912871, abs=5e-7)


def test_comparison_of_abcd_with_badc_is_the_printed_one():
    assert rbo(ABCD, BADC, p=0.9) == pytest.approx(0.873, abs=5e-4)
    assert average_overlap(ABCD, BADC, 3) == pytest.approx(0.55555556, abs=5e-9)
    assert tau_x(ABCD, BADC) == pytest.approx(0.33333333, abs=5e-9)


def test_ten_pillars_reversed_still_overlap_by_the_printed_figure():
    assert rbo(range(1, 11), range(10, 0, -1)) == pytest.approx(0.5116, abs=5e-5)


def test_tau_b_and_spearman_are_rs():
    ranks, ties = r_data("ranks"), r_data("rating_ranks")
    assert tau_b(ranks[2], ranks[6]) == pytest.approx(from_r("tau_b_ranks_3_7"), abs=1e-12)
    assert tau_b(ties[2], ties[6]) == pytest.approx(from_r("tau_b_ratings_3_7"), abs=1e-12)
    assert spearman(ties[2], ties[6]) == pytest.approx(from_r("spearman_ratings_3_7"), abs=1e-12)


@pytest.mark.parametrize(("tau", "p"), [(0.6, 0.0083), (0.5111, 0.0233), (0.4667, 0.0363), (0.4222, 0.0542)])
def test_exact_chances_of_tau_for_ten_pillars_are_the_printed_ones(tau, p):
    assert tau_chance(tau, 10) == pytest.approx(p, abs=5e-5)


def test_the_exact_chance_is_cor_tests():
    tau = from_r("tau_12_inversions")
    assert tau_chance(tau, 10) == pytest.approx(from_r("tau_chance_12_inversions"), abs=1e-12)
    assert tau_chance(-1, 10) == pytest.approx(1)


def test_the_exact_chance_counts_all_orders_of_five():
    own = np.arange(1, 6)
    taus = np.array([tau_x(own, order) for order in permutations(own)])
    for tau in set(np.round(taus, 9)):
        assert tau_chance(tau, 5) == pytest.approx(np.mean(taus >= tau - 1e-6))


def test_pairs_in_the_same_order_are_counted():
    assert pairs_in_same_order(ABCD, BADC) == 4
    assert pairs_in_same_order(ABCD, ABCD) == 6


def test_pillars_only_one_order_knows_are_left_out():
    assert tau_x([1, 2, 3, NAN], [3, 4, NAN, 1]) == 1
    assert rbo([1, 2, 3, NAN], [1, 2, 3, 4]) == pytest.approx(1)


def test_ties_across_the_border_count_in_part():
    assert overlap_at_k([1.5, 1.5, 3], [1, 2, 3], 1) == pytest.approx(0.5)
    assert overlap_at_k([1.5, 1.5, 3], [1.5, 1.5, 3], 1) == pytest.approx(1)


def test_orders_without_two_pillars_in_common_have_no_figure():
    for figure in (tau_x, tau_b, spearman, rbo):
        assert math.isnan(figure([1], [1]))
        assert math.isnan(figure([], []))
        assert math.isnan(figure([1, NAN], [NAN, 1]))
    assert math.isnan(average_overlap([1], [1], 1))
    assert math.isnan(tau_b([1.5, 1.5], [1, 2]))
    assert math.isnan(spearman([1.5, 1.5], [1, 2]))
    assert tau_x([1.5, 1.5], [1, 2]) == 0


@quick
@given(rankings(partial=True), st.randoms(use_true_random=False))
def test_w_ignores_the_order_of_people_and_pillars_and_lies_in_0_to_1(ranks, random):
    people, pillars = list(range(len(ranks))), list(range(ranks.shape[1]))
    random.shuffle(people)
    random.shuffle(pillars)
    w = kendall_w(ranks).w
    assert math.isnan(w) or 0 <= w <= 1
    assert kendall_w(ranks[people][:, pillars]).w == pytest.approx(w, nan_ok=True)


@quick
@given(rankings(respondents=(2, 8), pillars=(3, 6)))
def test_w_and_mean_spearman_are_tied_together_without_ties(ranks):
    found, m = kendall_w(ranks), len(ranks)
    assert found.mean_spearman == pytest.approx((m * found.w - 1) / (m - 1), abs=1e-12)


@quick
@given(rating_tables(respondents=(2, 2), pillars=(2, 8)))
def test_tau_b_and_spearman_are_scipys(ratings):
    from scipy.stats import kendalltau, spearmanr

    a, b = rating_ranks(ratings)
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        assert math.isnan(tau_b(a, b))
    else:
        assert tau_b(a, b) == pytest.approx(kendalltau(a, b).statistic)
        assert spearman(a, b) == pytest.approx(spearmanr(a, b).statistic)


@quick
@given(rankings(respondents=(2, 2), pillars=(2, 8)))
def test_two_orders_compare_the_same_both_ways_and_fully_with_themselves(ranks):
    a, b = ranks
    k = len(a)
    assert tau_x(a, a) == 1
    assert tau_x(a, b) == pytest.approx(tau_b(a, b))
    assert tau_x(a, k + 1 - a) == -1
    assert rbo(a, a) == pytest.approx(1)
    assert_allclose(
        [tau_x(a, b), rbo(a, b), average_overlap(a, b, k)], [tau_x(b, a), rbo(b, a), average_overlap(b, a, k)]
    )
    assert 0 < rbo(a, b) <= 1 + 1e-12
    assert pairs_in_same_order(a, b) == pytest.approx(k * (k - 1) / 4 * (1 + tau_x(a, b)))


def test_senseless_questions_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^b: needs the 4 pillars"):
        tau_x(ABCD, [1, 2])
    with pytest.raises(ValueError, match=r"^p: needs"):
        rbo(ABCD, BADC, p=1)
    with pytest.raises(ValueError, match=r"^k: needs 1 to 4"):
        overlap_at_k(ABCD, BADC, 5)
    with pytest.raises(ValueError, match=r"^tau: needs"):
        tau_chance(2, 10)
