"""The workbook: names of its sections, columns and rows, and how the figures were computed."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class WorkbookNotice(StrEnum):
    SUMMARY = "workbook_summary"
    ORDER = "workbook_order"
    COHORTS = "workbook_cohorts"
    SAMPLE = "workbook_sample"
    COLLEAGUES = "workbook_colleagues"
    PLAN = "workbook_plan"
    METHOD = "workbook_method"

    FOUND = "workbook_found"
    TRUST = "workbook_trust"
    LIGHTS = "workbook_lights"
    SHARES = "workbook_shares"
    SHARES_ONE = "workbook_shares_one"
    BASES = "workbook_bases"
    DIFFERENCES = "workbook_differences"
    FIGURES = "workbook_figures"

    PRECISION = "workbook_precision"
    ORDER_LIGHT = "workbook_order_light"
    COHORTS_LIGHT = "workbook_cohorts_light"
    COMPARISON_LIGHT = "workbook_comparison_light"
    REPRESENTATIVENESS = "workbook_representativeness"
    QUALITY = "workbook_quality"
    OVERALL = "workbook_overall"
    GREEN = "workbook_green"
    AMBER = "workbook_amber"
    RED = "workbook_red"

    SCORE = "workbook_score"
    MEAN_RANK = "workbook_mean_rank"
    RANGE_BETTER = "workbook_range_better"
    RANGE_WORSE = "workbook_range_worse"
    MARGIN_BELOW = "workbook_margin_below"
    MARGIN_ABOVE = "workbook_margin_above"
    SHARE = "workbook_share"
    SHARE_LOW = "workbook_share_low"
    SHARE_HIGH = "workbook_share_high"
    MISSING = "workbook_missing"
    H = "workbook_h"
    P = "workbook_p"
    P_ADJUSTED = "workbook_p_adjusted"
    EFFECT = "workbook_effect"
    DIFFERS = "workbook_differs"
    HIGHEST = "workbook_highest"
    LOWEST = "workbook_lowest"
    YES = "workbook_yes"
    NO = "workbook_no"
    BEST_RANK = "workbook_best_rank"
    WORST_RANK = "workbook_worst_rank"
    LOW_SCORE = "workbook_low_score"
    HIGH_SCORE = "workbook_high_score"
    RATING = "workbook_rating"
    OWNER = "workbook_owner"
    DEPARTMENTS = "workbook_departments"
    FIRST_STEP = "workbook_first_step"
    DUE = "workbook_due"
    MEASURE = "workbook_measure"
    REASON = "workbook_reason"
    USABLE = "workbook_usable"
    NEEDED = "workbook_needed"
    TARGET = "workbook_target"
    MARGIN = "workbook_margin"
    WORST_MARGIN = "workbook_worst_margin"
    STABILITY = "workbook_stability"
    POPULATION = "workbook_population"
    INVITED = "workbook_invited"
    NO_COHORT = "workbook_no_cohort"
    LEFT_OUT = "workbook_left_out"
    FLAGGED = "workbook_flagged"
    UNKNOWN = "workbook_unknown"
    TAU = "workbook_tau"
    PAIRS = "workbook_pairs"
    PAIRS_OF = "workbook_pairs_of"
    CUSTOMERS_W = "workbook_customers_w"
    COLLEAGUES_W = "workbook_colleagues_w"
    RANKINGS = "workbook_rankings"
    SCORINGS = "workbook_scorings"
    TOTAL = "workbook_total"
    Q = "workbook_q"
    DF = "workbook_df"
    LOCKED = "workbook_locked"
    NOT_LOCKED = "workbook_not_locked"

    NO_ANSWERS = "workbook_no_answers"
    NO_COHORTS = "workbook_no_cohorts"
    NO_RATINGS = "workbook_no_ratings"
    NO_SATISFACTION = "workbook_no_satisfaction"
    CORRELATION = "workbook_correlation"
    NO_ORDERS = "workbook_no_orders"
    NO_COLLEAGUES = "workbook_no_colleagues"
    NO_PLAN = "workbook_no_plan"
    HIDDEN_TOO = "workbook_hidden_too"

    M_ORDER = "workbook_m_order"
    M_ORDER_HOW = "workbook_m_order_how"
    M_RANGE = "workbook_m_range"
    M_RANGE_HOW = "workbook_m_range_how"
    M_VERDICT = "workbook_m_verdict"
    M_VERDICT_HOW = "workbook_m_verdict_how"
    M_TAU = "workbook_m_tau"
    M_TAU_HOW = "workbook_m_tau_how"
    M_W = "workbook_m_w"
    M_W_HOW = "workbook_m_w_how"
    M_CONSENSUS = "workbook_m_consensus"
    M_CONSENSUS_HOW = "workbook_m_consensus_how"
    M_MARGIN = "workbook_m_margin"
    M_MARGIN_HOW = "workbook_m_margin_how"
    M_STABILITY = "workbook_m_stability"
    M_STABILITY_HOW = "workbook_m_stability_how"
    M_COHORTS = "workbook_m_cohorts"
    M_COHORTS_HOW = "workbook_m_cohorts_how"
    M_THRESHOLDS = "workbook_m_thresholds"
    M_THRESHOLDS_HOW = "workbook_m_thresholds_how"
    M_SEED = "workbook_m_seed"
    M_VERSION = "workbook_m_version"


WORDS: dict[WorkbookNotice, str] = {
    # --- sheets
    WorkbookNotice.SUMMARY: QT_TRANSLATE_NOOP("Notices", "Summary"),
    WorkbookNotice.ORDER: QT_TRANSLATE_NOOP("Notices", "Customers’ order against ours"),
    WorkbookNotice.COHORTS: QT_TRANSLATE_NOOP("Notices", "Places by {grouping}"),
    WorkbookNotice.SAMPLE: QT_TRANSLATE_NOOP("Notices", "Is the sample enough?"),
    WorkbookNotice.COLLEAGUES: QT_TRANSLATE_NOOP("Notices", "How we see it ourselves"),
    WorkbookNotice.PLAN: QT_TRANSLATE_NOOP("Notices", "What we will act on"),
    WorkbookNotice.METHOD: QT_TRANSLATE_NOOP("Notices", "How the figures were computed"),
    # --- sections
    WorkbookNotice.FOUND: QT_TRANSLATE_NOOP("Notices", "What was found"),
    WorkbookNotice.TRUST: QT_TRANSLATE_NOOP("Notices", "How far it can be trusted"),
    WorkbookNotice.LIGHTS: QT_TRANSLATE_NOOP("Notices", "Lights"),
    WorkbookNotice.SHARES: QT_TRANSLATE_NOOP("Notices", "Share of customers who put the pillar in their top {top}"),
    WorkbookNotice.SHARES_ONE: QT_TRANSLATE_NOOP("Notices", "Share of customers who put the pillar first"),
    WorkbookNotice.BASES: QT_TRANSLATE_NOOP("Notices", "Answers in each group"),
    WorkbookNotice.DIFFERENCES: QT_TRANSLATE_NOOP("Notices", "On which pillars the groups differ"),
    WorkbookNotice.FIGURES: QT_TRANSLATE_NOOP("Notices", "Figures"),
    # --- lights
    WorkbookNotice.PRECISION: QT_TRANSLATE_NOOP("Notices", "Precision of shares"),
    WorkbookNotice.ORDER_LIGHT: QT_TRANSLATE_NOOP("Notices", "Stability of the top"),
    WorkbookNotice.COHORTS_LIGHT: QT_TRANSLATE_NOOP("Notices", "Size of the groups"),
    WorkbookNotice.COMPARISON_LIGHT: QT_TRANSLATE_NOOP("Notices", "Comparison of the groups"),
    WorkbookNotice.REPRESENTATIVENESS: QT_TRANSLATE_NOOP("Notices", "How people were invited"),
    WorkbookNotice.QUALITY: QT_TRANSLATE_NOOP("Notices", "Quality of the answers"),
    WorkbookNotice.OVERALL: QT_TRANSLATE_NOOP("Notices", "Overall"),
    WorkbookNotice.GREEN: QT_TRANSLATE_NOOP("Notices", "Adequate"),
    WorkbookNotice.AMBER: QT_TRANSLATE_NOOP("Notices", "With care"),
    WorkbookNotice.RED: QT_TRANSLATE_NOOP("Notices", "Not enough"),
    # --- columns and rows
    WorkbookNotice.SCORE: QT_TRANSLATE_NOOP("Notices", "Priority score (0-100)"),
    WorkbookNotice.MEAN_RANK: QT_TRANSLATE_NOOP("Notices", "Mean rank"),
    WorkbookNotice.RANGE_BETTER: QT_TRANSLATE_NOOP("Notices", "Range, places better"),
    WorkbookNotice.RANGE_WORSE: QT_TRANSLATE_NOOP("Notices", "Range, places worse"),
    WorkbookNotice.MARGIN_BELOW: QT_TRANSLATE_NOOP("Notices", "Margin below"),
    WorkbookNotice.MARGIN_ABOVE: QT_TRANSLATE_NOOP("Notices", "Margin above"),
    WorkbookNotice.SHARE: QT_TRANSLATE_NOOP("Notices", "Share"),
    WorkbookNotice.SHARE_LOW: QT_TRANSLATE_NOOP("Notices", "Lower end (95 %)"),
    WorkbookNotice.SHARE_HIGH: QT_TRANSLATE_NOOP("Notices", "Upper end (95 %)"),
    WorkbookNotice.MISSING: QT_TRANSLATE_NOOP("Notices", "More answers needed"),
    WorkbookNotice.H: QT_TRANSLATE_NOOP("Notices", "Kruskal-Wallis H"),
    WorkbookNotice.P: QT_TRANSLATE_NOOP("Notices", "p"),
    WorkbookNotice.P_ADJUSTED: QT_TRANSLATE_NOOP("Notices", "p (Holm)"),
    WorkbookNotice.EFFECT: QT_TRANSLATE_NOOP("Notices", "Effect (epsilon²)"),
    WorkbookNotice.DIFFERS: QT_TRANSLATE_NOOP("Notices", "Reliable difference"),
    WorkbookNotice.HIGHEST: QT_TRANSLATE_NOOP("Notices", "Ranks it highest"),
    WorkbookNotice.LOWEST: QT_TRANSLATE_NOOP("Notices", "Ranks it lowest"),
    WorkbookNotice.YES: QT_TRANSLATE_NOOP("Notices", "yes"),
    WorkbookNotice.NO: QT_TRANSLATE_NOOP("Notices", "no"),
    WorkbookNotice.BEST_RANK: QT_TRANSLATE_NOOP("Notices", "Best rank given"),
    WorkbookNotice.WORST_RANK: QT_TRANSLATE_NOOP("Notices", "Worst rank given"),
    WorkbookNotice.LOW_SCORE: QT_TRANSLATE_NOOP("Notices", "Lowest score"),
    WorkbookNotice.HIGH_SCORE: QT_TRANSLATE_NOOP("Notices", "Highest score"),
    WorkbookNotice.RATING: QT_TRANSLATE_NOOP("Notices", "Rating today (1-5)"),
    WorkbookNotice.OWNER: QT_TRANSLATE_NOOP("Notices", "Owner"),
    WorkbookNotice.DEPARTMENTS: QT_TRANSLATE_NOOP("Notices", "Departments"),
    WorkbookNotice.FIRST_STEP: QT_TRANSLATE_NOOP("Notices", "First step"),
    WorkbookNotice.DUE: QT_TRANSLATE_NOOP("Notices", "Date"),
    WorkbookNotice.MEASURE: QT_TRANSLATE_NOOP("Notices", "How we will know"),
    WorkbookNotice.REASON: QT_TRANSLATE_NOOP("Notices", "Why this choice"),
    WorkbookNotice.USABLE: QT_TRANSLATE_NOOP("Notices", "Usable answers"),
    WorkbookNotice.NEEDED: QT_TRANSLATE_NOOP("Notices", "Answers for the target margin"),
    WorkbookNotice.TARGET: QT_TRANSLATE_NOOP("Notices", "Target margin"),
    WorkbookNotice.MARGIN: QT_TRANSLATE_NOOP("Notices", "Largest margin of a share above"),
    WorkbookNotice.WORST_MARGIN: QT_TRANSLATE_NOOP("Notices", "Margin of a 50 % share"),
    WorkbookNotice.STABILITY: QT_TRANSLATE_NOOP("Notices", "Chance that a repeat gives the same top {top}"),
    WorkbookNotice.POPULATION: QT_TRANSLATE_NOOP("Notices", "Customers in all"),
    WorkbookNotice.INVITED: QT_TRANSLATE_NOOP("Notices", "Invited"),
    WorkbookNotice.NO_COHORT: QT_TRANSLATE_NOOP("Notices", "Answers without a group"),
    WorkbookNotice.LEFT_OUT: QT_TRANSLATE_NOOP("Notices", "Respondents who answered too little"),
    WorkbookNotice.FLAGGED: QT_TRANSLATE_NOOP("Notices", "Share of respondents who look careless"),
    WorkbookNotice.UNKNOWN: QT_TRANSLATE_NOOP("Notices", "not given"),
    WorkbookNotice.TAU: QT_TRANSLATE_NOOP("Notices", "Agreement of the two orders (tau_x, -1 to 1)"),
    WorkbookNotice.PAIRS: QT_TRANSLATE_NOOP("Notices", "Pairs of pillars in the same order"),
    WorkbookNotice.PAIRS_OF: QT_TRANSLATE_NOOP("Notices", "Pairs of pillars in all"),
    WorkbookNotice.CUSTOMERS_W: QT_TRANSLATE_NOOP("Notices", "Agreement among customers (Kendall’s W, 0 to 1)"),
    WorkbookNotice.COLLEAGUES_W: QT_TRANSLATE_NOOP("Notices", "Agreement among colleagues (Kendall’s W, 0 to 1)"),
    WorkbookNotice.RANKINGS: QT_TRANSLATE_NOOP("Notices", "Colleagues who ranked"),
    WorkbookNotice.SCORINGS: QT_TRANSLATE_NOOP("Notices", "Colleagues who scored every pillar"),
    WorkbookNotice.TOTAL: QT_TRANSLATE_NOOP("Notices", "Mean total of the self-assessment (of {best})"),
    WorkbookNotice.Q: QT_TRANSLATE_NOOP("Notices", "All pillars together: Q"),
    WorkbookNotice.DF: QT_TRANSLATE_NOOP("Notices", "Degrees of freedom"),
    WorkbookNotice.LOCKED: QT_TRANSLATE_NOOP("Notices", "View locked on"),
    WorkbookNotice.NOT_LOCKED: QT_TRANSLATE_NOOP("Notices", "not locked"),
    # --- said where there is nothing to show
    WorkbookNotice.NO_ANSWERS: QT_TRANSLATE_NOOP("Notices", "No usable answers yet: import a response file."),
    WorkbookNotice.NO_COHORTS: QT_TRANSLATE_NOOP("Notices", "The answers name no groups, so none can be compared."),
    WorkbookNotice.NO_SATISFACTION: QT_TRANSLATE_NOOP("Notices", "Customers were not asked how satisfied they are."),
    WorkbookNotice.CORRELATION: QT_TRANSLATE_NOOP("Notices", "Correlation"),
    WorkbookNotice.NO_RATINGS: QT_TRANSLATE_NOOP("Notices", "Customers were not asked how well you do."),
    WorkbookNotice.NO_ORDERS: QT_TRANSLATE_NOOP("Notices", "No group has enough answers for an order of its own."),
    WorkbookNotice.NO_COLLEAGUES: QT_TRANSLATE_NOOP("Notices", "No colleague has given a view yet."),
    WorkbookNotice.NO_PLAN: QT_TRANSLATE_NOOP("Notices", "No pillar has been chosen yet."),
    WorkbookNotice.HIDDEN_TOO: QT_TRANSLATE_NOOP(
        "Notices",
        "Fewer than {threshold} people, or hidden to protect a smaller group: no figure is given.",
    ),
    # --- method
    WorkbookNotice.M_ORDER: QT_TRANSLATE_NOOP("Notices", "Customers’ order"),
    WorkbookNotice.M_ORDER_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Mean priority score: 100 = always first, 0 = always last; what a person did not rank shares the "
        "places left over.",
    ),
    WorkbookNotice.M_RANGE: QT_TRANSLATE_NOOP("Notices", "Range of places"),
    WorkbookNotice.M_RANGE_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Simultaneous {confidence:g} % rank confidence sets (Mogstad, Romano, Shaikh and Wilhelm 2024), all"
        " pillars at once.",
    ),
    WorkbookNotice.M_VERDICT: QT_TRANSLATE_NOOP("Notices", "Blind spot, over-rated inside"),
    WorkbookNotice.M_VERDICT_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Our place lies outside the customers’ range: below it a blind spot, above it over-rated inside.",
    ),
    WorkbookNotice.M_TAU: QT_TRANSLATE_NOOP("Notices", "Agreement with customers"),
    WorkbookNotice.M_TAU_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "tau_x (Emond and Mason 2002), and pairs of pillars in the same order.",
    ),
    WorkbookNotice.M_W: QT_TRANSLATE_NOOP("Notices", "Agreement among people"),
    WorkbookNotice.M_W_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Kendall’s W corrected for ties; F test after Iman and Davenport (1980).",
    ),
    WorkbookNotice.M_CONSENSUS: QT_TRANSLATE_NOOP("Notices", "Our order"),
    WorkbookNotice.M_CONSENSUS_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Borda: mean rank of the colleagues’ full rankings, each counting alike.",
    ),
    WorkbookNotice.M_MARGIN: QT_TRANSLATE_NOOP("Notices", "Margins and answers needed"),
    WorkbookNotice.M_MARGIN_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Cochran’s formula with finite population; Wilson intervals for shares, at {confidence:g} % "
        "confidence.",
    ),
    WorkbookNotice.M_STABILITY: QT_TRANSLATE_NOOP("Notices", "Stability of the top"),
    WorkbookNotice.M_STABILITY_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Chance that a fresh sample of the same size gives the same top, from the normal distribution of "
        "the mean scores.",
    ),
    WorkbookNotice.M_COHORTS: QT_TRANSLATE_NOOP("Notices", "Groups"),
    WorkbookNotice.M_COHORTS_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "One test of all pillars first (Q, chi-square; by permutation where a group has fewer than 30); if "
        "it shows a difference, Kruskal-Wallis for each pillar with Holm’s correction.",
    ),
    WorkbookNotice.M_THRESHOLDS: QT_TRANSLATE_NOOP("Notices", "Thresholds"),
    WorkbookNotice.M_THRESHOLDS_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Groups under {threshold} answers are hidden; from {direction} a direction is shown, from {enough} "
        "an order is enough; target margin ±{target:g} points.",
    ),
    WorkbookNotice.M_SEED: QT_TRANSLATE_NOOP("Notices", "Seed of random draws"),
    WorkbookNotice.M_VERSION: QT_TRANSLATE_NOOP("Notices", "Made with"),
}
