"""Is the sample enough: margins, stability of the top 3, bases per cohort, lights and sentences."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from cxsurvey.answer_formats import RANKING
from cxsurvey.grouping import Grouping
from cxsurvey.notices import Notice
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Counted, Priorities
from cxsurvey.priorities import top_places as top_places
from cxsurvey.quality import STRICT, Flags
from cxsurvey.statistics import (
    BoolArray,
    IntArray,
    Moments,
    cohort_power,
    cohort_sample,
    completes_for_weighting,
    expected_invitations,
    generator,
    hidden_cohorts,
    invitations,
    required_sample,
    share_margin,
    top_k_stability,
    wilson_interval,
)
from cxsurvey.study import Study
from cxsurvey.three_ways import ThreeWays
from cxsurvey.weighting import Weighting

ENOUGH_BASE, DIRECTION_BASE = 97, 30  # +-10 points for a share; below 30 no order
STABLE, UNSTABLE = 0.8, 0.5
LITTLE_WEIGHTING, MUCH_WEIGHTING = 1.5, 2.0  # design effects (statistics.md 1.6)


class Light(StrEnum):
    """A verdict; shown with a word and a shape, never by colour alone."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class BaseStatus(StrEnum):
    """How far a cohort's base carries (statistics.md 1.3 and 4.4)."""

    ENOUGH = "enough"          # 97 or more
    DIRECTION = "direction"    # 30-96: direction only
    NO_RANKING = "no_ranking"  # 10-29
    HIDDEN = "hidden"          # fewer than the privacy threshold, or hidden to protect another


@dataclass(frozen=True, slots=True)
class CohortBase:
    """One cohort's base. ``n`` is ``None`` when hidden."""

    key: str
    name: str
    n: int | None
    effective_n: float | None
    status: BaseStatus
    missing: int  # answers still needed to reach "enough"; 0 when hidden or enough
    merged_into: str = ""  # name of the neighbour its few answers are counted with


@dataclass(frozen=True, slots=True)
class Lights:
    """One light each (statistics.md 1.6)."""

    precision: Light
    order: Light
    cohorts: Light
    comparison: Light
    representativeness: Light
    quality: Light


@dataclass(frozen=True, slots=True)
class ShareMargin:
    """Share of respondents who put the pillar in their top places, with its Wilson interval (0..1)."""

    pillar_key: str
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Adequacy:
    """The verdict on the sample. Margins are shares (0.05 = 5 points); NaN is never used, ``None`` is "not enough"."""

    n: int
    effective_n: float
    population: int | None
    invited: int | None
    target_margin: float
    needed: int                    # answers for the target margin
    margin: float | None           # largest half-width of a top share
    worst_margin: float | None     # margin of a 50 % share
    top_places: int                # how many places "the top" has: 3, fewer for short lists
    shares: tuple[ShareMargin, ...]
    stability: float | None        # chance that a repeat gives the same top 3, 0..1
    lights: Lights
    overall: Light
    cohorts: tuple[CohortBase, ...]
    no_cohort: int                 # usable answers whose cohort is not known
    left_out: int                  # respondents without a usable priority answer
    flagged_share: float           # of all respondents, with one or more signs of carelessness
    sentences: tuple[Notice, ...]  # the first is the headline
    quality: ThreeWays | None = None      # with and without careless answers, side by side
    weighting: Weighting | None = None    # without and with weights; None where none are wished
    format: str = RANKING                 # of the answers that count
    depth: int = 0                        # how many places people were asked for
    others: tuple[tuple[str, int], ...] = ()  # people who answered in another format only, by format; not counted
    cut: int = 0                          # people who ranked more than ``depth`` places; the rest is left out


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """How many answers and invitations a wish needs, before fieldwork."""

    margin: float
    confidence: float
    population: int | None
    response_rate: float
    needed: int                # answers for the margin, all together
    needed_per_cohort: int     # 0 with one cohort
    wanted: int                # answers for both
    invitations_expected: int  # needed / response rate
    invitations: int           # for 90 % certainty
    reachable_margin: float | None  # what inviting the whole population would give, where invitations exceed it
    by_rate: tuple[tuple[float, int], ...]  # (response rate, invitations) for 5, 10, 20, 30 %
    sentences: tuple[Notice, ...]


