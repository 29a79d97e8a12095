"""Labels never collide and are never cut off, whatever the names, the sizes and the zoom."""

import itertools
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF

from cxsurvey.notices import english
from tests.ui.drawing.conftest import hard_figures
from ui.drawing.axis import shown_ticks
from ui.drawing.colour import contrast, ink_on
from ui.drawing.frame import compose, least_size, natural_height
from ui.drawing.heat import seq_step
from ui.drawing.marks import BoxMark, DiamondMark, DotMark, LineMark, TextMark, hatch_lines
from ui.drawing.style import Style
from ui.drawing.text import elide, spread, wrap
from ui.theme import DARK, LIGHT

SIZES = [(480, 320), (760, 560), (1100, 420), (620, 1500), (2400, 1600)]


def texts(sheet):
    return [mark for mark in sheet.marks if isinstance(mark, TextMark)]


def meeting(sheet):
    """Pairs of labels whose rectangles overlap by more than half a pixel."""
    found = []
    for mark in texts(sheet):
        rect = mark.rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if rect.isValid():
            found.append((rect.top(), rect.bottom(), rect.left(), rect.right(), mark.text))
    found.sort()
    pairs = []
    for at, (_, bottom, left, right, text) in enumerate(found):
        for top, _, its_left, its_right, other in found[at + 1 :]:
            if top >= bottom:
                break  # all further ones are below
            if its_left < right and left < its_right:
                pairs.append((text, other))
    return pairs


def test_labels_that_overlap_are_seen_to_meet():
    def label(x, y, width, height):
        return SimpleNamespace(marks=[TextMark(QRectF(x, y, width, height), f"{x} {y}", "body", "#000000")])

    def meet(*places):
        return bool(meeting(SimpleNamespace(marks=[mark for place in places for mark in label(*place).marks])))

    assert meet((0, 0, 50, 20), (40, 10, 50, 20))
    assert meet((40, 10, 50, 20), (0, 0, 50, 20))
    assert meet((0, 0, 90, 90), (300, 0, 9, 9), (10, 10, 5, 5))
    assert not meet((0, 0, 50, 20), (50.2, 0, 50, 20))
    assert not meet((0, 0, 50, 20), (0, 20.2, 50, 20))


def outside(sheet):
    canvas = QRectF(0, 0, sheet.width, sheet.height).adjusted(-0.5, -0.5, 0.5, 0.5)
    return [mark.text for mark in texts(sheet) if not canvas.contains(mark.rect)]


@pytest.mark.parametrize("k", [3, 4, 10, 15, 20])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.5])
def test_no_two_labels_meet_and_none_leaves_the_canvas(k, size, zoom):
    for figure in hard_figures(k):
        for framed in (True, False):
            sheet = compose(figure, *size, Style(LIGHT, zoom), english, framed)
            assert meeting(sheet) == [], figure.head.key
            assert outside(sheet) == [], figure.head.key


def test_at_the_least_size_or_above_nothing_is_scaled_down():
    style = Style(LIGHT, 1.2)
    for figure in hard_figures(12):
        least = least_size(figure, style, english)
        sheet = compose(figure, least.width(), least.height(), style, english, framed=False)
        assert sheet.width == pytest.approx(least.width())
        assert sheet.height == pytest.approx(least.height())
        assert natural_height(figure, least.width(), style, english, framed=False) >= least.height()


def test_below_the_least_size_the_whole_chart_keeps_its_shape_and_shrinks():
    for figure in hard_figures(20):
        sheet = compose(figure, 480, 320, Style(), english)
        assert sheet.width / sheet.height == pytest.approx(1.5, rel=1e-6)
        assert sheet.width > 480


