"""How far orders agree: Kendall's W among many, tau, Spearman and overlaps between two.

Orders are rank vectors, (n_pillars,), 1 = first; ties as mean ranks; a pillar that is NaN in either is left out
of both. With fewer than two pillars in common the answer is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import NOT_ENOUGH, FloatArray, as_vector, check_open_share
from cxsurvey.statistics.distributions import chi_square_tail, f_tail
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.scores import fill_unranked, mid_ranks


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W with Iman and Davenport's F test (``p_value``) and the chi-square for large panels.

    Every figure that cannot be told is NaN: one respondent, one pillar, or nobody expresses a difference.
    """

    w: float
    f: float
    df1: float
    df2: float
    p_value: float
    chi_square: float
    chi_square_df: int
    chi_square_p_value: float
    mean_spearman: float
    n_respondents: int
    n_pillars: int


def kendall_w(ranks: ArrayLike | RankTable) -> Concordance:
    """How far respondents agree on the order of pillars: Kendall's W, corrected for ties.

    Parameters
    ----------
    ranks : (n_respondents, n_pillars), 1 = most important; unranked pillars (NaN) share the places left over,
        rows of NaN alone do not count

    Returns
    -------
    Concordance : ``w`` in 0..1, 1 = one order for all. For colleagues read ``p_value`` (F, df1 = K-1-2/m,
        df2 = (m-1) df1), whose level holds from two on; for customers by the hundred ``chi_square``.

    Raises
    ------
    ValueError : rows that are no rankings, such as a table with pillars down and people across

    Source: Kendall, Rank Correlation Methods (1948) ch. 6; Iman & Davenport, Communications in Statistics A9
    (1980) 571-595.
    """
    table = fill_unranked(ranks)
    table = table[~np.isnan(table).any(axis=1)]
    m, k = table.shape
    if m < 2 or k < 2:
        return _no_concordance(m, k)
    deviation = table - (k + 1) / 2
    w = w_of_sums(deviation.sum(axis=0), float((deviation**2).sum()), m)
    if np.isnan(w):
        return _no_concordance(m, k)
    df1 = k - 1 - 2 / m
    df2 = (m - 1) * df1
    f = (m - 1) * w / (1 - w) if w < 1 else float("inf")
    chi_square = m * (k - 1) * w
    return Concordance(
        w=w,
        f=f,
        df1=df1,
        df2=df2,
        p_value=f_tail(f, df1, df2) if df1 > 0 else NOT_ENOUGH,
        chi_square=chi_square,
        chi_square_df=k - 1,
        chi_square_p_value=float(chi_square_tail(chi_square, k - 1)),
        mean_spearman=_mean_spearman(deviation),
        n_respondents=m,
        n_pillars=k,
    )


def w_of_sums(sums: FloatArray, spread: float, n_respondents: int) -> float:
    """Kendall's W from each pillar's sum of ranks less their middle, and the sum of all their squares.

    The tie correction's sum (t^3 - t) comes out of each row's own spread. NaN with fewer than two respondents or
    where nobody expresses a difference.
    """
    if n_respondents < 2 or len(sums) < 2 or spread == 0:
        return NOT_ENOUGH
    w = min(1.0, float((sums**2).sum()) / (n_respondents * spread))
    return 1.0 if 1 - w < 1e-12 else w


def tau_x(a: ArrayLike, b: ArrayLike) -> float:
    """Emond and Mason's tau between two orders, -1 to 1: Kendall's tau without ties, and a proper distance with.

    A tie counts as "at least as good" both ways, so the figure exists also when one order is all ties.

    Source: Emond & Mason, Journal of Multi-Criteria Decision Analysis 11 (2002) 17-28.
    """
    first, second = _in_common(a, b)
    k = len(first)
    if k < 2:
        return NOT_ENOUGH
    products = _at_or_ahead(first) * _at_or_ahead(second)
    return float(products.sum()) / (k * (k - 1))


def tau_b(a: ArrayLike, b: ArrayLike) -> float:
    """Kendall's tau-b between two orders, -1 to 1; NaN when one of them is all ties."""
    first, second = _in_common(a, b)
    signs_a = np.sign(first[:, None] - first)
    signs_b = np.sign(second[:, None] - second)
    norm = float(np.sqrt(np.abs(signs_a).sum() * np.abs(signs_b).sum()))
    return float((signs_a * signs_b).sum()) / norm if norm else NOT_ENOUGH


def spearman(a: ArrayLike, b: ArrayLike) -> float:
    """Spearman's rho between two orders, -1 to 1: Pearson's r of the mean ranks; NaN when one is all ties."""
    first, second = _in_common(a, b)
    if len(first) < 2:
        return NOT_ENOUGH
    x, y = first - first.mean(), second - second.mean()
    norm = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / norm if norm else NOT_ENOUGH


