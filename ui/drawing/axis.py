"""The axis of places: from 1, said in words, its numbers never touching."""

from PySide6.QtCore import QRectF

from cxsurvey.notices.figures import FigureNotice

from .marks import Sheet

AXIS_GAP = 10  # between the words and the number 1


def shown_ticks(count: int, spacing: float, room: float) -> list[int]:
    """Which of the places 1 .. ``count`` are numbered, ``spacing`` apart, when each number takes ``room``.

    Both ends, and between them as many as stand clear, evenly.
    """
    for step in (1, 5, 10):
        if step * spacing >= room:
            inner = range(max(2, step), count, step)
            clear = [place for place in inner if min(place - 1, count - place) * spacing >= room]
            return sorted({1, *clear, count})
    return sorted({1, count})


def draw_place_axis(sheet: Sheet, plot: QRectF, places: int, rect: QRectF) -> None:
    """Grid lines through ``plot``, numbers under it, "1 = most important" to the left of them."""
    style = sheet.style
    spacing = plot.width() / max(1, places - 1)
    middle = plot.bottom() + style.px(14)
    for place in range(1, places + 1):
        x = plot.left() + (place - 1) * spacing
        sheet.line(x, plot.top(), x, plot.bottom(), 1, "grid")
    for place in shown_ticks(places, spacing, style.width(str(places), "caption") + style.px(6)):
        sheet.text(plot.left() + (place - 1) * spacing, middle, str(place), "caption", "text_3", 0.5)
    words = sheet.say(FigureNotice.ONE_IS_MOST)
    room = plot.left() - rect.left() - style.px(AXIS_GAP)
    sheet.text(plot.left() - style.px(AXIS_GAP), middle, words, "caption", "text_3", 1.0, room)
