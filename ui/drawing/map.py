"""Map of pillars by two measures: a point each with the ranges of both, the fields' names in the corners."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from cxsurvey.figures import MapAxis, MapFigure, MapPoint
from cxsurvey.notices.figures import FigureNotice

from .legend import LEGEND_HEIGHT, draw_legend
from .marks import Sheet, Words
from .placing import Wanted, apart, nearest, place_labels
from .style import Style
from .text import wrap

LEAST_WIDTH, LEAST_PLOT, NATURAL_PLOT = 480, 300, 380
AXIS_HEIGHT, TOP_ROOM, LEFT_ROOM = 46, 20, 40
EDGE = 14          # between the frame and the outermost point
LABEL_WIDTH = 150  # beyond it a name is broken into lines
ROOMY = 4.5        # the plot has so many times the area of its labels, so that each finds a place
RADIUS = 5.5
MOST_STEPS = 8     # numbered on an axis


def least_size(figure: MapFigure, style: Style, words: Words) -> QSizeF:
    """Below it labels would find no room."""
    labels = [_Label.of(point, style) for point in figure.points]
    area = ROOMY * sum((label.width + style.px(10)) * (label.height + style.px(6)) for label in labels)
    width = max(style.px(LEAST_WIDTH), math.sqrt(area * 1.4))
    plot = max(style.px(LEAST_PLOT), area / (width - style.px(LEFT_ROOM + 70)))
    return QSizeF(width, plot + _around(style))


def natural_height(figure: MapFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return max(style.px(NATURAL_PLOT) + _around(style), least_size(figure, style, words).height())


def lay_out(sheet: Sheet, figure: MapFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    style, px = sheet.style, sheet.style.px
    right_room = style.width(_line_words(sheet, figure.up), "caption") + px(10)
    plot = QRectF(
        rect.left() + px(LEFT_ROOM), rect.top() + px(LEGEND_HEIGHT + TOP_ROOM),
        rect.width() - px(LEFT_ROOM) - right_room, rect.height() - _around(style),
    )  # fmt: skip
    scales = _scales(figure, plot, px(EDGE))
    _draw_key(sheet, figure, plot, rect)
    _draw_axes(sheet, figure, plot, *scales)
    corners = _draw_fields(sheet, figure, plot, *scales)
    _draw_points(sheet, figure, plot, scales, corners)


def told_of(sheet: Sheet, figure: MapFigure, point: MapPoint) -> tuple[str, ...]:
    """What pointing at a point says: the name in full, both values with their ranges, the field."""
    field, sure = sheet.say(point.field), round(100 * point.certainty)
    code = FigureNotice.POINT_PLACED if point.placed else FigureNotice.POINT_OPEN
    return (
        point.name or point.label,
        _value_words(sheet, figure.up, point.y, point.y_low, point.y_high),
        _value_words(sheet, figure.across, point.x, point.x_low, point.x_high),
        sheet.say(code, quadrant=field, certainty=sure),
    )


def _value_words(sheet: Sheet, axis: MapAxis, value: float, low: float, high: float) -> str:
    words = (sheet.style.number(number, axis.decimals) for number in (value, low, high))
    return sheet.say(axis.told, **dict(zip(("value", "low", "high"), words, strict=True)))


@dataclass(frozen=True, slots=True)
class _Label:
    """A point's name in lines, never cut; bold where it is what the map is looked at for."""

    lines: tuple[str, ...]
    role: str
    width: float
    height: float

    @classmethod
    def of(cls, point: MapPoint, style: Style) -> "_Label":
        role = "section" if point.stressed else "caption"
        lines = tuple(wrap(point.label, role, style.px(LABEL_WIDTH), style))
        return cls(lines, role, max(style.width(line, role) for line in lines), style.line(role) * len(lines))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a value to a position; ``low`` and ``high`` are the ends shown, ``step`` the distance of the ticks."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        return [self.low + number * self.step for number in range(round((self.high - self.low) / self.step) + 1)]


def _around(style: Style) -> float:
    return style.px(LEGEND_HEIGHT + TOP_ROOM + AXIS_HEIGHT)