def adequacy_of(
    study: Study,
    pillars: Pillars,
    priorities: Priorities,
    flags: Flags,
    grouping: Grouping | None,
    quality: ThreeWays | None = None,
    weighting: Weighting | None = None,
    bases: tuple[CohortBase, ...] | None = None,
) -> Adequacy:
    """The verdict on the answers of a study, without its sentences (``headlines`` adds them).

    ``grouping`` covers all respondents; ``None`` when nothing is known about generations. ``bases`` are its cohorts',
    where they are known already.
    """
    counted = priorities.tally()
    moments = counted.score_moments(_usable_population(study, priorities.n))
    top = top_places(len(pillars))
    shares = _shares(study, pillars, counted, top, priorities.effective_n)
    margin = max(((share.high - share.low) / 2 for share in shares), default=None)
    stability = _stability(moments, top, study.seed) if priorities.n > 1 else None
    bases = cohort_bases(study, priorities, grouping) if bases is None else bases
    lights = Lights(
        precision=_precision_light(margin, study.target_margin, priorities.n),
        order=_light(stability, STABLE, UNSTABLE),
        cohorts=_cohorts_light(bases),
        comparison=_light(_comparison_power(study, counted, bases), STABLE, UNSTABLE),
        representativeness=_representativeness_light(study, weighting),
        quality=_quality_light(len(pillars), flags.any[priorities.who], quality),
    )
    return Adequacy(
        n=priorities.n,
        effective_n=priorities.effective_n,
        population=study.population,
        invited=study.invited,
        target_margin=study.target_margin,
        needed=_needed(study, weighting),
        margin=margin,
        worst_margin=_worst_margin(study, priorities),
        top_places=top,
        shares=shares,
        stability=stability,
        lights=lights,
        overall=_overall(lights, study.decision),
        cohorts=bases,
        no_cohort=0 if grouping is None else int((grouping.codes[priorities.who] < 0).sum()),
        left_out=priorities.left_out,
        flagged_share=flags.share,
        sentences=(),
        quality=quality,
        weighting=weighting,
        format=priorities.format,
        depth=priorities.depth,
        others=priorities.others,
        cut=priorities.cut,
    )


def cohort_bases(study: Study, priorities: Priorities, grouping: Grouping | None) -> tuple[CohortBase, ...]:
    """Each cohort's base among the usable answers, in the cohorts' order; empty ones are left out."""
    if grouping is None:
        return ()
    codes = grouping.codes[priorities.who]
    sizes = np.bincount(codes[codes >= 0], minlength=len(grouping.keys))
    hidden = hidden_among(sizes, int((codes < 0).sum()), study.privacy_threshold)
    names = dict(zip(grouping.keys, grouping.names, strict=True))
    merged = {key: names[home] for key, home in grouping.merged}
    effective = _effective(priorities, codes, sizes)
    return tuple(
        _base(key, name, int(size), worth, bool(hide), merged.get(key, ""))
        for key, name, size, worth, hide in zip(
            grouping.keys, grouping.names, sizes, effective, hidden, strict=True
        )
        if size or key in merged
    )


def plan_sample(
    margin: float = 0.05,
    confidence: float = 0.95,
    population: int | None = None,
    response_rate: float = 0.1,
    cohorts: int = 1,
    n_pillars: int = 10,
    gap: float = 1.0,
) -> SamplePlan:
    """How many answers and invitations a margin needs, and cohorts to be compared (statistics.md 1.1, 1.3, 1.4).

    Raises ``ValueError`` for a margin, confidence or response rate that is no share between 0 and 1.
    """
    needed = required_sample(margin, confidence, population)
    per_cohort = max(ENOUGH_BASE, cohort_sample(gap, n_pillars)) if cohorts > 1 else 0
    wanted = max(needed, cohorts * per_cohort)
    sent = invitations(wanted, response_rate)
    reachable = None
    if population is not None and sent > population:
        reachable = share_margin(int(population * response_rate), confidence, population)
    rates = (0.05, 0.10, 0.20, 0.30)
    return SamplePlan(
        margin, confidence, population, response_rate, needed, per_cohort, wanted,
        expected_invitations(wanted, response_rate), sent, reachable,
        tuple((rate, invitations(wanted, rate)) for rate in rates), (),
    )


def _usable_population(study: Study, n: int) -> int | None:
    """The population for the finite correction; one below the answers is an input error and is told elsewhere."""
    return study.population if study.population is not None and study.population >= n else None


def _shares(study: Study, pillars: Pillars, counted: Counted, top: int, effective: float) -> tuple[ShareMargin, ...]:
    if not counted.n:
        return ()
    population = _usable_population(study, counted.n)
    found = []
    for pillar, share in zip(pillars, counted.top_k_shares(top), strict=True):
        interval = wilson_interval(float(share), counted.n, study.confidence, population, effective)
        found.append(ShareMargin(pillar.key, float(share), interval.low, interval.high))
    return tuple(found)


def _needed(study: Study, weighting: Weighting | None) -> int:
    """Answers for the target margin, more where weights make each worth less."""
    needed = required_sample(study.target_margin, study.confidence, study.population)
    return needed if weighting is None else completes_for_weighting(needed, weighting.design_effect)


def _worst_margin(study: Study, priorities: Priorities) -> float | None:
    n = priorities.n
    if not n:
        return None
    return share_margin(n, study.confidence, _usable_population(study, n), effective=priorities.effective_n)


