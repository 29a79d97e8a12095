"""Formulas that may be what a person typed: a comment such as ``=1+1`` that was stored as a calculation."""

import re

# Names a cell, a range or another sheet: then somebody calculates. Names in quotation marks are text.
_REFERS = re.compile(r"(?<![\w.])\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\w(.])|!|\[")
_QUOTED = re.compile(r'"[^"]*"')
# What a sheet may spend on formulas; a person typed few and short ones.
_MOST_LETTERS = 4_000_000


class Formulas:
    """Gathers the formulas of one sheet that have no text as their stored value."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], str] = {}
        self._calculated: set[int] = set()  # columns where formulas that name other cells give texts
        self._letters = 0

    def note(self, row: int, column: int, formula: str, stored: str, is_text: bool) -> None:
        """Takes note of a formula, with or without its ``=``, and of the value stored with it."""
        formula = formula.strip().removeprefix("=").strip()
        if not formula or self._letters > _MOST_LETTERS:
            return
        if is_text and refers(formula):
            self._calculated.add(column)  # also where the text is empty: somebody's program has calculated it
        if is_text and (stored or refers(formula)):
            return
        self._letters += len(formula)
        self._found.setdefault((row, column), f"={formula}")

    def typed(self) -> dict[tuple[int, int], str]:
        """Row and column of each formula that a person may have typed, and its text."""
        return {
            place: formula for place, formula in self._found.items()
            if not (place[1] in self._calculated and refers(formula))
        }  # fmt: skip


def refers(formula: str) -> bool:
    """Whether a formula names other cells, and so was made to calculate."""
    return bool(_REFERS.search(_QUOTED.sub("", formula)))
