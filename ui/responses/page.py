"""Responses: drop the file, confirm what was understood, see what became of every row."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cxsurvey.notices import Notice, Severity
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.places import column_position

from ..texts import whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.drop_area import DropArea
from ..widgets.page_frame import PageFrame
from ..widgets.progress_panel import ProgressPanel
from .asked_card import AskedCard
from .files import ENDINGS
from .import_card import ImportCard
from .left_out_card import LeftOutCard
from .review import Review
from .review_panel import ReviewPanel
from .view_model import ResponsesViewModel

SAME_NAME = "same_name"
ABOVE = 8  # pixels left above a card that is scrolled to
OF_A_COLUMN = (FormatNotice.SCALE_UNKNOWN, FormatNotice.SCALE_TAKEN, FormatNotice.ATTENTION_UNKNOWN)


class ResponsesPage(PageFrame):
    """Lets a person bring customers' answers in. Signal: ``step_requested(key)``."""

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self.import_cards: list[ImportCard] = []
        self._reviewed = ""  # key of the file that is looked at
        self._focus_due = False
        self.set_title(self.tr("Responses"))
        self._build()
        self._connect()
        self._on_changed()

    @property
    def undo_stack(self) -> QUndoStack | None:
        """What takes back corrections of the file that is looked at; None while none is."""
        return None if self._view_model.review is None else self._view_model.corrections.undo_stack

    def take_files(self, paths: list[str]) -> None:
        """Reads these files, as if they had been dropped here."""
        self._view_model.take_files(paths)

    @Slot()
    def choose_files(self) -> None:
        """Asks for files and reads them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose the answers"), "",
            ";;".join(
                (self.tr("Answers ({0})").format(" ".join(f"*{end}" for end in ENDINGS)), self.tr("All files (*)"))
            ),
        )  # fmt: skip
        if paths:
            self._view_model.take_files(paths)

    def _build(self) -> None:
        self.add_button = Button(self._theme, self.tr("Add answers"), icon="upload")
        self.next_button = Button(self._theme, self.tr("Can we trust it?"), kind="primary", icon="shield-check")
        self.discard_button = Button(self._theme, self.tr("Leave this file out"))
        self.take_button = Button(self._theme, self.tr("Take these answers in"), kind="primary", icon="check")
        for button in (self.add_button, self.next_button, self.discard_button, self.take_button):
            button.hide()  # two at a time: while a file is looked at, and after
            self.add_action(button)
        self.drop_area = DropArea(
            self._theme, self.tr("Drop the spreadsheet of answers here"),
            self.tr("As your form platform gave it to you: Excel, CSV or zip, also several files or a folder. "
                    "Or paste copied cells with their headers."),
            self.tr("Choose a file…"), suffixes=(),
        )  # fmt: skip
        # Answers are pasted also when the place to drop them is not shown; together they would be ambiguous.
        self.paste_shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        self.paste_shortcut.activated.connect(self.drop_area.paste)
        self.stop_shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self.stop_shortcut.activated.connect(self._view_model.cancel)
        self.progress_panel = ProgressPanel(self._theme)
        self.progress_panel.hide()
        self.review_panel = ReviewPanel(self._theme, self._view_model)
        holder = QWidget()
        self._cards_layout = QVBoxLayout(holder)
        self._cards_layout.setContentsMargins(0, 0, 0, 0)
        self._cards_layout.setSpacing(12)
        self.cards_holder = holder
        self.left_out_card = LeftOutCard(self._theme, self._view_model)
        self.asked_card = AskedCard(self._theme)
        for widget in (
            self.progress_panel, self.drop_area, self.review_panel, holder, self.left_out_card, self.asked_card
        ):
            self.add(widget)
        self.add_stretch()

    def _connect(self) -> None:
        view_model = self._view_model
        self.add_button.clicked.connect(self.choose_files)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.take_button.clicked.connect(view_model.accept)
        self.discard_button.clicked.connect(view_model.discard)
        self.notices.action_requested.connect(self._on_action_requested)
        self.drop_area.choose_requested.connect(self.choose_files)
        self.drop_area.files_dropped.connect(view_model.take_files)
        self.drop_area.text_pasted.connect(view_model.take_text)
        self.drop_area.refused.connect(self._on_refused)
        self.progress_panel.cancel_requested.connect(view_model.cancel)
        view_model.imports_changed.connect(self._on_changed)
        view_model.checks_changed.connect(self._on_checks_changed)
        view_model.review_changed.connect(self._on_review_changed)
        view_model.busy_changed.connect(self._on_changed)
        view_model.progressed.connect(self.progress_panel.set_progress)
        view_model.failed.connect(self.notices.tell_notice)
        view_model.saved.connect(self._on_saved)

    @Slot()
    def _on_review_changed(self) -> None:
        self._show_notices()
        review = self._view_model.review
        key = "" if review is None else str(review.path or review.imported.key)  # the same file, read otherwise
        if key != self._reviewed:
            self._reviewed, self._focus_due = key, True
            self.scroll_area.verticalScrollBar().setValue(0)
        self._on_changed()

    def _focus_next(self) -> None:
        """What had the focus may be gone: the keyboard goes on with what is to be done now."""
        panel = self.review_panel
        for control in (
            panel.design_card.position_button, panel.first_card.right_button, self.take_button,
            panel.design_card.choose_button, panel.columns_card.column_table, self.next_button,
        ):  # fmt: skip
            if control.isVisible() and control.isEnabled():
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _on_changed(self) -> None:
        view_model = self._view_model
        review, imports = view_model.review, view_model.imports
        reading = view_model.is_busy and bool(view_model.reading)
        if reading:
            self.progress_panel.begin(self.tr("Reading {0}").format(view_model.reading))
        else:
            self.progress_panel.end()
        self.drop_area.setVisible(review is None and not reading and not imports)
        self.stop_shortcut.setEnabled(reading)
        self.paste_shortcut.setEnabled(review is None and not reading and bool(imports))
        self.review_panel.setVisible(review is not None and not reading)
        self.cards_holder.setVisible(bool(imports) and review is None)
        for button in (self.add_button, self.next_button):
            button.setVisible(bool(imports) and review is None and not reading)
        for button in (self.discard_button, self.take_button):
            button.setVisible(review is not None and not reading)
        change = view_model.is_change
        self.discard_button.setText(self.tr("Leave it as it was") if change else self.tr("Leave this file out"))
        self.take_button.setText(self.tr("Use these columns") if change else self.tr("Take these answers in"))
        self.take_button.setEnabled(review is not None and review.is_ready and not view_model.is_busy)
        self.asked_card.set_asked(() if review is not None or reading else view_model.asked)
        self.left_out_card.show_entries()
        if reading:
            self.left_out_card.hide()
        self._show_imports()
        self._show_sentence()
        if self._focus_due and not view_model.is_busy:  # a button that is not enabled yet takes no focus
            self._focus_due = False
            self._focus_next()

    def _show_imports(self) -> None:
        shown, imports = [card.imported for card in self.import_cards], self._view_model.imports
        if len(shown) == len(imports) and all(one is other for one, other in zip(shown, imports, strict=True)):
            return  # many an event changes none of them
        for card in self.import_cards:
            self._cards_layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        view_model = self._view_model
        self.import_cards = [
            ImportCard(self._theme, imported, view_model.checks_of(imported)) for imported in view_model.imports
        ]
        for card in self.import_cards:
            card.columns_requested.connect(self._view_model.open_review)
            card.remove_requested.connect(self._view_model.remove)
            self._cards_layout.addWidget(card)

    @Slot()
    def _on_checks_changed(self) -> None:
        for card in self.import_cards:
            card.set_checks(self._view_model.checks_of(card.imported))

    def _show_notices(self) -> None:
        """What is to be told of the file that is looked at; a refusal stays until the next file."""
        review = self._view_model.review
        told = () if review is None else review.notices  # what asks for nothing stands with the file's facts
        actions = dict.fromkeys(OF_A_COLUMN, self.tr("Show the column"))
        self.notices.set_notices([one for one in told if one.severity is not Severity.INFO], actions)
        if self._view_model.same_name is not None:
            self.notices.tell(
                SAME_NAME,
                self.tr("A file of this name is in the study already. Taken in again, its answers count twice."),
                "warning", self.tr("Replace the earlier one"),
            )  # fmt: skip

    def _show_sentence(self) -> None:
        imports, review = self._view_model.imports, self._view_model.review
        if self._view_model.is_busy and self._view_model.reading:
            self.set_sentence(self.tr("Esc stops reading. Nothing is in the study before you take it in."))
        elif review is not None and not review.is_ready:
            self.set_sentence(self._missing(review))
        elif review is not None and self._view_model.n_waiting:
            self.set_sentence(
                self.tr("Look at what was understood, then take it in. %n more file(s) wait.", "",
                        self._view_model.n_waiting)
            )  # fmt: skip
        elif self._view_model.is_change:
            self.set_sentence(self.tr("The cells are kept in the study, so the file itself is not needed."))
        elif review is not None:
            self.set_sentence(self.tr("Look at what was understood. Nothing is in the study before you take it in."))
        elif not imports:
            self.set_sentence(self.tr("Bring in the answers your customers gave."))
        else:
            self.set_sentence(self._found())

    def _missing(self, review: Review) -> str:
        """What is to be done before the answers can be taken in."""
        if review.asks_for_design is not None:
            return self.tr("One thing is missing: what the MaxDiff tasks showed. Say it below.")
        if not review.has_priorities:
            return self.tr("Say below which columns hold the priorities, or where the headings end.")
        if review.asks_for_direction:
            return self.tr("One question before you take it in: which end is the most important?")
        return self.tr("No row holds an answer about priorities. Look at what the columns are read as.")

    def _found(self) -> str:
        reports = [imported.report for imported in self._view_model.imports]
        usable = sum(report.complete + report.partial for report in reports)
        left_out = sum(len(report.left_out) for report in reports)
        answers = self.tr("{0} customers’ answers are in, from %n file(s).", "", len(reports)).format(whole(usable))
        if not left_out:
            return answers
        return answers + " " + self.tr("%n row(s) were left out; see why below.", "", left_out)

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        review = self._view_model.review
        if key == SAME_NAME:
            self._view_model.accept_instead()
        elif review is not None:
            self._show_column(next((told for told in review.notices if told.code == key), None))

    def _show_column(self, told: Notice | None) -> None:
        """Opens the column that a notice speaks of, where what it asks for is said."""
        letter = "" if told is None else dict(told.values).get("column", "")
        if letter and self.review_panel.columns_card.choose(column_position(str(letter))):
            self.review_panel.column_card.role_combo.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._scroll_to_column)  # once the card has its place

    @Slot()
    def _scroll_to_column(self) -> None:
        card = self.review_panel.column_card
        above = card.mapTo(self.scroll_area.widget(), QPoint(0, 0)).y()
        self.scroll_area.verticalScrollBar().setValue(above - ABOVE)

    @Slot(list)
    def _on_refused(self, names: list[str]) -> None:
        self.notices.tell(
            "refused", self.tr("{0} is no spreadsheet. Drop an .xlsx or .csv file.").format(", ".join(names)), "warning"
        )

    @Slot()
    def _on_next_clicked(self) -> None:
        self.step_requested.emit("adequacy")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.notices.tell("saved", self.tr("Saved as {0}.").format(path.name), "ok")
