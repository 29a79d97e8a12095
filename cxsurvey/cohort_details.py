"""Behind the one test of all cohorts: each two, each against everyone else, steadied figures of small ones."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from cxsurvey.adequacy import ENOUGH_BASE, CohortBase
from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Counted
from cxsurvey.statistics import FloatArray, Moments, holm, steady, tau_x, welch_reach

FEWEST_FOR_CHI_SQUARE = 30  # people in each cohort; below it labels are shuffled (statistics.md 4.2)
MOST_FOR_SHUFFLING = 5_000


@dataclass(frozen=True, slots=True)
class CohortPairTest:
    """Two cohorts compared over all pillars at once; Holm over the pairs."""

    first: str
    second: str
    q: float | None
    df: int | None
    p_value: float | None
    p_adjusted: float | None
    differs: bool            # only behind a reliable difference of all
    tau_x: float | None      # of their orders; None unless both are ranked


@dataclass(frozen=True, slots=True)
class FromOthers:
    """One pillar in one cohort against everyone else whose cohort is known and shown."""

    key: str
    name: str
    places_higher: float | None  # in mean rank; above 0: this cohort puts it further up. None: people gave no places
    low: float                   # Welch's interval, of places where there are any, else of scores
    high: float
    score_higher: float = 0.0    # on the scale of the scores

    @property
    def higher(self) -> float:
        """The difference that the interval is of."""
        return self.score_higher if self.places_higher is None else self.places_higher

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0. One of many intervals: a description, no test of its own."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class SteadiedRank:
    """A small cohort's mean pulled towards the common one, for display; tests use the raw figures."""

    key: str
    name: str
    mean_rank: float | None  # None where people gave no places
    place: int
    pull: float              # 0 to 1: how far it was moved
    score: float = 0.0


def pair_tests(
    counted: Counted, cells: dict[str, int], ranked: set[str], reliable: bool, confidence: float
) -> tuple[CohortPairTest, ...]:
    """Each two cohorts, ``cells`` by key; single pairs only differ behind a reliable difference of all."""
    pairs = list(combinations(cells, 2))
    tests = [counted.of([cells[one], cells[other]]).cohort_q() for one, other in pairs]
    adjusted = holm([test.p_value for test in tests])
    means = {key: counted.of([cells[key]]).score_moments().mean for key in ranked}
    found = []
    for (one, other), test, p in zip(pairs, tests, adjusted.tolist(), strict=True):
        known = not np.isnan(test.p_value)
        tau = float(tau_x(-means[one], -means[other])) if {one, other} <= ranked else float("nan")
        found.append(
            CohortPairTest(
                one, other, test.q if known else None, test.df if known else None, test.p_value if known else None,
                p if known else None, bool(known and reliable and p < 1 - confidence),
                None if np.isnan(tau) else tau,
            )
        )
    return tuple(found)


def from_others(
    pillars: Pillars, counted: Counted, cell: int, others: list[int], confidence: float, has_places: bool = True
) -> tuple[FromOthers, ...]:
    """One cohort's means against those of all ``others`` together."""
    inside, outside = counted.of([cell]).score_moments(), counted.of(others).score_moments()
    unit = (len(pillars) - 1) / 100 if has_places else 1.0
    higher = inside.mean - outside.mean
    reach = welch_reach(inside, outside, confidence)
    return tuple(
        FromOthers(
            pillar.key, pillar.name, float(gap * unit) if has_places else None, float((gap - wide) * unit),
            float((gap + wide) * unit), float(gap),
        )
        for pillar, gap, wide in zip(pillars, higher, reach, strict=True)
        if np.isfinite(gap) and np.isfinite(wide)
    )


def steadied_ranks(
    pillars: Pillars, counted: Counted, bases: list[CohortBase], cells: dict[str, int], has_places: bool = True
) -> dict[str, tuple[SteadiedRank, ...]]:
    """The steadied means of every cohort that has fewer than 97 answers (or what so many are worth)."""
    bases = [base for base in bases if (base.effective_n or 0) > 1]  # a cohort of weight 0 has no means
    if len(bases) < 2:
        return {}
    moments = [counted.of([cells[base.key]]).score_moments() for base in bases]
    found = steady(np.array([one.mean for one in moments]), _pooled_variances(moments))
    k = len(pillars)
    steadied = {}
    for row, base in enumerate(bases):
        if (base.effective_n or 0) >= ENOUGH_BASE or np.isnan(found.means[row]).any():
            continue
        order = np.argsort(-found.means[row], kind="stable").tolist()
        steadied[base.key] = tuple(
            SteadiedRank(
                pillar.key, pillar.name, float(k - score * (k - 1) / 100) if has_places else None,
                order.index(at) + 1, float(pull), float(score),
            )
            for at, (pillar, score, pull) in enumerate(zip(pillars, found.means[row], found.pull[row], strict=True))
        )
    return steadied


def _pooled_variances(moments: list[Moments]) -> FloatArray:
    """The variance of each cohort's means, (n_cohorts, n_pillars), from the spread inside all cohorts together.

    Pooled, because a cohort of three who happen to agree would otherwise look certain.
    """
    sizes = np.array([one.effective_n for one in moments])
    inside = np.array([np.diagonal(one.covariance) * size for one, size in zip(moments, sizes, strict=True)])
    degrees = np.maximum(sizes - 1, 0)
    pooled = np.nansum(inside * degrees[:, None], axis=0) / max(float(degrees.sum()), 1e-9)
    variances: FloatArray = pooled / sizes[:, None]
    return variances
