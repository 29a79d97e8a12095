"""What a person typed into a question of text, which the program that wrote the file took for a formula."""

from dataclasses import replace

import numpy as np

from cxsurvey.notices import Notice, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.coded import coded
from cxsurvey.reading.findings import Gathered, joined
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.understand import Understood
from cxsurvey.reading.values import CellKind, Column, LeftOut, Mapping, Role, Table

_OF_TEXT = (Role.COMMENT, Role.OTHER_TEXT)


def with_typed_formulas(read: Understood) -> Understood:
    """The sheet with the text of each formula that stands in a question of text; each is named.

    A formula that gave a text keeps it; see ``formulas.py``. Nothing is calculated.
    """
    columns = {role.column for role in read.mapping.roles if role.role in _OF_TEXT}
    rows = {int(row): place for place, row in enumerate(read.table.rows)} if read.formulas else {}
    found = {
        (rows[row], column): formula
        for (row, column), formula in read.formulas.items()
        if column in columns and rows.get(row, -1) >= read.mapping.header_rows
    }
    if not found:
        return read
    told = _told(found, read.table, read.mapping)
    places = {(entry.row, entry.column) for entry in told}
    kept = [entry for entry in read.problems if not _is_without_value(entry) or (entry.row, entry.column) not in places]
    n_used = len(found) - (len(read.problems) - len(kept))
    return replace(
        read,
        table=replace(read.table, columns=tuple(_with_texts(column, found) for column in read.table.columns)),
        problems=joined(kept, told), notices=_without(read.notices, n_used), formulas={},
    )  # fmt: skip


def _told(found: dict[tuple[int, int], str], table: Table, mapping: Mapping) -> list[LeftOut]:
    ledger, gathered = Ledger(table, mapping.platform), Gathered(table.sheet)
    for (place, column), formula in sorted(found.items()):
        gathered.append(ledger.entry(place, column, formula, ReadingNotice.FORMULA_AS_TYPED))
    return list(gathered.findings())


def _is_without_value(entry: LeftOut) -> bool:
    return entry.reason.code == ReadingNotice.FORMULA_WITHOUT_VALUE


def _with_texts(column: Column, found: dict[tuple[int, int], str]) -> Column:
    """The column with the texts of its formulas in their places."""
    own = {place: formula for (place, position), formula in found.items() if position == column.position}
    if not own:
        return column
    texts, kinds = list(column.texts), np.array(column.kinds)
    for place, formula in own.items():
        texts[place] = formula
        kinds[place] = CellKind.TEXT
    kinds.flags.writeable = False
    return replace(column, texts=coded(texts), kinds=kinds)


def _without(notices: tuple[Notice, ...], n: int) -> tuple[Notice, ...]:
    """The notices, the one on formulas whose stored values were used telling of ``n`` fewer."""
    kept: list[Notice] = []
    for told in notices:
        if told.code == ReadingNotice.FORMULAS_USED and n:
            before = told.value("n")
            left = before - n if isinstance(before, int) else 0
            if left > 0:
                kept.append(notice(ReadingNotice.FORMULAS_USED, n=left, sheet=told.value("sheet")))
        else:
            kept.append(told)
    return tuple(kept)
