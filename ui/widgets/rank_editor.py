"""An order that is made by dragging, by Alt+Up and Alt+Down, or from the menu."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..icons import paint_icon
from ..theme import CONTROL_RADIUS, Theme

ROW, GAP = 46, 5
MIME = "application/x-cxsurvey-rank"


class RankEditor(QListView):
    """``RankEditor(theme, name, parent=None)``: rows of grip, number and name; as high as its rows.

    ``set_items([(key, name), …])`` shows an order; ``keys`` gives it. Signal: ``order_edited(list of keys)``, when a
    person has moved a row. ``move_current(by)`` moves the chosen row up (negative) or down.
    """

    order_edited = Signal(list)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = _RankModel(self)
        self._drop_row: int | None = None
        self.setModel(self._model)
        self.setItemDelegate(_RankDelegate(theme, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Alt+Up and Alt+Down move the selected row."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # painted below, in our colour
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._on_theme_changed)

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self._model.items]

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        if list(items) == self._model.items:
            return
        key = self._current_key()
        self._model.set_items(list(items))
        self._choose(key if key in self.keys else None)
        self.updateGeometry()

    def move_current(self, by: int) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self._move(row, row + by)

    def sizeHint(self) -> QSize:
        return QSize(320, self._model.rowCount() * self._theme.px(ROW) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.items:
            self.setCurrentIndex(self._model.index(0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self._menu().exec(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is not self:
            event.ignore()
            return
        super().dragMoveEvent(event)
        event.accept()
        self._drop_row = self._row_at(event.position().y())
        self.viewport().update()

    def dragLeaveEvent(self, event) -> None:
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        source, target = self.currentIndex().row(), self._row_at(event.position().y())
        event.setDropAction(Qt.DropAction.CopyAction)  # or the view would remove the row itself
        event.accept()
        self._end_drag()
        self._move(source, target - 1 if target > source else target)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.color("focus"), 3))
            y = max(2.0, self._drop_row * self._theme.px(ROW) - GAP / 2)
            painter.drawLine(
                QRectF(4, y, self.viewport().width() - 8, 0).topLeft(),
                QRectF(4, y, self.viewport().width() - 8, 0).topRight(),
            )

    def _menu(self) -> QMenu:
        row, last = self.currentIndex().row(), self._model.rowCount() - 1
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, target in (
            (self.tr("Move up"), row - 1),
            (self.tr("Move down"), row + 1),
            (self.tr("Move to the top"), 0),
            (self.tr("Move to the bottom"), last),
        ):
            action = menu.addAction(text)
            action.setEnabled(0 <= target <= last and target != row)
            action.triggered.connect(lambda _checked=False, target=target: self._move(row, target))
        return menu

    def _move(self, source: int, target: int) -> None:
        items = list(self._model.items)
        if source == target or not (0 <= source < len(items) and 0 <= target < len(items)):
            return
        items.insert(target, items.pop(source))
        self._model.set_items(items)
        self._choose(items[target][0])
        self.order_edited.emit(self.keys)

    def _row_at(self, y: float) -> int:
        return max(0, min(self._model.rowCount(), round(y / self._theme.px(ROW))))

    def _current_key(self) -> str | None:
        row = self.currentIndex().row()
        return self.keys[row] if 0 <= row < len(self.keys) else None

    def _choose(self, key: str | None) -> None:
        if key is not None:
            self.setCurrentIndex(self._model.index(self.keys.index(key)))

    def _end_drag(self) -> None:
        self._drop_row = None
        self.viewport().update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()


class _RankModel(QAbstractListModel):
    """The order as (key, name)."""

    def __init__(self, editor: RankEditor) -> None:
        super().__init__(editor)
        self.items: list[tuple[str, str]] = []

    def set_items(self, items: list[tuple[str, str]]) -> None:
        if len(items) == len(self.items):
            self.items = items
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
        else:
            self.beginResetModel()
            self.items = items
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        name = self.items[index.row()][1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, {1} of {2}").format(name, index.row() + 1, len(self.items))
        return name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data


class _RankDelegate(QStyledItemDelegate):
    """A row as a small card."""

    def __init__(self, theme: Theme, editor: RankEditor) -> None:
        super().__init__(editor)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        color, px = self._theme.color, self._theme.px
        rect = QRectF(option.rect).adjusted(0, 0, 0, -GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color("selected" if chosen else "surface"))
        edge = "focus" if focused or chosen else "line_strong" if hovered else "line"
        width = 2 if focused else 1
        painter.setPen(QPen(color(edge), width))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), CONTROL_RADIUS, CONTROL_RADIUS)
        grip = px(18)
        paint_icon(
            painter,
            "grip-vertical",
            color("text_2").name(),
            QRectF(rect.left() + 8, rect.center().y() - grip / 2, grip, grip),
        )
        number_right = rect.left() + 8 + grip + px(36)
        painter.setFont(self._theme.font("title"))
        painter.setPen(color("accent_text"))
        middle_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        number = str(index.row() + 1)
        painter.drawText(
            QRectF(rect.left(), rect.top(), number_right - rect.left(), rect.height()), middle_right, number
        )
        font = self._theme.font("strong")
        painter.setFont(font)
        painter.setPen(color("text"))
        room = QRectF(number_right + 14, rect.top(), rect.right() - number_right - 26, rect.height())
        name = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
