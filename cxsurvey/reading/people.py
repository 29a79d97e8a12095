"""Who answered: birth year, age, generation, segments, comments, ids. What is not certain is left blank and named."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import age_years, birth_year, is_buddhist, is_no_answer
from cxsurvey.reading.coded import CodedTexts, coded
from cxsurvey.reading.dates import iso_moments, seconds_between, seconds_of
from cxsurvey.reading.generations import GenerationsRead, read_generations, tell_disagreement
from cxsurvey.reading.headers import cleaned
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.odd_columns import headed_alike, tell_kinds, told_apart
from cxsurvey.reading.other_texts import typed_headings
from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.segments import SEGMENTS, Rows, read_segment, tell_errors
from cxsurvey.reading.several_answers import several_segments
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Mapping, Role
from cxsurvey.responses import Int16Array, Int32Array, Segment, no_times
from cxsurvey.survey import Survey

_NO_YEAR, _ODD_YEAR = 0, -1
# What LimeSurvey writes when it was told not to note the time.
_NO_MOMENT = frozenset({"1980-01-01T00:00:00", "1980-01-01"})
# Signs that LimeSurvey spells out in the files it exchanges with itself.
_SPELLED_OUT = {"{newline}": "\n", "{tab}": "\t", "{cr}": "\r", "{quote}": '"', "{lbrace}": "{"}
# A long number as spreadsheet programs show it, and save it as text.
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d{1,2}\Z", re.IGNORECASE)
_MONTH_FIRST = ("surveymonkey", "google_forms", "microsoft_forms")
# Platforms whose start of an answer and time of sending stand on one clock.
_START_TO_END = frozenset({"surveymonkey", "microsoft_forms", "typeform", "limesurvey", "qualtrics"})


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """What is known of the respondents, one row each; see ``Responses``."""

    birth_year: Int16Array
    age: Int16Array
    segments: tuple[Segment, ...]
    comments: tuple[str, ...]
    respondent_ids: tuple[str, ...]
    submitted: tuple[str, ...]
    duration: Int32Array


def read_people(
    columns: dict[int, Column], mapping: Mapping, survey: Survey | None, ledger: Ledger, rows: Rows, this_year: int
) -> People:
    """The columns that describe the respondents, for the table rows given."""
    found: dict[str, Segment] = {}
    generations: GenerationsRead | None = None
    alike = headed_alike(mapping, ledger)
    for role in mapping.roles:
        if role.role not in SEGMENTS or role.column not in columns:
            continue
        if role.role is Role.GENERATION:
            generations = generations or read_generations(role, columns, mapping, survey, ledger, rows)
            segment = generations.segment if generations is not None else None
        else:
            segment = read_segment(role, columns[role.column], survey, ledger, rows)
            tell_kinds(columns[role.column], ledger, rows)
        if segment is not None and segment.key not in found:
            found[segment.key] = told_apart(segment, role, alike)
    segments = [*found.values(), *several_segments(columns, mapping, survey, ledger, rows)]
    years = _birth_years(columns, mapping, ledger, rows, this_year)
    if generations is not None:
        tell_disagreement(generations, years, ledger, rows)
    month_first = mapping.platform in _MONTH_FIRST
    submitted = _texts(columns, mapping, Role.SUBMITTED, rows)
    return People(
        years,
        _ages(columns, mapping, ledger, rows),
        tuple(segments),
        _comments(columns, mapping, survey, generations.taken if generations else {}, ledger, rows),
        _ids(columns, mapping, ledger, rows),
        _moments(submitted, month_first),
        _durations(columns, mapping, rows),
    )


def _moments(submitted: tuple[str, ...], month_first: bool) -> tuple[str, ...]:
    """Times of submission as ISO texts; none at all where not a single one is known."""
    moments = tuple("" if text in _NO_MOMENT else text for text in iso_moments(submitted, month_first))
    return moments if any(moments) else ()


def _first(columns: dict[int, Column], mapping: Mapping, wanted: Role) -> Column | None:
    return next((columns[role.column] for role in mapping.roles if role.role is wanted), None)


def _birth_years(
    columns: dict[int, Column], mapping: Mapping, ledger: Ledger, rows: Rows, this_year: int
) -> Int16Array:
    column = _first(columns, mapping, Role.BIRTH_YEAR)
    if column is None:
        return np.zeros(len(rows), np.int16)

    def year_of(text: str) -> int:
        return _NO_YEAR if is_no_answer(text) else birth_year(text, this_year) or _ODD_YEAR

    texts = coded(column.texts).part(rows)
    years = texts.each(year_of, np.int16)
    # A year such as 1980 in a cell formatted as a date shows as a day of 1905.
    shown_as_date = (np.asarray(column.kinds)[rows] == CellKind.DATE) & (years >= 1904) & (years <= 1905)
    wrong = (years == _ODD_YEAR) | shown_as_date
    as_date = wrong & (np.asarray(column.kinds)[rows] == CellKind.DATE)
    for of_code, code in (
        (wrong & ~as_date, ReadingNotice.BIRTH_YEAR_NOT_READ), (as_date, ReadingNotice.BIRTH_YEAR_AS_DATE)
    ):  # fmt: skip
        ledger.tell(ledger.corrected, column, rows[of_code], code, low=1900, high=this_year)
    years[wrong] = _NO_YEAR
    n = int(np.count_nonzero((years > 0) & texts.each(lambda text: is_buddhist(text, this_year), np.bool_)))
    if n:
        ledger.notices.append(notice(ReadingNotice.BUDDHIST_YEARS, Severity.INFO, n=n))
    years[years < 0] = _NO_YEAR
    return years


def _ages(columns: dict[int, Column], mapping: Mapping, ledger: Ledger, rows: Rows) -> Int16Array:
    column = _first(columns, mapping, Role.AGE)
    if column is None:
        return np.zeros(len(rows), np.int16)

    def age_of(text: str) -> int:
        age = 0 if is_no_answer(text) else age_years(text)
        return -1 if age is None else age

    ages: Int16Array = coded(column.texts).part(rows).each(age_of, np.int16)
    ledger.tell(ledger.corrected, column, rows[ages < 0], ReadingNotice.AGE_NOT_READ)
    return np.maximum(ages, 0)


def _durations(columns: dict[int, Column], mapping: Mapping, rows: Rows) -> Int32Array:
    """Seconds; nothing at all where no cell holds a time, because a column of zeros would say that all were timed.

    Where no column says how long an answer took, the platform's own start and end do.
    """
    texts = _texts(columns, mapping, Role.DURATION, rows)
    seconds = np.array([seconds_of(text) for text in texts], np.int32)
    last = Role.ENDED if _first(columns, mapping, Role.ENDED) is not None else Role.SUBMITTED
    if not seconds.any() and (last is Role.ENDED or mapping.platform in _START_TO_END):
        month_first = mapping.platform in _MONTH_FIRST
        begun, ended = (_texts(columns, mapping, role, rows) for role in (Role.STARTED, last))
        # Day and month of both columns are told apart together, so that one cannot be turned without the other.
        moments = iso_moments((*begun, *ended), month_first) if begun and ended else ()
        pairs = zip(moments[: len(rows)], moments[len(rows) :], strict=True)
        seconds = np.array([seconds_between(start, end) for start, end in pairs], np.int32)
    return seconds if seconds.any() else no_times()


def _ids(columns: dict[int, Column], mapping: Mapping, ledger: Ledger, rows: Rows) -> tuple[str, ...]:
    """The respondents' ids; none where a spreadsheet program made the same one of many, as ``1.18E+10``."""
    ids = _texts(columns, mapping, Role.RESPONDENT_ID, rows)
    if len(set(ids)) == len(ids):
        return ids
    shortened = next((text for text in ids if _SHORTENED.match(text)), "")
    if not shortened:
        return ids
    ledger.notices.append(notice(ReadingNotice.IDS_SHORTENED, value=shown(shortened)))
    return ()


