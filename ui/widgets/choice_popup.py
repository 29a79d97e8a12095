"""A list of all choices by section, with a search: closed by Esc, a click elsewhere, or by choosing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from ..theme import Theme
from .label import Label
from .popup import Popup

WIDTH, HEIGHT = 380, 420
KEY_ROLE = Qt.ItemDataRole.UserRole

Entry = tuple[str, str, str]
"""Key, text and section of a choice."""
HEADING = "\0"  # the key of the heading of a section


class ChoiceModel(QAbstractListModel):
    """The choices that have the words looked for, those of a section below its heading; the key is ``UserRole``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._rows: list[Entry] = []

    def set_choices(self, choices: Sequence[Entry]) -> None:
        self._all = tuple(choices)
        self.find("")

    def find(self, words: str) -> None:
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rows = []
        section = ""
        for entry in self._all:
            if not all(word in f"{entry[2]} {entry[1]}".casefold() for word in wanted):
                continue
            if entry[2] and entry[2] != section:
                self._rows.append((HEADING, entry[2], entry[2]))
            section = entry[2]
            self._rows.append(entry)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a choice; the first choice there is for another key, -1 without any."""
        keys = [entry[0] for entry in self._rows]
        return keys.index(key) if key in keys else next((row for row, one in enumerate(keys) if one != HEADING), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()][0] == HEADING:
            return Qt.ItemFlag.NoItemFlags  # a heading is passed over
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, text, section = self._rows[index.row()]
        is_option = key != HEADING and bool(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"    {text}" if is_option else text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{section}: {text}" if is_option else text
        if role == Qt.ItemDataRole.FontRole and key == HEADING:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return key if role == KEY_ROLE else None


class ChoiceList(QListView):
    """The list; styled by the sheet."""


class ChoicePopup(QWidget):
    """``ChoicePopup(theme, title, find, parent=None)``: ``set_choices([(key, text, section), …], chosen)``.

    The keyboard stands in the search: arrow keys move in the list, Enter takes what is marked. Signal:
    ``key_chosen(key)``.
    """

    key_chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, find: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.find_edit = QLineEdit()
        self.find_edit.setPlaceholderText(find)
        self.find_edit.setAccessibleName(find)
        self.model = ChoiceModel(self)
        self.list_view = ChoiceList()
        self.list_view.setAccessibleName(title)
        self.list_view.setModel(self.model)
        self.list_view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none_label = Label(self.tr("Nothing has these words."), "caption", "text_2", wrap=True)
        frame = Popup()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        for widget in (self.find_edit, self.none_label, self.list_view):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.find_edit.textEdited.connect(self._on_find_edited)
        self.find_edit.returnPressed.connect(self._on_taken)
        self.find_edit.installEventFilter(self)
        self.list_view.clicked.connect(self._on_taken)
        self.list_view.activated.connect(self._on_taken)

    def set_choices(self, choices: Sequence[Entry], chosen: str) -> None:
        self.model.set_choices(choices)
        self._mark(chosen)

    def show_beside(self, widget: QWidget) -> None:
        """Below the widget, or above it where there is no room; never off the screen."""
        screen = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        if corner.y() + self.height() > screen.bottom():
            corner = widget.mapToGlobal(QPoint(0, -self.height() - 4))
        left = min(max(corner.x(), screen.left()), screen.right() - self.width())
        self.move(left, max(corner.y(), screen.top()))
        self.show()
        self.find_edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                self._move(steps[event.key()])
                return True
        return False

    def _move(self, by: int) -> None:
        """To the next choice that way, passing headings over."""
        row = self.list_view.currentIndex().row() + by
        row = max(0, min(row, self.model.rowCount() - 1))
        way = 1 if by > 0 else -1
        while 0 <= row < self.model.rowCount() and self.model.index(row).data(KEY_ROLE) == HEADING:
            row += way
        if 0 <= row < self.model.rowCount():
            self.list_view.setCurrentIndex(self.model.index(row))

    def _mark(self, key: str) -> None:
        row = self.model.row_of(key)
        self.list_view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.none_label.setVisible(row < 0)
        self.list_view.setVisible(row >= 0)

    @Slot(str)
    def _on_find_edited(self, words: str) -> None:
        self.model.find(words)
        self._mark("")

    @Slot()
    def _on_taken(self, _index: QModelIndex | None = None) -> None:
        index = self.list_view.currentIndex()
        if index.isValid() and index.data(KEY_ROLE) != HEADING:
            key = str(index.data(KEY_ROLE))
            self.close()
            self.key_chosen.emit(key)
