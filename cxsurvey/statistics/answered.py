"""Means of questions that not everybody answered, each over those who did."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_matrix, as_weights


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
    given = ~np.isnan(table)
    counted = np.where(given, as_weights(weights, len(table))[:, None], 0.0)
    n = (counted > 0).sum(axis=0)
    if population is not None and population < n.max(initial=0):
        raise ValueError(f"population: needs at least the {n.max()} who answered, got {population}")
    total = counted.sum(axis=0)
    filled = np.where(given, table, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (counted * filled).sum(axis=0) / total
        spread = np.where(n > 1, np.sqrt(n / (n - 1.0)), 0.0)
    if population is not None:
        spread = spread * np.sqrt(1 - n / population)
    known = np.where(n > 0, mean, 0.0)
    errors = counted * (filled - known) / np.where(total > 0, total, 1.0) * spread
    covariance = errors.T @ errors
    covariance[n < 2, :] = covariance[:, n < 2] = np.nan
    return AnsweredMoments(mean, covariance, n)
