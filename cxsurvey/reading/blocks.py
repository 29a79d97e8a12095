"""Runs of columns that belong together and name the pillars, one column a pillar or one a place."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from cxsurvey.reading.headers import LONGEST_HEADING, match_key, place_named
from cxsurvey.reading.layout import ColumnHead, Wording
from cxsurvey.reading.matching import EXACT, GOOD_ENOUGH, PillarMatcher, assign
from cxsurvey.reading.profile import Profile

# Likeness is only looked for in tables of a survey's width; exact wordings are found in any.
_WIDEST_FOR_LIKENESS = 1_000
_CELLS_NAMING_PILLARS = 0.6


@dataclass(frozen=True, slots=True)
class BlockColumn:
    """One column of a block: which head, which pillar or place, how sure."""

    head: ColumnHead
    pillar: str = ""
    place: int = 0
    score: float = EXACT


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of one question."""

    question: str
    columns: tuple[BlockColumn, ...]

    @property
    def texts(self) -> list[str]:
        """All words that may say which way the numbers run."""
        return [self.question, *dict.fromkeys(column.head.header for column in self.columns)]


@dataclass(slots=True)
class _Run:
    """A block in the making."""

    question: str
    heads: list[ColumnHead] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    scores: list[np.ndarray] = field(default_factory=list)


def pillar_blocks(heads: tuple[ColumnHead, ...], matcher: PillarMatcher) -> tuple[Block, ...]:
    """Every run of neighbouring columns whose items are pillars, by exact wording or by the best assignment.

    A run ends where the question changes or an item comes again; fewer than two pillars are no run.
    """
    runs: list[_Run] = []
    run: _Run | None = None
    fits = _best_wordings(heads, matcher)
    for head, fit in zip(heads, fits, strict=True):
        if fit is None:
            run = None
            continue
        question, item, scores = fit
        if run is None or match_key(run.question) != match_key(question) or _comes_again(item, scores, run):
            run = _Run(question)
            runs.append(run)
        run.heads.append(head)
        run.items.append(match_key(item))
        run.scores.append(scores)
    blocks = (_block(run, matcher) for run in runs)
    return tuple(block for block in blocks if len(block.columns) >= 2)


def _best_wordings(
    heads: tuple[ColumnHead, ...], matcher: PillarMatcher
) -> list[tuple[str, str, np.ndarray] | None]:
    """For each head the wording whose item fits a pillar best: question, item, scores by pillar; else ``None``.

    Of equally good ones the question that most heads share is right: in ``How well? - Fun - Safety`` both ``Safety``
    and ``Fun - Safety`` may be pillars. Of these the first is the surest.
    """
    likeness = len(heads) <= _WIDEST_FOR_LIKENESS
    texts: dict[str, int] = {}
    for head in heads:
        if head.role is None:
            for wording in head.wordings:
                alike = likeness and len(wording.item) <= LONGEST_HEADING
                if wording.item and (alike or matcher.exact(wording.item)):
                    texts.setdefault(wording.item, len(texts))
    scores = matcher.scores(list(texts))
    shared = Counter(key for head in heads for key in {match_key(wording.question) for wording in head.wordings})
    shared[""] = 0

    def fit(wording: Wording) -> tuple[float, int]:
        return float(scores[texts[wording.item]].max()), shared[match_key(wording.question)]

    found: list[tuple[str, str, np.ndarray] | None] = []
    for head in heads:
        usable = [wording for wording in head.wordings if wording.item in texts] if head.role is None else []
        best = max(usable, key=fit, default=None)
        if best is None or fit(best)[0] < GOOD_ENOUGH:
            found.append(None)
        else:
            found.append((best.question, best.item, scores[texts[best.item]]))
    return found


def _comes_again(item: str, scores: np.ndarray, run: _Run) -> bool:
    if match_key(item) in run.items:
        return True
    if scores.max() < EXACT:
        return len(run.heads) >= len(scores)
    return any(known.max() == EXACT and known.argmax() == scores.argmax() for known in run.scores)


def _block(run: _Run, matcher: PillarMatcher) -> Block:
    pairs = assign(np.vstack(run.scores))
    columns = tuple(
        BlockColumn(run.heads[place], matcher.keys[pillar], score=round(score, 1))
        for place, pillar, score in sorted(pairs)
    )
    return Block(run.question, columns)


def place_blocks(
    heads: tuple[ColumnHead, ...], profiles: dict[int, Profile], matcher: PillarMatcher
) -> tuple[Block, ...]:
    """Every run of neighbouring columns whose cells are pillars: the places are named by the headers, or by order."""
    blocks: list[Block] = []
    run: list[BlockColumn] = []
    question = ""
    for head in heads:
        named = _named_place(head) if head.role is None and _names_pillars(profiles[head.column], matcher) else None
        if named is None or (run and (named[1] != question or named[0] in [column.place for column in run] + [0])):
            if run:
                blocks.append(Block(question, tuple(run)))
            run = []
        if named is not None:
            question = named[1]
            run.append(BlockColumn(head, place=named[0]))
    if run:
        blocks.append(Block(question, tuple(run)))
    return tuple(block for block in blocks if any(column.place for column in block.columns))


def _names_pillars(profile: Profile, matcher: PillarMatcher) -> bool:
    """Whether most cells of a column are one pillar each."""
    if profile.n == 0 or profile.n_distinct > 4 * len(matcher.keys) + 40:
        return False
    return profile.share(lambda text: bool(matcher.cell(text).pillar)) >= _CELLS_NAMING_PILLARS


def _named_place(head: ColumnHead) -> tuple[int, str]:
    """The place a header names, and the question around it; 0 where it names none."""
    for wording in head.wordings:
        place = place_named(wording.item)
        if place:
            return place, wording.question
    return 0, ""
