"""Suspicious answers: flagged and counted, never deleted in silence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import Int8Array, Responses

BoolArray = NDArray[np.bool_]

FEWEST_RATINGS = 5  # below it equal ratings are common among careful people too


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Which respondents look careless, one truth value each. The rules are conventions: "suspicious", not "fake"."""

    straight_lined: BoolArray  # the same rating for all of five or more pillars
    duplicate: BoolArray       # the respondent id of an earlier row

    @property
    def any(self) -> BoolArray:
        """Respondents with at least one flag."""
        return self.straight_lined | self.duplicate

    @property
    def share(self) -> float:
        """Share of respondents with a flag; 0 of nobody."""
        return float(self.any.mean()) if len(self.any) else 0.0


def flag(responses: Responses) -> Flags:
    """The flags that the answers themselves allow; timing and attention checks need platforms that deliver them."""
    return Flags(
        _straight_lined(responses.importance) | _straight_lined(responses.performance),
        _duplicates(responses.respondent_ids, responses.n),
    )


def _straight_lined(ratings: Int8Array) -> BoolArray:
    """Rows with five or more ratings, all of them alike."""
    if ratings.shape[1] < FEWEST_RATINGS:
        return np.zeros(ratings.shape[0], bool)
    given = ratings > 0
    lowest = np.where(given, ratings, 127).min(axis=1)
    alike: BoolArray = (given.sum(axis=1) >= FEWEST_RATINGS) & (ratings.max(axis=1) == lowest)
    return alike


def _duplicates(ids: Sequence[str], n: int) -> BoolArray:
    """Rows whose id stood in an earlier row; the platform gave the same person twice."""
    repeated = np.zeros(n, bool)
    seen: set[str] = set()
    for position, key in enumerate(ids):
        if key and key in seen:
            repeated[position] = True
        seen.add(key)
    return repeated
