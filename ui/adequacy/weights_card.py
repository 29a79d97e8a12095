"""Weights: the shares of all customers by group, and what they do to the order."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from cxsurvey.weighting import WeightedPlace

from ..texts import percent
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Combo, Field, NumberBox
from ..widgets.label import Label
from ..widgets.rows_model import RowsTableModel
from ..widgets.sentences import SentenceList
from ..widgets.table_view import named_table
from .view_model import AdequacyViewModel


class WeightsCard(Card):
    """A box of percent for each group, of the study's targets; places without and with weights below."""

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
        self.boxes: dict[str, NumberBox] = {}
        self._answers: dict[str, tuple[Label, Label]] = {}
        self._build(theme)
        self.by_combo.key_chosen.connect(view_model.set_weight_by)
        view_model.adequacy_changed.connect(self._on_adequacy_changed)
        view_model.study_changed.connect(self._on_study_changed)
        self._on_study_changed()
        self._on_adequacy_changed()

    def _build(self, theme: Theme) -> None:
        self.by_combo = Combo(self.tr("Weigh by"))
        self.add(Field(self.tr("Weigh by"), self.by_combo))
        self.cells = QWidget()
        self._grid = QGridLayout(self.cells)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.add(self.cells)
        self.sum_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.sum_label)
        self.sentence_list = SentenceList(theme)
        self.add(self.sentence_list)
        self.place_model = WeightedTableModel(self)
        self.table = named_table(theme, self.tr("Places without and with weights"), self.place_model, 20)
        self.add(self.table)
        self.add_stretch()

    @Slot()
    def _on_study_changed(self) -> None:
        study = self._view_model.study
        if study is None:
            return
        keys = tuple(key for key, _ in study.weight_targets)
        if keys != tuple(self.boxes):
            self._build_cells(keys)
        for key, share in study.weight_targets:
            self.boxes[key].setValue(round(100 * share))
        self.cells.setVisible(bool(keys))
        self.sum_label.setVisible(bool(keys))
        total = sum(round(100 * share) for _, share in study.weight_targets)
        self.sum_label.setText(
            self.tr("Together 100 %.") if total == 100
            else self.tr("Together {0} %; the shares are scaled to 100 %.").format(total)
        )

    def _build_cells(self, keys: tuple[str, ...]) -> None:
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.boxes, self._answers = {}, {}
        heads = (self.tr("Group"), self.tr("Of the answers"), self.tr("Of all customers"))
        for column, text in enumerate(heads if keys else ()):
            self._grid.addWidget(Label(text, "caption", "text_2"), 0, column)
        for row, key in enumerate(keys, 1):
            name = Label(key, "strong", wrap=True)
            self._answers[key] = (name, Label(""))
            box = NumberBox(self.tr("Share of all customers: {0}").format(key), 0, 100)
            box.setSuffix(" %")
            box.number_edited.connect(partial(self._view_model.set_weight_target, key))
            name.setBuddy(box)
            self.boxes[key] = box
            for column, widget in enumerate((name, self._answers[key][1], box)):
                self._grid.addWidget(widget, row, column)

    @Slot()
    def _on_adequacy_changed(self) -> None:
        study, weighting = self._view_model.study, self._view_model.weighting
        names = {"generation": self.tr("Generation"), "age": self.tr("Age")}
        groupings = [(key, names.get(key, name)) for key, name in self._view_model.groupings]
        self.by_combo.set_options([("", self.tr("Not weighted")), *groupings], study.weight_by if study else "")
        self.sentence_list.set_sentences(self._view_model.weighting_words())
        self.sentence_list.setVisible(weighting is not None)
        self.table.setVisible(weighting is not None and bool(weighting.places))
        self.place_model.set_places(() if weighting is None else weighting.places, self._view_model.pillar_names)
        for cell in () if weighting is None else weighting.cells:
            if cell.key in self._answers:
                name, share = self._answers[cell.key]
                name.setText(cell.name)
                share.setText(self.tr("too few to show") if cell.share is None else percent(cell.share))
                self.boxes[cell.key].setAccessibleName(self.tr("Share of all customers: {0}").format(cell.name))


class WeightedTableModel(RowsTableModel):
    """One row a pillar in the weighted order."""

    _names: Mapping[str, str] = {}

    def set_places(self, places: tuple[WeightedPlace, ...], names: Mapping[str, str]) -> None:
        self._names = names
        self.set_rows(places)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Place"), self.tr("Unweighted"), self.tr("Weighted"))

    def cells(self, value: WeightedPlace) -> tuple[str, ...]:
        return (self._names.get(value.key, value.name), str(value.place_before), str(value.place))
