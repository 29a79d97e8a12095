"""Four methods beside each other: the toy study worked by hand, what must not matter, and refusals."""

import numpy as np
import pytest
from hypothesis import given
from numpy.testing import assert_allclose, assert_array_equal

from cxsurvey.statistics import rank_table, sensitivity

from .material import NAN, TOY, TOY_WEIGHTS, quick, rankings


def test_all_methods_tie_a_and_b_of_the_toy_study():
    """Section 7: equal means, equal worths, and both abcd and bacd the best orders."""
    found = sensitivity(TOY, k=1)
    assert found.methods == ("mean_rank", "plackett_luce", "kemeny", "top_share")
    assert_array_equal(found.places[:3], [[1.5, 1.5, 3, 4]] * 3)
    # First choices: a 4, b 4, c 0, d 0.
    assert_array_equal(found.places[3], [1.5, 1.5, 3.5, 3.5])
    assert found.times_first.tolist() == [0, 0, 0, 0]
    assert_allclose(found.agreement[:3, :3], 1)
    assert_allclose(np.diagonal(found.agreement), 1)


def test_a_polarising_pillar_is_told_by_the_methods():
    """Three of five put a first and two last: Kemeny and first choices hold a first, the mean rank does not."""
    found = sensitivity([[1, 2, 3]] * 3 + [[3, 1, 2]] * 2, k=1)
    assert found.places[2].tolist() == [1, 2, 3]
    assert found.places[3].tolist() == [1, 2, 3]
    assert found.places[0].tolist() == [2, 1, 3]
    assert found.times_first[0] >= 2
    assert found.agreement[0, 2] == pytest.approx(1 / 3)


@quick
@given(rankings(partial=True))
def test_weights_of_one_and_small_tables_change_nothing(ranks):
    found = sensitivity(ranks)
    assert_array_equal(found.places, sensitivity(ranks, np.ones(len(ranks))).places)
    assert_array_equal(found.places, sensitivity(rank_table(ranks)).places)


@quick
@given(rankings(pillars=(2, 5)))
def test_renaming_pillars_renames_the_places(ranks):
    assert_array_equal(sensitivity(ranks[:, ::-1]).places, sensitivity(ranks).places[:, ::-1])


@pytest.mark.parametrize("k", [0, 1, 2, 4])
@pytest.mark.parametrize("n", [0, 1, 2])
def test_little_data_is_not_enough(n, k):
    for ranks in (np.full((n, k), NAN), np.tile(np.arange(1.0, k + 1), (n, 1)), np.full((n, k), (k + 1) / 2)):
        for weights in (None, np.zeros(n), np.ones(n)):
            found = sensitivity(ranks, weights)
            assert found.places.shape == (4, k)
            assert found.agreement.shape == (4, 4)
            assert 0 <= found.methods_told <= 4


def test_above_15_pillars_kemeny_is_left_out():
    found = sensitivity(np.tile(np.arange(1, 19), (3, 1)))
    assert np.isnan(found.places[2]).all()
    assert found.methods_told == 3


def test_weighted_places_follow_the_weights():
    assert sensitivity(TOY, TOY_WEIGHTS).places[0].tolist() == [2, 1, 3, 4]


def test_no_place_is_no_top():
    with pytest.raises(ValueError, match="k: needs 1 or more"):
        sensitivity(TOY, k=0)
