"""The priority answers of a study as ranks and scores, whatever the question's format."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import Int8Array, Responses
from cxsurvey.statistics.arrays import FloatArray, IntArray
from cxsurvey.statistics.precision import effective_n
from cxsurvey.statistics.rank_tables import CHUNK_ROWS, RankTable, count_ranked
from cxsurvey.statistics.scores import rank_to_score, rating_ranks
from cxsurvey.statistics.tallies import Tally, fill_places, tally
from cxsurvey.statistics.weighted_tallies import WeightedTally, weighted_tally

Counted = Tally | WeightedTally

RANKING, TOP, RATING = "ranking", "top", "rating"
LEAST_ANSWERED = 0.5  # of the ranking block; below it a person is left out (statistics.md 6)


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """The usable priority answers of one format, one row a person.

    who : (m,) positions in ``Responses``
    table : (m, k) rankings kept small; unranked pillars of a ranking share the places left over; missing = a rating
        that was not given
    """

    format: str
    depth: int      # how many places people were asked for: k for a full ranking, 3 for a top 3
    who: IntArray
    table: RankTable
    left_out: int   # respondents without a usable priority answer
    set_aside: int = 0                 # usable answers that do not count, because they look careless
    weights: FloatArray | None = None  # (m,) mean 1; None = everyone counts alike
    _whole: list[Counted] = field(default_factory=list, init=False, repr=False)  # everyone's tally, once it is counted

    @property
    def n(self) -> int:
        """How many people gave a usable answer."""
        return int(self.who.shape[0])

    @property
    def ranks(self) -> FloatArray:
        """(m, k), 1 = most important, ties as mean ranks; NaN = a rating not given. Made anew, 8 bytes each."""
        return self.table.floats()

    @property
    def scores(self) -> FloatArray:
        """(m, k), 0-100, 100 = always first; NaN as in ``ranks``. Made anew, 8 bytes each."""
        return rank_to_score(self.ranks, count_ranked(self.table.twice)[:, None])

    def scores_of(self, chosen: IntArray) -> FloatArray:
        """The scores of some of the people, positions among those who count."""
        few = RankTable(_rows(self.table.twice, chosen))
        return rank_to_score(few.floats(), count_ranked(few.twice)[:, None])

    @property
    def effective_n(self) -> float:
        """How many unweighted answers these are worth (Kish)."""
        return float(self.n) if self.weights is None else effective_n(self.weights)

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
        if self.weights is None:
            return tally(self.table, codes, n_cells)
        return weighted_tally(self.table, self.weights, codes, n_cells)

    def unweighted(self) -> Counted:
        """Everyone's tally as if all counted alike."""
        counted = self.tally()
        return counted.plain if isinstance(counted, WeightedTally) else counted

    def weights_of(self, chosen: NDArray[np.bool_]) -> FloatArray | None:
        """The weights of some of the people, if there are any."""
        return None if self.weights is None else self.weights[chosen]


def top_places(n_pillars: int) -> int:
    """How many places count as "the top": 3, and fewer in short lists, where a top 3 would be nearly all."""
    return 3 if n_pillars >= 6 else max(1, n_pillars // 2)


def priorities_of(responses: Responses) -> Priorities:
    """The priority answers; rankings where there are any, else ratings, because formats are never pooled.

    Someone who ranked less than half of what was asked is left out. Who ranked more than was asked (a full list
    among top-3 answers) is cut to it, so that all are compared on the same.
    """
    ranked = count_ranked(responses.ranks)
    if not ranked.any() and responses.importance.shape[1]:
        return _of_ratings(responses)
    k = len(responses.pillar_keys)
    depth = _depth(ranked, k)
    who = np.flatnonzero(ranked >= max(1, LEAST_ANSWERED * depth))
    given = responses.ranks if len(who) == responses.n else _rows(responses.ranks, who)
    if depth < k:
        given = _cut(given, depth)
    kind = TOP if depth < k - 1 else RANKING
    return _priorities(kind, depth, who, fill_places(given), responses.n)


def without(priorities: Priorities, aside: NDArray[np.bool_]) -> Priorities:
    """The priorities without some of all respondents, ``aside`` (n,); how many of them counted before is kept."""
    gone = aside[priorities.who]
    if not gone.any():
        return priorities
    kept = np.flatnonzero(~gone)
    twice = _rows(priorities.table.twice, kept)
    twice.flags.writeable = False
    return replace(
        priorities, who=priorities.who[kept], table=RankTable(twice), weights=priorities.weights_of(~gone),
        set_aside=priorities.set_aside + int(gone.sum()),
    )


def _of_ratings(responses: Responses) -> Priorities:
    twice = np.zeros(responses.importance.shape, np.int8, order="F")
    for start in range(0, len(twice), CHUNK_ROWS):
        rows = slice(start, start + CHUNK_ROWS)
        ratings = responses.importance[rows].astype(np.float64)
        ratings[ratings <= 0] = np.nan
        twice[rows] = np.nan_to_num(2 * rating_ranks(ratings))
    who = np.flatnonzero(count_ranked(twice))
    return _priorities(RATING, len(responses.pillar_keys), who, _rows(twice, who), responses.n)


def _priorities(kind: str, depth: int, who: IntArray, twice: Int8Array, n: int) -> Priorities:
    twice.flags.writeable = False
    return Priorities(kind, depth, who, RankTable(twice), n - len(who))


def _rows(twice: Int8Array, who: IntArray) -> Int8Array:
    """Some people's rows, column by column: a table by rows is never made."""
    chosen = np.empty((len(who), twice.shape[1]), np.int8, order="F")
    for j, column in enumerate(twice.T):
        chosen[:, j] = column[who]
    return chosen


def _cut(twice: Int8Array, depth: int) -> Int8Array:
    cut = np.zeros(twice.shape, np.int8, order="F")
    for j, column in enumerate(twice.T):
        cut[:, j] = np.where(column > 2 * depth, 0, column)
    return cut


def _depth(ranked: Int8Array, k: int) -> int:
    """How many places were asked for: the commonest count, for people leave answers out but never add any."""
    counts = np.bincount(ranked[ranked > 0], minlength=k + 1)
    commonest = int(counts.argmax()) if counts.any() else k
    return k if commonest >= k - 1 else commonest
