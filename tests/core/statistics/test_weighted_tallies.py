"""The weighted tally answers as the counting one does, and as the functions of arrays do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxsurvey.statistics import RankTable, cohort_q, score_moments, tally
from cxsurvey.statistics.scores import ranking_scores
from cxsurvey.statistics.weighted_tallies import WeightedTally
from tests.core.studies import shuffled_ranks


def _both(n, k, seed, weights):
    ranks = shuffled_ranks(n, k, 0.3, seed)
    cells = np.random.default_rng(seed).integers(0, 3, n)
    counted = tally(RankTable(np.asfortranarray((2 * ranks).astype(np.int8))), cells, 3)
    return counted, WeightedTally(ranks.astype(float), ranking_scores(ranks), weights, cells, 3)


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 80), st.integers(3, 8), st.integers(0, 10_000))
def test_equal_weights_give_what_counting_gives(n, k, seed):
    counted, weighted = _both(n, k, seed, np.full(n, 0.7))
    assert weighted.sizes.tolist() == counted.sizes.tolist()
    for one, other in ((weighted, counted), (weighted.of([2, 0]), counted.of([2, 0]))):
        assert one.n == other.n
        ours, theirs = one.score_moments(), other.score_moments()
        assert ours.mean == pytest.approx(theirs.mean, nan_ok=True)
        assert ours.covariance == pytest.approx(theirs.covariance, nan_ok=True)
        assert one.top_k_shares(2) == pytest.approx(other.top_k_shares(2), nan_ok=True)
        assert one.mean_ranks() == pytest.approx(other.mean_ranks(), nan_ok=True)
        assert one.rank_spread() == pytest.approx(other.rank_spread(), nan_ok=True)
        assert one.kendall_w() == pytest.approx(other.kendall_w(), nan_ok=True)
        assert one.kruskal().h == pytest.approx(other.kruskal().h, nan_ok=True)


def test_weights_reach_means_and_the_test():
    weights = np.random.default_rng(1).uniform(0.5, 2, 90)
    _, weighted = _both(90, 5, 1, weights)
    assert weighted.score_moments().mean == pytest.approx(score_moments(weighted.scores, weights).mean)
    assert weighted.cohort_q().q == pytest.approx(cohort_q(weighted.scores, weighted.cells, weights).q)
