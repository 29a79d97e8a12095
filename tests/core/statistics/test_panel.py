"""Colleagues: who differs, the outlier rule, and max-t against customers."""

from itertools import combinations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from cxsurvey.progress import Cancelled
from cxsurvey.statistics import generator, group_difference, panel_views, tau_x
from cxsurvey.statistics.plackett_luce import steadied_worths

from .material import NAN, TOY, r_data

SIX_ALIKE = np.tile(np.arange(1.0, 11), (6, 1))


def alike_but_for_one():
    rows = SIX_ALIKE.copy()
    for i in range(5):
        rows[i, [i, i + 1]] = rows[i, [i + 1, i]]
    rows[5] = 11 - rows[5]
    return rows


def test_each_colleague_is_held_against_the_consensus_of_the_others():
    found = panel_views([[1, 2, 3], [1, 2, 3], [3, 2, 1]], generator())
    # The others of the first tie on all pillars (1, 2, 3 and 3, 2, 1): no pair agrees or disagrees.
    assert_allclose(found.agreement, [0, 0, -1])
    assert found.most_different == 2
    assert not found.outlier.any()  # three colleagues are too few for that word


def test_a_reversed_order_among_the_like_minded_is_an_outlier():
    found = panel_views(alike_but_for_one(), generator())
    assert found.outlier.tolist() == [False] * 5 + [True]
    assert found.most_different == 5


def test_who_merely_differs_a_little_is_not():
    found = panel_views(SIX_ALIKE, generator())
    assert_allclose(found.agreement, 1)
    assert not found.outlier.any()


def test_false_alarms_are_rare_in_panels_without_outliers():
    rng = generator(4)
    worth = np.linspace(2, -2, 8)
    panels = [np.argsort(np.argsort(-(worth + rng.gumbel(size=(6, 8))), axis=1), axis=1) + 1.0 for _ in range(40)]
    alarms = sum(panel_views(ranks, rng, panels=200).outlier.any() for ranks in panels)
    assert alarms <= 7  # expected about 2


def test_ridge_worths_maximise_the_penalised_likelihood():
    from scipy.optimize import minimize

    from .test_plackett_luce import log_likelihood

    best = minimize(lambda t: t @ t / 2 - log_likelihood(TOY, t), np.zeros(4), method="BFGS", options={"gtol": 1e-9}).x
    assert_allclose(steadied_worths(TOY), best, atol=1e-6)


def test_lone_and_silent_colleagues_have_no_agreement():
    for ranks in ([[1, 2, 3]], np.empty((0, 3)), np.full((5, 3), NAN), [[1, 2, 3], [NAN] * 3], np.empty((3, 0))):
        found = panel_views(ranks, generator())
        assert np.isnan(found.agreement).all()
        assert found.most_different is None
        assert not found.outlier.any()
    assert tau_x([1, 2, 3], [3, 2, 1]) == panel_views([[1, 2, 3], [3, 2, 1], [NAN] * 3], generator()).agreement[0]


def test_max_t_counts_every_grouping():
    """All 126 ways of taking four of nine people give the exact p; 3,000 draws must come near."""
    scores = r_data("ranks")[:9]
    first = [0, 3, 5, 8]
    second = [i for i in range(9) if i not in first]

    def t(own):
        a, b = scores[list(own)], scores[[i for i in range(9) if i not in own]]
        se = np.sqrt(a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b))
        return np.abs(a.mean(axis=0) - b.mean(axis=0)) / se

    highest = np.array([t(own).max() for own in combinations(range(9), 4)])
    exact = (highest[:, None] >= t(first) - 1e-9).mean(axis=0)
    found = group_difference(scores[first], scores[second], generator(9), permutations=3000)
    assert_allclose(found.t, t(first))
    assert_allclose(found.adjusted, exact, atol=0.03)


def test_two_groups_of_one_mind_each_differ_beyond_doubt_where_they_do():
    found = group_difference(np.tile([1.0, 2, 3], (6, 1)), np.tile([2.0, 1, 3], (30, 1)), generator(), permutations=999)
    assert found.t.tolist() == [np.inf, np.inf, 0]
    assert found.adjusted[0] == pytest.approx(0.001)
    assert found.adjusted[2] == 1
    assert_allclose(found.difference, [-1, 1, 0])


def test_fewer_than_two_on_a_side_is_not_enough():
    assert np.isnan(group_difference([[1.0, 2]], [[1.0, 2], [2, 1]], generator()).adjusted).all()
    assert np.isnan(group_difference(np.full((5, 2), NAN), np.ones((5, 2)), generator()).adjusted).all()


def test_it_can_be_cancelled_and_refuses_by_name():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        group_difference(TOY[:3], TOY[3:6], generator(), progress=stop)
    with pytest.raises(ValueError, match=r"^second: needs the 4 pillars"):
        group_difference(TOY, [[1.0, 2]], generator())
    with pytest.raises(ValueError, match=r"^permutations: needs"):
        group_difference(TOY, TOY, generator(), permutations=0)
    with pytest.raises(ValueError, match=r"^panels: needs"):
        panel_views(TOY, generator(), panels=0)
    with pytest.raises(ValueError, match=r"^ranks: needs 1 for"):
        panel_views([[5, 5, 3]], generator())
