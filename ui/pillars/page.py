"""Pillars: what customers will be asked to rank, as cards; what the study is about above them."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from cxsurvey.notices import Notice

from ..texts import notice_text
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card_grid import CardGrid
from ..widgets.chips import ChipRow
from ..widgets.label import Label
from ..widgets.page_frame import PageFrame
from .pillar_card import PillarCard
from .study_card import StudyCard
from .view_model import PillarsViewModel


class PillarsPage(PageFrame):
    """Lets a person word, order, add and remove pillars, and describe the study.

    Signal: ``step_requested(key)``.
    """

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: PillarsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self._cards: dict[str, PillarCard] = {}
        self.set_title(self.tr("Pillars"))
        self._build()
        self.add_button.clicked.connect(self._on_add_clicked)
        self.language_chips.chip_chosen.connect(view_model.show_language)
        self.notices.action_requested.connect(self._on_action_requested)
        view_model.pillars_changed.connect(self._on_pillars_changed)
        view_model.list_taken.connect(self._on_list_taken)
        view_model.refused.connect(self._on_refused)
        view_model.text_refused.connect(self._on_text_refused)
        self._on_pillars_changed()

    @property
    def cards(self) -> list[PillarCard]:
        """The cards in the order of the pillars."""
        return [self._cards[pillar.key] for pillar in self._view_model.pillars]

    def _build(self) -> None:
        self.list_button = Button(self._theme, self.tr("Other list"), icon="layers")
        self.list_button.setMenu(self._list_menu())
        self.add_button = Button(self._theme, self.tr("Add pillar"), kind="primary", icon="plus")
        self.add_action(self.list_button)
        self.add_action(self.add_button)
        self.study_card = StudyCard(self._theme, self._view_model)
        self.add(self.study_card)
        self.language_chips = ChipRow(self.tr("Language of the words"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(self.tr("Words in"), "strong", "text_2"))
        row.addWidget(self.language_chips, 1)
        self.content.addLayout(row)
        self.grid = CardGrid(self._theme)
        self.add(self.grid)
        self.add_stretch()

    def _list_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, name in (
            (self.tr("The ten pillars of customer experience, as shipped"), "cx"),
            (self.tr("Five dimensions of service quality (SERVQUAL)"), "servqual"),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, name=name: self._view_model.take_shipped(name))
        menu.addSeparator()
        menu.addAction(self._theme.icon("folder-open"), self.tr("A list of your own…")).triggered.connect(
            self._on_file_wished
        )
        return menu

    @Slot()
    def _on_pillars_changed(self) -> None:
        view_model = self._view_model
        pillars = view_model.pillars
        self._show_sentence(len(pillars))
        self.language_chips.set_chips(view_model.languages, view_model.language)
        self.add_button.setEnabled(view_model.can_add)
        self.add_button.setToolTip("" if view_model.can_add else self.tr("Twenty pillars are the most."))
        self._match_cards()
        for number, (card, pillar) in enumerate(zip(self.cards, pillars, strict=True), 1):
            card.show_pillar(pillar, number, len(pillars))
        if tuple(self.cards) != self.grid.cards:
            self.grid.set_cards(self.cards)
            controls = [control for card in self.cards for control in card.controls]
            for former, following in pairwise(controls):
                QWidget.setTabOrder(former, following)

    def _match_cards(self) -> None:
        """A card for each pillar; those that stay are kept, and the focus with them."""
        keys = [pillar.key for pillar in self._view_model.pillars]
        for key in [key for key in self._cards if key not in keys]:
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()
        for key in keys:
            if key not in self._cards:
                card = PillarCard(self._theme, self._view_model, key)
                card.remove_requested.connect(self._on_remove_requested)
                card.moved.connect(self._on_moved)
                self._cards[key] = card

    def _show_sentence(self, n: int) -> None:
        pairs = len(self._view_model.pairs)
        if pairs:
            self.set_sentence(
                self.tr("{0} pillars. Customers may confuse some of them; pairs marked below: {1}.").format(n, pairs)
            )
        else:
            self.set_sentence(
                self.tr("{0} pillars, worded far enough apart for customers to tell them from each other.").format(n)
            )

    @Slot()
    def _on_add_clicked(self) -> None:
        self._view_model.add()
        card = self._cards.get(self._view_model.edited)
        if card is not None:
            card.start_editing()
            QTimer.singleShot(0, lambda: self.scroll_to(card))  # after it has its place

    @Slot(str)
    def _on_remove_requested(self, key: str) -> None:
        at = self._view_model.position(key)
        self._view_model.remove(key)
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].menu_button.setFocus()

    @Slot(str)
    def _on_moved(self, key: str) -> None:
        card = self._cards[key]
        QTimer.singleShot(0, lambda: self.scroll_to(card))

    @Slot()
    def _on_file_wished(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Take a list of pillars"), "",
            self.tr("Lists of pillars (*.json *.txt *.csv *.tsv);;All files (*)"),
        )  # fmt: skip
        if path:
            self._view_model.take_file(Path(path))

    @Slot()
    def _on_list_taken(self) -> None:
        self.notices.clear()
        self.notices.tell(
            "list", self.tr("Another list has taken the place of the former one. Undo brings the former back."), "ok"
        )

    @Slot(object)
    def _on_refused(self, notice: Notice) -> None:
        action = self.tr("Go to the answers") if self._view_model.has_answers else ""
        self.notices.tell_notice(notice, action)

    @Slot(str)
    def _on_action_requested(self, _key: str) -> None:
        self.step_requested.emit("responses")

    @Slot(str, str, object)
    def _on_text_refused(self, key: str, field: str, notice: Notice) -> None:
        self._cards[key].refuse(field, notice_text(notice))
