"""How many answers a question needs, and what a given number can show (planning, before fieldwork).

Sources: Cochran, Sampling Techniques (1977) ch. 4; Thompson, American Statistician 41 (1987) 42-46.
Numbers of people are rounded up once, at the end.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from cxsurvey.statistics.arrays import NOT_ENOUGH, check_open_share, check_positive, two_sided_z, z_value
from cxsurvey.statistics.distributions import failures_before, t_power


def required_sample(margin: float, confidence: float = 0.95, population: int | None = None, share: float = 0.5) -> int:
    """Answers needed to know one share within +-margin (0.05 is five points), by Cochran's formula.

    ``population`` is the number of customers; None means many. 385 for the usual +-5 points at 95 %.
    """
    return round_up(_cochran(margin, two_sided_z(confidence), population, share))


def simultaneous_sample(
    margin: float, n_shares: int, confidence: float = 0.95, population: int | None = None, share: float = 0.5
) -> int:
    """Answers needed to know ``n_shares`` top-3 shares within +-margin, all at once (Bonferroni).

    Top-3 shares are not multinomial, since each person gives three; for first choices see `thompson_sample`.
    """
    return round_up(_cochran(margin, two_sided_z(confidence, n_shares), population, share))


def thompson_sample(margin: float, confidence: float = 0.95) -> int:
    """Answers needed to know all first-choice shares within +-margin at once, however they fall.

    Source: Thompson, American Statistician 41 (1987) 42-46. 510 for +-5 points at 95 %.
    """
    check_open_share("margin", margin)
    return round_up(thompson_constant(confidence) / margin**2)


def thompson_constant(confidence: float = 0.95) -> float:
    """d^2 n of Thompson's table 1: the worst case over m equally likely answers, m = 2, 3, ..."""
    # The maximum is at m = 2 or 3 for every confidence in use; at m = 60 the term has long been falling.
    return max(two_sided_z(confidence, m) ** 2 * (1 / m) * (1 - 1 / m) for m in range(2, 60))


def rank_spread(items: int) -> float:
    """Planning value for the standard deviation of one pillar's rank among ``items``: sqrt((K^2 - 1) / 12).

    Real answers have less (2.1 to 3.4 instead of 2.87 for ten pillars): after fieldwork use what was observed.
    """
    _check_items(items)
    return math.sqrt((items**2 - 1) / 12)


def gap_spread(items: int) -> float:
    """Planning value for the standard deviation of the difference of two pillars' ranks inside one person."""
    return rank_spread(items) * math.sqrt(2 * items / (items - 1))


def mean_rank_sample(half_width: float, items: int, confidence: float = 0.95) -> int:
    """Answers needed to know one mean rank within +-half_width places."""
    check_positive("half_width", half_width)
    return round_up((two_sided_z(confidence) * rank_spread(items) / half_width) ** 2)


def gap_sample(
    gap: float,
    items: int,
    power: float = 0.8,
    confidence: float = 0.95,
    comparisons: int = 1,
    exact: bool = False,
) -> int:
    """Answers needed to see that two pillars ``gap`` places apart in mean rank differ.

    ``comparisons`` pairs are looked at together (Bonferroni). The normal formula by default, since the planning
    spread is rougher than the difference; ``exact`` solves the paired t test (a gap of 1 of 10: 144 and 146).
    """
    needed = _squared_effort(power, confidence, comparisons) * (gap_spread(items) / _checked_gap(gap)) ** 2
    if not exact:
        return round_up(needed)
    return _smallest(lambda n: gap_power(gap, n, items, confidence, comparisons) >= power, round_up(needed))


def gap_power(
    gap: float,
    n: int,
    items: int,
    confidence: float = 0.95,
    comparisons: int = 1,
    spread: float | None = None,
) -> float:
    """Chance, 0 to 1, that ``n`` answers show two pillars ``gap`` places apart to differ (paired t test).

    ``spread`` is the observed standard deviation of the difference; by default the planning value.
    NaN with fewer than two answers.
    """
    sd = gap_spread(items) if spread is None else spread
    check_positive("spread", sd)
    if n < 2:
        return NOT_ENOUGH
    return t_power(_checked_gap(gap) * math.sqrt(n) / sd, n - 1, _tail(confidence, comparisons))


def cohort_sample(
    gap: float,
    items: int,
    power: float = 0.8,
    confidence: float = 0.95,
    comparisons: int = 1,
    exact: bool = True,
) -> int:
    """Answers needed in each of two cohorts to see that a pillar's mean rank differs by ``gap`` places.

    Solves the two-sample t test, because cohorts are small (131 for a gap of 1 of 10); ``exact=False`` is the
    normal formula.
    """
    spread = rank_spread(items)
    needed = 2 * _squared_effort(power, confidence, comparisons) * (spread / _checked_gap(gap)) ** 2
    if not exact:
        return round_up(needed)
    return _smallest(lambda n: cohort_power(gap, n, n, items, confidence, comparisons) >= power, round_up(needed))


