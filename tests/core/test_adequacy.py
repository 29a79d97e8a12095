"""Is the sample enough: numbers, lights and sentences."""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import numpy as np
import pytest

from cxsurvey import notices
from cxsurvey.adequacy import Light, plan_sample
from cxsurvey.analysis import analyse
from cxsurvey.headlines import plan_sentences, round_to_five
from cxsurvey.notices import TEMPLATES, english
from cxsurvey.notices.adequacy import AdequacyNotice
from cxsurvey.project import with_study
from tests.core.studies import responses, shuffled_ranks, study_of


def _adequacy(n, k=10, pull=0.25, **settings):
    years = np.random.default_rng(n).integers(1950, 2005, n)
    return analyse(study_of(responses(shuffled_ranks(n, k, pull, 11), birth_year=years), **settings)).adequacy


def test_385_answers_are_needed_for_five_points_and_278_of_a_thousand_customers():
    assert _adequacy(60).needed == 385
    assert _adequacy(60, population=1_000).needed == 278


def test_the_margin_is_the_widest_wilson_half_width_of_the_top_three_shares():
    adequacy = _adequacy(400)
    assert adequacy.margin == max((share.high - share.low) / 2 for share in adequacy.shares)
    assert adequacy.worst_margin == pytest.approx(0.049, abs=5e-4)  # 1.96 sqrt(.25/400)
    assert sum(share.share for share in adequacy.shares) == pytest.approx(3)


def test_volunteers_keep_the_verdict_at_amber_however_many_they_are():
    assert _adequacy(2_000, recruitment="open").overall is Light.AMBER
    assert _adequacy(2_000, recruitment="random").overall is Light.GREEN


def test_fewer_than_thirty_answers_are_red_whatever_else():
    assert _adequacy(29, recruitment="random").lights.precision is Light.RED


def test_the_decision_about_generations_needs_their_lights_too():
    overall = _adequacy(2_000, recruitment="random")
    by_generation = _adequacy(120, recruitment="random", decision="generations", target_margin=0.1)
    assert overall.overall is Light.GREEN
    assert by_generation.overall is Light.RED
    assert by_generation.sentences[0].code == AdequacyNotice.NOT_COHORTS


def test_everyone_having_answered_leaves_no_sampling_error():
    adequacy = _adequacy(50, population=50, recruitment="random")
    assert adequacy.worst_margin == 0
    assert adequacy.sentences[1].code == AdequacyNotice.EVERYONE


def test_a_population_smaller_than_the_answers_is_told_and_not_used():
    adequacy = _adequacy(80, population=50)
    assert AdequacyNotice.POPULATION_TOO_SMALL in [sentence.code for sentence in adequacy.sentences]
    assert adequacy.worst_margin == pytest.approx(_adequacy(80).worst_margin)


def test_straight_lined_ratings_are_flagged_and_told_but_nobody_is_removed():
    performance = np.random.default_rng(1).integers(1, 6, (100, 10))
    performance[:20] = 3
    project = study_of(responses(shuffled_ranks(100, 10, 0.3, 2), performance=performance))
    adequacy = analyse(project).adequacy
    assert adequacy.flagged_share >= 0.2
    assert adequacy.n == 100
    assert adequacy.lights.quality is Light.RED
    assert AdequacyNotice.FLAGGED in [sentence.code for sentence in adequacy.sentences]


def test_a_top_three_of_a_clear_order_is_stable_and_of_pure_chance_is_not():
    assert _adequacy(1_000, pull=0.6).stability > 0.9
    assert _adequacy(60, pull=0.0).stability < 0.4


def test_the_same_study_gives_the_same_figures_again_and_another_seed_other_draws():
    project = study_of(responses(shuffled_ranks(60, 8, 0.1, 4)))
    assert analyse(project) == analyse(project)
    reseeded = with_study(project, replace(project.study, seed=7))
    assert analyse(reseeded).adequacy.stability != analyse(project).adequacy.stability


def test_every_sentence_of_many_studies_has_all_its_values():
    for n in (0, 1, 5, 40, 120, 400):
        for settings in ({}, {"recruitment": "random", "invited": 900}, {"confidence": 0.9, "decision": "generations"}):
            project = study_of(
                responses(shuffled_ranks(n, 6, 0.4, n).reshape(n, 6), birth_year=[1970] * n), "fbcdea", **settings
            )
            analysis = analyse(project)
            told = analysis.adequacy.sentences
            if analysis.comparison is not None:
                told += analysis.comparison.sentences + (
                    analysis.comparison.cohorts.sentences if analysis.comparison.cohorts else ()
                )
            for sentence in told:
                assert "{" not in english(sentence)
                assert "None" not in english(sentence)


def test_every_area_is_listed_and_no_two_share_a_code():
    modules = (import_module(f"cxsurvey.notices.{found.name}") for found in iter_modules(notices.__path__))
    codes = [str(code) for module in modules for code in getattr(module, "WORDS", {})]
    assert sorted(codes) == sorted(TEMPLATES)


def test_a_planned_sample_reproduces_the_published_figures():
    plan = plan_sample(0.05, 0.95, None, 0.1)
    assert (plan.needed, plan.invitations_expected, plan.invitations) == (385, 3_850, 4_090)
    assert dict(plan.by_rate)[0.30] > 385 / 0.30
    cohorts = plan_sample(0.05, 0.95, None, 0.1, cohorts=4)
    assert (cohorts.needed_per_cohort, cohorts.wanted) == (131, 524)


def test_more_invitations_than_customers_offer_the_reachable_margin():
    plan = plan_sample(0.05, 0.95, 1_000, 0.1)
    assert plan.needed == 278
    assert plan.reachable_margin == pytest.approx(0.093, abs=1e-3)
    assert [sentence.code for sentence in plan_sentences(plan, 1)][-1] == AdequacyNotice.PLAN_TOO_MANY


@pytest.mark.parametrize(("chance", "said"), [(0.0, 5), (0.54, 55), (0.643, 65), (1.0, 95)])
def test_a_chance_is_said_in_steps_of_five_and_never_as_certain(chance, said):
    assert round_to_five(chance) == said
