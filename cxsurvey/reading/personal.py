"""Columns that say who a person is: named, and kept only when that was asked for."""

from dataclasses import replace

from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.values import ColumnRole, ImportedFile, Mapping, Role, Table

_MOST_NAMED = 8


def with_kept(mapping: Mapping, wanted: tuple[str, ...] | None, file: str) -> Mapping:
    """The mapping with personal columns kept: those named by header or letter, or all of them for ``None``.

    ``SurveyError`` for a name that no personal column has.
    """
    personal = [role for role in mapping.roles if role.role in (Role.PERSONAL, Role.PERSONAL_KEPT)]
    kept = {role.column for role in personal} if wanted is None else set()
    for name in wanted or ():
        found = [role.column for role in personal if _is_called(role, name)]
        if not found:
            names = ", ".join(_name(role) for role in personal) or "-"
            raise error(ReadingNotice.PERSONAL_UNKNOWN, file=file, name=shown(name), names=names)
        kept.update(found)
    roles = tuple(replace(role, role=Role.PERSONAL_KEPT) if role.column in kept else role for role in mapping.roles)
    return replace(mapping, roles=roles)


def without_personal(table: Table, mapping: Mapping) -> Table:
    """The cells that may be kept in a study: those of personal columns are dropped unless they were asked for."""
    dropped = {role.column for role in _left_out(table, mapping)}
    if not dropped & {column.position for column in table.columns}:
        return table
    return replace(table, columns=tuple(column for column in table.columns if column.position not in dropped))


def to_keep(imported: ImportedFile) -> ImportedFile:
    """The import as it goes into a study."""
    return replace(imported, table=without_personal(imported.table, imported.mapping))


def told_of_personal(table: Table, mapping: Mapping) -> tuple[Notice, ...]:
    """Which personal columns are left out, and which are kept."""
    kept = [
        role
        for role in mapping.roles
        if role.role is Role.PERSONAL_KEPT and _is_filled(table, role.column, mapping.header_rows)
    ]
    found = ((ReadingNotice.PERSONAL_LEFT_OUT, _left_out(table, mapping)), (ReadingNotice.PERSONAL_KEPT, kept))
    return tuple(
        notice(code, Severity.INFO, n=len(roles), names=", ".join(_name(role) for role in roles[:_MOST_NAMED]))
        for code, roles in found
        if roles
    )


def _left_out(table: Table, mapping: Mapping) -> list[ColumnRole]:
    """Personal columns that hold, or held before they were dropped, more than their header."""
    there = {column.position for column in table.columns}
    return [
        role
        for role in mapping.roles
        if role.role is Role.PERSONAL
        and (role.column not in there or _is_filled(table, role.column, mapping.header_rows))
    ]


def _is_filled(table: Table, position: int, header_rows: int) -> bool:
    found = next((column for column in table.columns if column.position == position), None)
    return found is not None and any(found.texts[header_rows:])


def _is_called(role: ColumnRole, name: str) -> bool:
    return match_key(name) == match_key(role.header) or name.strip().upper() == column_letter(role.column)


def _name(role: ColumnRole) -> str:
    return shown(role.header or column_letter(role.column), 40)
