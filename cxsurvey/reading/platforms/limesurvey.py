"""LimeSurvey: one header row of question codes, of texts, or of both."""

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
    "refurl": Role.IGNORED, "referrer url": Role.IGNORED, "interviewtime": Role.DURATION, "token": Role.PERSONAL,
}  # fmt: skip


def recognise(top: Top) -> Layout | None:
    """Rules 7 to 10; the VV form has its codes in the second row."""
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
    return None


def _layout(top: Top, header_rows: int) -> Layout:
    heads: list[ColumnHead] = []
    for column, text in zip(top.columns, top.row(header_rows), strict=True):
        code, parting, rest = text.partition(". ")
        role = _META.get(text.casefold()) or (_META.get(code.casefold()) if parting else None)
        texts = (rest, code, text) if parting else (text,)
        wordings = tuple(Wording(*split) for header in texts for split in splits(header))
        if "[other]" in text.casefold() or text.casefold().endswith("_other"):
            role = Role.IGNORED
        heads.append(ColumnHead(column.position, text, wordings, role))
    return Layout(NAME, "certain", top.skip + header_rows, tuple(heads), first_is_best=True)
