"""The pillars of a study: what customers are asked to rank, in every language of the survey."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cxsurvey.notices import error
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.resources import read_json

FEWEST, MOST = 3, 20
CX_LIST = "cx"


@dataclass(frozen=True, slots=True)
class PillarText:
    """A pillar's words in one language."""

    language: str           # "en", "pl", ...
    name: str               # as managers say it
    customer_sentence: str  # as customers read it
    question: str           # as the self-assessment asks, 1 weak ... 5 excellent
    short: str = ""         # for charts; the name where empty
    covers: str = ""        # what belongs to it, for the card


@dataclass(frozen=True, slots=True)
class Pillar:
    """One thing that may matter to customers. ``texts[0]`` is in the study's main language."""

    key: str   # never shown, never changes
    code: str  # "P01": what the survey platforms carry; never changes once a survey went out
    texts: tuple[PillarText, ...]

    @property
    def name(self) -> str:
        """The management name in the study's main language."""
        return self.texts[0].name

    @property
    def short(self) -> str:
        """The name for charts and tables in the study's main language."""
        return self.texts[0].short or self.texts[0].name

    def text(self, language: str) -> PillarText:
        """The words in that language, or in the main language where there are none."""
        return next((text for text in self.texts if text.language == language), self.texts[0])


Pillars = tuple[Pillar, ...]


def built_in_pillars(name: str = CX_LIST, language: str = "en") -> Pillars:
    """The shipped list of that name, its texts led by ``language``."""
    return pillars_from_data(read_json("pillars", f"{name}.json"), language)


def pillars_from_data(data: Any, language: str = "en") -> Pillars:
    """Pillars from the shape of ``resources/pillars/*.json``.

    Raises ``SurveyError`` when the list is not of that shape, has repeated keys, or is not of 3 to 20 pillars.
    """
    return check_pillars(tuple(_pillar(entry, position, language) for position, entry in enumerate(data["pillars"], 1)))


def check_pillars(pillars: Pillars) -> Pillars:
    """The same pillars; ``SurveyError`` unless there are 3 to 20 with distinct keys, codes and non-empty names."""
    if not FEWEST <= len(pillars) <= MOST:
        raise error(SurveyNotice.PILLAR_COUNT, n=len(pillars), low=FEWEST, high=MOST)
    for field in ("key", "code", "name"):
        seen: set[str] = set()
        for pillar in pillars:
            value = getattr(pillar, field).strip()
            if not value or value.casefold() in seen:
                raise error(SurveyNotice.PILLAR_REPEATED, name=value, field=field)
            seen.add(value.casefold())
    return pillars


def new_pillar(pillars: Pillars, name: str) -> Pillar:
    """A pillar for that name with a free key and code; not yet in the list."""
    keys, codes = {pillar.key for pillar in pillars}, {pillar.code for pillar in pillars}
    letters = (letter if letter.isascii() and letter.isalnum() else "_" for letter in name.casefold())
    base = "".join(letters).strip("_") or "pillar"
    key = next(key for key in _numbered(base) if key not in keys)
    code = next(code for code in (f"P{number:02d}" for number in range(1, 1000)) if code not in codes)
    return Pillar(key, code, (PillarText(pillars[0].texts[0].language if pillars else "en", name, name, ""),))


def with_text(pillar: Pillar, language: str, **changes: str) -> Pillar:
    """The pillar with some of its words in one language changed (a language it lacked starts from the main one's)."""
    changed = replace(pillar.text(language), language=language, **changes)
    if any(text.language == language for text in pillar.texts):
        return replace(pillar, texts=tuple(changed if text.language == language else text for text in pillar.texts))
    return replace(pillar, texts=(*pillar.texts, changed))


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in range(2, 1000):
        yield f"{base}_{number}"


def _pillar(entry: Any, position: int, language: str) -> Pillar:
    """One pillar from data; a bare string is a name, texts may be one language's fields or a map by language."""
    if isinstance(entry, str):
        entry = {"name": entry}
    if not isinstance(entry, dict):
        raise error(SurveyNotice.PILLAR_LIST_SHAPE, position=position)
    by_language = entry.get("texts") or {language: entry}
    texts = tuple(
        PillarText(
            tongue, str(words.get("name", "")), str(words.get("customer_sentence") or words.get("name", "")),
            str(words.get("question", "")), str(words.get("short", "")), str(words.get("covers", "")),
        )
        for tongue, words in sorted(by_language.items(), key=lambda item: item[0] != language)
    )
    key = str(entry.get("key") or "").strip() or f"pillar_{position}"
    return Pillar(key, str(entry.get("code") or f"P{position:02d}"), texts)
