"""What fieldwork was like: the facts that the verdict rests on and that only the person knows."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ..theme import Theme
from ..widgets.card import Card
from ..widgets.fields import Combo, Field, NumberBox
from .view_model import AdequacyViewModel

MOST_PEOPLE = 2_000_000_000


class FieldworkCard(Card):
    """Who was asked, how many customers there are, how many were invited and how."""

    def __init__(self, theme: Theme, view_model: AdequacyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("How people were asked"))
        self.set_caption(self.tr("Printed on every chart, because no figure means anything without it."))
        self._build()
        self.asked_edit.editingFinished.connect(self._on_asked_finished)
        self.recruitment_combo.key_chosen.connect(view_model.set_recruitment)
        self.population_box.number_edited.connect(view_model.set_population)
        self.invited_box.number_edited.connect(view_model.set_invited)
        view_model.study_changed.connect(self._on_study_changed)
        self._on_study_changed()

    def _build(self) -> None:
        self.asked_edit = QLineEdit()
        self.asked_edit.setPlaceholderText(self.tr("for example: customers of the last 12 months"))
        self.recruitment_combo = Combo(self.tr("How they were invited"))
        self.population_box = _people(self.tr("Customers in all"), self.tr("not known, or very many"))
        self.invited_box = _people(self.tr("People invited"), self.tr("not known"))
        self.add(Field(self.tr("Who was asked"), self.asked_edit))
        self.add(Field(self.tr("How they were invited"), self.recruitment_combo))
        self.add(Field(self.tr("Customers in all"), self.population_box))
        self.add(Field(self.tr("People invited"), self.invited_box))
        self.add_stretch()

    @Slot()
    def _on_study_changed(self) -> None:
        study = self._view_model.study
        if study is None:
            return
        self.asked_edit.setText(study.asked)
        self.recruitment_combo.set_options(
            [
                ("", self.tr("Not said")),
                ("random", self.tr("Drawn at random from the customer list")),
                ("open", self.tr("Open link, whoever wanted to")),
            ],
            study.recruitment,
        )
        self.population_box.setValue(study.population or 0)
        self.invited_box.setValue(study.invited or 0)

    @Slot()
    def _on_asked_finished(self) -> None:
        self._view_model.set_asked(self.asked_edit.text())


def _people(name: str, unknown: str) -> NumberBox:
    """A number of people; 0 is shown as ``unknown``."""
    box = NumberBox(name, 0, MOST_PEOPLE)
    box.setGroupSeparatorShown(True)
    box.setSpecialValueText(unknown)
    return box
