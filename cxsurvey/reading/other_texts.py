"""What was typed beside "other": the question it belongs to, and the words it is kept under."""

import re
from collections.abc import Container

from cxsurvey.reading.headers import cleaned
from cxsurvey.reading.layout import ColumnHead
from cxsurvey.reading.segments import GENERATION_KEY, OTHER_LABEL, question_of
from cxsurvey.reading.several import key_of
from cxsurvey.reading.values import ColumnRole, Mapping, Role
from cxsurvey.responses import OPTION_MARK
from cxsurvey.survey import Survey

# Platforms whose exports are headed by codes or by texts, as the person likes: the answers must be the same.
_HEADED_EITHER_WAY = frozenset({"limesurvey", "kobotoolbox"})
_OTHER_AT_END = re.compile(r"[_\W]*(?:other|autre|sonstiges|inne|другое)\W*\Z", re.IGNORECASE)


def questions_beside(heads: tuple[ColumnHead, ...], roles: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
    """The columns of texts typed beside "other", each with the key of its question; "" where that is not known."""
    known: dict[str, str] = {}
    for head in heads:
        key = _key(roles[head.column])
        if key:
            for name in _names(head) | {key}:
                known.setdefault(name, key)
    found: dict[int, ColumnRole] = {}
    for place, head in enumerate(heads):
        role = roles[head.column]
        if role.role is Role.OTHER_TEXT:
            before = _key(roles[heads[place - 1].column]) if place else ""
            key = _key_beside(head, before, known)
            found[head.column] = ColumnRole(role.column, role.header, role.role, key=key)
    return found


def typed_headings(mapping: Mapping, survey: Survey | None, used: Container[int]) -> dict[int, str]:
    """What the texts of each such column are kept under: the survey's question, "Other", or the column's heading.

    used : the columns whose texts are kept
    """
    columns = [role for role in mapping.roles if role.role is Role.OTHER_TEXT and role.column in used]
    headings: dict[int, str] = {}
    for number, role in enumerate(columns, 1):
        asked = question_of(ColumnRole(0, "", Role.GENERATION), survey) if role.key == GENERATION_KEY else None
        asked = asked or (survey.question(role.key) if survey is not None and role.key else None)
        if asked is not None:
            headings[role.column] = cleaned(asked.texts[0][1])
        elif mapping.platform in _HEADED_EITHER_WAY:
            headings[role.column] = f"{OTHER_LABEL} {number}" if len(columns) > 1 else OTHER_LABEL
        else:
            headings[role.column] = cleaned(role.header)
    return headings


def _key(role: ColumnRole) -> str:
    """The key of the question that a column answers, where something may be typed beside it."""
    if role.role is Role.GENERATION:
        return GENERATION_KEY
    if role.role is Role.SEVERAL:
        return role.key.partition(OPTION_MARK)[0]
    return role.key if role.role is Role.SEGMENT else ""


def _names(head: ColumnHead) -> set[str]:
    """What the question of a column may be called; a heading of two parts may be that of a matrix."""
    names = {key_of(head.header), *(key_of(way.question) for way in head.wordings)}
    names |= {key_of(way.item) for way in head.wordings if not way.question}
    return names - {""}


def _key_beside(head: ColumnHead, before: str, known: dict[str, str]) -> str:
    named = {key_of(way.question) for way in head.wordings if way.question}
    named |= {key_of(_OTHER_AT_END.sub("", way.item)) for way in head.wordings if not way.question}
    named |= {key_of(_OTHER_AT_END.sub("", head.header))}
    sure = sorted({known[name] for name in named if name in known})
    if sure:
        return sure[0]
    alone = not any(way.question for way in head.wordings)
    return before if before and (alone or key_of(head.header).startswith(before)) else ""
