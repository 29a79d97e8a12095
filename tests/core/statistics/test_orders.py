"""Borda, Kemeny and pairwise wins: the toy study, all permutations tried, properties."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import borda, has_majority_cycle, kemeny, pairwise_wins, positions
from cxsurvey.statistics.orders import kemeny_of_wins

from .material import NAN, TOY, TOY_WEIGHTS, quick, rankings

CYCLE = [[1, 2, 3], [3, 1, 2], [2, 3, 1]]


def cost_of(order, wins):
    return sum(wins[later, earlier] for i, earlier in enumerate(order) for later in order[i + 1 :])


def test_pairwise_wins_of_the_toy_study_are_the_printed_ones():
    wins = pairwise_wins(TOY)
    assert (wins[0, 1], wins[1, 0], wins[0, 2], wins[2, 0], wins[2, 3], wins[3, 2]) == (4, 4, 7, 1, 4, 2)


def test_kemenys_orders_of_the_toy_study_are_the_printed_ones():
    found = kemeny(TOY)
    assert found.cost == 8
    assert found.n_orders == 2
    assert found.orders == ((0, 1, 2, 3), (1, 0, 2, 3))


def test_bordas_order_of_the_toy_study_has_a_tie_in_front():
    found = borda(TOY)
    assert_allclose(found.mean_ranks, [1.625, 1.625, 3.125, 3.625])
    assert_allclose(found.positions, [1.5, 1.5, 3, 4])
    assert_allclose(borda(TOY, TOY_WEIGHTS).positions, [2, 1, 3, 4])


def test_equal_scores_share_places_also_when_rounding_parts_them():
    assert_allclose(positions([0.1 + 0.2, 0.3, 1, NAN]), [2.5, 2.5, 1, NAN])


def test_a_majority_cycle_is_seen():
    assert has_majority_cycle(pairwise_wins(CYCLE))
    assert not has_majority_cycle(pairwise_wins(TOY))
    assert kemeny(CYCLE).n_orders == 3


def test_when_nobody_prefers_anything_every_order_is_as_good():
    found = kemeny(np.full((4, 5), 3.0), most_orders=6)
    assert (found.cost, found.n_orders, len(found.orders)) == (0, 120, 6)
    assert len(set(found.orders)) == 6


def test_fifteen_pillars_are_ordered_exactly():
    ranks = np.array([np.roll(np.arange(1, 16), 1), np.arange(1, 16), np.arange(1, 16)], dtype=float)
    assert kemeny(ranks).orders == (tuple(range(15)),)
    assert kemeny(ranks).cost == 14


def test_without_answers_there_is_no_order():
    found = kemeny(np.full((3, 4), NAN))
    assert (found.orders, found.n_orders) == ((), 0)
    assert np.isnan(found.cost)
    assert np.isnan(borda(np.full((3, 4), NAN)).positions).all()
    assert borda(np.empty((0, 4))).n_respondents == 0


def test_one_pillar_has_one_order():
    assert kemeny([[1], [1]]).orders == ((0,),)


@quick
@given(rankings(respondents=(1, 9), pillars=(2, 5), partial=True))
def test_kemeny_finds_the_best_of_all_permutations_and_all_of_the_best(ranks):
    wins = pairwise_wins(ranks)
    costs = {order: cost_of(order, wins) for order in permutations(range(ranks.shape[1]))}
    best = min(costs.values())
    found = kemeny(ranks, most_orders=1000)
    assert found.cost == best
    assert list(found.orders) == sorted(order for order, cost in costs.items() if cost == best)
    assert found.n_orders == len(found.orders)


@quick
@given(rankings(respondents=(1, 9), pillars=(2, 5)), st.data())
def test_weighted_kemeny_costs_no_more_than_bordas_order(ranks, data):
    weights = np.array(data.draw(st.lists(st.floats(0.1, 5), min_size=len(ranks), max_size=len(ranks))))
    found = kemeny(ranks, weights)
    bordas = tuple(np.argsort(borda(ranks, weights).positions))
    assert found.cost <= cost_of(bordas, pairwise_wins(ranks, weights)) + 1e-9


@quick
@given(rankings(partial=True))
def test_wins_and_losses_never_exceed_the_people(ranks):
    wins = pairwise_wins(ranks)
    assert (wins + wins.T <= len(ranks)).all()
    assert (np.diagonal(wins) == 0).all()


@quick
@given(rankings(), st.data())
def test_relabelling_pillars_permutes_borda_and_wins(ranks, data):
    order = np.array(data.draw(st.permutations(range(ranks.shape[1]))))
    assert_allclose(borda(ranks[:, order]).positions, borda(ranks).positions[order])
    assert_allclose(pairwise_wins(ranks[:, order]), pairwise_wins(ranks)[np.ix_(order, order)])
    assert kemeny(ranks[:, order]).cost == kemeny(ranks).cost


def test_what_cannot_be_ordered_is_refused_by_name():
    with pytest.raises(ValueError, match=r"^ranks: needs 1 to 15 pillars, got 16"):
        kemeny([range(1, 17)])
    with pytest.raises(ValueError, match=r"^wins: needs a square table"):
        has_majority_cycle([[1, 2, 3]])
    with pytest.raises(ValueError, match=r"^wins: needs a square table"):
        kemeny_of_wins([[0, -1], [1, 0]])
    with pytest.raises(ValueError, match=r"^most_orders: needs"):
        kemeny(TOY, most_orders=0)
    with pytest.raises(ValueError, match=r"^weights: needs"):
        borda(TOY, [1])
