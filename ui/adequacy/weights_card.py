"""Weights: what the answers are weighted by, and what that costs."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Combo, Field
from ..widgets.sentences import SentenceList
from .view_model import AdequacyViewModel


class WeightsCard(Card):
    """The choice of one more grouping to weigh by, and the cost of the weights in words."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Weights"))
        self.set_caption(
            self.tr(
                "If you know how your customers divide into groups, answers can be weighted to it. "
                "That helps where groups answered unequally often, and always costs precision."
            )
        )
        self._build(theme)
        self.by_combo.key_chosen.connect(view_model.add_weights_by)
        view_model.adequacy_changed.connect(self._on_changed)
        view_model.study_changed.connect(self._on_changed)
        self._on_changed()

    def _build(self, theme: Theme) -> None:
        self.by_combo = Combo("")
        self.by_field = Field(self.tr("Weigh by"), self.by_combo)
        self.add(self.by_field)
        self.sentence_list = SentenceList(theme)
        self.add(self.sentence_list)
        self.add_stretch()

    @Slot()
    def _on_changed(self) -> None:
        """Offers the groupings that the answers are not weighted by yet."""
        study = self._view_model.study
        used = {margin.by for margin in study.weights} if study is not None else set()
        names = self._view_model.grouping_names
        left = [(key, name) for key, name in names.items() if key not in used]
        label = self.tr("Weigh also by") if used else self.tr("Weigh by")
        self.by_field.label.setText(label)
        self.by_combo.setAccessibleName(label)
        self.by_combo.set_options([("", self.tr("Nothing else") if used else self.tr("Not weighted")), *left])
        self.by_field.setVisible(bool(left) or not used)
        self.sentence_list.set_sentences(self._view_model.weighting_words())
        self.sentence_list.setVisible(self._view_model.weighting is not None)
