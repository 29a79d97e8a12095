"""MaxDiff: counts by hand, the sequential logit of R, properties, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import best_worst_counts, best_worst_logit, score_moments

from .material import NAN, from_r, quick, r_data

BEST, WORST, SHOWN = r_data("best") - 1, r_data("worst") - 1, r_data("shown") - 1
PEOPLE = r_data("task_person")


def test_counts_and_scores_worked_by_hand():
    found = best_worst_counts([0, 1, 0], [2, 2, 1], [[0, 1, 2], [1, 2, 0], [0, 1, 3]], ["b", "b", "a"], 4)
    assert found.respondents == ("a", "b")
    assert found.shown.tolist() == [[1, 1, 0, 1], [2, 2, 2, 0]]
    assert_allclose(found.scores, [[100, 0, NAN, 50], [75, 75, 0, NAN]])
    assert found.fewest_shown == 0


def test_the_logit_and_both_errors_are_rs():
    """survival::coxph on best-of-three and worst-of-two sets stacked, robust errors by cluster(id)."""
    found = best_worst_logit(BEST, WORST, SHOWN, PEOPLE, 5)
    assert_allclose(found.log_worth, from_r("best_worst_logit"), atol=1e-8)
    assert_allclose(found.se, from_r("best_worst_logit_se"), atol=1e-8)
    assert_allclose(found.robust_se, from_r("best_worst_logit_robust_se"), atol=1e-8)
    assert found.log_likelihood == pytest.approx(from_r("best_worst_logit_log_likelihood"), abs=1e-8)
    assert not found.stabilised
    assert found.n_respondents == 12


def test_scores_of_people_who_saw_different_pillars_still_have_moments():
    moments = score_moments(best_worst_counts(BEST, WORST, SHOWN, PEOPLE, 5).scores)
    assert moments.n == 12
    assert np.isfinite(moments.covariance).all()


def test_a_pillar_always_best_is_held_finite_and_said_so():
    found = best_worst_logit([0, 0, 0], [2, 1, 2], [[0, 1, 2]] * 3, [1, 2, 3], 3)
    assert found.stabilised
    assert np.isfinite(found.robust_se).all()
    assert found.log_worth[0] == found.log_worth.max()


def test_no_task_is_not_enough():
    found = best_worst_logit([], [], np.empty((0, 3)), [], 5)
    assert np.isnan(found.log_worth).all()
    assert best_worst_counts([], [], np.empty((0, 3)), [], 5).scores.shape == (0, 5)
    assert best_worst_counts([], [], [], [], 5).fewest_shown == 0


@quick
@given(st.permutations(range(5)), st.permutations(range(72)))
def test_names_of_pillars_and_order_of_tasks_do_not_matter(order, tasks):
    order, tasks = np.array(order), np.array(tasks)
    renamed = best_worst_logit(order[BEST][tasks], order[WORST][tasks], order[SHOWN][tasks], PEOPLE[tasks], 5)
    own = best_worst_logit(BEST, WORST, SHOWN, PEOPLE, 5)
    assert_allclose(renamed.log_worth[order], own.log_worth, atol=1e-8)
    assert_allclose(renamed.robust_se[order], own.robust_se, atol=1e-8)


@pytest.mark.parametrize(
    ("tasks", "named"),
    [
        (([0], [0], [[0, 1]], [1], 2), r"worst: needs another pillar than best; task 0"),
        (([2], [0], [[0, 1]], [1], 3), r"best: needs a pillar that was shown"),
        (([0], [2], [[0, 1]], [1], 3), r"worst: needs a pillar that was shown"),
        (([0], [1], [[0, 1, 1]], [1], 3), r"shown: needs different pillars"),
        (([5], [1], [[0, 1]], [1], 3), r"best: needs pillar numbers from 0 to 2"),
        (([NAN], [1], [[0, 1]], [1], 3), r"best: needs pillar numbers"),
        (([0], [1], [[0, 1], [0, 1]], [1], 3), r"shown: needs a row for each of 1 tasks"),
        (([0], [1, 2], [[0, 1]], [1], 3), r"best: needs one for each task"),
    ],
)
def test_impossible_tasks_are_refused_by_name(tasks, named):
    with pytest.raises(ValueError, match=rf"^{named}"):
        best_worst_counts(*tasks)
