"""Slope chart: our order on the left, the customers' on the right, each line labelled at both ends."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.figures import SlopeFigure, SlopeLine
from cxsurvey.notices.figures import FigureNotice

from .marks import Sheet, Words
from .style import Style
from .text import spread

LEAST_ROW, NATURAL_ROW, MOST_ROW = 24, 32, 48
HEAD_HEIGHT = 34
LEAST_PLOT, WIDEST_PLOT = 150, 560
MARK_ROOM, NUMBER_GAP = 18, 10


def least_size(figure: SlopeFigure, style: Style, words: Words) -> QSizeF:
    """Below it labels meet."""
    return QSizeF(style.px(460), style.px(HEAD_HEIGHT + LEAST_ROW * len(figure.lines)))


def natural_height(figure: SlopeFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return style.px(HEAD_HEIGHT + NATURAL_ROW * len(figure.lines))


def lay_out(sheet: Sheet, figure: SlopeFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    style, px = sheet.style, sheet.style.px
    count = len(figure.lines)
    row = min((rect.height() - px(HEAD_HEIGHT)) / count, px(MOST_ROW))
    body = QRectF(rect.left(), rect.top() + px(HEAD_HEIGHT), rect.width(), row * count)
    side = _side_room(sheet, figure)
    widest = max(style.width(line.label, _role(line)) for line in figure.lines)
    label_room = min(widest, (rect.width() - px(LEAST_PLOT)) / 2 - side)
    plot_width = min(rect.width() - 2 * (label_room + side), px(WIDEST_PLOT))
    left = rect.center().x() - plot_width / 2
    right = left + plot_width
    places = max(max(line.left, line.right) for line in figure.lines)

    def y(place: float) -> float:
        return body.top() + row / 2 + (place - 1) * (body.height() - row) / max(1.0, places - 1)

    _draw_heads(sheet, figure, left, right, rect)
    for line in sorted(figure.lines, key=lambda line: line.contradicted):
        sheet.line(left, y(line.left), right, y(line.right), 3 if line.contradicted else 1, "line_strong")
    for line in figure.lines:
        sheet.diamond(left, y(line.left))
        sheet.dot(right, y(line.right))
    _draw_labels(sheet, figure, body, label_room, left, right, y)


def _role(line: SlopeLine) -> str:
    return "section" if line.contradicted else "body"


def _side_room(sheet: Sheet, figure: SlopeFigure) -> float:
    """From a line's end to the names: the mark, then the widest number."""
    numbers = [sheet.place(place) for line in figure.lines for place in (line.left, line.right)]
    return sheet.style.px(MARK_ROOM + NUMBER_GAP) + max(sheet.style.width(text, "section") for text in numbers)


def _draw_heads(sheet: Sheet, figure: SlopeFigure, left: float, right: float, rect: QRectF) -> None:
    middle = rect.top() + sheet.style.px(10)
    room = (right - left) / 2 + min(left - rect.left(), rect.right() - right)
    gap = _side_room(sheet, figure)
    sheet.text(left - sheet.style.px(12), middle, sheet.words(figure.left), "section", "text", 1.0, room - gap)
    sheet.text(right + sheet.style.px(12), middle, sheet.words(figure.right), "section", "text", 0.0, room - gap)


def _draw_labels(
    sheet: Sheet, figure: SlopeFigure, body: QRectF, room: float, left: float, right: float, y: Callable[[float], float]
) -> None:
    """Number and name beside each end; where two ends meet, the labels move apart and a thin line leads to each."""
    px = sheet.style.px
    gap, side = sheet.style.line("body"), _side_room(sheet, figure)
    for place_of, edge, outward in ((_left, left, -1.0), (_right, right, 1.0)):
        lines = sorted(figure.lines, key=lambda line, of=place_of: (of(line), _left(line), _right(line)))
        wanted = [y(place_of(line)) for line in lines]
        middles = spread(wanted, gap, body.top() + gap / 2, body.bottom() - gap / 2)
        for line, end, middle in zip(lines, wanted, middles, strict=True):
            anchor = 1.0 if outward < 0 else 0.0
            if abs(middle - end) > 1:
                sheet.line(edge + outward * px(9), end, edge + outward * px(15), middle, 1, "line_strong")
            sheet.text(
                edge + outward * px(MARK_ROOM), middle, sheet.place(place_of(line)), _role(line), "text_2", anchor
            )
            name = edge + outward * side
            sheet.text(name, middle, line.label, _role(line), "text", anchor, room)
            spot = QRectF(name - room if outward < 0 else edge, middle - gap / 2, side + room, gap)
            sheet.spot(
                spot, line.name or line.label,
                sheet.say(FigureNotice.ROW_CUSTOMERS, place=sheet.place(line.right)),
                sheet.say(FigureNotice.ROW_COMPANY, place=sheet.place(line.left)),
            )  # fmt: skip


def _left(line: SlopeLine) -> float:
    return line.left


def _right(line: SlopeLine) -> float:
    return line.right
