"""Questions of several answers: which columns are the options of one, which column holds all that was chosen."""

import re
from dataclasses import replace
from itertools import groupby

from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_tick
from cxsurvey.reading.asked_options import option_key
from cxsurvey.reading.headers import cleaned, match_key, splits, without_number
from cxsurvey.reading.joined import joined, parts
from cxsurvey.reading.layout import ColumnHead, Layout
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import column_letter, shown_end
from cxsurvey.reading.profile import Profile
from cxsurvey.reading.values import ColumnRole, Role
from cxsurvey.reading.words import role_by_words
from cxsurvey.responses import OPTION_MARK
from cxsurvey.survey import Survey

_FREE = (Role.IGNORED, Role.SEGMENT)
_LONGEST_KEY = 40


def key_of(text: str) -> str:
    """A short key for a question or an option: ``Used last year?`` gives ``used_last_year``."""
    key = "_".join(re.findall(r"\w+", match_key(without_number(text))))
    return key if len(key) <= _LONGEST_KEY else key[:_LONGEST_KEY].rpartition("_")[0] or key[:_LONGEST_KEY]


def name_of(role: ColumnRole, option: str = "") -> str:
    """``Question: option`` for a column of ticks; ``option``: its words, where the cells repeat them."""
    for question, item in _ways(role.header):
        if f"{key_of(question)}{OPTION_MARK}{key_of(item)}" == role.key:
            return f"{question.rstrip(' :?')}: {option or item}"
    return option or cleaned(role.header)


def key_by_hand(header: str) -> str:
    """The key of a column that a person calls one of several answers, from its heading."""
    question, item = _ways(header)[0]
    return f"{key_of(question)}{OPTION_MARK}{key_of(item)}" if question and item else key_of(header)


def several_columns(
    layout: Layout, profiles: dict[int, Profile], matcher: PillarMatcher, survey: Survey | None,
    roles: dict[int, ColumnRole], asked: frozenset[int],
) -> tuple[dict[int, ColumnRole], list[Notice]]:  # fmt: skip
    """The columns that become part of a question of several answers, and what is told of them.

    roles : what all columns were taken for; asked : columns of the study's own questions, which stay what they are
    """
    free = [
        head for head in layout.heads
        if head.column not in asked and roles[head.column].role in _FREE
        and (head.role is None or (head.role is Role.IGNORED and head.several))
    ]  # fmt: skip
    found = _ticked(free, profiles, matcher, survey)
    told: list[Notice] = []
    questions = {role.key.partition(OPTION_MARK)[0] for role in found.values() if role.role is Role.SEVERAL}
    for column in asked:  # its cells hold all that was chosen; the columns of its options leave no doubt
        if roles[column].role is Role.SEGMENT and roles[column].key in questions:
            found[column] = replace(roles[column], role=Role.IGNORED, key="")
    for head in layout.heads:
        role = roles[head.column]
        open_to_it = role.role in (*_FREE, Role.COMMENT) and head.role is None and head.column not in asked
        if not open_to_it or head.column in found or role_by_words(without_number(head.header)) is not None:
            continue
        names = {key_of(head.header), *(key_of(wording.item) for wording in head.wordings)}
        if names & questions:  # its options have columns of their own, which leave no doubt
            found[head.column] = replace(role, role=Role.IGNORED, key="")
            continue
        way = joined(profiles[head.column].counts, layout.platform)
        if way is None or (head.single and not way.is_sure) or _are_pillars(way.options, matcher):
            continue  # of one answer a comma is a part, unless it certainly parts several in one cell
        if way.is_sure:
            found[head.column] = replace(role, role=Role.SEVERAL, key=key_of(head.header))
        else:
            example = next(text for text in profiles[head.column].counts if len(parts(text, way.mark)) > 1)
            told.append(_told(FormatNotice.SEVERAL_UNSURE, head, value=shown_end(example)))
    return found, told


def _told(code: FormatNotice, head: ColumnHead, **values: str) -> Notice:
    letter = column_letter(head.column)
    return notice(code, Severity.INFO, column=letter, header=shown_end(head.header), **values)


