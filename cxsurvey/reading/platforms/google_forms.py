"""Google Forms and the sheets linked to them: one header row that starts with the time of the answer."""

import re

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.values import Role

NAME = "google_forms"
_TIMESTAMP = {
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel", "タイムスタンプ", "отметка времени", "طابع زمني", "sygnatura czasowa", "zaman damgası", "tidstämpel",
    "타임스탬프", "时间戳记", "ประทับเวลา",
}  # fmt: skip
_PERSONAL = {"email address", "username", "adres e-mail", "адрес электронной почты", "ที่อยู่อีเมล"}
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]+\d{1,2}[:.]\d{2}")
_SHEET = re.compile(r"form responses|réponses au formulaire|formularantworten|odpowied|ответы на форму|การตอบ", re.I)


def recognise(top: Top) -> Layout | None:
    """Rule 18: the known word, a moment below it, and some header that reads as a question."""
    names, first = top.row(1), top.row(2)
    if not names or names[0].casefold() not in _TIMESTAMP or not first or not _MOMENT.match(first[0]):
        return None
    if not any(name.endswith(("?", "]")) or (len(name) >= 12 and " " in name) for name in names[1:]):
        return None
    heads: list[ColumnHead] = []
    for place, (column, text) in enumerate(zip(top.columns, names, strict=True)):
        role = Role.SUBMITTED if place == 0 else Role.PERSONAL if text.casefold() in _PERSONAL else None
        heads.append(ColumnHead(column.position, text, tuple(Wording(*split) for split in splits(text)), role))
    confidence = "certain" if _SHEET.search(top.table.sheet) else "likely"
    return Layout(NAME, confidence, top.skip + 1, tuple(heads))
