"""Sample sizes and power: the printed tables (statistics specification 1.1 to 1.4) and R."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsurvey.statistics import (
    cohort_power,
    cohort_sample,
    cohort_share_sample,
    completes_for_weighting,
    expected_invitations,
    gap_power,
    gap_sample,
    invitations,
    mean_rank_sample,
    required_sample,
    share_margin,
    simultaneous_sample,
    thompson_sample,
)
from cxsurvey.statistics.distributions import failures_before, t_power
from cxsurvey.statistics.samples import gap_spread, rank_spread, thompson_constant

from .material import from_r, quick


@pytest.mark.parametrize(
    ("population", "needed"), [(None, 385), (10_000, 370), (1_000, 278), (500, 218), (200, 132), (1, 1)]
)
def test_five_points_need_the_printed_number_of_answers(population, needed):
    assert required_sample(0.05, population=population) == needed


@pytest.mark.parametrize(
    ("margin", "confidence", "needed"), [(0.03, 0.95, 1068), (0.1, 0.95, 97), (0.05, 0.9, 271), (0.05, 0.99, 664)]
)
def test_other_margins_and_confidences_need_the_printed_numbers(margin, confidence, needed):
    assert required_sample(margin, confidence) == needed


@pytest.mark.parametrize(("confidence", "needed"), [(0.95, 510), (0.9, 403), (0.975, 624), (0.99, 788)])
def test_all_first_choice_shares_at_once_need_thompsons_numbers(confidence, needed):
    assert thompson_sample(0.05, confidence) == needed


@pytest.mark.parametrize(
    ("confidence", "constant"), [(0.95, 1.273587), (0.9, 1.006350), (0.975, 1.559633), (0.99, 1.969860)]
)
def test_thompsons_table_is_reproduced(confidence, constant):
    assert thompson_constant(confidence) == pytest.approx(constant, abs=5e-7)


@pytest.mark.parametrize(
    ("value", "margin", "confidence", "population", "n_shares"),
    [
        (384.146, 0.05, 0.95, None, 1), (369.971, 0.05, 0.95, 10_000, 1), (277.733, 0.05, 0.95, 1_000, 1),
        (217.487, 0.05, 0.95, 500, 1), (131.749, 0.05, 0.95, 200, 1), (1067.072, 0.03, 0.95, None, 1),
        (96.036, 0.1, 0.95, None, 1), (270.554, 0.05, 0.9, None, 1), (663.490, 0.05, 0.99, None, 1),
        (787.944, 0.05, 0.95, None, 10),
    ],
)  # fmt: skip
def test_the_formula_values_of_table_1_1_have_the_margin_asked_for(value, margin, confidence, population, n_shares):
    """The specification's table 1.1 before rounding up: so many answers, were there fractions of people."""
    for apart in (-0.0006, 0.0006):
        found = share_margin(value + apart, confidence, population, n_shares=n_shares)
        assert (found > margin) is (apart < 0)


def test_the_formula_values_of_sections_1_2_and_1_3_before_rounding_up():
    """A hundredth of the distance needs 10,000 times the answers, so the whole numbers show the fractions."""
    values = {
        126.77: mean_rank_sample(0.005, 10), 352.13: mean_rank_sample(0.003, 10),
        507.07: mean_rank_sample(0.0025, 10), 143.90: gap_sample(0.01, 10), 239.52: gap_sample(0.01, 10, comparisons=9),
        308.54: gap_sample(0.01, 10, comparisons=45), 575.58: gap_sample(0.005, 10),
        129.51: cohort_sample(0.01, 10, exact=False),
    }  # fmt: skip
    for printed, found in values.items():
        assert found / 10_000 == pytest.approx(printed, abs=0.0051), printed


@pytest.mark.parametrize(("gap", "n", "comparisons"), [(1, 130.47, 1), (0.5, 518.99, 1), (1, 221.64, 10)])
def test_the_exact_values_of_section_1_3_have_a_power_of_80_percent(gap, n, comparisons):
    assert cohort_power(gap, n, n, 10, comparisons=comparisons) == pytest.approx(0.8, abs=2e-5)


