"""What the colleagues say together."""

import pytest

from cxsurvey.consensus import consensus_of
from cxsurvey.headlines import consensus_sentences, different_view
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.notices import english
from tests.core.studies import pillars


def _view(*rankings, scores=()):
    """Colleagues with these rankings; the first ones also with scores."""
    given = [tuple(zip("abcd", row, strict=True)) for row in scores]
    given += [()] * (len(rankings) - len(given))
    return InternalView(
        tuple(
            Colleague(f"c{number}", f"Person {number}", ranking=tuple(ranking), scores=own)
            for number, (ranking, own) in enumerate(zip(rankings, given, strict=True), 1)
        )
    )


@pytest.fixture
def four():
    return pillars(4)


def _rankings(four, *digits):
    """Rankings from the rank digits of a, b, c, d (statistics.md section 7 writes them so)."""
    return ["".join(sorted("abcd", key=lambda key: row["abcd".index(key)])) for row in digits]


def test_nobody_yet_means_no_places_and_no_agreement(four):
    consensus = consensus_of(InternalView(), four)
    assert consensus.order == ()
    assert consensus.w is None
    assert consensus.pillars[0].place is None
    assert consensus.best_total == 20


def test_w_and_its_f_test_of_the_six_published_rankings(four):
    consensus = consensus_of(_view(*_rankings(four, "1234", "1324", "2134", "1243", "2143", "3124")), four)
    assert consensus.w == pytest.approx(0.6)
    assert consensus.f == pytest.approx(7.5)
    assert consensus.df1 == pytest.approx(2.6667, abs=1e-4)
    assert consensus.df2 == pytest.approx(13.3333, abs=1e-4)
    assert consensus.p_value == pytest.approx(0.00419423, abs=1e-8)


def test_equal_mean_ranks_share_a_place(four):
    consensus = consensus_of(_view("abcd", "bacd"), four)
    assert [view.place for view in consensus.pillars] == [1.5, 1.5, 3, 4]
    assert set(consensus.kemeny_orders) == {("a", "b", "c", "d"), ("b", "a", "c", "d")}


def test_the_most_different_view_is_named_with_its_widest_differences(four):
    consensus = consensus_of(_view("abcd", "abcd", "abdc", "dcba"), four)
    assert consensus.most_different.name == "Person 4"
    assert consensus.most_different.tau_x < 0
    assert {consensus.most_different.differences[0].pillar_key} <= {"a", "d"}
    assert consensus_of(_view("abcd", "dcba"), four).most_different is None


def test_scores_add_up_only_for_complete_self_assessments(four):
    consensus = consensus_of(_view("abcd", "abcd", scores=[(5, 4, 3, 2)]), four)
    assert consensus.total_score == 14
    assert (consensus.pillars[0].mean_score, consensus.pillars[0].low_score) == (5, 5)
    assert consensus.n_scores == 1


def _levels(*people):
    """Colleagues by level and ranking."""
    return InternalView(
        tuple(
            Colleague(f"c{number}", f"Person {number}", level=level, ranking=tuple(ranking))
            for number, (level, ranking) in enumerate(people, 1)
        )
    )


def test_leaders_and_front_line_are_compared_by_the_order_of_each_side(four):
    view = _levels(
        ("leader", "abcd"), ("leader", "abcd"), ("front_line", "dabc"), ("front_line", "dabc"), ("", "bcda")
    )
    levels = consensus_of(view, four).levels
    assert (levels.n_leaders, levels.n_front_line) == (2, 2)
    widest = levels.differences[0]
    assert (widest.pillar_key, widest.leaders_place, widest.front_line_place) == ("d", 4, 1)
    assert levels.tau_x == pytest.approx(0)
    assert len(levels.differences) == 4


def test_one_level_alone_or_without_a_ranking_is_compared_with_nobody(four):
    assert consensus_of(_levels(("leader", "abcd"), ("", "dcba")), four).levels is None
    assert consensus_of(_levels(("leader", "abcd"), ("front_line", "")), four).levels is None


def test_sentences_say_who_is_first_and_how_far_colleagues_agree(four):
    def told(*rankings):
        return [english(one) for one in consensus_sentences(consensus_of(_view(*rankings), four))]

    assert told() == []
    assert "puts A first" in told("abcd")[0]
    assert told("abcd", "abcd", "abdc")[0] == "3 colleagues rank A first; they agree strongly."
    assert "share almost no common order" in told("abcd", "dcba")[0]
    assert told("abcd", "bcda", "cabd")[-1] == "A divides you most: one puts it in place 1, another in place 4."


def test_ties_for_the_first_place_are_all_named(four):
    assert "rank A and B first" in english(consensus_sentences(consensus_of(_view("abcd", "bacd"), four))[0])


def test_a_reversed_view_among_many_alike_is_called_an_outlier_and_still_counts():
    six = pillars(6)
    alike = ["abcdef", "abcdfe", "bacdef", "abdcef", "abcedf", "bacdfe", "abdcef"]
    consensus = consensus_of(_view(*alike, "fedcba"), six)
    assert [view.outlier for view in consensus.views] == [False] * 7 + [True]
    assert consensus.views[-1].tau_x < consensus.outlier_limit
    assert consensus.most_different.outlier
    assert consensus.n_rankings == 8
    assert different_view(consensus).code == "internal_outlier"


def test_fewer_than_four_colleagues_have_no_outlier(four):
    consensus = consensus_of(_view("abcd", "abcd", "dcba"), four)
    assert consensus.outlier_limit is None
    assert not any(view.outlier for view in consensus.views)


def test_the_outlier_rule_draws_from_the_seed_it_is_handed(four):
    view = _view("abcd", "abdc", "bacd", "dcba", "abcd")
    assert consensus_of(view, four, 7) == consensus_of(view, four, 7)
