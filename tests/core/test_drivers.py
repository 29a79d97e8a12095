"""What goes along with satisfaction beside what is said to matter; who is loyal."""

from dataclasses import replace

import numpy as np
import pytest

from cxsurvey.analysis import analyse
from cxsurvey.drivers import Claim
from cxsurvey.notices import english
from cxsurvey.responses import Segment, frozen
from cxsurvey.statistics import lmg, wilson_interval
from cxsurvey.statistics.importance import LMG, RANK_CORRELATIONS, RELATIVE_WEIGHTS
from tests.core.studies import responses, shuffled_ranks, study_of


def project_of(performance, satisfaction=None, image=None, ranks=None, segments=(), **settings):
    performance = np.asarray(performance)
    n, k = performance.shape
    ranks = shuffled_ranks(n, k, 1.0, 3) if ranks is None else ranks
    answers = responses(ranks, segments, performance=performance)
    for name, marks in (("satisfaction", satisfaction), ("image", image)):
        if marks is not None:
            answers = replace(answers, **{name: np.asarray(marks).astype(np.int8)})
    return study_of(frozen(answers), **settings)


def felt(n=400, k=4, weights=(0.0, 2.0, 0.0, 0.1), seed=1):
    """Ratings, and satisfaction 0 to 100 that follows them with these weights. Pillar a is said to matter most."""
    rng = np.random.default_rng(seed)
    ratings = rng.integers(1, 6, (n, k))
    felt = ratings @ np.resize(weights, k) + rng.normal(0, 0.8, n)
    fifths = np.digitize(felt, np.quantile(felt, [0.2, 0.4, 0.6, 0.8]))
    return ratings, 25 * fifths


def told(sentences):
    return [english(sentence) for sentence in sentences]


def test_shares_are_those_of_the_complete_answers():
    ratings, satisfaction = felt()
    ratings[:30, 2] = 0
    satisfaction[30:40] = -1
    drivers = analyse(project_of(ratings, satisfaction)).drivers
    expected = lmg(ratings[40:], satisfaction[40:])
    assert (drivers.method, drivers.n, drivers.incomplete) == (LMG, 360, 30)
    assert drivers.r_squared == pytest.approx(expected.r_squared)
    assert {p.key: p.derived for p in drivers.pillars} == pytest.approx(
        dict(zip("abcd", expected.share, strict=True))
    )
    for pillar in drivers.pillars:
        assert pillar.low <= pillar.derived <= pillar.high
    assert drivers.r_squared_low < drivers.r_squared < drivers.r_squared_high


def test_what_is_said_and_what_is_felt_are_told_apart():
    drivers = analyse(project_of(*felt(weights=(0.0, 0.0, 2.0, 0.1)))).drivers
    claims = {pillar.key: pillar.claim for pillar in drivers.pillars}
    assert claims["a"] is Claim.HYGIENE_CLAIM  # ranked first by nearly all, but nothing hangs on it
    assert claims["c"] is Claim.HIDDEN_DRIVER
    assert all(pillar.placed for pillar in drivers.pillars if pillar.key in "ac")
    sentences = told(drivers.sentences)
    assert sentences[0] == "Goes along with satisfaction most: C."
    assert "Hidden driver: C. Customers do not put it high" in sentences[1]
    assert sentences[2].startswith("Said to matter, but hardly goes along with satisfaction: B and A.")
    assert sentences[-1].startswith("Exploratory")


def test_a_negative_correlation_is_told_and_not_squared_away():
    drivers = analyse(project_of(*felt(weights=(0.5, 0.5, -2.0, 0.5)))).drivers
    found = next(pillar for pillar in drivers.pillars if pillar.key == "c")
    assert found.correlation < -0.5
    assert any("less satisfied: C" in sentence for sentence in told(drivers.sentences))


def test_few_answers_give_rank_correlations_and_fewer_nothing():
    ratings, satisfaction = felt(n=60, k=10)
    drivers = analyse(project_of(ratings, satisfaction)).drivers
    assert (drivers.method, drivers.r_squared) == (RANK_CORRELATIONS, None)
    assert len(drivers.pillars) == 10
    assert all(pillar.derived == pillar.correlation for pillar in drivers.pillars)
    assert any("fewer than 100 complete answers" in sentence for sentence in told(drivers.sentences))
    fewer = analyse(project_of(ratings[:49], satisfaction[:49])).drivers
    assert (fewer.n, fewer.pillars) == (49, ())
    assert told(fewer.sentences) == [
        "Too few people (49) rated every pillar and told how satisfied they are to say what goes along with "
        "satisfaction; 50 are needed."
    ]


