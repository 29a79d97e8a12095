"""Overall satisfaction and impression of the brand as a share of their scale; attention checks passed or failed."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_no_answer
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.profile import profile
from cxsurvey.reading.scales import Scale, find_scale, leading_number, scale_from
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Mapping, Role
from cxsurvey.responses import FAILED, PASSED, Int8Array, no_marks
from cxsurvey.survey import QuestionKind, Survey, survey_languages, words

_KINDS = {Role.SATISFACTION: QuestionKind.SATISFACTION, Role.IMAGE: QuestionKind.IMAGE}
_WORDS = {Role.SATISFACTION: "satisfaction", Role.IMAGE: "image"}
_SHOWN_VALUES = 5
_NONE, _WRONG = -1, -2


def read_marks(
    columns: dict[int, Column], mapping: Mapping, role: Role, survey: Survey | None, ledger: Ledger,
    rows: NDArray[np.intp],
) -> Int8Array:  # fmt: skip
    """Answers to one question on a scale, (n,) how far up they stand, 0-100, -1 = none; (0,) if it cannot be read.

    The scale is the mapping's (the column's ``key``), else found from the heading and the answers: one that only the
    numbers suggest is told, and so is one that cannot be known.
    """
    found = next((each for each in mapping.roles if each.role is role and each.column in columns), None)
    if found is None:
        return no_marks()
    column = columns[found.column]
    texts = coded(column.texts).part(rows)
    is_error = np.asarray(column.kinds)[rows] == CellKind.ERROR
    codes = shipped_labels(role)
    asked = survey is not None and survey.of_kind(_KINDS[role]) is not None
    scale = scale_from(found.key) or _found_scale(found, texts.part(~is_error), asked, ledger)
    if scale is None:
        return no_marks()

    def meaning(text: str) -> int:
        if is_no_answer(text):
            return _NONE
        share = scale.share(text, codes)
        return _WRONG if share is None else share

    marks: Int8Array = texts.each(meaning, np.int8)
    wrong = (marks == _WRONG) | is_error
    ledger.tell(
        ledger.corrected, column, rows[wrong], FormatNotice.NOT_ON_SCALE, low=scale.lowest, high=scale.highest
    )
    marks[wrong] = _NONE
    return marks


def read_attention(
    columns: dict[int, Column], mapping: Mapping, ledger: Ledger, rows: NDArray[np.intp]
) -> Int8Array:
    """(n,) PASSED, FAILED or 0 = not answered; (0,) if there is no check. Of several, one failed is failed."""
    found = [role for role in mapping.roles if role.role is Role.ATTENTION and role.column in columns]
    told = [role for role in found if not role.key]
    for role in told:
        header = shown_end(role.header)
        ledger.notices.append(
            notice(FormatNotice.ATTENTION_UNKNOWN, column=column_letter(role.column), header=header)
        )
    checks = [role for role in found if role.key]
    if not checks:
        return no_marks()
    results = [_passed(columns[role.column], role.key, rows) for role in checks]
    highest: Int8Array = np.max(results, axis=0)
    return highest


def _passed(column: Column, key: str, rows: NDArray[np.intp]) -> Int8Array:
    def meaning(text: str) -> int:
        if is_no_answer(text):
            return 0
        return PASSED if _is_same(text, key) else FAILED

    return coded(column.texts).part(rows).each(meaning, np.int8)


@cache
def shipped_labels(role: Role) -> dict[str, int]:
    """Comparable labels of the program's own question, in every language it is shipped in, to the number 1 to 5."""
    if role not in _WORDS:
        return {}
    return {
        match_key(words(language)[f"{_WORDS[role]}_{step}"]): step
        for language in survey_languages() for step in range(1, 6)
    }  # fmt: skip


def scale_of(role: Role, header: str, answers: list[str], asked: bool) -> Scale | None:
    """The scale of a question; ``asked``: the study's own survey asks it, from 1 to 5."""
    own, labels = Scale(1, 5), shipped_labels(role)
    if answers and all(match_key(text) in labels for text in answers):
        return own
    if asked and all(own.share(text, labels) is not None for text in answers):
        return own
    return find_scale(header, answers)


def scale_in_use(column: Column, role: ColumnRole, header_rows: int, survey: Survey | None) -> Scale | None:
    """The scale by which a column of satisfaction or image is read; ``None`` if it cannot be known."""
    kind = _KINDS.get(role.role)
    asked = survey is not None and kind is not None and survey.of_kind(kind) is not None
    answers = list(profile(column, header_rows).counts)
    return scale_from(role.key) or scale_of(role.role, role.header, answers, asked)


def _found_scale(found: ColumnRole, texts: CodedTexts, asked: bool, ledger: Ledger) -> Scale | None:
    """The scale where the mapping does not say it: the survey's own if the answers stand on it, else as found."""
    answers = [text for text in texts.distinct if not is_no_answer(text)]
    scale = scale_of(found.role, found.header, answers, asked)
    letter, header = column_letter(found.column), shown_end(found.header)
    if scale is None and answers:
        values = ", ".join(shown(text, 20) for text in answers[:_SHOWN_VALUES])
        ledger.notices.append(
            notice(FormatNotice.SCALE_UNKNOWN, column=letter, header=header, values=values)
        )
    if scale is not None and not scale.stated:
        numbers = {leading_number(text) for text in answers}
        seen = {scale.lowest, scale.highest} <= numbers
        ledger.notices.append(
            notice(
                FormatNotice.SCALE_TAKEN, Severity.INFO if seen else Severity.WARNING, column=letter, header=header,
                low=scale.lowest, high=scale.highest,
            )
        )  # fmt: skip
    return scale


def _is_same(text: str, key: str) -> bool:
    """Whether an answer is the one that passes, also with a label (``4 - agree``) or without its own."""
    mine, wanted = match_key(text), match_key(key)
    number = leading_number(mine)
    return mine == wanted or (number is not None and number == leading_number(wanted))
