"""Sentences behind the headlines: careless answers, weights, other methods, the bet, cohorts against everyone else."""

from cxsurvey.adequacy import MUCH_WEIGHTING, Adequacy
from cxsurvey.bet import Bets
from cxsurvey.comparison import CohortComparison
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.adequacy import AdequacyNotice as A
from cxsurvey.notices.comparison import ComparisonNotice as C
from cxsurvey.notices.weighting import WeightingNotice as W
from cxsurvey.quality import DEFAULT, STRICT
from cxsurvey.sensitivity import Sensitivity
from cxsurvey.weighting import Weighting


def said(code: str, **values: Value) -> Notice:
    """A finding that asks nothing of the reader."""
    return notice(code, Severity.INFO, **values)


def weighting_sentences(weighting: Weighting) -> tuple[Notice, ...]:
    """What the weights cost and change, or why there are none."""
    if weighting.refused is not None:
        return (weighting.refused,)
    costly = weighting.design_effect > MUCH_WEIGHTING
    told = [
        said(
            W.WEIGHTED, by=tuple(margin.name for margin in weighting.margins), n=weighting.n,
            effective=weighting.effective_n, deff=weighting.design_effect,
        )
    ]
    if costly:
        told.append(notice(W.TOO_COSTLY, deff=weighting.design_effect))
    changed = sum(one.place != one.place_before for one in weighting.places)
    told.append(said(W.ORDER_CHANGES, changed=changed) if changed else said(W.ORDER_SAME))
    if weighting.n_trimmed:
        told.append(said(W.TRIMMED, n=weighting.n_trimmed, miss=100 * weighting.largest_miss))
    elif weighting.largest_miss:
        told.append(notice(W.NOT_ALL_MET, miss=100 * weighting.largest_miss))
    several = len(weighting.margins) > 1
    for margin in weighting.margins:
        if margin.unknown:
            told.append(said(W.UNKNOWN_IN if several else W.UNKNOWN, n=margin.unknown, by=margin.name))
    return tuple(told)


def bet_sentences(bets: Bets) -> tuple[Notice, ...]:
    """Whose bet was closest. Names people, so it stands on no shared report."""
    closest = [bet for bet in bets.colleagues if bet.key in bets.closest]
    told = [
        said(
            C.BET_CLOSEST, names=tuple(bet.name for bet in closest), agreeing=closest[0].pairs_agreeing,
            pairs=bets.pairs,
        )
    ]
    if len(bets.colleagues) > 1:
        told.append(
            said(C.BET_CONSENSUS, better=bets.n_better, n=len(bets.colleagues)) if bets.n_better
            else said(C.BET_NOBODY_BETTER)
        )
    if bets.leaders is not None and bets.front_line is not None:
        told.append(
            said(
                C.BET_LEVELS, leaders=bets.leaders.pairs_agreeing, front_line=bets.front_line.pairs_agreeing,
                pairs=bets.pairs,
            )
        )
    differing = [gap.name for gap in bets.differences if gap.differs]
    if bets.differences:
        told.append(said(C.BET_DIFFER, pillars=tuple(differing)) if differing else said(C.BET_NO_DIFFERENCE))
    return tuple(told)


def quality_sentences(adequacy: Adequacy) -> list[Notice]:
    """How many look careless, whether they count, and what that does to the order."""
    ways = adequacy.quality
    if not adequacy.flagged_share:
        return []
    if ways is None:
        return [notice(A.FLAGGED, share=100 * adequacy.flagged_share)]
    share, aside = 100 * adequacy.flagged_share, ways.way(ways.chosen).set_aside
    if ways.chosen == DEFAULT:
        told = [notice(W.SET_ASIDE, aside=aside, n=ways.one_or_more, share=share)]
    elif ways.chosen == STRICT:
        told = [notice(W.SET_ASIDE_STRICT, aside=aside, share=share)]
    else:
        told = [notice(A.FLAGGED, share=share)]
    if ways.conclusion_changes:
        return [*told, notice(W.CONCLUSION_CHANGES, top=adequacy.top_places)]
    if ways.order_changes:
        return [*told, said(W.PLACES_CHANGE, top=adequacy.top_places)]
    return [*told, said(W.NOTHING_CHANGES)]


def methods_sentence(found: Sensitivity) -> Notice:
    """How many methods agree on the first pillar."""
    methods = len(found.methods)
    if found.n_first == methods:
        return said(C.METHODS_AGREE, methods=methods, first=found.first_name)
    if 2 * found.n_first > methods:
        return said(C.METHODS_MOST, n=found.n_first, methods=methods, first=found.first_name)
    return notice(C.METHODS_SPLIT, n=found.n_first, methods=methods)


def furthest_sentences(cohorts: CohortComparison) -> list[Notice]:
    """The largest clear distance of each ranked cohort from everyone else."""
    told = []
    for group in cohorts.groups:
        clear = [found for found in group.from_others if found.clear]
        if not clear:
            continue
        most = max(clear, key=lambda found: abs(found.higher))
        ends = sorted((abs(most.low), abs(most.high)))
        if most.places_higher is None:
            code = C.COHORT_SCORES_HIGHER if most.higher > 0 else C.COHORT_SCORES_LOWER
        else:
            code = C.COHORT_HIGHER if most.higher > 0 else C.COHORT_LOWER
        told.append(
            said(
                code, pillar=most.name, places=abs(most.higher), cohort=group.name, low=ends[0], high=ends[1],
            )
        )
    return told
