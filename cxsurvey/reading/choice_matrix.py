"""MaxDiff asked as matrices: in each task a column for each pillar, whose cell says that it was the most or the least.

Qualtrics asks it so. The choices are laid beside the answers as a best and a worst column for each task, and what each
task showed is taken from the display order, or from the pillars that the task has columns for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.blocks import Block, pillar_blocks
from cxsurvey.reading.choice_columns import FIRST, LAST, end_named
from cxsurvey.reading.coded import coded
from cxsurvey.reading.direction import FIRST_IS_BEST, UNKNOWN, Direction
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.layout import ColumnHead, Layout
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import shown
from cxsurvey.reading.sheets import SheetRead
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Design, Role, Table

_FEWEST_PILLARS, _FEWEST_TASKS = 3, 2
# Rows in which an end was chosen twice are slips; where there are more, it is another question.
_CLEAR_ROWS = 0.95
_ORDER_CODE = re.compile(r"(?:\ADO-Q-(?P<old>.+)|(?P<new>.+)_DO)\Z")
_CHOICE_CODE = re.compile(r"(?P<question>.+)[_-](?P<choice>\d+)\Z")

Seen = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class LaidBeside:
    """The sheet with the choices in columns of their own behind the others, which need no finding."""

    read: SheetRead
    layout: Layout
    roles: tuple[ColumnRole, ...]
    design: Design
    direction: Direction


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two answers of the matrices: which is the most important, as far as its words say so."""

    best: str
    worst: str
    known: bool


def laid_beside(read: SheetRead, layout: Layout, pillars: Pillars) -> LaidBeside | None:
    """The sheet with its tasks laid beside; ``None`` if it has no such matrices."""
    matcher = PillarMatcher(pillars)
    columns = {column.position: column for column in read.table.columns}
    blocks = [block for block in pillar_blocks(layout.heads, matcher) if len(block.columns) >= _FEWEST_PILLARS]
    start = layout.header_rows
    found = [(block, ends) for block in blocks if (ends := _ends(block, columns, start)) is not None]
    tasks = [block for block, ends in found if ends == found[0][1]]
    if len(tasks) < _FEWEST_TASKS:
        return None
    ends = found[0][1]
    seen = _shown(tasks, layout.heads, columns, start, matcher)
    versions = {one: number for number, one in enumerate(dict.fromkeys(seen), 1)}
    position = max(columns)
    added: list[Column] = []
    roles: list[ColumnRole] = []

    def add(head: str, texts: Sequence[str], role: Role, place: int = 0) -> None:
        cells = [*[""] * (start - 1), head, *texts]
        kinds = np.array([CellKind.TEXT if text else CellKind.BLANK for text in cells], np.uint8)
        column = Column(position + 1 + len(added), tuple(cells), kinds)
        added.append(column)
        roles.append(ColumnRole(column.position, head, role, place=place))

    if versions:
        add("version", [str(versions[one]) for one in seen], Role.VERSION)
    for place, block in enumerate(tasks, 1):
        for role, end in ((Role.BEST, ends.best), (Role.WORST, ends.worst)):
            add(f"{place} {role.value}", _chosen(block, end, columns, start, matcher), role, place)
    taken = {column.head.column for block in tasks for column in block.columns}
    heads = [replace(head, role=Role.IGNORED) if head.column in taken else head for head in layout.heads]
    heads += [ColumnHead(role.column, role.header, (), Role.IGNORED) for role in roles]
    sheet = shown(read.table.sheet)
    told = notice(FormatNotice.CHOICE_MATRIX, Severity.INFO, sheet=sheet, n=len(tasks))
    table = Table(read.table.sheet, read.table.rows, (*read.table.columns, *added))
    return LaidBeside(
        replace(read, table=table, notices=(*read.notices, told)), replace(layout, heads=tuple(heads)), tuple(roles),
        tuple(versions), FIRST_IS_BEST if ends.known else UNKNOWN,
    )  # fmt: skip


def _ends(block: Block, columns: dict[int, Column], start: int) -> _Ends | None:
    """The two answers of a matrix in which each is given once a row; ``None`` for any other."""
    texts = [coded(columns[column.head.column].texts)[start:] for column in block.columns]
    given = {text.strip() for column in texts for text in column.distinct if not is_no_answer(text)}
    if len(given) != 2:
        return None
    for answer in given:
        times = np.column_stack([column.each(partial(_is, answer), np.bool_) for column in texts]).sum(axis=1)
        if (times > 1).sum() > (1 - _CLEAR_ROWS) * (times > 0).sum():
            return None
    by_end = {end_named(match_key(text)): text for text in given}
    if by_end.keys() == {FIRST, LAST}:
        return _Ends(by_end[FIRST], by_end[LAST], True)
    if not all(text.isdigit() for text in given):
        return None
    low, high = sorted(given, key=int)
    return _Ends(low, high, False)


def _chosen(block: Block, end: str, columns: dict[int, Column], start: int, matcher: PillarMatcher) -> list[str]:
    """The name of the pillar chosen in each row; empty where none was, or more than one."""
    texts = [coded(columns[column.head.column].texts)[start:] for column in block.columns]
    hits = np.column_stack([column.each(partial(_is, end), np.bool_) for column in texts])
    names = np.array([matcher.name(column.pillar) for column in block.columns], object)
    return [str(name) for name in np.where(hits.sum(axis=1) == 1, names[hits.argmax(axis=1)], "")]


def _is(wanted: str, text: str) -> bool:
    return text.strip() == wanted


def _shown(
    tasks: list[Block], heads: tuple[ColumnHead, ...], columns: dict[int, Column], start: int, matcher: PillarMatcher
) -> list[Seen]:
    """What each row's tasks showed, by key; empty where nothing says it."""
    orders = {found["old"] or found["new"]: head for head in heads if (found := _ORDER_CODE.match(head.code))}
    by_task: list[Sequence[tuple[str, ...]]] = []
    n_rows = len(next(iter(columns.values())).texts) - start
    for block in tasks:
        keys = tuple(column.pillar for column in block.columns)
        codes = [_CHOICE_CODE.match(column.head.code) for column in block.columns]
        order = next((orders[code["question"]] for code in codes if code and code["question"] in orders), None)
        if order is not None:
            choices = {code["choice"]: key for code, key in zip(codes, keys, strict=True) if code}
            cells = coded(columns[order.column].texts)[start:]
            meaning = [_in_order(text, choices, matcher) for text in cells.distinct]
            by_task.append([meaning[code] for code in cells.codes.tolist()])
        elif len(keys) < len(matcher.keys):
            by_task.append([keys] * n_rows)
        else:
            return []
    return list(zip(*by_task, strict=True))


def _in_order(text: str, choices: dict[str, str], matcher: PillarMatcher) -> tuple[str, ...]:
    """The pillars of a display order, ``8|11|4`` or names, in the list's order, so that equal designs are equal."""
    named = {choices.get(part.strip()) or matcher.cell(part.strip()).pillar for part in text.split("|")}
    return tuple(key for key in matcher.keys if key in named)
