"""Tests between cohorts: the printed Q, R (manova, kruskal.test, survey, t.test), properties, what is too little."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.progress import Cancelled
from cxsurvey.statistics import (
    cohort_codes,
    cohort_differences,
    cohort_kruskal,
    cohort_pairs,
    cohort_q,
    cohort_q_permutation,
    fill_unranked,
    generator,
    holm,
    kruskal_by_column,
    ranking_scores,
)

from .material import NAN, TOY, from_r, quick, r_data, rankings

HALVES = [0] * 4 + [1] * 4


def test_q_of_the_toy_study_is_the_printed_one():
    found = cohort_q(fill_unranked(TOY), HALVES)
    assert (found.q, found.df) == (pytest.approx(3.125), 3)
    assert found.p_value == pytest.approx(0.37275127, abs=5e-9)
    assert (found.labels, found.sizes.tolist(), found.n, found.method) == ((0, 1), [4, 4], 8, "chi-square")


def test_q_is_the_pillai_trace_of_manova_times_n_minus_1():
    found = cohort_q(r_data("ranks"), r_data("cohort"))
    assert found.q == pytest.approx(from_r("q_ranks_by_pillai"), abs=1e-9)
    assert found.p_value == pytest.approx(from_r("q_ranks_p"), abs=1e-9)


def test_the_weighted_test_is_the_survey_packages_wald():
    found = cohort_q(r_data("ranks"), r_data("cohort"), r_data("weights"))
    assert found.method == "wald"
    assert (found.q, found.df) == (pytest.approx(from_r("wald_ranks"), abs=1e-7), 8)


def test_kruskal_is_kruskal_tests():
    found = cohort_kruskal(r_data("ranks"), r_data("cohort"))
    assert_allclose(found.h, from_r("kruskal_ranks"), atol=1e-10)
    assert_allclose(found.p_value, from_r("kruskal_ranks_p"), atol=1e-10)
    assert_allclose(found.adjusted, holm(from_r("kruskal_ranks_p")), atol=1e-10)
    assert_allclose(found.epsilon_squared, np.array(from_r("kruskal_ranks")) / 59, atol=1e-12)


def test_kruskal_of_tied_ratings_is_kruskal_tests():
    found = kruskal_by_column(r_data("ratings"), r_data("cohort"))
    assert_allclose(found.h, from_r("kruskal_ratings"), atol=1e-10)
    assert_allclose(found.p_value, from_r("kruskal_ratings_p"), atol=1e-10)


def test_kruskal_of_numbers_that_are_no_halves_is_the_same_by_sorting():
    values = r_data("ratings")
    assert_allclose(
        kruskal_by_column(np.exp(values), r_data("cohort")).h, kruskal_by_column(values, r_data("cohort")).h
    )


def test_a_cohort_against_the_rest_is_t_tests_welch():
    found = cohort_differences(r_data("ranks"), r_data("cohort"))
    assert [found.low[0, 0], found.high[0, 0]] == pytest.approx(from_r("welch_cohort_0_pillar_1"), abs=1e-9)
    assert found.labels == (0, 1, 2)


def test_pairs_of_cohorts_are_corrected_together():
    pairs = cohort_pairs(r_data("ranks"), r_data("cohort"))
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 1), (0, 2), (1, 2)]
    assert_allclose([pair.adjusted for pair in pairs], holm([pair.p_value for pair in pairs]))
    own = r_data("cohort") != 2
    assert pairs[0].q == pytest.approx(cohort_q(r_data("ranks")[own], r_data("cohort")[own]).q)


def test_people_of_unknown_cohort_are_left_out():
    scores, cohort = r_data("ranks"), r_data("cohort").astype(float)
    some = cohort.copy()
    some[:10] = NAN
    assert cohort_q(scores, some).q == pytest.approx(cohort_q(scores[10:], cohort[10:]).q)
    assert_allclose(cohort_kruskal(scores, some).h, cohort_kruskal(scores[10:], cohort[10:]).h)


def test_labels_may_be_numbers_or_texts_and_unknown_in_many_ways():
    found = cohort_codes(["b", None, "a", "", NAN], 5)
    assert (found.codes.tolist(), found.labels) == ([1, -1, 0, -1, -1], ("a", "b"))
    assert cohort_codes([3, -1, 1], 3).codes.tolist() == [1, -1, 0]
    assert cohort_codes(np.array(["x", "", "x"]), 3).codes.tolist() == [0, -1, 0]
    assert cohort_codes([1.0, NAN], 2).labels == (1.0,)
    assert cohort_codes([10, None, 9, -1], 4).labels == (9, 10)
    assert cohort_codes([], 0).labels == ()


def test_permutations_count_every_grouping_of_the_toy_study():
    """All 70 ways of halving eight people give the exact p; 4,000 shuffles must come near."""
    from itertools import combinations

    scores = fill_unranked(TOY)
    observed = cohort_q(scores, HALVES).q
    exact = np.mean(
        [
            cohort_q(scores, [int(i in first) for i in range(8)]).q >= observed - 1e-9
            for first in combinations(range(8), 4)
        ]
    )
    found = cohort_q_permutation(scores, HALVES, generator(5), permutations=4000)
    assert found.q == pytest.approx(observed)
    assert found.p_value == pytest.approx(exact, abs=0.03)


def test_permutation_and_chi_square_agree_for_large_cohorts():
    scores, cohort = r_data("ranks"), r_data("cohort")
    found = cohort_q_permutation(scores, cohort, generator(6))
    assert found.p_value == pytest.approx(cohort_q(scores, cohort).p_value, abs=0.04)


def test_permutation_p_is_never_zero_and_can_be_cancelled():
    scores = ranking_scores([[1, 2, 3]] * 20 + [[3, 2, 1]] * 20)
    cohort = [0] * 20 + [1] * 20
    assert cohort_q_permutation(scores, cohort, generator(), permutations=99).p_value == pytest.approx(0.01)

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        cohort_q_permutation(scores, cohort, generator(), progress=stop)


def test_shuffled_labels_give_uniform_p_values():
    rng = generator(8)
    scores = r_data("ranks")
    p = np.sort([cohort_q(scores, rng.permutation(r_data("cohort"))).p_value for _ in range(200)])
    # Kolmogorov's 1 % limit for 200 values.
    assert np.abs(p - (np.arange(200) + 0.5) / 200).max() < 1.63 / 200**0.5 + 0.0025


@quick
@given(rankings(respondents=(6, 14), pillars=(2, 5)), st.data())
def test_q_ignores_names_of_cohorts_and_order_of_pillars(ranks, data):
    cohort = np.array(data.draw(st.lists(st.integers(0, 2), min_size=len(ranks), max_size=len(ranks))))
    order = data.draw(st.permutations(range(ranks.shape[1])))
    one = cohort_q(ranks, cohort)
    other = cohort_q(ranks[:, order], np.array(["z", "m", "a"])[cohort])
    assert other.q == pytest.approx(one.q, nan_ok=True)
    assert math.isnan(one.q) or 0 <= one.q <= (one.n - 1) * one.df


@quick
@given(rankings(respondents=(6, 14), pillars=(2, 2)), st.data())
def test_q_of_two_pillars_is_the_test_of_one_share(ranks, data):
    cohort = np.array(data.draw(st.lists(st.integers(0, 1), min_size=len(ranks), max_size=len(ranks))))
    found = cohort_q(ranks, cohort)
    if not math.isnan(found.q):
        first = ranks[:, 0]
        between = sum((cohort == g).sum() * (first[cohort == g].mean() - first.mean()) ** 2 for g in (0, 1))
        assert found.q == pytest.approx(between / first.var(ddof=1))


@quick
@given(rankings(respondents=(5, 14), pillars=(2, 5), partial=True), st.data())
def test_kruskal_is_scipys(ranks, data):
    from scipy.stats import kruskal

    cohort = np.array(data.draw(st.lists(st.integers(0, 2), min_size=len(ranks), max_size=len(ranks))))
    found, filled = cohort_kruskal(ranks, cohort), fill_unranked(ranks)
    for j in range(ranks.shape[1]):
        groups = [filled[cohort == g, j] for g in np.unique(cohort)]
        if not math.isnan(found.h[j]):
            assert found.h[j] == pytest.approx(kruskal(*groups).statistic)


def test_one_cohort_cannot_be_compared():
    found = cohort_q(fill_unranked(TOY), [0] * 8)
    assert math.isnan(found.q)
    assert found.df == 0
    assert np.isnan(cohort_kruskal(TOY, [0] * 8).p_value).all()
    assert cohort_pairs(fill_unranked(TOY), [0] * 8) == ()


def test_when_everyone_is_alike_there_is_nothing_to_test():
    alike = np.tile([1.0, 2, 3], (20, 1))
    assert math.isnan(cohort_q(alike, [0, 1] * 10).p_value)
    assert np.isnan(cohort_kruskal(alike, [0, 1] * 10).h).all()
    assert_allclose(cohort_differences(alike, [0, 1] * 10).difference, 0)


def test_a_weighted_cohort_smaller_than_the_pillars_is_not_enough():
    found = cohort_q(r_data("ranks"), [0] * 4 + [1] * 56, r_data("weights"))
    assert math.isnan(found.p_value)


def test_a_cohort_of_one_is_tested_but_has_no_interval():
    cohort = [0] * 59 + [1]
    assert 0 <= cohort_q(r_data("ranks"), cohort).p_value <= 1
    assert np.isnan(cohort_differences(r_data("ranks"), cohort).low).all()


def test_malformed_questions_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^cohorts: needs one for each of 8"):
        cohort_q(TOY, [0, 1])
    with pytest.raises(ValueError, match=r"^weights: needs"):
        cohort_q(TOY, HALVES, [1])
    with pytest.raises(ValueError, match=r"^ranks: needs"):
        cohort_kruskal(TOY * 10, HALVES)
    with pytest.raises(ValueError, match=r"^permutations: needs"):
        cohort_q_permutation(TOY, HALVES, generator(), permutations=0)
    with pytest.raises(ValueError, match=r"^confidence: needs"):
        cohort_differences(TOY, HALVES, confidence=95)
