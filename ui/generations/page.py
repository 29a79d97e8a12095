"""Generations: a heat map of places by cohort, the verdict on all differences first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.comparison import CohortComparison

from ..texts import notice_text, number, whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chart_view import ChartView
from ..widgets.choice_chips import Choice, ChoiceChips
from ..widgets.empty_state import EmptyState
from ..widgets.figure_card import FigureCard
from ..widgets.label import Label
from ..widgets.page_frame import PageFrame
from ..widgets.sentences import SentenceList
from .details import FromOthersCard, MeanRanksCard
from .view_model import GenerationsViewModel


class GenerationsPage(PageFrame):
    """Lets a person see how generations, age bands or other groups differ.

    Signals: ``step_requested(key)``, ``export_requested()``.
    """

    step_requested = Signal(str)
    export_requested = Signal()

    def __init__(self, theme: Theme, view_model: GenerationsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Generations"))
        self._build()
        self.grouping_chips.chip_chosen.connect(view_model.group_by)
        self.export_button.clicked.connect(self.export_requested)
        self.empty_state.fill_requested.connect(self._on_fill_requested)
        view_model.cohorts_changed.connect(self._on_cohorts_changed)
        self._on_cohorts_changed()

    def _build(self) -> None:
        self.export_button = Button(self._theme, self.tr("Export report"), kind="primary", icon="download")
        self.add_action(self.export_button)
        self.empty_state = EmptyState(
            self._theme, "users", self.tr("No groups to compare yet"),
            self.tr("Answers with a birth year, an age or any other group show here how groups differ."),
            self.tr("Import answers"),
        )
        self.set_empty(self.empty_state)
        self.grouping_chips = ChoiceChips(self._theme, self.tr("Group by"), self.tr("Find a question or an answer"))
        self.add(self.grouping_chips)
        self.verdict_card = FigureCard(self._theme, self.tr("Do the groups differ?"))
        self.differing_card = FigureCard(self._theme, self.tr("Pillars that differ"))
        self.thinnest_card = FigureCard(self._theme, self.tr("Thinnest group shown"))
        self.unknown_card = FigureCard(self._theme, self.tr("Without a group"))
        self.add_figures([self.verdict_card, self.differing_card, self.thinnest_card, self.unknown_card])
        self.add_row([self._build_heat(), self._build_undervalued()], stretches=(5, 2))
        self.add(self._build_findings())
        self.ranks_card = MeanRanksCard(self._theme, self._view_model, self)
        self.others_card = FromOthersCard(self._theme, self._view_model, self)
        self.add(self.others_card)
        self.add(self.ranks_card)
        self.add_stretch()

    def _build_heat(self) -> Card:
        self.heat_card = Card(
            self.tr("Place of each pillar by group"),
            self.tr(
                "1 = most important. Hatched groups have few answers; groups in which a person could be recognised "
                "are not shown. The labels of generations are conventions, not science."
            ),
        )
        self.heat_view = ChartView(self._theme)
        self.heat_card.add(self.heat_view, 1)
        return self.heat_card

    def _build_findings(self) -> Card:
        self.findings_card = Card(self.tr("What this says"))
        self.findings_list = SentenceList(self._theme)
        self.findings_card.add(self.findings_list)
        return self.findings_card

    def _build_undervalued(self) -> Card:
        self.undervalued_card = Card(
            self.tr("What we under-value"), self.tr("Each group’s pillars that it surely puts higher than we do.")
        )
        self.undervalued_label = Label("", wrap=True)
        self.undervalued_card.add(self.undervalued_label)
        self.undervalued_card.add_stretch()
        return self.undervalued_card

    @Slot()
    def _on_cohorts_changed(self) -> None:
        cohorts = self._view_model.cohorts
        self.show_empty(cohorts is None)
        self.export_button.setVisible(cohorts is not None)
        if cohorts is None:
            self.set_sentence(self.tr("There are no groups to compare yet."))
            return
        self.set_sentence(notice_text(cohorts.sentences[0]))
        self.findings_list.set_sentences(cohorts.sentences[1:])
        self.findings_card.setVisible(len(cohorts.sentences) > 1)
        self._show_groupings()
        self._show_figures(cohorts)
        self._show_undervalued()
        self.heat_view.set_figure(self._view_model.heat())

    def _show_groupings(self) -> None:
        """A question of several answers gives a grouping for each option: those stand below their question."""
        options = self._view_model.options
        choices = [
            Choice(key, options[key].name, options[key].question) if key in options
            else Choice(key, self._grouping_name(key, name))
            for key, name in self._view_model.groupings
        ]
        self.grouping_chips.set_choices(choices, self._view_model.grouping)

    def _grouping_name(self, key: str, name: str) -> str:
        return {"generation": self.tr("Generation"), "age": self.tr("Age")}.get(key, name)

    def _show_figures(self, cohorts: CohortComparison) -> None:
        self._show_verdict(cohorts)
        differing = self._view_model.differing
        self.differing_card.set_figure(
            whole(len(differing)),
            self.tr("Most: {0}").format(differing[0].name) if differing else self.tr("None beyond chance"),
        )
        self.differing_card.set_details(
            self.tr(
                "Each pillar is tested on its own only when the groups differ as a whole, "
                "and corrected for testing several pillars."
            ),
            self.tr("Kruskal-Wallis per pillar with Holm’s correction; effect = epsilon squared"),
            "cohort-kruskal",
        )
        shown = [group for group in cohorts.groups if group.n is not None]
        thinnest = min(shown, key=lambda group: group.n or 0, default=None)
        if thinnest is None:
            self.thinnest_card.set_figure(self.tr("–"), self.tr("No group may be shown"))
        else:
            few = thinnest.status != "enough"
            self.thinnest_card.set_figure(
                f"{thinnest.name}, {whole(thinnest.n or 0)}",
                self.tr("Direction only") if thinnest.pillars and few else
                self.tr("Too few for an order") if few else self.tr("Enough to report on its own"),
                "warn" if few else "ok",
            )
        self.unknown_card.set_figure(whole(cohorts.no_cohort), self.tr("answers count overall only"))

    def _show_verdict(self, cohorts: CohortComparison) -> None:
        if cohorts.p_value is None:
            self.verdict_card.set_figure(self.tr("–"), self.tr("Too few answers to test"))
            return
        p = self.tr("p < 0.001") if cohorts.p_value < 0.001 else self.tr("p = {0}").format(number(cohorts.p_value, 3))
        self.verdict_card.set_figure(
            self.tr("Yes") if cohorts.reliable else self.tr("Not proven"),
            self.tr("{0}, one test for all pillars").format(p),
            "ok" if cohorts.reliable else "info",
        )
        self.verdict_card.set_details(
            self.tr(
                "One test asks whether the groups’ means differ on any pillar at all. "
                "Only if it says yes are single pillars looked at."
            ),
            self.tr("Q = {0}, df {1}: multivariate Kruskal-Wallis (Puri and Sen)").format(
                number(cohorts.q or 0, 2), cohorts.df
            ),
            "cohort-q",
        )

    def _show_undervalued(self) -> None:
        lines = [
            self.tr("{0}: {1}").format(group.name, ", ".join(names))
            for group, names in self._view_model.undervalued
            if names
        ]
        self.undervalued_label.setText("\n\n".join(lines) or self.tr("Nothing beyond chance."))

    @Slot()
    def _on_fill_requested(self) -> None:
        self.step_requested.emit("responses")
