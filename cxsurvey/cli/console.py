"""What the command line prints, and how: results to standard output, everything told to standard error.

Nothing of anyone's data reaches the terminal raw: signs that steer it are shown as marks.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from cxsurvey.notices import Notice, english
from cxsurvey.progress import Progress, silent

# Control signs, halves of characters, and signs that turn the direction of writing.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LONGEST = 500  # of one cell on the screen


class Console:
    """Where one run prints. With ``as_json`` the only thing on standard output is the result.

    A ``muted`` one prints only messages: for verbs that are a part of another.
    """

    def __init__(self, as_json: bool, muted: bool = False) -> None:
        self.as_json, self._muted = as_json, muted
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, *lines: str | Notice) -> None:
        """Lines for a person to read; nothing with ``--json``."""
        if not self.as_json:
            for line in lines:
                print(marked(line if isinstance(line, str) else english(line)))

    def tell(self, *told: str | Notice) -> None:
        """Messages, to standard error."""
        for message in told:
            print(marked(message if isinstance(message, str) else english(message)), file=sys.stderr)

    def give(self, result: dict[str, Any]) -> None:
        """The result for a program to read; nothing without ``--json``."""
        if self.as_json and not self._muted:
            print(json_text(result))

    def refuse(self, *told: Notice) -> None:
        """Why nothing was done: to standard error, and with ``--json`` as a result of its own too."""
        self.tell(*told)
        self.give({"error": {"code": told[0].code, "message": " ".join(english(message) for message in told)}})

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[object]], left: Sequence[int] = (0,)) -> None:
        """An aligned table; columns in ``left`` hold text, all others numbers. ``None`` is a dash."""
        if not self.as_json:
            for line in table_lines(headings, rows, left):
                print(line)

    def progress(self, what: str) -> Progress:
        """Progress on one line of a terminal; silent where nobody watches."""
        if self.as_json or not sys.stderr.isatty():
            return silent
        shown = -1

        def tell(done: int, total: int, /) -> None:
            nonlocal shown
            percent = 100 * done // max(total, 1)
            if percent != shown:
                shown = percent
                print(f"\r{marked(what)} {percent} %", end="\n" if done >= total else "", file=sys.stderr, flush=True)

        return tell


def marked(text: str) -> str:
    """The text with every sign that would steer a terminal shown as a mark."""
    return _STEERING.sub(lambda found: _mark(found.group()), text)


def json_text(result: dict[str, Any]) -> str:
    """JSON that a terminal can show too; refuses numbers that JSON does not have."""
    text = json.dumps(result, ensure_ascii=False, allow_nan=False, indent=2)
    lines = (_STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", line) for line in text.split("\n"))
    return "\n".join(lines)


def table_lines(headings: Sequence[str], rows: Iterable[Sequence[object]], left: Sequence[int] = (0,)) -> list[str]:
    """The lines of an aligned table."""
    cells = [list(headings), *([_cell(value) for value in row] for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(headings))]
    return [
        "  ".join(
            _padded(cell, width, column in left) for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def number(value: float | None, decimals: int) -> str:
    """A number with so many decimals; a dash where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}"


def p_value(value: float | None) -> str:
    """A p-value as it is written: never nought."""
    return "p < 0.0001" if value is not None and value < 0.0001 else f"p = {number(value, 4)}"


def percent(share: float | None) -> str:
    """A share as percent."""
    return "–" if share is None else f"{100 * share:.1f} %"


def place(value: float | None) -> str:
    """A place; tied ones are halves."""
    return "–" if value is None else f"{value:g}"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    text = marked(str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _mark(sign: str) -> str:
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of a control sign
    return f"‹{code:04X}›"


def _width(text: str) -> int:
    """How many places a terminal gives the text: none for marks above letters, two for wide letters."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )  # fmt: skip


def _padded(text: str, width: int, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text
