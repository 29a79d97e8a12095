"""Planning the sample: how many answers and invitations a wish takes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ..texts import amount, percent
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Field, NumberBox
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
        self.target_box.number_edited.connect(view_model.set_target)
        self.rate_box.number_edited.connect(view_model.set_response_rate)
        self.cohorts_box.number_edited.connect(view_model.set_cohorts)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_plan_changed()

    def _build(self, theme: Theme) -> None:
        self.target_box = NumberBox(self.tr("Wished precision"), 1, 20)
        self.target_box.setPrefix("± ")
        self.target_box.setSuffix(self.tr(" points"))
        self.rate_box = NumberBox(self.tr("Expected response rate"), 1, 100)
        self.rate_box.setSuffix(" %")
        self.cohorts_box = NumberBox(self.tr("Groups to compare"), 1, 12)
        self.add(Field(self.tr("Wished precision"), self.target_box))
        self.add(Field(self.tr("Expected response rate"), self.rate_box))
        self.add(Field(self.tr("Groups to compare"), self.cohorts_box))
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
        self.target_box.setValue(round(100 * plan.margin))
        self.rate_box.setValue(round(100 * plan.response_rate))
        self.cohorts_box.setValue(self._view_model.cohorts)
        self.sentence_list.set_sentences(self._view_model.plan_words())
        rates = ", ".join(
            self.tr("{0} at {1}").format(amount(invited), percent(rate)) for rate, invited in plan.by_rate
        )
        self.rates_label.setText(self.tr("Invitations by response rate: {0}.").format(rates))

