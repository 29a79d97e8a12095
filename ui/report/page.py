"""Report: choose what to write, and see the charts as they will look on paper."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chart_view import ChartView
from ..widgets.chips import ChipRow
from ..widgets.empty_state import EmptyState
from ..widgets.label import Label
from ..widgets.page_frame import PageFrame
from ..widgets.progress_panel import ProgressPanel
from .view_model import KINDS, ReportViewModel


class ReportPage(PageFrame):
    """Lets a person export the study. Signal: ``step_requested(key)``."""

    step_requested = Signal(str)

    def __init__(self, theme: Theme, view_model: ReportViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._view_model = view_model
        self._shown = ""
        self.set_title(self.tr("Report"))
        self._build()
        self.export_button.clicked.connect(self._on_export_clicked)
        self.figure_chips.chip_chosen.connect(self._on_figure_chosen)
        self.empty_state.fill_requested.connect(self._on_fill_requested)
        self.notices.action_requested.connect(self._on_action_requested)
        self.progress_panel.cancel_requested.connect(view_model.cancel)
        view_model.report_changed.connect(self._on_report_changed)
        view_model.choice_changed.connect(self._on_choice_changed)
        view_model.progressed.connect(self.progress_panel.set_progress)
        view_model.busy_changed.connect(self._on_busy_changed)
        view_model.exported.connect(self._on_exported)
        view_model.failed.connect(self.notices.tell_notice)
        self._on_report_changed()

    def _build(self) -> None:
        self.export_button = Button(self._theme, self.tr("Export…"), kind="primary", icon="download")
        self.add_action(self.export_button)
        self.empty_state = EmptyState(
            self._theme, "file-text", self.tr("Nothing to report yet"),
            self.tr("Collect your colleagues’ view or import customers’ answers; the report grows with them."),
            self.tr("Collect our view"),
        )
        self.set_empty(self.empty_state)
        self.progress_panel = ProgressPanel(self._theme)
        self.progress_panel.hide()
        self.add(self.progress_panel)
        self.add_row([self._build_choice(), self._build_preview()], stretches=(2, 5))
        self.add_stretch()

    def _build_choice(self) -> Card:
        card = Card(self.tr("What to write"), self.tr("All carry the study’s name, who was asked, n and dates."))
        self.kind_boxes: dict[str, QCheckBox] = {}
        for kind in KINDS:
            name, words = self._kind_words(kind)
            box = QCheckBox(name)
            box.setAccessibleDescription(words)
            box.clicked.connect(lambda checked, kind=kind: self._view_model.set_kind(kind, checked))
            self.kind_boxes[kind] = box
            block = QVBoxLayout()
            block.setSpacing(2)
            block.addWidget(box)
            hint = Label(words, "caption", "text_2", wrap=True)
            hint.setContentsMargins(26, 0, 0, 6)
            block.addWidget(hint)
            card.add_layout(block)
        card.add_stretch()
        return card

    def _kind_words(self, kind: str) -> tuple[str, str]:
        return {
            "report": (self.tr("Report"), self.tr("PDF for the board: findings, charts, plan, method.")),
            "charts": (self.tr("Charts"), self.tr("Each chart as PNG, SVG and PDF.")),
            "workbook": (self.tr("Workbook"), self.tr("Excel, with all numbers and native charts to edit.")),
            "data": (self.tr("Data"), self.tr("Tidy tables with a codebook, for the analyst. No personal columns.")),
        }[kind]

    def _build_preview(self) -> Card:
        self.preview_card = Card(self.tr("The charts"))
        self.figure_chips = ChipRow(self.tr("Chart shown"))
        self.preview_view = ChartView(self._theme)
        self.preview_card.add(self.figure_chips)
        self.preview_card.add(self.preview_view, 1)
        return self.preview_card

    def _figure_name(self, key: str) -> str:
        return {
            "divergence": self.tr("Where we differ"),
            "slope": self.tr("Both orders"),
            "generations": self.tr("Groups"),
            "bases": self.tr("Answers by group"),
            "self_assessment": self.tr("Self-assessment"),
            "performance": self.tr("Importance and performance"),
            "perception": self.tr("How we see ourselves"),
            "drivers": self.tr("Said and felt"),
            "loyalty": self.tr("Loyalty"),
        }.get(key, key)

    @Slot()
    def _on_report_changed(self) -> None:
        figures = {figure.head.key: figure for figure in self._view_model.figures}
        self.show_empty(not figures)
        self._on_choice_changed()
        if not figures:
            self.set_sentence(self.tr("The report fills itself from the other steps."))
            return
        self.set_sentence(
            self.tr("%n chart(s) ready, with the numbers behind them. Nothing leaves this computer.", "", len(figures))
        )
        if self._shown not in figures:
            self._shown = next(iter(figures))
        self.figure_chips.set_chips([(key, self._figure_name(key)) for key in figures], self._shown)
        self.preview_view.set_figure(figures[self._shown])

    @Slot()
    def _on_choice_changed(self) -> None:
        for kind, box in self.kind_boxes.items():
            box.setChecked(kind in self._view_model.kinds)
        ready = self._view_model.is_ready and bool(self._view_model.kinds) and not self._view_model.is_busy
        self.export_button.setEnabled(ready)

    @Slot(str)
    def _on_figure_chosen(self, key: str) -> None:
        self._shown = key
        self._on_report_changed()

    @Slot()
    def _on_export_clicked(self) -> None:
        suggested = self._view_model.suggested_folder
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Where to? A folder named after the study is made there."), str(suggested.parent)
        )
        if folder:
            self._view_model.export(Path(folder) / suggested.name)

    @Slot()
    def _on_busy_changed(self) -> None:
        if self._view_model.is_busy:
            self.progress_panel.begin(self.tr("Writing the files"))
        else:
            self.progress_panel.end()
        self._on_choice_changed()

    @Slot()
    def _on_exported(self) -> None:
        written = self._view_model.written
        folder = self._view_model.written_folder
        self.notices.tell(
            "exported", self.tr("%n file(s) written to {0}.", "", len(written)).format(folder), "ok",
            self.tr("Open folder"),
        )

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == "exported":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._view_model.written_folder)))

    @Slot()
    def _on_fill_requested(self) -> None:
        self.step_requested.emit("internal")
