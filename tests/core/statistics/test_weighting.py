"""Raking: R's survey package, properties, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import effective_n, rake

from .material import NAN, from_r, quick, r_data


def shares(weights, labels):
    return {label: weights[labels == label].sum() / weights.sum() for label in np.unique(labels).tolist()}


def test_two_margins_are_raked_as_by_the_survey_package():
    found = rake([r_data("ages"), r_data("sexes")], [{0: 20, 1: 22, 2: 18}, {0: 29, 1: 31}])
    assert_allclose(found.weights, from_r("raked_weights"), atol=1e-8)
    assert found.converged
    assert found.n_trimmed == 0


def test_one_margin_needs_no_list_and_numbers_follow_the_sorted_labels():
    assert_allclose(rake(["a", "b", "b"], {"a": 0.5, "b": 0.5}).weights, [1.5, 0.75, 0.75])
    assert_allclose(rake([7, 3, 3], [30, 10]).weights, [0.75, 1.125, 1.125])


def test_people_of_unknown_cell_keep_their_weight():
    found = rake(["a", "b", "b", None], {"a": 0.5, "b": 0.5})
    assert_allclose(found.weights, [1.5, 0.75, 0.75, 1])
    assert rake([0, 1, NAN], [0.5, 0.5]).converged


def test_extreme_weights_are_trimmed_once_and_what_is_missed_is_told():
    cohort = np.array([0] * 2 + [1] * 98)
    found = rake(cohort, [0.4, 0.6])
    assert found.n_trimmed == 2
    loose = rake(cohort, [0.4, 0.6], trim=None)
    assert (loose.n_trimmed, loose.largest_miss) == (0, pytest.approx(0, abs=1e-9))
    assert loose.design_effect == pytest.approx(100 / effective_n(loose.weights))


def test_margins_that_contradict_each_other_do_not_converge_and_say_so():
    labels = [0, 1] * 5
    found = rake([labels, labels], [[0.2, 0.8], [0.6, 0.4]])
    assert not found.converged
    assert found.largest_miss > 0.1


@quick
@given(st.data())
def test_every_margin_meets_its_target_and_the_mean_is_one(data):
    n = data.draw(st.integers(8, 30))
    first = np.arange(n) % 3
    second = np.array(data.draw(st.permutations(list(np.arange(n) // 2 % 2))))
    wanted = [data.draw(st.lists(st.floats(0.5, 2), min_size=k, max_size=k)) for k in (3, 2)]
    found = rake([first, second], wanted, trim=None)
    assert found.weights.mean() == pytest.approx(1)
    if found.converged:
        for labels, target in zip((first, second), wanted, strict=True):
            assert_allclose(list(shares(found.weights, labels).values()), np.array(target) / sum(target), rtol=1e-6)


def test_targets_that_cannot_be_met_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^targets: needs respondents in 'c', got none; merge"):
        rake(["a", "b"], {"a": 1, "b": 1, "c": 1})
    with pytest.raises(ValueError, match=r"^targets: needs one for 'b' too"):
        rake(["a", "b"], {"a": 1})
    with pytest.raises(ValueError, match=r"^targets: needs 2 for"):
        rake(["a", "b"], [1, 2, 3])
    with pytest.raises(ValueError, match=r"^targets: needs numbers of 0 or more"):
        rake(["a", "b"], [-1, 2])
    with pytest.raises(ValueError, match=r"^targets: needs one set for each of 2 margins"):
        rake([["a", "b"], ["x", "y"]], [{"a": 1, "b": 1}])
    with pytest.raises(ValueError, match=r"^weights: needs weight above 0 in every cell"):
        rake(["a", "b"], [1, 1], weights=[1, 0])
    with pytest.raises(ValueError, match=r"^weights: needs at least one"):
        rake(["a", "b"], [1, 1], weights=[0, 0])
    with pytest.raises(ValueError, match=r"^trim: needs"):
        rake(["a", "b"], [1, 3], trim=(2, 5))
    with pytest.raises(ValueError, match=r"^cohorts: needs one for each"):
        rake([["a", "b"], ["x"]], [[1, 1], [1]])
