"""Which text means which pillar: by code, by exact text, then by likeness, each with a score from 0 to 100."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cxsurvey.pillars import Pillars
from cxsurvey.reading.assignment import best_pairs
from cxsurvey.reading.headers import cleaned, match_key

EXACT = 100.0
# Below it a match is not made; a person decides.
GOOD_ENOUGH = 70.0
# A cell that names a pillar stands alone, without siblings that confirm it.
CELL_GOOD_ENOUGH, CELL_MARGIN = 84.0, 6.0
# A text that contains the other's words but is longer is less sure.
_PART_WEIGHT = 0.92
_LONG = 4  # characters; the words of shorter texts are part of too much


@dataclass(frozen=True, slots=True)
class CellMatch:
    """The pillar a cell names. ``score`` 100 is certain; ``pillar`` is empty if none is near enough."""

    pillar: str
    score: float


class PillarMatcher:
    """Compares texts with all names, sentences and short names of the pillars, in all their languages."""

    def __init__(self, pillars: Pillars) -> None:
        self.keys = tuple(pillar.key for pillar in pillars)
        self._names = {pillar.key: pillar.name for pillar in pillars}
        self._exact: dict[str, str] = {}
        texts: list[str] = []
        owners: list[int] = []
        for position, pillar in enumerate(pillars):
            words = [text for tongue in pillar.texts for text in (tongue.name, tongue.customer_sentence, tongue.short)]
            for text in filter(None, map(match_key, words)):
                self._exact.setdefault(text, pillar.key)
                texts.append(text)
                owners.append(position)
        for pillar in pillars:
            self._exact.setdefault(match_key(pillar.code), pillar.key)
            self._exact.setdefault(match_key(pillar.key), pillar.key)
        self._owners, self._first_texts = np.unique(np.array(owners, np.intp), return_index=True)
        # Signs between words say nothing: "Price / value" is "Price; value".
        self._words = [_words_of(text) for text in texts]
        self._is_long = np.array([_is_long(text) for text in texts], bool)
        self._cells: dict[str, CellMatch] = {}

    def name(self, key: str) -> str:
        """The pillar's name for messages."""
        return self._names[key]

    def holds(self, sign: str) -> bool:
        """Whether any wording of a pillar holds this sign."""
        return any(sign in text for text in self._exact)

    def exact(self, text: str) -> str:
        """The pillar that this text is a code, key or wording of, or an empty text."""
        return self._exact.get(match_key(text), "")

    def scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How well each text fits each pillar, shape (n_texts, n_pillars), 0 to 100."""
        scores = np.zeros((len(texts), len(self.keys)))
        if not texts:
            return scores
        wanted = [match_key(text) for text in texts]
        if self._words:
            scores[:, self._owners] = np.maximum.reduceat(self._likeness(wanted), self._first_texts, axis=1)
        for row, text in enumerate(wanted):
            key = self._exact.get(text)
            if key:
                scores[row] = np.minimum(scores[row], EXACT - 1)
                scores[row, self.keys.index(key)] = EXACT
        return scores

    def cell(self, text: str) -> CellMatch:
        """The pillar that an answer names: certain, or so near that no other pillar is meant."""
        known = self._cells.get(text)
        if known is None:
            known = self._cells.setdefault(text, self._cell(text))
        return known

    def _cell(self, text: str) -> CellMatch:
        key = self.exact(text)
        if key:
            return CellMatch(key, EXACT)
        if len(cleaned(text)) < 3 or len(text) > 300 or _is_mostly_digits(text):
            return CellMatch("", 0.0)
        scores = self.scores([text])[0]
        first, second = np.sort(scores)[[-1, -2]]
        if first < CELL_GOOD_ENOUGH or first - second < CELL_MARGIN:
            return CellMatch("", float(first))
        return CellMatch(self.keys[int(scores.argmax())], round(float(first), 1))

    def _likeness(self, wanted: list[str]) -> NDArray[np.float64]:
        from rapidfuzz import fuzz, process

        words = [_words_of(text) for text in wanted]
        whole = process.cdist(words, self._words, scorer=fuzz.ratio, dtype=np.float64)
        part = process.cdist(words, self._words, scorer=fuzz.token_set_ratio, dtype=np.float64)
        sizes = self._is_long & np.array([[_is_long(text)] for text in wanted])
        likeness: NDArray[np.float64] = np.minimum(np.maximum(whole, np.where(sizes, part * _PART_WEIGHT, 0.0)), 99.0)
        return likeness


def _is_long(text: str) -> bool:
    return len(text) >= _LONG


def _is_mostly_digits(text: str) -> bool:
    """Years, moments, ids: no name is like them, and there are many of them to compare."""
    return sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))


@lru_cache(maxsize=4096)
def _words_of(text: str) -> str:
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text)
    return " ".join("".join(kept).split())


def assign(scores: NDArray[np.float64]) -> list[tuple[int, int, float]]:
    """The pairs (text, pillar, score) of the best total, each text and each pillar used once; poor pairs left out."""
    pairs = ((text, pillar, float(scores[text, pillar])) for text, pillar in best_pairs(scores))
    return [pair for pair in pairs if pair[2] >= GOOD_ENOUGH]
