"""Is the sample enough: margins, stability of the top 3, bases per cohort, lights and sentences."""

from dataclasses import dataclass
from enum import StrEnum

from cxsurvey.notices import Notice


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
    """Share of respondents who put the pillar in their top 3, with its Wilson interval (0..1)."""

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
    margin: float | None           # largest half-width of a top-3 share
    worst_margin: float | None     # margin of a 50 % share
    shares: tuple[ShareMargin, ...]
    stability: float | None        # chance that a repeat gives the same top 3, 0..1
    lights: Lights
    overall: Light
    cohorts: tuple[CohortBase, ...]
    no_cohort: int                 # respondents whose cohort is not known
    sentences: tuple[Notice, ...]  # the first is the headline


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """How many answers and invitations a wish needs, before fieldwork."""

    margin: float
    confidence: float
    population: int | None
    response_rate: float
    needed: int                # answers
    needed_per_cohort: int
    invitations_expected: int  # needed / response rate
    invitations: int           # for 90 % certainty
    reachable_margin: float | None  # what inviting the whole population would give, where invitations exceed it
    by_rate: tuple[tuple[float, int], ...]  # (response rate, invitations) for 5, 10, 20, 30 %
    sentences: tuple[Notice, ...]
