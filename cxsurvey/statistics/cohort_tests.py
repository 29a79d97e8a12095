"""Do cohorts differ at all? One test over all pillars, Q; then, if they do, each two cohorts.

``cohorts`` is one label a respondent, numbers or texts. A negative number, NaN, None or "" means: not known;
such people are left out here. Labels come back sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.progress import Progress, silent
from cxsurvey.statistics.arrays import NOT_ENOUGH, FloatArray, IntArray, as_matrix, as_weights
from cxsurvey.statistics.chance import pseudo_inverse
from cxsurvey.statistics.cohort_labels import cohort_codes
from cxsurvey.statistics.distributions import chi_square_tail
from cxsurvey.statistics.multiple import holm
from cxsurvey.statistics.scores import score_moments

PERMUTATIONS = 1_999
PERMUTATION_BATCH = 100


@dataclass(frozen=True, slots=True, eq=False)
class CohortTest:
    """The test that all cohorts have the same mean scores. NaN: not enough (one cohort, nobody differs)."""

    q: float
    df: int
    p_value: float
    labels: tuple[object, ...]
    sizes: IntArray
    method: str  # "chi-square", "wald" (weighted) or "permutation"

    @property
    def n(self) -> int:
        return int(self.sizes.sum())


@dataclass(frozen=True, slots=True)
class CohortPair:
    """Two cohorts compared by Q; ``adjusted`` is Holm's p-value over all pairs."""

    first: object
    second: object
    q: float
    df: int
    p_value: float
    adjusted: float


def cohort_q(scores: ArrayLike, cohorts: ArrayLike, weights: ArrayLike | None = None) -> CohortTest:
    """Whether cohorts differ on any pillar: Q, the multivariate Kruskal-Wallis statistic, by chi-square.

    ``Q = sum_g n_g (mean_g - mean)' S^+ (mean_g - mean)`` with S the total covariance, df = (G-1) rank(S). With
    weights it is a Wald test on the weighted cohort means, which needs more people in each cohort than S has
    dimensions. Below 30 people in a cohort the chi-square is safe but timid: use `cohort_q_permutation`.

    Parameters
    ----------
    scores : (n_respondents, n_pillars), scores or ranks; rows with a NaN are left out
    cohorts : (n_respondents,), labels
    weights : (n_respondents,), 0 or more

    Raises
    ------
    ValueError : wrong shapes, negative weights

    Source: Puri & Sen, Nonparametric Methods in Multivariate Analysis (1971).
    """
    groups = _Groups.of(scores, cohorts, weights)
    if weights is not None:
        return _wald(groups)
    return groups.tested(groups.q_of(groups.codes), "chi-square")


def q_of_sums(sizes: IntArray, sums: FloatArray, products: FloatArray, labels: tuple[object, ...]) -> CohortTest:
    """`cohort_q` without weights from sums: people in each cohort, (n_cohorts,), their sums of scores, (n_cohorts,
    n_pillars), and everyone's sum of x x', (n_pillars, n_pillars). Empty cohorts are left out.

    Scores should be measured from their middle, so that the products lose no digits.
    """
    present = np.flatnonzero(sizes)
    sizes, sums, labels = sizes[present], sums[present], tuple(labels[g] for g in present)
    n, n_cohorts = int(sizes.sum()), len(present)
    if n < 2:
        return CohortTest(NOT_ENOUGH, 0, NOT_ENOUGH, labels, sizes, "chi-square")
    total = sums.sum(axis=0)
    inverse = pseudo_inverse((products - np.outer(total, total) / n) / (n - 1))
    df = (n_cohorts - 1) * inverse.rank
    if df == 0 or n <= n_cohorts:
        return CohortTest(NOT_ENOUGH, df, NOT_ENOUGH, labels, sizes, "chi-square")
    away = sums / sizes[:, None] - total / n
    q = float((sizes[:, None] * away * (away @ inverse.matrix)).sum())
    return CohortTest(q, df, float(chi_square_tail(q, df)), labels, sizes, "chi-square")


def cohort_q_permutation(
    scores: ArrayLike,
    cohorts: ArrayLike,
    rng: np.random.Generator,
    weights: ArrayLike | None = None,
    permutations: int = PERMUTATIONS,
    progress: Progress = silent,
) -> CohortTest:
    """`cohort_q` with its p-value from shuffled labels; for cohorts below 30 people and up to 5,000 in all.

    With weights each person keeps answer and weight together, and Q uses weighted means.
    """
    if permutations < 1:
        raise ValueError(f"permutations: needs 1 or more, got {permutations}")
    groups = _Groups.of(scores, cohorts, weights)
    observed = groups.q_of(groups.codes)
    if np.isnan(observed):
        return groups.tested(observed, "permutation")
    # A shuffle that gives the very same grouping must count as reached, whatever the rounding.
    reached = observed * (1 - 1e-9)
    n_reached = 0
    for done in range(permutations):
        if done % PERMUTATION_BATCH == 0:
            progress(done, permutations)
        n_reached += groups.q_of(rng.permutation(groups.codes)) >= reached
    progress(permutations, permutations)
    p_value = (1 + n_reached) / (permutations + 1)
    return CohortTest(observed, groups.df, p_value, groups.labels, groups.sizes, "permutation")


