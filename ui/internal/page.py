"""Our view: colleagues rank and score the pillars; the page says what they agree on."""

from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cxsurvey.headlines import consensus_sentences
from cxsurvey.internal import Colleague
from cxsurvey.notices import Notice

from ..texts import notice_text
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.card_row import BETWEEN, NARROW
from ..widgets.chart_view import ChartView
from ..widgets.drop_area import SPREADSHEETS
from ..widgets.empty_state import EmptyState
from ..widgets.flow_layout import FlowLayout
from ..widgets.page_frame import MARGIN, PageFrame
from ..widgets.progress_panel import ProgressPanel
from .colleague_card import ColleagueCard
from .colleague_list import ColleagueList, ColleagueRow
from .consensus_card import ConsensusCard
from .view_model import InternalViewModel, ViewState

LOOKS = {  # icon, token
    ViewState.DONE: ("circle-check", "ok"),
    ViewState.SCORES_OPEN: ("circle", "text_3"),
    ViewState.RANKING_OPEN: ("circle", "text_3"),
    ViewState.NOT_STARTED: ("circle", "text_3"),
}
LOCKED = "locked"


class InternalPage(PageFrame):
    """Lets colleagues give their view, takes returned workbooks, and shows what all say together.

    Signal: ``step_requested(key)``.
    """

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: InternalViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self._is_narrow = False
        self.set_title(self.tr("Our view"))
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._on_colleagues_changed()
        self._on_consensus_changed()

    # --- building ---

    def _build(self) -> None:
        self.import_button = Button(self._theme, self.tr("Import workbooks"), icon="upload")
        self.add_button = Button(self._theme, self.tr("Add colleague"), kind="primary", icon="user-plus")
        self.add_action(self.import_button)
        self.add_action(self.add_button)
        self.empty_state = EmptyState(
            self._theme, "list-ordered", self.tr("What do you think matters to customers?"),
            self.tr("Rank and score the pillars before the customers answer, and let colleagues do the same. "
                    "Later this is held against what customers say."),
            self.tr("Add yourself"), self.tr("Import workbooks"),
        )  # fmt: skip
        self.empty_state.sample_button.set_icon("upload")
        self.set_empty(self.empty_state)
        self.progress_panel = ProgressPanel(self._theme)
        self.add(self.progress_panel)
        self.colleague_card = ColleagueCard(self._theme, self._view_model)
        self.consensus_card = ConsensusCard(self._theme, self._view_model, self)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(BETWEEN)
        self._right.addWidget(self._build_colleagues())
        self._right.addWidget(self.consensus_card)
        self._right.addStretch(1)
        self.add_row([self._build_left(), right], stretches=(11, 8))
        self.add_stretch()

    def _build_left(self) -> QWidget:
        """One colleague's view; below it the scores of all, beside the order of all."""
        self.chart_card = Card(self.tr("How good we think we are"))
        self.chart_view = ChartView(self._theme)
        self.chart_card.add(self.chart_view, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self.colleague_card)
        column.addWidget(self.chart_card)
        column.addStretch(1)
        return left

    def _build_colleagues(self) -> Card:
        self.colleagues_card = Card(self.tr("Colleagues"))
        self.colleague_list = ColleagueList(self._theme)
        self.template_button = Button(self._theme, self.tr("Workbook to send…"), kind="quiet", icon="file-spreadsheet")
        self.template_button.setToolTip(self.tr("An empty workbook that a colleague fills in and sends back"))
        self.lock_button = Button(self._theme, self.tr("Lock this view"), kind="quiet", icon="lock")
        self.lock_button.setToolTip(self.tr("Stamps today’s date, so that nobody can say it was fitted later"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.template_button)
        flow.addWidget(self.lock_button)
        self.colleagues_card.add(self.colleague_list)
        self.colleagues_card.add(row)
        return self.colleagues_card

    def _connect(self) -> None:
        view_model = self._view_model
        self.add_button.clicked.connect(view_model.add)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.empty_state.fill_requested.connect(view_model.add)
        self.empty_state.sample_requested.connect(self._on_import_clicked)
        self.colleague_list.colleague_chosen.connect(view_model.choose)
        self.colleague_list.remove_requested.connect(view_model.remove)
        self.template_button.clicked.connect(self._on_template_clicked)
        self.lock_button.clicked.connect(self._on_lock_clicked)
        self.progress_panel.cancel_requested.connect(view_model.cancel)
        self.notices.action_requested.connect(self._on_action_requested)
        view_model.colleagues_changed.connect(self._on_colleagues_changed)
        view_model.consensus_changed.connect(self._on_consensus_changed)
        view_model.colleague_added.connect(self.colleague_card.start_typing)
        view_model.imported.connect(self._on_imported)
        view_model.template_written.connect(self._on_template_written)
        view_model.refused.connect(self.notices.tell_notice)
        view_model.work_changed.connect(self._on_work_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the cards stack, who is chosen stands above what they say."""
        super().resizeEvent(event)
        narrow = event.size().width() - 2 * MARGIN < NARROW * max(1.0, self._theme.zoom)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.colleague_list.set_short(narrow)
            if narrow:
                self.content.insertWidget(1, self.colleagues_card)
            else:
                self._right.insertWidget(0, self.colleagues_card)

    # --- files dropped on the page ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(_is_sheet(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_files([path for path in paths if _is_sheet(path)])

    def take_files(self, paths: list[str]) -> None:
        """Reads returned workbooks."""
        if paths:
            self._view_model.take_files([Path(path) for path in paths])

    # --- what changed ---

    @Slot()
    def _on_colleagues_changed(self) -> None:
        view_model = self._view_model
        colleagues, locked = view_model.colleagues, bool(view_model.locked_on)
        self.show_empty(not colleagues)
        for button in (self.add_button, self.import_button):
            button.setVisible(bool(colleagues))
            button.setEnabled(not locked)
        self.colleague_list.set_rows([self._row(colleague) for colleague in colleagues], view_model.chosen)
        done = sum(view_model.state(colleague) is ViewState.DONE for colleague in colleagues)
        self.colleagues_card.set_caption(self.tr("{0} of {1} are done.").format(done, len(colleagues)))
        self.colleague_card.refresh()
        self._show_lock()
        self._show_sentence()

    def _row(self, colleague: Colleague) -> ColleagueRow:
        state, chosen = self._view_model.state(colleague), colleague.key == self._view_model.chosen
        words = {
            ViewState.DONE: self.tr("Done"),
            ViewState.SCORES_OPEN: self.tr("Scores open"),
            ViewState.RANKING_OPEN: self.tr("Ranking open"),
            ViewState.NOT_STARTED: self.tr("Not started"),
        }[state]
        icon, token = LOOKS[state]
        if chosen and state is not ViewState.DONE and not self._view_model.locked_on:
            icon, token = "chevron-right", "accent_text"
            words = self.tr("Scoring now") if state is ViewState.SCORES_OPEN else self.tr("Ranking now")
        return ColleagueRow(colleague.key, colleague.name, icon, token, words)

    def _show_lock(self) -> None:
        locked_on = self._view_model.locked_on
        self.lock_button.setText(self.tr("Unlock this view") if locked_on else self.tr("Lock this view"))
        self.lock_button.set_icon("lock-open" if locked_on else "lock")
        ranked = any(colleague.ranking for colleague in self._view_model.colleagues)
        self.lock_button.setEnabled(ranked or bool(locked_on))
        if locked_on:
            day = QLocale().toString(QDate.fromString(locked_on, "yyyy-MM-dd"), QLocale.FormatType.LongFormat)
            self.notices.tell(
                LOCKED,
                self.tr("Locked on {0}: nothing here changes any more, and the report says so. "
                        "If you unlock it, the report will say that the view was open to change.").format(day),
                "info", self.tr("Unlock"),
            )  # fmt: skip
        else:
            self.notices.drop(LOCKED)

    @Slot()
    def _on_consensus_changed(self) -> None:
        figure = self._view_model.self_assessment()
        self.chart_card.setVisible(figure is not None)
        self.chart_view.set_figure(figure)
        if figure is not None:
            self.chart_card.set_caption(notice_text(figure.head.caption))
        self._show_sentence()

    def _show_sentence(self) -> None:
        consensus, colleagues = self._view_model.consensus, self._view_model.colleagues
        sentences = () if consensus is None else consensus_sentences(consensus)
        if not colleagues:
            self.set_sentence(self.tr("Nobody has given their view yet."))
        elif sentences:
            self.set_sentence(notice_text(sentences[0]))
        elif any(colleague.ranking for colleague in colleagues):
            self.set_sentence(self.tr("The order of all is being computed."))
        else:
            self.set_sentence(self.tr("Nobody has ranked the pillars yet; the order of all appears with the first."))

    # --- files ---

    @Slot()
    def _on_import_clicked(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Import colleagues’ workbooks"), "",
            self.tr("Workbooks and tables (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv)"),
        )  # fmt: skip
        self.take_files(paths)

    @Slot()
    def _on_template_clicked(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the workbook for a colleague"), self.tr("Our view.xlsx"),
            self.tr("Excel workbook (*.xlsx)"),
        )  # fmt: skip
        if path:
            target = Path(path)
            self._view_model.write_template(target if target.suffix else target.with_suffix(".xlsx"))

    @Slot(list, list)
    def _on_imported(self, names: list[str], notices: list[Notice]) -> None:
        self.notices.set_notices(notices)
        if names:
            taken = self.tr("Taken over: {0}. Undo takes them away.").format(", ".join(names))
            self.notices.tell("imported", taken, "ok")
        self._show_lock()

    @Slot(str)
    def _on_template_written(self, path: str) -> None:
        self.notices.tell(
            "template",
            self.tr("Written as {0}. Send it to your colleagues; what they return can be dropped on this page.").format(
                Path(path).name
            ),
            "ok",
        )

    @Slot()
    def _on_work_changed(self) -> None:
        if self._view_model.work:
            self.progress_panel.begin(self._view_model.work)
        else:
            self.progress_panel.end()

    @Slot()
    def _on_lock_clicked(self) -> None:
        if self._view_model.locked_on:
            self._view_model.unlock()
        else:
            self._view_model.lock()

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == LOCKED:
            self._view_model.unlock()


def _is_sheet(path: str) -> bool:
    return path.lower().endswith(SPREADSHEETS)
