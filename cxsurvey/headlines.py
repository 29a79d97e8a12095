"""The sentences beside the numbers: which finding to say, with which values. The words stand in ``notices``."""

from collections.abc import Iterable

from cxsurvey.adequacy import Adequacy, BaseStatus, CohortBase, Light, SamplePlan
from cxsurvey.answer_formats import RANKED
from cxsurvey.comparison import CohortComparison, Comparison, PillarStanding, Verdict
from cxsurvey.consensus import Consensus, LevelComparison
from cxsurvey.detail_sentences import (
    furthest_sentences,
    methods_sentence,
    quality_sentences,
    said,
    weighting_sentences,
)
from cxsurvey.format_sentences import pooling_sentences, scale_sentences, top_sentence
from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.adequacy import AdequacyNotice as A
from cxsurvey.notices.comparison import ComparisonNotice as C
from cxsurvey.notices.internal import InternalNotice as I
from cxsurvey.notices.kinds import KindNotice as K
from cxsurvey.notices.weighting import WeightingNotice as W
from cxsurvey.study import Study

_SURE = 0.95  # from which agreement is called more than chance
LISTED_EFFECTS = 3  # pillars on which groups differ; the table has all
LISTED = 2  # pillars named in a headline; more are not read


def adequacy_sentences(study: Study, adequacy: Adequacy, n_respondents: int) -> tuple[Notice, ...]:
    """The verdict first, then what it rests on, in the order of the lights."""
    if not adequacy.n:
        return (notice(A.NO_ANSWERS),)
    told = [_verdict(study, adequacy), _precision(study, adequacy)]
    own_top = top_sentence(adequacy)
    if own_top is not None:
        told.append(own_top)
    if study.population is not None and study.population < adequacy.n:
        told.append(notice(A.POPULATION_TOO_SMALL, population=study.population, n=adequacy.n))
    told += [_needed(adequacy), said(A.FEW_HUNDRED)]
    if adequacy.stability is not None:
        code = A.STABILITY_ONE if adequacy.top_places == 1 else A.STABILITY
        told.append(said(code, stability=round_to_five(adequacy.stability), top=adequacy.top_places))
    told.append(_recruitment(study, n_respondents))
    told += [_cohort(base) for base in adequacy.cohorts]
    if adequacy.cohorts and adequacy.no_cohort:
        told.append(said(A.COHORT_UNKNOWN, n=adequacy.no_cohort))
    if adequacy.left_out:
        told.append(said(A.LEFT_OUT if adequacy.format in RANKED else K.LEFT_OUT, n=adequacy.left_out))
    told += pooling_sentences(adequacy)
    told += quality_sentences(adequacy)
    if adequacy.weighting is not None:
        told += weighting_sentences(adequacy.weighting)
    changes = [one for one in told if one.code == W.CONCLUSION_CHANGES]  # then that is the headline
    return (*changes, *(one for one in told if one not in changes))


def comparison_sentences(comparison: Comparison, top: int) -> tuple[Notice, ...]:
    """The widest finding first, then each contradicted pillar, agreement, and how settled the order is."""
    told = [_divergence(comparison)]
    for standing in _by_gap(comparison.pillars):
        if standing.verdict in (Verdict.BLIND_SPOT, Verdict.OVER_RATED):
            told.append(
                notice(
                    _contradiction(standing), pillar=standing.name, low=standing.place_low or 0,
                    high=standing.place_high or 0,
                    internal=standing.internal_place or 0,
                )
            )
    agreement = comparison.agreement
    if agreement.pairs_agreeing is not None:
        told.append(said(C.PAIRS, agreeing=agreement.pairs_agreeing, pairs=agreement.pairs))
    told += _settled(comparison.pillars, top)
    if agreement.kendall_w is not None:
        told.append(_common_order(agreement.kendall_w))
    if comparison.sensitivity is not None:
        told.append(methods_sentence(comparison.sensitivity))
    told += scale_sentences(comparison)
    told += pooling_sentences(comparison)
    if comparison.effective_n is not None:
        told.append(said(W.COMPARED_WEIGHTED, n=comparison.n, effective=comparison.effective_n))
    if comparison.set_aside:
        told.append(notice(W.COMPARED_WITHOUT, aside=comparison.set_aside))
    return tuple(told)


