"""Means of questions that not everybody answered, each over those who did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_matrix, as_weights
from cxsurvey.statistics.rank_tables import CHUNK_ROWS


@dataclass(frozen=True, slots=True, eq=False)
class AnsweredMoments:
    """The mean of each column, (n_columns,), the covariance of their sampling errors, and who answered.

    ``mean`` is NaN where nobody answered; row and column of ``covariance`` where fewer than two did: not enough.
    ``n`` counts, for each column, the answers with a weight above 0.
    """

    mean: FloatArray
    covariance: FloatArray
    n: IntArray

    @property
    def se(self) -> FloatArray:
        """Standard error of each mean."""
        root: FloatArray = np.sqrt(np.diagonal(self.covariance))
        return root


def answered_moments(
    values: ArrayLike, weights: ArrayLike | None = None, population: int | None = None
) -> AnsweredMoments:
    """Mean and sampling covariance of every column over those who answered it; NaN = no answer.

    Parameters
    ----------
    values : (n_respondents, n_columns). Columns may be of different questions of the same people, as priority
        scores beside performance ratings
    weights : (n_respondents,), all 1 by default
    population : how many customers there are; errors shrink by 1 - n / population

    Each respondent adds to a mean's error what their answer departs from it, and nothing where they gave none. So
    the diagonal is s^2 / n of the answers given, and the whole has no negative variance in any direction, which
    pairwise covariances with missing answers do not promise.

    Raises
    ------
    ValueError : wrong shapes; a population smaller than the number of answers
    """
    table = as_matrix("values", values)
    return answered_moments_by_block(lambda rows: table[rows], len(table), table.shape[1], weights, population)


def answered_moments_by_block(
    block: Callable[[slice], FloatArray],
    n_respondents: int,
    n_columns: int,
    weights: ArrayLike | None = None,
    population: int | None = None,
) -> AnsweredMoments:
    """`answered_moments` of a table too large to hold: ``block`` gives some of its rows, and is asked twice."""
    weight = as_weights(weights, n_respondents)
    n, total, sums = np.zeros(n_columns, dtype=np.int64), np.zeros(n_columns), np.zeros(n_columns)
    pieces = [slice(at, min(at + CHUNK_ROWS, n_respondents)) for at in range(0, n_respondents, CHUNK_ROWS)]
    for rows in pieces:
        filled, counted = _filled(block(rows), weight[rows])
        n += (counted > 0).sum(axis=0)
        total += counted.sum(axis=0)
        sums += (counted * filled).sum(axis=0)
    if population is not None and population < n.max(initial=0):
        raise ValueError(f"population: needs at least the {n.max()} who answered, got {population}")
    some = np.where(total > 0, total, 1.0)
    known = sums / some
    products = np.zeros((n_columns, n_columns))
    for rows in pieces:
        filled, counted = _filled(block(rows), weight[rows])
        errors = counted * (filled - known)
        products += errors.T @ errors
    spread = np.sqrt(n / np.maximum(n - 1.0, 1.0)) / some
    if population is not None:
        spread = spread * np.sqrt(1 - n / population)
    covariance = products * np.outer(spread, spread)
    covariance[n < 2, :] = covariance[:, n < 2] = np.nan
    return AnsweredMoments(np.where(total > 0, known, np.nan), covariance, n)


def _filled(values: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The answers, 0 where there is none, and what each counts."""
    given = ~np.isnan(values)
    return np.where(given, values, 0.0), np.where(given, weight[:, None], 0.0)
