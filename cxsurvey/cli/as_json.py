"""Results as plain values for ``--json``. The keys are promised in docs/command-line.md; more may be added."""

import math
from collections.abc import Iterable
from typing import Any

from cxsurvey.adequacy import Adequacy, CohortBase, SamplePlan
from cxsurvey.cli.counting_json import quality_json, weighting_json
from cxsurvey.cli.details_json import (
    bet_json,
    from_others_json,
    pair_json,
    sensitivity_json,
    steadied_json,
    view_json,
)
from cxsurvey.comparison import CohortComparison, CohortGroup, Comparison, PillarDifference, PillarStanding
from cxsurvey.consensus import Consensus
from cxsurvey.notices import Notice, english
from cxsurvey.performance import Performance, PillarPerformance
from cxsurvey.project import Project

Json = dict[str, Any]


def study_json(project: Project) -> Json:
    """What a study holds, without its answers."""
    study = project.study
    return {
        "title": study.title,
        "organisation": study.organisation,
        "language": study.language,
        "asked": study.asked,
        "population": study.population,
        "invited": study.invited,
        "recruitment": study.recruitment,
        "fielded_from": study.fielded_from,
        "fielded_to": study.fielded_to,
        "pillars": [{"key": pillar.key, "code": pillar.code, "name": pillar.name} for pillar in project.pillars],
        "colleagues": len(project.internal.colleagues),
        "locked_on": project.internal.locked_on,
        "imports": len(project.imports),
        "respondents": project.responses.n,
    }


def consensus_json(consensus: Consensus) -> Json:
    """The colleagues' view."""
    different = consensus.most_different
    return {
        "rankings": consensus.n_rankings,
        "self_assessments": consensus.n_scores,
        "order": list(consensus.order),
        "pillars": [
            {
                "key": view.key,
                "name": view.name,
                "place": _number(view.place),
                "mean_rank": _number(view.mean_rank),
                "best_rank": view.best_rank,
                "worst_rank": view.worst_rank,
                "mean_score": _number(view.mean_score),
            }
            for view in consensus.pillars
        ],
        "kendall_w": _number(consensus.w),
        "f": _number(consensus.f),
        "p_value": _number(consensus.p_value),
        "most_different": None if different is None else {
            "key": different.colleague_key, "name": different.name, "tau_x": _number(different.tau_x),
            "outlier": different.outlier,
        },
        "views": [view_json(view) for view in consensus.views],
        "outlier_limit": _number(consensus.outlier_limit),
        "total_score": _number(consensus.total_score),
        "best_total": consensus.best_total,
    }  # fmt: skip


def adequacy_json(adequacy: Adequacy) -> Json:
    """Is the sample enough."""
    lights = adequacy.lights
    return {
        "n": adequacy.n,
        "effective_n": _number(adequacy.effective_n),
        "population": adequacy.population,
        "invited": adequacy.invited,
        "needed": adequacy.needed,
        "target_margin": _number(adequacy.target_margin),
        "margin": _number(adequacy.margin),
        "worst_margin": _number(adequacy.worst_margin),
        "top_places": adequacy.top_places,
        "stability": _number(adequacy.stability),
        "lights": {
            "precision": lights.precision.value,
            "order": lights.order.value,
            "cohorts": lights.cohorts.value,
            "comparison": lights.comparison.value,
            "representativeness": lights.representativeness.value,
            "quality": lights.quality.value,
        },
        "overall": adequacy.overall.value,
        "shares": [
            {"key": share.pillar_key, "share": share.share, "low": share.low, "high": share.high}
            for share in adequacy.shares
        ],
        "cohorts": [_base(base) for base in adequacy.cohorts],
        "no_cohort": adequacy.no_cohort,
        "left_out": adequacy.left_out,
        "format": adequacy.format,
        "depth": adequacy.depth,
        "other_formats": dict(adequacy.others),
        "cut": adequacy.cut,
        "flagged_share": _number(adequacy.flagged_share),
        "quality": quality_json(adequacy.quality),
        "weighting": weighting_json(adequacy.weighting),
        "sentences": sentences(adequacy.sentences),
    }


def plan_json(plan: SamplePlan) -> Json:
    """How many answers and invitations a wish needs."""
    return {
        "margin": plan.margin,
        "confidence": plan.confidence,
        "population": plan.population,
        "response_rate": plan.response_rate,
        "needed": plan.needed,
        "needed_per_cohort": plan.needed_per_cohort,
        "wanted": plan.wanted,
        "invitations_expected": plan.invitations_expected,
        "invitations": plan.invitations,
        "reachable_margin": _number(plan.reachable_margin),
        "by_rate": [{"response_rate": rate, "invitations": sent} for rate, sent in plan.by_rate],
        "sentences": sentences(plan.sentences),
    }


