"""The complete analysis beside what an analyst would otherwise run: scipy.stats.bootstrap, scipy.stats.kruskal, choix.

A peer too slow for the whole data does a part of it, and its cost is multiplied in proportion: marked (e).
"""

import argparse
import os

import numpy as np
from numpy.typing import NDArray

from benchmarks.material import SEED, generated_project, rated_project, weighted_project
from benchmarks.measure import Cost, Work, in_turn, peak_megabytes
from cxsurvey.analysis import analyse
from cxsurvey.project import Project
from cxsurvey.statistics import RankTable, cohort_codes, generator, plackett_luce, rank_sets, tally

RESAMPLES = 1_000
DRAWS = 10_000
# How much of the peer's work is done and multiplied: cells of one resample, rankings given to choix.
MOST_CELLS = 20_000_000
MOST_FOR_ILSR, MOST_FOR_MM = 5_000, 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=10_000, help="respondents (default 10000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turn (default 5)")
    parser.add_argument("--without-peers", action="store_true", help="ours alone")


def run(args: argparse.Namespace) -> None:
    project = generated_project(args.rows)
    analyse(generated_project(1_000))  # loads what is loaded once
    works, scales = _ours(project), dict[str, float]()
    if not args.without_peers:
        peers, scales = _peers(project)
        works |= peers
    costs = in_turn(works, args.runs, scales)
    _print_head(args.rows, args.runs)
    _print_costs(costs, peers=not args.without_peers)
    for name, text in (("complete", ""), ("weighted", ", weighted"), ("rated", ", with ratings")):
        print(f"  {f'peak memory above the data{text}':<50}{peak_megabytes(works[name]):25.1f} MB")


def _ours(project: Project) -> dict[str, Work]:
    table = RankTable(project.responses.ranks)
    cohorts = cohort_codes(project.responses.birth_year, len(table)).codes.astype(np.int16)

    def order() -> None:
        moments = tally(table).score_moments()
        rank_sets(moments.mean, moments.covariance, draws=DRAWS, rng=generator())

    weighted, rated = weighted_project(project), rated_project(project)
    return {
        # Order, rank sets, gaps, five cohorts with all their tests, Plackett-Luce with robust errors, Kemeny.
        "complete": lambda: analyse(project, "generation"),
        "weighted": lambda: analyse(weighted, "generation"),
        "rated": lambda: analyse(rated, "generation"),
        "order": order,
        "worths": lambda: plackett_luce(table),
        "kruskal": lambda: tally(table, cohorts, int(cohorts.max()) + 1).kruskal(),
    }


def _peers(project: Project) -> tuple[dict[str, Work], dict[str, float]]:
    """The peers' work and what its cost must be multiplied by."""
    import choix
    from scipy import stats

    ranks = project.responses.ranks / 2.0
    n, k = ranks.shape
    cohorts = cohort_codes(project.responses.birth_year, n).codes
    groups = [ranks[cohorts == g] for g in range(int(cohorts.max()) + 1)]
    resamples = min(RESAMPLES, max(2, MOST_CELLS // (n * k)))
    rankings = [tuple(row) for row in np.argsort(ranks[:MOST_FOR_ILSR], axis=1).tolist()]

    def bootstrap(table: NDArray[np.float64]) -> None:
        stats.bootstrap(
            (table,), np.mean, n_resamples=resamples, axis=0, method="percentile", vectorized=True,
            batch=max(1, MOST_CELLS // (10 * table.size)), rng=np.random.default_rng(SEED),
        )

    few = rankings[:MOST_FOR_MM]
    works: dict[str, Work] = {
        "bootstrap": lambda: bootstrap(ranks),
        "cohort bootstrap": lambda: [bootstrap(group) for group in groups],
        "ilsr": lambda: choix.ilsr_rankings(k, rankings),
        "mm": lambda: choix.mm_rankings(k, few),
        "scipy kruskal": lambda: [stats.kruskal(*(group[:, j] for group in groups)) for j in range(k)],
    }
    times = RESAMPLES / resamples
    scales = {"bootstrap": times, "cohort bootstrap": times, "ilsr": n / len(rankings), "mm": n / len(few)}
    return works, scales


def _print_head(rows: int, runs: int) -> None:
    threads = os.environ.get("OMP_NUM_THREADS", "not set")
    print(f"{rows:,} respondents x 10 pillars, five cohorts; {runs} runs in turn; OMP_NUM_THREADS {threads}")
    print("  CPU seconds: median (quartiles); (e) = a part was measured and multiplied in proportion")


def _print_costs(costs: dict[str, Cost], peers: bool) -> None:
    _line("complete analysis", costs["complete"], None)
    _line("complete, weighted by two groupings", costs["weighted"], None)
    _line("complete, with ratings of performance", costs["rated"], None)
    print(f"  wall time of it, median{np.median(costs['complete'].wall):50.3f} s")
    if not peers:
        return
    overall, by_cohort = costs["bootstrap"], costs["bootstrap"] + costs["cohort bootstrap"]
    _line(f"complete / bootstrap x {RESAMPLES:,}, overall only, + ILSR", costs["complete"], overall + costs["ilsr"])
    _line("complete / bootstrap, also by cohort, + ILSR", costs["complete"], by_cohort + costs["ilsr"])
    _line("complete / bootstrap, also by cohort, + MM", costs["complete"], by_cohort + costs["mm"])
    _line("weighted / unweighted peers by cohort, + ILSR", costs["weighted"], by_cohort + costs["ilsr"])
    _line(f"order and rank sets, {DRAWS:,} draws / bootstrap", costs["order"], costs["bootstrap"])
    _line("Plackett-Luce, robust errors / ILSR, no errors", costs["worths"], costs["ilsr"])
    _line("Plackett-Luce, robust errors / MM, no errors", costs["worths"], costs["mm"])
    _line("Kruskal-Wallis of 10 pillars / scipy", costs["kruskal"], costs["scipy kruskal"])


def _line(name: str, ours: Cost, peer: Cost | None) -> None:
    text = f"  {name:<50}{_seconds(ours):>28}"
    if peer is not None:
        text += f"{_seconds(peer):>34}{peer.median / ours.median:>10,.0f} x"
    print(text)


def _seconds(cost: Cost) -> str:
    low, high = cost.quartiles
    mark = " (e)" if cost.extrapolated else ""
    return f"{cost.median:.4g} ({low:.4g}-{high:.4g}){mark}"
