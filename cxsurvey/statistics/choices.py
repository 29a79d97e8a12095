"""Worths from choices: each choice is one pillar, as best or as worst, out of a set of pillars.

The engine of `plackett_luce` and of `best_worst`: distinct sets with their counts, Newton's steps, a ghost where
the choices alone do not hold the worths finite.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxsurvey.statistics.arrays import BoolArray, FloatArray
from cxsurvey.statistics.chance import pseudo_inverse

MOST_STEPS = 100
GHOST_CHOICES = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceSets:
    """The distinct sets that were chosen from, and how often (or with how much weight) what was chosen.

    ``signs`` is +1 where the best and -1 where the worst of a set was chosen; ``wins`` counts a pillar's choices
    as best less those as worst. ``preferred[a, b]``: a was at least once preferred to b.
    """

    wins: FloatArray  # (n_pillars,)
    members: BoolArray  # (n_sets, n_pillars)
    signs: FloatArray  # (n_sets,)
    times: FloatArray  # (n_sets,)
    preferred: BoolArray  # (n_pillars, n_pillars)

    def probabilities(self, log_worth: FloatArray) -> FloatArray:
        """Chance of each pillar to be chosen from each set, (n_sets, n_pillars)."""
        appeal = np.exp(self._appeal(log_worth))
        chance: FloatArray = appeal / appeal.sum(axis=1, keepdims=True)
        return chance

    def log_likelihood(self, log_worth: FloatArray) -> float:
        highest = np.where(self.members, self.signs[:, None] * log_worth, -np.inf).max(axis=1)
        totals = np.log(np.exp(self._appeal(log_worth)).sum(axis=1)) + highest
        return float(self.wins @ log_worth - self.times @ totals)

    def gradient(self, log_worth: FloatArray) -> FloatArray:
        gradient: FloatArray = self.wins - (self.times * self.signs) @ self.probabilities(log_worth)
        return gradient

    def information(self, log_worth: FloatArray) -> FloatArray:
        chance = self.probabilities(log_worth)
        information: FloatArray = np.diag(self.times @ chance) - (chance * self.times[:, None]).T @ chance
        return information

    def with_ghost(self) -> ChoiceSets:
        """One pillar more, which is preferred to each other half a time and the other way round.

        Source: Turner, van Etten, Firth, Kosmidis, Computational Statistics 35 (2020) 1027-1057.
        """
        n_sets, n_pillars = self.members.shape
        members = np.zeros((n_sets + n_pillars, n_pillars + 1), dtype=bool)
        members[:n_sets, :n_pillars] = self.members
        members[n_sets:, :n_pillars] = np.eye(n_pillars, dtype=bool)
        members[n_sets:, n_pillars] = True
        return ChoiceSets(
            wins=np.append(self.wins + GHOST_CHOICES, n_pillars * GHOST_CHOICES),
            members=members,
            signs=np.append(self.signs, np.ones(n_pillars)),
            times=np.append(self.times, np.full(n_pillars, 2 * GHOST_CHOICES)),
            preferred=self.preferred,
        )

    def holds_worths(self) -> bool:
        """Whether every pillar was, over others, preferred to every other one: only then are all worths finite.

        Source: Ford, American Mathematical Monthly 64 (1957) 28-33.
        """
        n_pillars = len(self.wins)
        reach = self.preferred | np.eye(n_pillars, dtype=bool)
        for _ in range(max(1, n_pillars.bit_length())):
            reach = (reach.astype(np.int64) @ reach.astype(np.int64)) > 0
        return bool(reach.all())

    def _appeal(self, log_worth: FloatArray) -> FloatArray:
        """Log appeal of each member of each set, the highest 0; -inf outside."""
        appeal = np.where(self.members, self.signs[:, None] * log_worth, -np.inf)
        highest: FloatArray = appeal - appeal.max(axis=1, keepdims=True)
        return highest


@dataclass(frozen=True, slots=True, eq=False)
class FittedWorths:
    """The likeliest worths, (n_pillars,) with mean 0, and what turns score products into their covariance."""

    log_worth: FloatArray
    to_pillars: FloatArray  # (n_pillars, n_pillars): from a score to its effect on the centred worths
    stabilised: bool

    @property
    def se(self) -> FloatArray:
        """Standard errors if the model is right."""
        centre = np.eye(len(self.log_worth)) - 1 / len(self.log_worth)
        root: FloatArray = np.sqrt(np.maximum(np.diagonal(self.to_pillars @ centre), 0.0))
        return root

    def robust_se(self, score_products: FloatArray) -> FloatArray:
        """Standard errors from sum u u', u the score of one respondent, that do not believe the model."""
        covariance = self.to_pillars @ score_products @ self.to_pillars.T
        root: FloatArray = np.sqrt(np.maximum(np.diagonal(covariance), 0.0))
        return root


def fit_worths(choices: ChoiceSets) -> FittedWorths:
    """The maximum of the likelihood, with a ghost if without it some worth would be infinite."""
    stabilised = not choices.holds_worths()
    fitted = choices.with_ghost() if stabilised else choices
    n_pillars = len(choices.wins)
    log_worth = _newton(fitted)
    inverse = pseudo_inverse(fitted.information(log_worth)).matrix
    # Back from the ghost to the pillars themselves, measured from their mean.
    own = log_worth[:n_pillars] - log_worth[:n_pillars].mean()
    centre = np.eye(n_pillars) - 1 / n_pillars
    return FittedWorths(own, centre @ inverse[:n_pillars, :n_pillars], stabilised)


def ridge_worths(choices: ChoiceSets, ridge: float) -> FloatArray:
    """Worths drawn towards equal ones, as if each had been seen ``ridge`` times at 0; finite for any choices."""
    return _newton(choices, ridge)


def _newton(choices: ChoiceSets, ridge: float = 0.0) -> FloatArray:
    """Newton's steps, halved while the (penalised) likelihood falls; 5 or 6 do."""

    def likelihood_of(log_worth: FloatArray) -> float:
        return choices.log_likelihood(log_worth) - ridge / 2 * float(log_worth @ log_worth)

    n_pillars = len(choices.wins)
    log_worth = np.zeros(n_pillars)
    reached = likelihood_of(log_worth)
    for _ in range(MOST_STEPS):
        information = choices.information(log_worth) + ridge * np.eye(n_pillars)
        # The likelihood does not change along (1, 1, ...); the added block keeps the step off that direction.
        steady = information + np.trace(information) / n_pillars**2
        step = np.linalg.solve(steady, choices.gradient(log_worth) - ridge * log_worth)
        likelihood = likelihood_of(log_worth + step)
        while likelihood < reached - 1e-10 * abs(reached) and np.abs(step).max() > 1e-10:
            step = step / 2
            likelihood = likelihood_of(log_worth + step)
        log_worth, reached = log_worth + step, likelihood
        if np.abs(step).max() < 1e-10:
            break
    centred: FloatArray = log_worth - log_worth.mean()
    return centred
