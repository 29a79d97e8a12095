"""Every question format as one score vector a respondent, and what the analysis needs of them: mean and covariance.

Scores run from 0 (put last) to 100 (put first); higher = more important.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import BoolArray, FloatArray, as_matrix, as_weights
from cxsurvey.statistics.precision import effective_n
from cxsurvey.statistics.rank_tables import CHUNK_ROWS, MOST_PILLARS, RankTable

FEW_ROWS = 64  # ranked all at once; of more a pillar at a time, to save memory
MOST_EXACT_PILLARS = 50  # sums of 2^0 to 2^49 are exact in a float


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """A weighted mean, (n_pillars,), and the covariance of its sampling error, (n_pillars, n_pillars).

    ``mean`` is NaN without answers, ``covariance`` with fewer than two: not enough. ``n`` counts respondents
    with some answer and a weight above 0.
    """

    mean: FloatArray
    covariance: FloatArray
    n: int
    effective_n: float

    @property
    def se(self) -> FloatArray:
        """Standard error of each mean."""
        root: FloatArray = np.sqrt(np.diagonal(self.covariance))
        return root


def rank_table(ranks: ArrayLike | RankTable) -> RankTable:
    """Ranks kept small; checked as by `as_ranks` unless they are a `RankTable` already. At most 60 pillars."""
    if isinstance(ranks, RankTable):
        return ranks
    given = as_ranks(ranks)
    if given.shape[1] > MOST_PILLARS:
        raise ValueError(f"ranks: needs up to {MOST_PILLARS} pillars, got {given.shape[1]}")
    twice = np.empty(given.shape, dtype=np.int8, order="F")
    for j in range(given.shape[1]):
        twice[:, j] = np.nan_to_num(2 * given[:, j])
    return RankTable(twice)


def as_ranks(ranks: ArrayLike | RankTable) -> FloatArray:
    """Ranks checked and ties made mean ranks; NaN = not ranked stays.

    Raises
    ------
    ValueError : a row is no ranking: a gap, a rank from 0 or above the number ranked, a transposed table,
        ratings. Ties may stand as mean ranks (1.5, 1.5, 3) or as first places (1, 1, 3).
    """
    if isinstance(ranks, RankTable):
        return ranks.floats()
    given = as_matrix("ranks", ranks)
    others = np.flatnonzero(~_without_ties(given))
    if not len(others):
        return given
    tied = given[others]
    averaged = mid_ranks(tied)
    stated = (tied == averaged) | (tied == _first_places(tied)) | np.isnan(tied)
    right = stated.all(axis=1)
    if not right.all():
        row = int(others[np.argmin(right)])
        raise ValueError(
            f"ranks: needs 1 for the most important, then 2, 3, ..., one row a respondent; "
            f"row {row} (from 0) is {given[row].tolist()}; for ratings use rating_ranks"
        )
    ranked = given.copy()
    ranked[others] = averaged
    return ranked


def mid_ranks(values: ArrayLike) -> FloatArray:
    """Each row's values ranked from the smallest, 1; equal values share the mean of their ranks; NaN stays."""
    table = as_matrix("values", values)
    return _ranked(table, tie_share=0.5)


def rating_ranks(ratings: ArrayLike, max_missing: float = 0.2) -> FloatArray:
    """Ratings (higher = more important) as ranks inside each person: "everything a 5" then says nothing.

    A missing rating leaves that pillar out of that person's ranking; with a larger share missing than
    ``max_missing`` the whole row becomes NaN. NaN here means missing, not "behind all ranked".
    """
    table = as_matrix("ratings", ratings)
    missing = np.isnan(table)
    too_many = missing.sum(axis=1) > max_missing * table.shape[1] + 1e-9
    ranked = mid_ranks(-table)
    ranked[too_many] = np.nan
    return ranked


