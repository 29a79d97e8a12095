"""The left edge: the study's name, the steps with their states, help, theme and settings at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .icons import paint_icon
from .shell_view_model import ShellViewModel
from .theme import CONTROL_RADIUS, Theme
from .widgets.buttons import IconButton
from .widgets.label import Label
from .widgets.state_mark import STATE_ICONS, StepState, state_word

WIDTH, ROW, GAP, EDGE = 236, 38, 2, 12


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row of the list of steps."""

    key: str
    icon: str
    title: str


class Sidebar(QFrame):
    """``Sidebar(theme, view_model, parent=None)``; ``set_steps(rows)``, ``set_current(key)``.

    Signals: ``step_chosen(key)`` by click, arrow keys or ``set_current`` of the window; ``step_entered(key)`` by Enter;
    ``help_requested()``, ``theme_requested()``, ``settings_requested()``.
    """

    step_chosen = Signal(str)
    step_entered = Signal(str)
    help_requested = Signal()
    theme_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme, view_model: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view_model = view_model
        self._build()
        self.steps_view.moved.connect(self._on_moved)
        self.steps_view.entered_step.connect(self._on_entered)
        self.help_button.clicked.connect(self.help_requested)
        self.theme_button.clicked.connect(self.theme_requested)
        self.settings_button.clicked.connect(self.settings_requested)
        view_model.project_changed.connect(self._on_project_changed)
        view_model.steps_changed.connect(self._on_steps_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_project_changed()
        self._on_theme_changed()

    def set_steps(self, rows: Sequence[StepRow]) -> None:
        self._model.set_rows(rows)

    def set_current(self, key: str) -> None:
        """Shows which step is open."""
        self.steps_view.setCurrentIndex(self._model.index(self._model.keys.index(key)))

    def _build(self) -> None:
        self.title_label = Label("", "title", wrap=True)
        self.caption_label = Label("", "caption", "text_2", wrap=True)
        self._model = StepsModel(self)
        self.steps_view = StepsView(self._theme, self._model)
        self.steps_view.setAccessibleName(self.tr("Steps"))
        self.help_button = IconButton(self._theme, "circle-help", self.tr("Help"))
        self.theme_button = IconButton(self._theme, "moon", self.tr("Dark colours"))
        self.settings_button = IconButton(self._theme, "settings", self.tr("Settings"))
        names = QVBoxLayout()
        names.setContentsMargins(22, 16, EDGE, 16)
        names.setSpacing(2)
        names.addWidget(self.title_label)
        names.addWidget(self.caption_label)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE - 1, 4, EDGE, 8)
        foot.setSpacing(0)
        for button in (self.help_button, self.theme_button, self.settings_button):
            foot.addWidget(button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(names)
        layout.addWidget(self.steps_view, 1)
        layout.addLayout(foot)

    @Slot(str)
    def _on_moved(self, key: str) -> None:
        self.step_chosen.emit(key)

    @Slot(str)
    def _on_entered(self, key: str) -> None:
        self.step_entered.emit(key)

    @Slot()
    def _on_project_changed(self) -> None:
        self.title_label.setText(self._view_model.title)
        self.caption_label.setText(self._view_model.caption)

    @Slot()
    def _on_steps_changed(self) -> None:
        self._model.set_states(self._view_model.states)

    @Slot()
    def _on_theme_changed(self) -> None:
        # Grows slower than its text, which ends in "…" where it must: the page needs the room more.
        self.setFixedWidth(round(WIDTH * (1 + max(0.0, self._theme.zoom - 1) * 0.6)))
        self.theme_button.set_icon("sun" if self._theme.is_dark else "moon")
        self.theme_button.set_name(self.tr("Light colours") if self._theme.is_dark else self.tr("Dark colours"))


class StepsModel(QAbstractListModel):
    """The steps and their states."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[StepRow, ...] = ()
        self._states: dict[str, StepState] = {}

    @property
    def keys(self) -> list[str]:
        return [row.key for row in self._rows]

    def row(self, index: QModelIndex | QPersistentModelIndex) -> StepRow:
        return self._rows[index.row()]

    def state(self, index: QModelIndex | QPersistentModelIndex) -> StepState:
        return self._states.get(self.row(index).key, StepState.NONE)

    def set_rows(self, rows: Sequence[StepRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_states(self, states: dict[str, StepState]) -> None:
        self._states = dict(states)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, state = self.row(index), self.state(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {state_word(state)}"
        if role == Qt.ItemDataRole.ToolTipRole and state is not StepState.NONE:
            return f"{row.title}: {state_word(state)}"
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


class StepsView(QListView):
    """The list of steps. Up and Down open the next one, Enter goes into its page."""

    moved = Signal(str)
    entered_step = Signal(str)

    def __init__(self, theme: Theme, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_StepDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.entered_step.emit(self._model.row(self.currentIndex()).key)
            return
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self.moved.emit(self._model.row(self.currentIndex()).key)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.moved.emit(self._model.row(index).key)


class _StepDelegate(QStyledItemDelegate):
    """Icon, name, mark."""

    def __init__(self, theme: Theme, parent: StepsView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, model = self._theme, index.model()
        rect = QRectF(option.rect).adjusted(EDGE, 0, -EDGE + 1, -GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option, chosen)
        side = theme.px(18)
        middle = rect.center().y()
        icon = theme.color("accent_text" if chosen else "text_2").name()
        paint_icon(painter, model.row(index).icon, icon, QRectF(rect.left() + 10, middle - side / 2, side, side))
        right = rect.right() - 10
        state = model.state(index)
        if state in STATE_ICONS:
            name, token = STATE_ICONS[state]
            mark = theme.px(16)
            right -= mark
            paint_icon(painter, name, theme.color(token).name(), QRectF(right, middle - mark / 2, mark, mark))
            right -= 6
        font = theme.font("strong" if chosen else "body")
        left = rect.left() + 10 + side + 10
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(right - left))
        painter.setFont(font)
        painter.setPen(theme.color("text" if chosen else "text_2"))
        room = QRectF(left, rect.top(), right - left, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, chosen: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, CONTROL_RADIUS, CONTROL_RADIUS)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
