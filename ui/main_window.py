"""The frame of the window: steps at the left, the page of the open one, the foot. It knows no study."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from .actions import Actions
from .foot import Foot
from .shell_view_model import ShellViewModel
from .sidebar import Sidebar, StepRow
from .theme import Theme, ThemeChoice

OPENS_AT, LEAST = (1280, 820), (720, 480)  # works well from 1024 x 640


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way. ``title()`` gives its name in the reader's language, ``factory()`` its page, when needed."""

    key: str
    icon: str
    title: Callable[[], str]
    factory: Callable[[], QWidget]


class MainWindow(QMainWindow):
    """``MainWindow(theme, view_model, steps, parent=None)``.

    ``open_step(key)`` shows a page, building it the first time; ``current_step``; ``page(key)`` if built.
    ``rebuild_pages()`` throws all pages away, as after another language. ``actions_table`` holds the menus' actions.
    Signals: ``step_opened(key)``, ``files_dropped(list of paths)`` anywhere on the window, ``theme_chosen(choice)`` and
    ``zoom_chosen(zoom)`` to be kept. It closes only when ``may_close()`` says so, set by whoever asks "Save changes?".
    """

    step_opened = Signal(str)
    files_dropped = Signal(list)
    theme_chosen = Signal(str)
    zoom_chosen = Signal(float)

    def __init__(
        self,
        theme: Theme,
        view_model: ShellViewModel,
        steps: Sequence[Step],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view_model = view_model
        self._steps = {step.key: step for step in steps}
        self._pages: dict[str, QWidget] = {}
        self.may_close: Callable[[], bool] = lambda: True
        self.current_step = ""
        self._build()
        self._connect()
        self._on_project_changed()
        self._on_saved_changed()

    def page(self, key: str) -> QWidget | None:
        return self._pages.get(key)

    @Slot(str)
    def open_step(self, key: str) -> None:
        """Shows the step; ``KeyError`` for one that is not there."""
        step = self._steps[key]
        if key not in self._pages:
            self._pages[key] = step.factory()
            self.stack.addWidget(self._pages[key])
        self.stack.setCurrentWidget(self._pages[key])
        self.sidebar.set_current(key)
        if key != self.current_step:
            self.current_step = key
            self.step_opened.emit(key)

    def rebuild_pages(self) -> None:
        """Pages hold no truth: throws them away, and builds the open one again."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._set_rows()
        if self.current_step:
            self.open_step(self.current_step)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _build(self) -> None:
        self.resize(*OPENS_AT)
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self._theme, self)
        self.actions_table.fill(self.menuBar())
        self.sidebar = Sidebar(self._theme, self._view_model)
        self.stack = QStackedWidget()
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.stack, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(middle, 1)
        self.foot = Foot(self._theme, self._view_model)
        column.addWidget(self.foot)
        self.setCentralWidget(whole)
        self._set_rows()

    def _connect(self) -> None:
        view_model, sidebar, actions = self._view_model, self.sidebar, self.actions_table
        view_model.project_changed.connect(self._on_project_changed)
        view_model.saved_changed.connect(self._on_saved_changed)
        sidebar.step_chosen.connect(self.open_step)
        sidebar.step_entered.connect(self._on_step_entered)
        sidebar.theme_requested.connect(self._on_theme_requested)
        sidebar.help_requested.connect(actions["help"].trigger)
        sidebar.settings_requested.connect(actions["settings"].trigger)
        actions.connect("previous_step", lambda: self._go(-1))
        actions.connect("next_step", lambda: self._go(1))
        actions.connect("quit", self.close)
        actions.theme_chosen.connect(self._on_theme_chosen)
        actions.zoom_chosen.connect(self._on_zoom_chosen)
        for number, key in enumerate(self._steps, 1):
            if number <= 10:
                shortcut = QShortcut(QKeySequence(f"Ctrl+{number % 10}"), self)
                shortcut.activated.connect(lambda key=key: self.open_step(key))

    def _set_rows(self) -> None:
        self.sidebar.set_steps([StepRow(step.key, step.icon, step.title()) for step in self._steps.values()])

    def _go(self, by: int) -> None:
        keys = list(self._steps)
        at = keys.index(self.current_step) + by if self.current_step else 0
        if 0 <= at < len(keys):
            self.open_step(keys[at])

    @Slot(str)
    def _on_step_entered(self, key: str) -> None:
        self.open_step(key)
        if (first := _first_control(self._pages[key])) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_theme_requested(self) -> None:
        self._on_theme_chosen(ThemeChoice.LIGHT if self._theme.is_dark else ThemeChoice.DARK)

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self._theme.set_choice(choice)
        self.theme_chosen.emit(str(choice))

    @Slot(float)
    def _on_zoom_chosen(self, zoom: float) -> None:
        self._theme.set_zoom(zoom)
        self.zoom_chosen.emit(zoom)

    @Slot()
    def _on_project_changed(self) -> None:
        title = self._view_model.title
        self.setWindowTitle(f"{title}[*] – cxsurvey" if title else "cxsurvey[*]")

    @Slot()
    def _on_saved_changed(self) -> None:
        self.setWindowModified(self._view_model.modified)


def _first_control(page: QWidget) -> QWidget | None:
    """The first thing in the page that Tab would reach."""
    widget = page.nextInFocusChain()
    while widget is not page and page.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None
