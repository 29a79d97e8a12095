"""Weights to known shares of customers: the numbers of the specification, the cost, and the refusals."""

import numpy as np
import pytest

from cxsurvey.adequacy import Light
from cxsurvey.analysis import analyse
from cxsurvey.notices.weighting import WeightingNotice
from cxsurvey.responses import Segment
from tests.core.studies import responses, shuffled_ranks, study_of

TOY = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3], [2, 1, 4, 3], [3, 1, 2, 4], [1, 2, 0, 0], [2, 1, 0, 0]]


def _groups(*sizes, unknown=0):
    codes = np.concatenate([np.full(size, at, np.int16) for at, size in enumerate(sizes)] + [np.full(unknown, -1)])
    return (Segment("group", "Group", tuple("xyzuvw"[: len(sizes)]), codes.astype(np.int16)),)


def _weighted(ranks, segments, *targets, **settings):
    wish = {"weight_by": "group", "weight_targets": targets}
    return analyse(study_of(responses(ranks, segments), **{**wish, **settings}), "group")


def test_the_weighted_toy_data_of_section_7():
    """Weights .5 .5 1 1 1 1 2 2: statistics.md section 7, computed there in R and in Python."""
    analysis = _weighted(TOY, _groups(2, 4, 2), ("x", 1), ("y", 4), ("z", 4))
    means = {standing.key: standing.mean_rank for standing in analysis.comparison.pillars}
    assert [means[key] for key in "abcd"] == pytest.approx([1.66666667, 1.5, 3.27777778, 3.55555556], abs=1e-8)
    assert analysis.adequacy.effective_n == pytest.approx(6.48)
    assert analysis.adequacy.weighting.design_effect == pytest.approx(8 / 6.48)
    assert [s.key for s in analysis.comparison.pillars] == list("bacd")


def test_shares_as_they_are_change_nothing():
    ranks = shuffled_ranks(150, 6, 0.3, 1)
    weighted = _weighted(ranks, _groups(100, 50), ("x", 2), ("y", 1))
    plain = analyse(study_of(responses(ranks, _groups(100, 50))), "group")
    assert weighted.adequacy.weighting.design_effect == pytest.approx(1)
    for one, other in zip(weighted.comparison.pillars, plain.comparison.pillars, strict=True):
        assert (one.key, one.place) == (other.key, other.place)
        assert one.mean_rank == pytest.approx(other.mean_rank)
    assert weighted.adequacy.needed == plain.adequacy.needed
    assert weighted.adequacy.margin == pytest.approx(plain.adequacy.margin)


def test_places_stand_side_by_side_without_and_with_weights():
    ranks = [[1, 2, 3, 4, 5, 6]] * 120 + [[6, 5, 4, 3, 2, 1]] * 30
    analysis = _weighted(ranks, _groups(120, 30), ("x", 0.2), ("y", 0.8))
    weighting = analysis.adequacy.weighting
    assert {one.key: one.place for one in weighting.places} == {s.key: s.place for s in analysis.comparison.pillars}
    assert [one.place_before for one in weighting.places] == [6, 5, 4, 3, 2, 1]
    assert [cell.weight for cell in weighting.cells] == pytest.approx([0.25, 4])
    assert weighting.design_effect == pytest.approx(0.2**2 / 0.8 + 0.8**2 / 0.2)  # sum of target^2 / share


def test_the_cost_of_weights_drives_margin_needed_answers_and_bases():
    ranks = shuffled_ranks(400, 6, 0.3, 1)
    plain = analyse(study_of(responses(ranks, _groups(300, 100))), "group").adequacy
    adequacy = _weighted(ranks, _groups(300, 100), ("x", 0.5), ("y", 0.5)).adequacy
    deff = 0.25 / 0.75 + 0.25 / 0.25
    assert adequacy.effective_n == pytest.approx(400 / deff)
    assert adequacy.worst_margin == pytest.approx(plain.worst_margin * deff**0.5)
    assert adequacy.needed == int(np.ceil(plain.needed * deff))
    assert [base.effective_n for base in adequacy.cohorts] == pytest.approx([300, 100])


