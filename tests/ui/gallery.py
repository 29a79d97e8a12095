"""All widgets of the window to look at: ``python -m tests.ui.gallery [FOLDER]``.

With a folder it saves pictures (light and dark, full and small) instead of opening a window.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QWidget

from ui.fonts import load_fonts
from ui.main_window import MainWindow, Step
from ui.shell_view_model import ShellViewModel
from ui.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chips import ChipRow
from ui.widgets.drop_area import DropArea
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Combo, Field, NumberBox
from ui.widgets.figure_card import FigureCard
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import Label
from ui.widgets.page_frame import PageFrame
from ui.widgets.popup import Details, DetailsPopup
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.rank_editor import RankEditor
from ui.widgets.state_mark import Light, StepState
from ui.widgets.table_view import TableView

PILLARS = (
    "Customer service they receive",
    "Products and services they buy",
    "Company representatives",
    "Brand reputation and expectations",
    "Digital experiences",
    "Friction (or its lack) in the journey",
    "Communications from the company",
    "Non-digital experiences",
    "Content they consume",
    "Consumer advertising",
)
STEPS = (
    ("start", "folder-open", "Start"),
    ("pillars", "clipboard-list", "Pillars"),
    ("internal", "list-ordered", "Our view"),
    ("survey", "message-square", "Survey"),
    ("responses", "file-spreadsheet", "Responses"),
    ("adequacy", "shield-check", "Can we trust it?"),
    ("comparison", "git-compare-arrows", "Where we differ"),
    ("generations", "users", "Generations"),
    ("plan", "target", "Focus and plan"),
    ("report", "file-text", "Report"),
)


class SampleModel(QAbstractTableModel):
    """Rows left out, invented."""

    HEADERS = ("Row", "Respondent", "Reason", "Places given")
    ROWS = (
        (12, "R-0012", "Two pillars share place 3", 10),
        (87, "R-0087", "No places at all", 0),
        (301, "R-0301", "Two pillars share place 1", 9),
    )

    def rowCount(self, parent=None):
        return len(self.ROWS)

    def columnCount(self, parent=None):
        return len(self.HEADERS)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.ROWS[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.HEADERS[section]
        return None


def figures_page(theme: Theme) -> PageFrame:
    page = PageFrame(theme, "Where we differ")
    page.set_sentence(
        "Customers rank representatives far higher than the company does. Gen Z is too small to report on its own."
    )
    page.add_action(Button(theme, "Copy chart", icon="copy"))
    page.add_action(Button(theme, "Export report", kind="primary", icon="download"))
    page.notices.tell(
        "left_out", "3 of 415 rows were left out: two had ties, one had no ranks.", "warning", "Show rows"
    )
    cards = [
        FigureCard(theme, "Responses used", "412", "± 4.8 points at 95 %"),
        FigureCard(theme, "Agreement, Kendall τ", "0.29", "Weak: 16 of 45 pairs disagree"),
        FigureCard(theme, "Widest gap", "4.6 ranks", "Representatives: customers 3.6, company 8.2"),
        FigureCard(theme, "Thinnest group", "Gen Z, 31"),
    ]
    cards[1].set_details("How many pairs of pillars both sides put in the same order.", "Kendall's τ")
    cards[3].set_figure("Gen Z, 31", "12 more answers needed", "warn")
    page.add_figures(cards)
    chart = Card("Mean rank, customers and company", "Gaps of 2.5 ranks or more are in bold with their size.")
    chips = ChipRow("Group")
    names = ("Everyone", "Gen Z", "Millennials", "Gen X", "Boomers", "Silent generation")
    chips.set_chips([(name, name) for name in names], "Everyone")
    chart.add(chips)
    chart.add_stretch()
    heat = Card("Rank by generation", "Darker is more important.")
    for colour, word in (
        ("green", "Enough"),
        ("amber", "n = 31 low"),
        ("red", "Cannot be told apart"),
        ("none", "No answers"),
    ):
        heat.add(Light(theme, colour, word))
    heat.add_stretch()
    page.add_row([chart, heat], (3, 2), stretch=1)
    return page


def ranking_page(theme: Theme) -> PageFrame:
    page = PageFrame(
        theme, "Our own ranking", "Drag the pillars into the order the company would put them in, most important first."
    )
    page.add_action(Button(theme, "Add respondent", icon="users"))
    page.add_action(Button(theme, "Save ranking", kind="primary", icon="check"))
    ranking = Card("Marta Silva, Head of CX", "Alt+Up and Alt+Down move the selected pillar. Esc cancels a drag.")
    editor = RankEditor(theme, "Ranking of Marta Silva")
    editor.set_items([(str(number), name) for number, name in enumerate(PILLARS)])
    editor.setCurrentIndex(editor.model().index(2, 0))
    ranking.add(editor)
    ranking.add_stretch()
    progress = Card("Progress", "4 of 6 people have ranked.")
    for name in ("Marta Silva", "Jon Weber", "Aiko Tanaka", "Иван Петров", "สมชาย ใจดี", "Rosa Díaz"):
        progress.add(Label(name, "strong"))
    progress.add_stretch()
    page.add_row([ranking, progress], (3, 2), stretch=1)
    return page


def empty_page(theme: Theme) -> PageFrame:
    page = PageFrame(theme, "Responses", "Bring in the answers your customers gave.")
    page.add_action(Button(theme, "Download template", icon="download"))
    page.set_empty(
        DropArea(
            theme,
            "Drop an Excel file here",
            "or paste a range copied from a spreadsheet. One row per respondent, one column per pillar.",
            "Choose a file…",
            "Load sample responses",
        )
    )
    page.show_empty(True)
    return page


def fields_page(theme: Theme) -> PageFrame:
    page = PageFrame(theme, "Fields and tables", "Everything that can be filled in, and how it speaks.")
    for key, severity in (("a", "info"), ("b", "ok"), ("c", "error")):
        page.notices.tell(key, f"A notice of severity {severity}: what happened, what it means, what to do.", severity)
    form = Card("Fields", "Label above, hint below.")
    combo = Combo("Generation bands")
    combo.set_options([("pew", "Pew Research Center"), ("own", "Our own bands")], "pew")
    name = Field("Name of the study", QLineEdit("Spring survey"), "As the board will read it.")
    wrong = Field("Birth year from", NumberBox("Birth year from", 1900, 2020, 1997))
    wrong.set_problem("The band ends before it begins. Put an earlier year here.")
    boxes = QWidget()
    flow = FlowLayout(boxes, 16)
    checked, radio = QCheckBox("Leave out speeders"), QRadioButton("Full ranking")
    checked.setChecked(True)
    radio.setChecked(True)
    for box in (checked, QCheckBox("Keep comments"), radio, QRadioButton("Top 3")):
        flow.addWidget(box)
    for widget in (name, Field("Bands", combo), wrong, boxes):
        form.add(widget)
    row = QWidget()
    buttons = FlowLayout(row)
    off = Button(theme, "Not yet", kind="primary")
    off.setEnabled(False)
    for button in (
        Button(theme, "Plain"), Button(theme, "Quiet", kind="quiet"), off, IconButton(theme, "trash-2", "Remove"),
    ):  # fmt: skip
        buttons.addWidget(button)
    form.add(row)
    form.add_stretch()
    table = Card("Rows left out", "Each with its reason.")
    view = TableView(theme, "Rows left out")
    view.setModel(SampleModel(view))
    view.fit_rows()
    panel = ProgressPanel(theme)
    panel.begin("Reading answers.xlsx")
    panel.set_progress(40, 100)
    table.add(view)
    table.add(panel)
    chips = ChipRow("Shown", exclusive=False)
    chips.set_chips([("a", "Blind spots"), ("b", "Over-rated inside"), ("c", "Aligned")], ["a", "b"])
    table.add(chips)
    table.add_stretch()
    page.add_row([form, table], (1, 1), stretch=1)
    return page


def nothing_page(theme: Theme) -> PageFrame:
    page = PageFrame(theme, "Report", "Nothing to report yet.")
    page.set_empty(
        EmptyState(theme, "file-text", "No report yet", "It is made from the answers. Bring them in first.",
                   "Go to Responses", "Open the sample study")
    )  # fmt: skip
    page.show_empty(True)
    return page


def gallery_window(theme: Theme) -> tuple[MainWindow, ShellViewModel]:
    """The frame of the window around pages that show every widget."""
    view_model = ShellViewModel()
    pages = {
        "internal": ranking_page, "responses": empty_page, "comparison": figures_page, "pillars": fields_page,
        "report": nothing_page,
    }  # fmt: skip
    steps = [
        Step(key, icon, lambda title=title: title, lambda key=key: pages.get(key, nothing_page)(theme))
        for key, icon, title in STEPS
    ]
    window = MainWindow(theme, view_model, steps)
    view_model.set_project("Spring survey", "Sample company · 10 pillars")
    view_model.set_saved("Saved 12:41", modified=False)
    view_model.set_states(
        {
            "pillars": StepState.DONE,
            "internal": StepState.DONE,
            "survey": StepState.DONE,
            "responses": StepState.DONE,
            "adequacy": StepState.LOOK,
            "plan": StepState.WORK,
        }
    )
    window.open_step("comparison")
    return window, view_model


def save_pictures(app: QApplication, theme: Theme, folder: Path) -> None:
    """Every page, light and dark, in three sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    window, view_model = gallery_window(theme)
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        for width, height in ((1280, 820), (1024, 640)):
            window.resize(width, height)
            window.show()
            for step in ("comparison", "internal", "responses", "pillars", "report"):
                window.open_step(step)
                for _ in range(5):
                    app.processEvents()
                window.grab().save(str(folder / f"{step}-{choice}-{width}.png"))
    theme.set_choice("light")
    theme.set_zoom(1.5)
    view_model.begin_work("Reading answers.xlsx")
    view_model.set_progress(40, 100)
    for step in ("comparison", "internal", "pillars"):
        window.open_step(step)
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(folder / f"{step}-zoom.png"))
    popup = DetailsPopup(
        theme, "Agreement",
        Details("How many pairs of pillars both sides put in the same order.", "Kendall's τ", "tau-x"),
    )
    popup.move(QPoint(0, 0))
    popup.show()
    popup.grab().save(str(folder / "popup.png"))
    popup.close()


def main() -> int:
    app = QApplication(sys.argv[:1])
    load_fonts()
    theme = Theme(app, "light")
    theme.apply()
    if len(sys.argv) > 1:
        save_pictures(app, theme, Path(sys.argv[1]))
        return 0
    window, _ = gallery_window(theme)
    window.show()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
