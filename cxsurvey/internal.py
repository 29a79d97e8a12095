"""The internal view: how colleagues score and rank the pillars, and until when they may change it."""

from dataclasses import dataclass, replace

LOWEST_SCORE, HIGHEST_SCORE = 1, 5


@dataclass(frozen=True, slots=True)
class Colleague:
    """One colleague's view. ``ranking`` holds pillar keys, most important first; empty until given."""

    key: str
    name: str
    role: str = ""
    department: str = ""
    level: str = ""  # "leader", "front_line" or ""
    date: str = ""   # ISO, when the view was given
    ranking: tuple[str, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()  # (pillar key, 1 weak ... 5 excellent)

    def score(self, pillar_key: str) -> int | None:
        """This colleague's 1-5 score of a pillar, or ``None`` while not given."""
        return dict(self.scores).get(pillar_key)


@dataclass(frozen=True, slots=True)
class InternalView:
    """All colleagues' views. Once locked (ISO date), it no longer changes, so nobody can say it was fitted later."""

    colleagues: tuple[Colleague, ...] = ()
    locked_on: str = ""

    def colleague(self, key: str) -> Colleague:
        """The colleague of that key; ``KeyError`` if there is none."""
        for colleague in self.colleagues:
            if colleague.key == key:
                return colleague
        raise KeyError(key)


def put_colleague(view: InternalView, colleague: Colleague) -> InternalView:
    """The view with that colleague changed, or added at the end if the key is new."""
    if any(known.key == colleague.key for known in view.colleagues):
        return replace(
            view, colleagues=tuple(colleague if known.key == colleague.key else known for known in view.colleagues)
        )
    return replace(view, colleagues=(*view.colleagues, colleague))


def take_colleagues(view: InternalView, colleagues: tuple[Colleague, ...]) -> InternalView:
    """The view with colleagues read from workbooks: one of a known name takes that one's place, others are added."""
    for colleague in colleagues:
        same = (known.key for known in view.colleagues if known.name.casefold() == colleague.name.casefold())
        view = put_colleague(view, replace(colleague, key=next(same, "") or free_key(view)))
    return view


def remove_colleague(view: InternalView, key: str) -> InternalView:
    """The view without that colleague."""
    return replace(view, colleagues=tuple(known for known in view.colleagues if known.key != key))


def free_key(view: InternalView) -> str:
    """A key no colleague has: c1, c2, ..."""
    taken = {colleague.key for colleague in view.colleagues}
    return next(key for key in (f"c{number}" for number in range(1, 10_000)) if key not in taken)


def total_score(colleague: Colleague) -> int:
    """The sum of a colleague's scores; 50 at most with ten pillars."""
    return sum(score for _, score in colleague.scores)
