"""The shipped sample study: invented, finished, and made by its script."""

from cxsurvey.analysis import analyse
from cxsurvey.storage.sample import open_sample, sample_path
from tools.make_sample import make_sample

from .studies import assert_same


def test_the_sample_says_everywhere_that_it_is_invented():
    study = open_sample().study
    assert study.invented
    assert "invented" in study.title
    assert "invented" in study.organisation


def test_the_sample_is_finished():
    project = open_sample()
    assert len(project.pillars) == 10
    assert 400 <= project.responses.n <= 500
    assert len(project.internal.colleagues) == 8
    assert {colleague.level for colleague in project.internal.colleagues} == {"leader", "front_line"}
    assert all(len(colleague.ranking) == len(colleague.scores) == 10 for colleague in project.internal.colleagues)
    assert project.internal.locked_on < project.study.fielded_from
    assert len(project.plan.actions) == 2
    assert {segment.key for segment in project.responses.segments} >= {"seg1", "seg2"}
    assert any(project.responses.comments)


def test_the_sample_has_a_story_to_tell():
    analysis = analyse(open_sample())
    verdicts = {pillar.key: str(pillar.verdict) for pillar in analysis.comparison.pillars}
    assert {key for key, verdict in verdicts.items() if verdict == "blind_spot"} == {"friction", "representatives"}
    assert {key for key, verdict in verdicts.items() if verdict == "over_rated"} == {"advertising", "reputation"}
    cohorts = analysis.comparison.cohorts
    assert cohorts.p_value < 0.001
    assert {group.key: group.shown for group in cohorts.groups}["silent"] is False


def test_the_sample_tells_what_satisfaction_hangs_on_and_who_is_loyal():
    analysis = analyse(open_sample())
    placed = {pillar.key: str(pillar.claim) for pillar in analysis.drivers.pillars if pillar.placed}
    assert placed["friction"] == "driver"
    assert placed["communications"] == "hidden_driver"
    loyalty = analysis.loyalty
    assert 0.3 < loyalty.loyal.share < 0.6
    assert {cohort.key: cohort.n is None for cohort in loyalty.cohorts}["silent"]


def test_the_sample_has_the_faults_that_real_answers_have():
    report = open_sample().imports[0].report
    assert report.read == report.complete + report.partial + report.empty + len(report.left_out)
    assert min(report.partial, report.empty, len(report.left_out), len(report.corrected)) > 0


def test_the_script_makes_the_same_answers_again(tmp_path):
    """Run ``python -m tools.make_sample`` where the form or the reading changed on purpose."""
    shipped, made = open_sample(), make_sample(tmp_path)
    assert_same(shipped.responses, made.responses)
    assert_same(shipped.internal, made.internal)
    assert_same(shipped.plan, made.plan)


def test_the_sample_is_small_enough_to_ship():
    assert sample_path().stat().st_size < 1_000_000


def test_two_studies_made_of_the_sample_are_two():
    assert open_sample().key != open_sample().key
