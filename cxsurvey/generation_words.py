"""What generations are called: the usual names, codes and spans of birth years, in the languages of surveys."""

import re
from functools import cache, lru_cache

from cxsurvey.resources import read_json

OTHER = "other"
# Keys are those of the shipped bands; "alpha" has none, since nobody of that age is asked yet.
_NAMES = {
    "gen_z": "z zetki zoomer zoomers зуммеры зумер зумеры แซด ซี",
    "millennial": "y millennial millennials millenial millenials milennial milenial milenials "
    "milenialsi millenialsi milenials игрек миллениал миллениалы милениалы วาย มิลเลนเนียล "
    "มิลเลนเนียลส์ milléniaux mileniales milénial",
    "gen_x": "x икс เอ็กซ์ เอกซ์",
    "boomer": "boomer boomers babyboomer babyboomers baby_boom boomerzy бумер бумеры бебибумер "
    "бебибумеры бэбибумер бэбибумеры беби_бумеров бэби_бумеров บูมเมอร์ เบบี้บูมเมอร์ เบบี้บูมเมอร์ส เบบี้บูม",
    "silent": "silent the_silent silents traditionalist traditionalists builders interwar stille silencieuse "
    "silenciosa ciche cichych молчаливое молчаливых тихое ไซเลนต์ ไซเลนต์เจน",
    "alpha": "alpha alfa альфа อัลฟา อัลฟ่า",
}
_FILLERS = (
    "generations", "generation", "generationen", "generacja", "generacji", "generación", "génération", "pokolenie",
    "pokolenia", "поколение", "поколения", "поколению", "เจนเนอเรชั่น", "เจเนอเรชัน",
    "เจเนอเรชั่น", "เจนเนอเรชัน", "เจน", "รุ่น",
    "gen", "the",
)  # fmt: skip
_OTHER_WORDS = (
    "other", "oth", "others", "another", "none", "noneofthese", "noneoftheabove", "inne", "inna", "innaodpowiedź",
    "другое", "другая", "другой", "อื่น ๆ", "อื่นๆ", "sonstiges", "sonstige", "andere", "anderes", "autre", "autres",
    "otro", "otra", "altro", "outro", "outra", "anders", "інше", "jiné", "muu", "annat", "その他", "其他", "其它",
)  # fmt: skip
_YEAR = re.compile(r"\b\d{4}\b")
_APART = re.compile(r"[\W_]+")
_PARTING = re.compile(r"[/|,;:()]| - ")
# How far the ends of a span may lie from a known one: conventions differ by a year or two.
_YEARS_OFF = 2


def _plain(text: str) -> str:
    """Letters, and digits but for years; what Python calls no letter, as Thai vowels, goes on both sides alike."""
    return _APART.sub("", _YEAR.sub("", text.casefold()))


_BY_NAME = {_plain(name): key for key, names in _NAMES.items() for name in names.split()}
_PLAIN_FILLERS = sorted({_plain(word) for word in _FILLERS}, key=len, reverse=True)
_PLAIN_OTHERS = frozenset(map(_plain, _OTHER_WORDS))


@lru_cache(maxsize=4_096)
def generation_named(text: str) -> str:
    """The key of the generation that a name or code means: ``Gen X``, ``x``, ``Baby boomers (1946-1964)``.

    ``OTHER`` for the words of "other"; empty where the text names none that is known.
    """
    if len(text) > 80:
        return ""
    if _plain(text) in _PLAIN_OTHERS:
        return OTHER
    parts = [part for part in _PARTING.split(text) if _plain(part)]
    # "Gen X: born 1965 to 1980": what stands around a year need not name anything.
    found = {key for part in parts if (key := _name(part)) or not _YEAR.search(part)}
    return found.pop() if len(found) == 1 else _name(text)


def is_code(text: str) -> bool:
    """Whether a text is a single letter, which means a generation only among others that do."""
    return len(_plain(text)) == 1


@cache
def generation_of_years(low: int | None, high: int | None) -> str:
    """The key of the generation born in these years by any of the shipped conventions; empty where it is none."""
    for key, bounds in _conventions():
        if all(
            (mine is None and (theirs is None or key in ("silent", "gen_z")))
            or (mine is not None and theirs is not None and abs(mine - theirs) <= _YEARS_OFF)
            for mine, theirs in zip((low, high), bounds, strict=True)
        ):
            return key
    return ""


@cache
def widest_years(key: str) -> tuple[int, int] | None:
    """The first and the last birth year that any shipped convention gives a generation; ``None`` if it has none."""
    bounds = [ends for known, ends in _conventions() if known == key]
    if not bounds:
        return None
    return min(low or 0 for low, _ in bounds), max(high or 9_999 for _, high in bounds)


@cache
def _conventions() -> tuple[tuple[str, tuple[int | None, int | None]], ...]:
    """Every band of every shipped convention, under the key of the first one."""
    bands = [band for preset in read_json("generations.json")["presets"] for band in preset["bands"]]
    named = ((generation_named(band["key"]) or generation_named(band["names"]["en"]), band) for band in bands)
    return tuple((key, (band.get("low"), band.get("high"))) for key, band in named)


def _name(text: str) -> str:
    """The generation whose name is left once words as "generation" are taken off; empty if none is."""
    plain = _plain(text)
    while plain not in _BY_NAME:
        filler = next((word for word in _PLAIN_FILLERS if plain.startswith(word) or plain.endswith(word)), "")
        if not filler:
            return ""
        plain = plain.removeprefix(filler) if plain.startswith(filler) else plain.removesuffix(filler)
    return _BY_NAME[plain]