def test_ten_top_three_shares_at_once_need_788():
    assert simultaneous_sample(0.05, 10) == 788


def test_planning_spreads_for_ten_pillars_are_the_printed_ones():
    assert rank_spread(10) == pytest.approx(2.872281, abs=5e-7)
    assert gap_spread(10) ** 2 == pytest.approx(18.3333, abs=5e-5)


@pytest.mark.parametrize(("half_width", "needed"), [(0.5, 127), (0.3, 353), (0.25, 508)])
def test_mean_ranks_need_the_printed_numbers(half_width, needed):
    assert mean_rank_sample(half_width, 10) == needed


def test_gaps_between_two_pillars_need_the_printed_numbers():
    assert gap_sample(1, 10) == 144
    assert gap_sample(1, 10, comparisons=9) == 240
    assert gap_sample(1, 10, comparisons=45) == 309
    assert gap_sample(0.5, 10) == 576


def test_the_exact_gap_sample_is_power_t_tests():
    assert from_r("sample_gap_exact") == pytest.approx(145.83, abs=0.005)
    assert gap_sample(1, 10, exact=True) == 146


@pytest.mark.parametrize(("n", "power"), [(100, 0.638), (144, 0.795), (385, 0.995)])
def test_power_for_a_gap_of_one_place_is_the_printed_one(n, power):
    assert gap_power(1, n, 10) == pytest.approx(power, abs=0.0005)


def test_gap_power_is_power_t_tests():
    assert gap_power(1, 100, 10) == pytest.approx(from_r("power_gap_100"), abs=1e-9)
    assert gap_power(1, 144, 10) == pytest.approx(from_r("power_gap_144"), abs=1e-9)
    assert gap_power(0.4, 12, 5) == pytest.approx(from_r("power_gap_12_of_5"), abs=1e-9)


def test_cohorts_need_the_printed_numbers():
    assert cohort_sample(1, 10) == 131
    assert cohort_sample(0.5, 10) == 519
    assert cohort_sample(1, 10, comparisons=10) == 222
    assert cohort_sample(1, 10, exact=False) == 130
    assert from_r("sample_cohort_exact") == pytest.approx(130.47, abs=0.005)


def test_cohort_power_is_pwr_t2n_tests():
    assert cohort_power(1, 40, 110, 10) == pytest.approx(from_r("power_cohort_unequal"), abs=1e-9)
    assert cohort_power(1, 150, 150, 10, comparisons=10) == pytest.approx(from_r("power_cohort_bonferroni"), abs=1e-9)


def test_shares_of_two_cohorts_need_the_printed_numbers():
    assert cohort_share_sample(0.5, 0.6) == 388
    assert cohort_share_sample(0.3, 0.45) == 163
    # R solves the same formula (power.prop.test): 387.3385 and 162.3344
    assert from_r("sample_shares_50_60") == pytest.approx(387.3385, abs=5e-5)
    assert from_r("sample_shares_30_45") == pytest.approx(162.3344, abs=5e-5)


@pytest.mark.parametrize(
    ("needed", "rate", "certainty", "name"),
    [
        (385, 0.1, 0.9, "invitations_385"),
        (385, 0.25, 0.9, "invitations_385_25"),
        (100, 0.05, 0.95, "invitations_100"),
        (7, 0.3, 0.99, "invitations_7"),
    ],
)
def test_invitations_are_qnbinoms(needed, rate, certainty, name):
    assert invitations(needed, rate, certainty) == from_r(name)


def test_invitations_are_the_printed_ones():
    assert invitations(385, 0.1) == 4090
    assert expected_invitations(385, 0.1) == 3850
    assert invitations(385, 0.25) == 1628
    assert invitations(100, 0.05, 0.95) == 2331


def test_nobody_needs_no_invitation_and_certain_answers_need_no_more():
    assert invitations(0, 0.1) == 0
    assert invitations(40, 1) == 40


def test_power_stays_a_number_where_scipys_noncentral_t_is_none():
    for noncentrality in (0.0, 4.9, 5.1, 9.0, 12.0, 40.0):
        for df in (2, 20, 384, 10_000):
            assert 0.04 < t_power(noncentrality, df, 0.025) <= 1
        assert t_power(40, df, 0.025) > 0.999
    assert t_power(0, 20, 0.025) == pytest.approx(0.05)


