"""Rankings as choices: the first out of all pillars, the second out of those left, and so on.

Plackett-Luce needs of them only how often each pillar was chosen and how often each set was chosen from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxsurvey.statistics.arrays import BoolArray, FloatArray, IntArray
from cxsurvey.statistics.choices import ChoiceSets
from cxsurvey.statistics.rank_tables import UNRANKED_LAST, Bytes, RankTable, count_ranked, without_ties

MOST_PILLARS_FOR_A_TABLE = 12  # a row for each of 2^12 sets; beyond it the distinct sets are looked up

SCORED_ROWS = 8192

Masks = NDArray[np.int16] | NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """The choices of some people. ``masks`` (n_places - 1, n): the sets chosen from as bits; 0 = no clear choice."""

    rows: slice
    masks: Masks
    chosen: Bytes | None  # (n_places - 1, n) who was chosen; None unless all are full rankings without ties
    taken: BoolArray  # (n_pillars, n): the pillar was chosen from some set
    n_tied: int
    pairs: BoolArray  # (n_pillars, n_pillars): [a, b] a was chosen where b was left


@dataclass(frozen=True, slots=True, eq=False)
class RankedChoices:
    """Everyone's choices, counted; ``masks`` are the distinct sets, ascending."""

    choices: ChoiceSets
    masks: IntArray
    n_tied: int
    weight: FloatArray | None
    blocks: tuple[_Block, ...]

    @classmethod
    def of(cls, table: RankTable, weight: FloatArray | None = None) -> RankedChoices:
        """The choices of all people, each counted with its weight (all 1 by default)."""
        n_pillars = table.n_pillars
        wins, sets = np.zeros(n_pillars), _SetCounts(n_pillars)
        preferred = np.zeros((n_pillars, n_pillars), dtype=bool)
        blocks = []
        for rows in table.blocks():
            block = _block(table.twice[rows], rows, everyone_is_compared=_all_pairs(preferred))
            own = None if weight is None else weight[rows]
            wins += np.count_nonzero(block.taken, axis=1) if own is None else block.taken @ own
            for masks in block.masks:
                sets.add(masks, own)
            preferred |= block.pairs
            blocks.append(block)
        masks = sets.masks()
        members = (masks[:, None] >> np.arange(n_pillars) & 1).astype(bool)
        choices = ChoiceSets(wins, members, np.ones(len(masks)), sets.times(masks), preferred)
        return cls(choices, masks, sum(block.n_tied for block in blocks), weight, tuple(blocks))

    def score_products(self, log_worth: FloatArray) -> FloatArray:
        """sum u u' over respondents, u = weighted score of one person, for errors that do not believe the model."""
        n_pillars = len(log_worth)
        tables = _Expected.of(self.masks, self.choices.probabilities(log_worth))
        products = np.zeros((n_pillars, n_pillars))
        room = np.empty((2, SCORED_ROWS, n_pillars))  # one place in the cache for all
        for block in self.blocks:
            n = block.taken.shape[1]
            for start in range(0, n, SCORED_ROWS):
                people = slice(start, min(start + SCORED_ROWS, n))
                scores, looked_up = room[:, : people.stop - start]
                scores[:] = block.taken[:, people].T
                for expected, at in self._lookups(block, people, tables):
                    expected.take(at, axis=0, out=looked_up, mode="clip")
                    scores -= looked_up
                if self.weight is not None:
                    scores *= self.weight[block.rows][people, None]
                products += scores.T @ scores
        return products


    def _lookups(self, block: _Block, people: slice, tables: _Expected) -> Iterator[tuple[FloatArray, NDArray[Any]]]:
        """Tables, and which of their rows hold what was expected of each person's choices."""
        masks = block.masks[:, people]
        if tables.of_two is None or block.chosen is None:
            for row in masks:
                yield tables.of_one, row if tables.dense else self._row_of(row)
            return
        chosen, n_places = block.chosen[:, people], len(masks)
        for place in range(0, n_places - 1, 2):
            yield tables.of_two, masks[place].astype(np.int32) * tables.of_one.shape[1] + chosen[place]
        if n_places % 2:
            yield tables.of_one, masks[-1]

    def _row_of(self, masks: Masks) -> IntArray:
        rows: IntArray = np.where(masks > 0, np.searchsorted(self.masks, masks) + 1, 0)
        return rows


@dataclass(frozen=True, slots=True, eq=False)
class _Expected:
    """The chances of the pillars: of one choice, by set, and of two in a row, by set and first chosen pillar."""

    of_one: FloatArray  # (n_sets, n_pillars): by mask if dense, else by position after a row of 0
    of_two: FloatArray | None
    dense: bool

    @classmethod
    def of(cls, masks: IntArray, chance: FloatArray) -> _Expected:
        n_pillars = chance.shape[1]
        if n_pillars > MOST_PILLARS_FOR_A_TABLE:
            return cls(np.concatenate([np.zeros((1, n_pillars)), chance]), None, False)
        by_mask = np.zeros((2**n_pillars, n_pillars))
        by_mask[masks] = chance
        left = np.arange(2**n_pillars)[:, None] & ~(1 << np.arange(n_pillars))
        of_two = by_mask[:, None, :] + by_mask[left]
        return cls(by_mask, of_two.reshape(-1, n_pillars), True)


