"""The line at the foot: saved when, what is being done with its Cancel, and the promise that all stays here."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from .shell_view_model import ShellViewModel
from .theme import Theme
from .widgets.buttons import Button
from .widgets.label import Label


class Foot(QFrame):
    """``Foot(theme, view_model, parent=None)``: what was saved, what is being done."""

    def __init__(self, theme: Theme, view_model: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view_model = view_model
        self._build()
        view_model.saved_changed.connect(self._on_saved_changed)
        view_model.work_changed.connect(self._on_work_changed)
        self.cancel_button.clicked.connect(view_model.cancel_requested)
        self._on_saved_changed()
        self._on_work_changed()

    def _build(self) -> None:
        self.saved_label = Label("", "caption", "text_2")
        self.work_label = Label("", "caption", "text_2")
        self.work_bar = QProgressBar()
        self.work_bar.setTextVisible(False)
        self.work_bar.setFixedWidth(160)
        self.cancel_button = Button(self._theme, self.tr("Cancel"), kind="quiet")
        promise = Label(self.tr("Local file · nothing leaves this computer"), "caption", "text_2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(12)
        layout.addStrut(22)
        layout.addWidget(self.saved_label)
        layout.addSpacing(12)
        for widget in (self.work_label, self.work_bar, self.cancel_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(promise)

    @Slot()
    def _on_saved_changed(self) -> None:
        self.saved_label.setText(self._view_model.saved_text)

    @Slot()
    def _on_work_changed(self) -> None:
        view_model, busy = self._view_model, bool(self._view_model.work)
        for widget in (self.work_label, self.work_bar, self.cancel_button):
            widget.setVisible(busy)
        self.work_label.setText(view_model.work)
        self.work_bar.setAccessibleName(view_model.work)
        self.work_bar.setRange(0, view_model.total)
        self.work_bar.setValue(view_model.done)
