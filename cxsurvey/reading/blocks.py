"""Runs of columns that belong together and name the pillars, one column a pillar or one a place."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from cxsurvey.reading.choice_columns import FIRST, LAST, end_named
from cxsurvey.reading.headers import LONGEST_HEADING, match_key, place_named
from cxsurvey.reading.layout import ColumnHead, Wording
from cxsurvey.reading.matching import EXACT, GOOD_ENOUGH, PillarMatcher, assign
from cxsurvey.reading.profile import Profile
from cxsurvey.reading.values import Role

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


class _Place(NamedTuple):
    """A column of pillars and the place that its header names, 0 where it names an end of the order instead."""

    head: ColumnHead
    question: str
    place: int = 0
    end: str = ""


@dataclass(slots=True)
class _Run:
    """A block in the making."""

    question: str
    heads: list[ColumnHead] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    scores: list[np.ndarray] = field(default_factory=list)


def pillar_blocks(heads: tuple[ColumnHead, ...], matcher: PillarMatcher) -> tuple[Block, ...]:
    """Every run of neighbouring columns whose items are pillars, by exact wording or by the best assignment.

    A run ends where the question changes or an item comes again, but not at what is no answer, as the points of a quiz;
    fewer than two pillars are no run.
    """
    runs: list[_Run] = []
    run: _Run | None = None
    fits = _best_wordings(heads, matcher)
    for head, fit in zip(heads, fits, strict=True):
        if is_no_answer_column(head):
            continue
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


def is_no_answer_column(head: ColumnHead) -> bool:
    """Whether the platform put the column between the answers: points of a quiz, time taken, order shown."""
    return head.role is Role.IGNORED and not head.several


def _best_wordings(
    heads: tuple[ColumnHead, ...], matcher: PillarMatcher
) -> list[tuple[str, str, np.ndarray] | None]:
    """For each head the wording whose item fits a pillar best: question, item, scores by pillar; else ``None``.

    Of equally good ones the question that most heads share is right: in ``How well? - Fun - Safety`` both ``Safety``
    and ``Fun - Safety`` may be pillars. Headings that are nothing but a pillar share that: ``Digital experiences``
    among them is not about ``experiences``, which a neighbour has, too. Of these the first is the surest.
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
    shared[""] = sum(bool(matcher.exact(head.header)) for head in heads)

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
    """Every run of neighbouring columns whose cells are pillars, and whose headers name their places.

    ``Most important`` in front of place 2 is place 1, and ``Least important`` behind the last but one is the last.
    """
    runs: list[list[_Place]] = []
    before: _Place | None = None
    for head in heads:
        if is_no_answer_column(head):
            continue
        named = _place_of(head) if head.role is None and _names_pillars(profiles[head.column], matcher) else None
        if named is not None:
            known = [known.place for known in runs[-1]] if before is not None else []
            again = named.end == FIRST or (named.place and named.place in known)
            if before is None or before.question != named.question or again:
                runs.append([])
            runs[-1].append(named)
        before = named
    blocks = (_places(run, len(matcher.keys)) for run in runs)
    return tuple(block for block in blocks if block.columns)


def _places(run: list[_Place], n_pillars: int) -> Block:
    """The columns of a run that name a place, its two ends among them."""
    columns = [BlockColumn(named.head, place=named.place) for named in run if named.place]
    first, last = run[0], run[-1]
    if first.end == FIRST and len(run) > 1 and run[1].place == 2:
        columns.insert(0, BlockColumn(first.head, place=1))
    if last.end == LAST and len(run) > 1 and run[-2].place == n_pillars - 1:
        columns.append(BlockColumn(last.head, place=n_pillars))
    # Of places 1, 2, 3, 9 and 10 only the first three are a ranking; places without the first are none.
    named = {column.place for column in columns}
    upto = next(place for place in range(len(named) + 1) if place + 1 not in named)
    return Block(run[0].question, tuple(column for column in columns if column.place <= upto))


def _names_pillars(profile: Profile, matcher: PillarMatcher) -> bool:
    """Whether most cells of a column are one pillar each."""
    if profile.n == 0 or profile.n_distinct > 4 * len(matcher.keys) + 40:
        return False
    return profile.share(lambda text: bool(matcher.cell(text).pillar)) >= _CELLS_NAMING_PILLARS


def _place_of(head: ColumnHead) -> _Place | None:
    """The place or the end of the order that a header names, and the question around it."""
    for wording in head.wordings:
        place = place_named(wording.item)
        if place:
            return _Place(head, wording.question, place)
    for wording in head.wordings:
        end = end_named(match_key(wording.item))
        if end in (FIRST, LAST):
            return _Place(head, wording.question, end=end)
    return None
