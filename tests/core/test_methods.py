"""The sections of the methods page that the window opens."""

import ast
from pathlib import Path

import pytest

from cxsurvey.methods import method_section

UI = Path(__file__).resolve().parents[2] / "ui"


def _named_in_the_window():
    """Every method that a figure names: the third text of ``set_details`` and of ``Details``."""
    found = set()
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 3:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("set_details", "Details") and isinstance(node.args[2], ast.Constant):
                found.add(node.args[2].value)
    return found


def test_every_method_that_a_figure_names_has_its_section_that_begins_with_what_it_answers():
    named = _named_in_the_window()
    assert len(named) >= 10
    for anchor in named:
        section = method_section(anchor)
        assert section.title
        assert section.text.startswith("Answers:")


def test_a_section_ends_where_the_next_begins_and_carries_no_marks():
    section = method_section("rank-sets")
    assert section.title == "Between which places a pillar lies"
    assert "Plackett" not in section.text
    assert "**" not in section.text


def test_an_unknown_method_is_refused():
    with pytest.raises(KeyError):
        method_section("horoscope")
