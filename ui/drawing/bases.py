"""Bars of cohort sizes against the bases from which a group is shown, shows a direction, and can be ranked."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.adequacy import BaseStatus
from cxsurvey.figures import BaseBar, BasesFigure
from cxsurvey.notices.figures import FigureNotice

from .colour import blend
from .marks import Sheet, Words
from .style import Style

LEAST_ROW, NATURAL_ROW, MOST_ROW = 28, 36, 48
BAR_HEIGHT = 18
HIDDEN_STUB = 28
GUTTER = 16
STATUS_CODES = {
    BaseStatus.ENOUGH: FigureNotice.STATUS_ENOUGH,
    BaseStatus.DIRECTION: FigureNotice.STATUS_DIRECTION,
    BaseStatus.NO_RANKING: FigureNotice.STATUS_NO_RANKING,
    BaseStatus.HIDDEN: FigureNotice.HIDDEN,
}


def least_size(figure: BasesFigure, style: Style, words: Words) -> QSizeF:
    """Below it rows squeeze."""
    return QSizeF(style.px(440), _head_height(figure, style) + style.px(LEAST_ROW * len(figure.bars)))


def natural_height(figure: BasesFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return _head_height(figure, style) + style.px(NATURAL_ROW * len(figure.bars))


def lay_out(sheet: Sheet, figure: BasesFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    style, px = sheet.style, sheet.style.px
    count = len(figure.bars)
    label_room = min(max(style.width(bar.label, "body") for bar in figure.bars), rect.width() * 0.3)
    number_room = max(style.width(_number(sheet, bar), "section") for bar in figure.bars)
    status_room = min(
        max(style.width(status_word(sheet, bar.status), "caption") for bar in figure.bars), rect.width() * 0.24
    )
    right_room = number_room + px(10) + status_room
    width = rect.width() - label_room - right_room - px(2 * GUTTER)
    plot = QRectF(rect.left() + label_room + px(GUTTER), rect.top(), width, rect.height())
    most = max([figure.lines[-1].n * 1.25, *(bar.n * 1.04 for bar in figure.bars if bar.n is not None)])
    flags = _flags(sheet, figure, plot, most, rect)
    plot.setTop(rect.top() + style.line("caption") * (1 + max(level for *_, level in flags)) + px(10))
    row = min(plot.height() / count, px(MOST_ROW))
    plot.setHeight(row * count)
    _draw_lines(sheet, flags, plot)
    for number, bar in enumerate(figure.bars):
        middle = plot.top() + row * (number + 0.5)
        sheet.text(plot.left() - px(GUTTER) + px(4), middle, bar.label, "body", "text", 1.0, label_room)
        _draw_bar(sheet, bar, plot, most, middle)
        x = plot.right() + px(GUTTER) + number_room
        if bar.n is not None:
            sheet.text(x, middle, _number(sheet, bar), "section", "text", 1.0)
        token = {BaseStatus.ENOUGH: "text_2", BaseStatus.HIDDEN: "text_3"}.get(bar.status, "warn")
        sheet.text(x + px(10), middle, status_word(sheet, bar.status), "caption", token, 0.0, status_room)
        sheet.spot(
            QRectF(rect.left(), middle - row / 2, rect.width(), row),
            bar.label,
            "" if bar.n is None else sheet.say(FigureNotice.BASE_N, n=bar.n),
            status_word(sheet, bar.status),
        )


def status_word(sheet: Sheet, status: BaseStatus) -> str:
    """How far a base carries, in a word or two."""
    return sheet.say(STATUS_CODES[status])


def _number(sheet: Sheet, bar: BaseBar) -> str:
    return "" if bar.n is None else sheet.style.number(bar.n, 0)


def _head_height(figure: BasesFigure, style: Style) -> float:
    return style.line("caption") * len(figure.lines) + style.px(10)


def _draw_bar(sheet: Sheet, bar: BaseBar, plot: QRectF, most: float, middle: float) -> None:
    tokens, px = sheet.style.tokens, sheet.style.px
    top, height = middle - px(BAR_HEIGHT) / 2, px(BAR_HEIGHT)
    if bar.n is None:  # its length says nothing: how many there are is hidden too
        stub = QRectF(plot.left(), top, px(HIDDEN_STUB), height)
        sheet.box(stub, tokens.canvas, 3, blend(tokens.line_strong, tokens.canvas, 0.6), tokens.line_strong)
        return
    fill = tokens.seq[3]
    room = QRectF(plot.left(), top, max(px(3), plot.width() * bar.n / most), height)
    if bar.status is BaseStatus.ENOUGH:
        sheet.box(room, fill, 3)
    else:
        ground = tokens.surface
        sheet.box(room, blend(fill, ground, 0.25), 3, fill, fill)


def _draw_lines(sheet: Sheet, labels: list[tuple[float, float, str, int]], plot: QRectF) -> None:
    """The zero line, and each base line with its label to the right of it, like a flag."""
    style, px = sheet.style, sheet.style.px
    sheet.line(plot.left(), plot.top(), plot.left(), plot.bottom(), 1, "line_strong")
    for x, start, words, level in labels:
        middle = plot.top() - px(6) - style.line("caption") * (level + 0.5)
        sheet.line(x, middle - px(5), x, plot.bottom(), 1, "text_3", dashed=True)
        sheet.text(start, middle, words, "caption", "text_3")


def _flags(
    sheet: Sheet, figure: BasesFigure, plot: QRectF, most: float, rect: QRectF
) -> list[tuple[float, float, str, int]]:
    """For each line: its position, where its label starts, the words, and the level at which the label stands clear.

    From the right: a label that would meet one further right stands above it, so no line runs through a label.
    """
    style, px = sheet.style, sheet.style.px
    placed: list[tuple[float, float, str, int]] = []
    for line in reversed(figure.lines):
        x, words = plot.left() + plot.width() * line.n / most, sheet.words(line.label)
        width = style.width(words, "caption")
        start = min(x + px(5), rect.right() - width)
        met = [level for _, other, _, level in placed if start + width + px(8) > other - px(5)]
        placed.append((x, start, words, max(met, default=-1) + 1))
    return placed
