"""Do the methods keep what they promise? Samples from a made-up population whose truth is known.

Each line: the figure, its promise, and twice its own Monte-Carlo error.
"""

import argparse
import math

import numpy as np
from numpy.typing import NDArray

from benchmarks.material import N_PILLARS, SEED, twice_ranks
from cxsurvey.statistics import (
    RankTable,
    cohort_q,
    cohort_q_permutation,
    generator,
    kendall_w,
    rank_sets,
    ranking_scores,
    tally,
    top_k_stability,
)

POPULATION = 50_000
ALPHA = 0.05


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repetitions", type=int, default=1_000, help="samples for each figure (default 1000)")
    parser.add_argument("--seed", type=int, default=SEED)


def run(args: argparse.Namespace) -> None:
    population = made_up_population(args.seed)
    print(f"population of {POPULATION:,} rankings of {N_PILLARS} pillars; seed {args.seed}")
    _print_q(population, args.repetitions, args.seed)
    _print_w(args.repetitions, args.seed)
    _print_sets(population, args.repetitions, args.seed)
    _print_stability(population, args.repetitions, args.seed)


def made_up_population(seed: int = SEED) -> NDArray[np.int8]:
    """Twice-ranks of three kinds of customers in one population: no model that is fitted here is true of it."""
    rng = np.random.default_rng(seed)
    # Close ones among them, as in real studies; third and fourth are hard to tell apart.
    common = np.array([0.62, 0.55, 0.45, 0.36, 0.33, 0.25, 0.22, 0.12, 0.04, 0.0])
    kinds = rng.normal(scale=0.6, size=(3, N_PILLARS))
    worths = common + kinds - kinds.mean(axis=0)
    return twice_ranks(POPULATION, worths, rng.integers(0, 3, POPULATION), seed)


def _print_q(population: NDArray[np.int8], repetitions: int, seed: int) -> None:
    rng = generator(seed)
    print(f"Q, share of samples without any difference called different (promised {ALPHA:.0%} or less)")
    for sizes in ((10, 10, 10, 10), (30, 30, 30, 30), (40, 80, 120, 60), (5, 100, 100, 5)):
        cohorts = np.repeat(np.arange(len(sizes)), sizes)
        rejected = shuffled = 0
        some = max(1, repetitions // 5)
        for repetition in range(repetitions):
            scores = ranking_scores(RankTable(_sample(population, len(cohorts), rng)))
            rejected += cohort_q(scores, cohorts).p_value < ALPHA
            if repetition < some:
                shuffled += cohort_q_permutation(scores, cohorts, rng, permutations=199).p_value < ALPHA
        name = "/".join(str(size) for size in sizes)
        print(f"  cohorts of {name:<18} chi-square {_share(rejected, repetitions)}   permutation "
              f"{_share(shuffled, some)}")  # fmt: skip


def _print_w(repetitions: int, seed: int) -> None:
    rng = generator(seed + 1)
    print(f"Kendall's W, share of panels of pure chance called agreeing (promised {ALPHA:.0%})")
    for colleagues in (2, 3, 4, 5, 8, 12):
        by_f = by_chi_square = 0
        for _ in range(10 * repetitions):
            ranks = rng.permuted(np.tile(np.arange(1.0, N_PILLARS + 1), (colleagues, 1)), axis=1)
            found = kendall_w(ranks)
            by_f += found.p_value < ALPHA
            by_chi_square += found.chi_square_p_value < ALPHA
        n = 10 * repetitions
        print(f"  {colleagues:>2} colleagues             F {_share(by_f, n)}   chi-square {_share(by_chi_square, n)}")


def _print_sets(population: NDArray[np.int8], repetitions: int, seed: int) -> None:
    rng = generator(seed + 2)
    truth = tally(RankTable(population)).score_moments().mean
    place = 1 + (truth[:, None] < truth).sum(axis=1)
    print("rank sets, share of samples in which all ten hold the true place (promised 95% or more)")
    for n in (30, 50, 100, 200, 385, 1_000):
        held, width = 0, 0.0
        for _ in range(repetitions):
            moments = tally(RankTable(_sample(population, n, rng))).score_moments()
            sets = rank_sets(moments.mean, moments.covariance, draws=2_000, rng=rng)
            held += bool(((sets.low <= place) & (place <= sets.high)).all())
            width += float((sets.high - sets.low + 1).mean())
        print(f"  n = {n:<6} {_share(held, repetitions)}   mean width {width / repetitions:.1f} places")


def _print_stability(population: NDArray[np.int8], repetitions: int, seed: int) -> None:
    rng = generator(seed + 3)
    print("stability of the top 3, truth = share of pairs of samples with the same top 3")
    for n in (50, 100, 200, 385, 1_000):
        same, said = 0, 0.0
        for _ in range(repetitions):
            moments = tally(RankTable(_sample(population, n, rng))).score_moments()
            again = tally(RankTable(_sample(population, n, rng))).score_moments()
            same += _top(moments.mean) == _top(again.mean)
            said += top_k_stability(moments.mean, moments.covariance, 3, rng, draws=2_000)
        print(f"  n = {n:<6} truth {_share(same, repetitions)}   said on average {said / repetitions:.0%}")


def _sample(population: NDArray[np.int8], n: int, rng: np.random.Generator) -> NDArray[np.int8]:
    return np.asfortranarray(population[rng.integers(0, len(population), n)])


def _top(means: NDArray[np.float64]) -> set[int]:
    return set(np.argsort(-means, kind="stable")[:3].tolist())


def _share(count: int, n: int) -> str:
    share = count / n
    return f"{share:6.1%} +- {2 * math.sqrt(max(share * (1 - share), 1 / n) / n):.1%}"
