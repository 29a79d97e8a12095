"""The ways to ask for priorities side by side: what each means, how long it takes, how many answers it needs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from cxsurvey.survey import PriorityFormat, QuestionKind

from ..texts import amount
from ..theme import Theme
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.label import Label

BESIDE_DOT = 26  # where the words of a radio button begin


class FormatCard(Card):
    """``FormatCard(theme, parent=None)``; ``set_formats(formats, kind)`` shows them with one chosen.

    Signal, when a person chooses: ``format_chosen(kind)``. Arrow keys move among the formats. ``plan_button`` is for
    how many to invite.
    """

    format_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.set_title(self.tr("How customers say what matters"))
        self.plan_button = Button(theme, self.tr("Plan the sample"), kind="quiet")
        self.add_action(self.plan_button)
        self.buttons: dict[QuestionKind, QRadioButton] = {}
        self._told: dict[QuestionKind, tuple[Label, Label, Label, Label]] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.add_layout(self._grid)
        self.add(Label(
            self.tr(
                "Answers needed to tell two pillars apart that are one place apart, with a chance of 80 %. With "
                "points and ratings it depends on how people use the numbers."
            ),
            "caption", "text_2", wrap=True,
        ))  # fmt: skip

    def set_formats(self, formats: Sequence[PriorityFormat], kind: QuestionKind) -> None:
        if list(self.buttons) != [one.kind for one in formats]:
            self._build(formats)
        for one in formats:
            self._tell(one)
        for key, button in self.buttons.items():
            button.setChecked(key is kind)
            # Tab comes to the one chosen; Qt itself finds it only after the first key.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key is kind else Qt.FocusPolicy.ClickFocus)

    def _build(self, formats: Sequence[PriorityFormat]) -> None:
        for column, words in ((1, self.tr("Time")), (2, self.tr("Answers needed"))):
            self._grid.addWidget(Label(words, "caption", "text_2"), 0, column, Qt.AlignmentFlag.AlignRight)
        for at, one in enumerate(formats):
            button = QRadioButton()
            button.clicked.connect(lambda _checked=False, kind=one.kind: self.format_chosen.emit(str(kind)))
            labels = (
                Label("", "caption", "accent_text"), Label(), Label(), Label("", "caption", "text_2", wrap=True)
            )
            recommended, seconds, answers, meaning = labels
            meaning.setContentsMargins(self._theme.px(BESIDE_DOT), 0, 0, self._theme.px(8))
            row = 1 + 2 * at
            name = QHBoxLayout()
            name.setSpacing(12)
            name.addWidget(button)
            name.addWidget(recommended, 1)
            self._grid.addLayout(name, row, 0)
            self._grid.addWidget(seconds, row, 1, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(answers, row, 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(meaning, row + 1, 0, 1, 3)
            self._group.addButton(button)
            self.buttons[one.kind], self._told[one.kind] = button, labels

    def _tell(self, one: PriorityFormat) -> None:
        button, (recommended, seconds, answers, meaning) = self.buttons[one.kind], self._told[one.kind]
        button.setText(self._name(one.kind))
        recommended.setText(self.tr("Recommended") if one.recommended else "")
        seconds.setText(self.tr("about {0} s").format(5 * round(one.seconds / 5)))
        answers.setText(
            self.tr("it depends") if one.answers is None
            else self.tr("about {0}").format(amount(10 * -(-one.answers // 10)))
        )
        meaning.setText(self._meaning(one))
        button.setAccessibleDescription(
            " ".join(label.text() for label in (recommended, meaning, seconds, answers) if label.text())
        )

    def _name(self, kind: QuestionKind) -> str:
        return {
            QuestionKind.GUIDED_SORT: self.tr("Guided sort"),
            QuestionKind.TOP_RANKING: self.tr("Choose the top 3"),
            QuestionKind.FULL_RANKING: self.tr("Rank all"),
            QuestionKind.BEST_WORST: self.tr("Most and least of a few (MaxDiff)"),
            QuestionKind.POINTS: self.tr("Share out 100 points"),
            QuestionKind.IMPORTANCE_RATING: self.tr("Rate each 1 to 5"),
        }[kind]

    def _meaning(self, one: PriorityFormat) -> str:
        return {
            QuestionKind.GUIDED_SORT: self.tr(
                "The most important and those next to it, the least important and those next to it; the rest stay in "
                "the middle. Nearly as short as a top 3, and tells about both ends."
            ),
            QuestionKind.TOP_RANKING: self.tr(
                "Quickest, but says little about the lower places, and pillars that some love and others ignore look "
                "better in it."
            ),
            QuestionKind.FULL_RANKING: self.tr(
                "Tells most about every pillar and needs the fewest answers; tires people beyond ten pillars."
            ),
            QuestionKind.BEST_WORST: self.tr(
                "{0} at a time, each pillar three times or more: easy on a phone, and nobody can call everything "
                "important; takes patience."
            ).format(one.shown),
            QuestionKind.POINTS: self.tr(
                "Tells how much more one pillar matters than another; adding up is hard on a phone."
            ),
            QuestionKind.IMPORTANCE_RATING: self.tr(
                "Easiest to fill in, but people find everything important: the order stays vague."
            ),
        }[one.kind]  # fmt: skip
