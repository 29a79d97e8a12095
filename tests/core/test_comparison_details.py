"""Other methods, the bet, pairs of cohorts, each against everyone else, steadied figures."""

import json
from dataclasses import replace

import numpy as np
import pytest

from cxsurvey.analysis import analyse
from cxsurvey.cli.as_json import adequacy_json, comparison_json, consensus_json
from cxsurvey.detail_sentences import bet_sentences
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.notices import english
from cxsurvey.notices.comparison import ComparisonNotice
from cxsurvey.responses import Segment
from cxsurvey.statistics import cohort_pairs, cohort_q_permutation, generator, steadied_cohort_means
from cxsurvey.statistics.scores import ranking_scores
from cxsurvey.study import WeightMargin
from tests.core.studies import responses, shuffled_ranks, study_of

TOY = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3], [2, 1, 4, 3], [3, 1, 2, 4], [1, 2, 0, 0], [2, 1, 0, 0]]


def _cohorts(*sizes):
    codes = np.concatenate([np.full(size, position, np.int16) for position, size in enumerate(sizes)])
    return (Segment("group", "Group", tuple(f"group {position}" for position in range(len(sizes))), codes),)


def _grouped(*sizes, k=5, shift=2):
    """Each cohort ranks like the one before, turned by ``shift``."""
    parts = [np.roll(shuffled_ranks(size, k, 0.6, 7 + at), at * shift, axis=1) for at, size in enumerate(sizes)]
    ranks = np.concatenate(parts)
    return ranks, analyse(study_of(responses(ranks, _cohorts(*sizes))), "group").comparison.cohorts


def _with_colleagues(ranks, *colleagues):
    people = tuple(
        Colleague(f"c{at}", f"Person {at}", level=level, ranking=tuple(ranking))
        for at, (level, ranking) in enumerate(colleagues, 1)
    )
    return analyse(replace(study_of(responses(ranks)), internal=InternalView(people))).comparison


def test_the_toy_data_by_four_methods():
    """Section 7: PL log-worths 1.23546888 1.23546888 -.86066212 -1.61027564; two equally good Kemeny orders."""
    found = analyse(study_of(responses(TOY))).comparison.sensitivity
    by_key = {method.key: method for method in found.methods}
    assert list(by_key) == ["mean_rank", "plackett_luce", "kemeny", "top_share"]
    assert by_key["kemeny"].n_orders == 2
    assert by_key["plackett_luce"].order == tuple("abcd")
    assert dict(by_key["plackett_luce"].places) == {"a": 1.5, "b": 1.5, "c": 3, "d": 4}
    worth = np.exp([1.23546888, 1.23546888, -0.86066212, -1.61027564])
    assert [share.modelled for share in found.preferences] == pytest.approx(worth / worth.sum(), abs=1e-7)
    assert [share.observed for share in found.preferences] == pytest.approx([0.5, 0.5, 0, 0])
    assert not found.majority_cycle


def test_all_methods_agree_on_a_clear_order_and_say_so():
    comparison = analyse(study_of(responses(shuffled_ranks(400, 6, 0.6, 3)))).comparison
    assert comparison.sensitivity.n_first == 4
    assert all(method.tau_x == pytest.approx(1) for method in comparison.sensitivity.methods)
    assert ComparisonNotice.METHODS_AGREE in [one.code for one in comparison.sentences]


def test_a_pillar_that_divides_is_first_by_some_methods_only():
    # Loved by just over half and last for the others: most often on top, but not by mean rank.
    ranks = [[1, 2, 3, 4, 5, 6]] * 52 + [[6, 1, 2, 3, 4, 5]] * 48
    found = analyse(study_of(responses(ranks))).comparison.sensitivity
    firsts = {method.key: method.order[0] for method in found.methods}
    assert firsts["mean_rank"] == "b"
    assert firsts["kemeny"] == "a"
    assert found.first == "b"
    assert found.n_first in (2, 3)


