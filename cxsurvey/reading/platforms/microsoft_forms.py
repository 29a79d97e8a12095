"""Microsoft Forms: one header row, five known columns first, rankings as one cell of labels."""

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.values import Role

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
_QUIZ = ("points - ", "feedback - ", "total points", "quiz feedback", "grade posted time", "last modified time")


def recognise(top: Top) -> Layout | None:
    """Rule 16."""
    names = [cell.casefold() for cell in top.row(1)]
    if names[:1] != ["id"] or tuple(names[1:5]) not in _FIRST:
        return None
    heads: list[ColumnHead] = []
    for place, (column, text) in enumerate(zip(top.columns, top.row(1), strict=True)):
        role = _ROLES[place] if place < len(_ROLES) else None
        if text.casefold().startswith(_QUIZ):
            role = Role.IGNORED
        if text.casefold() in ("language", "langue", "sprache"):
            role = Role.LANGUAGE
        heads.append(ColumnHead(column.position, text, tuple(Wording(*split) for split in splits(text)), role))
    return Layout(NAME, "certain", top.skip + 1, tuple(heads))
