"""Qualtrics: names, question texts and import ids in three header rows; the Excel download lacks the third."""

import re

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.values import Role

NAME = "qualtrics"
_IMPORT_ID = re.compile(r"""\{\s*["']ImportId["']\s*:""")
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
_NO_ANSWER = re.compile(r"_(First Click|Last Click|Page Submit|Click Count|Browser|Version|Resolution)\Z|_DO(_\d+)?\Z")


def recognise(top: Top) -> Layout | None:
    """Rules 1 to 3."""
    names = top.row(1)
    for row in (3, 2):
        cells = [cell for cell in top.row(row) if cell]
        if cells and sum(bool(_IMPORT_ID.match(cell)) for cell in cells) >= 0.6 * len(cells):
            return Layout(NAME, "certain", top.skip + row, _heads(top, 2 if row == 3 else 1), first_is_best=True)
    if names[:3] == ["V1", "V2", "V3"] and top.row(2)[:2] == ["ResponseID", "ResponseSet"]:
        return Layout(NAME, "certain", top.skip + 2, _heads(top, 2), first_is_best=True)
    known = _KNOWN & set(names)
    if len(known) < 5 or not known & {"ResponseId", "ResponseID"} or not known & {"StartDate", "EndDate"}:
        return None
    below = top.row(2)
    labels = bool(below) and not _DATE.match(below[0])
    return Layout(NAME, "certain", top.skip + (2 if labels else 1), _heads(top, 2 if labels else 1), True)


def _heads(top: Top, text_row: int) -> tuple[ColumnHead, ...]:
    names, texts = top.row(1), top.row(text_row)
    heads: list[ColumnHead] = []
    for column, name, text in zip(top.columns, names, texts, strict=True):
        role = _META.get(name) or _META.get(text)
        if _NO_ANSWER.search(name):
            role = Role.IGNORED
        wordings = tuple(Wording(*split) for header in dict.fromkeys((text, name)) for split in splits(header))
        heads.append(ColumnHead(column.position, text or name, wordings, role))
    return tuple(heads)
