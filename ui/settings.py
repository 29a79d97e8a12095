"""What the program remembers between starts: one table of keys with their defaults."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal

Value = bool | int | float | str | list[str]

DEFAULTS: dict[str, Value] = {  # the default's type is the setting's
    "look/theme": "system",  # system, light, dark
    "look/zoom": 1.0,
    "look/language": "",  # empty: the system's
    "window/geometry": "",  # base64
    "window/maximized": False,
    "files/recent": [],
    "files/last_folder": "",
    "study/participant": "",  # whose ranking was open last
}
MOST_RECENT = 8


class Settings(QObject):
    """Typed access to the settings file. A value that does not read as its type counts as not set.

    Signals: ``changed(key)``.
    """

    changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = path if path is not None else default_path()
        self._store = QSettings(str(where), QSettings.Format.IniFormat, self)

    def value(self, key: str) -> Value:
        """The setting, or its default; ``KeyError`` for a key that is not in the table."""
        default = DEFAULTS[key]
        if isinstance(default, list):
            # A list of one is written as a plain string, an empty one as nothing.
            stored = self._store.value(key, default)
            return [stored] if isinstance(stored, str) else [str(one) for one in stored or []]
        if not self._store.contains(key):
            return default
        if isinstance(default, float) and not _is_number(self._store.value(key)):
            return default  # Qt would give 0.0
        return self._store.value(key, default, type=type(default))

    def set_value(self, key: str, value: Value) -> None:
        """Keeps the setting; ``KeyError`` for an unknown key, ``TypeError`` for a value of another type."""
        default = DEFAULTS[key]
        if type(value) is not type(default):
            raise TypeError(f"{key}: needs {type(default).__name__}, got {type(value).__name__}")
        if value != self.value(key):
            self._store.setValue(key, value)
            self.changed.emit(key)

    def recent_files(self) -> list[str]:
        """The files opened last, newest first."""
        recent = self.value("files/recent")
        return list(recent) if isinstance(recent, list) else []

    def remember_file(self, path: str) -> None:
        """Puts a file at the head of the recent ones."""
        others = [one for one in self.recent_files() if one != path]
        self.set_value("files/recent", [path, *others][:MOST_RECENT])

    def forget_file(self, path: str) -> None:
        """Takes a file that is no longer there off the recent ones."""
        self.set_value("files/recent", [one for one in self.recent_files() if one != path])

    def sync(self) -> None:
        """Writes to the disk now."""
        self._store.sync()


def _is_number(stored: object) -> bool:
    try:
        float(str(stored))
    except ValueError:
        return False
    return True


def default_path() -> Path:
    """Where the settings file of this person is."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.ini"
