"""A ranking in one cell: labels or codes in order, most important first."""

import json
import re
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.profile import Profile

MARKS = (";", "\n", "|", ">", "→", ",")
_NUMBERED = re.compile(r"\A\s*\d{1,2}\s*[.):]\s*")
_LONGEST_LABEL_PARTS = 4
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
        ways = [self._labels(text, mark) for mark in MARKS if mark in inside]
        if ways:
            return max(ways, key=_Way.worth).keys
        codes = [self._matcher.exact(part) for part in text.split()]
        if len(codes) > 1 and all(codes):
            return tuple(codes)
        key = self._matcher.cell(unnumbered(text.strip(" \n;,"))).pillar
        return (key,) if key else ()

    def _labels(self, text: str, mark: str) -> _Way:
        """Splits at the mark, but never inside a known label that contains it."""
        parts = text.split(mark)
        while parts and not parts[-1].strip():
            parts.pop()
        keys: list[str] = []
        start = n_exact = 0
        while start < len(parts):
            for end in range(min(len(parts), start + _LONGEST_LABEL_PARTS), start + 1, -1):
                key = self._matcher.exact(unnumbered(mark.join(parts[start:end])))
                if key:
                    keys.append(key)
                    n_exact += 1
                    start = end
                    break
            else:
                part = unnumbered(parts[start])
                if part:
                    keys.append(self._matcher.cell(part).pillar)
                    n_exact += bool(self._matcher.exact(part))
                start += 1
        return _Way(tuple(keys), n_exact)


def unnumbered(text: str) -> str:
    """An item of a list without the number in front of it."""
    return _NUMBERED.sub("", text).strip()
