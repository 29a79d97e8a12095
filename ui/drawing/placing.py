"""Finds room for labels beside their points: clear of each other, of every mark, and inside the plot."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

REACHES = (0.0, 8.0, 18.0, 30.0, 46.0, 66.0, 90.0)  # how far from the point's edge, tried in this order
DIRECTIONS = 16
GRID = 9.0       # where nothing near is free: the nearest free spot of a grid this fine
CROSSED = 30.0   # what a line under a label costs, in pixels of distance
NO_LINE = 10.0   # so near no line leads from the label to its point


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of that size, to stand near a point; ``away`` is the point's radius."""

    point: QPointF
    width: float
    height: float
    away: float


def place_labels(
    labels: Sequence[Wanted], taken: Sequence[QRectF], lines: Sequence[QRectF], plot: QRectF
) -> list[QRectF | None]:
    """A rectangle for each label inside ``plot``, meeting none of ``taken`` and no other label.

    ``lines`` (thin rectangles) are crossed only where there is no better place. ``None``: there is no room at all.
    The points with the least room around them choose first.
    """
    blocked = [QRectF(rect) for rect in taken]
    led: list[QRectF] = []  # along the lines from labels to their points
    placed: list[QRectF | None] = [None] * len(labels)
    for number in sorted(range(len(labels)), key=lambda number: -_crowding(labels, number)):
        label = labels[number]
        found = _near(label, blocked, len(taken), [*lines, *led], plot) or _anywhere(label, blocked, plot)
        placed[number] = found
        if found is not None:
            blocked.append(found)
            led += _leader(label, found)
    return placed


def _leader(label: Wanted, rect: QRectF) -> list[QRectF]:
    """Small squares along the line from a label to its point, as far as it stands off."""
    near = nearest(rect, label.point)
    length = math.dist((near.x(), near.y()), (label.point.x(), label.point.y()))
    count = int((length - label.away) / 6)
    squares = []
    for number in range(1, count + 1):
        share = number / (count + 1)
        at = near + (label.point - near) * share
        squares.append(QRectF(at.x() - 1, at.y() - 1, 2, 2))
    return squares


def nearest(rect: QRectF, point: QPointF) -> QPointF:
    """The place of the rectangle that is nearest to the point."""
    return QPointF(min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom()))


def _crowding(labels: Sequence[Wanted], number: int) -> float:
    """How many other points are how near."""
    here = labels[number].point
    return sum(
        1 / (20 + math.dist((here.x(), here.y()), (other.point.x(), other.point.y())))
        for at, other in enumerate(labels)
        if at != number
    )


def _near(
    label: Wanted, blocked: list[QRectF], first: int, lines: Sequence[QRectF], plot: QRectF
) -> QRectF | None:
    """The cheapest free place around the point: near ones first, beside it rather than above, off the lines.

    From number ``first`` on what is blocked are labels, which no line to another label should cross.
    """
    best, best_cost = None, math.inf
    for reach in REACHES:
        if reach >= best_cost:
            break
        for step in range(DIRECTIONS):
            angle = 2 * math.pi * step / DIRECTIONS
            rect = _beside(label, angle, label.away + 4 + reach)
            if not plot.contains(rect) or any(rect.intersects(other) for other in blocked):
                continue
            crossed = sum(rect.intersects(line) for line in lines)
            if reach > NO_LINE:
                crossed += sum(other.intersects(square) for square in _leader(label, rect) for other in blocked[first:])
            cost = reach + CROSSED * crossed + 3 * abs(math.sin(angle))
            if cost < best_cost:
                best, best_cost = rect, cost
    return best


def _beside(label: Wanted, angle: float, distance: float) -> QRectF:
    """The label moved that way until its nearest edge is ``distance`` from the point."""
    across, down = math.cos(angle), math.sin(angle)
    x = label.point.x() + across * distance + (across - 1) / 2 * label.width
    y = label.point.y() + down * distance + (down - 1) / 2 * label.height
    return QRectF(x, y, label.width, label.height)


def _anywhere(label: Wanted, blocked: list[QRectF], plot: QRectF) -> QRectF | None:
    """The free place of a grid that is nearest to the point; near rows and columns first, so that few are tried."""
    width, height = label.width, label.height
    taken = [(rect.left(), rect.right(), rect.top(), rect.bottom()) for rect in blocked if not rect.isEmpty()]
    free, least = None, math.inf
    columns = _outwards(plot.left(), plot.right() - width, label.point.x() - width / 2)
    for down, y in _outwards(plot.top(), plot.bottom() - height, label.point.y() - height / 2):
        if down >= least:
            break
        beside = [(left, right) for left, right, top, bottom in taken if top < y + height and y < bottom]
        for across, x in columns:
            away = math.hypot(across, down)
            if away >= least:
                break
            if not any(x < right and left < x + width for left, right in beside):
                free, least = QRectF(x, y, width, height), away
                break
    return free


def _outwards(first: float, last: float, wanted: float) -> list[tuple[float, float]]:
    """The steps of the grid, each after how far it is from the one wanted, the nearest first."""
    steps = [first + GRID * step for step in range(int(max(0.0, last - first) // GRID) + 1)] if last >= first else []
    return sorted((abs(step - wanted), step) for step in steps)


def apart(points: Sequence[QPointF], gap: float, plot: QRectF) -> list[QPointF]:
    """The points moved as little as needed to stand ``gap`` apart, inside ``plot``; equal ones go in a ring."""
    moved = [QPointF(point) for point in points]
    for _ in range(60):
        still = True
        for one in range(len(moved)):
            for two in range(one + 1, len(moved)):
                across, down = moved[two].x() - moved[one].x(), moved[two].y() - moved[one].y()
                distance = math.hypot(across, down)
                if distance >= gap - 0.01:
                    continue
                still = False
                if distance < 0.01:
                    angle = 2.4 * (two + 1)  # the golden angle: no two of a heap go the same way
                    across, down, distance = math.cos(angle) * 0.01, math.sin(angle) * 0.01, 0.01
                push = (gap - distance) / 2 / distance
                moved[one] -= QPointF(across * push, down * push)
                moved[two] += QPointF(across * push, down * push)
        moved = [_inside(point, plot) for point in moved]
        if still:
            break
    return moved


def _inside(point: QPointF, plot: QRectF) -> QPointF:
    return QPointF(
        min(max(point.x(), plot.left()), plot.right()), min(max(point.y(), plot.top()), plot.bottom())
    )
