"""One colleague's view: who they are, their ranking, their self-assessment."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from cxsurvey.internal import HIGHEST_SCORE, Colleague

from ..theme import Theme
from ..widgets.buttons import Button, IconButton
from ..widgets.card import Card
from ..widgets.chips import ChipRow
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from ..widgets.rank_editor import RankEditor
from .score_panel import ScorePanel
from .view_model import InternalViewModel

RANKING, SCORES = "ranking", "scores"


class ColleagueCard(Card):
    """``ColleagueCard(theme, view_model)``: the view of the chosen colleague, to be entered by drag, keys or clicks."""

    def __init__(self, theme: Theme, view_model: InternalViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._theme, self._view_model = theme, view_model
        self._part = RANKING
        self._build_head()
        self._build_person()
        self._build_ranking()
        self.score_panel = ScorePanel(theme, view_model)
        self.add(self.score_panel)
        self.add_stretch()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Shows the chosen colleague."""
        colleague = self._view_model.colleague
        if colleague is None:
            return
        free = not self._view_model.locked_on
        self.set_title(colleague.name)
        self.set_caption(" · ".join(part for part in (colleague.role, colleague.department) if part))
        self._show_person(colleague, free)
        self._show_parts(colleague)
        self.editor.setAccessibleName(self.tr("Ranking of {0}").format(colleague.name))
        self.editor.set_items(self._view_model.ranking())
        self.editor.setEnabled(free)
        self.open_row.setVisible(self._part == RANKING and not colleague.ranking and free)
        self.remove_button.setEnabled(free)
        self.remove_button.set_name(self.tr("Remove {0}").format(colleague.name))
        self.score_panel.refresh()

    def start_typing(self) -> None:
        """Opens the fields, the name ready to be typed over."""
        self.person.show()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name_edit.selectAll()

    def _build_head(self) -> None:
        self.details_button = Button(self._theme, self.tr("Details"), kind="quiet", icon="pencil")
        self.remove_button = IconButton(self._theme, "trash-2", "")
        self.add_action(self.details_button)
        self.add_action(self.remove_button)

    def _build_person(self) -> None:
        self.name_edit, self.role_edit, self.department_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.level_combo = Combo(self.tr("Level"))
        self.level_combo.set_options(
            [("", self.tr("Neither, or not said")), ("leader", self.tr("Leader")),
             ("front_line", self.tr("Front line, talks to customers"))]
        )  # fmt: skip
        self.person = QWidget()
        grid = QGridLayout(self.person)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for place, (label, widget) in enumerate((
            (self.tr("Name"), self.name_edit), (self.tr("Role"), self.role_edit),
            (self.tr("Department"), self.department_edit), (self.tr("Level"), self.level_combo),
        )):  # fmt: skip
            grid.addWidget(Field(label, widget), place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.person.hide()
        self.add(self.person)
        self.part_chips = ChipRow(self.tr("What is entered"))
        self.add(self.part_chips)

    def _build_ranking(self) -> None:
        self.keys_label = Label(
            self.tr("Most important to customers first. Drag, or Alt+Up and Alt+Down; Esc cancels a drag."),
            "caption", "text_2", wrap=True,
        )  # fmt: skip
        self.open_row = QWidget()
        row = QHBoxLayout(self.open_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.keep_button = Button(self._theme, self.tr("Keep this order"), icon="check")
        words = Label(
            self.tr("Not ranked yet: the pillars stand as in the list. Move them, or keep the order as it is."),
            wrap=True,
        )
        row.addWidget(words, 1)
        row.addWidget(self.keep_button)
        self.editor = RankEditor(self._theme, "")
        for widget in (self.keys_label, self.open_row, self.editor):
            self.add(widget)

    def _connect(self) -> None:
        view_model = self._view_model
        self.details_button.clicked.connect(self._on_details_clicked)
        self.remove_button.clicked.connect(view_model.remove)
        self.part_chips.chip_chosen.connect(self._on_part_chosen)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        self.editor.order_edited.connect(view_model.rank)
        self.name_edit.textEdited.connect(self._on_name_edited)
        self.name_edit.editingFinished.connect(self.refresh)  # an emptied name gives way to the one that is kept
        self.role_edit.textEdited.connect(self._on_role_edited)
        self.department_edit.textEdited.connect(self._on_department_edited)
        self.level_combo.key_chosen.connect(self._on_level_chosen)
        for edit in (self.name_edit, self.role_edit, self.department_edit):
            edit.returnPressed.connect(self._on_person_done)

    def _show_person(self, colleague: Colleague, free: bool) -> None:
        for edit, text in (
            (self.name_edit, colleague.name), (self.role_edit, colleague.role),
            (self.department_edit, colleague.department),
        ):  # fmt: skip
            typing = edit is self.name_edit and edit.hasFocus() and not edit.text().strip()
            if edit.text().strip() != text and not typing:
                edit.setText(text)
            edit.setEnabled(free)
        self.level_combo.set_key(colleague.level)
        self.level_combo.setEnabled(free)

    def _show_parts(self, colleague: Colleague) -> None:
        ranked = self.tr("Ranking · done") if colleague.ranking else self.tr("Ranking · open")
        most = HIGHEST_SCORE * len(self._view_model.pillars)
        given = len(colleague.scores)
        scored = (
            self.tr("Self-assessment · {0} of {1}").format(self._view_model.total(), most)
            if given == len(self._view_model.pillars)
            else self.tr("Self-assessment · {0} of {1} scored").format(given, len(self._view_model.pillars))
        )
        self.part_chips.set_chips([(RANKING, ranked), (SCORES, scored)], self._part)
        for widget in (self.keys_label, self.editor):
            widget.setVisible(self._part == RANKING)
        self.score_panel.setVisible(self._part == SCORES)

    @Slot()
    def _on_details_clicked(self) -> None:
        if self.person.isHidden():
            self.start_typing()
        else:
            self.person.hide()

    @Slot()
    def _on_person_done(self) -> None:
        self.person.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._view_model.keep_order()

    @Slot(str)
    def _on_part_chosen(self, part: str) -> None:
        self._part = part
        self.refresh()

    @Slot(str)
    def _on_name_edited(self, text: str) -> None:
        self._view_model.describe(name=text.strip())

    @Slot(str)
    def _on_role_edited(self, text: str) -> None:
        self._view_model.describe(role=text.strip())

    @Slot(str)
    def _on_department_edited(self, text: str) -> None:
        self._view_model.describe(department=text.strip())

    @Slot(str)
    def _on_level_chosen(self, level: str) -> None:
        self._view_model.describe(level=level)
