"""What the frame of the window shows of the study: its name, the state of the steps, saved when, what is going on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from .widgets.state_mark import StepState


class ShellViewModel(QObject):
    """Set by whoever knows the study; the window listens.

    Signals: ``project_changed()``, ``steps_changed()``, ``saved_changed()``, ``work_changed()``;
    ``cancel_requested()`` comes from the window's Cancel.
    """

    project_changed = Signal()
    steps_changed = Signal()
    saved_changed = Signal()
    work_changed = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.caption = ""
        self.states: dict[str, StepState] = {}
        self.saved_text = ""
        self.modified = False
        self.work = ""  # what is being done, in words; empty when nothing is
        self.done, self.total = 0, 0

    def set_project(self, title: str, caption: str) -> None:
        """The name of the study, and the line below it: "Sample company · 10 pillars"."""
        self.title, self.caption = title, caption
        self.project_changed.emit()

    def set_states(self, states: Mapping[str, StepState]) -> None:
        """The state of each step by its key; what is not named has none."""
        self.states = dict(states)
        self.steps_changed.emit()

    def set_saved(self, text: str, modified: bool) -> None:
        """The words at the foot ("Saved 12:41") and whether the title gets its star."""
        self.saved_text, self.modified = text, modified
        self.saved_changed.emit()

    def begin_work(self, words: str) -> None:
        """Something long has begun; shown at the foot with a Cancel."""
        self.work, self.done, self.total = words, 0, 0
        self.work_changed.emit()

    @Slot(int, int)
    def set_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.work_changed.emit()

    @Slot()
    def end_work(self) -> None:
        self.work = ""
        self.work_changed.emit()
