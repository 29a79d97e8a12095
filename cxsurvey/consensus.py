"""What the colleagues say together: consensus order, agreement, the most different view."""

from dataclasses import dataclass

import numpy as np

from cxsurvey.internal import HIGHEST_SCORE, Colleague, InternalView, total_score
from cxsurvey.pillars import Pillars
from cxsurvey.statistics import (
    DEFAULT_SEED,
    FloatArray,
    PanelViews,
    borda,
    generator,
    kemeny,
    kendall_w,
    panel_views,
    positions,
    tau_x,
)
from cxsurvey.statistics.arrays import finite

MOST_ORDERS = 5           # of equally good Kemeny orders shown
FEWEST_FOR_DIFFERENT = 3  # with two, each differs from the other alike
DIFFERENCES_NAMED = 3


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
    scores: tuple[int, ...] = ()  # all that were given, in the colleagues' order


@dataclass(frozen=True, slots=True)
class Difference:
    """A pillar on which one colleague differs from the others."""

    pillar_key: str
    own_place: float
    others_place: float


@dataclass(frozen=True, slots=True)
class LevelDifference:
    """Where leaders and the front line put one pillar."""

    pillar_key: str
    leaders_place: float
    front_line_place: float


@dataclass(frozen=True, slots=True)
class DifferentView:
    """The colleague whose order is furthest from the others'; named without blame."""

    colleague_key: str
    name: str
    tau_x: float
    differences: tuple[Difference, ...]  # the three largest
    outlier: bool = False                # further off than chance explains; never dropped for it


@dataclass(frozen=True, slots=True)
class ColleagueView:
    """How far one colleague agrees with the common order of the others."""

    colleague_key: str
    name: str
    tau_x: float
    outlier: bool  # below what the lowest of a like-minded panel of this size stays above in 95 %


@dataclass(frozen=True, slots=True)
class LevelComparison:
    """Leaders against the front line: each side's own Borda order, compared."""

    n_leaders: int
    n_front_line: int
    tau_x: float
    differences: tuple[LevelDifference, ...]  # every pillar, the largest first


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
    levels: LevelComparison | None = None  # needs a leader and someone of the front line who ranked
    views: tuple[ColleagueView, ...] = ()  # everyone who ranked, in the order they stand; needs two
    outlier_limit: float | None = None     # tau_x below which a view is called an outlier; needs four


def consensus_of(view: InternalView, pillars: Pillars, seed: int = DEFAULT_SEED) -> Consensus:
    """What the colleagues say together; every colleague counts alike. Without rankings the places are ``None``.

    ``seed`` is of the panels simulated for the outlier rule (statistics.md 3.3).
    """
    rankers = tuple(colleague for colleague in view.colleagues if len(colleague.ranking) == len(pillars))
    scorers = tuple(colleague for colleague in view.colleagues if len(colleague.scores) == len(pillars))
    ranks = _ranks(rankers, pillars)
    order = borda(ranks) if rankers else None
    concordance = kendall_w(ranks) if len(rankers) > 1 else None
    panel = panel_views(ranks, generator(seed)) if len(rankers) > 1 else None
    totals = [total_score(colleague) for colleague in scorers]
    return Consensus(
        n_rankings=len(rankers),
        n_scores=len(scorers),
        pillars=tuple(
            _pillar_view(view, pillars, position, ranks, None if order is None else order.mean_ranks)
            for position in range(len(pillars))
        ),
        order=() if order is None else _order(order.mean_ranks, pillars),
        kemeny_orders=_kemeny_orders(ranks, pillars),
        w=None if concordance is None else finite(concordance.w),
        f=None if concordance is None else finite(concordance.f),
        df1=None if concordance is None else finite(concordance.df1),
        df2=None if concordance is None else finite(concordance.df2),
        p_value=None if concordance is None else finite(concordance.p_value),
        most_different=_most_different(rankers, ranks, pillars, panel),
        total_score=sum(totals) / len(totals) if totals else None,
        best_total=HIGHEST_SCORE * len(pillars),
        levels=_levels(rankers, pillars),
        views=() if panel is None else _views(rankers, panel),
        outlier_limit=None if panel is None else finite(panel.limit),
    )


