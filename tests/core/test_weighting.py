"""Weights to known shares of customers: the numbers of the specification, the cost, and the refusals."""

import numpy as np
import pytest

from cxsurvey.adequacy import Light
from cxsurvey.analysis import analyse
from cxsurvey.detail_sentences import weighting_sentences
from cxsurvey.notices import english
from cxsurvey.notices.weighting import WeightingNotice
from cxsurvey.responses import Segment
from cxsurvey.study import WeightMargin
from cxsurvey.weight_plan import with_joined, with_target
from tests.core.studies import responses, shuffled_ranks, study_of

TOY = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3], [2, 1, 4, 3], [3, 1, 2, 4], [1, 2, 0, 0], [2, 1, 0, 0]]


def _groups(*sizes, unknown=0):
    codes = np.concatenate([np.full(size, at, np.int16) for at, size in enumerate(sizes)] + [np.full(unknown, -1)])
    return (Segment("group", "Group", tuple("xyzuvw"[: len(sizes)]), codes.astype(np.int16)),)


def _weighted(ranks, segments, *targets, **settings):
    wish = {"weights": (WeightMargin("group", targets),)}
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
    assert [cell.weight for cell in weighting.margins[0].cells] == pytest.approx([0.25, 4])
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
    weights = (WeightMargin("group", (("x", 0.5), ("y", 0.5))),)
    project = study_of(responses(ranks, (*_groups(100, 20), two)), weights=weights)
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
    assert weighting.margins[0].unknown == 30


def test_small_neighbours_may_share_one_target():
    ranks = shuffled_ranks(120, 6, 0.3, 1)
    weighting = _weighted(ranks, _groups(60, 55, 5), ("x", 0.5), ("y+z", 0.5)).adequacy.weighting
    assert weighting.refused is None
    assert [(cell.name, cell.n) for cell in weighting.margins[0].cells] == [("x", 60), ("y + z", 60)]


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
    adequacy = analyse(study_of(answers, weights=(WeightMargin("group", (("x", 1),)),)))
    assert adequacy.adequacy.weighting.refused.code == WeightingNotice.NO_GROUPING


def test_of_a_small_cell_neither_size_nor_weight_is_told():
    ranks = shuffled_ranks(164, 6, 0.3, 1)
    weighting = _weighted(ranks, _groups(100, 60, 4), ("x", 0.5), ("y", 0.3), ("z", 0.2)).adequacy.weighting
    cells = weighting.margins[0].cells
    assert [(cell.n, cell.share, cell.weight) for cell in cells[1:]] == [(None, None, None)] * 2
    assert cells[0].n == 100


def _two(ranks, first, second, **settings):
    """Weighted by two questions at once; ``first`` and ``second`` are (codes, targets)."""
    segments = tuple(
        Segment(key, key.title(), tuple("xyzuvw"), np.array(codes, np.int16))
        for key, (codes, _) in (("group", first), ("region", second))
    )
    weights = (WeightMargin("group", first[1]), WeightMargin("region", second[1]))
    return analyse(study_of(responses(ranks, segments), **{"weights": weights, **settings}), "group").adequacy


def _crossed(n):
    return np.arange(n) % 2, np.arange(n) // 2 % 4 // 3  # halves; three quarters and one


def test_several_make_ups_are_met_at_once():
    """Two independent margins: each weight is the product of target / share, so the design effects multiply."""
    group, region = _crossed(240)
    found = _two(
        shuffled_ranks(240, 6, 0.3, 1), (group, (("x", 0.3), ("y", 0.7))), (region, (("x", 0.5), ("y", 0.5)))
    ).weighting
    assert [[cell.weight for cell in margin.cells] for margin in found.margins] == [
        pytest.approx([0.6, 1.4]), pytest.approx([2 / 3, 2])
    ]
    deff = (0.3**2 + 0.7**2) / 0.5 * (0.25 / 0.75 + 0.25 / 0.25)
    assert found.design_effect == pytest.approx(deff)
    assert found.largest_miss == 0
    told = [english(one) for one in weighting_sentences(found)]
    assert told[0].startswith("Answers are weighted to the shares of all customers (Group and Region).")


def test_who_is_unknown_in_one_make_up_is_moved_by_the_other_alone():
    group, region = _crossed(240)
    group[:40] = -1
    found = _two(
        shuffled_ranks(240, 6, 0.3, 1), (group, (("x", 0.3), ("y", 0.7))), (region, (("x", 0.5), ("y", 0.5)))
    ).weighting
    assert [margin.unknown for margin in found.margins] == [40, 0]
    assert "Of 40 answers the group is not known (Group)" in " ".join(map(english, weighting_sentences(found)))


def test_make_ups_that_contradict_each_other_are_told():
    """Everyone of group x lives in region x: 30 % and 60 % cannot both be."""
    half = np.repeat([0, 1], 100)
    found = _two(
        shuffled_ranks(200, 6, 0.3, 1), (half, (("x", 0.3), ("y", 0.7))), (half, (("x", 0.6), ("y", 0.4)))
    ).weighting
    assert found.refused is None
    assert found.largest_miss > 0.1
    assert WeightingNotice.NOT_ALL_MET in [one.code for one in weighting_sentences(found)]


def test_one_make_up_that_cannot_be_kept_refuses_all():
    group, region = _crossed(240)
    adequacy = _two(
        shuffled_ranks(240, 6, 0.3, 1), (group, (("x", 0.5), ("y", 0.5))),
        (region, (("x", 0.5), ("y", 0.4), ("z", 0.1))), recruitment="random",
    )  # fmt: skip
    assert adequacy.weighting.refused.code == WeightingNotice.NOBODY_IN
    assert adequacy.weighting.nobody_in == ("z",)
    assert adequacy.effective_n == 240
    assert adequacy.lights.representativeness is Light.RED


def test_who_does_not_count_in_one_make_up_cannot_stand_for_a_group_of_another():
    """All of region y belong to group x, which has no customers: nobody is left for region y."""
    group, region = np.repeat([0, 1], [40, 160]), np.repeat([1, 0], [40, 160])
    weighting = _two(
        shuffled_ranks(200, 6, 0.3, 1), (group, (("x", 0), ("y", 1))), (region, (("x", 0.5), ("y", 0.5)))
    ).weighting
    assert weighting.refused.code == WeightingNotice.NOBODY_IN
    assert weighting.margins[1].nobody_in == ("y",)


def test_joined_groups_have_both_shares():
    margin = WeightMargin("age", (("a", 0.2), ("b", 0.3), ("c", 0.5)))
    assert with_joined(margin, "a", "b").targets == (("b+a", 0.5), ("c", 0.5))
    numbers = WeightMargin("age", (("a", 200), ("b", 300), ("c", 500)))
    assert with_joined(numbers, "c", "a").targets == (("a+c", 0.7), ("b", 0.3))
    assert with_target(numbers, "a", 0.6).targets == (("a", 0.6), ("b", 0.3), ("c", 0.5))
    with pytest.raises(KeyError):
        with_joined(margin, "a", "d")
