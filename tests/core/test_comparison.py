"""Customers against us, overall and by cohort."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxsurvey.adequacy import BaseStatus
from cxsurvey.analysis import analyse
from cxsurvey.comparison import Verdict, compare
from cxsurvey.consensus import consensus_of
from cxsurvey.notices.comparison import ComparisonNotice
from cxsurvey.priorities import priorities_of
from cxsurvey.responses import Segment
from cxsurvey.statistics import RankTable
from tests.core.studies import responses, shuffled_ranks, study_of

# statistics.md section 7: eight people, K = 4, two of them ranked only two.
TOY = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3], [2, 1, 4, 3], [3, 1, 2, 4], [1, 2, 0, 0], [2, 1, 0, 0]]


def _cohorts(*sizes):
    codes = np.concatenate([np.full(size, position, np.int16) for position, size in enumerate(sizes)])
    labels = tuple(f"group {position}" for position in range(len(sizes)))
    return (Segment("group", "Group", labels, codes),)


def test_mean_ranks_of_the_published_toy_data():
    comparison = analyse(study_of(responses(TOY))).comparison
    assert [standing.mean_rank for standing in comparison.pillars] == pytest.approx([1.625, 1.625, 3.125, 3.625])
    assert [standing.key for standing in comparison.pillars] == list("abcd")


def test_kendalls_w_of_the_six_full_toy_rankings():
    assert analyse(study_of(responses(TOY[:6]))).comparison.agreement.kendall_w == pytest.approx(0.6)


def test_each_half_of_the_toy_data_repeated_gives_its_published_q_times_the_growth_of_n():
    # Q = (n-1) x a share of variance that repeating everyone leaves alone: 3.125 / 7 for the eight (section 7).
    repeated = TOY[:4] * 3 + TOY[4:] * 3
    cohorts = analyse(study_of(responses(repeated, _cohorts(12, 12))), "group").comparison.cohorts
    assert cohorts.df == 3
    assert cohorts.q == pytest.approx(3.125 / 7 * 23)


def test_a_pillar_we_rank_far_below_customers_is_a_blind_spot_and_one_far_above_is_over_rated():
    project = study_of(responses(shuffled_ranks(400, 6, 0.5, 1)), "fbcdea")
    verdicts = {standing.key: standing.verdict for standing in analyse(project).comparison.pillars}
    assert verdicts["a"] is Verdict.BLIND_SPOT
    assert verdicts["f"] is Verdict.OVER_RATED
    assert {verdicts[key] for key in "bcde"} == {Verdict.ALIGNED}


def test_with_few_answers_nothing_is_contradicted_and_the_sentence_does_not_call_it_agreement():
    comparison = analyse(study_of(responses(shuffled_ranks(12, 10, 0.05, 2)), "jihgfedcba")).comparison
    assert comparison.sentences[0].code == ComparisonNotice.TOO_FEW


def test_below_ten_answers_no_range_of_places_is_given():
    comparison = analyse(study_of(responses(TOY), "abcd")).comparison
    assert {(s.place_low, s.place_high, s.verdict) for s in comparison.pillars} == {(None, None, None)}
    assert comparison.compatible is None


def test_a_cohort_below_the_threshold_is_withheld_whole():
    ranks = shuffled_ranks(160, 5, 0.3, 3)
    groups = analyse(study_of(responses(ranks, _cohorts(100, 45, 12, 3))), "group").comparison.cohorts.groups
    by_key = {group.key: group for group in groups}
    assert not by_key["group 3"].shown
    assert by_key["group 3"].n is None
    assert by_key["group 3"].pillars == ()


def test_the_next_smallest_is_hidden_too_where_the_small_one_would_follow_by_subtraction():
    ranks = shuffled_ranks(148, 5, 0.3, 3)
    groups = analyse(study_of(responses(ranks, _cohorts(100, 45, 3))), "group").comparison.cohorts.groups
    assert [group.shown for group in groups] == [True, False, False]


def test_respondents_without_a_cohort_protect_the_small_one_from_subtraction():
    segment = _cohorts(100, 45, 3)[0]
    unknown = Segment("group", "Group", segment.labels, np.append(segment.codes, np.full(20, -1, np.int16)))
    groups = analyse(study_of(responses(shuffled_ranks(168, 5, 0.3, 3), (unknown,))), "group").comparison.cohorts.groups
    assert [group.shown for group in groups] == [True, True, False]


def test_a_cohort_of_ten_to_twentynine_is_counted_but_not_ranked():
    ranks = shuffled_ranks(130, 5, 0.3, 4)
    groups = analyse(study_of(responses(ranks, _cohorts(100, 30))), "group").comparison.cohorts.groups
    assert [group.status for group in groups] == [BaseStatus.ENOUGH, BaseStatus.DIRECTION]
    groups = analyse(study_of(responses(ranks, _cohorts(101, 29))), "group").comparison.cohorts.groups
    assert groups[1].status is BaseStatus.NO_RANKING
    assert groups[1].n == 29
    assert groups[1].pillars == ()


def test_opposite_cohorts_differ_reliably_and_the_pillar_with_the_largest_effect_is_named():
    forward, backward = shuffled_ranks(80, 5, 0.6, 5), 6 - shuffled_ranks(80, 5, 0.6, 6)
    project = study_of(responses(np.concatenate([forward, backward]), _cohorts(80, 80)))
    cohorts = analyse(project, "group").comparison.cohorts
    assert cohorts.reliable
    assert cohorts.p_value < 1e-6
    first = next(found for found in cohorts.differences if found.key == "a")
    assert first.differs
    assert (first.highest, first.lowest) == ("group 0", "group 1")


def test_no_single_pillar_is_starred_without_a_reliable_difference_overall():
    project = study_of(responses(shuffled_ranks(200, 6, 0.2, 7), _cohorts(100, 100)))
    cohorts = analyse(project, "group").comparison.cohorts
    assert not cohorts.reliable
    assert not any(found.differs for found in cohorts.differences)
    assert cohorts.sentences[0].code == ComparisonNotice.COHORTS_ALIKE


@settings(max_examples=25, deadline=None)
@given(st.integers(10, 60), st.integers(3, 8), st.integers(0, 10_000))
def test_reversing_every_ranking_mirrors_places_and_ranges(n, k, seed):
    ranks = shuffled_ranks(n, k, 0.3, seed)
    forward = {s.key: s for s in analyse(study_of(responses(ranks))).comparison.pillars}
    backward = {s.key: s for s in analyse(study_of(responses(k + 1 - ranks))).comparison.pillars}
    for key, standing in forward.items():
        assert backward[key].mean_rank == pytest.approx(k + 1 - standing.mean_rank)
        assert math.isclose(backward[key].score, 100 - standing.score, abs_tol=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2), st.integers(3, 6))
def test_almost_no_answers_end_in_results_not_in_exceptions(n, k):
    analysis = analyse(study_of(responses(shuffled_ranks(n, k, 0.1, 1).reshape(n, k)), "abcdef"[:k]))
    assert (analysis.comparison is None) == (n == 0)


def test_everyone_alike_is_a_certain_order_without_warnings():
    comparison = analyse(study_of(responses([[1, 2, 3, 4]] * 50, _cohorts(25, 25)), "abcd"), "group").comparison
    assert [(s.place_low, s.place_high) for s in comparison.pillars] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert comparison.cohorts.p_value is None
    assert comparison.compatible


def test_ranks_turned_on_their_side_are_caught_as_a_wrong_shape_before_any_w():
    """Six people who all agree, on their side: six columns, each a "ranking" that W could not tell from one."""
    project = study_of(responses(np.tile([1, 2, 3, 4], (6, 1))))
    priorities = priorities_of(project.responses)
    turned = replace(priorities, who=np.arange(4), table=RankTable(np.asfortranarray(priorities.table.twice.T)))
    consensus = consensus_of(project.internal, project.pillars)
    with pytest.raises(ValueError, match=r"^priorities: needs a column for each of 4 pillars, got shape \(4, 6\)"):
        compare(project.study, project.pillars, turned, consensus, None, ())
