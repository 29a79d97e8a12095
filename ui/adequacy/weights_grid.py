"""The shares of all customers that answers are weighted to, a card each, and the places without and with weights."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.weighting import WeightedPlace, Weighting

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.card_grid import CardGrid
from ..widgets.rows_model import RowsTableModel
from ..widgets.table_view import named_table
from .margin_card import MarginCard
from .view_model import AdequacyViewModel


class WeightsGrid(CardGrid):
    """A ``MarginCard`` for each of the study's make-ups, and the places; nothing without weights or answers."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, last_spans=True, parent=parent)
        self._view_model = view_model
        self.margins: dict[str, MarginCard] = {}
        self.places_card = PlacesCard(theme)
        view_model.adequacy_changed.connect(self._on_adequacy_changed)
        view_model.study_changed.connect(self._on_study_changed)
        self._on_study_changed()
        self._on_adequacy_changed()

    @Slot()
    def _on_study_changed(self) -> None:
        study = self._view_model.study
        if study is None:
            return
        shown = [(by, card.keys) for by, card in self.margins.items()]
        wanted = [(margin.by, tuple(key for key, _ in margin.targets)) for margin in study.weights]
        if shown != wanted:
            self._build_cards()
        for margin in study.weights:
            self.margins[margin.by].set_margin(margin)

    def _build_cards(self) -> None:
        former, names = self.margins, self._view_model.grouping_names
        self.margins = {}
        for margin in self._view_model.study.weights:
            card = former.pop(margin.by, None)
            if card is None or card.keys != tuple(key for key, _ in margin.targets):
                if card is not None:
                    former[margin.by] = card
                card = MarginCard(self._theme, names.get(margin.by, margin.by), margin)
                card.target_edited.connect(partial(self._view_model.set_weight_target, margin.by))
                card.join_requested.connect(partial(self._view_model.join_weight_groups, margin.by))
                card.remove_requested.connect(partial(self._view_model.remove_weights_by, margin.by))
            self.margins[margin.by] = card
        self._show_cards()
        for card in former.values():
            card.deleteLater()

    def _show_cards(self) -> None:
        weighting = self._view_model.weighting
        places = [self.places_card] if weighting is not None and weighting.places and self.margins else []
        self.set_cards([*self.margins.values(), *places])
        self.setVisible(bool(self.margins) and self._view_model.adequacy is not None)

    @Slot()
    def _on_adequacy_changed(self) -> None:
        weighting = self._view_model.weighting
        self.places_card.set_weighting(weighting, self._view_model.pillar_names)
        for margin in () if weighting is None else weighting.margins:
            if margin.by in self.margins:
                self.margins[margin.by].set_weighted(margin)
        self._show_cards()


class PlacesCard(Card):
    """The order without and with weights, side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Places without and with weights"))
        self.place_model = WeightedTableModel(self)
        self.table = named_table(theme, self.tr("Places without and with weights"), self.place_model, 20)
        self.add(self.table)
        self.add_stretch()

    def set_weighting(self, weighting: Weighting | None, names: Mapping[str, str]) -> None:
        self.place_model.set_places(() if weighting is None else weighting.places, names)


class WeightedTableModel(RowsTableModel):
    """One row a pillar in the weighted order."""

    _names: Mapping[str, str] = {}

    def set_places(self, places: tuple[WeightedPlace, ...], names: Mapping[str, str]) -> None:
        self._names = names
        self.set_rows(places)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Pillar"), self.tr("Unweighted"), self.tr("Weighted"))

    def cells(self, value: WeightedPlace) -> tuple[str, ...]:
        return (self._names.get(value.key, value.name), str(value.place_before), str(value.place))
