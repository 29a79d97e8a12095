"""Suspicious answers: flagged and counted, never deleted in silence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.answer_formats import tasks_of
from cxsurvey.duplicates import Group, same_answers, same_ids
from cxsurvey.responses import COMPLETE, FAILED, Int8Array, Int16Array, Responses
from cxsurvey.statistics import generator
from cxsurvey.statistics.best_worst_designs import choice_fit, designed_counts, random_fit_limit
from cxsurvey.statistics.rank_tables import CHUNK_ROWS
from cxsurvey.study import QUALITIES

BoolArray = NDArray[np.bool_]

MODES = EVERYONE, DEFAULT, STRICT = QUALITIES
"""Who counts: everyone; all but people with two or more independent signs; all but those with any sign."""

FEWEST_RATINGS = 5     # below it equal ratings are common among careful people too
LONGEST_RUN = 0.8      # of the ratings given, one after the other alike
FEWEST_AS_LISTED = 3   # places of a top that stand as shown; fewer do so by chance
SECONDS_A_PILLAR = 2   # nobody reads and answers faster
HALF_THE_MEDIAN = 0.5
RANDOM_SHARE = 0.05    # of random answers to the same MaxDiff tasks, whose fit is the limit
RANDOM_SEED = 20_261   # of those random answers: the same limit in every study of a design


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Which respondents look careless, one truth value each; ``None`` = the answers do not tell.

    The rules are conventions (statistics.md 6): "suspicious", not "fake".
    """

    straight_lined: BoolArray        # the same rating or points all the way, or nearly so, over five or more pillars
    same_id: BoolArray               # the respondent id of another row, which is kept
    same_answers: BoolArray          # the answers of another row within a minute of it
    order_shown: BoolArray | None    # a ranking exactly as the pillars were shown
    too_fast: BoolArray | None       # under half the median time, or under two seconds a pillar
    attention: BoolArray | None = None     # a check of attention not passed
    random_picks: BoolArray | None = None  # MaxDiff choices that contradict each other as random ones rarely do

    @property
    def by_sign(self) -> dict[str, BoolArray | None]:
        """Each independent sign by its key."""
        return {
            "same_id": self.same_id, "same_answers": self.same_answers, "straight_lined": self.straight_lined,
            "order_shown": self.order_shown, "too_fast": self.too_fast, "attention": self.attention,
            "random_picks": self.random_picks,
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
    """The flags that the answers themselves allow.

    ``shown_as_listed`` (n,) marks respondents who saw the pillars in the list's order; ``None`` = not known of any.
    """
    return Flags(
        _straight_lined(responses.importance) | _straight_lined(responses.performance)
        | _all_equal(responses.points, responses.n),
        _all_but_the_best(same_ids(responses.respondent_ids), responses),
        _all_but_the_best(same_answers(responses), responses),
        None if shown_as_listed is None or not shown_as_listed.any() else shown_as_listed & _as_listed(responses.ranks),
        _too_fast(responses),
        responses.attention == FAILED if (responses.attention > 0).any() else None,
        _random_picks(responses),
    )


def _straight_lined(ratings: Int8Array) -> BoolArray:
    """Rows with five or more ratings, all of them alike or nearly all in one run."""
    n, k = ratings.shape
    lined = np.zeros(n, bool)
    for start in range(0, n if k >= FEWEST_RATINGS else 0, CHUNK_ROWS):
        some = ratings[start : start + CHUNK_ROWS]
        run, longest, before, n_given = np.zeros((4, len(some)), np.int8)
        for column in some.T:
            given = column > 0  # a rating left out neither adds to a run nor ends it
            run *= ~given | (column == before)
            run += given
            np.copyto(before, column, where=given)
            np.maximum(longest, run, out=longest)
            n_given += given
        lined[start : start + len(some)] = (n_given >= FEWEST_RATINGS) & (longest > LONGEST_RUN * n_given)
    return lined


def _all_equal(points: Int16Array, n: int) -> BoolArray:
    """People who gave each of five or more pillars the same points, and some: a deliberate answer at best."""
    if points.shape[1] < FEWEST_RATINGS:
        return np.zeros(n, bool)
    equal = points[:, 0] > 0
    for column in points.T[1:]:
        equal &= column == points[:, 0]
    return equal


def _random_picks(responses: Responses) -> BoolArray | None:
    """People whose MaxDiff choices fit their own counts worse than all but 5 % of random ones do; ``None`` without.

    A careful person is hardly ever below that, and a random one in 20 is: with few choices chance looks like taste.
    """
    tasks = tasks_of(responses)
    if tasks is None or not (tasks.answered() > 0).any():
        return None
    limit = random_fit_limit(tasks, generator(RANDOM_SEED), RANDOM_SHARE)
    found: BoolArray = choice_fit(tasks, designed_counts(tasks)) < limit
    return found


def _all_but_the_best(groups: list[Group], responses: Responses) -> BoolArray:
    """Of rows that are one person, all but the last complete one, or the last of none complete."""
    flagged = np.zeros(responses.n, bool)
    for same in groups:
        complete = [position for position in same if responses.status[position] == COMPLETE]
        flagged[list(same)] = True
        flagged[(complete or same)[-1]] = False
    return flagged


def _as_listed(ranks: Int8Array) -> BoolArray:
    """Rankings 1, 2, 3, ... as the list stands, of all pillars or of a top of three and more."""
    n, k = ranks.shape
    as_listed, ranked = np.ones(n, bool), np.zeros(n, np.int8)
    for place, column in enumerate(ranks.T, 1):
        as_listed &= (column == 2 * place) | (column == 0)
        ranked += column > 0
    found: BoolArray = as_listed & (ranked >= min(FEWEST_AS_LISTED, k))
    return found


def _too_fast(responses: Responses) -> BoolArray | None:
    """People under half the median time, or under two seconds for each pillar of the question."""
    known = responses.duration > 0
    if not known.any():
        return None
    least = max(HALF_THE_MEDIAN * float(np.median(responses.duration[known])),
                float(SECONDS_A_PILLAR * len(responses.pillar_keys)))
    too_fast: BoolArray = known & (responses.duration < least)
    return too_fast
