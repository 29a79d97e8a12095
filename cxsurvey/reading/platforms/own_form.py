"""Our own Excel form: a very hidden sheet says so, and a row or column of stable codes says what each cell is."""

import re
from dataclasses import dataclass

import numpy as np

from cxsurvey.pillars import Pillars
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Design, Role, Table
from cxsurvey.survey.codes import (
    ANSWER_COLUMN,
    ATTENTION_PASSES,
    FIRST_ANSWER_ROW,
    FORM_MARK,
    FORM_SHEET,
    MARK_SCALE,
    RESPONDENT_SHEET,
    SORT_PLACES,
)

FILLED_BY_ALL = "cxsurvey_excel"
MARKER_SHEET = FORM_SHEET
HEADER_ROWS = FIRST_ANSWER_ROW - 1
ANSWER_LETTER = column_letter(ANSWER_COLUMN)
_PER_PILLAR = {
    "prio": Role.RANK_OF_PILLAR, "imp": Role.IMPORTANCE, "pts": Role.POINTS, "perf": Role.PERFORMANCE,
}  # fmt: skip
_ALONE = {
    "respondent": Role.RESPONDENT_ID, "born": Role.BIRTH_YEAR, "age": Role.AGE_BAND, "gen": Role.GENERATION,
    "sat": Role.SATISFACTION, "img": Role.IMAGE, "att": Role.ATTENTION, "comm": Role.COMMENT,
}  # fmt: skip
_KEYS = {"sat": MARK_SCALE, "img": MARK_SCALE, "att": ATTENTION_PASSES}
_FIRST_TASK = 6  # row
_ENDS = {"best": Role.BEST, "worst": Role.WORST}
_CODE = re.compile(
    r"(?P<question>prio|imp|pts|perf)\.(?P<pillar>\w+)\Z|top\.(?P<place>\d{1,2})\Z"
    r"|sort\.(?P<step>first|next[12]|last|before[12])\Z|md(?P<task>\d{2,3})\.(?P<end>best|worst)\Z"
    r"|(?P<alone>respondent|born|age|gen|sat|img|att|comm|seg\d{1,2})\Z",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class FormMarker:
    """What the marker sheet says of the form."""

    study: str
    version: str
    is_respondent_sheet: bool
    tasks: tuple[tuple[str, ...], ...] = ()  # MaxDiff: codes of the pillars that each task shows


def form_marker(table: Table) -> FormMarker | None:
    """The marker, if this sheet is one: ``cxsurvey-form``, study key, survey version, kind, language, tasks."""
    if not table.columns or table.columns[0].position != 1:
        return None
    cells = dict(zip((int(row) for row in table.rows), table.columns[0].texts, strict=True))
    if cells.get(1, "").strip() != FORM_MARK:
        return None
    tasks: list[tuple[str, ...]] = []
    while task := cells.get(_FIRST_TASK + len(tasks), "").split():
        tasks.append(tuple(task))
    return FormMarker(cells.get(2, ""), cells.get(3, ""), cells.get(4, "").strip() == RESPONDENT_SHEET, tuple(tasks))


def form_design(marker: FormMarker, pillars: Pillars) -> Design:
    """The one version of the design that the form came with; none if it asks no MaxDiff."""
    by_code = {pillar.code: pillar.key for pillar in pillars}
    tasks = tuple(tuple(by_code.get(code, "") for code in task) for task in marker.tasks)
    return (tasks,) if tasks else ()


def holds_codes(table: Table) -> bool:
    """Whether a sheet's first row carries the codes of a response sheet."""
    if not len(table.rows) or table.rows[0] != 1:
        return False
    return sum(bool(_CODE.match(column.texts[0].strip())) for column in table.columns) >= 3


def form_roles(table: Table, pillars: Pillars) -> tuple[ColumnRole, ...]:
    """The columns of a response sheet by their codes; headings are shown as the form has them."""
    by_code = {pillar.code: pillar.key for pillar in pillars}
    heading = min(HEADER_ROWS - 1, len(table.rows) - 1)
    return tuple(
        _role(column, column.texts[0].strip(), column.texts[heading].strip(), by_code) for column in table.columns
    )


def _role(column: Column, code: str, heading: str, by_code: dict[str, str]) -> ColumnRole:
    found = _CODE.match(code)
    header = heading or code
    if found is None:
        return ColumnRole(column.position, header, Role.IGNORED)
    if question := found["question"]:
        pillar = by_code.get(found["pillar"], "")
        return ColumnRole(column.position, header, _PER_PILLAR[question] if pillar else Role.IGNORED, pillar)
    if place := found["place"]:
        return ColumnRole(column.position, header, Role.PILLAR_AT_PLACE, place=int(place))
    if step := found["step"]:
        return ColumnRole(column.position, header, Role.PILLAR_AT_STEP, place=SORT_PLACES[step])
    if task := found["task"]:
        return ColumnRole(column.position, header, _ENDS[found["end"]], place=int(task))
    alone = found["alone"]
    if alone.startswith("seg"):
        return ColumnRole(column.position, header, Role.SEGMENT, key=alone)
    return ColumnRole(column.position, header, _ALONE[alone], key=_KEYS.get(alone, ""))


def laid_flat(table: Table) -> Table | None:
    """A respondent's sheet as a table of one respondent: codes, questions, answers; ``None`` if it holds no codes.

    Each column stands for a row of the sheet, each row for a column, so that places can still be named.
    """
    if not table.columns or table.columns[0].position != 1:
        return None
    codes = table.columns[0]
    places = [place for place, text in enumerate(codes.texts) if _CODE.match(text.strip())]
    if not places:
        return None
    beside = {column.position: column for column in table.columns}
    questions, answers = beside.get(ANSWER_COLUMN - 1), beside.get(ANSWER_COLUMN)
    columns = []
    for place in places:
        texts = tuple(column.texts[place] if column else "" for column in (codes, questions, answers))
        kinds = [column.kinds[place] if column else CellKind.BLANK for column in (codes, questions, answers)]
        columns.append(Column(int(table.rows[place]), texts, np.array(kinds, np.uint8)))
    return Table(table.sheet, np.array([1, ANSWER_COLUMN - 1, ANSWER_COLUMN], np.int32), tuple(columns))
