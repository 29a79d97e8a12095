"""Several answers in one cell: which sign joins them, and which options there are.

A label may hold the sign itself, as in "Yes, always". So cells are taken apart only where options that stand beside
others also stand alone, and where each option goes without its neighbour somewhere; else it is asked.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping as Counts
from itertools import pairwise
from typing import NamedTuple

# What joins answers, the surest first. A comma inside brackets belongs to its option.
_MARKS = {
    ";": re.compile(r"\s*;\s*"), "\n": re.compile(r"\s*\n\s*"), "|": re.compile(r"\s*\|\s*"),
    ", ": re.compile(r"\s*[,،]\s+(?![^()]*\))"), ",": re.compile(r"\s*,\s*(?![^()]*\))"),
    "，": re.compile(r"\s*[，、]\s*"),
}  # fmt: skip
_SIGNS = {", ": ",،", "，": "，、"}  # one of which there must be; else it is the mark itself
_LIST, _BLANK = "[", " "
_COMMAS, _FEWEST_HALVES = (", ", ",", "，"), 3
_RECURRING, _MOST_CELLS, _LONGEST_OPTION, _LONGEST_CELL = 0.6, 5_000, 80, 2_000
# Platforms that join the codes of what was chosen: by blanks, by commas.
_BY_BLANKS = frozenset({"kobotoolbox", "odk_central", "odk_briefcase"})
_CODES_BY_COMMAS = frozenset({"qualtrics"})


# Two parts that never come without each other, side by side: halves of one option, as "Shop, or fair".
Halves = frozenset[tuple[str, str]]


class Joined(NamedTuple):
    """The sign that joins answers, and the options, the most frequent first; not ``is_sure``: a person should say."""

    mark: str
    options: tuple[str, ...]
    is_sure: bool
    halves: Halves = frozenset()


def parts(text: str, mark: str, halves: Halves = frozenset()) -> tuple[str, ...]:
    """The answers that a cell holds, each once; a text too long for a list of options is one."""
    if len(text) > _LONGEST_CELL:
        return (text.strip(),)
    if mark == _LIST:
        try:
            found = [str(part) for part in json.loads(text)] if text.lstrip().startswith("[") else [text]
        except (ValueError, RecursionError, TypeError):
            found = [text]
    elif mark == _BLANK:
        found = text.split()
    else:
        found = _MARKS[mark].split(text) if mark else [text]
    whole: list[str] = []
    before = ""
    for part in filter(None, map(str.strip, found)):
        if (before, part) in halves:
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
        before = part
    return tuple(dict.fromkeys(whole))


def parted(text: str, joint: Joined | None) -> tuple[str, ...]:
    """The answers that a cell of such a column holds; without a joint it is one."""
    return parts(text, joint.mark, joint.halves) if joint is not None else parts(text, "")


def joined(counts: Counts[str, int], platform: str = "", by_hand: bool = False) -> Joined | None:
    """How the cells of a column join several answers; ``None`` if they do not look as if they did.

    counts : how often each cell came. by_hand : a person has said that the column holds several answers, so that the
    first sign that parts anything is taken.
    """
    cells = list(counts)[:_MOST_CELLS]
    if not by_hand and max(map(len, cells), default=0) > _LONGEST_CELL:
        return None  # comments
    for mark in (_LIST, *_MARKS, *((_BLANK,) if platform in _BY_BLANKS else ())):
        if not any(sign in text for sign in _SIGNS.get(mark, mark) for text in cells):
            continue
        split = {text: parts(text, mark) for text in cells}
        halves = _halves(split, counts) if mark in _COMMAS and not by_hand else frozenset()
        if halves:
            split = {text: parts(text, mark, halves) for text in cells}
        if not any(len(found) > 1 for found in split.values()):
            continue
        options = Counter[str]()
        for text, found in split.items():
            options.update(dict.fromkeys(found, counts[text]))
        ordered = tuple(sorted(options, key=lambda option: (-options[option], option)))
        if by_hand:
            return Joined(mark, ordered, True)
        sure = _is_sure(split, options, mark)
        if sure is not None:
            decimals = mark == "," and platform not in _CODES_BY_COMMAS and all(map(str.isdigit, options))
            return Joined(mark, ordered, sure and not decimals, halves)
    return None


def _halves(split: dict[str, tuple[str, ...]], counts: Counts[str, int]) -> Halves:
    """Neighbours of which neither ever comes without the other, in several cells."""
    alone, together = Counter[str](), Counter[tuple[str, str]]()
    for text, found in split.items():
        for part in found:
            alone[part] += counts[text]
        for pair in pairwise(found):
            together[pair] += counts[text]
    return frozenset(
        pair for pair, n in together.items() if n >= _FEWEST_HALVES and n == alone[pair[0]] == alone[pair[1]]
    )


def _is_sure(split: dict[str, tuple[str, ...]], options: Counter[str], mark: str) -> bool | None:
    """Whether the mark parts options and not the words of one; ``None`` if nothing speaks for options at all."""
    met = Counter(option for found in split.values() for option in found)
    recurring = sum(n for option, n in options.items() if met[option] > 1 or n > 1)
    if recurring < _RECURRING * options.total() or max(map(len, options)) > _LONGEST_OPTION:
        return None
    if mark == _LIST or all(text.rstrip().endswith(mark) for text in split):
        return True
    alone = {found[0] for found in split.values() if len(found) == 1}
    beside = {option for found in split.values() if len(found) > 1 for option in found}
    if not alone & beside:
        return None
    if mark == _BLANK:
        return True if beside <= alone else False if 2 * len(alone & beside) >= len(beside) else None
    before: dict[str, set[str]] = {option: set() for option in beside}
    for found in split.values():
        for place, option in enumerate(found):
            if option in before:
                before[option].add(found[place - 1] if place else "")
    return all(option in alone or "" in before[option] or len(before[option]) > 1 for option in beside)
