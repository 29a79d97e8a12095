"""Icons are plain drawings in one replaceable colour, all of one weight, with their licence beside them."""

from xml.etree import ElementTree

import pytest

from cxsurvey.resources import list_names, read_text

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect"}
OWN = "app.svg"  # the application's own mark keeps its colours
ICONS = [name for name in list_names("icons") if name.endswith(".svg")]
NAMED_BY_THE_DESIGN = (
    "clipboard-list", "list-ordered", "file-spreadsheet", "shield-check", "git-compare-arrows",
    "target", "file-text", "circle-check", "triangle-alert", "circle-alert", "info", "circle",
    "chevron-right", "undo-2", "redo-2", "copy", "download", "upload", "search", "check", "x",
    "users", "settings", "circle-help", "sun", "moon", "grip-vertical", "sparkles",
)


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_holds_shapes_only(name):
    root = ElementTree.fromstring(read_text("icons", name))
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in DRAWN
        assert not any("href" in key or key.startswith("on") or "url(" in value for key, value in element.items())
    side = float(root.get("width"))
    assert root.get("height") == root.get("width")
    assert [float(part) for part in root.get("viewBox").split()] == [0, 0, side, side]


@pytest.mark.parametrize("name", [name for name in ICONS if name != OWN])
def test_an_icon_takes_its_colour_and_weight_from_its_root(name):
    root = ElementTree.fromstring(read_text("icons", name))
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    for element in list(root.iter())[1:]:
        assert element.get("stroke") is None
        assert element.get("fill") in (None, "none", "currentColor")


def test_every_icon_the_design_names_is_shipped_with_the_licence():
    assert {f"{name}.svg" for name in NAMED_BY_THE_DESIGN} | {OWN} <= set(ICONS)
    assert "ISC License" in read_text("icons", "Lucide-ISC.txt")
