"""What is wrong with a questionnaire's words before it goes out: for people, and for the programs that carry it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.pillars import Pillars, confusable_pairs
from cxsurvey.resources import read_json
from cxsurvey.survey.build import MOST_RANKED
from cxsurvey.survey.codes import ATTENTION_PASSES
from cxsurvey.survey.values import Question, QuestionKind, Survey

LONGEST_QUESTION, LONGEST_SENTENCE, LONGEST_LABEL = 140, 70, 60  # characters that a phone shows in a few lines
FEWEST_IN_TASKS = 6  # below it a full ranking takes half the time of MaxDiff and says as much
FEWEST_TO_PICK = 5  # below it a full ranking costs no more than a top 3

# "6-25" and "1/5" come back from a spreadsheet as the 25th of June and the 1st of May.
_DATE_LIKE = re.compile(r"\d{1,4}\s*[-/.–]\s*\d{1,4}(\s*[-/.]\s*\d{1,4})?")
_FORMULA_LIKE = re.compile(r"[\s\ufeff\u200b]*[=+\-@\t\r＝＋－＠]")
# LimeSurvey stops at answer codes over 5 signs, and cleans others silently; XLSForm wants a letter first.
_SAFE_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,4}")
_SPLITTING = (";", "]", "[", "|")
_COHORT_KINDS = {QuestionKind.BIRTH_YEAR, QuestionKind.AGE_BAND, QuestionKind.GENERATION}


def check_wording(survey: Survey, pillars: Pillars) -> tuple[Notice, ...]:
    """Everything worth a second look, once each. ``where`` is a question's code or a pillar's key, ``language`` its.

    Nothing here forbids anything: they are heuristics, and a person decides.
    """
    found = [
        *_format(survey, pillars),
        *(told for language in survey.languages for told in _questions(survey, language)),
        *(told for language in survey.languages for told in _pillars(pillars, language)),
        *_pairs(pillars, survey.languages),
        *_codes(survey, pillars),
    ]
    return tuple(dict.fromkeys(found))


def _format(survey: Survey, pillars: Pillars) -> Iterator[Notice]:
    kind = survey.priority.kind if survey.priority else None
    if kind is None:
        yield notice(SurveyNotice.PRIORITY_NEEDED, Severity.ERROR, where="prio")
    if kind is QuestionKind.FULL_RANKING and len(pillars) > MOST_RANKED:
        yield notice(SurveyNotice.RANKING_LONG, where="prio", n=len(pillars), most=MOST_RANKED)
    if kind in (QuestionKind.TOP_RANKING, QuestionKind.GUIDED_SORT) and len(pillars) < FEWEST_TO_PICK:
        yield notice(SurveyNotice.TOP_OF_FEW, Severity.INFO, where="prio", n=len(pillars))
    if kind is QuestionKind.BEST_WORST and len(pillars) < FEWEST_IN_TASKS:
        yield notice(SurveyNotice.TASKS_OF_FEW, Severity.INFO, where="prio", n=len(pillars))
    if kind is QuestionKind.POINTS and len(pillars) > MOST_RANKED:
        yield notice(SurveyNotice.POINTS_LONG, Severity.INFO, where="prio", n=len(pillars))
    if kind is QuestionKind.IMPORTANCE_RATING:
        yield notice(SurveyNotice.RATING_FLAT, Severity.INFO, where="prio")
    if not any(question.kind in _COHORT_KINDS for question in survey.questions):
        yield notice(SurveyNotice.NO_COHORT_QUESTION, Severity.INFO, where="born")


def _questions(survey: Survey, language: str) -> Iterator[Notice]:
    for question in survey.questions:
        text = dict(question.texts).get(language, "")
        if not text.strip():
            yield notice(SurveyNotice.TEXT_MISSING, where=question.code, language=language, text=question.code)
            continue
        if question.kind is QuestionKind.ATTENTION:
            if ATTENTION_PASSES not in text:
                yield notice(
                    SurveyNotice.ATTENTION_UNCLEAR, where=question.code, language=language, text=_cut(text),
                    answer=ATTENTION_PASSES,
                )
            continue
        yield from _for_people(text, question.code, language, LONGEST_QUESTION)
        if question.kind is QuestionKind.SEGMENT:
            yield from _options(question, language)


def _options(question: Question, language: str) -> Iterator[Notice]:
    if len(question.options) < 2:
        yield notice(
            SurveyNotice.OPTIONS_FEW, where=question.code, language=language, text=question.text(language)
        )
    labels = [dict(option.labels).get(language, "").strip() for option in question.options]
    for label in labels:
        if not label:
            yield notice(SurveyNotice.TEXT_MISSING, where=question.code, language=language, text=question.code)
        else:
            yield from _for_programs(label, question.code, language)
    yield from _repeated(labels, question.code, language)


def _pillars(pillars: Pillars, language: str) -> Iterator[Notice]:
    sentences = []
    for pillar in pillars:
        text = next((text for text in pillar.texts if text.language == language), None)
        if text is None or not text.customer_sentence.strip():
            yield notice(SurveyNotice.TEXT_MISSING, where=pillar.key, language=language, text=pillar.name)
            continue
        sentences.append(text.customer_sentence.strip())
        yield from _for_people(text.customer_sentence, pillar.key, language, LONGEST_SENTENCE)
        yield from _for_programs(text.customer_sentence, pillar.key, language)
    yield from _repeated(sentences, "", language)


def _for_people(text: str, where: str, language: str, longest: int) -> Iterator[Notice]:
    rules = _rules().get(language, {"joins": (), "leading": ()})
    lowered = f" {text.casefold()} "
    joined = lowered
    for particle in rules.get("harmless", ()):
        joined = joined.replace(particle, "")
    for word in rules["joins"]:
        if word in joined:
            yield notice(
                SurveyNotice.TWO_THINGS, where=where, language=language, text=_cut(text), word=word.strip()
            )
            break
    for word in rules["leading"]:
        if word in lowered:
            yield notice(SurveyNotice.LEADING, where=where, language=language, text=_cut(text), word=word)
            break
    if len(text) > longest:
        yield notice(
            SurveyNotice.TOO_LONG, where=where, language=language, text=_cut(text), n=len(text), most=longest
        )


def _for_programs(label: str, where: str, language: str) -> Iterator[Notice]:
    if _DATE_LIKE.fullmatch(label.strip()):
        plain = re.sub(r"\s*[-/.–]\s*", " to ", label.strip())
        yield notice(SurveyNotice.DATE_LIKE, where=where, language=language, text=label, better=plain)
    elif _FORMULA_LIKE.match(label):
        yield notice(SurveyNotice.FORMULA_LIKE, where=where, language=language, text=_cut(label), sign=label.strip()[0])
    for sign in _SPLITTING:
        if sign in label:
            yield notice(SurveyNotice.SPLITTING_SIGN, where=where, language=language, text=_cut(label), sign=sign)
            break
    if where.startswith("seg") and len(label) > LONGEST_LABEL:
        yield notice(
            SurveyNotice.TOO_LONG, where=where, language=language, text=_cut(label), n=len(label), most=LONGEST_LABEL
        )


def _repeated(labels: list[str], where: str, language: str) -> Iterator[Notice]:
    seen: set[str] = set()
    for label in labels:
        if label and label.casefold() in seen:
            yield notice(SurveyNotice.LABEL_REPEATED, where=where, language=language, text=_cut(label))
        seen.add(label.casefold())


def _pairs(pillars: Pillars, languages: tuple[str, ...]) -> Iterator[Notice]:
    for pair in confusable_pairs(pillars, languages):
        yield notice(
            SurveyNotice.CONFUSABLE, where=pair.first, other=pair.second, language=pair.language,
            first=pair.first_text, second=pair.second_text,
        )


def _codes(survey: Survey, pillars: Pillars) -> Iterator[Notice]:
    coded = [(pillar.key, pillar.code) for pillar in pillars]
    coded += [(question.code, option.code) for question in survey.questions for option in question.options]
    for where, code in coded:
        if not _SAFE_CODE.fullmatch(code):
            yield notice(SurveyNotice.CODE_BREAKS, where=where, text=_cut(code))


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = read_json("wording", "rules.json")["languages"]
    return rules


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
