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
from cxsurvey.statistics.chance import pseudo_inverse
from cxsurvey.statistics.scores import CHUNK_ROWS, as_ranks

MOST_PILLARS = 60  # a set of pillars is a bit mask in 64 bits
MOST_STEPS = 100
GHOST_CHOICES = 0.5


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
    choices = _Choices.of(table, weight)
    if not len(choices.times):
        return _nothing(n_pillars, choices.n_tied, len(table))
    stabilised = not _strongly_connected(choices)
    fitted = choices.with_ghost() if stabilised else choices
    log_worth = _newton(fitted)
    inverse = pseudo_inverse(fitted.information(log_worth)).matrix
    scores = _score_products(table, weight, choices, log_worth[:n_pillars])
    # Back from the ghost to the pillars themselves, measured from their mean.
    centre = np.eye(n_pillars) - 1 / n_pillars
    to_pillars = centre @ inverse[:n_pillars]
    own = log_worth[:n_pillars] - log_worth[:n_pillars].mean()
    return PlackettLuce(
        log_worth=own,
        se=np.sqrt(np.diagonal(to_pillars[:, :n_pillars] @ centre)),
        robust_se=np.sqrt(np.diagonal(to_pillars[:, :n_pillars] @ scores @ to_pillars[:, :n_pillars].T)),
        log_likelihood=choices.log_likelihood(own),
        null_log_likelihood=choices.log_likelihood(np.zeros(n_pillars)),
        stabilised=stabilised,
        n_tied_choices=choices.n_tied,
        n_respondents=len(table),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Choices:
    """How often (or with how much weight) each pillar was chosen, and from which sets choices were made."""

    wins: FloatArray  # (n_pillars,)
    masks: IntArray  # (n_sets,), the distinct sets as bit masks, ascending
    members: BoolArray  # (n_sets, n_pillars)
    times: FloatArray  # (n_sets,), how often a choice was made from the set
    beaten: BoolArray  # [a, b]: a was chosen at least once where b could have been
    n_tied: int

    @classmethod
    def of(cls, table: FloatArray, weight: FloatArray) -> _Choices:
        n_pillars = table.shape[1]
        wins, times = np.zeros(n_pillars), dict[int, float]()
        beaten = np.zeros((n_pillars, n_pillars), dtype=bool)
        n_tied = 0
        for stage in _stages(table):
            n_tied += stage.n_tied
            own = weight[stage.people]
            wins += np.bincount(stage.chosen, own, n_pillars)
            masks, index = np.unique(stage.masks, return_inverse=True)
            for mask, total in zip(masks.tolist(), np.bincount(index, own).tolist(), strict=True):
                times[mask] = times.get(mask, 0.0) + total
            pairs = np.unique(index * n_pillars + stage.chosen)
            members = _members(masks, n_pillars)
            np.logical_or.at(beaten, pairs % n_pillars, members[pairs // n_pillars])
        masks = np.array(sorted(times), dtype=np.int64)
        np.fill_diagonal(beaten, False)
        weights = np.array([times[mask] for mask in masks.tolist()])
        return cls(wins, masks, _members(masks, n_pillars), weights, beaten, n_tied)

    def with_ghost(self) -> _Choices:
        """One pillar more, which wins and loses half a choice against each."""
        n_pillars = len(self.wins)
        members = np.zeros((len(self.times) + n_pillars, n_pillars + 1), dtype=bool)
        members[: len(self.times), :n_pillars] = self.members
        members[len(self.times) :, :n_pillars] = np.eye(n_pillars, dtype=bool)
        members[len(self.times) :, n_pillars] = True
        return _Choices(
            wins=np.append(self.wins + GHOST_CHOICES, n_pillars * GHOST_CHOICES),
            masks=np.append(self.masks, np.zeros(n_pillars, dtype=np.int64)),
            members=members,
            times=np.append(self.times, np.full(n_pillars, 2 * GHOST_CHOICES)),
            beaten=self.beaten,
            n_tied=self.n_tied,
        )

    def probabilities(self, log_worth: FloatArray) -> FloatArray:
        """Chance of each pillar to be chosen from each set, (n_sets, n_pillars)."""
        worth = np.where(self.members, np.exp(log_worth - log_worth.max()), 0.0)
        chance: FloatArray = worth / worth.sum(axis=1, keepdims=True)
        return chance

    def log_likelihood(self, log_worth: FloatArray) -> float:
        top = log_worth.max()
        totals = np.where(self.members, np.exp(log_worth - top), 0.0).sum(axis=1)
        return float(self.wins @ log_worth - self.times @ (np.log(totals) + top))

    def gradient(self, log_worth: FloatArray) -> FloatArray:
        gradient: FloatArray = self.wins - self.times @ self.probabilities(log_worth)
        return gradient

    def information(self, log_worth: FloatArray) -> FloatArray:
        chance = self.probabilities(log_worth)
        information: FloatArray = np.diag(self.times @ chance) - (chance * self.times[:, None]).T @ chance
        return information


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


def _newton(choices: _Choices) -> FloatArray:
    """The maximum of the likelihood, mean 0; steps are halved while the likelihood falls."""
    log_worth = np.zeros(len(choices.wins))
    reached = choices.log_likelihood(log_worth)
    for _ in range(MOST_STEPS):
        information = choices.information(log_worth)
        # The likelihood does not change along (1, 1, ...); the added block keeps the step off that direction.
        steady = information + np.trace(information) / len(log_worth) ** 2
        step = np.linalg.solve(steady, choices.gradient(log_worth))
        likelihood = choices.log_likelihood(log_worth + step)
        while likelihood < reached - 1e-10 * abs(reached) and np.abs(step).max() > 1e-10:
            step = step / 2
            likelihood = choices.log_likelihood(log_worth + step)
        log_worth, reached = log_worth + step, likelihood
        if np.abs(step).max() < 1e-10:
            break
    centred: FloatArray = log_worth - log_worth.mean()
    return centred


def _score_products(table: FloatArray, weight: FloatArray, choices: _Choices, log_worth: FloatArray) -> FloatArray:
    """sum u u' over respondents, u = weighted score of one person, for errors that do not believe the model."""
    n_pillars = len(log_worth)
    chance = choices.probabilities(log_worth)
    products = np.zeros((n_pillars, n_pillars))
    for start in range(0, len(table), CHUNK_ROWS):
        block = table[start : start + CHUNK_ROWS]
        scores = np.zeros(block.shape)
        for stage in _stages(block):
            scores[stage.people] -= chance[np.searchsorted(choices.masks, stage.masks)]
            scores[stage.people, stage.chosen] += 1
        scores *= weight[start : start + CHUNK_ROWS, None]
        products += scores.T @ scores
    return products


def _strongly_connected(choices: _Choices) -> bool:
    """Whether every pillar was, over others, chosen before every other one: only then are all worths finite.

    Source: Ford, American Mathematical Monthly 64 (1957) 28-33.
    """
    n_pillars = len(choices.wins)
    reach = choices.beaten | np.eye(n_pillars, dtype=bool)
    for _ in range(max(1, n_pillars.bit_length())):
        reach = (reach.astype(np.int64) @ reach.astype(np.int64)) > 0
    return bool(reach.all())


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
