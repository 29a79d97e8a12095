"""The columns of a reviewed file, and the rows that were left out, as tables."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from cxsurvey.arrival import Entry
from cxsurvey.reading.meanings import Meaning
from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.values import Column, ColumnRole

from ..texts import notice_text, whole
from ..widgets.rows_model import RowsTableModel
from .roles import RoleWords

SAMPLES = 3
LOOKED_AT, LONGEST = 500, 40
LONGEST_HEADER = 300
LONGEST_VALUE = 200


class ColumnTableModel(RowsTableModel):
    """One row a column: where, header, a few of its values, what it is read as."""

    LEFT = (0, 1, 2, 3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._columns: dict[int, Column] = {}
        self._header_rows = 1
        self._words = RoleWords(self)

    def set_columns(
        self, pillar_names: dict[str, str], roles: tuple[ColumnRole, ...], columns: tuple[Column, ...],
        header_rows: int,
    ) -> None:  # fmt: skip
        """``pillar_names`` by key."""
        self._names = pillar_names
        self._columns = {column.position: column for column in columns}
        self._header_rows = header_rows
        self.set_rows(roles)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Column"), self.tr("Header"), self.tr("For example"), self.tr("Read as"))

    def cells(self, value: ColumnRole) -> tuple[str, ...]:
        header = shown_end(value.header, LONGEST_HEADER)
        return (column_letter(value.column), header, self._sample(value.column), self._words.text(value, self._names))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; the whole header, or what a role means, hangs over the cell."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            value: ColumnRole = self.value(index.row())
            return shown(value.header, 400) if index.column() == 1 else self.row_cells(index.row())[index.column()]
        return super().data(index, role)

    def _sample(self, position: int) -> str:
        column = self._columns.get(position)
        if column is None:
            return ""
        values: dict[str, None] = {}
        for at in range(self._header_rows, min(len(column.texts), self._header_rows + LOOKED_AT)):
            if column.texts[at]:
                values.setdefault(shown(column.texts[at], LONGEST))
            if len(values) == SAMPLES:
                break
        return ", ".join(values)


class ValueTableModel(RowsTableModel):
    """One row each value of a column: the value, how often it comes, what it is read as."""

    LEFT = (0, 2)
    VALUE, READ_AS = 0, 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}

    def set_meanings(self, values: Sequence[Meaning], names: dict[str, str]) -> None:
        """``names`` of pillars by key, for columns whose values are pillars; else none."""
        self._names = names
        self.set_rows(values)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Value in the file"), self.tr("Times"), self.tr("Read as"))

    def cells(self, value: Meaning) -> tuple[str, ...]:
        return (shown(value.value, LONGEST_VALUE), whole(value.n), self.read_as(value))

    def read_as(self, value: Meaning) -> str:
        """What became of a value, in words."""
        if value.read_as is None:
            return self.tr("not read")
        words = shown(self._names.get(value.read_as, value.read_as), LONGEST_VALUE) or self.tr("no answer")
        return self.tr("{0}, as you said").format(words) if value.by_person else words

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; the whole value hangs over its cell."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.row_cells(index.row())[index.column()]
        return super().data(index, role)


class LeftOutTableModel(RowsTableModel):
    """One row each row left out, or answer corrected: its place in the file, what became of it, and why.

    ``FILE`` and ``SHEET`` are the columns that say nothing where all are of one.
    """

    LEFT = (0, 1, 3, 4, 5, 6)
    FILE, SHEET, WHY = 0, 1, 6

    @property
    def n_files(self) -> int:
        """How many files the entries are of."""
        return self._rows.n_files if self._rows else 0

    @property
    def n_sheets(self) -> int:
        """How many sheets the entries are of."""
        return self._rows.n_sheets if self._rows else 0

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("File"), self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Became"),
            self.tr("Why"),
        )  # fmt: skip

    def cells(self, value: Entry) -> tuple[str, ...]:
        told = value.told
        became = self.tr("left out") if value.is_left_out else self.tr("read with care")
        return (value.file, told.sheet, whole(told.row), told.column, told.value, became, notice_text(told.reason))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; a long reason hangs over its cell as a whole."""
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole and index.column() == self.WHY:
            return self.row_cells(index.row())[index.column()]
        return super().data(index, role)
