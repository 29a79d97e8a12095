"""Choices that a spreadsheet program took for dates when a file was saved again: ``6-25`` came back as ``Jun-25``."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from cxsurvey.reading.answers import band_bounds
from cxsurvey.reading.headers import match_key

# The first letters of the months, as spreadsheet programs shorten them in several languages.
_MONTHS = {
    start: month
    for month, starts in enumerate(
        (
            "jan ene sty янв", "feb fév fev lut фев", "mar mär mrz мар", "apr avr abr kwi апр",
            "may mai maj mag май мая",
            "jun juin giu cze июн", "jul juil lug lip июл", "aug aoû ago sie авг", "sep sett wrz сен",
            "oct okt ott out paź окт", "nov lis ноя", "dec déc dez dic gru дек",
        ),
        1,
    )
    for start in starts.split()
}  # fmt: skip
_MONTH_AND_NUMBER = re.compile(r"(?P<month>[^\W\d_]{3,4})[-/. ]{1,2}(?P<number>\d{1,2})\Z")
_NUMBER_AND_MONTH = re.compile(r"(?P<number>\d{1,2})[-/. ]{1,2}(?P<month>[^\W\d_]{3,4})\.?\Z")
_ISO_DAY = re.compile(r"(?:19|20)\d\d-(?P<month>\d\d)-(?P<number>\d\d)(?:[t ]00:00(?::00)?)?\Z")
_RANGE = re.compile(r"(\d{1,2})\s*(?:-|–|—|to)\s*(\d{1,2})\b")


def ranges_meant(labels: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Each label that is a date by mistake, with the choice that it was.

    known : comparable choices of the survey's own question, one of which it must be then. Where none are known, the
    column has to hold other ranges of numbers, and none of all may overlap.
    """
    labels = list(labels)
    dated = {label: numbers for label in labels if (numbers := _numbers(label)) is not None}
    if known:
        by_range = {found.groups(): label for key, label in known.items() if (found := _RANGE.match(key))}
        pairs = {label: ((str(low), str(high)), (str(high), str(low))) for label, (low, high) in dated.items()}
        return {
            label: by_range[way]
            for label, ways in pairs.items()
            for way in ways
            if match_key(label) not in known and way in by_range
        }
    others = [bounds for label in labels if label not in dated and (bounds := band_bounds(label)) is not None]
    meant = {label: f"{low}-{high}" for label, (low, high) in dated.items() if low < high}
    ranges = sorted([*others, *((low, high) for low, high in dated.values())])
    apart = all(one[1] <= other[0] for one, other in pairwise(ranges))
    return meant if others and apart and len(meant) == len(dated) else {}


def _numbers(label: str) -> tuple[int, int] | None:
    """The two numbers of a label that is a day of a month, the smaller first; ``None`` if it is none."""
    key = label.strip().casefold()
    found = _ISO_DAY.match(key)
    if found:
        month = int(found["month"])
    else:
        found = _MONTH_AND_NUMBER.match(key) or _NUMBER_AND_MONTH.match(key)
        month = _month(found["month"]) if found else 0
    if not found or not month:
        return None
    low, high = sorted((month, int(found["number"])))
    return low, high


def _month(word: str) -> int:
    return next((month for start, month in _MONTHS.items() if word.startswith(start)), 0)
