"""The survey as a respondent reads it on a phone."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cxsurvey.survey import QuestionPreview, SurveyPreview

from ..theme import Theme
from ..widgets.label import Label
from .phone_answers import PhoneAnswers

WIDTH, HEIGHT = 330, 660
EDGE, ROUND, TOP = 3, 30, 26
BETWEEN_QUESTIONS = 14


class PreviewPanel(QWidget):
    """``PreviewPanel(theme, parent=None)``; ``set_preview(preview)``, ``show_question(code)`` scrolls to a question.

    To look at, not to fill in; scrolls by itself.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answers = PhoneAnswers(theme, self)
        self._heads: dict[str, Label] = {}  # of the questions, by code
        self.setAccessibleName(self.tr("Preview as on a phone"))
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setAccessibleName(self.tr("Preview as on a phone"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, TOP, 6, 18)
        layout.addWidget(self.scroll_area)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_preview(self, preview: SurveyPreview) -> None:
        self._heads = {}
        inside = QWidget()
        inside.setObjectName("scrolled")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2, 4, 12, 16)
        layout.setSpacing(8)
        layout.addWidget(Label(preview.title, "title", wrap=True))
        layout.addWidget(Label(preview.introduction, "body", "text_2", wrap=True))
        for question in preview.questions:
            layout.addSpacing(BETWEEN_QUESTIONS)
            self._add_question(layout, question)
        layout.addSpacing(BETWEEN_QUESTIONS)
        layout.addWidget(Label(preview.thank_you, "body", "text_2", wrap=True))
        layout.addStretch(1)
        place = self.scroll_area.verticalScrollBar().value()
        self.scroll_area.setWidget(inside)
        self.scroll_area.verticalScrollBar().setValue(place)

    @Slot(str)
    def show_question(self, code: str) -> None:
        """Scrolls the phone to a question."""
        if code in self._heads:
            self.scroll_area.verticalScrollBar().setValue(self._heads[code].y() - BETWEEN_QUESTIONS)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A phone's body, with its earpiece."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(self._theme.color("line_strong"))
        pen.setWidth(EDGE)
        painter.setPen(pen)
        painter.setBrush(self._theme.color("surface"))
        half = EDGE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), ROUND, ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line_strong"))
        painter.drawRoundedRect(QRectF(self.width() / 2 - 28, 11, 56, 5), 2.5, 2.5)

    def _add_question(self, layout: QVBoxLayout, question: QuestionPreview) -> None:
        words = self.tr("{0}. {1}").format(question.number, question.text)
        self._heads[question.code] = Label(words, "strong", wrap=True)
        layout.addWidget(self._heads[question.code])
        if question.instruction:
            layout.addWidget(Label(question.instruction, "caption", "text_2", wrap=True))
        for answer in self._answers.widgets(question):
            layout.addWidget(answer)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.setMinimumHeight(self._theme.px(HEIGHT // 2))
        self.updateGeometry()
        self.update()
