"""Important, and how well we do: the map of importance and performance, and our own scores against the customers'."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.performance import FEWEST_COLLEAGUES, SURE

from ..texts import percent
from ..theme import Theme
from ..widgets.card_row import CardRow
from ..widgets.popup import Details
from .figure_card import FigureCardView
from .target_row import TargetRow
from .view_model import PlanViewModel


class PerformanceRow(CardRow):
    """Both charts side by side, one above the other in a narrow window; nothing where nobody rated how well we do."""

    def __init__(self, theme: Theme, view_model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, (), parent=parent)
        self._view_model = view_model
        self.target_row = TargetRow(view_model)
        self.map_card = FigureCardView(
            theme, self.tr("Important, and how well we do"),
            Details(
                self.tr(
                    "Up is the customers’ priority score, right is the mean of the ratings they gave. A pillar counts "
                    "as placed when it stays in its quadrant in at least {0} of 10,000 draws of both means, as far as "
                    "chance may move them. Fewer than 30 ratings are not placed."
                ).format(percent(SURE)),
                self.tr("importance-performance analysis, Martilla and James (1977); joint normal draws of the means"),
                "quadrants",
            ),
            self.target_row,
        )
        self.perception_card = FigureCardView(
            theme, self.tr("How we see ourselves"),
            Details(
                self.tr(
                    "Our mean score minus the customers’ mean rating, pillar by pillar. A gap counts as proven when "
                    "chance would hardly give it on any pillar. With fewer than {0} colleagues our score is taken as "
                    "it is."
                ).format(FEWEST_COLLEAGUES),
                self.tr("Welch’s t test, p adjusted over pillars by Holm"),
                "perception-gap",
            ),
        )
        self.set_cards([self.map_card, self.perception_card])
        view_model.choice_changed.connect(self._on_choice_changed)
        self._on_choice_changed()

    @Slot()
    def _on_choice_changed(self) -> None:
        on_map, perception = self._view_model.performance_figure, self._view_model.perception_figure
        self.map_card.set_figure(on_map)
        self.perception_card.set_figure(perception)
        self.setVisible(on_map is not None or perception is not None)
