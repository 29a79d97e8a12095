"""What is being done, how far it is, and a Cancel."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ..theme import Theme
from .buttons import Button
from .label import Label


class ProgressPanel(QWidget):
    """``ProgressPanel(theme, parent=None)``; hidden until ``begin(words)``, hidden again by ``end()``.

    ``set_progress(done, total)`` takes a job's ``progressed`` (a total of 0: it is not known how far).
    Signal: ``cancel_requested()``.
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_label = Label("", "body", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.words_label)
        left.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(self.cancel_button)
        self.hide()

    def begin(self, words: str) -> None:
        self.words_label.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    @Slot(int, int)
    def set_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot()
    def end(self) -> None:
        self.hide()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancel_button.setEnabled(False)
        self.words_label.setText(self.tr("Stopping…"))
        self.cancel_requested.emit()
