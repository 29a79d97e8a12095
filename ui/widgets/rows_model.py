"""What the read-only tables of the window have in common: a value a row, texts in columns."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class RowsTableModel(QAbstractTableModel):
    """``set_rows(values)`` replaces all rows; a subclass says ``headers()`` and the ``cells(value)`` of one row.

    ``LEFT`` names the columns of words; all others are numbers and stand to the right.
    """

    LEFT: tuple[int, ...] = (0,)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[object] = ()
        self._heads: tuple[str, ...] = ()
        self._texts: dict[int, Sequence[str]] = {}  # of the rows looked at: a view asks for their cells one by one

    def headers(self) -> Sequence[str]:
        raise TypeError(f"{type(self).__name__}: needs headers()")

    def cells(self, value: object) -> Sequence[str]:
        raise TypeError(f"{type(self).__name__}: needs cells()")

    def set_rows(self, values: Sequence[object]) -> None:
        self.beginResetModel()
        self._rows, self._texts, self._heads = values, {}, ()  # headers may depend on the rows
        self.endResetModel()

    def row_cells(self, row: int) -> Sequence[str]:
        """The cells of a row, put together once."""
        if row not in self._texts:
            self._texts[row] = self.cells(self._rows[row])
        return self._texts[row]

    def value(self, row: int) -> object:
        """The value behind a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_cells(index.row())[index.column()]
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @property
    def _headers(self) -> tuple[str, ...]:
        self._heads = self._heads or tuple(self.headers())
        return self._heads

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column in self.LEFT else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter
