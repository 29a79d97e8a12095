"""Dumbbell of ratings: the customers' mean with its range against our own score, a row a pillar."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.figures import PERCEPTION_CODES, PerceptionFigure, PerceptionRow
from cxsurvey.notices.figures import FigureNotice

from .legend import LEGEND_HEIGHT, draw_legend
from .marks import Sheet, Words
from .style import Style

LEAST_ROW, NATURAL_ROW, MOST_ROW = 28, 38, 52
AXIS_HEIGHT, EDGE, GUTTER = 28, 14, 12
NEAR = 14  # markers closer than this move apart, up and down, until they are this far from each other
SCORES = (1, 2, 3, 4, 5)


def least_size(figure: PerceptionFigure, style: Style, words: Words) -> QSizeF:
    """Below it rows squeeze and labels meet."""
    return QSizeF(style.px(480), style.px(LEGEND_HEIGHT + AXIS_HEIGHT + LEAST_ROW * len(figure.rows)))


def natural_height(figure: PerceptionFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return style.px(LEGEND_HEIGHT + AXIS_HEIGHT + NATURAL_ROW * len(figure.rows))


def lay_out(sheet: Sheet, figure: PerceptionFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    style, px = sheet.style, sheet.style.px
    count = len(figure.rows)
    row_height = min((rect.height() - px(LEGEND_HEIGHT + AXIS_HEIGHT)) / count, px(MOST_ROW))
    labels = max(style.width(row.label, "section" if row.proven else "body") for row in figure.rows)
    verdicts = max(style.width(text, role) for row in figure.rows for text, role, _ in _verdict(sheet, row))
    left_room, right_room = min(labels, rect.width() * 0.32), min(verdicts, rect.width() * 0.3)
    plot = QRectF(
        rect.left() + left_room + px(GUTTER + EDGE), rect.top() + px(LEGEND_HEIGHT),
        rect.width() - left_room - right_room - px(2 * GUTTER + 2 * EDGE), row_height * count,
    )  # fmt: skip
    step = plot.width() / (len(SCORES) - 1)
    _draw_key(sheet, figure, plot, rect)
    _draw_axis(sheet, plot, step, rect)
    for number, row in enumerate(figure.rows):
        middle = plot.top() + row_height * (number + 0.5)
        role = "section" if row.proven else "body"
        sheet.text(plot.left() - px(EDGE + GUTTER), middle, row.label, role, "text", 1.0, left_room)
        _draw_scores(sheet, row, plot.left(), step, middle)
        right = QRectF(plot.right() + px(EDGE + GUTTER), middle - row_height / 2, right_room, row_height)
        _draw_verdict(sheet, row, right)
        sheet.spot(QRectF(rect.left(), middle - row_height / 2, rect.width(), row_height), *told_of(sheet, row))


def told_of(sheet: Sheet, row: PerceptionRow) -> tuple[str, ...]:
    """What pointing at a row says: the name in full, both scores, the gap with its range, the verdict."""
    number = sheet.style.number
    if row.rating is None or row.low is None or row.high is None:
        theirs = sheet.say(FigureNotice.TOO_FEW_RATINGS)
    else:
        ends = {"low": number(row.low, 1), "high": number(row.high, 1)}
        theirs = sheet.say(FigureNotice.ROW_RATED, mean=number(row.rating, 1), n=row.n, **ends)
    ours = "" if row.own is None else sheet.say(FigureNotice.ROW_OWN, own=number(row.own, 1), n=row.own_n)
    gap = ""
    if row.gap is not None and row.gap_low is not None and row.gap_high is not None:
        ends = {"low": number(row.gap_low, 1), "high": number(row.gap_high, 1)}
        gap = sheet.say(FigureNotice.ROW_GAP, gap=number(row.gap, 1), **ends)
    return row.name or row.label, theirs, ours, gap, perception_word(sheet, row)


def perception_word(sheet: Sheet, row: PerceptionRow) -> str:
    """The verdict as words; empty where we did not score ourselves."""
    if row.rating is None or (row.own is not None and row.perception is None):
        return sheet.say(FigureNotice.TOO_FEW_RATINGS)
    if row.perception is None:
        return ""
    return sheet.say(PERCEPTION_CODES[row.perception] if row.proven else FigureNotice.NO_PROVEN_GAP)


def _verdict(sheet: Sheet, row: PerceptionRow) -> list[tuple[str, str, str]]:
    """Text, role and colour of what stands at the right, one line or two."""
    number = sheet.style.number
    word = perception_word(sheet, row)
    if row.proven and row.gap is not None:
        by = sheet.say(FigureNotice.GAP_BY, gap=number(abs(row.gap), 1))
        return [(word, "section", "text"), (by, "caption", "text_2")]
    if word or row.rating is None:
        return [(word, "caption", "text_3")]
    return [(number(row.rating, 1), "section", "text")]


def _draw_key(sheet: Sheet, figure: PerceptionFigure, plot: QRectF, rect: QRectF) -> None:
    entries = [
        ("dot", sheet.say(FigureNotice.CUSTOMERS_RATING)),
        ("range", sheet.say(FigureNotice.RATING_RANGE)),
    ]
    if any(row.own is not None for row in figure.rows):
        entries.append(("diamond", sheet.say(FigureNotice.OWN_SCORE)))
    draw_legend(sheet, entries, plot.left(), rect.top() + sheet.style.px(11), rect)


def _draw_axis(sheet: Sheet, plot: QRectF, step: float, rect: QRectF) -> None:
    """Grid lines; 1 weak ... 5 excellent, the words only where they stay clear of the numbers between."""
    style, px = sheet.style, sheet.style.px
    room = 2 * min(step - px(14), rect.right() - plot.right(), plot.left() - rect.left())
    for score in SCORES:
        x = plot.left() + step * (score - 1)
        sheet.line(x, plot.top(), x, plot.bottom(), 1, "grid")
        words = {1: sheet.say(FigureNotice.WEAK), 5: sheet.say(FigureNotice.EXCELLENT)}.get(score, str(score))
        if style.width(words, "caption") > room:
            words = str(score)
        sheet.text(x, plot.bottom() + px(14), words, "caption", "text_3", 0.5)


def _draw_scores(sheet: Sheet, row: PerceptionRow, left: float, step: float, middle: float) -> None:
    px = sheet.style.px

    def at(score: float) -> float:
        return left + step * (score - 1)

    theirs = ours = middle
    if row.own is not None and row.rating is not None:
        distance = abs(at(row.own) - at(row.rating))
        if distance < px(NEAR):
            shift = (px(NEAR) ** 2 - distance**2) ** 0.5 / 2
            theirs, ours = middle - shift, middle + shift
        else:
            sheet.line(
                at(row.rating), middle, at(row.own), middle, 3 if row.proven else 1.5,
                "line_strong" if row.proven else "line",
            )  # fmt: skip
    if row.low is not None and row.high is not None:
        start, end = at(row.low), at(row.high)
        sheet.line(start, theirs, end, theirs, 2, "customers")
        for edge in (start, end):
            sheet.line(edge, theirs - px(4), edge, theirs + px(4), 2, "customers", round_ends=True)
    if row.own is not None:
        sheet.diamond(at(row.own), ours, 5.5)
    if row.rating is not None:
        sheet.dot(at(row.rating), theirs, 5)  # small, so that a narrow range shows beside it


def _draw_verdict(sheet: Sheet, row: PerceptionRow, room: QRectF) -> None:
    """Word and size of a proven gap in two lines where the row is high enough for them, else in one."""
    style, middle = sheet.style, room.center().y()
    lines = _verdict(sheet, row)
    if len(lines) == 2 and room.height() < style.line("section") + style.line("caption"):
        lines = lines[:1]
    total = sum(style.line(role) for _, role, _ in lines)
    y = middle - total / 2
    for text, role, token in lines:
        sheet.text(room.left(), y + style.line(role) / 2, text, role, token, 0, room.width())
        y += style.line(role)
