"""Columns whose cells name one pillar each and whose heads say which: the best and worst of a task, steps of a sort."""

import re
from dataclasses import dataclass

from cxsurvey.reading.headers import match_key, place_told
from cxsurvey.reading.layout import ColumnHead
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.profile import Profile
from cxsurvey.reading.values import ColumnRole, Role
from cxsurvey.survey.codes import SORT_PLACES

_CELLS_NAMING_PILLARS = 0.6
FIRST, _NEXT, LAST, _BEFORE = "first", "next", "last", "before"
_TASK_CODE = re.compile(
    r"(?:\A|[\W_])(?:md|maxdiff|task|set)[\W_]*(?P<task>\d{1,3})[\W_]*(?:(?P<best>best|b|most)|(?P<worst>worst|w|least))"
    r"\W*\Z"
)
_STEP_CODE = re.compile(r"(?:\A|[\W_])sort[\W_]*(?P<step>first|next[12]|last|before[12])\W*\Z")
_BEST = re.compile(
    r"\b(?:best|most)\b|najważniejsz|najbardziej|важнее всего|сам\w+ важн|наиболее|สำคัญที่สุด|สำคัญมากที่สุด|"
    r"(?<!un)wichtigste|\b(?:le|la) plus\b|\bmás importante"
)
_WORST = re.compile(
    r"\b(?:worst|least)\b|najmniej|наименее|мало важн|меньше всего|น้อยที่สุด|น้อยรองลงมา|unwichtigste|am wenigsten|"
    r"\bmoins\b|\bmenos\b"
)
_NEXT_TO = re.compile(r"\bnext\b|następn|kolejn|следующ|\bтоже\b|รองลงมา|nächst|suivant|siguiente")
_OF_SEVERAL = re.compile(r"(?P<task>\d{1,3})\s*(?:/|of|z|из|von|sur|de|จาก)\s*\d{1,3}")
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class _Choice:
    """A column and what its head says is chosen there; ``number`` as the head counts it, 0 = not at all."""

    head: ColumnHead
    end: str
    number: int = 0
    has_code: bool = False


def task_columns(
    heads: tuple[ColumnHead, ...], profiles: dict[int, Profile], matcher: PillarMatcher
) -> tuple[ColumnRole, ...]:
    """The best and worst of each MaxDiff task; nothing unless there is a worst for every best.

    Tasks are numbered as their heads do it, where all do it and no number comes again; else in the order of the
    columns, since some platforms head all tasks alike.
    """
    found = [
        choice
        for head in heads
        if (choice := _task_choice(head)) and _names_pillars(profiles[head.column], matcher, choice.has_code)
    ]
    best, worst = ([choice for choice in found if choice.end == end] for end in (FIRST, LAST))
    if not best or len(best) != len(worst):
        return ()
    numbers = [choice.number for choice in best]
    numbered = 0 not in numbers and len(set(numbers)) == len(numbers)
    if numbered and sorted(numbers) == sorted(choice.number for choice in worst):
        pairs = [(choice, choice.number) for choice in found]
    else:
        pairs = [(choice, place) for end in (best, worst) for place, choice in enumerate(end, 1)]
    roles = {FIRST: Role.BEST, LAST: Role.WORST}
    return tuple(
        ColumnRole(choice.head.column, choice.head.header, roles[choice.end], place=place) for choice, place in pairs
    )


def sort_steps_of(
    heads: tuple[ColumnHead, ...], profiles: dict[int, Profile], matcher: PillarMatcher
) -> tuple[ColumnRole, ...]:
    """The steps of a guided sort; nothing unless there is one first, one last, and some next to the first."""
    found = [
        (head, step)
        for head in heads
        if (step := _step(head)) and _names_pillars(profiles[head.column], matcher, step in SORT_PLACES)
    ]
    steps = [step.rstrip("12") for _, step in found]
    wrong = steps.count(FIRST) != 1 or steps.count(LAST) > 1 or not steps.count(_NEXT)
    if wrong or len(found) > len(matcher.keys):
        return ()
    places = {step.rstrip("12"): place for step, place in SORT_PLACES.items()}
    return tuple(
        ColumnRole(head.column, head.header, Role.PILLAR_AT_STEP, place=places[step.rstrip("12")])
        for head, step in found
    )


def first_and_last(
    heads: tuple[ColumnHead, ...], profiles: dict[int, Profile], matcher: PillarMatcher
) -> tuple[ColumnRole, ...]:
    """The two steps of the shortest guided sort: the most important, the least important, nothing else."""
    found = {role.role: role for role in task_columns(heads, profiles, matcher)}
    coded = {head.column for head in heads if any(_TASK_CODE.search(text) for text in _texts(head))}
    if any(role.column in coded for role in found.values()):
        return ()  # ``md01_best`` is a task, whatever the study asks
    if len(found) != 2 or any(role.place != 1 for role in found.values()):
        return ()
    return tuple(
        ColumnRole(role.column, role.header, Role.PILLAR_AT_STEP, place=1 if role.role is Role.BEST else -1)
        for role in found.values()
    )


def _names_pillars(cells: Profile, matcher: PillarMatcher, has_code: bool) -> bool:
    """Whether most cells name a pillar; a column without answers does if its head carries a code."""
    if not cells.n:
        return has_code
    return cells.share(lambda text: bool(matcher.exact(text))) >= _CELLS_NAMING_PILLARS


def _task_choice(head: ColumnHead) -> _Choice | None:
    if head.role is not None:
        return None
    for text in _texts(head):
        code = _TASK_CODE.search(text)
        if code:
            return _Choice(head, FIRST if code["best"] else LAST, int(code["task"]), True)
    for question, item in _readings(head):
        end = end_named(item)
        if end in (FIRST, LAST):
            return _Choice(head, end, _task_number(question))
    return None


def _step(head: ColumnHead) -> str:
    """``first``, ``next``, ``last``, ``before`` or a code of the survey's own; empty for all else."""
    if head.role is not None:
        return ""
    for text in _texts(head):
        code = _STEP_CODE.search(text)
        if code:
            return code["step"]
    return next((end for _, item in _readings(head) if (end := end_named(item))), "")


def end_named(item: str) -> str:
    """The end of the order that a head names: ``FIRST`` or ``LAST``, or what is next to it; empty for all else."""
    item = item.replace("_", " ")
    is_next, is_last, is_first = (bool(words.search(item)) for words in (_NEXT_TO, _WORST, _BEST))
    if (is_last and is_first) or place_told(item):
        return ""  # "the most and the least important"; "the second most important" is a place
    if is_last:
        return _BEFORE if is_next else LAST
    return _NEXT if is_next else FIRST if is_first else ""


def _task_number(question: str) -> int:
    found = _OF_SEVERAL.search(question)
    if found:
        return int(found["task"])
    numbers = _NUMBER.findall(question)
    return int(numbers[-1]) if numbers else 0


def _texts(head: ColumnHead) -> list[str]:
    """The head as it may carry a code, comparable."""
    joined = (f"{way.question} {way.item}" for way in head.wordings)
    return [match_key(text) for text in dict.fromkeys((head.header, *joined))]


def _readings(head: ColumnHead) -> list[tuple[str, str]]:
    """Question and item, comparable; the head as a whole last, where neither is told apart."""
    ways = [(match_key(way.question), match_key(way.item)) for way in head.wordings if way.item]
    return [*ways, (match_key(head.header), match_key(head.header))]
