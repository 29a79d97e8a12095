"""The Plackett-Luce model: worths under which people choose first, then second, ... A check beside mean ranks.

The data enter through two tables only: how often each pillar was chosen, and how often each set of remaining
pillars was chosen from. They are counted once; Newton's steps then cost nothing, however many people answered.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, FloatArray, as_weights
from cxsurvey.statistics.choices import fit_worths, ridge_worths
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.ranked_choices import RankedChoices
from cxsurvey.statistics.scores import rank_table


@dataclass(frozen=True, slots=True, eq=False)
class PlackettLuce:
    """Log worths, (n_pillars,), with mean 0; NaN: not enough.

    Report ``robust_se``, clustered by respondent; ``se`` believes the model. ``preference_share`` is the model's
    share of people who would pick each pillar if they could pick one. ``stabilised``: some pillars were always
    ahead of others, so half a win and half a loss of each against a ghost pillar keep the worths finite.
    ``n_tied_choices`` choices could not be used because of ties.
    """

    log_worth: FloatArray
    se: FloatArray
    robust_se: FloatArray
    log_likelihood: float
    null_log_likelihood: float
    stabilised: bool
    n_tied_choices: int
    n_respondents: int

    @property
    def preference_share(self) -> FloatArray:
        worth = np.exp(self.log_worth - self.log_worth.max(initial=0.0))
        share: FloatArray = worth / worth.sum()
        return share


def plackett_luce(ranks: ArrayLike | RankTable, weights: ArrayLike | None = None) -> PlackettLuce:
    """The Plackett-Luce worths of the pillars by maximum likelihood, with model and robust errors.

    Parameters
    ----------
    ranks : (n_respondents, n_pillars), 1 = most important, NaN = not ranked: behind all ranked, among themselves
        unknown. Choices inside a tie are left out
    weights : (n_respondents,), 0 or more

    Raises
    ------
    ValueError : rows that are no rankings, negative weights, more than 60 pillars

    Source: Plackett, Applied Statistics 24 (1975) 193-202; Hunter, Annals of Statistics 32 (2004) 384-406;
    ghost pillar: Turner, van Etten, Firth, Kosmidis, Computational Statistics 35 (2020) 1027-1057.
    """
    table = rank_table(ranks)
    counted = table.answered()
    weight = None if weights is None else as_weights(weights, len(table))
    if weight is not None:
        counted &= weight > 0
        table, weight = table.some(counted), weight[counted]
    collapsed = RankedChoices.of(table, weight)
    choices, n_respondents = collapsed.choices, int(counted.sum())
    if not len(choices.times):
        return _nothing(table.n_pillars, collapsed.n_tied, n_respondents)
    fitted = fit_worths(choices)
    return PlackettLuce(
        log_worth=fitted.log_worth,
        se=fitted.se,
        robust_se=fitted.robust_se(collapsed.score_products(fitted.log_worth)),
        log_likelihood=choices.log_likelihood(fitted.log_worth),
        null_log_likelihood=choices.log_likelihood(np.zeros(table.n_pillars)),
        stabilised=fitted.stabilised,
        n_tied_choices=collapsed.n_tied,
        n_respondents=n_respondents,
    )


def steadied_worths(ranks: ArrayLike | RankTable, ridge: float = 1.0) -> FloatArray:
    """Log worths of a handful of rankings, drawn towards equal ones; all 0 when nothing was ranked."""
    table = rank_table(ranks)
    choices = RankedChoices.of(table).choices
    if not len(choices.times):
        return np.zeros(table.n_pillars)
    return ridge_worths(choices, ridge)


def _nothing(n_pillars: int, n_tied: int, n_respondents: int) -> PlackettLuce:
    unknown = np.full(n_pillars, np.nan)
    return PlackettLuce(
        log_worth=unknown,
        se=unknown,
        robust_se=unknown,
        log_likelihood=NOT_ENOUGH,
        null_log_likelihood=NOT_ENOUGH,
        stabilised=False,
        n_tied_choices=n_tied,
        n_respondents=n_respondents,
    )
