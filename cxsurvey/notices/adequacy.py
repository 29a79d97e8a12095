"""Is the sample enough: the sentences."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class AdequacyNotice(StrEnum):
    NO_ANSWERS = "adequacy_no_answers"
    ADEQUATE_OVERALL = "adequacy_adequate_overall"
    ADEQUATE_GENERATIONS = "adequacy_adequate_generations"
    CAREFUL_PRECISION = "adequacy_careful_precision"
    CAREFUL_ORDER = "adequacy_careful_order"
    CAREFUL_QUALITY = "adequacy_careful_quality"
    CAREFUL_COHORTS = "adequacy_careful_cohorts"
    CAREFUL_COMPARISON = "adequacy_careful_comparison"
    CAREFUL_REPRESENTATIVENESS = "adequacy_careful_representativeness"
    NOT_PRECISION = "adequacy_not_precision"
    NOT_ORDER = "adequacy_not_order"
    NOT_QUALITY = "adequacy_not_quality"
    NOT_COHORTS = "adequacy_not_cohorts"
    NOT_COMPARISON = "adequacy_not_comparison"
    PRECISION = "adequacy_precision"
    PRECISION_OTHER = "adequacy_precision_other"
    EVERYONE = "adequacy_everyone"
    NEEDED = "adequacy_needed"
    NEEDED_REACHED = "adequacy_needed_reached"
    FEW_HUNDRED = "adequacy_few_hundred"
    STABILITY = "adequacy_stability"
    STABILITY_ONE = "adequacy_stability_one"
    OPEN_LINK = "adequacy_open_link"
    RECRUITMENT_UNKNOWN = "adequacy_recruitment_unknown"
    RANDOM_INVITES = "adequacy_random_invites"
    RANDOM_INVITES_UNCOUNTED = "adequacy_random_invites_uncounted"
    POPULATION_TOO_SMALL = "adequacy_population_too_small"
    COHORT_ENOUGH = "adequacy_cohort_enough"
    COHORT_DIRECTION = "adequacy_cohort_direction"
    COHORT_NO_RANKING = "adequacy_cohort_no_ranking"
    COHORT_HIDDEN = "adequacy_cohort_hidden"
    COHORT_MERGED = "adequacy_cohort_merged"
    COHORT_UNKNOWN = "adequacy_cohort_unknown"
    LEFT_OUT = "adequacy_left_out"
    FLAGGED = "adequacy_flagged"
    PLAN_NEEDED = "adequacy_plan_needed"
    PLAN_COHORTS = "adequacy_plan_cohorts"
    PLAN_INVITATIONS = "adequacy_plan_invitations"
    PLAN_TOO_MANY = "adequacy_plan_too_many"


WORDS: dict[AdequacyNotice, str] = {
    AdequacyNotice.NO_ANSWERS: QT_TRANSLATE_NOOP(
        "Notices", "There are no usable answers yet. Import a response file first."
    ),
    AdequacyNotice.ADEQUATE_OVERALL: QT_TRANSLATE_NOOP(
        "Notices", "Your {n:,} answers are adequate for saying what matters to customers overall."
    ),
    AdequacyNotice.ADEQUATE_GENERATIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers are adequate for saying what matters to customers, and how the groups differ.",
    ),
    AdequacyNotice.CAREFUL_PRECISION: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers can be used with care: shares are only accurate to about ±{margin:.1f} points.",
    ),
    AdequacyNotice.CAREFUL_ORDER: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers can be used with care: a repeat of the survey would give the same top {top} with "
        "a chance of only about {stability} %.",
    ),
    AdequacyNotice.CAREFUL_QUALITY: QT_TRANSLATE_NOOP(
        "Notices", "Your {n:,} answers can be used with care: many of them look careless."
    ),
    AdequacyNotice.CAREFUL_COHORTS: QT_TRANSLATE_NOOP(
        "Notices", "Your {n:,} answers can be used with care: some groups are too small to look at."
    ),
    AdequacyNotice.CAREFUL_COMPARISON: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers can be used with care: the groups are too small to see a difference of {gap:g} "
        "place(s) reliably.",
    ),
    AdequacyNotice.CAREFUL_REPRESENTATIVENESS: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers can be used with care: nobody knows whether those who answered stand for all "
        "customers.",
    ),
    AdequacyNotice.NOT_PRECISION: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers are not enough yet for a safe decision: shares are only accurate to about "
        "±{margin:.1f} points.",
    ),
    AdequacyNotice.NOT_ORDER: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers are not enough yet for a safe decision: a repeat of the survey would give the "
        "same top {top} with a chance of only about {stability} %.",
    ),
    AdequacyNotice.NOT_QUALITY: QT_TRANSLATE_NOOP(
        "Notices", "Your {n:,} answers are not enough yet for a safe decision: many of them look careless."
    ),
    AdequacyNotice.NOT_COHORTS: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers are not enough yet for a safe decision: some groups are too small to look at.",
    ),
    AdequacyNotice.NOT_COMPARISON: QT_TRANSLATE_NOOP(
        "Notices",
        "Your {n:,} answers are not enough yet for a safe decision: the groups are too small to see a "
        "difference of {gap:g} place(s) reliably.",
    ),
    AdequacyNotice.PRECISION: QT_TRANSLATE_NOOP(
        "Notices",
        "You have {n:,} usable answers. If they behave like a random draw of your customers, a share such as "
        "“60 % put it in their top {top}” is accurate to about ±{margin:.1f} points, 19 times out of 20.",
    ),
    AdequacyNotice.PRECISION_OTHER: QT_TRANSLATE_NOOP(
        "Notices",
        "You have {n:,} usable answers. If they behave like a random draw of your customers, a share such as "
        "“60 % put it in their top {top}” is accurate to about ±{margin:.1f} points at {confidence:g} % "
        "confidence.",
    ),
    AdequacyNotice.EVERYONE: QT_TRANSLATE_NOOP(
        "Notices", "You have {n:,} usable answers, and that is everyone: the shares have no sampling error."
    ),
    AdequacyNotice.NEEDED: QT_TRANSLATE_NOOP(
        "Notices", "±{target:g} points take {needed:,} answers; about {missing:,} more are needed."
    ),
    AdequacyNotice.NEEDED_REACHED: QT_TRANSLATE_NOOP(
        "Notices", "±{target:g} points take {needed:,} answers, and you have them."
    ),
    AdequacyNotice.FEW_HUNDRED: QT_TRANSLATE_NOOP(
        "Notices",
        "“A few hundred answers” means about 385 for ±5 points with a large customer base, 278 if you only "
        "have 1,000 customers, 97 for a rough ±10.",
    ),
    AdequacyNotice.STABILITY: QT_TRANSLATE_NOOP(
        "Notices",
        "If you repeated the survey, there is about a {stability} % chance that the same {top} pillars come"
        " out on top.",
    ),
    AdequacyNotice.STABILITY_ONE: QT_TRANSLATE_NOOP(
        "Notices",
        "If you repeated the survey, there is about a {stability} % chance that the same pillar comes out "
        "on top.",
    ),
    AdequacyNotice.OPEN_LINK: QT_TRANSLATE_NOOP(
        "Notices",
        "Answers came from people who chose to reply through an open link. The figures describe them; "
        "whether they describe all customers cannot be calculated from the answers.",
    ),
    AdequacyNotice.RECRUITMENT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices",
        "It is not said how people were invited. The figures describe those who answered; whether they "
        "describe all customers cannot be calculated from the answers.",
    ),
    AdequacyNotice.RANDOM_INVITES: QT_TRANSLATE_NOOP(
        "Notices",
        "People were drawn at random from the customer list. {invited:,} were invited and {n:,} answered "
        "({rate:.0f} %); the figures assume that those who did not reply would have answered alike.",
    ),
    AdequacyNotice.RANDOM_INVITES_UNCOUNTED: QT_TRANSLATE_NOOP(
        "Notices",
        "People were drawn at random from the customer list. The figures assume that those who did not "
        "reply would have answered alike.",
    ),
    AdequacyNotice.POPULATION_TOO_SMALL: QT_TRANSLATE_NOOP(
        "Notices",
        "You gave {population:,} customers but have {n:,} answers. Correct the number of customers; until then "
        "the customer base counts as large.",
    ),
    AdequacyNotice.COHORT_ENOUGH: QT_TRANSLATE_NOOP(
        "Notices", "{cohort}: {n:,} answers. Enough to report on its own."
    ),
    AdequacyNotice.COHORT_DIRECTION: QT_TRANSLATE_NOOP(
        "Notices",
        "{cohort}: {n:,} answers. Enough to see a direction, not to rank all pillars; about {missing:,} more "
        "would do.",
    ),
    AdequacyNotice.COHORT_NO_RANKING: QT_TRANSLATE_NOOP(
        "Notices", "{cohort}: {n:,} answers. Too few for an order; about {missing:,} more are needed."
    ),
    AdequacyNotice.COHORT_HIDDEN: QT_TRANSLATE_NOOP(
        "Notices", "{cohort}: hidden, so that nobody in a small group can be recognised."
    ),
    AdequacyNotice.COHORT_MERGED: QT_TRANSLATE_NOOP(
        "Notices", "{cohort}: too few answers to show on their own, so they are counted in “{into}”."
    ),
    AdequacyNotice.COHORT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Notices", "{n:,} answers carry no usable age or group; they count overall only."
    ),
    AdequacyNotice.LEFT_OUT: QT_TRANSLATE_NOOP(
        "Notices", "{n:,} respondents ranked too little to be counted."
    ),
    AdequacyNotice.FLAGGED: QT_TRANSLATE_NOOP(
        "Notices",
        "{share:.0f} % of respondents look careless. They are counted; nothing was removed.",
    ),
    AdequacyNotice.PLAN_NEEDED: QT_TRANSLATE_NOOP(
        "Notices", "±{margin:g} points at {confidence:g} % confidence take {needed:,} answers."
    ),
    AdequacyNotice.PLAN_COHORTS: QT_TRANSLATE_NOOP(
        "Notices", "To compare {cohorts} groups, each needs {per_cohort} answers: {wanted} in all."
    ),
    AdequacyNotice.PLAN_INVITATIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "At a response rate of {rate:g} % invite {invitations:,} people: {expected:,} would do on average, "
        "{invitations:,} make it 90 % sure.",
    ),
    AdequacyNotice.PLAN_TOO_MANY: QT_TRANSLATE_NOOP(
        "Notices",
        "That is more than your {population:,} customers. Inviting all of them gives about {answers} answers "
        "and ±{reachable:.1f} points.",
    ),
}
