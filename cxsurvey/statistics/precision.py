"""How precise a share or a mean is once the answers are in."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import (
    NOT_ENOUGH,
    as_vector,
    as_weights,
    check_open_share,
    two_sided_z,
)
from cxsurvey.statistics.distributions import t_critical


@dataclass(frozen=True, slots=True)
class Interval:
    """A range; both ends NaN when there is not enough to say."""

    low: float
    high: float

    @property
    def half_width(self) -> float:
        return (self.high - self.low) / 2


def share_margin(
    n: float,
    confidence: float = 0.95,
    population: int | None = None,
    share: float = 0.5,
    effective: float | None = None,
    n_shares: int = 1,
) -> float:
    """Half-width of the interval around a share: 0.05 is +-5 points. For planning and for the headline.

    ``n`` people answered; ``effective`` is their effective number when weighted; ``n_shares`` shares are looked
    at together (Bonferroni). NaN with no answers, 0 when everyone of the population answered.

    Source: Cochran, Sampling Techniques (1977) ch. 4. To show an interval use `wilson_interval`.
    """
    _check_n(n, population)
    if not 0 <= share <= 1:
        raise ValueError(f"share: needs a number from 0 to 1, got {share}")
    z = two_sided_z(confidence, n_shares)
    counted = n if effective is None else effective
    if n == 0 or not counted > 0:
        return NOT_ENOUGH
    left_over = 1.0
    if population is not None:
        left_over = 0.0 if population <= n else (population - n) / (population - 1)
    return z * math.sqrt(share * (1 - share) / counted * left_over)


def wilson_interval(
    share: float,
    n: float,
    confidence: float = 0.95,
    population: int | None = None,
    effective: float | None = None,
    n_shares: int = 1,
) -> Interval:
    """Wilson's interval for a share of 0 to 1, which is honest also at 0 and at 1.

    ``n`` people answered; ``effective`` is their effective number when weighted; ``n_shares`` shares are looked
    at together (Bonferroni). NaN with no answers; the share itself when everyone of the population answered.

    Source: Brown, Cai, DasGupta, Statistical Science 16 (2001) 101-133; finite population and effective n
    after Korn & Graubard (1998).
    """
    _check_n(n, population)
    if math.isnan(share):
        return Interval(NOT_ENOUGH, NOT_ENOUGH)
    if not -1e-12 <= share <= 1 + 1e-12:
        raise ValueError(f"share: needs a number from 0 to 1, got {share}")
    z = two_sided_z(confidence, n_shares)
    counted = n if effective is None else effective
    if n == 0 or not counted > 0:
        return Interval(NOT_ENOUGH, NOT_ENOUGH)
    if population is not None:
        if population <= n:
            return Interval(share, share)
        counted *= (population - 1) / (population - n)
    middle = share + z**2 / (2 * counted)
    reach = z * math.sqrt(max(0.0, share * (1 - share)) / counted + z**2 / (4 * counted**2))
    shrink = 1 + z**2 / counted
    return Interval(max(0.0, (middle - reach) / shrink), min(1.0, (middle + reach) / shrink))


def mean_interval(mean: float, se: float, n: float, confidence: float = 0.95) -> Interval:
    """Student's interval around a mean; NaN with fewer than two answers."""
    check_open_share("confidence", confidence)
    if n < 2 or math.isnan(mean) or math.isnan(se):
        return Interval(NOT_ENOUGH, NOT_ENOUGH)
    reach = float(t_critical((1 - confidence) / 2, n - 1)) * se
    return Interval(mean - reach, mean + reach)


def effective_n(weights: ArrayLike) -> float:
    """How many unweighted answers the weighted ones are worth: (sum w)^2 / sum w^2; 0 without any weight.

    Source: Kish, Survey Sampling (1965).
    """
    vector = _checked_weights(weights)
    largest = float(vector.max(initial=0.0))
    if largest == 0:
        return 0.0
    scaled = vector / largest  # so that squares of tiny or huge weights neither vanish nor overflow
    return float(scaled.sum() ** 2 / (scaled**2).sum())


def design_effect(weights: ArrayLike) -> float:
    """What weighting costs: n / effective n, 1 for equal weights; NaN without any weight. Weights of 0 count."""
    effective = effective_n(weights)
    return len(_checked_weights(weights)) / effective if effective > 0 else NOT_ENOUGH


def _checked_weights(weights: ArrayLike) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    vector = as_vector("weights", weights)
    return as_weights(vector, len(vector))


def _check_n(n: float, population: int | None) -> None:
    if not n >= 0:
        raise ValueError(f"n: needs 0 or more answers, got {n}")
    if population is not None and n > population:
        raise ValueError(f"population: needs at least the {n} who answered, got {population}")
