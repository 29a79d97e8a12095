"""One question of the survey to edit: its words, its place, its answers."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxsurvey.survey import PRIORITY_KINDS, QuestionKind, QuestionPreview

from ..theme import Theme
from ..widgets.buttons import IconButton
from ..widgets.card import Card
from ..widgets.fields import Field
from ..widgets.label import Label
from ..widgets.text_box import TextBox

OPTION_LINES = 4


class QuestionCard(Card):
    """``QuestionCard(theme, question, labels, is_first, is_last)``: the question as previewed, with its own answers.

    Signals: ``text_edited(code, text)``, ``options_edited(code, labels)``, ``move_requested(code, by)``,
    ``remove_requested(code)``, ``entered(code)`` when its text gets the focus.
    """

    text_edited = Signal(str, str)
    options_edited = Signal(str, tuple)
    move_requested = Signal(str, int)
    remove_requested = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        question: QuestionPreview,
        labels: tuple[str, ...],
        is_first: bool,
        is_last: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self.code = question.code
        self._labels = labels
        self.setAccessibleName(self._kind_name(question.kind))
        self._build(theme, question, is_first, is_last)

    def _build(self, theme: Theme, question: QuestionPreview, is_first: bool, is_last: bool) -> None:
        name = self._kind_name(question.kind)
        self.text_edit = QLineEdit(question.text)
        self.text_edit.setAccessibleName(self.tr("Question {0}").format(question.number))
        self.text_edit.setCursorPosition(0)
        self.text_edit.editingFinished.connect(self._on_text_finished)
        self.text_edit.installEventFilter(self)
        self.up_button = IconButton(theme, "arrow-up", self.tr("Move {0} up").format(name))
        self.down_button = IconButton(theme, "arrow-down", self.tr("Move {0} down").format(name))
        self.remove_button = IconButton(theme, "trash-2", self.tr("Remove {0}").format(name))
        self.up_button.setEnabled(not is_first)
        self.down_button.setEnabled(not is_last)
        self.up_button.clicked.connect(lambda: self.move_requested.emit(self.code, -1))
        self.down_button.clicked.connect(lambda: self.move_requested.emit(self.code, 1))
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(self.code))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(f"{question.number}  {name}", "section"), 1)
        for button in (self.up_button, self.down_button, self.remove_button):
            head.addWidget(button)
        self.add_layout(head)
        self.add(self.text_edit)
        self.remove_button.setVisible(question.kind not in PRIORITY_KINDS)  # not before it has a parent
        if question.kind is QuestionKind.SEGMENT:
            self._build_options(theme)

    def _build_options(self, theme: Theme) -> None:
        self.options_box = TextBox(theme, self.tr("Answers, one a line"), OPTION_LINES)
        self.options_box.set_text("\n".join(self._labels))
        self.options_box.setPlaceholderText(self.tr("North\nSouth"))
        self.options_box.text_finished.connect(self._on_options_finished)
        self.add(Field(self.tr("Answers, one a line"), self.options_box))

    def _kind_name(self, kind: QuestionKind) -> str:
        return {
            QuestionKind.FULL_RANKING: self.tr("Priorities: rank all"),
            QuestionKind.TOP_RANKING: self.tr("Priorities: top 3"),
            QuestionKind.GUIDED_SORT: self.tr("Priorities: guided sort"),
            QuestionKind.BEST_WORST: self.tr("Priorities: most and least of a few"),
            QuestionKind.POINTS: self.tr("Priorities: 100 points"),
            QuestionKind.IMPORTANCE_RATING: self.tr("Priorities: rate 1 to 5"),
            QuestionKind.PERFORMANCE: self.tr("How well we do, 1 to 5"),
            QuestionKind.BIRTH_YEAR: self.tr("Birth year"),
            QuestionKind.AGE_BAND: self.tr("Age band"),
            QuestionKind.GENERATION: self.tr("Generation"),
            QuestionKind.SEGMENT: self.tr("Question of your own"),
            QuestionKind.SATISFACTION: self.tr("Satisfaction"),
            QuestionKind.IMAGE: self.tr("Image of the brand"),
            QuestionKind.ATTENTION: self.tr("Attention check"),
            QuestionKind.COMMENT: self.tr("Comment"),
        }[kind]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.code)
        return False

    @Slot()
    def _on_text_finished(self) -> None:
        self.text_edited.emit(self.code, self.text_edit.text().strip())

    @Slot(str)
    def _on_options_finished(self, text: str) -> None:
        lines = (line.strip() for line in text.splitlines())
        labels = tuple(line for line in lines if line)
        if labels != self._labels:
            self._labels = labels
            self.options_edited.emit(self.code, labels)
