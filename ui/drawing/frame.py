"""A whole chart: title and caption above, source and caveat below, scaled down where there is too little room."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from cxsurvey.figures import (
    BasesFigure,
    DivergenceFigure,
    Figure,
    FigureHead,
    HeatFigure,
    LoyaltyFigure,
    MapFigure,
    PerceptionFigure,
    SelfAssessmentFigure,
    SlopeFigure,
)

from . import bases, divergence, heat, loyalty, map, perception, self_assessment, slope
from .marks import Sheet, Words, paint_marks
from .style import Style
from .text import wrap

CHARTS = {
    DivergenceFigure: divergence,
    SlopeFigure: slope,
    HeatFigure: heat,
    BasesFigure: bases,
    SelfAssessmentFigure: self_assessment,
    MapFigure: map,
    PerceptionFigure: perception,
    LoyaltyFigure: loyalty,
}
SEPARATOR = " \u00b7 "
WIDEST_TEXT = 900


def least_size(figure: Figure, style: Style, words: Words) -> QSizeF:
    """The size of the marks alone below which they would be scaled down."""
    return CHARTS[type(figure)].least_size(figure, style, words)


def natural_height(figure: Figure, width: float, style: Style, words: Words, framed: bool = True) -> float:
    """The height at which the chart reads best at that width, with head and foot where ``framed``."""
    body = CHARTS[type(figure)].natural_height(figure, style, words)
    if not framed:
        return body
    sheet = Sheet(style, words)
    return body + _head_height(sheet, figure.head, width) + _foot_height(sheet, figure.head, width)


def compose(figure: Figure, width: float, height: float, style: Style, words: Words, framed: bool = True) -> Sheet:
    """The chart laid out. The sheet is ``width`` x ``height``, or larger in that shape where labels would else meet."""
    measuring = Sheet(style, words)
    chart = CHARTS[type(figure)]
    least = chart.least_size(figure, style, words)
    grown = max(1.0, least.width() / max(width, 1.0))
    while True:  # wider sheets need fewer lines for head and foot, so this ends
        wide, high = width * grown, height * grown
        head = _head_height(measuring, figure.head, wide) if framed else 0.0
        foot = _foot_height(measuring, figure.head, wide) if framed else 0.0
        if high - head - foot >= least.height() - 0.5 or grown > 50:
            break
        grown = max(grown * 1.02, (least.height() + head + foot) / max(height, 1.0) * 0.999)
    sheet = Sheet(style, words, wide, high)
    if framed:
        _draw_head(sheet, figure.head)
        _draw_foot(sheet, figure.head, high - foot)
    chart.lay_out(sheet, figure, QRectF(0, head, wide, high - head - foot))
    return sheet


def paint(figure: Figure, painter: QPainter, rect: QRectF, style: Style, words: Words, with_head: bool = True) -> Sheet:
    """Paints the chart into ``rect``; gives back what was laid out, with the sheet's own measures.

    ``with_head`` False leaves out title, caption, source and caveat, for a page that shows them itself.
    """
    sheet = compose(figure, rect.width(), rect.height(), style, words, with_head)
    painter.save()
    painter.translate(rect.topLeft())
    if sheet.width > rect.width():
        painter.scale(rect.width() / sheet.width, rect.width() / sheet.width)
    paint_marks(painter, sheet)
    painter.restore()
    return sheet


def source_line(head: FigureHead, words: Words) -> str:
    """Study, who was asked, n and dates in one line."""
    return SEPARATOR.join(words(part) for part in head.source)


def _text_width(sheet: Sheet, width: float) -> float:
    return min(width, sheet.style.px(WIDEST_TEXT))


def _head_lines(sheet: Sheet, head: FigureHead, width: float) -> tuple[list[str], list[str]]:
    title = wrap(sheet.words(head.title), "title", _text_width(sheet, width), sheet.style)
    return title, wrap(sheet.words(head.caption), "caption", _text_width(sheet, width), sheet.style)


def _foot_lines(sheet: Sheet, head: FigureHead, width: float) -> tuple[list[str], list[str]]:
    caveat = wrap(sheet.words(head.caveat), "caption", _text_width(sheet, width), sheet.style)
    return wrap(source_line(head, sheet.words), "caption", _text_width(sheet, width), sheet.style), caveat


def _head_height(sheet: Sheet, head: FigureHead, width: float) -> float:
    title, caption = _head_lines(sheet, head, width)
    style = sheet.style
    return style.line("title") * len(title) + style.line("caption") * len(caption) + style.px(22)


def _foot_height(sheet: Sheet, head: FigureHead, width: float) -> float:
    lines = sum(len(part) for part in _foot_lines(sheet, head, width))
    return sheet.style.line("caption") * lines + sheet.style.px(24)


def _draw_head(sheet: Sheet, head: FigureHead) -> None:
    title, caption = _head_lines(sheet, head, sheet.width)
    top = _draw_lines(sheet, title, 0.0, "title", "text")
    _draw_lines(sheet, caption, top + sheet.style.px(4), "caption", "text_2")


def _draw_foot(sheet: Sheet, head: FigureHead, top: float) -> None:
    source, caveat = _foot_lines(sheet, head, sheet.width)
    line = top + sheet.style.px(12)
    sheet.line(0, line, sheet.width, line, 1, "line")
    top = _draw_lines(sheet, source, line + sheet.style.px(8), "caption", "text_3")
    _draw_lines(sheet, caveat, top, "caption", "text_2")


def _draw_lines(sheet: Sheet, lines: list[str], top: float, role: str, token: str) -> float:
    """The lines from ``top`` down; gives back where they end."""
    height = sheet.style.line(role)
    for number, line in enumerate(lines):
        sheet.text(0, top + height * (number + 0.5), line, role, token)
    return top + height * len(lines)
