"""The pillars to choose from, in the customers' order, each with a box to tick."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from cxsurvey.comparison import Verdict
from cxsurvey.performance import Quadrant

from ..texts import listed
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import Field
from ..widgets.label import Label
from .view_model import PlanViewModel


class NameBox(QCheckBox):
    """A tick box for a name; where there is no room, the name is cut with "…" and given in full as a tooltip."""

    SIDE = 32  # px of the box itself, and its distance to the name

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self._name = name

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.SIDE + self.fontMetrics().horizontalAdvance(self._name)
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - self.SIDE + 4)
        self.setToolTip("" if shown == self._name else self._name)
        self.setText(shown.replace("&", "&&"))


class ChoiceCard(Card):
    """Ticks choose pillars; the suggestion can be taken, or overruled with a reason."""

    def __init__(self, theme: Theme, view_model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._theme = theme
        self._view_model = view_model
        self._boxes: dict[str, QCheckBox] = {}
        self.set_title(self.tr("Which pillars?"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.suggest_button = Button(theme, self.tr("Take the suggestion"), icon="sparkles")
        self.reason_edit = QLineEdit()
        self.reason_field = Field(self.tr("Why another choice"), self.reason_edit)
        self.add_layout(self._grid)
        self.add(self.suggest_button)
        self.add(self.reason_field)
        self.add_stretch()
        self.suggest_button.clicked.connect(view_model.take_suggestion)
        self.reason_edit.editingFinished.connect(self._on_reason_finished)
        view_model.choice_changed.connect(self._on_choice_changed)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_choice_changed()

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        """The tick boxes by pillar key."""
        return self._boxes

    @Slot()
    def _on_choice_changed(self) -> None:
        if [key for key, _ in self._view_model.pillars] != list(self._boxes):
            self._build_boxes()
        suggestion = self._view_model.suggestion
        self.suggest_button.setVisible(suggestion is not None)
        if suggestion is None:
            self.set_caption(self.tr("Choose two to four. Customers’ answers will suggest which."))
        else:
            names = listed(self._view_model.name(key) for key in suggestion.keys)
            self.set_caption(
                self.tr("Suggested, because a clear gap follows them: {0}.").format(names) if suggestion.clear
                else self.tr("Suggested: {0}. The gap behind them is not proven.").format(names)
            )
        self._on_plan_changed()

    @Slot()
    def _on_plan_changed(self) -> None:
        chosen, suggestion = set(self._view_model.plan.chosen), self._view_model.suggestion
        for key, box in self._boxes.items():
            box.setChecked(key in chosen)
        differs = suggestion is not None and bool(chosen) and chosen != set(suggestion.keys)
        self.suggest_button.setEnabled(suggestion is not None and chosen != set(suggestion.keys))
        self.reason_field.setVisible(differs)
        if self.reason_edit.text() != self._view_model.plan.reason:
            self.reason_edit.setText(self._view_model.plan.reason)
            self.reason_edit.setCursorPosition(0)

    def _build_boxes(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._boxes = {}
        for row, (key, name) in enumerate(self._view_model.pillars):
            box = NameBox(name)
            box.setAccessibleName(self.tr("Act on {0}").format(name))
            box.setMinimumHeight(self._theme.px(30))
            box.clicked.connect(lambda checked, key=key: self._view_model.set_chosen(key, checked))
            self._grid.addWidget(box, row, 0)
            self._grid.addWidget(Label(self._words(key), "caption", "text_2"), row, 1)
            self._boxes[key] = box

    def _words(self, key: str) -> str:
        standing = self._view_model.standing(key)
        if standing is None:
            return ""
        verdicts = {Verdict.BLIND_SPOT: self.tr("blind spot"), Verdict.OVER_RATED: self.tr("over-rated inside")}
        words = [self.tr("place {0}").format(standing.place)]
        if standing.verdict in verdicts:
            words.append(verdicts[standing.verdict])
        rated = self._view_model.performance(key)
        if rated is not None and rated.placed and rated.quadrant is Quadrant.FIX_FIRST:
            words.append(self.tr("fix first"))
        return " · ".join(words)

    @Slot()
    def _on_reason_finished(self) -> None:
        self._view_model.set_reason(self.reason_edit.text())
