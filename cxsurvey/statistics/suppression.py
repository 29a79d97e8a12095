"""Which cohorts must stay hidden so that nobody can be recognised. The rule looks at sizes alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import BoolArray, as_vector

DEFAULT_THRESHOLD = 10
WHOLE_COHORT_THRESHOLD = 20


@dataclass(frozen=True, slots=True, eq=False)
class Suppression:
    """Which cohorts to hide, (n_cohorts,): those too small, and one more to hide them in."""

    too_small: BoolArray
    complementary: BoolArray

    @property
    def hidden(self) -> BoolArray:
        return self.too_small | self.complementary


def hidden_cohorts(sizes: ArrayLike, threshold: int = DEFAULT_THRESHOLD, totals_shown: bool = True) -> Suppression:
    """The cohorts to hide, given how many people each has.

    A cohort with 1 to ``threshold - 1`` people is hidden. If figures for everyone together are shown, those of the
    hidden follow by subtraction; so where the hidden are fewer than ``threshold`` people in all (a single cohort
    always is), the next smallest is hidden too. An empty cohort tells nothing about anyone and stays as it is.

    Source: OECD glossary and ONS notes on small cells (thresholds of 3, 5 and 10).
    """
    n = as_vector("sizes", sizes)
    if np.isnan(n).any() or (n < 0).any():
        raise ValueError("sizes: needs numbers of people of 0 or more")
    if threshold < 1:
        raise ValueError(f"threshold: needs 1 or more people, got {threshold}")
    too_small = (n > 0) & (n < threshold)
    complementary = np.zeros(len(n), dtype=bool)
    candidates = np.flatnonzero(n >= threshold)
    if totals_shown and 0 < n[too_small].sum() < threshold and len(candidates):
        complementary[candidates[np.argmin(n[candidates])]] = True
    return Suppression(too_small, complementary)


def hidden_shares(shares: ArrayLike, sizes: ArrayLike, threshold: int = WHOLE_COHORT_THRESHOLD) -> BoolArray:
    """Shares to hide, (n_cohorts, n_pillars): 0 % or 100 % of a small cohort says it of everyone in it.

    Parameters
    ----------
    shares : (n_cohorts, n_pillars), 0 to 1; NaN is not hidden, there is nothing to show
    sizes : (n_cohorts,), people in each cohort
    """
    table = np.asarray(shares, dtype=np.float64)
    n = as_vector("sizes", sizes)
    if table.ndim != 2 or len(table) != len(n):
        raise ValueError(f"shares: needs a row for each of {len(n)} cohorts, got shape {table.shape}")
    whole = (table <= 0) | (table >= 1)
    return whole & (n < threshold)[:, None]
