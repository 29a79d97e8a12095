"""A ranking in one cell: labels or codes in order, most important first."""

import json
import re
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from cxsurvey.reading.answers import RANK_WORDS
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.profile import Profile

MARKS = (";", "\n", "|", ">", "→", ",")
_NUMBERED = re.compile(r"\A\s*\d{1,2}\s*[.):]\s*")
# ``1 Speed``, ``#1 Speed``, ``1st: Speed``, ``Rank 1 - Speed``; and ``Speed (1)``, ``Speed: 1``.
_PLACE_IN_FRONT = re.compile(
    rf"\A(?:(?:#|{RANK_WORDS})[\s.]*)?(?P<place>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[.):–—-]+\s*|\s+)(?P<item>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_PLACE_BEHIND = re.compile(r"\A(?P<item>.*\S)\s*[(:=–—-]\s*(?P<place>\d{1,2})\s*\)?\Z", re.DOTALL)
_NEXT_NUMBER = re.compile(r"\s+(?=\d{1,2}\s*[.):]\s)")
_LONGEST_LABEL_PARTS = 4
_LONGEST_ITEM, _LONGEST_LIST = 300, 5_000
_CELLS_THAT_ARE_LISTS = 0.5
_SAMPLE = 200


class _Way(NamedTuple):
    """A list taken apart at one mark: its pillars, and how many of them are named in their own words."""

    keys: tuple[str, ...]
    n_exact: int

    def worth(self) -> tuple[int, int]:
        """A label may hold one mark where another joins them: what names most without doubt or repeat is right."""
        known = [key for key in self.keys if key]
        return self.n_exact - self.keys.count("") - (len(known) - len(set(known))), len(known)


class ListReader:
    """Takes ranked lists apart; keeps what it has seen, since answers come again."""

    def __init__(self, matcher: PillarMatcher) -> None:
        self._matcher = matcher
        self.read = lru_cache(maxsize=65_536)(self._read)
        self._item = lru_cache(maxsize=4_096)(self._apart)
        self._longest = {mark: _LONGEST_LABEL_PARTS if matcher.holds(mark) else 1 for mark in (*MARKS, " ")}

    def looks_like_lists(self, profile: Profile) -> bool:
        """Whether most cells of a column are lists of at least two pillars."""
        if not profile.n:
            return False
        sample = list(profile.counts)[:_SAMPLE]
        others, most = 0, (1 - _CELLS_THAT_ARE_LISTS) * len(sample)
        for text in sample:
            others += sum(map(bool, self.read(text))) < 2
            if others > most:
                return False
        return True

    def mean_length(self, profile: Profile) -> float:
        """How many pillars a cell names, on average."""
        lists = self._sample(profile)
        return sum(map(len, lists)) / len(lists) if lists else 0.0

    def are_choices(self, profile: Profile) -> bool:
        """Whether the lists look like what was ticked, in the order of the form: of several lengths, never turned."""
        lists = self._sample(profile)
        if len({len(keys) for keys in lists}) < 2:
            return False
        before = {pair for keys in lists for pair in combinations(keys, 2)}
        return not any((later, earlier) in before for earlier, later in before)

    def _sample(self, profile: Profile) -> list[tuple[str, ...]]:
        lists = (tuple(key for key in self.read(text) if key) for text in list(profile.counts)[:_SAMPLE])
        return [keys for keys in lists if keys]

    def _read(self, text: str) -> tuple[str, ...]:
        """Pillar keys in order; an empty key where a part names no pillar."""
        if text.lstrip().startswith("["):
            try:
                return tuple(self._matcher.cell(str(part)).pillar for part in json.loads(text))
            except (ValueError, RecursionError):
                pass  # no list after all, or one nested beyond reason
        inside = text.strip(" \n;,")
        ways = [self._labels(text.split(mark), mark) for mark in MARKS if mark in inside]
        if len(inside) <= _LONGEST_LIST and _NUMBERED.match(inside) and (parts := _NEXT_NUMBER.split(inside))[1:]:
            ways.append(self._labels(parts, " "))
        if ways:
            return max(ways, key=_Way.worth).keys
        codes = [self._matcher.exact(part) for part in text.split()]
        if len(codes) > 1 and all(codes):
            return tuple(codes)
        key = self._matcher.cell(self._apart(text.strip(" \n;,"))[0]).pillar
        return (key,) if key else ()

    def _labels(self, parts: list[str], mark: str) -> _Way:
        """The pillars of the parts between marks, but never inside a known label that contains the mark.

        Where each has a number of its own, these are their places.
        """
        while parts and not parts[-1].strip():
            parts.pop()
        keys: list[str] = []
        places: list[int] = []
        start = n_exact = 0
        while start < len(parts):
            for end in range(min(len(parts), start + self._longest[mark]), start, -1):
                item, place, key = self._item(mark.join(parts[start:end]).strip())
                if key or end == start + 1:
                    break
            if item:
                keys.append(key or self._matcher.cell(item).pillar)
                places.append(place)
                n_exact += bool(key)
            start = end
        if all(places) and len(set(places)) == len(places):
            keys = [keys[at] for at in sorted(range(len(keys)), key=places.__getitem__)]
        return _Way(tuple(keys), n_exact)

    def _apart(self, text: str) -> tuple[str, int, str]:
        """An item of a list, the place that a number before or behind it gives (0: none), and its pillar if exact."""
        key = self._matcher.exact(text)
        if not key and len(text) <= _LONGEST_ITEM:
            found = _PLACE_IN_FRONT.match(text)
            if found:
                return found["item"], int(found["place"]), self._matcher.exact(found["item"])
            found = _PLACE_BEHIND.match(text)
            if found and (key := self._matcher.exact(found["item"])):
                return found["item"], int(found["place"]), key
        return text, 0, key


def unnumbered(text: str) -> str:
    """An item of a list without the number in front of it."""
    return _NUMBERED.sub("", text).strip()
