"""What a page says while there is nothing: one icon, one line, one sentence, the button that fills it, the sample."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..theme import Theme
from .buttons import Button
from .icon_label import IconLabel
from .label import Label

READING_WIDTH = 760


class EmptyState(QWidget):
    """``EmptyState(theme, icon, line, sentence, button="", sample="", parent=None)``.

    ``button`` and ``sample`` are labels; without one there is no button. Signals: ``fill_requested()``,
    ``sample_requested()``. Attributes ``primary_button``, ``sample_button``, ``line_label``, ``sentence_label``.
    """

    fill_requested = Signal()
    sample_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        line: str,
        sentence: str,
        button: str = "",
        sample: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line_label = Label(line, "title", wrap=True)
        self.sentence_label = Label(sentence, "body", "text_2", wrap=True)
        for label in (self.line_label, self.sentence_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(theme, icon, "accent_text", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.line_label)
        layout.addWidget(self.sentence_label)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if button:
            self.primary_button = Button(theme, button, kind="primary")
            self.primary_button.clicked.connect(self.fill_requested)
            row.addWidget(self.primary_button)
        if sample:
            self.sample_button = Button(theme, sample, icon="sparkles")
            self.sample_button.clicked.connect(self.sample_requested)
            row.addWidget(self.sample_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        self.setAccessibleName(line)
        self.setAccessibleDescription(sentence)
