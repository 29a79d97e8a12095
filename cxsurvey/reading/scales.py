"""The scale of one question about all of the experience: its ends, from its words and answers, and where one stands.

A scale is written "1-5", lowest end first ("5-1": 1 is the best), or "words" where the answers are labels alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cxsurvey.reading.headers import match_key

WORDS = "words"
_SCALE = re.compile(r"(\d{1,3})\s*-\s*(\d{1,3})\Z")
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:[.,]0+)?\s*(?:/\s*(?P<of>\d{1,3})|(?P<rest>\D.*))?\Z", re.DOTALL)
_STARS = re.compile(r"\A[★⭐]+(?P<empty>☆*)\Z")
_OF = re.compile(r"\A(?:of|out of|von|sur|de|z|из|จาก)\s*(?P<of>\d{1,3})\b", re.IGNORECASE)
# "on a scale from 0 to 10", "(1-7)", "1 = very bad ... 5 = very good".
_FROM_TO = re.compile(
    r"(?<![\d.,])(?P<low>[01])\s*(?:-|–|—|to|bis|à|a|do|до|ถึง|\.{2,3}|…)\s*(?P<high>3|4|5|6|7|9|10|100)(?![\d.,])",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?<!\d)(?P<number>\d{1,3})\s*(?:=|:|means|is|heißt|signifie|significa|oznacza|—|–|-)\s*(?P<label>[^\d=;,()]{3,40})"
)

_STRONG = re.compile(
    r"\b(?:very|extremely|completely|fully|highly|strongly|totally|excellent|outstanding|terrible|awful)\b|not at all|"
    r"\bbardzo\b|w pełni|całkowicie|zdecydowanie|wcale|очень|полностью|крайне|совсем|абсолютно|отличн|ужасн|"
    r"มาก|อย่างยิ่ง|ที่สุด|\bsehr\b|äußerst|völlig|überhaupt|hervorragend|très|tout à fait|pas du tout|excellent|"
    r"\bmuy\b|totalmente|excelente|nada\b|pésim"
)
_MIDDLE = re.compile(
    r"\bneither\b|\bneutral|\baverage\b|\bfair\b|so-so|\bokay?\b|\bmixed\b|\bani\b.+\bani\b|przeciętn|obojętn|neutraln|"
    r"нейтральн|\bни\b.+\bни\b|средн|เฉย|ปานกลาง|weder|teils|mittelmäßig|\bni\b.+\bni\b|neutre|\bmoyen|regular\b"
)
_BAD = re.compile(
    r"dissatisf|unsatisf|unhappy|\bnot (?:at all |very |really )?(?:satisf|good|happy|positive)|\bpoor|\bbad\b|"
    r"negativ|unfavou?rable|terrible|awful|niezadowol|nie(?:\s\w+)? zadowol|\bzł[aey]|\bźle\b|negatywn|"
    r"не ?(?:очень |совсем )?(?:доволен|довольн|удовлетвор)|недовол|неудовлетвор|плох|негатив|отрицательн|ужасн|"
    r"ไม่(?:ค่อย)?(?:พึง)?พอใจ|ไม่ดี|แย่|unzufrieden|nicht(?: \w+)? zufrieden|schlecht|insatisf|"
    r"pas(?: \w+){0,2} satisf|mauvais|négati|mal[oa]s?\b|pésim|nada satisf|poco satisf"
)
_GOOD = re.compile(
    r"satisf|\bgood\b|\bgreat\b|excellent|outstanding|happy|positiv|favou?rable|zadowol|\bdobr|pozytywn|świetn|"
    r"дов[оa]л|удовлетвор|хорош|отличн|позитив|положительн|พอใจ|ดี|zufrieden|\bgut|hervorragend|bonn?e?\b|positif|"
    r"buen[oa]|positiv[oa]|excelente"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """``lowest`` and ``highest`` as numbers, the highest being the best; of labels alone 1 and 5.

    stated : words or labels say so; else it is what the numbers suggest, and is told
    """

    lowest: int
    highest: int
    labelled: bool = False
    stated: bool = True

    @property
    def key(self) -> str:
        """As a mapping keeps it."""
        return WORDS if self.labelled else f"{self.lowest}-{self.highest}"

    def share(self, text: str, codes: dict[str, int] | None = None) -> int | None:
        """How far up the scale an answer stands, 0 to 100; ``None`` if it does not stand on it."""
        number = self.number(text, codes)
        return None if number is None else round(100 * (number - self.lowest) / (self.highest - self.lowest))

    def number(self, text: str, codes: dict[str, int] | None = None) -> int | None:
        """The number on the scale that an answer stands for; ``None`` if it does not stand on it.

        codes : comparable labels that the survey knows -> their number
        """
        number = (codes or {}).get(match_key(text))
        if number is None:
            number = level(text) if self.labelled else leading_number(text)
        if number is None and not self.labelled and abs(self.highest - self.lowest) == 4:
            place = level(text)
            number = None if place is None else self.lowest + (place - 1) * (1 if self.highest > self.lowest else -1)
        if number is None or not min(self.lowest, self.highest) <= number <= max(self.lowest, self.highest):
            return None
        return number


def scale_from(key: str) -> Scale | None:
    """The scale of a mapping's key; ``None`` if it is none."""
    if key == WORDS:
        return Scale(1, 5, True)
    found = _SCALE.match(key.strip())
    if found is None or found[1] == found[2]:
        return None
    return Scale(int(found[1]), int(found[2]))


