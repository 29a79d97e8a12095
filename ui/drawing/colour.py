"""Colours worked out from the tokens: which text stands out on a cell, and a paler shade of a mark."""

from PySide6.QtGui import QColor

from ..theme import Tokens


def ink_on(fill: str, tokens: Tokens) -> str:
    """The dark or the light text colour, whichever stands out more from ``fill``."""
    return max((tokens.on_light, tokens.on_dark), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(over: str, under: str, share: float) -> str:
    """``over`` laid on ``under`` with that share of 0 to 1; transparency itself does not survive every format."""
    pairs = zip(QColor(over).getRgb()[:3], QColor(under).getRgb()[:3], strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs)).name()


def _luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
