"""A row of chips: one of several (a cohort), or several of them (filters)."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from .flow_layout import FlowLayout


class Chip(QPushButton):
    """One chip; styled by the sheet. As wide as its words in bold, so that choosing it moves nothing."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())


class ChipRow(QWidget):
    """``ChipRow(name, exclusive=True, parent=None)``; ``name`` is what is chosen, for screen readers.

    ``set_chips([(key, text), …], chosen=key or keys)``; ``chosen`` gives the keys. Signals, when a person chooses:
    ``chip_chosen(key)`` (exclusive), ``chips_changed(list of keys)``. Arrow keys move among exclusive chips.
    """

    chip_chosen = Signal(str)
    chips_changed = Signal(list)

    def __init__(self, name: str, exclusive: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        self.setAccessibleName(name)

    @property
    def chosen(self) -> list[str]:
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def set_chips(self, chips: Sequence[tuple[str, str]], chosen: str | Iterable[str] = ()) -> None:
        picked = {chosen} if isinstance(chosen, str) else set(chosen)
        if list(self._chips) != [key for key, _ in chips]:
            self._build(chips)
        for key, text in chips:
            self._name(self._chips[key], text)  # the same chips keep their place in the order of Tab
        for key, chip in self._chips.items():
            chip.setChecked(key in picked)

    def _build(self, chips: Sequence[tuple[str, str]]) -> None:
        for old in self._chips.values():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = {}
        for key, _ in chips:
            chip = Chip()
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips[key] = chip
        self.updateGeometry()

    def _name(self, chip: Chip, text: str) -> None:
        chip.setText(text.replace("&", "&&"))
        chip.setAccessibleName(f"{self.accessibleName()}: {text}")

    def _on_clicked(self, key: str) -> None:
        if self._exclusive:
            self.chip_chosen.emit(key)
        self.chips_changed.emit(self.chosen)
