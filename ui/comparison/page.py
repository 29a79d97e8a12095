"""Where we differ: the divergence chart with its headline, the verdicts, both orders side by side."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.comparison import Comparison, PillarStanding

from ..texts import notice_text, number, signed, whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chart_view import ChartView
from ..widgets.choice_chips import Choice, ChoiceChips
from ..widgets.empty_state import EmptyState
from ..widgets.figure_card import FigureCard
from ..widgets.page_frame import PageFrame
from ..widgets.sentences import SentenceList
from ..widgets.table_view import TableView
from .details import BetCard, MethodsCard
from .table_model import StandingTableModel, place_text
from .view_model import EVERYONE, ComparisonViewModel


class ComparisonPage(PageFrame):
    """Lets a person see where customers' priorities and the internal ranking part.

    Signals: ``step_requested(key)`` (the page that fills what is missing), ``export_requested()``.
    """

    step_requested = Signal(str)
    export_requested = Signal()

    def __init__(self, theme: Theme, view_model: ComparisonViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Where we differ"))
        self._build()
        self.cohort_chips.chip_chosen.connect(view_model.choose_cohort)
        self.export_button.clicked.connect(self.export_requested)
        self.empty_state.fill_requested.connect(self._on_fill_requested)
        self.notices.action_requested.connect(self._on_internal_requested)
        view_model.comparison_changed.connect(self._on_comparison_changed)
        self._on_comparison_changed()

    def _build(self) -> None:
        self.export_button = Button(self._theme, self.tr("Export report"), kind="primary", icon="download")
        self.add_action(self.export_button)
        self.empty_state = EmptyState(
            self._theme, "git-compare-arrows", self.tr("Nothing to compare yet"),
            self.tr("Once customers’ answers are in, this page shows where they see things differently from you."),
            self.tr("Import answers"),
        )
        self.set_empty(self.empty_state)
        self.used_card = FigureCard(self._theme, self.tr("Answers used"))
        self.agreement_card = FigureCard(self._theme, self.tr("Agreement with us"))
        self.gap_card = FigureCard(self._theme, self.tr("Widest gap"))
        self.order_card = FigureCard(self._theme, self.tr("Customers among themselves"))
        self.add_figures([self.used_card, self.agreement_card, self.gap_card, self.order_card])
        self.add(self._build_divergence())
        self.add_row([self._build_slope(), self._build_findings()], stretches=(3, 2))
        self.add(self._build_table())
        self.methods_card = MethodsCard(self._theme, self._view_model)
        self.bet_card = BetCard(self._theme, self._view_model)
        self.add_row([self.methods_card, self.bet_card], stretches=(6, 5))
        self.add_stretch()

    def _build_divergence(self) -> Card:
        card = Card(
            self.tr("Customers’ places and ours"),
            self.tr(
                "The bar is the range in which the customers’ place surely lies. "
                "Only where our place is outside it, the difference is proven and drawn bold."
            ),
        )
        self.cohort_chips = ChoiceChips(self._theme, self.tr("Customers shown"), self.tr("Find a group"), most=8)
        self.divergence_view = ChartView(self._theme)
        card.add(self.cohort_chips)
        card.add(self.divergence_view, 1)
        return card

    def _build_findings(self) -> Card:
        card = Card(self.tr("What this says"))
        self.findings_list = SentenceList(self._theme)
        card.add(self.findings_list)
        card.add_stretch()
        return card

    def _build_slope(self) -> Card:
        card = Card(self.tr("Our order and the customers’"), self.tr("Steep lines are the places where we part."))
        self.slope_view = ChartView(self._theme)
        card.add(self.slope_view, 1)
        return card

    def _build_table(self) -> Card:
        card = Card(self.tr("The numbers"), self.tr("Ctrl+C copies the rows with their headers."))
        self.table = TableView(self._theme, self.tr("Places of customers and company"))
        self.standing_model = StandingTableModel(self)
        self.table.setModel(self.standing_model)
        self.table.stretch_column(0)
        self.table.spare_columns(*self.standing_model.spare)
        self.table.fit_rows(20)
        card.add(self.table)
        card.add_stretch()
        return card

    @Slot()
    def _on_comparison_changed(self) -> None:
        comparison = self._view_model.comparison
        self.show_empty(comparison is None)
        self.export_button.setVisible(comparison is not None)
        self._show_notice(comparison)
        if comparison is None:
            self.set_sentence(self.tr("There are no answers to compare yet."))
            return
        self.set_sentence(notice_text(comparison.sentences[0]))
        self.findings_list.set_sentences(comparison.sentences[1:])
        self._show_chips()
        self._show_figures(comparison)
        self.divergence_view.set_figure(self._view_model.divergence())
        self.slope_view.set_figure(self._view_model.slope())
        self.standing_model.set_rows(self._view_model.standings)
        self.table.spare_columns(*self.standing_model.spare)

    def _show_notice(self, comparison: Comparison | None) -> None:
        if comparison is not None and not self._view_model.has_internal:
            self.notices.tell(
                "internal", self.tr("There is no internal ranking yet, so only the customers’ order is shown."),
                "info", self.tr("Collect our view"),
            )
        else:
            self.notices.drop("internal")

    def _show_chips(self) -> None:
        groups = [Choice(group.key, f"{group.name} ({whole(group.n or 0)})") for group in self._view_model.cohorts]
        self.cohort_chips.set_choices([Choice(EVERYONE, self.tr("Everyone")), *groups], self._view_model.cohort)
        self.cohort_chips.setVisible(bool(groups))

    def _show_figures(self, comparison: Comparison) -> None:
        self._show_used(comparison)
        self._show_agreement(comparison)
        self._show_gap(comparison)
        self._show_order(comparison)

    def _show_used(self, comparison: Comparison) -> None:
        otherwise = sum(n for _, n in comparison.others)
        if otherwise:
            beside = self.tr("%n person(s) answered another kind of question", "", otherwise)
        elif comparison.left_out:
            beside = self.tr("%n person(s) answered too little to count", "", comparison.left_out)
        else:
            beside = self.tr("All respondents are counted")
        self.used_card.set_figure(whole(comparison.n), beside)
        self.used_card.set_details(*self._how_scored(comparison.format), "scores")

    def _how_scored(self, kind: str) -> tuple[str, str]:
        """How answers of a kind become scores: in words, and as a formula."""
        told = {
            "rating": (
                self.tr(
                    "Everyone who rated at least four fifths of the pillars counts, with equal weight. Each person’s "
                    "own ratings are put in order, equal ones share their places."
                ),
                self.tr("mid-ranks of the ratings; score = 100 (K - rank) / (K - 1)"),
            ),
            "best_worst": (
                self.tr(
                    "Everyone who answered at least half of the tasks counts, with equal weight. A pillar scores by "
                    "how often a person chose it as most and as least important, of the times it was shown."
                ),
                self.tr("score = 50 (1 + (best - worst) / shown)"),
            ),
            "points": (
                self.tr(
                    "Everyone who shared out points counts, with equal weight. Points that do not make 100 are "
                    "counted in proportion."
                ),
                self.tr("score = 100 points / sum of the points"),
            ),
        }
        return told.get(kind) or (
            self.tr(
                "Everyone who ranked at least half of what was asked counts, with equal weight. "
                "What a person did not rank shares the places left over."
            ),
            self.tr("mid-ranks; score = 100 (K - rank) / (K - 1)"),
        )

    def _show_agreement(self, comparison: Comparison) -> None:
        agreement = comparison.agreement
        if agreement.pairs_agreeing is None:
            self.agreement_card.set_figure(self.tr("–"), self.tr("No internal ranking yet"))
            return
        self.agreement_card.set_figure(
            self.tr("{0} of {1}").format(agreement.pairs_agreeing, agreement.pairs),
            self.tr("pairs of pillars stand in the same order (τ {0})").format(signed(agreement.tau_x or 0)),
        )
        self.agreement_card.set_details(
            self.tr("Every two pillars are looked at: do customers and we put the same one first?"),
            self.tr("tau_x of Emond and Mason (2002), which treats ties as agreement to tie"),
            "tau-x",
        )

    def _show_gap(self, comparison: Comparison) -> None:
        widest = max(comparison.pillars, key=_distance)
        if widest.gap is None:
            self.gap_card.set_figure(self.tr("–"), self.tr("No internal ranking yet"))
            return
        self.gap_card.set_figure(
            self.tr("{0} places").format(place_text(abs(widest.gap))),
            self.tr("{0}: customers {1}, we {2}").format(
                widest.name, widest.place, place_text(widest.internal_place or 0)
            ),
        )
        self.gap_card.set_details(
            self.tr(
                "Our place minus the customers’ place. A gap only counts as proven when our place lies outside "
                "the range of places that is sure for all pillars together."
            ),
            self.tr("step-down simultaneous confidence sets for ranks, Mogstad, Romano, Shaikh, Wilhelm (2024)"),
            "rank-sets",
        )

    def _show_order(self, comparison: Comparison) -> None:
        w = comparison.agreement.kendall_w
        if w is None:
            self.order_card.set_figure(self.tr("–"), self.tr("Too few answers"))
            return
        self.order_card.set_figure(number(w, 2), self.tr("Kendall’s W: 0 no common order, 1 all alike"))
        self.order_card.set_details(
            self.tr(
                "How far customers agree with each other. A low value beside a clear mean order is normal: "
                "tastes differ, the average does not."
            ),
            self.tr("Kendall’s W with correction for ties"),
            "kendall-w",
        )

    @Slot()
    def _on_fill_requested(self) -> None:
        self.step_requested.emit("responses")

    @Slot(str)
    def _on_internal_requested(self, key: str) -> None:
        if key == "internal":
            self.step_requested.emit("internal")


def _distance(standing: PillarStanding) -> float:
    return -1.0 if standing.gap is None else abs(standing.gap)
