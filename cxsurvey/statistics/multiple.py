"""Several tests at once: p-values adjusted so that a false alarm stays rare over all of them together.

Both keep the order of the p-values given; NaN (not enough to test) stays NaN and does not count as a test.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from cxsurvey.statistics.arrays import FloatArray, as_vector


def holm(p: ArrayLike) -> FloatArray:
    """Holm's adjusted p-values, which bound the chance of any false alarm.

    Source: Holm, Scandinavian Journal of Statistics 6 (1979) 65-70.
    """
    p_values, tested = _checked(p)
    n = int(tested.sum())
    order = np.argsort(p_values[tested], kind="stable")
    stepped = p_values[tested][order] * np.arange(n, 0, -1)
    return _restored(p_values, tested, order, np.maximum.accumulate(stepped))


def benjamini_hochberg(p: ArrayLike) -> FloatArray:
    """Benjamini and Hochberg's adjusted p-values, which bound the share of false alarms; for many tests.

    Source: Benjamini & Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300.
    """
    p_values, tested = _checked(p)
    n = int(tested.sum())
    order = np.argsort(p_values[tested], kind="stable")
    stepped = p_values[tested][order] * n / np.arange(1, n + 1)
    return _restored(p_values, tested, order, np.minimum.accumulate(stepped[::-1])[::-1])


def _checked(p: ArrayLike) -> tuple[FloatArray, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    p_values = as_vector("p", p)
    tested = ~np.isnan(p_values)
    if ((p_values[tested] < 0) | (p_values[tested] > 1)).any():
        raise ValueError("p: needs numbers from 0 to 1")
    return p_values, tested


def _restored(
    p_values: FloatArray,
    tested: np.ndarray[tuple[int], np.dtype[np.bool_]],
    order: np.ndarray[tuple[int], np.dtype[np.int64]],
    adjusted: FloatArray,
) -> FloatArray:
    in_order = np.empty(len(order))
    in_order[order] = np.minimum(adjusted, 1.0)
    result = np.full(len(p_values), np.nan)
    result[tested] = in_order
    return result
