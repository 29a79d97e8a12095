"""Times of answers as ISO texts, whatever the platform writes."""

import re
from datetime import date, datetime

_ISO = re.compile(
    r"(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})\.?(?:[T ]+(?:[^\W\d_]{1,3} ?)?(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_LOCAL = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:[, ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?")
# A day that there is in every year, and a time; or nothing.
_AS_WANTED = re.compile(
    r"(?:[12]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?)?\Z",
    re.ASCII,
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:\.\d+)?\Z")
_LONGEST = 7 * 86_400  # a form left open for a week says nothing
_IN_WORDS = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})(?:[, ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AFTERNOON = re.compile(r"\bp\.?\s?m\b|오후|下午|午後", re.IGNORECASE)
_MORNING = re.compile(r"\ba\.?\s?m\b|오전|上午|午前", re.IGNORECASE)


def iso_moments(texts: tuple[str, ...], month_first: bool) -> tuple[str, ...]:
    """Each text as ``2025-03-01`` or ``2025-03-01T10:04:40``; empty where it is no date.

    For ``3/1/2025`` the column decides which number is the day; where it cannot, ``month_first`` does.
    """
    if all(map(_AS_WANTED.match, texts)):
        return texts
    order = _order_of(texts, month_first)
    seen: dict[str, str] = {}
    return tuple(seen.get(text) or seen.setdefault(text, _iso(text.strip(), order)) for text in texts)


def _order_of(texts: tuple[str, ...], month_first: bool) -> bool:
    for text in texts:
        found = _LOCAL.match(text.strip())
        if found and int(found[1]) > 12:
            return False
        if found and int(found[3]) > 12:
            return True
        if found and found[2] == ".":
            return False
    return month_first


def _iso(text: str, month_first: bool) -> str:
    found = _ISO.match(text)
    in_words = _IN_WORDS.match(text)
    if found:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
        clock = found.groups()[3:]
    elif in_words:
        found = in_words
        month = _MONTHS.index(found[1]) + 1 if found[1] in _MONTHS else 0
        year, day = int(found[3]), int(found[2])
        clock = found.groups()[3:]
    else:
        found = _LOCAL.match(text)
        if not found:
            return ""
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        month, day = (first, second) if month_first else (second, first)
        clock = found.groups()[4:]
    if not _is_day(year, month, day):
        return ""
    moment = f"{year:04d}-{month:02d}-{day:02d}"
    if clock[0] is None:
        return moment
    hour = int(clock[0])
    if _AFTERNOON.search(text) and hour < 12:
        hour += 12
    elif _MORNING.search(text) and hour == 12:
        hour = 0
    if hour > 23 or int(clock[1]) > 59 or int(clock[2] or 0) > 59:
        return moment
    return f"{moment}T{hour:02d}:{int(clock[1]):02d}:{int(clock[2] or 0):02d}"


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def seconds_of(text: str) -> int:
    """A time taken as whole seconds: ``312``, ``312.4``, ``5:12``, ``0:05:12``; 0 where it is none or over a week."""
    text = text.strip().replace(",", ".")
    clock = _CLOCK.match(text)
    if clock:
        seconds = 3600.0 * int(clock[1] or 0) + 60 * int(clock[2]) + int(clock[3])
    else:
        try:
            seconds = float(text)
        except ValueError:
            return 0
    return round(seconds) if 0 < seconds <= _LONGEST else 0


def seconds_between(start: str, end: str) -> int:
    """Whole seconds from one ISO moment to another; 0 where one has no time of day, or that would be over a week."""
    if len(start) <= 10 or len(end) <= 10:
        return 0
    seconds = (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
    return round(seconds) if 0 < seconds <= _LONGEST else 0
