"""Careless answers: who counts, and what the order is with and without them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.headlines import round_to_five
from cxsurvey.three_ways import ThreeWays

from ..texts import number, whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from ..widgets.rows_model import RowsTableModel
from ..widgets.sentences import SentenceList
from ..widgets.table_view import named_table
from .view_model import AdequacyViewModel

IF_ASKED = ("attention", "random_picks")  # signs that only some questionnaires give


class QualityCard(Card):
    """The choice of who counts and the results three ways, of ``view_model.three_ways``."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Careless answers"))
        self.set_caption(self.tr("Suspicious, not fake: the rules are conventions. Nothing is ever deleted."))
        self._build(theme)
        self.mode_combo.key_chosen.connect(view_model.set_quality)
        view_model.adequacy_changed.connect(self._on_adequacy_changed)
        self._on_adequacy_changed()

    def _build(self, theme: Theme) -> None:
        self.mode_combo = Combo(self.tr("Who counts"))
        self.add(Field(self.tr("Who counts"), self.mode_combo))
        self.sentence_list = SentenceList(theme)
        self.add(self.sentence_list)
        self.ways_model = WaysTableModel(self)
        self.table = named_table(theme, self.tr("Results with and without careless answers"), self.ways_model, 24)
        self.table.hide()
        self.table_button = Button(theme, self.tr("Compare the orders side by side"), "quiet", "chevron-right")
        self.table_button.clicked.connect(self._on_table_clicked)
        self.add(self.table_button)
        self.add(self.table)
        self.signs_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.signs_label)
        self.add_stretch()

    @Slot()
    def _on_adequacy_changed(self) -> None:
        ways = self._view_model.three_ways
        if ways is None:
            return
        self.mode_combo.set_options(
            [
                ("everyone", self.tr("Everyone")),
                ("default", self.tr("Not people with two or more signs")),
                ("strict", self.tr("Only people without any sign")),
            ],
            ways.chosen,
        )
        self.sentence_list.set_sentences(self._view_model.quality_words())
        self.ways_model.set_ways(ways, self._view_model.pillar_names)
        self.table_button.setVisible(ways.one_or_more > 0)
        self._show_table(ways.one_or_more > 0 and not self.table.isHidden())
        self.signs_label.setText(self._signs(ways))

    @Slot()
    def _on_table_clicked(self) -> None:
        self._show_table(self.table.isHidden())

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.table_button.set_icon("chevron-down" if shown else "chevron-right")

    def _signs(self, ways: ThreeWays) -> str:
        names = {
            "same_id": self.tr("same person twice"),
            "same_answers": self.tr("same answers within a minute"),
            "straight_lined": self.tr("the same rating or points all the way"),
            "order_shown": self.tr("ranked as shown"),
            "too_fast": self.tr("too fast"),
            "attention": self.tr("missed an attention check"),
            "random_picks": self.tr("choices that look random"),
        }
        counted = [
            self.tr("{0} ({1})").format(names[sign.key], self.tr("not known") if sign.n is None else whole(sign.n))
            for sign in ways.signs
            if sign.n is not None or sign.key not in IF_ASKED
        ]
        counted.append(self.tr("answered too little to count ({0})").format(whole(ways.incomplete)))
        return self.tr("Signs: {0}.").format(", ".join(counted))


class WaysTableModel(RowsTableModel):
    """Rows of figures and of each pillar's place; a column for each way of counting."""

    def set_ways(self, ways: ThreeWays, names: dict[str, str]) -> None:
        rows = [
            (self.tr("Answers counted"), *(whole(way.n) for way in ways.ways)),
            (self.tr("Set aside"), *(whole(way.set_aside) for way in ways.ways)),
            (
                self.tr("Same top again"),
                *("" if way.stability is None else self._chance(way.stability) for way in ways.ways),
            ),
            (
                self.tr("Order like everyone’s (τ)"),
                *("" if way.tau_x is None else number(way.tau_x, 2) for way in ways.ways),
            ),
        ]
        places = [dict(way.places) for way in ways.ways]
        order = sorted(places[0], key=lambda key: places[0][key])
        rows += [(names.get(key, key), *(str(of.get(key, "")) for of in places)) for key in order]
        self.set_rows(rows)

    def _chance(self, stability: float) -> str:
        return self.tr("about {0} %").format(round_to_five(stability))

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Place by who counts"), self.tr("Everyone"), self.tr("Not two signs"), self.tr("No sign"))

    def cells(self, value: tuple[str, ...]) -> tuple[str, ...]:
        return value
