"""The results three ways: with everyone, without people who look careless, without anyone under suspicion."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cxsurvey.pillars import Pillars
from cxsurvey.priorities import Priorities, top_places
from cxsurvey.quality import DEFAULT, EVERYONE, MODES, STRICT, Flags
from cxsurvey.statistics import generator, tau_x, top_k_stability
from cxsurvey.study import Study


@dataclass(frozen=True, slots=True)
class Sign:
    """How many respondents show one sign of carelessness; ``None`` where the answers do not tell."""

    key: str  # "same_id", "same_answers", "straight_lined", "order_shown", "too_fast", "attention", "random_picks"
    n: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """The order of one way of counting. ``places`` follow the list of pillars; empty without answers."""

    key: str                             # "everyone", "default" or "strict"
    n: int
    set_aside: int                       # usable answers that do not count in this way
    places: tuple[tuple[str, int], ...]  # pillar key, place
    stability: float | None              # chance that a repeat gives the same top
    tau_x: float | None                  # of its order with everyone's


@dataclass(frozen=True, slots=True)
class ThreeWays:
    """What careless answers do to the results (statistics.md 6). Only ``chosen`` is used elsewhere."""

    chosen: str
    signs: tuple[Sign, ...]
    incomplete: int            # ranked less than half of what was asked; they never count
    one_or_more: int           # respondents with a sign
    two_or_more: int
    ways: tuple[Way, ...]
    order_changes: bool        # some pillar has another place in one of the ways
    conclusion_changes: bool   # other pillars are on top in one of the ways

    def way(self, key: str) -> Way:
        """The way of counting of that key."""
        return next(way for way in self.ways if way.key == key)


def three_ways(study: Study, pillars: Pillars, flags: Flags, prepared: Mapping[str, Priorities]) -> ThreeWays:
    """All three ways side by side; ``prepared`` holds the answers that count in each."""
    everyone = _way(study, pillars, EVERYONE, prepared[EVERYONE], None)
    ways = (everyone, *(_way(study, pillars, key, prepared[key], everyone) for key in (DEFAULT, STRICT)))
    told = [way for way in ways if way.places]
    top = top_places(len(pillars))
    return ThreeWays(
        chosen=study.quality if study.quality in MODES else EVERYONE,
        signs=tuple(
            Sign(key, None if found is None else int(found.sum())) for key, found in flags.by_sign.items()
        ),
        incomplete=prepared[EVERYONE].left_out,
        one_or_more=int((flags.signs >= 1).sum()),
        two_or_more=int((flags.signs >= 2).sum()),
        ways=ways,
        order_changes=len({way.places for way in told}) > 1,
        conclusion_changes=len({frozenset(key for key, place in way.places if place <= top) for way in told}) > 1,
    )


def _way(study: Study, pillars: Pillars, key: str, priorities: Priorities, everyone: Way | None) -> Way:
    if everyone is not None and priorities.n == everyone.n:
        return Way(key, everyone.n, everyone.set_aside, everyone.places, everyone.stability, everyone.tau_x)
    if not priorities.n:
        return Way(key, 0, priorities.set_aside, (), None, None)
    population = study.population if (study.population or 0) >= priorities.n else None
    moments = priorities.tally().score_moments(population)
    order = np.argsort(-moments.mean, kind="stable").tolist()
    places = tuple((pillar.key, order.index(position) + 1) for position, pillar in enumerate(pillars))
    stability = float("nan")
    if priorities.n > 1:
        rng = generator(study.seed)
        stability = top_k_stability(moments.mean, moments.covariance, top_places(len(pillars)), rng)
    theirs = everyone.places if everyone is not None else places
    tau = tau_x([place for _, place in places], [place for _, place in theirs]) if theirs else float("nan")
    return Way(
        key, priorities.n, priorities.set_aside, places,
        None if np.isnan(stability) else stability, None if np.isnan(tau) else tau,
    )
