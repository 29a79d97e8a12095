"""Suspicious answers: flagged and counted, never deleted in silence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import COMPLETE, Int8Array, Responses

BoolArray = NDArray[np.bool_]

EVERYONE, DEFAULT, STRICT = "everyone", "default", "strict"
MODES = (EVERYONE, DEFAULT, STRICT)
"""Who counts: everyone; all but people with two or more independent signs; all but those with any sign."""

FEWEST_RATINGS = 5     # below it equal ratings are common among careful people too
LONGEST_RUN = 0.8      # of the ratings given, one after the other alike
SAME_PERSON = 60       # seconds between the same answers
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
        _repeated(responses, responses.respondent_ids),
        _same_answers(responses),
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


def _repeated(responses: Responses, ids: Sequence[str]) -> BoolArray:
    """All rows of an id but the last complete one: the platform gave the same person twice."""
    rows: dict[str, list[int]] = {}
    for position, key in enumerate(ids):
        if key:
            rows.setdefault(key, []).append(position)
    return _all_but_the_best([same for same in rows.values() if len(same) > 1], responses)


def _same_answers(responses: Responses) -> BoolArray:
    """All rows with the same answers within a minute of each other but the last complete one.

    Only times with a clock count: the same day is no sign.
    """
    timed = [position for position, moment in enumerate(responses.submitted) if len(moment) > 10]
    if len(timed) < 2:
        return np.zeros(responses.n, bool)
    at = np.array(timed)
    moments = np.array([responses.submitted[position] for position in timed], "datetime64[s]").astype(np.int64)
    columns = [*responses.ranks.T, *responses.importance.T, *responses.performance.T]
    pattern = _fingerprints(columns, at)
    order = np.lexsort((moments, pattern))
    near = (pattern[order][1:] == pattern[order][:-1]) & (np.diff(moments[order]) <= SAME_PERSON)
    sorted_at = at[order]
    for column in columns:  # a fingerprint is not proof
        near &= column[sorted_at[1:]] == column[sorted_at[:-1]]
    groups: list[list[int]] = []
    for second in np.flatnonzero(near).tolist():
        if groups and groups[-1][-1] == int(sorted_at[second]):
            groups[-1].append(int(sorted_at[second + 1]))
        else:
            groups.append([int(sorted_at[second]), int(sorted_at[second + 1])])
    return _all_but_the_best([sorted(same) for same in groups], responses)


def _fingerprints(columns: Sequence[NDArray[np.int8]], at: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number for each row's answers: equal answers, equal numbers; others hardly ever."""
    found = np.zeros(len(at), np.uint64)
    for column in columns:
        found = found * np.uint64(0x9E3779B97F4A7C15) + column[at].astype(np.uint64)  # wraps round, as it should
        found ^= found >> np.uint64(29)
    return found


def _all_but_the_best(groups: list[list[int]], responses: Responses) -> BoolArray:
    """Of rows that are one person, all but the last complete one, or the last of none complete."""
    flagged = np.zeros(responses.n, bool)
    for same in groups:
        complete = [position for position in same if responses.status[position] == COMPLETE]
        flagged[same] = True
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
