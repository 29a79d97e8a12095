"""MaxDiff by design: the same figures as task by task, balance, and answers picked at random."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from cxsurvey.statistics import best_worst_counts, best_worst_logit, generator, score_moments
from cxsurvey.statistics.best_worst_designs import (
    DesignedTasks,
    choice_fit,
    design_balance,
    designed_counts,
    designed_logit,
    logit_scores,
    random_fit_limit,
)

from .material import NAN

# Seven pillars in seven sets of three, every pair once: the Fano plane.
FANO = [[0, 1, 2], [0, 3, 4], [0, 5, 6], [1, 3, 5], [1, 4, 6], [2, 3, 6], [2, 4, 5]]


def answered(design, n, seed=0, worth=None, missing=0.0):
    """People who pick by noisy worths; ``missing`` of the picks are left out."""
    design = np.asarray(design)
    design = design if design.ndim == 3 else design[None]
    rng = np.random.default_rng(seed)
    k = int(design.max()) + 1
    worth = np.linspace(1.5, -1.5, k) if worth is None else np.asarray(worth)
    version = rng.integers(0, len(design), n)
    sets = design[version]
    known = sets >= 0
    felt = np.where(known, worth[sets] + rng.gumbel(size=sets.shape), -np.inf)
    best = np.take_along_axis(sets, felt.argmax(2)[:, :, None], 2)[:, :, 0]
    away = np.where(known & (sets != best[:, :, None]), -worth[sets] + rng.gumbel(size=sets.shape), -np.inf)
    worst = np.take_along_axis(sets, away.argmax(2)[:, :, None], 2)[:, :, 0]
    for picks in (best, worst):
        picks[rng.random(picks.shape) < missing] = -1
    return DesignedTasks(design, version, best, worst, k)


def one_by_one(tasks):
    """The tasks that count, as `best_worst` takes them: all of the same length."""
    found = [
        (tasks.best[i, t], tasks.worst[i, t], tasks.design[tasks.version[i], t], i)
        for t in range(tasks.best.shape[1]) for i in tasks.picked(t).who
    ]
    best, worst, shown, who = (list(column) for column in zip(*found, strict=True))
    return best, worst, np.array(shown), who


def test_one_person_by_hand():
    # a best of abc and of ade, worst b and d; the third task has no worst and says nothing
    tasks = DesignedTasks(
        np.array([[[0, 1, 2], [0, 3, 4], [1, 3, 2]]]), np.array([0]), np.array([[0, 0, 1]]), np.array([[1, 3, -1]]), 5
    )
    counts = designed_counts(tasks)
    assert_allclose(counts.scores, [[100, 0, 50, 0, 50]])
    assert counts.shown.tolist() == [[2, 1, 1, 1, 1]]
    assert (tasks.answered().tolist(), tasks.asked().tolist()) == ([2], [3])


def test_counts_and_logit_are_those_of_the_tasks_one_by_one():
    tasks = answered(FANO, 80, seed=3, missing=0.1)
    best, worst, shown, who = one_by_one(tasks)
    counts = best_worst_counts(best, worst, shown, who, 7)
    assert counts.respondents == tuple(range(80))
    assert_allclose(designed_counts(tasks).scores, counts.scores, rtol=1e-6)
    single, together = best_worst_logit(best, worst, shown, who, 7), designed_logit(tasks)
    assert_allclose(together.log_worth, single.log_worth, atol=1e-9)
    assert_allclose(together.se, single.se, rtol=1e-9)
    assert_allclose(together.robust_se, single.robust_se, rtol=1e-9)
    assert together.log_likelihood == pytest.approx(single.log_likelihood)
    assert together.null_log_likelihood == pytest.approx(single.null_log_likelihood)
    assert together.n_respondents == single.n_respondents == 80


def test_several_versions_and_tasks_of_different_lengths_are_joined():
    design = np.array([[[0, 1, 2, -1], [3, 4, 0, 1]], [[2, 3, 4, -1], [-1, -1, -1, -1]]])
    tasks = answered(design[:1], 30, seed=1)
    two = DesignedTasks(
        design, np.append(tasks.version, [1, -1]), np.vstack([tasks.best, [[4, -1], [0, 1]]]),
        np.vstack([tasks.worst, [[2, -1], [1, 0]]]), 5,
    )
    assert two.asked().tolist() == [2] * 30 + [1, 0]
    assert two.answered().tolist() == [2] * 30 + [1, 0]
    assert_allclose(designed_counts(two).scores[30], [NAN, NAN, 0, 50, 100])
    assert np.isnan(designed_counts(two).scores[31]).all()
    assert np.isfinite(designed_logit(two).log_worth).all()


def test_a_weight_of_two_is_the_same_as_coming_twice():
    tasks = answered(FANO, 40, seed=5)
    weights = np.where(np.arange(40) < 15, 2.0, 1.0)
    twice = tasks.rows(np.concatenate([np.arange(40), np.arange(15)]))
    weighted = designed_logit(tasks, weights)
    assert_allclose(weighted.log_worth, designed_logit(twice).log_worth, atol=1e-9)
    assert designed_logit(tasks, np.where(np.arange(40) < 15, 0.0, 1.0)).n_respondents == 25


def test_each_persons_logit_score_has_the_worths_as_mean_and_their_robust_error():
    tasks = answered(FANO, 200, seed=7)
    fitted, moments = designed_logit(tasks), score_moments(logit_scores(tasks))
    level = np.tanh(fitted.log_worth / 2)
    assert_allclose(moments.mean, 50 * (1 + level), rtol=1e-5)
    # the sample covariance divides by n - 1, the robust one by n
    se = 25 * (1 - level**2) * fitted.robust_se * np.sqrt(200 / 199)
    assert_allclose(moments.se, se, rtol=1e-4)


def test_a_design_where_all_meet_equally_often_is_balanced_and_others_are_not():
    assert design_balance(answered(FANO, 10)).balanced
    assert design_balance(answered(FANO, 10)).fewest_shown == 3
    without_pairs = [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5]]
    assert not design_balance(answered(without_pairs, 10)).balanced
    one_twice_as_often = [[0, 1, 2], [0, 3, 4], [0, 1, 3], [0, 2, 4]]
    assert not design_balance(answered(one_twice_as_often, 10)).balanced


def test_the_logit_orders_what_counts_confuse_when_some_only_meet_the_strong():
    """Pillar 5 is stronger than 0 to 2 but only ever stands beside 3 and 4, the strongest."""
    worth = [0.5, 0.0, -0.5, 3.0, 2.5, 1.2]
    tasks = answered([[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5], [2, 3, 4]], 400, seed=2, worth=worth)
    counted = np.nanmean(designed_counts(tasks).scores, axis=0)
    by_logit = score_moments(logit_scores(tasks)).mean
    assert counted[5] < counted[0]
    assert by_logit[5] > by_logit[0]


def test_people_who_pick_at_random_contradict_themselves_more_often():
    careful = answered(FANO, 300, seed=1, worth=np.linspace(6, -6, 7))
    rng = generator(1)
    limit = random_fit_limit(careful, rng)
    assert 0 < limit < 1
    assert not (choice_fit(careful, designed_counts(careful)) < limit).any()
    random = answered(FANO, 4000, seed=2, worth=np.zeros(7))
    below = (choice_fit(random, designed_counts(random)) < limit).mean()
    assert 0.005 < below < 0.07
    assert random_fit_limit(careful, generator(1)) == limit


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_one_person_and_answers_to_nothing_are_not_enough(n):
    tasks = answered(FANO, n)
    empty = DesignedTasks(tasks.design, tasks.version, np.full((n, 7), -1), np.full((n, 7), -1), 7)
    for few in (tasks, empty):
        assert designed_counts(few).scores.shape == (n, 7)
        assert logit_scores(few).shape == (n, 7)
        assert choice_fit(few, designed_counts(few)).shape == (n,)
    assert np.isnan(designed_logit(empty).log_worth).all()
    assert np.isnan(choice_fit(empty, designed_counts(empty))).all()
    none = DesignedTasks(np.zeros((0, 0, 0), np.int8), np.full(n, -1), np.zeros((n, 0)), np.zeros((n, 0)), 7)
    assert random_fit_limit(none, generator(1)) == -np.inf
    assert none.asked().tolist() == [0] * n


def test_of_two_pillars_best_and_worst_is_a_choice():
    tasks = answered([[0, 1]], 50, worth=[1, 0])
    assert_allclose(designed_counts(tasks).scores.sum(axis=1), 100)
    assert_array_equal(np.sign(designed_logit(tasks).log_worth), [1, -1])


def test_numbers_outside_the_list_are_refused():
    with pytest.raises(ValueError, match="best: needs numbers below 3"):
        DesignedTasks(np.array([[[0, 1, 2]]]), np.array([0]), np.array([[3]]), np.array([[1]]), 3)
    with pytest.raises(ValueError, match="need 1 tasks"):
        DesignedTasks(np.array([[[0, 1, 2]]]), np.array([0]), np.array([[0, 1]]), np.array([[1, 2]]), 3)


def test_scores_and_logit_of_an_unbalanced_design_are_those_of_r():
    """R's survival::coxph and a search by optim; calls beside the values in tests/data/r_maxdiff.json."""
    kept = json.loads((Path(__file__).parents[2] / "data" / "r_maxdiff.json").read_text("utf-8"))
    data = {key: np.array(value, float) for key, value in kept["data"].items()}
    values = {key: np.array(one["value"], float) for key, one in kept["values"].items()}
    best, worst = (np.nan_to_num(data[key], nan=-1).astype(int) for key in ("best", "worst"))
    tasks = DesignedTasks(data["design"].astype(int), data["version"].astype(int), best, worst, 6)
    assert not design_balance(tasks).balanced
    assert_allclose(designed_counts(tasks).scores, values["scores"], rtol=1e-6)
    plain, weighted = designed_logit(tasks), designed_logit(tasks, data["weights"])
    assert_allclose(plain.log_worth, values["log_worth"], atol=1e-8)
    assert_allclose(plain.log_worth, values["searched"], atol=1e-5)
    assert_allclose(plain.se, values["se"], rtol=1e-7)
    assert_allclose(plain.robust_se, values["robust_se"], rtol=1e-7)
    assert plain.log_likelihood == pytest.approx(float(values["log_likelihood"]), rel=1e-9)
    assert_allclose(weighted.log_worth, values["weighted_log_worth"], atol=1e-8)
    assert_allclose(weighted.robust_se, values["weighted_robust_se"], rtol=1e-7)
