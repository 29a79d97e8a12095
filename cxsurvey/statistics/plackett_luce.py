"""The Plackett-Luce model: worths under which people choose first, then second, ... A check beside mean ranks.

The data enter through two tables only: how often each pillar was chosen, and how often each set of remaining
pillars was chosen from. They are counted once; Newton's steps then cost nothing, however many people answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, BoolArray, FloatArray, IntArray, as_weights
from cxsurvey.statistics.choices import ChoiceSets, fit_worths, ridge_worths
from cxsurvey.statistics.scores import CHUNK_ROWS, as_ranks

MOST_PILLARS = 60  # a set of pillars is a bit mask in 64 bits


@dataclass(frozen=True, slots=True, eq=False)
class PlackettLuce:
    """Log worths, (n_pillars,), with mean 0; NaN: not enough.

    Report ``robust_se``, clustered by respondent; ``se`` believes the model. ``preference_share`` is the model's
    share of people who would pick each pillar if they could pick one. ``stabilised``: some pillars were always
    ahead of others, so half a win and half a loss of each against a ghost pillar keep the worths finite.
    ``n_tied_choices`` choices could not be used because of ties.
    """

    log_worth: FloatArray
    se: FloatArray
    robust_se: FloatArray
    log_likelihood: float
    null_log_likelihood: float
    stabilised: bool
    n_tied_choices: int
    n_respondents: int

    @property
    def preference_share(self) -> FloatArray:
        worth = np.exp(self.log_worth - self.log_worth.max(initial=0.0))
        share: FloatArray = worth / worth.sum()
        return share


def plackett_luce(ranks: ArrayLike, weights: ArrayLike | None = None) -> PlackettLuce:
    """The Plackett-Luce worths of the pillars by maximum likelihood, with model and robust errors.

    Parameters
    ----------
    ranks : (n_respondents, n_pillars), 1 = most important, NaN = not ranked: behind all ranked, among themselves
        unknown. Choices inside a tie are left out
    weights : (n_respondents,), 0 or more

    Raises
    ------
    ValueError : rows that are no rankings, negative weights, more than 60 pillars

    Source: Plackett, Applied Statistics 24 (1975) 193-202; Hunter, Annals of Statistics 32 (2004) 384-406;
    ghost pillar: Turner, van Etten, Firth, Kosmidis, Computational Statistics 35 (2020) 1027-1057.
    """
    table = as_ranks(ranks)
    n_pillars = table.shape[1]
    if n_pillars > MOST_PILLARS:
        raise ValueError(f"ranks: needs up to {MOST_PILLARS} pillars, got {n_pillars}")
    weight = as_weights(weights, len(table))
    counted = (~np.isnan(table)).any(axis=1) & (weight > 0)
    table, weight = table[counted], weight[counted]
    collapsed = _Counted.of(table, weight)
    choices = collapsed.choices
    if not len(choices.times):
        return _nothing(n_pillars, collapsed.n_tied, len(table))
    fitted = fit_worths(choices)
    return PlackettLuce(
        log_worth=fitted.log_worth,
        se=fitted.se,
        robust_se=fitted.robust_se(_score_products(table, weight, collapsed, fitted.log_worth)),
        log_likelihood=choices.log_likelihood(fitted.log_worth),
        null_log_likelihood=choices.log_likelihood(np.zeros(n_pillars)),
        stabilised=fitted.stabilised,
        n_tied_choices=collapsed.n_tied,
        n_respondents=len(table),
    )


def steadied_worths(ranks: ArrayLike, ridge: float = 1.0) -> FloatArray:
    """Log worths of a handful of rankings, drawn towards equal ones; all 0 when nothing was ranked."""
    table = as_ranks(ranks)
    collapsed = _Counted.of(table, np.ones(len(table)))
    if not len(collapsed.choices.times):
        return np.zeros(table.shape[1])
    return ridge_worths(collapsed.choices, ridge)


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """The choices as counts of distinct sets; ``masks`` are these sets as bit masks, ascending."""

    choices: ChoiceSets
    masks: IntArray
    n_tied: int

    @classmethod
    def of(cls, table: FloatArray, weight: FloatArray) -> _Counted:
        n_pillars = table.shape[1]
        wins, times = np.zeros(n_pillars), dict[int, float]()
        preferred = np.zeros((n_pillars, n_pillars), dtype=bool)
        n_tied = 0
        for stage in _stages(table):
            n_tied += stage.n_tied
            own = weight[stage.people]
            wins += np.bincount(stage.chosen, own, n_pillars)
            masks, index = np.unique(stage.masks, return_inverse=True)
            for mask, total in zip(masks.tolist(), np.bincount(index, own).tolist(), strict=True):
                times[mask] = times.get(mask, 0.0) + total
            pairs = np.unique(index * n_pillars + stage.chosen)
            np.logical_or.at(preferred, pairs % n_pillars, _members(masks, n_pillars)[pairs // n_pillars])
        masks = np.array(sorted(times), dtype=np.int64)
        np.fill_diagonal(preferred, False)
        totals = np.array([times[mask] for mask in masks.tolist()])
        choices = ChoiceSets(wins, _members(masks, n_pillars), np.ones(len(masks)), totals, preferred)
        return cls(choices, masks, n_tied)


@dataclass(frozen=True, slots=True, eq=False)
class _Stage:
    """One choice of each of some people: who, which pillar, out of which set."""

    people: IntArray
    chosen: IntArray
    masks: IntArray
    n_tied: int


def _stages(table: FloatArray) -> Iterator[_Stage]:
    """The choices for place 1, 2, ..., K-1, in blocks of people."""
    n_pillars = table.shape[1]
    bits = 1 << np.arange(n_pillars, dtype=np.int64)
    for start in range(0, len(table), CHUNK_ROWS):
        block = table[start : start + CHUNK_ROWS]
        n_ranked = (~np.isnan(block)).sum(axis=1)
        for place in range(1, n_pillars):
            here = block == place
            # A tie of three has a whole mean rank too, hence the count.
            clear = here.sum(axis=1) == 1
            asked = n_ranked >= place
            remaining = ~(block[clear] < place)
            yield _Stage(
                people=start + np.flatnonzero(clear),
                chosen=here[clear].argmax(axis=1),
                masks=remaining @ bits,
                n_tied=int((asked & ~clear).sum()),
            )


def _members(masks: IntArray, n_pillars: int) -> BoolArray:
    inside: BoolArray = (masks[:, None] >> np.arange(n_pillars) & 1).astype(bool)
    return inside


def _score_products(table: FloatArray, weight: FloatArray, counted: _Counted, log_worth: FloatArray) -> FloatArray:
    """sum u u' over respondents, u = weighted score of one person, for errors that do not believe the model."""
    n_pillars = len(log_worth)
    chance = counted.choices.probabilities(log_worth)
    products = np.zeros((n_pillars, n_pillars))
    for start in range(0, len(table), CHUNK_ROWS):
        block = table[start : start + CHUNK_ROWS]
        scores = np.zeros(block.shape)
        for stage in _stages(block):
            scores[stage.people] -= chance[np.searchsorted(counted.masks, stage.masks)]
            scores[stage.people, stage.chosen] += 1
        scores *= weight[start : start + CHUNK_ROWS, None]
        products += scores.T @ scores
    return products


def _nothing(n_pillars: int, n_tied: int, n_respondents: int) -> PlackettLuce:
    unknown = np.full(n_pillars, np.nan)
    return PlackettLuce(
        log_worth=unknown,
        se=unknown,
        robust_se=unknown,
        log_likelihood=NOT_ENOUGH,
        null_log_likelihood=NOT_ENOUGH,
        stabilised=False,
        n_tied_choices=n_tied,
        n_respondents=n_respondents,
    )
