"""How well customers say we do, beside how much each pillar matters to them and how well we think we do."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cxsurvey.adequacy import DIRECTION_BASE, ENOUGH_BASE, BaseStatus
from cxsurvey.consensus import Consensus
from cxsurvey.notices import Notice
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities
from cxsurvey.responses import Responses
from cxsurvey.statistics import (
    AnsweredMoments,
    BoolArray,
    FloatArray,
    Interval,
    MeanEstimate,
    Quadrants,
    answered_moments,
    answered_moments_by_block,
    generator,
    holm,
    mean_interval,
    quadrants,
    welch,
)
from cxsurvey.statistics.arrays import finite
from cxsurvey.statistics.rank_tables import count_ranked
from cxsurvey.study import Study

SURE = 0.8            # chance of its quadrant from which a pillar is placed (statistics.md 5)
FEWEST_COLLEAGUES = 5  # below it our own score counts as fixed


class Quadrant(StrEnum):
    """Where a pillar lies on the map of importance and performance."""

    FIX_FIRST = "fix_first"        # important, weak
    KEEP_UP = "keep_up"            # important, strong
    LOW_PRIORITY = "low_priority"  # less important, weak
    OVER_SERVED = "over_served"    # less important, strong: possibly over-served


_PLACES = (Quadrant.FIX_FIRST, Quadrant.KEEP_UP, Quadrant.LOW_PRIORITY, Quadrant.OVER_SERVED)


class Perception(StrEnum):
    """Our own score against the customers' rating."""

    OVER_RATED = "over_rated"    # we score ourselves higher
    UNDER_RATED = "under_rated"  # we score ourselves lower
    ALIKE = "alike"              # no gap beyond chance


@dataclass(frozen=True, slots=True)
class PillarPerformance:
    """One pillar: ratings 1-5 by customers and by us, importance 0-100. ``None`` is "not enough" everywhere.

    Below the privacy threshold nothing but ``n`` is given, below 30 answers no quadrant and no ``perception``.
    """

    key: str
    name: str
    n: int                       # customers who rated it
    status: BaseStatus
    mean: float | None           # customers' mean rating with its interval
    low: float | None
    high: float | None
    score: float | None          # priority score with its interval
    score_low: float | None
    score_high: float | None
    quadrant: Quadrant | None    # that of the two means
    certainty: float | None      # chance that it lies in that quadrant
    own: float | None            # colleagues' mean score
    own_n: int
    gap: float | None            # own minus customers': above 0, we over-rate ourselves
    gap_low: float | None
    gap_high: float | None
    p_value: float | None
    p_adjusted: float | None     # Holm over pillars
    perception: Perception | None
    effective_n: float | None = None  # what their ratings are worth, weighted; all rules but privacy go by it

    @property
    def placed(self) -> bool:
        """Whether it surely lies in its quadrant; else it is "on the line"."""
        return self.certainty is not None and self.certainty >= SURE


@dataclass(frozen=True, slots=True)
class Performance:
    """All pillars, the most important first, and the lines at which the quadrants meet."""

    n: int                           # customers who rated at least one pillar
    n_importance: int                # customers whose priorities count
    pillars: tuple[PillarPerformance, ...]
    importance_line: float | None    # the mean of the pillars' scores
    performance_line: float | None   # the mean of the pillars' ratings, or the target
    target: float | None
    confidence: float
    sentences: tuple[Notice, ...]    # the first is the headline

    def pillar(self, key: str) -> PillarPerformance | None:
        """The pillar of that key."""
        return next((pillar for pillar in self.pillars if pillar.key == key), None)


def performance_of(
    study: Study,
    pillars: Pillars,
    priorities: Priorities,
    responses: Responses,
    consensus: Consensus,
    aside: BoolArray | None = None,
) -> Performance | None:
    """Ratings against importance and against our own scores, without sentences; ``None`` if nobody rated anything.

    ``aside``, (n,), marks respondents who do not count. Who has no usable priorities, and so no weight, counts as 1,
    the mean.
    """
    k = len(pillars)
    if responses.performance.shape[1] != k:
        return None
    rated = count_ranked(responses.performance) > 0
    if aside is not None:
        rated &= ~aside
    if not rated.any():
        return None
    moments = answered_moments_by_block(
        lambda rows: _block(priorities, responses, aside, rows), responses.n, 2 * k,
        _weights(priorities, responses.n), _population(study, responses.n),
    )
    hidden = moments.n < np.where(np.arange(2 * k) < k, 1, study.privacy_threshold)
    means = np.where(hidden, np.nan, moments.mean)
    too_few = _bases(moments) < DIRECTION_BASE
    rng, target = generator(study.seed), study.performance_target
    found = quadrants(np.where(too_few, np.nan, means), moments.covariance, rng, target)
    own = [_own_estimate(view.scores) for view in consensus.pillars]
    gaps = _Gaps.of(own, means[k:], moments.se[k:], _bases(moments)[k:], study.confidence)
    order = sorted(range(k), key=lambda at: -np.nan_to_num(means[at]))
    known = found.place >= 0
    return Performance(
        n=int(rated.sum()),
        n_importance=priorities.n,
        pillars=tuple(_pillar(study, pillars, at, means, moments, found, own[at], gaps) for at in order),
        importance_line=found.importance_line if known.any() else None,
        performance_line=found.performance_line if known.any() else None,
        target=target,
        confidence=study.confidence,
        sentences=(),
    )


