"""Ratings per pillar, 1 to 5."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import is_no_answer, out_of, rating
from cxsurvey.reading.coded import coded
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.rating_words import WordScale, word_scale
from cxsurvey.reading.values import Column, Mapping, Role
from cxsurvey.responses import Int8Array

LOWEST, HIGHEST = 1, 5
# Key of a column of ratings in which 1 is the best.
LOWEST_BEST = "lowest_best"


def read_ratings(
    columns: dict[int, Column], mapping: Mapping, role: Role, keys: tuple[str, ...], ledger: Ledger,
    rows: NDArray[np.intp],
) -> Int8Array:  # fmt: skip
    """Ratings of that role, shape (n_rows, k), 0 = no answer; (n_rows, 0) if the sheet has none.

    A cell that is no rating from 1 to 5 is left blank and named. Ratings whose lowest is the best are turned round;
    importance too where the mapping is reversed and has no ranks that could be meant.
    """
    roles = [found for found in mapping.roles if found.role is role and found.pillar in keys]
    if not roles:
        return np.zeros((len(rows), 0), np.int8)
    block = np.zeros((len(rows), len(keys)), np.int8, order="F")
    reversed_too = mapping.reversed and role is Role.IMPORTANCE and not mapping.has_ranks
    for found in roles:
        column = columns[found.column]
        values = coded(column.texts).part(rows).each(partial(_rating, words=word_scale(found.key)), np.int16)
        wrong = rows[values < 0]
        ledger.tell(ledger.corrected, column, wrong, ReadingNotice.RATING_NOT_READ, low=LOWEST, high=HIGHEST)
        values = np.maximum(values, 0)
        if (found.key == LOWEST_BEST) is not reversed_too:
            values = np.where(values > 0, LOWEST + HIGHEST - values, 0)
        block[:, keys.index(found.pillar)] = values
    return block


def rated(text: str, words: WordScale | None = None) -> int | None:
    """The number that a cell states, or that its words stand for on their scale; ``None`` if it is no rating."""
    value = rating(text)
    if value is None and words is not None:
        value = words.number(text)
    if out_of(text) not in (None, HIGHEST):
        return None  # 4 of 10 is no 4 of 5
    return value if value is not None and LOWEST <= value <= HIGHEST else None


def _rating(text: str, words: WordScale | None) -> int:
    if is_no_answer(text):
        return 0
    value = rated(text, words)
    return -1 if value is None else value
