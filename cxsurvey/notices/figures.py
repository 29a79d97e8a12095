"""Charts: titles, captions, axis words, findings, and the source and caveat every chart carries."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class FigureNotice(StrEnum):
    PLAIN = "plain"

    DIVERGENCE_TITLE = "figure_divergence_title"
    DIVERGENCE_TITLE_GROUP = "figure_divergence_title_group"
    DIVERGENCE_CAPTION = "figure_divergence_caption"
    DIVERGENCE_CAPTION_ALONE = "figure_divergence_caption_alone"
    DIVERGENCE_CAPTION_FEW = "figure_divergence_caption_few"
    DIVERGENCE_ALONE = "figure_divergence_alone"
    DIVERGENCE_FEW = "figure_divergence_few"
    DIVERGENCE_ALIGNED = "figure_divergence_aligned"
    DIVERGENCE_BLIND = "figure_divergence_blind"
    DIVERGENCE_OVER = "figure_divergence_over"
    DIVERGENCE_BOTH = "figure_divergence_both"

    SLOPE_TITLE = "figure_slope_title"
    SLOPE_CAPTION = "figure_slope_caption"
    SLOPE_PAIRS = "figure_slope_pairs"
    SLOPE_PLAIN = "figure_slope_plain"

    HEAT_TITLE = "figure_heat_title"
    HEAT_CAPTION = "figure_heat_caption"
    HEAT_DIFFERS = "figure_heat_differs"
    HEAT_NO_DIFFERENCE = "figure_heat_no_difference"
    HEAT_UNTESTED = "figure_heat_untested"

    BASES_TITLE = "figure_bases_title"
    BASES_CAPTION = "figure_bases_caption"
    BASES_FOUND = "figure_bases_found"
    BASES_FOUND_HIDDEN = "figure_bases_found_hidden"

    SELF_TITLE = "figure_self_title"
    SELF_CAPTION = "figure_self_caption"
    SELF_FOUND = "figure_self_found"
    SELF_TOTAL = "figure_self_total"
    SELF_FEW = "figure_self_few"

    PERFORMANCE_TITLE = "figure_performance_title"
    PERFORMANCE_CAPTION = "figure_performance_caption"
    PERFORMANCE_CAPTION_TARGET = "figure_performance_caption_target"
    PERFORMANCE_FIX = "figure_performance_fix"
    PERFORMANCE_NOTHING = "figure_performance_nothing"
    PERCEPTION_TITLE = "figure_perception_title"
    PERCEPTION_TITLE_ALONE = "figure_perception_title_alone"
    PERCEPTION_CAPTION = "figure_perception_caption"
    PERCEPTION_CAPTION_ALONE = "figure_perception_caption_alone"
    PERCEPTION_OVER = "figure_perception_over"
    PERCEPTION_UNDER = "figure_perception_under"
    PERCEPTION_BOTH = "figure_perception_both"
    PERCEPTION_ALIKE = "figure_perception_alike"
    PERCEPTION_FEW = "figure_perception_few"
    PERCEPTION_ALONE = "figure_perception_alone"

    SOURCE_STUDY = "figure_source_study"
    SOURCE_STUDY_OF = "figure_source_study_of"
    SOURCE_INVENTED = "figure_source_invented"
    SOURCE_INVENTED_OF = "figure_source_invented_of"
    SOURCE_ASKED = "figure_source_asked"
    SOURCE_ASKED_UNSAID = "figure_source_asked_unsaid"
    SOURCE_COLLEAGUES = "figure_source_colleagues"
    SOURCE_N = "figure_source_n"
    SOURCE_N_GROUP = "figure_source_n_group"
    SOURCE_N_WEIGHTED = "figure_source_n_weighted"
    SOURCE_N_GROUP_WEIGHTED = "figure_source_n_group_weighted"
    SOURCE_DATE = "figure_source_date"
    SOURCE_DATES = "figure_source_dates"
    SOURCE_DATES_UNSAID = "figure_source_dates_unsaid"

    CAVEAT_RANDOM = "figure_caveat_random"
    CAVEAT_OPEN = "figure_caveat_open"
    CAVEAT_UNSAID = "figure_caveat_unsaid"
    CAVEAT_RANDOM_SMALL = "figure_caveat_random_small"
    CAVEAT_OPEN_SMALL = "figure_caveat_open_small"
    CAVEAT_UNSAID_SMALL = "figure_caveat_unsaid_small"
    CAVEAT_OWN_VIEW = "figure_caveat_own_view"

    CUSTOMERS = "figure_customers"
    COMPANY = "figure_company"
    RANGE = "figure_range"
    ONE_IS_MOST = "figure_one_is_most"
    LEAST = "figure_least"
    BLIND_SPOT = "figure_blind_spot"
    OVER_RATED = "figure_over_rated"
    ALIGNED = "figure_aligned"
    GAP = "figure_gap"
    GAP_ONE = "figure_gap_one"
    DIFFERS = "figure_differs"
    BASE_N = "figure_base_n"
    BASE_LOW = "figure_base_low"
    HIDDEN = "figure_hidden"
    STATUS_ENOUGH = "figure_status_enough"
    STATUS_DIRECTION = "figure_status_direction"
    STATUS_NO_RANKING = "figure_status_no_ranking"
    LINE_SHOWN = "figure_line_shown"
    LINE_DIRECTION = "figure_line_direction"
    LINE_ENOUGH = "figure_line_enough"
    MEAN_SCORE = "figure_mean_score"
    ONE_COLLEAGUE = "figure_one_colleague"
    WEAK = "figure_weak"
    EXCELLENT = "figure_excellent"
    NO_SCORE = "figure_no_score"
    ROW_CUSTOMERS = "figure_row_customers"
    ROW_CUSTOMERS_RANGE = "figure_row_customers_range"
    ROW_COMPANY = "figure_row_company"
    CELL_PLACE = "figure_cell_place"
    CELL_TOO_FEW = "figure_cell_too_few"
    CELL_HIDDEN = "figure_cell_hidden"
    ROW_MEAN = "figure_row_mean"

    QUADRANT_FIX = "figure_quadrant_fix"
    QUADRANT_KEEP = "figure_quadrant_keep"
    QUADRANT_LOW = "figure_quadrant_low"
    QUADRANT_OVER = "figure_quadrant_over"
    ON_THE_LINE = "figure_on_the_line"
    CLEARLY_PLACED = "figure_clearly_placed"
    AXIS_IMPORTANCE = "figure_axis_importance"
    AXIS_POINTS = "figure_axis_points"
    AXIS_PERFORMANCE = "figure_axis_performance"
    LINE_MEAN = "figure_line_mean"
    LINE_TARGET = "figure_line_target"
    POINT_IMPORTANCE = "figure_point_importance"
    POINT_PERFORMANCE = "figure_point_performance"
    POINT_PLACED = "figure_point_placed"
    POINT_OPEN = "figure_point_open"
    OWN_SCORE = "figure_own_score"
    CUSTOMERS_RATING = "figure_customers_rating"
    RATING_RANGE = "figure_rating_range"
    WE_OVER_RATE = "figure_we_over_rate"
    WE_UNDER_RATE = "figure_we_under_rate"
    NO_PROVEN_GAP = "figure_no_proven_gap"
    TOO_FEW_RATINGS = "figure_too_few_ratings"
    GAP_BY = "figure_gap_by"
    ROW_RATED = "figure_row_rated"
    ROW_OWN = "figure_row_own"
    ROW_GAP = "figure_row_gap"

    COLUMN_IMPORTANCE = "figure_column_importance"
    COLUMN_RATING = "figure_column_rating"
    COLUMN_FROM = "figure_column_from"
    COLUMN_TO = "figure_column_to"
    COLUMN_QUADRANT = "figure_column_quadrant"
    COLUMN_CERTAINTY = "figure_column_certainty"
    COLUMN_OWN = "figure_column_own"
    COLUMN_SCORE_GAP = "figure_column_score_gap"
    COLUMN_PILLAR = "figure_column_pillar"
    COLUMN_PLACE = "figure_column_place"
    COLUMN_LOW = "figure_column_low"
    COLUMN_HIGH = "figure_column_high"
    COLUMN_INTERNAL = "figure_column_internal"
    COLUMN_GAP = "figure_column_gap"
    COLUMN_VERDICT = "figure_column_verdict"
    COLUMN_GROUP = "figure_column_group"
    COLUMN_ANSWERS = "figure_column_answers"
    COLUMN_STATUS = "figure_column_status"
    COLUMN_MEAN = "figure_column_mean"
    COLUMN_SCORES = "figure_column_scores"


WORDS: dict[FigureNotice, str] = {
    FigureNotice.PLAIN: QT_TRANSLATE_NOOP("Notices", "{text}"),
    # --- customers against us
    FigureNotice.DIVERGENCE_TITLE: QT_TRANSLATE_NOOP("Notices", "Place of each pillar, customers and company"),
    FigureNotice.DIVERGENCE_TITLE_GROUP: QT_TRANSLATE_NOOP(
        "Notices", "Place of each pillar, {group} and company"
    ),
    FigureNotice.DIVERGENCE_CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Place 1 is most important. The blue bar is where customers\u2019 place may lie, {sure} % sure for all pillars "
        "together. A bold name means our place lies outside it.",
    ),
    FigureNotice.DIVERGENCE_CAPTION_ALONE: QT_TRANSLATE_NOOP(
        "Notices",
        "Place 1 is most important. The blue bar is where customers\u2019 place may lie, {sure} % sure for all pillars "
        "together.",
    ),
    FigureNotice.DIVERGENCE_CAPTION_FEW: QT_TRANSLATE_NOOP(
        "Notices", "Place 1 is most important. Too few answers to say how far customers\u2019 places may move."
    ),
    FigureNotice.DIVERGENCE_ALONE: QT_TRANSLATE_NOOP(
        "Notices", "Customers put {first} first and {last} last. There is no view of our own to compare yet."
    ),
    FigureNotice.DIVERGENCE_FEW: QT_TRANSLATE_NOOP(
        "Notices", "Customers put {first} first and {last} last. Too few answers to confirm or contradict our order."
    ),
    FigureNotice.DIVERGENCE_ALIGNED: QT_TRANSLATE_NOOP(
        "Notices",
        "Customers put {first} first and {last} last. Their answers contradict none of our {k} places.",
    ),
    FigureNotice.DIVERGENCE_BLIND: QT_TRANSLATE_NOOP(
        "Notices", "Customers rank higher than we do: {blind}. The answers contradict {found} of our {k} places."
    ),
    FigureNotice.DIVERGENCE_OVER: QT_TRANSLATE_NOOP(
        "Notices", "We rank higher than customers do: {over}. The answers contradict {found} of our {k} places."
    ),
    FigureNotice.DIVERGENCE_BOTH: QT_TRANSLATE_NOOP(
        "Notices",
        "Customers rank higher than we do: {blind}. We rank higher than customers do: {over}. "
        "The answers contradict {found} of our {k} places.",
    ),
    FigureNotice.SLOPE_TITLE: QT_TRANSLATE_NOOP("Notices", "From our order to the customers\u2019 order"),
    FigureNotice.SLOPE_CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Place 1, most important, is at the top. Bold lines: our place lies outside the range "
        "of the customers\u2019 place.",
    ),
    FigureNotice.SLOPE_PAIRS: QT_TRANSLATE_NOOP(
        "Notices", "Of {pairs} pairs of pillars, {agreeing} stand in the same order with customers and with us."
    ),
    FigureNotice.SLOPE_PLAIN: QT_TRANSLATE_NOOP(
        "Notices", "Our first is {ours}; the customers\u2019 first is {theirs}."
    ),
    # --- cohorts
    FigureNotice.HEAT_TITLE: QT_TRANSLATE_NOOP("Notices", "Place of each pillar by {grouping}"),
    FigureNotice.HEAT_CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Place 1 is most important; the stronger the colour, the more important. Hatched: too few answers for more "
        "than a direction. \u201cDiffers\u201d: the groups disagree by more than chance explains.",
    ),
    FigureNotice.HEAT_DIFFERS: QT_TRANSLATE_NOOP(
        "Notices", "Groups by {grouping} differ by more than chance explains on: {names}."
    ),
    FigureNotice.HEAT_NO_DIFFERENCE: QT_TRANSLATE_NOOP(
        "Notices", "Groups by {grouping} do not differ by more than chance explains on any pillar."
    ),
    FigureNotice.HEAT_UNTESTED: QT_TRANSLATE_NOOP(
        "Notices", "There are too few answers to test whether groups by {grouping} differ."
    ),
    FigureNotice.BASES_TITLE: QT_TRANSLATE_NOOP("Notices", "Answers in each group"),
    FigureNotice.BASES_CAPTION: QT_TRANSLATE_NOOP(
        "Notices", "The lines say from how many answers a group is shown, shows a direction, and can be ranked."
    ),
    FigureNotice.BASES_FOUND: QT_TRANSLATE_NOOP("Notices", "Enough answers in {enough} of {groups} groups."),
    FigureNotice.BASES_FOUND_HIDDEN: QT_TRANSLATE_NOOP(
        "Notices", "Enough answers in {enough} of {groups} groups. Hidden to protect people: {hidden}."
    ),
    # --- our own scores
    FigureNotice.SELF_TITLE: QT_TRANSLATE_NOOP("Notices", "How well we think we do"),
    FigureNotice.SELF_CAPTION: QT_TRANSLATE_NOOP(
        "Notices", "Diamond: the colleagues\u2019 mean score, 1 weak to 5 excellent. Each small mark is one colleague."
    ),
    FigureNotice.SELF_FOUND: QT_TRANSLATE_NOOP(
        "Notices",
        "Our own score is {total} of {best}: best for {high} ({high_score}), weakest for {low} ({low_score})."
    ),
    FigureNotice.SELF_FEW: QT_TRANSLATE_NOOP(
        "Notices",
        "Best scored: {high} ({high_score}); weakest: {low} ({low_score}). No colleague has scored every pillar."
    ),
    FigureNotice.SELF_TOTAL: QT_TRANSLATE_NOOP("Notices", "Total {total} of {best}"),
    # --- how well we do
    FigureNotice.PERFORMANCE_TITLE: QT_TRANSLATE_NOOP("Notices", "What matters to customers, and how well we do it"),
    FigureNotice.PERFORMANCE_CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "Higher up matters more to customers; further right they rate us better. Thin bars: where each mean may "
        "lie, {sure} % sure. The dashed lines stand at the mean of all pillars; a hollow dot is too close to a "
        "line to be placed.",
    ),
    FigureNotice.PERFORMANCE_CAPTION_TARGET: QT_TRANSLATE_NOOP(
        "Notices",
        "Higher up matters more to customers; further right they rate us better. Thin bars: where each mean may "
        "lie, {sure} % sure. The dashed lines stand at the mean importance and at our target; a hollow dot is too"
        " close to a line to be placed.",
    ),
    FigureNotice.PERFORMANCE_FIX: QT_TRANSLATE_NOOP(
        "Notices", "Important to customers and rated low by them, so fix first: {names}."
    ),
    FigureNotice.PERFORMANCE_NOTHING: QT_TRANSLATE_NOOP(
        "Notices", "No pillar is surely both important to customers and rated low by them."
    ),
    FigureNotice.PERCEPTION_TITLE: QT_TRANSLATE_NOOP("Notices", "How well we think we do, and what customers say"),
    FigureNotice.PERCEPTION_TITLE_ALONE: QT_TRANSLATE_NOOP("Notices", "How well customers say we do"),
    FigureNotice.PERCEPTION_CAPTION: QT_TRANSLATE_NOOP(
        "Notices",
        "1 weak to 5 excellent. The blue bar is where the customers\u2019 mean may lie, {sure} % sure. A bold name "
        "means that the gap to our own score is proven.",
    ),
    FigureNotice.PERCEPTION_CAPTION_ALONE: QT_TRANSLATE_NOOP(
        "Notices", "1 weak to 5 excellent. The blue bar is where the customers\u2019 mean may lie, {sure} % sure."
    ),
    FigureNotice.PERCEPTION_OVER: QT_TRANSLATE_NOOP(
        "Notices", "We over-rate ourselves on {n_over} of {k} pillars, most on {over}."
    ),
    FigureNotice.PERCEPTION_UNDER: QT_TRANSLATE_NOOP(
        "Notices", "We under-rate ourselves on {n_under} of {k} pillars, most on {under}."
    ),
    FigureNotice.PERCEPTION_BOTH: QT_TRANSLATE_NOOP(
        "Notices",
        "Of {k} pillars we over-rate ourselves on {n_over}, most on {over}, and under-rate ourselves on {n_under}, "
        "most on {under}.",
    ),
    FigureNotice.PERCEPTION_ALIKE: QT_TRANSLATE_NOOP(
        "Notices", "On none of {k} pillars is there a proven gap between our own score and the customers\u2019 rating."
    ),
    FigureNotice.PERCEPTION_FEW: QT_TRANSLATE_NOOP(
        "Notices",
        "Too few ratings to prove a gap between our own score and the customers\u2019. They rate {high} best and {low}"
        " weakest.",
    ),
    FigureNotice.PERCEPTION_ALONE: QT_TRANSLATE_NOOP(
        "Notices", "Customers rate {high} best and {low} weakest. We have not scored ourselves yet."
    ),
    # --- source
    FigureNotice.SOURCE_STUDY: QT_TRANSLATE_NOOP("Notices", "{title}"),
    FigureNotice.SOURCE_STUDY_OF: QT_TRANSLATE_NOOP("Notices", "{title}, {organisation}"),
    FigureNotice.SOURCE_INVENTED: QT_TRANSLATE_NOOP("Notices", "{title} (invented answers)"),
    FigureNotice.SOURCE_INVENTED_OF: QT_TRANSLATE_NOOP("Notices", "{title}, {organisation} (invented answers)"),
    FigureNotice.SOURCE_ASKED: QT_TRANSLATE_NOOP("Notices", "Asked: {who}"),
    FigureNotice.SOURCE_ASKED_UNSAID: QT_TRANSLATE_NOOP("Notices", "Who was asked: not recorded"),
    FigureNotice.SOURCE_COLLEAGUES: QT_TRANSLATE_NOOP("Notices", "Asked: colleagues"),
    FigureNotice.SOURCE_N: QT_TRANSLATE_NOOP("Notices", "n = {n}"),
    FigureNotice.SOURCE_N_GROUP: QT_TRANSLATE_NOOP("Notices", "{group}: n = {n}"),
    FigureNotice.SOURCE_N_WEIGHTED: QT_TRANSLATE_NOOP("Notices", "n = {n}, weighted"),
    FigureNotice.SOURCE_N_GROUP_WEIGHTED: QT_TRANSLATE_NOOP("Notices", "{group}: n = {n}, weighted"),
    FigureNotice.SOURCE_DATE: QT_TRANSLATE_NOOP("Notices", "{date}"),
    FigureNotice.SOURCE_DATES: QT_TRANSLATE_NOOP("Notices", "{start} to {end}"),
    FigureNotice.SOURCE_DATES_UNSAID: QT_TRANSLATE_NOOP("Notices", "Dates: not recorded"),
    # --- caveat
    FigureNotice.CAVEAT_RANDOM: QT_TRANSLATE_NOOP(
        "Notices", "Customers were invited at random; those who did not answer may see it differently."
    ),
    FigureNotice.CAVEAT_OPEN: QT_TRANSLATE_NOOP(
        "Notices",
        "Answered by people who chose to reply through an open link: whether they stand for all customers "
        "cannot be calculated.",
    ),
    FigureNotice.CAVEAT_UNSAID: QT_TRANSLATE_NOOP(
        "Notices",
        "How people were invited is not recorded; ranges hold if they answered like a random draw of customers."
    ),
    FigureNotice.CAVEAT_RANDOM_SMALL: QT_TRANSLATE_NOOP(
        "Notices",
        "Small sample: {n} answers give hints, no proof. Customers were invited at random; "
        "those who did not answer may see it differently.",
    ),
    FigureNotice.CAVEAT_OPEN_SMALL: QT_TRANSLATE_NOOP(
        "Notices",
        "Small sample: {n} answers give hints, no proof. They come from people who chose to reply "
        "through an open link.",
    ),
    FigureNotice.CAVEAT_UNSAID_SMALL: QT_TRANSLATE_NOOP(
        "Notices", "Small sample: {n} answers give hints, no proof. How people were invited is not recorded."
    ),
    FigureNotice.CAVEAT_OWN_VIEW: QT_TRANSLATE_NOOP(
        "Notices", "This is how colleagues see it, not what customers say."
    ),
    # --- words inside the charts
    FigureNotice.CUSTOMERS: QT_TRANSLATE_NOOP("Notices", "Customers"),
    FigureNotice.COMPANY: QT_TRANSLATE_NOOP("Notices", "Company"),
    FigureNotice.RANGE: QT_TRANSLATE_NOOP("Notices", "Range of the customers\u2019 place"),
    FigureNotice.ONE_IS_MOST: QT_TRANSLATE_NOOP("Notices", "1 = most important"),
    FigureNotice.LEAST: QT_TRANSLATE_NOOP("Notices", "{k} = least"),
    FigureNotice.BLIND_SPOT: QT_TRANSLATE_NOOP("Notices", "Blind spot"),
    FigureNotice.OVER_RATED: QT_TRANSLATE_NOOP("Notices", "Over-rated inside"),
    FigureNotice.ALIGNED: QT_TRANSLATE_NOOP("Notices", "Aligned"),
    FigureNotice.GAP: QT_TRANSLATE_NOOP("Notices", "{gap} places apart"),
    FigureNotice.GAP_ONE: QT_TRANSLATE_NOOP("Notices", "1 place apart"),
    FigureNotice.DIFFERS: QT_TRANSLATE_NOOP("Notices", "Differs"),
    FigureNotice.BASE_N: QT_TRANSLATE_NOOP("Notices", "n = {n}"),
    FigureNotice.BASE_LOW: QT_TRANSLATE_NOOP("Notices", "n = {n} low"),
    FigureNotice.HIDDEN: QT_TRANSLATE_NOOP("Notices", "Hidden"),
    FigureNotice.STATUS_ENOUGH: QT_TRANSLATE_NOOP("Notices", "Enough"),
    FigureNotice.STATUS_DIRECTION: QT_TRANSLATE_NOOP("Notices", "Direction only"),
    FigureNotice.STATUS_NO_RANKING: QT_TRANSLATE_NOOP("Notices", "Too few to rank"),
    FigureNotice.LINE_SHOWN: QT_TRANSLATE_NOOP("Notices", "{n} shown"),
    FigureNotice.LINE_DIRECTION: QT_TRANSLATE_NOOP("Notices", "{n} direction"),
    FigureNotice.LINE_ENOUGH: QT_TRANSLATE_NOOP("Notices", "{n} enough"),
    FigureNotice.MEAN_SCORE: QT_TRANSLATE_NOOP("Notices", "Mean"),
    FigureNotice.ONE_COLLEAGUE: QT_TRANSLATE_NOOP("Notices", "One colleague"),
    FigureNotice.WEAK: QT_TRANSLATE_NOOP("Notices", "1 weak"),
    FigureNotice.EXCELLENT: QT_TRANSLATE_NOOP("Notices", "5 excellent"),
    FigureNotice.NO_SCORE: QT_TRANSLATE_NOOP("Notices", "Not scored"),
    FigureNotice.QUADRANT_FIX: QT_TRANSLATE_NOOP("Notices", "Fix first"),
    FigureNotice.QUADRANT_KEEP: QT_TRANSLATE_NOOP("Notices", "Keep up"),
    FigureNotice.QUADRANT_LOW: QT_TRANSLATE_NOOP("Notices", "Low priority"),
    FigureNotice.QUADRANT_OVER: QT_TRANSLATE_NOOP("Notices", "Possibly over-served"),
    FigureNotice.ON_THE_LINE: QT_TRANSLATE_NOOP("Notices", "On the line"),
    FigureNotice.CLEARLY_PLACED: QT_TRANSLATE_NOOP("Notices", "Clearly in its quadrant"),
    FigureNotice.AXIS_POINTS: QT_TRANSLATE_NOOP("Notices", "Importance, points of 100 shared out"),
    FigureNotice.AXIS_IMPORTANCE: QT_TRANSLATE_NOOP("Notices", "Importance, 0 to 100"),
    FigureNotice.AXIS_PERFORMANCE: QT_TRANSLATE_NOOP("Notices", "Performance, 1 weak to 5 excellent"),
    FigureNotice.LINE_MEAN: QT_TRANSLATE_NOOP("Notices", "mean {value}"),
    FigureNotice.LINE_TARGET: QT_TRANSLATE_NOOP("Notices", "target {value}"),
    FigureNotice.POINT_IMPORTANCE: QT_TRANSLATE_NOOP("Notices", "Importance {value}, between {low} and {high}"),
    FigureNotice.POINT_PERFORMANCE: QT_TRANSLATE_NOOP("Notices", "Performance {value}, between {low} and {high}"),
    FigureNotice.POINT_PLACED: QT_TRANSLATE_NOOP("Notices", "{quadrant} ({certainty} % sure)"),
    FigureNotice.POINT_OPEN: QT_TRANSLATE_NOOP("Notices", "On the line; most likely: {quadrant} ({certainty} %)"),
    FigureNotice.OWN_SCORE: QT_TRANSLATE_NOOP("Notices", "Our own score"),
    FigureNotice.CUSTOMERS_RATING: QT_TRANSLATE_NOOP("Notices", "Customers\u2019 rating"),
    FigureNotice.RATING_RANGE: QT_TRANSLATE_NOOP("Notices", "Range of the customers\u2019 rating"),
    FigureNotice.WE_OVER_RATE: QT_TRANSLATE_NOOP("Notices", "We over-rate it"),
    FigureNotice.WE_UNDER_RATE: QT_TRANSLATE_NOOP("Notices", "We under-rate it"),
    FigureNotice.NO_PROVEN_GAP: QT_TRANSLATE_NOOP("Notices", "No proven gap"),
    FigureNotice.TOO_FEW_RATINGS: QT_TRANSLATE_NOOP("Notices", "Too few ratings"),
    FigureNotice.GAP_BY: QT_TRANSLATE_NOOP("Notices", "by {gap}"),
    FigureNotice.ROW_RATED: QT_TRANSLATE_NOOP("Notices", "Customers: {mean}, between {low} and {high} (n = {n})"),
    FigureNotice.ROW_OWN: QT_TRANSLATE_NOOP("Notices", "We: {own}, {n} colleagues"),
    FigureNotice.ROW_GAP: QT_TRANSLATE_NOOP("Notices", "Our score minus theirs: {gap}, between {low} and {high}"),
    # --- said when pointing at a mark
    FigureNotice.ROW_CUSTOMERS: QT_TRANSLATE_NOOP("Notices", "Customers: place {place}"),
    FigureNotice.ROW_CUSTOMERS_RANGE: QT_TRANSLATE_NOOP(
        "Notices", "Customers: place {place}, between {low} and {high}"
    ),
    FigureNotice.ROW_COMPANY: QT_TRANSLATE_NOOP("Notices", "Company: place {place}"),
    FigureNotice.CELL_PLACE: QT_TRANSLATE_NOOP("Notices", "{group}: place {place} of {k} (n = {n})"),
    FigureNotice.CELL_TOO_FEW: QT_TRANSLATE_NOOP("Notices", "{group}: {n} answers are too few for a ranking."),
    FigureNotice.CELL_HIDDEN: QT_TRANSLATE_NOOP(
        "Notices", "{group}: hidden, so that nobody\u2019s answers can be worked out."
    ),
    FigureNotice.ROW_MEAN: QT_TRANSLATE_NOOP("Notices", "Mean {mean}, {n} colleagues: {scores}"),
    # --- columns of the tables behind the charts
    FigureNotice.COLUMN_IMPORTANCE: QT_TRANSLATE_NOOP("Notices", "Importance"),
    FigureNotice.COLUMN_RATING: QT_TRANSLATE_NOOP("Notices", "Customers\u2019 rating"),
    FigureNotice.COLUMN_FROM: QT_TRANSLATE_NOOP("Notices", "From"),
    FigureNotice.COLUMN_TO: QT_TRANSLATE_NOOP("Notices", "To"),
    FigureNotice.COLUMN_QUADRANT: QT_TRANSLATE_NOOP("Notices", "Quadrant"),
    FigureNotice.COLUMN_CERTAINTY: QT_TRANSLATE_NOOP("Notices", "Chance of it"),
    FigureNotice.COLUMN_OWN: QT_TRANSLATE_NOOP("Notices", "Our own score"),
    FigureNotice.COLUMN_SCORE_GAP: QT_TRANSLATE_NOOP("Notices", "Our score minus theirs"),
    FigureNotice.COLUMN_PILLAR: QT_TRANSLATE_NOOP("Notices", "Pillar"),
    FigureNotice.COLUMN_PLACE: QT_TRANSLATE_NOOP("Notices", "Customers\u2019 place"),
    FigureNotice.COLUMN_LOW: QT_TRANSLATE_NOOP("Notices", "Best place it may have"),
    FigureNotice.COLUMN_HIGH: QT_TRANSLATE_NOOP("Notices", "Worst place it may have"),
    FigureNotice.COLUMN_INTERNAL: QT_TRANSLATE_NOOP("Notices", "Our place"),
    FigureNotice.COLUMN_GAP: QT_TRANSLATE_NOOP("Notices", "Our place minus theirs"),
    FigureNotice.COLUMN_VERDICT: QT_TRANSLATE_NOOP("Notices", "Verdict"),
    FigureNotice.COLUMN_GROUP: QT_TRANSLATE_NOOP("Notices", "Group"),
    FigureNotice.COLUMN_ANSWERS: QT_TRANSLATE_NOOP("Notices", "Answers"),
    FigureNotice.COLUMN_STATUS: QT_TRANSLATE_NOOP("Notices", "Base"),
    FigureNotice.COLUMN_MEAN: QT_TRANSLATE_NOOP("Notices", "Mean score"),
    FigureNotice.COLUMN_SCORES: QT_TRANSLATE_NOOP("Notices", "Colleagues\u2019 scores"),
}
