"""Suspicious answers: flagged and counted, never deleted in silence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.duplicates import Group, same_answers, same_ids
from cxsurvey.responses import COMPLETE, Int8Array, Responses
from cxsurvey.study import QUALITIES

BoolArray = NDArray[np.bool_]

MODES = EVERYONE, DEFAULT, STRICT = QUALITIES
"""Who counts: everyone; all but people with two or more independent signs; all but those with any sign."""

FEWEST_RATINGS = 5     # below it equal ratings are common among careful people too
LONGEST_RUN = 0.8      # of the ratings given, one after the other alike
SECONDS_A_PILLAR = 2   # nobody reads and answers faster
HALF_THE_MEDIAN = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Which respondents look careless, one truth value each; ``None`` = the answers do not tell.

    The rules are conventions (statistics.md 6): "suspicious", not "fake".
    """

    straight_lined: BoolArray        # the same rating all the way, or nearly so, over five or more pillars
    same_id: BoolArray               # the respondent id of another row, which is kept
    same_answers: BoolArray          # the answers of another row within a minute of it
    order_shown: BoolArray | None    # a ranking exactly as the pillars were shown
    too_fast: BoolArray | None       # under half the median time, or under two seconds a pillar

    @property
    def by_sign(self) -> dict[str, BoolArray | None]:
        """Each independent sign by its key."""
        return {
            "same_id": self.same_id, "same_answers": self.same_answers, "straight_lined": self.straight_lined,
            "order_shown": self.order_shown, "too_fast": self.too_fast,
        }  # fmt: skip

    @property
    def duplicate(self) -> BoolArray:
        """Respondents who look like another row."""
        return self.same_id | self.same_answers

    @property
    def signs(self) -> NDArray[np.int8]:
        """How many independent signs each respondent shows."""
        counted = np.zeros(len(self.straight_lined), np.int8)
        for found in self.by_sign.values():
            if found is not None:
                counted += found
        return counted

    @property
    def any(self) -> BoolArray:
        """Respondents with at least one flag."""
        flagged: BoolArray = self.signs > 0
        return flagged

    @property
    def share(self) -> float:
        """Share of respondents with a flag; 0 of nobody."""
        return float(self.any.mean()) if len(self.any) else 0.0

    def set_aside(self, mode: str) -> BoolArray:
        """Who does not count in that way of counting; ``ValueError`` for an unknown one."""
        if mode not in MODES:
            raise ValueError(f"mode: needs one of {', '.join(MODES)}, got {mode!r}")
        fewest = {EVERYONE: 127, DEFAULT: 2, STRICT: 1}[mode]
        aside: BoolArray = self.signs >= fewest
        return aside


def flag(responses: Responses, shown_as_listed: BoolArray | None = None) -> Flags:
    """The flags that the answers themselves allow; attention checks need platforms that deliver them.

    ``shown_as_listed`` (n,) marks respondents who saw the pillars in the list's order; ``None`` = not known of any.
    """
    return Flags(
        _straight_lined(responses.importance) | _straight_lined(responses.performance),
        _all_but_the_best(same_ids(responses.respondent_ids), responses),
        _all_but_the_best(same_answers(responses), responses),
        None if shown_as_listed is None or not shown_as_listed.any() else shown_as_listed & _as_listed(responses.ranks),
        _too_fast(responses),
    )


def _straight_lined(ratings: Int8Array) -> BoolArray:
    """Rows with five or more ratings, all of them alike or nearly all in one run."""
    n, k = ratings.shape
    if k < FEWEST_RATINGS:
        return np.zeros(n, bool)
    run, longest = np.zeros(n, np.int16), np.zeros(n, np.int16)
    before, n_given = np.zeros(n, np.int8), np.zeros(n, np.int16)
    for column in ratings.T:
        given = column > 0  # a rating left out neither adds to a run nor ends it
        run = np.where(given & (column == before), run + 1, np.where(given, 1, run)).astype(np.int16)
        before = np.where(given, column, before)
        longest = np.maximum(longest, run)
        n_given += given
    lined: BoolArray = (n_given >= FEWEST_RATINGS) & (longest > LONGEST_RUN * n_given)
    return lined


def _all_but_the_best(groups: list[Group], responses: Responses) -> BoolArray:
    """Of rows that are one person, all but the last complete one, or the last of none complete."""
    flagged = np.zeros(responses.n, bool)
    for same in groups:
        complete = [position for position in same if responses.status[position] == COMPLETE]
        flagged[list(same)] = True
        flagged[(complete or same)[-1]] = False
    return flagged


def _as_listed(ranks: Int8Array) -> BoolArray:
    """Rankings 1, 2, 3, ... as the list stands."""
    as_listed: BoolArray = (ranks == 2 * np.arange(1, ranks.shape[1] + 1, dtype=np.int8)).all(axis=1)
    return as_listed


def _too_fast(responses: Responses) -> BoolArray | None:
    """People under half the median time, or under two seconds for each pillar of the question."""
    known = responses.duration > 0
    if not known.any():
        return None
    least = max(HALF_THE_MEDIAN * float(np.median(responses.duration[known])),
                float(SECONDS_A_PILLAR * len(responses.pillar_keys)))
    too_fast: BoolArray = known & (responses.duration < least)
    return too_fast
