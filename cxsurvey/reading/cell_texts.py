"""The values of a workbook's cells as exact, shortest texts: numbers, dates, escaped characters."""

import math
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_WHOLE = re.compile(r"-?\d+\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z", re.ASCII)
# A double keeps 15 digits for certain; longer whole numbers (ids) stay as they are written.
_SAFE_DIGITS = 15
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LAST_DAY = 2_958_465  # 9999-12-31
_LEAP_DAY_THAT_NEVER_WAS = 60  # 1900-02-29 of spreadsheet programs

# Date formats that have no code of their own in the file.
_DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_DATE_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


@lru_cache(maxsize=4096)
def number_text(written: str) -> str | None:
    """The number as its shortest exact text ("5", "3.5"); ``None`` if it is not a finite number.

    Whole numbers of more than 15 digits keep every digit, since they are ids.
    """
    written = written.strip()
    if _WHOLE.match(written) and len(written.lstrip("-0")) > _SAFE_DIGITS:
        return written
    if not _NUMBER.match(written):
        return None
    value = float(written)
    if not math.isfinite(value):
        return None
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


@lru_cache(maxsize=4096)
def date_text(written: str, from_1904: bool) -> str | None:
    """The ISO date (and time, if any) of a day number; ``None`` if there is no such day."""
    if not _NUMBER.match(written.strip()):
        return None
    serial = float(written)
    if not 0 <= serial < _LAST_DAY + 1:
        return None
    days = int(serial)
    seconds = round((serial - days) * 86_400)
    if days == 0 and (seconds or not from_1904):
        return (datetime(1900, 1, 1) + timedelta(seconds=seconds)).strftime("%H:%M:%S")
    if from_1904:
        start = date(1904, 1, 1)
    elif days == _LEAP_DAY_THAT_NEVER_WAS:
        return None
    else:
        start = date(1899, 12, 31) if days < _LEAP_DAY_THAT_NEVER_WAS else date(1899, 12, 30)
    try:
        moment = datetime.combine(start, datetime.min.time()) + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None
    return moment.date().isoformat() if seconds == 0 else moment.isoformat()


def date_texts(serials: NDArray[np.float64], from_1904: bool) -> list[str] | None:
    """``date_text`` of many day numbers; ``None`` if any is older than March 1900 or beyond the last day."""
    if not ((serials > _LEAP_DAY_THAT_NEVER_WAS) & (serials < _LAST_DAY)).all():
        return None
    days = np.floor(serials)
    seconds = np.rint((serials - days) * 86_400).astype(np.int64)
    start = np.datetime64("1904-01-01" if from_1904 else "1899-12-30", "s")
    moments: list[str] = np.datetime_as_string(start + (days.astype(np.int64) * 86_400 + seconds)).tolist()
    for place in np.flatnonzero(seconds == 0).tolist():
        moments[place] = moments[place][: len("2025-01-01")]
    return moments


def is_date_format(number: int, code: str) -> bool:
    """Whether a cell format shows dates, by its number and, for own formats, its code."""
    if not code:
        return number in _DATE_IDS
    bare = _NO_DATE_LETTERS.sub("", code).split(";")[0].lower()
    return any(letter in bare for letter in "ymdhs") and "general" not in bare


def unescaped(text: str) -> str:
    """Text with ``_x000D_`` marks decoded as Excel does; NUL and half characters stay marks."""
    if "_x" not in text:
        return text

    def decoded(mark: re.Match[str]) -> str:
        number = int(mark.group(1), 16)
        return mark.group(0) if number == 0 or 0xD800 <= number <= 0xDFFF or number >= 0xFFFE else chr(number)

    return _ESCAPE.sub(decoded, text)