class _SetCounts:
    """How often each set of pillars was chosen from."""

    def __init__(self, n_pillars: int) -> None:
        self._dense = np.zeros(2**n_pillars) if n_pillars <= MOST_PILLARS_FOR_A_TABLE else None
        self._sparse: dict[int, float] = {}

    def add(self, masks: Masks, weight: FloatArray | None) -> None:
        if self._dense is not None:
            self._dense += np.bincount(masks, weight, len(self._dense))
            return
        distinct, index = np.unique(masks, return_inverse=True)
        for mask, total in zip(distinct.tolist(), np.bincount(index, weight).tolist(), strict=True):
            self._sparse[mask] = self._sparse.get(mask, 0.0) + total

    def masks(self) -> IntArray:
        """The sets chosen from, ascending; 0 stands for no choice and is none."""
        if self._dense is not None:
            return np.flatnonzero(self._dense[1:]) + 1
        return np.array(sorted(mask for mask, total in self._sparse.items() if mask and total), dtype=np.int64)

    def times(self, masks: IntArray) -> FloatArray:
        if self._dense is not None:
            return self._dense[masks]
        return np.array([self._sparse[mask] for mask in masks.tolist()])


def _block(twice: Bytes, rows: slice, everyone_is_compared: bool) -> _Block:
    """The choices of a block of people: those without ties all at once, the few with ties place by place."""
    n_pillars = twice.shape[1]
    masks, taken, chosen = _clear_choices(twice)
    clear = np.ones(len(twice), dtype=bool)
    pairs = np.zeros((n_pillars, n_pillars), dtype=bool)
    n_tied = 0
    if chosen is None:
        twice, n_tied = _without_last_ties(twice)
        masks, taken, _ = _clear_choices(twice)
        clear = without_ties(twice)
    if not clear.all():
        tied = np.flatnonzero(~clear)
        some = _tied_choices(np.asfortranarray(twice[tied]), masks.dtype)
        masks[:, tied], taken[:, tied], pairs = some[:3]
        n_tied += some[3]
    if not everyone_is_compared:
        pairs |= RankTable(twice[clear]).pairwise_wins() > 0
    return _Block(rows, masks, chosen, taken, n_tied, pairs)


def _clear_choices(twice: Bytes) -> tuple[Masks, BoolArray, Bytes | None]:
    """Masks and taken for rows without ties; who was chosen, if all are full rankings without any.

    What it says of rows with ties is replaced afterwards.
    """
    n, n_pillars = twice.shape
    kind = np.int16 if n_pillars < 15 else np.int64
    bits = np.zeros(n_pillars + 1, dtype=kind)
    bits[:n_pillars] = 1 << np.arange(n_pillars)
    # Who is on which place: one row a place, the unranked on place 0, nobody = n_pillars, whose bit is none.
    on_place = np.full((n_pillars + 1) * n, n_pillars, dtype=np.int8)
    people = np.arange(n)
    for j, column in enumerate(twice.T):
        on_place[np.clip(column >> 1, 0, n_pillars).astype(np.int64) * n + people] = j
    on_place = on_place.reshape(n_pillars + 1, n)
    masks = np.empty((max(n_pillars - 1, 0), n), dtype=kind)
    left = np.full(n, (1 << n_pillars) - 1, dtype=kind)
    # A tie leaves some place empty, and so does a pillar not ranked.
    complete = bool((on_place[1:] < n_pillars).all())
    for place in range(1, n_pillars):
        chosen = on_place[place]
        masks[place - 1] = left if complete else np.where(chosen < n_pillars, left, 0)
        np.bitwise_xor(left, bits[chosen], out=left)
    taken = np.ascontiguousarray(((twice > 0) & (twice <= 2 * (n_pillars - 1))).T)
    return masks, taken, on_place[1:n_pillars] if complete else None


def _without_last_ties(twice: Bytes) -> tuple[Bytes, int]:
    """The rankings with pillars that share the last place not ranked, and how many choices that hides.

    Nothing was chosen out of them, so this is the same to the model; and top-3 lists, where all others share the
    last place, then have no ties.
    """
    n_pillars, ranked = twice.shape[1], count_ranked(twice)
    last = twice.max(axis=1, initial=0)
    sharing = np.zeros(len(twice), dtype=np.int8)
    for column in twice.T:
        sharing += (column == last) & (column > 0)
    shared = sharing > 1
    if not shared.any():
        return twice, 0
    cut = np.empty(twice.shape, dtype=np.int8, order="F")
    for j, column in enumerate(twice.T):
        cut[:, j] = np.where(shared & (column == last), 0, column)
    # The last place of all is no choice.
    hidden = np.where(ranked == n_pillars, sharing - 1, sharing)
    return cut, int(hidden[shared].sum())


def _tied_choices(
    twice: Bytes, kind: np.dtype[np.int16] | np.dtype[np.int64]
) -> tuple[Masks, BoolArray, BoolArray, int]:
    """Masks, taken, pairs and the number of choices that ties hide: a place is clear if one pillar alone is on it."""
    n, n_pillars = twice.shape
    masks = np.zeros((n_pillars - 1, n), dtype=kind)
    taken = np.zeros((n_pillars, n), dtype=bool)
    pairs = np.zeros((n_pillars, n_pillars), dtype=bool)
    bits = (1 << np.arange(n_pillars)).astype(kind)
    behind = np.where(twice == 0, UNRANKED_LAST, twice)
    n_ranked = count_ranked(twice)
    n_tied = 0
    for place in range(1, n_pillars):
        here = twice == 2 * place
        clear = here.sum(axis=1) == 1  # a tie of three has a whole mean rank too
        n_tied += int((~clear & (n_ranked >= place)).sum())
        left = (behind >= 2 * place) & clear[:, None]
        here &= clear[:, None]
        masks[place - 1] = left @ bits
        taken |= here.T
        pairs |= (here.T.astype(np.float64) @ left) > 0
    np.fill_diagonal(pairs, False)
    return masks, taken, pairs, n_tied


def _all_pairs(preferred: BoolArray) -> bool:
    return bool((preferred | np.eye(len(preferred), dtype=bool)).all())
