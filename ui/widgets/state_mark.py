"""Shapes with words: the state of a step, and the lights of the sample check."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ..theme import Theme
from .icon_label import IconLabel
from .label import Label


class StepState(StrEnum):
    """How far a step is."""

    NONE = "none"
    WORK = "work"
    DONE = "done"
    LOOK = "look"


STATE_ICONS: dict[StepState, tuple[str, str]] = {  # icon, token
    StepState.WORK: ("circle", "text_3"),
    StepState.DONE: ("circle-check", "ok"),
    StepState.LOOK: ("triangle-alert", "warn"),
}
LIGHT_ICONS = {
    "green": ("circle-check", "ok"),
    "amber": ("triangle-alert", "warn"),
    "red": ("circle-alert", "bad"),
    "none": ("circle", "text_3"),
}


def state_word(state: StepState) -> str:
    """The word that goes with the mark."""
    translate = QCoreApplication.translate
    return {
        StepState.NONE: translate("StepState", "Not started"),
        StepState.WORK: translate("StepState", "In work"),
        StepState.DONE: translate("StepState", "Done"),
        StepState.LOOK: translate("StepState", "Look here"),
    }[state]


class StateMark(IconLabel):
    """``StateMark(theme, state=StepState.NONE, size=16, parent=None)``; ``set_state(state)``.

    The tooltip and the accessible name say the word.
    """

    def __init__(
        self,
        theme: Theme,
        state: StepState = StepState.NONE,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "circle", "text_3", size, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.set_state(state)

    def set_state(self, state: StepState) -> None:
        self.set_icon(*STATE_ICONS.get(state, ("circle", "text_3")))
        self.setToolTip(state_word(state))
        self.setAccessibleName(state_word(state))


class Light(QWidget):
    """``Light(theme, colour="none", word="", parent=None)``: a traffic light as shape, word and colour.

    ``colour``: green, amber, red, none. ``set_light(colour, word)``.
    """

    def __init__(self, theme: Theme, colour: str = "none", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel(theme, "circle", "text_3", 18)
        self.word_label = Label("", "strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self.word_label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_light(colour, word)

    def set_light(self, colour: str, word: str) -> None:
        icon, token = LIGHT_ICONS[colour]
        self._mark.set_icon(icon, token)
        self.word_label.setText(word)
        self.word_label.set_shade(token)
        self.setAccessibleName(word)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
