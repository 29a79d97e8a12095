"""The priority answers of a study as ranks and scores, whatever the question's format."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cxsurvey.answer_formats import BEST_WORST, POINTS, RATING, TOP, AnswerFormat, answer_format, tasks_of
from cxsurvey.responses import Int8Array, Int16Array, Responses
from cxsurvey.statistics import allocation_scores, mid_ranks
from cxsurvey.statistics.arrays import FloatArray, IntArray
from cxsurvey.statistics.best_worst_designs import (
    Balance,
    DesignedTasks,
    Float32Array,
    design_balance,
    designed_counts,
    logit_scores,
)
from cxsurvey.statistics.rank_tables import CHUNK_ROWS, RankTable, count_ranked
from cxsurvey.statistics.scored_tallies import ScoredTally, scored_tally
from cxsurvey.statistics.scores import rank_to_score, rating_ranks
from cxsurvey.statistics.tallies import Tally, fill_places, tally
from cxsurvey.statistics.weighted_tallies import WeightedTally, weighted_tally

Counted = Tally | WeightedTally | ScoredTally

POINTS_STORED = 100  # points are kept in hundredths


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """The usable priority answers of one format, one row a person.

    who : (m,) positions in ``Responses``
    table : (m, k) rankings kept small; unranked pillars of a ranking share the places left over; missing = a rating
        that was not given, a pillar never shown. Of points and MaxDiff the order of the person's own scores
    given : (m, k) 0 to 100, the person's own scores where they are not made of ranks: points, MaxDiff
    """

    format: str
    depth: int      # how many places people were asked for: k for a full ranking, 3 for a top 3
    who: IntArray
    table: RankTable
    left_out: int   # respondents without a usable priority answer
    set_aside: int = 0                 # usable answers that do not count, because they look careless
    weights: FloatArray | None = None  # (m,) mean 1; None = everyone counts alike
    given: Float32Array | None = None
    tasks: DesignedTasks | None = None            # MaxDiff: what was shown to these people, and picked
    balance: Balance | None = None                # MaxDiff: how evenly they saw the pillars
    others: tuple[tuple[str, int], ...] = ()      # people who answered in another format only; they do not count
    cut: int = 0                                  # people of whose rankings only the first ``depth`` places count
    _whole: list[Counted] = field(default_factory=list, init=False, repr=False)  # everyone's tally, once it is counted

    @property
    def n(self) -> int:
        """How many people gave a usable answer."""
        return int(self.who.shape[0])

    @property
    def has_places(self) -> bool:
        """Whether people put the pillars in places, so that a mean rank means something."""
        return self.given is None

    @property
    def by_logit(self) -> bool:
        """Whether the scores come from the logit, because the design shows some pillars beside stronger ones."""
        return self.balance is not None and not self.balance.balanced

    @property
    def ranks(self) -> FloatArray:
        """(m, k), 1 = most important, ties as mean ranks; NaN = a rating not given. Made anew, 8 bytes each."""
        return self.table.floats()

    @property
    def scores(self) -> FloatArray:
        """(m, k), 0-100, of ranks 100 = always first; NaN as in ``ranks``. Made anew, 8 bytes each."""
        if self.given is not None:
            return self.given.astype(np.float64)
        return _scores_of(self.table)

    def scores_of(self, chosen: IntArray | slice) -> FloatArray:
        """The scores of some of the people, positions among those who count."""
        if self.given is not None:
            return self.given[chosen].astype(np.float64)
        return self.rank_scores_of(chosen)

    def rank_scores_of(self, chosen: IntArray | slice) -> FloatArray:
        """The same, made of ranks whatever was asked: what may stand beside the scores of other rankings."""
        twice = self.table.twice
        return _scores_of(RankTable(twice[chosen] if isinstance(chosen, slice) else _rows(twice, chosen)))

    @property
    def effective_n(self) -> float:
        """How many unweighted answers these are worth (Kish)."""
        if self.weights is None or not self.weights.any():
            return 0.0 if self.weights is not None else float(self.n)
        return float(self.weights.sum() ** 2 / (self.weights @ self.weights))

    def tally(self, cells: NDArray[np.integer] | None = None, n_cells: int = 1) -> Counted:
        """All that means, shares and tests need of the answers, cell by cell; ``cells`` one a usable answer."""
        if cells is None and n_cells == 1:
            if not self._whole:
                self._whole.append(self._tally(np.zeros(self.n, np.int16), 1))
            return self._whole[0]
        counted = self._tally(np.zeros(self.n, np.int16) if cells is None else cells, n_cells)
        if not self._whole and counted.n == self.n:
            self._whole.append(counted.whole())
        return counted

    def _tally(self, codes: NDArray[np.integer], n_cells: int) -> Counted:
        if self.given is not None:
            return scored_tally(self.given, self.table, self.weights, codes, n_cells)
        if self.weights is None:
            return tally(self.table, codes, n_cells)
        return weighted_tally(self.table, self.weights, codes, n_cells)

    def unweighted(self) -> Counted:
        """Everyone's tally as if all counted alike."""
        counted = self.tally()
        if isinstance(counted, ScoredTally):
            return counted if self.weights is None else replace(self, weights=None).tally()
        return counted.plain if isinstance(counted, WeightedTally) else counted

    def weights_of(self, chosen: NDArray[np.bool_]) -> FloatArray | None:
        """The weights of some of the people, if there are any."""
        return None if self.weights is None else self.weights[chosen]


