"""Score vectors of every format, and their mean and covariance: the toy study, R's survey package, properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from cxsurvey.statistics import (
    fill_unranked,
    mid_ranks,
    ranking_scores,
    rating_ranks,
    rating_scores,
    score_moments,
    score_to_rank,
    top_k_shares,
    truncate_ranks,
)
from cxsurvey.statistics.scores import as_ranks, rank_to_score

from .material import NAN, TOY, TOY_RATINGS, TOY_WEIGHTS, from_r, quick, r_data, rankings, rating_tables


def test_mean_ranks_and_errors_of_the_toy_study_are_the_printed_ones():
    moments = score_moments(fill_unranked(TOY))
    assert_allclose(moments.mean, [1.625, 1.625, 3.125, 3.625])
    assert_allclose(moments.se, [0.26305214, 0.26305214, 0.27950850, 0.15669579], atol=5e-9)
    assert (moments.n, moments.effective_n) == (8, pytest.approx(8))


def test_weighted_mean_ranks_of_the_toy_study_are_the_printed_ones():
    moments = score_moments(fill_unranked(TOY), TOY_WEIGHTS)
    assert_allclose(moments.mean, [1.66666667, 1.5, 3.27777778, 3.55555556], atol=5e-9)
    assert_allclose(moments.se, [0.26263860, 0.22615566, 0.22460994, 0.12659159], atol=5e-9)
    assert moments.effective_n == pytest.approx(6.48)


def test_moments_are_svymeans():
    moments = score_moments(r_data("ranks"))
    assert_allclose(moments.mean, from_r("mean"), atol=1e-12)
    assert_allclose(moments.covariance, from_r("covariance"), atol=1e-12)


def test_weighted_moments_are_svymeans():
    moments = score_moments(r_data("ranks"), r_data("weights"))
    assert_allclose(moments.mean, from_r("weighted_mean"), atol=1e-12)
    assert_allclose(moments.covariance, from_r("weighted_covariance"), atol=1e-12)


def test_a_finite_population_shrinks_the_covariance_as_svymeans():
    moments = score_moments(r_data("ranks"), population=200)
    assert_allclose(moments.covariance, from_r("finite_covariance"), atol=1e-12)


def test_a_census_has_no_sampling_error():
    assert (score_moments(TOY[:6], population=6).covariance == 0).all()


def test_a_full_ranking_runs_from_100_to_0():
    assert_allclose(ranking_scores([[1, 2, 3, 4, 5]]), [[100, 75, 50, 25, 0]])


def test_unranked_pillars_share_the_places_left_over():
    assert_allclose(fill_unranked([[2, NAN, 1, NAN, NAN]]), [[2, 4, 1, 4, 4]])
    assert np.isnan(fill_unranked([[NAN, NAN]])).all()


def test_ties_may_stand_as_first_places_or_as_mean_ranks():
    assert_allclose(as_ranks([[1, 1, 3, 4]]), [[1.5, 1.5, 3, 4]])
    assert_allclose(as_ranks([[1.5, 1.5, 3, 4]]), [[1.5, 1.5, 3, 4]])
    assert_allclose(as_ranks([[1, 1, NAN, NAN]]), [[1.5, 1.5, NAN, NAN]])


def test_ratings_become_ranks_inside_the_person():
    assert_allclose(rating_ranks(TOY_RATINGS), [[1.5, 1.5, 3, 4], [2.5] * 4, [1, 4, 2.5, 2.5], [4, 1, 2.5, 2.5]])
    assert_allclose(rating_ranks(r_data("ratings")), r_data("rating_ranks"))


def test_a_straight_liner_gives_50_to_every_pillar():
    assert_allclose(rating_scores([[5, 5, 5], [1, 1, 1]]), 50)


def test_a_missing_rating_leaves_the_pillar_out_and_too_many_the_person():
    scores = rating_scores([[5, 4, 3, 2, NAN], [5, 4, 3, NAN, NAN]])
    assert_allclose(scores[0], [100, 200 / 3, 100 / 3, 0, NAN])
    assert np.isnan(scores[1]).all()


def test_moments_with_missing_scores_use_those_who_have_one():
    moments = score_moments([[1, NAN], [3, 10], [5, 20], [NAN, NAN]])
    assert_allclose(moments.mean, [3, 15])
    assert moments.n == 3
    assert np.isfinite(moments.covariance).all()


def test_people_without_weight_do_not_count():
    assert_allclose(
        score_moments(TOY[:6], [1, 1, 1, 1, 0, 0]).covariance, score_moments(TOY[:4]).covariance, atol=1e-15
    )


def test_when_all_give_the_same_the_covariance_is_exactly_zero():
    moments = score_moments(np.tile([100 / 3, 0.1, 7e5 / 9], (77, 1)), np.linspace(0.1, 3, 77))
    assert (moments.covariance == 0).all()


def test_more_rows_than_a_chunk_give_the_same_covariance(monkeypatch):
    whole = score_moments(r_data("ranks"), r_data("weights"))
    monkeypatch.setattr("cxsurvey.statistics.scores.CHUNK_ROWS", 7)
    assert_allclose(score_moments(r_data("ranks"), r_data("weights")).covariance, whole.covariance, atol=1e-15)


def test_top_shares_count_only_people_who_ranked():
    assert_allclose(top_k_shares([[1, 2, 3], [2, 1, NAN], [NAN] * 3], 1), [0.5, 0.5, 0])
    assert_allclose(top_k_shares([[1, 2, 3], [2, 1, 3]], 1, [3, 1]), [0.75, 0.25, 0])


def test_truncating_keeps_the_first_places():
    assert_allclose(truncate_ranks([[1, 2, 3, 4], [2, 1, NAN, NAN]], 2), [[1, 2, NAN, NAN], [2, 1, NAN, NAN]])


@quick
@given(rankings(partial=True), st.data())
def test_relabelling_pillars_permutes_scores_and_moments(ranks, data):
    order = data.draw(st.permutations(range(ranks.shape[1])))
    one, other = score_moments(ranking_scores(ranks)), score_moments(ranking_scores(ranks[:, order]))
    assert_allclose(other.mean, one.mean[order], atol=1e-9)
    assert_allclose(other.covariance, one.covariance[np.ix_(order, order)], atol=1e-9)


@quick
@given(rankings())
def test_duplicating_everyone_keeps_means_and_halves_the_covariance(ranks):
    n = len(ranks)
    once, twice = score_moments(ranks), score_moments(np.concatenate([ranks, ranks]))
    assert_allclose(twice.mean, once.mean, atol=1e-12)
    assert_allclose(twice.covariance, once.covariance * (n - 1) / (2 * n - 1), atol=1e-12)


@quick
@given(rankings(), st.data())
def test_a_weight_of_two_is_a_second_person_for_the_mean(ranks, data):
    doubled = data.draw(st.lists(st.booleans(), min_size=len(ranks), max_size=len(ranks)))
    weighted = score_moments(ranks, np.where(doubled, 2.0, 1.0))
    assert_allclose(weighted.mean, score_moments(np.concatenate([ranks, ranks[doubled]])).mean, atol=1e-12)


@quick
@given(rankings())
def test_ranking_all_but_the_last_is_a_full_ranking(ranks):
    all_but_last = np.where(ranks < ranks.shape[1], ranks, NAN)
    assert_allclose(ranking_scores(all_but_last), ranking_scores(ranks))


@quick
@given(rankings(partial=True))
def test_everybodys_scores_average_50_and_turn_back_into_ranks(ranks):
    scores = ranking_scores(ranks)
    assert_allclose(scores.mean(axis=1), 50)
    assert_allclose(score_to_rank(scores, ranks.shape[1]), fill_unranked(ranks))
    assert_allclose(rank_to_score(fill_unranked(ranks), ranks.shape[1]), scores)


@quick
@given(rating_tables())
def test_mid_ranks_are_scipys(ratings):
    from scipy.stats import rankdata

    assert_allclose(mid_ranks(ratings), rankdata(ratings, axis=1))


@pytest.mark.parametrize(
    "rows",
    [
        [[0, 1, 2]],  # from 0
        [[1, 2, 4]],  # a gap
        [[1, 1, 2]],  # a tie without the place it takes
        [[1, 2, 9]],
        [[5, 5, 3, 1]],  # ratings
        [[-1, -2, -3]],
        TOY[:6].T,  # pillars down, people across
    ],
)
def test_rows_that_are_no_ranking_are_refused(rows):
    with pytest.raises(ValueError, match=r"^ranks: needs 1 for the most important"):
        ranking_scores(rows)


def test_malformed_arrays_are_refused_by_name():
    with pytest.raises(ValueError, match=r"^scores: needs a table"):
        score_moments([1, 2, 3])
    with pytest.raises(ValueError, match=r"^scores: needs finite"):
        score_moments([[1, np.inf]])
    with pytest.raises(ValueError, match=r"^weights: needs one for each"):
        score_moments(TOY, [1, 2])
    with pytest.raises(ValueError, match=r"^weights: needs numbers of 0 or more"):
        score_moments([[1, 2]], [-1])
    with pytest.raises(ValueError, match=r"^population: needs at least"):
        score_moments([[1, 2], [2, 1]], population=1)
    with pytest.raises(ValueError, match=r"^k: needs"):
        truncate_ranks(TOY, 0)


@quick
@given(
    st.lists(st.lists(st.sampled_from([0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 8, -1, NAN]), min_size=3, max_size=3), max_size=9)
)
def test_exactly_the_rankings_are_accepted(rows):
    from scipy.stats import rankdata

    for row in rows:
        told = [value for value in row if value == value]
        fits = all(
            value in (mean, first)
            for value, mean, first in zip(told, rankdata(told), rankdata(told, method="min"), strict=True)
        )
        if fits:
            assert_allclose([rank for rank in as_ranks([row])[0] if rank == rank], rankdata(told))
        else:
            with pytest.raises(ValueError, match=r"^ranks: needs"):
                as_ranks([row])
