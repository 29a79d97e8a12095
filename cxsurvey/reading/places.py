"""How places and values of a spreadsheet are written in messages: column letters, shortened plain text."""

import unicodedata
from collections.abc import Iterable

LONGEST_SHOWN = 60
MOST_RUNS = 40


def column_letter(position: int) -> str:
    """The letters a spreadsheet program shows: 1 is A, 27 is AA; empty for 0 and below."""
    letters = ""
    while position > 0:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_position(letters: str) -> int:
    """The position of column letters, A is 1; 0 for anything that is not one to three letters A to Z."""
    if not 1 <= len(letters) <= 3:
        return 0
    position = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            return 0
        position = position * 26 + ord(letter) - ord("A") + 1
    return position


def rows_shown(rows: Iterable[int]) -> str:
    """Row numbers in rising order as a person lists them: ``4, 17, 203–205``; of very many the first ones."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        elif len(runs) == MOST_RUNS:
            return ", ".join([*map(_run, runs), "…"])
        else:
            runs.append([row, row])
    return ", ".join(map(_run, runs))


def _run(ends: list[int]) -> str:
    first, last = ends
    return str(first) if first == last else f"{first}–{last}" if last > first + 1 else f"{first}, {last}"


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """The text as a message may carry it: one line, no control or direction characters, shortened."""
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    return "".join(_visible(letter) for letter in text)


def shown_end(text: str, longest: int = LONGEST_SHOWN) -> str:
    """The same, but of a long text its end: in a header the item stands behind the question."""
    return shown(text if len(text) <= longest else "…" + text[1 - longest :], longest)


def _visible(letter: str) -> str:
    if letter in "\t\r\n":
        return " "
    return "\ufffd" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} else letter
