"""Settings: how the window looks. They work at once; there is nothing to confirm."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from .dialogs import PlainDialog
from .settings import Settings
from .theme import LEAST_ZOOM, MOST_ZOOM, Theme, ThemeChoice
from .widgets.fields import Combo, Field, NumberBox
from .widgets.label import Label


class SettingsDialog(PlainDialog):
    """Colours and size of text."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent, width=420)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.theme_combo = Combo(self.tr("Colours"))
        self.theme_combo.set_options(
            [
                (ThemeChoice.SYSTEM, self.tr("As the system has them")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
            ],
            str(settings.value("look/theme")),
        )
        self.zoom_box = NumberBox(
            self.tr("Size of text"), round(100 * LEAST_ZOOM), round(100 * MOST_ZOOM), round(100 * theme.zoom)
        )
        self.zoom_box.setSingleStep(10)
        self.zoom_box.setSuffix(" %")
        self.add(Label(self.tr("How the window looks"), "title"))
        self.add(Field(self.tr("Colours"), self.theme_combo))
        self.add(Field(self.tr("Size of text"), self.zoom_box))
        self.theme_combo.key_chosen.connect(self._on_theme_chosen)
        self.zoom_box.number_edited.connect(self._on_zoom_edited)

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self._settings.set_value("look/theme", choice)

    @Slot(int)
    def _on_zoom_edited(self, percent: int) -> None:
        self._settings.set_value("look/zoom", percent / 100)
