"""How far each cohort is from everyone else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, as_matrix, as_weights, check_open_share
from cxsurvey.statistics.cohort_labels import cohort_codes
from cxsurvey.statistics.distributions import t_critical
from cxsurvey.statistics.scores import Moments, score_moments


@dataclass(frozen=True, slots=True, eq=False)
class CohortDifferences:
    """Each cohort's mean minus everyone else's, (n_cohorts, n_pillars), with Welch intervals; NaN: not enough."""

    labels: tuple[object, ...]
    difference: FloatArray
    low: FloatArray
    high: FloatArray


def cohort_differences(
    scores: ArrayLike, cohorts: ArrayLike, weights: ArrayLike | None = None, confidence: float = 0.95
) -> CohortDifferences:
    """Each cohort's mean minus that of everyone else with a known cohort, pillar by pillar, by Welch's interval.

    For scores positive = higher in the cohort; for ranks negative = placed further up. NaN with fewer than two
    people on a side.
    """
    check_open_share("confidence", confidence)
    table = as_matrix("scores", scores)
    cohort = cohort_codes(cohorts, len(table))
    weight = as_weights(weights, len(table))
    shape = (len(cohort.labels), table.shape[1])
    difference, reach = np.full(shape, np.nan), np.full(shape, np.nan)
    for g in range(len(cohort.labels)):
        own, others = cohort.codes == g, (cohort.codes != g) & (cohort.codes >= 0)
        inside, outside = score_moments(table[own], weight[own]), score_moments(table[others], weight[others])
        difference[g] = inside.mean - outside.mean
        reach[g] = welch_reach(inside, outside, confidence)
    return CohortDifferences(cohort.labels, difference, difference - reach, difference + reach)


def welch_reach(first: Moments, second: Moments, confidence: float) -> FloatArray:
    """Half-width of Welch's interval for each pillar; 0 where nothing varies on either side."""
    if min(first.n, second.n) < 2:
        return np.full(len(first.mean), np.nan)
    a, b = np.diagonal(first.covariance), np.diagonal(second.covariance)
    scale = np.where(a + b > 0, a + b, 1.0)
    share_a, share_b = a / scale, b / scale
    squares = share_a**2 / (first.n - 1) + share_b**2 / (second.n - 1)
    df = np.where(squares > 0, 1 / np.where(squares > 0, squares, 1.0), 1.0)
    reach: FloatArray = t_critical((1 - confidence) / 2, df) * np.sqrt(a + b)
    return reach