@lru_cache(maxsize=4096)
def leading_number(text: str) -> int | None:
    """The number of an answer: ``4``, ``4.0``, ``4 - good``, ``4/5``, ``4 stars``, ``★★★★``."""
    stars = _STARS.match(text.strip())
    if stars:
        return text.strip().count("★") + text.strip().count("⭐")
    found = _NUMBER.match(text.strip())
    return int(found["number"]) if found else None


@lru_cache(maxsize=4096)
def level(text: str) -> int | None:
    """What a label says, 1 (very bad) to 5 (very good); ``None`` if it says nothing known, or more than one thing."""
    words = match_key(re.sub(r"\A\s*\d{1,3}\s*[-–—:=.)]*\s*", "", text))
    if not words:
        return None
    if _MIDDLE.search(words):
        return 3
    strong = bool(_STRONG.search(words))
    if _BAD.search(words):
        mild = re.search(r"\bnot very\b|\bnie bardzo\b|не очень|ไม่ค่อย|nicht sehr|pas très", words)
        return 1 if strong and not mild else 2
    return (5 if strong else 4) if _GOOD.search(words) else None


def find_scale(header: str, answers: Iterable[str]) -> Scale | None:
    """The scale of a question from its words, the labels of its answers, then their numbers; ``None`` = not known."""
    distinct = list(dict.fromkeys(text.strip() for text in answers if text.strip()))
    numbers = [number for text in distinct if (number := leading_number(text)) is not None]
    if len(numbers) < len(distinct):
        return _of_labels(distinct)
    if not numbers:
        return None
    said = _said(header, distinct)
    if said is not None:
        return said if all(said.lowest <= number <= said.highest or said.highest <= number <= said.lowest
                           for number in numbers) else None
    ends = _by_numbers(min(numbers), max(numbers))
    turned = _turned([(number, level(text)) for text, number in zip(distinct, numbers, strict=True)])
    if ends is None or turned is None:
        return ends
    return Scale(ends.highest, ends.lowest) if turned else Scale(ends.lowest, ends.highest)


def _of_labels(distinct: list[str]) -> Scale | None:
    """Labels alone, each of another level; numbers among them (``1: never``, ``2``) are not taken for labels."""
    levels = [level(text) for text in distinct]
    known = [place for place in levels if place is not None]
    if len(known) < len(levels) or len(known) < 2 or len({match_key(text) for text in distinct}) > len(set(known)):
        return None
    return Scale(1, 5, labelled=True)


def _said(header: str, distinct: list[str]) -> Scale | None:
    """What the heading says ("from 0 to 10", "1 = very bad"), or each answer does ("4/5", "★★★★☆")."""
    text = match_key(header)
    labelled = [(int(found["number"]), level(found["label"])) for found in _LABELLED.finditer(text)]
    turned = _turned(labelled)
    ends = _FROM_TO.search(text)
    if ends is not None:
        low, high = int(ends["low"]), int(ends["high"])
        return Scale(high, low) if turned else Scale(low, high)
    if turned is not None:
        numbers = [number for number, place in labelled if place is not None]
        return Scale(max(numbers), min(numbers)) if turned else Scale(min(numbers), max(numbers))
    full = {found for text in distinct if (found := _full(text))}
    return Scale(1, full.pop()) if len(full) == 1 else None


def _full(text: str) -> int:
    """The highest number as an answer itself tells it: ``4/5``, ``4 of 5``, ``★★★★☆``; 0 if it does not."""
    stars = _STARS.match(text)
    if stars:
        return len(text) if stars["empty"] else 0
    found = _NUMBER.match(text)
    if found is None:
        return 0
    of = _OF.match((found["rest"] or "").strip())
    return int(found["of"] or (of["of"] if of else 0))


def _turned(labelled: list[tuple[int, int | None]]) -> bool | None:
    """Whether lower numbers carry the better labels; ``None`` if labels do not say."""
    known = sorted((number, place) for number, place in labelled if place is not None)
    if len(known) < 2 or known[0][1] == known[-1][1] or known[0][0] == known[-1][0]:
        return None
    return known[0][1] > known[-1][1]


def _by_numbers(lowest: int, highest: int) -> Scale | None:
    """The usual scale that the numbers seen fit."""
    if lowest == 0:
        top = next((top for top in (5, 10, 100) if top // 2 < highest <= top), 0)
        return Scale(0, top, stated=False) if top else None
    top = next((top for top in (5, 7, 10) if highest <= top), 0)
    return Scale(1, top, stated=False) if top else None
