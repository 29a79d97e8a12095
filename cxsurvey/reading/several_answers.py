"""Questions of several answers, each option a yes/no segment: from columns of ticks, from cells that hold all."""

from collections.abc import Iterator
from itertools import count

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import NOT_TICKED, is_no_answer, is_tick
from cxsurvey.reading.asked_options import option_name
from cxsurvey.reading.coded import coded
from cxsurvey.reading.headers import cleaned, match_key, splits
from cxsurvey.reading.joined import Joined, joined, parted
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.places import shown
from cxsurvey.reading.profile import profile
from cxsurvey.reading.several import key_of, name_of
from cxsurvey.reading.values import CellKind, Column, ColumnRole, Mapping, Role
from cxsurvey.responses import OPTION_MARK, Int8Array, Segment
from cxsurvey.survey import Survey

MOST_OPTIONS = 30
LABELS = ("Yes", "No")
_YES, _NO, _NOT_KNOWN = 0, 1, -1
_BLANK, _TICKED, _UNTICKED = 0, 1, 2

Rows = NDArray[np.intp]


def several_segments(
    columns: dict[int, Column], mapping: Mapping, survey: Survey | None, ledger: Ledger, rows: Rows
) -> list[Segment]:
    """A segment for each option, named "Question: option"; not known where the whole question was left empty."""
    questions: dict[str, list[ColumnRole]] = {}
    for role in mapping.roles:
        if role.role is Role.SEVERAL and role.column in columns:
            questions.setdefault(_question(role), []).append(role)
    segments: dict[str, Segment] = {}
    for question, roles in questions.items():
        typed = _typed_beside(question, columns, mapping, rows)
        for segment in _of_question(question, roles, typed, columns, mapping, ledger, rows):
            key = next(key for key in _numbered(segment.key) if key not in segments)
            name = option_name(key, survey) or segment.name
            segments[key] = Segment(key, name, segment.labels, segment.codes)
    return list(segments.values())


def holds_all(column: Column, role: ColumnRole, header_rows: int) -> bool:
    """Whether a column of several answers holds all that was chosen in one cell, and no mere ticks of one option."""
    return OPTION_MARK not in role.key and not all(map(is_tick, profile(column, header_rows).counts))


def joint_of(column: Column, mapping: Mapping) -> Joined | None:
    """What joins the answers in the cells of such a column, and its options; ``None`` if no cell holds two."""
    counts = profile(column, mapping.header_rows).counts
    return joined(counts, mapping.platform) or joined(counts, mapping.platform, by_hand=True)


def _of_question(
    question: str, roles: list[ColumnRole], typed: NDArray[np.bool_], columns: dict[int, Column], mapping: Mapping,
    ledger: Ledger, rows: Rows,
) -> Iterator[Segment]:  # fmt: skip
    first = columns[roles[0].column]
    if len(roles) == 1 and OPTION_MARK not in roles[0].key:
        if holds_all(first, roles[0], mapping.header_rows):
            yield from _of_cells(question, roles[0], first, typed, mapping, ledger, rows)
            return
        typed = np.ones(len(rows), np.bool_)  # one box to tick, alone: left empty it says no
    if len(roles) > MOST_OPTIONS:
        _tell_too_many(roles[0], len(roles), ledger)
    kept = roles[:MOST_OPTIONS]
    states = [_ticks(columns[role.column], role, ledger, rows) for role in kept]
    # LimeSurvey says "No" for every option, too, where the whole question was left empty.
    said = (_TICKED,) if mapping.platform == "limesurvey" else (_TICKED, _UNTICKED)
    answered = typed | np.any([np.isin(state, said) for state in states], axis=0)
    for role, state in zip(kept, states, strict=True):
        option = _label(columns[role.column], mapping.header_rows)
        key = role.key if OPTION_MARK in role.key else f"{question}{OPTION_MARK}{key_of(option) or 'yes'}"
        # Where the column says no in a word of its own, an empty cell says nothing.
        blank = _NOT_KNOWN if (state == _UNTICKED).any() else _NO
        codes = np.array([blank, _YES, _NO], np.int16)[state]
        yield Segment(key, name_of(role, option), LABELS, np.where(answered, codes, _NOT_KNOWN).astype(np.int16))


