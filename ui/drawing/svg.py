"""Marks as SVG, written by hand: a third of what Qt writes, and labels keep their ends where Inter is missing.

Qt's own writer places every text by its left end, so names that end at an axis drift in another font.
"""

import html
import re

from .marks import (
    RING,
    BoxMark,
    DiamondMark,
    DotMark,
    LineMark,
    Mark,
    Sheet,
    TextMark,
    diamond_points,
    hatch_lines,
)
from .style import Style

FAMILY = "Inter, 'Noto Sans Thai', 'Helvetica Neue', Arial, sans-serif"
ANCHORS = {0.0: "start", 0.5: "middle", 1.0: "end"}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def svg_text(sheet: Sheet, title: str, description: str, margin: float) -> str:
    """The sheet on white with ``margin`` around it, as an SVG that screen readers can name; no scripts, no links."""
    width, height = round(sheet.width) + 2 * margin, round(sheet.height) + 2 * margin
    marks = "\n".join(_element(mark, sheet.style) for mark in sheet.marks)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title description">\n'
        f'<title id="title">{_escaped(title)}</title>\n<desc id="description">{_escaped(description)}</desc>\n'
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>\n'
        f'<g transform="translate({margin:g} {margin:g})" font-family="{_escaped(FAMILY)}">\n{marks}\n</g>\n</svg>\n'
    )


def _element(mark: Mark, style: Style) -> str:
    match mark:
        case TextMark():
            return _text(mark, style)
        case LineMark(line=line):
            cap = ' stroke-linecap="round"' if mark.round_ends else ""
            dash = f' stroke-dasharray="{_n(3 * mark.width)} {_n(3 * mark.width)}"' if mark.dashed else ""
            return (
                f'<line x1="{_n(line.x1())}" y1="{_n(line.y1())}" x2="{_n(line.x2())}" y2="{_n(line.y2())}" '
                f'stroke="{mark.colour}" stroke-width="{_n(mark.width)}"{cap}{dash}/>'
            )
        case DotMark(centre=centre):
            return (
                f'<circle cx="{_n(centre.x())}" cy="{_n(centre.y())}" r="{_n(mark.radius + RING)}" fill="{mark.ring}"/>'
                f'<circle cx="{_n(centre.x())}" cy="{_n(centre.y())}" r="{_n(mark.radius)}" fill="{mark.colour}"/>'
            )
        case DiamondMark():
            return _polygon(mark, RING * 1.4, mark.ring) + _polygon(mark, 0, mark.colour)
        case BoxMark():
            return _box(mark)


def _text(mark: TextMark, style: Style) -> str:
    pixels, weight = style.pixels(mark.role), int(style.font(mark.role).weight())
    anchor = ANCHORS.get(mark.anchor, "start")
    said = f' text-anchor="{anchor}"' if anchor != "start" else ""
    x, y = mark.rect.left() + mark.anchor * mark.rect.width(), mark.rect.center().y() + style.baseline(mark.role)
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{pixels}" font-weight="{weight}" '
        f'fill="{mark.colour}"{said}>{_escaped(mark.text)}</text>'
    )


def _polygon(mark: DiamondMark, grow: float, colour: str) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in diamond_points(mark.centre, mark.radius + grow))
    return f'<polygon points="{points}" fill="{colour}"/>'


def _box(mark: BoxMark) -> str:
    rect = mark.rect
    edge = f' stroke="{mark.edge}"' if mark.edge else ""
    box = (
        f'<rect x="{_n(rect.left())}" y="{_n(rect.top())}" width="{_n(rect.width())}" height="{_n(rect.height())}" '
        f'rx="{_n(mark.radius)}" fill="{mark.fill}"{edge}/>'
    )
    if not mark.hatch:
        return box
    strokes = "".join(
        f"M{_n(line.x1())} {_n(line.y1())}L{_n(line.x2())} {_n(line.y2())}"
        for line in hatch_lines(rect.adjusted(1, 1, -1, -1))
    )
    return f'{box}<path d="{strokes}" stroke="{mark.hatch}" fill="none"/>'


def _n(value: float) -> str:
    """A coordinate to a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return html.escape(NOT_IN_XML.sub(" ", text))
