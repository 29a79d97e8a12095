"""Columns of choices that may not be what they seem: headed like another one, or with cells of several kinds."""

from dataclasses import replace

import numpy as np

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.segments import Rows
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Mapping, Role
from cxsurvey.responses import Segment

_MOST_LETTERS = 20
_KINDS = (CellKind.NUMBER, CellKind.TEXT, CellKind.DATE, CellKind.BOOLEAN)


def headed_alike(mapping: Mapping, ledger: Ledger) -> frozenset[int]:
    """Columns of segments that share their heading with another; that is told."""
    headed: dict[str, list[ColumnRole]] = {}
    for role in mapping.roles:
        if role.role is Role.SEGMENT and role.header:
            headed.setdefault(match_key(role.header), []).append(role)
    alike = [roles for roles in headed.values() if len(roles) > 1]
    for roles in alike:
        letters = ", ".join(column_letter(role.column) for role in roles[:_MOST_LETTERS])
        ledger.notices.append(
            notice(
                ReadingNotice.HEADINGS_ALIKE, Severity.INFO, sheet=shown(ledger.table.sheet), n=len(roles),
                columns=letters, header=shown(roles[0].header),
            )
        )  # fmt: skip
    return frozenset(role.column for roles in alike for role in roles)


def told_apart(segment: Segment, role: ColumnRole, alike: frozenset[int]) -> Segment:
    """The segment, its letter behind its name where another one has the same heading."""
    if role.column not in alike or segment.name != role.header:
        return segment
    return replace(segment, name=f"{segment.name} ({column_letter(role.column)})")


def tell_kinds(column: Column, ledger: Ledger, rows: Rows) -> None:
    """Tells of cells of several kinds in one column: what a person takes for one answer may be several groups."""
    counts = np.bincount(np.asarray(column.kinds)[rows], minlength=len(CellKind))
    if sum(bool(counts[kind]) for kind in _KINDS) > 1:
        numbers, texts, dates, truths = (int(counts[kind]) for kind in _KINDS)
        ledger.notices.append(
            notice(
                ReadingNotice.KINDS_MIXED, Severity.INFO, sheet=shown(ledger.table.sheet),
                column=column_letter(column.position), numbers=numbers, texts=texts, dates=dates, truths=truths,
            )
        )  # fmt: skip
