"""Every public name: what scripts rely on, and that too little of anything is quietly "not enough"."""

import inspect
import re
from itertools import product

import numpy as np
import pytest

from cxsurvey import statistics as s

from .material import NAN

# As issue and documentation promise them: parameters in their order, with their defaults.
PROMISED = {
    "required_sample": "margin, confidence=0.95, population=None, share=0.5",
    "share_margin": "n",
    "wilson_interval": "share, n, confidence=0.95",
    "thompson_sample": "margin, confidence=0.95",
    "gap_sample": "gap, items, power=0.8, confidence=0.95",
    "gap_power": "gap, n, items",
    "cohort_sample": "gap, items",
    "invitations": "needed, rate, certainty=0.9",
    "effective_n": "weights",
    "top_k_stability": "mean, covariance, k, rng",
    "score_moments": "scores, weights=None, population=None",
    "rank_sets": "mean, covariance, confidence=0.95, draws=10000, rng=None",
    "plackett_luce": "ranks, weights=None",
    "best_worst_counts": "",
    "best_worst_logit": "",
    "kemeny": "ranks",
    "kendall_w": "ranks",
    "tau_x": "a, b",
    "rbo": "a, b, p=0.9",
    "average_overlap": "a, b, k",
    "holm": "p",
    "cohort_q": "scores, cohorts, weights=None",
    "cohort_kruskal": "ranks, cohorts",
    "pairwise_wins": "ranks",
    "rake": "cohorts, targets",
    "lmg": "x, y",
    "relative_weights": "x, y",
}
FIELDS = {
    "plackett_luce": ("log_worth", "se", "robust_se", "log_likelihood"),
    "kemeny": ("orders", "cost"),
    "kendall_w": ("w", "f", "df1", "df2", "p_value", "chi_square"),
    "cohort_q": ("q", "df", "p_value"),
}


@pytest.mark.parametrize("name", PROMISED)
def test_scripts_find_the_parameters_they_were_promised(name):
    given = inspect.signature(getattr(s, name)).parameters.values()
    told = [one.name if one.default is one.empty else f"{one.name}={one.default}" for one in given]
    promised = [word.strip() for word in PROMISED[name].split(",") if word.strip()]
    assert told[: len(promised)] == promised


def test_scripts_find_the_figures_they_were_promised():
    ranks = [[1, 2, 3], [2, 1, 3], [1, 3, 2], [3, 1, 2]]
    results = {
        "plackett_luce": s.plackett_luce(ranks), "kemeny": s.kemeny(ranks), "kendall_w": s.kendall_w(ranks),
        "cohort_q": s.cohort_q(ranks, [0, 0, 1, 1]),
    }  # fmt: skip
    for name, fields in FIELDS.items():
        assert all(hasattr(results[name], field) for field in fields)


# --- too little of anything -----------------------------------------------------------------------


class Little:
    """A handful of people, or none, who say next to nothing."""

    def __init__(self, n, k, answers, weights):
        self.n, self.k = n, k
        self.ranks = ANSWERS[answers](n, k)
        self.scores = s.ranking_scores(self.ranks)
        self.weights = WEIGHTS[weights](n)
        self.moments = s.score_moments(self.scores, self.weights)
        self.one = self.ranks[0] if n else np.full(k, NAN)
        self.known = np.nan_to_num(self.one, nan=1.0)
        self.table = s.rank_table(self.ranks)
        self.rng = s.generator()
        self.cohorts = [np.zeros(n), np.arange(n), np.full(n, -1), np.full(n, NAN), np.arange(n) % 2]
        # A choice a person: the best and the worst of all pillars, where there are two.
        people = n if k > 1 else 0
        self.choices = (
            np.zeros(people, int), np.full(people, k - 1), np.tile(np.arange(k), (people, 1)), np.arange(people), k
        )  # fmt: skip


ANSWERS = {
    "nobody answered": lambda n, k: np.full((n, k), NAN),
    "everyone alike": lambda n, k: np.tile(np.arange(1.0, k + 1), (n, 1)),
    "all tied": lambda n, k: np.full((n, k), (k + 1) / 2),
    "only a first choice": lambda n, k: np.tile(np.where(np.arange(k) == 0, 1.0, NAN), (n, 1)),
}
WEIGHTS = {"unweighted": lambda n: None, "all weights 0": np.zeros, "equal weights": np.ones}


def _each_grouping(call):
    return lambda few: [call(few, cohorts) for cohorts in few.cohorts]


def _or_refused(call, told):
    """For what no figure could stand for: a refusal of our own, in these words."""

    def tried(*given):
        try:
            call(*given)
        except ValueError as refusal:
            if not re.search(told, str(refusal)):
                raise

    return tried


