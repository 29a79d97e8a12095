"""The sentences on how well we do: what to fix first, and where we see ourselves otherwise than customers do."""

from cxsurvey.adequacy import DIRECTION_BASE
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.performance import PerformanceNotice as P
from cxsurvey.performance import FEWEST_COLLEAGUES, Perception, Performance, PillarPerformance, Quadrant


def performance_sentences(performance: Performance) -> tuple[Notice, ...]:
    """What to fix first, then the other quadrants, then where we see ourselves otherwise than customers do."""
    told = _quadrants(performance)
    gaps = [pillar for pillar in performance.pillars if pillar.perception is not None]
    proven = [pillar for pillar in gaps if pillar.perception is not Perception.ALIKE and rounded_gap(pillar)]
    told += [_perception(pillar) for pillar in sorted(proven, key=lambda pillar: -abs(pillar.gap or 0))]
    if gaps and not proven:
        told.append(_said(P.GAP_NONE))
    if any(0 < pillar.own_n < FEWEST_COLLEAGUES for pillar in gaps):
        told.append(_said(P.OWN_FIXED, fewest=FEWEST_COLLEAGUES))
    return tuple(told)


def rounded_gap(pillar: PillarPerformance) -> float:
    """The gap as a reader works it out from the two printed scores; 0 without both."""
    if pillar.own is None or pillar.mean is None:
        return 0.0
    return round(round(pillar.own, 1) - round(pillar.mean, 1), 1)


def _quadrants(performance: Performance) -> list[Notice]:
    """The first sentence is the headline, also where nothing can be placed."""
    if all(pillar.quadrant is None for pillar in performance.pillars):
        worth = [pillar.n if pillar.effective_n is None else pillar.effective_n for pillar in performance.pillars]
        most = int(max(worth))
        return [notice(P.TOO_FEW, n=min(most, performance.n_importance), needed=DIRECTION_BASE)]
    placed = {
        quadrant: [pillar.name for pillar in performance.pillars if pillar.placed and pillar.quadrant is quadrant]
        for quadrant in Quadrant
    }
    fix = placed[Quadrant.FIX_FIRST]
    told = [_said(P.FIX_FIRST, pillars=tuple(fix)) if fix else _said(P.NOTHING_TO_FIX)]
    others = ((P.KEEP_UP, Quadrant.KEEP_UP), (P.OVER_SERVED, Quadrant.OVER_SERVED))
    told += [_said(code, pillars=tuple(placed[of])) for code, of in others if placed[of]]
    unsure = [pillar.name for pillar in performance.pillars if pillar.quadrant is not None and not pillar.placed]
    if unsure:
        told.append(_said(P.ON_THE_LINE, pillars=tuple(unsure)))
    values = {"importance": performance.importance_line or 0, "performance": performance.performance_line or 0}
    told.append(_said(P.LINES if performance.target is None else P.LINES_TARGET, **values))
    return told


def _perception(pillar: PillarPerformance) -> Notice:
    """Over-rated or under-rated; a gap that is under-rated is told as a positive number."""
    over = pillar.perception is Perception.OVER_RATED
    low, high = sorted((abs(pillar.gap_low or 0), abs(pillar.gap_high or 0)))
    return notice(
        P.GAP_OVER if over else P.GAP_UNDER, pillar=pillar.name, own=pillar.own or 0, customers=pillar.mean or 0,
        gap=abs(rounded_gap(pillar)), low=low, high=high,
    )


def _said(code: P, **values: Value) -> Notice:
    return notice(code, Severity.INFO, **values)
