"""Importance against performance: in which quadrant of the map each pillar lies, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_moments
from cxsurvey.statistics.chance import normal_draws

FIX_FIRST, KEEP_UP, LOW_PRIORITY, OVER_SERVED = range(4)
_NEAR = 1e-9  # of the largest value: closer to a line than that is on it


@dataclass(frozen=True, slots=True, eq=False)
class Quadrants:
    """Where each pillar lies.

    ``probability``, (n_pillars, 4), is the chance of each quadrant in the order fix first (important, weak), keep up
    (important, strong), low priority (unimportant, weak), over-served (unimportant, strong); NaN: not enough.
    ``place``, (n_pillars,), is the quadrant of the means themselves, -1: not enough. The lines are where the
    quadrants meet.
    """

    probability: FloatArray
    place: IntArray
    importance_line: float
    performance_line: float

    @property
    def certainty(self) -> FloatArray:
        """Chance that each pillar lies in the quadrant of its means; NaN: not enough."""
        chosen = np.take_along_axis(self.probability, np.maximum(self.place, 0)[:, None], axis=1)[:, 0]
        certainty: FloatArray = np.where(self.place >= 0, chosen, np.nan)
        return certainty


def quadrants(
    mean: ArrayLike,
    covariance: ArrayLike,
    rng: np.random.Generator,
    target: float | None = None,
    draws: int = 10_000,
) -> Quadrants:
    """The quadrant of each pillar, with its chance from normal draws of the means.

    Parameters
    ----------
    mean : (2 n_pillars,), importance of every pillar, then performance of every pillar; NaN = not enough, and the
        pillar is left out of the lines too
    covariance : (2 n_pillars, 2 n_pillars) of their sampling errors
    target : performance at which a pillar is good enough; by default the mean of the pillars' performance, which
        moves with the draws, as the line of importance does always

    A pillar exactly on a line counts half to either side.

    Raises
    ------
    ValueError : an odd number of means, a covariance of another shape

    Source: Martilla & James, Journal of Marketing 41 (1977) 77-79, for the map.
    """
    centre, errors = as_moments(mean, covariance)
    if len(centre) % 2:
        raise ValueError(f"mean: needs importance and performance of every pillar, got {len(centre)} numbers")
    n_pillars = len(centre) // 2
    unknown = np.isnan(centre) | np.isnan(np.diagonal(errors))
    known = np.flatnonzero(~(unknown[:n_pillars] | unknown[n_pillars:]))
    probability, place = np.full((n_pillars, 4), np.nan), np.full(n_pillars, -1, np.int64)
    if not len(known):
        return Quadrants(probability, place, np.nan, np.nan if target is None else target)
    both = np.concatenate([known, n_pillars + known])
    drawn = centre[both] + normal_draws(errors[np.ix_(both, both)], draws, rng)
    important, strong = _above(drawn[:, : len(known)], None), _above(drawn[:, len(known) :], target)
    probability[known] = np.stack(
        [(a * b).mean(axis=0) for a in (important, 1 - important) for b in (1 - strong, strong)], axis=1
    )
    lines = float(centre[known].mean()), float(centre[n_pillars + known].mean()) if target is None else target
    low, weak = centre[known] < lines[0], centre[n_pillars + known] < lines[1]
    place[known] = 2 * low + ~weak
    return Quadrants(probability, place, *lines)


def _above(values: FloatArray, line: float | None) -> FloatArray:
    """1 above the line (by default each draw's own mean), 0 below, a half on it."""
    at = values.mean(axis=1, keepdims=True) if line is None else line
    distance = values - at
    on = np.abs(distance) <= _NEAR * np.abs(values).max(initial=1.0)
    above: FloatArray = np.where(on, 0.5, (distance > 0).astype(np.float64))
    return above
