"""A panel of colleagues: who sees it most differently, and do they as a sample differ from customers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.progress import Progress, silent
from cxsurvey.statistics.agreement import tau_x
from cxsurvey.statistics.arrays import NOT_ENOUGH, BoolArray, FloatArray, as_matrix
from cxsurvey.statistics.orders import borda
from cxsurvey.statistics.plackett_luce import steadied_worths
from cxsurvey.statistics.scores import as_ranks

FEWEST_FOR_OUTLIERS = 4
SIMULATED_PANELS = 2_000
PERMUTATIONS = 9_999
PERMUTATION_BATCH = 250


@dataclass(frozen=True, slots=True, eq=False)
class PanelViews:
    """How far each colleague agrees with the consensus of the others.

    ``agreement`` is tau_x, (n_respondents,), NaN for who ranked nothing or stands alone. ``most_different`` is the
    row of the lowest, to be named without a claim; None without. ``outlier`` marks an agreement below ``limit``,
    which the lowest of a like-minded panel of this size stays above in 95 %; nobody below four colleagues.
    """

    agreement: FloatArray
    most_different: int | None
    outlier: BoolArray
    limit: float


@dataclass(frozen=True, slots=True, eq=False)
class GroupDifference:
    """Two groups of people compared on each pillar, (n_pillars,) arrays; NaN: not enough.

    ``difference`` = first minus second; ``adjusted`` p-values hold for all pillars together (max-t).
    """

    difference: FloatArray
    t: FloatArray
    adjusted: FloatArray


def panel_views(
    ranks: ArrayLike,
    rng: np.random.Generator,
    panels: int = SIMULATED_PANELS,
    level: float = 0.05,
) -> PanelViews:
    """Each colleague against the Borda consensus of the others, with the outlier rule by simulated panels.

    Panels are drawn from a Plackett-Luce model with ridge 1 fitted to all. Simple cut-offs were tried and left:
    "tau of 0 or less while the others agree" raised a false flag in up to 65 % of panels.

    Parameters
    ----------
    ranks : (n_respondents, n_pillars), 1 = most important, NaN = not ranked
    """
    if panels < 1:
        raise ValueError(f"panels: needs 1 or more, got {panels}")
    table = as_ranks(ranks)
    given = np.flatnonzero(~np.isnan(table).all(axis=1)) if table.shape[1] else np.zeros(0, dtype=np.int64)
    agreement = np.full(len(table), np.nan)
    for i in given if len(given) > 1 else ():
        agreement[i] = tau_x(table[i], borda(table[given[given != i]]).positions)
    if np.isnan(agreement).all():
        return PanelViews(agreement, None, np.zeros(len(table), dtype=bool), NOT_ENOUGH)
    limit = NOT_ENOUGH
    if len(given) >= FEWEST_FOR_OUTLIERS:
        lowest = _lowest_agreements(steadied_worths(table[given]), len(given), panels, rng)
        limit = float(np.quantile(lowest, level))
    # Simulated and observed agreements are fractions of the same few pairs: equal up to rounding is not below.
    outlier = np.nan_to_num(agreement, nan=1.0) < limit - 1e-9
    return PanelViews(agreement, int(np.nanargmin(agreement)), outlier, limit)


def group_difference(
    first: ArrayLike,
    second: ArrayLike,
    rng: np.random.Generator,
    permutations: int = PERMUTATIONS,
    progress: Progress = silent,
) -> GroupDifference:
    """Whether two groups (five or more colleagues, and customers) differ, pillar by pillar: max-t permutation.

    ``T = max_j |mean_1j - mean_2j| / se_j`` with Welch's se; ``adjusted_j = (1 + #{T* >= t_j}) / (B + 1)``.

    Parameters
    ----------
    first, second : (n_respondents, n_pillars) scores; rows with a NaN are left out. Fewer than two on a side: NaN

    Source: Westfall & Young, Resampling-Based Multiple Testing (1993).
    """
    one, other = as_matrix("first", first), as_matrix("second", second)
    if one.shape[1] != other.shape[1]:
        raise ValueError(f"second: needs the {one.shape[1]} pillars of first, got {other.shape[1]}")
    if permutations < 1:
        raise ValueError(f"permutations: needs 1 or more, got {permutations}")
    one, other = one[~np.isnan(one).any(axis=1)], other[~np.isnan(other).any(axis=1)]
    n_one = len(one)
    if min(n_one, len(other)) < 2 or one.shape[1] == 0:
        unknown = np.full(one.shape[1], np.nan)
        return GroupDifference(unknown, unknown, unknown)
    everyone = np.concatenate([one, other])
    everyone = everyone - everyone[0]  # equal answers then have exactly no spread
    t = _welch_t(everyone, np.arange(n_one)[None, :])[0]
    reached = np.zeros(len(t))
    for start in range(0, permutations, PERMUTATION_BATCH):
        progress(start, permutations)
        batch = min(PERMUTATION_BATCH, permutations - start)
        drawn = np.array([rng.choice(len(everyone), n_one, replace=False) for _ in range(batch)])
        highest = _welch_t(everyone, drawn).max(axis=1)
        reached += (highest[:, None] >= t * (1 - 1e-9)).sum(axis=0)
    progress(permutations, permutations)
    return GroupDifference(one.mean(axis=0) - other.mean(axis=0), t, (1 + reached) / (permutations + 1))


def _welch_t(everyone: FloatArray, drawn: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> FloatArray:
    """|t| for each way, a row of ``drawn``, of taking the first group out of everyone: (n_ways, n_pillars)."""
    n, n_one = len(everyone), drawn.shape[1]
    n_other = n - n_one
    sums, squares = everyone[drawn].sum(axis=1), (everyone[drawn] ** 2).sum(axis=1)
    mean_one, mean_other = sums / n_one, (everyone.sum(axis=0) - sums) / n_other
    spread_one = squares - n_one * mean_one**2
    spread_other = (everyone**2).sum(axis=0) - squares - n_other * mean_other**2
    variance = spread_one / (n_one * (n_one - 1)) + spread_other / (n_other * (n_other - 1))
    rounding = 1e-12 * float((everyone**2).max(initial=0.0))
    distance = np.abs(mean_one - mean_other)
    varies = variance > rounding
    # Where nothing varies inside either group, any difference is beyond doubt.
    certain = np.where(distance**2 > rounding, np.inf, 0.0)
    t: FloatArray = np.where(varies, distance / np.sqrt(np.where(varies, variance, 1.0)), certain)
    return t


def _lowest_agreements(log_worth: FloatArray, n_respondents: int, panels: int, rng: np.random.Generator) -> FloatArray:
    """The lowest agreement with the others in each simulated panel, (panels,)."""
    n_pillars = len(log_worth)
    # Ranking by worth plus Gumbel noise is drawing from Plackett-Luce.
    appeal = log_worth + rng.gumbel(size=(panels, n_respondents, n_pillars))
    ranks = np.argsort(np.argsort(-appeal, axis=2), axis=2) + 1
    others = ranks.sum(axis=1, keepdims=True) - ranks
    first, second = np.triu_indices(n_pillars, 1)
    own_order = np.sign(ranks[:, :, first] - ranks[:, :, second])
    their_order = np.sign(others[:, :, first] - others[:, :, second])
    # tau_x of an order without ties: agreeing less disagreeing pairs; a tie of the others counts for neither.
    lowest: FloatArray = (own_order * their_order).mean(axis=2).min(axis=1)
    return lowest