def fill_unranked(ranks: ArrayLike | RankTable) -> FloatArray:
    """Ranks with the unranked pillars of each person sharing the mean of the places left over.

    A person who ranked k of K gives each other pillar (k + 1 + K) / 2. Rows of NaN alone stay NaN. Never compare
    mean ranks between people who ranked different numbers of pillars; see `truncate_ranks`.
    """
    table = as_ranks(ranks)
    unranked = np.isnan(table)
    n_pillars = table.shape[1]
    n_ranked = n_pillars - unranked.sum(axis=1)
    left_over = np.where(n_ranked > 0, (n_ranked + 1 + n_pillars) / 2, np.nan)
    filled: FloatArray = np.where(unranked, left_over[:, None], table)
    return filled


def truncate_ranks(ranks: ArrayLike | RankTable, k: int) -> FloatArray:
    """Ranks with everything behind place ``k`` not ranked, so that people who ranked more can be compared."""
    if k < 1:
        raise ValueError(f"k: needs 1 or more places, got {k}")
    table = as_ranks(ranks)
    # A tie across the border stays together: out, as its mean rank says.
    truncated: FloatArray = np.where(table <= k, table, np.nan)
    return truncated


def ranking_scores(ranks: ArrayLike | RankTable) -> FloatArray:
    """Full or top-k rankings as priority scores, 100 (K - rank) / (K - 1); unranked pillars by `fill_unranked`.

    All NaN with fewer than two pillars: one pillar alone has no priority.
    """
    filled = fill_unranked(ranks)
    return rank_to_score(filled, filled.shape[1])


def rating_scores(ratings: ArrayLike, max_missing: float = 0.2) -> FloatArray:
    """Ratings as priority scores by `rating_ranks`, over the pillars the person rated; missing ones stay NaN.

    Who rates everything alike gives 50 to every pillar.
    """
    ranked = rating_ranks(ratings, max_missing)
    n_rated = (~np.isnan(ranked)).sum(axis=1, keepdims=True)
    return rank_to_score(ranked, n_rated)


def rank_to_score(rank: ArrayLike, n_pillars: ArrayLike) -> FloatArray:
    """The 0 to 100 priority score of a (mean) rank among ``n_pillars``; NaN for fewer than two pillars."""
    places = np.asarray(n_pillars, dtype=np.float64) - 1
    places = np.where(places > 0, places, np.nan)
    score: FloatArray = 100 * (places + 1 - np.asarray(rank, dtype=np.float64)) / places
    return score


def score_to_rank(score: ArrayLike, n_pillars: int) -> FloatArray:
    """The (mean) rank that belongs to a priority score: K - score (K - 1) / 100."""
    rank: FloatArray = n_pillars - np.asarray(score, dtype=np.float64) * (n_pillars - 1) / 100
    return rank


def top_k_shares(ranks: ArrayLike | RankTable, k: int, weights: ArrayLike | None = None) -> FloatArray:
    """Share, 0 to 1, of people who put each pillar on place 1 to ``k``, of those who ranked any; NaN without."""
    table = as_ranks(ranks)
    answered = ~np.isnan(table).all(axis=1) if table.shape[1] else np.zeros(len(table), dtype=bool)
    weight = as_weights(weights, len(table)) * answered
    total = weight.sum()
    if not total > 0:
        return np.full(table.shape[1], np.nan)
    share: FloatArray = weight @ (table <= k) / total
    return share


def score_moments(scores: ArrayLike, weights: ArrayLike | None = None, population: int | None = None) -> Moments:
    """The weighted mean of score vectors and the covariance of its sampling error.

    ``covariance = n/(n-1) sum w^2 (x - mean)(x - mean)' / (sum w)^2 (1 - n/N)``: Taylor's linearisation, with
    weights 1 the sample covariance over n. Holds for ranks as for scores.

    Parameters
    ----------
    scores : (n_respondents, n_pillars); NaN = missing: that pillar's mean is over those who have it
    weights : (n_respondents,), 0 or more; people of weight 0 do not count
    population : N, the number of customers, if known

    Raises
    ------
    ValueError : wrong shapes, negative weights, more answers than customers
    """
    table = as_matrix("scores", scores)
    weight = as_weights(weights, len(table))
    observed = ~np.isnan(table)
    counted = observed.any(axis=1) & (weight > 0)
    n = int(counted.sum())
    if population is not None and population < n:
        raise ValueError(f"population: needs at least the {n} who answered, got {population}")
    if n == 0:
        return _no_moments(table.shape[1])
    if n < len(table):
        table, weight, observed = table[counted], weight[counted], observed[counted]
    weight = weight / weight.max()
    mean = _weighted_mean(table, weight, observed)
    covariance = _covariance_of_mean(table, weight, observed, mean)
    if population is not None:
        covariance *= 1 - n / population
    return Moments(mean, covariance, n, effective_n(weight))


