"""The numbers behind a chart as a table: for "Show as table", the clipboard and readers of the screen."""

from dataclasses import dataclass

from cxsurvey.adequacy import BaseStatus
from cxsurvey.figures import (
    BasesFigure,
    DivergenceFigure,
    Figure,
    HeatFigure,
    LoyaltyFigure,
    MapFigure,
    PerceptionFigure,
    SelfAssessmentFigure,
    SlopeFigure,
)
from cxsurvey.notices.drivers import DriversNotice
from cxsurvey.notices.figures import FigureNotice

from .bases import status_word
from .divergence import verdict_word
from .heat import base_words
from .marks import Sheet, Words
from .perception import perception_word
from .style import EXPORT_STYLE

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Column heads and rows, every cell as it is shown; names in full. Empty cells are ""."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def figure_table(figure: Figure, words: Words) -> FigureTable:
    """The chart's numbers in the reader's language. What the chart hides is hidden here too."""
    sheet = Sheet(EXPORT_STYLE, words)
    match figure:
        case DivergenceFigure():
            return _divergence(figure, sheet)
        case SlopeFigure():
            return _slope(figure, sheet)
        case HeatFigure():
            return _heat(figure, sheet)
        case BasesFigure():
            return _bases(figure, sheet)
        case SelfAssessmentFigure():
            return _self_assessment(figure, sheet)
        case MapFigure():
            return _map(figure, sheet)
        case LoyaltyFigure():
            return _loyalty(figure, sheet)
        case PerceptionFigure():
            return _perception(figure, sheet)


def tsv(table: FigureTable) -> str:
    """The table for pasting into a spreadsheet; text that would be run as a formula there is led by an apostrophe."""
    return "\n".join("\t".join(map(_harmless, row)) for row in (table.columns, *table.rows)) + "\n"


def _harmless(cell: str) -> str:
    flat = " ".join(cell.split())
    if not cell.startswith(FORMULA_STARTS) or _is_number(flat):
        return flat
    return "'" + flat


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-\u2212").replace(",", ".").replace(".", "", 1).isdigit()


def _columns(sheet: Sheet, *codes: str) -> tuple[str, ...]:
    return tuple(sheet.say(code) for code in codes)


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def _place(sheet: Sheet, value: float | None) -> str:
    return "" if value is None else sheet.place(value)


def _divergence(figure: DivergenceFigure, sheet: Sheet) -> FigureTable:
    columns = _columns(
        sheet,
        FigureNotice.COLUMN_PILLAR,
        FigureNotice.COLUMN_PLACE,
        FigureNotice.COLUMN_LOW,
        FigureNotice.COLUMN_HIGH,
        FigureNotice.COLUMN_INTERNAL,
        FigureNotice.COLUMN_GAP,
        FigureNotice.COLUMN_VERDICT,
    )
    return FigureTable(
        columns,
        tuple(
            (
                row.name or row.label,
                str(row.place),
                _whole(row.low),
                _whole(row.high),
                _place(sheet, row.internal_place),
                _place(sheet, row.gap),
                verdict_word(sheet, row.verdict),
            )
            for row in figure.rows
        ),
    )


def _slope(figure: SlopeFigure, sheet: Sheet) -> FigureTable:
    columns = (
        sheet.say(FigureNotice.COLUMN_PILLAR),
        sheet.words(figure.left),
        sheet.words(figure.right),
        sheet.say(FigureNotice.COLUMN_VERDICT),
    )
    return FigureTable(
        columns,
        tuple(
            (
                line.name or line.label,
                sheet.place(line.left),
                sheet.place(line.right),
                verdict_word(sheet, line.verdict),
            )
            for line in figure.lines
        ),
    )


