"""A chart on a page: the painting, its numbers as a table, copy and save."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cxsurvey.figures import Figure
from cxsurvey.notices import SurveyError

from ..drawing.files import figure_mime, save_figure
from ..drawing.marks import Words
from ..drawing.table import figure_table
from ..texts import notice_text
from ..theme import Theme
from .buttons import Button
from .chart_canvas import ChartCanvas
from .figure_table_model import FigureTableModel
from .label import Label
from .table_view import TableView


class ChartView(QWidget):
    """``ChartView(theme, words=notice_text, parent=None)``; ``set_figure(figure)`` shows one (``None``: nothing).

    Below it stand "Show as table", "Copy" and "Save as"; what came of them is said beside them. Title and caption
    are the page's. Signals: ``copied``, ``saved(path)``, ``failed(notice)``. Methods: ``copy()``, ``save(path)``.
    """

    copied = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, words: Words = notice_text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.canvas = ChartCanvas(theme, words)
        self.table_model = FigureTableModel(self)
        self.table_view = TableView(theme, "")
        self.table_view.setModel(self.table_model)
        self.table_button = Button(theme, "", "quiet", "table")
        self.copy_button = Button(theme, self.tr("Copy"), "quiet", "copy")
        self.save_button = Button(theme, self.tr("Save as\u2026"), "quiet", "download")
        self.outcome_label = Label("", "caption", "text_2", wrap=True)
        self._build()
        self.table_button.clicked.connect(self._on_table_clicked)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._on_save_clicked)
        self._add_actions()
        self.set_figure(None)

    @property
    def figure(self) -> Figure | None:
        """What is shown."""
        return self.canvas.figure

    def set_figure(self, figure: Figure | None) -> None:
        """Another chart, or none; chart or table stays as the reader chose."""
        self.canvas.set_figure(figure)
        self.outcome_label.setText("")
        self.setVisible(figure is not None)
        if figure is None:
            return
        title = self._words(figure.head.title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._words(figure.head.description))
        self.table_model.set_table(figure_table(figure, self._words))
        self.table_view.setAccessibleName(self.tr("Numbers of the chart: {0}").format(title))
        for button, words in (
            (self.copy_button, self.tr("Copy the chart: {0}")),
            (self.save_button, self.tr("Save the chart: {0}")),
        ):
            button.setAccessibleName(words.format(title))
        self._word_table_button()

    @Slot()
    def copy(self) -> None:
        """The chart to the clipboard: picture, SVG and numbers."""
        if self.figure is not None:
            QGuiApplication.clipboard().setMimeData(figure_mime(self.figure, self._words))
            self._tell(self.tr("Copied as picture and numbers."))
            self.copied.emit()

    def save(self, path: Path) -> None:
        """The chart to a file, as its ending says; PNG where it says nothing."""
        if self.figure is None:
            return
        target = path if path.suffix.lower() in {".png", ".svg", ".pdf"} else path.with_name(f"{path.name}.png")
        try:
            save_figure(self.figure, target, self._words)
        except SurveyError as error:
            self._tell(self._words(error.notice), "bad")
            self.failed.emit(error.notice)
        else:
            self._tell(self.tr("Saved as {0}").format(target.name))
            self.saved.emit(str(target))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.table_button, self.copy_button, self.save_button):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.outcome_label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        layout.addLayout(row)
        # It shows its first widget at once: only now that there is a parent, or a window of its own would flash.
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table_view)

    def _add_actions(self) -> None:
        """The same three by right click, by the menu key, and Ctrl+C on the chart."""
        self.table_action = QAction(self.tr("Show as table"), self.canvas)
        self.table_action.triggered.connect(self._on_table_clicked)
        self.copy_action = QAction(self.tr("Copy"), self.canvas)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy)
        self.save_action = QAction(self.tr("Save as\u2026"), self.canvas)
        self.save_action.triggered.connect(self._on_save_clicked)
        self.canvas.addActions([self.table_action, self.copy_action, self.save_action])
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @Slot()
    def _on_table_clicked(self) -> None:
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        self._word_table_button()

    @Slot()
    def _on_save_clicked(self) -> None:
        if self.figure is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"{self.figure.head.key}.png")
        filters = {
            self.tr("PNG picture (*.png)"): ".png",
            self.tr("SVG drawing (*.svg)"): ".svg",
            self.tr("PDF page (*.pdf)"): ".pdf",
        }
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save chart"), proposed, ";;".join(filters))
        if chosen:
            path = Path(chosen)
            # The kind chosen below the name counts where the name was left with the proposed ending.
            if kind in filters and path.suffix == ".png":
                path = path.with_suffix(filters[kind])
            self.save(path if path.suffix else path.with_name(path.name + filters.get(kind, ".png")))

    def _word_table_button(self) -> None:
        as_table = self._stack.currentIndex() == 0
        self.table_button.setText(self.tr("Show as table") if as_table else self.tr("Show as chart"))
        self.table_button.set_icon("table" if as_table else "chart-no-axes-column")
        title = self._words(self.figure.head.title) if self.figure is not None else ""
        words = self.tr("Show as table: {0}") if as_table else self.tr("Show as chart: {0}")
        self.table_button.setAccessibleName(words.format(title))

    def _tell(self, words: str, shade: str = "text_2") -> None:
        self.outcome_label.set_shade(shade)
        self.outcome_label.setText(words)