def _of_cells(
    question: str, role: ColumnRole, column: Column, typed: NDArray[np.bool_], mapping: Mapping, ledger: Ledger,
    rows: Rows,
) -> Iterator[Segment]:  # fmt: skip
    """The options of cells that hold all that was chosen, the most frequent first, each read as a person said."""
    found = joint_of(column, mapping)
    said = {label.value: label.read_as for label in mapping.labels if label.column == role.column}
    texts = coded(column.texts).part(rows)
    _tell_errors(column, ledger, rows)
    wrong = np.asarray(column.kinds)[rows] == CellKind.ERROR
    chosen = {text: _chosen(text, found, said) for text in texts.distinct}
    met: dict[str, list[str]] = {}  # by what makes options the same, the spellings
    listed = found.options if found is not None else tuple(profile(column, mapping.header_rows).counts)
    given = (option for options in chosen.values() for option in options)
    for option in (*(said.get(option, option) for option in listed), *given):
        if option:
            met.setdefault(match_key(option), []).append(option)
    if len(met) > MOST_OPTIONS:
        _tell_too_many(role, len(met), ledger)
    answered = (texts.each(lambda text: bool(chosen[text]), np.bool_) & ~wrong) | typed
    for key, spellings in list(met.items())[:MOST_OPTIONS]:
        wanted = {text for text, options in chosen.items() if not {match_key(one) for one in options}.isdisjoint({key})}
        ticked = texts.each(wanted.__contains__, np.bool_) & ~wrong
        codes = np.where(ticked, _YES, np.where(answered, _NO, _NOT_KNOWN)).astype(np.int16)
        name = f"{cleaned(role.header).rstrip(' :?')}: {spellings[0]}"
        yield Segment(f"{question}{OPTION_MARK}{key_of(spellings[0]) or len(wanted)}", name, LABELS, codes)


def _chosen(text: str, joint: Joined | None, said: dict[str, str]) -> tuple[str, ...]:
    """The options that a cell names; what a person said of the whole cell goes before what was said of its parts."""
    text = said.get(text.strip(), text)
    return () if is_no_answer(text) else tuple(filter(None, (said.get(part, part) for part in parted(text, joint))))


def _question(role: ColumnRole) -> str:
    return role.key.partition(OPTION_MARK)[0] or f"column_{role.column}"


def _numbered(key: str) -> Iterator[str]:
    yield key
    yield from (f"{key}_{number}" for number in count(2))


def _ticks(column: Column, role: ColumnRole, ledger: Ledger, rows: Rows) -> Int8Array:
    """(n,) what each cell says; an error says nothing, and is named."""
    own = {match_key(role.header), *(match_key(item) for _, item in splits(role.header))} - {""}
    states = coded(column.texts).part(rows).each(lambda text: _state(text, own), np.int8)
    _tell_errors(column, ledger, rows)
    return np.where(np.asarray(column.kinds)[rows] == CellKind.ERROR, _BLANK, states).astype(np.int8)


def _state(text: str, own: set[str]) -> int:
    if match_key(text) in own:
        return _TICKED  # the option's own words, even if they are "None"
    if is_no_answer(text):
        return _BLANK
    return _UNTICKED if text.strip().casefold() in NOT_TICKED else _TICKED


def _label(column: Column, header_rows: int) -> str:
    """The option's own words, where ticked cells repeat them; else nothing, as where they hold its number."""
    counts = profile(column, header_rows).counts
    words = [text for text in counts if not is_tick(text) and not text.isdigit()]
    return words[0] if len(words) == 1 else ""


def _typed_beside(question: str, columns: dict[int, Column], mapping: Mapping, rows: Rows) -> NDArray[np.bool_]:
    """(n,) whether something was typed beside "other": then the question was answered."""
    typed = np.zeros(len(rows), np.bool_)
    for role in mapping.roles:
        if role.role is Role.OTHER_TEXT and role.key == question and role.column in columns:
            typed |= coded(columns[role.column].texts).part(rows).each(lambda text: not is_no_answer(text), np.bool_)
    return typed


def _tell_errors(column: Column, ledger: Ledger, rows: Rows) -> None:
    wrong = rows[np.asarray(column.kinds)[rows] == CellKind.ERROR]
    ledger.tell(ledger.corrected, column, wrong, ReadingNotice.CELL_IS_ERROR)


def _tell_too_many(role: ColumnRole, n: int, ledger: Ledger) -> None:
    code = FormatNotice.TOO_MANY_OPTIONS
    ledger.notices.append(notice(code, header=shown(role.header), n=n, limit=MOST_OPTIONS))
