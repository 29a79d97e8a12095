"""Qualtrics: names, question texts and import ids in three header rows; the Excel download lacks the third."""

import re
from dataclasses import replace

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.stems import BY_DASH, BY_HYPHEN, shared_wordings
from cxsurvey.reading.values import Role

NAME = "qualtrics"
_IMPORT_ID = re.compile(r"""\{\s*["']ImportId["']\s*:\s*["'](?P<id>[^"']*)["']""")
_QUESTION_ID, _PART = re.compile(r"(QID\d+)"), re.compile(r"(.+)_\d+\Z")
_ONE_CHOICE = re.compile(r"""["']choiceId["']\s*:""")
_META = {
    "StartDate": Role.STARTED, "EndDate": Role.ENDED, "RecordedDate": Role.SUBMITTED, "Status": Role.TEST_ROW,
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
# Names that no other platform gives, however they were tidied up.
_OWN = {"RecordedDate", "DistributionChannel", "UserLanguage"}
# Between the answers of a choice and its text, where a further text may be typed.
_SELECTED = re.compile(r" - Selected Choice(?= - |\Z)")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
# Timing, browser and display-order columns are no answers.
_NO_ANSWER = re.compile(
    r"_(First Click|Last Click|Page Submit|Click Count|Browser|Version|Operating System|Resolution)\Z|"
    r"_DO([-_](Q|FL_)?\d+)?\Z|\ADO-[A-Z]+-|\AQ_(?!Language)"
)
_ORDER = re.compile(r"(?:\A| - )Display Order(?: - |: |\Z)")
_NO_ANSWER_ID = re.compile(
    r"\AQID.*_(FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT|BROWSER|VERSION|OS|RESOLUTION)\Z|_DO(_\d+)?\Z"
)
_TYPED_BESIDE = re.compile(r"_\d+_TEXT\Z")


def _squeezed(text: str) -> str:
    """Letters and digits alone, so that ``startDate``, ``Start Date`` and ``start_date`` are the same."""
    return "".join(filter(str.isalnum, text)).casefold()


_OFFICIAL = {_squeezed(name): name for name in _META} | {
    "responseid": "ResponseId", "recordid": "ResponseId", "responsetype": "Status", "duration": "Duration (in seconds)",
}  # fmt: skip


def recognise(top: Top) -> Layout | None:
    """Rules 1 to 3; likely where names were tidied up, or the texts alone stand above the answers."""
    names = top.row(1)
    for row in (3, 2):
        cells = [cell for cell in top.row(row) if cell]
        if cells and sum(bool(_IMPORT_ID.match(cell)) for cell in cells) >= 0.6 * len(cells):
            return _layout(top, row, 2 if row == 3 else 1, top.row(row))
    if names[:3] == ["V1", "V2", "V3"] and top.row(2)[:2] == ["ResponseID", "ResponseSet"]:
        return _layout(top, 2, 2)
    confidence = "certain"
    official = [name if name in _KNOWN else "" for name in names]
    if not _enough(set(official), 5):
        confidence = "likely"
        official = [_OFFICIAL.get(_squeezed(name), "") for name in names]
        if not _enough(set(official), 6) or not _OWN & set(official):
            return None
    below = top.row(2)
    date = "StartDate" if "StartDate" in official else "EndDate"
    labels = bool(below) and not _DATE.match(below[official.index(date)])
    return replace(_layout(top, 2, 2) if labels else _layout(top, 1, 1), confidence=confidence)


def _enough(official: set[str], least: int) -> bool:
    has_id, has_date = official & {"ResponseId", "ResponseID"}, official & {"StartDate", "EndDate"}
    return len(official - {""}) >= least and bool(has_id) and bool(has_date)


# The id of a question that is answered by typing; of one field among several there is a number before it.
_FREE_TEXT = re.compile(r"QID\d+_TEXT\Z")


def _layout(top: Top, header_rows: int, text_row: int, marks: list[str] | None = None) -> Layout:
    names, texts = top.row(1), [_SELECTED.sub("", text) for text in top.row(text_row)]
    ids = [_import_id(mark) for mark in marks or [""] * len(names)]
    roles = _own_roles(names, texts, ids)
    codes = [own or name for own, name in zip(ids, names, strict=True)]
    typed = [bool(_TYPED_BESIDE.search(code)) for code in codes]
    questions = ["" if beside else _question_of(code) for beside, code in zip(typed, codes, strict=True)]
    wordings = _wordings(texts, questions)
    heads: list[ColumnHead] = []
    for place, (column, name, text) in enumerate(zip(top.columns, names, texts, strict=True)):
        role = roles[place]
        several = bool(marks) and bool(_ONE_CHOICE.search((marks or [])[place]))
        if several or _NO_ANSWER.search(name) or _NO_ANSWER_ID.search(ids[place]) or _ORDER.search(text):
            role = Role.IGNORED
        elif typed[place]:
            role = Role.OTHER_TEXT
        ways = (*wordings[place], *(Wording(*split) for split in splits(name)))
        ways, free_text = tuple(dict.fromkeys(ways)), bool(_FREE_TEXT.match(ids[place]))
        heads.append(ColumnHead(column.position, text or name, ways, role, several, name, free_text=free_text))
    return Layout(NAME, "certain", top.skip + header_rows, tuple(heads), first_is_best=True)


def _own_roles(names: list[str], texts: list[str], ids: list[str]) -> list[Role | None]:
    """What the platform's own columns are for: by their ids, which no language changes, their names or their texts.

    They stand first, so that a later column of the same name is a question or a field of the account's own.
    """
    official = [
        _OFFICIAL.get(_squeezed(own), "") if own else name if name in _META
        else _OFFICIAL.get(_squeezed(name)) or (text if text in _META else "")
        for name, text, own in zip(names, texts, ids, strict=True)
    ]  # fmt: skip
    roles: list[Role | None] = []
    for place, name in enumerate(official):
        role = _META.get(name) if name not in official[:place] else None
        # Some exports lack the surer of two.
        if name == "EndDate" and "RecordedDate" not in official:
            role = Role.SUBMITTED
        elif name == "Progress" and "Finished" not in official:
            role = Role.COMPLETE
        roles.append(role)
    return roles


def _import_id(mark: str) -> str:
    """``QID51_3`` of ``{"ImportId":"QID51_3"}``, also as written in 2016: ``{'ImportId': 'QID51-3'}``."""
    found = _IMPORT_ID.match(mark)
    return found["id"].replace("-", "_") if found else ""


def _question_of(code: str) -> str:
    """The question's own id: ``QID51`` of ``QID51_3``, ``prio`` of ``prio_3``; empty for what has no parts."""
    question = _QUESTION_ID.match(code) or _PART.match(code)
    return question[1] if question else ""


def _wordings(texts: list[str], questions: list[str]) -> list[tuple[Wording, ...]]:
    """Texts taken apart within each question, so that a dash in the question is not taken for its end.

    Until 2016 there were no blanks beside the dash.
    """
    found = shared_wordings(texts, BY_DASH)
    for question in set(questions) - {""}:
        places = [place for place, other in enumerate(questions) if other == question]
        own = [texts[place] for place in places]
        mark = BY_DASH if any(BY_DASH.search(text) for text in own) else BY_HYPHEN
        for place, ways in zip(places, shared_wordings(own, mark), strict=True):
            found[place] = ways
    return found
