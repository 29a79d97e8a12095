"""What a chart is made of once it is laid out, and the one painter of it for every device."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxsurvey.notices import Notice, Severity, Value, notice

from .style import Style
from .text import elide, words_with_dates

Words = Callable[[Notice], str]
HATCH_STEP = 6.0
RING = 1.5  # around dots and diamonds
PLAIN_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text; ``rect`` encloses it tightly. ``full`` is the text before it was cut, if it was.

    ``anchor`` says which end stays where it is in another font: 0 the left, 0.5 the middle, 1 the right.
    """

    rect: QRectF
    text: str
    role: str
    colour: str
    full: str = ""
    anchor: float = 0.0


@dataclass(frozen=True, slots=True)
class LineMark:
    line: QLineF
    width: float
    colour: str
    round_ends: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class DotMark:
    """A customers' dot; ``ring`` is the colour that sets it off from what lies under it."""

    centre: QPointF
    radius: float
    colour: str
    ring: str


@dataclass(frozen=True, slots=True)
class DiamondMark:
    """The company's diamond."""

    centre: QPointF
    radius: float
    colour: str
    ring: str


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A bar or a cell; ``hatch`` is the colour of its diagonal lines, ``edge`` of its border ("" = none)."""

    rect: QRectF
    fill: str
    radius: float = 0.0
    hatch: str = ""
    edge: str = ""


Mark = TextMark | LineMark | DotMark | DiamondMark | BoxMark


@dataclass(frozen=True, slots=True)
class HotSpot:
    """Where pointing at the chart tells more."""

    rect: QRectF
    text: str


@dataclass(slots=True)
class Sheet:
    """Collects the marks of a chart while it is laid out. Painted in the order they were put.

    ``words`` gives the reader's words of a notice; dates in it are written out in the reader's locale.
    """

    style: Style
    words: Words
    width: float = 0.0
    height: float = 0.0
    marks: list[Mark] = field(default_factory=list)
    spots: list[HotSpot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = words_with_dates(self.words)

    def say(self, code: str, **values: Value) -> str:
        """The words of a code in the reader's language."""
        return self.words(notice(code, Severity.INFO, **values))

    def place(self, value: float) -> str:
        """A place as it is printed: whole, or with one decimal where colleagues tie."""
        return self.style.number(value, 0 if value == int(value) else 1)

    def text(
        self, x: float, middle: float, text: str, role: str = "caption", token: str = "text_2",
        anchor: float = 0.0, room: float | None = None, colour: str = "",
    ) -> QRectF:  # fmt: skip
        """One line of text centred on ``middle``; ``anchor`` 0 starts at ``x``, 1 ends there. Cut to ``room``."""
        shown = text if room is None else elide(text, role, room, self.style)
        width = self.style.width(shown, role)
        height = self.style.line(role)
        rect = QRectF(x - anchor * width, middle - height / 2, width, height)
        ink = colour or getattr(self.style.tokens, token)
        self.marks.append(TextMark(rect, shown, role, ink, text if shown != text else "", anchor))
        return rect

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, token: str, round_ends: bool = False,
        dashed: bool = False,
    ) -> None:  # fmt: skip
        colour = getattr(self.style.tokens, token)
        self.marks.append(LineMark(QLineF(x1, y1, x2, y2), self.style.px(width), colour, round_ends, dashed))

    def dot(self, x: float, y: float, radius: float = 6.0) -> None:
        tokens = self.style.tokens
        self.marks.append(DotMark(QPointF(x, y), self.style.px(radius), tokens.customers, tokens.surface))

    def hollow_dot(self, x: float, y: float, radius: float = 6.0) -> None:
        """A dot that is only a ring: what it stands for is not sure. The ground shows through as its own colour."""
        self.dot(x, y, radius)
        surface = self.style.tokens.surface
        self.marks.append(DotMark(QPointF(x, y), self.style.px(radius - 2) - RING, surface, surface))

    def diamond(self, x: float, y: float, radius: float = 6.5) -> None:
        tokens = self.style.tokens
        self.marks.append(DiamondMark(QPointF(x, y), self.style.px(radius), tokens.company, tokens.surface))

    def box(self, rect: QRectF, fill: str, radius: float = 0.0, hatch: str = "", edge: str = "") -> None:
        self.marks.append(BoxMark(rect, fill, self.style.px(radius), hatch, edge))

    def spot(self, rect: QRectF, *lines: str) -> None:
        """Pointing there shows these lines."""
        self.spots.append(HotSpot(rect, "\n".join(line for line in lines if line)))


def paint_marks(painter: QPainter, sheet: Sheet) -> None:
    """Paints what was laid out, in the painter's present coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for mark in sheet.marks:
        match mark:
            case TextMark():
                painter.setFont(sheet.style.font(mark.role))
                painter.setPen(QColor(mark.colour))
                # A little wider than measured: a device that measures otherwise must not cut the last letter.
                painter.drawText(mark.rect.adjusted(0, 0, 4, 0), PLAIN_TEXT, mark.text)
            case LineMark():
                _paint_line(painter, mark)
            case DotMark():
                _paint_dot(painter, mark)
            case DiamondMark():
                _paint_diamond(painter, mark)
            case BoxMark():
                _paint_box(painter, mark)


def _paint_dot(painter: QPainter, mark: DotMark) -> None:
    """With a ring in the ground's colour around it, so that marks stay apart where they touch."""
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, radius in ((mark.ring, mark.radius + RING), (mark.colour, mark.radius)):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(mark.centre, radius, radius)


def _paint_diamond(painter: QPainter, mark: DiamondMark) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, reach in ((mark.ring, mark.radius + RING * 1.4), (mark.colour, mark.radius)):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in diamond_points(mark.centre, reach)]))


def diamond_points(centre: QPointF, reach: float) -> tuple[tuple[float, float], ...]:
    """The four corners of a diamond."""
    x, y = centre.x(), centre.y()
    return (x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)


def _paint_line(painter: QPainter, mark: LineMark) -> None:
    pen = QPen(QColor(mark.colour), mark.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if mark.round_ends else Qt.PenCapStyle.FlatCap)
    if mark.dashed:
        pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(mark.line)


def _paint_box(painter: QPainter, mark: BoxMark) -> None:
    painter.setPen(QPen(QColor(mark.edge), 1) if mark.edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.fill))
    painter.drawRoundedRect(mark.rect, mark.radius, mark.radius)
    if mark.hatch:
        painter.setPen(QPen(QColor(mark.hatch), 1))
        painter.drawLines(hatch_lines(mark.rect.adjusted(1, 1, -1, -1)))


def hatch_lines(rect: QRectF, step: float = HATCH_STEP) -> list[QLineF]:
    """Diagonals cut to the rectangle by arithmetic: clip paths and brush patterns do not survive every format."""
    lines = []
    offset = step / 2
    while offset < rect.width() + rect.height():
        x1, y1 = min(offset, rect.width()), max(0.0, offset - rect.width())
        x2, y2 = max(0.0, offset - rect.height()), min(offset, rect.height())
        lines.append(QLineF(rect.left() + x1, rect.top() + y1, rect.left() + x2, rect.top() + y2))
        offset += step
    return lines
