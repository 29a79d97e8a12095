"""Cells read as a person said they mean; the original cells stay as they are."""

from dataclasses import replace

import numpy as np

from cxsurvey.reading.coded import CodedTexts, coded, smallest
from cxsurvey.reading.several_answers import holds_all
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Mapping, Role, Table


def relabelled(table: Table, mapping: Mapping) -> Table:
    """The table with the mapping's value labels in the place of the cells they name; header rows stay."""
    if not mapping.labels:
        return table
    wanted: dict[int, dict[str, str]] = {}
    for label in mapping.labels:
        wanted.setdefault(label.column, {})[label.value] = label.read_as
    roles = {role.column: role for role in mapping.roles}
    columns = tuple(
        _relabelled(column, wanted[column.position], mapping.header_rows, roles.get(column.position))
        if column.position in wanted
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def _relabelled(column: Column, wanted: dict[str, str], header_rows: int, role: ColumnRole | None) -> Column:
    if role is not None and role.role is Role.SEVERAL and holds_all(column, role, header_rows):
        return column  # its cells are taken apart first: ``several_answers`` reads each option as it was said
    in_parts = role is not None and role.role is Role.RANKED_LIST
    texts = coded(column.texts)
    read_as = [_of_list(text, wanted) if in_parts else wanted.get(text.strip(), text) for text in texts.distinct]
    changed = np.array([new != text for new, text in zip(read_as, texts.distinct, strict=True)], np.bool_)
    new = coded([*texts.distinct, *read_as])
    codes = np.array(texts.codes, np.int64)
    codes[header_rows:] += len(texts.distinct)  # below the header the second half counts
    rows = changed[np.asarray(texts.codes)]
    rows[:header_rows] = False
    kinds = np.array(column.kinds)
    kinds[rows] = [CellKind.TEXT if read_as[code] else CellKind.BLANK for code in np.asarray(texts.codes)[rows]]
    kinds.flags.writeable = False
    found = np.asarray(new.codes)[codes]
    given = CodedTexts(new.distinct, smallest(found, len(new.distinct))).part(slice(None))
    return replace(column, texts=given, kinds=kinds)


def _of_list(text: str, wanted: dict[str, str]) -> str:
    for value, read_as in sorted(wanted.items(), key=lambda pair: -len(pair[0])):  # the longer label first
        text = text.replace(value, read_as)
    return text