def _scales(figure: MapFigure, plot: QRectF, edge: float) -> tuple[_Scale, _Scale]:
    """The part of each scale that is needed: from whole ticks to whole ticks around all ranges and lines."""
    across = [end for point in figure.points for end in (point.x_low, point.x_high)]
    up = [end for point in figure.points for end in (point.y_low, point.y_high)]
    return (
        _scale(figure.across, across, plot.left() + edge, plot.right() - edge),
        _scale(figure.up, up, plot.bottom() - edge, plot.top() + edge),
    )


def _scale(axis: MapAxis, values: list[float], start: float, end: float) -> _Scale:
    low, high = _ends(min(axis.line, *values), max(axis.line, *values), axis.step, axis.lowest, axis.highest)
    steps = round((high - low) / axis.step)
    return _Scale(low, high, axis.step * (1 if steps <= MOST_STEPS else 2), start, end)


def _ends(low: float, high: float, step: float, lowest: float, highest: float) -> tuple[float, float]:
    """Whole steps around the values, an even number of them and at least four, within the scale."""
    start, end = math.floor(low / step), math.ceil(high / step)
    first, last = round(lowest / step), round(highest / step)
    while end - start < 4 or (end - start) % 2:
        if end < last and (high / step - start >= end - low / step or start <= first):
            end += 1
        elif start > first:
            start -= 1
        else:
            break
    return max(start, first) * step, min(end, last) * step


def _draw_key(sheet: Sheet, figure: MapFigure, plot: QRectF, rect: QRectF) -> None:
    entries = [("dot", sheet.say(FigureNotice.CLEARLY_PLACED))]
    if any(not point.placed for point in figure.points):
        entries.append(("hollow", sheet.say(FigureNotice.ON_THE_LINE)))
    draw_legend(sheet, entries, plot.left() + sheet.style.px(6), rect.top() + sheet.style.px(11), rect)


def _draw_axes(sheet: Sheet, figure: MapFigure, plot: QRectF, across: _Scale, up: _Scale) -> None:
    style, px = sheet.style, sheet.style.px
    for value in across.ticks:
        x = across.at(value)
        sheet.line(x, plot.top(), x, plot.bottom(), 1, "grid")
        words = style.number(value, 0 if abs(value - round(value)) < 1e-9 else 1)
        sheet.text(x, plot.bottom() + px(12), words, "caption", "text_3", 0.5)
    for value in up.ticks:
        y = up.at(value)
        sheet.line(plot.left(), y, plot.right(), y, 1, "grid")
        sheet.text(plot.left() - px(8), y, style.number(value, 0), "caption", "text_3", 1.0)
    low = plot.bottom() + px(12) + style.line("caption")
    sheet.text(plot.center().x(), low, sheet.say(figure.across.name), "caption", "text_2", 0.5)
    high = plot.top() - px(TOP_ROOM) + style.line("caption") / 2
    sheet.text(plot.left() - px(LEFT_ROOM), high, sheet.say(figure.up.name), "caption", "text_2")


def _line_words(sheet: Sheet, axis: MapAxis) -> str:
    return sheet.say(axis.line_name, value=sheet.style.number(axis.line, axis.decimals))


def _draw_fields(
    sheet: Sheet, figure: MapFigure, plot: QRectF, across: _Scale, up: _Scale
) -> list[QRectF]:
    """Both dashed lines with what they stand for, and the names in the corners; gives back where the names are."""
    style, px = sheet.style, sheet.style.px
    x, y = across.at(figure.across.line), up.at(figure.up.line)
    sheet.line(x, plot.top(), x, plot.bottom(), 1, "text_3", dashed=True)
    sheet.line(plot.left(), y, plot.right(), y, 1, "text_3", dashed=True)
    sheet.text(plot.right() + px(6), y, _line_words(sheet, figure.up), "caption", "text_3")
    words = _line_words(sheet, figure.across)
    half = style.width(words, "caption") / 2
    taken = plot.left() - px(LEFT_ROOM) + style.width(sheet.say(figure.up.name), "caption") + px(12)
    middle = max(min(x, plot.right() - half), taken + half)
    sheet.text(middle, plot.top() - px(TOP_ROOM) + style.line("caption") / 2, words, "caption", "text_3", 0.5)
    found = []
    for place, code in enumerate(figure.fields):
        upper, right = place < 2, bool(place % 2)
        name = sheet.say(code)
        room = (plot.right() - x if right else x - plot.left()) - px(EDGE + 10)
        high = y - plot.top() if upper else plot.bottom() - y
        if style.width(name, "caption") > room or high < style.line("caption") + px(EDGE + 4):
            continue  # its field is hardly there
        corner = plot.right() - px(EDGE + 6) if right else plot.left() + px(EDGE + 6)
        line = px(EDGE + 2) + style.line("caption") / 2  # inside the outermost grid lines
        middle = plot.top() + line if upper else plot.bottom() - line
        found.append(sheet.text(corner, middle, name, "caption", "text_3", 1.0 if right else 0.0))
    return found


