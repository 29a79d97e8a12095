"""The weighted tally answers as the counting one does, and as the functions of arrays do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxsurvey.statistics import RankTable, cohort_q, pairwise_wins, score_moments, tally, weighted_tally
from cxsurvey.statistics.scores import ranking_scores, rating_ranks, rating_scores, top_k_shares
from tests.core.studies import shuffled_ranks


def _table(ranks):
    return RankTable(np.asfortranarray(np.nan_to_num(2 * ranks).astype(np.int8)))


def _cells(n, seed):
    return np.random.default_rng(seed).integers(0, 3, n)


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 80), st.integers(3, 8), st.integers(0, 10_000))
def test_equal_weights_give_what_counting_gives(n, k, seed):
    table, cells = _table(shuffled_ranks(n, k, 0.3, seed)), _cells(n, seed)
    counted, weighted = tally(table, cells, 3), weighted_tally(table, np.full(n, 0.7), cells, 3)
    assert weighted.sizes.tolist() == counted.sizes.tolist()
    pairs = ((weighted, counted), (weighted.of([2, 0]), counted.of([2, 0])), (weighted.whole(), counted.whole()))
    for one, other in pairs:
        assert one.n == other.n
        ours, theirs = one.score_moments(), other.score_moments()
        assert ours.mean == pytest.approx(theirs.mean, nan_ok=True)
        assert ours.covariance == pytest.approx(theirs.covariance, nan_ok=True)
        assert ours.effective_n == pytest.approx(theirs.effective_n)
        assert one.top_k_shares(2) == pytest.approx(other.top_k_shares(2), nan_ok=True)
        assert one.mean_ranks() == pytest.approx(other.mean_ranks(), nan_ok=True)
        assert one.rank_spread() == pytest.approx(other.rank_spread(), nan_ok=True)
        assert one.kendall_w() == pytest.approx(other.kendall_w(), nan_ok=True)
        assert one.kruskal().h == pytest.approx(other.kruskal().h, nan_ok=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 60), st.integers(2, 8), st.integers(0, 10_000), st.booleans())
def test_weights_reach_everything_as_in_the_functions_of_arrays(n, k, seed, rated):
    rng = np.random.default_rng(seed)
    weights, cells = rng.uniform(0, 3, n) * (rng.random(n) > 0.2), _cells(n, seed)
    if rated:
        ratings = np.where(rng.random((n, k)) < 0.1, np.nan, rng.integers(1, 6, (n, k)))
        ranks, scores = rating_ranks(ratings), rating_scores(ratings)
    else:
        ranks = shuffled_ranks(n, k, 0.3, seed).astype(float)
        scores = ranking_scores(ranks)
    found = weighted_tally(_table(ranks), weights, cells, 3)
    for tallied, own in ((found, cells >= 0), (found.of([1]), cells == 1), (found.of([0, 2]), cells != 1)):
        ours, theirs = tallied.score_moments(10_000), score_moments(scores[own], weights[own], 10_000)
        assert ours.n == theirs.n
        assert ours.mean == pytest.approx(theirs.mean, nan_ok=True)
        assert ours.covariance == pytest.approx(theirs.covariance, nan_ok=True, abs=1e-9)
        assert ours.effective_n == pytest.approx(theirs.effective_n)
        assert tallied.top_k_shares(2) == pytest.approx(top_k_shares(ranks[own], 2, weights[own]), nan_ok=True)
    for cell in range(3):
        own = score_moments(ranks[cells == cell], weights[cells == cell]).mean
        assert found.mean_ranks()[cell] == pytest.approx(own, nan_ok=True)
    ours, theirs = found.cohort_q(), cohort_q(scores, cells, weights)
    assert (ours.q, ours.p_value) == pytest.approx((theirs.q, theirs.p_value), nan_ok=True, rel=1e-6)
    assert (ours.df, ours.sizes.tolist()) == (theirs.df, theirs.sizes.tolist())
    assert pairwise_wins(_table(ranks), weights) == pytest.approx(pairwise_wins(ranks, weights))


def test_everyone_alike_has_no_variance_whatever_the_weights():
    table = _table(np.tile(np.arange(1.0, 8), (50, 1)))
    found = weighted_tally(table, np.random.default_rng(1).uniform(0.1, 3, 50)).score_moments()
    assert not found.covariance.any()
    assert found.mean == pytest.approx(np.linspace(100, 0, 7))


def test_a_table_of_many_blocks_is_the_sum_of_its_blocks(monkeypatch):
    table, cells = _table(shuffled_ranks(300, 5, 0.3, 2)), _cells(300, 2)
    weights = np.random.default_rng(2).uniform(0.5, 2, 300)
    whole = weighted_tally(table, weights, cells, 3).score_moments()
    monkeypatch.setattr("cxsurvey.statistics.tallies.CHUNK_ROWS", 64)
    assert weighted_tally(table, weights, cells, 3).score_moments().covariance == pytest.approx(whole.covariance)