def cohort_power(
    gap: float,
    n_first: float,
    n_second: float,
    items: int,
    confidence: float = 0.95,
    comparisons: int = 1,
    spread: float | None = None,
) -> float:
    """Chance, 0 to 1, that two cohorts show a difference of ``gap`` places in a pillar's mean rank.

    The sizes may be effective ones. NaN with fewer than two answers on a side.
    """
    sd = rank_spread(items) if spread is None else spread
    check_positive("spread", sd)
    if min(n_first, n_second) < 2:
        return NOT_ENOUGH
    noncentrality = _checked_gap(gap) / (sd * math.sqrt(1 / n_first + 1 / n_second))
    return t_power(noncentrality, n_first + n_second - 2, _tail(confidence, comparisons))


def cohort_share_sample(first: float, second: float, power: float = 0.8, confidence: float = 0.95) -> int:
    """Answers needed in each of two cohorts to tell a share of ``first`` from a share of ``second``."""
    check_open_share("first", first)
    check_open_share("second", second)
    if first == second:
        raise ValueError("second: needs a share other than the first; equal shares cannot be told apart")
    check_open_share("power", power)
    middle = (first + second) / 2
    alike = two_sided_z(confidence) * math.sqrt(2 * middle * (1 - middle))
    apart = z_value(power) * math.sqrt(first * (1 - first) + second * (1 - second))
    return round_up(((alike + apart) / (first - second)) ** 2)


def expected_invitations(needed: int, rate: float) -> int:
    """Invitations that bring ``needed`` usable answers on average, at a usable response rate of 0 to 1."""
    _check_invited(needed, rate)
    return round_up(needed / rate)


def invitations(needed: int, rate: float, certainty: float = 0.9) -> int:
    """Invitations that bring at least ``needed`` usable answers with the given certainty.

    ``rate`` is response rate times valid share, 0 to 1. The number of refusals before the last needed answer
    is negative binomial: 385 at 10 % take 4,090 invitations for 90 % certainty, not 3,850.
    """
    _check_invited(needed, rate)
    check_open_share("certainty", certainty)
    if needed == 0 or rate == 1:
        return needed
    return needed + failures_before(needed, rate, certainty)


def completes_for_weighting(needed: int, design_effect: float) -> int:
    """Answers needed when weighting will cost precision by ``design_effect`` (1 or more; Kish)."""
    if not design_effect >= 1:
        raise ValueError(f"design_effect: needs 1 or more, got {design_effect}")
    return round_up(needed * design_effect)


def round_up(number: float) -> int:
    """The next whole number; a rounding error above a whole number does not count."""
    return math.ceil(number - 1e-9 * max(1.0, abs(number)))


def _cochran(margin: float, z: float, population: int | None, share: float) -> float:
    check_open_share("margin", margin)
    check_open_share("share", share)
    unlimited = z**2 * share * (1 - share) / margin**2
    if population is None:
        return unlimited
    if population < 1:
        raise ValueError(f"population: needs 1 or more people, got {population}")
    # With a margin so wide that less than one answer would do, one is still asked.
    return max(1.0, unlimited) / (1 + (max(1.0, unlimited) - 1) / population)


def _squared_effort(power: float, confidence: float, comparisons: int) -> float:
    check_open_share("power", power)
    return (two_sided_z(confidence, comparisons) + z_value(power)) ** 2


def _smallest(enough: Callable[[int], bool], start: int) -> int:
    """The smallest n that is enough; the search begins at the normal formula's answer, which is a little low."""
    n = max(2, start)
    while n > 2 and enough(n - 1):
        n -= 1
    while not enough(n):
        n += 1
    return n


def _tail(confidence: float, comparisons: int) -> float:
    """Chance of error on each side, with Bonferroni's correction."""
    check_open_share("confidence", confidence)
    if comparisons < 1:
        raise ValueError(f"comparisons: needs 1 or more, got {comparisons}")
    return (1 - confidence) / (2 * comparisons)


def _checked_gap(gap: float) -> float:
    check_positive("gap", gap)
    return gap


def _check_items(items: int) -> None:
    if items < 2:
        raise ValueError(f"items: needs two or more pillars, got {items}")


def _check_invited(needed: int, rate: float) -> None:
    if needed < 0:
        raise ValueError(f"needed: needs 0 or more answers, got {needed}")
    if not 0 < rate <= 1:
        raise ValueError(f"rate: needs a share above 0 and up to 1, got {rate}")
