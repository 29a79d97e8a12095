"""The survey as a respondent reads it on a phone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cxsurvey.survey import PRIORITY_KINDS, QuestionKind, QuestionPreview, SurveyPreview

from ..theme import Theme
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label

WIDTH, HEIGHT = 340, 620


class PreviewPanel(QFrame):
    """``PreviewPanel(theme, parent=None)``; ``set_preview(preview)``. To look at, not to fill in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("phone")
        self.setFixedWidth(theme.px(WIDTH))
        self.setMinimumHeight(theme.px(HEIGHT))
        self.setAccessibleName(self.tr("Preview as on a phone"))
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setAccessibleName(self.tr("Preview as on a phone"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll_area)

    def set_preview(self, preview: SurveyPreview) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(Label(preview.title, "title", wrap=True))
        layout.addWidget(Label(preview.introduction, "body", "text_2", wrap=True))
        for question in preview.questions:
            layout.addSpacing(12)
            self._add_question(layout, question)
        layout.addSpacing(12)
        layout.addWidget(Label(preview.thank_you, "body", "text_2", wrap=True))
        layout.addStretch(1)
        place = self.scroll_area.verticalScrollBar().value()
        self.scroll_area.setWidget(inside)
        self.scroll_area.verticalScrollBar().setValue(place)

    def _add_question(self, layout: QVBoxLayout, question: QuestionPreview) -> None:
        layout.addWidget(Label(f"{question.number}. {question.text}", "strong", wrap=True))
        if question.instruction:
            layout.addWidget(Label(question.instruction, "caption", "text_2", wrap=True))
        for item in question.items:
            layout.addWidget(self._answer(question, item.label))
        if question.kind in (QuestionKind.BIRTH_YEAR, QuestionKind.COMMENT):
            layout.addWidget(self._box("", 34 if question.kind is QuestionKind.BIRTH_YEAR else 64))

    def _answer(self, question: QuestionPreview, words: str) -> QWidget:
        """A row to drag, a row of five to press, or a choice."""
        if question.scale:
            return self._scale_row(words, question)
        row = self._box(words, 38)
        icon = "grip-vertical" if question.kind in PRIORITY_KINDS else "circle"
        row.layout().insertWidget(0, IconLabel(self._theme, icon, "text_3", 16))
        return row

    def _scale_row(self, words: str, question: QuestionPreview) -> QWidget:
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(Label(words, wrap=True))
        numbers = QHBoxLayout()
        numbers.setSpacing(4)
        for number in range(1, 6):
            box = self._box(str(number), 32)
            box.layout().itemAt(0).widget().setAlignment(Qt.AlignmentFlag.AlignCenter)
            numbers.addWidget(box, 1)
        layout.addLayout(numbers)
        return block

    def _box(self, words: str, height: int) -> QFrame:
        box = QFrame()
        box.setObjectName("answer")
        box.setMinimumHeight(self._theme.px(height))
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(Label(words, wrap=True), 1)
        return box
