"""The six lights of the sample check, each with a word, and which of them the decision needs."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Combo
from ..widgets.label import Label
from ..widgets.state_mark import Light
from .view_model import AdequacyViewModel

LIGHTS = ("precision", "order", "representativeness", "quality", "cohorts", "comparison")


class LightsCard(Card):
    """Lights of ``view_model.adequacy``; the decision they are for can be chosen."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Enough for what?"))
        self.set_caption(self.tr("The worst light that the decision needs gives the verdict."))
        self._lights = {key: Light(theme) for key in LIGHTS}
        self._build()
        self.decision_combo.key_chosen.connect(view_model.set_decision)
        view_model.adequacy_changed.connect(self._on_adequacy_changed)
        view_model.study_changed.connect(self._on_adequacy_changed)
        self._on_adequacy_changed()

    def _build(self) -> None:
        self.decision_combo = Combo(self.tr("The decision"))
        self.add(self.decision_combo)
        self.body.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(LIGHTS):
            grid.addWidget(Label(self._name(key), "strong", wrap=True), row, 0)
            grid.addWidget(self._lights[key], row, 1)
        self.add_layout(grid)
        self.needed_label = Label("", "caption", "text_2", wrap=True)
        self.body.addSpacing(4)
        self.add(self.needed_label)
        self.add_stretch()

    def _name(self, key: str) -> str:
        return {
            "precision": self.tr("Precision"),
            "order": self.tr("Order of the top"),
            "representativeness": self.tr("Stands for all customers"),
            "quality": self.tr("Careful answers"),
            "cohorts": self.tr("Size of the groups"),
            "comparison": self.tr("Comparing groups"),
        }[key]

    @Slot()
    def _on_adequacy_changed(self) -> None:
        adequacy, study = self._view_model.adequacy, self._view_model.study
        if adequacy is None or study is None:
            return
        self.decision_combo.set_options(
            [
                ("overall", self.tr("What matters to customers overall")),
                ("generations", self.tr("How groups of customers differ")),
            ],
            study.decision,
        )
        words = {"green": self.tr("Adequate"), "amber": self.tr("With care"), "red": self.tr("Not enough")}
        for key, light in self._lights.items():
            colour = str(getattr(adequacy.lights, key))
            light.set_light(colour, words[colour])
        self.needed_label.setText(
            self.tr("All six lights count for this decision.") if study.decision == "generations"
            else self.tr("The two lights about groups do not count for this decision.")
        )
