"""The tokens can be read and told apart by everyone; the choice of a theme is live."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from ui.theme import COLOUR_NAMES, DARK, LIGHT, SIZES, Role, Theme

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

PAGES = ("canvas", "surface", "raised", "sidebar")
STATES = ("hover", "pressed", "selected")
TEXTS = [
    *[(ink, paper) for ink in ("text", "text_2") for paper in (*PAGES, *STATES)],
    *[("text_3", paper) for paper in PAGES],
    *[("on_accent", fill) for fill in ("accent", "accent_hover", "accent_pressed")],
    *[("accent_text", paper) for paper in (*PAGES, "hover", "selected")],
    *[(state, paper) for state in ("ok", "warn", "bad", "info") for paper in ("canvas", "surface", "raised")],
    *[(state, f"{state}_bg") for state in ("ok", "warn", "bad", "info")],
    *[("text", f"{state}_bg") for state in ("ok", "warn", "bad", "info")],
    *[("accent_text", f"{state}_bg") for state in ("warn", "bad", "info", "ok")],
]
MARKS = [
    *[("line_strong", paper) for paper in ("canvas", "surface")],
    *[("focus", paper) for paper in (*PAGES, "selected")],
    *[(state, paper) for state in ("ok", "warn", "bad", "info") for paper in ("sidebar", "selected")],
    *[(side, paper) for side in ("customers", "company") for paper in ("canvas", "surface")],
]
# Tints that carry no meaning alone: page, card edge, chart grid. Cells show their number as well.
GROUNDS = {
    *PAGES, *STATES, "line", "grid", "ok_bg", "warn_bg", "bad_bg", "info_bg", "accent", "accent_hover",
    "accent_pressed", "on_dark", "on_light",
}  # fmt: skip

# Machado, Oliveira & Fernandes, IEEE TVCG 15 (2009) 1291-1298, full severity, on linear light.
SIGHTS = {
    "normal": np.eye(3),
    "red-blind": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "green-blind": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "blue-blind": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(colour):
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour, sight):
    """CIE L*a*b* (D65) of the colour as that sight sees it."""
    seen = np.clip(SIGHTS[sight] @ linear(colour), 0, 1)
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    xyz = to_xyz @ seen / [0.95047, 1.0, 1.08883]
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one, other, sight):
    """How far apart two colours are seen: CIE 1976."""
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


@BOTH
@pytest.mark.parametrize(("ink", "paper"), TEXTS)
def test_text_can_be_read_on_what_it_stands_on(tokens, ink, paper):
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5


@BOTH
@pytest.mark.parametrize(("mark", "paper"), MARKS)
def test_marks_and_control_edges_stand_out(tokens, mark, paper):
    assert contrast(getattr(tokens, mark), getattr(tokens, paper)) >= 3


@BOTH
def test_every_token_is_in_a_contrast_pair_or_is_a_ground(tokens):
    checked = {name for pair in (*TEXTS, *MARKS) for name in pair}
    assert set(COLOUR_NAMES) <= checked | GROUNDS


@BOTH
@pytest.mark.parametrize("sight", SIGHTS)
def test_chart_colours_are_told_apart_by_every_sight(tokens, sight):
    for one, other in combinations(tokens.series, 2):
        assert distance(one, other, sight) >= 15
    assert distance(tokens.customers, tokens.company, sight) >= 15


@BOTH
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_two_sides_of_a_divergence_are_told_apart(tokens, sight):
    for low, high in ((0, -1), (1, -2)):
        assert distance(tokens.div[low], tokens.div[high], sight) >= 15


@BOTH
def test_the_heat_map_goes_one_way_from_low_to_high(tokens):
    lightness = [lab(colour, "normal")[0] for colour in tokens.seq]
    assert lightness == sorted(lightness, reverse=tokens is LIGHT)


@BOTH
def test_a_number_on_any_cell_can_be_read(tokens):
    for cell in (*tokens.seq, *tokens.div):
        assert max(contrast(tokens.on_dark, cell), contrast(tokens.on_light, cell)) >= 4.5


def test_light_and_dark_switch_live_and_tell_it(qtbot, theme):
    try:
        with qtbot.waitSignal(theme.changed):
            theme.set_choice("dark")
        assert theme.is_dark
        assert theme.color("canvas") == QColor(DARK.canvas)
        label = QLabel()
        label.setProperty("shade", "warn")
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.palette().windowText().color() == QColor(DARK.warn)
    finally:
        theme.set_choice("light")
    assert not theme.is_dark


def test_zoom_scales_every_role_and_stays_within_bounds(qapp):
    theme = Theme(qapp, "light", zoom=9)
    assert theme.zoom == 1.5
    for role in Role:
        assert theme.font(role).pixelSize() == round(SIZES[role][0] * 1.5)


def test_a_system_that_does_not_answer_gives_light(qapp):
    assert Theme(qapp, "system").tokens is LIGHT
