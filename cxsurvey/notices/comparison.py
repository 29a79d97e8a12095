"""Where customers and the company differ, and groups among themselves."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ComparisonNotice(StrEnum):
    NO_INTERNAL = "comparison_no_internal"
    DIFFER_BOTH = "comparison_differ_both"
    DIFFER_BLIND = "comparison_differ_blind"
    DIFFER_OVER = "comparison_differ_over"
    ALIGNED = "comparison_aligned"
    TOO_FEW = "comparison_too_few"
    BLIND_SPOT = "comparison_blind_spot"
    BLIND_SPOT_EXACT = "comparison_blind_spot_exact"
    OVER_RATED_EXACT = "comparison_over_rated_exact"
    OVER_RATED = "comparison_over_rated"
    PAIRS = "comparison_pairs"
    TOP_SETTLED = "comparison_top_settled"
    TOP_PARTLY = "comparison_top_partly"
    TOP_OPEN = "comparison_top_open"
    COHORTS_DIFFER = "comparison_cohorts_differ"
    COHORTS_DIFFER_OVERALL = "comparison_cohorts_differ_overall"
    COHORTS_ALIKE = "comparison_cohorts_alike"
    COHORTS_UNTESTED = "comparison_cohorts_untested"
    COHORT_PILLAR_NEGLIGIBLE = "comparison_cohort_pillar_negligible"
    COHORT_PILLAR_SMALL = "comparison_cohort_pillar_small"
    COHORT_PILLAR_MEDIUM = "comparison_cohort_pillar_medium"
    COHORT_PILLAR_LARGE = "comparison_cohort_pillar_large"
    COHORT_HIDDEN_LIST = "comparison_cohort_hidden_list"
    COHORT_AMBIGUOUS = "comparison_cohort_ambiguous"
    COHORT_UNKNOWN = "comparison_cohort_unknown"
    METHODS_AGREE = "comparison_methods_agree"
    METHODS_MOST = "comparison_methods_most"
    METHODS_SPLIT = "comparison_methods_split"
    BET_CLOSEST = "comparison_bet_closest"
    BET_CONSENSUS = "comparison_bet_consensus"
    BET_NOBODY_BETTER = "comparison_bet_nobody_better"
    BET_LEVELS = "comparison_bet_levels"
    BET_DIFFER = "comparison_bet_differ"
    BET_NO_DIFFERENCE = "comparison_bet_no_difference"
    COHORT_PAIRS = "comparison_cohort_pairs"
    COHORT_PAIRS_ALL = "comparison_cohort_pairs_all"
    COHORT_STEADIED = "comparison_cohort_steadied"
    COHORT_HIGHER = "comparison_cohort_higher"
    COHORT_LOWER = "comparison_cohort_lower"
    COHORT_SCORES_HIGHER = "comparison_cohort_scores_higher"
    COHORT_SCORES_LOWER = "comparison_cohort_scores_lower"
    W_NONE = "comparison_w_none"
    W_WEAK = "comparison_w_weak"
    W_MODERATE = "comparison_w_moderate"
    W_GOOD = "comparison_w_good"
    W_STRONG = "comparison_w_strong"


WORDS: dict[ComparisonNotice, str] = {
    ComparisonNotice.NO_INTERNAL: QT_TRANSLATE_NOOP(
        "Notices",
        "Customers put {first} first and {last} last. Collect your colleagues’ rankings to see where you "
        "differ.",
    ),
    ComparisonNotice.DIFFER_BOTH: QT_TRANSLATE_NOOP(
        "Notices", "Customers care more about {blind} than we believe, and less about {over}."
    ),
    ComparisonNotice.DIFFER_BLIND: QT_TRANSLATE_NOOP(
        "Notices", "Customers care more about {blind} than we believe."
    ),
    ComparisonNotice.DIFFER_OVER: QT_TRANSLATE_NOOP(
        "Notices", "Customers care less about {over} than we believe."
    ),
    ComparisonNotice.ALIGNED: QT_TRANSLATE_NOOP(
        "Notices", "Our ranking agrees with the customers’ within what {n} answers can show."
    ),
    ComparisonNotice.TOO_FEW: QT_TRANSLATE_NOOP(
        "Notices", "Too few answers ({n}) to contradict our ranking; that is not the same as agreement."
    ),
    ComparisonNotice.BLIND_SPOT: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: customers put it between place {low} and {high}, we put it {internal:g}. A blind spot.",
    ),
    ComparisonNotice.BLIND_SPOT_EXACT: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: customers put it in place {low}, we put it {internal:g}. A blind spot."
    ),
    ComparisonNotice.OVER_RATED_EXACT: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: customers put it in place {low}, we put it {internal:g}. Over-rated inside."
    ),
    ComparisonNotice.OVER_RATED: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: customers put it between place {low} and {high}, we put it {internal:g}. Over-rated "
        "inside.",
    ),
    ComparisonNotice.PAIRS: QT_TRANSLATE_NOOP(
        "Notices", "{agreeing} of {pairs} pairs of pillars stand in the same order with customers and with us."
    ),
    ComparisonNotice.TOP_SETTLED: QT_TRANSLATE_NOOP(
        "Notices", "Your top {top} is settled: {pillars}."
    ),
    ComparisonNotice.TOP_PARTLY: QT_TRANSLATE_NOOP(
        "Notices", "Surely in the top {top}: {sure}. The rest of it is open between {open}."
    ),
    ComparisonNotice.TOP_OPEN: QT_TRANSLATE_NOOP(
        "Notices", "The top {top} is open: {open} pillars may belong there."
    ),
    ComparisonNotice.COHORTS_DIFFER: QT_TRANSLATE_NOOP(
        "Notices", "The groups differ reliably, most on {pillar}: {highest} ranks it higher, {lowest} lower."
    ),
    ComparisonNotice.COHORTS_DIFFER_OVERALL: QT_TRANSLATE_NOOP(
        "Notices", "The groups differ reliably as a whole, but no single pillar stands out."
    ),
    ComparisonNotice.COHORTS_ALIKE: QT_TRANSLATE_NOOP(
        "Notices", "No reliable difference between the groups: {n} answers show none beyond chance."
    ),
    ComparisonNotice.COHORTS_UNTESTED: QT_TRANSLATE_NOOP(
        "Notices", "The groups cannot be compared: fewer than two have enough answers."
    ),
    ComparisonNotice.COHORT_PILLAR_NEGLIGIBLE: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {highest} ranks it higher than {lowest} (a negligible effect)."
    ),
    ComparisonNotice.COHORT_PILLAR_SMALL: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {highest} ranks it higher than {lowest} (a small effect)."
    ),
    ComparisonNotice.COHORT_PILLAR_MEDIUM: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {highest} ranks it higher than {lowest} (a medium effect)."
    ),
    ComparisonNotice.COHORT_PILLAR_LARGE: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {highest} ranks it higher than {lowest} (a large effect)."
    ),
    ComparisonNotice.COHORT_HIDDEN_LIST: QT_TRANSLATE_NOOP(
        "Notices", "Not shown on their own, so that nobody in a small group can be recognised: {cohorts}."
    ),
    ComparisonNotice.COHORT_AMBIGUOUS: QT_TRANSLATE_NOOP(
        "Notices", "{n} ages may belong to either of two generations; they count overall only."
    ),
    ComparisonNotice.COHORT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices", "{n} answers without a usable age or group count overall only."
    ),
    ComparisonNotice.METHODS_AGREE: QT_TRANSLATE_NOOP(
        "Notices", "All {methods} methods of putting the answers together put {first} first."
    ),
    ComparisonNotice.METHODS_MOST: QT_TRANSLATE_NOOP(
        "Notices", "{n} of {methods} methods of putting the answers together put {first} first."
    ),
    ComparisonNotice.METHODS_SPLIT: QT_TRANSLATE_NOOP(
        "Notices",
        "Which pillar comes first hangs on the method: no pillar is put first by more than {n} of {methods}.",
    ),
    ComparisonNotice.BET_CLOSEST: QT_TRANSLATE_NOOP(
        "Notices", "{names} came closest to the customers: {agreeing} of {pairs} pairs in the same order."
    ),
    ComparisonNotice.BET_CONSENSUS: QT_TRANSLATE_NOOP(
        "Notices", "{better} of {n} colleagues came closer than your common order did."
    ),
    ComparisonNotice.BET_NOBODY_BETTER: QT_TRANSLATE_NOOP(
        "Notices", "Nobody came closer than your common order did."
    ),
    ComparisonNotice.BET_LEVELS: QT_TRANSLATE_NOOP(
        "Notices",
        "Pairs in the customers’ order: leaders {leaders}, the front line {front_line}, of {pairs}.",
    ),
    ComparisonNotice.BET_DIFFER: QT_TRANSLATE_NOOP(
        "Notices", "Colleagues and customers differ beyond chance, as two groups of people, on: {pillars}."
    ),
    ComparisonNotice.BET_NO_DIFFERENCE: QT_TRANSLATE_NOOP(
        "Notices", "As two groups of people, colleagues and customers do not differ beyond chance on any pillar."
    ),
    ComparisonNotice.COHORT_PAIRS: QT_TRANSLATE_NOOP(
        "Notices", "Pairs of groups that differ reliably: {pairs}."
    ),
    ComparisonNotice.COHORT_PAIRS_ALL: QT_TRANSLATE_NOOP(
        "Notices", "Every two of the groups shown differ reliably from each other."
    ),
    ComparisonNotice.COHORT_STEADIED: QT_TRANSLATE_NOOP(
        "Notices",
        "Few answers swing widely: means of {cohorts} are also given steadied, drawn towards everyone’s.",
    ),
    ComparisonNotice.COHORT_HIGHER: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {places:.1f} places higher for {cohort} than for everyone else ({low:.1f} to {high:.1f})."
    ),
    ComparisonNotice.COHORT_LOWER: QT_TRANSLATE_NOOP(
        "Notices", "{pillar}: {places:.1f} places lower for {cohort} than for everyone else ({low:.1f} to {high:.1f})."
    ),
    ComparisonNotice.COHORT_SCORES_HIGHER: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: scores {places:.1f} higher with {cohort} than with everyone else ({low:.1f} to {high:.1f}).",
    ),
    ComparisonNotice.COHORT_SCORES_LOWER: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: scores {places:.1f} lower with {cohort} than with everyone else ({low:.1f} to {high:.1f}).",
    ),
    ComparisonNotice.W_NONE: QT_TRANSLATE_NOOP(
        "Notices", "Customers share almost no common order among themselves (Kendall’s W {w:.2f})."
    ),
    ComparisonNotice.W_WEAK: QT_TRANSLATE_NOOP(
        "Notices", "Customers share a weak common order among themselves (Kendall’s W {w:.2f})."
    ),
    ComparisonNotice.W_MODERATE: QT_TRANSLATE_NOOP(
        "Notices", "Customers share a moderate common order among themselves (Kendall’s W {w:.2f})."
    ),
    ComparisonNotice.W_GOOD: QT_TRANSLATE_NOOP(
        "Notices", "Customers share a good common order among themselves (Kendall’s W {w:.2f})."
    ),
    ComparisonNotice.W_STRONG: QT_TRANSLATE_NOOP(
        "Notices", "Customers share a strong common order among themselves (Kendall’s W {w:.2f})."
    ),
}
