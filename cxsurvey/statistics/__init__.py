"""The statistics: arrays in, frozen results out; no survey, no file, no window. `arrays` says how data look."""

from cxsurvey.statistics.agreement import (
    Concordance,
    average_overlap,
    kendall_w,
    overlap_at_k,
    pairs_in_same_order,
    rbo,
    spearman,
    tau_b,
    tau_chance,
    tau_x,
)
from cxsurvey.statistics.answered import AnsweredMoments, answered_moments
from cxsurvey.statistics.arrays import BoolArray, FloatArray, IntArray
from cxsurvey.statistics.best_worst import (
    BestWorstCounts,
    BestWorstLogit,
    best_worst_closed_form,
    best_worst_counts,
    best_worst_logit,
)
from cxsurvey.statistics.chance import DEFAULT_SEED, generator
from cxsurvey.statistics.cohort_differences import CohortDifferences, cohort_differences, welch_reach
from cxsurvey.statistics.cohort_labels import CohortCodes, cohort_codes
from cxsurvey.statistics.cohort_tests import (
    CohortPair,
    CohortTest,
    cohort_pairs,
    cohort_q,
    cohort_q_permutation,
)
from cxsurvey.statistics.formats import Allocations, allocation_scores, guided_sort_ranks
from cxsurvey.statistics.importance import DerivedImportance, lmg, relative_weights
from cxsurvey.statistics.kruskal import PillarTests, cohort_kruskal, kruskal_by_column
from cxsurvey.statistics.mean_differences import MeanDifference, MeanEstimate, welch
from cxsurvey.statistics.multiple import benjamini_hochberg, holm
from cxsurvey.statistics.orders import (
    Borda,
    Kemeny,
    borda,
    has_majority_cycle,
    kemeny,
    kemeny_of_wins,
    pairwise_wins,
    positions,
)
from cxsurvey.statistics.panel import GroupDifference, PanelViews, group_difference, panel_views
from cxsurvey.statistics.plackett_luce import PlackettLuce, plackett_luce
from cxsurvey.statistics.precision import (
    Interval,
    design_effect,
    effective_n,
    mean_interval,
    share_margin,
    wilson_interval,
)
from cxsurvey.statistics.quadrants import Quadrants, quadrants
from cxsurvey.statistics.rank_sets import RankSets, rank_sets
from cxsurvey.statistics.rank_tables import RankTable
from cxsurvey.statistics.samples import (
    cohort_power,
    cohort_sample,
    cohort_share_sample,
    completes_for_weighting,
    expected_invitations,
    gap_power,
    gap_sample,
    invitations,
    mean_rank_sample,
    required_sample,
    simultaneous_sample,
    thompson_sample,
)
from cxsurvey.statistics.scores import (
    Moments,
    fill_unranked,
    mid_ranks,
    rank_table,
    ranking_scores,
    rating_ranks,
    rating_scores,
    score_moments,
    score_to_rank,
    top_k_shares,
    truncate_ranks,
)
from cxsurvey.statistics.stability import top_k_stability
from cxsurvey.statistics.steadying import SteadiedMeans, steadied_cohort_means, steady
from cxsurvey.statistics.suppression import Suppression, hidden_cohorts, hidden_shares
from cxsurvey.statistics.tallies import Tally, fill_places, tally
from cxsurvey.statistics.weighted_tallies import WeightedTally
from cxsurvey.statistics.weighting import RakedWeights, rake

__all__ = [
    "DEFAULT_SEED",
    "Allocations",
    "AnsweredMoments",
    "BestWorstCounts",
    "BestWorstLogit",
    "BoolArray",
    "Borda",
    "CohortCodes",
    "CohortDifferences",
    "CohortPair",
    "CohortTest",
    "Concordance",
    "DerivedImportance",
    "FloatArray",
    "GroupDifference",
    "IntArray",
    "Interval",
    "Kemeny",
    "MeanDifference",
    "MeanEstimate",
    "Moments",
    "PanelViews",
    "PillarTests",
    "PlackettLuce",
    "Quadrants",
    "RakedWeights",
    "RankSets",
    "RankTable",
    "SteadiedMeans",
    "Suppression",
    "Tally",
    "WeightedTally",
    "allocation_scores",
    "answered_moments",
    "average_overlap",
    "benjamini_hochberg",
    "best_worst_closed_form",
    "best_worst_counts",
    "best_worst_logit",
    "borda",
    "cohort_codes",
    "cohort_differences",
    "cohort_kruskal",
    "cohort_pairs",
    "cohort_power",
    "cohort_q",
    "cohort_q_permutation",
    "cohort_sample",
    "cohort_share_sample",
    "completes_for_weighting",
    "design_effect",
    "effective_n",
    "expected_invitations",
    "fill_places",
    "fill_unranked",
    "gap_power",
    "gap_sample",
    "generator",
    "group_difference",
    "guided_sort_ranks",
    "has_majority_cycle",
    "hidden_cohorts",
    "hidden_shares",
    "holm",
    "invitations",
    "kemeny",
    "kemeny_of_wins",
    "kendall_w",
    "kruskal_by_column",
    "lmg",
    "mean_interval",
    "mean_rank_sample",
    "mid_ranks",
    "overlap_at_k",
    "pairs_in_same_order",
    "pairwise_wins",
    "panel_views",
    "plackett_luce",
    "positions",
    "quadrants",
    "rake",
    "rank_sets",
    "rank_table",
    "ranking_scores",
    "rating_ranks",
    "rating_scores",
    "rbo",
    "relative_weights",
    "required_sample",
    "score_moments",
    "score_to_rank",
    "share_margin",
    "simultaneous_sample",
    "spearman",
    "steadied_cohort_means",
    "steady",
    "tally",
    "tau_b",
    "tau_chance",
    "tau_x",
    "thompson_sample",
    "top_k_shares",
    "top_k_stability",
    "truncate_ranks",
    "welch",
    "welch_reach",
    "wilson_interval",
]