def _ticked(
    free: list[ColumnHead], profiles: dict[int, Profile], matcher: PillarMatcher, survey: Survey | None
) -> dict[int, ColumnRole]:
    """Columns of one question whose cells are ticks; side by side, columns that hold nothing but their own heading."""
    questions: dict[str, list[tuple[ColumnHead, str]]] = {}
    for head in free:
        way = head.wordings[0]
        if way.question and way.item:
            questions.setdefault(key_of(way.question), []).append((head, way.item))
    found: dict[int, ColumnRole] = {}
    for question, columns in questions.items():
        typed: list[ColumnHead] = []
        if len(columns) > 2 and not _are_options(columns, profiles):
            # Whatever "other" is called, what was typed beside it stands last.
            *columns, (head, _) = columns
            typed = [head]
        if question and _are_options(columns, profiles) and not _are_pillars([item for _, item in columns], matcher):
            found |= {head.column: ColumnRole(head.column, head.header, Role.OTHER_TEXT) for head in typed}
            found |= {
                head.column: ColumnRole(
                    head.column, head.header, Role.SEVERAL,
                    key=option_key(head, survey) or f"{question}{OPTION_MARK}{key_of(item)}",
                )
                for head, item in columns
            }
    bare = [head for head in free if head.column not in found and _repeats_heading(head, profiles[head.column])]
    for _, pairs in groupby(enumerate(bare), key=lambda pair: pair[1].column - pair[0]):
        run = [head for _, head in pairs]
        if len(run) > 1 and not _are_pillars([head.header for head in run], matcher):
            question = f"choices_{column_letter(run[0].column).lower()}"
            found |= {
                head.column: ColumnRole(
                    head.column, head.header, Role.SEVERAL, key=f"{question}{OPTION_MARK}{key_of(head.header)}"
                )
                for head in run
            }
    return _with_unique_keys(found)


def _are_options(columns: list[tuple[ColumnHead, str]], profiles: dict[int, Profile]) -> bool:
    """Whether all cells are ticks or repeat their own option, and not all of them say the same."""
    cells = [(profiles[head.column], head, item) for head, item in columns]
    if len(cells) < 2 or not any(found.n for found, _, _ in cells):
        return False
    words = [text for found, _, _ in cells for text in found.counts]
    own = all(found.n_distinct <= 1 for found, _, _ in cells) and len(set(words)) == len(words) > 1
    for found, head, item in cells:
        repeats = {match_key(text) for text in found.counts} <= {match_key(item), match_key(head.header)}
        if not (own or repeats or all(is_tick(text) for text in found.counts)):
            return False
    return any(found.n < found.n_rows or len(found.counts) > 1 for found, _, _ in cells)


def _repeats_heading(head: ColumnHead, cells: Profile) -> bool:
    texts = cells.counts or cells.no_answers  # "None" below "None" is an answer, too
    own = {match_key(text) for text in texts} == {match_key(head.header)}
    return bool(head.header) and own and sum(texts.values()) < cells.n_rows


def _are_pillars(options: tuple[str, ...] | list[str], matcher: PillarMatcher) -> bool:
    """Whether the options are the pillars: then it is a question about them, and not of whom somebody is."""
    return 2 * sum(bool(matcher.exact(option)) for option in options) >= len(options)


def _with_unique_keys(found: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
    taken: set[str] = set()
    unique: dict[int, ColumnRole] = {}
    for column, role in sorted(found.items()):
        key = role.key if role.key not in taken else f"{role.key}_{column}"
        taken.add(key)
        unique[column] = replace(role, key=key)
    return unique


def _ways(header: str) -> tuple[tuple[str, str], ...]:
    """Ways to read a heading as question and option: as platforms join them, and as XLSForms do."""
    text = cleaned(header)
    ways = list(splits(text))
    for mark in ("/", "_"):
        question, parting, item = text.rpartition(mark)
        if parting and question and item:
            ways.insert(-1, (question.rpartition(mark)[2], item))
    return tuple(ways)
