"""The pillars chosen to act on, and who does what until when."""

from dataclasses import dataclass, replace

from cxsurvey.comparison import PillarStanding
from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.plan import PlanNotice

FEWEST_CHOSEN, MOST_CHOSEN = 2, 4


@dataclass(frozen=True, slots=True)
class Action:
    """What is planned for one chosen pillar."""

    pillar_key: str
    rating: int | None = None  # our own judgement today, 1 weak ... 5 excellent
    owner: str = ""
    departments: tuple[str, ...] = ()
    first_step: str = ""
    due: str = ""              # ISO date
    measure: str = ""          # how we will know


@dataclass(frozen=True, slots=True)
class Plan:
    """Two to four actions; ``reason`` says why the choice departs from the suggestion, if it does."""

    actions: tuple[Action, ...] = ()
    reason: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen pillars."""
        return tuple(action.pillar_key for action in self.actions)


def choose(plan: Plan, pillar_key: str) -> Plan:
    """The plan with that pillar chosen too (no change if it is)."""
    return plan if pillar_key in plan.chosen else replace(plan, actions=(*plan.actions, Action(pillar_key)))


def unchoose(plan: Plan, pillar_key: str) -> Plan:
    """The plan without that pillar."""
    return replace(plan, actions=tuple(action for action in plan.actions if action.pillar_key != pillar_key))


def put_action(plan: Plan, action: Action) -> Plan:
    """The plan with the action of that pillar changed."""
    return replace(
        plan, actions=tuple(action if known.pillar_key == action.pillar_key else known for known in plan.actions)
    )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Which pillars to act on. ``clear``: the last of them is surely ahead of the first that is left."""

    keys: tuple[str, ...]
    clear: bool


def suggest_focus(standings: tuple[PillarStanding, ...]) -> Suggestion | None:
    """The first two to four pillars, cut where customers' order has its clearest gap; ``None`` without an order.

    A cut between pillars whose ranges of places do not meet beats any other; among equals the wider gap in score
    wins, and the shorter list on a tie, because focus is the point.
    """
    if len(standings) <= FEWEST_CHOSEN:
        return None
    cuts = range(FEWEST_CHOSEN, min(MOST_CHOSEN, len(standings) - 1) + 1)
    best = max(cuts, key=lambda cut: (_separated(standings, cut), _gap(standings, cut), -cut))
    return Suggestion(tuple(standing.key for standing in standings[:best]), _separated(standings, best))


def plan_notices(plan: Plan, suggestion: Suggestion | None) -> tuple[Notice, ...]:
    """What still keeps the plan from being one: too few or too many pillars, no owner, no date, no reason."""
    told = []
    if not FEWEST_CHOSEN <= len(plan.actions) <= MOST_CHOSEN:
        told.append(notice(PlanNotice.CHOOSE_COUNT, n=len(plan.actions)))
    open_ends = [action for action in plan.actions if not (action.owner and action.first_step and action.due)]
    if open_ends:
        told.append(notice(PlanNotice.OPEN_ENDS, Severity.INFO, n=len(open_ends)))
    if suggestion is not None and plan.actions and set(plan.chosen) != set(suggestion.keys) and not plan.reason:
        told.append(notice(PlanNotice.GIVE_REASON, Severity.INFO))
    return tuple(told)


def _separated(standings: tuple[PillarStanding, ...], cut: int) -> bool:
    """Whether all above the cut are surely ahead of all below it."""
    return all((standing.place_high or len(standings)) <= cut for standing in standings[:cut])


def _gap(standings: tuple[PillarStanding, ...], cut: int) -> float:
    return round(standings[cut - 1].score - standings[cut].score, 9)
