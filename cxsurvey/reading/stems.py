"""Headers taken apart where their neighbours show how: the question is what several columns share."""

import re
from collections import Counter
from collections.abc import Sequence

from cxsurvey.reading.headers import LONGEST_HEADING, cleaned, match_key, splits
from cxsurvey.reading.layout import Wording

# How platforms join question and item: ``Question [Row]``, ``Question - Item``, ``Question.Statement``.
IN_BRACKETS = re.compile(r"\s*\[")
BY_DASH = re.compile(r"\s+[-–—]\s+")
BY_DOT = re.compile(r"\.(?=\S)")
BY_SLASH, BY_HYPHEN = re.compile(r"/"), re.compile(r"-")


def shared_wordings(headers: Sequence[str], mark: re.Pattern[str]) -> list[tuple[Wording, ...]]:
    """Ways to read each header, the surest first: parted at the mark whose left side most headers have in common.

    Questions and items may hold the mark themselves; what siblings share tells where the question ends. Headers that
    share nothing are read by their own signs alone.
    """
    texts = [cleaned(header) for header in headers]
    parted = [_partings(text, mark) for text in texts]
    shared = Counter(key for ways in parted for key in {match_key(way.question) for way in ways})
    found: list[tuple[Wording, ...]] = []
    for text, ways in zip(texts, parted, strict=True):
        # Of stems that equally many share, the longest leaves the item alone.
        best = max(ways, key=lambda way: (shared[match_key(way.question)], len(way.question)), default=None)
        own = [Wording(*split) for split in splits(text)]
        first = [best] if best is not None and shared[match_key(best.question)] > 1 else []
        found.append(tuple(dict.fromkeys([*first, *own])))
    return found


def _partings(text: str, mark: re.Pattern[str]) -> list[Wording]:
    bracketed = mark is IN_BRACKETS
    if len(text) > LONGEST_HEADING or (bracketed and not text.endswith("]")):
        return []
    ways = []
    for found in mark.finditer(text):
        question = text[: found.start()].strip()
        item = text[found.end() : -1 if bracketed else None].strip()
        if question and item:
            ways.append(Wording(question, item))
    return ways
