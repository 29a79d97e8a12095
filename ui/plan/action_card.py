"""The plan for one chosen pillar: our rating, owner, departments, first step, date, how we will know."""

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLineEdit, QWidget

from cxsurvey.plan import Action

from ..texts import number
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Combo, Field
from ..widgets.label import Label
from .view_model import PlanViewModel

NO_DATE = QDate(2000, 1, 1)


class ActionCard(Card):
    """``ActionCard(theme, view_model, pillar_key)``: every field writes to the plan when it is left."""

    def __init__(self, theme: Theme, view_model: PlanViewModel, pillar_key: str, parent: QWidget | None = None) -> None:
        super().__init__(view_model.name(pillar_key), parent=parent)
        self._theme = theme
        self._view_model = view_model
        self._key = pillar_key
        self._build()
        self.rating_combo.key_chosen.connect(self._on_rating_chosen)
        self.owner_edit.editingFinished.connect(self._on_owner_finished)
        self.departments_edit.editingFinished.connect(self._on_departments_finished)
        self.step_edit.editingFinished.connect(self._on_step_finished)
        self.measure_edit.editingFinished.connect(self._on_measure_finished)
        self.due_edit.editingFinished.connect(self._on_due_finished)
        self.signs_button.clicked.connect(self._on_signs_clicked)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_plan_changed()

    def _build(self) -> None:
        self.set_caption(self._standing_words())
        self.rating_combo = Combo(self.tr("How good are we today?"))
        self.rating_combo.set_options([("", self.tr("Not rated yet")), *self._levels()])
        self.owner_edit = QLineEdit()
        self.departments_edit = QLineEdit()
        self.departments_edit.setPlaceholderText(self.tr("Sales, Customer service"))
        self.step_edit = QLineEdit()
        self.measure_edit = QLineEdit()
        self.due_edit = QDateEdit()
        self.due_edit.setCalendarPopup(True)
        self.due_edit.setMinimumDate(NO_DATE)
        self.due_edit.setSpecialValueText(self.tr("No date yet"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        fields = (  # label, widget, row, column, columns
            (self.tr("Owner"), self.owner_edit, 0, 0, 1),
            (self.tr("Until"), self.due_edit, 0, 1, 1),
            (self.tr("Departments whose part is needed"), self.departments_edit, 1, 0, 1),
            (self.tr("How good are we today?"), self.rating_combo, 1, 1, 1),
            (self.tr("First step"), self.step_edit, 2, 0, 2),
            (self.tr("How we will know"), self.measure_edit, 3, 0, 2),
        )
        for label, widget, row, column, columns in fields:
            grid.addWidget(Field(label, widget), row, column, 1, columns)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add_layout(grid)
        self._build_signs()

    def _build_signs(self) -> None:
        signs = self._view_model.warning_signs(self._key)
        self.signs_button = Button(self._theme, self.tr("Warning signs to check"), kind="quiet", icon="chevron-right")
        self.signs_label = Label("\n".join(f"•  {sign}" for sign in signs), "body", "text_2", wrap=True)
        self.signs_label.hide()
        self.add(self.signs_button)
        self.add(self.signs_label)
        self.signs_button.setVisible(bool(signs))

    def _levels(self) -> list[tuple[str, str]]:
        return [
            ("1", self.tr("1 – weak")), ("2", self.tr("2 – below what is needed")), ("3", self.tr("3 – fair")),
            ("4", self.tr("4 – good")), ("5", self.tr("5 – excellent")),
        ]

    def _standing_words(self) -> str:
        standing, score = self._view_model.standing(self._key), self._view_model.own_score(self._key)
        words = []
        if standing is not None:
            words.append(self.tr("Customers’ place: {0}").format(standing.place))
        if score is not None:
            words.append(self.tr("our own score: {0} of 5").format(number(score, 1)))
        rated = self._view_model.performance(self._key)
        if rated is not None and rated.mean is not None:
            words.append(self.tr("customers’ rating: {0} of 5").format(number(rated.mean, 1)))
        return " · ".join(words)

    @Slot()
    def _on_plan_changed(self) -> None:
        action = self._action()
        if action is None:
            return
        self.rating_combo.set_key("" if action.rating is None else str(action.rating))
        for edit, text in (
            (self.owner_edit, action.owner), (self.departments_edit, ", ".join(action.departments)),
            (self.step_edit, action.first_step), (self.measure_edit, action.measure),
        ):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)  # a long text shows its beginning
        self.due_edit.setDate(QDate.fromString(action.due, "yyyy-MM-dd") if action.due else NO_DATE)

    def _action(self) -> Action | None:
        return next((one for one in self._view_model.plan.actions if one.pillar_key == self._key), None)

    def _change(self, **changes: object) -> None:
        if self._action() is not None:
            self._view_model.change_action(self._key, **changes)

    @Slot(str)
    def _on_rating_chosen(self, rating: str) -> None:
        self._change(rating=int(rating) if rating else None)

    @Slot()
    def _on_owner_finished(self) -> None:
        self._change(owner=self.owner_edit.text().strip())

    @Slot()
    def _on_departments_finished(self) -> None:
        names = (name.strip() for name in self.departments_edit.text().split(","))
        self._change(departments=tuple(name for name in names if name))

    @Slot()
    def _on_step_finished(self) -> None:
        self._change(first_step=self.step_edit.text().strip())

    @Slot()
    def _on_measure_finished(self) -> None:
        self._change(measure=self.measure_edit.text().strip())

    @Slot()
    def _on_due_finished(self) -> None:
        date = self.due_edit.date()
        self._change(due="" if date == NO_DATE else date.toString("yyyy-MM-dd"))

    @Slot()
    def _on_signs_clicked(self) -> None:
        shown = self.signs_label.isHidden()
        self.signs_label.setVisible(shown)
        self.signs_button.set_icon("chevron-down" if shown else "chevron-right")
