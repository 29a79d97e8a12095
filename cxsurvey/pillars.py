"""The pillars of a study: what customers are asked to rank, in every language of the survey."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from cxsurvey.notices import error
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.resources import read_json

FEWEST, MOST = 3, 20
CX_LIST = "cx"
TEXT_LISTS = (".txt", ".csv", ".tsv")
LARGEST_LIST_FILE = 1_000_000  # bytes; twenty pillars in twenty languages need a tenth of it
# rapidfuzz scores from which two texts are taken for one another. Customers read sentences only, so names are
# held to less: "Digital experiences" and "Non-digital experiences" (90) are no problem to managers.
SENTENCES_ALIKE, NAMES_ALIKE = 80.0, 92.0


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


def read_pillar_list(path: Path, language: str = "en") -> Pillars:
    """The pillars of a file of one's own.

    JSON: ``{"pillars": [...]}`` or the bare list, names or groups of texts. ``.txt``: a name a line. Tables:
    names in the first column; with a heading row of field names (name, short, customer_sentence, question, covers)
    their columns. Raises ``SurveyError`` when the file is missing, unreadable, too large, of another kind inside, or
    not a list of 3 to 20.
    """
    try:
        if path.stat().st_size > LARGEST_LIST_FILE:
            raise error(SurveyNotice.PILLAR_FILE_LARGE, file=path.name)
        if path.suffix.lower() in TEXT_LISTS:
            return pillars_from_data(_entries(path), language)
        # utf-8-sig: Windows editors put a mark at the start.
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as wrong:
        raise error(SurveyNotice.PILLAR_FILE_MISSING, file=path.name, reason=wrong.strerror or "") from wrong
    except json.JSONDecodeError as wrong:
        raise error(SurveyNotice.PILLAR_FILE_NOT_JSON, file=path.name, line=wrong.lineno) from wrong
    except UnicodeError as wrong:
        raise error(SurveyNotice.PILLAR_FILE_NOT_UTF8, file=path.name) from wrong
    except RecursionError as wrong:
        raise error(SurveyNotice.PILLAR_FILE_NOT_JSON, file=path.name, line=1) from wrong
    return pillars_from_data(data, language)


def pillars_from_data(data: Any, language: str = "en") -> Pillars:
    """Pillars from the shape of ``resources/pillars/*.json``, or from a bare list of names or entries.

    Raises ``SurveyError`` when the list is not of that shape, has repeated keys, or is not of 3 to 20 pillars.
    """
    entries = data.get("pillars") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise error(SurveyNotice.PILLAR_LIST_MISSING)
    return check_pillars(tuple(_pillar(entry, position, language) for position, entry in enumerate(entries, 1)))


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


def move_pillar(pillars: Pillars, key: str, position: int) -> Pillars:
    """The list with that pillar at ``position`` from 0 (the ends hold); ``KeyError`` if there is no such pillar."""
    moved = next((pillar for pillar in pillars if pillar.key == key), None)
    if moved is None:
        raise KeyError(key)
    others = [pillar for pillar in pillars if pillar.key != key]
    others.insert(max(0, min(position, len(others))), moved)
    return tuple(others)


def reorder_pillars(pillars: Pillars, keys: tuple[str, ...]) -> Pillars:
    """The list in the order of ``keys``; ``ValueError`` unless they are the same pillars."""
    by_key = {pillar.key: pillar for pillar in pillars}
    if sorted(keys) != sorted(by_key):
        raise ValueError("keys: needs each pillar's key once")
    return tuple(by_key[key] for key in keys)


def put_pillar(pillars: Pillars, pillar: Pillar) -> Pillars:
    """The list with that pillar changed, or added at the end if its key is new."""
    if any(known.key == pillar.key for known in pillars):
        return tuple(pillar if known.key == pillar.key else known for known in pillars)
    return (*pillars, pillar)


def remove_pillar(pillars: Pillars, key: str) -> Pillars:
    """The list without that pillar; whether enough are left is for ``check_pillars``."""
    return tuple(pillar for pillar in pillars if pillar.key != key)


@dataclass(frozen=True, slots=True)
class ConfusablePair:
    """Two pillars whose words are so alike that customers may take one for the other."""

    first: str   # pillar keys
    second: str
    first_text: str
    second_text: str
    language: str
    score: float  # 0 ... 100, where 100 is the same words


def confusable_pairs(pillars: Pillars, languages: tuple[str, ...] = ()) -> tuple[ConfusablePair, ...]:
    """Pairs with names or customer sentences alike in any of the languages (the main one if none is named).

    The score is rapidfuzz's token-sort ratio, which does not mind the order of words.
    """
    return tuple(
        pair
        for language in languages or (pillars[0].texts[0].language if pillars else "en",)
        for first, second in combinations(pillars, 2)
        if (pair := _pair(first, second, language))
    )


def _pair(first: Pillar, second: Pillar, language: str) -> ConfusablePair | None:
    from rapidfuzz import fuzz, utils  # not before the first paint

    one, other = first.text(language), second.text(language)
    for a, b, alike in (
        (one.customer_sentence, other.customer_sentence, SENTENCES_ALIKE), (one.name, other.name, NAMES_ALIKE)
    ):
        score = fuzz.token_sort_ratio(a, b, processor=utils.default_process, score_cutoff=alike)
        if score:
            return ConfusablePair(first.key, second.key, a, b, language, score)
    return None


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in range(2, 1000):
        yield f"{base}_{number}"


def _pillar(entry: Any, position: int, language: str) -> Pillar:
    """One pillar from data; a bare string is a name, texts may be one language's fields or a map by language."""
    if isinstance(entry, str):
        entry = {"name": entry}
    by_language = (entry.get("texts") or {language: entry}) if isinstance(entry, dict) else None
    if not isinstance(by_language, dict) or not all(isinstance(words, dict) for words in by_language.values()):
        raise error(SurveyNotice.PILLAR_LIST_SHAPE, position=position)
    texts = tuple(
        _text(str(tongue), words)
        for tongue, words in sorted(by_language.items(), key=lambda item: item[0] != language)
    )
    key = _line(entry.get("key")) or f"pillar_{position}"
    return Pillar(key, _line(entry.get("code")) or f"P{position:02d}", texts)


def _entries(path: Path) -> list[dict[str, str]]:
    """The lines of a text file, or the rows of a table, as groups of texts; empty ones are left out."""
    raw = path.read_bytes()
    # Spreadsheets save "Unicode text" as UTF-16 with a mark.
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()]
    if path.suffix.lower() == ".txt" or not lines:
        return [{"name": line} for line in lines]
    sign = max("\t;,", key=lines[0].count)
    rows = [row for row in csv.reader(lines, delimiter=sign) if row and row[0].strip()]
    fields = [cell.strip().casefold().replace(" ", "_") for cell in rows[0]] if rows else []
    if "name" not in fields:
        return [{"name": row[0]} for row in rows]
    return [dict(zip(fields, row, strict=False)) for row in rows[1:]]


def _text(language: str, words: dict[str, Any]) -> PillarText:
    name = _line(words.get("name"))
    return PillarText(
        language, name, _line(words.get("customer_sentence")) or name, _line(words.get("question")),
        _line(words.get("short")), _line(words.get("covers")),
    )


def _line(value: Any) -> str:
    """One line of text; what is not text counts as none. Line breaks would split a heading in a spreadsheet."""
    return " ".join(value.split()) if isinstance(value, str) else ""
