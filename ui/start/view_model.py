"""What the start page shows: files opened last, and work that a crash left behind."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cxsurvey.storage import Recoverable, recoverable

from ..settings import Settings


class StartViewModel(QObject):
    """Signals: ``files_changed()`` when the recent files or the recovered work are others."""

    files_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.recovered: tuple[Recoverable, ...] = ()
        settings.changed.connect(self._on_setting_changed)
        self.look_for_recovered()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last that are still there, newest first."""
        return tuple(path for path in map(Path, self._settings.recent_files()) if path.is_file())

    @Slot()
    def look_for_recovered(self) -> None:
        """Looks for working copies whose program has ended without closing them."""
        self.recovered = tuple(recoverable())
        self.files_changed.emit()

    @Slot(str)
    def _on_setting_changed(self, key: str) -> None:
        if key == "files/recent":
            self.files_changed.emit()