def test_marks_too_stay_on_the_canvas():
    for figure in hard_figures(9):
        sheet = compose(figure, 700, 520, Style(DARK), english)
        canvas = QRectF(0, 0, sheet.width, sheet.height).adjusted(-1, -1, 1, 1)
        for mark in sheet.marks:
            match mark:
                case DotMark() | DiamondMark():
                    reach = mark.radius
                    x, y = mark.centre.x(), mark.centre.y()
                    assert canvas.contains(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
                case LineMark():
                    assert canvas.contains(mark.line.p1())
                    assert canvas.contains(mark.line.p2())
                case BoxMark():
                    assert canvas.contains(mark.rect)


def test_a_cut_name_keeps_its_whole_text_for_the_tooltip():
    sheet = compose(hard_figures(5)[0], 480, 400, Style(), english)
    cut = [mark for mark in texts(sheet) if mark.text.endswith("\u2026")]
    assert cut
    assert all(len(mark.full) > len(mark.text) for mark in cut)
    assert any("human is needed at once" in spot.text for spot in sheet.spots)


def test_the_frame_carries_title_caption_source_and_caveat(figures):
    for figure in figures:
        said = " ".join(mark.text for mark in texts(compose(figure, 900, 700, Style(), english)))
        for part in (figure.head.title, figure.head.caption, figure.head.caveat, *figure.head.source[:3]):
            assert english(part) in said, figure.head.key
        assert " 2026 to " in said


def test_what_is_hidden_is_said_nowhere_in_the_chart():
    heat = next(figure for figure in hard_figures(6) if figure.head.key == "generations")
    sheet = compose(heat, 900, 600, Style(), english)
    hidden = [spot.text for spot in sheet.spots if spot.text.startswith("65+") or "\n65+" in spot.text]
    assert hidden
    assert not any("n = " in text or "place" in text for text in hidden)


def test_dot_and_diamond_of_one_place_stand_apart(figures):
    sheet = compose(figures[0], 800, 600, Style(), english)
    dots = [mark for mark in sheet.marks if isinstance(mark, DotMark)]
    diamonds = [mark for mark in sheet.marks if isinstance(mark, DiamondMark)]
    for dot in dots:
        for diamond in diamonds:
            apart = dot.centre - diamond.centre
            assert (apart.x() ** 2 + apart.y() ** 2) ** 0.5 >= 13.9


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_stand_out_from_every_cell(tokens):
    assert all(contrast(ink_on(fill, tokens), fill) >= 4.5 for fill in tokens.seq)


def test_the_first_place_has_the_strongest_colour_and_the_last_the_weakest():
    assert [seq_step(place, 10, 6) for place in range(1, 11)] == [5, 4, 4, 3, 3, 2, 2, 1, 1, 0]


@pytest.mark.parametrize(
    ("wanted", "low", "high", "expected"),
    [
        ([], 0, 10, []),
        ([5.0], 0, 10, [5.0]),
        ([0.0, 5.0, 10.0], 0, 10, [0.0, 5.0, 10.0]),
        ([5.0, 5.0], 0, 10, [4.0, 6.0]),
        ([0.0, 0.0, 9.0], 0, 10, [0.0, 2.0, 9.0]),
        ([10.0, 10.0], 0, 10, [8.0, 10.0]),
        ([1.0, 1.0, 1.0], 0, 3, [0.0, 1.5, 3.0]),
    ],
)
def test_labels_that_meet_move_apart_as_little_as_can_be(wanted, low, high, expected):
    assert spread(wanted, 2.0, low, high) == pytest.approx(expected)


def test_axis_numbers_keep_both_ends_and_never_touch():
    for count in range(1, 21):
        for spacing in (4, 9, 14, 30):
            ticks = shown_ticks(count, spacing, 20)
            assert (ticks[0], ticks[-1]) == (1, count)
            if (count - 1) * spacing >= 20:
                assert all((b - a) * spacing >= 20 for a, b in itertools.pairwise(ticks))


def test_text_is_broken_within_its_room_and_loses_nothing():
    style = Style()
    text = "One two three four five six seven " * 4
    lines = wrap(text, "caption", 120, style)
    assert " ".join(lines).split() == text.split()
    assert all(style.width(line, "caption") <= 121 for line in lines)
    assert len(wrap(text, "caption", 120, style, 2)) == 2
    assert wrap(text, "caption", 120, style, 2)[1].endswith("\u2026")


def test_text_that_fits_is_not_cut():
    assert elide("Speed", "body", 200, Style()) == "Speed"


def test_hatching_stays_inside_its_rectangle():
    room = QRectF(10, 20, 31, 17)
    lines = hatch_lines(room)
    assert lines
    assert all(room.contains(line.p1()) and room.contains(line.p2()) for line in lines)
