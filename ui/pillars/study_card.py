"""What the study is about: title, organisation, who was asked, and when; printed on every export."""

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLineEdit, QWidget

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Field
from .view_model import PillarsViewModel

NO_DATE = QDate(2000, 1, 1)
ISO = "yyyy-MM-dd"
COLUMNS = 4


class StudyCard(Card):
    """``StudyCard(theme, view_model)``: every field writes to the study as it is typed."""

    def __init__(self, theme: Theme, view_model: PillarsViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("This study"))
        self.set_caption(self.tr("Printed on every chart and report, so that each can stand alone."))
        self._view_model = view_model
        self.title_edit, self.organisation_edit, self.asked_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.from_edit, self.to_edit = self._date_edit(), self._date_edit()
        self._build()
        self.title_edit.textEdited.connect(self._on_title_edited)
        self.title_edit.editingFinished.connect(self._on_title_finished)
        self.organisation_edit.textEdited.connect(self._on_organisation_edited)
        self.asked_edit.textEdited.connect(self._on_asked_edited)
        self.from_edit.editingFinished.connect(self._on_dates_finished)
        self.to_edit.editingFinished.connect(self._on_dates_finished)
        view_model.study_changed.connect(self._on_study_changed)
        self._on_study_changed()

    def _build(self) -> None:
        self.asked_edit.setPlaceholderText(self.tr("Customers of the last 12 months"))
        self.title_field = Field(self.tr("Title"), self.title_edit)
        self.to_field = Field(self.tr("Asked until"), self.to_edit)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.title_field, 0, 0, 1, 2, top)
        grid.addWidget(Field(self.tr("Organisation"), self.organisation_edit), 0, 2, 1, 2, top)
        grid.addWidget(Field(self.tr("Who is asked"), self.asked_edit), 1, 0, 1, 2, top)
        grid.addWidget(Field(self.tr("Asked from"), self.from_edit), 1, 2, top)
        grid.addWidget(self.to_field, 1, 3, top)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.add_layout(grid)

    def _date_edit(self) -> QDateEdit:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        edit.setMinimumDate(NO_DATE)
        edit.setSpecialValueText(self.tr("No date yet"))
        edit.wheelEvent = lambda event: event.ignore()  # scrolling past must not change a date
        return edit

    @Slot()
    def _on_study_changed(self) -> None:
        study = self._view_model.study
        if study is None:
            return
        for edit, text in (
            (self.title_edit, study.title), (self.organisation_edit, study.organisation),
            (self.asked_edit, study.asked),
        ):  # fmt: skip
            if edit.text().strip() != text:
                edit.setText(text)
        self.from_edit.setDate(_date(study.fielded_from))
        self.to_edit.setDate(_date(study.fielded_to))
        self.title_field.set_problem("")
        turned = bool(study.fielded_to) and study.fielded_to < study.fielded_from
        self.to_field.set_problem(self.tr("This is before the first day. Put a later one.") if turned else "")

    @Slot(str)
    def _on_title_edited(self, text: str) -> None:
        if text.strip():
            self._view_model.describe(title=text.strip())
            self.title_field.set_problem("")
        else:
            self.title_field.set_problem(self.tr("A study needs a title; the former one stays until you type one."))

    @Slot()
    def _on_title_finished(self) -> None:
        self._on_study_changed()

    @Slot(str)
    def _on_organisation_edited(self, text: str) -> None:
        self._view_model.describe(organisation=text.strip())

    @Slot(str)
    def _on_asked_edited(self, text: str) -> None:
        self._view_model.describe(asked=text.strip())

    @Slot()
    def _on_dates_finished(self) -> None:
        self._view_model.describe(fielded_from=_iso(self.from_edit.date()), fielded_to=_iso(self.to_edit.date()))


def _date(iso: str) -> QDate:
    date = QDate.fromString(iso, ISO)
    return date if date.isValid() else NO_DATE


def _iso(date: QDate) -> str:
    return "" if date == NO_DATE else date.toString(ISO)
