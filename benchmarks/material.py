"""Made-up studies of any size, the same ones on every machine."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cxsurvey.internal import Colleague, InternalView
from cxsurvey.pillars import Pillar, PillarText
from cxsurvey.project import Project, Study, new_project
from cxsurvey.responses import COMPLETE, Responses, Segment, frozen
from cxsurvey.study import WeightMargin
from cxsurvey.survey import Survey

N_PILLARS = 10
SEED = 20260101
BLOCK = 100_000
# The middle of five generations: Silent, Boomer, Gen X, Millennial, Gen Z.
BIRTH_YEARS = (1938, 1955, 1972, 1988, 2001)


def twice_ranks(
    n: int, worths: NDArray[np.float64], cohorts: NDArray[np.int64], seed: int = SEED
) -> NDArray[np.int8]:
    """Full rankings, (n, n_pillars), drawn from Plackett-Luce: worths (n_cohorts, n_pillars), kept as in Responses."""
    rng = np.random.default_rng(seed)
    table = np.empty((n, worths.shape[1]), np.int8, order="F")
    for start in range(0, n, BLOCK):
        own = cohorts[start : start + BLOCK]
        appeal = worths[own] + rng.gumbel(size=(len(own), worths.shape[1]))
        table[start : start + BLOCK] = 2 * ((-appeal).argsort(axis=1).argsort(axis=1) + 1)
    return table


def generated_project(rows: int, seed: int = SEED) -> Project:
    """A study of ten pillars, five generations that differ a little, and two colleagues' rankings."""
    rng = np.random.default_rng(seed)
    cohorts = rng.integers(0, len(BIRTH_YEARS), rows)
    common = np.linspace(1.2, 0.0, N_PILLARS)
    worths = common + rng.normal(scale=0.15, size=(len(BIRTH_YEARS), N_PILLARS))
    keys = tuple(f"pillar{number}" for number in range(1, N_PILLARS + 1))
    answers = frozen(
        Responses(
            keys,
            twice_ranks(rows, worths, cohorts, seed),
            np.zeros((rows, 0), np.int8),
            np.zeros((rows, 0), np.int8),
            np.array(BIRTH_YEARS, np.int16)[cohorts],
            np.zeros(rows, np.int16),
            np.full(rows, COMPLETE, np.int8),
            np.arange(2, rows + 2, dtype=np.int32),
            np.zeros(rows, np.int16),
        )
    )
    pillars = tuple(
        Pillar(key, f"P{number:02d}", (PillarText("en", f"Pillar {number}", f"We do {number}", f"How is {number}?"),))
        for number, key in enumerate(keys, 1)
    )
    survey = Survey(("en",), (("en", "Survey"),), (("en", ""),), ())
    project = new_project(Study("Benchmark", fielded_to="2026-01-01"), pillars, survey)
    colleagues = (Colleague("c1", "One", ranking=keys), Colleague("c2", "Two", ranking=keys[::-1]))
    return replace(project, responses=answers, internal=InternalView(colleagues))


def weighted_project(project: Project) -> Project:
    """The same study, its answers weighted by generation and by one more question."""
    answers = project.responses
    region = Segment("region", "Region", ("north", "south"), (np.arange(answers.n) % 3 // 2).astype(np.int16))
    keys = [band.key for band in project.generations.bands]
    generations = tuple(zip(keys, (0.3, 0.25, 0.2, 0.15, 0.1), strict=False))
    margins = WeightMargin("generation", generations), WeightMargin("region", (("north", 0.5), ("south", 0.5)))
    return replace(
        project, study=replace(project.study, weights=margins), responses=replace(answers, segments=(region,))
    )


def rated_project(project: Project, seed: int = SEED) -> Project:
    """The same study with everyone's ratings of how well each pillar does, 1 to 5, one in twenty left out."""
    rng = np.random.default_rng(seed)
    n = project.responses.n
    ratings = np.zeros((n, N_PILLARS), np.int8, order="F")
    for column in range(N_PILLARS):
        ratings[:, column] = rng.integers(1, 6, n, np.int8) * (rng.random(n, np.float32) > 0.05)
    return replace(project, responses=replace(project.responses, performance=ratings))
