"""Saying the scale of a question: its lowest and highest number, and which end is the best."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.reading.scales import Scale

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.fields import Combo, Field, NumberBox
from ..widgets.label import Label

LEAST, MOST = 0, 999  # as a mapping keeps a scale: three digits
USUAL = (1, 5)
HIGHEST, LOWEST = "highest", "lowest"


class ScaleField(QWidget):
    """``ScaleField(theme)``: ``set_scale(scale, seen)``; ``seen`` are the numbers that the answers hold.

    The three parts are said together, by one press of the button. Signal: ``scale_said(key)``, the worst end first:
    "1-7", or "7-1" where 1 is the best.
    """

    scale_said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.hint_label = Label("", "caption", "text_2", wrap=True)
        self.low_box = NumberBox(self.tr("Lowest number"), LEAST, MOST, USUAL[0])
        self.high_box = NumberBox(self.tr("Highest number"), LEAST, MOST, USUAL[1])
        self.best_combo = Combo(self.tr("The best is"))
        self.best_combo.set_options(
            [(HIGHEST, self.tr("the highest number")), (LOWEST, self.tr("the lowest number"))], HIGHEST
        )
        self.use_button = Button(theme, self.tr("Use this scale"), icon="check")
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        numbers.addWidget(Field(self.tr("Lowest number"), self.low_box))
        numbers.addWidget(Field(self.tr("Highest number"), self.high_box))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.hint_label)
        layout.addLayout(numbers)
        layout.addWidget(Field(self.tr("The best is"), self.best_combo))
        layout.addWidget(self.use_button)
        for box in (self.low_box, self.high_box):
            box.number_edited.connect(self._on_edited)
        self.best_combo.key_chosen.connect(self._on_edited)
        self.use_button.clicked.connect(self._on_use_clicked)

    def set_scale(self, scale: Scale | None, seen: tuple[int, ...]) -> None:
        """The scale in use; where it is not known, the ends of what was answered are offered."""
        self._known = "" if scale is None else scale.key
        low, high = (min(seen), max(seen)) if len(set(seen)) > 1 else USUAL
        is_lowest_best = False
        if scale is not None:
            low, high = sorted((scale.lowest, scale.highest))
            is_lowest_best = scale.lowest > scale.highest
        self.low_box.setValue(max(LEAST, low))
        self.high_box.setValue(min(MOST, high))
        self.best_combo.set_key(LOWEST if is_lowest_best else HIGHEST)
        self.hint_label.setText(self._hint(scale))
        self.hint_label.set_shade("warn" if scale is None else "text_2")
        self._on_edited()

    def _hint(self, scale: Scale | None) -> str:
        if scale is None:
            return self.tr("The file does not say what these answers count. Say the scale, and they are used.")
        if scale.labelled:
            return self.tr("The answers are words whose order is known. Say a scale only if they are numbers.")
        return self.tr("Read as shares of this scale, from 0 for the worst to 100 for the best.")

    @property
    def _key(self) -> str:
        low, high = self.low_box.value(), self.high_box.value()
        return f"{high}-{low}" if self.best_combo.key == LOWEST else f"{low}-{high}"

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self.use_button.setEnabled(self.low_box.value() < self.high_box.value() and self._key != self._known)

    @Slot()
    def _on_use_clicked(self) -> None:
        self.scale_said.emit(self._key)
