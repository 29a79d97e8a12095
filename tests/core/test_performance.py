"""How well customers say we do: quadrants, our own scores against theirs, bases, and the sentences."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cxsurvey.adequacy import BaseStatus
from cxsurvey.analysis import analyse
from cxsurvey.consensus import consensus_of
from cxsurvey.internal import Colleague, InternalView
from cxsurvey.notices import english
from cxsurvey.performance import Perception, Quadrant, performance_of
from cxsurvey.performance_headlines import performance_sentences
from cxsurvey.priorities import priorities_of, without
from tests.core.studies import responses, shuffled_ranks, study_of

R = json.loads((Path(__file__).parents[1] / "data" / "r_performance.json").read_text(encoding="utf-8"))
RATINGS = np.nan_to_num(np.array(R["data"]["ratings"], float)).astype(int)  # 40 people, 4 pillars, 0 = not rated
SCORES = np.array(R["data"]["scores"])                                      # six colleagues


def project_of(ratings, scores=(), ranks=None, **settings):
    ratings = np.asarray(ratings)
    n, k = ratings.shape
    ranks = shuffled_ranks(n, k, 1.0, 3) if ranks is None else ranks
    project = study_of(responses(ranks, performance=ratings), **settings)
    colleagues = tuple(
        Colleague(f"c{number}", f"Colleague {number}", scores=tuple(zip("abcdefghij", map(int, row), strict=False)))
        for number, row in enumerate(scores, 1)
    )
    return replace(project, internal=InternalView(colleagues))


def performance(project, target=None):
    consensus = consensus_of(project.internal, project.pillars)
    return performance_of(
        replace(project.study, performance_target=target), project.pillars, priorities_of(project.responses),
        project.responses, consensus,
    )


def told(performance):
    return [english(sentence) for sentence in performance_sentences(performance)]


def clear(n=200):
    """a important and weak, b important and strong, c neither, d strong and unimportant."""
    rng = np.random.default_rng(5)
    wanted = np.array([2.2, 4.3, 2.3, 4.2])
    return np.clip(np.rint(wanted + rng.normal(0, 0.7, (n, 4))), 1, 5).astype(int)


def test_means_and_intervals_are_those_of_rs_t_test():
    found = performance(project_of(RATINGS))
    for column, key in enumerate("abcd"):
        mean, low, high = np.array(R["values"]["mean_interval"]["value"])[:, column]
        pillar = found.pillar(key)
        assert (pillar.mean, pillar.low, pillar.high) == pytest.approx((mean, low, high), abs=1e-12)
    assert [found.pillar(key).n for key in "abcd"] == [38, 38, 39, 39]
    assert found.n == 40


def test_gaps_to_six_colleagues_are_rs_welch_tests_with_holm():
    found = performance(project_of(RATINGS, SCORES))
    for column, key in enumerate("abcd"):
        gap, low, high, _, _, p_value = np.array(R["values"]["welch"]["value"])[:, column]
        pillar = found.pillar(key)
        assert (pillar.gap, pillar.gap_low, pillar.gap_high) == pytest.approx((gap, low, high), rel=1e-9)
        assert pillar.p_value == pytest.approx(p_value, rel=1e-9)
        assert pillar.p_adjusted == pytest.approx(R["values"]["welch_holm"]["value"][column], rel=1e-9)
        assert (pillar.perception is Perception.ALIKE) == (pillar.p_adjusted >= 0.05)


def test_with_three_colleagues_our_score_is_fixed_and_the_customers_interval_shifted():
    found = performance(project_of(RATINGS, SCORES[:3]))
    for column, key in enumerate("abcd"):
        gap, low, high, _, _, p_value = np.array(R["values"]["fixed"]["value"])[:, column]
        pillar = found.pillar(key)
        assert (pillar.gap, pillar.gap_low, pillar.gap_high) == pytest.approx((gap, low, high), rel=1e-9)
        assert pillar.p_value == pytest.approx(p_value, rel=1e-9)
        assert pillar.high - pillar.low == pytest.approx(pillar.gap_high - pillar.gap_low)
    assert any("Fewer than 5 colleagues" in sentence for sentence in told(found))


def test_clear_pillars_are_placed_and_named():
    found = performance(project_of(clear()))
    assert [found.pillar(key).quadrant for key in "abcd"] == [
        Quadrant.FIX_FIRST, Quadrant.KEEP_UP, Quadrant.LOW_PRIORITY, Quadrant.OVER_SERVED,
    ]  # fmt: skip
    assert found.pillar("a").placed
    assert found.importance_line == pytest.approx(50)
    assert [pillar.key for pillar in found.pillars] == ["a", "b", "c", "d"]
    sentences = told(found)
    assert sentences[0].startswith("Fix first: A. ")
    assert sentences[1].startswith("Keep up: B. ")
    assert "importance 50.0 of 100" in " ".join(sentences)


def test_a_fixed_target_is_the_line_and_is_said():
    found = performance(project_of(clear()), target=4.9)
    assert found.performance_line == 4.9
    assert found.pillar("b").quadrant is Quadrant.FIX_FIRST
    assert any("aimed at, 4.9 of 5" in sentence for sentence in told(found))


def test_everyone_alike_places_nothing_for_sure():
    found = performance(project_of(np.full((50, 4), 4)))
    assert not any(pillar.placed for pillar in found.pillars)
    assert all(pillar.certainty == pytest.approx(0.5, abs=0.1) for pillar in found.pillars)
    sentences = told(found)
    assert sentences[0].startswith("No pillar is surely both")
    assert any(sentence.startswith("Too close to a line") for sentence in sentences)


@pytest.mark.parametrize(
    ("n", "status", "shown", "placed"),
    [
        (9, BaseStatus.HIDDEN, False, False),
        (10, BaseStatus.NO_RANKING, True, False),
        (29, BaseStatus.NO_RANKING, True, False),
        (30, BaseStatus.DIRECTION, True, True),
        (97, BaseStatus.ENOUGH, True, True),
    ],
)
def test_few_answers_give_no_quadrant_and_very_few_nothing(n, status, shown, placed):
    pillar = performance(project_of(clear(n), SCORES)).pillar("a")
    assert (pillar.n, pillar.status) == (n, status)
    assert (pillar.mean is not None) == (pillar.gap is not None) == shown
    assert (pillar.quadrant is not None) == (pillar.perception is not None) == placed


def test_too_few_answers_are_said_to_be_so_also_when_only_priorities_are_few():
    assert "Too few answers (12)" in told(performance(project_of(clear(12))))[0]
    ranks = np.zeros((60, 4))
    ranks[:20] = shuffled_ranks(20, 4, 1.0, 1)
    found = performance(project_of(clear(60), ranks=ranks))
    assert found.pillar("a").mean is not None
    assert "Too few answers (20)" in told(found)[0]


@pytest.mark.parametrize("n", [1, 2])
def test_one_or_two_answers_are_not_enough_and_raise_nothing(n):
    found = performance(project_of(np.full((n, 3), 3), [[1, 2, 3]] * 6))
    assert all(pillar.mean is None and pillar.quadrant is None for pillar in found.pillars)
    assert told(found)


def test_where_nobody_rated_there_is_nothing():
    assert performance(project_of(np.zeros((40, 4), int))) is None
    assert performance(study_of(responses(shuffled_ranks(40, 4, 1.0, 3)))) is None
    assert analyse(study_of(responses(shuffled_ranks(40, 4, 1.0, 3)))).performance is None


def test_a_pillar_that_nobody_rated_is_left_out_of_lines_and_tests():
    ratings = clear()
    ratings[:, 2] = 0
    found = performance(project_of(ratings, SCORES))
    assert found.pillar("c").mean is None
    assert found.pillar("c").score is not None
    assert found.pillar("c").perception is None
    others = [found.pillar(key).mean for key in "abd"]
    assert found.performance_line == pytest.approx(sum(others) / 3)


def test_ratings_of_people_without_priorities_count_too():
    ranks = shuffled_ranks(200, 4, 1.0, 3).astype(float)
    ranks[150:] = 0
    found = performance(project_of(clear(), ranks=ranks))
    assert (found.n, found.n_importance) == (200, 150)


def test_who_is_set_aside_counts_nowhere_and_weights_move_the_means():
    project = project_of(clear())
    aside = np.arange(200) >= 120
    priorities = priorities_of(project.responses)
    consensus = consensus_of(project.internal, project.pillars)
    args = project.study, project.pillars, without(priorities, aside), project.responses, consensus
    found = performance_of(*args, aside=aside)
    assert (found.n, found.n_importance) == (120, 120)
    assert found.pillar("a").mean == pytest.approx(clear()[:120, 0].mean())
    weights = np.linspace(0.5, 1.5, 200)
    weighted = performance_of(*args[:2], replace(priorities, weights=weights), *args[3:])
    assert weighted.pillar("a").mean == pytest.approx(np.average(clear()[:, 0], weights=weights))


@pytest.mark.parametrize(("heavy", "status", "placed"), [(1, "enough", True), (30, "no_ranking", False)])
def test_the_rules_of_bases_go_by_what_weighted_answers_are_worth(heavy, status, placed):
    """200 answers, 6 of them of a great weight: worth 200, or 25."""
    project = project_of(clear(), [[3] * 10] * 5)
    weights = np.where(np.arange(200) < 6, heavy, 1.0)
    priorities = replace(priorities_of(project.responses), weights=weights * 200 / weights.sum())
    consensus = consensus_of(project.internal, project.pillars)
    found = performance_of(project.study, project.pillars, priorities, project.responses, consensus)
    worth = weights.sum() ** 2 / (weights**2).sum()
    pillar = found.pillars[0]
    assert (pillar.n, pillar.status) == (200, status)
    assert pillar.effective_n == pytest.approx(worth, abs=1e-5)
    assert (pillar.quadrant is not None) is placed
    assert (pillar.perception is not None) is placed
    if not placed:
        assert f"({int(worth)})" in english(performance_sentences(found)[0])


def test_a_known_number_of_customers_narrows_the_intervals():
    wide, narrow = (performance(project_of(clear(), population=size)).pillar("a") for size in (None, 250))
    assert narrow.high - narrow.low == pytest.approx((wide.high - wide.low) * (1 - 200 / 250) ** 0.5)
    too_small = performance(project_of(clear(), population=3)).pillar("a")
    assert too_small.high == wide.high


def test_a_gap_is_told_with_the_numbers_that_are_printed():
    ratings = np.tile([[2], [3]], (100, 4))
    found = performance(project_of(ratings, [[4, 2, 4, 1]] * 6))
    sentences = told(found)
    assert "A: we think 4.0, customers say 2.5: we over-rate ourselves by 1.5 (1.4 to 1.6)." in sentences
    assert "D: we think 1.0, customers say 2.5: we under-rate ourselves by 1.5 (1.4 to 1.6)." in sentences


def test_intervals_stay_on_the_scale():
    ratings = np.full((40, 3), 5)
    ratings[0] = 1
    pillar = performance(project_of(ratings)).pillar("a")
    assert pillar.high == 5


def test_the_same_study_gives_the_same_figures_and_another_seed_nearly_the_same():
    project = project_of(clear(60), SCORES)
    assert performance(project) == performance(project)
    other = replace(project, study=replace(project.study, seed=7))
    for one, two in zip(performance(project).pillars, performance(other).pillars, strict=True):
        assert one.certainty == pytest.approx(two.certainty, abs=0.02)
