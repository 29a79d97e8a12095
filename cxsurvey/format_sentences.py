"""Sentences about the kind of priority question: what its scores mean, and who answered in another way."""

from cxsurvey.adequacy import Adequacy
from cxsurvey.answer_formats import BEST_WORST, POINTS, RANKING, RATING, SORT, TOP
from cxsurvey.comparison import Comparison
from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.kinds import KindNotice as K

OFTEN_ENOUGH = 3  # times each pillar should be shown to each person (statistics.md 2.1)

_OTHERS = {
    RANKING: K.OTHER_RANKING, TOP: K.OTHER_TOP, SORT: K.OTHER_SORT, RATING: K.OTHER_RATING,
    BEST_WORST: K.OTHER_BEST_WORST, POINTS: K.OTHER_POINTS,
}  # fmt: skip
_TOPS = {RATING: K.TOP_OF_RATINGS, BEST_WORST: K.TOP_OF_BEST_WORST, POINTS: K.TOP_OF_POINTS}


def scale_sentences(comparison: Comparison) -> tuple[Notice, ...]:
    """What the scores were made of and how to read them; nothing of full rankings."""
    balance = comparison.balance
    told = {
        RATING: notice(K.RATINGS_USED, Severity.INFO),
        TOP: notice(K.TOP_USED, Severity.INFO, depth=comparison.depth),
        SORT: notice(K.SORT_USED, Severity.INFO),
        BEST_WORST: notice(
            K.BEST_WORST_USED if balance is None or balance.balanced else K.LOGIT_USED, Severity.INFO
        ),
        POINTS: notice(K.POINTS_USED, Severity.INFO, equal=100 / max(1, len(comparison.pillars))),
    }
    found: tuple[Notice, ...] = (told[comparison.format],) if comparison.format in told else ()
    if balance is not None and balance.fewest_shown < OFTEN_ENOUGH:
        found += (notice(K.THIN_DESIGN, Severity.INFO, shown=balance.fewest_shown),)
    return found


def pooling_sentences(found: Adequacy | Comparison) -> tuple[Notice, ...]:
    """Who answered in another way and does not count, and of whom only a part does."""
    told = tuple(notice(_OTHERS[key], n=n) for key, n in found.others)
    return (*told, notice(K.CUT, Severity.INFO, n=found.cut, depth=found.depth)) if found.cut else told


def top_sentence(adequacy: Adequacy) -> Notice | None:
    """What "in the top 3" means where people gave no places."""
    code = _TOPS.get(adequacy.format)
    return None if code is None else notice(code, Severity.INFO, top=adequacy.top_places)
