"""Which pillars cohorts differ on: Kruskal-Wallis from tables of counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, FloatArray, IntArray, as_matrix
from cxsurvey.statistics.cohort_labels import CohortCodes, cohort_codes
from cxsurvey.statistics.distributions import chi_square_tail
from cxsurvey.statistics.multiple import holm
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.scores import fill_unranked

# Ranks are halves at the finest; up to this many half steps values are counted without sorting.
MOST_HALF_STEPS = 4_096


@dataclass(frozen=True, slots=True, eq=False)
class PillarTests:
    """Kruskal-Wallis for each pillar, arrays of (n_pillars,); NaN where a pillar has not enough to test.

    ``adjusted`` is Holm's p-value over the pillars; ``epsilon_squared`` = H / (n - 1) is the effect, 0 to 1
    (by convention below .01 negligible, to .06 small, to .14 medium, then large).
    """

    h: FloatArray
    df: IntArray
    p_value: FloatArray
    adjusted: FloatArray
    epsilon_squared: FloatArray
    n: IntArray


def cohort_kruskal(ranks: ArrayLike | RankTable, cohorts: ArrayLike) -> PillarTests:
    """Whether cohorts differ pillar by pillar: Kruskal-Wallis with ties, Holm over the pillars, effect sizes.

    Unranked pillars (NaN) share the places left over, so cohorts should have ranked equally many
    (`truncate_ranks`). For other numbers than ranks see `kruskal_by_column`.

    Source: Kruskal & Wallis, Journal of the American Statistical Association 47 (1952) 583-621.
    """
    return kruskal_by_column(fill_unranked(ranks), cohorts)


def kruskal_by_column(values: ArrayLike, cohorts: ArrayLike) -> PillarTests:
    """Kruskal-Wallis for each column of any numbers, (n_respondents, n_columns); NaN = missing.

    Works on the table of counts, cohort by value, and so sorts nobody: some 40 times faster than person by person.
    """
    table = as_matrix("values", values)
    cohort = cohort_codes(cohorts, len(table))
    return _tests([_kruskal(_counts(table[:, j], cohort)) for j in range(table.shape[1])])


def kruskal_of_counts(counts: ArrayLike) -> PillarTests:
    """Kruskal-Wallis from how often each cohort gave each value, (n_cohorts, n_columns, n_values), ascending."""
    table = np.asarray(counts, dtype=np.float64)
    return _tests([_kruskal(table[:, j]) for j in range(table.shape[1])])


@dataclass(frozen=True, slots=True)
class _Column:
    h: float
    df: int
    n: int


def _tests(columns: list[_Column]) -> PillarTests:
    h = np.array([column.h for column in columns])
    df = np.array([column.df for column in columns], dtype=np.int64)
    n = np.array([column.n for column in columns], dtype=np.int64)
    p_value: FloatArray = np.where(np.isnan(h), np.nan, chi_square_tail(np.nan_to_num(h), np.maximum(df, 1.0)))
    return PillarTests(h, df, p_value, holm(p_value), h / np.maximum(n - 1, 1), n)


def _kruskal(counts: FloatArray) -> _Column:
    """H with tie correction from a table of counts, (n_cohorts, n_values), values ascending."""
    sizes = counts.sum(axis=1)
    filled = sizes > 0
    n, df = int(sizes.sum()), max(int(filled.sum()) - 1, 0)
    ties = counts.sum(axis=0)
    expressed = float(n) ** 3 - n - float((ties**3 - ties).sum())
    if df == 0 or n <= df + 1 or expressed <= 0:
        return _Column(NOT_ENOUGH, df, n)
    value_rank = np.cumsum(ties) - (ties - 1) / 2
    rank_sums = counts[filled] @ (value_rank - (n + 1) / 2)
    between = float((rank_sums**2 / sizes[filled]).sum())
    return _Column(12 * between * (n - 1) / expressed, df, n)


def _counts(values: FloatArray, cohort: CohortCodes) -> FloatArray:
    """How often each cohort gave each value, (n_cohorts, n_values), values ascending."""
    counted = (cohort.codes >= 0) & ~np.isnan(values)
    values, codes = values[counted], cohort.codes[counted]
    steps = _steps(values)
    n_steps = int(steps.max(initial=-1)) + 1
    table = np.bincount(codes * n_steps + steps, minlength=len(cohort.labels) * n_steps)
    return table.reshape(len(cohort.labels), n_steps).astype(np.float64)


def _steps(values: FloatArray) -> IntArray:
    """Whole numbers from 0 in the order of the values."""
    doubled = values * 2
    if len(values) and np.ptp(doubled) < MOST_HALF_STEPS and (doubled == np.round(doubled)).all():
        whole: IntArray = (doubled - doubled.min()).astype(np.int64)
        return whole
    return np.unique(values, return_inverse=True)[1].astype(np.int64)
