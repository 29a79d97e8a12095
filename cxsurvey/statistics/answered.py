"""Means of questions that not everybody answered, each over those who did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_matrix, as_weights

BLOCK_ROWS = 16_384  # twenty columns of so many stay in the cache
ROUNDING = 1e-13     # of a sum of squares


@dataclass(frozen=True, slots=True, eq=False)
class AnsweredMoments:
    """The mean of each column, (n_columns,), the covariance of their sampling errors, and who answered.

    ``mean`` is NaN where nobody answered; row and column of ``covariance`` where fewer than two did: not enough.
    ``n`` counts, for each column, the answers with a weight above 0; ``effective_n`` is what they are worth (Kish).
    """

    mean: FloatArray
    covariance: FloatArray
    n: IntArray
    effective_n: FloatArray

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
    """`answered_moments` of a table too large to hold: ``block`` gives some of its rows, and is asked once for each."""
    weight = as_weights(weights, n_respondents)
    sums = _Sums.empty(n_columns)
    for start in range(0, n_respondents, BLOCK_ROWS):
        rows = slice(start, min(start + BLOCK_ROWS, n_respondents))
        sums.add(block(rows).T, weight[rows])
    n = sums.n
    if population is not None and population < n.max(initial=0):
        raise ValueError(f"population: needs at least the {n.max()} who answered, got {population}")
    total, squares = sums.total, np.diagonal(sums.together)
    some = np.where(total > 0, total, 1.0)
    spread = np.sqrt(n / np.maximum(n - 1.0, 1.0)) / some
    if population is not None:
        spread = spread * np.sqrt(1 - n / population)
    covariance = sums.deviations(sums.sums / some) * np.outer(spread, spread)
    covariance[n < 2, :] = covariance[:, n < 2] = np.nan
    mean = np.where(total > 0, sums.origin + sums.sums / some, np.nan)
    effective = np.where(squares > 0, total**2 / np.where(squares > 0, squares, 1.0), 0.0)
    return AnsweredMoments(mean, covariance, n, effective)


@dataclass(slots=True, eq=False)
class _Sums:
    """What is known of the rows so far; d = answer less ``origin``, 0 without one, o = 1 where there is one.

    n, total sum w o, sums sum w d : (n_columns,). products sum w^2 d d', crossed sum w^2 d o', together sum w^2 o o' :
    (n_columns, n_columns). ``origin`` is each column's first answer, so that equal answers have no spread at all.
    """

    n: IntArray
    origin: FloatArray
    total: FloatArray
    sums: FloatArray
    products: FloatArray
    crossed: FloatArray
    together: FloatArray

    @classmethod
    def empty(cls, n_columns: int) -> _Sums:
        square = (n_columns, n_columns)
        return cls(
            np.zeros(n_columns, dtype=np.int64), np.full(n_columns, np.nan), np.zeros(n_columns), np.zeros(n_columns),
            np.zeros(square), np.zeros(square), np.zeros(square),
        )

    def add(self, values: FloatArray, weight: FloatArray) -> None:
        """Adds the answers (n_columns, n) of some people."""
        given = ~np.isnan(values)
        whole = bool(given.all())
        new = np.isnan(self.origin) & given.any(axis=1)
        self.origin[new] = values[new, given[new].argmax(axis=1)]
        apart = values - self.origin[:, None]
        if not whole:
            apart[~given] = 0.0
        self.n += (given & (weight > 0)).sum(axis=1)
        self.sums += apart @ weight
        apart *= weight
        self.products += apart @ apart.T
        if whole:
            self.total += weight.sum()
            self.crossed += (apart @ weight)[:, None]
            self.together += weight @ weight
            return
        counted = given * weight
        self.total += counted.sum(axis=1)
        self.crossed += apart @ counted.T
        self.together += counted @ counted.T

    def deviations(self, mean: FloatArray) -> FloatArray:
        """sum w^2 (d - mean)(d - mean)' over those who answered both."""
        shifted = self.crossed * mean  # [j, l]: sum w^2 d_j over those who answered l, times the mean of l
        found = self.products - shifted - shifted.T + np.outer(mean, mean) * self.together
        scale = np.diagonal(self.products) + mean**2 * np.diagonal(self.together)
        alike = np.diagonal(found) <= ROUNDING * scale
        found[alike] = found[:, alike] = 0.0
        known: FloatArray = found
        return known
