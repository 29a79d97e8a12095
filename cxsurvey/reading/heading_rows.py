"""A sheet read with its headings where a person says they end; the columns are found anew."""

from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.pillars import Pillars
from cxsurvey.reading.details import PER_PILLAR
from cxsurvey.reading.direction import Direction
from cxsurvey.reading.headers import cleaned
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.ledger import RESPONDENT_SHEET
from cxsurvey.reading.places import column_letter
from cxsurvey.reading.platforms import conjointly, own_form, plain, recognise, surveyjs
from cxsurvey.reading.roles import PRIORITY_ROLES, RolesFound, find_roles
from cxsurvey.reading.values import Mapping, Role, Table
from cxsurvey.survey import Survey

MOST_HEADING_ROWS = 40
# Sheets whose headings are not a matter of rows: they were laid out anew when they were read.
_LAID_OUT = frozenset({own_form.FILLED_BY_ALL, RESPONDENT_SHEET, conjointly.NAME, surveyjs.NAME})


@dataclass(frozen=True, slots=True)
class HeadingsMoved:
    """How the sheet is read with its headings there; whether their words say which way the ranks run."""

    mapping: Mapping
    direction: Direction


def can_move_headings(mapping: Mapping) -> bool:
    """Whether a person may say where the headings end."""
    return mapping.platform not in _LAID_OUT


def last_heading_row(table: Table, mapping: Mapping) -> int:
    """The row, as the spreadsheet program shows it, in which the headings end; 0 without headings."""
    return int(table.rows[mapping.header_rows - 1]) if mapping.header_rows else 0


def deepest_heading_row(table: Table) -> int:
    """The last row in which headings may end, so that a respondent is left below."""
    below = min(len(table.rows) - 1, MOST_HEADING_ROWS)
    return int(table.rows[below - 1]) if below > 0 else 0


def with_headings(
    table: Table, mapping: Mapping, last_row: int, pillars: Pillars, survey: Survey | None, this_year: int
) -> HeadingsMoved:
    """The mapping for headings that end at that row of the sheet (0: there are none), and what is known of direction.

    A platform's own layout is kept where it ends there too. Else the last row holds the headings, or the questions
    stand in the row above it and spread to the right: whichever explains more columns. What values mean stays said.
    """
    n = int(np.searchsorted(np.asarray(table.rows), last_row, side="right"))
    tried = [_found(table, layout, pillars, survey, this_year) for layout in _layouts(table, n)]
    layout, found = max(tried, key=lambda one: _explained(one[1]))
    moved = replace(
        mapping, platform=layout.platform, header_rows=n, roles=found.roles, reversed=found.direction.reversed
    )
    return HeadingsMoved(moved, found.direction)


def _found(
    table: Table, layout: Layout, pillars: Pillars, survey: Survey | None, this_year: int
) -> tuple[Layout, RolesFound]:
    return layout, find_roles(table, layout, pillars, survey, this_year)


def _explained(found: RolesFound) -> tuple[int, ...]:
    """How much of the sheet is understood: columns about pillars first; of equals, the one tried first is taken."""
    roles = [role.role for role in found.roles]
    about_pillars = sum(role in PER_PILLAR or role in PRIORITY_ROLES for role in roles)
    return about_pillars, int(found.direction.known), sum(role is not Role.IGNORED for role in roles)


def _layouts(table: Table, n: int) -> list[Layout]:
    if n == 0:
        return [_without_headings(table)]
    known = recognise(table)
    own = [known] if known is not None and known.header_rows == n else []
    return [*own, plain.plain_layout(Top(table, n - 1)), *([_two_rows(table, n)] if n > 1 else [])]


def _without_headings(table: Table) -> Layout:
    """Columns called by their letter: a column without a heading would count as stray cells."""
    letters = [(column.position, column_letter(column.position)) for column in table.columns]
    heads = tuple(ColumnHead(position, letter, (Wording("", letter),)) for position, letter in letters)
    return Layout(plain.NAME, "ask", 0, heads)


def _two_rows(table: Table, n: int) -> Layout:
    """The question in the row above, over its first column and on to the right; its items in the last row."""
    heads: list[ColumnHead] = []
    question = ""
    for column in table.columns:
        above, item = cleaned(column.texts[n - 2]), cleaned(column.texts[n - 1])
        question = above or question
        header = f"{question}: {item}" if question and item else question or item
        wording = Wording(question, item) if item else Wording("", question)
        heads.append(ColumnHead(column.position, header, (wording,)))
    return Layout(plain.NAME, "ask", n, tuple(heads))
