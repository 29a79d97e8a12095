"""One column of a reviewed file: what it is read as, and what each of its values means."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QCheckBox, QHeaderView, QWidget

from cxsurvey.reading.details import NAMES_PILLARS, NOT_USED, PER_PILLAR, WHO_A_PERSON_IS, places_of
from cxsurvey.reading.meanings import Meaning
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.ratings import HIGHEST, LOWEST, LOWEST_BEST
from cxsurvey.reading.scales import leading_number
from cxsurvey.reading.values import ColumnRole, Role

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Combo, Field
from ..widgets.focus import FocusKeeper
from ..widgets.label import Label
from ..widgets.table_view import TableView
from .corrected import ON_SCALE, RATED
from .review import Review
from .roles import RoleWords
from .scale_field import ScaleField
from .table_models import ValueTableModel
from .value_field import ValueField
from .view_model import ResponsesViewModel

LONGEST_HEADER = 160
VALUES, FEW_VALUES = 8, 4
MOST_STEPS = 100  # of a scale, to be chosen from


class ColumnCard(Card):
    """``ColumnCard(theme, view_model)``: ``set_column(review, column)``; hidden while no column is chosen (0)."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self._words = RoleWords(self)
        self._role: ColumnRole | None = None
        self._focus = FocusKeeper(self)
        self._build(theme)
        self.role_combo.key_chosen.connect(self._on_role_chosen)
        for combo in (self.pillar_combo, self.place_combo, self.answer_combo):
            combo.key_chosen.connect(self._on_detail_chosen)
        self.keep_box.clicked.connect(self._on_keep_clicked)
        self.scale_field.scale_said.connect(self._on_scale_said)
        self.best_combo.key_chosen.connect(self._on_best_chosen)
        self.value_table.selectionModel().currentRowChanged.connect(self._on_value_chosen)
        self.value_field.label_said.connect(self._on_label_said)

    def set_column(self, review: Review, column: int) -> None:
        self._role = next((role for role in review.imported.mapping.roles if role.column == column), None)
        self.setVisible(self._role is not None)
        if self._role is None:
            return
        self.set_title(self.tr("Column {0}").format(column_letter(column)))
        self.set_caption(shown(self._role.header, LONGEST_HEADER))
        self._show_role(self._role, self._view_model.has_cells(column))
        self._show_scale(self._role)
        self._show_values(self._role)

    def set_enabled(self, enabled: bool) -> None:
        """Nothing can be said while cells are read again; who had the focus gets it back."""
        self._focus.hold(enabled)
        for widget in (
            self.role_field, self.pillar_field, self.place_field, self.answer_field, self.value_field,
            self.scale_field, self.best_field,
        ):  # fmt: skip
            widget.setEnabled(enabled)
        self.keep_box.setEnabled(enabled)
        self._focus.give_back(enabled)

    def _build(self, theme: Theme) -> None:
        self.role_combo = Combo(self.tr("Read as"))
        self.pillar_combo = Combo(self.tr("Which pillar"))
        self.pillar_combo.setPlaceholderText(self.tr("Choose a pillar"))
        self.place_combo = Combo(self.tr("Which place"))
        self.answer_combo = Combo(self.tr("The answer that passes"))
        for combo in (self.place_combo, self.answer_combo):
            combo.setPlaceholderText(self.tr("Choose"))
        self.role_field = Field(self.tr("Read as"), self.role_combo)
        self.pillar_field = Field(self.tr("Which pillar"), self.pillar_combo)
        self.place_field = Field(self.tr("Which place"), self.place_combo)
        self.answer_field = Field(self.tr("The answer that passes"), self.answer_combo)
        self.scale_field = ScaleField(theme)
        self.best_combo = Combo(self.tr("The best rating is"))
        self.best_combo.set_options([(str(one), str(one)) for one in (HIGHEST, LOWEST)], str(HIGHEST))
        self.best_field = Field(self.tr("The best rating is"), self.best_combo, self.tr("For all pillars alike."))
        self.keep_box = QCheckBox(self.tr("Keep this column in the study"))
        self.keep_label = Label("", "caption", "text_2", wrap=True)
        self.value_model = ValueTableModel(self)
        self.value_table = TableView(theme, self.tr("Values of the column"))
        self.value_table.setModel(self.value_model)
        self.value_table.fit_rows(VALUES)
        header = self.value_table.horizontalHeader()
        header.setStretchLastSection(False)
        for column in (ValueTableModel.VALUE, ValueTableModel.READ_AS):  # long ones are cut, and hang over their cell
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.value_field = ValueField()
        for widget in (
            self.role_field, self.pillar_field, self.place_field, self.answer_field, self.scale_field, self.best_field,
            self.keep_box, self.keep_label, self.value_table, self.value_field,
        ):
            self.add(widget)
        self.add_stretch()

    # --- showing ---

    def _show_role(self, role: ColumnRole, has_cells: bool) -> None:
        is_personal = role.role in WHO_A_PERSON_IS
        self.role_field.setVisible(has_cells)
        self.keep_box.setVisible(is_personal and has_cells)
        self.keep_box.setChecked(role.role is Role.PERSONAL_KEPT)
        self.keep_label.setVisible(is_personal)
        self.keep_label.setText(self._about_keeping(has_cells))
        options = [(str(key), text) for key, text in self._words.all().items() if key is not Role.PERSONAL_KEPT]
        if role.role is Role.PERSONAL_KEPT:
            options.append((str(role.role), self._words.all()[role.role]))
        self.role_combo.set_options(options, str(role.role))
        self.pillar_combo.set_options(list(self._view_model.pillars), role.pillar)
        self._show_details(role.role)

    def _about_keeping(self, has_cells: bool) -> str:
        if not has_cells:
            return self.tr(
                "It says who a person is, so its cells were left out when the file was taken in. To keep it, bring the "
                "file in again."
            )
        return self.tr(
            "It says who a person is. Kept, it stays in this study file for whoever has the file; nothing is computed "
            "from it, and no chart, report or export has it."
        )

    def _show_details(self, role: Role) -> None:
        """The fields that a role needs besides."""
        chosen = self._role is not None and role is self._role.role
        places = places_of(role, len(self._view_model.pillars))
        self.place_combo.set_options(
            [(str(place), self._words.place(role, place)) for place in places],
            str(self._role.place) if self._role is not None and chosen else "",
        )
        asks_for_answer = self._role is not None and role is Role.ATTENTION
        values = self._view_model.values_of(self._role.column) if asks_for_answer else ()
        self.answer_combo.set_options(
            [(one.value, shown(one.value)) for one in values], self._role.key if self._role and chosen else ""
        )
        self.pillar_field.setVisible(role in PER_PILLAR)
        self.place_field.setVisible(bool(places))
        self.answer_field.setVisible(role is Role.ATTENTION)

    def _show_scale(self, role: ColumnRole) -> None:
        """The scale of one question; of ratings of pillars, which run from 1 to 5, the best end."""
        self.scale_field.setVisible(role.role in ON_SCALE)
        if role.role in ON_SCALE:
            numbers = (leading_number(one.value) for one in self._view_model.values_of(role.column))
            seen = tuple(number for number in numbers if number is not None)
            self.scale_field.set_scale(self._view_model.scale_of(role.column), seen)
        self.best_field.setVisible(role.role in RATED and role.key in ("", LOWEST_BEST))
        self.best_combo.set_key(str(LOWEST if role.key == LOWEST_BEST else HIGHEST))

    def _show_values(self, role: ColumnRole) -> None:
        names = dict(self._view_model.pillars) if role.role in NAMES_PILLARS else {}
        values = self._view_model.values_of(role.column)
        before = self.value_field.value
        self.value_model.set_meanings(values, names)
        self.value_table.setVisible(bool(values))
        self.value_table.setColumnHidden(ValueTableModel.READ_AS, role.role in NOT_USED)
        self.value_table.fit_rows(FEW_VALUES if role.role in NOT_USED else VALUES)
        at = next((row for row, one in enumerate(values) if one.value == before), None)
        if at is not None:
            self.value_table.selectRow(at)
        self._show_value(None if at is None else values[at])

    def _show_value(self, value: Meaning | None) -> None:
        role = self._role
        self.value_field.setVisible(role is not None and role.role not in NOT_USED)
        if role is None or value is None:
            self.value_field.set_value(None)
            return
        self.value_field.set_value(value, self._meanings_to_choose(role), is_free=role.role not in NAMES_PILLARS)

    def _meanings_to_choose(self, role: ColumnRole) -> list[tuple[str, str]]:
        """What a value may be read as: pillars, ranks, or what other values are read as."""
        if role.role in NAMES_PILLARS:
            return list(self._view_model.pillars)
        if role.role is Role.RANK_OF_PILLAR:
            return [(str(rank), str(rank)) for rank in range(1, len(self._view_model.pillars) + 1)]
        if role.role in (Role.IMPORTANCE, Role.PERFORMANCE):
            return [(str(rating), str(rating)) for rating in range(1, 6)]
        if role.role in ON_SCALE:
            scale = self._view_model.scale_of(role.column)
            ends = () if scale is None else sorted((scale.lowest, scale.highest))
            numbers = range(ends[0], ends[1] + 1) if ends and ends[1] - ends[0] <= MOST_STEPS else ()
            return [(str(number), str(number)) for number in numbers]
        known = dict.fromkeys(one.read_as for one in self._view_model.values_of(role.column) if one.read_as)
        return [(text, shown(text)) for text in known]

    # --- what the person does ---

    @Slot(str)
    def _on_role_chosen(self, key: str) -> None:
        """Roles without a detail count at once; the others when it is chosen too."""
        role = Role(key)
        self._show_details(role)
        for field, combo in (
            (self.pillar_field, self.pillar_combo), (self.place_field, self.place_combo),
            (self.answer_field, self.answer_combo),
        ):  # fmt: skip
            if not field.isHidden() and not combo.key:
                combo.setFocus()
                return
        self._on_detail_chosen()

    @Slot()
    def _on_detail_chosen(self) -> None:
        if self._role is not None:
            self._view_model.corrections.set_role(
                self._role.column, Role(self.role_combo.key), self.pillar_combo.key, int(self.place_combo.key or 0),
                self.answer_combo.key,
            )  # fmt: skip

    @Slot(str)
    def _on_scale_said(self, scale: str) -> None:
        if self._role is not None:
            self._view_model.corrections.set_scale(self._role.column, scale)

    @Slot(str)
    def _on_best_chosen(self, number: str) -> None:
        if self._role is not None:
            self._view_model.corrections.set_best_end(self._role.role, number == str(LOWEST))

    @Slot(bool)
    def _on_keep_clicked(self, is_kept: bool) -> None:
        if self._role is not None:
            self._view_model.corrections.set_role(self._role.column, Role.PERSONAL_KEPT if is_kept else Role.PERSONAL)

    @Slot(QModelIndex, QModelIndex)
    def _on_value_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._show_value(self.value_model.value(current.row()))

    @Slot(str, object)
    def _on_label_said(self, value: str, read_as: object) -> None:
        if self._role is not None:
            self._view_model.corrections.set_label(self._role.column, value, None if read_as is None else str(read_as))
