"""What a step says while no study is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .theme import Theme
from .widgets.empty_state import EmptyState
from .widgets.page_frame import PageFrame


class NoStudyPage(PageFrame):
    """Signals: ``new_requested()``, ``sample_requested()``."""

    new_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("No study is open"))
        self.set_sentence("")
        self.empty_state = EmptyState(
            theme, "folder-open", self.tr("Open a study first"),
            self.tr("Begin one from the ten CX pillars, or look at the finished sample study."),
            self.tr("New study"), self.tr("Open the sample study"),
        )
        self.set_empty(self.empty_state)
        self.show_empty(True)
        self.empty_state.fill_requested.connect(self.new_requested)
        self.empty_state.sample_requested.connect(self.sample_requested)
