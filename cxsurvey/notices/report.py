"""The printed report: headings, figure cards, the plan, and how everything was computed."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class ReportNotice(StrEnum):
    PAGE = "report_page"
    NO_ANSWERS = "report_no_answers"
    MADE_WITH = "report_made_with"

    CARD_ANSWERS = "report_card_answers"
    CARD_ANSWERS_INVITED = "report_card_answers_invited"
    CARD_ANSWERS_USABLE = "report_card_answers_usable"
    CARD_MARGIN = "report_card_margin"
    CARD_MARGIN_VALUE = "report_card_margin_value"
    CARD_MARGIN_MEANING = "report_card_margin_meaning"
    CARD_STABILITY = "report_card_stability"
    CARD_STABILITY_VALUE = "report_card_stability_value"
    CARD_STABILITY_MEANING = "report_card_stability_meaning"
    CARD_PAIRS = "report_card_pairs"
    CARD_PAIRS_VALUE = "report_card_pairs_value"
    CARD_PAIRS_MEANING = "report_card_pairs_meaning"
    SECTION_FOUND = "report_section_found"
    SECTION_GROUPS = "report_section_groups"
    SECTION_CARRIES = "report_section_carries"

    PLAN_TITLE = "report_plan_title"
    PLAN_REASON = "report_plan_reason"
    PLAN_PILLAR = "report_plan_pillar"
    PLAN_TODAY = "report_plan_today"
    PLAN_OWNER = "report_plan_owner"
    PLAN_DEPARTMENTS = "report_plan_departments"
    PLAN_STEP = "report_plan_step"
    PLAN_DUE = "report_plan_due"
    PLAN_MEASURE = "report_plan_measure"
    PLAN_RATING = "report_plan_rating"

    METHOD_TITLE = "report_method_title"
    METHOD_PLACES = "report_method_places"
    METHOD_RANKING = "report_method_ranking"
    METHOD_TOP = "report_method_top"
    METHOD_RATING = "report_method_rating"
    METHOD_SORT = "report_method_sort"
    METHOD_BEST_WORST = "report_method_best_worst"
    METHOD_LOGIT = "report_method_logit"
    METHOD_POINTS = "report_method_points"
    METHOD_LEFT_OUT = "report_method_left_out"
    METHOD_RANGES = "report_method_ranges"
    METHOD_RANGES_HOW = "report_method_ranges_how"
    METHOD_VERDICTS = "report_method_verdicts"
    METHOD_OURS = "report_method_ours"
    METHOD_OURS_HOW = "report_method_ours_how"
    METHOD_LOCKED = "report_method_locked"
    METHOD_AGREEMENT = "report_method_agreement"
    METHOD_PERFORMANCE = "report_method_performance"
    METHOD_PERFORMANCE_HOW = "report_method_performance_how"
    METHOD_LINES = "report_method_lines"
    METHOD_LINES_TARGET = "report_method_lines_target"
    METHOD_PERCEPTION = "report_method_perception"
    METHOD_SATISFACTION = "report_method_satisfaction"
    METHOD_DRIVERS_HOW = "report_method_drivers_how"
    METHOD_DRIVERS_CORRELATIONS = "report_method_drivers_correlations"
    METHOD_LOYALTY_HOW = "report_method_loyalty_how"
    METHOD_SAMPLE = "report_method_sample"
    METHOD_MARGIN = "report_method_margin"
    METHOD_MARGIN_FINITE = "report_method_margin_finite"
    METHOD_STABILITY = "report_method_stability"
    METHOD_GROUPS = "report_method_groups"
    METHOD_THRESHOLDS = "report_method_thresholds"
    METHOD_TESTS = "report_method_tests"
    METHOD_CHANCE = "report_method_chance"
    METHOD_SEED = "report_method_seed"


WORDS: dict[ReportNotice, str] = {
    ReportNotice.PAGE: QT_TRANSLATE_NOOP("Notices", "Page {page} of {pages}"),
    ReportNotice.NO_ANSWERS: QT_TRANSLATE_NOOP("Notices", "There are no customers\u2019 answers in this study yet."),
    ReportNotice.MADE_WITH: QT_TRANSLATE_NOOP("Notices", "Made with cxsurvey {version}."),
    # --- first page
    ReportNotice.CARD_ANSWERS: QT_TRANSLATE_NOOP("Notices", "Answers used"),
    ReportNotice.CARD_ANSWERS_INVITED: QT_TRANSLATE_NOOP("Notices", "of {invited} people invited"),
    ReportNotice.CARD_ANSWERS_USABLE: QT_TRANSLATE_NOOP("Notices", "customers with a usable order of priorities"),
    ReportNotice.CARD_MARGIN: QT_TRANSLATE_NOOP("Notices", "Margin"),
    ReportNotice.CARD_MARGIN_VALUE: QT_TRANSLATE_NOOP("Notices", "\u00b1 {points} points"),
    ReportNotice.CARD_MARGIN_MEANING: QT_TRANSLATE_NOOP(
        "Notices", "for the least certain share of a top {top}, {sure} % sure"
    ),
    ReportNotice.CARD_STABILITY: QT_TRANSLATE_NOOP("Notices", "Same top {top} if repeated"),
    ReportNotice.CARD_STABILITY_VALUE: QT_TRANSLATE_NOOP("Notices", "about {stability} %"),
    ReportNotice.CARD_STABILITY_MEANING: QT_TRANSLATE_NOOP("Notices", "chance that a new survey ends the same"),
    ReportNotice.CARD_PAIRS: QT_TRANSLATE_NOOP("Notices", "In the same order"),
    ReportNotice.CARD_PAIRS_VALUE: QT_TRANSLATE_NOOP("Notices", "{agreeing} of {pairs}"),
    ReportNotice.CARD_PAIRS_MEANING: QT_TRANSLATE_NOOP("Notices", "pairs of pillars, customers and company"),
    ReportNotice.SECTION_FOUND: QT_TRANSLATE_NOOP("Notices", "What customers say"),
    ReportNotice.SECTION_GROUPS: QT_TRANSLATE_NOOP("Notices", "How groups differ"),
    ReportNotice.SECTION_CARRIES: QT_TRANSLATE_NOOP("Notices", "How far the answers carry"),
    # --- plan
    ReportNotice.PLAN_TITLE: QT_TRANSLATE_NOOP("Notices", "What we will do"),
    ReportNotice.PLAN_REASON: QT_TRANSLATE_NOOP("Notices", "Why these pillars: {reason}"),
    ReportNotice.PLAN_PILLAR: QT_TRANSLATE_NOOP("Notices", "Pillar"),
    ReportNotice.PLAN_TODAY: QT_TRANSLATE_NOOP("Notices", "Today"),
    ReportNotice.PLAN_OWNER: QT_TRANSLATE_NOOP("Notices", "Owner"),
    ReportNotice.PLAN_DEPARTMENTS: QT_TRANSLATE_NOOP("Notices", "Departments"),
    ReportNotice.PLAN_STEP: QT_TRANSLATE_NOOP("Notices", "First step"),
    ReportNotice.PLAN_DUE: QT_TRANSLATE_NOOP("Notices", "Due"),
    ReportNotice.PLAN_MEASURE: QT_TRANSLATE_NOOP("Notices", "How we will know"),
    ReportNotice.PLAN_RATING: QT_TRANSLATE_NOOP("Notices", "{rating} of 5"),
    # --- method
    ReportNotice.METHOD_TITLE: QT_TRANSLATE_NOOP("Notices", "How this was computed"),
    ReportNotice.METHOD_PLACES: QT_TRANSLATE_NOOP("Notices", "Customers\u2019 places"),
    ReportNotice.METHOD_RANKING: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers ranked all pillars. Pillars are ordered by their mean rank, 1 = most important; "
        "pillars a customer tied share the mean of their ranks.",
    ),
    ReportNotice.METHOD_TOP: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers chose and ranked their top {depth}. Pillars a customer did not choose share the mean of "
        "the remaining ranks; pillars are ordered by their mean rank, 1 = most important.",
    ),
    ReportNotice.METHOD_RATING: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers rated the importance of each pillar. Each customer\u2019s ratings are turned into ranks, "
        "equal ratings sharing the mean rank; pillars are ordered by their mean rank, 1 = most important.",
    ),
    ReportNotice.METHOD_SORT: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers sorted the pillars from both ends: the most and the least important, then those next to them. "
        "Pillars of one step share the mean of their ranks, and so do those left in the middle; pillars are ordered by "
        "their mean rank, 1 = most important.",
    ),
    ReportNotice.METHOD_BEST_WORST: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers chose the most and the least important of a few pillars at a time (MaxDiff). A pillar’s score "
        "is 50 (1 + (most - least) / shown), the mean over customers; 50 = as often most as least important.",
    ),
    ReportNotice.METHOD_LOGIT: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers chose the most and the least important of a few pillars at a time (MaxDiff). Not all pillars "
        "stood beside the same others equally often, so the order is that of a sequential logit with errors clustered "
        "by customer, on a scale where 50 = as often most as least important.",
    ),
    ReportNotice.METHOD_POINTS: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} customers shared out 100 points among the pillars, which are ordered by their mean points. Points that do "
        "not add up to 100 are counted in proportion.",
    ),
    ReportNotice.METHOD_LEFT_OUT: QT_TRANSLATE_NOOP(
        "Notices", "Respondents without a usable answer to the priority question, left out: {left_out}."
    ),
    ReportNotice.METHOD_RANGES: QT_TRANSLATE_NOOP("Notices", "Ranges and verdicts"),
    ReportNotice.METHOD_RANGES_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "The range of a place holds for all pillars together with {sure} % confidence (simultaneous rank sets after "
        "Mogstad, Romano, Shaikh and Wilhelm). With fewer than 10 answers no range is given.",
    ),
    ReportNotice.METHOD_VERDICTS: QT_TRANSLATE_NOOP(
        "Notices",
        "Blind spot: customers\u2019 whole range lies above our place. Over-rated inside: it lies below. "
        "Aligned: our place lies within it, so the answers do not contradict us.",
    ),
    ReportNotice.METHOD_OURS: QT_TRANSLATE_NOOP("Notices", "Our own order"),
    ReportNotice.METHOD_OURS_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "The mean rank over the rankings of {n} colleagues (Borda); pillars with equal means share their places.",
    ),
    ReportNotice.METHOD_LOCKED: QT_TRANSLATE_NOOP("Notices", "This view was locked on {date} and not changed since."),
    ReportNotice.METHOD_AGREEMENT: QT_TRANSLATE_NOOP(
        "Notices", "Agreement of the two orders: tau_x = {tau} (Emond and Mason), from -1 reversed to 1 the same."
    ),
    ReportNotice.METHOD_PERFORMANCE: QT_TRANSLATE_NOOP("Notices", "How well we do"),
    ReportNotice.METHOD_PERFORMANCE_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Means of the customers who rated a pillar ({n} rated some), with Student\u2019s intervals ({sure} %). "
        "A pillar is placed where at least {certain} % of 10,000 draws of "
        "the means from their sampling error agree on its quadrant; with fewer than {fewest} answers it is not placed.",
    ),
    ReportNotice.METHOD_LINES: QT_TRANSLATE_NOOP("Notices", "The quadrants meet at the means of all pillars."),
    ReportNotice.METHOD_LINES_TARGET: QT_TRANSLATE_NOOP(
        "Notices", "The quadrants meet at the mean importance of all pillars and at a performance of {target:.1f}."
    ),
    ReportNotice.METHOD_PERCEPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Gap to our own score: Welch\u2019s t test, Holm\u2019s correction over pillars; fewer than {colleagues} "
        "colleagues count as a fixed number.",
    ),
    ReportNotice.METHOD_SATISFACTION: QT_TRANSLATE_NOOP("Notices", "Satisfaction and loyalty"),
    ReportNotice.METHOD_DRIVERS_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "What goes along with satisfaction: shares of R\u00b2, averaged over all orders of the pillars (LMG; "
        "Johnson\u2019s relative weights above twelve), of {n} complete answers; ranges from 2,000 resamples "
        "({sure} %). It shows what goes along, not what causes it.",
    ),
    ReportNotice.METHOD_DRIVERS_CORRELATIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "What goes along with satisfaction: Spearman\u2019s rank correlation of each pillar, of {n} complete answers; "
        "ranges from 2,000 resamples ({sure} %). It shows what goes along, not what causes it.",
    ),
    ReportNotice.METHOD_LOYALTY_HOW: QT_TRANSLATE_NOOP(
        "Notices",
        "Loyal is who stands above the middle of the scale both in satisfaction and in the impression of the brand "
        "({n} answered both); ranges are Wilson\u2019s ({sure} %).",
    ),
    ReportNotice.METHOD_SAMPLE: QT_TRANSLATE_NOOP("Notices", "Sample"),
    ReportNotice.METHOD_MARGIN: QT_TRANSLATE_NOOP(
        "Notices",
        "The margin is the largest half-width of the {sure} % intervals (Wilson) of the shares of customers who put "
        "a pillar in their top {top}. {needed} answers are needed for \u00b1 {target} points.",
    ),
    ReportNotice.METHOD_MARGIN_FINITE: QT_TRANSLATE_NOOP(
        "Notices", "The number of customers, {population}, is taken into account."
    ),
    ReportNotice.METHOD_STABILITY: QT_TRANSLATE_NOOP(
        "Notices",
        "The chance of the same top {top} allows for the sampling error of this survey and of the next one.",
    ),
    ReportNotice.METHOD_GROUPS: QT_TRANSLATE_NOOP("Notices", "Groups"),
    ReportNotice.METHOD_THRESHOLDS: QT_TRANSLATE_NOOP(
        "Notices",
        "A group with fewer than {hidden} answers is hidden, and another with it where the hidden one could be worked "
        "out. Below {direction} answers no order is given; below {enough} it shows a direction only.",
    ),
    ReportNotice.METHOD_TESTS: QT_TRANSLATE_NOOP(
        "Notices",
        "One test asks first whether the groups differ at all (Q over all pillars, p below {alpha}); only then each "
        "pillar is tested (Kruskal-Wallis, corrected after Holm).",
    ),
    ReportNotice.METHOD_CHANCE: QT_TRANSLATE_NOOP("Notices", "Chance"),
    ReportNotice.METHOD_SEED: QT_TRANSLATE_NOOP(
        "Notices", "All random draws start from the number {seed}: the same answers give the same report."
    ),
}
