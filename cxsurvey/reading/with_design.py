"""Puts choices and their design together: which design belongs to a file, and what numbers in its cells count."""

from dataclasses import replace

from cxsurvey.notices import error
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.coded import coded
from cxsurvey.reading.places import shown
from cxsurvey.reading.tasks import ITEM, POSITION, design_of
from cxsurvey.reading.values import ColumnRole, Design, Mapping, Role, Table
from cxsurvey.reading.wishes import Counting
from cxsurvey.survey import Survey


def with_design(
    mapping: Mapping, table: Table, pillars: Pillars, survey: Survey | None, design: Design = (),
    counting: Counting | None = None,
) -> Mapping:  # fmt: skip
    """The mapping with the design of its MaxDiff tasks: the one given, the file's own, else the survey's.

    counting : what numbers in the cells count, where a person has said it; else it is found out. ``SurveyError`` where
    places on the screen and numbers of pillars fit equally well.
    """
    choices = [role for role in mapping.roles if role.role in (Role.BEST, Role.WORST)]
    if not choices:
        return mapping
    mapping = replace(mapping, design=design or design_of(mapping, survey))
    if not mapping.design or any(role.key in (POSITION, ITEM) for role in choices):
        return mapping
    cells = _numbers(mapping, table, choices)
    if not cells:
        return mapping
    key = counting or _counted(cells, mapping, pillars, shown(table.sheet))
    roles = tuple(replace(role, key=key) if role in choices else role for role in mapping.roles)
    return replace(mapping, roles=roles)


def with_other_design(
    mapping: Mapping, table: Table, pillars: Pillars, survey: Survey | None, design: Design,
    counting: Counting | None = None,
) -> Mapping:  # fmt: skip
    """As ``with_design``, in the place of the design that is known: what numbers count is found out again."""
    roles = tuple(
        replace(role, key="") if role.role in (Role.BEST, Role.WORST) else role for role in mapping.roles
    )
    return with_design(replace(mapping, roles=roles), table, pillars, survey, design, counting)


def _numbers(mapping: Mapping, table: Table, choices: list[ColumnRole]) -> set[tuple[int, int, int]]:
    """Version, task and number of every choice; empty unless all of them are numbers."""
    columns = {column.position: column for column in table.columns}
    version = next((columns[role.column] for role in mapping.roles if role.role is Role.VERSION), None)
    cells: set[tuple[int, int, int]] = set()
    for role in choices:
        texts = coded(columns[role.column].texts)[mapping.header_rows :]
        if any(not is_no_answer(text) and not _number(text) for text in texts.distinct):
            return set()
        versions = version.texts[mapping.header_rows :] if version is not None else ["1"] * len(texts)
        pairs = set(zip(versions, texts, strict=True))
        cells |= {(_number(seen), role.place, _number(text)) for seen, text in pairs if _number(text)}
    return cells


def _counted(cells: set[tuple[int, int, int]], mapping: Mapping, pillars: Pillars, sheet: str) -> Counting:
    """Numbers beyond the longest task count pillars; numbers of pillars that were not shown count places."""
    longest = max((len(task) for version in mapping.design for task in version), default=0)
    if any(number > longest for _, _, number in cells):
        return ITEM
    keys = [pillar.key for pillar in pillars]
    if all(keys[number - 1 : number] and keys[number - 1] in _task(mapping.design, *place) for *place, number in cells):
        raise error(FormatNotice.CHOICES_UNCLEAR, sheet=sheet)
    return POSITION


def _task(design: Design, version: int, task: int) -> tuple[str, ...]:
    of_version = design[version - 1] if 0 < version <= len(design) else ()
    return of_version[task - 1] if 0 < task <= len(of_version) else ()


def _number(text: str) -> int:
    digits = text.strip().removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0
