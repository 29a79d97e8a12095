"""Google Forms and the sheets linked to them: one header row that starts with the time of the answer."""

import re

from cxsurvey.reading.layout import ColumnHead, Layout, Top
from cxsurvey.reading.stems import IN_BRACKETS, shared_wordings
from cxsurvey.reading.values import Role

NAME = "google_forms"
_TIMESTAMP = {
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel", "タイムスタンプ", "отметка времени", "طابع زمني", "sygnatura czasowa", "zaman damgası", "tidstämpel",
    "타임스탬프", "时间戳记", "ประทับเวลา",
}  # fmt: skip
_PERSONAL = {
    "email address", "username", "e-mail-adresse", "nutzername", "adresse e-mail", "nom d'utilisateur",
    "dirección de correo electrónico", "nombre de usuario", "adres e-mail", "nazwa użytkownika",
    "адрес электронной почты", "имя пользователя", "ที่อยู่อีเมล", "ชื่อผู้ใช้", "メールアドレス", "ユーザー名",
}  # fmt: skip
_QUIZ = {"score", "punktzahl", "punkte", "puntuación", "wynik", "баллы", "คะแนน", "スコア"}
# As locales write it: 2025/03/01 2:05:11 PM, 01.03.2025 14:05:11, 2025. 3. 1 오후 2:05:11.
_MOMENT = re.compile(r"\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}\.?[ T,]+[^\W\d_]{0,4}\s?\d{1,2}[:.]\d{2}")
_SHEET = re.compile(
    r"form[_ ]responses|réponses au formulaire|formularantworten|respuestas de formulario|risposte del modulo|"
    r"respostas ao formulário|formulierreacties|odpowiedzi|ответы на форму|การตอบ|フォームの回答",
    re.IGNORECASE,
)


def recognise(top: Top) -> Layout | None:
    """Rule 18: the known word, a moment below it, and some header that reads as a question."""
    names, first = top.row(1), top.row(2)
    if not names or names[0].casefold() not in _TIMESTAMP or not first or not _MOMENT.match(first[0]):
        return None
    if not any(map(_is_question, names[1:])) and not _has_grid(names):
        return None
    heads = tuple(
        ColumnHead(column.position, text, wordings, _role(place, text.casefold()))
        for place, (column, text, wordings) in enumerate(
            zip(top.columns, names, shared_wordings(names, IN_BRACKETS), strict=True)
        )
    )
    return Layout(NAME, "certain" if _SHEET.search(top.table.sheet) else "likely", top.skip + 1, heads)


def _is_question(name: str) -> bool:
    return name.endswith("?") or (len(name) >= 12 and " " in name and not name.endswith("]"))


def _has_grid(names: list[str]) -> bool:
    """Whether some header is a row of a grid, ``Question [Row]``, and not a measure with its unit, ``Humidity [%]``."""
    stems = [name.partition(" [")[0] for name in names if name.endswith("]")]
    return len(set(stems)) < len(stems)


def _role(place: int, text: str) -> Role | None:
    if place == 0:
        return Role.SUBMITTED
    if text in _PERSONAL:
        return Role.PERSONAL
    return Role.IGNORED if place <= 2 and text in _QUIZ else None
