"""Planning the sample: how many answers and invitations a wish takes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox, QWidget

from ..texts import percent, whole
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Field
from ..widgets.label import Label
from ..widgets.sentences import SentenceList
from .view_model import AdequacyViewModel


class PlanCard(Card):
    """Wished precision, expected response rate and groups in; answers and invitations out."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("How many you need"))
        self.set_caption(self.tr("Vendors report response rates from 3 % to 32 %: none is typical, so try several."))
        self._build(theme)
        self.target_spin.valueChanged.connect(view_model.set_target)
        self.rate_spin.valueChanged.connect(view_model.set_response_rate)
        self.cohorts_spin.valueChanged.connect(view_model.set_cohorts)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_plan_changed()

    def _build(self, theme: Theme) -> None:
        self.target_spin = _spin(1, 20, self.tr("± %1 points"))
        self.rate_spin = _spin(1, 100, self.tr("%1 %"))
        self.cohorts_spin = _spin(1, 12, "%1")
        self.add(Field(self.tr("Wished precision"), self.target_spin))
        self.add(Field(self.tr("Expected response rate"), self.rate_spin))
        self.add(Field(self.tr("Groups to compare"), self.cohorts_spin))
        self.sentence_list = SentenceList(theme)
        self.add(self.sentence_list)
        self.rates_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.rates_label)
        self.add_stretch()

    @Slot()
    def _on_plan_changed(self) -> None:
        plan = self._view_model.plan()
        if plan is None:
            return
        _show(self.target_spin, round(100 * plan.margin))
        _show(self.rate_spin, round(100 * plan.response_rate))
        _show(self.cohorts_spin, self._view_model.cohorts)
        self.sentence_list.set_sentences(self._view_model.plan_words())
        rates = ", ".join(
            self.tr("{0} at {1}").format(whole(invited), percent(rate)) for rate, invited in plan.by_rate
        )
        self.rates_label.setText(self.tr("Invitations by response rate: {0}.").format(rates))


def _spin(low: int, high: int, pattern: str) -> QSpinBox:
    """A number in words; ``pattern`` has %1 for it."""
    before, after = pattern.split("%1")
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setPrefix(before)
    spin.setSuffix(after)
    spin.setKeyboardTracking(False)
    return spin


def _show(spin: QSpinBox, value: int) -> None:
    """Sets the number without an echo: it changes nothing if it is there already."""
    if spin.value() != value:
        spin.setValue(value)
