"""Chart data on how well we do: the map of importance and performance, our own scores against the customers'."""

from collections.abc import Iterable

from cxsurvey.analysis import Analysis
from cxsurvey.answer_formats import POINTS
from cxsurvey.figures.heads import customers_head, is_weighted, percent, told
from cxsurvey.figures.values import MapAxis, MapFigure, MapPoint, PerceptionFigure, PerceptionRow
from cxsurvey.notices import Notice
from cxsurvey.notices.figures import FigureNotice
from cxsurvey.performance import Perception, PillarPerformance, Quadrant
from cxsurvey.performance_headlines import rounded_gap
from cxsurvey.project import Project

QUADRANT_CODES = {
    Quadrant.FIX_FIRST: FigureNotice.QUADRANT_FIX,
    Quadrant.KEEP_UP: FigureNotice.QUADRANT_KEEP,
    Quadrant.LOW_PRIORITY: FigureNotice.QUADRANT_LOW,
    Quadrant.OVER_SERVED: FigureNotice.QUADRANT_OVER,
}
PERCEPTION_CODES = {
    Perception.OVER_RATED: FigureNotice.WE_OVER_RATE,
    Perception.UNDER_RATED: FigureNotice.WE_UNDER_RATE,
    Perception.ALIKE: FigureNotice.NO_PROVEN_GAP,
}

QUADRANTS = (FigureNotice.QUADRANT_FIX, FigureNotice.QUADRANT_KEEP, FigureNotice.QUADRANT_LOW,
             FigureNotice.QUADRANT_OVER)  # as they lie on the map

NAMED = 3  # pillars named in a finding; more are not read


def quadrant_code(pillar: PillarPerformance) -> FigureNotice | None:
    """The words for where a pillar lies: its quadrant, or "on the line"; ``None`` with too few answers."""
    if pillar.quadrant is None:
        return None
    return QUADRANT_CODES[pillar.quadrant] if pillar.placed else FigureNotice.ON_THE_LINE


def performance_figure(project: Project, analysis: Analysis) -> MapFigure | None:
    """The map; ``None`` unless some pillar has enough answers on importance and on performance."""
    performance = analysis.performance
    if performance is None or performance.importance_line is None or performance.performance_line is None:
        return None
    labels = {pillar.key: pillar.short for pillar in project.pillars}
    points = tuple(point for pillar in performance.pillars if (point := _point(pillar, labels[pillar.key])) is not None)
    if not points:
        return None
    target = performance.target is not None
    caption = FigureNotice.PERFORMANCE_CAPTION_TARGET if target else FigureNotice.PERFORMANCE_CAPTION
    head = customers_head(
        project, "performance", performance.n, told(FigureNotice.PERFORMANCE_TITLE),
        told(caption, sure=percent(performance.confidence)), _map_finding(points),
        weighted=is_weighted(analysis),
    )
    line_name = FigureNotice.LINE_TARGET if target else FigureNotice.LINE_MEAN
    across = MapAxis(
        FigureNotice.AXIS_PERFORMANCE, FigureNotice.POINT_PERFORMANCE, FigureNotice.COLUMN_RATING,
        performance.performance_line, line_name, 1, 5, 0.5, 1,
    )
    upwards = importance_axis(performance.importance_line, analysis.adequacy.format)
    return MapFigure(head, points, across, upwards, QUADRANTS)


def importance_axis(line: float, kind: str) -> MapAxis:
    """Priority scores upwards; of points shared out, whose means lie close together, in smaller steps."""
    if kind == POINTS:
        return MapAxis(
            FigureNotice.AXIS_POINTS, FigureNotice.POINT_IMPORTANCE, FigureNotice.COLUMN_IMPORTANCE, line,
            FigureNotice.LINE_MEAN, 0, 100, 5, 1,
        )
    return MapAxis(
        FigureNotice.AXIS_IMPORTANCE, FigureNotice.POINT_IMPORTANCE, FigureNotice.COLUMN_IMPORTANCE, line,
        FigureNotice.LINE_MEAN, 0, 100, 10, 0,
    )