def _block(priorities: Priorities, responses: Responses, aside: BoolArray | None, rows: slice) -> FloatArray:
    """(n_rows, 2 k): people's priority scores, then their ratings; NaN = not answered. Kept together, for a person's
    importance and rating of a pillar may go along. Some rows at a time: all of a million would be 160 MB."""
    k = len(responses.pillar_keys)
    table = np.full((2 * k, rows.stop - rows.start), np.nan)  # a column of answers in one piece each
    first, end = np.searchsorted(priorities.who, (rows.start, rows.stop)).tolist()
    scores = priorities.scores_of(slice(first, end)).T
    if end - first == table.shape[1]:
        table[:k] = scores
    else:
        table[:k, priorities.who[first:end] - rows.start] = scores
    ratings = responses.performance[rows].T
    np.copyto(table[k:], ratings, where=ratings > 0)
    if aside is not None and aside[rows].any():
        table[:, aside[rows]] = np.nan
    return table.T


def _weights(priorities: Priorities, n: int) -> FloatArray | None:
    if priorities.weights is None:
        return None
    weights = np.ones(n)
    weights[priorities.who] = priorities.weights
    return weights


def _population(study: Study, n: int) -> int | None:
    """For the finite correction; a number of customers below the answers is an input error, told elsewhere."""
    return study.population if (study.population or 0) >= n else None


def _bases(moments: AnsweredMoments) -> FloatArray:
    """What the answers are worth, by which all rules of bases go; equal weights are worth their number."""
    return np.round(moments.effective_n, 6)


def _own_estimate(scores: tuple[int, ...]) -> MeanEstimate:
    """Our own mean score; with few colleagues it is taken as it is, without an error of its own."""
    if not scores:
        return MeanEstimate(float("nan"), 0.0, 0)
    moments = answered_moments(np.array(scores, float)[:, None])
    error = float(moments.se[0]) if len(scores) >= FEWEST_COLLEAGUES else 0.0
    return MeanEstimate(float(moments.mean[0]), error, len(scores))


@dataclass(frozen=True, slots=True, eq=False)
class _Gaps:
    """Our score minus the customers', (k,) each; NaN: not enough."""

    gap: FloatArray
    low: FloatArray
    high: FloatArray
    p_value: FloatArray
    p_adjusted: FloatArray

    @classmethod
    def of(
        cls, own: list[MeanEstimate], means: FloatArray, errors: FloatArray, bases: FloatArray, confidence: float
    ) -> "_Gaps":
        """A pillar rated by fewer than 30 customers, or worth fewer, is shown with its gap, but not tested."""
        differences = [
            welch(ours, MeanEstimate(float(mean), float(error), float(base)), confidence)
            for ours, mean, error, base in zip(own, means, np.nan_to_num(errors), bases, strict=True)
        ]
        p_value = np.array([found.p_value for found in differences])
        p_value[bases < DIRECTION_BASE] = np.nan
        return cls(
            np.array([found.difference for found in differences]), np.array([found.low for found in differences]),
            np.array([found.high for found in differences]), p_value, holm(p_value),
        )

    def perception(self, at: int, confidence: float) -> Perception | None:
        if np.isnan(self.p_adjusted[at]):
            return None
        if self.p_adjusted[at] >= 1 - confidence:
            return Perception.ALIKE
        return Perception.OVER_RATED if self.gap[at] > 0 else Perception.UNDER_RATED


def _pillar(
    study: Study,
    pillars: Pillars,
    at: int,
    means: FloatArray,
    moments: AnsweredMoments,
    found: Quadrants,
    own: MeanEstimate,
    gaps: _Gaps,
) -> PillarPerformance:
    rating, bases = len(pillars) + at, _bases(moments)
    importance, performance = (
        _within(
            mean_interval(float(means[column]), float(moments.se[column]), float(bases[column]), study.confidence),
            *scale,
        )
        for column, scale in ((at, (0, 100)), (rating, (1, 5)))
    )
    n, place = int(moments.n[rating]), int(found.place[at])
    return PillarPerformance(
        key=pillars[at].key, name=pillars[at].name, n=n,
        status=_status(n, float(bases[rating]), study.privacy_threshold),
        mean=finite(means[rating]), low=finite(performance.low), high=finite(performance.high),
        score=finite(means[at]), score_low=finite(importance.low), score_high=finite(importance.high),
        quadrant=_PLACES[place] if place >= 0 else None, certainty=finite(found.certainty[at]),
        own=finite(own.mean), own_n=int(own.n), gap=finite(gaps.gap[at]), gap_low=finite(gaps.low[at]),
        gap_high=finite(gaps.high[at]), p_value=finite(gaps.p_value[at]), p_adjusted=finite(gaps.p_adjusted[at]),
        perception=gaps.perception(at, study.confidence),
        effective_n=None if n < study.privacy_threshold else float(bases[rating]),
    )  # fmt: skip


def _within(interval: Interval, lowest: float, highest: float) -> Interval:
    """No mean lies outside its scale, so no interval does."""
    return Interval(max(interval.low, lowest), min(interval.high, highest))


def _status(n: int, base: float, threshold: int) -> BaseStatus:
    """Whether anyone may be recognised hangs on people, what may be said on what their answers are worth."""
    if n < threshold:
        return BaseStatus.HIDDEN
    if base < DIRECTION_BASE:
        return BaseStatus.NO_RANKING
    return BaseStatus.DIRECTION if base < ENOUGH_BASE else BaseStatus.ENOUGH