def cohort_sentences(cohorts: CohortComparison, n: int) -> tuple[Notice, ...]:
    """The omnibus verdict first; single pillars only behind a reliable difference."""
    told = [_cohorts_verdict(cohorts, n)]
    names = {group.key: group.name for group in cohorts.groups}
    differing = sorted((found for found in cohorts.differences if found.differs), key=lambda found: -found.effect)
    told += [
        said(
            _EFFECTS[sum(found.effect >= bound for bound in (0.01, 0.06, 0.14))],
            pillar=found.name, highest=names[found.highest], lowest=names[found.lowest],
        )
        for found in differing[:LISTED_EFFECTS]
    ]
    told += furthest_sentences(cohorts) if cohorts.reliable else []
    pairs = [f"{names[pair.first]} – {names[pair.second]}" for pair in cohorts.pairs if pair.differs]
    if len(cohorts.pairs) > 1 and len(pairs) == len(cohorts.pairs):
        told.append(said(C.COHORT_PAIRS_ALL))
    elif pairs:
        told.append(said(C.COHORT_PAIRS, pairs=", ".join(pairs)))
    steadied = [group.name for group in cohorts.groups if group.steadied]
    if cohorts.depth is not None:
        told.append(said(K.COHORTS_CUT, depth=cohorts.depth))
    if steadied:
        told.append(said(C.COHORT_STEADIED, cohorts=tuple(steadied)))
    hidden = [group.name for group in cohorts.groups if not group.shown]
    if hidden:
        told.append(said(C.COHORT_HIDDEN_LIST, cohorts=tuple(hidden)))
    if cohorts.ambiguous:
        told.append(said(C.COHORT_AMBIGUOUS, n=cohorts.ambiguous))
    if cohorts.no_cohort > cohorts.ambiguous:
        told.append(said(C.COHORT_UNKNOWN, n=cohorts.no_cohort - cohorts.ambiguous))
    return tuple(told)


def plan_sentences(plan: SamplePlan, cohorts: int) -> tuple[Notice, ...]:
    """What a planned sample needs, in the order in which one asks."""
    told = [
        said(A.PLAN_NEEDED, margin=100 * plan.margin, confidence=100 * plan.confidence, needed=plan.needed),
        said(A.FEW_HUNDRED),
    ]
    if cohorts > 1:
        told.append(said(A.PLAN_COHORTS, cohorts=cohorts, per_cohort=plan.needed_per_cohort, wanted=plan.wanted))
    told.append(
        said(
            A.PLAN_INVITATIONS, rate=100 * plan.response_rate, invitations=plan.invitations,
            expected=plan.invitations_expected,
        )
    )
    if plan.population is not None and plan.reachable_margin is not None:
        answers = int(plan.population * plan.response_rate)
        told.append(
            notice(
                A.PLAN_TOO_MANY, population=plan.population, answers=answers, reachable=100 * plan.reachable_margin
            )
        )
    return tuple(told)


def consensus_sentences(consensus: Consensus) -> tuple[Notice, ...]:
    """Who is first and how far colleagues agree, then how sure that is, ties, and what divides them most."""
    if not consensus.n_rankings:
        return ()
    first = min(view.place or 0 for view in consensus.pillars)
    leading = _listed(view.name for view in consensus.pillars if view.place == first)
    if consensus.w is None:
        return (said(I.ONE_VIEW, pillars=leading),)
    steps = (I.FIRST_NONE, I.FIRST_WEAK, I.FIRST_MODERATE, I.FIRST_GOOD, I.FIRST_STRONG)
    told = [said(steps[_step(consensus.w)], n=consensus.n_rankings, pillars=leading)]
    if consensus.p_value is not None:
        proven = consensus.p_value < 1 - _SURE
        told.append(said(I.AGREEMENT_PROVEN if proven else I.AGREEMENT_CHANCE, w=consensus.w))
    widest = max(consensus.pillars, key=lambda view: (view.worst_rank or 0) - (view.best_rank or 0))
    if (widest.worst_rank or 0) - (widest.best_rank or 0) > 1:
        told.append(
            said(I.WIDEST_SPREAD, pillar=widest.name, best=widest.best_rank or 0, worst=widest.worst_rank or 0)
        )
    return tuple(told)


