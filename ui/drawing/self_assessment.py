"""Colleagues' own scores: a diamond for the mean, a small mark for each colleague, the total beside the key."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.figures import ScoreRow, SelfAssessmentFigure
from cxsurvey.notices.figures import FigureNotice

from .legend import LEGEND_HEIGHT, draw_legend
from .marks import Sheet, Words
from .style import Style

LEAST_ROW, NATURAL_ROW, MOST_ROW = 28, 34, 48
AXIS_HEIGHT, EDGE, GUTTER = 28, 24, 16
SCORES = (1, 2, 3, 4, 5)


def least_size(figure: SelfAssessmentFigure, style: Style, words: Words) -> QSizeF:
    """Below it rows squeeze."""
    return QSizeF(style.px(420), style.px(LEGEND_HEIGHT + AXIS_HEIGHT + LEAST_ROW * len(figure.rows)))


def natural_height(figure: SelfAssessmentFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return style.px(LEGEND_HEIGHT + AXIS_HEIGHT + NATURAL_ROW * len(figure.rows))


def lay_out(sheet: Sheet, figure: SelfAssessmentFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    style, px = sheet.style, sheet.style.px
    count = len(figure.rows)
    row = min((rect.height() - px(LEGEND_HEIGHT + AXIS_HEIGHT)) / count, px(MOST_ROW))
    label_room = min(max(style.width(entry.label, "body") for entry in figure.rows), rect.width() * 0.34)
    number_room = max(style.width(_mean_words(sheet, entry), "section") for entry in figure.rows)
    plot = QRectF(
        rect.left() + label_room + px(GUTTER + EDGE), rect.top() + px(LEGEND_HEIGHT),
        rect.width() - label_room - number_room - px(2 * GUTTER + 2 * EDGE), row * count,
    )  # fmt: skip
    step = plot.width() / (len(SCORES) - 1)
    _draw_key(sheet, figure, plot, rect)
    for score in SCORES:
        sheet.line(
            plot.left() + step * (score - 1), plot.top(), plot.left() + step * (score - 1), plot.bottom(), 1, "grid"
        )
    _draw_axis(sheet, plot, step, rect)
    for number, entry in enumerate(figure.rows):
        middle = plot.top() + row * (number + 0.5)
        sheet.text(plot.left() - px(EDGE + GUTTER), middle, entry.label, "body", "text", 1.0, label_room)
        _draw_scores(sheet, entry, plot.left(), step, middle)
        sheet.text(rect.right(), middle, _mean_words(sheet, entry), "section", "text", 1.0)
        scores = ", ".join(str(score) for score in entry.scores)
        told = (
            ""
            if entry.mean is None
            else sheet.say(
                FigureNotice.ROW_MEAN, mean=sheet.style.number(entry.mean, 1), n=len(entry.scores), scores=scores
            )
        )
        sheet.spot(QRectF(rect.left(), middle - row / 2, rect.width(), row), entry.name or entry.label, told)


def _mean_words(sheet: Sheet, entry: ScoreRow) -> str:
    return sheet.say(FigureNotice.NO_SCORE) if entry.mean is None else sheet.style.number(entry.mean, 1)


def _draw_key(sheet: Sheet, figure: SelfAssessmentFigure, plot: QRectF, rect: QRectF) -> None:
    style, px = sheet.style, sheet.style.px
    middle, room = rect.top() + px(11), QRectF(rect)
    if figure.total is not None:
        words = sheet.say(FigureNotice.SELF_TOTAL, total=style.number(figure.total, 1), best=figure.best_total)
        drawn = sheet.text(rect.right(), middle, words, "section", "text", 1.0, rect.width() * 0.45)
        room.setRight(drawn.left() - px(16))
    entries = [("diamond", sheet.say(FigureNotice.MEAN_SCORE)), ("tick", sheet.say(FigureNotice.ONE_COLLEAGUE))]
    draw_legend(sheet, entries, plot.left(), middle, room)


def _draw_axis(sheet: Sheet, plot: QRectF, step: float, rect: QRectF) -> None:
    """1 weak ... 5 excellent; the words stay clear of the numbers between."""
    style, px = sheet.style, sheet.style.px
    middle = plot.bottom() + px(14)
    room = 2 * min(step - px(14), px(EDGE) + (rect.right() - plot.right() - px(EDGE)), plot.left() - rect.left())
    for score in SCORES:
        words = {1: sheet.say(FigureNotice.WEAK), 5: sheet.say(FigureNotice.EXCELLENT)}.get(score, str(score))
        if style.width(words, "caption") > room:
            words = str(score)
        sheet.text(plot.left() + step * (score - 1), middle, words, "caption", "text_3", 0.5)


def _draw_scores(sheet: Sheet, entry: ScoreRow, left: float, step: float, middle: float) -> None:
    """One mark a colleague, those of the same score side by side and as close as they must."""
    px = sheet.style.px
    if entry.scores:
        sheet.line(
            left + step * (min(entry.scores) - 1),
            middle,
            left + step * (max(entry.scores) - 1),
            middle,
            1,
            "line_strong",
        )
    for score in SCORES:
        count = entry.scores.count(score)
        apart = min(px(5), step * 0.7 / count) if count else 0.0
        for number in range(count):
            x = left + step * (score - 1) + (number - (count - 1) / 2) * apart
            sheet.line(x, middle - px(5), x, middle + px(5), 2, "line_strong", round_ends=True)
    if entry.mean is not None:
        sheet.diamond(left + step * (entry.mean - 1), middle)
