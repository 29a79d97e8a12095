"""Weights that make the answers match the known make-up of all customers: raking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, IntArray, as_vector, as_weights
from cxsurvey.statistics.cohort_labels import cohort_codes, distinct

Targets = Mapping[object, float] | Sequence[float] | FloatArray

MOST_ROUNDS = 1_000
CLOSE_ENOUGH = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class RakedWeights:
    """Weights with mean 1, (n_respondents,), and what they cost.

    ``largest_miss`` is the largest relative difference of a margin from its target that is left (0.01 = 1 %):
    after trimming, or where margins contradict each other. ``n_trimmed`` weights were cut to the bounds.
    """

    weights: FloatArray
    rounds: int
    converged: bool
    largest_miss: float
    n_trimmed: int
    design_effect: float
    effective_n: float


@dataclass(frozen=True, slots=True, eq=False)
class _Margin:
    """One characteristic: each respondent's cell, -1 = unknown, and the target share of each cell."""

    codes: IntArray
    shares: FloatArray


def rake(
    cohorts: ArrayLike | Sequence[ArrayLike],
    targets: Targets | Sequence[Targets],
    weights: ArrayLike | None = None,
    trim: tuple[float, float] | None = (0.2, 5.0),
) -> RakedWeights:
    """Weights under which every margin has its target shares, by iterative proportional fitting.

    Parameters
    ----------
    cohorts : one label a respondent, or a list of such for several margins (generation, region). People whose
        cell is unknown keep their weight in that margin
    targets : for each margin a mapping of label to share or number of customers, or the numbers in the order of
        the sorted labels; scaled to sum to 1
    weights : where to start from, all 1 by default
    trim : lowest and highest weight as multiples of the mean; trimmed once and raked once more. None: no trimming

    Raises
    ------
    ValueError : a target above 0 for a cell with nobody who counts, or people in a cell without target: merge cells

    Source: Deming & Stephan, Annals of Mathematical Statistics 11 (1940) 427-444.
    """
    margins = _margins(cohorts, targets)
    n = len(margins[0].codes)
    start = as_weights(weights, n)
    if not start.sum() > 0:
        raise ValueError("weights: needs at least one respondent with a weight above 0")
    kinds = _Kinds.of(margins, start)
    _refuse_empty_cells(kinds)
    weight, rounds = _fit(kinds.start, kinds)
    n_trimmed = 0
    if trim is not None:
        bounded = _trimmed(weight, kinds.times, trim)
        n_trimmed = int(kinds.times[np.abs(bounded - weight) > 1e-12].sum())
        if n_trimmed:
            weight, more = _fit(bounded, kinds)
            rounds += more
    miss = max(_miss(kinds.times * weight, margin) for margin in kinds.margins)
    weight = weight * n / (kinds.times @ weight)
    effective = float(n**2 / (kinds.times @ weight**2))
    return RakedWeights(
        weights=weight[kinds.kind_of],
        rounds=rounds,
        converged=miss < 100 * CLOSE_ENOUGH,
        largest_miss=miss,
        n_trimmed=n_trimmed,
        design_effect=n / effective,
        effective_n=effective,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """People of the same cells, and of the same weight to start from, stay alike: few kinds, however many people.

    start, times, codes of ``margins`` : (n_kinds,); kind_of : (n_respondents,)
    """

    start: FloatArray
    times: IntArray
    margins: tuple[_Margin, ...]
    kind_of: IntArray

    @classmethod
    def of(cls, margins: list[_Margin], start: FloatArray) -> _Kinds:
        kind_of = np.zeros(len(start), dtype=np.int64)
        columns = [margin.codes for margin in margins]
        if start.min() != start.max():
            columns.append(np.unique(start, return_inverse=True)[1].astype(np.int64))
        for codes in columns:  # numbered anew after each, so that the numbers stay small
            n_kinds = int(codes.max(initial=-1)) + 2
            _, kind_of = distinct(kind_of * n_kinds + codes + 1)
        n_kinds = int(kind_of.max(initial=-1)) + 1
        someone = np.zeros(n_kinds, dtype=np.int64)
        someone[kind_of] = np.arange(len(start))
        return cls(
            start[someone], np.bincount(kind_of, minlength=n_kinds),
            tuple(_Margin(margin.codes[someone], margin.shares) for margin in margins), kind_of,
        )


def _margins(cohorts: ArrayLike | Sequence[ArrayLike], targets: Targets | Sequence[Targets]) -> list[_Margin]:
    several = isinstance(targets, Sequence) and len(targets) > 0 and not np.isscalar(targets[0])
    columns: list[ArrayLike] = list(cohorts) if several else [cohorts]  # type: ignore[arg-type,list-item]
    wanted: list[Targets] = list(targets) if several else [targets]  # type: ignore[arg-type,list-item]
    if len(columns) != len(wanted):
        raise ValueError(f"targets: needs one set for each of {len(columns)} margins, got {len(wanted)}")
    n = len(columns[0])  # type: ignore[arg-type]
    return [_margin(column, target, n) for column, target in zip(columns, wanted, strict=True)]


def _margin(labels: ArrayLike, target: Targets, n: int) -> _Margin:
    cohort = cohort_codes(labels, n)
    if not isinstance(target, Mapping):
        numbers = as_vector("targets", target)
        if len(numbers) != len(cohort.labels):
            raise ValueError(f"targets: needs {len(cohort.labels)} for {list(cohort.labels)}, got {len(numbers)}")
        target = dict(zip(cohort.labels, numbers.tolist(), strict=True))
    shares = as_vector("targets", list(target.values()))
    if np.isnan(shares).any() or (shares < 0).any() or not shares.sum() > 0:
        raise ValueError("targets: needs numbers of 0 or more, not all 0")
    unknown = [label for label in cohort.labels if label not in target]
    if unknown:
        raise ValueError(f"targets: needs one for {unknown[0]!r} too, which some respondents belong to")
    empty = [label for label, share in target.items() if share > 0 and label not in cohort.labels]
    if empty:
        raise ValueError(f"targets: needs respondents in {empty[0]!r}, got none; merge it with a neighbour")
    own = np.array([target[label] for label in cohort.labels], dtype=np.float64)
    return _Margin(cohort.codes, own / own.sum())


def _refuse_empty_cells(kinds: _Kinds) -> None:
    """Whoever has a target of 0 in one margin cannot stand for anyone in another."""
    counts = kinds.start > 0
    for margin in kinds.margins:
        counts &= (margin.codes < 0) | (margin.shares[margin.codes] > 0)
    for margin in kinds.margins:
        if ((_totals(counts.astype(np.float64), margin) <= 0) & (margin.shares > 0)).any():
            raise ValueError("weights: needs weight above 0 in every cell that has a target; merge cells")


def _totals(mass: FloatArray, margin: _Margin) -> FloatArray:
    """The weight of each cell; ``mass`` is that of each kind of people together."""
    known = margin.codes >= 0
    totals = np.bincount(margin.codes[known], mass[known], len(margin.shares))
    return totals.astype(np.float64)


def _fit(weight: FloatArray, kinds: _Kinds) -> tuple[FloatArray, int]:
    rounds = 0
    while rounds < MOST_ROUNDS and max(_miss(kinds.times * weight, one) for one in kinds.margins) >= CLOSE_ENOUGH:
        for margin in kinds.margins:
            totals = _totals(kinds.times * weight, margin)
            factors = margin.shares * totals.sum() / np.where(totals > 0, totals, 1.0)
            weight = np.multiply(weight, np.where(margin.codes >= 0, factors[margin.codes], 1.0))
        rounds += 1
    return weight, rounds


def _miss(mass: FloatArray, margin: _Margin) -> float:
    """Largest relative difference of a cell's share from its target."""
    totals = _totals(mass, margin)
    wanted = margin.shares * totals.sum()
    off = np.where(wanted > 0, np.abs(totals / np.where(wanted > 0, wanted, 1.0) - 1), totals > 0)
    return float(off.max(initial=0.0))


def _trimmed(weight: FloatArray, times: IntArray, trim: tuple[float, float]) -> FloatArray:
    low, high = trim
    if not 0 <= low < 1 < high:
        raise ValueError(f"trim: needs a bound below 1 and one above, got {trim}")
    counts = weight > 0
    mean = (times @ weight) / times[counts].sum()
    # A weight of 0 is a wish (a target of 0), not an extreme.
    bounded: FloatArray = np.where(counts, np.clip(weight, low * mean, high * mean), 0.0)
    return bounded
