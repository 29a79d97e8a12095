"""How well we do: quadrants of importance and performance, our own scores against the customers'."""

from enum import StrEnum

from cxsurvey.notices.words import QT_TRANSLATE_NOOP


class PerformanceNotice(StrEnum):
    TOO_FEW = "performance_too_few"
    FIX_FIRST = "performance_fix_first"
    NOTHING_TO_FIX = "performance_nothing_to_fix"
    KEEP_UP = "performance_keep_up"
    OVER_SERVED = "performance_over_served"
    ON_THE_LINE = "performance_on_the_line"
    LINES = "performance_lines"
    LINES_TARGET = "performance_lines_target"
    GAP_OVER = "performance_gap_over"
    GAP_UNDER = "performance_gap_under"
    GAP_NONE = "performance_gap_none"
    OWN_FIXED = "performance_own_fixed"


WORDS: dict[PerformanceNotice, str] = {
    PerformanceNotice.TOO_FEW: QT_TRANSLATE_NOOP(
        "Notices",
        "Too few answers ({n}) on what matters or on how well we do to say what to fix first; {needed} are needed.",
    ),
    PerformanceNotice.FIX_FIRST: QT_TRANSLATE_NOOP(
        "Notices", "Fix first: {pillars}. It matters to customers, and they rate us low on it."
    ),
    PerformanceNotice.NOTHING_TO_FIX: QT_TRANSLATE_NOOP(
        "Notices", "No pillar is surely both important to customers and weak: nothing stands out to fix first."
    ),
    PerformanceNotice.KEEP_UP: QT_TRANSLATE_NOOP(
        "Notices", "Keep up: {pillars}. It matters to customers, and they rate us well on it."
    ),
    PerformanceNotice.OVER_SERVED: QT_TRANSLATE_NOOP(
        "Notices",
        "Possibly over-served: {pillars}. Customers rate us well on it, but other pillars matter more to them.",
    ),
    PerformanceNotice.ON_THE_LINE: QT_TRANSLATE_NOOP(
        "Notices", "Too close to a line to be placed for sure: {pillars}."
    ),
    PerformanceNotice.LINES: QT_TRANSLATE_NOOP(
        "Notices",
        "The lines stand at the means of all pillars: importance {importance:.1f} of 100, performance "
        "{performance:.1f} of 5.",
    ),
    PerformanceNotice.LINES_TARGET: QT_TRANSLATE_NOOP(
        "Notices",
        "The lines stand at the mean importance of all pillars, {importance:.1f} of 100, and at the performance "
        "aimed at, {performance:.1f} of 5.",
    ),
    PerformanceNotice.GAP_OVER: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: we think {own:.1f}, customers say {customers:.1f}: we over-rate ourselves by {gap:.1f} "
        "({low:.1f} to {high:.1f}).",
    ),
    PerformanceNotice.GAP_UNDER: QT_TRANSLATE_NOOP(
        "Notices",
        "{pillar}: we think {own:.1f}, customers say {customers:.1f}: we under-rate ourselves by {gap:.1f} "
        "({low:.1f} to {high:.1f}).",
    ),
    PerformanceNotice.GAP_NONE: QT_TRANSLATE_NOOP(
        "Notices", "On no pillar is there a proven gap between our own score and the customers\u2019 rating."
    ),
    PerformanceNotice.OWN_FIXED: QT_TRANSLATE_NOOP(
        "Notices",
        "Fewer than {fewest} colleagues gave scores, so our own score counts as a fixed number: the ranges hold only "
        "the customers\u2019 uncertainty.",
    ),
}
