"""Who is loyal: satisfied and with a good impression of the brand, both above the middle of their scales."""

from dataclasses import dataclass

import numpy as np

from cxsurvey.adequacy import DIRECTION_BASE, CohortBase, hidden_among
from cxsurvey.grouping import Grouping
from cxsurvey.notices import Notice
from cxsurvey.priorities import Priorities
from cxsurvey.responses import Responses
from cxsurvey.statistics import BoolArray, FloatArray, effective_n, hidden_shares, wilson_interval
from cxsurvey.study import Study

MIDDLE = 50  # of 0 to 100, whatever the scale; exactly on it is not above it


@dataclass(frozen=True, slots=True)
class LoyaltyShare:
    """A share of people with its interval; all ``None`` where it may not be shown."""

    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CohortLoyalty:
    """The loyal of one cohort; ``n`` is ``None`` where the cohort is hidden."""

    key: str
    name: str
    n: int | None
    loyal: LoyaltyShare


@dataclass(frozen=True, slots=True)
class Loyalty:
    """The 2 x 2 of satisfaction and image. The four shares add up to 1."""

    n: int                        # who answered both questions and counts
    loyal: LoyaltyShare           # both above the middle
    satisfied_only: LoyaltyShare  # satisfied, but no good impression of the brand
    image_only: LoyaltyShare      # a good impression, but not satisfied
    neither: LoyaltyShare
    cohorts: tuple[CohortLoyalty, ...]
    confidence: float
    sentences: tuple[Notice, ...] = ()


_UNKNOWN = LoyaltyShare(None, None, None)


def loyalty_of(
    study: Study,
    priorities: Priorities,
    responses: Responses,
    grouping: Grouping | None = None,
    bases: tuple[CohortBase, ...] = (),
    aside: BoolArray | None = None,
) -> Loyalty | None:
    """The loyal, everyone and cohort by cohort, without sentences; ``None`` unless both questions were answered.

    ``bases`` say which cohorts may be shown: those hidden elsewhere are hidden here. ``aside``, (n,), marks
    respondents who do not count. Who has no usable priorities, and so no weight, counts as 1, the mean.
    """
    if not len(responses.satisfaction) or not len(responses.image):
        return None
    both = (responses.satisfaction >= 0) & (responses.image >= 0)
    if aside is not None:
        both &= ~aside
    if not both.any():
        return None
    weights = np.ones(responses.n)
    if priorities.weights is not None:
        weights[priorities.who] = priorities.weights
    satisfied, image = responses.satisfaction > MIDDLE, responses.image > MIDDLE
    fields = satisfied & image, satisfied & ~image, ~satisfied & image, ~satisfied & ~image
    loyal, satisfied_only, image_only, neither = (_share(study, field[both], weights[both]) for field in fields)
    cohorts = _cohorts(study, fields[0], both, weights, grouping, bases)
    return Loyalty(int(both.sum()), loyal, satisfied_only, image_only, neither, cohorts, study.confidence)


def _share(study: Study, inside: BoolArray, weights: FloatArray) -> LoyaltyShare:
    n = len(inside)
    if n < study.privacy_threshold or not weights.any():
        return _UNKNOWN
    share = float(weights[inside].sum() / weights.sum())
    if hidden_shares([[share]], [n])[0, 0]:
        return _UNKNOWN
    population = study.population if (study.population or 0) >= n else None
    interval = wilson_interval(share, n, study.confidence, population, effective_n(weights))
    return LoyaltyShare(share, interval.low, interval.high)


def _cohorts(
    study: Study, loyal: BoolArray, both: BoolArray, weights: FloatArray, grouping: Grouping | None,
    bases: tuple[CohortBase, ...],
) -> tuple[CohortLoyalty, ...]:
    if grouping is None:
        return ()
    codes = grouping.codes[both]
    sizes = np.bincount(codes[codes >= 0], minlength=len(grouping.keys))
    hidden = hidden_among(sizes, int((codes < 0).sum()), study.privacy_threshold)
    found = []
    for base in bases:
        if base.merged_into:
            continue
        code = grouping.keys.index(base.key)
        if base.n is None or hidden[code] or not sizes[code]:
            found.append(CohortLoyalty(base.key, base.name, None, _UNKNOWN))
            continue
        own = both & (grouping.codes == code)
        share = _UNKNOWN
        if weights[own].any() and round(effective_n(weights[own]), 6) >= DIRECTION_BASE:
            share = _share(study, loyal[own], weights[own])
        found.append(CohortLoyalty(base.key, base.name, int(sizes[code]), share))
    return tuple(found)
