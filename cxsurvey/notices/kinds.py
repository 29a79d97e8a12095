"""What the kind of priority question means for the figures: the sentences."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class KindNotice(StrEnum):
    RATINGS_USED = "kind_ratings_used"
    TOP_USED = "kind_top_used"
    SORT_USED = "kind_sort_used"
    BEST_WORST_USED = "kind_best_worst_used"
    LOGIT_USED = "kind_logit_used"
    THIN_DESIGN = "kind_thin_design"
    POINTS_USED = "kind_points_used"
    CUT = "kind_cut"
    COHORTS_CUT = "kind_cohorts_cut"
    OTHER_RANKING = "kind_other_ranking"
    OTHER_TOP = "kind_other_top"
    OTHER_SORT = "kind_other_sort"
    OTHER_RATING = "kind_other_rating"
    OTHER_BEST_WORST = "kind_other_best_worst"
    OTHER_POINTS = "kind_other_points"
    TOP_OF_RATINGS = "kind_top_of_ratings"
    TOP_OF_BEST_WORST = "kind_top_of_best_worst"
    TOP_OF_POINTS = "kind_top_of_points"
    LEFT_OUT = "kind_left_out"


WORDS: dict[KindNotice, str] = {
    KindNotice.RATINGS_USED: QT_TRANSLATE_NOOP(
        "Notices", "Order from ratings: each person’s own 1-5 ratings were put in order."
    ),
    KindNotice.TOP_USED: QT_TRANSLATE_NOOP(
        "Notices", "Order from top-{depth} answers: what a person did not choose shares the places left over."
    ),
    KindNotice.SORT_USED: QT_TRANSLATE_NOOP(
        "Notices",
        "Order from sorting from both ends: pillars taken in one step share their places, and so do those left in the "
        "middle.",
    ),
    KindNotice.BEST_WORST_USED: QT_TRANSLATE_NOOP(
        "Notices",
        "Order from best-and-worst choices: score 50 = chosen as most important as often as least important, 100 = "
        "most important whenever shown.",
    ),
    KindNotice.LOGIT_USED: QT_TRANSLATE_NOOP(
        "Notices",
        "Not all pillars were shown beside the same others equally often, so the order comes from a choice model "
        "(logit) that allows for it, not from counts. Score 50 = as often most as least important if all were shown "
        "evenly.",
    ),
    KindNotice.THIN_DESIGN: QT_TRANSLATE_NOOP(
        "Notices",
        "Most people saw some pillar less than 3 times (only {shown}): one person’s scores are rough, and it takes "
        "more people for the same precision.",
    ),
    KindNotice.POINTS_USED: QT_TRANSLATE_NOOP(
        "Notices",
        "Order from points shared out: the score is the mean number of 100 points; {equal:.1f} would be an equal "
        "share.",
    ),
    KindNotice.CUT: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people ranked more than {depth} pillars. Only their first {depth} count, so that all are compared on "
        "the same.",
    ),
    KindNotice.COHORTS_CUT: QT_TRANSLATE_NOOP(
        "Notices",
        "The groups ranked different numbers of pillars; they are compared by the first {depth} places alone.",
    ),
    KindNotice.OTHER_RANKING: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people ranked all pillars, unlike the others, and do not count: answers to different kinds of questions "
        "are never put together.",
    ),
    KindNotice.OTHER_TOP: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people chose and ranked only their top, unlike the others, and do not count: answers to different kinds "
        "of questions are never put together.",
    ),
    KindNotice.OTHER_SORT: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people sorted the pillars from both ends, unlike the others, and do not count: answers to different "
        "kinds of questions are never put together.",
    ),
    KindNotice.OTHER_RATING: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people only rated how important the pillars are, unlike the others, and do not count: answers to "
        "different kinds of questions are never put together.",
    ),
    KindNotice.OTHER_BEST_WORST: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people chose the most and least important of a few pillars at a time, unlike the others, and do not "
        "count: answers to different kinds of questions are never put together.",
    ),
    KindNotice.OTHER_POINTS: QT_TRANSLATE_NOOP(
        "Notices",
        "{n:,} people shared out points, unlike the others, and do not count: answers to different kinds of questions "
        "are never put together.",
    ),
    KindNotice.TOP_OF_RATINGS: QT_TRANSLATE_NOOP(
        "Notices",
        "People rated and gave no places: a person’s top {top} are here the pillars they rated highest, equal ones by "
        "the middle of the places they share.",
    ),
    KindNotice.TOP_OF_BEST_WORST: QT_TRANSLATE_NOOP(
        "Notices",
        "People gave no places: a person’s top {top} are here the pillars they chose most often as most important and "
        "least often as least important, equal ones by the middle of the places they share.",
    ),
    KindNotice.TOP_OF_POINTS: QT_TRANSLATE_NOOP(
        "Notices",
        "People gave no places: a person’s top {top} are here the pillars they gave most points, equal ones by the "
        "middle of the places they share.",
    ),
    KindNotice.LEFT_OUT: QT_TRANSLATE_NOOP(
        "Notices", "{n:,} respondents answered too little of the question of priorities to be counted."
    ),
}
