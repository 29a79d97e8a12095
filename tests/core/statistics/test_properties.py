"""What must hold of any answers (statistics specification, section 7): renaming, turning round, coming twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey import statistics as s

from .material import quick


def _made(n, k, seed):
    """n rankings of k pillars; drawing them place by place takes hypothesis ten times as long."""
    return np.random.default_rng(seed).permuted(np.tile(np.arange(1.0, k + 1), (n, 1)), axis=1)


def rankings(respondents=(2, 12), pillars=(2, 6)):
    return st.builds(_made, st.integers(*respondents), st.integers(*pillars), st.integers(0, 10_000))


def _doubled(ranks, chosen):
    """Some people once more, and the weights that say the same."""
    return np.concatenate([ranks, ranks[chosen]]), 1.0 + chosen


def _few(draw, n):
    return np.array(draw.draw(st.lists(st.booleans(), min_size=n, max_size=n)))


MEANS = {
    "score_moments": lambda ranks, weights: s.score_moments(s.ranking_scores(ranks), weights).mean,
    "answered_moments": lambda ranks, weights: s.answered_moments(ranks, weights).mean,
    "weighted_tally": lambda ranks, weights: s.weighted_tally(s.rank_table(ranks), weights).score_moments().mean,
    "top_k_shares": lambda ranks, weights: s.top_k_shares(ranks, 2, weights),
    "borda": lambda ranks, weights: s.borda(ranks, weights).mean_ranks,
    "pairwise_wins": lambda ranks, weights: s.pairwise_wins(ranks, weights),
    "pairwise_wins of bytes": lambda ranks, weights: s.pairwise_wins(s.rank_table(ranks), weights),
    "kemeny": lambda ranks, weights: [s.kemeny(ranks, weights).cost],
    "plackett_luce": lambda ranks, weights: s.plackett_luce(ranks, weights).log_worth,
    "cohort_differences": lambda ranks, weights: s.cohort_differences(
        ranks, np.arange(len(ranks)) * 0, weights
    ).difference,
}


@pytest.mark.parametrize("name", MEANS)
@quick
@given(ranks=rankings(), data=st.data())
def test_a_weight_of_two_is_a_second_person(name, ranks, data):
    chosen = _few(data, len(ranks))
    twice, weights = _doubled(ranks, chosen)
    assert_allclose(MEANS[name](ranks, weights), MEANS[name](twice, np.ones(len(twice))), atol=1e-7)


SAME_TWICE = {
    "kendall_w": lambda ranks: [s.kendall_w(ranks).w],
    "top_k_shares": lambda ranks: s.top_k_shares(ranks, 1),
    "borda": lambda ranks: s.borda(ranks).positions,
    "kemeny": lambda ranks: [len(s.kemeny(ranks).orders), s.kemeny(ranks).cost / len(ranks)],
    "cohort_kruskal": lambda ranks: s.cohort_kruskal(ranks, _halves(ranks)).h / (len(ranks) - 1),
    "lmg": lambda ranks: s.lmg(ranks[:, :-1], ranks[:, 0]).share,
    "relative_weights": lambda ranks: s.relative_weights(ranks[:, :-1], ranks[:, 0]).share,
    "effective_n": lambda ranks: [s.effective_n(ranks[:, 0]) / len(ranks)],
    "design_effect": lambda ranks: [s.design_effect(ranks[:, 0])],
    "rake": lambda ranks: [s.rake(_halves(ranks), {0: 1, 1: 3}).design_effect],
}


def _halves(ranks):
    return np.arange(len(ranks)) % 2


@pytest.mark.parametrize("name", SAME_TWICE)
@quick
@given(ranks=rankings(respondents=(8, 16), pillars=(3, 5)))
def test_everybody_coming_twice_changes_no_figure_about_an_average_person(name, ranks):
    ranks = ranks[: len(ranks) // 2 * 2]  # so that everyone's group is the same both times
    assert_allclose(SAME_TWICE[name](np.concatenate([ranks, ranks])), SAME_TWICE[name](ranks), atol=1e-6)


RENAMED = {
    "top_k_shares": lambda ranks: s.top_k_shares(ranks, 2),
    "positions": lambda ranks: s.positions(-ranks.mean(axis=0)),
    "cohort_kruskal": lambda ranks: s.cohort_kruskal(ranks, _halves(ranks)).h,
    "cohort_differences": lambda ranks: s.cohort_differences(ranks, _halves(ranks)).difference[0],
    "answered_moments": lambda ranks: s.answered_moments(ranks).se,
    "steadied_cohort_means": lambda ranks: s.steadied_cohort_means(ranks, _halves(ranks)).means[0],
    "plackett_luce": lambda ranks: s.plackett_luce(ranks).robust_se,
    "holm": lambda ranks: s.holm(ranks.mean(axis=0) / 100),
    "benjamini_hochberg": lambda ranks: s.benjamini_hochberg(ranks.mean(axis=0) / 100),
    "lmg": lambda ranks: s.lmg(ranks, ranks[:, :2].sum(axis=1) ** 2).share,
    "relative_weights": lambda ranks: s.relative_weights(ranks, ranks[:, :2].sum(axis=1) ** 2).share,
    "rank_correlations": lambda ranks: s.rank_correlations(ranks, ranks[:, :2].sum(axis=1) ** 2).correlation,
}
OUTCOME = {"lmg", "relative_weights", "rank_correlations"}  # the outcome is made of the first two pillars


@pytest.mark.parametrize("name", RENAMED)
@quick
@given(ranks=rankings(respondents=(8, 14), pillars=(4, 5)), data=st.data())
def test_renaming_pillars_permutes_the_figures(name, ranks, data):
    last = data.draw(st.permutations(range(2, ranks.shape[1])))
    order = [1, 0, *last] if name in OUTCOME else data.draw(st.permutations(range(ranks.shape[1])))
    assert_allclose(RENAMED[name](ranks[:, order]), RENAMED[name](ranks)[list(order)], atol=1e-7)


@quick
@given(ranks=rankings())
def test_rankings_turned_round_turn_wins_places_and_agreement_round(ranks):
    k = ranks.shape[1]
    turned = k + 1 - ranks
    assert_allclose(s.pairwise_wins(turned), s.pairwise_wins(ranks).T)
    assert_allclose(s.borda(turned).mean_ranks, k + 1 - s.borda(ranks).mean_ranks)
    assert s.kemeny(turned).cost == s.kemeny(ranks).cost
    assert s.kendall_w(turned).w == pytest.approx(s.kendall_w(ranks).w)
    assert s.tau_x(ranks[0], turned[0]) == pytest.approx(-1)
    assert s.spearman(ranks[0], turned[1]) == pytest.approx(-s.spearman(ranks[0], ranks[1]))
    assert s.tau_b(ranks[0], turned[1]) == pytest.approx(-s.tau_b(ranks[0], ranks[1]))


@quick
@given(ranks=rankings(respondents=(6, 12), pillars=(2, 4)), data=st.data())
def test_raking_from_given_weights_of_one_is_raking_and_names_of_groups_do_not_matter(ranks, data):
    groups = np.array(["a", "b"])[_halves(ranks)]
    targets = {"a": data.draw(st.floats(0.1, 0.9)), "b": data.draw(st.floats(0.1, 0.9))}
    found = s.rake(groups, targets)
    assert_allclose(s.rake(groups, targets, np.ones(len(ranks))).weights, found.weights)
    apart = s.rake(groups, targets, 1 + 1e-13 * np.arange(len(ranks)))  # everyone of a kind of their own
    assert_allclose(apart.weights, found.weights)
    assert_allclose(s.rake(_halves(ranks), list(targets.values())).weights, found.weights)
