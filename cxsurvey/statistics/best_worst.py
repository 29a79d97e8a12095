"""MaxDiff: people pick the best and the worst of a few pillars at a time.

A task is one such question: ``shown`` (n_tasks, n_shown) holds pillar numbers from 0, ``best`` and ``worst``
(n_tasks,) two different ones of them, ``respondents`` (n_tasks,) who was asked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, BoolArray, FloatArray, IntArray, as_vector
from cxsurvey.statistics.choices import ChoiceSets, fit_worths


@dataclass(frozen=True, slots=True, eq=False)
class BestWorstCounts:
    """What each respondent chose, tables of (n_respondents, n_pillars); respondents in order of their label.

    ``scores`` = 50 (1 + (best - worst) / shown), 0 to 100, NaN where a pillar was never shown. ``fewest_shown`` is
    how often the pillar a respondent saw least was shown; a design should reach 3.
    """

    respondents: tuple[object, ...]
    scores: FloatArray
    best: IntArray
    worst: IntArray
    shown: IntArray

    @property
    def fewest_shown(self) -> int:
        return int(self.shown.min()) if self.shown.size else 0


@dataclass(frozen=True, slots=True, eq=False)
class BestWorstLogit:
    """Log worths, (n_pillars,), mean 0; NaN: not enough. Report ``robust_se``: errors clustered by respondent.

    Plain ``se`` were 1.3 to 1.8 times too small on a real study. ``stabilised`` as in `plackett_luce`.
    """

    log_worth: FloatArray
    se: FloatArray
    robust_se: FloatArray
    log_likelihood: float
    null_log_likelihood: float
    stabilised: bool
    n_respondents: int


def best_worst_counts(
    best: ArrayLike, worst: ArrayLike, shown: ArrayLike, respondents: ArrayLike, n_pillars: int
) -> BestWorstCounts:
    """Best-minus-worst scores of each respondent, the score vectors of the analysis; for balanced designs.

    Raises
    ------
    ValueError : a task whose best is its worst, a choice that was not shown, a pillar shown twice in a task

    Source: Marley & Pihlens, Journal of Mathematical Psychology 56 (2012) 24-34.
    """
    tasks = _Tasks.of(best, worst, shown, respondents, n_pillars)
    size = (len(tasks.labels), n_pillars)
    n_best, n_worst, n_shown = (np.zeros(size, dtype=np.int64) for _ in range(3))
    np.add.at(n_best, (tasks.people, tasks.best), 1)
    np.add.at(n_worst, (tasks.people, tasks.worst), 1)
    np.add.at(n_shown, tasks.people, tasks.inside.astype(np.int64))
    share = (n_best - n_worst) / np.where(n_shown > 0, n_shown, np.nan)
    return BestWorstCounts(tasks.labels, 50 * (1 + share), n_best, n_worst, n_shown)


def best_worst_logit(
    best: ArrayLike, worst: ArrayLike, shown: ArrayLike, respondents: ArrayLike, n_pillars: int
) -> BestWorstLogit:
    """Worths by the sequential logit: best of those shown, then worst of the rest; also for unbalanced designs.

    Arguments and refusals as for `best_worst_counts`.

    Source: Marley & Louviere, Journal of Mathematical Psychology 49 (2005) 464-480.
    """
    tasks = _Tasks.of(best, worst, shown, respondents, n_pillars)
    n_tasks = len(tasks.best)
    if n_tasks == 0 or n_pillars < 2:
        return _nothing(n_pillars, len(tasks.labels))
    rest = tasks.inside.copy()
    rest[np.arange(n_tasks), tasks.best] = False
    members = np.concatenate([tasks.inside, rest])
    signs = np.repeat([1.0, -1.0], n_tasks)
    chosen = np.concatenate([tasks.best, tasks.worst])
    wins = np.bincount(chosen, signs, n_pillars).astype(np.float64)
    choices = ChoiceSets(wins, members, signs, np.ones(len(signs)), _preferred(tasks, rest))
    fitted = fit_worths(choices)
    scores = -signs[:, None] * choices.probabilities(fitted.log_worth)
    scores[np.arange(len(chosen)), chosen] += signs
    by_person = np.zeros((len(tasks.labels), n_pillars))
    np.add.at(by_person, np.tile(tasks.people, 2), scores)
    return BestWorstLogit(
        log_worth=fitted.log_worth,
        se=fitted.se,
        robust_se=fitted.robust_se(by_person.T @ by_person),
        log_likelihood=choices.log_likelihood(fitted.log_worth),
        null_log_likelihood=choices.log_likelihood(np.zeros(n_pillars)),
        stabilised=fitted.stabilised,
        n_respondents=len(tasks.labels),
    )


def best_worst_closed_form(counts: BestWorstCounts) -> FloatArray:
    """Log worths of all respondents together without fitting, (n_pillars,), mean 0: ln((1 + q) / (1 - q)).

    ``q = (best - worst) / shown``, summed over people; for balanced designs, where it has the order of
    `best_worst_logit` at once. A pillar always best or always worst would be infinite: then every pillar is taken as
    shown once more. NaN for a pillar never shown.

    Source: Lipovetsky & Conklin, Journal of Choice Modelling 10 (2014) 1-13, doi 10.1016/j.jocm.2014.02.001.
    """
    return closed_form_of_sums((counts.best - counts.worst).sum(axis=0), counts.shown.sum(axis=0))


def closed_form_of_sums(best_less_worst: ArrayLike, times_shown: ArrayLike) -> FloatArray:
    """`best_worst_closed_form` from the sums over all respondents, (n_pillars,) each; weighted ones too."""
    away, shown = as_vector("best_less_worst", best_less_worst), as_vector("times_shown", times_shown).copy()
    if (np.abs(away) >= shown)[shown > 0].any():
        shown[shown > 0] += 1
    share = away / np.where(shown > 0, shown, np.nan)
    log_worth = np.log1p(share) - np.log1p(-share)
    known = ~np.isnan(log_worth)
    if known.any():
        log_worth -= log_worth[known].mean()
    return np.asarray(log_worth)


@dataclass(frozen=True, slots=True, eq=False)
class _Tasks:
    best: IntArray
    worst: IntArray
    inside: BoolArray  # (n_tasks, n_pillars)
    people: IntArray
    labels: tuple[object, ...]

    @classmethod
    def of(cls, best: ArrayLike, worst: ArrayLike, shown: ArrayLike, respondents: ArrayLike, n_pillars: int) -> _Tasks:
        firsts, lasts = _pillars("best", best, n_pillars), _pillars("worst", worst, n_pillars)
        sets = _pillars("shown", shown, n_pillars)
        who = np.asarray(respondents)
        n_tasks = len(firsts)
        if firsts.ndim != 1 or lasts.shape != (n_tasks,) or who.shape != (n_tasks,):
            raise ValueError("best: needs one for each task, as many as worst and respondents have")
        if n_tasks and (sets.ndim != 2 or len(sets) != n_tasks):
            raise ValueError(f"shown: needs a row for each of {n_tasks} tasks, got shape {sets.shape}")
        inside = np.zeros((n_tasks, n_pillars), dtype=bool)
        if n_tasks:
            inside[np.arange(n_tasks)[:, None], sets] = True
            _refuse("shown: needs different pillars in one task", inside.sum(axis=1) < sets.shape[1])
            _refuse("best: needs a pillar that was shown", ~inside[np.arange(n_tasks), firsts])
            _refuse("worst: needs a pillar that was shown", ~inside[np.arange(n_tasks), lasts])
            _refuse("worst: needs another pillar than best", firsts == lasts)
        labels, people = np.unique(who, return_inverse=True)
        return cls(firsts, lasts, inside, people.astype(np.int64), tuple(labels.tolist()))


def _preferred(tasks: _Tasks, rest: BoolArray) -> BoolArray:
    """[a, b]: a was taken as best where b was shown, or b as worst where a was left."""
    n_pillars = rest.shape[1]
    preferred = np.zeros((n_pillars, n_pillars), dtype=bool)
    np.logical_or.at(preferred, tasks.best, rest)
    behind = np.zeros((n_pillars, n_pillars), dtype=bool)
    np.logical_or.at(behind, tasks.worst, rest)
    preferred |= behind.T
    np.fill_diagonal(preferred, False)
    return preferred


def _pillars(name: str, values: ArrayLike, n_pillars: int) -> IntArray:
    numbers = np.asarray(values, dtype=np.float64)
    if not ((numbers == np.floor(numbers)) & (numbers >= 0) & (numbers < n_pillars)).all():
        raise ValueError(f"{name}: needs pillar numbers from 0 to {n_pillars - 1}")
    return numbers.astype(np.int64)


def _refuse(message: str, wrong: BoolArray) -> None:
    if wrong.any():
        raise ValueError(f"{message}; task {int(np.argmax(wrong))} (from 0) has not")


def _nothing(n_pillars: int, n_respondents: int) -> BestWorstLogit:
    unknown = np.full(n_pillars, np.nan)
    return BestWorstLogit(unknown, unknown, unknown, NOT_ENOUGH, NOT_ENOUGH, False, n_respondents)
