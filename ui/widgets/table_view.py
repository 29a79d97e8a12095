"""A standard table in the look of the window; what is chosen is copied with its headers."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ..theme import Theme

ROW = 28
ROWS_LOOKED_AT = 24  # for the width of a column; Qt's thousand take seconds where words are put together
NAME, LEAST_NAME = 190, 90  # px at zoom 1 of the stretched column: before others give way, before it scrolls


class TableView(QTableView):
    """``TableView(theme, name, parent=None)``; ``name`` is the accessible name. ``setModel`` takes any item model.

    Rows 28 high, numbers to the right (also their headers), Ctrl+C copies the chosen cells, or all, with headers as
    tab-separated text. ``fit_rows(most=12)`` makes it as high as its rows; ``stretch_column(n)`` gives the rest to one.
    ``spare_columns(5, 4)`` are left out, in that order, where there is no room for all.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most_rows: int | None = None
        self._stretched = -1
        self._scrolls = False
        self._spare: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(ROWS_LOOKED_AT)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_rows_changed)
            model.rowsInserted.connect(self._on_rows_changed)
            model.rowsRemoved.connect(self._on_rows_changed)
            self._on_rows_changed()

    def stretch_column(self, column: int) -> None:
        self._stretched = column
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def fit_rows(self, most: int = 12) -> None:
        """As high as its rows, up to ``most``; beyond that it scrolls."""
        if most != self._most_rows:
            self._most_rows = most
            self._on_rows_changed()

    def spare_columns(self, *columns: int) -> None:
        """These give way, the first one first, before a table has to be moved sideways."""
        self._spare = columns
        self._leave_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """The chosen cells with their headers to the clipboard; all of them when none is chosen."""
        QGuiApplication.clipboard().setText(self.as_text())

    def as_text(self) -> str:
        """Headers and chosen cells, tab-separated."""
        model = self.model()
        if model is None:
            return ""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen}) or range(model.rowCount())
        columns = [
            column
            for column in (sorted({index.column() for index in chosen}) or range(model.columnCount()))
            if column in self._spare or not self.isColumnHidden(column)
        ]
        lines = [[self._header(column) for column in columns]]
        lines += [[_text(model.index(row, column).data()) for column in columns] for row in rows]
        return "\n".join("\t".join(line) for line in lines)

    def _header(self, column: int) -> str:
        return _text(self.model().headerData(column, Qt.Orientation.Horizontal))

    @Slot()
    def _on_rows_changed(self) -> None:
        model = self.model()
        if model is None:
            return
        header = self.horizontalHeader()
        for column in range(model.columnCount()):  # those that stretch need not be measured, which takes time
            if header.sectionResizeMode(column) == QHeaderView.ResizeMode.Interactive:
                self.resizeColumnToContents(column)
        self._leave_out()
        self._fit_height()

    def _fit_height(self) -> None:
        model = self.model()
        if self._most_rows is None or model is None:
            return
        rows = max(1, min(self._most_rows, model.rowCount()))
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if self._scrolls else 0
        self.setFixedHeight(header + rows * self._theme.px(ROW) + 2 * self.frameWidth() + 4 + bar)

    def _leave_out(self) -> None:
        model = self.model()
        if model is None or self._stretched not in range(model.columnCount()):
            return
        widths = [
            max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            for column in range(model.columnCount())
        ]
        wished = min(widths[self._stretched], self._theme.px(NAME))
        least = min(wished, self._theme.px(LEAST_NAME))
        widths[self._stretched] = wished
        over = sum(widths) - self.viewport().width()
        for column in self._spare:
            if self.isColumnHidden(column) != (over > 0):
                self.setColumnHidden(column, over > 0)
                self.resizeColumnToContents(column)
            over -= widths[column]
        scrolls = over > wished - least
        mode = QHeaderView.ResizeMode.Fixed if scrolls else QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(self._stretched, mode)
        if scrolls:  # it has to be moved sideways, but the names can be read
            self.setColumnWidth(self._stretched, least)
        if scrolls != self._scrolls:
            self._scrolls = scrolls
            self._fit_height()
        self.updateGeometries()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self._on_rows_changed()


class _Header(QHeaderView):
    """A header stands as the numbers or words below it do."""

    def __init__(self, view: TableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(False)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        model = self.model()
        told = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        if isinstance(told, int):
            option.textAlignment = Qt.AlignmentFlag(told)
            return
        first = model.index(0, section).data() if model.rowCount() else None
        side = Qt.AlignmentFlag.AlignRight if isinstance(first, int | float) else Qt.AlignmentFlag.AlignLeft
        option.textAlignment = side | Qt.AlignmentFlag.AlignVCenter



def named_table(theme: Theme, name: str, model: QAbstractItemModel, most_rows: int) -> TableView:
    """A table as high as its rows whose first column names them and takes the room that the numbers leave."""
    table = TableView(theme, name)
    table.setModel(model)
    table.fit_rows(most_rows)
    table.stretch_column(0)
    return table


class _Delegate(QStyledItemDelegate):
    """Numbers stand to the right unless the model says otherwise."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.TextAlignmentRole) is None and isinstance(index.data(), int | float):
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _text(value: object) -> str:
    return "" if value is None else str(value).replace("\t", " ").replace("\n", " ")
