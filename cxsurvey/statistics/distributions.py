"""Tails and quantiles of the few distributions in use.

From scipy.special and imported when needed: scipy.stats gives the same numbers and takes two seconds more to load.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from cxsurvey.statistics.arrays import FloatArray


def chi_square_tail(value: float | FloatArray, df: float | FloatArray) -> FloatArray:
    """P(X >= value) for chi-square."""
    from scipy.special import chdtrc

    return np.asarray(chdtrc(df, value), dtype=np.float64)


def f_tail(value: float, df1: float, df2: float) -> float:
    """P(X >= value) for Fisher's F."""
    from scipy.special import fdtrc

    return 0.0 if math.isinf(value) else float(fdtrc(df1, df2, value))


def t_critical(tail: float, df: float | FloatArray) -> FloatArray:
    """The value that Student's t exceeds with chance ``tail``."""
    from scipy.special import stdtrit

    return -np.asarray(stdtrit(df, tail), dtype=np.float64)


def t_tail(value: float, df: float) -> float:
    """P(T >= value) for Student's t."""
    from scipy.special import stdtr

    return float(stdtr(df, -value))


def t_power(noncentrality: float, df: float, tail: float) -> float:
    """Chance that a two-sided t test with ``tail`` on each side rejects, at this noncentrality.

    The normal chance, averaged over s = sqrt(chi-square / df), by Gauss and Legendre. scipy's noncentral t was
    tried and left: it gives NaN in the tails, already at 10 degrees of freedom and a noncentrality of 7.
    """
    from scipy.special import ndtr

    critical = float(t_critical(tail, df))
    s, shares = _nodes(df, noncentrality / critical, 9 / critical)
    log_density = math.log(2) + df / 2 * math.log(df / 2) - math.lgamma(df / 2) - df * s**2 / 2 + (df - 1) * np.log(s)
    rejects = ndtr(noncentrality - critical * s) + ndtr(-noncentrality - critical * s)
    return min(float((shares * np.exp(log_density) * rejects).sum()), 1.0)


def _nodes(df: float, turn: float, width: float) -> tuple[FloatArray, FloatArray]:
    """Where to look at s and with which share, finely where the chance turns from 1 to 0."""
    reach = 12 / math.sqrt(2 * df)  # 12 standard deviations of s: nothing is left outside
    low, high = max(0.0, 1 - reach), 1 + reach
    bounds = [low, min(max(turn - width, low), high), min(max(turn + width, low), high), high]
    nodes, shares = _legendre()
    halves = np.diff(bounds) / 2
    middles = np.add(bounds[:-1], bounds[1:]) / 2
    kept = halves > 0
    at = middles[kept, None] + halves[kept, None] * nodes
    return at.ravel(), (halves[kept, None] * shares).ravel()


@cache
def _legendre() -> tuple[FloatArray, FloatArray]:
    nodes, shares = np.polynomial.legendre.leggauss(120)
    return nodes, shares


def failures_before(successes: int, rate: float, certainty: float) -> int:
    """The number of failures before so many successes that is not exceeded with the given chance.

    The negative binomial quantile: the smallest k with I_rate(successes, k + 1) >= certainty, by halving.
    """
    from scipy.special import betainc

    enough = 1
    while betainc(successes, enough + 1, rate) < certainty:
        enough *= 2
    too_few = -1
    while enough - too_few > 1:
        middle = (enough + too_few) // 2
        if betainc(successes, middle + 1, rate) >= certainty:
            enough = middle
        else:
            too_few = middle
    return enough
