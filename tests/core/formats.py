"""Invented answers to each kind of priority question, by one set of noisy worths: pillar a before b before c ..."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from cxsurvey.best_worst import BestWorst
from cxsurvey.responses import Responses, frozen
from cxsurvey.statistics import guided_pattern
from tests.core.studies import responses, shuffled_ranks


def full_answers(n: int, k: int = 6, pull: float = 0.6, seed: int = 1, **columns: Any) -> Responses:
    return responses(shuffled_ranks(n, k, pull, seed), **columns)


def top_answers(n: int, k: int = 8, depth: int = 3, pull: float = 0.6, seed: int = 2, **columns: Any) -> Responses:
    ranks = shuffled_ranks(n, k, pull, seed)
    return responses(np.where(ranks <= depth, ranks, 0), **columns)


def sorted_answers(n: int, k: int = 10, pull: float = 0.4, seed: int = 3, **columns: Any) -> Responses:
    """Guided sorts: rankings with the ties that the steps leave."""
    pattern = np.array(guided_pattern(k)) / 2
    return responses(pattern[shuffled_ranks(n, k, pull, seed) - 1], **columns)


def rated_answers(n: int, k: int = 6, pull: float = 0.5, seed: int = 4, **columns: Any) -> Responses:
    felt = -pull * np.arange(k) + np.random.default_rng(seed).gumbel(size=(n, k))
    ratings = np.clip(np.round(4 + felt), 1, 5)
    return responses(np.zeros((n, k)), importance=ratings, **columns)


def point_answers(n: int, k: int = 6, pull: float = 0.5, seed: int = 5, **columns: Any) -> Responses:
    """100 points by the exponents of noisy worths, in whole points; the last rest goes to the first pillar."""
    felt = np.exp(-pull * np.arange(k) + 0.8 * np.random.default_rng(seed).normal(size=(n, k)))
    points = np.floor(100 * felt / felt.sum(axis=1, keepdims=True))
    points[:, 0] += 100 - points.sum(axis=1)
    return with_points(points, **columns)


def with_points(points: Any, **columns: Any) -> Responses:
    """Answers of points, NaN = left empty."""
    table = np.asarray(points, float)
    kept = np.where(np.isnan(table), -1, np.round(100 * np.nan_to_num(table)))
    return frozen(replace(responses(np.zeros(table.shape), **columns), points=np.asfortranarray(kept.astype(np.int16))))


def best_worst_answers(
    n: int, k: int = 6, shown: int = 3, pull: float = 0.6, seed: int = 6, design: Any = None, **columns: Any
) -> Responses:
    """MaxDiff over every set of ``shown`` pillars, or over a design of one's own."""
    sets = np.array(list(combinations(range(k), shown)) if design is None else design)
    sets = (sets if sets.ndim == 3 else sets[None]).astype(np.int8)
    rng = np.random.default_rng(seed)
    version = rng.integers(0, len(sets), n)
    worth = -pull * np.arange(k)
    asked = sets[version]
    felt = np.where(asked >= 0, worth[asked] + rng.gumbel(size=asked.shape), -np.inf)
    best = np.take_along_axis(asked, felt.argmax(2)[:, :, None], 2)[:, :, 0]
    away = np.where((asked >= 0) & (asked != best[:, :, None]), -worth[asked] + rng.gumbel(size=asked.shape), -np.inf)
    worst = np.take_along_axis(asked, away.argmax(2)[:, :, None], 2)[:, :, 0]
    picks = BestWorst(sets, version.astype(np.int32), np.asfortranarray(best), np.asfortranarray(worst))
    return frozen(replace(responses(np.zeros((n, k)), **columns), best_worst=picks))


EVERY_FORMAT = {
    "ranking": full_answers, "top": top_answers, "sort": sorted_answers, "rating": rated_answers,
    "best_worst": best_worst_answers, "points": point_answers,
}  # fmt: skip
