"""The pillars chosen to act on, and who does what until when."""

from dataclasses import dataclass, replace

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
