"""The page of methods: stable ids that the window may name, links that lead somewhere, R calls that exist."""

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "methods.md").read_text(encoding="utf-8")
IDS = re.findall(r'<a id="([a-z0-9-]+)"></a>', PAGE)

# Named by the program and by people's notes: a section may be rewritten, its id stays.
STABLE = [
    "scores",
    "formats",
    "mean-and-error",
    "sample-size",
    "wilson",
    "mean-rank-power",
    "cohort-size",
    "effective-n",
    "invitations",
    "stability",
    "lights",
    "rank-sets",
    "plackett-luce",
    "maxdiff",
    "kemeny",
    "sensitivity",
    "kendall-w",
    "tau-x",
    "overlap",
    "internal-gap",
    "panel",
    "generations",
    "cohort-q",
    "cohort-kruskal",
    "cohort-pairs",
    "steadied",
    "suppression",
    "raking",
    "quadrants",
    "perception-gap",
    "derived-importance",
    "loyalty",
    "quality",
    "holm",
    "chance",
    "speed",
]


@pytest.mark.parametrize("section", STABLE)
def test_every_method_has_its_section(section):
    assert IDS.count(section) == 1


def test_every_link_leads_to_a_section():
    assert set(re.findall(r"\]\(#([a-z0-9-]+)\)", PAGE)) <= set(IDS)
    assert set(IDS) == set(STABLE)


def test_no_section_is_longer_than_a_page():
    for section in PAGE.split('<a id="')[1:]:
        assert len(section.split()) < 400, section.splitlines()[0]


def test_no_figure_was_left_out():
    assert not re.search(r"\{[A-Z]+\}", PAGE)


def test_files_that_are_named_exist():
    root = Path(__file__).parent.parent
    for name in set(re.findall(r"`(tests/[\w./]+\.\w+)`", PAGE)):
        assert (root / name).exists(), name
