"""Which cohort each respondent belongs to: generation, age band, or any question of the study's own."""

import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cxsurvey.cohorts import UNKNOWN, Band, Banding, band_of
from cxsurvey.generation_words import generation_named
from cxsurvey.responses import LANGUAGE_KEY, OPTION_MARK, Responses, Segment

Codes = NDArray[np.int16]

GENERATION, AGE = "generation", "age"


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Cohorts in their order. ``codes`` (n,) is a position in ``keys``, -1 where the cohort is not known."""

    by: str
    name: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
    codes: Codes
    ambiguous: int = 0  # ages that may belong to either of two bands; they count as not known
    merged: tuple[tuple[str, str], ...] = ()  # (key, key of the neighbour that now holds its people)


def group_by(responses: Responses, by: str, generations: Banding, ages: Banding, year: int) -> Grouping:
    """The respondents by ``generation``, ``age`` or the key of a segment question; ``KeyError`` for another key.

    A birth year decides first, then an age (``year`` is when they answered), then the band as answered. Age bands
    are taken as answered first, because the file's own bands need no assumption.
    """
    if by == GENERATION:
        return _banded(responses, GENERATION, generations, year)
    if by == AGE:
        answered = responses.segment(AGE)
        return _answered(AGE, answered) if answered else _banded(responses, AGE, ages, year)
    segment = responses.segment(by)
    if segment is None:
        raise KeyError(by)
    return _answered(by, segment)


def merge_small(grouping: Grouping, who: NDArray[np.int64], threshold: int, always: bool = False) -> Grouping:
    """The grouping with bands too small to show counted with their neighbour, where hiding them alone would not do.

    A single small cohort follows by subtraction from everyone's figures. Bands have an order, so the neighbour is a
    fair home for its people, and no larger cohort need be hidden for its sake. ``who`` are the respondents that
    count. Nothing is merged where the small ones and those of no known cohort are enough together to hide in,
    unless ``always``.
    """
    codes = grouping.codes[who]
    sizes = np.bincount(codes[codes >= 0], minlength=len(grouping.keys))
    small = [position for position, size in enumerate(sizes.tolist()) if 0 < size < threshold]
    enough_to_hide_in = int(sizes[small].sum() + (codes < 0).sum()) >= threshold
    if grouping.by not in (GENERATION, AGE) or not small or (enough_to_hide_in and not always):
        return grouping
    for position in small:
        home = _neighbour(position, sizes, small)
        if home is not None:
            grouping = _merged(grouping, position, home)
    return grouping


def _neighbour(position: int, sizes: NDArray[np.int64], small: list[int]) -> int | None:
    """The nearest band that is large enough itself, the one before rather than the one behind."""
    homes = [other for other, size in enumerate(sizes.tolist()) if size and other not in small]
    return min(homes, key=lambda other: (abs(other - position), other > position), default=None)


def _merged(grouping: Grouping, position: int, home: int) -> Grouping:
    names = list(grouping.names)
    names[home] = f"{names[home]} + {names[position]}"
    codes = np.where(grouping.codes == position, home, grouping.codes).astype(np.int16)
    merged = (*grouping.merged, (grouping.keys[position], grouping.keys[home]))
    return replace(grouping, names=tuple(names), codes=codes, merged=merged)


def groupings(responses: Responses) -> tuple[str, ...]:
    """The keys that ``group_by`` can use on these answers, the most usual first, options of several answers last.

    One language for all is no grouping.
    """
    keys = [
        segment.key for segment in responses.segments if segment.key != LANGUAGE_KEY or len(segment.labels) > 1
    ]
    keys.sort(key=lambda key: (OPTION_MARK in key, key == LANGUAGE_KEY))
    known_years = bool((responses.birth_year > 0).any() or (responses.age > 0).any())
    found = [GENERATION] if known_years or GENERATION in keys else []
    found += [AGE] if known_years or AGE in keys else []
    return (*found, *(key for key in keys if key not in (GENERATION, AGE)))


def _banded(responses: Responses, by: str, banding: Banding, year: int) -> Grouping:
    """By birth year, then age, then the answered band of the same name."""
    codes = _from_years(responses.birth_year, banding, year)
    by_age, ambiguous = _from_ages(responses.age, banding, year)
    codes = np.where(codes == UNKNOWN, by_age, codes)
    answered = responses.segment(by)
    if answered is not None:
        lookup = [_band_named(label, banding) for label in answered.labels] + [UNKNOWN]
        codes = np.where(codes == UNKNOWN, np.array(lookup, np.int16)[answered.codes], codes)
    undecided = int((ambiguous & (codes == UNKNOWN)).sum())
    keys, names = tuple(band.key for band in banding.bands), tuple(band.name for band in banding.bands)
    return Grouping(by, by, keys, names, codes.astype(np.int16), undecided)


def _from_years(birth_year: Codes, banding: Banding, year: int) -> Codes:
    """Bands from birth years; for age bands the age that the person reaches in ``year``."""
    if banding.kind == "birth_year":
        return band_of(birth_year, banding)
    return band_of(np.where(birth_year > 0, year - birth_year, 0).astype(np.int16), banding)


def _from_ages(age: Codes, banding: Banding, year: int) -> tuple[Codes, NDArray[np.bool_]]:
    """Bands from ages, and which ages may be in two bands: the birthday may lie before or after the interview."""
    if banding.kind == "age":
        return band_of(age, banding), np.zeros(len(age), bool)
    known = age > 0
    if not known.any():
        return np.full(len(age), UNKNOWN, np.int16), known
    later = band_of(np.where(known, year - age, 0).astype(np.int16), banding)
    earlier = band_of(np.where(known, year - age - 1, 0).astype(np.int16), banding)
    return np.where(later == earlier, later, UNKNOWN).astype(np.int16), known & (later != earlier)


def _answered(by: str, segment: Segment) -> Grouping:
    """Cohorts as the file names them; bands with numbers in the order of their numbers, others as first met."""
    order = sorted(range(len(segment.labels)), key=lambda position: _label_order(segment.labels[position], position))
    place = np.empty(len(order) + 1, np.int16)
    place[order] = np.arange(len(order), dtype=np.int16)
    place[-1] = UNKNOWN
    labels = tuple(segment.labels[position] for position in order)
    return Grouping(by, segment.name, labels, labels, place[segment.codes])


def _label_order(label: str, position: int) -> tuple[int, int, int]:
    number = re.search(r"\d+", label)
    if number is None:
        return (1, position, 0)
    below = label.lstrip().startswith(("<", "≤")) or label.casefold().startswith(("under", "below", "up to"))
    return (0, int(number.group()), 0 if below else 1)


def _band_named(label: str, banding: Banding) -> int:
    """The band an answered label means: by its key, its name, or the years it names; ``UNKNOWN`` if none."""
    wanted = _plain(label)
    years = tuple(int(year) for year in re.findall(r"\d{4}", label))
    for position, band in enumerate(banding.bands):
        if wanted in (_plain(band.key), _plain(band.name)) or (years and years == _years(band)):
            return position
    key = generation_named(label) if banding.kind == "birth_year" else ""
    if key:  # "Millennials" where the study calls them Generation Y
        known = [generation_named(band.key) or generation_named(band.name) for band in banding.bands]
        if known.count(key) == 1:
            return known.index(key)
    # "Gen X (1965-1980)", "Baby Boomers": the name at the beginning, with or without what follows.
    starts = [
        position for position, band in enumerate(banding.bands)
        if wanted.startswith(_plain(band.name)) or _plain(band.name).startswith(wanted + "s")
    ]
    return starts[0] if len(starts) == 1 and wanted else UNKNOWN


def _years(band: Band) -> tuple[int, ...]:
    return tuple(year for year in (band.low, band.high) if year is not None)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
