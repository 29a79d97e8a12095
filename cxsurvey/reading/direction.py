"""Does 1 mean the most important? What a question's own words say, and whether that is certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxsurvey.reading.headers import match_key

_MOST = (
    r"(?:most|favou?rite|best|top\b|highest|first choice|very important|najważ|najbardziej|najwyż|ulubion|"
    r"сам\w+ важн|наиболее|наивысш|важнее всего|любим|สำคัญที่สุด|สำคัญมากที่สุด|ชอบที่สุด|มากที่สุด|(?<!un)wichtigst|"
    r"le plus|la plus|(?<!moins )plus important|meest|más importan|mais importan|più importan|"
    r"belangrijkst|viktigast|vigtigst|viktigst|meist\w*|"
    r"最も重要(?!で)|最重要|sehr wichtig|très important|muy importante|bardzo ważn|очень важн)"
)
_LEAST = (
    r"(?:least|worst|lowest|last choice|najmniej|najniż|наименее|меньше всего|наименьш|สำคัญน้อยที่สุด|น้อยที่สุด|"
    r"unwichtigst|le moins|la moins|moins important|am wenigsten|wenigst|menos importan|meno importan|minst|mindst|"
    r"最も重要で(?:は)?ない|最不重要|\bunwichtig|unimportant|"
    r"(?:not|nicht|pas|no|nada|nie|не) (?:at all )?(?:important|wichtig|ważn|важн)|nieważn|неважн|ไม่สำคัญ)"
)
_IS = (
    r"\s*(?:=|:|-|–|—|\(|is|as|being|means?|stands for|to|oznacza|—\s*это|это|คือ|หมายถึง|for|が|は)?"
    r"\s*(?:(?:your|the|a|my|dla|twoj\w+|это|am|der|die|das|el|la|lo|o|il|het|den|det)\s+){0,3}"
)
_NUMBER_MOST = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_MOST}")
_NUMBER_LEAST = re.compile(rf"(?<!\d)(\d{{1,2}}){_IS}{_LEAST}")
_MOST_NUMBER = re.compile(rf"{_MOST}[^\d,;.=:(]{{0,16}}(?:=|:|\(|\bis\b)\s*(\d{{1,2}})(?!\d)")
# "The higher the number, the more important", "the lowest number is the most important".
_HIGHER_MORE = re.compile(
    rf"\bhigh(?:er|est) (?:the )?(?:number|score|value)s?[^.;]{{0,20}}(?:more important|higher priority|{_MOST})"
)
_LOWER_MORE = re.compile(
    rf"\blow(?:er|est) (?:the )?(?:number|score|value)s?[^.;]{{0,20}}(?:more important|higher priority|{_MOST})"
)
_TO = r"(?:\b(?:to|do|к|zum|bis|au|aux|à|al|a|ao|naar|till|til)\b|ไป|から|→|->|>)"
_START = (
    r"(?:starting (?:with|from)|\bstart with|\bbegin(?:ning)? with|zaczynając od|zacznij od|\bod\b|начина\w* с|\bот\b|"
    r"beginnend mit|beginnen sie mit|angefangen (?:mit|bei)|\bvom?\b|en commençant par|commence[rz]? par|\bdu\b|"
    r"(?:empezando|comenzando|começando) (?:por|con|pelo)|\bdel\b|iniziando da|\bdal?\b|\bvan\b|"
    r"te beginnen met|จาก)"
)
_AT_TOP = (
    r"(?:\bfirst\b|(?:at|to|on) (?:the )?top|zuerst|als erstes|ganz oben|\boben\b|na początku|na górze|na górę|"
    r"pierwsz|первы|сначала|вверху|наверху|ก่อน|บนสุด|d'abord|en premier|en haut|primero|arriba|primeiro|in alto|"
    r"eerst\b|bovenaan|först|øverst|から順|を上)"
)
_AT_BOTTOM = (
    r"(?:\blast\b|(?:at|to) the bottom|zuletzt|ganz unten|\bunten\b|na końcu|na dole|внизу|в конце|последн|ล่างสุด|"
    r"สุดท้าย|en dernier|en bas|al final|abajo|onderaan|を下)"
)
_THE = r"(?:\s*(?:the|dem|der|das|den|die|le|la|les|el|los|lo|o|il|het|de|your|most)?\s*)"


def _before(one: str, other: str) -> str:
    """Words that put one end of the order in front of the other."""
    return (
        rf"{one}(?:(?!{other})[^.;,]){{0,30}}{_AT_TOP}|{_START}{_THE}{one}|"
        rf"{one}(?:(?!{other})[^.;]){{0,30}}{_TO}[^.;,]{{0,20}}{other}|"
        rf"{other}(?:(?!{one})[^.;,]){{0,30}}{_AT_BOTTOM}"
    )


_MOST_FIRST = re.compile(rf"{_before(_MOST, _LEAST)}|{_MOST}[^.;]{{0,30}}\bto least")
# "least important first", but not "least important last, most important first".
_LEAST_FIRST = re.compile(
    rf"{_before(_LEAST, _MOST)}|{_LEAST}[^.;]{{0,30}}\bto most|"
    # "last = most important", "the last one is the most important"
    rf"\b(?:last|bottom|lowest place)(?: one| item| place)?\s*(?:=|:|is|being|means?)\s*(?:the )?{_MOST}"
)
# Words after which the usual order is no longer sure.
_DOUBTFUL = re.compile(
    rf"{_LEAST}|\bascending|\bdescending|\brevers|\bbottom\b|\baufsteigend|\babsteigend|croissant|rosnąc|malej"
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


def is_doubtful(question: str) -> bool:
    """Whether a question that does not say which end comes first speaks of the order in a way that may turn it."""
    return bool(_DOUBTFUL.search(match_key(question)))


def explains_numbers(texts: Iterable[str], n_pillars: int) -> bool:
    """Whether words say what the first or the last number means, in whatever language: ``10 = tärkein``."""
    ends = {1, n_pillars}
    return any(int(found.group(1)) in ends for text in texts for found in _NUMBER_EXPLAINED.finditer(match_key(text)))


def _said(text: str, n_pillars: int) -> bool | None:
    """True: the highest number is the most important; False: 1 is; None: nothing said."""
    said = {reverse for words, reverse in ((_HIGHER_MORE, True), (_LOWER_MORE, False)) if words.search(text)}
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
