"""Can we trust it: lights and sentences first, then bases, margins, and what fieldwork was like."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxsurvey.adequacy import Adequacy

from ..texts import amount, notice_text, number, percent
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.card_row import BETWEEN
from ..widgets.chart_view import ChartView
from ..widgets.figure_card import FigureCard
from ..widgets.page_frame import PageFrame
from ..widgets.sentences import SentenceList
from ..widgets.table_view import named_table
from .fieldwork_card import FieldworkCard
from .lights_card import LightsCard
from .plan_card import PlanCard
from .quality_card import QualityCard
from .table_model import ShareTableModel
from .view_model import AdequacyViewModel
from .weights_card import WeightsCard
from .weights_grid import WeightsGrid

STATES = {"green": "ok", "amber": "warn", "red": "bad"}


class AdequacyPage(PageFrame):
    """Tells honestly how far the answers carry; before fieldwork the same page plans the sample.

    Signal: ``step_requested(key)``.
    """

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Can we trust it?"))
        self._build()
        self.notices.action_requested.connect(self._on_action_requested)
        view_model.adequacy_changed.connect(self._on_adequacy_changed)
        self._on_adequacy_changed()

    def _build(self) -> None:
        self.used_card = FigureCard(self._theme, self.tr("Usable answers"))
        self.margin_card = FigureCard(self._theme, self.tr("Precision of a share"))
        self.stability_card = FigureCard(self._theme, self.tr("Same top again"))
        self.invited_card = FigureCard(self._theme, self.tr("Response"))
        self.figures_row = self.add_figures(
            [self.used_card, self.margin_card, self.stability_card, self.invited_card]
        )
        self.lights_card = LightsCard(self._theme, self._view_model)
        self.sentences_card = Card(self.tr("In plain words"))
        self.sentence_list = SentenceList(self._theme)
        self.sentences_card.add(self.sentence_list)
        self.sentences_card.add_stretch()
        self.weights_card = WeightsCard(self._theme, self._view_model)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self.lights_card)
        column.addWidget(self.weights_card, 1)
        self.verdict_row = self.add_row([left, self.sentences_card], stretches=(2, 3))
        self.weights_grid = WeightsGrid(self._theme, self._view_model)
        self.add(self.weights_grid)
        self.bases_row = self.add_row([self._build_bases(), self._build_shares()], stretches=(1, 1))
        self.quality_card = QualityCard(self._theme, self._view_model)
        self.add(self.quality_card)
        self.plan_card = PlanCard(self._theme, self._view_model)
        self.add_row([FieldworkCard(self._theme, self._view_model), self.plan_card], stretches=(1, 1))
        self.add_stretch()

    def _build_bases(self) -> Card:
        self.bases_card = Card(
            self.tr("Answers by group"), self.tr("The lines are the bases from which something may be said.")
        )
        self.bases_view = ChartView(self._theme)
        self.bases_card.add(self.bases_view, 1)
        return self.bases_card

    def _build_shares(self) -> Card:
        self.shares_card = Card("", self.tr("With the range in which the true share lies, 19 times out of 20."))
        self.share_model = ShareTableModel(self)
        self.share_table = named_table(self._theme, self.tr("Shares with their ranges"), self.share_model, 20)
        self.shares_card.add(self.share_table)
        self.shares_card.add_stretch()
        return self.shares_card

    @Slot()
    def _on_adequacy_changed(self) -> None:
        adequacy = self._view_model.adequacy
        for widget in (self.figures_row, self.verdict_row, self.bases_row, self.quality_card):
            widget.setVisible(adequacy is not None)
        if adequacy is None:
            self.set_sentence(self.tr("No answers yet: plan here how many you need, and come back when they are in."))
            self.notices.tell("empty", self.tr("There are no answers to check yet."), "info", self.tr("Import answers"))
            return
        self.notices.drop("empty")
        self.set_sentence(notice_text(adequacy.sentences[0]))
        self.sentence_list.set_sentences(adequacy.sentences[1:])
        self._show_used(adequacy)
        self._show_margin(adequacy)
        self._show_stability(adequacy)
        self._show_response(adequacy)
        self.bases_card.setVisible(bool(adequacy.cohorts))
        self.bases_view.set_figure(self._view_model.bases())
        title = (
            self.tr("Share that puts each pillar in the top {0}") if adequacy.format in ("ranking", "top", "sort")
            else self.tr("Share of people with each pillar in their own top {0}")
        )
        self.shares_card.set_title(title.format(adequacy.top_places))
        self.share_model.set_shares(adequacy.shares, self._view_model.pillar_names)

    def _show_used(self, adequacy: Adequacy) -> None:
        missing = adequacy.needed - adequacy.n
        enough = missing <= 0
        self.used_card.set_figure(
            amount(adequacy.n),
            self.tr("{0} needed for the wished precision").format(amount(adequacy.needed)) if enough
            else self.tr("about {0} more needed").format(amount(missing)),
            "ok" if enough else "warn",
        )
        self.used_card.set_details(
            self.tr("How many answers a share needs to be as precise as wished, if half of the people say yes."),
            self.tr("Cochran’s formula with finite population correction"),
            "sample-size",
        )

    def _show_margin(self, adequacy: Adequacy) -> None:
        margin = adequacy.worst_margin or 0.0
        self.margin_card.set_figure(
            self.tr("± {0} points").format(number(100 * margin, 1)),
            self.tr("wished: ± {0}").format(number(100 * adequacy.target_margin, 0)),
            STATES[adequacy.lights.precision],
        )
        self.margin_card.set_details(
            self.tr(
                "The margin of a share of 50 %, the widest there is. It holds if those who answered are like a "
                "random draw of your customers."
            ),
            self.tr("z √(p(1-p)/n · (N-n)/(N-1)); ranges in the table are Wilson’s"),
            "wilson",
        )

    def _show_stability(self, adequacy: Adequacy) -> None:
        told = next((one for one in adequacy.sentences if one.code.startswith("adequacy_stability")), None)
        if adequacy.stability is None or told is None:
            self.stability_card.set_figure(self.tr("–"), self.tr("Too few answers"))
            return
        self.stability_card.set_figure(
            self.tr("about {0} %").format(told.value("stability")),
            self.tr("chance that a repeat gives the same top {0}").format(adequacy.top_places),
            STATES[adequacy.lights.order],
        )
        self.stability_card.set_details(
            self.tr(
                "The survey is repeated 10,000 times in the computer, with the chance of both surveys in it, "
                "and the repeats with the same pillars on top are counted. Rounded to 5, since more would pretend."
            ),
            self.tr("normal draws around the mean scores with twice their covariance"),
            "stability",
        )

    def _show_response(self, adequacy: Adequacy) -> None:
        if not adequacy.invited:
            self.invited_card.set_figure(self.tr("–"), self.tr("Say below how many were invited"))
            return
        self.invited_card.set_figure(
            percent(adequacy.n / adequacy.invited, 1),
            self.tr("{0} of {1} invited").format(amount(adequacy.n), amount(adequacy.invited)),
        )

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == "empty":
            self.step_requested.emit("responses")
