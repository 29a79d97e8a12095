"""One known make-up of all customers: a box of percent for each group, what the answers have, and joining groups."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from cxsurvey.project import WeightMargin
from cxsurvey.weight_plan import as_shares
from cxsurvey.weighting import WeightCell, WeightedMargin

from ..texts import percent
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Combo, NumberBox
from ..widgets.label import Label


class MarginCard(Card):
    """``MarginCard(theme, name, margin)``; another set of groups needs another card.

    Signals, of what a person wishes: ``target_edited(key, percent)``, ``join_requested(key, other key)``,
    ``remove_requested()``.
    """

    target_edited = Signal(str, int)
    join_requested = Signal(str, str)
    remove_requested = Signal()

    def __init__(self, theme: Theme, name: str, margin: WeightMargin, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.set_caption(self.tr("Shares of all customers that the answers are weighted to."))
        self.keys = tuple(key for key, _ in margin.targets)
        self.boxes: dict[str, NumberBox] = {}
        self._answers: dict[str, tuple[Label, Label]] = {}
        self._empty = ""  # key of the group that nobody among the answers belongs to
        self._build(theme)
        self.remove_button.clicked.connect(self.remove_requested)
        self.join_combo.key_chosen.connect(self._on_join_chosen)
        self.set_margin(margin)
        self.set_weighted(None)

    def _build(self, theme: Theme) -> None:
        self.remove_button = Button(theme, self.tr("Remove"), kind="quiet", icon="x")
        self.remove_button.setAccessibleName(self.tr("Do not weigh by: {0}").format(self.title_label.text()))
        self.add_action(self.remove_button)
        self.add_layout(self._build_cells())
        self.join_combo = Combo(self.tr("Join the empty group with"))
        self.add(self.join_combo)
        self.sum_label = Label("", "caption", "text_2", wrap=True)
        self.add(self.sum_label)
        self.add_stretch()

    def _build_cells(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Group"), self.tr("Of the answers"), self.tr("Of all customers"))
        for column, text in enumerate(heads):
            grid.addWidget(Label(text, "caption", "text_2"), 0, column)
        for row, key in enumerate(self.keys, 1):
            name, share = Label(key, wrap=True), Label("")
            box = NumberBox(self.tr("Share of all customers: {0}").format(key), 0, 100)
            box.setSuffix(" %")
            box.number_edited.connect(partial(self.target_edited.emit, key))
            name.setBuddy(box)
            self.boxes[key], self._answers[key] = box, (name, share)
            for column, widget in enumerate((name, share, box)):
                grid.addWidget(widget, row, column)
        return grid

    def set_margin(self, margin: WeightMargin) -> None:
        """Shows its targets."""
        percents = {key: round(100 * share) for key, share in as_shares(margin)}
        for key, shown in percents.items():
            self.boxes[key].setValue(shown)
        total = sum(percents.values())
        self.sum_label.setText(
            self.tr("Together 100 %.") if total == 100
            else self.tr("Together {0} %; the shares are scaled to 100 %.").format(total)
        )

    def set_weighted(self, weighted: WeightedMargin | None) -> None:
        """Shows what the answers have of each group."""
        cells = () if weighted is None else weighted.cells
        for cell in cells:
            if cell.key in self._answers:
                name, share = self._answers[cell.key]
                name.setText(cell.name)
                share.setText(self._share(cell))
                self.boxes[cell.key].setAccessibleName(self.tr("Share of all customers: {0}").format(cell.name))
        self._offer_to_join(cells, () if weighted is None else weighted.nobody_in)

    def _share(self, cell: WeightCell) -> str:
        if cell.n == 0:
            return self.tr("nobody")
        return self.tr("too few to show") if cell.share is None else percent(cell.share)

    def _offer_to_join(self, cells: tuple[WeightCell, ...], nobody_in: tuple[str, ...]) -> None:
        empty = next((cell for cell in cells if cell.name in nobody_in), None)
        self.join_combo.setVisible(empty is not None)
        self._empty = "" if empty is None else empty.key
        if empty is not None:
            homes = [(cell.key, cell.name) for cell in cells if cell.name not in nobody_in and cell.n != 0]
            prompt = self.tr("Join {0} with…").format(empty.name)
            self.join_combo.setAccessibleName(prompt)
            self.join_combo.set_options([("", prompt), *homes])

    @Slot(str)
    def _on_join_chosen(self, other: str) -> None:
        if other and self._empty:
            self.join_requested.emit(self._empty, other)
