"""Conjointly: a row for each pillar shown, with what each respondent chose among them. It carries its own design."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.findings import joined
from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import shown
from cxsurvey.reading.sheets import SheetRead
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Design, Role, Table

NAME = "conjointly"
_HEADS = ["participant", "qes", "alt", "choice"]
_CHOICES = {"-1", "0", "1"}
_ROWS_LOOKED_AT = 200
_CELLS_NAMING_PILLARS = 0.6
VERSION_HEAD = "version"


@dataclass(frozen=True, slots=True, eq=False)
class LaidFlat:
    """The answers as a row a respondent, with the columns that need no finding, and the design."""

    read: SheetRead
    layout: Layout
    roles: tuple[ColumnRole, ...]
    design: Design


def recognise(top: Top) -> bool:
    """Whether a row is the header of the long format: its four columns, and choices of 1, 0 and -1 alone."""
    names = [cell.casefold() for cell in top.row(1)]
    if names[:4] != _HEADS:
        return False
    start = top.skip + 1
    cells = {text.strip().removesuffix(".0") for text in top.columns[3].texts[start : start + _ROWS_LOOKED_AT]}
    return bool(cells - {""}) and cells <= _CHOICES | {""}


def laid_flat(read: SheetRead, top: Top, pillars: Pillars) -> LaidFlat | None:
    """The table with a row a respondent; ``None`` if no column of it names pillars.

    Row numbers are those of each respondent's first row; other columns keep what stands there. A task with two most or
    two least important ones, or with a pillar that is named twice or not known, is left out and told.
    """
    matcher = PillarMatcher(pillars)
    item = _item_column(top, matcher)
    if item is None:
        return None
    start = top.skip + 1
    who, task, _, choice = (_texts(column, start) for column in top.columns[:4])
    rows_of = _rows_by_person(who)
    items = _texts(item, start)
    lookup = {text: matcher.cell(text).pillar for text in set(items)}
    tasks = sorted({number for text in set(task) if (number := _number(text))})
    ledger = Ledger(read.table, NAME)
    keys = [lookup[text] for text in items]
    numbers = {text: _number(text) for text in set(task)}
    of_task = [numbers[text] for text in task]
    tell = _telling(ledger, who, start)
    people = [_person(rows, of_task, choice, keys, items, tasks, tell) for rows in rows_of.values()]
    return _flat(read, top, item, list(rows_of.values()), people, tasks, matcher, ledger)


@dataclass(frozen=True, slots=True)
class _Person:
    """What one respondent was shown (in the list's order, so that equal designs are equal) and chose, by task."""

    shown: tuple[frozenset[str], ...]
    best: tuple[str, ...]   # as in the file
    worst: tuple[str, ...]


def _person(
    rows: list[int], task_of: list[int], choice: list[str], keys: list[str], items: list[str], tasks: list[int],
    tell: Callable[[int, int], None],
) -> _Person:  # fmt: skip
    by_task: dict[int, list[int]] = {}
    for row in rows:
        by_task.setdefault(task_of[row], []).append(row)
    shown_here, best, worst = [], [], []
    for number in tasks:
        of_task = by_task.get(number, [])
        chosen = {
            wanted: [items[row] for row in of_task if choice[row].removesuffix(".0") == wanted]
            for wanted in ("1", "-1")
        }
        names = [keys[row] for row in of_task]
        clear = all(len(found) < 2 for found in chosen.values()) and len(set(names)) == len(names) and all(names)
        if not clear:
            tell(of_task[0], number)
        shown_here.append(frozenset(names) - {""} if clear else frozenset())
        best.append(chosen["1"][0] if clear and chosen["1"] else "")
        worst.append(chosen["-1"][0] if clear and chosen["-1"] else "")
    return _Person(tuple(shown_here), tuple(best), tuple(worst))


def _telling(ledger: Ledger, who: list[str], start: int) -> Callable[[int, int], None]:
    def tell(row: int, task: int) -> None:
        code = FormatNotice.LONG_TASK_UNCLEAR
        ledger.corrected.append(ledger.entry(start + row, 0, who[row], code, task=task))

    return tell


def _flat(
    read: SheetRead, top: Top, item: Column, rows_of: list[list[int]], people: list[_Person], tasks: list[int],
    matcher: PillarMatcher, ledger: Ledger,
) -> LaidFlat:  # fmt: skip
    start = top.skip + 1
    firsts = [start + rows[0] for rows in rows_of]
    versions = {shown_here: place for place, shown_here in enumerate(dict.fromkeys(one.shown for one in people), 1)}
    kept = [column for column in top.columns if column is not item and column not in top.columns[1:4]]
    columns = [_picked(column, top.skip, firsts) for column in kept]
    roles: list[ColumnRole] = []
    position = max(column.position for column in top.columns)

    def add(head: str, texts: list[str], role: Role, place: int = 0) -> None:
        nonlocal position
        position += 1
        columns.append(_column(position, [head, *texts]))
        roles.append(ColumnRole(position, head, role, place=place))

    add(VERSION_HEAD, [str(versions[one.shown]) for one in people], Role.VERSION)
    for at, number in enumerate(tasks):
        add(f"{number} best", [one.best[at] for one in people], Role.BEST, at + 1)
        add(f"{number} worst", [one.worst[at] for one in people], Role.WORST, at + 1)
    rows = np.array([read.table.rows[place] for place in (top.skip, *firsts)], np.int32)
    table = Table(read.table.sheet, rows, tuple(columns))
    heads = tuple(_head(column, bool(at), roles) for at, column in enumerate(columns))
    design = tuple(tuple(tuple(key for key in matcher.keys if key in task) for task in seen) for seen in versions)
    told = notice(
        FormatNotice.LONG_FORMAT, Severity.INFO, sheet=shown(table.sheet), rows=len(read.table.rows) - start,
        n=len(people),
    )  # fmt: skip
    flat = replace(
        read, table=table, problems=joined(read.problems, ledger.corrected.findings()), notices=(*read.notices, told)
    )
    return LaidFlat(flat, Layout(NAME, "certain", 1, heads, first_is_best=True), tuple(roles), design)


def _head(column: Column, later: bool, roles: list[ColumnRole]) -> ColumnHead:
    """Columns that are known are not looked at again; those beside them speak for themselves."""
    text = column.texts[0]
    known = any(role.column == column.position for role in roles)
    role = Role.IGNORED if known else None if later else Role.RESPONDENT_ID
    return ColumnHead(column.position, text, tuple(Wording(*split) for split in splits(text)), role)


def _item_column(top: Top, matcher: PillarMatcher) -> Column | None:
    """The column behind the first four whose cells name most pillars exactly."""
    best: tuple[float, Column | None] = (_CELLS_NAMING_PILLARS, None)
    for column in top.columns[4:]:
        cells = [text for text in column.texts[top.skip + 1 :][:_ROWS_LOOKED_AT] if text.strip()]
        share = sum(bool(matcher.cell(text).pillar) for text in cells) / len(cells) if cells else 0.0
        if share > best[0] or (share == best[0] and best[1] is None):
            best = (share, column)
    return best[1]


def _rows_by_person(who: list[str]) -> dict[str, list[int]]:
    """The rows of each respondent, wherever they stand; rows without one are no answer."""
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(who):
        if name:
            rows.setdefault(name, []).append(row)
    return rows


def _texts(column: Column, start: int) -> list[str]:
    return [text.strip() for text in column.texts[start:]]


def _picked(column: Column, header: int, rows: list[int]) -> Column:
    places = [header, *rows]
    return Column(
        column.position, tuple(column.texts[place] for place in places), np.asarray(column.kinds)[places].copy()
    )


def _column(position: int, texts: list[str]) -> Column:
    kinds = np.array([CellKind.TEXT if text else CellKind.BLANK for text in texts], np.uint8)
    return Column(position, tuple(texts), kinds)


def _number(text: str) -> int:
    digits = text.removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0
