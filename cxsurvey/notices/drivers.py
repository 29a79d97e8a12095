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
    # the chart of what goes along with satisfaction
    TITLE = "drivers_title"
    CAPTION = "drivers_caption"
    CAPTION_CORRELATIONS = "drivers_caption_correlations"
    AXIS_SHARE = "drivers_axis_share"
    AXIS_CORRELATION = "drivers_axis_correlation"
    POINT_SHARE = "drivers_point_share"
    POINT_CORRELATION = "drivers_point_correlation"
    COLUMN_SHARE = "drivers_column_share"
    COLUMN_CORRELATION = "drivers_column_correlation"
    CLAIM_DRIVER = "drivers_claim_driver"
    CLAIM_HYGIENE = "drivers_claim_hygiene"
    CLAIM_HIDDEN = "drivers_claim_hidden"
    CLAIM_MINOR = "drivers_claim_minor"
    # the chart of the loyal
    LOYALTY_TITLE = "loyalty_title"
    LOYALTY_CAPTION = "loyalty_caption"
    CELL_LOYAL = "loyalty_cell_loyal"
    CELL_SATISFIED = "loyalty_cell_satisfied"
    CELL_IMAGE = "loyalty_cell_image"
    CELL_NEITHER = "loyalty_cell_neither"
    AXIS_SATISFIED = "loyalty_axis_satisfied"
    AXIS_NOT_SATISFIED = "loyalty_axis_not_satisfied"
    AXIS_IMAGE = "loyalty_axis_image"
    AXIS_NO_IMAGE = "loyalty_axis_no_image"
    LOYAL_BY_GROUP = "loyalty_by_group"
    BETWEEN = "loyalty_between"
    GROUP_TOLD = "loyalty_group_told"
    GROUP_FEW = "loyalty_group_few"
    NOT_SHOWN = "loyalty_cell_not_shown"
    COLUMN_LOYAL = "loyalty_column_loyal"


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
    DriversNotice.TITLE: QT_TRANSLATE_NOOP(
        "Notices", "What customers say matters, and what goes along with their satisfaction"
    ),
    DriversNotice.CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Higher up matters more by what customers say; further right, how well we do on it explains more of their "
        "satisfaction. Thin bars: where each value may lie, {sure} % sure. Dashed: the means of all pillars. "
        "Exploratory: no proof of cause.",
    ),
    DriversNotice.CAPTION_CORRELATIONS: QT_TRANSLATE_NOOP(
        "Notices",
        "Higher up matters more by what customers say; further right, the rating goes along with their satisfaction "
        "more closely. Thin bars: where each value may lie, {sure} % sure. Dashed: the means of all pillars. "
        "Exploratory: no proof of cause.",
    ),
    DriversNotice.AXIS_SHARE: QT_TRANSLATE_NOOP("Notices", "Share of satisfaction that it explains, per cent"),
    DriversNotice.AXIS_CORRELATION: QT_TRANSLATE_NOOP("Notices", "Rank correlation with satisfaction, -1 to 1"),
    DriversNotice.POINT_SHARE: QT_TRANSLATE_NOOP(
        "Notices", "Explains {value} % of the differences in satisfaction, between {low} and {high} %"
    ),
    DriversNotice.POINT_CORRELATION: QT_TRANSLATE_NOOP(
        "Notices", "Correlation with satisfaction {value}, between {low} and {high}"
    ),
    DriversNotice.COLUMN_SHARE: QT_TRANSLATE_NOOP("Notices", "Explains of satisfaction, %"),
    DriversNotice.COLUMN_CORRELATION: QT_TRANSLATE_NOOP("Notices", "Rank correlation"),
    DriversNotice.CLAIM_DRIVER: QT_TRANSLATE_NOOP("Notices", "Said and felt"),
    DriversNotice.CLAIM_HYGIENE: QT_TRANSLATE_NOOP("Notices", "Said, hardly felt"),
    DriversNotice.CLAIM_HIDDEN: QT_TRANSLATE_NOOP("Notices", "Hidden driver"),
    DriversNotice.CLAIM_MINOR: QT_TRANSLATE_NOOP("Notices", "Neither said nor felt"),
    DriversNotice.LOYALTY_TITLE: QT_TRANSLATE_NOOP("Notices", "Who is loyal: satisfied, and with a good impression"),
    DriversNotice.LOYALTY_CAPTION: QT_TRANSLATE_NOOP(
        "Notices", "Share of customers in each field; loyal is who stands above the middle of both scales."
    ),
    DriversNotice.CELL_LOYAL: QT_TRANSLATE_NOOP("Notices", "Loyal"),
    DriversNotice.CELL_SATISFIED: QT_TRANSLATE_NOOP("Notices", "Only satisfied"),
    DriversNotice.CELL_IMAGE: QT_TRANSLATE_NOOP("Notices", "Only a good impression"),
    DriversNotice.CELL_NEITHER: QT_TRANSLATE_NOOP("Notices", "Neither"),
    DriversNotice.AXIS_SATISFIED: QT_TRANSLATE_NOOP("Notices", "Satisfied"),
    DriversNotice.AXIS_NOT_SATISFIED: QT_TRANSLATE_NOOP("Notices", "Not satisfied"),
    DriversNotice.AXIS_IMAGE: QT_TRANSLATE_NOOP("Notices", "Good impression"),
    DriversNotice.AXIS_NO_IMAGE: QT_TRANSLATE_NOOP("Notices", "No good impression"),
    DriversNotice.LOYAL_BY_GROUP: QT_TRANSLATE_NOOP("Notices", "Loyal in each group"),
    DriversNotice.BETWEEN: QT_TRANSLATE_NOOP("Notices", "{low} to {high} %"),
    DriversNotice.GROUP_TOLD: QT_TRANSLATE_NOOP("Notices", "{share} % loyal, between {low} and {high} % ({n} answers)"),
    DriversNotice.GROUP_FEW: QT_TRANSLATE_NOOP("Notices", "Too few answers to say"),
    DriversNotice.NOT_SHOWN: QT_TRANSLATE_NOOP("Notices", "Not shown"),
    DriversNotice.COLUMN_LOYAL: QT_TRANSLATE_NOOP("Notices", "Share of customers, %"),
}
