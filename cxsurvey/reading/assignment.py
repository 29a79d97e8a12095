"""Which text is which pillar when all are matched together: the pairs of the best total.

Written out because it is small, and loading scipy takes the reader longer than most files do.
"""

import numpy as np
from numpy.typing import NDArray


def best_pairs(scores: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The pairs (row, column) of the highest total, by row; each row and each column in one pair, as far as they go.

    scores : (n, m), finite

    Source: Kuhn's Hungarian method by shortest augmenting paths, Jonker & Volgenant, Computing 38 (1987) 325-340.
    """
    if len(scores) > scores.shape[1]:
        return sorted((row, column) for column, row in best_pairs(scores.T))
    n, m = scores.shape
    # Row and column 0 stand for "none yet": a path starts there, and a column of row 0 is free.
    row_of, before = np.zeros(m + 1, np.intp), np.zeros(m + 1, np.intp)
    row_prices, column_prices = np.zeros(n + 1), np.zeros(m + 1)
    for new in range(1, n + 1):
        row_of[0], column = new, 0
        distances = np.full(m + 1, np.inf)
        visited = np.zeros(m + 1, bool)
        while row_of[column]:
            visited[column] = True
            row = row_of[column]
            costs = np.append(np.inf, -scores[row - 1] - column_prices[1:] - row_prices[row])
            nearer = ~visited & (costs < distances)
            distances[nearer], before[nearer] = costs[nearer], column
            nearest = int(np.where(visited, np.inf, distances).argmin())
            step = distances[nearest]
            row_prices[row_of[visited]] += step
            column_prices[visited] -= step
            distances[~visited] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = int(before[column])
    return sorted((int(row_of[column]) - 1, column - 1) for column in range(1, m + 1) if row_of[column])
