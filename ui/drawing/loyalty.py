"""The 2 x 2 of satisfaction and impression, the loyal top right; beside or below it the loyal of each group."""

from PySide6.QtCore import QRectF, QSizeF

from cxsurvey.figures import LoyaltyBar, LoyaltyCell, LoyaltyFigure
from cxsurvey.notices.drivers import DriversNotice

from .colour import blend
from .marks import Sheet, Words
from .style import Style

CELL_WIDTH, CELL_HEIGHT, NATURAL_CELL, HIGHEST_CELL = 170, 104, 120, 160
FOOT_ROOM, GAP, BESIDE = 26, 6, 36
ROW, HEAD, TICKS, SPACE = 34, 24, 20, 12
SIDE_BY_SIDE, LABEL_SHARE = 720, 0.42  # narrower, the groups stand below the table
LOYAL = 1  # place of the loyal among the cells


def least_size(figure: LoyaltyFigure, style: Style, words: Words) -> QSizeF:
    """Below it words would meet."""
    height = style.px(2 * CELL_HEIGHT + GAP + FOOT_ROOM) + _bars_height(figure, style)
    return QSizeF(style.px(2 * CELL_WIDTH + GAP), height)


def natural_height(figure: LoyaltyFigure, style: Style, words: Words) -> float:
    """The height at which it reads best."""
    return style.px(2 * NATURAL_CELL + GAP + FOOT_ROOM) + _bars_height(figure, style)


def lay_out(sheet: Sheet, figure: LoyaltyFigure, rect: QRectF) -> None:
    """Puts the marks of the chart into ``rect``, which is at least ``least_size``."""
    px, below = sheet.style.px, _bars_height(figure, sheet.style)
    beside = bool(figure.bars) and rect.width() >= px(SIDE_BY_SIDE)
    wide = rect.width() * 0.55 if beside else rect.width()
    room = rect.height() - px(FOOT_ROOM) - (0 if beside else below)
    table = QRectF(rect.left(), rect.top(), wide, min(room, px(2 * HIGHEST_CELL + GAP)))
    _draw_cells(sheet, figure, table)
    if beside:
        left = rect.left() + wide + px(BESIDE)
        _draw_bars(sheet, figure, QRectF(left, rect.top(), rect.right() - left, rect.height()))
    elif figure.bars:
        top = table.bottom() + px(FOOT_ROOM + SPACE)
        _draw_bars(sheet, figure, QRectF(rect.left(), top, rect.width(), below))


def _bars_height(figure: LoyaltyFigure, style: Style) -> float:
    return style.px(SPACE + HEAD + ROW * len(figure.bars) + TICKS) if figure.bars else 0.0


def _draw_cells(sheet: Sheet, figure: LoyaltyFigure, table: QRectF) -> None:
    style, px = sheet.style, sheet.style.px
    width, height = (table.width() - px(GAP)) / 2, (table.height() - px(GAP)) / 2
    for place, cell in enumerate(figure.cells):
        column, row = place % 2, place // 2
        box = QRectF(
            table.left() + column * (width + px(GAP)), table.top() + row * (height + px(GAP)), width, height
        )
        _draw_cell(sheet, cell, box, place == LOYAL)
    under = table.bottom() + px(FOOT_ROOM) / 2
    for column, code in enumerate((DriversNotice.AXIS_NOT_SATISFIED, DriversNotice.AXIS_SATISFIED)):
        middle = table.left() + width / 2 + column * (width + px(GAP))
        sheet.text(middle, under, sheet.say(code), "caption", "text_2", 0.5, width)
    # Above each row of fields, inside it: letters that stand on their side are hard to read.
    for row, code in enumerate((DriversNotice.AXIS_IMAGE, DriversNotice.AXIS_NO_IMAGE)):
        top = table.top() + row * (height + px(GAP)) + px(6) + style.line("caption") / 2
        sheet.text(table.left() + px(10), top, sheet.say(code), "caption", "text_3", 0, width - px(20))


