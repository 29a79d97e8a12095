"""Text that fits: cut with an ellipsis, broken into lines, spread so that labels keep apart."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from cxsurvey.notices import Notice, Value

from .style import Style

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def words_with_dates(words: Callable[[Notice], str]) -> Callable[[Notice], str]:
    """The words, ISO dates in them written as the reader's locale does: 2026-03-02 becomes 2 Mar 2026."""

    def dated(told: Notice) -> str:
        return words(replace(told, values=tuple((name, _date_text(value)) for name, value in told.values)))

    return dated


def _date_text(value: Value) -> Value:
    if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
        return value
    date = QDate.fromString(value, Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else value


def elide(text: str, role: str, room: float, style: Style) -> str:
    """The text, cut with an ellipsis where it is wider than ``room``."""
    one_line = " ".join(text.split())
    if style.width(one_line, role) <= room:
        return one_line
    return QFontMetricsF(style.font(role)).elidedText(one_line, Qt.TextElideMode.ElideRight, max(room, 0.0))


def wrap(text: str, role: str, room: float, style: Style, most: int = 0) -> list[str]:
    """The text in lines no wider than ``room``; after ``most`` lines (0 = no end) the last one is cut."""
    layout = QTextLayout(" ".join(text.split()), style.font(role))
    option = QTextOption()
    # Thai has no spaces between words: where Qt knows no better place it may break anywhere.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    cuts: list[tuple[int, int]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1.0))
        cuts.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    whole = layout.text()
    lines = [whole[start:end].strip() for start, end in cuts]
    if most and len(lines) > most:
        rest = whole[cuts[most - 1][0] :]
        lines = [*lines[: most - 1], elide(rest, role, room, style)]
    return [line for line in lines if line]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions at least ``gap`` apart within ``low`` .. ``high``, as near as can be to the ascending ``wanted``.

    Neighbours that are too close form a block around their mean. Where all cannot fit, they stand evenly.
    """
    count = len(wanted)
    if count == 0:
        return []
    if count > 1 and gap * (count - 1) >= high - low:
        step = (high - low) / (count - 1)
        return [low + place * step for place in range(count)]
    # Taking the place times the gap off each makes "at least a gap apart" the same as "not descending".
    blocks: list[list[float]] = []  # [sum, count]
    for place, position in enumerate(wanted):
        blocks.append([position - place * gap, 1.0])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, size = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += size
    levels = [total / size for total, size in blocks for _ in range(int(size))]
    top = high - gap * (count - 1)
    return [min(max(level, low), top) + place * gap for place, level in enumerate(levels)]
