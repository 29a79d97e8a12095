"""Too little of anything gives "not enough" everywhere, quietly; and the package stays light to import."""

import subprocess
import sys

import numpy as np
import pytest

from cxsurvey import statistics as s

from .material import NAN

N_PEOPLE = (0, 1, 2, 5)
N_PILLARS = (0, 1, 2, 5)
ANSWERS = {
    "nobody answered": lambda n, k: np.full((n, k), NAN),
    "everyone alike": lambda n, k: np.tile(np.arange(1.0, k + 1), (n, 1)),
    "all tied": lambda n, k: np.full((n, k), (k + 1) / 2),
    "only a first choice": lambda n, k: np.tile(np.where(np.arange(k) == 0, 1.0, NAN), (n, 1)),
}


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())
@pytest.mark.parametrize("k", N_PILLARS)
@pytest.mark.parametrize("n", N_PEOPLE)
def test_little_data_never_breaks_an_order_or_its_sets(n, k, answers):
    ranks = answers(n, k)
    for weights in (None, np.zeros(n), np.ones(n)):
        moments = s.score_moments(s.ranking_scores(ranks), weights)
        assert moments.se.shape == (k,)
        sets = s.rank_sets(moments.mean, moments.covariance, draws=50)
        assert ((sets.low >= 1) & (sets.low <= sets.high) & (sets.high <= k)).all()
        stability = s.top_k_stability(moments.mean, moments.covariance, 1, s.generator(), draws=50)
        assert np.isnan(stability) or 0 <= stability <= 1
        assert s.top_k_shares(ranks, 1, weights).shape == (k,)
        assert s.borda(ranks, weights).positions.shape == (k,)
        assert s.pairwise_wins(ranks, weights).shape == (k, k)
        if k:
            assert s.kemeny(ranks, weights).n_orders >= 0
    w = s.kendall_w(ranks).w
    assert np.isnan(w) or w == 1


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())
@pytest.mark.parametrize("k", N_PILLARS)
@pytest.mark.parametrize("n", N_PEOPLE)
def test_little_data_never_breaks_a_cohort_test(n, k, answers):
    ranks = answers(n, k)
    scores = s.ranking_scores(ranks)
    for cohorts in (np.zeros(n), np.arange(n), np.full(n, -1), np.arange(n) % 2, np.full(n, NAN)):
        for weights in (None, np.zeros(n), np.ones(n)):
            assert np.isnan(s.cohort_q(scores, cohorts, weights).p_value)
            s.cohort_pairs(scores, cohorts, weights)
            s.cohort_differences(scores, cohorts, weights)
        shuffled = s.cohort_q_permutation(scores, cohorts, s.generator(), permutations=5)
        assert np.isnan(shuffled.p_value)
        assert np.isnan(s.cohort_kruskal(ranks, cohorts).p_value).all()


def test_importing_the_statistics_brings_numpy_but_no_scipy():
    check = "import sys, cxsurvey.statistics; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_the_whole_analysis_does_without_the_slow_scipy_stats():
    check = """
import sys
from cxsurvey.statistics import *
ranks = [[1, 2, 3], [2, 1, 3], [3, 1, 2], [1, 3, 2]] * 5
moments = score_moments(ranking_scores(ranks))
rank_sets(moments.mean, moments.covariance)
kendall_w(ranks), cohort_kruskal(ranks, [0, 1] * 10), cohort_q(ranks, [0, 1] * 10), plackett_luce(ranks)
cohort_sample(1, 10), gap_power(1, 100, 10), invitations(385, 0.1), mean_interval(1, 1, 9)
sys.exit('scipy.stats' in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_every_name_offered_exists():
    assert sorted(s.__all__) == sorted(set(s.__all__))
    for name in s.__all__:
        assert getattr(s, name) is not None
