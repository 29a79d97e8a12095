"""The sheet on how well we do: importance against performance, and our own scores against the customers'."""

from typing import Any

from cxsurvey.analysis import Analysis
from cxsurvey.export.native_charts import map_chart, perception_chart
from cxsurvey.export.sheet import Area, Cell, Column, Look, Sheet, Words
from cxsurvey.export.wording import named
from cxsurvey.figures import PERCEPTION_CODES, quadrant_code
from cxsurvey.figures.heads import customers_head
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.notices.workbook import WorkbookNotice as W
from cxsurvey.performance import Performance, PillarPerformance
from cxsurvey.project import Project


def performance_sheet(workbook: Any, project: Project, analysis: Analysis, words: Words) -> None:
    """Sentences; the map's numbers with Excel's own chart; the gaps to our own scores with another."""
    performance, title = analysis.performance, named(F.PERFORMANCE_TITLE)
    n = analysis.adequacy.n if performance is None else performance.n
    sheet = Sheet(workbook, "Performance", customers_head(project, "Performance", n, title, title, title), words)
    if performance is None:
        sheet.line(named(W.NO_RATINGS))
        return
    for sentence in performance.sentences:
        sheet.line(sentence)
    sheet.row += 1
    area = _map(sheet, performance)
    spoken = sheet.say(performance.sentences[0])
    if performance.importance_line is not None:
        sheet.chart(map_chart(sheet, area, performance), spoken)
    sheet.section(named(F.PERCEPTION_TITLE))
    gaps = _gaps(sheet, performance)
    if any(pillar.mean is not None for pillar in performance.pillars):
        sheet.chart(perception_chart(sheet, gaps, any(p.own is not None for p in performance.pillars)), spoken)


def _map(sheet: Sheet, performance: Performance) -> Area:
    columns = (
        Column(named(F.COLUMN_PILLAR), width=46), Column(named(F.COLUMN_IMPORTANCE), Look.ONE, 12),
        Column(named(F.COLUMN_FROM), Look.ONE, 9), Column(named(F.COLUMN_TO), Look.ONE, 9),
        Column(named(F.COLUMN_RATING), Look.TWO, 12), Column(named(F.COLUMN_FROM), Look.TWO, 9),
        Column(named(F.COLUMN_TO), Look.TWO, 9), Column(named(F.COLUMN_ANSWERS), Look.WHOLE, 10),
        Column(named(F.COLUMN_QUADRANT), Look.BESIDE, 22), Column(named(F.COLUMN_CERTAINTY), Look.PERCENT, 12),
    )  # fmt: skip
    return sheet.table(columns, [_map_row(pillar) for pillar in performance.pillars])


def _map_row(pillar: PillarPerformance) -> list[Cell]:
    code = quadrant_code(pillar)
    return [
        pillar.name, pillar.score, pillar.score_low, pillar.score_high, pillar.mean, pillar.low, pillar.high, pillar.n,
        named(code) if code else None, pillar.certainty,
    ]  # fmt: skip


def _gaps(sheet: Sheet, performance: Performance) -> Area:
    columns = (
        Column(named(F.COLUMN_PILLAR), width=46), Column(named(F.COLUMN_RATING), Look.TWO, 12),
        Column(named(F.COLUMN_OWN), Look.TWO, 12), Column(named(F.COLUMN_SCORE_GAP), Look.TWO, 12),
        Column(named(F.COLUMN_FROM), Look.TWO, 9), Column(named(F.COLUMN_TO), Look.TWO, 9),
        Column(named(W.P_ADJUSTED), Look.FOUR, 12), Column(named(F.COLUMN_VERDICT), Look.BESIDE, 22),
        Column(named(W.MARGIN_BELOW), Look.TWO, 12), Column(named(W.MARGIN_ABOVE), Look.TWO, 12),
    )  # fmt: skip
    return sheet.table(columns, [_gap_row(pillar) for pillar in performance.pillars])


def _gap_row(pillar: PillarPerformance) -> list[Cell]:
    mean, low, high = pillar.mean, pillar.low, pillar.high
    return [
        pillar.name, mean, pillar.own, pillar.gap, pillar.gap_low, pillar.gap_high, _p_value(pillar.p_adjusted),
        named(PERCEPTION_CODES[pillar.perception]) if pillar.perception else None,
        None if mean is None or low is None else mean - low, None if mean is None or high is None else high - mean,
    ]  # fmt: skip


def _p_value(p_value: float | None) -> Cell:
    """No p is ever nought, so a tiny one is not shown as a number that rounds to it."""
    return "< 0.001" if p_value is not None and p_value < 0.001 else p_value