def test_a_weighted_cohort_is_judged_by_what_its_answers_are_worth():
    codes = np.tile(np.array([0, 1], np.int16), 60)  # 60 each, mixed over both groups
    two = Segment("other", "Other", ("m", "f"), codes)
    ranks = shuffled_ranks(120, 6, 0.3, 1)
    project = study_of(responses(ranks, (*_groups(100, 20), two)), weight_by="group",
                       weight_targets=(("x", 0.5), ("y", 0.5)))  # fmt: skip
    base = analyse(project, "other").adequacy.cohorts[0]
    assert (base.n, base.status) == (60, "direction")
    assert base.effective_n < 40


@pytest.mark.parametrize(("share", "light"), [(0.25, Light.GREEN), (0.70, Light.AMBER), (0.9, Light.RED)])
def test_the_light_follows_the_design_effect(share, light):
    ranks = shuffled_ranks(400, 6, 0.3, 1)
    targets = (("x", 1 - share), ("y", share))
    adequacy = _weighted(ranks, _groups(280, 120), *targets, recruitment="random").adequacy
    assert adequacy.lights.representativeness is light
    costly = [one for one in adequacy.sentences if one.code == WeightingNotice.TOO_COSTLY]
    assert bool(costly) is (light is Light.RED)


def test_weights_are_trimmed_to_a_fifth_and_five_times_the_mean_and_told():
    ranks = shuffled_ranks(210, 6, 0.3, 1)
    weighting = _weighted(ranks, _groups(200, 10), ("x", 0.5), ("y", 0.5)).adequacy.weighting
    assert weighting.n_trimmed == 10


def test_people_of_no_known_group_keep_their_weight():
    ranks = shuffled_ranks(130, 6, 0.3, 1)
    weighting = _weighted(ranks, _groups(60, 40, unknown=30), ("x", 0.5), ("y", 0.5)).adequacy.weighting
    assert weighting.unknown == 30


def test_small_neighbours_may_share_one_target():
    ranks = shuffled_ranks(120, 6, 0.3, 1)
    weighting = _weighted(ranks, _groups(60, 55, 5), ("x", 0.5), ("y+z", 0.5)).adequacy.weighting
    assert weighting.refused is None
    assert [(cell.name, cell.n) for cell in weighting.cells] == [("x", 60), ("y + z", 60)]


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ((("x", 0.5), ("y", 0.5)), WeightingNotice.NO_TARGET),
        ((("x", 0.5), ("y", 0.3), ("z", 0.1), ("u", 0.1)), WeightingNotice.NOBODY_IN),
        ((("x", 0.5), ("y", 0.3), ("z", 0.1), ("nobody", 0.1)), WeightingNotice.UNKNOWN_COHORT),
        ((("x", -0.5), ("y", 0.3), ("z", 0.1)), WeightingNotice.BAD_SHARES),
        ((("x", 0), ("y", 0), ("z", 0)), WeightingNotice.BAD_SHARES),
    ],
)
def test_weights_that_cannot_be_kept_are_refused_and_the_figures_stay_unweighted(targets, code):
    segment = _groups(60, 30, 12)[0]
    segments = (Segment("group", "Group", ("x", "y", "z", "u"), segment.codes),)
    adequacy = _weighted(shuffled_ranks(102, 6, 0.3, 1), segments, *targets, recruitment="random").adequacy
    assert adequacy.weighting.refused.code == code
    assert adequacy.weighting.refused in adequacy.sentences
    assert adequacy.effective_n == 102
    assert adequacy.lights.representativeness is (Light.RED if code == WeightingNotice.NOBODY_IN else Light.AMBER)


def test_a_grouping_that_the_answers_do_not_have_is_refused():
    answers = responses(shuffled_ranks(50, 6, 0.3, 1))
    adequacy = analyse(study_of(answers, weight_by="group", weight_targets=(("x", 1),)))
    assert adequacy.adequacy.weighting.refused.code == WeightingNotice.NO_GROUPING


def test_of_a_small_cell_neither_size_nor_weight_is_told():
    ranks = shuffled_ranks(164, 6, 0.3, 1)
    cells = _weighted(ranks, _groups(100, 60, 4), ("x", 0.5), ("y", 0.3), ("z", 0.2)).adequacy.weighting.cells
    assert [(cell.n, cell.share, cell.weight) for cell in cells[1:]] == [(None, None, None)] * 2
    assert cells[0].n == 100