def test_ratings_are_put_in_order_by_the_same_methods():
    ratings = np.random.default_rng(5).integers(1, 6, (120, 6))
    ratings[:, 0] = 5
    ratings[3, 4] = 0
    found = analyse(study_of(responses(np.zeros((120, 6)), importance=ratings))).comparison.sensitivity
    assert (found.first, found.n_first) == ("a", 4)


def test_who_ranks_like_the_customers_wins_the_bet():
    ranks = [[1, 2, 3, 4]] * 30 + [[2, 1, 3, 4]] * 12
    bet = _with_colleagues(ranks, ("leader", "dcba"), ("front_line", "abcd"), ("", "abdc")).bet
    assert [(one.key, one.pairs_agreeing) for one in bet.colleagues] == [("c2", 6), ("c3", 5), ("c1", 0)]
    assert [one.tau_x for one in bet.colleagues] == pytest.approx([1, 2 / 3, -1])
    assert bet.closest == ("c2",)
    assert (bet.leaders.tau_x, bet.front_line.tau_x) == pytest.approx((-1, 1))
    assert english(bet_sentences(bet)[0]).startswith("Person 2 came closest to the customers: 6 of 6 pairs")


def test_equally_close_colleagues_share_the_bet_and_a_partial_ranking_takes_no_part():
    bet = _with_colleagues([[1, 2, 3, 4]] * 20, ("", "abcd"), ("", "abcd"), ("", "ab")).bet
    assert bet.closest == ("c1", "c2")
    assert len(bet.colleagues) == 2
    assert bet.differences == ()


def test_five_colleagues_are_compared_with_customers_as_two_groups_of_people():
    ranks = shuffled_ranks(200, 6, 0.6, 1)
    opposite = [("", order) for order in ("fedcba", "fedcab", "efdcba", "fecdba", "fdecba")]
    gaps = {gap.key: gap for gap in _with_colleagues(ranks, *opposite).bet.differences}
    assert gaps["a"].differs
    assert gaps["f"].differs
    assert gaps["a"].difference < 0 < gaps["f"].difference
    assert all(1 / 10_000 <= gap.p_adjusted <= 1 for gap in gaps.values())
    same = _with_colleagues(ranks, *opposite).bet.differences
    assert [gap.p_adjusted for gap in same] == [gap.p_adjusted for gap in gaps.values()]


def test_the_bet_names_nobody_in_what_reports_print():
    comparison = _with_colleagues(shuffled_ranks(60, 5, 0.4, 1), ("", "abcde"), ("", "edcba"))
    assert not any("Person" in english(one) for one in comparison.sentences)


def test_pairs_of_cohorts_are_the_pairwise_q_with_holm():
    ranks, cohorts = _grouped(60, 50, 40)
    wanted = cohort_pairs(ranking_scores(ranks), np.repeat([0, 1, 2], [60, 50, 40]))
    assert [(pair.first, pair.second) for pair in cohorts.pairs] == [
        ("group 0", "group 1"), ("group 0", "group 2"), ("group 1", "group 2"),
    ]
    for pair, other in zip(cohorts.pairs, wanted, strict=True):
        assert (pair.q, pair.df, pair.p_value, pair.p_adjusted) == pytest.approx(
            (other.q, other.df, other.p_value, other.adjusted)
        )
    assert all(pair.differs for pair in cohorts.pairs)


def test_no_pair_differs_without_a_reliable_difference_of_all():
    cohorts = _grouped(80, 80, 80, shift=0)[1]
    assert not cohorts.reliable
    assert not any(pair.differs for pair in cohorts.pairs)