def test_many_pillars_are_weighed_by_johnson():
    drivers = analyse(project_of(*felt(n=200, k=14))).drivers
    assert drivers.method == RELATIVE_WEIGHTS
    assert sum(pillar.derived for pillar in drivers.pillars) == pytest.approx(drivers.r_squared)


def test_the_same_seed_gives_the_same_ranges():
    one, other = (analyse(project_of(*felt(n=120))).drivers for _ in range(2))
    assert one == other


@pytest.mark.parametrize("case", ["nobody satisfied", "all alike", "everyone rates alike", "not asked"])
def test_degenerate_answers_give_no_drivers(case):
    ratings, satisfaction = felt(n=80)
    if case == "nobody satisfied":
        satisfaction = np.full(80, -1)
    elif case == "all alike":
        satisfaction = np.full(80, 75)
    elif case == "everyone rates alike":
        ratings = np.full((80, 4), 3)
    drivers = analyse(project_of(ratings, None if case == "not asked" else satisfaction)).drivers
    if case == "everyone rates alike":
        assert [pillar.derived for pillar in drivers.pillars] == [0, 0, 0, 0]
        assert told(drivers.sentences)[0].startswith("No pillar goes along")
    else:
        assert drivers is None or drivers.pillars == ()


def test_careless_answers_set_aside_do_not_count():
    ratings, satisfaction = felt(n=100)
    ratings[:20] = ratings[0]
    project = project_of(ratings, satisfaction)
    ids = tuple(f"r{max(number, 19)}" for number in range(100))
    answers = replace(project.responses, respondent_ids=ids)
    project = replace(project, responses=answers, study=replace(project.study, quality="strict"))
    assert analyse(project).drivers.n == 81


# --- loyalty --------------------------------------------------------------------------------------


def loyal_people(loyal, satisfied_only, image_only, neither):
    counts = (loyal, satisfied_only, image_only, neither)
    return np.repeat([75, 100, 50, 25], counts), np.repeat([100, 50, 75, 0], counts)


def test_only_above_the_middle_of_both_scales_is_loyal():
    satisfaction, image = loyal_people(40, 30, 20, 10)
    loyalty = analyse(project_of(np.zeros((100, 0)), satisfaction, image, shuffled_ranks(100, 4, 1, 2))).loyalty
    shares = [loyalty.loyal, loyalty.satisfied_only, loyalty.image_only, loyalty.neither]
    assert [share.share for share in shares] == [0.4, 0.3, 0.2, 0.1]
    interval = wilson_interval(0.4, 100)
    assert (loyalty.loyal.low, loyalty.loyal.high) == (interval.low, interval.high)
    assert told(loyalty.sentences) == [
        "Loyal, satisfied and with a good impression of the brand: 40 % of customers (31 to 50 %).",
        "Satisfied, but without a good impression of the brand: 30 %. Being satisfied is not yet being loyal.",
    ]


def test_who_left_one_question_out_does_not_count():
    satisfaction, image = loyal_people(40, 30, 20, 10)
    satisfaction[0], image[99] = -1, -1
    loyalty = analyse(project_of(np.zeros((100, 0)), satisfaction, image, shuffled_ranks(100, 4, 1, 2))).loyalty
    assert loyalty.n == 98
    assert loyalty.loyal.share == pytest.approx(39 / 98)


def test_too_few_people_are_not_shown():
    satisfaction, image = loyal_people(5, 2, 1, 1)
    loyalty = analyse(project_of(np.zeros((9, 0)), satisfaction, image, shuffled_ranks(9, 4, 1, 2))).loyalty
    assert loyalty.loyal.share is None
    assert told(loyalty.sentences) == ["Too few people (9) answered both questions on loyalty to show anything of it."]


def test_small_groups_are_hidden_and_groups_without_base_have_no_share():
    satisfaction, image = loyal_people(60, 60, 60, 20)
    codes = np.resize([0, 0, 0, 0, 1], 200).astype(np.int16)
    codes[:8] = 2
    codes[8:28] = 3
    region = Segment("region", "Region", ("North", "South", "East", "West"), codes)
    project = project_of(
        np.zeros((200, 0)), satisfaction, image, shuffled_ranks(200, 4, 1, 2), (region,), cohort="region"
    )
    cohorts = {cohort.name: cohort for cohort in analyse(project).loyalty.cohorts}
    assert cohorts["East"].n is None
    assert cohorts["West"].n is None  # with 20 people the next smallest: East alone would follow by subtraction
    assert cohorts["North"].loyal.share == pytest.approx(
        np.mean((satisfaction[codes == 0] > 50) & (image[codes == 0] > 50))
    )
