"""The question of generation: its answers as the study's cohorts, whatever words, codes or years the form has."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.cohorts import built_in_banding
from cxsurvey.generation_words import OTHER, generation_named, generation_of_years, is_code, widest_years
from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import band_bounds, is_no_answer
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.headers import match_key
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import column_letter, rows_shown, shown, shown_end
from cxsurvey.reading.segments import (
    GENERATION_KEY,
    MOST_LABELS,
    OTHER_LABEL,
    Rows,
    label_names,
    question_of,
    segment_name,
    tell_errors,
    tell_labels,
)
from cxsurvey.reading.values import Column, ColumnRole, Mapping, Role
from cxsurvey.responses import Int16Array, Segment
from cxsurvey.survey import Survey, choices

_MOST_SHOWN = 8
_ALPHA, _ALPHA_LABEL = "alpha", "Gen Alpha"  # no shipped band
_OPEN_LOW, _OPEN_HIGH = 0, 9_999  # ends of a band that has none, as ``band_bounds`` gives them


@dataclass(frozen=True, slots=True, eq=False)
class GenerationsRead:
    """The answers, and which of the texts typed beside "other" they took up."""

    segment: Segment
    keys: tuple[str, ...]                      # of each label: the generation, or "" for what is none
    taken: dict[int, NDArray[np.bool_]]        # column of typed texts -> (n,) rows whose text said the generation


def read_generations(
    role: ColumnRole, columns: dict[int, Column], mapping: Mapping, survey: Survey | None, ledger: Ledger, rows: Rows
) -> GenerationsRead | None:
    """The generations chosen; "other" with a generation typed beside it is that generation. ``None`` if too many."""
    column = columns[role.column]
    question = question_of(role, survey)
    own = label_names(question, survey)
    cohorts = cohort_labels(survey)
    texts = coded(column.texts).part(rows)
    wrong = tell_errors(column, ledger, rows)
    keys = _keys_of(texts, own, cohorts)
    answers = {text: _label(text, keys[text], own, cohorts) for text in texts.distinct}
    typed, taken = _typed_beside(columns, mapping, rows)
    labels = _ordered({*answers.values(), *(cohorts[key] for key in typed.values())} - {""}, cohorts)
    if len(labels) > MOST_LABELS:
        told = notice(ReadingNotice.TOO_MANY_CHOICES, header=shown(role.header), n=len(labels), limit=MOST_LABELS)
        ledger.notices.append(told)
        return None
    place = {label: position for position, label in enumerate(labels)} | {"": -1}
    codes = texts.each(lambda text: place[answers[text]], np.int16)
    codes[wrong] = -1
    is_open = (codes == -1) | (codes == place.get(OTHER_LABEL, -1))
    for position, said in taken.items():
        given = coded(columns[position].texts).part(rows)
        taken[position] = said & is_open
        found = given.each(lambda text: place[cohorts[typed[text]]] if text in typed else -1, np.int16)
        codes = np.where(taken[position], found, codes).astype(np.int16)
    _tell(role, texts, answers, keys, own, {text: cohorts[key] for text, key in typed.items()}, ledger)
    if own:
        tell_labels({answers[text] for text in texts.distinct if not keys[text]} - {""}, answers, texts, column, ledger,
                    rows)  # fmt: skip
    used = np.unique(codes[codes >= 0])
    compact = np.full(len(labels) + 1, -1, np.int16)
    compact[used] = np.arange(len(used), dtype=np.int16)
    names = tuple(labels[position] for position in used)
    by_label = {label: key for key, label in cohorts.items()}
    segment = Segment(GENERATION_KEY, segment_name(role, question), names, compact[codes])
    return GenerationsRead(segment, tuple(by_label.get(name, "") for name in names), taken)


def cohort_labels(survey: Survey | None) -> dict[str, str]:
    """Each generation by the survey's own choice where it asks for generations, else by the name of the cohort."""
    language = survey.languages[0] if survey is not None else "en"
    bands = built_in_banding("birth_year", language=language).bands
    labels = {band.key: band.name for band in bands} | {_ALPHA: _ALPHA_LABEL}
    question = question_of(ColumnRole(0, "", Role.GENERATION), survey)
    if question is not None:
        labels |= {choice.code: choice.label for choice in choices(question, language)}
    return labels


