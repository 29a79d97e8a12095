"""Does 1 mean the most important? What a question's own words say, and whether that is certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxsurvey.reading.headers import match_key

_MOST = (
    r"(?:most|favou?rite|best|top\b|highest|first choice|very important|najważ|najbardziej|najwyż|ulubion|"
    r"сам\w+ важн|наиболее|наивысш|важнее всего|любим|สำคัญที่สุด|สำคัญมากที่สุด|ชอบที่สุด|มากที่สุด|(?<!un)wichtigst|"
    r"le plus|la plus|más importan|mais importan|più importan|belangrijkst|viktigast|vigtigst|viktigst|meist\w*|"
    r"最も重要(?!で)|最重要)"
)
_LEAST = (
    r"(?:least|worst|lowest|last choice|najmniej|najniż|наименее|меньше всего|наименьш|สำคัญน้อยที่สุด|น้อยที่สุด|"
    r"unwichtigst|le moins|la moins|am wenigsten|wenigst|menos importan|meno importan|minst|mindst|"
    r"最も重要で(?:は)?ない|最不重要)"
)
_IS = (
    r"\s*(?:=|:|-|–|—|\(|is|as|being|means?|stands for|to|oznacza|—\s*это|это|คือ|หมายถึง|for)?"
    r"\s*(?:(?:your|the|a|my|dla|twoj\w+|это|am|der|die|das|el|la|lo|o|il|het|den|det)\s+){0,3}"
)
_NUMBER_MOST = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_MOST}")
_NUMBER_LEAST = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_LEAST}")
_MOST_NUMBER = re.compile(rf"{_MOST}[^\d,;.=:(]{{0,16}}(?:=|:|\(|\bis\b)\s*(\d{{1,2}})(?!\d)")
_MOST_FIRST = re.compile(
    rf"{_MOST}[^.;]{{0,30}}\b(?:first|at the top|on top|to least)|(?:starting with|from|od) (?:the )?{_MOST}|"
    rf"от {_MOST}|от самого важн|от наиболее|จากสำคัญที่สุด|{_MOST}[^.;]{{0,20}}(?:na początku|pierwsz|первы|ก่อน)"
)
# "least important first", but not "least important last, most important first".
_LEAST_FIRST = re.compile(
    rf"{_LEAST}(?:(?!{_MOST})[^.;,]){{0,30}}\b(?:first|at the top|on top|to most)|"
    rf"(?:starting with|from) (?:the )?{_LEAST}|"
    # "last = most important", "the last one is the most important", "most important last"
    rf"\b(?:last|bottom|lowest place)(?: one| item| place)?\s*(?:=|:|is|being|means?)\s*(?:the )?{_MOST}|"
    rf"{_MOST}(?:(?!{_LEAST})[^.;,]){{0,30}}\b(?:last|at the bottom)\b"
)
_NUMBER_EXPLAINED = re.compile(r"(?<!\w)(\d{1,2})\s*=\s*[^\W\d]")
_VERY = r"(?:very |extremely |totally |completely |fully )?"
_GOOD = (
    rf"(?:{_MOST}|excellent|outstanding|superb|perfect|{_VERY}(?:good|satisfied|happy|well\b)|extremely important|"
    r"strongly agree|sehr gut|sehr zufrieden|ausgezeichnet|très bien|très satisfait|excelente|muy bien|"
    r"bardzo dobrze|bardzo zadowol|doskona|świetn|отлично|превосходн|очень хорош|полностью удовлетвор|"
    r"ดีมาก|ดีเยี่ยม|พอใจมาก)"
)
_POOR = (
    rf"(?:{_LEAST}|{_VERY}(?:poor|bad|dissatisfied|unsatisfied|unhappy|unimportant|badly)|terrible|awful|not at all|"
    r"not (?:good|important|satisfied|well)|strongly disagree|sehr schlecht|mangelhaft|ungenügend|sehr unzufrieden|"
    r"unwichtig|très mal|très mauvais|insatisfait|muy mal|bardzo źle|źle|niezadowol|nieważn|плохо|очень плохо|"
    r"ужасн|неудовлетвор|не важн|неважн|แย่|ไม่ดี|ไม่พอใจ|ไม่สำคัญ)"
)
_NUMBER_GOOD = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_GOOD}")
_NUMBER_POOR = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_POOR}")


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the order is known, and then whether the highest number is the most important."""

    known: bool
    reversed: bool = False


UNKNOWN = Direction(False)
FIRST_IS_BEST = Direction(True, False)


def direction_of(texts: Iterable[str], n_pillars: int) -> Direction:
    """What question and item texts say about the numbers; unknown if they say nothing or contradict themselves."""
    said = {found for text in texts if (found := _said(match_key(text), n_pillars)) is not None}
    return Direction(True, said.pop()) if len(said) == 1 else UNKNOWN


def explains_numbers(texts: Iterable[str], n_pillars: int) -> bool:
    """Whether words say what the first or the last number means, in whatever language: ``10 = tärkein``."""
    ends = {1, n_pillars}
    return any(int(found.group(1)) in ends for text in texts for found in _NUMBER_EXPLAINED.finditer(match_key(text)))


def _said(text: str, n_pillars: int) -> bool | None:
    """True: the highest number is the most important; False: 1 is; None: nothing said."""
    said: set[bool] = set()
    for pattern, most in ((_NUMBER_MOST, True), (_NUMBER_LEAST, False), (_MOST_NUMBER, True)):
        for found in pattern.finditer(text):
            number = int(found.group(1))
            if number == 1:
                said.add(not most)
            elif number >= min(3, n_pillars):
                said.add(most)
    if not said:
        said = {reverse for words, reverse in ((_MOST_FIRST, False), (_LEAST_FIRST, True)) if words.search(text)}
    return said.pop() if len(said) == 1 else None


def lowest_is_best(texts: Iterable[str]) -> bool:
    """Whether the words of a rating say that 1 is the best; not if they contradict themselves."""
    said: set[bool] = set()
    for text in map(match_key, texts):
        for pattern, good in ((_NUMBER_GOOD, True), (_NUMBER_POOR, False)):
            for found in pattern.finditer(text):
                number = int(found.group(1))
                if number == 1 or number >= 4:
                    said.add(good is (number == 1))
    return said == {True}
