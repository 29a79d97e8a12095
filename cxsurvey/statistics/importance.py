"""Derived importance: which pillars' performance goes along with overall satisfaction.

Shares of R^2, never raw regression weights: with correlated pillars their signs flip.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_matrix, as_vector
from cxsurvey.statistics.chance import pseudo_inverse, symmetric_root

MOST_PILLARS_FOR_LMG = 12


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
    data = _Correlations.of(x, y)
    n_pillars = len(data.with_outcome)
    if n_pillars > MOST_PILLARS_FOR_LMG:
        raise ValueError(f"x: needs up to {MOST_PILLARS_FOR_LMG} pillars, got {n_pillars}; use relative_weights")
    if data.too_few:
        return data.nothing()
    r_squared = _r_squared_of_all_sets(data)
    sets = np.arange(2**n_pillars)
    sizes = _members(sets, n_pillars).sum(axis=1)
    share = np.empty(n_pillars)
    for j in range(n_pillars):
        without = sets[(sets >> j & 1) == 0]
        chance = np.array([1 / (n_pillars * comb(n_pillars - 1, size)) for size in sizes[without]])
        share[j] = chance @ (r_squared[without | 1 << j] - r_squared[without])
    return DerivedImportance(share, data.with_outcome, float(r_squared[-1]), data.n)


def relative_weights(x: ArrayLike, y: ArrayLike) -> DerivedImportance:
    """Johnson's relative weights: nearly the shares of `lmg`, for any number of pillars. Arguments as there.

    Source: Johnson, Multivariate Behavioral Research 35 (2000) 1-19.
    """
    data = _Correlations.of(x, y)
    if data.too_few:
        return data.nothing()
    root = symmetric_root(data.among)
    beta = pseudo_inverse(root).matrix @ data.with_outcome
    share = root**2 @ beta**2
    return DerivedImportance(share, data.with_outcome, float(share.sum()), data.n)


@dataclass(frozen=True, slots=True, eq=False)
class _Correlations:
    among: FloatArray
    with_outcome: FloatArray
    n: int
    outcome_varies: bool

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> _Correlations:
        ratings, outcome = as_matrix("x", x), as_vector("y", y)
        if len(ratings) != len(outcome):
            raise ValueError(f"y: needs one for each of {len(ratings)} respondents, got {len(outcome)}")
        complete = ~(np.isnan(ratings).any(axis=1) | np.isnan(outcome))
        joined = np.column_stack([ratings, outcome])[complete]
        n = len(joined)
        deviation = joined - joined[:1]  # so that equal answers have exactly no spread
        deviation = deviation - (deviation.mean(axis=0) if n else 0.0)
        length = np.sqrt((deviation**2).sum(axis=0))
        unit = deviation / np.where(length > 0, length, 1.0)
        together = unit.T @ unit
        return cls(together[:-1, :-1], together[:-1, -1], n, bool(length[-1] > 0))

    @property
    def too_few(self) -> bool:
        n_pillars = len(self.with_outcome)
        return n_pillars == 0 or self.n <= n_pillars + 1 or not self.outcome_varies

    def nothing(self) -> DerivedImportance:
        unknown = np.full(len(self.with_outcome), np.nan)
        return DerivedImportance(unknown, unknown, float("nan"), self.n)


def _r_squared_of_all_sets(data: _Correlations) -> FloatArray:
    """R^2 of the regression on each set of pillars, sets as bit masks: all sets of one size at a time."""
    n_pillars = len(data.with_outcome)
    inside = _members(np.arange(2**n_pillars), n_pillars)
    sizes = inside.sum(axis=1)
    r_squared = np.zeros(2**n_pillars)
    for size in range(1, n_pillars + 1):
        chosen = np.flatnonzero(sizes == size)
        pillars = np.nonzero(inside[chosen])[1].reshape(-1, size)
        among = data.among[pillars[:, :, None], pillars[:, None, :]]
        outcome = data.with_outcome[pillars]
        inverse = np.linalg.pinv(among, rcond=1e-10, hermitian=True)
        r_squared[chosen] = np.einsum("si,sij,sj->s", outcome, inverse, outcome)
    return r_squared


def _members(sets: IntArray, n_pillars: int) -> IntArray:
    members: IntArray = sets[:, None] >> np.arange(n_pillars) & 1
    return members
