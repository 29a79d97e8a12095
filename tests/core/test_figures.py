"""Chart data: built from a study and its results, never without source, n and caveat, never showing what is hidden."""

from dataclasses import replace

import pytest

from cxsurvey.adequacy import BaseStatus
from cxsurvey.analysis import analyse
from cxsurvey.comparison import Verdict
from cxsurvey.figures import (
    bases_figure,
    divergence_figure,
    figures_of,
    generations_figure,
    self_assessment_figure,
    slope_figure,
)
from cxsurvey.internal import InternalView
from cxsurvey.notices import english
from cxsurvey.project import with_study
from cxsurvey.study import WeightMargin
from tests.core.studies import responses, shuffled_ranks, study_of
from tests.study_values import study_analysis, study_project


@pytest.fixture
def project():
    return study_project()


@pytest.fixture
def analysis(project):
    return study_analysis(project)


def test_a_full_study_gives_all_charts_in_the_order_of_the_steps(project, analysis):
    keys = [figure.head.key for figure in figures_of(project, analysis)]
    assert keys == [
        "divergence", "slope", "generations", "bases", "self_assessment", "performance", "perception",
        "drivers", "loyalty",
    ]  # fmt: skip


def test_a_study_without_answers_or_colleagues_gives_no_chart_of_them(project, analysis):
    alone = replace(project, internal=InternalView())
    empty = study_analysis(alone, cohorts=())
    nothing = replace(empty, comparison=None, performance=None, drivers=None, loyalty=None)
    assert figures_of(alone, nothing) == ()
    assert slope_figure(alone, study_analysis(alone, internal=(None,) * 10)) is None


def test_every_chart_carries_study_people_n_dates_and_caveat(project, analysis):
    for figure in figures_of(project, analysis):
        source = " | ".join(english(part) for part in figure.head.source)
        assert "Spring survey, Sample company" in source
        assert "Asked: " in source
        assert "n = " in source
        assert " to 2026-" in source
        assert english(figure.head.caveat)
        for part in (figure.head.title, figure.head.caption, figure.head.description):
            assert "{" not in english(part)


def test_invented_answers_are_called_so_on_every_chart(analysis):
    invented = study_project(invented=True)
    for figure in figures_of(invented, analysis):
        assert "invented" in english(figure.head.source[0])


def test_what_the_title_says_already_is_not_said_twice(analysis):
    title, organisation = "Sample study: Larkmoor (invented)", "Larkmoor (invented)"
    project = study_project(title=title, organisation=organisation, invented=True)
    source = divergence_figure(project, analysis).head.source
    assert english(source[0]) == "Sample study: Larkmoor (invented)"


@pytest.mark.parametrize(
    ("recruitment", "n", "words"),
    [
        ("random", 408, "invited at random"),
        ("open", 408, "open link"),
        ("", 408, "not recorded"),
        ("open", 29, "Small sample: 29 answers"),
        ("random", 12, "Small sample: 12 answers"),
        ("", 12, "Small sample: 12 answers"),
    ],
)
def test_the_caveat_says_how_people_came_and_whether_they_are_few(recruitment, n, words):
    project = study_project(recruitment=recruitment)
    figure = divergence_figure(project, study_analysis(project, n))
    assert words in english(figure.head.caveat)


def test_what_is_not_recorded_is_said_to_be_so(analysis):
    bare = study_project(asked="", fielded_from="", fielded_to="", organisation="")
    source = [english(part) for part in divergence_figure(bare, analysis).head.source]
    assert source == ["Spring survey", "Who was asked: not recorded", "n = 408", "Dates: not recorded"]


def test_divergence_rows_stand_in_the_customers_order_with_gap_and_verdict(project, analysis):
    rows = divergence_figure(project, analysis).rows
    assert [row.place for row in rows] == list(range(1, 11))
    representatives = rows[2]
    assert (representatives.gap, representatives.verdict, representatives.contradicted) == (6, Verdict.BLIND_SPOT, True)
    assert not rows[0].contradicted


def test_the_description_says_the_finding_first(project, analysis):
    sentence = english(divergence_figure(project, analysis).head.description)
    assert sentence.startswith("Customers rank higher than we do: Low friction, Company representatives")
    assert "contradict 6 of our 10 places" in sentence


def test_without_contradiction_without_own_view_and_without_ranges_the_description_says_so(project):
    same = study_analysis(project, internal=tuple(float(place) for place in range(1, 11)))
    assert "contradict none" in english(divergence_figure(project, same).head.description)
    alone = study_analysis(project, internal=(None,) * 10)
    assert "no view of our own" in english(divergence_figure(project, alone).head.description)
    few = study_analysis(project, n=8, spread=None)
    assert "Too few answers" in english(divergence_figure(project, few).head.description)


def test_divergence_of_one_cohort_names_it_and_its_own_n(project, analysis):
    figure = divergence_figure(project, analysis, "gen_x")
    assert english(figure.head.source[2]) == "Gen X: n = 138"
    assert figure.rows[0].name == "Company representatives"


@pytest.mark.parametrize("hidden", ["silent", "nobody"])
def test_a_hidden_or_unknown_cohort_has_no_divergence_chart(project, analysis, hidden):
    assert divergence_figure(project, analysis, hidden) is None


def test_the_heat_map_withholds_hidden_cohorts_and_the_places_of_thin_ones(project):
    analysis = study_analysis(project, cohorts=(("a", "A", 120), ("b", "B", 40), ("c", "C", 12), ("d", "D", 6)))
    enough, direction, few, hidden = generations_figure(project, analysis).columns
    assert enough.places[0] == 1
    assert (direction.n, direction.status, direction.places[1]) == (40, BaseStatus.DIRECTION, 1)
    assert (few.n, set(few.places)) == (12, {None})
    assert (hidden.n, hidden.status, set(hidden.places)) == (None, BaseStatus.HIDDEN, {None})


def test_the_heat_map_marks_the_rows_on_which_cohorts_differ(project, analysis):
    figure = generations_figure(project, analysis)
    assert [place for place, differs in enumerate(figure.differs) if differs] == [0, 2]
    assert "Customer service, Company representatives" in english(figure.head.description)


def test_bases_hide_small_cohorts_and_stand_against_the_studys_own_threshold(analysis):
    project = study_project(privacy_threshold=20)
    figure = bases_figure(project, analysis)
    assert [line.n for line in figure.lines] == [20, 30, 97]
    assert figure.bars[-1].n is None
    assert english(figure.head.description).startswith("Enough answers in 2 of 5 groups. Hidden")


def test_self_assessment_shows_every_colleagues_score_and_the_total(project, analysis):
    figure = self_assessment_figure(project, analysis)
    assert len(figure.rows) == 10
    assert all(len(row.scores) == 8 for row in figure.rows)
    assert figure.best_total == 50
    assert "n = 8" in [english(part) for part in figure.head.source]


def test_a_chart_of_weighted_answers_says_so():
    study = study_of(responses(shuffled_ranks(200, 6, 0.4, 1), birth_year=[1970] * 120 + [1990] * 80))
    weighted = with_study(
        study, replace(study.study, weights=(WeightMargin("generation", (("gen_x", 1), ("millennial", 1))),))
    )
    for project, said in ((study, "n = 200"), (weighted, "n = 200, weighted")):
        for figure in figures_of(project, analyse(project)):
            source = [english(part) for part in figure.head.source]
            assert said in source or figure.head.key == "bases"
