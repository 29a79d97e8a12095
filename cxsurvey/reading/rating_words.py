"""Ratings in words: which usual scale of five the answers of a question come from, and the number of each.

One word is not enough: "good" is the second best of one scale and the middle of another. So a scale is taken only if it
knows every answer, and if all scales that do agree on their numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from cxsurvey.reading.headers import match_key


@dataclass(frozen=True, slots=True)
class WordScale:
    """Five steps, the lowest first; words of one step are parted by ``|``."""

    key: str  # as a mapping keeps it
    steps: tuple[str, str, str, str, str]

    def number(self, text: str) -> int | None:
        """1 to 5; ``None`` if the scale does not have that answer."""
        return _numbers(self).get(_key(text))

    @property
    def is_of_importance(self) -> bool:
        """Whether its words say how important something is, whatever the question says."""
        return self.key.startswith("words_importance")


_QUALITY = (
    "very poor|very bad|terrible|very poorly|very badly", "poor|bad|poorly|badly",
    "neutral|average|fair|ok|okay|acceptable|neither good nor bad|neither good nor poor|neither poor nor good|so-so",
    "good|well", "very good|very well",
)  # fmt: skip
_SCALES = (
    WordScale("words_quality", _QUALITY),
    WordScale("words_quality_excellent", (*_QUALITY[:4], "excellent|outstanding")),
    WordScale("words_poor_to_excellent", ("poor", "fair", "good", "very good", "excellent")),
    WordScale("words_satisfaction", (
        "very dissatisfied|very unsatisfied|extremely dissatisfied",
        "dissatisfied|unsatisfied|somewhat dissatisfied",
        "neutral|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied",
        "satisfied|somewhat satisfied", "very satisfied|extremely satisfied",
    )),
    WordScale("words_agreement", (
        "strongly disagree|totally disagree|completely disagree", "disagree|somewhat disagree",
        "neutral|neither agree nor disagree|neither disagree nor agree|undecided", "agree|somewhat agree",
        "strongly agree|totally agree|completely agree",
    )),
    WordScale("words_importance", (
        "not important|not at all important|unimportant|not important at all",
        "slightly important|of little importance|a little important|not very important|not so important",
        "moderately important|somewhat important|neutral|neither important nor unimportant|fairly important",
        "important|quite important", "very important|extremely important",
    )),
    WordScale("words_importance_extreme", (
        "not at all important|not important|not important at all", "slightly important|not so important",
        "moderately important|somewhat important", "very important", "extremely important",
    )),
    WordScale("words_quality_de", (
        "sehr schlecht", "schlecht|eher schlecht", "mittel|mittelmäßig|neutral|teils, teils|teils/teils|weder noch",
        "gut|eher gut", "sehr gut",
    )),
    WordScale("words_satisfaction_de", (
        "sehr unzufrieden", "unzufrieden|eher unzufrieden", "neutral|teils, teils|teils/teils|weder noch",
        "zufrieden|eher zufrieden", "sehr zufrieden",
    )),
    WordScale("words_agreement_de", (
        "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
        "stimme nicht zu|stimme eher nicht zu|trifft eher nicht zu", "neutral|teils, teils|teils/teils|weder noch",
        "stimme zu|stimme eher zu|trifft eher zu", "stimme voll zu|stimme voll und ganz zu|trifft voll zu|"
        "trifft voll und ganz zu",
    )),
    WordScale("words_importance_de", (
        "überhaupt nicht wichtig|völlig unwichtig|sehr unwichtig|gar nicht wichtig", "unwichtig|eher unwichtig",
        "neutral|teils, teils|teils/teils|weder noch|mittel", "wichtig|eher wichtig", "sehr wichtig",
    )),
    WordScale("words_quality_fr", ("très mauvais|très mal", "mauvais|mal", "moyen|neutre|passable", "bon|bien",
                                   "très bon|très bien")),
    WordScale("words_satisfaction_fr", (
        "très insatisfait|pas du tout satisfait", "insatisfait|plutôt insatisfait|peu satisfait",
        "neutre|ni satisfait ni insatisfait", "satisfait|plutôt satisfait", "très satisfait",
    )),
    WordScale("words_quality_es", ("muy malo|muy mala|muy mal", "malo|mala|mal", "regular|neutral|normal",
                                   "bueno|buena|bien", "muy bueno|muy buena|muy bien")),
    WordScale("words_quality_pl", (
        "bardzo źle|bardzo zły|bardzo zła|bardzo złe", "źle|zły|zła|złe|raczej źle",
        "średnio|przeciętnie|neutralnie|ani dobrze, ani źle|ani dobrze ani źle",
        "dobrze|dobry|dobra|dobre|raczej dobrze",
        "bardzo dobrze|bardzo dobry|bardzo dobra|bardzo dobre",
    )),
    WordScale("words_satisfaction_pl", (
        "bardzo niezadowolony|bardzo niezadowolona|zdecydowanie niezadowolony",
        "niezadowolony|niezadowolona|raczej niezadowolony",
        "neutralny|neutralnie|ani zadowolony, ani niezadowolony|ani zadowolony ani niezadowolony",
        "zadowolony|zadowolona|raczej zadowolony", "bardzo zadowolony|bardzo zadowolona|zdecydowanie zadowolony",
    )),
    WordScale("words_agreement_pl", (
        "zdecydowanie się nie zgadzam|zdecydowanie nie", "nie zgadzam się|raczej się nie zgadzam|raczej nie",
        "trudno powiedzieć|ani tak, ani nie|ani się zgadzam, ani nie zgadzam",
        "zgadzam się|raczej się zgadzam|raczej tak",
        "zdecydowanie się zgadzam|zdecydowanie tak",
    )),
    WordScale("words_importance_pl", (
        "zupełnie nieważne|całkowicie nieważne|bardzo nieważne", "nieważne|raczej nieważne|mało ważne",
        "neutralne|średnio ważne|ani ważne, ani nieważne", "ważne|raczej ważne", "bardzo ważne",
    )),
    WordScale("words_quality_ru", ("очень плохо", "плохо|скорее плохо", "средне|нейтрально|удовлетворительно",
                                   "хорошо|скорее хорошо", "очень хорошо|отлично")),
    WordScale("words_satisfaction_ru", (
        "совершенно не удовлетворен|полностью не удовлетворен|совсем не доволен|очень недоволен",
        "не удовлетворен|скорее не удовлетворен|недоволен|скорее недоволен", "нейтрально",
        "удовлетворен|скорее удовлетворен|доволен|скорее доволен", "полностью удовлетворен|очень доволен",
    )),
    WordScale("words_agreement_ru", (
        "полностью не согласен|совершенно не согласен|категорически не согласен", "не согласен|скорее не согласен",
        "нейтрально|затрудняюсь ответить|ни то, ни другое", "согласен|скорее согласен", "полностью согласен",
    )),
    WordScale("words_importance_ru", ("совсем не важно|совершенно не важно", "не важно|неважно|скорее не важно",
                                      "нейтрально|умеренно важно", "важно|скорее важно", "очень важно")),
    WordScale("words_quality_th", ("แย่มาก|ไม่ดีมาก", "แย่|ไม่ดี", "ปานกลาง|พอใช้|เฉย ๆ|เฉยๆ", "ดี", "ดีมาก")),
    WordScale("words_satisfaction_th", ("ไม่พอใจมาก|ไม่พึงพอใจมาก|ไม่พอใจอย่างยิ่ง", "ไม่พอใจ|ไม่พึงพอใจ",
                                        "ปานกลาง|เฉย ๆ|เฉยๆ", "พอใจ|พึงพอใจ", "พอใจมาก|พึงพอใจมาก|พอใจอย่างยิ่ง")),
    WordScale("words_amount_th", ("น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")),
    WordScale("words_agreement_th", ("ไม่เห็นด้วยอย่างยิ่ง", "ไม่เห็นด้วย", "ไม่แน่ใจ|เฉย ๆ|เฉยๆ|ปานกลาง", "เห็นด้วย",
                                     "เห็นด้วยอย่างยิ่ง")),
    WordScale("words_importance_th", ("ไม่สำคัญเลย|ไม่สำคัญอย่างยิ่ง", "ไม่สำคัญ|สำคัญน้อย", "ปานกลาง|สำคัญปานกลาง", "สำคัญ|สำคัญมาก",
                                      "สำคัญมากที่สุด|สำคัญที่สุด|สำคัญอย่างยิ่ง")),
)  # fmt: skip
_BY_KEY = {scale.key: scale for scale in _SCALES}


def word_scale(key: str) -> WordScale | None:
    """The scale of that key; ``None`` if it is none."""
    return _BY_KEY.get(key)


def scale_of_words(answers: Iterable[str]) -> WordScale | None:
    """The scale that has all these answers; ``None`` if there is none, or if two of them count differently.

    A scale that tells all answers apart goes before one that takes two for the same: where "very important" stands
    beside "extremely important", it is the second best.
    """
    words = {_key(text) for text in answers}
    if len(words) < 2:
        return None
    fitting = [scale for scale in _SCALES if words <= _numbers(scale).keys()]
    exact = [scale for scale in fitting if len({_numbers(scale)[word] for word in words}) == len(words)]
    fitting = exact or fitting
    counts = {tuple(_numbers(scale)[word] for word in sorted(words)) for scale in fitting}
    return fitting[0] if len(counts) == 1 else None


@cache
def _numbers(scale: WordScale) -> dict[str, int]:
    return {_key(word): number for number, step in enumerate(scale.steps, 1) for word in step.split("|")}


def _key(text: str) -> str:
    return match_key(text).replace("ё", "е")