def _draw_points(
    sheet: Sheet, figure: MapFigure, plot: QRectF, scales: tuple[_Scale, _Scale], corners: list[QRectF]
) -> None:
    px = sheet.style.px
    across, up = scales
    inside = plot.adjusted(px(RADIUS + 2), px(RADIUS + 2), -px(RADIUS + 2), -px(RADIUS + 2))
    true = [QPointF(across.at(point.x), up.at(point.y)) for point in figure.points]
    shown = apart(true, px(2 * RADIUS), inside)
    lines = [
        QRectF(across.at(figure.across.line), plot.top(), 1, plot.height()),
        QRectF(plot.left(), up.at(figure.up.line), plot.width(), 1),
    ]
    for point, centre in zip(figure.points, true, strict=True):
        lines += _draw_cross(sheet, point, centre, across, up)
    dots = [_around_dot(centre, px(RADIUS + 2)) for centre in shown]
    labels = [_Label.of(point, sheet.style) for point in figure.points]
    wanted = [
        Wanted(centre, label.width + px(2), label.height, px(RADIUS))
        for centre, label in zip(shown, labels, strict=True)
    ]
    rooms = place_labels(wanted, [*dots, *corners], lines, plot.adjusted(px(2), px(2), -px(2), -px(2)))
    for centre, label, room in zip(shown, labels, rooms, strict=True):
        if room is not None:
            _draw_label(sheet, centre, label, room)
    for point, centre, dot in zip(figure.points, shown, dots, strict=True):
        draw = sheet.dot if point.placed else sheet.hollow_dot
        draw(centre.x(), centre.y(), RADIUS)
        sheet.spot(dot.adjusted(-px(2), -px(2), px(2), px(2)), *told_of(sheet, figure, point))


def _draw_cross(sheet: Sheet, point: MapPoint, centre: QPointF, across: _Scale, up: _Scale) -> list[QRectF]:
    """Both ranges through the point's true place; gives back where they are."""
    px = sheet.style.px
    left, right = across.at(point.x_low), across.at(point.x_high)
    top, bottom = up.at(point.y_high), up.at(point.y_low)
    sheet.line(left, centre.y(), right, centre.y(), 1.25, "customers")
    sheet.line(centre.x(), top, centre.x(), bottom, 1.25, "customers")
    clear = px(2)
    return [
        QRectF(left, centre.y(), right - left, 0).adjusted(-clear, -clear, clear, clear),
        QRectF(centre.x(), top, 0, bottom - top).adjusted(-clear, -clear, clear, clear),
    ]


def _draw_label(sheet: Sheet, centre: QPointF, label: _Label, room: QRectF) -> None:
    """The lines of the name, towards their point, and a thin line to it where it stands off."""
    px = sheet.style.px
    near = nearest(room, centre)
    distance = math.hypot(near.x() - centre.x(), near.y() - centre.y())
    if distance > px(RADIUS + 12):
        sheet.line(centre.x(), centre.y(), near.x(), near.y(), 1, "line_strong")
    anchor = 1.0 if room.right() <= centre.x() else 0.0 if room.left() >= centre.x() else 0.5
    height = sheet.style.line(label.role)
    for number, line in enumerate(label.lines):
        x = room.left() + anchor * room.width()
        sheet.text(x, room.top() + height * (number + 0.5), line, label.role, "text", anchor)


def _around_dot(centre: QPointF, reach: float) -> QRectF:
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
