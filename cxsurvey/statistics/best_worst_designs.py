"""MaxDiff answers kept small: a design, and a pick of best and worst a task. What `best_worst` gives, for many people.

There are few different tasks however many people answered, so that sets are counted once and picks looked up in them.
A task counts where its best and its worst are known, are two, and were shown; others say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.statistics.arrays import NOT_ENOUGH, BoolArray, FloatArray, IntArray
from cxsurvey.statistics.best_worst import BestWorstLogit
from cxsurvey.statistics.choices import ChoiceSets, fit_worths
from cxsurvey.statistics.rank_tables import CHUNK_ROWS

Float32Array = NDArray[np.float32]
Int8Array = NDArray[np.int8]

EVEN = 1 + 1e-9  # shown, and met, equally often to within one: as near to balance as many lists allow
SAME = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class DesignedTasks:
    """Answers of people to the tasks of a design. Pillars are numbers from 0; -1 = none.

    design : (n_versions, n_tasks, n_shown), the pillars of each task. version : (n,) row of ``design``
    best, worst : (n, n_tasks)
    """

    design: NDArray[np.integer]
    version: NDArray[np.integer]
    best: NDArray[np.integer]
    worst: NDArray[np.integer]
    n_pillars: int

    def __post_init__(self) -> None:
        n_versions, n_tasks, _ = self.design.shape
        if self.best.shape != (len(self.version), n_tasks) or self.worst.shape != self.best.shape:
            raise ValueError(f"best, worst: need {n_tasks} tasks for each of {len(self.version)} people")
        for name, values, end in (
            ("design", self.design, self.n_pillars), ("version", self.version, n_versions),
            ("best", self.best, self.n_pillars), ("worst", self.worst, self.n_pillars),
        ):  # fmt: skip
            if values.size and int(values.max()) >= end:
                raise ValueError(f"{name}: needs numbers below {end}, got {int(values.max())}")

    def __len__(self) -> int:
        return len(self.version)

    def rows(self, chosen: IntArray | BoolArray | slice) -> DesignedTasks:
        """Some of the people."""
        return DesignedTasks(
            self.design, self.version[chosen], self.best[chosen], self.worst[chosen], self.n_pillars
        )

    def blocks(self) -> Iterator[tuple[slice, DesignedTasks]]:
        """The people in pieces, so that a table of theirs stays small."""
        for start in range(0, len(self), CHUNK_ROWS):
            piece = slice(start, min(start + CHUNK_ROWS, len(self)))
            yield piece, self.rows(piece)

    def picked(self, task: int) -> _Picks:
        """Who answered a task, and which members of its set they picked."""
        sets = self.design[self.version, task] if len(self.design) else np.zeros((len(self), 0), np.int8)
        best, worst = self.best[:, task], self.worst[:, task]
        is_best, is_worst = sets == best[:, None], sets == worst[:, None]
        usable = (
            (self.version >= 0) & (best >= 0) & (worst >= 0) & (best != worst)
            & is_best.any(axis=1) & is_worst.any(axis=1)
        )  # fmt: skip
        who = np.flatnonzero(usable)
        return _Picks(
            who, sets[who], best[who].astype(np.int64), worst[who].astype(np.int64),
            _first(is_best[who]), _first(is_worst[who]),
        )  # fmt: skip

    def answered(self) -> IntArray:
        """How many tasks of each person count, (n,)."""
        counted = np.zeros(len(self), np.int64)
        for piece, people in self.blocks():
            for task in range(self.best.shape[1]):
                counted[piece][people.picked(task).who] += 1
        return counted

    def asked(self) -> IntArray:
        """How many tasks each person's version has, (n,); 0 without a version."""
        tasks = ((self.design >= 0).sum(axis=2) >= 2).sum(axis=1)
        asked: IntArray = np.append(tasks, 0)[self.version].astype(np.int64)  # one more, so that -1 looks up 0
        return asked


