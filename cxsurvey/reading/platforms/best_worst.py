"""Files of MaxDiff programs: recognised so that a person is told what they are; their choices are not read yet."""

import re

from cxsurvey.notices import notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.headers import match_key, splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import shown
from cxsurvey.reading.values import Column, Role, Table

CONJOINTLY, SAWTOOTH, SAWTOOTH_SCORES = "conjointly", "sawtooth", "sawtooth_scores"
_ALTERNATIVES = ["participant", "qes", "alt", "choice"]
_RESPONDENT = {"resp", "respondent", "respondent id", "respnum", "id"}
_BEST_1, _WORST_1 = re.compile(r"best[ _]?1\Z"), re.compile(r"worst[ _]?1\Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
_ROWS_LOOKED_AT = 200
# ``MD01[BEST]``, ``md01_best``, ``Task 1 [Most important]``, as other platforms head the two answers.
_BEST = re.compile(r"(?:\b|_)(?:best|most(?: important)?)\]?\Z")
_WORST = re.compile(r"(?:\b|_)(?:worst|least(?: important)?)\]?\Z")
_CELLS_NAMING_PILLARS = 0.6


def recognise(top: Top) -> Layout | None:
    """Conjointly's row for each alternative, Sawtooth's raw choices, and finished scores."""
    names = [cell.casefold() for cell in top.row(1)]
    if names[:4] == _ALTERNATIVES and _holds(top, 3, {"-1", "0", "1"}):
        return _layout(top, CONJOINTLY, ReadingNotice.BEST_WORST_NOT_READ)
    if len(names) < 4 or names[0] not in _RESPONDENT:
        return None
    if names[1] == "version" and any(map(_BEST_1.match, names)) and any(map(_WORST_1.match, names)):
        return _layout(top, SAWTOOTH, ReadingNotice.BEST_WORST_NOT_READ)
    if names[1] == "rlh" and all(_are_numbers(column, top.skip + 1) for column in top.columns[1:]):
        return _layout(top, SAWTOOTH_SCORES, ReadingNotice.FINISHED_SCORES)
    return None


def _layout(top: Top, platform: str, code: ReadingNotice) -> Layout:
    heads = tuple(
        ColumnHead(
            column.position, text, tuple(Wording(*split) for split in splits(text)),
            Role.IGNORED if place else Role.RESPONDENT_ID,
        )
        for place, (column, text) in enumerate(zip(top.columns, top.row(1), strict=True))
    )  # fmt: skip
    told = notice(code, sheet=shown(top.table.sheet))
    return Layout(platform, "certain", top.skip + 1, heads, unread=told)


def _holds(top: Top, place: int, allowed: set[str]) -> bool:
    """Whether a column holds these answers alone, each of them at least once."""
    start = top.skip + 1
    return set(top.columns[place].texts[start : start + _ROWS_LOOKED_AT]) - {""} == allowed


def _are_numbers(column: Column, header_rows: int) -> bool:
    cells = [text.strip() for text in column.texts[header_rows : header_rows + _ROWS_LOOKED_AT] if text.strip()]
    return bool(cells) and all(_NUMBER.match(text) for text in cells)


def asks_best_and_worst(table: Table, layout: Layout, pillars: Pillars) -> bool:
    """Whether a sheet of any platform has columns for the best and for the worst of a set, filled with pillars."""
    matcher = PillarMatcher(pillars)
    asked = {_BEST: False, _WORST: False}
    for head in layout.heads:
        for words in asked:
            if head.role is None and words.search(match_key(head.header)):
                column = next(column for column in table.columns if column.position == head.column)
                cells = [text for text in column.texts[layout.header_rows :][:_ROWS_LOOKED_AT] if text.strip()]
                named = sum(bool(matcher.exact(text)) for text in cells)
                asked[words] = asked[words] or (bool(cells) and named >= _CELLS_NAMING_PILLARS * len(cells))
    return all(asked.values())
