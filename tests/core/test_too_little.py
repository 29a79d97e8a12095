"""A whole study with next to nothing in it: "not enough" in every result, and nothing on the console."""

import json
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from cxsurvey.analysis import analyse
from cxsurvey.cli.as_json import adequacy_json, comparison_json, consensus_json, performance_json, sentences
from cxsurvey.figures import figures_of
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.notices import english
from cxsurvey.responses import Segment
from cxsurvey.study import WeightMargin
from tests.core.studies import pillars, responses, study_of

RANKS = {
    "nobody ranked": lambda n, k: np.zeros((n, k)),
    "everyone alike": lambda n, k: np.tile(np.arange(1.0, k + 1), (n, 1)),
    "all tied": lambda n, k: np.full((n, k), (k + 1) / 2),
    "only a first choice": lambda n, k: np.tile((np.arange(k) == 0) * 1.0, (n, 1)),
}
MARGINS = {
    "unweighted": (),
    "equal": (WeightMargin("group", (("x", 0.5), ("y", 0.5))),),
    "all weights 0": (WeightMargin("group", (("x", 0.0), ("y", 0.0))),),
    "one cohort has none": (WeightMargin("group", (("x", 1.0), ("y", 0.0))),),
}


def _study(n, k, ranks, margins, rated, lonely):
    """``rated``: everyone rates every pillar 5. ``lonely``: a cohort of one, else everyone's cohort is unknown."""
    codes = np.where(np.arange(n) == 0, 1, 0) if lonely else np.full(n, -1)
    answers = responses(
        ranks(n, k), (Segment("group", "Group", ("x", "y"), codes.astype(np.int16)),),
        performance=np.full((n, k if rated else 0), 5), importance=np.full((n, k if rated else 0), 5),
    )  # fmt: skip
    keys = answers.pillar_keys
    colleagues = tuple(
        Colleague(f"c{at}", "Ann", ranking=tuple(np.roll(keys, at).tolist()), scores=tuple((key, 3) for key in keys))
        for at in range(2)
    )
    settings = {"weights": margins, "quality": "default", "population": 3, "performance_target": 4.0}
    # A study has three pillars or more; the results must bear fewer all the same.
    study = study_of(responses(np.zeros((0, max(3, k)))), **settings)
    return replace(study, pillars=pillars(k), responses=answers, internal=InternalView(colleagues))


@pytest.mark.parametrize("margins", MARGINS)
@pytest.mark.parametrize("ranks", RANKS)
def test_next_to_nothing_is_not_enough_in_every_result_and_raises_nothing(ranks, margins):
    """Warnings are errors in all our tests."""
    for n, k, rated, lonely in product((0, 1, 2, 12), (1, 2, 5), (False, True), (False, True)):
        project = _study(n, k, RANKS[ranks], MARGINS[margins], rated, lonely)
        analysis = analyse(project, "group" if n else "")
        told = [adequacy_json(analysis.adequacy), consensus_json(analysis.consensus)]
        told += [comparison_json(analysis.comparison)] if analysis.comparison is not None else []
        told += [performance_json(analysis.performance)] if analysis.performance is not None else []
        assert json.dumps(told, allow_nan=False)
        assert all(sentences(analysis.adequacy.sentences))
        for figure in figures_of(project, analysis):
            assert english(figure.head.description)


@pytest.mark.parametrize("n", [0, 1, 2, 9])
def test_of_so_few_nothing_is_said_that_could_not_be_known(n):
    analysis = analyse(_study(n, 7, RANKS["everyone alike"], (), rated=True, lonely=False), "group" if n else "")
    adequacy, comparison = analysis.adequacy, analysis.comparison
    assert adequacy.overall == "red"
    assert adequacy.stability is None or n > 1
    assert (comparison is None) is (n == 0)
    if comparison is not None:
        assert all(standing.place_low is None for standing in comparison.pillars)
        assert all(standing.verdict is None for standing in comparison.pillars)
    if analysis.performance is not None:
        assert all(pillar.quadrant is None and pillar.mean is None for pillar in analysis.performance.pillars)
