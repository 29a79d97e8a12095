"""The make-ups of all customers that a study wishes its answers weighted to, and why one cannot be kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.grouping import Codes, Grouping
from cxsurvey.notices import Notice, notice
from cxsurvey.notices.weighting import WeightingNotice as W
from cxsurvey.statistics import BoolArray, IntArray, hidden_cohorts
from cxsurvey.study import WeightMargin

JOIN = "+"  # between the keys of cohorts that share one target

Merged = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class MarginPlan:
    """One make-up over all respondents. ``codes`` (n_respondents,) is a position in ``keys``, -1 = not known."""

    by: str
    name: str
    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    targets: tuple[float, ...] = ()     # sum 1
    codes: Codes | None = None
    refused: Notice | None = None
    withheld: tuple[bool, ...] = ()     # cells whose size may not be shown, whatever it is

    def codes_of(self, who: IntArray) -> Codes:
        """The cells of some respondents; of no margin that is refused anything is known."""
        if self.codes is None:
            return np.full(len(who), -1, np.int16)
        return self.codes if len(who) == len(self.codes) else self.codes[who]

    def sizes(self, who: IntArray) -> IntArray:
        """How many of these respondents each cell holds."""
        return np.bincount(self.codes_of(who) + 1, minlength=len(self.keys) + 1)[1:].astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class WeightPlan:
    """All make-ups that are wished at once, ready to weigh any part of the respondents."""

    margins: tuple[MarginPlan, ...]

    def refusal(self, who: IntArray) -> Notice | None:
        """Why these respondents cannot be weighted so, if they cannot."""
        refused = next((margin.refused for margin in self.margins if margin.refused is not None), None)
        if refused is not None:
            return refused
        for margin in self.margins:
            empty = self.nobody_in(margin, who)
            if empty:
                return notice(W.NOBODY_IN, cohort=empty[0])
        return notice(W.ALL_WEIGHTLESS) if len(who) and not self._counting(who).any() else None

    def nobody_in(self, margin: MarginPlan, who: IntArray) -> tuple[str, ...]:
        """Names of the cells with customers but nobody among these respondents who may stand for them."""
        if margin.refused is not None:
            return ()
        counting = self._counting(who)
        sizes = margin.sizes(who if counting.all() or not counting.any() else who[counting])
        return tuple(
            name for name, target, size in zip(margin.names, margin.targets, sizes, strict=True)
            if target > 0 and not size
        )

    def _counting(self, who: IntArray) -> BoolArray:
        """Who belongs to no cell that has a target of 0."""
        counts = np.ones(len(who), bool)
        for margin in self.margins:
            if all(target > 0 for target in margin.targets):
                continue
            codes = margin.codes_of(who)
            counts &= (codes < 0) | (np.array([*margin.targets, 0.0])[codes] > 0)
        return counts


def plan_weights(
    margins: tuple[WeightMargin, ...], groupings: Mapping[str, Grouping], merged: Mapping[str, Merged] | None = None
) -> WeightPlan | None:
    """The cells that a study wishes weights by; ``None`` when it wishes none.

    ``groupings`` by key, with nothing merged; one that the answers do not have is left out. ``merged`` are, by key,
    pairs of cohorts shown elsewhere as one only: their own sizes would give the small one away.
    """
    if not margins:
        return None
    known = merged or {}
    return WeightPlan(tuple(_planned(one, groupings.get(one.by), known.get(one.by, ())) for one in margins))


def _planned(margin: WeightMargin, grouping: Grouping | None, merged: Merged) -> MarginPlan:
    if grouping is None:
        return MarginPlan(margin.by, margin.by, refused=notice(W.NO_GROUPING, by=margin.by))
    bare = MarginPlan(margin.by, grouping.name)
    positions = {key: position for position, key in enumerate(grouping.keys)}
    parts = [tuple(key.split(JOIN)) if key not in positions else (key,) for key, _ in margin.targets]
    named = [part for joined in parts for part in joined]
    unknown = [part for part in named if part not in positions]
    if unknown:
        return replace(bare, refused=notice(W.UNKNOWN_COHORT, cohort=unknown[0], known=", ".join(grouping.keys)))
    shares = np.array([share for _, share in margin.targets], np.float64)
    if len(set(named)) < len(named) or not np.isfinite(shares).all() or (shares < 0).any() or not shares.sum() > 0:
        return replace(bare, refused=notice(W.BAD_SHARES))
    cell_of = np.full(len(grouping.keys) + 1, -1, np.int16)  # one more, so that code -1 looks up -1
    for cell, joined in enumerate(parts):
        cell_of[[positions[part] for part in joined]] = cell
    codes = cell_of[grouping.codes]
    targeted = set(named)
    has_people = np.bincount(grouping.codes + 1, minlength=len(grouping.keys) + 1)[1:] > 0
    without_target = [at for at, key in enumerate(grouping.keys) if has_people[at] and key not in targeted]
    total, pairs = float(shares.sum()), tuple(merged)
    return MarginPlan(
        grouping.by,
        grouping.name,
        tuple(key for key, _ in margin.targets),
        tuple(" + ".join(grouping.names[positions[part]] for part in joined) for joined in parts),
        tuple(float(share) / total for share in shares),
        codes,
        notice(W.NO_TARGET, cohort=grouping.names[without_target[0]]) if without_target else None,
        tuple(any((one in joined) != (other in joined) for one, other in pairs) for joined in parts),
    )


def own_shares(grouping: Grouping, who: IntArray, threshold: int) -> tuple[tuple[str, float], ...]:
    """The answers' own shares, whole percents, as targets to begin with; cohorts too small to show share one.

    A band that nobody answered from is there with 0, for customers may well belong to it. ``grouping`` has its small
    bands merged already (``merge_small``); ``who`` are the respondents that count.
    """
    codes = grouping.codes[who]
    sizes = np.bincount(codes[codes >= 0], minlength=len(grouping.keys))
    hidden = hidden_cohorts(sizes, threshold).hidden
    inside = {small for small, _ in grouping.merged}
    cells = [
        (JOIN.join([key, *(small for small, home in grouping.merged if home == key)]), sizes[at])
        for at, key in enumerate(grouping.keys) if key not in inside and not (hidden[at] and sizes[at])
    ]
    joined = [key for key, hide, size in zip(grouping.keys, hidden, sizes, strict=True) if hide and size]
    if joined:
        cells.append((JOIN.join(joined), sizes[hidden].sum()))
    total = max(1, int(sizes.sum()))
    return tuple((key, round(100 * int(size) / total) / 100) for key, size in cells)


def with_target(margin: WeightMargin, key: str, share: float) -> WeightMargin:
    """The make-up with another share of one cell."""
    return replace(
        margin, targets=tuple((one, share if one == key else target) for one, target in as_shares(margin))
    )


def as_shares(margin: WeightMargin) -> tuple[tuple[str, float], ...]:
    """The targets as shares; with one above 1 they are numbers of customers."""
    numbers = [target for _, target in margin.targets]
    scale = 1.0 if max(numbers, default=0.0) <= 1 else sum(numbers)
    return tuple((key, target / scale) for key, target in margin.targets)


def with_joined(margin: WeightMargin, key: str, other: str) -> WeightMargin:
    """The make-up with two cells as one that has both targets, where ``other`` stood; ``KeyError`` without them."""
    shares = dict(as_shares(margin))
    together = (f"{other}{JOIN}{key}", shares[key] + shares[other])
    return replace(
        margin, targets=tuple(together if one[0] == other else one for one in as_shares(margin) if one[0] != key)
    )
