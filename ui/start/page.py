"""Start: begin, open, look at the sample, go on where one was."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.storage import Recoverable

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.card_row import CardRow
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label
from ..widgets.notice_list import NoticeBar
from ..widgets.page_frame import PageFrame
from .view_model import StartViewModel

SMALL_CARDS = 700  # px at zoom 1: three cards of a few words stand side by side in the smallest window


class StartPage(PageFrame):
    """Lets a person begin.

    Signals: ``new_requested()``, ``open_requested()``, ``sample_requested()``, ``file_requested(path)``,
    ``recover_requested(Recoverable)``, ``discard_requested(Recoverable)``.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    file_requested = Signal(str)
    recover_requested = Signal(object)
    discard_requested = Signal(object)

    def __init__(self, theme: Theme, view_model: StartViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("What do your customers care about?"))
        self.set_sentence(
            self.tr("You believe one thing, your colleagues another. Ask the customers, and see where they differ.")
        )
        self._build()
        view_model.files_changed.connect(self._on_files_changed)
        self._on_files_changed()

    def _build(self) -> None:
        self._recovered_layout = QVBoxLayout()
        self._recovered_layout.setSpacing(8)
        self.content.addLayout(self._recovered_layout)
        self.new_button = Button(self._theme, self.tr("New study"), kind="primary", icon="file-plus")
        self.sample_button = Button(self._theme, self.tr("Open the sample study"), icon="sparkles")
        self.open_button = Button(self._theme, self.tr("Open a file…"), icon="folder-open")
        self.new_button.clicked.connect(self.new_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        self.open_button.clicked.connect(self.open_requested)
        cards = (
            _choice_card(
                self._theme, "file-plus", self.tr("Start a study"),
                self.tr("From the ten CX pillars, or from a list of your own. About an afternoon to the result."),
                self.new_button,
            ),
            _choice_card(
                self._theme, "sparkles", self.tr("See a finished one"),
                self.tr("An invented company with 400-odd answers. Walk through every step and change what you like."),
                self.sample_button,
            ),
            _choice_card(
                self._theme, "folder-open", self.tr("Go on with a study"),
                self.tr("A .cxs file. Or drop a spreadsheet of answers anywhere on this window."),
                self.open_button,
            ),
        )
        self.add(CardRow(self._theme, cards, narrow=SMALL_CARDS))
        self.recent_card = Card(self.tr("Opened last"))
        self.add(self.recent_card)
        self.add(self._build_way())
        self.add_stretch()

    def _build_way(self) -> Card:
        card = Card(self.tr("The way"), self.tr("Any step can be opened at any time; none has to be finished first."))
        steps = (
            (
                "list-ordered", self.tr("Say what you believe"),
                self.tr("Score and rank the pillars yourself, and let colleagues do the same. Then lock it."),
            ),
            (
                "message-square", self.tr("Ask the customers"),
                self.tr("A short survey, sent by whatever means you have; an Excel form is made for you."),
            ),
            (
                "file-spreadsheet", self.tr("Drop the answers here"),
                self.tr("The columns are recognised, and every row that cannot be read is named with its reason."),
            ),
            (
                "git-compare-arrows", self.tr("See where you differ"),
                self.tr("Customers from you, front line from leaders, generations from each other; chance ruled out."),
            ),
            (
                "target", self.tr("Choose two to four pillars"),
                self.tr("Plan who does what by when, and export charts and numbers for the board."),
            ),
        )  # fmt: skip
        for icon, title, words in steps:
            card.add_layout(_step(self._theme, icon, title, words))
        return card

    @Slot()
    def _on_files_changed(self) -> None:
        self._show_recovered()
        self._show_recent()

    def _show_recovered(self) -> None:
        _empty(self._recovered_layout)
        self.recovered_bars = [self._recovered_bar(found) for found in self._view_model.recovered]
        for bar in self.recovered_bars:
            self._recovered_layout.addWidget(bar)

    def _recovered_bar(self, found: Recoverable) -> NoticeBar:
        bar = NoticeBar(
            self._theme,
            self.tr("“{0}” was open when the program ended, last changed {1}. Nothing you entered is missing.").format(
                found.title, _when(found.when)
            ),
            "warning",
            self.tr("Go on with it"),
        )
        bar.dismiss_button.setText(self.tr("Discard"))
        bar.action_requested.connect(lambda: self.recover_requested.emit(found))
        bar.dismissed.connect(lambda: self.discard_requested.emit(found))
        return bar

    def _show_recent(self) -> None:
        _empty(self.recent_card.body)
        recent = self._view_model.recent
        self.recent_card.setVisible(bool(recent))
        for path in recent:
            self.recent_card.add_layout(self._recent_row(path))

    def _recent_row(self, path: Path) -> QHBoxLayout:
        button = Button(self._theme, path.stem.replace("&", "&&"), kind="quiet", icon="file-text")
        button.setAccessibleName(self.tr("Open {0}").format(path.name))
        button.clicked.connect(lambda: self.file_requested.emit(str(path)))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(Label(str(path.parent), "caption", "text_2"), 1)
        return row


def _choice_card(theme: Theme, icon: str, title: str, words: str, button: Button) -> Card:
    card = Card(title)
    card.body.insertWidget(0, IconLabel(theme, icon, "accent_text", 32))
    card.add(Label(words, "body", "text_2", wrap=True))
    card.add_stretch()
    card.add(button)
    return card


def _step(theme: Theme, icon: str, title: str, words: str) -> QHBoxLayout:
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(Label(title, "strong"))
    texts.addWidget(Label(words, "body", "text_2", wrap=True))
    row = QHBoxLayout()
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(16)
    row.addWidget(IconLabel(theme, icon, "accent_text", 24))
    row.addLayout(texts, 1)
    return row


def _when(moment: datetime) -> str:
    return QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat
    )


def _empty(layout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
