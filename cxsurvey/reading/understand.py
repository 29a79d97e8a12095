"""Which sheet holds the answers, who wrote it, and what its columns are for."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.progress import Progress
from cxsurvey.reading.choice_matrix import LaidBeside, laid_beside
from cxsurvey.reading.coded import coded
from cxsurvey.reading.direction import FIRST_IS_BEST, Direction
from cxsurvey.reading.layout import DEEPEST_HEADER, Layout, Top
from cxsurvey.reading.ledger import RESPONDENT_SHEET
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.merged import merged_answers
from cxsurvey.reading.places import shown
from cxsurvey.reading.platforms import conjointly, own_form, plain, recognise, sawtooth, surveyjs
from cxsurvey.reading.ranked_things import ranked_things
from cxsurvey.reading.roles import PRIORITY_ROLES, RolesFound, find_roles
from cxsurvey.reading.sheets import SheetName, SheetRead, Source
from cxsurvey.reading.values import Column, ColumnRole, Design, LeftOut, Mapping, Role, SheetFound, Table
from cxsurvey.reading.xlsx import doubled_names
from cxsurvey.survey import Survey
from cxsurvey.survey.codes import ANSWER_COLUMN

MOST_SHEETS = 50
_USEFUL = 0.5
_ROWS_OF_A_LOOK, _COLUMNS_OF_ALL_LOOKS = 1_000, 6_000


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """One sheet as it would be read."""

    table: Table
    mapping: Mapping
    confidence: str
    direction: Direction
    hidden: bool = False
    problems: Sequence[LeftOut] = ()
    notices: tuple[Notice, ...] = ()
    unread: Notice | None = None  # what the sheet holds instead of priorities
    not_understood: frozenset[int] = frozenset()  # columns with answers that no role was found for
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)  # row and column -> what may have been typed

    @property
    def has_priorities(self) -> bool:
        """Whether any column says what matters to respondents."""
        return any(role.role in (*PRIORITY_ROLES, Role.IMPORTANCE) for role in self.mapping.roles)

    @property
    def n_rows(self) -> int:
        """Rows below the header."""
        return max(0, len(self.table.rows) - self.mapping.header_rows)


@dataclass(frozen=True, slots=True, eq=False)
class FileUnderstood:
    """All sheets of a file; ``chosen`` is the one that would be read, ``None`` if none holds a cell."""

    sheets: tuple[SheetFound, ...]
    chosen: Understood | None
    notices: tuple[Notice, ...]
    form_of: str = ""  # the key of the study whose own form it is


def understand_all(
    source: Source, file: str, pillars: Pillars, survey: Survey | None, this_year: int, wanted: str | None,
    progress: Progress,
) -> FileUnderstood:  # fmt: skip
    """Looks at every sheet, or at the wanted one alone, and chooses; ``SurveyError`` if it does not exist."""
    names = source.sheets
    if wanted is not None and wanted not in {sheet.name for sheet in names}:
        known = ", ".join(shown(sheet.name) for sheet in names)
        raise error(ReadingNotice.SHEET_NOT_FOUND, file=file, sheet=shown(wanted), sheets=known)
    told = list(doubled_names(names))
    if len(names) > MOST_SHEETS and wanted is None:
        told.append(notice(ReadingNotice.SHEETS_NOT_READ, file=file, n=len(names), limit=MOST_SHEETS))
    marker = _marker(source, names)
    found: list[SheetFound] = []
    read: list[Understood] = []
    for position, sheet in enumerate(names):
        if sheet.name == own_form.MARKER_SHEET and marker is not None:
            continue
        if (wanted is not None and sheet.name != wanted) or (wanted is None and position >= MOST_SHEETS):
            found.append(SheetFound(sheet.name, sheet.hidden, 0, "", "ask", None))
            continue
        understood = _understood(source, sheet, pillars, survey, this_year, marker, progress)
        if understood is None:
            found.append(SheetFound(sheet.name, sheet.hidden, 0, "", "ask", None))
            continue
        read.append(understood)
        found.append(_found(understood))
    if not read:
        _refuse_empty(file, wanted, names)
    chosen = max(read, key=_worth)
    if chosen.hidden:
        told.append(notice(ReadingNotice.SHEET_HIDDEN, sheet=shown(chosen.table.sheet)))
    told += [
        notice(ReadingNotice.SHEET_HIDDEN, Severity.INFO, sheet=shown(other.table.sheet))
        for other in read
        if other.hidden and other is not chosen and other.has_priorities
    ]
    if chosen.n_rows == 0:
        told.append(notice(ReadingNotice.ONLY_HEADER, sheet=shown(chosen.table.sheet)))
    return FileUnderstood(tuple(found), chosen, tuple(told), marker.study.strip() if marker else "")


def understand(
    read: SheetRead, pillars: Pillars, survey: Survey | None, this_year: int, hidden: bool = False
) -> Understood:
    """One sheet: the platform's layout if one is recognised, else the header row that explains most."""
    flat = _long_format(read, pillars)
    known: tuple[ColumnRole, ...] = ()
    design: Design = ()
    if flat is not None:
        read, known, design = flat.read, flat.roles, flat.design
    table = read.table
    layout = flat.layout if flat is not None else _recognised(read)
    if layout is not None:
        if layout.platform == sawtooth.NAME:
            known = sawtooth.raw_roles(layout)
        found = _with_known(find_roles(table, layout, pillars, survey, this_year), known)
        matrix = laid_beside(read, layout, pillars) if flat is None else None
        if matrix is not None:
            read, table, layout, design = matrix.read, matrix.read.table, matrix.layout, matrix.design
            found = _with_tasks(find_roles(table, layout, pillars, survey, this_year), matrix)
    else:
        layout, found = _best_plain(table, pillars, survey, this_year)
    mapping = Mapping(
        table.sheet, layout.platform, layout.header_rows, found.roles, found.direction.reversed, design=design
    )
    told = (*read.notices, *merged_answers(read, layout.header_rows), *found.notices)
    understood = Understood(
        table, mapping, layout.confidence, found.direction, hidden, read.problems, told,
        not_understood=found.not_understood, formulas=read.formulas,
    )  # fmt: skip
    if understood.has_priorities:
        return understood
    confidence = "ask" if layout.platform == plain.NAME else layout.confidence  # of the platform, not of the columns
    return replace(understood, confidence=confidence, unread=layout.unread)


