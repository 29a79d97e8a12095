"""Every colour, size of text and radius of the window; two sets of tokens and the live choice between them."""

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from .icons import icon
from .stylesheet import stylesheet

FAMILIES = ("Inter", "Noto Sans Thai")
CONTROL_RADIUS, CARD_RADIUS = 6, 10
LEAST_ZOOM, MOST_ZOOM = 0.9, 1.5


class Role(StrEnum):
    """What a text is for; decides size and weight."""

    DISPLAY = "display"
    FIGURE = "figure"
    TITLE = "title"
    SECTION = "section"
    BODY = "body"
    STRONG = "strong"
    CAPTION = "caption"


SIZES: dict[Role, tuple[int, int]] = {  # pixels at zoom 1, weight
    Role.DISPLAY: (22, 600),
    Role.FIGURE: (26, 600),
    Role.TITLE: (16, 600),
    Role.SECTION: (13, 600),
    Role.BODY: (13, 400),
    Role.STRONG: (13, 500),
    Role.CAPTION: (12, 400),
}


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as ``#RRGGBB``; what each is for stands in the design's table."""

    canvas: str  # page behind the cards
    surface: str  # cards, fields, lists
    raised: str  # buttons, tooltips, menus
    sidebar: str
    hover: str
    pressed: str
    selected: str
    line: str  # card edge
    line_strong: str  # control edge, wide gap bar
    text: str
    text_2: str  # explanation
    text_3: str  # hint, axis
    accent: str  # the one primary button
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_text: str  # links, quiet buttons
    focus: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    info: str
    info_bg: str
    grid: str
    customers: str
    company: str
    series: tuple[str, ...]
    seq: tuple[str, ...]  # low to high
    div: tuple[str, ...]  # company higher ... equal ... customers higher
    on_dark: str = "#FFFFFF"  # text on a coloured cell: the one with more contrast
    on_light: str = "#0B1320"


LIGHT = Tokens(
    canvas="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sidebar="#ECEEF2",
    hover="#E4E7EC",
    pressed="#D9DDE4",
    selected="#DCE7F7",
    line="#E1E4EA",
    line_strong="#858F9F",
    text="#1A1F29",
    text_2="#4A5465",
    text_3="#5C6676",
    accent="#1F5FBF",
    accent_hover="#1A52A6",
    accent_pressed="#15448B",
    on_accent="#FFFFFF",
    accent_text="#1B56AE",
    focus="#1F5FBF",
    ok="#1B7A43",
    ok_bg="#E3F4E9",
    warn="#8A5A00",
    warn_bg="#FDF1D8",
    bad="#B3261E",
    bad_bg="#FCE8E6",
    info="#1B56AE",
    info_bg="#E6EFFB",
    grid="#E8EAEF",
    customers="#0A66C2",
    company="#C2570C",
    series=("#0A66C2", "#C2570C", "#3A9B8B", "#3B1B57", "#7D1D3F"),
    seq=("#EAF1FA", "#C5DAF2", "#93BCE6", "#5A97D3", "#2B6FB5", "#134A86"),
    div=("#B34A00", "#E08A4B", "#F4CDA9", "#EEF0F3", "#B5D2EE", "#5E9BD6", "#125EA8"),
)

DARK = Tokens(
    canvas="#14171C",
    surface="#1C2027",
    raised="#232831",
    sidebar="#181B21",
    hover="#262B34",
    pressed="#2F3540",
    selected="#1F3555",
    line="#2C323C",
    line_strong="#737E90",
    text="#ECEFF4",
    text_2="#B4BCC8",
    text_3="#949EAD",
    accent="#3B82E0",
    accent_hover="#4F92EA",
    accent_pressed="#5A9AEE",
    on_accent="#0B1320",
    accent_text="#86B8F7",
    focus="#86B8F7",
    ok="#6FCF97",
    ok_bg="#17301F",
    warn="#F2C14E",
    warn_bg="#352A10",
    bad="#FF8A80",
    bad_bg="#3B1B1A",
    info="#86B8F7",
    info_bg="#182B45",
    grid="#2A303A",
    customers="#5FA8F5",
    company="#F0934A",
    series=("#5FA8F5", "#F0934A", "#9FE3CF", "#C2578F", "#F4EBC1"),
    seq=("#202A38", "#23405F", "#295A8C", "#3577B8", "#5F9FDB", "#A5CDF6"),
    div=("#F29A52", "#B66B31", "#6B4A30", "#2A2F38", "#2B4A6E", "#3A74B5", "#7CB8F8"),
)

