"""Files as they come in: rows that were not simply taken, careless answers, and what a file does not let be checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.arrival import ArrivalNotice
from cxsurvey.quality import FEWEST_RATINGS, Flags, flag
from cxsurvey.reading.values import ImportedFile, LeftOut
from cxsurvey.responses import Responses


def checks_of(responses: Responses) -> tuple[Notice, ...]:
    """One sentence for the whole, one for each sign found, one for each check that the file does not allow."""
    flags = flag(responses)
    counts = {
        ArrivalNotice.SAME_ID: flags.same_id, ArrivalNotice.SAME_ANSWERS: flags.same_answers,
        ArrivalNotice.STRAIGHT_LINED: flags.straight_lined, ArrivalNotice.TOO_FAST: flags.too_fast,
    }  # fmt: skip
    found = [
        notice(code, Severity.INFO, n=int(flagged.sum()))
        for code, flagged in counts.items()
        if flagged is not None and flagged.any()
    ]
    impossible = _impossible(responses)
    return (_whole(flags, responses.n, len(impossible) == len(counts)), *found, *impossible)


def _whole(flags: Flags, n: int, nothing_checked: bool) -> Notice:
    n_flagged = int(flags.any.sum())
    if n_flagged:
        return notice(ArrivalNotice.SUSPICIOUS, Severity.INFO, n=n_flagged, total=n)
    return notice(ArrivalNotice.NOTHING_CHECKED if nothing_checked else ArrivalNotice.CAREFUL, Severity.INFO)


def _impossible(responses: Responses) -> list[Notice]:
    has_clock = any(len(moment) > len("2026-01-01") for moment in responses.submitted)
    n_rated = max(responses.importance.any(axis=0).sum(), responses.performance.any(axis=0).sum())
    missing = {
        ArrivalNotice.NO_TIMES: not responses.duration.any(),
        ArrivalNotice.NO_IDS: not any(responses.respondent_ids),
        ArrivalNotice.NO_CLOCK: not has_clock,
        ArrivalNotice.NO_RATINGS: n_rated < FEWEST_RATINGS,
    }
    return [notice(code, Severity.INFO) for code, is_missing in missing.items() if is_missing]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row left out, or an answer read with care, of one file."""

    file: str
    told: LeftOut
    is_left_out: bool


def entries_of(imports: Sequence[ImportedFile]) -> tuple[Entry, ...]:
    """Everything that was not simply taken, file by file: rows left out first."""
    return tuple(
        Entry(imported.name, told, is_left_out)
        for imported in imports
        for is_left_out, rows in ((True, imported.report.left_out), (False, imported.report.corrected))
        for told in rows
    )
