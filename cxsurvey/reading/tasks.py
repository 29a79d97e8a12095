"""MaxDiff: the most and the least important of the few pillars that each task showed, and which ones those were."""

from dataclasses import dataclass
from typing import Literal, NoReturn

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import NONE, BestWorst
from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.coded import coded
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.ranks import BAD, BLANK
from cxsurvey.reading.values import Column, ColumnRole, Design, Mapping, Role
from cxsurvey.responses import Int8Array
from cxsurvey.survey import Survey

POSITION: Literal["position"] = "position"
ITEM: Literal["item"] = "item"
"""What numbers in the cells count: places on the screen, or pillars of the list."""
OTHER_PRIORITIES = frozenset(
    {Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE, Role.RANKED_LIST, Role.PILLAR_AT_STEP, Role.POINTS, Role.IMPORTANCE}
)
Cells = NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Tasks:
    """``answers`` is ``None`` if there are none, or if what they belong to is not certain. complete : (n,)"""

    answers: BestWorst | None
    complete: NDArray[np.bool_]


class _Unfit(Exception):
    """The choices do not belong to the design; carries what to tell."""

    def __init__(self, told: Notice) -> None:
        super().__init__(told.code)
        self.told = told


def design_of(mapping: Mapping, survey: Survey | None) -> Design:
    """Which pillars were shown: as kept with the import, else as the survey has it; empty if nobody knows."""
    return mapping.design or ((survey.tasks,) if survey is not None and survey.tasks else ())


def read_tasks(
    columns: dict[int, Column], mapping: Mapping, matcher: PillarMatcher, survey: Survey | None, ledger: Ledger,
    rows: NDArray[np.intp],
) -> Tasks:  # fmt: skip
    """The choices of every task. Most = least discards the task; one of the two alone is kept.

    A choice that the task did not show, a task or a version that the design lacks, or no design at all, is a notice of
    severity error, and no choice is taken; beside other priorities a missing design is a warning.
    """
    roles = [role for role in mapping.roles if role.role in (Role.BEST, Role.WORST) and role.place > 0]
    nobody = np.zeros(len(rows), bool)
    if not roles:
        return Tasks(None, nobody)
    try:
        return _read(columns, mapping, roles, matcher, design_of(mapping, survey), ledger, rows)
    except _Unfit as fault:
        ledger.notices.append(fault.told)
        return Tasks(None, nobody)


def _read(
    columns: dict[int, Column], mapping: Mapping, roles: list[ColumnRole], matcher: PillarMatcher, keys: Design,
    ledger: Ledger, rows: NDArray[np.intp],
) -> Tasks:  # fmt: skip
    sheet = shown(ledger.table.sheet)
    design = _design_array(keys, matcher.keys)
    n_tasks = design.shape[1]
    if not design.size and any(role.role in OTHER_PRIORITIES for role in mapping.roles):
        raise _Unfit(notice(FormatNotice.TASKS_LEFT_OUT, sheet=sheet))
    if not design.size:
        _unfit(FormatNotice.DESIGN_MISSING, sheet=sheet)
    for role in roles:
        if role.place > n_tasks:
            letter = column_letter(role.column)
            _unfit(FormatNotice.TASK_NOT_IN_DESIGN, sheet=sheet, column=letter, task=role.place, n=n_tasks)
    version = _versions(columns, mapping, design, ledger, rows)
    chosen = {
        Role.BEST: np.full((len(rows), n_tasks), NONE, np.int8, order="F"),
        Role.WORST: np.full((len(rows), n_tasks), NONE, np.int8, order="F"),
    }
    for role in roles:
        cells = _cells(columns[role.column], role, matcher, design[version, role.place - 1], ledger, rows)
        _check_shown(cells, role, design[version, role.place - 1], matcher, columns, ledger, rows)
        chosen[role.role][:, role.place - 1] = cells
    best, worst = chosen[Role.BEST], chosen[Role.WORST]
    _discard_same(best, worst, roles, columns, ledger, rows)
    if mapping.reversed:
        best, worst = worst, best
    asked = np.zeros(n_tasks, bool)
    asked[[role.place - 1 for role in roles]] = True
    asked_here = asked & (design[version] >= 0).any(axis=2)
    n_half = int(((best >= 0) != (worst >= 0)).sum())
    if n_half:
        ledger.notices.append(notice(FormatNotice.HALF_TASKS, Severity.INFO, sheet=sheet, n=n_half))
    whole = (((best >= 0) & (worst >= 0)) | ~asked_here).all(axis=1)
    answered = ((best >= 0) | (worst >= 0)).any(axis=1)
    return Tasks(
        BestWorst(_without_gaps(design), np.where(answered, version, NONE).astype(np.int32), best, worst),
        np.asarray(answered & whole),
    )


def _design_array(design: Design, keys: tuple[str, ...]) -> Int8Array:
    """(n_versions, n_tasks, n_shown): position of the pillar at each place of the screen; -1 = none, or not known."""
    n_tasks = max(map(len, design), default=0)
    n_shown = max((len(task) for version in design for task in version), default=0)
    array = np.full((len(design), n_tasks, n_shown), NONE, np.int8)
    for at, version in enumerate(design):
        for task, shown_here in enumerate(version):
            array[at, task, : len(shown_here)] = [keys.index(key) if key in keys else NONE for key in shown_here]
    return array


