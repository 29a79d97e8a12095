"""Excel's own charts over the cells of our tables, so that the reader can restyle them."""

import math
from typing import Any

from cxsurvey.export.sheet import COMPANY, CUSTOMERS, LINE, TEXT_2, Area, Sheet
from cxsurvey.export.wording import named
from cxsurvey.notices.figures import FigureNotice as F
from cxsurvey.performance import Performance

QUIET = {"font": {"color": TEXT_2}, "name_font": {"color": TEXT_2, "bold": False}}
GRID = {"visible": True, "line": {"color": LINE}}
SERIES = ("#0A66C2", "#C2570C", "#1B7A43", "#7A3E9D", "#8A5A00", "#4A5465", "#B3261E", "#2B8C8C", "#93BCE6", "#1A1F29")
PILLAR, PLACE, OURS, BETTER, WORSE = 0, 1, 6, 9, 10  # columns of the table of the order


def dumbbell_chart(sheet: Sheet, area: Area, k: int, with_company: bool) -> Any:
    """Customers' place with its range as error bars, our place as a diamond, a line between the two."""
    chart = sheet.workbook.add_chart({"type": "line"})
    chart.add_series({
        **_points(area, PILLAR, PLACE, CUSTOMERS, "circle"),
        "y_error_bars": {
            "type": "custom", "plus_values": _range(area, WORSE), "minus_values": _range(area, BETTER),
            "line": {"color": CUSTOMERS, "width": 5, "transparency": 65}, "end_style": 0,
        },
    })  # fmt: skip
    if with_company:
        chart.add_series(_points(area, PILLAR, OURS, COMPANY, "diamond"))
        chart.set_high_low_lines({"line": {"color": TEXT_2, "width": 1}})
    _places_axes(sheet, chart, k)
    return chart


def cohorts_chart(sheet: Sheet, area: Area, n_cohorts: int, k: int) -> Any:
    """A line for each pillar through its places in the cohorts."""
    chart = sheet.workbook.add_chart({"type": "line"})
    first, last = 2, 1 + n_cohorts
    for number, row in enumerate(range(area.first, area.last + 1)):
        colour = SERIES[number % len(SERIES)]
        chart.add_series({
            "name": [area.sheet, row, 0],
            "categories": [area.sheet, area.first - 1, first, area.first - 1, last],
            "values": [area.sheet, row, first, row, last],
            "line": {"color": colour, "width": 2.25},
            "marker": {"type": "circle", "size": 7, "fill": {"color": colour}, "border": {"color": "#FFFFFF"}},
        })  # fmt: skip
    _places_axes(sheet, chart, k)
    chart.set_legend({"position": "right", "font": {"color": TEXT_2}})
    return chart


def shares_chart(sheet: Sheet, area: Area, number: str = "0%") -> Any:
    """Bars of the shares with their intervals, the largest on top."""
    chart = sheet.workbook.add_chart({"type": "bar"})
    chart.add_series({
        "name": area.heading(1), "categories": area.column(0), "values": area.column(1),
        "fill": {"color": CUSTOMERS}, "gap": 60,
        "y_error_bars": {
            "type": "custom", "plus_values": _range(area, 5), "minus_values": _range(area, 4),
            "line": {"color": TEXT_2, "width": 1.25},
        },
    })  # fmt: skip
    chart.set_y_axis({"reverse": True, **QUIET})
    start = {"min": 0} if number.endswith("%") else {}
    chart.set_x_axis({**start, "num_format": number, "major_gridlines": GRID, "label_position": "high", **QUIET})
    chart.set_legend({"none": True})
    return chart


def scores_chart(sheet: Sheet, area: Area, pillar: int, score: int) -> Any:
    """Bars of our own mean scores, 1 to 5."""
    chart = sheet.workbook.add_chart({"type": "bar"})
    chart.add_series({
        "name": area.heading(score), "categories": area.column(pillar), "values": area.column(score),
        "fill": {"color": COMPANY}, "gap": 60, "data_labels": {"value": True, "num_format": "0.0"},
    })  # fmt: skip
    chart.set_y_axis({"reverse": True, **QUIET})
    scale = {"min": 1, "max": 5, "major_unit": 1, "num_format": "0"}
    chart.set_x_axis({**scale, "major_gridlines": GRID, "label_position": "high", **QUIET})
    chart.set_legend({"none": True})
    return chart


