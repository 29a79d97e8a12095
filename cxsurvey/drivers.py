"""What goes along with overall satisfaction, beside what customers say matters to them; it proves no effect."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cxsurvey.notices import Notice
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities
from cxsurvey.responses import Responses
from cxsurvey.statistics import (
    BoolArray,
    DerivedImportance,
    FloatArray,
    ImportanceDraws,
    Moments,
    generator,
    lmg,
    mean_interval,
    rank_correlations,
    relative_weights,
    resampled_importance,
)
from cxsurvey.statistics.arrays import finite
from cxsurvey.statistics.chance import normal_draws
from cxsurvey.statistics.importance import LMG, MOST_PILLARS_FOR_LMG, RANK_CORRELATIONS, RELATIVE_WEIGHTS
from cxsurvey.study import Study

FEWEST = 50            # complete answers; below it nothing is shown (statistics.md 5)
SHARES_FROM = 10       # answers for each pillar from which shares of R^2 are told; below it rank correlations
RESAMPLES = 2_000
SURE = 0.8             # chance of its field from which a pillar is placed, as on the map of performance

_OF_METHOD = {LMG: lmg, RELATIVE_WEIGHTS: relative_weights, RANK_CORRELATIONS: rank_correlations}


class Claim(StrEnum):
    """What customers say beside what goes along with their satisfaction."""

    DRIVER = "driver"                # said and felt: matters both ways
    HYGIENE_CLAIM = "hygiene_claim"  # said to matter, hardly moves satisfaction
    HIDDEN_DRIVER = "hidden_driver"  # not said to matter, goes along with satisfaction
    MINOR = "minor"                  # neither


_CLAIMS = {(True, True): Claim.DRIVER, (True, False): Claim.HYGIENE_CLAIM, (False, True): Claim.HIDDEN_DRIVER,
           (False, False): Claim.MINOR}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PillarDriver:
    """One pillar. ``derived`` is its share of R^2, or where ``Drivers.method`` is rank correlations, rho itself."""

    key: str
    name: str
    derived: float
    low: float                # percentile interval of resampled respondents
    high: float
    correlation: float        # with satisfaction; a negative one is told, never squared away
    stated: float | None      # priority score 0-100 with its interval; None without priorities
    stated_low: float | None
    stated_high: float | None
    claim: Claim | None
    certainty: float | None   # chance of that field of the table of both

    @property
    def placed(self) -> bool:
        """Whether it surely lies in its field; else it is "on the line"."""
        return self.certainty is not None and self.certainty >= SURE


@dataclass(frozen=True, slots=True)
class Drivers:
    """All pillars, what goes along with satisfaction most first; no pillars with too few complete answers."""

    method: str              # of ``statistics.importance.METHODS``
    n: int                   # who rated every pillar and told how satisfied they are
    incomplete: int          # who told how satisfied they are, but did not rate every pillar
    r_squared: float | None  # None for rank correlations
    r_squared_low: float | None
    r_squared_high: float | None
    stated_line: float | None
    derived_line: float | None
    pillars: tuple[PillarDriver, ...]
    confidence: float
    sentences: tuple[Notice, ...] = ()


def drivers_of(
    study: Study, pillars: Pillars, priorities: Priorities, responses: Responses, aside: BoolArray | None = None
) -> Drivers | None:
    """Derived importance without sentences; ``None`` where performance or satisfaction was not asked.

    ``aside``, (n,), marks respondents who do not count. Weights are left out: how answers go along with each other
    is asked of the people who answered.
    """
    k = len(pillars)
    if responses.performance.shape[1] != k or not len(responses.satisfaction):
        return None
    told = responses.satisfaction >= 0
    if aside is not None:
        told &= ~aside
    if not told.any():
        return None
    rated = told & (responses.performance > 0).all(axis=1)
    n, confidence = int(rated.sum()), study.confidence
    method = _method(n, k)
    x, y = responses.performance[rated], responses.satisfaction[rated].astype(np.float64)
    found = _OF_METHOD[method](x, y) if n >= FEWEST else None
    left = int(told.sum()) - n
    if found is None or np.isnan(found.correlation).any():
        return Drivers(method, n, left, None, None, None, None, None, (), confidence)
    rng = generator(study.seed)
    drawn = resampled_importance(x, y, method, rng, RESAMPLES)
    moments = priorities.tally().score_moments()
    return _drivers(pillars, method, left, found, drawn, moments, confidence, rng)


def _method(n: int, k: int) -> str:
    if n < SHARES_FROM * k:
        return RANK_CORRELATIONS
    return LMG if k <= MOST_PILLARS_FOR_LMG else RELATIVE_WEIGHTS


def _drivers(
    pillars: Pillars, method: str, incomplete: int, found: DerivedImportance, drawn: ImportanceDraws,
    stated: Moments, confidence: float, rng: np.random.Generator,
) -> Drivers:
    plain = method == RANK_CORRELATIONS
    derived, draws = (found.correlation, drawn.correlation) if plain else (found.share, drawn.share)
    draws = draws[~np.isnan(draws).any(axis=1)]
    ends = (1 - confidence) / 2, (1 + confidence) / 2
    low, high = np.quantile(draws, ends, axis=0)
    claims, certainty = _claims(derived, draws, stated, rng)
    explained: tuple[float | None, float | None, float | None] = (None, None, None)
    if not plain:
        r_low, r_high = np.quantile(draws.sum(axis=1), ends)
        explained = (found.r_squared, float(r_low), float(r_high))
    known = [claim is not None for claim in claims]
    said = [
        mean_interval(float(mean), float(error), stated.n, confidence)
        for mean, error in zip(stated.mean, np.sqrt(np.diagonal(stated.covariance)), strict=True)
    ]
    rows = [
        PillarDriver(
            pillar.key, pillar.name, float(derived[at]), float(low[at]), float(high[at]), float(found.correlation[at]),
            finite(stated.mean[at]), finite(max(said[at].low, 0.0)), finite(min(said[at].high, 100.0)), claims[at],
            certainty[at],
        )
        for at, pillar in enumerate(pillars)
    ]  # fmt: skip
    return Drivers(
        method, found.n, incomplete, *explained, float(stated.mean.mean()) if all(known) else None,
        float(derived.mean()), tuple(sorted(rows, key=lambda row: -row.derived)), confidence,
    )


def _claims(
    derived: FloatArray, draws: FloatArray, stated: Moments, rng: np.random.Generator
) -> tuple[list[Claim | None], list[float | None]]:
    """The field of each pillar in the table of both, and its chance: lines at the means of the pillars, which move
    with the draws. What is said and what goes along with satisfaction are drawn apart from each other."""
    k = len(derived)
    if np.isnan(stated.mean).any() or np.isnan(stated.covariance).any():
        return [None] * k, [None] * k
    said = stated.mean + normal_draws(stated.covariance, len(draws), rng)
    high_said, high_derived = (values > values.mean(axis=1, keepdims=True) for values in (said, draws))
    says, moves = stated.mean > stated.mean.mean(), derived > derived.mean()
    agree = (high_said == says) & (high_derived == moves)
    return [_CLAIMS[bool(a), bool(b)] for a, b in zip(says, moves, strict=True)], agree.mean(axis=0).tolist()
