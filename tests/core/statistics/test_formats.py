"""100 points, the guided sort, and best-worst worths without fitting: worked by hand, properties, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from cxsurvey.statistics import (
    allocation_scores,
    best_worst_closed_form,
    best_worst_counts,
    best_worst_logit,
    guided_pattern,
    guided_sort_ranks,
    guided_steps,
    mid_ranks,
    ranking_scores,
)

from .material import NAN, quick


def test_points_become_shares_of_a_hundred_and_slips_are_forgiven():
    found = allocation_scores([[50, 30, 20], [49, 29, 20], [60, 40, 40], [100, NAN, NAN]])
    assert_allclose(found.scores[0], [50, 30, 20])
    assert_allclose(found.scores[1], [50, 100 * 29 / 98, 100 * 20 / 98])
    assert_allclose(found.scores.sum(axis=1), 100)
    assert_allclose(found.scores[3], [100, 0, 0])
    assert found.off_total.tolist() == [False, False, True, False]
    assert not found.rejected.any()


def test_negative_points_and_no_points_are_rejected_and_silence_is_no_answer():
    found = allocation_scores([[120, -20, 0], [0, 0, 0], [NAN, NAN, NAN]])
    assert np.isnan(found.scores).all()
    assert found.rejected.tolist() == [True, True, False]
    assert not found.off_total.any()


@quick
@given(st.lists(st.lists(st.integers(0, 60), min_size=4, max_size=4), min_size=1, max_size=8))
def test_more_points_for_all_change_no_score(points):
    table = np.array(points, dtype=float)
    once, twice = allocation_scores(table), allocation_scores(2 * table, total=200)
    assert_allclose(once.scores, twice.scores)
    assert_array_equal(once.off_total, twice.off_total)
    assert_allclose(allocation_scores(table[:, ::-1]).scores, once.scores[:, ::-1])


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (2, 0), (1, 1)])
def test_points_of_nobody_or_nothing_are_no_answers(shape):
    found = allocation_scores(np.full(shape, NAN))
    assert found.scores.shape == shape
    assert guided_sort_ranks(np.full(shape, NAN)).shape == shape


def test_points_refuse_what_is_no_question():
    with pytest.raises(ValueError, match="total: needs a number above 0"):
        allocation_scores([[1, 2]], total=0)
    with pytest.raises(ValueError, match="tolerance"):
        allocation_scores([[1, 2]], tolerance=-0.1)
    with pytest.raises(ValueError, match="points: needs finite"):
        allocation_scores([[np.inf, 2]])


def test_a_guided_sort_of_ten_gives_the_middle_four_one_rank():
    """R: rank(c(1, 2, 2, 5, 5, 5, 5, 8, 8, 9), ties.method = "average")."""
    found = guided_sort_ranks([[1, 2, 2, 0, 0, NAN, 0, -2, -2, -1]])
    assert_array_equal(found, [[1, 2.5, 2.5, 5.5, 5.5, 5.5, 5.5, 8.5, 8.5, 10]])
    assert_allclose(ranking_scores(found)[0, [0, 4, 9]], [100, 50, 0])


@quick
@given(st.lists(st.lists(st.sampled_from([1, 2, 0, -2, -1]), min_size=6, max_size=6), min_size=1, max_size=6))
def test_a_guided_sort_turned_round_turns_the_ranks(steps):
    table = np.array(steps, dtype=float)
    ranks = guided_sort_ranks(table)
    assert_allclose(guided_sort_ranks(-table), 7 - ranks)
    told = ~np.isnan(ranks).any(axis=1)
    assert_allclose(mid_ranks(ranks[told]), ranks[told])
    assert_array_equal(told, (table != 0).any(axis=1))


def test_half_steps_are_refused():
    with pytest.raises(ValueError, match="steps: needs whole numbers"):
        guided_sort_ranks([[1.5, 0, -1]])


def balanced_study(people, seed=5):
    """Each person sees each run of three of five pillars in a circle and answers with noise."""
    rng = np.random.default_rng(seed)
    worth = np.array([1.0, 0.6, 0.2, -0.5, -1.3])
    shown, best, worst, who = [], [], [], []
    for person in range(people):
        for start in range(5):
            task = [(start + step) % 5 for step in (0, 1, 2)]
            felt = worth[task] + rng.gumbel(size=3)
            shown.append(task)
            best.append(task[int(felt.argmax())])
            worst.append(task[int(felt.argmin())])
            who.append(person)
    return best, worst, shown, who


def test_the_closed_form_is_the_logarithm_of_the_odds():
    """Lipovetsky & Conklin 2014, equation of the maximum-difference worths, by hand."""
    counts = best_worst_counts([0, 0, 0, 2], [1, 1, 1, 0], [[0, 1, 2]] * 4, [1, 1, 2, 2], 3)
    # a: best 3, worst 1 of 4: q = 1/2; b: worst 3: q = -3/4; c: best 1: q = 1/4
    expected = np.log(np.array([1.5 / 0.5, 0.25 / 1.75, 1.25 / 0.75]))
    assert_allclose(best_worst_closed_form(counts), expected - expected.mean())


def test_the_closed_form_has_the_order_of_the_logit_in_a_balanced_design():
    best, worst, shown, who = balanced_study(60)
    closed = best_worst_closed_form(best_worst_counts(best, worst, shown, who, 5))
    fitted = best_worst_logit(best, worst, shown, who, 5).log_worth
    assert np.argsort(closed).tolist() == np.argsort(fitted).tolist()
    assert np.corrcoef(closed, fitted)[0, 1] > 0.99


def test_a_pillar_always_best_stays_finite_and_one_never_shown_unknown():
    counts = best_worst_counts([0, 0], [1, 2], [[0, 1, 2]] * 2, [1, 2], 4)
    found = best_worst_closed_form(counts)
    assert np.isfinite(found[:3]).all()
    assert found[0] > found[1]
    assert np.isnan(found[3])
    nobody = best_worst_counts([], [], np.zeros((0, 3)), [], 3)
    assert np.isnan(best_worst_closed_form(nobody)).all()


@pytest.mark.parametrize(
    ("n_pillars", "front", "middle", "back"),
    [(10, (1, 2), 4, (1, 2)), (7, (1, 2), 1, (1, 2)), (6, (1, 2), 2, (1,)), (5, (1, 2), 1, (1,)), (4, (1,), 2, (1,)),
     (3, (1,), 1, (1,)), (2, (1,), 1, ()), (1, (), 1, ()), (0, (), 0, ())]
)
def test_short_lists_have_fewer_steps_so_that_something_stays_in_the_middle(n_pillars, front, middle, back):
    steps = guided_steps(n_pillars)
    assert (steps.front, steps.middle, steps.back) == (front, middle, back)


def test_the_pattern_of_a_guided_sort_is_that_of_its_ranks():
    assert guided_pattern(10) == (2, 5, 5, 11, 11, 11, 11, 17, 17, 20)
    for k in range(2, 14):
        steps = guided_steps(k)
        row = [step for step, size in enumerate(steps.front, 1) for _ in range(size)]
        row += [-step for step, size in enumerate(steps.back, 1) for _ in range(size)]
        row += [0] * (k - len(row))
        assert tuple(sorted((2 * guided_sort_ranks([row])[0]).astype(int).tolist())) == guided_pattern(k)
