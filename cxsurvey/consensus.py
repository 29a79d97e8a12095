"""What the colleagues say together: consensus order, agreement, the most different view."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PillarView:
    """How colleagues see one pillar."""

    key: str
    name: str
    place: float | None        # consensus position, ties as mid-ranks; None without rankings
    mean_rank: float | None
    best_rank: int | None      # spread: the best and the worst place any colleague gave
    worst_rank: int | None
    mean_score: float | None   # 1-5 self-assessment; None without scores
    low_score: int | None
    high_score: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A pillar on which one colleague differs from the others."""

    pillar_key: str
    own_place: float
    others_place: float


@dataclass(frozen=True, slots=True)
class DifferentView:
    """The colleague whose order is furthest from the others'; named without blame, no outlier claimed."""

    colleague_key: str
    name: str
    tau_x: float
    differences: tuple[Difference, ...]  # the three largest


@dataclass(frozen=True, slots=True)
class Consensus:
    """The internal order. ``order`` is best first by Borda; empty without a ranking."""

    n_rankings: int
    n_scores: int
    pillars: tuple[PillarView, ...]        # in the list's order
    order: tuple[str, ...]
    kemeny_orders: tuple[tuple[str, ...], ...]  # all optimal orders, at most five
    w: float | None                        # None with fewer than two rankings
    f: float | None
    df1: float | None
    df2: float | None
    p_value: float | None
    most_different: DifferentView | None   # needs three or more
    total_score: float | None              # mean total of complete self-assessments
    best_total: int                        # 50 with ten pillars
