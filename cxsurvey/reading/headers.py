"""Header texts made comparable, and taken apart into question and item. For matching only; the original is shown."""

import html
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# The words before an item, and those after it.
Frame = tuple[tuple[str, ...], tuple[str, ...]]
# A text of more letters is no heading of a question; looking for its parts could take for ever.
LONGEST_HEADING = 2_000
# Stands for the item in a question that was told by what neighbouring headers share.
SHARED = "…"
_TAG = re.compile(r"<[^<>]{0,200}>")
_BLANKS = re.compile(r"\s+")
MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad]")
_BRACKETS = re.compile(r"(?P<question>.*?)\s*\[(?P<item>.+)\]\s*\Z", re.DOTALL)
_CODE_AT_END = re.compile(r"(?P<question>[A-Za-z][\w.\-/]*?)(?:[._\-/ ]|__)(?P<item>[A-Za-z]{0,4}\d{1,3})\Z", re.ASCII)
_NUMBER_IN_FRONT = re.compile(r"\A\s*(?:[Qq]\.?\s*)?\d{1,3}\s*[.):]\s+")
ORDINAL_WORDS = {
    word: place
    for place, words in enumerate(
        (
            "first pierwsze pierwszy pierwsza первый первое первая premier erste erster primero",
            "second drugie drugi druga второй второе вторая deuxième zweite zweiter segundo",
            "third trzecie trzeci trzecia третий третье третья troisième dritte dritter tercero",
            "fourth czwarte czwarty czwarta четвёртый четвертый quatrième vierte",
            "fifth piąte piąty piąta пятый пятое cinquième fünfte",
            "sixth szóste szósty szósta шестой", "seventh siódme siódmy siódma седьмой",
            "eighth ósme ósmy ósma восьмой", "ninth dziewiąte dziewiąty dziewiąta девятый",
            "tenth dziesiąte dziesiąty dziesiąta десятый",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_PLACE_WORDS = (
    "rank|ranking|place|position|pos|choice|priority|prio|top|no|nr|number|miejsce|pozycja|priorytet|wybór|wybor|"
    "место|приоритет|позиция|выбор|อันดับ|อันดับที่|ลำดับ|ลำดับที่|classement|rang|platz|position|lugar|posición"
)
# What explains a place: ``1 (most important)``, ``10 = lowest``.
_EXPLAINED = re.compile(r"\s*(?:\([^()\d]*\)|\s[=:–—-]\s*[^\W\d]\D*)\Z")
# What follows the word for a place in a sentence: "the second most important", "второе по важности".
_OF_IMPORTANCE = (
    "most", "important", "choice", "priorit", "favo", "best", "najważ", "pod", "по", "plus", "más", "mais", "wichtigst"
)  # fmt: skip
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)\Z")
_SECOND_MOST = {"zweitwichtigst": 2, "drittwichtigst": 3, "viertwichtigst": 4, "fünftwichtigst": 5}
_PLACE = re.compile(
    rf"\A(?:(?:{_PLACE_WORDS})[\s.:#_-]*)*(?P<place>\d{{1,2}})\s*(?:st|nd|rd|th|er|e|ème|º|ª|\.|-?е|-?я|-?й)?"
    rf"[\s._:-]*(?:{_PLACE_WORDS})*\Z"
)


@lru_cache(maxsize=65_536)
def cleaned(text: str) -> str:
    """A header or label without mark-up, entities, invisible characters and doubled blanks; letters as they are."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    # NFKC takes the Thai vowel sara am apart, which nobody types that way: put it together again.
    text = MARKS.sub("", unicodedata.normalize("NFKC", text)).replace("\u0e4d\u0e32", "\u0e33")
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=65_536)
def match_key(text: str) -> str:
    """What two texts have in common when a person would call them the same: no case, no stray signs at the ends."""
    key = cleaned(text).casefold()
    return key.strip(" \t.:;,*\"'“”„’‘?!–—-") or key


def without_number(text: str) -> str:
    """``Q3. Birth year`` and ``3) Birth year`` without what numbers the question."""
    return _NUMBER_IN_FRONT.sub("", cleaned(text))


def splits(header: str) -> tuple[tuple[str, str], ...]:
    """All ways to read a header as (question, item), the surest first; the last takes it whole as the item."""
    text = cleaned(header)
    if len(text) > LONGEST_HEADING:
        return (("", text),)
    found: list[tuple[str, str]] = []
    brackets = _BRACKETS.match(text)
    if brackets:
        found.append((brackets["question"], brackets["item"]))
    code = _CODE_AT_END.match(text)
    if code:
        found.append((code["question"], code["item"]))
    for mark in (" - ", " – ", " — ", "?.", ": ", " | ", " / ", ". ", "."):
        question, parting, item = text.rpartition(mark)
        if parting and question and item:
            found.append(((question + mark.strip(" -–—|/:.")).strip(), item.strip()))
    found.append(("", text))
    return tuple(dict.fromkeys(found))


def frame_of(header: str, neighbour: str) -> Frame | None:
    """The words that two neighbouring headers begin and end with; ``None`` if they share none.

    ``Rank of Speed (1 = best)`` and ``Rank of Value (1 = best)`` give ``Rank of`` and ``(1 = best)``.
    """
    words, others = cleaned(header).split(" "), cleaned(neighbour).split(" ")
    shortest = min(len(words), len(others))
    start = 0
    while start < shortest - 1 and words[start] == others[start]:
        start += 1
    end = 0
    while end < shortest - start - 1 and words[-1 - end] == others[-1 - end]:
        end += 1
    return (tuple(words[:start]), tuple(words[len(words) - end :])) if start + end else None


def inside(header: str, frame: Frame) -> tuple[str, str] | None:
    """The frame as the question and what stands inside it as the item; ``None`` if the header has another frame."""
    words = tuple(cleaned(header).split(" "))
    start, end = frame
    last = len(words) - len(end)
    if last <= len(start) or words[: len(start)] != start or words[last:] != end:
        return None
    return " ".join([*start, SHARED, *end]), " ".join(words[len(start) : last]).strip(" -–—:,")


@lru_cache(maxsize=4096)
def place_named(text: str) -> int:
    """The place a header names: ``Rank 1``, ``2nd choice``, ``1 (most important)``, ``third``; 0 for none."""
    key = match_key(text)
    if len(key) > LONGEST_HEADING:
        return 0
    key = _EXPLAINED.sub("", key)
    found = _PLACE.match(key)
    if found:
        return int(found["place"])
    words = [word for word in re.split(r"[\s_-]+", key) if word]
    if 1 <= len(words) <= 3:
        return next((ORDINAL_WORDS[word] for word in words if word in ORDINAL_WORDS), place_told(key))
    return place_told(key)


def place_told(text: str) -> int:
    """The place that a sentence tells: 2 of ``What is the second most important to you?``; 0 for none."""
    words = re.findall(r"\w+", match_key(text)[:LONGEST_HEADING])
    for word, after in pairwise([*words, ""]):
        place = ORDINAL_WORDS.get(word, 0) or (int(word[:-2]) if _NTH.match(word) else 0)
        if place and after.startswith(_OF_IMPORTANCE):
            return place
        compound = next((place for start, place in _SECOND_MOST.items() if word.startswith(start)), 0)
        if compound:
            return compound
    return 0