def map_chart(sheet: Sheet, area: Area, performance: Performance) -> Any:
    """Importance over performance, each pillar named; the axes cross where the quadrants meet."""
    importance_line, performance_line = performance.importance_line or 50.0, performance.performance_line or 3.0
    ratings = [performance_line, *(pillar.mean for pillar in performance.pillars if pillar.mean is not None)]
    scores = [importance_line, *(pillar.score for pillar in performance.pillars if pillar.score is not None)]
    left, right = max(1.0, math.floor(2 * min(ratings)) / 2), min(5.0, math.ceil(2 * max(ratings)) / 2)
    low, high = max(0, 10 * math.floor(min(scores) / 10)), min(100, 10 * math.ceil(max(scores) / 10))
    if left == right:  # everyone alike: an axis needs two ends
        left, right = left - 0.5, right + 0.5
    if low == high:
        low, high = low - 10, high + 10
    chart = sheet.workbook.add_chart({"type": "scatter"})
    places = ("above", "below")  # in turn, so that neighbours in importance keep apart
    for row in range(area.first, area.last + 1):  # a series each: its name is the one label every program shows
        chart.add_series({
            "name": [area.sheet, row, 0], "categories": [area.sheet, row, 4, row, 4],
            "values": [area.sheet, row, 1, row, 1],
            "marker": {"type": "circle", "size": 9, "fill": {"color": CUSTOMERS}, "border": {"color": "#FFFFFF"}},
            "data_labels": {
                "series_name": True, "value": False, "position": places[row % 2],
                "font": {"color": TEXT_2, "size": 8},
            },
        })  # fmt: skip
    outside = {"label_position": "low", "major_gridlines": GRID, **QUIET}
    chart.set_x_axis({
        "name": sheet.say(named(F.AXIS_PERFORMANCE)), "min": left, "max": right, "major_unit": 0.5,
        "num_format": "0.0", "crossing": round(performance_line, 4), **outside,
    })  # fmt: skip
    chart.set_y_axis({
        "name": sheet.say(named(F.AXIS_IMPORTANCE)), "min": low, "max": high, "major_unit": 10, "num_format": "0",
        "crossing": round(importance_line, 4), **outside,
    })  # fmt: skip
    chart.set_legend({"none": True})
    return chart


def perception_chart(sheet: Sheet, area: Area, with_company: bool) -> Any:
    """Customers' mean rating with its range as error bars, our own score as a diamond, a line between the two."""
    chart = sheet.workbook.add_chart({"type": "line"})
    chart.add_series({
        **_points(area, 0, 1, CUSTOMERS, "circle"),
        "y_error_bars": {
            "type": "custom", "plus_values": _range(area, 9), "minus_values": _range(area, 8),
            "line": {"color": CUSTOMERS, "width": 5, "transparency": 65}, "end_style": 0,
        },
    })  # fmt: skip
    if with_company:
        chart.add_series(_points(area, 0, 2, COMPANY, "diamond"))
        chart.set_high_low_lines({"line": {"color": TEXT_2, "width": 1}})
    chart.set_y_axis({"min": 1, "max": 5, "major_unit": 1, "num_format": "0", "major_gridlines": GRID, **QUIET})
    chart.set_x_axis({**QUIET})
    chart.set_legend({"position": "bottom", "font": {"color": TEXT_2}})
    return chart


def _points(area: Area, categories: int, values: int, colour: str, mark: str) -> dict[str, Any]:
    """A series of marks without a line."""
    return {
        "name": area.heading(values), "categories": area.column(categories), "values": area.column(values),
        "line": {"none": True},
        "marker": {"type": mark, "size": 9, "fill": {"color": colour}, "border": {"color": "#FFFFFF"}},
    }  # fmt: skip


def _places_axes(sheet: Sheet, chart: Any, k: int) -> None:
    """Place 1 at the top, names below."""
    chart.set_y_axis({
        "reverse": True, "min": 1, "max": k, "major_unit": 1, "num_format": "0", "major_gridlines": GRID,
        "name": sheet.say(named(F.ONE_IS_MOST)), **QUIET,
    })  # fmt: skip
    chart.set_x_axis({"label_position": "high", **QUIET})
    chart.set_legend({"position": "bottom", "font": {"color": TEXT_2}})


def _range(area: Area, column: int) -> str:
    """A column's cells as error bars want them, which take no list."""
    from xlsxwriter.utility import xl_range_abs

    left = area.left + column
    return f"={area.sheet}!{xl_range_abs(area.first, left, area.last, left)}"
