"""Choice questions: the answers of one column as a segment, in the words of the survey where it knows them."""

import re

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import band_bounds, is_no_answer
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.dated_labels import ranges_meant
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Role
from cxsurvey.responses import LANGUAGE_KEY, Segment
from cxsurvey.survey import Question, QuestionKind, Survey, choices

AGE_KEY, GENERATION_KEY = "age", "generation"
MOST_LABELS = 200
OTHER_LABEL = "Other"
# How LimeSurvey writes that somebody chose "other", where it writes codes.
_CODES_OF_OTHER = frozenset({"-oth-"})
_MOST_TOLD, _ROWS_TOLD = 50, 20
_KEYS = {Role.AGE_BAND: AGE_KEY, Role.GENERATION: GENERATION_KEY, Role.LANGUAGE: LANGUAGE_KEY}
_KINDS = {Role.AGE_BAND: QuestionKind.AGE_BAND, Role.GENERATION: QuestionKind.GENERATION}
SEGMENTS = frozenset({Role.SEGMENT, *_KEYS})

Rows = NDArray[np.intp]


def read_segment(
    role: ColumnRole, column: Column, survey: Survey | None, ledger: Ledger, rows: Rows
) -> Segment | None:
    """One choice question; labels in the survey's order and main language where it knows them."""
    question = question_of(role, survey)
    names = label_names(question, survey)
    texts = coded(column.texts).part(rows)
    wrong = tell_errors(column, ledger, rows)
    meant = ranges_meant((text.strip() for text in texts.distinct), names)
    if meant:
        values = ", ".join(f"{shown(text, 20)} = {shown(label, 20)}" for text, label in sorted(meant.items()))
        letter = column_letter(column.position)
        ledger.notices.append(
            notice(ReadingNotice.LABELS_WERE_DATES, column=letter, header=shown_end(role.header), values=values)
        )
    labelled = {text: meant.get(text.strip(), text.strip()) for text in texts.distinct}
    answers = {text: "" if is_no_answer(text) else _label(label, names) for text, label in labelled.items()}
    given = (answers[text] for text in texts.part(~wrong).distinct)
    labels = _ordered_labels(set(given) - {""}, names, role)
    if len(labels) > MOST_LABELS:
        told = notice(ReadingNotice.TOO_MANY_CHOICES, header=shown(role.header), n=len(labels), limit=MOST_LABELS)
        ledger.notices.append(told)
        return None
    if names:
        tell_labels(set(labels) - set(names.values()), answers, texts, column, ledger, rows)
    place = {label: position for position, label in enumerate(labels)} | {"": -1}
    if role.role is Role.LANGUAGE and not labels:
        return None
    codes = texts.each(lambda text: place.get(answers[text], -1), np.int16)
    codes[wrong] = -1
    return Segment(_KEYS.get(role.role, role.key), segment_name(role, question), labels, codes)


def segment_name(role: ColumnRole, question: Question | None) -> str:
    """What the question is called: by the survey, else by its heading."""
    return question.texts[0][1] if question else role.header


def tell_errors(column: Column, ledger: Ledger, rows: Rows) -> NDArray[np.bool_]:
    """Names the cells that show an error; (n,) which they are."""
    wrong: NDArray[np.bool_] = np.asarray(column.kinds)[rows] == CellKind.ERROR
    ledger.tell(ledger.corrected, column, rows[wrong], ReadingNotice.CELL_IS_ERROR)
    return wrong


def tell_labels(
    strange: set[str], answers: dict[str, str], texts: CodedTexts, column: Column, ledger: Ledger, rows: Rows
) -> None:
    """Names the answers that are no choices of the survey's question, with the first rows of each."""
    counts = texts.counts()
    for text in [text for text in texts.distinct if answers[text] in strange][:_MOST_TOLD]:
        for place in np.flatnonzero(texts.codes == texts.distinct.index(text))[:_ROWS_TOLD]:
            code = ReadingNotice.LABEL_NOT_KNOWN
            ledger.corrected.append(ledger.entry(int(rows[place]), column.position, text, code, n=counts[text]))


def question_of(role: ColumnRole, survey: Survey | None) -> Question | None:
    """The survey's question that a column answers, if it is one of its own."""
    if survey is None:
        return None
    kind = _KINDS.get(role.role)
    return survey.of_kind(kind) if kind is not None else survey.question(role.key)


def label_names(question: Question | None, survey: Survey | None) -> dict[str, str]:
    """Every code and label of the choices, comparable, to the label in the survey's first language."""
    if question is None or survey is None:
        return {}
    first = {choice.code: choice.label for choice in choices(question, survey.languages[0])}
    names: dict[str, str] = {match_key(code): label for code, label in first.items()}
    for language in survey.languages:
        for choice in choices(question, language):
            names.setdefault(match_key(choice.label), first[choice.code])
    return names


def _label(text: str, names: dict[str, str]) -> str:
    return names.get(match_key(text)) or (OTHER_LABEL if text in _CODES_OF_OTHER else text)


def _ordered_labels(labels: set[str], names: dict[str, str], role: ColumnRole) -> tuple[str, ...]:
    order = {label: position for position, label in enumerate(dict.fromkeys(names.values()))}
    if role.role is Role.AGE_BAND:
        return tuple(sorted(labels, key=lambda label: (order.get(label, 999), *_band_order(label), label)))
    return tuple(
        sorted(labels, key=lambda label: (order.get(label, 999), _first_number(label), label.casefold(), label))
    )


def _first_number(label: str) -> int:
    """So that amounts of money stand in their order."""
    found = re.search(r"\d[\d,]*", label)
    return int(found.group().replace(",", "")) if found else -1


def _band_order(label: str) -> tuple[int, int]:
    return band_bounds(label) or (9_999, 9_999)