def _weighted_mean(table: FloatArray, weight: FloatArray, observed: BoolArray) -> FloatArray:
    # Measured from each pillar's first answer, so that equal answers have exactly that mean, and no variance.
    origin = table[observed.argmax(axis=0), np.arange(table.shape[1])]
    shifted = np.where(observed, table - origin, 0.0)
    total = weight @ observed
    mean: FloatArray = origin + weight @ shifted / np.where(total > 0, total, np.nan)
    return mean


def _covariance_of_mean(table: FloatArray, weight: FloatArray, observed: BoolArray, mean: FloatArray) -> FloatArray:
    n, n_pillars = table.shape
    if n < 2:
        return np.full((n_pillars, n_pillars), np.nan)
    total = weight @ observed
    total = np.where(total > 0, total, np.nan)
    products = np.zeros((n_pillars, n_pillars))
    for start in range(0, n, CHUNK_ROWS):
        rows = slice(start, start + CHUNK_ROWS)
        deviation = np.where(observed[rows], table[rows] - mean, 0.0) * weight[rows, None]
        products += deviation.T @ deviation
    covariance: FloatArray = n / (n - 1) * products / np.outer(total, total)
    return covariance


def _no_moments(n_pillars: int) -> Moments:
    return Moments(np.full(n_pillars, np.nan), np.full((n_pillars, n_pillars), np.nan), 0, 0.0)


def _without_ties(table: FloatArray) -> BoolArray:
    """Which rows are 1, 2, ..., k in some order, the rest NaN: nearly all are, and this is told without sorting.

    k powers of two add up to 2^k - 1 only if they are 1, 2, 4, ..., each once.
    """
    clear = np.empty(len(table), dtype=bool)
    for start in range(0, len(table), CHUNK_ROWS):
        rows = table[start : start + CHUNK_ROWS]
        unranked = np.isnan(rows)
        whole = ((rows == np.floor(rows)) & (rows >= 1) & (rows <= MOST_EXACT_PILLARS)) | unranked
        powers = np.where(unranked | ~whole, 0.0, np.exp2(np.where(whole & ~unranked, rows, 1.0) - 1))
        n_ranked = rows.shape[1] - unranked.sum(axis=1)
        clear[start : start + CHUNK_ROWS] = whole.all(axis=1) & (powers.sum(axis=1) == np.exp2(n_ranked) - 1)
    return clear


def _first_places(table: FloatArray) -> FloatArray:
    return _ranked(table, tie_share=0.0)


def _ranked(table: FloatArray, tie_share: float) -> FloatArray:
    """Ranks by counting smaller and equal values, pillar by pillar: no sorting, no loop over people."""
    if len(table) <= FEW_ROWS:
        own = table[:, :, None]
        smaller, equal = (table[:, None, :] < own).sum(axis=2), (table[:, None, :] == own).sum(axis=2)
        few: FloatArray = np.where(np.isnan(table), np.nan, 1 + smaller + tie_share * (equal - 1))
        return few
    ranked = np.full(table.shape, np.nan)
    for j in range(table.shape[1]):
        own = table[:, j : j + 1]
        smaller = (table < own).sum(axis=1)
        equal = (table == own).sum(axis=1)
        ranked[:, j] = np.where(np.isnan(own[:, 0]), np.nan, 1 + smaller + tie_share * (equal - 1))
    return ranked