def tell_disagreement(found: GenerationsRead, birth_year: Int16Array, ledger: Ledger, rows: Rows) -> None:
    """Names the rows whose birth year no convention counts among the generation that was chosen."""
    odd = np.zeros(len(rows), np.bool_)
    for position, key in enumerate(found.keys):
        years = widest_years(key)
        if years is not None:
            outside = (birth_year < years[0]) | (birth_year > years[1])
            odd |= (found.segment.codes == position) & (birth_year > 0) & outside
    numbers = np.asarray(ledger.table.rows)[rows[odd]].tolist()
    if numbers:
        code = FormatNotice.GENERATION_OR_YEAR
        told = notice(code, sheet=shown(ledger.table.sheet), n=len(numbers), rows=rows_shown(numbers))
        ledger.notices.append(told)


def _keys_of(texts: CodedTexts, own: dict[str, str], cohorts: dict[str, str]) -> dict[str, str]:
    """The generation that each answer means, ``OTHER``, or "" where it is not known.

    A bare letter means one only where nothing else in the column is unknown: it could be any code.
    """
    by_label = {label: key for key, label in cohorts.items()}
    keys = {text: by_label.get(own.get(match_key(text), "")) or _key(text) for text in texts.distinct}
    if any(not key and not is_no_answer(text) for text, key in keys.items()):
        return {text: "" if is_code(text) and match_key(text) not in own else key for text, key in keys.items()}
    return keys


def _key(text: str) -> str:
    named = "" if is_no_answer(text) else generation_named(text)
    if named:
        return named
    ends = band_bounds(text)
    if ends is None or max(ends) < 1_900:
        return ""
    low, high = ends
    return generation_of_years(None if low == _OPEN_LOW else low, None if high == _OPEN_HIGH else high)


def _label(text: str, key: str, own: dict[str, str], cohorts: dict[str, str]) -> str:
    if is_no_answer(text):
        return ""
    known = own.get(match_key(text))
    return known or (OTHER_LABEL if key == OTHER else cohorts.get(key) or text.strip())


def _typed_beside(
    columns: dict[int, Column], mapping: Mapping, rows: Rows
) -> tuple[dict[str, str], dict[int, NDArray[np.bool_]]]:
    """What was typed beside "other" and names a generation: the text and its generation; in which rows."""
    typed: dict[str, str] = {}
    taken: dict[int, NDArray[np.bool_]] = {}
    for role in mapping.roles:
        if role.role is Role.OTHER_TEXT and role.key == GENERATION_KEY and role.column in columns:
            texts = coded(columns[role.column].texts).part(rows)
            found = {text: key for text in texts.distinct if (key := _key(text)) not in ("", OTHER)}
            typed |= found
            taken[role.column] = texts.each(found.__contains__, np.bool_)
    return typed, taken


def _ordered(labels: set[str], cohorts: dict[str, str]) -> tuple[str, ...]:
    """Cohorts in their order, then what is none, "other" last."""
    order = {label: position for position, label in enumerate(cohorts.values())} | {OTHER_LABEL: 1_000}
    return tuple(sorted(labels, key=lambda label: (order.get(label, 999), band_bounds(label) or (0, 0), label)))


def _tell(
    role: ColumnRole, texts: CodedTexts, answers: dict[str, str], keys: dict[str, str], own: dict[str, str],
    typed: dict[str, str], ledger: Ledger,
) -> None:  # fmt: skip
    """Which words were read as which generation, and which words are none."""
    letter, header = column_letter(role.column), shown_end(role.header)
    turned = [
        (text, answers[text]) for text in texts.distinct
        if keys[text] and match_key(text) not in own and match_key(text) != match_key(answers[text])
    ]  # fmt: skip
    pairs = dict.fromkeys(f"{shown(text, 30)} = {label}" for text, label in [*turned, *typed.items()])
    if pairs:
        words = ", ".join(sorted(pairs)[:_MOST_SHOWN])
        told = notice(FormatNotice.GENERATIONS_READ, Severity.INFO, column=letter, header=header, words=words)
        ledger.notices.append(told)
    unknown = [text for text in texts.distinct if not keys[text] and match_key(text) not in own]
    unknown = [text for text in unknown if not is_no_answer(text)]
    if unknown and not own:
        words = ", ".join(f"\u201c{shown(text, 30)}\u201d" for text in unknown[:_MOST_SHOWN])
        ledger.notices.append(notice(FormatNotice.GENERATIONS_UNKNOWN, column=letter, header=header, words=words))
