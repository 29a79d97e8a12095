"""What the colleagues say together."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class InternalNotice(StrEnum):
    ONE_VIEW = "internal_one_view"
    FIRST_NONE = "internal_first_none"
    FIRST_WEAK = "internal_first_weak"
    FIRST_MODERATE = "internal_first_moderate"
    FIRST_GOOD = "internal_first_good"
    FIRST_STRONG = "internal_first_strong"
    AGREEMENT_CHANCE = "internal_agreement_chance"
    AGREEMENT_PROVEN = "internal_agreement_proven"
    WIDEST_SPREAD = "internal_widest_spread"
    DIFFERENT = "internal_different"
    OUTLIER = "internal_outlier"
    LEVELS = "internal_levels"
    LEVELS_ALIKE = "internal_levels_alike"


WORDS: dict[InternalNotice, str] = {
    InternalNotice.ONE_VIEW: QT_TRANSLATE_NOOP(
        "Notices", "One colleague has ranked and puts {pillars} first. Ask others, so that it is not one person’s view."
    ),
    InternalNotice.FIRST_NONE: QT_TRANSLATE_NOOP(
        "Notices", "{n} colleagues have ranked; {pillars} leads, but they share almost no common order."
    ),
    InternalNotice.FIRST_WEAK: QT_TRANSLATE_NOOP("Notices", "{n} colleagues rank {pillars} first; they agree weakly."),
    InternalNotice.FIRST_MODERATE: QT_TRANSLATE_NOOP(
        "Notices", "{n} colleagues rank {pillars} first; they agree moderately."
    ),
    InternalNotice.FIRST_GOOD: QT_TRANSLATE_NOOP("Notices", "{n} colleagues rank {pillars} first; they agree well."),
    InternalNotice.FIRST_STRONG: QT_TRANSLATE_NOOP(
        "Notices", "{n} colleagues rank {pillars} first; they agree strongly."
    ),
    InternalNotice.AGREEMENT_CHANCE: QT_TRANSLATE_NOOP(
        "Notices",
        "So much agreement could come about by chance (Kendall’s W {w:.2f}). Take the order as a start for a talk.",
    ),
    InternalNotice.AGREEMENT_PROVEN: QT_TRANSLATE_NOOP(
        "Notices", "More agreement than chance would give (Kendall’s W {w:.2f})."
    ),
    InternalNotice.WIDEST_SPREAD: QT_TRANSLATE_NOOP(
        "Notices", "{pillar} divides you most: one puts it in place {best}, another in place {worst}."
    ),
    InternalNotice.DIFFERENT: QT_TRANSLATE_NOOP(
        "Notices", "{name} sees it most differently. Worth hearing why; it may be what the others miss:"
    ),
    InternalNotice.OUTLIER: QT_TRANSLATE_NOOP(
        "Notices", "{name} is further from the others than chance explains. Worth hearing why before you decide:"
    ),
    InternalNotice.LEVELS: QT_TRANSLATE_NOOP(
        "Notices", "Leaders ({leaders}) and the front line ({front_line}) differ most on these:"
    ),
    InternalNotice.LEVELS_ALIKE: QT_TRANSLATE_NOOP(
        "Notices", "Leaders ({leaders}) and the front line ({front_line}) put the pillars in the same order."
    ),
}
