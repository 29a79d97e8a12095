"""A field with its label above it, and a combo box that speaks in keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from .label import Label


class Field(QWidget):
    """``Field(label, widget, hint="", parent=None)``: label, field, hint below; ties them for screen readers.

    ``set_problem(text)`` shows what is wrong below the field, ``set_problem("")`` takes it away.
    """

    def __init__(self, label: str, widget: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = widget
        self._hint = hint
        self.label = Label(label, "strong")
        self.label.setBuddy(widget)
        self.hint_label = Label(hint, "caption", "text_2", wrap=True)
        widget.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(widget)
        layout.addWidget(self.hint_label)
        self.set_problem("")

    def set_problem(self, problem: str) -> None:
        shown = problem or self._hint
        self.hint_label.setText(shown)
        self.hint_label.set_shade("bad" if problem else "text_2")
        self.hint_label.setVisible(bool(shown))
        self.field.setAccessibleDescription(shown)


class Combo(QComboBox):
    """``Combo(name, parent=None)``; ``name`` is the accessible name.

    ``set_options([(key, text), …], chosen="")``; ``key`` is the chosen one. Signal, when a person chooses:
    ``key_chosen(key)``.
    """

    key_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.activated.connect(self._on_activated)

    @property
    def key(self) -> str:
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[tuple[str, str]], chosen: str = "") -> None:
        if [(self.itemData(row), self.itemText(row)) for row in range(self.count())] != list(options):
            self.clear()
            for key, text in options:
                self.addItem(text, key)
        self.set_key(chosen)

    def set_key(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page past the box must not change a choice."""
        event.ignore()

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self.key_chosen.emit(str(self.itemData(row)))