def _without_gaps(design: Int8Array) -> Int8Array:
    """The same, places without a pillar last."""
    return np.take_along_axis(design, np.argsort(design < 0, axis=2, kind="stable"), axis=2)


def _versions(
    columns: dict[int, Column], mapping: Mapping, design: Int8Array, ledger: Ledger, rows: NDArray[np.intp]
) -> NDArray[np.int32]:
    """(n,) row of the design that each respondent saw."""
    role = next((role for role in mapping.roles if role.role is Role.VERSION and role.column in columns), None)
    sheet = shown(ledger.table.sheet)
    if role is None:
        if len(design) > 1:
            _unfit(FormatNotice.VERSIONS_NOT_TOLD, sheet=sheet, n=len(design))
        return np.zeros(len(rows), np.int32)
    column = columns[role.column]
    texts = coded(column.texts).part(rows)
    version = texts.each(_whole_number, np.int32) - 1
    # Who answered no task need not have seen any version.
    blank = texts.each(is_no_answer, np.bool_) & ~_answered(columns, mapping, rows)
    version[blank] = 0
    for place in np.flatnonzero((version < 0) | (version >= len(design))):
        row = int(rows[place])
        _unfit(
            FormatNotice.VERSION_NOT_IN_DESIGN, sheet=sheet, row=int(ledger.table.rows[row]),
            value=shown(column.texts[row]),
        )  # fmt: skip
    return version.astype(np.int32)


def _answered(columns: dict[int, Column], mapping: Mapping, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """(n,) who filled in any cell of any task."""
    answered = np.zeros(len(rows), bool)
    for role in mapping.roles:
        if role.role in (Role.BEST, Role.WORST):
            answered |= ~coded(columns[role.column].texts).part(rows).each(is_no_answer, np.bool_)
    return answered


def _cells(
    column: Column, role: ColumnRole, matcher: PillarMatcher, shown_here: Int8Array, ledger: Ledger,
    rows: NDArray[np.intp],
) -> Cells:  # fmt: skip
    """(n,) position of the pillar chosen, -1 where none is; what names no pillar is named."""
    texts = coded(column.texts).part(rows)
    n_shown = shown_here.shape[1]

    def meaning(text: str) -> int:
        if is_no_answer(text):
            return BLANK
        if role.key in (POSITION, ITEM):
            number = _whole_number(text)
            return number - 1 if 0 < number <= (n_shown if role.key == POSITION else len(matcher.keys)) else BAD
        pillar = matcher.cell(text).pillar
        return matcher.keys.index(pillar) if pillar else BAD

    cells = texts.each(meaning, np.int16)
    if role.key == POSITION:
        found = cells >= 0
        cells[found] = shown_here[found, cells[found]]
        cells[found & (cells < 0)] = BAD  # a place that this task does not have
    wrong = rows[cells == BAD]
    ledger.tell(ledger.corrected, column, wrong, FormatNotice.CHOICE_NOT_KNOWN, None, task=role.place)
    cells[cells < 0] = NONE
    return cells


def _check_shown(
    cells: Cells, role: ColumnRole, shown_here: Int8Array, matcher: PillarMatcher, columns: dict[int, Column],
    ledger: Ledger, rows: NDArray[np.intp],
) -> None:  # fmt: skip
    """Raises ``_Unfit`` at the first choice that its task did not show: then columns or design are the wrong ones."""
    stray = (cells >= 0) & (shown_here != cells[:, None]).all(axis=1)
    for place in np.flatnonzero(stray):
        row = int(ledger.table.rows[rows[place]])
        pillar = matcher.name(matcher.keys[cells[place]])
        _unfit(
            FormatNotice.ITEM_NOT_SHOWN, sheet=shown(ledger.table.sheet), row=row, column=column_letter(role.column),
            task=role.place, pillar=pillar,
        )  # fmt: skip


def _discard_same(
    best: Int8Array, worst: Int8Array, roles: list[ColumnRole], columns: dict[int, Column], ledger: Ledger,
    rows: NDArray[np.intp],
) -> None:  # fmt: skip
    """Takes out, and names, every task with the same pillar as most and as least important."""
    at_task = {role.place: role.column for role in roles if role.role is Role.WORST}
    same = (best == worst) & (best >= 0)
    for task in np.flatnonzero(same.any(axis=0)).tolist():
        column, here = columns[at_task[task + 1]], rows[same[:, task]]
        ledger.tell(ledger.corrected, column, here, FormatNotice.BEST_IS_WORST, None, task=task + 1)
    best[same] = worst[same] = NONE


def _whole_number(text: str) -> int:
    """The number of a cell (``3``, ``3.0``); 0 if it is none from 1 up."""
    digits = text.strip().removesuffix(".0")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0


def _unfit(code: FormatNotice, **values: str | int) -> NoReturn:
    raise _Unfit(notice(code, Severity.ERROR, **values))
