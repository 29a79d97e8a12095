"""What has to be said of a column besides its role: which pillar, which place, which answer."""

from cxsurvey.reading.values import Role

PER_PILLAR = frozenset({Role.RANK_OF_PILLAR, Role.POINTS, Role.IMPORTANCE, Role.PERFORMANCE})
"""A column for each pillar: the role needs a pillar."""

PER_PLACE = frozenset({Role.PILLAR_AT_PLACE, Role.PILLAR_AT_STEP, Role.BEST, Role.WORST})
"""The role needs a place: in the ranking, in the guided sort (-1 is the last), or the number of a task."""

NAMES_PILLARS = frozenset({*PER_PLACE, Role.RANKED_LIST})
"""The cells are pillars."""

WHO_A_PERSON_IS = frozenset({Role.PERSONAL, Role.PERSONAL_KEPT})
NOT_USED = frozenset({Role.IGNORED, *WHO_A_PERSON_IS})
"""Nothing of such a column is counted."""

MOST_TASKS = 30


def places_of(role: Role, n_pillars: int) -> tuple[int, ...]:
    """The places that a column of that role may stand for, those from the front first; none if it needs none."""
    if role is Role.PILLAR_AT_PLACE:
        return tuple(range(1, n_pillars + 1))
    if role is Role.PILLAR_AT_STEP:
        return (*range(1, n_pillars + 1), *range(-1, -n_pillars - 1, -1))
    return tuple(range(1, MOST_TASKS + 1)) if role in (Role.BEST, Role.WORST) else ()