def _recognised(read: SheetRead) -> Layout | None:
    return surveyjs.json_layout(Top(read.table)) if read.platform == surveyjs.NAME else recognise(read.table)


def _long_format(read: SheetRead, pillars: Pillars) -> conjointly.LaidFlat | None:
    """A sheet with a row for each pillar shown, as a row a respondent."""
    for skip in range(min(DEEPEST_HEADER, len(read.table.rows))):
        top = Top(read.table, skip)
        if conjointly.recognise(top):
            return conjointly.laid_flat(read, top, pillars)
    return None


def _with_known(found: RolesFound, known: tuple[ColumnRole, ...]) -> RolesFound:
    """The roles found, but for the columns whose roles the platform leaves no doubt about."""
    if not known:
        return found
    sure = {role.column: role for role in known}
    roles = tuple(sure.get(role.column, role) for role in found.roles)
    return replace(found, roles=roles, direction=found.direction if found.direction.known else FIRST_IS_BEST)


def _with_tasks(found: RolesFound, matrix: LaidBeside) -> RolesFound:
    """The roles found and the tasks laid beside; not beside a ranking, if it is not known which end is which."""
    if found.direction.known and not matrix.direction.known:
        return found
    tasks = {role.column: role for role in matrix.roles}
    direction = found.direction if any(role.role in PRIORITY_ROLES for role in found.roles) else matrix.direction
    return replace(found, roles=tuple(tasks.get(role.column, role) for role in found.roles), direction=direction)


def things_ranked(table: Table) -> tuple[str, ...]:
    """What a sheet ranks, whatever the pillars are; empty if it ranks nothing that can be named."""
    return ranked_things(table, recognise(table) or plain.plain_layout(Top(table)))


