"""Weights and careless answers: who counts, and how much."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class WeightingNotice(StrEnum):
    WEIGHTED = "weighting_weighted"
    ORDER_SAME = "weighting_order_same"
    ORDER_CHANGES = "weighting_order_changes"
    TRIMMED = "weighting_trimmed"
    UNKNOWN = "weighting_unknown"
    UNKNOWN_IN = "weighting_unknown_in"
    NOT_ALL_MET = "weighting_not_all_met"
    TOO_COSTLY = "weighting_too_costly"
    COMPARED_WEIGHTED = "weighting_compared"
    COMPARED_WITHOUT = "quality_compared"
    NO_GROUPING = "weighting_no_grouping"
    UNKNOWN_COHORT = "weighting_unknown_cohort"
    BAD_SHARES = "weighting_bad_shares"
    NO_TARGET = "weighting_no_target"
    NOBODY_IN = "weighting_nobody_in"
    ALL_WEIGHTLESS = "weighting_all_weightless"
    SET_ASIDE = "quality_set_aside"
    SET_ASIDE_STRICT = "quality_set_aside_strict"
    NOTHING_CHANGES = "quality_nothing_changes"
    PLACES_CHANGE = "quality_places_change"
    CONCLUSION_CHANGES = "quality_conclusion_changes"


WORDS: dict[WeightingNotice, str] = {
    WeightingNotice.WEIGHTED: QT_TRANSLATE_NOOP(
        "Notices",
        "Answers are weighted to the shares of all customers ({by}). That costs precision: {n} answers are worth "
        "{effective:.0f} unweighted ones (design effect {deff:.2f}).",
    ),
    WeightingNotice.ORDER_SAME: QT_TRANSLATE_NOOP("Notices", "The order is the same with and without weights."),
    WeightingNotice.ORDER_CHANGES: QT_TRANSLATE_NOOP(
        "Notices", "With weights {changed} pillar(s) stand in another place than without."
    ),
    WeightingNotice.TRIMMED: QT_TRANSLATE_NOOP(
        "Notices",
        "{n} very large or very small weights were cut to between 0.2 and 5; shares differ from their targets by up "
        "to {miss:.1f} %.",
    ),
    WeightingNotice.UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices", "{n} answers of no known group keep a weight of 1."
    ),
    WeightingNotice.UNKNOWN_IN: QT_TRANSLATE_NOOP(
        "Notices", "Of {n} answers the group is not known ({by}); only the other shares move their weight."
    ),
    WeightingNotice.NOT_ALL_MET: QT_TRANSLATE_NOOP(
        "Notices",
        "The answers cannot match all shares at once: a share differs from its target by up to {miss:.1f} %. Join "
        "small groups, or weigh by fewer.",
    ),
    WeightingNotice.TOO_COSTLY: QT_TRANSLATE_NOOP(
        "Notices",
        "The answers are so far from the make-up of your customers (design effect {deff:.2f}, above 2) that weighting "
        "is not advised: a few answers would speak for many. Invite more of the missing groups instead.",
    ),
    WeightingNotice.COMPARED_WEIGHTED: QT_TRANSLATE_NOOP(
        "Notices", "Answers are weighted: {n} are worth {effective:.0f} unweighted ones."
    ),
    WeightingNotice.COMPARED_WITHOUT: QT_TRANSLATE_NOOP(
        "Notices", "{aside} answer(s) that look careless are set aside and not counted here."
    ),
    WeightingNotice.NO_GROUPING: QT_TRANSLATE_NOOP(
        "Notices", "The answers cannot be weighted by “{by}”: they hold no such group. The figures are unweighted."
    ),
    WeightingNotice.UNKNOWN_COHORT: QT_TRANSLATE_NOOP(
        "Notices", "There is no group “{cohort}” to weight by; there are: {known}. The figures are unweighted."
    ),
    WeightingNotice.BAD_SHARES: QT_TRANSLATE_NOOP(
        "Notices",
        "The shares of customers must be numbers of 0 or more, not all 0, one for each group. The figures are "
        "unweighted.",
    ),
    WeightingNotice.NO_TARGET: QT_TRANSLATE_NOOP(
        "Notices",
        "Some answers belong to {cohort}, and no share of customers is given for it. Give one, or 0 if it is not to "
        "count. The figures are unweighted.",
    ),
    WeightingNotice.NOBODY_IN: QT_TRANSLATE_NOOP(
        "Notices",
        "Nobody among the answers belongs to {cohort}, so no weight can make up for it. Join it with a neighbour, or "
        "give 0. The figures are unweighted.",
    ),
    WeightingNotice.ALL_WEIGHTLESS: QT_TRANSLATE_NOOP(
        "Notices", "All answers belong to groups with a share of 0. The figures are unweighted."
    ),
    WeightingNotice.SET_ASIDE: QT_TRANSLATE_NOOP(
        "Notices",
        "{aside} answer(s) with two or more signs of carelessness are set aside and not counted; {n} respondent(s) "
        "show a sign ({share:.0f} %). Nothing was deleted.",
    ),
    WeightingNotice.SET_ASIDE_STRICT: QT_TRANSLATE_NOOP(
        "Notices",
        "{aside} answer(s) with any sign of carelessness are set aside and not counted ({share:.0f} % of respondents "
        "show one). Nothing was deleted.",
    ),
    WeightingNotice.NOTHING_CHANGES: QT_TRANSLATE_NOOP(
        "Notices", "The order is the same with and without the answers that look careless."
    ),
    WeightingNotice.PLACES_CHANGE: QT_TRANSLATE_NOOP(
        "Notices", "Without the answers that look careless some pillars change places, but the same {top} stay on top."
    ),
    WeightingNotice.CONCLUSION_CHANGES: QT_TRANSLATE_NOOP(
        "Notices",
        "The conclusion changes: without the answers that look careless other pillars are in the top {top}. Look at "
        "them before you decide.",
    ),
}
