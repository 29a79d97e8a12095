"""Help on the open step: what it is for and what to do, in a few sentences. Local, like everything here."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from .dialogs import PlainDialog
from .theme import Theme
from .widgets.label import Label

PLAIN = ("Ctrl+I", "Ctrl+V", "Ctrl+E", "Ctrl+S")  # one sequence, which each system writes in its own way


class HelpDialog(PlainDialog):
    """``HelpDialog(theme, step, parent=None)``: the text of that step, then the keys that work everywhere."""

    def __init__(self, theme: Theme, step: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent, width=560)
        self.setWindowTitle(self.tr("Help"))
        self.add(Label(self.tr("Help on this step"), "title"))
        self.add(Label(self._text(step), wrap=True))
        self.add(Label(self.tr("Keys that work everywhere"), "section"))
        self.content.addLayout(self._keys())

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(
            (
                ("Ctrl+1 … Ctrl+0", self.tr("open one of the ten steps")),
                ("Ctrl+Z, Ctrl+Shift+Z", self.tr("undo and redo anything, also an import")),
                ("Ctrl+I", self.tr("bring in answers")),
                ("Ctrl+V", self.tr("paste copied cells, in the place where answers are dropped")),
                ("Ctrl+E", self.tr("export the report")),
                ("Ctrl+S", self.tr("save")),
                ("Alt+↑, Alt+↓", self.tr("move what is chosen in a list")),
                ("Ctrl++, Ctrl+−", self.tr("larger and smaller text")),
                ("Tab, Shift+Tab", self.tr("go through everything on a page")),
            )
        ):  # fmt: skip
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys in PLAIN else keys
            grid.addWidget(Label(shown, "strong"), row, 0)
            grid.addWidget(Label(words, "body", "text_2", wrap=True), row, 1)
        return grid

    def _text(self, step: str) -> str:
        return {
            "start": self.tr(
                "Begin a study, open one, or look at the sample study, which is invented and finished. Every change "
                "you make is kept on this computer at once; Save writes it to a file of your own."
            ),
            "pillars": self.tr(
                "Pillars are the things that may matter to customers. Start from the ten, change their words, or "
                "use 3 to 20 of your own. Customers read the customer sentence; managers read the name."
            ),
            "internal": self.tr(
                "Score each pillar from 1 to 5: how good are we? Then put them in the order in which you believe "
                "customers value them. Let colleagues do the same, here or in the workbook that you send them. "
                "Lock the view before the customers’ answers are in, so that nobody can say it was fitted to them."
            ),
            "survey": self.tr(
                "Build the questions customers get, look at them as a respondent would, and write the Excel form. "
                "Every question carries a short code, by which the answers are recognised when they come back."
            ),
            "responses": self.tr(
                "Drop the spreadsheet that your form platform gave you. The columns are recognised; look at what was "
                "understood, correct it if need be, and check the respondent that is read back. Choose a column to say "
                "what it and its values mean; Ctrl+Z takes a correction back. Rows that cannot be read are listed with "
                "their number and the reason."
            ),
            "adequacy": self.tr(
                "Tells how far the answers carry. Say how people were invited and how many customers there are, for "
                "the verdict rests on it. Before fieldwork, plan here how many answers you need."
            ),
            "comparison": self.tr(
                "The dot is the customers’ place of a pillar, the bar the range it surely lies in, the diamond our own "
                "place. Only a diamond outside the bar is a proven difference. Click a figure for how it was computed."
            ),
            "generations": self.tr(
                "The same order within each generation, age band or other group. One test says whether the groups "
                "differ at all; only then are single pillars looked at. Groups in which somebody could be recognised "
                "are hidden everywhere, also in exports."
            ),
            "plan": self.tr(
                "Choose two to four pillars to act on. The suggestion cuts the customers’ order where its gap is "
                "clearest; you may choose otherwise and say why. Each pillar needs an owner, a first step and a date."
            ),
            "report": self.tr(
                "Writes the report for the board, each chart as a picture, a workbook with native charts, and tidy "
                "data for the analyst, into a folder of your choice."
            ),
        }.get(step, "")
