"""What the tests of the statistics share: the printed toy study, values from R, and made-up rankings."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

NAN = float("nan")

# The toy study of the statistics specification, section 7: eight people rank four pillars, two only two of them.
TOY = np.array(
    [
        [1, 2, 3, 4],
        [1, 3, 2, 4],
        [2, 1, 3, 4],
        [1, 2, 4, 3],
        [2, 1, 4, 3],
        [3, 1, 2, 4],
        [1, 2, NAN, NAN],
        [2, 1, NAN, NAN],
    ]
)
TOY_WEIGHTS = np.array([0.5, 0.5, 1, 1, 1, 1, 2, 2])
TOY_RATINGS = np.array([[5, 5, 3, 1], [4, 4, 4, 4], [5, 2, 3, 3], [1, 5, 4, 4]])

# Derandomised: the same examples on every machine and in every run.
quick = settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def _reference() -> dict[str, Any]:
    path = Path(__file__).parents[2] / "data" / "r_reference.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def from_r(name: str) -> Any:
    """A value R computed; the call that made it stands beside it in tests/data/r_reference.json."""
    return _reference()["values"][name]["value"]


def r_data(name: str) -> np.ndarray:
    """The invented study R computed with: ranks, cohort, weights, ratings, rating_ranks, attitude, ..."""
    return np.array(_reference()["data"][name])


@st.composite
def rankings(draw, respondents=(2, 12), pillars=(2, 6), partial=False):
    """Full rankings without ties, or with ``partial`` top-k rankings with NaN behind."""
    n, k = draw(st.integers(*respondents)), draw(st.integers(*pillars))
    rows = [draw(st.permutations(range(1, k + 1))) for _ in range(n)]
    ranks = np.array(rows, dtype=float)
    if partial:
        depth = np.array([draw(st.integers(1, k)) for _ in range(n)])
        ranks[ranks > depth[:, None]] = np.nan
    return ranks


@st.composite
def rating_tables(draw, respondents=(2, 12), pillars=(2, 6)):
    n, k = draw(st.integers(*respondents)), draw(st.integers(*pillars))
    return np.array([[draw(st.integers(1, 5)) for _ in range(k)] for _ in range(n)], dtype=float)