def different_view(consensus: Consensus) -> Notice | None:
    """Whose view is furthest from the others', if anyone's is."""
    view = consensus.most_different
    if view is None or not view.differences:
        return None
    return said(I.OUTLIER if view.outlier else I.DIFFERENT, name=view.name)


def levels_sentence(levels: LevelComparison) -> Notice:
    """Leaders against the front line."""
    differ = any(found.leaders_place != found.front_line_place for found in levels.differences)
    return said(
        I.LEVELS if differ else I.LEVELS_ALIKE, leaders=levels.n_leaders, front_line=levels.n_front_line
    )


def round_to_five(share: float) -> int:
    """A chance as percent rounded to 5, since more digits would pretend; never 0 or 100, for neither is known."""
    return min(95, max(5, 5 * round(20 * share)))


_EFFECTS = (C.COHORT_PILLAR_NEGLIGIBLE, C.COHORT_PILLAR_SMALL, C.COHORT_PILLAR_MEDIUM, C.COHORT_PILLAR_LARGE)


def _verdict(study: Study, adequacy: Adequacy) -> Notice:
    """The overall light in words, with the light that decides it."""
    if adequacy.overall is Light.GREEN:
        code = A.ADEQUATE_GENERATIONS if study.decision == "generations" else A.ADEQUATE_OVERALL
        return said(code, n=adequacy.n)
    lights, red = adequacy.lights, adequacy.overall is Light.RED
    reasons = [
        (lights.precision, A.NOT_PRECISION if red else A.CAREFUL_PRECISION),
        (lights.order, A.NOT_ORDER if red else A.CAREFUL_ORDER),
        (lights.quality, A.NOT_QUALITY if red else A.CAREFUL_QUALITY),
        (lights.cohorts, A.NOT_COHORTS if red else A.CAREFUL_COHORTS),
        (lights.comparison, A.NOT_COMPARISON if red else A.CAREFUL_COMPARISON),
        (lights.representativeness, A.CAREFUL_REPRESENTATIVENESS),
    ]
    if study.decision != "generations":
        reasons = [reason for reason in reasons if reason[1] not in _GENERATION_REASONS]
    code = next(code for light, code in reasons if light is adequacy.overall)
    return notice(
        code, n=adequacy.n, margin=100 * (adequacy.margin or 0), top=adequacy.top_places,
        stability=round_to_five(adequacy.stability or 0), gap=study.gap,
    )


_GENERATION_REASONS = (A.NOT_COHORTS, A.CAREFUL_COHORTS, A.NOT_COMPARISON, A.CAREFUL_COMPARISON)


def _precision(study: Study, adequacy: Adequacy) -> Notice:
    margin = 100 * (adequacy.worst_margin or 0)
    if not margin:
        return said(A.EVERYONE, n=adequacy.n)
    if study.confidence == 0.95:
        return said(A.PRECISION, n=adequacy.n, top=adequacy.top_places, margin=margin)
    return said(
        A.PRECISION_OTHER, n=adequacy.n, top=adequacy.top_places, margin=margin, confidence=100 * study.confidence
    )


def _needed(adequacy: Adequacy) -> Notice:
    target, missing = 100 * adequacy.target_margin, adequacy.needed - adequacy.n
    if missing <= 0:
        return said(A.NEEDED_REACHED, target=target, needed=adequacy.needed)
    return notice(A.NEEDED, target=target, needed=adequacy.needed, missing=missing)


def _recruitment(study: Study, n_respondents: int) -> Notice:
    if study.recruitment == "open":
        return notice(A.OPEN_LINK)
    if study.recruitment != "random":
        return notice(A.RECRUITMENT_UNKNOWN)
    if not study.invited:
        return said(A.RANDOM_INVITES_UNCOUNTED)
    return said(A.RANDOM_INVITES, invited=study.invited, n=n_respondents, rate=100 * n_respondents / study.invited)


