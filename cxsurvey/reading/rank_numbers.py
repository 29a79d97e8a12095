"""Are the numbers of a question those of a ranking, or ratings? Only many rows tell."""

import numpy as np

from cxsurvey.reading.ranks import IntMatrix

# In a ranking hardly any full row repeats a number; in ratings hardly any does not.
_WITHOUT_REPEATS, _MOST_BEYOND, _FIRST_PLACES = 0.6, 0.1, 0.9
_MOST_OF_A_SCALE = 5


def look_like_ranks(numbers: IntMatrix, n_pillars: int) -> bool:
    """Whether hardly a row repeats a number, and hardly one goes beyond the pillars.

    numbers : (n_rows, n_columns), -1 = no answer; columns of fewer than half of the pillars are no ranking of them
    """
    n_items = numbers.shape[1]
    if 2 * n_items < n_pillars:
        return False
    ordered = np.sort(numbers, axis=1)
    last = max(n_items, n_pillars)
    n, beyond = int((ordered >= 0).sum()), int((ordered > last).sum())
    whole = (ordered >= 0).all(axis=1)
    full, clean = int(whole.sum()), int((whole & (np.diff(ordered, axis=1) > 0).all(axis=1)).sum())
    if full == 0:
        return _MOST_OF_A_SCALE < int(ordered.max(initial=0)) <= last or _are_first_places(ordered)
    return clean >= _WITHOUT_REPEATS * full and beyond <= _MOST_BEYOND * n


def _are_first_places(ordered: IntMatrix) -> bool:
    """Whether rows that are not full hold 1, 2, ... once each, as where the first three places were asked for.

    ordered : each row sorted
    """
    filled = (ordered >= 0).sum(axis=1, keepdims=True)
    places = np.arange(1, ordered.shape[1] + 1) - ordered.shape[1] + filled
    in_order = ((ordered == places) | (places < 1)).all(axis=1)[filled[:, 0] > 1]
    return bool(len(in_order)) and float(in_order.mean()) >= _FIRST_PLACES
