"""Single answers as numbers: ranks, ratings, birth years, ages. Each rule stands here once."""

import re
from functools import lru_cache

from cxsurvey.reading.headers import MARKS, ORDINAL_WORDS, match_key

# Digits of any script (Arabic, Thai, full-width) are digits to Python's \d and int().
RANK_WORDS = (
    r"(?:rank|ranked|no|nr|number|place|position|priority|prio|choice|rang|platz|puesto|posición|priorytet|"
    r"miejsce|ранг|место|อันดับ|อันดับที่|ลำดับ|ลำดับที่|#)"
)
_OUT_OF_WORDS = r"(?:/|(?:out )?of|von|sur|de|z|из)"
_RANK = re.compile(
    rf"\A{RANK_WORDS}?[\s.:#]*(?P<whole>\d{{1,3}})(?:[.,](?P<part>\d+))?"
    rf"\s*(?:st|nd|rd|th|er|e|ème|º|ª|-?е|-?я|-?й|\.|\)|{_OUT_OF_WORDS}\s*\d+|:.*| [-–—] .*|\(.*\))?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(r"\A(?P<place>\d{1,2})(?:st|nd|rd|th)(?: (?:choice|place|priority|rank))?\Z", re.IGNORECASE)
_RATING = re.compile(
    r"\A(?P<whole>\d{1,2})(?:[.,]0+)?\s*"
    rf"(?:{_OUT_OF_WORDS}\s*\d+|stars?|\*+|\.|\)|[:=].*| ?[-–—] .*|\(.*\))?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OUT_OF = re.compile(rf"\A\d{{1,2}}(?:[.,]0+)?\s*{_OUT_OF_WORDS}\s*(?P<highest>\d+)\Z", re.IGNORECASE)
_YEAR = re.compile(r"\A(?P<year>\d{4})(?:[.,]0+)?\Z")
_ISO_DATE = re.compile(r"\A(?P<year>\d{4})[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?\Z")
_DAY_FIRST_DATE = re.compile(r"\A\d{1,2}[-/.]\d{1,2}[-/.](?P<year>\d{4})\Z")
# A word before it stands apart: ``A3`` is the code of a choice.
_AGE = re.compile(r"\A(?:[^\W\d_]+(?:[.:]\s*|\s+))?(?P<age>\d{1,3})(?:[.,]0+)?\s*(?:[^\W\d_]+\.?)?\Z")
NO_ANSWER = frozenset(
    {"n/a", "na", "n.a.", "-", "–", "—", "--", "-99", "none", "nan", "null", "?", "not ranked", "no answer",
     "don't know", "don’t know", "dont know", "do not know", "unfamiliar", "nie wiem", "не знаю", "ไม่ทราบ", "ไม่รู้",
     "brak", "nie dotyczy", "не применимо", "unranked", "not rated", "nicht bewertet", "keine angabe", "k.a.", "k. a.",
     "weiß nicht", "ne sait pas", "sans réponse", "no sabe", "nie oceniono", ".", "{question_not_shown}"}
)  # fmt: skip
# A choice that was ticked, or was not.
NOT_TICKED = frozenset(
    {"no", "n", "0", "false", "nie", "нет", "ไม่", "nein", "non", "unchecked", "not selected", "falsch", "faux", "não",
     "не выбрано"}
)  # fmt: skip
_TICKED = frozenset(
    {"yes", "y", "x", "1", "true", "tak", "да", "ใช่", "✓", "✔", "ja", "oui", "sí", "si", "sì", "sim", "checked",
     "selected", "wahr", "vrai", "выбрано"}
)  # fmt: skip
_TICKS = _TICKED | NOT_TICKED
OLDEST_YEAR = 1900
_BUDDHIST_ERA = 543
YOUNGEST, OLDEST = 3, 120


def bare(text: str) -> str:
    """An answer without blanks at its ends and without signs that nobody sees."""
    if not text.isascii():
        text = MARKS.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")
    return text.strip()


def is_no_answer(text: str) -> bool:
    """Whether the cell says that there is no answer: blank, ``n/a``, ``-``, "don't know"."""
    stripped = bare(text)
    return not stripped or stripped.casefold() in NO_ANSWER


def is_tick(text: str) -> bool:
    """Whether a cell says no more than that something was chosen, or that it was not."""
    return text.strip().casefold() in _TICKS


@lru_cache(maxsize=65_536)
def doubled_rank(text: str) -> int | None:
    """Twice the rank a cell states (``3``, ``3.0``, ``Rank 3``, ``3rd``, ``3: speed``; ``2.5`` is a mid-rank).

    ``None`` if the cell states no rank.
    """
    found = _RANK.match(bare(text))
    if not found:
        ordinal = _ORDINAL.match(bare(text))
        place = int(ordinal["place"]) if ordinal else ORDINAL_WORDS.get(match_key(text), 0)
        return 2 * place or None
    part = (found["part"] or "").rstrip("0")
    if part not in ("", "5"):
        return None
    return 2 * int(found["whole"]) + (part == "5")


def is_ordinal(text: str) -> bool:
    """Whether a cell states its rank as a place among others: ``1st``, ``2nd choice``, ``third``."""
    return bool(_ORDINAL.match(bare(text))) or match_key(text) in ORDINAL_WORDS


@lru_cache(maxsize=65_536)
def rating(text: str) -> int | None:
    """The leading whole number of a rating (``4``, ``4.0``, ``4 - good``, ``4: good``, ``4 of 5``, ``★★★★``).

    ``None`` if the cell is none.
    """
    stripped = bare(text)
    found = _RATING.match(stripped)
    if found:
        return int(found["whole"])
    stars = stripped.replace("\ufe0f", "")  # it asks for a star in colour
    filled = sum(map(stars.count, "★⭐*"))
    return filled if filled and not stars.strip("★⭐*☆ ") else None


def out_of(text: str) -> int | None:
    """The highest number that a rating names beside its own: 5 of ``4/5`` and ``4 of 5``; ``None`` if it names none."""
    found = _OUT_OF.match(bare(text))
    return int(found["highest"]) if found else None


@lru_cache(maxsize=65_536)
def birth_year(text: str, this_year: int) -> int | None:
    """A year of birth: four digits from 1900 to this year, alone or in a date; ``None`` for all else, ``85`` too.

    Years of the Buddhist era (2443 up) cannot be Christian ones and are counted back; see ``is_buddhist``.
    """
    stripped = bare(text)
    for pattern in (_YEAR, _ISO_DATE, _DAY_FIRST_DATE):
        found = pattern.match(stripped)
        if found:
            year = int(found["year"])
            if is_buddhist(stripped, this_year):
                year -= _BUDDHIST_ERA
            return year if OLDEST_YEAR <= year <= this_year else None
    return None


@lru_cache(maxsize=65_536)
def is_buddhist(text: str, this_year: int) -> bool:
    """Whether a birth year is one of the Buddhist era."""
    found = _YEAR.match(bare(text))
    return found is not None and OLDEST_YEAR + _BUDDHIST_ERA <= int(found["year"]) <= this_year + _BUDDHIST_ERA


@lru_cache(maxsize=65_536)
def age_years(text: str) -> int | None:
    """An age in whole years (``45``, ``45.0``, ``45 years``, ``age 45``); ``None`` for bands and all else."""
    found = _AGE.match(bare(text))
    if not found:
        return None
    age = int(found["age"])
    return age if YOUNGEST <= age <= OLDEST else None


_BAND_WORDS_LOW = r"under|below|less than|up to|younger than|poniżej|do|mniej niż|до|младше|менее|ต่ำกว่า|น้อยกว่า|<=?|≤"
_BAND_WORDS_HIGH = r"over|above|more than|older than|powyżej|ponad|więcej niż|старше|более|от|มากกว่า|เกิน|>=?|≥"
_BAND = re.compile(
    rf"\A\D{{0,12}}?(?:(?P<low>\d{{1,4}})\s*(?:-|–|—|‑|to|do|до|ถึง|and|i|и|through|\.\.)\s*(?P<high>\d{{1,4}})"
    rf"|(?:{_BAND_WORDS_LOW})\s*(?P<under>\d{{1,4}})"
    rf"|(?:{_BAND_WORDS_HIGH})\s*(?P<over>\d{{1,4}})"
    r"|(?P<plus>\d{1,4})\s*(?:\+|plus|and over|and older|or older|or more|or over|i więcej|lat i więcej|и старше"
    r"|ปีขึ้นไป|ขึ้นไป)"
    r"|(?P<least>\d{1,4})\s*(?:or younger|or under|and under|and younger|i mniej|и младше))"
    r"[^\d]{0,20}\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def band_bounds(text: str) -> tuple[int, int] | None:
    """Lower and upper end of a band label (``18-29``, ``> 60``, ``60+``, ``1965 to 1980``); ``None`` if it is none."""
    found = _BAND.match(bare(text))
    if not found:
        return None
    if found["low"]:
        low, high = int(found["low"]), int(found["high"])
        return (low, high) if low < high else None
    if found["under"] or found["least"]:
        return 0, int(found["under"] or found["least"])
    return int(found["over"] or found["plus"]), 9_999
