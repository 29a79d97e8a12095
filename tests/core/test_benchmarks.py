"""The benchmarks are run by hand; here only that they can be: same made-up data for a seed, and every command."""

import numpy as np
import pytest

from benchmarks.__main__ import COMMANDS, main, parser
from benchmarks.levels import made_up_population
from benchmarks.material import BIRTH_YEARS, generated_project
from cxsurvey.analysis import analyse


def test_the_same_seed_makes_the_same_study():
    first, second, other = generated_project(500), generated_project(500), generated_project(500, seed=1)
    assert np.array_equal(first.responses.ranks, second.responses.ranks)
    assert not np.array_equal(first.responses.ranks, other.responses.ranks)


def test_a_made_up_study_is_complete_and_has_five_cohorts():
    project = generated_project(2_000)
    assert (np.sort(project.responses.ranks, axis=1) == 2 * np.arange(1, 11)).all()
    comparison = analyse(project, "generation").comparison
    assert comparison is not None
    assert comparison.cohorts is not None
    assert len(comparison.cohorts.groups) == len(BIRTH_YEARS)


def test_the_population_of_the_level_checks_is_seeded():
    assert np.array_equal(made_up_population(3)[:100], made_up_population(3)[:100])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command):
    assert parser().parse_args([command]).command == command


def test_a_small_run_prints_its_lines(capsys):
    main(["analysis", "--rows", "300", "--runs", "1", "--without-peers"])
    assert "complete analysis" in capsys.readouterr().out