def top_places(n_pillars: int) -> int:
    """How many places count as "the top": 3, and fewer in short lists, where a top 3 would be nearly all."""
    return 3 if n_pillars >= 6 else max(1, n_pillars // 2)


def priorities_of(responses: Responses) -> Priorities:
    """The priority answers of the format that most people answered in; formats are never pooled.

    Someone who ranked less than half of what was asked is left out.
    """
    found = answer_format(responses)
    if found.format == RATING:
        return _priorities(found, _of_ratings(responses.importance, found.who))
    if found.format == POINTS:
        given = _of_points(responses.points, found.who)
        return _priorities(found, _order_of(given), given)
    if found.format == BEST_WORST:
        tasks = tasks_of(responses)
        return _priorities(found, np.zeros((0, 0), np.int8), tasks=None if tasks is None else tasks.rows(found.who))
    ranks = responses.ranks if len(found.who) == responses.n else _rows(responses.ranks, found.who)
    if found.format == TOP:
        ranks = _cut(ranks, found.depth)
    return _priorities(found, fill_places(ranks))


def without(priorities: Priorities, aside: NDArray[np.bool_]) -> Priorities:
    """The priorities without some of all respondents, ``aside`` (n,); how many of them counted before is kept."""
    gone = aside[priorities.who]
    if not gone.any():
        return priorities
    return replace(
        only(priorities, np.flatnonzero(~gone)), set_aside=priorities.set_aside + int(gone.sum())
    )


def only(priorities: Priorities, kept: IntArray) -> Priorities:
    """Some of the people who count, by position."""
    few = replace(
        priorities, who=priorities.who[kept],
        weights=None if priorities.weights is None else priorities.weights[kept],
    )
    if priorities.tasks is not None:
        return _with_tasks(few, priorities.tasks.rows(kept))
    twice = _rows(priorities.table.twice, kept)
    twice.flags.writeable = False
    given = None if priorities.given is None else _some(priorities.given, kept)
    return replace(few, table=RankTable(twice), given=given)


def places_ranked(priorities: Priorities) -> Int8Array:
    """How many places each person ranked of those that count, (m,): told by what the pillars left over share."""
    k = priorities.table.n_pillars
    last = np.zeros(priorities.n, np.int8)
    for column in priorities.table.twice.T:
        np.maximum(last, column, out=last)
    return np.where(last >= 2 * k, k, last - (k + 1)).astype(np.int8)


def cut_to(priorities: Priorities, depth: int) -> Priorities:
    """Top-k rankings cut to fewer places, for comparing groups that ranked different numbers (statistics.md 2.1)."""
    deeper = places_ranked(priorities) > depth
    twice = np.empty(priorities.table.twice.shape, np.int8, order="F")
    for j, column in enumerate(priorities.table.twice.T):
        twice[:, j] = np.where(deeper & (column > 2 * depth), depth + 1 + priorities.table.n_pillars, column)
    twice.flags.writeable = False
    return replace(priorities, depth=depth, table=RankTable(twice))


def _priorities(
    found: AnswerFormat, twice: Int8Array, given: Float32Array | None = None, tasks: DesignedTasks | None = None
) -> Priorities:
    for array in (twice, given):
        if array is not None:
            array.flags.writeable = False
    made = Priorities(
        found.format, found.depth, found.who, RankTable(twice), found.left_out, given=given, others=found.others,
        cut=found.cut,
    )
    return made if tasks is None else _with_tasks(made, tasks)


def _with_tasks(priorities: Priorities, tasks: DesignedTasks) -> Priorities:
    """MaxDiff answers with what follows from them: counts, or the logit's worths in an unbalanced design."""
    balance, counts = design_balance(tasks), designed_counts(tasks).scores
    given = counts if balance.balanced else logit_scores(tasks)
    twice = _order_of(counts)
    for array in (given, twice):
        array.flags.writeable = False
    return replace(priorities, table=RankTable(twice), given=given, tasks=tasks, balance=balance)


def _of_ratings(importance: Int8Array, who: IntArray) -> Int8Array:
    twice = np.zeros((len(who), importance.shape[1]), np.int8, order="F")
    for start in range(0, len(who), CHUNK_ROWS):
        rows = slice(start, start + CHUNK_ROWS)
        ratings = importance[who[rows]].astype(np.float64)
        ratings[ratings <= 0] = np.nan
        twice[rows] = np.nan_to_num(2 * rating_ranks(ratings))
    return twice


def _of_points(points: Int16Array, who: IntArray) -> Float32Array:
    """Points as shares of 100. One pillar alone has no priority."""
    given = np.full((len(who), points.shape[1]), np.nan, np.float32, order="F")
    for start in range(0, len(who) if points.shape[1] > 1 else 0, CHUNK_ROWS):
        rows = slice(start, start + CHUNK_ROWS)
        own = points[who[rows]] / POINTS_STORED
        given[rows] = allocation_scores(np.where(own < 0, np.nan, own)).scores
    return given


def _order_of(scores: Float32Array) -> Int8Array:
    """Twice the ranks of each person's own scores, the highest first; 0 where there is none."""
    twice = np.zeros(scores.shape, np.int8, order="F")
    for start in range(0, len(scores), CHUNK_ROWS):
        rows = slice(start, start + CHUNK_ROWS)
        twice[rows] = np.nan_to_num(2 * mid_ranks(-scores[rows].astype(np.float64)))
    return twice


def _scores_of(table: RankTable) -> FloatArray:
    return rank_to_score(table.floats(), count_ranked(table.twice)[:, None])


def _rows(twice: Int8Array, who: IntArray) -> Int8Array:
    """Some people's rows, column by column: a table by rows is never made."""
    chosen = np.empty((len(who), twice.shape[1]), np.int8, order="F")
    for j, column in enumerate(twice.T):
        chosen[:, j] = column[who]
    return chosen


def _some(given: Float32Array, who: IntArray) -> Float32Array:
    chosen = np.asfortranarray(given[who])
    chosen.flags.writeable = False
    return chosen


def _cut(twice: Int8Array, depth: int) -> Int8Array:
    cut = np.zeros(twice.shape, np.int8, order="F")
    for j, column in enumerate(twice.T):
        cut[:, j] = np.where(column > 2 * depth, 0, column)
    return cut
