"""The fonts the program ships, made known to Qt before the first widget."""

from PySide6.QtGui import QFontDatabase

from cxsurvey.resources import resource_path


def load_fonts() -> list[str]:
    """The families now at hand. Needs a ``QGuiApplication``; a file Qt cannot read is left out."""
    families: list[str] = []
    for path in sorted(resource_path("fonts").rglob("*.[to]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return sorted(set(families))
