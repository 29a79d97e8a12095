"""One running window: a second start hands its file to the first, and ends. No network, no pipe: a lock and a note."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSaveFile, Signal, Slot

LOCK, REQUEST = "window.lock", "open-request.txt"


class SingleInstance(QObject):
    """``SingleInstance(folder)``; ``is_first`` tells whether this start owns the window.

    The first one hears ``open_asked(path)`` when another start had a file to open; "" means only: come to the front.
    """

    open_asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = folder / REQUEST
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # held for days; only a dead owner makes it stale
        self.is_first = self._lock.tryLock(100)
        if self.is_first:
            self._request.unlink(missing_ok=True)
            self._watcher = QFileSystemWatcher([str(folder)], self)
            self._watcher.directoryChanged.connect(self._on_folder_changed)

    def ask(self, path: str) -> bool:
        """Leaves the note for the first start; true if it could be written."""
        note = QSaveFile(str(self._request))
        if not note.open(QSaveFile.OpenModeFlag.WriteOnly):
            return False
        note.write(path.encode("utf-8", "surrogateescape"))
        return note.commit()

    @Slot()
    def _on_folder_changed(self) -> None:
        try:
            path = self._request.read_bytes().decode("utf-8", "surrogateescape")
            self._request.unlink()
        except OSError:
            return  # something else in the folder has changed
        self.open_asked.emit(path)
