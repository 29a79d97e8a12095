"""Customers' order against the internal one, overall and within cohorts."""

from dataclasses import dataclass
from enum import StrEnum

from cxsurvey.adequacy import BaseStatus
from cxsurvey.notices import Notice


class Verdict(StrEnum):
    """Where the internal place lies against the customers' simultaneous rank set (statistics.md 3.2)."""

    BLIND_SPOT = "blind_spot"  # customers rank it higher than we do
    OVER_RATED = "over_rated"  # we rank it higher than customers do
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True)
class PillarStanding:
    """Where one pillar stands with a group of customers. Places from 1; ``place_low`` is the better end."""

    key: str
    name: str
    mean_rank: float
    score: float               # 0-100 priority score
    place: int                 # by mean rank; equal means in the list's order
    place_low: int | None      # simultaneous 95 % rank set; None below 10 answers
    place_high: int | None
    internal_place: float | None
    verdict: Verdict | None    # None without an internal view or rank set

    @property
    def gap(self) -> float | None:
        """Internal place minus customers' place: above 0, customers care more than we do."""
        return None if self.internal_place is None else self.internal_place - self.place


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of the orders: tau_x with the internal order; W among customers."""

    tau_x: float | None
    pairs_agreeing: int | None
    pairs: int
    kendall_w: float | None


@dataclass(frozen=True, slots=True)
class CohortGroup:
    """One cohort's order. ``n`` and ``pillars`` are withheld (None, empty) unless ``shown``."""

    key: str
    name: str
    n: int | None
    status: BaseStatus
    shown: bool                            # False: nothing may be shown of it
    pillars: tuple[PillarStanding, ...]    # empty under 30 answers: no ranking
    tau_x: float | None                    # with the internal order


@dataclass(frozen=True, slots=True)
class PillarDifference:
    """How one pillar differs between cohorts: Kruskal-Wallis, Holm over pillars."""

    key: str
    name: str
    h: float
    p_value: float
    p_adjusted: float
    effect: float      # epsilon squared, 0..1
    differs: bool      # only when the omnibus test and the adjusted p are both below alpha
    highest: str       # key of the cohort that ranks it highest
    lowest: str


@dataclass(frozen=True, slots=True)
class CohortComparison:
    """All cohorts of one grouping; the omnibus test uses the cohorts with 10 or more answers."""

    by: str                    # "generation", "age" or a segment key
    name: str
    q: float | None
    df: int | None
    p_value: float | None
    reliable: bool             # omnibus p below alpha
    groups: tuple[CohortGroup, ...]
    differences: tuple[PillarDifference, ...]
    no_cohort: int             # respondents without a usable answer
    ambiguous: int             # ages that may belong to two bands
    sentences: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The customers' order, best first, and what it says of ours."""

    n: int
    format: str                        # "ranking", "top" or "rating": what the scores were made of
    left_out: int                      # respondents without a usable priority answer
    pillars: tuple[PillarStanding, ...]
    agreement: Agreement
    compatible: bool | None            # no internal place is contradicted; None without an internal view
    cohorts: CohortComparison | None
    sentences: tuple[Notice, ...]      # the first is the headline
