"""Where weak and strong pillars part on the map: the mean of the pillars, or a rating that is aimed at."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ..widgets.fields import Combo, DecimalBox
from ..widgets.flow_layout import FlowLayout
from ..widgets.label import Label
from .view_model import PlanViewModel

MEAN, TARGET = "mean", "target"
USUAL_TARGET = 4.0


class TargetRow(QWidget):
    """The choice of the line of performance, and a box for the rating aimed at."""

    def __init__(self, view_model: PlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._build()
        self.line_combo.key_chosen.connect(self._on_line_chosen)
        self.target_box.number_edited.connect(view_model.set_performance_target)
        view_model.plan_changed.connect(self._on_plan_changed)
        self._on_plan_changed()

    def _build(self) -> None:
        row = FlowLayout(self)
        self.line_combo = Combo(self.tr("Line between weak and strong at"))
        self.line_combo.set_options(
            [(MEAN, self.tr("the mean of the pillars")), (TARGET, self.tr("a rating we aim at"))], MEAN
        )
        label = Label(self.tr("Line at"), "caption", "text_2")
        label.setBuddy(self.line_combo)
        self.target_box = DecimalBox(self.tr("Rating we aim at"), 1.1, 4.9, USUAL_TARGET)
        self.target_box.setSuffix(self.tr(" of 5"))
        row.addWidget(label)
        row.addWidget(self.line_combo)
        row.addWidget(self.target_box)

    @Slot()
    def _on_plan_changed(self) -> None:
        target = self._view_model.performance_target
        self.line_combo.set_key(MEAN if target is None else TARGET)
        self.target_box.setVisible(target is not None)
        if target is not None:
            self.target_box.setValue(target)

    @Slot(str)
    def _on_line_chosen(self, line: str) -> None:
        self._view_model.set_performance_target(None if line == MEAN else self.target_box.value())
