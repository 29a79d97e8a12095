"""Derived importance: which pillars' performance goes along with overall satisfaction.

Shares of R^2, never raw regression weights: with correlated pillars their signs flip.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import comb
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cxsurvey.statistics.arrays import FloatArray, as_matrix, as_vector
from cxsurvey.statistics.chance import pseudo_inverse, symmetric_root
from cxsurvey.statistics.rank_tables import CHUNK_ROWS

METHODS = LMG, RELATIVE_WEIGHTS, RANK_CORRELATIONS = "lmg", "relative_weights", "rank_correlations"
MOST_PILLARS_FOR_LMG = 12
MOST_BLOCKS = 2_000  # rows that are resampled one by one; of more rows, blocks of them
_REDUNDANT = 1e-10   # of a pillar's spread is left beside the others: it adds nothing
_AT_A_TIME = 250     # resamples: all sets of twelve pillars of so many take some 50 MB


@dataclass(frozen=True, slots=True, eq=False)
class DerivedImportance:
    """Each pillar's share of R^2, (n_pillars,), adding up to ``r_squared``; NaN: not enough.

    ``correlation`` with the outcome gives the direction: a negative one must be shown as negative.
    ``n`` complete rows were used.
    """

    share: FloatArray
    correlation: FloatArray
    r_squared: float
    n: int


@dataclass(frozen=True, slots=True, eq=False)
class ImportanceDraws:
    """`DerivedImportance` of resampled respondents: shares and correlations (draws, n_pillars), R^2 (draws,)."""

    share: FloatArray
    correlation: FloatArray
    r_squared: FloatArray


def lmg(x: ArrayLike, y: ArrayLike) -> DerivedImportance:
    """Shapley (LMG) shares of R^2: what a pillar adds, averaged over all orders of adding pillars.

    Parameters
    ----------
    x : (n_respondents, n_pillars), performance ratings, at most 12 pillars. A pillar everyone rates the same has 0
    y : (n_respondents,), overall satisfaction. Rows with a NaN in x or y are left out; with no more rows than
        pillars + 1, or when y does not vary, there is not enough

    Raises
    ------
    ValueError : wrong shapes, more than 12 pillars (use `relative_weights`)

    Source: Lindeman, Merenda, Gold (1980) p. 119; Groemping, Journal of Statistical Software 17 (2006) 1.
    """
    return _derived(_Answers.of(x, y), _lmg_shares)


def relative_weights(x: ArrayLike, y: ArrayLike) -> DerivedImportance:
    """Johnson's relative weights: nearly the shares of `lmg`, for any number of pillars. Arguments as there.

    Source: Johnson, Multivariate Behavioral Research 35 (2000) 1-19.
    """
    return _derived(_Answers.of(x, y), _johnson_shares)


def rank_correlations(x: ArrayLike, y: ArrayLike) -> DerivedImportance:
    """Spearman's correlation of each pillar with the outcome, ties as mid-ranks; ``share`` and ``r_squared`` are NaN.

    The plain fallback for few answers. Arguments as for `lmg`, any number of pillars.
    """
    return _derived(_Answers.of(x, y).ranked(), _no_shares)


def resampled_importance(
    x: ArrayLike,
    y: ArrayLike,
    method: str,
    rng: np.random.Generator,
    draws: int = 2_000,
) -> ImportanceDraws:
    """The figures of a ``method`` of `METHODS`, of respondents drawn with replacement.

    Above 2,000 complete rows blocks of respondents are drawn, every 2,000th into one: the same spread for a
    thousandth of the work. Ranks are those of all respondents. NaN: not enough, or a resample without any spread.
    """
    answers = _Answers.of(x, y)
    shares_of = _SHARES[method]
    if method == RANK_CORRELATIONS:
        answers = answers.ranked()
    n_pillars = answers.n_pillars
    share, correlation = (np.full((draws, n_pillars), np.nan) for _ in range(2))
    r_squared = np.full(draws, np.nan)
    if answers.too_few:
        return ImportanceDraws(share, correlation, r_squared)
    blocks = answers.blocks()
    n_blocks = len(blocks)
    for start in range(0, draws, _AT_A_TIME):
        rows = slice(start, min(start + _AT_A_TIME, draws))
        taken = rng.multinomial(n_blocks, np.full(n_blocks, 1 / n_blocks), size=rows.stop - start)
        sums = np.tensordot(taken.astype(np.float64), blocks, axes=1)
        correlations = _correlations(sums)
        varies = correlations[:, -1, -1] > 0
        correlation[rows] = np.where(varies[:, None], correlations[:, :-1, -1], np.nan)
        shares = shares_of(correlations)
        share[rows] = np.where(varies[:, None], shares, np.nan)
        r_squared[rows] = share[rows].sum(axis=1)
    return ImportanceDraws(share, correlation, r_squared)


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """Complete rows, (n, n_pillars + 1), the outcome last, less their means."""

    joined: FloatArray

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> _Answers:
        # Whole numbers have no gaps, and stay small until the one table below is filled: a million rows are 88 MB.
        whole = isinstance(x, np.ndarray) and x.ndim == 2 and x.dtype.kind in "iu"
        ratings: NDArray[Any] = np.asarray(x) if whole else as_matrix("x", x)
        outcome = as_vector("y", y)
        if len(ratings) != len(outcome):
            raise ValueError(f"y: needs one for each of {len(ratings)} respondents, got {len(outcome)}")
        complete = ~np.isnan(outcome)
        if not whole:
            complete &= ~np.isnan(ratings).any(axis=1)
        joined = np.empty((int(complete.sum()), ratings.shape[1] + 1))
        for j, column in enumerate(ratings.T):
            joined[:, j] = column[complete]
        joined[:, -1] = outcome[complete]
        return cls(_centred(joined))

    @property
    def n_pillars(self) -> int:
        return int(self.joined.shape[1]) - 1

    @property
    def too_few(self) -> bool:
        n_pillars = self.n_pillars
        return n_pillars == 0 or len(self.joined) <= n_pillars + 1 or not self.joined[:, -1].any()

    def ranked(self) -> _Answers:
        """Ranks for answers, column by column."""
        from scipy.stats import rankdata

        return _Answers(_centred(rankdata(self.joined, axis=0)))

    def sums(self) -> FloatArray:
        """(n_pillars + 2, n_pillars + 2): sums of products of the columns and a column of ones."""
        sums = np.zeros((self.joined.shape[1] + 1,) * 2)
        for start in range(0, len(self.joined), CHUNK_ROWS):
            rows = _with_ones(self.joined[start : start + CHUNK_ROWS])
            sums += rows.T @ rows
        return sums

    def blocks(self) -> FloatArray:
        """`sums` of each block of respondents, (n_blocks, n_pillars + 2, n_pillars + 2)."""
        n_blocks, width = min(len(self.joined), MOST_BLOCKS), self.joined.shape[1] + 1
        sums = np.zeros((n_blocks, width, width))
        for start in range(0, len(self.joined), n_blocks):
            rows = _with_ones(self.joined[start : start + n_blocks])
            sums[: len(rows)] += rows[:, :, None] * rows[:, None, :]
        return sums


def _with_ones(rows: FloatArray) -> FloatArray:
    return np.column_stack([rows, np.ones(len(rows))])


def _centred(table: FloatArray) -> FloatArray:
    """The columns less their means, in place."""
    if len(table):
        table -= table[0].copy()  # so that equal answers have exactly no spread
        table -= table.mean(axis=0)
    return table


def _correlations(sums: FloatArray) -> FloatArray:
    """(draws, n_pillars + 1, n_pillars + 1) from sums of products with a column of ones; 0 for a column that is
    constant, also with itself."""
    n = sums[:, -1, -1][:, None, None]
    means = sums[:, :-1, -1:] / n
    covariances = sums[:, :-1, :-1] / n - means * means.transpose(0, 2, 1)
    spread = np.diagonal(covariances, axis1=1, axis2=2)
    # What rounding leaves of a column that a resample holds one value of is no spread.
    least = 1e-12 * np.diagonal(sums[:, :-1, :-1], axis1=1, axis2=2) / n[:, 0]
    scale = np.where(spread > least, 1 / np.sqrt(np.where(spread > least, spread, 1.0)), 0.0)
    correlations: FloatArray = covariances * scale[:, :, None] * scale[:, None, :]
    return correlations


def _derived(answers: _Answers, shares_of: Callable[[FloatArray], FloatArray]) -> DerivedImportance:
    n, n_pillars = len(answers.joined), answers.n_pillars
    if shares_of is _lmg_shares and n_pillars > MOST_PILLARS_FOR_LMG:
        raise ValueError(f"x: needs up to {MOST_PILLARS_FOR_LMG} pillars, got {n_pillars}; use relative_weights")
    if answers.too_few:
        unknown = np.full(n_pillars, np.nan)
        return DerivedImportance(unknown, unknown, float("nan"), n)
    correlations = _correlations(answers.sums()[None])
    share = shares_of(correlations)[0]
    return DerivedImportance(share, correlations[0, :-1, -1], float(share.sum()), n)


def _lmg_shares(correlations: FloatArray) -> FloatArray:
    """(draws, n_pillars) of correlations, (draws, n_pillars + 1, n_pillars + 1), the outcome last."""
    n_pillars = correlations.shape[1] - 1
    explained = _r_squared_of_all_sets(correlations)
    sets = np.arange(2**n_pillars)
    sizes = np.array([size.bit_count() for size in range(2**n_pillars)])
    share = np.empty((len(correlations), n_pillars))
    for j in range(n_pillars):
        without = sets[(sets >> j & 1) == 0]
        chance = np.array([1 / (n_pillars * comb(n_pillars - 1, size)) for size in sizes[without].tolist()])
        share[:, j] = (explained[:, without | 1 << j] - explained[:, without]) @ chance
    return share


def _r_squared_of_all_sets(correlations: FloatArray) -> FloatArray:
    """(draws, 2 ** n_pillars): R^2 of the regression on each set of pillars, sets as bit masks.

    Pillar by pillar every set is doubled: without it, and with it, when what it explains is taken out of all that
    is left (Gauss). What the outcome has left at the end is not explained.
    """
    left = correlations[:, None]
    while left.shape[-1] > 1:
        without = left[..., 1:, 1:]
        own = left[..., 0, 0]
        step = np.where(own > _REDUNDANT, 1 / np.where(own > _REDUNDANT, own, 1.0), 0.0)
        explained = left[..., 1:, :1] * left[..., :1, 1:] * step[..., None, None]
        left = np.concatenate([without, without - explained], axis=1)
    r_squared: FloatArray = correlations[:, -1, -1][:, None] - left[..., 0, 0]
    return r_squared


def _johnson_shares(correlations: FloatArray) -> FloatArray:
    shares = np.empty((len(correlations), correlations.shape[1] - 1))
    for share, table in zip(shares, correlations, strict=True):
        root = symmetric_root(table[:-1, :-1])
        beta = pseudo_inverse(root).matrix @ table[:-1, -1]
        share[:] = root**2 @ beta**2
    return shares


def _no_shares(correlations: FloatArray) -> FloatArray:
    return np.full((len(correlations), correlations.shape[1] - 1), np.nan)


_SHARES = {LMG: _lmg_shares, RELATIVE_WEIGHTS: _johnson_shares, RANK_CORRELATIONS: _no_shares}
