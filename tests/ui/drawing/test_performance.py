"""The map of importance and performance, and our own scores against the customers'."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF

from cxsurvey.figures import perception_figure, performance_figure
from cxsurvey.internal import InternalView
from cxsurvey.notices import english
from tests.study_values import study_analysis, study_project
from tests.ui.drawing.conftest import hard_figures
from tests.ui.drawing.test_layout import meeting, outside, texts
from ui.drawing.frame import compose, natural_height
from ui.drawing.marks import DiamondMark, DotMark, LineMark
from ui.drawing.placing import Wanted, apart, place_labels
from ui.drawing.style import Style
from ui.drawing.table import figure_table
from ui.theme import LIGHT


def heap(k):
    """All pillars in one spot, without any spread: the worst for labels."""
    project = study_project(tuple(f"Pillar number {number}" for number in range(k)))
    analysis = study_analysis(project, ratings=(3.5,))
    rows = tuple(
        replace(row, score=50.0, score_low=50.0, score_high=50.0, low=3.5, high=3.5)
        for row in analysis.performance.pillars
    )
    performance = replace(analysis.performance, pillars=rows, importance_line=50.0)
    return performance_figure(project, replace(analysis, performance=performance))


def said(sheet):
    return " ".join(mark.text for mark in texts(sheet))


@pytest.mark.parametrize("size", [(480, 320), (760, 560), (1100, 420), (620, 1500)], ids=str)
@pytest.mark.parametrize("k", [3, 10, 20])
def test_every_name_stands_whole_on_the_map(k, size):
    for figure in (heap(k), next(one for one in hard_figures(k) if one.head.key == "performance")):
        sheet = compose(figure, *size, Style(), english, framed=False)
        assert meeting(sheet) == []
        assert outside(sheet) == []
        shown = said(sheet).replace(" ", "")
        for point in figure.points:
            # A name that ends left of its point is laid line by line too, so its words stand in order.
            assert point.label.replace(" ", "") in shown


def test_no_label_covers_a_dot_and_no_two_dots_cover_each_other():
    sheet = compose(heap(20), 760, 600, Style(), english, framed=False)
    dots = [mark for mark in sheet.marks if isinstance(mark, DotMark) and mark.colour == LIGHT.customers][-20:]
    for dot in dots:
        reach = QRectF(dot.centre - QPointF(5, 5), dot.centre + QPointF(5, 5))
        assert not any(mark.rect.intersects(reach) for mark in texts(sheet))
    for one, two in itertools.pairwise(dots):
        assert (one.centre - two.centre).manhattanLength() > 6


def test_what_is_on_the_line_is_hollow_and_what_is_placed_is_not():
    project = study_project()
    figure = performance_figure(project, study_analysis(project))
    hollow = [point for point in figure.points if not point.placed]
    assert 0 < len(hollow) < 10
    sheet = compose(figure, 900, 600, Style(), english, framed=False)
    inner = [mark for mark in sheet.marks if isinstance(mark, DotMark) and mark.colour == LIGHT.surface]
    assert len(inner) == len(hollow) + 1  # and the one in the key
    spots = " ".join(spot.text for spot in sheet.spots)
    assert "On the line; most likely" in spots
    assert "% sure)" in spots


def test_points_lie_in_the_quadrant_they_are_named_for():
    project = study_project()
    figure = performance_figure(project, study_analysis(project))
    sheet = compose(figure, 900, 600, Style(), english, framed=False)
    for name in ("Fix first", "Keep up", "Low priority", "Possibly over-served"):
        assert name in said(sheet)
    dashed = [mark.line for mark in sheet.marks if isinstance(mark, LineMark) and mark.dashed]
    (upright,) = [line for line in dashed if line.dx() == 0]
    (level,) = [line for line in dashed if line.dy() == 0]
    rooms = {spot.text.split("\n")[0]: spot for spot in sheet.spots if spot.rect.width() < 20}
    for point in figure.points:
        centre = rooms[point.name].rect.center()
        assert (centre.x() > upright.x1()) == (point.x > figure.across.line)
        assert (centre.y() < level.y1()) == (point.y > figure.up.line)


def test_a_target_far_from_all_points_leaves_out_the_names_of_quadrants_that_are_hardly_there():
    project = study_project()
    analysis = study_analysis(project)
    performance = replace(analysis.performance, target=5.0, performance_line=5.0)
    figure = performance_figure(project, replace(analysis, performance=performance))
    sheet = compose(figure, 700, 500, Style(), english)
    assert "target 5.0" in said(sheet)
    assert "Keep up" not in said(sheet)
    assert "our target" in english(figure.head.caption)
    assert meeting(sheet) == []


def test_without_enough_answers_there_is_no_map_but_what_customers_say():
    project = study_project()
    analysis = study_analysis(project)
    rows = tuple(replace(row, quadrant=None, certainty=None) for row in analysis.performance.pillars)
    few = replace(analysis, performance=replace(analysis.performance, pillars=rows))
    assert performance_figure(project, few) is None
    assert perception_figure(project, few) is not None
    assert performance_figure(project, replace(analysis, performance=None)) is None
    assert perception_figure(project, replace(analysis, performance=None)) is None


def test_the_dumbbell_says_who_over_rates_what_and_by_how_much():
    project = study_project()
    figure = perception_figure(project, study_analysis(project))
    sheet = compose(figure, 800, natural_height(figure, 800, Style(), english), Style(), english)
    proven = [row for row in figure.rows if row.proven]
    assert proven
    assert said(sheet).count("We over-rate it") + said(sheet).count("We under-rate it") == len(proven)
    assert f"by {abs(proven[0].gap):.1f}" in said(sheet)
    assert "ourselves" in english(figure.head.description)
    assert sum(isinstance(mark, DiamondMark) for mark in sheet.marks) == len(figure.rows) + 1


def test_without_scores_of_our_own_the_dumbbell_shows_the_ratings_alone():
    project = replace(study_project(), internal=InternalView())
    figure = perception_figure(project, study_analysis(project))
    sheet = compose(figure, 800, 500, Style(), english)
    assert not any(isinstance(mark, DiamondMark) for mark in sheet.marks)
    assert "have not scored ourselves yet" in english(figure.head.description)
    assert "3.7" in said(sheet)


def test_a_pillar_with_too_few_ratings_is_said_to_have_them():
    project = study_project()
    analysis = study_analysis(project)
    first, *others = analysis.performance.pillars
    hidden = replace(first, mean=None, low=None, high=None, gap=None, gap_low=None, gap_high=None, perception=None)
    performance = replace(analysis.performance, pillars=(hidden, *others))
    figure = perception_figure(project, replace(analysis, performance=performance))
    sheet = compose(figure, 800, 500, Style(), english)
    assert "Too few ratings" in said(sheet)
    assert figure_table(figure, english).rows[0][1] == ""


def test_tables_hold_the_numbers_and_the_words():
    project = study_project()
    analysis = study_analysis(project)
    on_map = figure_table(performance_figure(project, analysis), english)
    assert on_map.columns[0] == "Pillar"
    assert on_map.rows[0][:3] == ("Customer service", "100.0", "97.0")
    assert {row[-1] for row in on_map.rows} <= {
        "Fix first", "Keep up", "Low priority", "Possibly over-served", "On the line",
    }  # fmt: skip
    gaps = figure_table(perception_figure(project, analysis), english)
    assert len(gaps.rows) == 10
    for row in gaps.rows:
        assert float(row[5]) == pytest.approx(float(row[4]) - float(row[1]), abs=1e-9)


def test_labels_that_find_no_room_are_told_and_points_that_meet_move_apart_inside():
    plot = QRectF(0, 0, 100, 40)
    wanted = [Wanted(QPointF(50, 20), 90, 30, 5)] * 2
    placed = place_labels(wanted, [], [], plot)
    assert placed[1] is None or not placed[0].intersects(placed[1])
    assert placed.count(None) == 1
    moved = apart([QPointF(0, 0)] * 3, 10, plot)
    assert all(plot.contains(point) for point in moved)
    assert min((moved[a] - moved[b]).manhattanLength() for a, b in ((0, 1), (0, 2), (1, 2))) > 8