@dataclass(frozen=True, slots=True, eq=False)
class _Picks:
    who: IntArray
    sets: NDArray[np.integer]  # (n_who, n_shown)
    best: IntArray
    worst: IntArray
    best_at: IntArray  # position in the set
    worst_at: IntArray


def _first(found: BoolArray) -> IntArray:
    """Where the first truth of each row stands."""
    return found.argmax(axis=1) if found.size else np.zeros(len(found), np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class DesignedCounts:
    """Tables of (n, n_pillars): times best less times worst, and times shown, in tasks that count."""

    away: Int8Array
    shown: Int8Array

    @property
    def scores(self) -> Float32Array:
        """50 (1 + (best - worst) / shown), NaN where never shown; see `best_worst.best_worst_counts`."""
        n, n_pillars = self.away.shape
        scores = np.empty((n, n_pillars), np.float32, order="F")
        for j in range(n_pillars):
            shown = np.where(self.shown[:, j] > 0, self.shown[:, j], np.nan)
            scores[:, j] = 50 * (1 + self.away[:, j] / shown)
        return scores


@dataclass(frozen=True, slots=True)
class Balance:
    """How evenly people saw the pillars. ``fewest_shown``: of the pillar that the typical person saw least."""

    fewest_shown: int
    balanced: bool


def designed_counts(tasks: DesignedTasks) -> DesignedCounts:
    """How often each person picked and saw each pillar."""
    shape = (len(tasks), tasks.n_pillars)
    away, shown = np.zeros(shape, np.int8, order="F"), np.zeros(shape, np.int8, order="F")
    for piece, people in tasks.blocks():
        for task in range(tasks.best.shape[1]):
            picks = people.picked(task)
            for members in picks.sets.T:
                inside = members >= 0
                shown[piece][picks.who[inside], members[inside]] += 1
            away[piece][picks.who, picks.best] += 1
            away[piece][picks.who, picks.worst] -= 1
    return DesignedCounts(away, shown)


def design_balance(tasks: DesignedTasks) -> Balance:
    """Whether counts may stand for worths: on average over the people every pillar was to be seen, and met every
    other, equally often to within one.

    Source: John & Mitchell, Journal of the Royal Statistical Society B 39 (1977) 39-43: as even as can be.
    """
    n_pillars = tasks.n_pillars
    used = np.bincount(tasks.version[tasks.version >= 0], minlength=len(tasks.design)).astype(np.float64)
    if not used.sum() or n_pillars < 2:
        return Balance(0, True)
    inside = np.zeros((*tasks.design.shape[:2], n_pillars))
    for members in np.moveaxis(tasks.design, 2, 0):
        version, task = np.nonzero(members >= 0)
        inside[version, task, members[version, task]] = 1
    seen = inside.sum(axis=1)
    met = np.einsum("vtp,vtq->vpq", inside, inside)
    average = np.tensordot(used / used.sum(), met, axes=1)
    pairs = average[np.triu_indices(n_pillars, 1)]
    shown = np.diagonal(average)
    everything = bool((seen[used > 0] > 0).all())
    even = np.ptp(shown) <= EVEN and np.ptp(pairs) <= EVEN
    typical = int(np.median(np.repeat(seen.min(axis=1), used.astype(np.int64))))
    return Balance(typical, bool(everything and even))


def designed_logit(tasks: DesignedTasks, weights: FloatArray | None = None) -> BestWorstLogit:
    """`best_worst.best_worst_logit` of the tasks that count, also weighted: (n,) weights, 0 or more."""
    sets = _Sets.of(tasks, weights)
    if sets is None:
        unknown = np.full(tasks.n_pillars, np.nan)
        return BestWorstLogit(unknown, unknown, unknown, NOT_ENOUGH, NOT_ENOUGH, False, 0)
    fitted = fit_worths(sets.choices)
    products, n_people = np.zeros((tasks.n_pillars, tasks.n_pillars)), 0
    for piece, people in tasks.blocks():
        found, picked = sets.scores(people, fitted.log_worth)
        if weights is not None:
            found *= weights[piece, None]
            picked &= weights[piece] > 0
        products += found.T @ found
        n_people += int(picked.sum())
    return BestWorstLogit(
        log_worth=fitted.log_worth,
        se=fitted.se,
        robust_se=fitted.robust_se(products),
        log_likelihood=sets.choices.log_likelihood(fitted.log_worth),
        null_log_likelihood=sets.choices.log_likelihood(np.zeros(tasks.n_pillars)),
        stabilised=fitted.stabilised,
        n_respondents=n_people,
    )


def logit_scores(tasks: DesignedTasks) -> Float32Array:
    """A score of each person whose mean is the logit's worths on the scale of counts, for unbalanced designs.

    The logit has one worth a pillar for all people together. Here each person gets that worth plus n times their
    own influence on it, ``H^+ u``, so that the covariance of the mean is the logit's robust one, clustered by person;
    cohorts and weights move the mean by their people's influence, one Newton's step. The scale is the one of counts
    in a balanced design by the closed form, ``50 (1 + tanh(worth / 2))``, straightened at the worths. (n, n_pillars);
    NaN without answers. One person's row alone means little.

    Source: influence functions as in Cameron & Miller, Journal of Human Resources 50 (2015) 317-372, section 2.
    """
    scores = np.full((len(tasks), tasks.n_pillars), np.nan, np.float32, order="F")
    sets = _Sets.of(tasks, None)
    if sets is None:
        return scores
    fitted = fit_worths(sets.choices)
    answered = tasks.answered() > 0
    n = int(answered.sum())
    total = np.zeros(tasks.n_pillars)
    for _, people in tasks.blocks():
        total += sets.scores(people, fitted.log_worth)[0].sum(axis=0)
    level = np.tanh(fitted.log_worth / 2)
    for piece, people in tasks.blocks():
        own = sets.scores(people, fitted.log_worth)[0] - total / n  # with a ghost they do not add up to 0
        influence = n * own @ fitted.to_pillars.T
        block = 50 * (1 + level + (1 - level**2) / 2 * influence)
        scores[piece] = np.where(answered[piece, None], block, np.nan)
    return scores


def choice_fit(tasks: DesignedTasks, counts: DesignedCounts) -> FloatArray:
    """The share of each person's tasks whose best has the higher own count than its worst, (n,); NaN without tasks."""
    agreeing, answered = np.zeros(len(tasks)), np.zeros(len(tasks))
    for piece, people in tasks.blocks():
        shown = counts.shown[piece].astype(np.float64)
        own = counts.away[piece] / np.where(shown > 0, shown, np.nan)
        for task in range(tasks.best.shape[1]):
            picks = people.picked(task)
            answered[piece][picks.who] += 1
            ahead = own[picks.who, picks.best] > own[picks.who, picks.worst] + SAME
            agreeing[piece][picks.who] += ahead
    share: FloatArray = agreeing / np.where(answered > 0, answered, np.nan)
    return share


def random_fit_limit(tasks: DesignedTasks, rng: np.random.Generator, share: float = 0.05, draws: int = 4_000) -> float:
    """The `choice_fit` that at most this share of people who pick at random stay below, by drawing such people.

    They answer the same versions, each as often as it was used. -inf without any version in use.
    """
    used = tasks.version[tasks.version >= 0]
    if not len(used) or not tasks.design.shape[1]:
        return -np.inf
    version = rng.choice(used, draws)
    sets = tasks.design[version]  # (draws, n_tasks, n_shown)
    order = np.where(sets >= 0, rng.random(sets.shape), 2.0).argsort(axis=2)
    if sets.shape[2] < 2:
        return -np.inf
    best, worst = (np.take_along_axis(sets, order[:, :, at : at + 1], 2)[:, :, 0] for at in (0, 1))
    drawn = DesignedTasks(tasks.design, version, best, worst, tasks.n_pillars)
    fit = choice_fit(drawn, designed_counts(drawn))
    fit = np.sort(fit[~np.isnan(fit)])
    return float(fit[int(share * len(fit))]) if len(fit) else -np.inf


@dataclass(frozen=True, slots=True, eq=False)
class _Sets:
    """The sets that were picked from: what each task shows, for the best; what that leaves, for the worst.

    Set ``t`` is task t of all versions together; set ``n_tasks + t * n_shown + s`` the same without its member s.
    """

    choices: ChoiceSets
    places: IntArray  # (n_all_sets,): position in ``choices``, which has only those in use

    @classmethod
    def of(cls, tasks: DesignedTasks, weights: FloatArray | None) -> _Sets | None:
        """``None`` with nothing picked by anyone who counts, or fewer than two pillars."""
        n_versions, n_tasks, n_shown = tasks.design.shape
        n_pillars = tasks.n_pillars
        n_shows = n_versions * n_tasks
        picks_of_set = np.zeros((n_shows * (1 + n_shown), max(1, n_shown)))  # how often each member was picked
        wins = np.zeros(n_pillars)
        for piece, people in tasks.blocks():
            weight = np.ones(len(people)) if weights is None else weights[piece]
            for task in range(n_tasks):
                picks = people.picked(task)
                own = weight[picks.who]
                shows = people.version[picks.who].astype(np.int64) * n_tasks + task
                rests = n_shows + shows * n_shown + picks.best_at
                for sets, at in ((shows, picks.best_at), (rests, picks.worst_at)):
                    flat = np.bincount(sets * n_shown + at, own, picks_of_set.size)
                    picks_of_set += flat.reshape(picks_of_set.shape)
                wins += np.bincount(picks.best, own, n_pillars) - np.bincount(picks.worst, own, n_pillars)
        times = picks_of_set.sum(axis=1)
        used = np.flatnonzero(times > 0)
        if not len(used) or n_pillars < 2:
            return None
        shows = tasks.design.reshape(n_shows, n_shown)
        of_set = np.where(used < n_shows, used, (used - n_shows) // max(1, n_shown))
        members = np.zeros((len(used), n_pillars), dtype=bool)
        for column in shows[of_set].T:
            inside = column >= 0
            members[np.flatnonzero(inside), column[inside]] = True
        rest = np.flatnonzero(used >= n_shows)
        members[rest, shows[of_set[rest], (used[rest] - n_shows) % n_shown]] = False
        signs = np.where(used < n_shows, 1.0, -1.0)
        preferred = np.zeros((n_pillars, n_pillars), dtype=bool)
        for row, (one, sign) in enumerate(zip(used.tolist(), signs.tolist(), strict=True)):
            picked = shows[of_set[row]][picks_of_set[one] > 0]
            if sign > 0:
                preferred[picked] |= members[row]
            else:
                preferred[:, picked] |= members[row][:, None]
        np.fill_diagonal(preferred, False)
        places = np.full(len(times), -1, np.int64)
        places[used] = np.arange(len(used))
        return cls(ChoiceSets(wins, members, signs, times[used], preferred), places)

    def scores(self, people: DesignedTasks, log_worth: FloatArray) -> tuple[FloatArray, BoolArray]:
        """Each person's own gradient of the log-likelihood, (n, n_pillars), and who picked anything."""
        n_versions, n_tasks, n_shown = people.design.shape
        expected = self.choices.signs[:, None] * self.choices.probabilities(log_worth)
        found, picked = np.zeros((len(people), people.n_pillars)), np.zeros(len(people), dtype=bool)
        for task in range(n_tasks):
            picks = people.picked(task)
            shows = people.version[picks.who].astype(np.int64) * n_tasks + task
            rests = n_versions * n_tasks + shows * n_shown + picks.best_at
            for sets in (shows, rests):
                place = self.places[sets]
                found[picks.who] -= np.where(place[:, None] >= 0, expected[place], 0.0)
            found[picks.who, picks.best] += 1
            found[picks.who, picks.worst] -= 1
            picked[picks.who] = True
        return found, picked


