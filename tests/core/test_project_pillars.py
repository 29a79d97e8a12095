"""What becomes of colleagues' rankings when the pillars change."""

from dataclasses import replace

from cxsurvey.pillars import built_in_pillars, new_pillar, remove_pillar
from cxsurvey.project import with_pillars
from tests.core.studies import responses, study_of


def ranked():
    return study_of(responses([[1, 2, 3, 4]]), "bacd")


def ranking(project):
    return project.internal.colleagues[0].ranking


def test_a_new_pillar_stands_last_and_a_removed_one_leaves_the_rest_in_order():
    project = ranked()
    added = with_pillars(project, (*project.pillars, replace(new_pillar(project.pillars, "New"), key="e")))
    assert ranking(added) == ("b", "a", "c", "d", "e")
    assert ranking(with_pillars(project, remove_pillar(project.pillars, "a"))) == ("b", "c", "d")


def test_another_list_leaves_no_ranking_that_nobody_gave():
    assert ranking(with_pillars(ranked(), built_in_pillars())) == ()