def test_each_cohort_against_everyone_else_is_welchs_interval_of_mean_ranks():
    from scipy.stats import ttest_ind

    ranks, cohorts = _grouped(60, 50, 40)
    own, others = ranks[:60].astype(float), ranks[60:].astype(float)
    found = cohorts.groups[0].from_others
    for at, pillar in enumerate(found):
        interval = ttest_ind(others[:, at], own[:, at], equal_var=False).confidence_interval()
        assert (pillar.low, pillar.high) == pytest.approx((interval.low, interval.high))
        assert pillar.places_higher == pytest.approx(others[:, at].mean() - own[:, at].mean())


def test_below_thirty_nothing_is_said_of_single_pillars_of_a_cohort():
    groups = _grouped(60, 50, 20)[1].groups
    assert [bool(group.from_others) for group in groups] == [True, True, False]
    assert groups[2].steadied == ()


def test_a_cohort_below_thirty_has_the_test_shuffle_labels_with_the_studys_seed():
    ranks, cohorts = _grouped(40, 30, 15, shift=0)
    assert cohorts.method == "permutation"
    wanted = cohort_q_permutation(ranking_scores(ranks), np.repeat([0, 1, 2], [40, 30, 15]), generator(20260101))
    assert (cohorts.q, cohorts.p_value) == pytest.approx((wanted.q, wanted.p_value))
    assert _grouped(40, 30, 30, shift=0)[1].method == "chi-square"


def test_small_cohorts_are_steadied_for_display_and_large_ones_are_not():
    ranks, cohorts = _grouped(120, 40, 35)
    wanted = steadied_cohort_means(ranks.astype(float), np.repeat([0, 1, 2], [120, 40, 35]))
    assert [bool(group.steadied) for group in cohorts.groups] == [False, True, True]
    for row, group in enumerate(cohorts.groups):
        for at, rank in enumerate(group.steadied):
            assert rank.mean_rank == pytest.approx(wanted.means[row, at])
            raw = next(one.mean_rank for one in group.pillars if one.key == rank.key)
            assert raw == pytest.approx(wanted.raw[row, at])  # what is tested stays as it was
    assert ComparisonNotice.COHORT_STEADIED in [one.code for one in cohorts.sentences]


def test_steadying_follows_the_weights():
    ranks = np.concatenate([shuffled_ranks(60, 5, 0.6, 1), 6 - shuffled_ranks(40, 5, 0.6, 2)])
    project = study_of(responses(ranks, _cohorts(60, 40)), weights=(
        WeightMargin("group", (("group 0", 0.5), ("group 1", 0.5))),
    ))  # fmt: skip
    cohorts = analyse(project, "group").comparison.cohorts
    assert cohorts.method == "wald"
    assert cohorts.reliable
    assert all(group.steadied for group in cohorts.groups)


@pytest.mark.parametrize("n", [0, 1, 2, 12])
@pytest.mark.parametrize("targets", [(), (("group 0", 0.9), ("group 1", 0.1)), (("group 0", 1), ("group 1", 0))])
@pytest.mark.parametrize("rated", [False, True])
def test_almost_nothing_ends_in_json_without_nan_and_without_warnings(n, targets, rated):
    segments = (Segment("group", "Group", ("group 0", "group 1"), (np.arange(n) % 2).astype(np.int16)),)
    ratings = np.random.default_rng(1).integers(0, 6, (n, 10)) if rated else np.zeros((n, 0))
    ranks = np.zeros((n, 10)) if rated else shuffled_ranks(max(n, 1), 10, 0.3, 1)[:n]
    settings = {"weights": (WeightMargin("group", targets),)} if targets else {}
    colleagues = tuple(
        Colleague(f"c{at}", "Ann", ranking=tuple(np.roll(list("abcdefghij"), at).tolist())) for at in range(6)
    )
    project = study_of(responses(ranks, segments, importance=ratings), quality="strict", **settings)
    analysis = analyse(replace(project, internal=InternalView(colleagues)), "group" if n else "")
    told = [adequacy_json(analysis.adequacy), consensus_json(analysis.consensus)]
    told += [comparison_json(analysis.comparison)] if analysis.comparison else []
    assert json.dumps(told, allow_nan=False)
