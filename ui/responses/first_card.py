"""The first respondent read back as a sentence: it catches every file whose ranks run the other way."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxsurvey.reading.values import FirstRespondent

from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label
from .review import Review
from .view_model import ResponsesViewModel


class FirstCard(Card):
    """``FirstCard(theme, view_model)``: the sentence, the whole order below it, and "the other way round"."""

    def __init__(self, theme: Theme, view_model: ResponsesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view_model = view_model
        self.order_label = Label("", "caption", "text_2", wrap=True)
        self._mark = IconLabel(theme, "circle-check", "ok", 18)
        self.asked_label = Label("", wrap=True)
        self.right_button = Button(theme, self.tr("Yes, that is right"), icon="check")
        self.reverse_button = Button(theme, self.tr("No, the other way round"), icon="rotate-ccw")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.asked_label, 1)
        row.addWidget(self.right_button)
        row.addWidget(self.reverse_button)
        self.add(self.order_label)
        self.add_layout(row)
        self.right_button.clicked.connect(self._on_right_clicked)
        self.reverse_button.clicked.connect(self._on_reverse_clicked)

    def set_review(self, review: Review) -> None:
        first = review.first
        self.setVisible(first is not None or review.asks_for_direction)
        if first is not None:
            self.set_title(self._sentence(first))
            names = [f"{place}. {self._view_model.pillar_name(key)}" for place, key in enumerate(first.first, 1)]
            self.order_label.setText("   ".join(names))
        else:
            self.set_title(self.tr("Is 1 the most important?"))
        self.order_label.setVisible(first is not None)
        known = review.direction_known
        self._mark.set_icon("circle-check" if known else "circle-help", "ok" if known else "warn")
        self.asked_label.setText(self._asked(review))
        self.right_button.setVisible(not known)
        self.reverse_button.setVisible(first is None or first.kind != "points")  # points can only be read one way
        self.reverse_button.setText(
            self.tr("Turn it round") if known else self.tr("No, the other way round")
        )
        self.reverse_button.updateGeometry()

    def set_enabled(self, enabled: bool) -> None:
        """While the cells are read again, nothing can be answered."""
        self.right_button.setEnabled(enabled)
        self.reverse_button.setEnabled(enabled)

    def _sentence(self, first: FirstRespondent) -> str:
        name = self._view_model.pillar_name
        if first.kind == "best_worst":
            return self.tr("The customer in row {0} puts {1} best and {2} worst.").format(
                first.row, name(first.first[0]), name(first.last)
            )
        if first.kind == "points":
            return self.tr("The customer in row {0} gives most points to {1} and fewest to {2}.").format(
                first.row, name(first.first[0]), name(first.last)
            )
        if first.cohort:
            return self.tr("The customer in row {0} ({1}) puts {2} first and {3} last.").format(
                first.row, first.cohort, name(first.first[0]), name(first.last)
            )
        return self.tr("The customer in row {0} puts {1} first and {2} last.").format(
            first.row, name(first.first[0]), name(first.last)
        )

    def _asked(self, review: Review) -> str:
        if not review.direction_known:
            return self.tr("Is that right? The file does not say whether 1 is the most or the least important.")
        if not review.by_person:
            return self.tr("The file’s own words say so.")
        if review.imported.mapping.reversed:
            return self.tr("You said so: the highest number is the most important.")
        return self.tr("You said so: 1 is the most important.")

    @Slot()
    def _on_right_clicked(self) -> None:
        self._answer(False)

    @Slot()
    def _on_reverse_clicked(self) -> None:
        self._answer(True)

    def _answer(self, turn: bool) -> None:
        review = self._view_model.review
        if review is not None:
            self._view_model.corrections.set_reversed(review.imported.mapping.reversed != turn)
