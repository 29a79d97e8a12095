"""How each kind of question is answered on a phone: to look at, not to fill in."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxsurvey.survey import Choice, QuestionKind, QuestionPreview, TaskPreview

from ..theme import Theme
from ..widgets.icon_label import IconLabel
from ..widgets.label import Label

ONE_LINE, SEVERAL_LINES = 34, 64
MARK = 16
WIDE = 8  # beside the words of a box that is as wide as the phone


class PhoneAnswers(QObject):
    """``PhoneAnswers(theme, parent=None)``; ``widgets(question)`` are what stands below its words, top to bottom."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def widgets(self, question: QuestionPreview) -> list[QWidget]:
        match question.kind:
            case QuestionKind.FULL_RANKING:
                return [self._row(item.label, "grip-vertical") for item in question.items]
            case QuestionKind.GUIDED_SORT:
                return [self._listed(question.items), *(self._pick(step.label) for step in question.steps)]
            case QuestionKind.BEST_WORST:
                return self._tasks(question)
            case QuestionKind.POINTS:
                return [self._points(item.label) for item in question.items]
            case QuestionKind.IMPORTANCE_RATING | QuestionKind.PERFORMANCE:
                scale = self._caption(self.tr("1 = {0}, 5 = {1}").format(question.scale[0], question.scale[-1]))
                return [scale, *(self._scale_row(item.label, question) for item in question.items)]
            case QuestionKind.SATISFACTION | QuestionKind.IMAGE:
                return [self._row(word, "circle") for word in reversed(question.scale)]
            case QuestionKind.ATTENTION:
                return [self._presses([item.label for item in question.items])]
            case QuestionKind.BIRTH_YEAR:
                return [self._box("", ONE_LINE)]
            case QuestionKind.COMMENT:
                return [self._box("", SEVERAL_LINES)]
        return [self._row(item.label, "circle") for item in question.items]

    def _tasks(self, question: QuestionPreview) -> list[QWidget]:
        """The first MaxDiff task, and how many follow."""
        if not question.tasks:
            return []
        more = self.tr("… and %n more like it", "", len(question.tasks) - 1)
        return [*self._task(question.tasks[0], question.steps), self._caption(more)]

    def _task(self, task: TaskPreview, ends: tuple[Choice, ...]) -> list[QWidget]:
        """The pillars between a mark for the best on the left and one for the worst on the right."""
        best, worst = (end.label for end in ends)
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 4, 0, 0)
        line.addWidget(Label(best, "caption", "text_2", wrap=True), 1)
        right = Label(worst, "caption", "text_2", wrap=True)
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(right, 1)
        rows = []
        for item in task.items:
            row = self._row(item.label, "circle")
            row.layout().addWidget(IconLabel(self._theme, "circle", "text_3", MARK))
            rows.append(row)
        return [Label(task.heading, "strong"), head, *rows]

    def _listed(self, items: tuple[Choice, ...]) -> QWidget:
        return self._caption("\n".join(f"\u2013 {item.label}" for item in items))

    def _pick(self, words: str) -> QFrame:
        """A list to choose from."""
        box = self._box(words, 38)
        box.layout().addWidget(IconLabel(self._theme, "chevron-down", "text_3", MARK))
        return box

    def _points(self, words: str) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(words, wrap=True), 1)
        number = self._box("", ONE_LINE, 4)
        number.setFixedWidth(self._theme.px(56))
        layout.addWidget(number)
        return line

    def _row(self, words: str, icon: str) -> QFrame:
        """A row to put in order, or a choice."""
        row = self._box(words, 38)
        row.layout().insertWidget(0, IconLabel(self._theme, icon, "text_3", MARK))
        return row

    def _scale_row(self, words: str, question: QuestionPreview) -> QWidget:
        numbers = [str(number) for number in range(1, len(question.scale) + 1)]
        return self._presses(numbers, words, question.dont_know)

    def _presses(self, numbers: list[str], words: str = "", beside: str = "") -> QWidget:
        """A row of numbers to press, below what they are about."""
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        if words:
            layout.addWidget(Label(words, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        for number in numbers:
            row.addWidget(self._press(number), 1)
        if beside:
            row.addWidget(self._press(beside), 2)
        layout.addLayout(row)
        return block

    def _press(self, words: str) -> QFrame:
        box = self._box(words, 32, 4)
        box.layout().itemAt(0).widget().setAlignment(Qt.AlignmentFlag.AlignCenter)
        return box

    def _box(self, words: str, height: int, beside: int = WIDE) -> QFrame:
        box = QFrame()
        box.setObjectName("answer")
        box.setMinimumHeight(self._theme.px(height))
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(beside, 4, beside, 4)
        layout.setSpacing(8)
        layout.addWidget(Label(words, "body" if beside == WIDE else "caption", wrap=True), 1)
        return box

    def _caption(self, words: str) -> Label:
        return Label(words, "caption", "text_2", wrap=True)