def _ranks(rankers: tuple[Colleague, ...], pillars: Pillars) -> FloatArray:
    """(n_colleagues, n_pillars), 1 = most important."""
    ranks = np.empty((len(rankers), len(pillars)))
    for row, colleague in enumerate(rankers):
        ranks[row] = [colleague.ranking.index(pillar.key) + 1 for pillar in pillars]
    return ranks


def _pillar_view(
    view: InternalView, pillars: Pillars, position: int, ranks: FloatArray, mean_ranks: FloatArray | None
) -> PillarView:
    pillar = pillars[position]
    given = [colleague.score(pillar.key) for colleague in view.colleagues]
    scores = [score for score in given if score is not None]
    return PillarView(
        pillar.key,
        pillar.name,
        None if mean_ranks is None else float(positions(-mean_ranks)[position]),
        None if mean_ranks is None else float(mean_ranks[position]),
        int(ranks[:, position].min()) if len(ranks) else None,
        int(ranks[:, position].max()) if len(ranks) else None,
        sum(scores) / len(scores) if scores else None,
        min(scores, default=None),
        max(scores, default=None),
        tuple(scores),
    )


def _order(mean_ranks: FloatArray, pillars: Pillars) -> tuple[str, ...]:
    return tuple(pillars[position].key for position in np.argsort(mean_ranks, kind="stable").tolist())


def _kemeny_orders(ranks: FloatArray, pillars: Pillars) -> tuple[tuple[str, ...], ...]:
    """The orders with the fewest contradicted pairs; none above 15 pillars, where the search grows too large."""
    if not len(ranks) or len(pillars) > 15:
        return ()
    best = kemeny(ranks, most_orders=MOST_ORDERS)
    return tuple(tuple(pillars[position].key for position in order) for order in best.orders[:MOST_ORDERS])


def _most_different(
    rankers: tuple[Colleague, ...], ranks: FloatArray, pillars: Pillars, panel: PanelViews | None
) -> DifferentView | None:
    """Who is furthest from the Borda order of the others, by tau_x; the first of equals."""
    if panel is None or panel.most_different is None or len(rankers) < FEWEST_FOR_DIFFERENT:
        return None
    row = panel.most_different
    others = borda(np.delete(ranks, row, axis=0)).positions
    gaps = np.abs(ranks[row] - others)
    widest = np.argsort(-gaps, kind="stable")[:DIFFERENCES_NAMED].tolist()
    return DifferentView(
        rankers[row].key,
        rankers[row].name,
        float(panel.agreement[row]),
        tuple(
            Difference(pillars[position].key, float(ranks[row, position]), float(others[position]))
            for position in widest if gaps[position] > 0
        ),
        bool(panel.outlier[row]),
    )


def _views(rankers: tuple[Colleague, ...], panel: PanelViews) -> tuple[ColleagueView, ...]:
    return tuple(
        ColleagueView(who.key, who.name, float(tau), bool(outlier))
        for who, tau, outlier in zip(rankers, panel.agreement, panel.outlier, strict=True)
        if not np.isnan(tau)
    )


def _levels(rankers: tuple[Colleague, ...], pillars: Pillars) -> LevelComparison | None:
    """Both sides' orders beside each other; descriptive, since a handful of people prove nothing."""
    leaders = tuple(colleague for colleague in rankers if colleague.level == "leader")
    front_line = tuple(colleague for colleague in rankers if colleague.level == "front_line")
    if not leaders or not front_line:
        return None
    above, below = (borda(_ranks(side, pillars)).positions for side in (leaders, front_line))
    largest = np.argsort(-np.abs(above - below), kind="stable").tolist()
    return LevelComparison(
        len(leaders),
        len(front_line),
        float(tau_x(above, below)),
        tuple(LevelDifference(pillars[at].key, float(above[at]), float(below[at])) for at in largest),
    )

