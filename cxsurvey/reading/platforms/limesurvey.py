"""LimeSurvey: one header row of question codes, of texts, or of both; two in the form it exchanges with itself."""

import re

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.values import Role

NAME = "limesurvey"
_CODES = {"submitdate", "lastpage", "startlanguage"}
_TEXTS = (
    {"response id", "date submitted", "last page", "start language"},
    {"id de la réponse", "date de soumission", "dernière page", "langue de départ"},
    {"antwort id", "datum abgeschickt", "letzte seite", "start-sprache"},
    {"id odpowiedzi", "data wysłania", "ostatnia strona", "język początkowy"},
)
_META = {
    "id": Role.RESPONDENT_ID, "response id": Role.RESPONDENT_ID, "submitdate": Role.SUBMITTED,
    "date submitted": Role.SUBMITTED, "lastpage": Role.IGNORED, "last page": Role.IGNORED,
    "startlanguage": Role.LANGUAGE, "start language": Role.LANGUAGE, "seed": Role.IGNORED,
    "startdate": Role.STARTED, "date started": Role.STARTED, "datestamp": Role.IGNORED,
    "date last action": Role.IGNORED, "ipaddr": Role.PERSONAL, "ip address": Role.PERSONAL,
    "adresse ip": Role.PERSONAL, "token": Role.PERSONAL,
    "refurl": Role.IGNORED, "referrer url": Role.IGNORED, "interviewtime": Role.DURATION,
    "total time": Role.DURATION,
}  # fmt: skip


# The first columns, whatever their headings are called.
_BY_PLACE = (Role.RESPONDENT_ID, Role.SUBMITTED, Role.IGNORED, Role.LANGUAGE)
_OTHER = re.compile(
    r"\[(?:other|autre|sonstiges|inne|altro|otro|otra|outro|outra|anders|andere|другое|інше|jiné|muu|annat)\]"
    r"|\[(?:その他|其他|其它|อื่น ๆ)\]|_other\b", re.IGNORECASE,
)  # fmt: skip
# How long each group and question took.
_TIMING = re.compile(r"(?:group|question) time: |(?-i:groupTime\d+|[A-Za-z]\w*Time)(?:\. |\Z)", re.IGNORECASE)
# ``Rank 1`` in whatever language; that the cells name pillars is for others to see.
_PLACE = re.compile(r"[^\W\d]+ (?P<place>\d{1,2})\Z")
# What the first columns hold in any language: id, time of submission, last page, language, seed.
_FIRST_COLUMNS = (
    r"\d+", r"(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?", r"-?\d*", r"[a-z]{2,3}(?:-[A-Za-z-]{2,12})?", r"\d{4,}",
)  # fmt: skip
_ROWS_LOOKED_AT, _FEWEST_ROWS = 50, 2


def recognise(top: Top) -> Layout | None:
    """Rules 7 to 10; and what stands in the first columns, for headings in a language that is not known here."""
    first = [cell.casefold() for cell in top.row(1)]
    second = [cell.casefold() for cell in top.row(2)]
    if first[:1] == ["id"] and set(first) >= _CODES:
        return _layout(top, 1)
    if set(second) >= _CODES | {"id"}:
        return _layout(top, 2)
    if any(set(first) >= words for words in _TEXTS):
        return _layout(top, 1)
    both = [cell.partition(". ")[0] for cell in first if ". " in cell]
    if both[:1] == ["id"] and {"submitdate", "lastpage"} <= set(both):
        return _layout(top, 1)
    return _layout(top, 1, "likely") if _looks_the_part(top, first) else None


def _layout(top: Top, header_rows: int, confidence: str = "certain") -> Layout:
    heads: list[ColumnHead] = []
    names = top.row(header_rows)
    first = {name.casefold() for name in names[: len(_BY_PLACE)]}
    foreign = not any(name in _META or name.partition(". ")[0] in _META for name in first)
    for place, (column, text) in enumerate(zip(top.columns, names, strict=True)):
        code, parting, rest = text.partition(". ")
        role = _META.get(text.casefold()) or (_META.get(code.casefold()) if parting else None)
        if foreign and place < len(_BY_PLACE):
            role = _BY_PLACE[place]
        texts = (rest, code, text) if parting else (text,)
        wordings = tuple(Wording(*split) for header in texts for split in splits(header))
        wordings += tuple(Wording(way.question, at["place"]) for way in wordings if (at := _PLACE.match(way.item)))
        if _OTHER.search(text):
            role = Role.OTHER_TEXT
        elif role is None and _TIMING.match(text):
            role = Role.IGNORED
        heads.append(ColumnHead(column.position, text, wordings, role))
    return Layout(NAME, confidence, top.skip + header_rows, tuple(heads), first_is_best=True)


def _looks_the_part(top: Top, names: list[str]) -> bool:
    """Whether the first five columns hold in every row what only LimeSurvey puts there side by side."""
    if len(names) < 7 or len(set(names[:5])) < 5 or top.n_rows <= _FEWEST_ROWS:
        return False
    start = top.skip + 1
    cells = [column.texts[start : start + _ROWS_LOOKED_AT] for column in top.columns[: len(_FIRST_COLUMNS)]]
    return any(cells[1]) and all(
        re.fullmatch(pattern, text.strip())
        for pattern, texts in zip(_FIRST_COLUMNS, cells, strict=True)
        for text in texts
    )
