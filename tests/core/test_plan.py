"""Choosing the pillars to act on."""

from cxsurvey.comparison import PillarStanding
from cxsurvey.notices.plan import PlanNotice
from cxsurvey.plan import Action, Plan, choose, plan_notices, put_action, suggest_focus, unchoose


def _standings(*mean_ranks, ranges=None):
    found = []
    for place, mean in enumerate(mean_ranks, 1):
        low, high = ranges[place - 1] if ranges else (None, None)
        found.append(PillarStanding("abcdefgh"[place - 1], "X", mean, -mean, place, low, high, None, None))
    return tuple(found)


def test_the_cut_is_made_at_the_widest_gap_between_the_second_and_the_fifth():
    assert suggest_focus(_standings(2.0, 2.1, 2.2, 4.0, 4.1, 6.0)).keys == ("a", "b", "c")
    assert suggest_focus(_standings(1.0, 3.0, 3.1, 3.2, 5.0, 5.1)).keys == ("a", "b", "c", "d")


def test_a_proven_cut_beats_a_wider_gap_that_is_not_proven():
    ranges = [(1, 2), (1, 2), (3, 5), (3, 5), (3, 6), (4, 6)]
    suggestion = suggest_focus(_standings(2.0, 2.1, 2.6, 2.7, 5.0, 5.1, ranges=ranges))
    assert suggestion.keys == ("a", "b")
    assert suggestion.clear


def test_a_list_of_three_leaves_one_out():
    assert suggest_focus(_standings(1.5, 1.9, 2.6)).keys == ("a", "b")


def test_choosing_twice_changes_nothing_and_unchoosing_takes_the_action_with_it():
    plan = choose(choose(Plan(), "a"), "b")
    assert choose(plan, "a") == plan
    plan = put_action(plan, Action("b", owner="Ann"))
    assert plan.actions[1].owner == "Ann"
    assert unchoose(plan, "b").chosen == ("a",)


def test_an_unfinished_plan_says_what_is_missing():
    suggestion = suggest_focus(_standings(2.0, 2.1, 2.2, 4.0, 4.1, 6.0))
    codes = {told.code for told in plan_notices(choose(Plan(), "f"), suggestion)}
    assert codes == {PlanNotice.CHOOSE_COUNT, PlanNotice.OPEN_ENDS, PlanNotice.GIVE_REASON}
    done = Plan(tuple(Action(key, 3, "Ann", ("Sales",), "Call ten", "2026-12-01") for key in "abc"))
    assert plan_notices(done, suggestion) == ()