def _best_plain(
    table: Table, pillars: Pillars, survey: Survey | None, this_year: int
) -> tuple[Layout, RolesFound]:
    """Tries the first rows as header; title lines above it have fewer cells than it has."""
    filled = [sum(bool(cell) for cell in Top(table, skip).row(1)) for skip in range(DEEPEST_HEADER + 1)]
    candidates = [
        skip
        for skip in range(min(DEEPEST_HEADER, len(table.rows)))
        if filled[skip] >= _USEFUL * max(filled)
    ]
    matcher, top = PillarMatcher(pillars), _top_of(table)
    best: tuple[Layout, RolesFound] | None = None
    for skip in candidates[: max(1, _COLUMNS_OF_ALL_LOOKS // max(1, len(table.columns)))] or [0]:
        layout = plain.plain_layout(Top(table, skip))
        if skip:
            layout = plain.under_questions(layout, Top(table, skip - 1).row(1), matcher)
        if best is not None and not _has_priorities(find_roles(top, layout, pillars, survey, this_year)):
            continue
        found = find_roles(table, layout, pillars, survey, this_year)
        if _has_priorities(found):
            return layout, found
        best = best or (layout, found)
    assert best is not None
    return best


def _has_priorities(found: RolesFound) -> bool:
    return any(role.role in (*PRIORITY_ROLES, Role.IMPORTANCE) for role in found.roles)


def _top_of(table: Table) -> Table:
    """The first rows, which are enough to see whether a row is the header: each look at all of them takes long."""
    rows = slice(_ROWS_OF_A_LOOK)
    columns = (Column(column.position, coded(column.texts)[rows], column.kinds[rows]) for column in table.columns)
    return Table(table.sheet, table.rows[rows], tuple(columns))


def _understood(
    source: Source, sheet: SheetName, pillars: Pillars, survey: Survey | None, this_year: int,
    marker: own_form.FormMarker | None, progress: Progress,
) -> Understood | None:  # fmt: skip
    """The sheet, or ``None`` if it holds no cell."""
    read = source.read(sheet.name, progress)
    if not read.table.columns:
        return None
    form = _own_form(read, pillars, marker)
    understood = form or understand(read, pillars, survey, this_year)
    mapping = replace(understood.mapping, delimiter=source.delimiter, encoding=source.encoding)
    return replace(understood, mapping=mapping, hidden=sheet.hidden)


def _own_form(read: SheetRead, pillars: Pillars, marker: own_form.FormMarker | None) -> Understood | None:
    """A sheet of our own Excel form, by its codes."""
    if marker is None:
        return None
    table, platform = read.table, own_form.FILLED_BY_ALL
    if marker.is_respondent_sheet:
        flat = own_form.laid_flat(table)
        if flat is None:
            return None
        # Beside the answers the form has formulas of its own, which say whether the ranking is complete.
        problems = tuple(problem for problem in read.problems if problem.column == own_form.ANSWER_LETTER)
        answers = {(column, row): text for (row, column), text in read.formulas.items() if column == ANSWER_COLUMN}
        read = replace(read, problems=problems, notices=(), formulas=answers)
        table, platform = flat, RESPONDENT_SHEET
    elif not own_form.holds_codes(table):
        return None
    roles = own_form.form_roles(table, pillars)
    mapping = Mapping(
        table.sheet, platform, own_form.HEADER_ROWS, roles, design=own_form.form_design(marker, pillars)
    )
    return Understood(
        table, mapping, "certain", FIRST_IS_BEST, False, read.problems, read.notices, formulas=read.formulas
    )


def _marker(source: Source, names: tuple[SheetName, ...]) -> own_form.FormMarker | None:
    if not any(sheet.name == own_form.MARKER_SHEET for sheet in names):
        return None
    return own_form.form_marker(source.read(own_form.MARKER_SHEET, lambda done, total: None).table)


def _found(understood: Understood) -> SheetFound:
    known = understood.has_priorities or understood.mapping.platform != plain.NAME
    return SheetFound(
        understood.table.sheet, understood.hidden, understood.n_rows, understood.mapping.platform if known else "",
        understood.confidence, understood.mapping,
    )  # fmt: skip


def _worth(understood: Understood) -> tuple[bool, bool, bool, int]:
    """What makes a sheet the one to read: priorities, our own form, in sight, more rows."""
    return (
        understood.has_priorities,
        understood.mapping.platform in (own_form.FILLED_BY_ALL, RESPONDENT_SHEET),
        not understood.hidden,
        understood.n_rows,
    )


def _refuse_empty(file: str, wanted: str | None, names: tuple[SheetName, ...]) -> None:
    if wanted is not None:
        raise error(ReadingNotice.SHEET_EMPTY, file=file, sheet=shown(wanted))
    known = ", ".join(shown(sheet.name) for sheet in names)
    raise error(ReadingNotice.SHEETS_ALL_EMPTY, file=file, sheets=known)
