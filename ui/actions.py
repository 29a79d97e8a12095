"""Everything the menus offer: one table of text, shortcut, icon and menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from .theme import LEAST_ZOOM, MOST_ZOOM, Theme, ThemeChoice

Shortcut = QKeySequence.StandardKey | str | None
STANDARD = QKeySequence.StandardKey
ZOOM_STEP = 0.1


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One line of the table; an empty key is a line between groups."""

    menu: str
    key: str
    text: str = ""
    shortcut: Shortcut = None
    icon: str = ""


class Actions(QObject):
    """``Actions(theme, window)``: the actions by key, ``actions["save"]``; ``fill(menu_bar)`` builds the menus.

    Keys: new, open, sample, save, save_as, import, export, close, quit; undo, redo, settings; previous_step, next_step,
    theme_system, theme_light, theme_dark, larger, smaller, usual_size; help, about. ``connect(key, slot)``.
    ``set_undo_stack(stack)`` binds Undo and Redo. ``set_recent(paths)`` fills File > Open recent.
    Signals: ``recent_chosen(path)``, ``theme_chosen(choice)``, ``zoom_chosen(zoom)``.
    """

    recent_chosen = Signal(str)
    theme_chosen = Signal(str)
    zoom_chosen = Signal(float)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._rows = self._table()
        self._actions = {row.key: self._make(row) for row in self._rows if row.key}
        self.recent_menu = QMenu(self.tr("Open &recent"), window)
        self._join_themes()
        self.connect("larger", self._on_larger)
        self.connect("smaller", self._on_smaller)
        self.connect("usual_size", self._on_usual_size)
        theme.changed.connect(self._on_theme_changed)
        for key in ("undo", "redo"):
            self._actions[key].setEnabled(False)
        self.set_recent([])
        self._on_theme_changed()

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def connect(self, key: str, slot: Callable[[], object]) -> None:
        """Runs ``slot()`` when the action is triggered."""
        self._actions[key].triggered.connect(lambda _checked=False: slot())

    def fill(self, bar: QMenuBar) -> None:
        """Builds the menus."""
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }
        for key, title in titles.items():
            menu = bar.addMenu(title)
            for row in (row for row in self._rows if row.menu == key):
                if row.key:
                    menu.addAction(self._actions[row.key])
                else:
                    menu.addSeparator()
                if row.key == "open":
                    menu.addMenu(self.recent_menu)

    def set_undo_stack(self, stack: QUndoStack | QUndoGroup) -> None:
        """Undo and Redo follow this stack, or the active one of a group, with the name of the step in their text."""
        undo, redo = self._actions["undo"], self._actions["redo"]
        self.connect("undo", stack.undo)
        self.connect("redo", stack.redo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(self._on_undo_named)
        stack.redoTextChanged.connect(self._on_redo_named)
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        self._on_undo_named(stack.undoText())
        self._on_redo_named(stack.redoText())

    def set_recent(self, paths: Sequence[str]) -> None:
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(paths))
        for path in paths:
            action = self.recent_menu.addAction(path.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))

    def _table(self) -> list[ActionRow]:
        return [
            ActionRow("file", "new", self.tr("&New study"), STANDARD.New, "file-plus"),
            ActionRow("file", "open", self.tr("&Open…"), STANDARD.Open, "folder-open"),
            ActionRow("file", "sample", self.tr("Open the sample s&tudy"), None, "sparkles"),
            ActionRow("file", ""),
            ActionRow("file", "save", self.tr("&Save"), STANDARD.Save, "save"),
            ActionRow("file", "save_as", self.tr("Save &as…"), "Ctrl+Shift+S"),
            ActionRow("file", ""),
            ActionRow("file", "import", self.tr("&Import answers…"), "Ctrl+I", "upload"),
            ActionRow("file", "export", self.tr("&Export report…"), "Ctrl+E", "download"),
            ActionRow("file", ""),
            ActionRow("file", "close", self.tr("&Close study"), "Ctrl+W", "x"),
            ActionRow("file", "quit", self.tr("&Quit"), "Ctrl+Q"),
            ActionRow("edit", "undo", self.tr("&Undo"), STANDARD.Undo, "undo-2"),
            ActionRow("edit", "redo", self.tr("&Redo"), "Ctrl+Shift+Z", "redo-2"),
            ActionRow("edit", ""),
            ActionRow("edit", "settings", self.tr("&Settings…"), "Ctrl+,", "settings"),
            ActionRow("view", "previous_step", self.tr("&Previous step"), "Alt+PgUp", "arrow-up"),
            ActionRow("view", "next_step", self.tr("&Next step"), "Alt+PgDown", "arrow-down"),
            ActionRow("view", ""),
            ActionRow("view", "theme_system", self.tr("Colours as the s&ystem has them")),
            ActionRow("view", "theme_light", self.tr("&Light colours")),
            ActionRow("view", "theme_dark", self.tr("&Dark colours")),
            ActionRow("view", ""),
            ActionRow("view", "larger", self.tr("Larger &text"), "Ctrl++"),
            ActionRow("view", "smaller", self.tr("S&maller text"), "Ctrl+-"),
            ActionRow("view", "usual_size", self.tr("&Usual text size")),
            ActionRow("help", "help", self.tr("&Help on this step"), "F1", "circle-help"),
            ActionRow("help", "about", self.tr("&About cxsurvey"), None, "info"),
        ]

    def _make(self, row: ActionRow) -> QAction:
        action = QAction(row.text, self._window)
        action.setObjectName(row.key)
        if row.shortcut is not None:
            action.setShortcut(QKeySequence(row.shortcut))
        self._window.addAction(action)  # so that shortcuts work without the menu bar too
        return action

    def _join_themes(self) -> None:
        group = QActionGroup(self)
        for choice in ThemeChoice:
            action = self._actions[f"theme_{choice}"]
            action.setCheckable(True)
            group.addAction(action)
            self.connect(f"theme_{choice}", lambda choice=choice: self.theme_chosen.emit(str(choice)))

    @Slot(str)
    def _on_undo_named(self, step: str) -> None:
        text = self.tr("&Undo: {0}").format(step.replace("&", "&&")) if step else self.tr("&Undo")
        self._actions["undo"].setText(text)

    @Slot(str)
    def _on_redo_named(self, step: str) -> None:
        text = self.tr("&Redo: {0}").format(step.replace("&", "&&")) if step else self.tr("&Redo")
        self._actions["redo"].setText(text)

    @Slot()
    def _on_larger(self) -> None:
        self.zoom_chosen.emit(min(MOST_ZOOM, round(self._theme.zoom + ZOOM_STEP, 2)))

    @Slot()
    def _on_smaller(self) -> None:
        self.zoom_chosen.emit(max(LEAST_ZOOM, round(self._theme.zoom - ZOOM_STEP, 2)))

    @Slot()
    def _on_usual_size(self) -> None:
        self.zoom_chosen.emit(1.0)

    @Slot()
    def _on_theme_changed(self) -> None:
        for row in self._rows:
            if row.key and row.icon:
                self._actions[row.key].setIcon(self._theme.icon(row.icon))
        self._actions[f"theme_{self._theme.choice}"].setChecked(True)
