"""Behind the divergence: the order by other methods, and whose bet was closest."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.bet import Bet
from cxsurvey.detail_sentences import bet_sentences
from cxsurvey.sensitivity import Sensitivity

from ..texts import signed
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.rows_model import RowsTableModel
from ..widgets.sentences import SentenceList
from ..widgets.table_view import named_table
from .table_model import place_text
from .view_model import ComparisonViewModel


class MethodsCard(Card):
    """Each pillar's place by four methods of putting the answers together."""

    def __init__(self, theme: Theme, view_model: ComparisonViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("By other methods"))
        self.method_model = MethodTableModel(self)
        self.table = named_table(theme, self.tr("Places by other methods"), self.method_model, 22)
        self.add(self.table)
        self.add_stretch()
        view_model.comparison_changed.connect(self._on_comparison_changed)
        self._on_comparison_changed()

    @Slot()
    def _on_comparison_changed(self) -> None:
        comparison = self._view_model.comparison
        found = None if comparison is None else comparison.sensitivity
        if found is not None and comparison is not None:
            self.set_caption(self._caption("sort" if comparison.format == "sort" else found.methods[0].key))
            self.method_model.set_methods(found, self._view_model.pillar_names)

    def _caption(self, first: str) -> str:
        """What the methods do, by the one that gives the order shown everywhere."""
        return {
            "mean_rank": self.tr(
                "Mean rank gives the order shown everywhere. Plackett-Luce models one choice after the other, Kemeny "
                "contradicts the fewest pairs, the last counts who put it on top."
            ),
            "sort": self.tr(
                "Mean rank gives the order shown everywhere. Plackett-Luce rests on the first choice alone, because "
                "all later steps are ties; Kemeny contradicts the fewest pairs, the last counts who put it on top."
            ),
            "mean_points": self.tr(
                "Mean points give the order shown everywhere. The others look only at which pillar a person gave more: "
                "Plackett-Luce models one choice after the other, Kemeny contradicts the fewest pairs, the last counts "
                "who gave it most."
            ),
            "counts": self.tr(
                "Counts of most and least important give the order shown everywhere. The logit models each choice by "
                "what stood beside it, the closed form is its short cut."
            ),
            "logit": self.tr(
                "The logit gives the order shown everywhere, because some pillars stood more often beside strong ones "
                "than others; counts and the closed form do not allow for that."
            ),
        }[first]


class BetCard(Card):
    """Each colleague's agreement with the customers, the closest first."""

    def __init__(self, theme: Theme, view_model: ComparisonViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Whose bet was closest"))
        self.set_caption(self.tr("For the talk among yourselves: names stand on no report."))
        self.sentence_list = SentenceList(theme)
        self.add(self.sentence_list)
        self.bet_model = BetTableModel(self)
        self.table = named_table(theme, self.tr("Agreement of each colleague with the customers"), self.bet_model, 12)
        self.add(self.table)
        self.add_stretch()
        view_model.comparison_changed.connect(self._on_comparison_changed)
        self._on_comparison_changed()

    @Slot()
    def _on_comparison_changed(self) -> None:
        comparison = self._view_model.comparison
        bets = None if comparison is None else comparison.bet
        self.setVisible(bets is not None)
        self.sentence_list.set_sentences(() if bets is None else bet_sentences(bets))
        self.bet_model.set_rows(() if bets is None else bets.colleagues)


class MethodTableModel(RowsTableModel):
    """One row a pillar in the headline's order, a column for each method, agreement as the last row."""

    _methods: tuple[str, ...] = ()

    def set_methods(self, found: Sensitivity, names: dict[str, str]) -> None:
        self._methods = tuple(method.key for method in found.methods)
        places = [dict(method.places) for method in found.methods]
        rows = [(names[key], *(place_text(of[key]) for of in places)) for key in found.methods[0].order]
        rows.append((self.tr("Agreement (τ)"), *(signed(one.tau_x) for one in found.methods)))
        self.set_rows(rows)

    def headers(self) -> tuple[str, ...]:
        names = {
            "mean_rank": self.tr("Mean rank"),
            "mean_points": self.tr("Mean points"),
            "counts": self.tr("Counts"),
            "logit": self.tr("Logit"),
            "closed_form": self.tr("Closed form"),
            "plackett_luce": self.tr("Plackett-Luce"),
            "kemeny": self.tr("Kemeny"),
            "top_share": self.tr("On top"),
        }
        return (self.tr("Pillar"), *(names[key] for key in self._methods))

    def cells(self, value: tuple[str, ...]) -> tuple[str, ...]:
        return value


class BetTableModel(RowsTableModel):
    """One row a colleague, the closest first."""

    LEFT = (0, 1)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Colleague"), self.tr("Level"), self.tr("Same pairs"), self.tr("τ"))

    def cells(self, value: Bet) -> tuple[str, ...]:
        levels = {"leader": self.tr("Leader"), "front_line": self.tr("Front line")}
        return (value.name, levels.get(value.level, ""), str(value.pairs_agreeing), signed(value.tau_x))
