"""Plackett-Luce: the printed worths, R's exploded logit, choix, a direct search of the likelihood, properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import fill_unranked, plackett_luce

from .material import NAN, TOY, from_r, quick, r_data, rankings


def log_likelihood(ranks, log_worth):
    """Straight from the formula, person by person."""
    total = 0.0
    for row in ranks:
        order = [j for j in np.argsort(np.where(np.isnan(row), np.inf, row), kind="stable") if not np.isnan(row[j])]
        left = set(range(len(row)))
        for j in order:
            total += log_worth[j] - np.log(sum(np.exp(log_worth[i]) for i in left))
            left.remove(j)
    return total


def test_worths_of_the_toy_study_are_the_printed_ones():
    found = plackett_luce(TOY)
    assert_allclose(found.log_worth, [1.23546888, 1.23546888, -0.86066212, -1.61027564], atol=5e-9)
    assert_allclose(found.se, [0.51416120, 0.51416120, 0.53133898, 0.62195062], atol=5e-9)
    assert found.log_likelihood == pytest.approx(-14.92179306, abs=5e-9)
    assert found.null_log_likelihood == pytest.approx(-24.03813628, abs=5e-9)
    assert not found.stabilised


def test_worths_and_both_errors_are_those_of_rs_exploded_logit():
    """survival::coxph with a stratum for each respondent; robust errors by cluster(id)."""
    found = plackett_luce(r_data("ranks"))
    assert_allclose(found.log_worth, from_r("plackett_luce"), atol=1e-9)
    assert_allclose(found.se, from_r("plackett_luce_se"), atol=1e-9)
    assert_allclose(found.robust_se, from_r("plackett_luce_robust_se"), atol=1e-9)
    assert found.log_likelihood == pytest.approx(from_r("plackett_luce_log_likelihood"), abs=1e-9)


def test_weighted_worths_are_those_of_rs_exploded_logit():
    found = plackett_luce(r_data("ranks"), r_data("weights"))
    assert_allclose(found.log_worth, from_r("plackett_luce_weighted"), atol=1e-9)
    assert_allclose(found.robust_se, from_r("plackett_luce_weighted_robust_se"), atol=1e-9)


def test_worths_are_choixs():
    choix = pytest.importorskip("choix")
    ranks = r_data("ranks")
    theirs = choix.ilsr_rankings(ranks.shape[1], [tuple(np.argsort(row)) for row in ranks], max_iter=1000, tol=1e-12)
    assert_allclose(plackett_luce(ranks).log_worth, theirs - theirs.mean(), atol=1e-7)


def test_preference_shares_add_up_to_one():
    share = plackett_luce(r_data("ranks")).preference_share
    assert share.sum() == pytest.approx(1)
    assert_allclose(np.log(share / share[0]), np.subtract(from_r("plackett_luce"), from_r("plackett_luce")[0]))


def test_a_pillar_always_first_is_held_finite_by_the_ghost_and_said_so():
    found = plackett_luce([[1, 2, 3], [1, 3, 2], [1, 2, 3]])
    assert found.stabilised
    assert np.isfinite(found.log_worth).all()
    assert np.isfinite(found.robust_se).all()
    assert found.log_worth[0] > found.log_worth[1] > found.log_worth[2]


def test_the_ghosts_worths_are_the_maximum_of_the_likelihood_with_its_half_choices():
    from scipy.optimize import minimize

    ranks = np.array([[1, 2, 3, 4], [1, 3, 2, 4], [1, 2, 4, 3], [1, 3, 2, NAN]])

    def loss(worths):
        pillars, ghost = worths[:4], worths[4]
        halves = 0.5 * pillars + 0.5 * ghost - np.logaddexp(pillars, ghost)
        return -log_likelihood(ranks, pillars) - halves.sum() + worths.sum() ** 2

    best = minimize(loss, np.zeros(5), method="BFGS", options={"gtol": 1e-9}).x[:4]
    assert_allclose(plackett_luce(ranks).log_worth, best - best.mean(), atol=1e-5)


def test_choices_inside_a_tie_are_left_out_and_counted():
    found = plackett_luce([[1, 2.5, 2.5, 4], [2, 1, 3, 4], [1, 2, 4, 3], [4, 3, 1, 2], [2, 2, 2, 4]])
    # Of the first row the choices of places 2 and 3, of the last the choices of places 1 to 3.
    assert found.n_tied_choices == 5
    assert np.isfinite(found.log_worth).all()


def test_nothing_ranked_and_everything_tied_is_not_enough():
    for ranks in (np.full((4, 3), NAN), np.full((4, 3), 2.0), np.empty((0, 3)), np.ones((3, 1)), np.empty((2, 0))):
        found = plackett_luce(ranks)
        assert np.isnan(found.log_worth).all()
        assert np.isnan(found.robust_se).all()
        assert np.isnan(found.log_likelihood)
        assert np.isnan(found.preference_share).all()
    assert np.isnan(plackett_luce(TOY, np.zeros(8)).log_worth).all()


@quick
@given(rankings(respondents=(1, 12), pillars=(2, 5), partial=True), st.data())
def test_no_other_worths_are_likelier_and_names_do_not_matter(ranks, data):
    found = plackett_luce(ranks)
    assert found.log_worth.sum() == pytest.approx(0, abs=1e-8)
    assert found.log_likelihood == pytest.approx(log_likelihood(ranks, found.log_worth), abs=1e-8)
    order = np.array(data.draw(st.permutations(range(ranks.shape[1]))))
    assert_allclose(plackett_luce(ranks[:, order]).log_worth, found.log_worth[order], atol=1e-6)
    if not found.stabilised:
        nudge = np.array(data.draw(st.lists(st.floats(-1, 1), min_size=len(order), max_size=len(order))))
        assert log_likelihood(ranks, found.log_worth + nudge) <= found.log_likelihood + 1e-9


@quick
@given(rankings(pillars=(2, 5)), st.data())
def test_a_weight_of_two_is_a_second_person(ranks, data):
    doubled = data.draw(st.lists(st.booleans(), min_size=len(ranks), max_size=len(ranks)))
    weighted = plackett_luce(ranks, np.where(doubled, 2.0, 1.0))
    assert_allclose(weighted.log_worth, plackett_luce(np.concatenate([ranks, ranks[doubled]])).log_worth, atol=1e-6)


@quick
@given(rankings(respondents=(2, 15), pillars=(2, 2)))
def test_two_pillars_are_the_log_odds_of_one_share(ranks):
    wins = (ranks[:, 0] == 1).sum()
    found = plackett_luce(ranks)
    if 0 < wins < len(ranks):
        assert found.log_worth[0] * 2 == pytest.approx(np.log(wins / (len(ranks) - wins)), abs=1e-8)
    else:
        assert found.stabilised


def test_what_is_no_ranking_is_refused():
    with pytest.raises(ValueError, match=r"^ranks: needs 1 for the most"):
        plackett_luce([[0, 1, 2]])
    with pytest.raises(ValueError, match=r"^ranks: needs up to 60 pillars"):
        plackett_luce(fill_unranked(np.arange(1, 62)[None, :]))
    with pytest.raises(ValueError, match=r"^weights: needs"):
        plackett_luce(TOY, [-1] * 8)


@quick
@given(rankings(partial=True))
def test_pillars_that_share_the_last_place_count_as_not_ranked(ranks):
    known = ~np.isnan(ranks).all(axis=1)
    filled, left_out = plackett_luce(fill_unranked(ranks[known])), plackett_luce(ranks[known])
    assert_allclose(filled.log_worth, left_out.log_worth, atol=1e-9)
    assert_allclose(filled.robust_se, left_out.robust_se, atol=1e-9)
    assert filled.n_tied_choices >= left_out.n_tied_choices == 0
