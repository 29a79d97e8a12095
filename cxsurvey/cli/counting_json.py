"""Who counts and how much, as plain values for ``--json``: careless answers three ways, and weights."""

from typing import Any

from cxsurvey.notices import english
from cxsurvey.three_ways import ThreeWays, Way
from cxsurvey.weighting import Weighting

Json = dict[str, Any]


def quality_json(ways: ThreeWays | None) -> Json | None:
    """Signs of carelessness and the results three ways."""
    if ways is None:
        return None
    return {
        "mode": ways.chosen,
        "signs": {sign.key: sign.n for sign in ways.signs},
        "incomplete": ways.incomplete,
        "one_or_more": ways.one_or_more,
        "two_or_more": ways.two_or_more,
        "ways": [_way(way) for way in ways.ways],
        "order_changes": ways.order_changes,
        "conclusion_changes": ways.conclusion_changes,
    }


def weighting_json(weighting: Weighting | None) -> Json | None:
    """What the weights do and cost; ``None`` where none are wished."""
    if weighting is None:
        return None
    return {
        "margins": [
            {
                "by": margin.by,
                "name": margin.name,
                "cells": [
                    {
                        "key": cell.key, "name": cell.name, "n": cell.n, "share": cell.share, "target": cell.target,
                        "weight": cell.weight,
                    }
                    for cell in margin.cells
                ],
                "unknown": margin.unknown,
                "nobody_in": list(margin.nobody_in),
            }
            for margin in weighting.margins
        ],
        "n": weighting.n,
        "effective_n": weighting.effective_n,
        "design_effect": weighting.design_effect,
        "trimmed": weighting.n_trimmed,
        "largest_miss": weighting.largest_miss,
        "pillars": [
            {
                "key": one.key, "name": one.name, "place_unweighted": one.place_before, "place_weighted": one.place,
                "score_unweighted": one.score_before, "score_weighted": one.score,
            }
            for one in weighting.places
        ],
        "refused": None if weighting.refused is None else english(weighting.refused),
    }  # fmt: skip


def _way(way: Way) -> Json:
    return {
        "key": way.key,
        "n": way.n,
        "set_aside": way.set_aside,
        "places": [{"key": key, "place": place} for key, place in way.places],
        "stability": way.stability,
        "tau_x": way.tau_x,
    }
