"""Cohort labels as numbers from 0.

A negative number, NaN, None or "" means that the cohort of this person is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cxsurvey.statistics.arrays import BoolArray, IntArray

MOST_COUNTED = 2**20


@dataclass(frozen=True, slots=True, eq=False)
class CohortCodes:
    """Each respondent's cohort as a number from 0, -1 for not known, and the labels these stand for."""

    codes: IntArray
    labels: tuple[object, ...]


def cohort_codes(cohorts: ArrayLike, n_respondents: int) -> CohortCodes:
    """The cohorts, (n_respondents,), as numbers by sorted label; ``ValueError`` for another length."""
    given = np.asarray(cohorts)
    if given.shape != (n_respondents,):
        raise ValueError(f"cohorts: needs one for each of {n_respondents} respondents, got shape {given.shape}")
    known = _known(given)
    # Labels that came mixed with None are an array of objects; alone they are numbers or texts again.
    own_labels = np.array(given[known].tolist()) if given.dtype == object else given[known]
    labels, own = distinct(own_labels)
    codes = np.full(n_respondents, -1, dtype=np.int64)
    codes[known] = own
    return CohortCodes(codes, tuple(labels.tolist()))


def distinct(labels: NDArray[Any]) -> tuple[NDArray[Any], IntArray]:
    """The different labels, sorted, and which of them each one is; small whole numbers are counted, not sorted."""
    if labels.dtype.kind not in "iu" or not len(labels) or labels.min() < 0 or labels.max() > MOST_COUNTED:
        found, own = np.unique(labels, return_inverse=True)
        return found, own.astype(np.int64)
    present = np.bincount(labels) > 0
    return np.flatnonzero(present).astype(labels.dtype), (np.cumsum(present) - 1)[labels]


def _known(given: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> BoolArray:
    if given.dtype.kind in "iuf":
        known: BoolArray = np.greater_equal(given, 0)  # false for NaN too
        return known
    if given.dtype == object:
        return np.array([_is_label(label) for label in given], dtype=bool)
    return np.asarray(given != "") if given.dtype.kind == "U" else np.ones(len(given), dtype=bool)


def _is_label(label: object) -> bool:
    if isinstance(label, int | float | np.number):
        return bool(label >= 0)
    return label not in (None, "")
