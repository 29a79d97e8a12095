"""Which text is which pillar when all are matched together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from cxsurvey.reading.assignment import best_pairs


@given(st.integers(0, 2**32 - 1), st.integers(1, 15), st.integers(1, 15), st.booleans())
def test_the_total_is_as_high_as_scipys(seed, n, m, with_ties):
    rng = np.random.default_rng(seed)
    scores = rng.integers(0, 5, (n, m)).astype(float) if with_ties else rng.uniform(0, 100, (n, m))
    pairs = best_pairs(scores)
    assert len(pairs) == min(n, m)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    assert sum(scores[pair] for pair in pairs) == pytest.approx(scores[rows, columns].sum())
    if not with_ties:
        assert pairs == list(zip(rows.tolist(), columns.tolist(), strict=True))


def test_a_text_gives_way_where_another_fits_nothing_else():
    assert best_pairs(np.array([[99.0, 90.0], [98.0, 0.0]])) == [(0, 1), (1, 0)]


def test_nothing_is_matched_with_nothing():
    assert best_pairs(np.zeros((0, 10))) == []
