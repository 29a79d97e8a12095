"""The shipped words of surveys, in every language that ships: ``resources/survey/*.json``."""

from collections.abc import Mapping
from functools import cache

from cxsurvey.resources import read_json

FALLBACK = "en"


@cache
def _texts(file: str) -> Mapping[str, Mapping[str, str]]:
    texts: Mapping[str, Mapping[str, str]] = read_json("survey", f"{file}.json")["texts"]
    return texts


def words(language: str, file: str = "texts") -> Mapping[str, str]:
    """The shipped words by key in that language, English where we have none of it."""
    texts = _texts(file)
    return texts.get(language) or texts[FALLBACK]


def survey_languages() -> tuple[str, ...]:
    """The languages that surveys have shipped words for; English first."""
    return tuple(_texts("texts"))


def fill(text: str, **values: object) -> str:
    """The text with ``{name}`` replaced; other braces, which people may type, stay as they are."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
