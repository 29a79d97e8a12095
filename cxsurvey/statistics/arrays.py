"""Types and checks shared by the statistics.

Two words are used everywhere:

*ranks*   (n_respondents, n_pillars), 1 = most important, ties as mean ranks (1.5, 1.5) or as first places (1, 1, 3).
          NaN = not ranked: the person put it behind everything ranked. A row of NaN alone is no answer.
*scores*  (n_respondents, n_pillars), higher = more important. NaN = missing: nothing is known.

Malformed input raises ``ValueError``. Well-formed input with too little in it gives NaN: "not enough".
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

NOT_ENOUGH = float("nan")


def finite(value: float) -> float | None:
    """The number, or ``None`` where there was not enough for one: what a result shows to the rest of the program."""
    return None if np.isnan(value) else float(value)


def z_value(probability: float) -> float:
    """The standard normal quantile (Wichura's AS 241, from the standard library: no scipy needed)."""
    return NormalDist().inv_cdf(probability)


def two_sided_z(confidence: float, comparisons: int = 1) -> float:
    """The critical z of a two-sided interval, with Bonferroni's correction for several comparisons."""
    check_open_share("confidence", confidence)
    if comparisons < 1:
        raise ValueError(f"comparisons: needs 1 or more, got {comparisons}")
    return z_value(1 - (1 - confidence) / (2 * comparisons))


def check_open_share(name: str, value: float) -> None:
    """``ValueError`` unless the value lies strictly between 0 and 1."""
    if not 0 < value < 1:
        raise ValueError(f"{name}: needs a number between 0 and 1, got {value}")


def check_positive(name: str, value: float) -> None:
    """``ValueError`` unless the value is a finite number above 0."""
    if not (np.isfinite(value) and value > 0):
        raise ValueError(f"{name}: needs a number above 0, got {value}")


def as_vector(name: str, values: ArrayLike) -> FloatArray:
    """A one-dimensional float array; infinite values are refused, NaN may stand."""
    vector = np.asarray(values, dtype=np.float64)
    if vector.ndim != 1:
        raise ValueError(f"{name}: needs one row of numbers, got shape {vector.shape}")
    if np.isinf(vector).any():
        raise ValueError(f"{name}: needs finite numbers, got an infinite one")
    return vector


def as_matrix(name: str, values: ArrayLike) -> FloatArray:
    """A float array of shape (n_respondents, n_pillars); infinite values are refused, NaN may stand."""
    matrix = np.asarray(values, dtype=np.float64)
    if matrix.ndim != 2:
        raise ValueError(f"{name}: needs a table of respondents by pillars, got shape {matrix.shape}")
    if np.isinf(matrix).any():
        raise ValueError(f"{name}: needs finite numbers, got an infinite one")
    return matrix


def as_weights(weights: ArrayLike | None, n_respondents: int) -> FloatArray:
    """One weight for each respondent, all 1 by default; negative and missing ones are refused."""
    if weights is None:
        return np.ones(n_respondents)
    vector = as_vector("weights", weights)
    if len(vector) != n_respondents:
        raise ValueError(f"weights: needs one for each of {n_respondents} respondents, got {len(vector)}")
    if np.isnan(vector).any() or (vector < 0).any():
        raise ValueError("weights: needs numbers of 0 or more, got a negative or missing one")
    return vector


def as_moments(mean: ArrayLike, covariance: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """A mean (n_pillars,) with its covariance (n_pillars, n_pillars), checked against each other."""
    centre = as_vector("mean", mean)
    spread = as_matrix("covariance", covariance)
    if spread.shape != (len(centre), len(centre)):
        raise ValueError(f"covariance: needs shape {(len(centre), len(centre))}, got {spread.shape}")
    filled = np.nan_to_num(spread)
    scale = float(np.abs(filled).max(initial=0.0))
    if not np.allclose(filled, filled.T, rtol=1e-7, atol=1e-9 * scale):
        raise ValueError("covariance: needs a symmetric matrix")
    if (np.diagonal(filled) < -1e-9 * scale).any():
        raise ValueError("covariance: needs variances of 0 or more, got a negative one")
    return centre, spread
