"""Qualtrics: names, question texts and import ids in three header rows; the Excel download lacks the third."""

import re

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.stems import BY_DASH, shared_wordings
from cxsurvey.reading.values import Role

NAME = "qualtrics"
_IMPORT_ID = re.compile(r"""\{\s*["']ImportId["']\s*:\s*["'](?P<id>[^"']*)["']""")
_QUESTION_ID = re.compile(r"QID\d+")
_ONE_CHOICE = re.compile(r"""["']choiceId["']\s*:""")
_META = {
    "StartDate": Role.STARTED, "EndDate": Role.IGNORED, "RecordedDate": Role.SUBMITTED, "Status": Role.TEST_ROW,
    "IPAddress": Role.PERSONAL, "Progress": Role.IGNORED, "Duration (in seconds)": Role.DURATION,
    "Finished": Role.COMPLETE, "ResponseId": Role.RESPONDENT_ID, "ResponseID": Role.RESPONDENT_ID,
    "ResponseSet": Role.IGNORED, "RecipientLastName": Role.PERSONAL, "RecipientFirstName": Role.PERSONAL,
    "RecipientEmail": Role.PERSONAL, "ExternalReference": Role.PERSONAL, "ExternalDataReference": Role.PERSONAL,
    "LocationLatitude": Role.PERSONAL, "LocationLongitude": Role.PERSONAL, "DistributionChannel": Role.IGNORED,
    "UserLanguage": Role.LANGUAGE, "Name": Role.PERSONAL, "EmailAddress": Role.PERSONAL,
}  # fmt: skip
_KNOWN = {
    "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate",
    "ResponseId", "DistributionChannel", "UserLanguage", "ResponseID", "ResponseSet",
}  # fmt: skip
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
# Timing, browser and display-order columns are no answers.
_NO_ANSWER = re.compile(
    r"_(First Click|Last Click|Page Submit|Click Count|Browser|Version|Operating System|Resolution)\Z|_DO([-_]\d+)?\Z"
)
_TYPED_BESIDE = re.compile(r"_\d+_TEXT\Z")


def recognise(top: Top) -> Layout | None:
    """Rules 1 to 3."""
    names = top.row(1)
    for row in (3, 2):
        cells = [cell for cell in top.row(row) if cell]
        if cells and sum(bool(_IMPORT_ID.match(cell)) for cell in cells) >= 0.6 * len(cells):
            return _layout(top, row, 2 if row == 3 else 1, top.row(row))
    if names[:3] == ["V1", "V2", "V3"] and top.row(2)[:2] == ["ResponseID", "ResponseSet"]:
        return _layout(top, 2, 2)
    known = _KNOWN & set(names)
    if len(known) < 5 or not known & {"ResponseId", "ResponseID"} or not known & {"StartDate", "EndDate"}:
        return None
    below = top.row(2)
    labels = bool(below) and not _DATE.match(below[names.index(min(known & {"StartDate", "EndDate"}))])
    return _layout(top, 2, 2) if labels else _layout(top, 1, 1)


def _layout(top: Top, header_rows: int, text_row: int, ids: list[str] | None = None) -> Layout:
    names, texts = top.row(1), top.row(text_row)
    questions = [_question_of(mark) for mark in ids or [""] * len(names)]
    wordings = _wordings(texts, questions)
    known = set(names) | set(texts)
    heads: list[ColumnHead] = []
    for place, (column, name, text) in enumerate(zip(top.columns, names, texts, strict=True)):
        role = _role(name, text, known)
        several = bool(ids) and bool(_ONE_CHOICE.search((ids or [])[place]))
        if several or _NO_ANSWER.search(name):
            role = Role.IGNORED
        elif _TYPED_BESIDE.search(name):
            role = Role.OTHER_TEXT
        ways = (*wordings[place], *(Wording(*split) for split in splits(name)))
        heads.append(ColumnHead(column.position, text or name, tuple(dict.fromkeys(ways)), role, several=several))
    return Layout(NAME, "certain", top.skip + header_rows, tuple(heads), first_is_best=True)


def _role(name: str, text: str, known: set[str]) -> Role | None:
    """What the platform's own columns are for; some exports lack the surer of two."""
    if name == "EndDate" or text == "EndDate":
        return Role.IGNORED if "RecordedDate" in known else Role.SUBMITTED
    if name == "Progress":
        return Role.IGNORED if "Finished" in known else Role.COMPLETE
    return _META.get(name) or _META.get(text)


def _question_of(mark: str) -> str:
    """The question's own id in an import id: ``QID51`` of ``{"ImportId":"QID51_3"}``, also as written in 2016."""
    found = _IMPORT_ID.match(mark)
    question = _QUESTION_ID.match(found["id"]) if found else None
    return question.group() if question else ""


def _wordings(texts: list[str], questions: list[str]) -> list[tuple[Wording, ...]]:
    """Texts taken apart within each question, so that a dash in the question is not taken for its end."""
    found = shared_wordings(texts, BY_DASH)
    for question in set(questions) - {""}:
        places = [place for place, other in enumerate(questions) if other == question]
        within = shared_wordings([texts[place] for place in places], BY_DASH)
        for place, ways in zip(places, within, strict=True):
            found[place] = ways
    return found
