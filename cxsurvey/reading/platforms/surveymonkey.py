"""SurveyMonkey: two header rows, the question over its first column, its items below; or both in one row."""

import re

from cxsurvey.reading.headers import cleaned
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.stems import BY_DASH, shared_wordings
from cxsurvey.reading.values import Role

NAME = "surveymonkey"
_FIRST = {"respondent id", "respondentid", "respondent_id"}
_COLLECTOR = {"collector id", "collector_id", "collectorid"}
_META = {
    "respondent id": Role.RESPONDENT_ID, "respondentid": Role.RESPONDENT_ID, "respondent_id": Role.RESPONDENT_ID,
    "collector id": Role.IGNORED, "collector_id": Role.IGNORED, "collectorid": Role.IGNORED,
    "start date": Role.STARTED, "date_created": Role.STARTED, "startdate": Role.STARTED,
    "end date": Role.SUBMITTED, "date_modified": Role.SUBMITTED, "enddate": Role.SUBMITTED,
    "ip address": Role.PERSONAL, "ip_address": Role.PERSONAL, "email address": Role.PERSONAL,
    "email_address": Role.PERSONAL, "first name": Role.PERSONAL, "first_name": Role.PERSONAL,
    "last name": Role.PERSONAL, "last_name": Role.PERSONAL, "custom data 1": Role.IGNORED, "custom_1": Role.IGNORED,
}  # fmt: skip
# What stands under a question of one column, whatever the kind of answer, in the account's language.
_ONE_CHOICE = {
    "response", "antwort", "réponse", "respuesta", "odpowiedź", "ответ", "antwoord", "respons", "risposta", "resposta",
    "svar",
}  # fmt: skip
_TYPED = {
    "open-ended response", "antwort mit offenem ende", "réponse ouverte", "respuesta abierta", "odpowiedź otwarta",
    "открытый ответ", "open antwoord", "risposta aperta", "resposta aberta", "öppet svar",
}  # fmt: skip
_ONE_COLUMN = {"", *_ONE_CHOICE, *_TYPED}
_OTHER = {
    "other (please specify)", "sonstiges (bitte angeben)", "autre (veuillez préciser)", "otro (especifique)",
    "inne (proszę określić)", "другое (укажите)", "overige (geef nadere toelichting)", "altro (specificare)",
    "outro (especifique)", "annat (ange gärna)",
}  # fmt: skip
# A spreadsheet program that saved the file again may have shortened the ids to ``1.18E+10``.
_SHORTENED = r"\d[.,]\d+E\+\d+"
_ID = re.compile(rf"(?:\d{{6,}}(?:[.,]0)?|{_SHORTENED})\Z", re.IGNORECASE)
_FLAT_ID = re.compile(rf"(?:\d{{9,12}}(?:[.,]0)?|{_SHORTENED})\Z", re.IGNORECASE)


def recognise(top: Top) -> Layout | None:
    """Rules 13 to 15: first column the respondent id, then two header rows or one.

    Where all columns of its own were deleted, its words under the questions tell.
    """
    first, second, third = top.row(1), top.row(2), top.row(3)
    if not first or first[0].casefold() not in _FIRST:
        cut = third and _asks_in_two_rows(first, second)
        return Layout(NAME, "likely", top.skip + 2, _two_rows(top), first_is_best=True) if cut else None
    if second and not second[0] and (not third or _ID.match(third[0])):
        return Layout(NAME, "certain", top.skip + 2, _two_rows(top), first_is_best=True)
    if second and _FLAT_ID.match(second[0]):
        collector = any(cell.casefold() in _COLLECTOR for cell in first)
        return Layout(NAME, "certain" if collector else "likely", top.skip + 1, _one_row(top), first_is_best=True)
    return None


def _asks_in_two_rows(first: list[str], second: list[str]) -> bool:
    """Whether questions stand above and, below several of them, the words for a question of one column."""
    headed = all(above or below for above, below in zip(first, second, strict=True))
    return headed and bool(first[0]) and sum(cell.casefold() in _ONE_COLUMN for cell in second if cell) >= 2


def _two_rows(top: Top) -> tuple[ColumnHead, ...]:
    heads: list[ColumnHead] = []
    question, in_meta = "", True
    above, below = top.row(1), top.row(2)
    # A question spreads to the right until the next one begins.
    starts = [place for place, text in enumerate(above) if text]
    widths = {start: end - start for start, end in zip(starts, [*starts[1:], len(above)], strict=True)}
    width = 1
    for place, column in enumerate(top.columns):
        if above[place]:
            question, width = above[place], widths[place]
        item = below[place]
        in_meta = in_meta and not item
        role = _META.get(question.casefold()) if in_meta else None
        if item.casefold() in _OTHER:
            role = Role.OTHER_TEXT
        alone = width == 1 or item.casefold() in _ONE_COLUMN
        wording = Wording(question, "" if alone else item)
        header = question if alone else f"{question.rstrip(' .:')}: {item}"
        single, typed = (item.casefold() in words for words in (_ONE_CHOICE, _TYPED))
        heads.append(ColumnHead(column.position, header, (wording,), role, not alone, single=single, free_text=typed))
    return tuple(heads)


def _one_row(top: Top) -> tuple[ColumnHead, ...]:
    heads: list[ColumnHead] = []
    texts = top.row(1)
    for column, text, wordings in zip(top.columns, texts, shared_wordings(texts, BY_DASH), strict=True):
        role, header = _META.get(text.casefold()), cleaned(text)
        question, parting, item = text.rpartition(" - ")
        if parting and item.casefold() in _ONE_COLUMN:
            wordings, header = (Wording(question, ""),), question
        elif item.casefold() in _OTHER:
            role = Role.OTHER_TEXT
        single, typed = (item.casefold() in words for words in (_ONE_CHOICE, _TYPED))
        heads.append(ColumnHead(column.position, header, wordings, role, single=single, free_text=typed))
    return tuple(heads)