COLOUR_NAMES = tuple(field.name for field in fields(Tokens) if field.name not in {"series", "seq", "div"})


class Theme(QObject):
    """The tokens in use. Handed to every widget that paints or shows an icon; they listen to ``changed``.

    ``choice`` and ``zoom`` are the reader's; ``tokens`` follow. ``apply()`` dresses the application.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: str = ThemeChoice.SYSTEM,
        zoom: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._glyphs = QTemporaryDir()
        self.choice = ThemeChoice(choice)
        self.zoom = _within(zoom)
        self.tokens = self._resolve()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        return self.tokens is DARK

    def color(self, token: str) -> QColor:
        """The colour of a token by name: ``theme.color("warn")``."""
        return QColor(getattr(self.tokens, token))

    def font(self, role: str = Role.BODY) -> QFont:
        """The font of a type role at the reader's zoom, for what paints its own text."""
        pixels, weight = SIZES[Role(role)]
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(pixels * self.zoom))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def px(self, length: float) -> int:
        """A length that holds text, at the reader's zoom: ``theme.px(28)``, the height of a table row."""
        return round(length * self.zoom)

    def icon(self, name: str, token: str = "text_2", size: int = 18) -> QIcon:
        """A Lucide icon in the colour of a token, for actions and item views; ask again after ``changed``."""
        return icon(name, getattr(self.tokens, token), size)

    def set_choice(self, choice: str) -> None:
        """``"system"``, ``"light"`` or ``"dark"``; at once, in every window."""
        self.choice = ThemeChoice(choice)
        self._change()

    def set_zoom(self, zoom: float) -> None:
        """The size of all text, 0.9 to 1.5."""
        self.zoom = _within(zoom)
        self._change()

    def apply(self) -> None:
        """Dresses the application in the present tokens."""
        self._app.setStyle("Fusion")
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(stylesheet(self.tokens, SIZES, self.zoom, self._glyphs.path()))

    def _change(self) -> None:
        self.tokens = self._resolve()
        self.apply()
        self.changed.emit()

    def _resolve(self) -> Tokens:
        if self.choice is not ThemeChoice.SYSTEM:
            return DARK if self.choice is ThemeChoice.DARK else LIGHT
        return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _on_system_changed(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._resolve() is not self.tokens:
            self._change()


def _within(zoom: float) -> float:
    return min(MOST_ZOOM, max(LEAST_ZOOM, zoom))


def _palette(tokens: Tokens) -> QPalette:
    """The palette for all that the style sheet leaves to Fusion."""
    part = QPalette.ColorRole
    colours = {
        part.Window: tokens.canvas,
        part.WindowText: tokens.text,
        part.Base: tokens.surface,
        part.AlternateBase: tokens.canvas,
        part.Text: tokens.text,
        part.PlaceholderText: tokens.text_3,
        part.Button: tokens.raised,
        part.ButtonText: tokens.text,
        part.BrightText: tokens.bad,
        part.ToolTipBase: tokens.raised,
        part.ToolTipText: tokens.text,
        part.Highlight: tokens.selected,
        part.HighlightedText: tokens.text,
        part.Accent: tokens.accent,
        part.Link: tokens.accent_text,
        part.LinkVisited: tokens.accent_text,
        part.Light: tokens.surface,
        part.Midlight: tokens.hover,
        part.Mid: tokens.line,
        part.Dark: tokens.line_strong,
        part.Shadow: tokens.line_strong,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (part.WindowText, part.Text, part.ButtonText, part.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_3))
    return palette
