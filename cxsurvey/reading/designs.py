"""The design of a MaxDiff survey from a spreadsheet of its own: which pillars each task of each version showed."""

import re
from dataclasses import dataclass
from pathlib import Path

from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.pillars import Pillars
from cxsurvey.progress import Progress, silent
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import shown
from cxsurvey.reading.source import open_source
from cxsurvey.reading.values import Column, Design, Table

MOST_VERSIONS, MOST_TASKS = 10_000, 1_000
_DEEPEST_HEADER = 6
_VERSION = {"version", "block", "design", "ver"}
_TASK = {"task", "set", "question", "qes", "screen"}
_ITEM = re.compile(r"(?:item|alt|alternative|pillar|concept|option|position|pos)?[ _.#]*\d{1,2}\Z|item\Z|pillar\Z")


@dataclass(frozen=True, slots=True)
class DesignFound:
    """A design; ``by_number``: its cells count the pillars of the list, which is worth a look."""

    design: Design
    notices: tuple[Notice, ...] = ()


def read_design(path: Path, pillars: Pillars, name: str = "", progress: Progress = silent) -> DesignFound:
    """The design in the first sheet that holds one: ``Version, Task, Item1, Item2, ...``, a row a task.

    Without a column of versions there is one. Items are pillars by name, code or key, or by their number in the list.
    ``SurveyError`` if no sheet holds a design, or if it names what is no pillar.
    """
    file = shown(name or path.name)
    source = open_source(path, file, "")
    try:
        for sheet in source.sheets:
            found = design_from(source.read(sheet.name, progress).table, pillars, file)
            if found is not None:
                return found
    finally:
        source.close()
    raise error(FormatNotice.DESIGN_NOT_UNDERSTOOD, file=file)


def design_from(table: Table, pillars: Pillars, file: str) -> DesignFound | None:
    """The design that a table holds; ``None`` if it holds none."""
    for skip in range(min(_DEEPEST_HEADER, len(table.rows))):
        heads = [match_key(column.texts[skip]) for column in table.columns]
        tasks = next((column for column, head in zip(table.columns, heads, strict=True) if head in _TASK), None)
        items = [column for column, head in zip(table.columns, heads, strict=True) if _ITEM.match(head)]
        if tasks is not None and items:
            versions = next((c for c, head in zip(table.columns, heads, strict=True) if head in _VERSION), None)
            return _design(table, skip + 1, versions, tasks, items, pillars, file)
    return None


def _design(
    table: Table, start: int, versions: Column | None, tasks: Column, items: list[Column], pillars: Pillars, file: str
) -> DesignFound | None:
    rows = [row for row in range(start, len(table.rows)) if any(column.texts[row].strip() for column in items)]
    cells = {column.texts[row].strip() for row in rows for column in items} - {""}
    matcher = PillarMatcher(pillars)
    # Where codes are numbers themselves, the code is what is meant.
    by_number = bool(cells) and all(_number(cell) for cell in cells) and not all(map(matcher.exact, cells))
    shown_in: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        version = 1 if versions is None else _number(versions.texts[row])
        task = _number(tasks.texts[row])
        if not 0 < version <= MOST_VERSIONS or not 0 < task <= MOST_TASKS:
            return None
        for column in items:
            text = column.texts[row].strip()
            if text:
                key = _pillar(text, by_number, matcher)
                if not key:
                    raise error(
                        FormatNotice.DESIGN_ITEM_UNKNOWN, file=file, row=int(table.rows[row]), value=shown(text)
                    )
                shown_in.setdefault((version, task), []).append(key)
    if not shown_in:
        return None
    n_versions, n_tasks = (max(place[axis] for place in shown_in) for axis in (0, 1))
    design = tuple(
        tuple(tuple(shown_in.get((version, task), ())) for task in range(1, n_tasks + 1))
        for version in range(1, n_versions + 1)
    )
    return DesignFound(design, (_by_number(pillars),) if by_number else ())


def _pillar(text: str, by_number: bool, matcher: PillarMatcher) -> str:
    if not by_number:
        return matcher.cell(text).pillar
    number = _number(text)
    return matcher.keys[number - 1] if number <= len(matcher.keys) else ""


def _by_number(pillars: Pillars) -> Notice:
    first, last = pillars[0].name, pillars[-1].name
    return notice(FormatNotice.DESIGN_BY_NUMBER, Severity.INFO, first=first, last=last, k=len(pillars))


def _number(text: str) -> int:
    """A whole number from 1; 0 for all else."""
    digits = text.strip().removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0
