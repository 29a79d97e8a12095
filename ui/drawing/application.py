"""Makes sure that Qt can paint, also where there is no screen and no window."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase, QGuiApplication

from ..fonts import load_fonts
from ..theme import FAMILIES

_ours: list[QGuiApplication] = []  # Qt does not keep it alive; one process bears one


def ensure_application() -> None:
    """Does nothing under a running window; else starts Qt without one, with the shipped fonts and English numbers.

    The command line's words are English, so its numbers are too, whatever the system's locale.
    """
    if QGuiApplication.instance() is None:
        # Never the real screen, even where one is said to be there: Qt ends the process if it cannot reach it.
        _ours.append(QGuiApplication([sys.argv[0] or "cxsurvey", "-platform", "offscreen"]))
        QLocale.setDefault(QLocale(QLocale.Language.English))
    if not set(FAMILIES) <= set(QFontDatabase.families()):
        load_fonts()
