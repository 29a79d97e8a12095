"""Means of small cohorts pulled towards the mean of all, for display. Tests always use the raw ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, as_matrix, as_weights
from cxsurvey.statistics.cohort_labels import cohort_codes
from cxsurvey.statistics.precision import effective_n


@dataclass(frozen=True, slots=True, eq=False)
class SteadiedMeans:
    """Raw and steadied cohort means, (n_cohorts, n_pillars), and how much cohorts really vary between them.

    ``pull``, 0 to 1, is how far each mean was moved to the common one: 1 = all the way. NaN: no answers.
    """

    labels: tuple[object, ...]
    raw: FloatArray
    means: FloatArray
    pull: FloatArray
    between_variance: float


def steadied_cohort_means(scores: ArrayLike, cohorts: ArrayLike, weights: ArrayLike | None = None) -> SteadiedMeans:
    """Cohort means steadied by `steady`, with the variance inside cohorts pooled over them.

    Pooled, because a cohort of three who happen to agree would otherwise look certain.

    Parameters
    ----------
    scores : (n_respondents, n_pillars); rows with a NaN are left out
    cohorts : (n_respondents,), labels; unknown ones are left out
    """
    table = as_matrix("scores", scores)
    cohort = cohort_codes(cohorts, len(table))
    weight = as_weights(weights, len(table))
    counted = (cohort.codes >= 0) & ~np.isnan(table).any(axis=1) & (weight > 0)
    n_cohorts, n_pillars = len(cohort.labels), table.shape[1]
    raw, squares = np.full((n_cohorts, n_pillars), np.nan), np.zeros(n_pillars)
    sizes, degrees = np.zeros(n_cohorts), 0.0
    for g in range(n_cohorts):
        own = counted & (cohort.codes == g)
        if own.any():
            sizes[g] = effective_n(weight[own])
            share = weight[own] / weight[own].sum()
            raw[g] = share @ table[own]
            squares += sizes[g] * (share @ (table[own] - raw[g]) ** 2)
            degrees += sizes[g] - 1
    if degrees <= 1e-9:
        return SteadiedMeans(cohort.labels, raw, raw.copy(), np.where(np.isnan(raw), np.nan, 0.0), float("nan"))
    variance = np.where(sizes[:, None] > 0, squares / degrees / np.maximum(sizes, 1)[:, None], np.nan)
    found = steady(raw, variance)
    return SteadiedMeans(cohort.labels, raw, found.means, found.pull, found.between_variance)


def steady(means: ArrayLike, variances: ArrayLike) -> SteadiedMeans:
    """Means pulled towards each pillar's common mean by empirical Bayes, one between-variance for all pillars.

    Parameters
    ----------
    means, variances : (n_cohorts, n_pillars), the variance of each mean; NaN cells stay out. A pillar with a
        variance of 0 in some cohort is left as it is

    Source: DerSimonian & Laird, Controlled Clinical Trials 7 (1986) 177-188, pooled over pillars; Efron & Morris,
    Journal of the American Statistical Association 70 (1975) 311-319.
    """
    m, v = as_matrix("means", means), as_matrix("variances", variances)
    if m.shape != v.shape:
        raise ValueError(f"variances: needs shape {m.shape}, got {v.shape}")
    known = ~(np.isnan(m) | np.isnan(v))
    if (v[known] < 0).any():
        raise ValueError("variances: needs numbers of 0 or more, got a negative one")
    usable = known & ~(known & (v <= 0)).any(axis=0)
    w = np.where(usable, 1 / np.where(usable, v, 1.0), 0.0)
    between = _between_variance(np.where(usable, m, 0.0), w)
    steadier = np.where(usable, 1 / (np.where(usable, v, 1.0) + between), 0.0)
    common = _weighted_columns(np.where(usable, m, 0.0), steadier)
    pull = np.where(usable, np.where(usable, v, 1.0) * steadier, 0.0)
    steadied = pull * common + (1 - pull) * m
    return SteadiedMeans((), m, steadied, np.where(known, pull, np.nan), between)


def _between_variance(m: FloatArray, w: FloatArray) -> float:
    """How much true cohort means vary: the pooled moment estimate, never below 0."""
    totals = w.sum(axis=0)
    spread = float((w * (m - _weighted_columns(m, w)) ** 2).sum())
    expected = float(np.maximum((w > 0).sum(axis=0) - 1, 0).sum())
    scale = float((totals - (w**2).sum(axis=0) / np.where(totals > 0, totals, 1.0)).sum())
    return max(0.0, (spread - expected) / scale) if scale > 0 else 0.0


def _weighted_columns(m: FloatArray, w: FloatArray) -> FloatArray:
    totals = w.sum(axis=0)
    means: FloatArray = (w * m).sum(axis=0) / np.where(totals > 0, totals, 1.0)
    return means