def _cohort(base: CohortBase) -> Notice:
    codes = {
        BaseStatus.ENOUGH: A.COHORT_ENOUGH,
        BaseStatus.DIRECTION: A.COHORT_DIRECTION,
        BaseStatus.NO_RANKING: A.COHORT_NO_RANKING,
        BaseStatus.HIDDEN: A.COHORT_HIDDEN,
    }
    if base.merged_into:
        return said(A.COHORT_MERGED, cohort=base.name, into=base.merged_into)
    severity = Severity.INFO if base.status is BaseStatus.ENOUGH else Severity.WARNING
    return notice(codes[base.status], severity, cohort=base.name, n=base.n or 0, missing=base.missing)


def _divergence(comparison: Comparison) -> Notice:
    """The headline: where customers and we differ most."""
    blind = [standing for standing in _by_gap(comparison.pillars) if standing.verdict is Verdict.BLIND_SPOT]
    over = [standing for standing in _by_gap(comparison.pillars) if standing.verdict is Verdict.OVER_RATED]
    if comparison.agreement.tau_x is None:
        return said(C.NO_INTERNAL, first=comparison.pillars[0].name, last=comparison.pillars[-1].name)
    if blind and over:
        return said(C.DIFFER_BOTH, blind=_names(blind), over=_names(over))
    if blind:
        return said(C.DIFFER_BLIND, blind=_names(blind))
    if over:
        return said(C.DIFFER_OVER, over=_names(over))
    # With wide ranges nothing could contradict us: that must not sound like agreement.
    widths = [(s.place_high or len(comparison.pillars)) - (s.place_low or 1) for s in comparison.pillars]
    telling = sum(widths) / len(widths) < len(comparison.pillars) / 3
    return said(C.ALIGNED if telling else C.TOO_FEW, n=comparison.n)


def _contradiction(standing: PillarStanding) -> C:
    """Which sentence says that our place lies outside the customers' range, which may be a single place."""
    exact = standing.place_low == standing.place_high
    if standing.verdict is Verdict.BLIND_SPOT:
        return C.BLIND_SPOT_EXACT if exact else C.BLIND_SPOT
    return C.OVER_RATED_EXACT if exact else C.OVER_RATED


def _settled(pillars: tuple[PillarStanding, ...], top: int) -> list[Notice]:
    """Whether the top is settled, and which neighbours further up are not told apart."""
    if any(standing.place_low is None for standing in pillars):
        return []
    sure = [standing for standing in pillars if (standing.place_high or 0) <= top]
    may = [standing for standing in pillars if (standing.place_low or 0) <= top and standing not in sure]
    if len(sure) == top:
        return [said(C.TOP_SETTLED, top=top, pillars=_names(sure, top))]
    if sure:
        return [said(C.TOP_PARTLY, top=top, sure=_names(sure, top), open=_names(may, len(may)))]
    return [said(C.TOP_OPEN, top=top, open=len(may))]


def _common_order(w: float) -> Notice:
    """Kendall's W in words; the bounds are a convention (statistics.md 3.1)."""
    steps = (C.W_NONE, C.W_WEAK, C.W_MODERATE, C.W_GOOD, C.W_STRONG)
    return said(steps[_step(w)], w=w)


def _step(w: float) -> int:
    """0 no common order ... 4 a strong one."""
    return sum(w >= bound for bound in (0.1, 0.3, 0.5, 0.7))


def _cohorts_verdict(cohorts: CohortComparison, n: int) -> Notice:
    if cohorts.p_value is None:
        return said(C.COHORTS_UNTESTED)
    if not cohorts.reliable:
        return said(C.COHORTS_ALIKE, n=n - cohorts.no_cohort)
    differing = [found for found in cohorts.differences if found.differs]
    if not differing:
        return said(C.COHORTS_DIFFER_OVERALL)
    most = max(differing, key=lambda found: found.effect)
    names = {group.key: group.name for group in cohorts.groups}
    return said(C.COHORTS_DIFFER, pillar=most.name, highest=names[most.highest], lowest=names[most.lowest])


def _by_gap(pillars: tuple[PillarStanding, ...]) -> list[PillarStanding]:
    return sorted(pillars, key=lambda standing: -abs(standing.gap or 0))


def _names(standings: Iterable[PillarStanding], most: int = LISTED) -> tuple[str, ...]:
    return _listed((standing.name for standing in standings), most)


def _listed(names: Iterable[str], most: int = LISTED) -> tuple[str, ...]:
    return tuple(names)[:most]