def pairs_in_same_order(a: ArrayLike, b: ArrayLike) -> int:
    """Of the K(K-1)/2 pairs of pillars, how many both orders put the same way round, or both tie."""
    first, second = _in_common(a, b)
    same = np.sign(first[:, None] - first) == np.sign(second[:, None] - second)
    return int((same.sum() - len(first)) // 2)


def tau_chance(tau: float, n_pillars: int) -> float:
    """The exact chance that two unrelated orders without ties agree this well or better (one-sided p of tau).

    For ten pillars tau of 0.5111 has p = .0233. Counts permutations by their inversions (Kendall 1938).
    """
    if n_pillars < 2:
        return NOT_ENOUGH
    if not -1 - 1e-9 <= tau <= 1 + 1e-9:
        raise ValueError(f"tau: needs a number from -1 to 1, got {tau}")
    chances = np.ones(1)
    for places in range(2, n_pillars + 1):
        chances = np.convolve(chances, np.full(places, 1 / places))
    n_pairs = n_pillars * (n_pillars - 1) / 2
    # A hundredth of an inversion forgives a tau given with four digits.
    most_inversions = int(np.floor((1 - tau) / 2 * n_pairs + 0.01))
    return min(1.0, float(chances[: most_inversions + 1].sum()))


def overlap_at_k(a: ArrayLike, b: ArrayLike, k: int) -> float:
    """Share of the first ``k`` pillars that two orders have in common, 0 to 1; by chance k / K.

    Pillars tied across the border are in with the share of them that fits.
    """
    first, second = _in_common(a, b)
    _check_depth(k, len(first))
    if len(first) < 2:
        return NOT_ENOUGH
    return float(_agreement_by_depth(first, second)[k - 1])


def average_overlap(a: ArrayLike, b: ArrayLike, k: int) -> float:
    """Mean of the overlap at depths 1 to ``k``, 0 to 1: early places count more."""
    first, second = _in_common(a, b)
    _check_depth(k, len(first))
    if len(first) < 2:
        return NOT_ENOUGH
    return float(_agreement_by_depth(first, second)[:k].mean())


def rbo(a: ArrayLike, b: ArrayLike, p: float = 0.9) -> float:
    """Rank-biased overlap of two complete orders of the same pillars, extrapolated.

    Never 0 for complete orders (ten pillars reversed: 0.5116), so not a percentage of agreement.

    Source: Webber, Moffat, Zobel, ACM Transactions on Information Systems 28 (2010) 20, equation 32.
    """
    check_open_share("p", p)
    first, second = _in_common(a, b)
    if len(first) < 2:
        return NOT_ENOUGH
    agreement = _agreement_by_depth(first, second)
    depths = np.arange(1, len(first) + 1)
    return float(agreement[-1] * p ** len(first) + (1 - p) / p * (agreement * p**depths).sum())


def _mean_spearman(deviation: FloatArray) -> float:
    """Mean rho over all pairs of respondents who express some difference, without forming the pairs."""
    norms = np.sqrt((deviation**2).sum(axis=1))
    unit = deviation[norms > 0] / norms[norms > 0, None]
    n = len(unit)
    return float(((unit.sum(axis=0) ** 2).sum() - n) / (n * (n - 1))) if n > 1 else NOT_ENOUGH


def _in_common(a: ArrayLike, b: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Both orders over the pillars they share, ranked again from 1."""
    first, second = as_vector("a", a), as_vector("b", b)
    if first.shape != second.shape:
        raise ValueError(f"b: needs the {len(first)} pillars of a, got {len(second)}")
    shared = ~(np.isnan(first) | np.isnan(second))
    return mid_ranks(first[shared][None, :])[0], mid_ranks(second[shared][None, :])[0]


def _at_or_ahead(order: FloatArray) -> FloatArray:
    matrix = np.where(order[:, None] <= order, 1.0, -1.0)
    np.fill_diagonal(matrix, 0.0)
    return matrix


def _agreement_by_depth(first: FloatArray, second: FloatArray) -> FloatArray:
    """Overlap of the two tops of each depth 1..K, divided by the depth."""
    depths = np.arange(1, len(first) + 1)
    overlap = np.minimum(_membership(first, depths), _membership(second, depths)).sum(axis=1)
    agreement: FloatArray = overlap / depths
    return agreement


def _membership(order: FloatArray, depths: np.ndarray[tuple[int], np.dtype[np.int64]]) -> FloatArray:
    """How far each pillar, (n_depths, n_pillars), is in the top of each depth: 0, 1, or a tied group's share."""
    ties = (order[:, None] == order).sum(axis=1)
    before = order - (ties + 1) / 2
    inside: FloatArray = np.clip((depths[:, None] - before) / ties, 0.0, 1.0)
    return inside


def _check_depth(k: int, n_pillars: int) -> None:
    if not 1 <= k <= max(1, n_pillars):
        raise ValueError(f"k: needs 1 to {n_pillars} pillars, got {k}")


def _no_concordance(n_respondents: int, n_pillars: int) -> Concordance:
    return Concordance(
        w=NOT_ENOUGH,
        f=NOT_ENOUGH,
        df1=NOT_ENOUGH,
        df2=NOT_ENOUGH,
        p_value=NOT_ENOUGH,
        chi_square=NOT_ENOUGH,
        chi_square_df=max(n_pillars - 1, 0),
        chi_square_p_value=NOT_ENOUGH,
        mean_spearman=NOT_ENOUGH,
        n_respondents=n_respondents,
        n_pillars=n_pillars,
    )
