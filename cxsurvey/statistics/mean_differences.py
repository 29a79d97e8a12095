"""How far two means are apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cxsurvey.statistics.arrays import NOT_ENOUGH, check_open_share
from cxsurvey.statistics.distributions import t_critical, t_tail


@dataclass(frozen=True, slots=True)
class MeanEstimate:
    """A mean with its standard error and the number of answers. A mean taken as fixed has ``se`` 0."""

    mean: float
    se: float
    n: float


@dataclass(frozen=True, slots=True)
class MeanDifference:
    """First mean minus second, its interval and two-sided p-value; all NaN: not enough."""

    difference: float
    low: float
    high: float
    t: float
    df: float
    p_value: float


def welch(first: MeanEstimate, second: MeanEstimate, confidence: float = 0.95) -> MeanDifference:
    """The difference of two independent means whose answers may spread differently.

    With ``se`` 0 on one side that mean counts as known, and only the other one's error is left. Where neither side
    varies the difference is what it is: p is 0, or 1 without any difference. NaN with fewer than two answers on a
    side that varies.

    Source: Welch, Biometrika 34 (1947) 28-35.
    """
    check_open_share("confidence", confidence)
    if first.se < 0 or second.se < 0:
        raise ValueError(f"se: needs 0 or more, got {min(first.se, second.se)}")
    difference = first.mean - second.mean
    variances = first.se**2, second.se**2
    too_few = any(side.se > 0 and side.n < 2 for side in (first, second))
    if math.isnan(difference + sum(variances)) or too_few:
        return MeanDifference(*[NOT_ENOUGH] * 6)
    se = math.sqrt(sum(variances))
    if se == 0:
        t = math.copysign(math.inf, difference) if difference else 0.0
        return MeanDifference(difference, difference, difference, t, math.inf, 0.0 if difference else 1.0)
    parts = (v**2 / (side.n - 1) for side, v in zip((first, second), variances, strict=True) if v > 0)
    df = sum(variances) ** 2 / sum(parts)
    reach = float(t_critical((1 - confidence) / 2, df)) * se
    t = difference / se
    return MeanDifference(difference, difference - reach, difference + reach, t, df, min(1.0, 2 * t_tail(abs(t), df)))