def comparison_json(comparison: Comparison) -> Json:
    """Customers' order against ours, overall and by cohort."""
    agreement = comparison.agreement
    return {
        "n": comparison.n,
        "format": comparison.format,
        "depth": comparison.depth,
        "other_formats": dict(comparison.others),
        "cut": comparison.cut,
        "design": None if comparison.balance is None else {
            "balanced": comparison.balance.balanced, "fewest_shown": comparison.balance.fewest_shown,
        },
        "left_out": comparison.left_out,
        "set_aside": comparison.set_aside,
        "effective_n": _number(comparison.n if comparison.effective_n is None else comparison.effective_n),
        "weighted": comparison.effective_n is not None,
        "pillars": [_standing(standing) for standing in comparison.pillars],
        "agreement": {
            "tau_x": _number(agreement.tau_x),
            "pairs_agreeing": agreement.pairs_agreeing,
            "pairs": agreement.pairs,
            "kendall_w": _number(agreement.kendall_w),
        },
        "compatible": comparison.compatible,
        "sensitivity": sensitivity_json(comparison.sensitivity),
        "bet": bet_json(comparison.bet),
        "cohorts": None if comparison.cohorts is None else _cohorts(comparison.cohorts),
        "sentences": sentences(comparison.sentences),
    }


def performance_json(performance: Performance) -> Json:
    """Importance against performance, and our own scores against the customers' ratings."""
    return {
        "n": performance.n,
        "n_importance": performance.n_importance,
        "importance_line": _number(performance.importance_line),
        "performance_line": _number(performance.performance_line),
        "target": performance.target,
        "pillars": [_pillar_performance(pillar) for pillar in performance.pillars],
        "sentences": sentences(performance.sentences),
    }


def sentences(told: Iterable[Notice]) -> list[str]:
    """Notices as English sentences."""
    return [english(sentence) for sentence in told]


def _base(base: CohortBase) -> Json:
    return {
        "key": base.key,
        "name": base.name,
        "n": base.n,
        "effective_n": _number(base.effective_n),
        "status": base.status.value,
        "missing": base.missing,
    }


def _standing(standing: PillarStanding) -> Json:
    return {
        "key": standing.key,
        "name": standing.name,
        "mean_rank": _number(standing.mean_rank),
        "score": _number(standing.score),
        "place": standing.place,
        "place_low": standing.place_low,
        "place_high": standing.place_high,
        "internal_place": _number(standing.internal_place),
        "gap": _number(standing.gap),
        "verdict": standing.verdict.value if standing.verdict else None,
    }


def _pillar_performance(pillar: PillarPerformance) -> Json:
    return {
        "key": pillar.key,
        "name": pillar.name,
        "n": pillar.n,
        "effective_n": _number(pillar.effective_n),
        "status": pillar.status.value,
        "mean": _number(pillar.mean),
        "low": _number(pillar.low),
        "high": _number(pillar.high),
        "score": _number(pillar.score),
        "score_low": _number(pillar.score_low),
        "score_high": _number(pillar.score_high),
        "quadrant": pillar.quadrant.value if pillar.quadrant else None,
        "certainty": _number(pillar.certainty),
        "placed": pillar.placed,
        "own": _number(pillar.own),
        "own_n": pillar.own_n,
        "gap": _number(pillar.gap),
        "gap_low": _number(pillar.gap_low),
        "gap_high": _number(pillar.gap_high),
        "p_value": _number(pillar.p_value),
        "p_adjusted": _number(pillar.p_adjusted),
        "perception": pillar.perception.value if pillar.perception else None,
    }


def _cohorts(cohorts: CohortComparison) -> Json:
    return {
        "by": cohorts.by,
        "name": cohorts.name,
        "q": _number(cohorts.q),
        "df": cohorts.df,
        "p_value": _number(cohorts.p_value),
        "method": cohorts.method,
        "depth": cohorts.depth,
        "reliable": cohorts.reliable,
        "pairs": [pair_json(pair) for pair in cohorts.pairs],
        "groups": [_group(group) for group in cohorts.groups],
        "differences": [_difference(found) for found in cohorts.differences],
        "no_cohort": cohorts.no_cohort,
        "ambiguous": cohorts.ambiguous,
        "sentences": sentences(cohorts.sentences),
    }


def _group(group: CohortGroup) -> Json:
    return {
        "key": group.key,
        "name": group.name,
        "n": group.n if group.shown else None,
        "status": group.status.value,
        "shown": group.shown,
        "tau_x": _number(group.tau_x),
        "pillars": [_standing(standing) for standing in group.pillars],
        "differences": [from_others_json(found) for found in group.from_others],
        "steadied": [steadied_json(found) for found in group.steadied],
    }


def _difference(found: PillarDifference) -> Json:
    return {
        "key": found.key,
        "name": found.name,
        "h": _number(found.h),
        "p_value": _number(found.p_value),
        "p_adjusted": _number(found.p_adjusted),
        "effect": _number(found.effect),
        "differs": found.differs,
        "highest": found.highest,
        "lowest": found.lowest,
    }


def _number(value: float | None) -> float | None:
    """The number, or nothing where there is none: JSON knows no NaN."""
    return None if value is None or not math.isfinite(value) else value
