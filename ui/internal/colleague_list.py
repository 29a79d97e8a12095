"""The colleagues as a list: a mark, the name, how far each is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..icons import paint_icon
from ..theme import CONTROL_RADIUS, Theme

ROW = 34
MOST_ROWS, FEW_ROWS = 9, 4  # seen at once; few where the ranking stands below
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """One line. ``icon`` and ``token`` are the mark before the name, ``state`` the words behind it."""

    key: str
    name: str
    icon: str
    token: str
    state: str


class ColleagueListModel(QAbstractListModel):
    """The rows as they are given; ``set_rows(rows)``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ColleagueRow] = ()

    def set_rows(self, rows: Sequence[ColleagueRow]) -> None:
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, {1}").format(row.name, row.state)
        if role == Qt.ItemDataRole.UserRole:
            return row
        return row.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class ColleagueList(QListView):
    """``ColleagueList(theme, parent=None)``; ``set_rows(rows, chosen)``.

    Signals: ``colleague_chosen(key)`` by click or arrow keys, ``remove_requested()`` by Delete.
    """

    colleague_chosen = Signal(str)
    remove_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._setting = False
        self._most_rows = MOST_ROWS
        self._model = ColleagueListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Colleagues"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._on_theme_changed)

    def set_rows(self, rows: Sequence[ColleagueRow], chosen: str) -> None:
        self._setting = True  # what the program shows is no choice of the person
        self._model.set_rows(rows)
        keys = [row.key for row in rows]
        if chosen in keys:
            self.setCurrentIndex(self._model.index(keys.index(chosen)))
        self._setting = False
        self._on_theme_changed()

    def set_short(self, short: bool) -> None:
        """Shows only a few rows at once; the others scroll."""
        self._most_rows = FEW_ROWS if short else MOST_ROWS
        self._on_theme_changed()
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._setting:
            self.colleague_chosen.emit(self._model.rows[current.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        rows = max(1, min(self._most_rows, self._model.rowCount()))
        self.setFixedHeight(rows * self._theme.px(ROW) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """A line: mark, name, state at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ColleagueRow = index.data(Qt.ItemDataRole.UserRole)
        color, px = self._theme.color, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setBrush(color("selected" if chosen else "hover"))
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(color("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        side = px(18)
        mark = QRectF(rect.left() + 6, rect.center().y() - side / 2, side, side)
        paint_icon(painter, row.icon, color(row.token).name(), mark)
        font = self._theme.font("caption")
        state_width = QFontMetrics(font).horizontalAdvance(row.state)
        room = rect.adjusted(6 + side + 8, 0, -10, 0)
        painter.setFont(font)
        painter.setPen(color("text_2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.state)
        font = self._theme.font("strong" if chosen else "body")
        painter.setFont(font)
        painter.setPen(color("text"))
        width = int(room.width() - state_width - 12)
        name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
