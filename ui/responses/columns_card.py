"""The columns of a reviewed file: a few values of each, and what it is read as."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHeaderView, QWidget

from cxsurvey.reading.details import NOT_USED, WHO_A_PERSON_IS
from cxsurvey.reading.values import ColumnRole

from ..study_files import file_name
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.table_view import TableView
from .review import Review
from .table_models import ColumnTableModel
from .view_model import ResponsesViewModel

ROWS = 12
EXAMPLE, LEAST_FOR_EXAMPLE = 2, 640
USED, ALL, PERSONAL = "used", "all", "personal"


class _ColumnsTable(TableView):
    """Header, example and role share the width; the example gives way beside the card of a column."""

    def share_out(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, EXAMPLE, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(EXAMPLE, event.size().width() < self._theme.px(LEAST_FOR_EXAMPLE))


class ColumnsCard(Card):
    """``ColumnsCard(theme, view_model)``: the table. ``chosen`` is the position of a column, 0 for none.

    Signal, when a person chooses another: ``column_chosen(position)``.
    """

    column_chosen = Signal(int)

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self.chosen = 0
        self.set_title(self.tr("Columns"))
        self.set_caption(self.tr("What each column is read as. Choose a row to change that, or what its values mean."))
        self._build(theme)
        self.filter_chips.chip_chosen.connect(self._on_filter_chosen)
        self.column_table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.load_button.clicked.connect(self._on_load_clicked)

    def set_review(self, review: Review) -> None:
        roles = review.imported.mapping.roles
        used = [role for role in roles if role.role not in NOT_USED]
        personal = [role for role in roles if role.role in WHO_A_PERSON_IS]
        wanted = self.filter_chips.chosen[0] if review.has_priorities and self.filter_chips.chosen else ALL
        chips = [(USED, self.tr("Used: {0}").format(len(used))), (ALL, self.tr("All: {0}").format(len(roles)))]
        if personal:
            chips.append((PERSONAL, self.tr("Personal: {0}").format(len(personal))))
        shown = {USED: used, ALL: list(roles), PERSONAL: personal}[wanted] or list(roles)
        self.filter_chips.set_chips(chips, wanted)
        self._show([role for role in roles if role in shown or role.column == self.chosen], review)

    def _show(self, shown: list[ColumnRole], review: Review) -> None:
        self.column_model.set_columns(
            dict(self._view_model.pillars), tuple(shown), review.imported.table.columns,
            review.imported.mapping.header_rows,
        )  # fmt: skip
        at = next((row for row, role in enumerate(shown) if role.column == self.chosen), None)
        if at is not None:
            self.column_table.selectRow(at)

    def choose(self, column: int) -> bool:
        """Chooses a column as if its row had been pressed, among all if need be; false if there is none."""
        review = self._view_model.review
        if review is None or all(role.column != column for role in review.imported.mapping.roles):
            return False
        self.chosen = column
        self.set_review(review)  # the chosen one is shown whatever the filter
        self.column_chosen.emit(column)
        return True

    def set_enabled(self, enabled: bool) -> None:
        for button in (self.save_button, self.load_button):
            button.setEnabled(enabled)

    def _build(self, theme: Theme) -> None:
        self.filter_chips = ChipRow(self.tr("Columns shown"))
        self.filter_chips.set_chips([(USED, ""), (ALL, "")], USED)
        self.column_model = ColumnTableModel(self)
        self.column_table = _ColumnsTable(theme, self.tr("Columns of the file"))
        self.column_table.setModel(self.column_model)
        self.column_table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the item stands at a header's end
        self.column_table.fit_rows(ROWS)
        self.column_table.share_out()
        self.save_button = Button(theme, self.tr("Save columns…"), kind="quiet", icon="download")
        self.save_button.setToolTip(self.tr("As a file for the command line, or for a colleague’s study"))
        self.load_button = Button(theme, self.tr("Load columns…"), kind="quiet", icon="upload")
        self.load_button.setToolTip(self.tr("Columns that were saved for a file with the same headers"))
        self.add_action(self.load_button)
        self.add_action(self.save_button)
        self.add(self.filter_chips)
        self.add(self.column_table)
        self.add_stretch()

    @Slot(str)
    def _on_filter_chosen(self, _key: str) -> None:
        if self._view_model.review is not None:
            self.set_review(self._view_model.review)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            column = self.column_model.value(current.row()).column
            if column != self.chosen:
                self.chosen = column
                self.column_chosen.emit(column)

    @Slot()
    def _on_save_clicked(self) -> None:
        review = self._view_model.review
        if review is None:
            return
        name = self.tr("{0} - columns.json").format(file_name(Path(review.imported.name).stem))
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to save the columns"), str(Path.home() / name), self.tr("Columns (*.json)")
        )
        if path:
            self._view_model.save_columns(Path(path))

    @Slot()
    def _on_load_clicked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose saved columns"), "", self.tr("Columns (*.json)")
        )
        if path:
            self._view_model.corrections.load_columns(Path(path))