def _heat(figure: HeatFigure, sheet: Sheet) -> FigureTable:
    differs = sheet.say(FigureNotice.DIFFERS)
    return FigureTable(
        (
            sheet.say(FigureNotice.COLUMN_PILLAR),
            *(f"{column.label} ({base_words(sheet, column)})" for column in figure.columns),
            differs,
        ),
        tuple(
            (
                name,
                *(_whole(column.places[number]) for column in figure.columns),
                differs if figure.differs[number] else "",
            )
            for number, name in enumerate(figure.names or figure.labels)
        ),
    )


def _bases(figure: BasesFigure, sheet: Sheet) -> FigureTable:
    return FigureTable(
        _columns(sheet, FigureNotice.COLUMN_GROUP, FigureNotice.COLUMN_ANSWERS, FigureNotice.COLUMN_STATUS),
        tuple(
            (bar.label, "" if bar.status is BaseStatus.HIDDEN else _whole(bar.n), status_word(sheet, bar.status))
            for bar in figure.bars
        ),
    )


def _self_assessment(figure: SelfAssessmentFigure, sheet: Sheet) -> FigureTable:
    return FigureTable(
        _columns(sheet, FigureNotice.COLUMN_PILLAR, FigureNotice.COLUMN_MEAN, FigureNotice.COLUMN_SCORES),
        tuple(
            (
                row.name or row.label,
                "" if row.mean is None else sheet.style.number(row.mean, 1),
                ", ".join(map(str, row.scores)),
            )
            for row in figure.rows
        ),
    )


def _map(figure: MapFigure, sheet: Sheet) -> FigureTable:
    up, across = figure.up, figure.across
    rows = tuple(
        (
            point.name or point.label,
            *_numbers(sheet, up.decimals + 1, point.y, point.y_low, point.y_high),
            *_numbers(sheet, across.decimals + 1, point.x, point.x_low, point.x_high),
            sheet.say(point.field if point.placed else FigureNotice.ON_THE_LINE),
        )
        for point in figure.points
    )
    columns = _columns(
        sheet, FigureNotice.COLUMN_PILLAR, up.column, FigureNotice.COLUMN_FROM, FigureNotice.COLUMN_TO, across.column,
        FigureNotice.COLUMN_FROM, FigureNotice.COLUMN_TO, FigureNotice.COLUMN_QUADRANT,
    )
    return FigureTable(columns, rows)


def _loyalty(figure: LoyaltyFigure, sheet: Sheet) -> FigureTable:
    cells = [(sheet.say(cell.name), "", cell.share, cell.low, cell.high) for cell in figure.cells]
    cells += [(bar.label, _whole(bar.n), bar.share, bar.low, bar.high) for bar in figure.bars]
    columns = _columns(
        sheet, FigureNotice.COLUMN_GROUP, FigureNotice.COLUMN_ANSWERS, DriversNotice.COLUMN_LOYAL,
        FigureNotice.COLUMN_FROM, FigureNotice.COLUMN_TO,
    )
    rows = tuple(
        (name, n, *_numbers(sheet, 0, *(None if share is None else 100 * share for share in shares)))
        for name, n, *shares in cells
    )
    return FigureTable(columns, rows)


def _perception(figure: PerceptionFigure, sheet: Sheet) -> FigureTable:
    columns = _columns(
        sheet,
        FigureNotice.COLUMN_PILLAR,
        FigureNotice.COLUMN_RATING,
        FigureNotice.COLUMN_FROM,
        FigureNotice.COLUMN_TO,
        FigureNotice.COLUMN_OWN,
        FigureNotice.COLUMN_SCORE_GAP,
        FigureNotice.COLUMN_VERDICT,
    )
    return FigureTable(
        columns,
        tuple(
            (
                row.name or row.label,
                *_numbers(sheet, 1, row.rating, row.low, row.high, row.own, row.gap),
                perception_word(sheet, row),
            )
            for row in figure.rows
        ),
    )


def _numbers(sheet: Sheet, decimals: int, *values: float | None) -> tuple[str, ...]:
    return tuple("" if value is None else sheet.style.number(value, decimals) for value in values)
