"""What goes along with satisfaction beside what is said to matter, and who is loyal."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from ..widgets.card_row import CardRow
from ..widgets.popup import Details
from .figure_card import FigureCardView
from .view_model import PlanViewModel


class SatisfactionRow(CardRow):
    """Both charts side by side, one above the other in a narrow window; nothing where nobody was asked."""

    def __init__(self, theme: Theme, view_model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, (), parent=parent)
        self._view_model = view_model
        self.drivers_card = FigureCardView(
            theme, self.tr("Said to matter, and felt"),
            Details(
                self.tr(
                    "Up is what customers say, right is how far their rating of us on the pillar goes along with how "
                    "satisfied they are. Only people who rated every pillar count. With fewer than ten of them a "
                    "pillar, each pillar is shown with its own correlation."
                ),
                self.tr(
                    "shares of R² by Lindeman, Merenda, Gold (LMG); Johnson’s relative weights above twelve pillars; "
                    "ranges from 2,000 resamples"
                ),
                "derived-importance",
            ),
        )
        self.loyalty_card = FigureCardView(
            theme, self.tr("Who is loyal"),
            Details(
                self.tr(
                    "Loyal is who stands above the middle of the scale both in satisfaction and in the impression of "
                    "the brand. Being satisfied alone is not loyalty."
                ),
                self.tr("Wilson’s interval of a share"),
                "loyalty",
            ),
        )
        self.set_cards([self.drivers_card, self.loyalty_card])
        view_model.choice_changed.connect(self._on_choice_changed)
        self._on_choice_changed()

    @Slot()
    def _on_choice_changed(self) -> None:
        drivers, loyalty = self._view_model.drivers_figure, self._view_model.loyalty_figure
        told, loyal = self._view_model.drivers_sentences, self._view_model.loyalty_sentences
        # The first sentence is the finding above the chart, where there is one.
        self.drivers_card.set_figure(drivers, told[drivers is not None :])
        self.loyalty_card.set_figure(loyalty, loyal[loyalty is not None :])
        self.setVisible(bool(told or loyal))
