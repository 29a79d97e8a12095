"""Counts instead of people: the same figures as person by person, for full, partial, tied and rated answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from cxsurvey.statistics import (
    RankTable,
    cohort_q,
    fill_places,
    fill_unranked,
    kemeny,
    kendall_w,
    kruskal_by_column,
    pairwise_wins,
    plackett_luce,
    rank_table,
    ranking_scores,
    rating_ranks,
    rating_scores,
    score_moments,
    tally,
    top_k_shares,
)

from .material import NAN, TOY, quick, r_data, rankings, rating_tables


def filled(ranks):
    return RankTable(fill_places(rank_table(ranks).twice))


def same_moments(found, expected):
    assert (found.n, found.effective_n) == (expected.n, expected.effective_n)
    assert_allclose(found.mean, expected.mean, atol=1e-9)
    assert_allclose(found.covariance, expected.covariance, atol=1e-9)


def test_the_toy_study_is_counted_to_the_printed_means_and_errors():
    counted = tally(filled(TOY))
    assert_allclose(counted.mean_ranks()[0], [1.625, 1.625, 3.125, 3.625])
    assert_allclose(counted.score_moments().se * 3 / 100, [0.26305214, 0.26305214, 0.27950850, 0.15669579], atol=5e-9)
    assert tally(rank_table(TOY[:6])).kendall_w() == pytest.approx(0.6)
    q = tally(filled(TOY), [0, 0, 0, 0, 1, 1, 1, 1], 2).cohort_q()
    assert (q.q, q.df, q.p_value) == (pytest.approx(3.125), 3, pytest.approx(0.37275127, abs=5e-9))


@quick
@given(rankings(partial=True), st.data())
def test_counts_of_rankings_say_what_the_people_say(ranks, data):
    cells = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=len(ranks), max_size=len(ranks))))
    table, kept, counted = filled(ranks), cells >= 0, tally(filled(ranks), cells, 3)
    same_moments(counted.score_moments(), score_moments(ranking_scores(ranks)[kept]))
    same_moments(counted.score_moments(5_000), score_moments(ranking_scores(ranks)[kept], population=5_000))
    assert_allclose(counted.top_k_shares(2), top_k_shares(fill_unranked(ranks)[kept], 2))
    assert_allclose(counted.kendall_w(), kendall_w(ranks[kept]).w)
    tested, expected = counted.cohort_q(), cohort_q(ranking_scores(ranks), cells)
    assert_allclose([tested.q, tested.df, tested.p_value], [expected.q, expected.df, expected.p_value], atol=1e-9)
    by_pillar, one_by_one = counted.kruskal(), kruskal_by_column(fill_unranked(ranks), cells)
    assert_allclose(by_pillar.h, one_by_one.h, atol=1e-9)
    assert_allclose(by_pillar.adjusted, one_by_one.adjusted, atol=1e-9)
    some = tally(RankTable(table.twice[cells == 1])).score_moments()
    same_moments(counted.of([1]).score_moments(), some)


@quick
@given(rating_tables(pillars=(5, 8)), st.data())
def test_counts_of_ratings_with_gaps_say_what_the_people_say(ratings, data):
    for row in range(len(ratings)):
        if data.draw(st.booleans()):
            ratings[row, data.draw(st.integers(0, ratings.shape[1] - 1))] = NAN
    cells = np.array(data.draw(st.lists(st.integers(0, 1), min_size=len(ratings), max_size=len(ratings))))
    twice = np.asfortranarray(np.nan_to_num(2 * rating_ranks(ratings)).astype(np.int8))
    counted, scores = tally(RankTable(twice), cells, 2), rating_scores(ratings)
    same_moments(counted.score_moments(), score_moments(scores))
    tested, expected = counted.cohort_q(), cohort_q(scores, cells)
    assert_allclose([tested.q, tested.p_value], [expected.q, expected.p_value], atol=1e-8)
    assert_allclose(counted.kruskal().h, kruskal_by_column(rating_ranks(ratings), cells).h, atol=1e-9)
    given_ranks = rating_ranks(ratings)
    if len(ratings) > 2:
        assert_allclose(counted.rank_spread(), [np.nanstd(column, ddof=1) for column in given_ranks.T], atol=1e-9)


@quick
@given(rankings(partial=True))
def test_small_tables_give_the_same_orders_as_large_ones(ranks):
    table = rank_table(ranks)
    assert_array_equal(table.floats(), ranks)
    assert_array_equal(pairwise_wins(table), pairwise_wins(ranks))
    assert kemeny(table) == kemeny(ranks)
    assert_array_equal(plackett_luce(table).log_worth, plackett_luce(ranks).log_worth)


def test_many_rows_are_counted_block_by_block():
    ranks = np.tile(r_data("ranks"), (1_300, 1))
    cells = np.arange(len(ranks)) % 3
    assert len(ranks) > 70_000
    counted = tally(rank_table(ranks), cells, 3)
    same_moments(counted.score_moments(), score_moments(ranking_scores(ranks)))
    assert counted.cohort_q().q == pytest.approx(cohort_q(ranking_scores(ranks), cells).q)


@pytest.mark.parametrize("k", [0, 1, 2, 5])
@pytest.mark.parametrize("n", [0, 1, 2, 5])
@pytest.mark.parametrize("rank", [0, 1])
def test_little_data_is_not_enough(n, k, rank):
    twice = np.asfortranarray(np.tile(rank * 2 * np.arange(1, k + 1, dtype=np.int8), (n, 1)))
    counted = tally(RankTable(twice), np.zeros(n, np.int16), 2)
    moments = counted.score_moments()
    assert moments.mean.shape == (k,)
    assert np.isnan(counted.cohort_q().p_value)
    assert np.isnan(counted.kruskal().p_value).all()
    assert counted.top_k_shares(1).shape == counted.rank_spread().shape == (k,)
    assert np.isnan(counted.kendall_w()) or counted.kendall_w() == 1


def test_tables_that_are_none_and_cells_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="twice: needs a table of int8"):
        RankTable(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="60 pillars"):
        RankTable(np.zeros((2, 61), np.int8))
    with pytest.raises(ValueError, match="cells: needs a whole number for each of 8"):
        tally(rank_table(TOY), [0, 1], 2)
    with pytest.raises(ValueError, match="n_cells: needs a number above 1"):
        tally(rank_table(TOY), [0, 1] * 4, 1)
    with pytest.raises(ValueError, match="population: needs at least the 8"):
        tally(filled(TOY)).score_moments(7)
