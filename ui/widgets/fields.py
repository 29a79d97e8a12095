"""A field with its label above it, a combo box that speaks in keys, and boxes for numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QStyledItemDelegate, QVBoxLayout, QWidget

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
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores the sheet
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


class NumberBox(QSpinBox):
    """``NumberBox(name, least=0, most=100, value=0, parent=None)``; ``name`` is the accessible name.

    Signal, when a person has finished a change: ``number_edited(int)``. ``setValue`` by the program tells nothing.
    """

    number_edited = Signal(int)

    def __init__(
        self, name: str, least: int = 0, most: int = 100, value: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # a sheet's padding does not reach the text of a spin box
        self.setValue(value)
        self.valueChanged.connect(self._on_value_changed)

    def setValue(self, value: int) -> None:
        self._told = value
        super().setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        if value != self._told:
            self._told = value
            self.number_edited.emit(value)


class DecimalBox(QDoubleSpinBox):
    """``DecimalBox(name, least, most, value, parent=None)``: a number with one decimal; else as ``NumberBox``.

    Signal, when a person has finished a change: ``number_edited(float)``.
    """

    number_edited = Signal(float)

    def __init__(self, name: str, least: float, most: float, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setValue(value)
        self.valueChanged.connect(self._on_value_changed)

    def setValue(self, value: float) -> None:
        self._told = round(value, 1)
        super().setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(float)
    def _on_value_changed(self, value: float) -> None:
        if round(value, 1) != self._told:
            self._told = round(value, 1)
            self.number_edited.emit(self._told)
