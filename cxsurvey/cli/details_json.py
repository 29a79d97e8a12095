"""What stands behind the comparison, as plain values for ``--json``: other methods, the bet, pairs of cohorts."""

from typing import Any

from cxsurvey.bet import Bet, Bets
from cxsurvey.cohort_details import CohortPairTest, FromOthers, SteadiedRank
from cxsurvey.consensus import ColleagueView
from cxsurvey.sensitivity import MethodOrder, Sensitivity

Json = dict[str, Any]


def sensitivity_json(found: Sensitivity | None) -> Json | None:
    """The order by four methods."""
    if found is None:
        return None
    return {
        "methods": [_method(method) for method in found.methods],
        "agreement": [{"first": one, "second": other, "tau_x": tau} for one, other, tau in found.agreement],
        "first": found.first,
        "first_methods": found.n_first,
        "preferences": [
            {
                "key": share.key, "modelled": share.modelled, "observed": share.observed,
                "log_worth": share.log_worth, "robust_se": share.robust_se,
            }
            for share in found.preferences
        ],
        "majority_cycle": found.majority_cycle,
        "stabilised": found.stabilised,
    }


def bet_json(bets: Bets | None) -> Json | None:
    """Whose ranking came closest to the customers'."""
    if bets is None:
        return None
    return {
        "pairs": bets.pairs,
        "colleagues": [_bet(bet) for bet in bets.colleagues],
        "closest": list(bets.closest),
        "consensus": bets.consensus,
        "better_than_consensus": bets.n_better,
        "leaders": None if bets.leaders is None else _bet(bets.leaders),
        "front_line": None if bets.front_line is None else _bet(bets.front_line),
        "differences": [
            {
                "key": gap.key, "name": gap.name, "score_difference": gap.difference, "p_adjusted": gap.p_adjusted,
                "differs": gap.differs,
            }
            for gap in bets.differences
        ],
    }  # fmt: skip


def pair_json(pair: CohortPairTest) -> Json:
    """Two cohorts compared."""
    return {
        "first": pair.first,
        "second": pair.second,
        "q": pair.q,
        "df": pair.df,
        "p_value": pair.p_value,
        "p_adjusted": pair.p_adjusted,
        "differs": pair.differs,
        "tau_x": pair.tau_x,
    }


def from_others_json(found: FromOthers) -> Json:
    """One pillar of a cohort against everyone else."""
    return {
        "key": found.key, "name": found.name, "places_higher": found.places_higher,
        "score_higher": found.score_higher, "low": found.low,
        "high": found.high, "clear": found.clear,
    }  # fmt: skip


def steadied_json(found: SteadiedRank) -> Json:
    """One steadied mean rank."""
    return {
        "key": found.key, "name": found.name, "mean_rank": found.mean_rank, "score": found.score,
        "place": found.place, "pull": found.pull,
    }  # fmt: skip


def view_json(view: ColleagueView) -> Json:
    """One colleague against the others."""
    return {"key": view.colleague_key, "name": view.name, "tau_x": view.tau_x, "outlier": view.outlier}


def _method(method: MethodOrder) -> Json:
    return {
        "key": method.key,
        "order": list(method.order),
        "places": [{"key": key, "place": place} for key, place in method.places],
        "tau_x": method.tau_x,
        "equally_good": method.n_orders,
    }


def _bet(bet: Bet) -> Json:
    return {
        "key": bet.key, "name": bet.name, "level": bet.level, "tau_x": bet.tau_x, "pairs_agreeing": bet.pairs_agreeing,
    }  # fmt: skip
