"""Heat map of places: pillars in the customers' order by cohorts; what is thin is hatched, what is hidden says so."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.adequacy import BaseStatus
from cxsurvey.figures import HeatColumn, HeatFigure
from cxsurvey.notices.figures import FigureNotice

from .colour import blend, ink_on
from .marks import Sheet, Words
from .style import Style
from .text import wrap

LEAST_ROW, NATURAL_ROW, MOST_ROW = 26, 34, 48
LEAST_COLUMN, MOST_COLUMN = 56, 128
WIDEST_WORD = 84  # of a head; longer words are cut
LEGEND_HEIGHT, MOST_HEAD_LINES = 34, 3
MUTED = 0.4  # of a colour's strength where the groups do not differ reliably
GUTTER, GAP = 12, 3


def least_size(figure: HeatFigure, style: Style, words: Words) -> QSizeF:
    """Below it numbers and heads meet."""
    sheet = Sheet(style, words)
    columns = len(figure.columns) * _least_column(sheet, figure)
    width = style.px(110 + GUTTER) + columns + _differs_room(sheet, figure)
    return QSizeF(
        max(width, style.px(320)), _head_height(sheet) + style.px(LEGEND_HEIGHT + LEAST_ROW * len(figure.labels))
    )


def natural_height(figure: HeatFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return _head_height(Sheet(style, words)) + style.px(LEGEND_HEIGHT + NATURAL_ROW * len(figure.labels))


def lay_out(sheet: Sheet, figure: HeatFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    px, style = sheet.style.px, sheet.style
    count, differs_room = len(figure.labels), _differs_room(sheet, figure)
    columns_least = len(figure.columns) * _least_column(sheet, figure)
    label_room = min(
        max(style.width(label, "section") for label in figure.labels),
        rect.width() - columns_least - differs_room - px(GUTTER), max(px(110), rect.width() * 0.36),
    )  # fmt: skip
    column = min((rect.width() - label_room - px(GUTTER) - differs_room) / len(figure.columns), px(MOST_COLUMN))
    head = _head_height(sheet, max(len(_head_lines(sheet, entry, column)) for entry in figure.columns))
    row = min((rect.height() - head - px(LEGEND_HEIGHT)) / count, px(MOST_ROW))
    cells = QRectF(rect.left() + label_room + px(GUTTER), rect.top() + head, column * len(figure.columns), row * count)
    for number, label in enumerate(figure.labels):
        middle = cells.top() + row * (number + 0.5)
        role = "section" if figure.differs[number] else "body"
        sheet.text(cells.left() - px(GUTTER), middle, label, role, "text", 1.0, label_room)
        name = figure.names[number] if figure.names else label
        sheet.spot(QRectF(rect.left(), middle - row / 2, label_room, row), name)
        if figure.differs[number]:
            x = cells.right() + px(10)
            sheet.line(
                x, middle - row / 2 + px(GAP + 2), x, middle + row / 2 - px(GAP + 2), 3, "text_2", round_ends=True
            )
            sheet.text(x + px(10), middle, sheet.say(FigureNotice.DIFFERS), "section", "text")
    for number, entry in enumerate(figure.columns):
        left = cells.left() + column * number
        _draw_head(sheet, entry, QRectF(left, rect.top(), column, head))
        _draw_column(sheet, figure, entry, QRectF(left, cells.top(), column, cells.height()))
    _draw_legend(sheet, count, cells, rect)


def seq_step(place: float, count: int, steps: int) -> int:
    """Which of the ordered colours a place has: 1 the strongest, ``count`` the weakest."""
    return round((count - place) / max(1, count - 1) * (steps - 1))


def _head_lines(sheet: Sheet, column: HeatColumn, width: float) -> list[str]:
    return wrap(column.label, "body", width - sheet.style.px(8), sheet.style, MOST_HEAD_LINES)


def _head_height(sheet: Sheet, lines: int = MOST_HEAD_LINES) -> float:
    return lines * sheet.style.line("body") + sheet.style.line("caption") + sheet.style.px(6)


def _differs_room(sheet: Sheet, figure: HeatFigure) -> float:
    if not any(figure.differs):
        return 0.0
    return sheet.style.width(sheet.say(FigureNotice.DIFFERS), "section") + sheet.style.px(24)


def base_words(sheet: Sheet, column: HeatColumn) -> str:
    """How many answers a cohort has, and that they are few; or that it is hidden."""
    if column.n is None:
        return sheet.say(FigureNotice.HIDDEN)
    low = column.status is not BaseStatus.ENOUGH
    return sheet.say(FigureNotice.BASE_LOW if low else FigureNotice.BASE_N, n=column.n)


def _least_column(sheet: Sheet, figure: HeatFigure) -> float:
    style = sheet.style
    base = max(style.width(base_words(sheet, column), "caption") for column in figure.columns)
    word = max(style.width(word, "body") for column in figure.columns for word in column.label.split() or [""])
    return max(style.px(LEAST_COLUMN), base + style.px(8), min(word, style.px(WIDEST_WORD)) + style.px(8))


def _draw_head(sheet: Sheet, column: HeatColumn, room: QRectF) -> None:
    style, px = sheet.style, sheet.style.px
    base_middle = room.bottom() - px(6) - style.line("caption") / 2
    thin = column.status is not BaseStatus.ENOUGH
    token = "text_3" if column.n is None else "warn" if thin else "text_2"
    sheet.text(room.center().x(), base_middle, base_words(sheet, column), "caption", token, 0.5)
    lines = _head_lines(sheet, column, room.width())
    top = base_middle - style.line("caption") / 2 - style.line("body") * len(lines)
    for number, line in enumerate(lines):
        sheet.text(
            room.center().x(),
            top + style.line("body") * (number + 0.5),
            line,
            "body",
            "text",
            0.5,
            room.width() - px(4),
        )
    sheet.spot(room, column.label, base_words(sheet, column))


def _draw_column(sheet: Sheet, figure: HeatFigure, column: HeatColumn, room: QRectF) -> None:
    tokens, px = sheet.style.tokens, sheet.style.px
    count = len(figure.labels)
    row = room.height() / count
    for number, place in enumerate(column.places):
        cell = QRectF(room.left(), room.top() + row * number, room.width(), row).adjusted(
            px(GAP) / 2, px(GAP) / 2, -px(GAP) / 2, -px(GAP) / 2
        )
        if place is None:
            sheet.box(cell, tokens.canvas, 4, blend(tokens.line_strong, tokens.canvas, 0.5), tokens.line)
        else:
            fill = _fill(sheet, place, count, figure.muted)
            _draw_cell(sheet, cell, place, fill, column.status is not BaseStatus.ENOUGH)
        sheet.spot(
            cell, figure.names[number] if figure.names else figure.labels[number], _told_of(sheet, column, place, count)
        )


def _fill(sheet: Sheet, place: int, count: int, muted: bool) -> str:
    tokens = sheet.style.tokens
    fill: str = tokens.seq[seq_step(place, count, len(tokens.seq))]
    return blend(fill, tokens.surface, MUTED) if muted else fill


def _draw_cell(sheet: Sheet, cell: QRectF, place: int, fill: str, thin: bool) -> None:
    px = sheet.style.px
    ink = ink_on(fill, sheet.style.tokens)
    role = "section" if place <= 3 else "body"
    sheet.box(cell, fill, 4, blend(ink, fill, 0.35) if thin else "")
    if thin:  # a plain patch, so that the number is not crossed out
        wide = sheet.style.width(str(place), role) + px(12)
        patch = QRectF(cell.center().x() - wide / 2, cell.center().y() - px(9), wide, px(18))
        sheet.box(patch, fill, 4)
    sheet.text(cell.center().x(), cell.center().y(), str(place), role, "text", 0.5, None, ink)


def _told_of(sheet: Sheet, column: HeatColumn, place: int | None, count: int) -> str:
    if column.n is None:
        return sheet.say(FigureNotice.CELL_HIDDEN, group=column.label)
    if place is None:
        return sheet.say(FigureNotice.CELL_TOO_FEW, group=column.label, n=column.n)
    return sheet.say(FigureNotice.CELL_PLACE, group=column.label, place=place, k=count, n=column.n)


def _draw_legend(sheet: Sheet, count: int, cells: QRectF, rect: QRectF) -> None:
    """The ordered colours from most to least important, under the cells."""
    style, px = sheet.style, sheet.style.px
    middle = cells.bottom() + px(20)
    most, least = sheet.say(FigureNotice.ONE_IS_MOST), sheet.say(FigureNotice.LEAST, k=count)
    box, seq = px(18), style.tokens.seq
    whole = style.width(most, "caption") + style.width(least, "caption") + box * len(seq) + px(16)
    x = max(rect.left(), min(cells.left() + px(2), rect.right() - whole))
    x = sheet.text(x, middle, most, "caption", "text_3").right() + px(8)
    for fill in reversed(seq):
        sheet.box(
            QRectF(x, middle - px(5), box - px(2), px(10)), fill, 2, edge=style.tokens.line if fill == seq[0] else ""
        )
        x += box
    sheet.text(x + px(6), middle, least, "caption", "text_3")
