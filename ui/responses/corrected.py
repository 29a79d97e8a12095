"""The columns of a reviewed file as somebody corrects them: one change, another mapping. No Qt."""

from dataclasses import replace

from cxsurvey.reading.details import PER_PILLAR, PER_PLACE
from cxsurvey.reading.ratings import LOWEST_BEST
from cxsurvey.reading.values import ColumnRole, Mapping, Role
from cxsurvey.responses import OPTION_MARK

ON_SCALE = frozenset({Role.SATISFACTION, Role.IMAGE})
"""Roles of one question on a scale that can be said."""
RATED = frozenset({Role.IMPORTANCE, Role.PERFORMANCE})
"""Ratings of pillars, from 1 to 5; which end is the best can be said."""


def with_role(
    mapping: Mapping, column: int, role: Role, pillar: str = "", place: int = 0, answer: str = ""
) -> Mapping:
    """The mapping with one column read as something else; who held that pillar or place before is not used.

    ``answer``: of an attention check, the one that passes.
    """
    wanted_pillar = pillar if role in PER_PILLAR else ""
    wanted_place = place if role in PER_PLACE else 0
    roles = []
    for known in mapping.roles:
        if known.column == column:
            key = _key(known, role, answer) or _key_of_others(mapping, role, column)
            known = replace(known, role=role, pillar=wanted_pillar, place=wanted_place, key=key, score=100.0)
        elif _is_taken(known, role, wanted_pillar, wanted_place):
            known = replace(known, role=Role.IGNORED, pillar="", place=0)
        roles.append(known)
    return replace(mapping, roles=tuple(roles))


def _is_taken(known: ColumnRole, role: Role, pillar: str, place: int) -> bool:
    same = known.role is role and (known.pillar, known.place) == (pillar, place)
    return same and bool(pillar or place)


def _key(known: ColumnRole, role: Role, answer: str) -> str:
    """What the role keeps beside it: the answer that passes, the scale, or the key of a group to compare."""
    from cxsurvey.reading.several import key_by_hand

    if role is Role.ATTENTION:
        return answer
    if role in ON_SCALE or role in RATED:
        return known.key if known.role is role else ""  # what another role kept there is no scale
    own = "" if known.role is Role.ATTENTION or known.role in ON_SCALE | RATED else known.key
    if role is known.role:
        return own or f"column{known.column}"
    if role is Role.SEVERAL:
        own = key_by_hand(known.header)
    elif role is Role.SEGMENT:
        own = own.replace(OPTION_MARK, "_")
    return own or f"column{known.column}"


def _key_of_others(mapping: Mapping, role: Role, column: int) -> str:
    """Ratings of another pillar are read as those of the others are."""
    others = (one.key for one in mapping.roles if one.role is role and one.column != column)
    return next(others, "") if role in RATED else ""


def with_scale(mapping: Mapping, column: int, scale: str) -> Mapping:
    """The scale of one question, the worst end first: "1-7", or "7-1" where 1 is the best."""
    roles = tuple(replace(role, key=scale) if role.column == column else role for role in mapping.roles)
    return replace(mapping, roles=roles)


def with_best_end(mapping: Mapping, role: Role, is_lowest: bool) -> Mapping:
    """Which end of the ratings is the best, of all pillars: they are one question."""
    key = LOWEST_BEST if is_lowest else ""
    roles = tuple(replace(known, key=key) if known.role is role else known for known in mapping.roles)
    return replace(mapping, roles=roles)


def alike(mapping: Mapping, column: int) -> tuple[int, ...]:
    """The columns that ask the same, so that their values mean the same: those of a question about pillars."""
    role = next(one.role for one in mapping.roles if one.column == column)
    if role not in PER_PILLAR and role not in PER_PLACE and role is not Role.RANKED_LIST:
        return (column,)
    return tuple(one.column for one in mapping.roles if one.role is role)
