"""Options of the survey's own questions in a file that asks for several of them, a column each."""

import re

from cxsurvey.reading.headers import match_key, without_number
from cxsurvey.reading.layout import ColumnHead
from cxsurvey.responses import OPTION_MARK
from cxsurvey.survey import Option, Question, QuestionKind, Survey


def question_names(question: Question) -> set[str]:
    """What a column of that question may be headed."""
    return {match_key(question.code), *(match_key(text) for _, text in question.texts)}


def option_key(head: ColumnHead, survey: Survey | None) -> str:
    """``channels:phone`` for a column of one option of the survey's own question, by its codes; else empty."""
    for way in head.wordings if survey is not None else ():
        named = {match_key(way.question), match_key(without_number(way.question))} - {""}
        for question in _segments(survey) if way.item else ():
            option = _option(question, way.item) if named & question_names(question) else None
            if option is not None:
                return f"{question.code}{OPTION_MARK}{_short(option.code)}"
    return ""


def option_name(key: str, survey: Survey | None) -> str:
    """``Channels: Phone`` for such a key, in the survey's first language; empty for other keys."""
    code, _, wanted = key.partition(OPTION_MARK)
    question = survey.question(code) if survey is not None and wanted else None
    option = next((one for one in question.options if _short(one.code) == wanted), None) if question else None
    if survey is None or question is None or option is None:
        return ""
    language = survey.languages[0]
    return f"{question.text(language).rstrip(' :?')}: {option.label(language)}"


def _segments(survey: Survey | None) -> tuple[Question, ...]:
    asked = survey.questions if survey is not None else ()
    return tuple(question for question in asked if question.kind is QuestionKind.SEGMENT)


def _option(question: Question, item: str) -> Option | None:
    wanted = match_key(item)
    named = ({match_key(one.code), *(match_key(label) for _, label in one.labels)} for one in question.options)
    return next((one for one, names in zip(question.options, named, strict=True) if wanted in names), None)


def _short(code: str) -> str:
    return "_".join(re.findall(r"\w+", match_key(code)))
