"""One of many: the first few stand as chips, all of them are found behind the last one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .chips import ChipRow
from .choice_popup import ChoicePopup

MORE = "\0more"
MOST, LONGEST = 6, 36


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. Those of a ``section`` belong together, and stand below its name in the list of all."""

    key: str
    text: str
    section: str = ""

    @property
    def whole(self) -> str:
        """The text that says it all outside its section."""
        return f"{self.section}: {self.text}" if self.section else self.text


class ChoiceChips(ChipRow):
    """``ChoiceChips(theme, name, find, most=6)``: ``set_choices(choices, chosen)``; ``find`` is said in the search.

    Choices of a section get no chip of their own before they are chosen. The last chip opens the list of all, with a
    search; long texts are cut on the chip and whole in the list. Signal, when a person chooses: ``chip_chosen(key)``.
    """

    def __init__(self, theme: Theme, name: str, find: str, most: int = MOST, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._theme, self._find, self._most = theme, find, most
        self._choices: tuple[Choice, ...] = ()
        self._chosen = ""
        self.popup: ChoicePopup | None = None

    def set_choices(self, choices: Sequence[Choice], chosen: str) -> None:
        self._choices, self._chosen = tuple(choices), chosen
        shown = self._at_once()
        chips = [(one.key, _cut(one.whole)) for one in shown]
        hidden = len(self._choices) - len(shown)
        if hidden:
            chips.append((MORE, self.tr("%n more…", "", hidden)))
        had_focus = any(chip.hasFocus() for chip in self._chips.values())
        self.set_chips(chips, chosen)
        if had_focus and not any(chip.hasFocus() for chip in self._chips.values()) and chosen in self._chips:
            self._chips[chosen].setFocus(Qt.FocusReason.OtherFocusReason)  # the chip that had it is gone
        for one in shown:
            self._chips[one.key].setToolTip(one.whole if len(one.whole) > LONGEST else "")
            self._chips[one.key].setAccessibleName(f"{self.accessibleName()}: {one.whole}")
        if hidden:
            self._chips[MORE].setAccessibleName(f"{self.accessibleName()}: {self._find}")

    def _at_once(self) -> list[Choice]:
        alone = [one for one in self._choices if not one.section]
        if len(alone) == len(self._choices) <= self._most + 1:
            return alone  # a chip for the one left over takes no more room than "1 more"
        first = alone[: self._most] or list(self._choices[: self._most // 2])
        return [one for one in self._choices if one in first or one.key == self._chosen]

    def _on_clicked(self, key: str) -> None:
        if key != MORE:
            super()._on_clicked(key)
            return
        for other, chip in self._chips.items():  # the chip that opens the list is no choice
            chip.setChecked(other == self._chosen)
        self.popup = ChoicePopup(self._theme, self.accessibleName(), self._find, self)
        self.popup.set_choices([(one.key, one.text, one.section) for one in self._choices], self._chosen)
        self.popup.key_chosen.connect(self._on_key_chosen)
        self.popup.show_beside(self._chips[MORE])

    @Slot(str)
    def _on_key_chosen(self, key: str) -> None:
        self.chip_chosen.emit(key)
        self.chips_changed.emit([key])


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
