"""How a chart is dressed: colours, zoom, fonts, and the measures of its text."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF

from ..theme import FAMILIES, LIGHT, SIZES, Role, Tokens

LINE_SPACING = 1.45  # of the text's pixels; Thai needs room above and below


@dataclass(frozen=True, slots=True)
class Style:
    """Tokens, the reader's zoom and the font families. Exports use ``EXPORT_STYLE`` whatever the window shows."""

    tokens: Tokens = LIGHT
    zoom: float = 1.0
    families: tuple[str, ...] = FAMILIES

    def px(self, length: float) -> float:
        """A length at the reader's zoom."""
        return length * self.zoom

    def font(self, role: str) -> QFont:
        """The font of a type role."""
        return _font(self.families, self.zoom, Role(role))

    def width(self, text: str, role: str) -> float:
        """How wide the text is in that role, in pixels."""
        return _metrics(self.families, self.zoom, Role(role)).horizontalAdvance(text)

    def pixels(self, role: str) -> int:
        """The size of the role's text."""
        return self.font(role).pixelSize()

    def baseline(self, role: str) -> float:
        """How far below the middle of a line its letters stand."""
        metrics = _metrics(self.families, self.zoom, Role(role))
        return (metrics.ascent() - metrics.descent()) / 2

    def line(self, role: str) -> float:
        """The height of one line in that role."""
        return SIZES[Role(role)][0] * self.zoom * LINE_SPACING

    def number(self, value: float, decimals: int) -> str:
        """A number in the reader's locale."""
        return QLocale().toString(float(value), "f", decimals)


EXPORT_STYLE = Style()


@cache
def _font(families: tuple[str, ...], zoom: float, role: Role) -> QFont:
    pixels, weight = SIZES[role]
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(pixels * zoom)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Else a search in a PDF finds neither "staff" ("ff" is one sign there) nor "18-24" (its hyphen has no letter).
    for feature in ("liga", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


@cache
def _metrics(families: tuple[str, ...], zoom: float, role: Role) -> QFontMetricsF:
    return QFontMetricsF(_font(families, zoom, role))