def perception_figure(project: Project, analysis: Analysis) -> PerceptionFigure | None:
    """Customers' ratings and our own scores, in the customers' order; ``None`` where no rating may be shown."""
    performance = analysis.performance
    if performance is None or all(pillar.mean is None for pillar in performance.pillars):
        return None
    labels = {pillar.key: pillar.short for pillar in project.pillars}
    rows = tuple(
        PerceptionRow(
            pillar.key, labels[pillar.key], pillar.mean, pillar.low, pillar.high, pillar.n, pillar.own, pillar.own_n,
            None if pillar.gap is None else rounded_gap(pillar), pillar.gap_low, pillar.gap_high, pillar.perception,
            pillar.name,
        )
        for pillar in performance.pillars
    )
    alone = all(row.own is None for row in rows)
    title = FigureNotice.PERCEPTION_TITLE_ALONE if alone else FigureNotice.PERCEPTION_TITLE
    caption = FigureNotice.PERCEPTION_CAPTION_ALONE if alone else FigureNotice.PERCEPTION_CAPTION
    head = customers_head(
        project, "perception", performance.n, told(title), told(caption, sure=percent(performance.confidence)),
        _perception_finding(rows), weighted=is_weighted(analysis),
    )
    return PerceptionFigure(head, rows)


def _point(pillar: PillarPerformance, label: str) -> MapPoint | None:
    ends = (pillar.mean, pillar.low, pillar.high, pillar.score, pillar.score_low, pillar.score_high)
    mean, low, high, score, score_low, score_high = (0.0 if end is None else end for end in ends)
    if pillar.quadrant is None or pillar.certainty is None:
        return None
    return MapPoint(
        pillar.key, label, mean, low, high, score, score_low, score_high, QUADRANT_CODES[pillar.quadrant],
        pillar.certainty, pillar.placed, pillar.name, pillar.placed and pillar.quadrant is Quadrant.FIX_FIRST,
    )


def _map_finding(points: tuple[MapPoint, ...]) -> Notice:
    names = ", ".join(point.name for point in points if point.stressed)
    return told(FigureNotice.PERFORMANCE_FIX, names=names) if names else told(FigureNotice.PERFORMANCE_NOTHING)


def _perception_finding(rows: tuple[PerceptionRow, ...]) -> Notice:
    """Proven gaps first; where there are none, what may be said instead."""
    rated = sorted((row.rating, row.name) for row in rows if row.rating is not None)
    ends: dict[str, str | float] = {"high": rated[-1][1], "low": rated[0][1]}
    if all(row.own is None for row in rows):
        return told(FigureNotice.PERCEPTION_ALONE, **ends)
    tested = [row for row in rows if row.perception is not None]
    if not tested:
        return told(FigureNotice.PERCEPTION_FEW, **ends)
    over = _widest(row for row in tested if row.proven and row.perception is Perception.OVER_RATED)
    under = _widest(row for row in tested if row.proven and row.perception is Perception.UNDER_RATED)
    values: dict[str, str | float] = {
        "k": len(tested), "n_over": len(over), "n_under": len(under),
        "over": ", ".join(over[:NAMED]), "under": ", ".join(under[:NAMED]),
    }
    if over and under:
        return told(FigureNotice.PERCEPTION_BOTH, **values)
    if over:
        return told(FigureNotice.PERCEPTION_OVER, **values)
    return told(FigureNotice.PERCEPTION_UNDER if under else FigureNotice.PERCEPTION_ALIKE, **values)


def _widest(rows: Iterable[PerceptionRow]) -> list[str]:
    """Names, the widest gap first."""
    return [row.name for row in sorted(rows, key=lambda row: -abs(row.gap or 0))]
