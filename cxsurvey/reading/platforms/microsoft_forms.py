"""Microsoft Forms: one header row, five known columns first, rankings as one cell of labels."""

import re

import numpy as np

from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.stems import BY_DOT, shared_wordings
from cxsurvey.reading.values import CellKind, Column, Role

NAME = "microsoft_forms"
_FIRST = {
    ("start time", "completion time", "email", "name"),
    ("startzeit", "fertigstellungszeit", "e-mail", "name"),
    ("heure de début", "heure de fin", "adresse de messagerie", "nom"),
    ("hora de inicio", "hora de finalización", "correo electrónico", "nombre"),
    ("開始時刻", "完了時刻", "メール", "名前"),
    ("godzina rozpoczęcia", "godzina ukończenia", "adres e-mail", "nazwa"),
    ("время начала", "время выполнения", "адрес электронной почты", "имя"),
}
_ROLES = (Role.RESPONDENT_ID, Role.STARTED, Role.SUBMITTED, Role.PERSONAL, Role.PERSONAL)
_NO_ANSWER = {
    "total points", "quiz feedback", "grade posted time", "last modified time",
    "heure de la dernière modification",
}  # fmt: skip
_LANGUAGE = {"language", "langue", "sprache", "idioma", "言語", "język", "язык"}
_QUIZ = ("points - ", "feedback - ")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_GLUED_NUMBER = re.compile(r"(?<=\D)\d{1,2}\Z")


def recognise(top: Top) -> Layout | None:
    """Rules 16 and 17: the first five headers in a known language; or, in a workbook, what stands below them."""
    names = [cell.casefold() for cell in top.row(1)]
    if names[:1] != ["id"]:
        return None
    known = tuple(names[1:5]) in _FIRST
    if not known and not _looks_the_part(top):
        return None
    texts = top.row(1)
    heads = tuple(
        ColumnHead(column.position, text, _wordings(text, wordings, set(texts)), _role(place, text, names))
        for place, (column, text, wordings) in enumerate(
            zip(top.columns, texts, shared_wordings(texts, BY_DOT), strict=True)
        )
    )
    return Layout(NAME, "certain" if known else "likely", top.skip + 1, heads)


def _role(place: int, text: str, names: list[str]) -> Role | None:
    if place < 4:
        return _ROLES[place]
    if place == 4:
        # An anonymous form has no names; in an unknown language the fifth header may be a question then.
        return Role.PERSONAL if tuple(names[1:5]) in _FIRST else None
    name = text.casefold()
    # ``Points - <question>`` and ``Feedback - <question>`` in any language: two headers that end with that of another.
    graded = name.partition(" - ")[2]
    is_graded = graded in names and sum(other.endswith(f" - {graded}") for other in names) == 2
    if name in _NO_ANSWER or name.startswith(_QUIZ) or (graded and is_graded):
        return Role.IGNORED
    return Role.LANGUAGE if name in _LANGUAGE else None


def _wordings(text: str, wordings: tuple[Wording, ...], headers: set[str]) -> tuple[Wording, ...]:
    """A title that comes again has a number glued on; it is taken off where the title alone stands there too."""
    bare = _GLUED_NUMBER.sub("", text)
    if bare == text or bare not in headers:
        return wordings
    return (*(Wording(way.question, _GLUED_NUMBER.sub("", way.item)) for way in wordings), *wordings)


def _looks_the_part(top: Top) -> bool:
    """Start and end as dates, the end never earlier, and ``anonymous`` or an address, in every row."""
    if len(top.columns) < 6 or top.n_rows < 2:
        return False
    begun, ended, who = (_cells(column, top.skip + 1) for column in top.columns[1:4])
    dates = all((np.asarray(column.kinds[top.skip + 1 :]) == CellKind.DATE).all() for column in top.columns[1:3])
    if not dates or any(end < start for start, end in zip(begun, ended, strict=True)):
        return False
    return all(text == "anonymous" or _ADDRESS.match(text) for text in who)


def _cells(column: Column, header_rows: int) -> list[str]:
    return [text.strip() for text in column.texts[header_rows:]]