def cohort_pairs(scores: ArrayLike, cohorts: ArrayLike, weights: ArrayLike | None = None) -> tuple[CohortPair, ...]:
    """Each two cohorts compared by `cohort_q`, with Holm's correction over all pairs."""
    table = as_matrix("scores", scores)
    known = cohort_codes(cohorts, len(table))
    weight = None if weights is None else as_weights(weights, len(table))
    pairs = list(combinations(range(len(known.labels)), 2))
    tests = []
    for first, second in pairs:
        own = (known.codes == first) | (known.codes == second)
        tests.append(cohort_q(table[own], known.codes[own], None if weight is None else weight[own]))
    adjusted = holm([test.p_value for test in tests])
    return tuple(
        CohortPair(known.labels[first], known.labels[second], test.q, test.df, test.p_value, float(p))
        for (first, second), test, p in zip(pairs, tests, adjusted, strict=True)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Complete answers with a cohort, whitened by their total covariance: (n, rank(S)), mean 0."""

    table: FloatArray
    white: FloatArray
    weight: FloatArray
    codes: IntArray
    labels: tuple[object, ...]

    @classmethod
    def of(cls, scores: ArrayLike, cohorts: ArrayLike, weights: ArrayLike | None) -> _Groups:
        table = as_matrix("scores", scores)
        cohort = cohort_codes(cohorts, len(table))
        weight = as_weights(weights, len(table))
        counted = (cohort.codes >= 0) & ~np.isnan(table).any(axis=1) & (weight > 0)
        present = np.unique(cohort.codes[counted])
        codes = np.searchsorted(present, cohort.codes[counted])
        labels = tuple(cohort.labels[g] for g in present)
        table, weight = table[counted], weight[counted]
        return cls(table, _whitened(table, weight), weight, codes, labels)

    @property
    def sizes(self) -> IntArray:
        sizes: IntArray = np.bincount(self.codes, minlength=len(self.labels)).astype(np.int64)
        return sizes

    @property
    def rank(self) -> int:
        return int(self.white.shape[1])

    @property
    def df(self) -> int:
        return max(len(self.labels) - 1, 0) * self.rank

    @property
    def too_few(self) -> bool:
        return self.df == 0 or len(self.codes) <= len(self.labels)

    def q_of(self, codes: IntArray) -> float:
        """Q for one way of grouping the same people."""
        if self.too_few:
            return NOT_ENOUGH
        shares = (codes == np.arange(len(self.labels))[:, None]) * self.weight
        sums = shares @ self.white
        return float((sums**2 / shares.sum(axis=1)[:, None]).sum() / self.weight.mean())

    def tested(self, q: float, method: str, df: int | None = None) -> CohortTest:
        """The result with its p-value by chi-square."""
        df = self.df if df is None else df
        p_value = NOT_ENOUGH if np.isnan(q) else float(chi_square_tail(q, df))
        return CohortTest(q, df, p_value, self.labels, self.sizes, method)


def _whitened(table: FloatArray, weight: FloatArray) -> FloatArray:
    """Answers turned and scaled so that their covariance is the identity, in the directions that vary at all."""
    n = len(table)
    if n < 2:
        return np.zeros((n, 0))
    shifted = table - table[0]  # equal answers then have exactly no variance
    share = weight / weight.sum()
    centred = shifted - share @ shifted
    total = (centred * share[:, None]).T @ centred * n / (n - 1)
    values, vectors = np.linalg.eigh(total)
    kept = values > 1e-9 * max(float(values.max(initial=0.0)), 0.0)
    white: FloatArray = centred @ (vectors[:, kept] / np.sqrt(values[kept]))
    return white


def _wald(groups: _Groups) -> CohortTest:
    """Wald's test that all weighted cohort means are equal, each cohort with its own covariance."""
    if groups.too_few or groups.sizes.min() <= groups.rank:
        return groups.tested(NOT_ENOUGH, "wald")
    parts = [
        score_moments(groups.table[groups.codes == g], groups.weight[groups.codes == g])
        for g in range(len(groups.labels))
    ]
    means, covariances = np.array([part.mean for part in parts]), np.array([part.covariance for part in parts])
    return wald_of_moments(groups.sizes, means, covariances, groups.rank, groups.labels)


def wald_of_moments(
    sizes: IntArray, means: FloatArray, covariances: FloatArray, rank: int, labels: tuple[object, ...]
) -> CohortTest:
    """`cohort_q` with weights from each cohort's people of a weight, (n_cohorts,), their mean scores, (n_cohorts,
    n_pillars), and the covariances of these, (n_cohorts, n_pillars, n_pillars); ``rank`` is that of everyone's scores.
    """
    few = CohortTest(NOT_ENOUGH, max(len(sizes) - 1, 0) * rank, NOT_ENOUGH, labels, sizes, "wald")
    if few.df == 0 or sizes.sum() <= len(sizes) or sizes.min() <= rank:
        return few
    contrast = (means[:-1] - means[-1]).ravel()
    n_pillars = means.shape[1]
    covariance = np.tile(covariances[-1], (len(sizes) - 1, len(sizes) - 1))
    for g, own_covariance in enumerate(covariances[:-1]):
        own = slice(g * n_pillars, (g + 1) * n_pillars)
        covariance[own, own] += own_covariance
    inverse = pseudo_inverse(covariance)
    if inverse.rank == 0:
        return few
    q = float(contrast @ inverse.matrix @ contrast)
    return CohortTest(q, inverse.rank, float(chi_square_tail(q, inverse.rank)), labels, sizes, "wald")
