"""Which cohorts stay hidden."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsurvey.statistics import hidden_cohorts, hidden_shares

from .material import NAN, quick


def test_a_single_small_cohort_takes_the_next_smallest_with_it():
    found = hidden_cohorts([4, 120, 60, 300])
    assert found.too_small.tolist() == [True, False, False, False]
    assert found.complementary.tolist() == [False, False, True, False]
    assert found.hidden.tolist() == [True, False, True, False]


def test_two_cohorts_so_small_that_together_they_are_too_few_take_a_third():
    assert hidden_cohorts([4, 5, 60, 300]).hidden.tolist() == [True, True, True, False]


def test_two_small_cohorts_hide_each_other():
    assert hidden_cohorts([4, 9, 60, 300]).hidden.tolist() == [True, True, False, False]


def test_without_totals_only_the_small_one_is_hidden():
    assert hidden_cohorts([4, 120, 60], totals_shown=False).hidden.tolist() == [True, False, False]


def test_large_cohorts_are_all_shown_and_the_threshold_itself_is_large_enough():
    assert not hidden_cohorts([10, 11, 500]).hidden.any()
    assert hidden_cohorts([10, 11, 500], threshold=11).hidden.tolist() == [True, True, False]


def test_an_empty_cohort_gives_nobody_away_and_covers_nobody():
    assert hidden_cohorts([0, 40, 50]).hidden.tolist() == [False, False, False]
    assert hidden_cohorts([0, 3, 40, 50]).hidden.tolist() == [False, True, True, False]


def test_there_may_be_nothing_to_hide_or_nothing_to_hide_it_with():
    assert hidden_cohorts([]).hidden.shape == (0,)
    assert hidden_cohorts([3]).hidden.tolist() == [True]


def test_everyone_or_nobody_of_a_small_cohort_is_hidden():
    found = hidden_shares([[0, 0.5, 1, NAN], [0, 0.5, 1, NAN]], [19, 20])
    assert found.tolist() == [[True, False, True, False], [False] * 4]


@quick
@given(st.lists(st.integers(0, 40), max_size=8), st.integers(2, 30))
def test_no_group_below_the_threshold_can_be_found_by_subtraction(sizes, threshold):
    found = hidden_cohorts(sizes, threshold)
    shown = ~found.hidden & (np.array(sizes, dtype=int) > 0)
    assert all(sizes[g] >= threshold for g in np.flatnonzero(shown))
    hidden = sum(sizes[g] for g in np.flatnonzero(found.hidden))
    assert hidden == 0 or hidden >= threshold or not shown.any()


def test_senseless_questions_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^sizes: needs"):
        hidden_cohorts([-1])
    with pytest.raises(ValueError, match=r"^sizes: needs"):
        hidden_cohorts([NAN])
    with pytest.raises(ValueError, match=r"^threshold: needs"):
        hidden_cohorts([10], threshold=0)
    with pytest.raises(ValueError, match=r"^shares: needs a row for each"):
        hidden_shares([[0.5]], [10, 20])