def _effective(priorities: Priorities, codes: NDArray[np.int16], sizes: IntArray) -> list[float]:
    """What each cohort's answers are worth (Kish)."""
    if priorities.weights is None:
        return [float(size) for size in sizes]
    known = codes >= 0
    own, weights = codes[known], priorities.weights[known]
    totals, squares = (np.bincount(own, power, len(sizes)) for power in (weights, weights**2))
    return [float(total**2 / square) if square > 0 else 0.0 for total, square in zip(totals, squares, strict=True)]


def _stability(moments: Moments, top: int, seed: int) -> float | None:
    stability = top_k_stability(moments.mean, moments.covariance, top, generator(seed))
    return None if math.isnan(stability) else stability


def hidden_among(sizes: np.ndarray[tuple[int], np.dtype[np.int64]], unknown: int, threshold: int) -> Sequence[bool]:
    """Small cohorts, and one more where the small ones would follow by subtraction from everyone's figures.

    They do not follow where those left over, together with the people of no known cohort, are enough to hide in.
    """
    small = int(sizes[sizes < threshold].sum())
    hidden: Sequence[bool] = hidden_cohorts(sizes, threshold, totals_shown=small + unknown < threshold).hidden.tolist()
    return hidden


def _base(key: str, name: str, size: int, effective: float, hide: bool, merged_into: str) -> CohortBase:
    if hide or merged_into:
        return CohortBase(key, name, None, None, BaseStatus.HIDDEN, 0, merged_into)
    status = BaseStatus.NO_RANKING
    effective = round(effective, 6)  # equal weights of 1.3 are worth their number, whatever the rounding
    if effective >= ENOUGH_BASE:
        status = BaseStatus.ENOUGH
    elif effective >= DIRECTION_BASE:
        status = BaseStatus.DIRECTION
    missing = max(0, math.ceil((ENOUGH_BASE - effective) * size / effective)) if effective else 0
    return CohortBase(key, name, size, effective, status, missing)


def _comparison_power(study: Study, counted: Counted, bases: tuple[CohortBase, ...]) -> float | None:
    """Chance to see the wanted gap between the two smallest cohorts that may be compared; None with fewer than two."""
    effective = (base.effective_n or 0.0 for base in bases)
    sizes = sorted(int(one) for one in effective if one >= DIRECTION_BASE)
    if len(sizes) < 2:
        return None
    spread = float(counted.rank_spread().mean())
    if spread == 0:
        return 1.0
    return cohort_power(study.gap, sizes[0], sizes[1], counted.n_pillars, study.confidence, spread=spread)


def _light(value: float | None, green: float, amber: float) -> Light:
    if value is None or not value >= amber:
        return Light.RED
    return Light.GREEN if value >= green else Light.AMBER


def _precision_light(margin: float | None, target: float, n: int) -> Light:
    if margin is None or n < DIRECTION_BASE or margin > 2 * target:
        return Light.RED
    return Light.GREEN if margin <= target else Light.AMBER


def _cohorts_light(bases: tuple[CohortBase, ...]) -> Light:
    """The worst cohort's light; red when nothing is known of cohorts."""
    lights = {BaseStatus.ENOUGH: Light.GREEN, BaseStatus.DIRECTION: Light.AMBER}
    return _worst([lights.get(base.status, Light.RED) for base in bases]) if bases else Light.RED


def _representativeness_light(study: Study, weighting: Weighting | None) -> Light:
    """Who was invited, and how far the answers are from the make-up of all customers, where that is known."""
    if weighting is not None and (weighting.nobody_in or weighting.design_effect > MUCH_WEIGHTING):
        return Light.RED
    if weighting is not None and (weighting.refused is not None or weighting.design_effect > LITTLE_WEIGHTING):
        return Light.AMBER
    return Light.GREEN if study.recruitment == "random" else Light.AMBER


def _quality_light(n_pillars: int, flagged: BoolArray, ways: ThreeWays | None) -> Light:
    """How many look careless, and whether the order is the same without them (statistics.md 1.6)."""
    share = float(flagged.mean()) if len(flagged) else 0.0
    if share == 0 or ways is None:
        return Light.GREEN
    top = top_places(n_pillars)
    ours, careful = ways.way(ways.chosen).places, ways.way(STRICT).places
    same_top = {key for key, place in ours if place <= top} == {key for key, place in careful if place <= top}
    if share > 0.15 or not same_top:
        return Light.RED
    return Light.AMBER if share > 0.05 or ours != careful else Light.GREEN


def _overall(lights: Lights, decision: str) -> Light:
    """The worst of the lights that the decision needs."""
    needed = [lights.precision, lights.order, lights.representativeness, lights.quality]
    if decision == "generations":
        needed += [lights.cohorts, lights.comparison]
    return _worst(needed)


def _worst(lights: list[Light]) -> Light:
    order = [Light.GREEN, Light.AMBER, Light.RED]
    return max(lights, key=order.index)
