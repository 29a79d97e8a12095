"""What was understood of a file, to be confirmed or corrected before it is taken in."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.reading.values import ColumnRole, Role

from ..texts import whole
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from ..widgets.table_view import TableView
from .table_models import ColumnTableModel, column_letter
from .view_model import PER_PILLAR, ResponsesViewModel

PLATFORMS = {
    "surveymonkey": "SurveyMonkey", "google_forms": "Google Forms", "microsoft_forms": "Microsoft Forms",
    "qualtrics": "Qualtrics", "limesurvey": "LimeSurvey", "kobo": "KoboToolbox", "odk": "ODK",
    "typeform": "Typeform", "cxsurvey_excel": "cxsurvey",
}


class ReviewPanel(QWidget):
    """``ReviewPanel(theme, view_model)``: the first respondent as a sentence, then the columns.

    Attributes ``take_button``, ``discard_button``. Signal: ``left_out_requested()``.
    """

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._view_model = theme, view_model
        self._row = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._build_understood())
        layout.addWidget(self._build_columns(), 1)
        self._connect()
        self._on_review_changed()

    def _build_understood(self) -> Card:
        self.understood_card = Card(self.tr("What this file is"))
        self.facts_label = Label("", wrap=True)
        self.sheet_combo = Combo(self.tr("Sheet"))
        self.sheet_field = Field(self.tr("Sheet"), self.sheet_combo)
        self.first_label = Label("", "title", wrap=True)
        self.asked_label = Label("", "caption", "text_2", wrap=True)
        self.right_button = Button(self._theme, self.tr("Yes, that is right"), icon="check")
        self.reverse_button = Button(self._theme, self.tr("No, the other way round"), icon="rotate-ccw")
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.right_button)
        answer.addWidget(self.reverse_button)
        answer.addStretch(1)
        self.take_button = Button(self._theme, self.tr("Take these answers in"), kind="primary", icon="check")
        self.discard_button = Button(self._theme, self.tr("Leave this file out"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.take_button)
        row.addWidget(self.discard_button)
        row.addStretch(1)
        for widget in (self.facts_label, self.sheet_field, self.first_label, self.asked_label):
            self.understood_card.add(widget)
        self.understood_card.add_layout(answer)
        self.understood_card.body.addSpacing(8)
        self.understood_card.add_layout(row)
        return self.understood_card

    def _build_columns(self) -> Card:
        card = Card(self.tr("Columns"), self.tr("Choose a row to have its column read as something else."))
        self.filter_chips = ChipRow(self.tr("Columns shown"))
        self.filter_chips.set_chips([("used", self.tr("Used")), ("all", self.tr("All"))], "used")
        self.column_model = ColumnTableModel(dict(self._view_model.pillars), self)
        self.column_table = TableView(self._theme, self.tr("Columns of the file"))
        self.column_table.setModel(self.column_model)
        self.column_table.fit_rows(14)
        self.role_combo = Combo(self.tr("Read as"))
        self.pillar_combo = Combo(self.tr("Pillar"))
        self.place_combo = Combo(self.tr("Place"))
        self.role_field = Field(self.tr("Read as"), self.role_combo)
        self.pillar_field = Field(self.tr("Which pillar"), self.pillar_combo)
        self.place_field = Field(self.tr("Which place"), self.place_combo)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.role_field, self.pillar_field, self.place_field):
            row.addWidget(field)
        row.addStretch(1)
        card.add(self.filter_chips)
        card.add(self.column_table)
        card.add_layout(row)
        return card

    def _connect(self) -> None:
        view_model = self._view_model
        self.take_button.clicked.connect(view_model.accept)
        self.discard_button.clicked.connect(view_model.discard)
        self.right_button.clicked.connect(self._on_right_clicked)
        self.reverse_button.clicked.connect(self._on_reverse_clicked)
        self.sheet_combo.key_chosen.connect(view_model.read_again)
        self.filter_chips.chip_chosen.connect(self._on_review_changed)
        self.column_table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.role_combo.key_chosen.connect(self._on_role_chosen)
        self.pillar_combo.key_chosen.connect(self._on_detail_chosen)
        self.place_combo.key_chosen.connect(self._on_detail_chosen)
        view_model.review_changed.connect(self._on_review_changed)

    @Slot()
    def _on_review_changed(self) -> None:
        review = self._view_model.review
        if review is None:
            return
        mapping, table = review.imported.mapping, review.imported.table
        self.understood_card.set_title(review.imported.name)
        self.facts_label.setText(self._facts())
        sheets = [
            (sheet.name, self.tr("{0} (hidden)").format(sheet.name) if sheet.hidden else sheet.name)
            for sheet in review.sheets
        ]
        self.sheet_field.setVisible(len(sheets) > 1)
        self.sheet_combo.set_options(sheets, table.sheet)
        self._show_first()
        used = "used" in self.filter_chips.chosen
        shown = [role for role in mapping.roles if not used or role.role not in (Role.IGNORED, Role.PERSONAL)]
        self.column_model.set_columns(tuple(shown), table.columns, mapping.header_rows)
        self._show_editor(None)

    def _facts(self) -> str:
        review = self._view_model.review
        report, mapping = review.imported.report, review.imported.mapping
        platform = PLATFORMS.get(mapping.platform)
        made_by = self.tr("Made by {0}.").format(platform) if platform else self.tr("A plain table.")
        rows = self.tr("%n row(s) read", "", report.read)
        return self.tr("{0} {1}: {2} complete, {3} partial, {4} empty, {5} left out.").format(
            made_by, rows, whole(report.complete), whole(report.partial), whole(report.empty),
            whole(len(report.left_out)),
        )

    def _show_first(self) -> None:
        review = self._view_model.review
        known, first = review.direction_known, review.first
        if first is not None:
            name = self._view_model.pillar_name
            self.first_label.setText(
                self.tr("Row {0} puts {1} first and {2} last. Right?").format(
                    first.row, name(first.first[0]), name(first.last)
                )
            )
        self.first_label.setVisible(first is not None)
        self.asked_label.setText(
            self.tr("The file says that 1 is the most important. Reverse it only if you know better.") if known
            else self.tr("The file does not say whether 1 is the most or the least important. Please decide.")
        )
        self.asked_label.setVisible(first is not None)
        self.right_button.setVisible(first is not None and not known)
        self.reverse_button.setVisible(first is not None)
        self.take_button.setEnabled((known or first is None) and not self._view_model.is_busy)

    def _show_editor(self, role: ColumnRole | None) -> None:
        for field in (self.role_field, self.pillar_field, self.place_field):
            field.setVisible(role is not None)
        if role is None:
            return
        words = self.column_model.role_words()
        self.role_field.label.setText(self.tr("Column {0} is read as").format(column_letter(role.column)))
        self.role_combo.set_options([(str(key), text) for key, text in words.items()], str(role.role))
        self.pillar_combo.set_options(list(self._view_model.pillars), role.pillar)
        places = [(str(place), str(place)) for place in range(1, len(self._view_model.pillars) + 1)]
        self.place_combo.set_options(places, str(role.place))
        self.pillar_field.setVisible(role.role in PER_PILLAR)
        self.place_field.setVisible(role.role is Role.PILLAR_AT_PLACE)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._row = current.row()
        self._show_editor(self.column_model.value(self._row) if current.isValid() else None)

    @Slot(str)
    def _on_role_chosen(self, key: str) -> None:
        """Roles without a detail count at once; the others when pillar or place is chosen too."""
        role: ColumnRole = self.column_model.value(self._row)
        wanted = Role(key)
        self.pillar_field.setVisible(wanted in PER_PILLAR)
        self.place_field.setVisible(wanted is Role.PILLAR_AT_PLACE)
        if wanted in PER_PILLAR and not role.pillar:
            return
        if wanted is Role.PILLAR_AT_PLACE and not role.place:
            return
        self._view_model.set_role(role.column, wanted, role.pillar, role.place)

    @Slot()
    def _on_detail_chosen(self) -> None:
        role: ColumnRole = self.column_model.value(self._row)
        place = int(self.place_combo.key or 0)
        self._view_model.set_role(role.column, Role(self.role_combo.key), self.pillar_combo.key, place)

    @Slot()
    def _on_right_clicked(self) -> None:
        self._view_model.set_reversed(self._view_model.review.imported.mapping.reversed)

    @Slot()
    def _on_reverse_clicked(self) -> None:
        self._view_model.set_reversed(not self._view_model.review.imported.mapping.reversed)
