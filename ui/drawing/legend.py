"""The key of the two fixed sides, on one line, or on two where it is too long."""

from PySide6.QtCore import QRectF

from cxsurvey.notices.figures import FigureNotice

from .marks import Sheet

LEGEND_HEIGHT = 38
KEY_WIDTH = {"dot": 14.0, "diamond": 14.0, "range": 26.0, "tick": 8.0, "hollow": 14.0}


def range_key(sheet: Sheet) -> tuple[str, str]:
    """The entry of the customers' range."""
    return "range", sheet.say(FigureNotice.RANGE)


def draw_legend(sheet: Sheet, entries: list[tuple[str, str]], left: float, middle: float, rect: QRectF) -> None:
    """The entries from ``left``; moved left, as far as ``rect`` allows, where they would pass its right edge."""
    px, style = sheet.style.px, sheet.style
    gap = px(20)
    widths = [px(KEY_WIDTH[kind] + 6) + style.width(words, "caption") for kind, words in entries]
    gaps = gap * (len(entries) - 1)
    whole = sum(widths) + gaps
    x = max(rect.left(), min(left - px(6), rect.right() - whole))
    # Only where even the whole width is too little: shorter words instead of words over the edge.
    share = min(1.0, (rect.right() - x - gaps) / (whole - gaps))
    for (kind, words), width in zip(entries, widths, strict=True):
        _draw_key(sheet, kind, x, middle)
        start = px(KEY_WIDTH[kind] + 6)
        sheet.text(x + start, middle, words, "caption", "text_2", 0.0, width * share - start + 0.5)
        x += width * share + gap


def _draw_key(sheet: Sheet, kind: str, x: float, middle: float) -> None:
    px = sheet.style.px
    if kind == "dot":
        sheet.dot(x + px(7), middle)
    elif kind == "hollow":
        sheet.hollow_dot(x + px(7), middle)
    elif kind == "diamond":
        sheet.diamond(x + px(7), middle)
    elif kind == "tick":
        sheet.line(x + px(4), middle - px(5), x + px(4), middle + px(5), 2, "line_strong", round_ends=True)
    else:
        end, tick = x + px(KEY_WIDTH["range"] - 2), px(4)
        sheet.line(x + px(2), middle, end, middle, 2, "customers")
        for edge in (x + px(2), end):
            sheet.line(edge, middle - tick, edge, middle + tick, 2, "customers", round_ends=True)