def test_weighting_asks_for_more_answers():
    assert completes_for_weighting(385, 1.5) == 578
    assert completes_for_weighting(385, 1) == 385


def test_one_answer_has_no_power_yet():
    assert gap_power(1, 1, 10) != gap_power(1, 1, 10)
    assert cohort_power(1, 1, 50, 10) != cohort_power(1, 1, 50, 10)


@quick
@given(st.floats(0.01, 0.3), st.floats(0.8, 0.99), st.integers(1, 100_000))
def test_the_required_sample_reaches_its_margin_and_one_less_does_not(margin, confidence, population):
    needed = required_sample(margin, confidence, population)
    assert 1 <= needed <= population
    assert share_margin(needed, confidence, population) <= margin * (1 + 1e-9)
    if 1 < needed < population:
        assert share_margin(needed - 1, confidence, population) > margin


@quick
@given(st.floats(0.3, 3), st.integers(3, 20), st.floats(0.5, 0.95))
def test_the_cohort_sample_reaches_its_power_and_one_less_does_not(gap, items, power):
    needed = cohort_sample(gap, items, power)
    assert cohort_power(gap, needed, needed, items) >= power
    if needed > 2:
        assert cohort_power(gap, needed - 1, needed - 1, items) < power


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: required_sample(5), "margin"),
        (lambda: required_sample(0), "margin"),
        (lambda: required_sample(0.05, 95), "confidence"),
        (lambda: required_sample(0.05, population=0), "population"),
        (lambda: required_sample(0.05, share=1), "share"),
        (lambda: simultaneous_sample(0.05, 0), "comparisons"),
        (lambda: thompson_sample(1), "margin"),
        (lambda: mean_rank_sample(0, 10), "half_width"),
        (lambda: gap_sample(1, 1), "items"),
        (lambda: gap_sample(0, 10), "gap"),
        (lambda: gap_sample(float("nan"), 10), "gap"),
        (lambda: gap_sample(1, 10, power=1), "power"),
        (lambda: gap_power(1, 10, 10, spread=0), "spread"),
        (lambda: cohort_sample(-1, 10), "gap"),
        (lambda: cohort_share_sample(0.5, 0.5), "second"),
        (lambda: cohort_share_sample(0, 0.5), "first"),
        (lambda: invitations(-1, 0.1), "needed"),
        (lambda: invitations(10, 0), "rate"),
        (lambda: invitations(10, 0.1, 1), "certainty"),
        (lambda: completes_for_weighting(10, 0.5), "design_effect"),
    ],
)
def test_senseless_questions_are_refused_by_name(call, named):
    with pytest.raises(ValueError, match=rf"^{named}: needs"):
        call()


@quick
@given(st.integers(1, 2000), st.floats(0.01, 0.99), st.floats(0.05, 0.999))
def test_failures_before_successes_are_scipys(successes, rate, certainty):
    from scipy.stats import nbinom

    assert failures_before(successes, rate, certainty) == nbinom.ppf(certainty, successes, rate)


def test_power_is_rs_also_where_scipy_has_none():
    asked = [(7, 10, 0.0005), (7, 1, 0.0005), (7, 50, 0.005), (3, 383, 0.0005), (0, 20, 0.025)]
    assert [t_power(*one) for one in asked] == pytest.approx(from_r("power_in_the_tails"), abs=1e-10)


@quick
@given(st.floats(0, 8), st.integers(1, 3000), st.floats(0.001, 0.2))
def test_power_is_that_of_scipys_noncentral_t_where_it_has_one(noncentrality, df, tail):
    from scipy.stats import nct, t

    critical = t.isf(tail, df)
    far = nct.cdf(-critical, df, noncentrality) if noncentrality <= 5 else 0
    theirs = nct.sf(critical, df, noncentrality) + far
    if theirs == theirs:
        assert t_power(noncentrality, df, tail) == pytest.approx(theirs, abs=1e-8)
