"""What every test of the window is handed: fonts, and a light theme on the one application."""

import pytest

from ui.fonts import load_fonts
from ui.theme import Theme


@pytest.fixture(scope="session")
def _fonts(qapp):
    return load_fonts()


@pytest.fixture(scope="session")
def theme(qapp, _fonts):
    """The light theme, applied once; a test that changes it puts it back."""
    theme = Theme(qapp, "light")
    theme.apply()
    return theme
