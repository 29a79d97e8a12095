"""The methods page, section by section: what "How was this computed" can open."""

from dataclasses import dataclass
from pathlib import Path

from cxsurvey.resources import resources_folder

PAGE = "methods.md"


@dataclass(frozen=True, slots=True)
class MethodSection:
    """One method: its title, and its text with the page's own marks for emphasis taken out."""

    title: str
    text: str


def method_section(anchor: str) -> MethodSection:
    """The section behind ``<a id="anchor">`` of docs/methods.md; ``KeyError`` if there is none."""
    _, mark, rest = _page().read_text(encoding="utf-8").partition(f'<a id="{anchor}"></a>')
    if not mark:
        raise KeyError(anchor)
    title, _, text = rest.partition("<a id=")[0].strip().removeprefix("## ").partition("\n")
    return MethodSection(title.strip(), text.replace("**", "").replace("`", "").strip())


def _page() -> Path:
    """In a wheel the page is among the shipped data, in a checkout with the other documents."""
    carried = resources_folder() / "docs" / PAGE
    return carried if carried.is_file() else resources_folder().parent / "docs" / PAGE
