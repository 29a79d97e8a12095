"""Focus and plan: choose two to four pillars, then say for each who does what until when."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..texts import listed
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.label import Label
from ..widgets.page_frame import PageFrame
from .action_card import ActionCard
from .choice_card import ChoiceCard
from .performance_row import PerformanceRow
from .satisfaction_row import SatisfactionRow
from .view_model import PlanViewModel


class PlanPage(PageFrame):
    """Lets a person choose the pillars to act on and plan the first step for each.

    Signals: ``step_requested(key)``, ``export_requested()``.
    """

    step_requested = Signal(str)
    export_requested = Signal()

    def __init__(self, theme: Theme, view_model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self._cards: dict[str, ActionCard] = {}
        self.set_title(self.tr("Focus and plan"))
        self._build()
        self.export_button.clicked.connect(self.export_requested)
        view_model.choice_changed.connect(self._on_choice_changed)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_choice_changed()

    def _build(self) -> None:
        self.export_button = Button(self._theme, self.tr("Export report"), kind="primary", icon="download")
        self.add_action(self.export_button)
        self.choice_card = ChoiceCard(self._theme, self._view_model)
        right = QWidget()
        self._actions_layout = QVBoxLayout(right)
        self._actions_layout.setContentsMargins(0, 0, 0, 0)
        self._actions_layout.setSpacing(12)
        self.hint_card = Card(self.tr("Nothing chosen yet"))
        self.hint_card.add(
            Label(
                self.tr(
                    "Tick two to four pillars. For each, note an owner, the departments whose part is needed, "
                    "the first step and a date: a plan nobody owns is a wish."
                ),
                wrap=True,
            )
        )
        self._actions_layout.addWidget(self.hint_card)
        self._actions_layout.addStretch(1)
        self.performance_row = PerformanceRow(self._theme, self._view_model, self)
        self.add(self.performance_row)
        self.satisfaction_row = SatisfactionRow(self._theme, self._view_model, self)
        self.add(self.satisfaction_row)
        self.add_row([self.choice_card, right], stretches=(2, 3))
        self.add_stretch()

    @Slot()
    def _on_choice_changed(self) -> None:
        chosen = self._view_model.plan.chosen
        for card in self._cards.values():
            self._actions_layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {key: ActionCard(self._theme, self._view_model, key) for key in chosen}
        for place, card in enumerate(self._cards.values()):
            self._actions_layout.insertWidget(place, card)
        self.hint_card.setVisible(not chosen)
        self._on_plan_changed()

    @Slot()
    def _on_plan_changed(self) -> None:
        plan = self._view_model.plan
        self.notices.set_notices(self._view_model.notices)
        self.export_button.setVisible(bool(plan.actions))
        if not plan.actions:
            self.set_sentence(self.tr("Few things done well beat many begun: choose two to four pillars."))
            return
        names = listed(self._view_model.name(key) for key in plan.chosen)
        owned = sum(bool(action.owner) for action in plan.actions)
        self.set_sentence(
            self.tr("Acting on {0}. {1} of {2} have an owner.").format(names, owned, len(plan.actions))
        )
