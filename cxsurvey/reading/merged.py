"""Merged cells among the answers: what looks like many answers is one, in the upper left cell."""

from cxsurvey.notices import Notice, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.sheets import Merged, SheetRead

_MOST_NAMED = 5


def merged_answers(read: SheetRead, header_rows: int) -> tuple[Notice, ...]:
    """Tells of merged cells below the header; merged headings only look so. ``header_rows`` counts table rows."""
    rows, columns = read.table.rows, read.table.columns
    if not read.merged or len(rows) <= header_rows:
        return ()
    first_row, last_row = int(rows[header_rows]), int(rows[-1])
    first_column, last_column = columns[0].position, columns[-1].position
    among = [
        merged
        for merged in read.merged
        if merged.last_row >= first_row and merged.first_row <= last_row
        and merged.last_column >= first_column and merged.first_column <= last_column
    ]  # fmt: skip
    if not among:
        return ()
    names = ", ".join(map(_name, among[:_MOST_NAMED])) + (", \u2026" if len(among) > _MOST_NAMED else "")
    return (notice(ReadingNotice.CELLS_MERGED, sheet=shown(read.table.sheet), n=len(among), cells=names),)


def _name(merged: Merged) -> str:
    first = f"{column_letter(merged.first_column)}{merged.first_row}"
    return f"{first}:{column_letter(merged.last_column)}{merged.last_row}"
