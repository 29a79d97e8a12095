"""Questions about all of the experience, by their words: satisfaction, impression of the brand, attention checks."""

import re

from cxsurvey.reading.headers import match_key
from cxsurvey.reading.values import Role

BRAND_CODES = {"sat": Role.SATISFACTION, "img": Role.IMAGE}

_SATISFACTION = re.compile(
    r"(?:overall|all in all|in general|altogether|all things considered)\b.*\bsatisf|\bsatisf\w*\b.*\boverall|"
    r"how satisfied are you(?: with (?:us|our (?:company|brand|service|services|products)|the company))?\s*\Z|"
    r"\A(?:overall |general |customer )*satisfaction(?: score| rating)?\Z|"
    r"ogół\w*.*zadowol|ogóln\w*.*zadowol|zadowol\w*.*(?:ogóln|ogół)|\Azadowolenie\Z|"
    r"в целом.*(?:довол|удовлетвор)|(?:довол|удовлетвор)\w*.*в целом|общая удовлетвор|"
    r"โดยรวม.*พอใจ|ความพึงพอใจโดยรวม|insgesamt.*zufrieden|zufrieden.*insgesamt|gesamtzufriedenheit|"
    r"(?:globalement|dans l.ensemble|en général).*satisf|satisf\w*.*(?:global|dans l.ensemble)|"
    r"en general.*satisf|satisf\w*.*(?:en general|general\b|global)"
)
_IMAGE = re.compile(
    r"\b(?:impression|image|opinion|perception|view)\b.*\b(?:our|the|this) (?:brand|company)\b|\bbrand image\b|"
    r"\Aimage of the brand\Z|(?:zdani|opini|wrażeni)\w* o .*(?:mar[ck]|firm)|wizerunek|"
    r"(?:впечатлени|мнени)\w* о .*(?:бренд|марк|компани)|имидж|ภาพลักษณ์|มองแบรนด์|"
    r"markenimage|(?:eindruck|bild|meinung) von .*marke|(?:image|impression|opinion) .*\bmarque|"
    r"(?:imagen|impresión|opinión) .*\bmarca"
)
_PLEASE_CHOOSE = re.compile(
    r"(?:choose|select|tick|mark|pick|click)\b|wybrać|zaznaczyć|выберите|отметьте|เลือก|wähl|klick|kreuz|"
    r"choisi|cocher|sélectionn|elija|seleccion|marque\b"
)
_READING = re.compile(
    r"show (?:us )?that you|attention|reading|uważnie|внимательно|อ่านอยู่|aufmerksam|attenti|atención|leyendo"
)
_QUOTED = re.compile(r"[\"“„«‘'](?P<answer>[^\"”“»’']{1,40})[\"”“»’']")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}(?![\w%]|[.,]\d)")


def brand_question(header: str) -> Role | None:
    """``SATISFACTION`` or ``IMAGE``, if that is what a single question asks for."""
    key = match_key(header)
    if _SATISFACTION.search(key):
        return Role.SATISFACTION
    return Role.IMAGE if _IMAGE.search(key) else None


def answer_that_passes(header: str) -> str:
    """What an attention check asks to choose: "please choose 4 here, to show that you are reading"; else empty."""
    key = match_key(header)
    if not _PLEASE_CHOOSE.search(key) or not _READING.search(key):
        return ""
    quoted = {found["answer"].strip() for found in _QUOTED.finditer(header)}
    numbers = set(_NUMBER.findall(key))
    found = quoted or numbers
    return found.pop() if len(found) == 1 else ""
