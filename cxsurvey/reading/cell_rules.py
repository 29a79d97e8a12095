"""What a workbook's cell holds, by its type and style; the same rules for both ways a sheet is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.cell_texts import date_text, number_text, unescaped
from cxsurvey.reading.values import CellKind

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LONGEST_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class CellRules:
    """What a workbook says of its cells: its shared texts, which styles are dates, from when days count."""

    strings: Sequence[str]
    date_styles: frozenset[int]
    from_1904: bool

    def read(self, kind: str, is_date: bool, written: str) -> tuple[str, CellKind] | ReadingNotice:
        """The text and kind of a cell of a type, or what is wrong with it."""
        if kind == "s":
            place = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1
            if 0 <= place < len(self.strings):
                return self.strings[place], CellKind.TEXT
            return ReadingNotice.CELL_DAMAGED
        if kind in ("str", "inlineStr"):
            return unescaped(written), CellKind.TEXT
        if kind == "b":
            return "TRUE" if written.strip() in ("1", "true") else "FALSE", CellKind.BOOLEAN
        if kind == "e":
            return written.strip() or "#ERROR", CellKind.ERROR
        if kind == "d":
            return written.strip().removesuffix("T00:00:00"), CellKind.DATE
        if is_date:
            day = date_text(written, self.from_1904)
            return (day, CellKind.DATE) if day is not None else ReadingNotice.NO_SUCH_DAY
        number = number_text(written)
        return (number, CellKind.NUMBER) if number is not None else ReadingNotice.NOT_A_NUMBER
