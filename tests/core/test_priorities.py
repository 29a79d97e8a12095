"""Score vectors of every format from the answers of a study."""

import numpy as np
from numpy.testing import assert_allclose

from cxsurvey.priorities import priorities_of
from tests.core.studies import responses


def test_a_full_ranking_scores_100_for_the_first_and_0_for_the_last():
    priorities = priorities_of(responses([[1, 2, 3, 4], [4, 3, 2, 1]]))
    assert priorities.format == "ranking"
    assert_allclose(priorities.scores, [[100, 200 / 3, 100 / 3, 0], [0, 100 / 3, 200 / 3, 100]])


def test_what_a_partial_ranking_leaves_out_shares_the_places_left_over():
    priorities = priorities_of(responses([[1, 2, 3, 4]] * 3 + [[2, 1, 0, 0]]))
    assert_allclose(priorities.ranks[-1], [2, 1, 3.5, 3.5])


def test_someone_who_ranked_less_than_half_is_left_out_and_counted():
    priorities = priorities_of(responses([[1, 2, 3, 4]] * 3 + [[1, 0, 0, 0], [0, 0, 0, 0]]))
    assert priorities.n == 3
    assert priorities.left_out == 2
    assert priorities.who.tolist() == [0, 1, 2]


def test_a_full_list_among_top_two_answers_is_cut_to_the_top_two():
    priorities = priorities_of(responses([[1, 2, 0, 0, 0]] * 4 + [[5, 4, 3, 2, 1]]))
    assert priorities.format == "top"
    assert priorities.depth == 2
    assert_allclose(priorities.ranks[-1], [4, 4, 4, 2, 1])


def test_tied_mid_ranks_are_read_as_they_were_kept():
    priorities = priorities_of(responses([[1.5, 1.5, 3, 4]]))
    assert_allclose(priorities.ranks, [[1.5, 1.5, 3, 4]])


def test_ratings_are_used_only_where_nobody_ranked():
    ratings = [[5, 5, 3, 1], [4, 4, 4, 4]]
    rated = priorities_of(responses(np.zeros((2, 4)), importance=ratings))
    assert rated.format == "rating"
    assert_allclose(rated.ranks, [[1.5, 1.5, 3, 4], [2.5, 2.5, 2.5, 2.5]])
    assert priorities_of(responses([[1, 2, 3, 4]] * 2, importance=ratings)).format == "ranking"


def test_no_answers_at_all_give_an_empty_table():
    assert priorities_of(responses(np.zeros((0, 5)))).scores.shape == (0, 5)


def test_everyones_tally_follows_from_the_cohorts():
    ranked = responses([[1, 2, 3], [3, 1, 2], [2, 1, 3], [1, 3, 2]])
    alone, behind = priorities_of(ranked), priorities_of(ranked)
    behind.tally(np.array([0, 1, 1, 2], np.int16), 3)
    assert_allclose(behind.tally().score_moments().mean, alone.tally().score_moments().mean)
    assert_allclose(behind.tally().score_moments().covariance, alone.tally().score_moments().covariance)
    assert behind.tally().kruskal().n.tolist() == alone.tally().kruskal().n.tolist()
