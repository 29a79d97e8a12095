"""The self-assessment of one colleague: 1 to 5 for each pillar, what each level means, the running total."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxsurvey.internal import HIGHEST_SCORE, LOWEST_SCORE
from cxsurvey.pillars import Pillar
from cxsurvey.survey.words import fill

from ..theme import Theme
from ..widgets.chips import ChipRow
from ..widgets.label import Label
from .view_model import InternalViewModel

LEVELS = range(LOWEST_SCORE, HIGHEST_SCORE + 1)


class ScoreRow(QWidget):
    """One pillar: name, question, five chips. The keys 1 to 5 score, 0 and Delete take the score away.

    Signal: ``scored(pillar key, score)``, 0 for none.
    """

    scored = Signal(str, int)

    def __init__(self, theme: Theme, pillar: Pillar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pillar = pillar
        self.chips = ChipRow(pillar.name)
        self.level_label = Label("", "caption", "text_2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(pillar.name, "strong", wrap=True))
        if pillar.texts[0].question:
            words.addWidget(Label(pillar.texts[0].question, "caption", "text_2", wrap=True))
        self.chips.setFixedWidth(theme.px(216))
        scale = QVBoxLayout()
        scale.setSpacing(4)
        scale.addWidget(self.chips)
        scale.addWidget(self.level_label)
        scale.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addLayout(scale)
        self.chips.chip_chosen.connect(self._on_chip_chosen)

    def show_score(self, score: int | None, level: str) -> None:
        self.chips.set_chips([(str(n), str(n)) for n in LEVELS], str(score or ""))
        self.level_label.setText(level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = "0" if event.key() == Qt.Key.Key_Delete else event.text()
        if typed in ("0", *map(str, LEVELS)):
            self.scored.emit(self.pillar.key, int(typed))
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_chip_chosen(self, score: str) -> None:
        self.scored.emit(self.pillar.key, int(score))


class ScorePanel(QWidget):
    """``ScorePanel(theme, view_model)``: the scores of the chosen colleague."""

    def __init__(self, theme: Theme, view_model: InternalViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._view_model = theme, view_model
        self.rows: list[ScoreRow] = []
        self.instruction_label = Label("", "caption", "text_2", wrap=True)
        self.total_label = Label("", "title", wrap=True)
        self.hint_label = Label("", "caption", "text_2", wrap=True)
        self._levels = QGridLayout()
        self._levels.setHorizontalSpacing(8)
        self._levels.setVerticalSpacing(4)
        self._levels.setColumnStretch(2, 1)
        self._level_labels = []
        for place, level in enumerate(LEVELS):
            labels = (Label(str(level), "section", "accent_text"), Label("", "strong"),
                      Label("", "caption", "text_2", wrap=True))  # fmt: skip
            for column, label in enumerate(labels):
                self._levels.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
            self._level_labels.append(labels)
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.instruction_label)
        layout.addLayout(self._levels)
        layout.addLayout(self._rows_layout)
        layout.addWidget(self.total_label)
        layout.addWidget(self.hint_label)

    def refresh(self) -> None:
        """Shows what the view model has."""
        told = self._view_model.level_words
        self.instruction_label.setText(told["instruction"])
        for level, (_, name, meaning) in zip(LEVELS, self._level_labels, strict=True):
            name.setText(told[f"level_{level}"])
            meaning.setText(told[f"level_{level}_meaning"])
        if tuple(row.pillar for row in self.rows) != self._view_model.pillars:
            self._build_rows()
        colleague = self._view_model.colleague
        for row in self.rows:
            score = None if colleague is None else colleague.score(row.pillar.key)
            row.show_score(score, "" if score is None else told[f"level_{score}"])
            row.chips.setEnabled(not self._view_model.locked_on)
        most = HIGHEST_SCORE * len(self.rows)
        self.total_label.setText(fill(told["total"], total=self._view_model.total(), maximum=most))
        self.hint_label.setText(fill(told["total_hint"], maximum=most))

    def _build_rows(self) -> None:
        for row in self.rows:
            self._rows_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ScoreRow(self._theme, pillar) for pillar in self._view_model.pillars]
        for row in self.rows:
            row.scored.connect(self._on_scored)
            self._rows_layout.addWidget(row)

    @Slot(str, int)
    def _on_scored(self, pillar_key: str, score: int) -> None:
        if not self._view_model.locked_on:
            self._view_model.score(pillar_key, score or None)
