"""Would a fresh sample say the same?"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, as_moments
from cxsurvey.statistics.chance import normal_draws


def top_k_stability(
    mean: ArrayLike,
    covariance: ArrayLike,
    k: int,
    rng: np.random.Generator,
    draws: int = 10_000,
) -> float:
    """Chance, 0 to 1, that a second survey of the same size has the same ``k`` pillars on top.

    Draws from a normal around the mean with **twice** the covariance, because both surveys carry sampling error;
    measured against the truth with ten pillars that is close, a little bold below 200 answers.
    An undecided top (a tie on the border that nothing varies) is never the same: 0. NaN: not enough.

    Parameters
    ----------
    mean : (n_pillars,), higher = more important
    covariance : (n_pillars, n_pillars), of the mean
    k : 1 to n_pillars
    """
    centre, spread = as_moments(mean, covariance)
    if not 1 <= k <= max(1, len(centre)):
        raise ValueError(f"k: needs 1 to {len(centre)} pillars, got {k}")
    if len(centre) == 0 or not (np.isfinite(centre).all() and np.isfinite(spread).all()):
        return NOT_ENOUGH
    if k == len(centre):
        return 1.0
    order = np.argsort(-centre, kind="stable")
    repeated = centre + normal_draws(2 * spread, draws, rng)
    lowest_in = repeated[:, order[:k]].min(axis=1)
    highest_out = repeated[:, order[k:]].max(axis=1)
    rounding = 1e-12 * float(np.abs(centre).max())
    return float(np.mean(lowest_in - highest_out > rounding))
