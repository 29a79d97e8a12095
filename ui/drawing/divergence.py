"""Dumbbell: customers' place with its range against ours, a row a pillar."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.comparison import Verdict
from cxsurvey.figures import DivergenceFigure, DivergenceRow
from cxsurvey.notices.figures import FigureNotice

from .axis import AXIS_GAP, draw_place_axis
from .legend import LEGEND_HEIGHT, draw_legend, range_key
from .marks import Sheet, Words
from .style import Style

LEAST_ROW, NATURAL_ROW, MOST_ROW = 28, 38, 52
AXIS_HEIGHT = 28
NEAR = 14  # markers closer than this move apart, up and down, until they are this far from each other
GUTTER, EDGE = 16, 12


def least_size(figure: DivergenceFigure, style: Style, words: Words) -> QSizeF:
    """Below it rows squeeze and labels meet."""
    return QSizeF(style.px(470), style.px(LEGEND_HEIGHT + AXIS_HEIGHT + LEAST_ROW * len(figure.rows)))


def natural_height(figure: DivergenceFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return style.px(LEGEND_HEIGHT + AXIS_HEIGHT + NATURAL_ROW * len(figure.rows))


def lay_out(sheet: Sheet, figure: DivergenceFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    px, count = sheet.style.px, len(figure.rows)
    row_height = min((rect.height() - px(LEGEND_HEIGHT + AXIS_HEIGHT)) / count, px(MOST_ROW))
    axis_words = sheet.style.width(sheet.say(FigureNotice.ONE_IS_MOST), "caption") - px(EDGE + GUTTER - AXIS_GAP)
    left_room = min(max(_label_width(sheet, figure), axis_words), rect.width() * 0.34)
    right_room = min(_verdict_width(sheet, figure, rect.width(), row_height), rect.width() * 0.34)
    plot = QRectF(
        rect.left() + left_room + px(GUTTER + EDGE), rect.top() + px(LEGEND_HEIGHT),
        rect.width() - left_room - right_room - px(2 * GUTTER + 2 * EDGE), row_height * count,
    )  # fmt: skip
    places = max([count, *(int(row.internal_place) for row in figure.rows if row.internal_place is not None)])
    scale = _Scale(plot, places)
    _draw_key(sheet, figure, plot, rect)
    draw_place_axis(sheet, plot, places, rect)
    for number, row in enumerate(figure.rows):
        middle = plot.top() + row_height * (number + 0.5)
        role = "section" if row.contradicted else "body"
        sheet.text(plot.left() - px(EDGE + GUTTER), middle, row.label, role, "text", 1.0, left_room)
        _draw_places(sheet, row, scale, middle)
        right = QRectF(plot.right() + px(EDGE + GUTTER), middle - row_height / 2, right_room, row_height)
        _draw_verdict(sheet, row, right)
        sheet.spot(QRectF(rect.left(), middle - row_height / 2, rect.width(), row_height), *told_of(sheet, row))


class _Scale:
    """From a place to a horizontal position."""

    def __init__(self, plot: QRectF, places: int) -> None:
        self._left, self._step = plot.left(), plot.width() / max(1, places - 1)

    def x(self, place: float) -> float:
        return self._left + (place - 1) * self._step


def told_of(sheet: Sheet, row: DivergenceRow) -> tuple[str, ...]:
    """What pointing at a row says: the name in full, both places, the verdict."""
    if row.low is None or row.high is None:
        theirs = sheet.say(FigureNotice.ROW_CUSTOMERS, place=row.place)
    else:
        theirs = sheet.say(FigureNotice.ROW_CUSTOMERS_RANGE, place=row.place, low=row.low, high=row.high)
    ours = (
        "" if row.internal_place is None else sheet.say(FigureNotice.ROW_COMPANY, place=sheet.place(row.internal_place))
    )
    return row.name or row.label, theirs, ours, verdict_word(sheet, row.verdict)


def verdict_word(sheet: Sheet, verdict: Verdict | None) -> str:
    """The verdict as a word; empty where there is none."""
    if verdict is None:
        return ""
    return sheet.say(
        {
            Verdict.BLIND_SPOT: FigureNotice.BLIND_SPOT,
            Verdict.OVER_RATED: FigureNotice.OVER_RATED,
            Verdict.ALIGNED: FigureNotice.ALIGNED,
        }[verdict]
    )


def _gap_words(sheet: Sheet, row: DivergenceRow) -> str:
    if row.gap is None or not row.contradicted:
        return ""
    gap = abs(row.gap)
    return sheet.say(FigureNotice.GAP_ONE) if gap == 1 else sheet.say(FigureNotice.GAP, gap=sheet.place(gap))


def _range_words(sheet: Sheet, row: DivergenceRow) -> str:
    """Said at the right where there is no view of our own."""
    if row.low is None or row.high is None or row.internal_place is not None:
        return ""
    return str(row.low) if row.low == row.high else f"{row.low}\u2013{row.high}"


def _label_width(sheet: Sheet, figure: DivergenceFigure) -> float:
    return max(sheet.style.width(row.label, "section" if row.contradicted else "body") for row in figure.rows)


def _stacked(sheet: Sheet, width: float, row_height: float) -> bool:
    """Verdict and gap stand in two lines where the chart is narrow and the rows are high enough."""
    return width < sheet.style.px(720) and row_height >= sheet.style.line("section") + sheet.style.line("caption")


def _verdict_width(sheet: Sheet, figure: DivergenceFigure, width: float, row_height: float) -> float:
    style, widest = sheet.style, 0.0
    for row in figure.rows:
        word = style.width(verdict_word(sheet, row.verdict), "section" if row.contradicted else "caption")
        gap = style.width(_gap_words(sheet, row) or _range_words(sheet, row), "caption")
        wide = width >= style.px(720)
        if wide and word and gap:
            widest = max(widest, word + style.px(8) + gap)
        elif _stacked(sheet, width, row_height) or not word:
            widest = max(widest, word, gap)
        else:
            widest = max(widest, word)
    return widest


def _draw_key(sheet: Sheet, figure: DivergenceFigure, plot: QRectF, rect: QRectF) -> None:
    entries = [("dot", sheet.say(FigureNotice.CUSTOMERS))]
    if any(row.low is not None for row in figure.rows):
        entries.append(range_key(sheet))
    if any(row.internal_place is not None for row in figure.rows):
        entries.append(("diamond", sheet.say(FigureNotice.COMPANY)))
    draw_legend(sheet, entries, plot.left(), rect.top() + sheet.style.px(11), rect)


def _draw_places(sheet: Sheet, row: DivergenceRow, scale: _Scale, middle: float) -> None:
    style = sheet.style
    theirs = ours = middle
    if row.internal_place is not None:
        distance = abs(scale.x(row.internal_place) - scale.x(row.place))
        if distance < style.px(NEAR):
            shift = (style.px(NEAR) ** 2 - distance**2) ** 0.5 / 2
            theirs, ours = middle - shift, middle + shift
        elif row.contradicted:
            sheet.line(scale.x(_range_end(row)), middle, scale.x(row.internal_place), middle, 3, "line_strong")
        else:
            sheet.line(scale.x(row.place), middle, scale.x(row.internal_place), middle, 1.5, "line")
    if row.low is not None and row.high is not None and row.high > row.low:
        low, high, tick = scale.x(row.low), scale.x(row.high), style.px(4)
        sheet.line(low, theirs, high, theirs, 2, "customers")
        for end in (low, high):
            sheet.line(end, theirs - tick, end, theirs + tick, 2, "customers", round_ends=True)
    if row.internal_place is not None:
        sheet.diamond(scale.x(row.internal_place), ours)
    sheet.dot(scale.x(row.place), theirs)


def _range_end(row: DivergenceRow) -> float:
    """The end of the range that our place lies beyond: from there on the gap is proven."""
    end = row.high if row.verdict is Verdict.BLIND_SPOT else row.low
    return row.place if end is None else end


def _draw_verdict(sheet: Sheet, row: DivergenceRow, room: QRectF) -> None:
    style = sheet.style
    word, gap = verdict_word(sheet, row.verdict), _gap_words(sheet, row)
    middle = room.center().y()
    if not word:
        sheet.text(room.left(), middle, _range_words(sheet, row), "caption", "text_2", 0, room.width())
    elif not row.contradicted:
        sheet.text(room.left(), middle, word, "caption", "text_3", 0, room.width())
    elif _stacked(sheet, sheet.width, room.height()) and gap:
        shift = (style.line("section") + style.line("caption")) / 4
        sheet.text(room.left(), middle - shift, word, "section", "text", 0, room.width())
        sheet.text(room.left(), middle + shift, gap, "caption", "text_2", 0, room.width())
    else:
        drawn = sheet.text(room.left(), middle, word, "section", "text", 0, room.width())
        left = drawn.right() + style.px(8)
        if gap and left + style.width(gap, "caption") <= room.right() + 1:
            sheet.text(left, middle, gap, "caption", "text_2")
