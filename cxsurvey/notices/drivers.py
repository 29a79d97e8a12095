"""What goes along with satisfaction, and who is loyal."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class DriversNotice(StrEnum):
    TOO_FEW = "drivers_too_few"
    MOST = "drivers_most"
    NOTHING = "drivers_nothing"
    EXPLAINED = "drivers_explained"
    HIDDEN_DRIVER = "drivers_hidden"
    HYGIENE_CLAIM = "drivers_hygiene"
    NEGATIVE = "drivers_negative"
    RANK_CORRELATIONS = "drivers_rank_correlations"
    INCOMPLETE = "drivers_incomplete"
    EXPLORATORY = "drivers_exploratory"
    LOYAL = "loyalty_loyal"
    SATISFIED_ONLY = "loyalty_satisfied_only"
    LOYALTY_FEW = "loyalty_few"
    LOYALTY_NOT_SHOWN = "loyalty_not_shown"


WORDS: dict[DriversNotice, str] = {
    DriversNotice.TOO_FEW: QT_TRANSLATE_NOOP(
        "Notices",
        "Too few people ({n}) rated every pillar and told how satisfied they are to say what goes along with "
        "satisfaction; {needed} are needed.",
    ),
    DriversNotice.MOST: QT_TRANSLATE_NOOP("Notices", "Goes along with satisfaction most: {pillars}."),
    DriversNotice.NOTHING: QT_TRANSLATE_NOOP(
        "Notices", "No pillar goes along with satisfaction clearly more than the others do."
    ),
    DriversNotice.EXPLAINED: QT_TRANSLATE_NOOP(
        "Notices",
        "How well we do on the pillars explains {share:.0f} % of the differences in satisfaction "
        "({low:.0f} to {high:.0f} %).",
    ),
    DriversNotice.HIDDEN_DRIVER: QT_TRANSLATE_NOOP(
        "Notices",
        "Hidden driver: {pillars}. Customers do not put it high, yet those who rate us well on it are more satisfied.",
    ),
    DriversNotice.HYGIENE_CLAIM: QT_TRANSLATE_NOOP(
        "Notices",
        "Said to matter, but hardly goes along with satisfaction: {pillars}. Often something that is noticed only "
        "when it fails.",
    ),
    DriversNotice.NEGATIVE: QT_TRANSLATE_NOOP(
        "Notices",
        "Who rates us better on it is less satisfied: {pillars}. Look into the answers before you believe it.",
    ),
    DriversNotice.RANK_CORRELATIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "With fewer than {needed} complete answers, shares of what is explained are not told; each pillar is shown "
        "with its own correlation.",
    ),
    DriversNotice.INCOMPLETE: QT_TRANSLATE_NOOP(
        "Notices", "Who did not rate every pillar does not count here: {n} of {all} who told how satisfied they are."
    ),
    DriversNotice.EXPLORATORY: QT_TRANSLATE_NOOP(
        "Notices", "Exploratory: what goes along with satisfaction need not be what causes it."
    ),
    DriversNotice.LOYAL: QT_TRANSLATE_NOOP(
        "Notices",
        "Loyal, satisfied and with a good impression of the brand: {share:.0f} % of customers ({low:.0f} to "
        "{high:.0f} %).",
    ),
    DriversNotice.SATISFIED_ONLY: QT_TRANSLATE_NOOP(
        "Notices",
        "Satisfied, but without a good impression of the brand: {share:.0f} %. Being satisfied is not yet being loyal.",
    ),
    DriversNotice.LOYALTY_FEW: QT_TRANSLATE_NOOP(
        "Notices", "Only {n} people told both how satisfied they are and what they think of the brand: a first hint."
    ),
    DriversNotice.LOYALTY_NOT_SHOWN: QT_TRANSLATE_NOOP(
        "Notices", "Too few people ({n}) answered both questions on loyalty to show anything of it."
    ),
}