def _draw_cell(sheet: Sheet, cell: LoyaltyCell, box: QRectF, loyal: bool) -> None:
    """Its share, large; the more people, the stronger the ground, and the share is written in it."""
    style, tokens, px = sheet.style, sheet.style.tokens, sheet.style.px
    strength = 0.05 + 0.30 * (cell.share or 0.0)
    ground, edge = blend(tokens.customers, tokens.surface, strength), tokens.customers if loyal else tokens.line
    sheet.box(box, ground, 6, edge=edge)
    name = sheet.say(cell.name)
    centre = box.center()
    lines = [(_percent(sheet, cell.share), "display", "text"), (name, "section" if loyal else "body", "text")]
    if cell.low is not None and cell.high is not None:
        lines.append((_between(sheet, cell.low, cell.high), "caption", "text_2"))
    y = centre.y() - sum(style.line(role) for _, role, _ in lines) / 2 + px(8)
    for text, role, token in lines:
        sheet.text(centre.x(), y + style.line(role) / 2, text, role, token, 0.5, box.width() - px(12))
        y += style.line(role)
    sheet.spot(box, name, *(text for text, _, _ in lines[::2]))


def _percent(sheet: Sheet, share: float | None) -> str:
    return sheet.say(DriversNotice.NOT_SHOWN) if share is None else f"{sheet.style.number(100 * share, 0)} %"


def _between(sheet: Sheet, low: float, high: float) -> str:
    number = sheet.style.number
    return sheet.say(DriversNotice.BETWEEN, low=number(100 * low, 0), high=number(100 * high, 0))


def _draw_bars(sheet: Sheet, figure: LoyaltyFigure, room: QRectF) -> None:
    """A row a group: its share with the range, on a scale from 0 to 100 %."""
    style, px = sheet.style, sheet.style.px
    sheet.text(room.left(), room.top() + style.line("section") / 2, sheet.say(DriversNotice.LOYAL_BY_GROUP), "section")
    labels = min(
        max(style.width(bar.label, "body") for bar in figure.bars) + px(12), room.width() * LABEL_SHARE
    )
    values = style.width("100 %", "section") + px(12)
    left, right = room.left() + labels, room.right() - values
    bottom = room.top() + px(HEAD + ROW * len(figure.bars))
    for tick in (0, 50, 100):
        x = left + (right - left) * tick / 100
        sheet.line(x, room.top() + px(HEAD), x, bottom, 1, "grid")
        sheet.text(x, bottom + px(TICKS) / 2, f"{tick} %", "caption", "text_3", 0.5)
    for number, bar in enumerate(figure.bars):
        middle = room.top() + px(HEAD + ROW * (number + 0.5))
        sheet.text(room.left(), middle, bar.label, "body", "text", 0, labels - px(8))
        _draw_bar(sheet, bar, left, right, middle)
        row = QRectF(room.left(), middle - px(ROW) / 2, room.width(), px(ROW))
        sheet.spot(row, bar.label, _told_of(sheet, bar))


def _draw_bar(sheet: Sheet, bar: LoyaltyBar, left: float, right: float, middle: float) -> None:
    if bar.share is None or bar.low is None or bar.high is None:
        sheet.text(left + sheet.style.px(6), middle, _told_of(sheet, bar), "caption", "text_3", 0, right - left)
        return
    width = right - left
    sheet.line(left + bar.low * width, middle, left + bar.high * width, middle, 2, "customers")
    sheet.dot(left + bar.share * width, middle, 5)
    sheet.text(right + sheet.style.px(12), middle, _percent(sheet, bar.share), "section", "text")


def _told_of(sheet: Sheet, bar: LoyaltyBar) -> str:
    if bar.n is None:
        return sheet.say(DriversNotice.NOT_SHOWN)
    if bar.share is None or bar.low is None or bar.high is None:
        return sheet.say(DriversNotice.GROUP_FEW)
    number = sheet.style.number
    return sheet.say(
        DriversNotice.GROUP_TOLD, share=number(100 * bar.share, 0), low=number(100 * bar.low, 0),
        high=number(100 * bar.high, 0), n=bar.n,
    )