def _tallied(few):
    cells = np.arange(few.n) % 2
    counted = [s.tally(few.table), s.tally(few.table, cells, 2)]
    if few.weights is not None:
        counted += [s.weighted_tally(few.table, few.weights), s.weighted_tally(few.table, few.weights, cells, 2)]
    for one in counted:
        for ask in ("score_moments", "mean_ranks", "rank_spread", "kendall_w", "cohort_q", "kruskal", "whole"):
            getattr(one, ask)()
        one.top_k_shares(1)
        one.of([0]).score_moments()


CALLS = {
    "allocation_scores": lambda few: s.allocation_scores(few.ranks),
    "answered_moments": lambda few: s.answered_moments(few.ranks, few.weights),
    "answered_moments_by_block": lambda few: s.answered_moments_by_block(
        lambda rows: few.ranks[rows], few.n, few.k, few.weights
    ),
    "average_overlap": lambda few: s.average_overlap(few.known, few.known, 1),
    "benjamini_hochberg": lambda few: s.benjamini_hochberg(np.full(few.k, NAN)),
    "best_worst_closed_form": lambda few: s.best_worst_closed_form(s.best_worst_counts(*few.choices)),
    "best_worst_counts": lambda few: s.best_worst_counts(*few.choices),
    "best_worst_logit": lambda few: s.best_worst_logit(*few.choices),
    "borda": lambda few: s.borda(few.ranks, few.weights),
    "closed_form_of_sums": lambda few: s.closed_form_of_sums(np.zeros(few.k), np.zeros(few.k)),
    "cohort_codes": _each_grouping(lambda few, cohorts: s.cohort_codes(cohorts, few.n)),
    "cohort_differences": _each_grouping(lambda few, cohorts: s.cohort_differences(few.scores, cohorts, few.weights)),
    "cohort_kruskal": _each_grouping(lambda few, cohorts: s.cohort_kruskal(few.ranks, cohorts)),
    "cohort_pairs": _each_grouping(lambda few, cohorts: s.cohort_pairs(few.scores, cohorts, few.weights)),
    "cohort_power": lambda few: s.cohort_power(1, few.n, few.n, max(2, few.k)),
    "cohort_q": _each_grouping(lambda few, cohorts: s.cohort_q(few.scores, cohorts, few.weights)),
    "cohort_q_permutation": _each_grouping(
        lambda few, cohorts: s.cohort_q_permutation(few.scores, cohorts, few.rng, few.weights, 3)
    ),
    "cohort_sample": lambda few: s.cohort_sample(1, max(2, few.k)),
    "cohort_share_sample": lambda few: s.cohort_share_sample(0.5, 0.6),
    "completes_for_weighting": lambda few: s.completes_for_weighting(few.n, 1.0),
    "design_effect": lambda few: s.design_effect(np.zeros(few.n)),
    "effective_n": lambda few: s.effective_n(np.zeros(few.n)),
    "expected_invitations": lambda few: s.expected_invitations(few.n, 1.0),
    "fill_places": lambda few: s.fill_places(few.table.twice),
    "fill_unranked": lambda few: s.fill_unranked(few.ranks),
    "gap_power": lambda few: s.gap_power(1, few.n, max(2, few.k)),
    "gap_sample": lambda few: s.gap_sample(1, max(2, few.k)),
    "generator": lambda few: s.generator(0),
    "group_difference": lambda few: s.group_difference(few.scores, few.scores[:1], few.rng, 5),
    "guided_pattern": lambda few: s.guided_pattern(max(3, few.k)),
    "guided_sort_ranks": lambda few: s.guided_sort_ranks(np.where(np.isnan(few.ranks), NAN, 0.0)),
    "guided_steps": lambda few: s.guided_steps(max(3, few.k)),
    "has_majority_cycle": lambda few: s.has_majority_cycle(np.zeros((few.k, few.k))),
    "hidden_cohorts": lambda few: s.hidden_cohorts([few.n] * few.k),
    "hidden_shares": lambda few: s.hidden_shares(few.ranks, np.ones(few.n)),
    "holm": lambda few: s.holm(np.full(few.k, NAN)),
    "invitations": lambda few: s.invitations(few.n, 1.0),
    "kemeny": lambda few: s.kemeny(few.ranks, few.weights),
    "kemeny_of_wins": _or_refused(
        lambda few: s.kemeny_of_wins(np.zeros((few.k, few.k))), "needs 1 to 15 pillars, got 0"
    ),
    "kendall_w": lambda few: s.kendall_w(few.ranks),
    "kruskal_by_column": _each_grouping(lambda few, cohorts: s.kruskal_by_column(few.ranks, cohorts)),
    "lmg": lambda few: s.lmg(few.scores, np.ones(few.n)),
    "mean_interval": lambda few: s.mean_interval(NAN, NAN, few.n),
    "mean_rank_sample": lambda few: s.mean_rank_sample(0.5, max(2, few.k)),
    "mid_ranks": lambda few: s.mid_ranks(few.ranks),
    "overlap_at_k": lambda few: s.overlap_at_k(few.known, few.known, 1),
    "pairs_in_same_order": lambda few: s.pairs_in_same_order(few.known, few.known),
    "pairwise_wins": lambda few: s.pairwise_wins(few.ranks, few.weights),
    "panel_views": lambda few: s.panel_views(few.ranks, few.rng, 5),
    "plackett_luce": lambda few: s.plackett_luce(few.ranks, few.weights).preference_share,
    "positions": lambda few: s.positions(few.one),
    "quadrants": lambda few: s.quadrants(
        np.concatenate([few.moments.mean] * 2), np.kron(np.eye(2), few.moments.covariance), few.rng, draws=5
    ),
    # Nobody for a group of customers cannot be weighed: merge it with another.
    "rake": _each_grouping(_or_refused(
        lambda few, cohorts: s.rake(cohorts, dict.fromkeys([*range(few.n), 0], 1.0), few.weights),
        "(targets|weights): needs",
    )),
    "rank_correlations": lambda few: s.rank_correlations(few.scores, np.ones(few.n)),
    "rank_sets": lambda few: s.rank_sets(few.moments.mean, few.moments.covariance, draws=5),
    "rank_table": lambda few: s.rank_table(few.ranks),
    "ranking_scores": lambda few: s.ranking_scores(few.ranks),
    "rating_ranks": lambda few: s.rating_ranks(few.ranks),
    "rating_scores": lambda few: s.rating_scores(few.ranks),
    "rbo": lambda few: s.rbo(few.known, few.known),
    "relative_weights": lambda few: s.relative_weights(few.scores, np.ones(few.n)),
    "required_sample": lambda few: s.required_sample(0.05, population=max(1, few.n)),
    "resampled_importance": lambda few: [
        s.resampled_importance(few.scores, np.ones(few.n), method, few.rng, 3)
        for method in ("lmg", "relative_weights", "rank_correlations")
    ],
    "score_moments": lambda few: s.score_moments(few.scores, few.weights).se,
    "score_to_rank": lambda few: s.score_to_rank(few.moments.mean, few.k),
    "share_margin": lambda few: s.share_margin(few.n, effective=0.0),
    "simultaneous_sample": lambda few: s.simultaneous_sample(0.05, max(1, few.k)),
    "spearman": lambda few: s.spearman(few.known, few.known),
    "steadied_cohort_means": _each_grouping(
        lambda few, cohorts: s.steadied_cohort_means(few.scores, cohorts, few.weights)
    ),
    "steady": lambda few: s.steady(few.scores, np.zeros((few.n, few.k))),
    "tally": _tallied,
    "tau_b": lambda few: s.tau_b(few.known, few.known),
    "tau_chance": lambda few: s.tau_chance(0.0, max(2, few.k)),
    "tau_x": lambda few: s.tau_x(few.known, few.known),
    "thompson_sample": lambda few: s.thompson_sample(0.05),
    "top_k_shares": lambda few: s.top_k_shares(few.ranks, 1, few.weights),
    "top_k_stability": lambda few: s.top_k_stability(few.moments.mean, few.moments.covariance, 1, few.rng, 5),
    "truncate_ranks": lambda few: s.truncate_ranks(few.ranks, 1),
    "weighted_tally": _tallied,
    "welch": lambda few: s.welch(s.MeanEstimate(NAN, NAN, few.n), s.MeanEstimate(1.0, 0.0, few.n)),
    "welch_reach": lambda few: s.welch_reach(few.moments, few.moments, 0.95),
    "wilson_interval": lambda few: s.wilson_interval(NAN, few.n, effective=0.0),
}


def test_every_public_function_is_tried():
    functions = {name for name in s.__all__ if inspect.isfunction(getattr(s, name))}
    assert functions == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_too_little_is_not_enough_without_warning_or_exception(name):
    """Warnings are errors in all our tests, so a call that returns was quiet too."""
    for n, k, answers, weights in product((0, 1, 2), (0, 1, 2, 4), ANSWERS, WEIGHTS):
        few = Little(n, k, answers, weights)
        CALLS[name](few)
