"""Typeform: one header row, an id under ``#`` first, the times of the answer near the end."""

import re

from cxsurvey.reading.layout import ColumnHead, Layout, Top
from cxsurvey.reading.stems import BY_DASH, shared_wordings
from cxsurvey.reading.values import Column, Role

NAME = "typeform"
_META = {
    "#": Role.RESPONDENT_ID, "response type": Role.COMPLETE, "start date (utc)": Role.STARTED,
    "stage date (utc)": Role.IGNORED, "submit date (utc)": Role.SUBMITTED, "network id": Role.PERSONAL,
    "tags": Role.IGNORED, "ending": Role.IGNORED,
}  # fmt: skip
# 40 hexadecimal digits are no id of its own but the mark of a commit.
_ID = re.compile(r"(?=.*\d)(?![0-9a-f]{40}\Z)[0-9a-z]{24,40}\Z")
# A question mentioned inside another: {{field:...}}.
_RECALL = re.compile(r"\{\{[^{}]{0,200}\}\}")


def recognise(top: Top) -> Layout | None:
    """Rules 11 and 12: the two times, or at least an id in the first cell below."""
    names = top.row(1)
    if names[:1] != ["#"]:
        return None
    known = {name.casefold() for name in names}
    whole = {"start date (utc)", "submit date (utc)"} <= known
    below = top.row(2)
    if not whole and not (below and _ID.match(below[0])):
        return None
    texts = [_RECALL.sub("…", name) for name in names]
    ticked = {
        column.position
        for column, text in zip(top.columns, names, strict=True)
        if _only_its_own_label(column, text, top.skip + 1)
    }
    heads: list[ColumnHead] = []
    for column, text, wordings in zip(top.columns, texts, shared_wordings(texts, BY_DASH), strict=True):
        role = _META.get(text.casefold())
        if column.position in ticked:
            role = Role.IGNORED  # unless others beside it show what was asked
        elif text == "Other" and role is None:
            role = Role.OTHER_TEXT
        heads.append(ColumnHead(column.position, text, wordings, role, several=column.position in ticked))
    return Layout(NAME, "certain" if whole else "likely", top.skip + 1, tuple(heads))


def _only_its_own_label(column: Column, header: str, header_rows: int) -> bool:
    """Whether a column is one option of a question: its cells hold the header or nothing."""
    answers = {text.strip() for text in column.texts[header_rows:]} - {""}
    return bool(header) and (answers == {column.texts[header_rows - 1].strip()} or answers == {header})