def _texts(columns: dict[int, Column], mapping: Mapping, wanted: Role, rows: Rows) -> tuple[str, ...]:
    column = _first(columns, mapping, wanted)
    if column is None:
        return ()
    given = coded(column.texts).part(rows)
    texts = CodedTexts([text.strip() for text in given.distinct], given.codes)
    return tuple(texts) if any(texts.distinct) else ()


def _comments(
    columns: dict[int, Column], mapping: Mapping, survey: Survey | None, taken: dict[int, NDArray[np.bool_]],
    ledger: Ledger, rows: Rows,
) -> tuple[str, ...]:  # fmt: skip
    """All comments of a respondent, one below the other; last what was typed beside "other", with its question.

    taken : of columns of typed texts, the rows whose text is an answer elsewhere
    """
    spelled_out = mapping.platform == "limesurvey" and mapping.header_rows > 1
    parts = [
        _comments_of(columns[role.column], ledger, rows, spelled_out)
        for role in mapping.roles if role.role is Role.COMMENT and role.column in columns
    ]  # fmt: skip
    typed: list[tuple[ColumnRole, list[str]]] = []
    for role in mapping.roles:
        if role.role is Role.OTHER_TEXT and role.column in columns:
            said = _comments_of(columns[role.column], ledger, rows, spelled_out)
            used = taken.get(role.column, np.zeros(len(rows), np.bool_)).tolist()
            pairs = zip(said, used, strict=True)
            typed.append((role, ["" if in_use or is_no_answer(text) else text for text, in_use in pairs]))
    headings = typed_headings(mapping, survey, {role.column for role, texts in typed if any(texts)})
    for role, kept in typed:
        if name := headings.get(role.column):
            parts.append([f"{name}: {text}" if text else "" for text in kept])
            _tell_kept(role, name, ledger)
    joined = parts[0] if len(parts) == 1 else ("\n".join(filter(None, said)) for said in zip(*parts, strict=True))
    texts = tuple(joined)
    return texts if any(texts) else ()


def _tell_kept(role: ColumnRole, name: str, ledger: Ledger) -> None:
    letter, header = column_letter(role.column), shown_end(role.header)
    if name == cleaned(role.header):
        told = notice(FormatNotice.OTHER_KEPT, Severity.INFO, column=letter, header=header)
    else:
        told = notice(FormatNotice.OTHER_KEPT_AS, Severity.INFO, column=letter, header=header, name=shown_end(name))
    ledger.notices.append(told)


def _comments_of(column: Column, ledger: Ledger, rows: Rows, spelled_out: bool) -> list[str]:
    texts = coded(column.texts).part(rows)
    comments = [_comment(text, spelled_out) for text in texts.distinct]
    given = [comments[code] for code in texts.codes.tolist()]
    for place in np.flatnonzero(tell_errors(column, ledger, rows)):
        given[place] = ""
    return given


def _comment(text: str, spelled_out: bool) -> str:
    """What was written, without the signs that platforms add."""
    text = "" if text == "{question_not_shown}" else text.strip()
    if spelled_out and "{" in text:
        for spelled, sign in _SPELLED_OUT.items():
            text = text.replace(spelled, sign)
    # An apostrophe keeps spreadsheet programs from taking a comment for a formula.
    return text.removeprefix("'") if text.startswith("'=") else text
