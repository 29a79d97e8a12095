"""What each value of a column is read as, for whoever corrects columns by hand."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cxsurvey.pillars import Pillars
from cxsurvey.reading.answers import age_years, birth_year, doubled_rank, is_no_answer
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.details import NAMES_PILLARS
from cxsurvey.reading.joined import parted
from cxsurvey.reading.lists import MARKS, unnumbered
from cxsurvey.reading.marks import scale_in_use, shipped_labels
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.rating_words import word_scale
from cxsurvey.reading.ratings import rated
from cxsurvey.reading.scales import Scale
from cxsurvey.reading.several_answers import holds_all, joint_of
from cxsurvey.reading.values import Column, ColumnRole, Mapping, Role, ValueLabel
from cxsurvey.survey import Survey

MOST_VALUES = 300
_MOST_LOOKED_AT = 2_000
Reading = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One value of a column: how often it comes, and what it is read as."""

    value: str           # as in the file, without blanks at its ends
    n: int               # cells that hold it
    read_as: str | None  # a pillar's key in columns that name pillars, else plain words; "" no answer, None not read
    by_person: bool      # somebody said so

    @property
    def is_read(self) -> bool:
        """Whether anything came of it, be it that there is no answer."""
        return self.read_as is not None


def meanings(
    column: Column, role: ColumnRole, mapping: Mapping, pillars: Pillars, this_year: int, survey: Survey | None = None
) -> tuple[Meaning, ...]:
    """The column's different values, those that are not read first, then the more frequent; at most ``MOST_VALUES``."""
    said = {label.value: label.read_as for label in mapping.labels if label.column == column.position}
    read = _reading(role, PillarMatcher(pillars), this_year)
    if role.role in (Role.SATISFACTION, Role.IMAGE):
        read = _on_scale(scale_in_use(column, role, mapping.header_rows, survey), role.role)
    taken_apart = _taking_apart(column, role, mapping)
    counts: dict[str, int] = {}
    for text, n in _most_frequent(coded(column.texts)[mapping.header_rows :]):
        for value in taken_apart(text):
            if value:
                counts[value] = counts.get(value, 0) + n
    found = [
        Meaning(value, n, read(said.get(value, value)), value in said) for value, n in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.is_read, -one.n, one.value)))[:MOST_VALUES]


def _taking_apart(column: Column, role: ColumnRole, mapping: Mapping) -> Callable[[str], tuple[str, ...]]:
    """How a cell becomes values: the items of a list, the options that several answers join, else the cell itself."""
    if role.role is Role.RANKED_LIST:
        return _parts
    joint = None
    if role.role is Role.SEVERAL and holds_all(column, role, mapping.header_rows):
        joint = joint_of(column, mapping)
    return lambda text: parted(text, joint) if joint is not None and not is_no_answer(text) else (text.strip(),)


def _most_frequent(texts: CodedTexts) -> list[tuple[str, int]]:
    """The texts with how often each comes; of very many, as comments or addresses are, those that come most."""
    counts = np.bincount(texts.codes, minlength=len(texts.distinct))
    places = np.arange(len(counts))
    if len(places) > _MOST_LOOKED_AT:
        places = np.sort(np.argpartition(-counts, _MOST_LOOKED_AT)[:_MOST_LOOKED_AT])
    return [(texts.distinct[place], int(counts[place])) for place in places.tolist()]


def with_label(mapping: Mapping, columns: tuple[int, ...], value: str, read_as: str | None) -> Mapping:
    """The mapping with a value read as that in these columns; ``None``: as it stands in the file."""
    labels = [label for label in mapping.labels if label.value != value or label.column not in columns]
    if read_as is not None:
        labels += [ValueLabel(column, value, read_as) for column in columns]
    return replace(mapping, labels=tuple(sorted(labels, key=lambda label: (label.column, label.value))))


def _reading(role: ColumnRole, matcher: PillarMatcher, this_year: int) -> Reading:
    """What a text means in a column of that role; roles not named here take a text as it stands."""

    def number(value: int | None) -> str | None:
        return None if value is None else str(value)

    def rank(text: str) -> str | None:
        doubled = doubled_rank(text)
        return None if doubled is None else f"{doubled / 2:g}"

    def rating(text: str) -> str | None:
        return number(rated(text, word_scale(role.key)))

    def pillar(text: str) -> str | None:
        return matcher.cell(text).pillar or None

    ways: dict[Role, Reading] = {
        Role.RANK_OF_PILLAR: rank, Role.IMPORTANCE: rating, Role.PERFORMANCE: rating,
        **dict.fromkeys(NAMES_PILLARS, pillar), Role.BIRTH_YEAR: lambda text: number(birth_year(text, this_year)),
        Role.AGE: lambda text: number(age_years(text)),
    }  # fmt: skip
    way = ways.get(role.role, str.strip)
    return lambda text: "" if is_no_answer(text) else way(text)


def _on_scale(scale: Scale | None, role: Role) -> Reading:
    """The number on the scale; nothing is read while the scale is not known."""

    def number(text: str) -> str | None:
        if is_no_answer(text):
            return ""
        found = None if scale is None else scale.number(text, shipped_labels(role))
        return None if found is None else str(found)

    return number


def _parts(text: str) -> tuple[str, ...]:
    """The items of a ranked list, as the mark between them tells."""
    if text.lstrip().startswith("["):
        try:
            return tuple(str(part) for part in json.loads(text))
        except (ValueError, RecursionError):
            pass  # no list after all, or one nested beyond reason
    mark = max(MARKS, key=text.count)
    return tuple(unnumbered(part) for part in text.split(mark))
