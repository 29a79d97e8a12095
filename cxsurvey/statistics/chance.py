"""Random draws: one generator, one way to draw from a normal with a singular covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxsurvey.statistics.arrays import FloatArray

DEFAULT_SEED = 20240229


def generator(seed: int = DEFAULT_SEED) -> np.random.Generator:
    """The one kind of generator in use, so that a seed printed in a report gives the same figures anywhere."""
    return np.random.Generator(np.random.PCG64(seed))


def normal_draws(covariance: FloatArray, draws: int, rng: np.random.Generator) -> FloatArray:
    """Draws, (draws, n_pillars), from a normal with mean 0; the covariance may be singular, as ours always is.

    Multiplies by the symmetric root and not by eigenvectors: their signs and the basis of equal eigenvalues
    differ between machines, the symmetric root does not.
    """
    if draws < 1:
        raise ValueError(f"draws: needs 1 or more, got {draws}")
    return rng.standard_normal((draws, len(covariance))) @ symmetric_root(covariance)


def symmetric_root(covariance: FloatArray) -> FloatArray:
    """The symmetric square root; eigenvalues at or below rounding error count as 0."""
    if covariance.size == 0:
        return covariance
    values, vectors = np.linalg.eigh((covariance + covariance.T) / 2)
    root: FloatArray = (vectors * np.sqrt(np.where(values > 1e-12 * values.max(), values, 0.0))) @ vectors.T
    return root


@dataclass(frozen=True, slots=True)
class PseudoInverse:
    """The inverse of a covariance on the directions in which it varies, and how many these are."""

    matrix: FloatArray
    rank: int


def pseudo_inverse(covariance: FloatArray) -> PseudoInverse:
    """Moore-Penrose inverse of a covariance from the eigenvalues above 1e-9 of the largest."""
    if covariance.size == 0:
        return PseudoInverse(covariance, 0)
    values, vectors = np.linalg.eigh((covariance + covariance.T) / 2)
    kept = values > 1e-9 * max(float(values.max()), 0.0)
    vectors = vectors[:, kept]
    return PseudoInverse((vectors / values[kept]) @ vectors.T, int(kept.sum()))
