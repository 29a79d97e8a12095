"""The columns of a reviewed file, and the rows that were left out, as tables."""

from cxsurvey.reading.values import Column, ColumnRole, LeftOut, Role

from ..texts import notice_text, whole
from ..widgets.rows_model import RowsTableModel

SAMPLES = 3


def column_letter(position: int) -> str:
    """The spreadsheet's name of a column from 1: A, Z, AA."""
    letters = ""
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class ColumnTableModel(RowsTableModel):
    """One row a column: where, header, a few of its values, what it is read as."""

    LEFT = (0, 1, 2, 3)

    def __init__(self, pillar_names: dict[str, str], parent=None) -> None:
        super().__init__(parent)
        self._names = pillar_names
        self._columns: dict[int, Column] = {}
        self._header_rows = 1

    def set_columns(self, roles: tuple[ColumnRole, ...], columns: tuple[Column, ...], header_rows: int) -> None:
        self._columns = {column.position: column for column in columns}
        self._header_rows = header_rows
        self.set_rows(roles)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Column"), self.tr("Header"), self.tr("Values"), self.tr("Read as"))

    def cells(self, value: ColumnRole) -> tuple[str, ...]:
        return (column_letter(value.column), value.header, self._sample(value.column), self.role_text(value))

    def role_text(self, value: ColumnRole) -> str:
        words = self.role_words()[value.role]
        if value.pillar:
            sure = "" if value.score >= 100 else self.tr(" ({0} % alike)").format(round(value.score))
            return self.tr("{0}: {1}").format(words, self._names.get(value.pillar, value.pillar)) + sure
        return self.tr("{0} {1}").format(words, value.place) if value.place else words

    def role_words(self) -> dict[Role, str]:
        """Every role in words."""
        return {
            Role.RANK_OF_PILLAR: self.tr("Rank of a pillar"),
            Role.PILLAR_AT_PLACE: self.tr("Pillar at place"),
            Role.RANKED_LIST: self.tr("Pillars in order, in one cell"),
            Role.IMPORTANCE: self.tr("Importance, 1 to 5"),
            Role.PERFORMANCE: self.tr("How well we do, 1 to 5"),
            Role.BIRTH_YEAR: self.tr("Birth year"),
            Role.AGE: self.tr("Age"),
            Role.AGE_BAND: self.tr("Age band"),
            Role.GENERATION: self.tr("Generation"),
            Role.SEGMENT: self.tr("Group"),
            Role.COMMENT: self.tr("Comment"),
            Role.RESPONDENT_ID: self.tr("Respondent’s number"),
            Role.STARTED: self.tr("Started"),
            Role.SUBMITTED: self.tr("Sent"),
            Role.DURATION: self.tr("Duration"),
            Role.COMPLETE: self.tr("Whether complete"),
            Role.LANGUAGE: self.tr("Language"),
            Role.PERSONAL: self.tr("Personal: left out"),
            Role.IGNORED: self.tr("Not used"),
        }

    def _sample(self, position: int) -> str:
        column = self._columns.get(position)
        if column is None:
            return ""
        values: dict[str, None] = {}
        for at in range(self._header_rows, min(len(column.texts), self._header_rows + 200)):
            if column.texts[at]:
                values.setdefault(column.texts[at][:40])
            if len(values) == SAMPLES:
                break
        return ", ".join(values)


class LeftOutTableModel(RowsTableModel):
    """One row each row left out, or answer corrected, with its place in the file and the reason."""

    LEFT = (0, 2, 3, 4)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Why"))

    def cells(self, value: LeftOut) -> tuple[str, ...]:
        return (value.sheet, whole(value.row), value.column, value.value, notice_text(value.reason))
