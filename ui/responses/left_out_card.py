"""Every row that was left out or read with care: filtered, read in full, written to a file."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from cxsurvey.arrival import Entries
from cxsurvey.notices import Notice
from cxsurvey.reading.values import LeftOut

from ..study_files import file_name
from ..texts import notice_text, whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.label import Label
from ..widgets.table_view import TableView
from .table_models import LeftOutTableModel
from .view_model import ResponsesViewModel

ROWS = 12
ALL, LEFT_OUT, CARE = "all", "left_out", "care"
PAUSE = 200  # ms without a key after which a list is searched
FIND_WIDE = 260
LEAST_FOR_SHEETS = 860


class _RowsTable(TableView):
    """The name of the sheet gives way to the reason where there is little room, and where it says nothing."""

    names_sheets = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sheets(self.names_sheets)

    def show_sheets(self, names_sheets: bool) -> None:
        self.names_sheets = names_sheets
        has_room = self.viewport().width() >= self._theme.px(LEAST_FOR_SHEETS)
        self.setColumnHidden(LeftOutTableModel.SHEET, not (names_sheets and has_room))


class LeftOutCard(Card):
    """``LeftOutCard(theme, view_model)``: ``show_entries()`` takes what the view model tells; hidden without any."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self._entries = Entries()
        self.set_title(self.tr("Rows left out, and answers read with care"))
        self.set_caption(
            self.tr("Each with its row as the spreadsheet shows it. Correct the file and bring it in again, or leave.")
        )
        self._build(theme)
        self.kind_chips.chip_chosen.connect(self._on_filter_changed)
        self._searching = QTimer(self, interval=PAUSE, singleShot=True)
        self._searching.timeout.connect(self._on_filter_changed)
        self.find_edit.textEdited.connect(self._searching.start)
        self.left_out_table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.save_button.clicked.connect(self._on_save_clicked)

    def _build(self, theme: Theme) -> None:
        self.kind_chips = ChipRow(self.tr("Rows shown"))
        self.kind_chips.set_chips([(ALL, "")], ALL)
        self.find_edit = QLineEdit()
        self.find_edit.setPlaceholderText(self.tr("Find a row, a value, a reason"))
        self.find_edit.setAccessibleName(self.tr("Find a row, a value, a reason"))
        self.find_edit.setClearButtonEnabled(True)
        self.find_edit.setMinimumWidth(theme.px(FIND_WIDE))
        self.left_out_model = LeftOutTableModel(self)
        self.left_out_table = _RowsTable(theme, self.tr("Rows left out"))
        self.left_out_table.setModel(self.left_out_model)
        self.left_out_table.fit_rows(ROWS)
        self.left_out_table.stretch_column(LeftOutTableModel.WHY)
        self.reason_label = Label("", wrap=True)
        self.save_button = Button(theme, self.tr("Save the report…"), kind="quiet", icon="download")
        self.add_action(self.save_button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.kind_chips, 1)
        row.addWidget(self.find_edit)
        self.add_layout(row)
        self.add(self.left_out_table)
        self.add(self.reason_label)

    def show_entries(self) -> None:
        entries = self._view_model.entries
        if entries is not self._entries:
            self._entries = entries
            self.find_edit.clear()
            n_left_out = len(entries.of(True))
            chips = [
                (ALL, self.tr("All: {0}").format(whole(len(entries)))),
                (LEFT_OUT, self.tr("Left out: {0}").format(whole(n_left_out))),
                (CARE, self.tr("Read with care: {0}").format(whole(len(entries) - n_left_out))),
            ]
            self.kind_chips.set_chips(chips, ALL)
            self.kind_chips.setVisible(0 < n_left_out < len(entries))
            self._on_filter_changed()
        self.setVisible(bool(entries))

    @Slot()
    def _on_filter_changed(self, _key: str = "") -> None:
        kind = (self.kind_chips.chosen or [ALL])[0]
        shown = self._entries if kind == ALL else self._entries.of(kind == LEFT_OUT)
        wanted = self.find_edit.text().strip().casefold()
        if wanted:
            sentences: dict[str, bool] = {}
            shown = shown.where(lambda file, told: _has(file, told, wanted, sentences), wanted)
        self.left_out_model.set_rows(shown)
        self.left_out_table.setColumnHidden(LeftOutTableModel.FILE, self.left_out_model.n_files < 2)
        self.left_out_table.show_sheets(self.left_out_model.n_sheets > max(1, self.left_out_model.n_files))
        self.reason_label.setText(
            self.tr("Choose a row to read the whole reason.") if shown else self.tr("No row has these words.")
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """The whole reason of the chosen row, which the table may have to cut."""
        if current.isValid():
            self.reason_label.setText(current.siblingAtColumn(LeftOutTableModel.WHY).data())

    @Slot()
    def _on_save_clicked(self) -> None:
        review = self._view_model.review
        name = review.imported.name if review is not None else self.tr("Answers")
        name = self.tr("{0} - rows left out.xlsx").format(file_name(Path(name).stem))
        kinds = (self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)"), self.tr("JSON (*.json)"))
        path, kind = QFileDialog.getSaveFileName(
            self, self.tr("Where to save the report"), str(Path.home() / name), ";;".join(kinds)
        )
        if path:
            self._view_model.save_report(_ended(Path(path), kind))


def _has(file: str, told: LeftOut, wanted: str, sentences: dict[str, bool]) -> bool:
    """Whether an entry speaks of it. Of the reasons, thousands alike, the words without their values are looked at."""
    near = (file, told.sheet, told.column, told.value)
    if any(wanted in text.casefold() for text in near):
        return True
    code = told.reason.code
    if code not in sentences:
        values = tuple((name, "" if isinstance(value, str) else value) for name, value in told.reason.values)
        sentences[code] = wanted in notice_text(Notice(code, values)).casefold()
    return sentences[code]


def _ended(path: Path, kind: str) -> Path:
    """The path with the ending of the kind chosen, where it was typed without one."""
    endings = (".xlsx", ".csv", ".json")
    if path.suffix.lower() in endings:
        return path
    ending = next((ending for ending in endings if f"*{ending}" in kind), endings[0])
    return path.with_name(path.name + ending)
