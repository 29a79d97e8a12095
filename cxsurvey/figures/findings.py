"""What a chart shows in one sentence: for screen readers, and above the chart in a report."""

from cxsurvey.adequacy import BaseStatus
from cxsurvey.comparison import CohortComparison, PillarStanding, Verdict
from cxsurvey.figures.heads import percent, told
from cxsurvey.figures.values import BaseBar, ScoreRow
from cxsurvey.notices import Notice
from cxsurvey.notices.figures import FigureNotice


def divergence_caption(standings: tuple[PillarStanding, ...], confidence: float) -> Notice:
    """How to read the chart, by what there is to see in it."""
    if all(standing.place_low is None for standing in standings):
        return told(FigureNotice.DIVERGENCE_CAPTION_FEW)
    if all(standing.internal_place is None for standing in standings):
        return told(FigureNotice.DIVERGENCE_CAPTION_ALONE, sure=percent(confidence))
    return told(FigureNotice.DIVERGENCE_CAPTION, sure=percent(confidence))


def divergence_finding(standings: tuple[PillarStanding, ...]) -> Notice:
    """What the chart shows, proven contradictions first."""
    ordered = sorted(standings, key=lambda standing: standing.place)
    ends: dict[str, str | float] = {"first": ordered[0].name, "last": ordered[-1].name}
    if all(standing.internal_place is None for standing in ordered):
        return told(FigureNotice.DIVERGENCE_ALONE, **ends)
    if all(standing.verdict is None for standing in ordered):
        return told(FigureNotice.DIVERGENCE_FEW, **ends)
    blind = [standing.name for standing in ordered if standing.verdict is Verdict.BLIND_SPOT]
    over = [standing.name for standing in ordered if standing.verdict is Verdict.OVER_RATED]
    k = sum(standing.internal_place is not None for standing in ordered)
    if not blind and not over:
        return told(FigureNotice.DIVERGENCE_ALIGNED, k=k, **ends)
    values = {"blind": tuple(blind), "over": tuple(over)}
    found = len(blind) + len(over)
    if blind and over:
        return told(FigureNotice.DIVERGENCE_BOTH, found=found, k=k, **values)
    code = FigureNotice.DIVERGENCE_BLIND if blind else FigureNotice.DIVERGENCE_OVER
    return told(code, found=found, k=k, **values)


def heat_finding(cohorts: CohortComparison, rows: tuple[PillarStanding, ...]) -> Notice:
    """The omnibus verdict, and the pillars on which groups differ, in the order of ``rows``."""
    if cohorts.p_value is None:
        return told(FigureNotice.HEAT_UNTESTED, grouping=cohorts.name)
    differing = {difference.key for difference in cohorts.differences if difference.differs}
    names = ", ".join(row.name for row in rows if row.key in differing)
    if not names:
        return told(FigureNotice.HEAT_NO_DIFFERENCE, grouping=cohorts.name)
    return told(FigureNotice.HEAT_DIFFERS, grouping=cohorts.name, names=names)


def bases_finding(bars: tuple[BaseBar, ...]) -> Notice:
    """In how many groups there are enough answers, and how many are hidden."""
    enough = sum(bar.status is BaseStatus.ENOUGH for bar in bars)
    hidden = sum(bar.n is None for bar in bars)
    if not hidden:
        return told(FigureNotice.BASES_FOUND, groups=len(bars), enough=enough)
    return told(FigureNotice.BASES_FOUND_HIDDEN, groups=len(bars), enough=enough, hidden=hidden)


def self_finding(rows: tuple[ScoreRow, ...], total: float | None, best_total: int) -> Notice:
    """Total, best and weakest pillar; at least one row has a mean."""
    scored = [(row.mean, row) for row in rows if row.mean is not None]
    high_score, high = max(scored, key=lambda entry: entry[0])
    low_score, low = min(scored, key=lambda entry: entry[0])
    ends: dict[str, str | float] = {
        "high": high.name, "high_score": round(high_score, 1), "low": low.name, "low_score": round(low_score, 1),
    }
    if total is None:
        return told(FigureNotice.SELF_FEW, **ends)
    return told(FigureNotice.SELF_FOUND, total=round(total, 1), best=best_total, **ends)
