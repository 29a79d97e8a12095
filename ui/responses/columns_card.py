"""The columns of a reviewed file: what each is read as, and reading one as something else."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QWidget

from cxsurvey.reading.places import column_letter
from cxsurvey.reading.values import ColumnRole, Role

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from ..widgets.table_view import TableView
from .review import PER_PILLAR, Review
from .table_models import ColumnTableModel
from .view_model import ResponsesViewModel

ROWS = 12
PRIORITIES = (Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE, Role.RANKED_LIST, Role.IMPORTANCE)
NOT_SHOWN = (Role.IGNORED, Role.PERSONAL)


class ColumnsCard(Card):
    """``ColumnsCard(theme, view_model)``: choose a row, then what its column is read as, above the table."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self._chosen = 0  # position of the column that is edited; 0: none
        self.set_title(self.tr("Columns"))
        self.set_caption(self.tr("Every column is shown with what it is read as. Choose a row to change that."))
        self._build(theme)
        self.filter_chips.chip_chosen.connect(self._on_filter_chosen)
        self.column_table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.role_combo.key_chosen.connect(self._on_role_chosen)
        self.pillar_combo.key_chosen.connect(self._on_detail_chosen)
        self.place_combo.key_chosen.connect(self._on_detail_chosen)

    def set_review(self, review: Review) -> None:
        roles = review.imported.mapping.roles
        used = [role for role in roles if role.role not in NOT_SHOWN]
        all_shown = "all" in self.filter_chips.chosen or not any(role.role in PRIORITIES for role in roles)
        self.filter_chips.set_chips(
            [("used", self.tr("Used: {0}").format(len(used))), ("all", self.tr("All: {0}").format(len(roles)))],
            "all" if all_shown else "used",
        )
        shown = [role for role in roles if all_shown or role in used or role.column == self._chosen]
        self.column_model.set_columns(
            dict(self._view_model.pillars), tuple(shown), review.imported.table.columns,
            review.imported.mapping.header_rows,
        )  # fmt: skip
        at = next((row for row, role in enumerate(shown) if role.column == self._chosen), None)
        if at is None:
            self._show_editor(None)
        else:
            self.column_table.selectRow(at)
            self._show_editor(shown[at])

    def forget_choice(self) -> None:
        """Another file than before: no column is chosen."""
        self._chosen = 0

    def set_enabled(self, enabled: bool) -> None:
        for combo in (self.role_combo, self.pillar_combo, self.place_combo):
            combo.setEnabled(enabled)

    def _build(self, theme: Theme) -> None:
        self.filter_chips = ChipRow(self.tr("Columns shown"))
        self.filter_chips.set_chips([("used", ""), ("all", "")], "used")
        self.column_model = ColumnTableModel(self)
        self.column_table = TableView(theme, self.tr("Columns of the file"))
        self.column_table.setModel(self.column_model)
        self.column_table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the item stands at a header's end
        self.column_table.fit_rows(ROWS)
        header = self.column_table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.add(self.filter_chips)
        self.add_layout(self._build_editor())
        self.add(self.column_table)

    def _build_editor(self) -> QHBoxLayout:
        self.role_combo = Combo(self.tr("Read as"))
        self.pillar_combo = Combo(self.tr("Which pillar"))
        self.pillar_combo.setPlaceholderText(self.tr("Choose a pillar"))
        self.place_combo = Combo(self.tr("Which place"))
        self.place_combo.setPlaceholderText(self.tr("Choose"))
        self.role_field = Field(self.tr("Read as"), self.role_combo)
        self.pillar_field = Field(self.tr("Which pillar"), self.pillar_combo)
        self.place_field = Field(self.tr("Which place"), self.place_combo)
        for combo in (self.role_combo, self.pillar_combo, self.place_combo):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.hint_label = Label("", "caption", "text_2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.role_field, self.pillar_field, self.place_field):
            field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row.addWidget(field)
        row.addWidget(self.hint_label, 1)
        row.addStretch(1)
        return row

    def _show_editor(self, role: ColumnRole | None) -> None:
        gone = role is not None and role.role is Role.PERSONAL
        for field in (self.role_field, self.pillar_field, self.place_field):
            field.setVisible(role is not None and not gone)
        self.hint_label.setText(self.tr("It says who a person is, so its cells were not kept.") if gone else "")
        self.hint_label.setVisible(gone)
        if role is None or gone:
            return
        words = self.column_model.role_words()
        self.role_field.label.setText(self.tr("Column {0} is read as").format(column_letter(role.column)))
        options = [(str(key), text) for key, text in words.items() if key is not Role.PERSONAL or key is role.role]
        self.role_combo.set_options(options, str(role.role))
        self.pillar_combo.set_options(list(self._view_model.pillars), role.pillar)
        places = [(str(place), str(place)) for place in range(1, len(self._view_model.pillars) + 1)]
        self.place_combo.set_options(places, str(role.place))
        self._show_details(role.role)

    def _show_details(self, role: Role) -> None:
        self.pillar_field.setVisible(role in PER_PILLAR)
        self.place_field.setVisible(role is Role.PILLAR_AT_PLACE)

    @Slot(str)
    def _on_filter_chosen(self, _key: str) -> None:
        if self._view_model.review is not None:
            self.set_review(self._view_model.review)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            role = self.column_model.value(current.row())
            self._chosen = role.column
            self._show_editor(role)

    @Slot(str)
    def _on_role_chosen(self, key: str) -> None:
        """Roles without a detail count at once; the others when pillar or place is chosen too."""
        role = Role(key)
        self._show_details(role)
        if role in PER_PILLAR and not self.pillar_combo.key:
            self.pillar_combo.setFocus()
        elif role is Role.PILLAR_AT_PLACE and not self.place_combo.key:
            self.place_combo.setFocus()
        else:
            self._on_detail_chosen()

    @Slot()
    def _on_detail_chosen(self) -> None:
        self._view_model.set_role(
            self._chosen, Role(self.role_combo.key), self.pillar_combo.key, int(self.place_combo.key or 0)
        )
