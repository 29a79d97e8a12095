"""The columns of a reviewed file, and the rows that were left out, as tables."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt

from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.values import Column, ColumnRole, LeftOut, Role

from ..texts import notice_text, whole
from ..widgets.rows_model import RowsTableModel

SAMPLES = 3
LOOKED_AT, LONGEST = 500, 40
LONGEST_HEADER = 300
LIKE = 100  # a score from which a match is certain


class ColumnTableModel(RowsTableModel):
    """One row a column: where, header, a few of its values, what it is read as."""

    LEFT = (0, 1, 2, 3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._columns: dict[int, Column] = {}
        self._header_rows = 1

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
        return (column_letter(value.column), header, self._sample(value.column), self.role_text(value))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; the whole header, or what a role means, hangs over the cell."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            value: ColumnRole = self.value(index.row())
            return shown(value.header, 400) if index.column() == 1 else self.cells(value)[index.column()]
        return super().data(index, role)

    def role_text(self, value: ColumnRole) -> str:
        """What a column is read as, with its pillar or place, and how sure that is."""
        name = self._names.get(value.pillar, value.pillar)
        words = {
            Role.RANK_OF_PILLAR: self.tr("Rank of {0}").format(name),
            Role.PILLAR_AT_PLACE: self.tr("Who stands at place {0}").format(value.place),
            Role.IMPORTANCE: self.tr("Importance of {0}").format(name),
            Role.PERFORMANCE: self.tr("How well we do: {0}").format(name),
        }.get(value.role) or self.role_words().get(value.role, str(value.role))
        if not value.pillar or value.score >= LIKE:
            return words
        return self.tr("{0}, {1} % alike").format(words, round(value.score))

    def role_words(self) -> dict[Role, str]:
        """Every role in words."""
        return {
            Role.RANK_OF_PILLAR: self.tr("Rank of a pillar"),
            Role.PILLAR_AT_PLACE: self.tr("Who stands at a place"),
            Role.RANKED_LIST: self.tr("Pillars in order, in one cell"),
            Role.IMPORTANCE: self.tr("Importance, 1 to 5"),
            Role.PERFORMANCE: self.tr("How well we do, 1 to 5"),
            Role.BIRTH_YEAR: self.tr("Birth year"),
            Role.AGE: self.tr("Age"),
            Role.AGE_BAND: self.tr("Age band"),
            Role.GENERATION: self.tr("Generation"),
            Role.SEGMENT: self.tr("Group to compare"),
            Role.COMMENT: self.tr("Comment"),
            Role.RESPONDENT_ID: self.tr("Respondent’s number"),
            Role.STARTED: self.tr("Started"),
            Role.SUBMITTED: self.tr("Sent"),
            Role.DURATION: self.tr("Duration"),
            Role.COMPLETE: self.tr("Whether complete"),
            Role.LANGUAGE: self.tr("Language"),
            Role.TEST_ROW: self.tr("Whether a test"),
            Role.PERSONAL: self.tr("Personal: left out"),
            Role.IGNORED: self.tr("Not used"),
        }

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


class LeftOutTableModel(RowsTableModel):
    """One row each row left out, or answer corrected: its place in the file, what became of it, and why.

    ``set_entries(left_out, corrected)``; ``SHEET`` is the column that says nothing where all are of one sheet.
    """

    LEFT = (0, 2, 3, 4, 5)
    SHEET, WHY = 0, 5

    def set_entries(self, left_out: Sequence[LeftOut], corrected: Sequence[LeftOut]) -> None:
        self.set_rows((*((entry, True) for entry in left_out), *((entry, False) for entry in corrected)))

    @property
    def n_sheets(self) -> int:
        """How many sheets the entries are of."""
        return len({entry.sheet for entry, _ in self._rows})

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Became"), self.tr("Why")
        )  # fmt: skip

    def cells(self, value: tuple[LeftOut, bool]) -> tuple[str, ...]:
        entry, is_left_out = value
        became = self.tr("left out") if is_left_out else self.tr("read with care")
        return (entry.sheet, whole(entry.row), entry.column, entry.value, became, notice_text(entry.reason))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; a long reason hangs over its cell as a whole."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and index.column() == self.WHY:
            return self.cells(self.value(index.row()))[self.WHY]
        return super().data(index, role)
