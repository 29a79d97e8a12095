"""The priority answers of a study as ranks and scores, whatever the question's format."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.responses import Responses
from cxsurvey.statistics.arrays import FloatArray, IntArray
from cxsurvey.statistics.scores import fill_unranked, ranking_scores, rating_ranks, rating_scores

RANKING, TOP, RATING = "ranking", "top", "rating"
LEAST_ANSWERED = 0.5  # of the ranking block; below it a person is left out (statistics.md 6)


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """The usable priority answers of one format, one row a person.

    who : (m,) positions in ``Responses``
    ranks : (m, k) 1 = most important, ties as mean ranks; unranked pillars of a ranking share the places left over;
        NaN = a rating that was not given
    scores : (m, k) 0-100, 100 = always first
    """

    format: str
    depth: int      # how many places people were asked for: k for a full ranking, 3 for a top 3
    who: IntArray
    ranks: FloatArray
    scores: FloatArray
    left_out: int   # respondents without a usable priority answer

    @property
    def n(self) -> int:
        """How many people gave a usable answer."""
        return int(self.who.shape[0])


def priorities_of(responses: Responses) -> Priorities:
    """The priority answers; rankings where there are any, else ratings, because formats are never pooled.

    Someone who ranked less than half of what was asked is left out. Who ranked more than was asked (a full list
    among top-3 answers) is cut to it, so that all are compared on the same.
    """
    ranked = (responses.ranks > 0).sum(axis=1)
    if not ranked.any() and responses.importance.shape[1]:
        return _of_ratings(responses)
    k = len(responses.pillar_keys)
    depth = _depth(ranked, k)
    who = np.flatnonzero(ranked >= max(1, LEAST_ANSWERED * depth))
    given = responses.ranks[who].astype(np.float64) / 2  # kept twice as large, see Responses
    given[(given == 0) | (given > depth)] = np.nan
    kind = TOP if depth < k - 1 else RANKING
    return _priorities(kind, depth, who, fill_unranked(given), ranking_scores(given), responses.n)


def _of_ratings(responses: Responses) -> Priorities:
    ratings = np.where(responses.importance > 0, responses.importance, np.nan).astype(np.float64)
    who = np.flatnonzero(~np.isnan(rating_ranks(ratings)).all(axis=1))
    ratings = ratings[who]
    depth = len(responses.pillar_keys)
    return _priorities(RATING, depth, who, rating_ranks(ratings), rating_scores(ratings), responses.n)


def _priorities(kind: str, depth: int, who: IntArray, ranks: FloatArray, scores: FloatArray, n: int) -> Priorities:
    for array in (ranks, scores):
        array.flags.writeable = False
    return Priorities(kind, depth, who, ranks, scores, n - len(who))


def _depth(ranked: NDArray[np.int64], k: int) -> int:
    """How many places were asked for: the commonest count, for people leave answers out but never add any."""
    counts = np.bincount(ranked[ranked > 0], minlength=k + 1)
    commonest = int(counts.argmax()) if counts.any() else k
    return k if commonest >= k - 1 else commonest
