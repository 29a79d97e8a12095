"""A figure card: name, number, one line of meaning; it answers to a click with how it was computed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..theme import Theme
from .icon_label import IconLabel
from .label import Label
from .popup import Details, DetailsPopup

ICONS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "info": "info"}


class FigureCard(QFrame):
    """``FigureCard(theme, name, figure="", meaning="", parent=None)``.

    ``set_figure(figure, meaning="", state=None)``: ``state`` ok, warn, bad or info puts an icon and the colour on the
    line of meaning. ``set_details(text, formula="", method="")`` makes the card clickable: it opens the popup "How was
    this computed". Signal: ``details_requested()``, after a click, Enter or Space on a card that has details.
    """

    details_requested = Signal()

    def __init__(
        self, theme: Theme, name: str, figure: str = "", meaning: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details: Details | None = None
        self.name_label = Label(name, "caption", "text_2", wrap=True)
        self.figure_label = Label("", "figure", wrap=True)
        self.meaning_label = Label("", "caption", "text_2", wrap=True)
        self._mark = IconLabel(theme, "info", "text_2", 16)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.meaning_label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(2)
        layout.addWidget(self.name_label)
        layout.addWidget(self.figure_label)
        layout.addLayout(line)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_figure(figure, meaning)

    def set_name(self, name: str) -> None:
        self.name_label.setText(name)
        self._speak()

    def set_figure(self, figure: str, meaning: str = "", state: str | None = None) -> None:
        self.figure_label.setText(figure)
        self.meaning_label.setText(meaning)
        self.meaning_label.set_shade(state or "text_2")
        self._mark.setVisible(state is not None)
        if state is not None:
            self._mark.set_icon(ICONS[state], state)
        self._speak()

    def set_details(self, text: str, formula: str = "", method: str = "") -> None:
        self._details = Details(text, formula, method) if text else None
        self.setProperty("clickable", bool(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if text else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("How was this computed?") if text else "")
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._explain()
        else:
            super().keyPressEvent(event)

    def _explain(self) -> None:
        if self._details is not None:
            DetailsPopup(self._theme, self.name_label.text(), self._details, self).show_beside(self)
            self.details_requested.emit()

    def _speak(self) -> None:
        parts = (self.name_label.text(), self.figure_label.text(), self.meaning_label.text())
        self.setAccessibleName(". ".join(part for part in parts if part))
