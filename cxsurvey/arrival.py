"""Files as they come in: rows that were not simply taken, careless answers, and what a file does not let be checked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import overload

from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.arrival import ArrivalNotice
from cxsurvey.quality import FEWEST_RATINGS, Flags, flag
from cxsurvey.reading.findings import Findings, found
from cxsurvey.reading.values import ImportedFile, LeftOut
from cxsurvey.responses import Responses


def checks_of(responses: Responses) -> tuple[Notice, ...]:
    """One sentence for the whole, one for each sign found, one for each check that the file does not allow."""
    flags = flag(responses)
    counts = {
        ArrivalNotice.SAME_ID: flags.same_id, ArrivalNotice.SAME_ANSWERS: flags.same_answers,
        ArrivalNotice.STRAIGHT_LINED: flags.straight_lined, ArrivalNotice.TOO_FAST: flags.too_fast,
        ArrivalNotice.ATTENTION: flags.attention, ArrivalNotice.RANDOM_PICKS: flags.random_picks,
    }  # fmt: skip
    signs = [
        notice(code, Severity.INFO, n=int(flagged.sum()))
        for code, flagged in counts.items()
        if flagged is not None and flagged.any()
    ]
    impossible = _impossible(responses)
    asked_too = (flags.attention, flags.random_picks)  # what few files have is not missed in the others
    nothing_checked = len(impossible) == len(counts) - 2 and all(one is None for one in asked_too)
    return (_whole(flags, responses.n, nothing_checked), *signs, *impossible)


def _whole(flags: Flags, n: int, nothing_checked: bool) -> Notice:
    n_flagged = int(flags.any.sum())
    if n_flagged:
        return notice(ArrivalNotice.SUSPICIOUS, Severity.INFO, n=n_flagged, total=n)
    return notice(ArrivalNotice.NOTHING_CHECKED if nothing_checked else ArrivalNotice.CAREFUL, Severity.INFO)


def _impossible(responses: Responses) -> list[Notice]:
    has_clock = any(len(moment) > len("2026-01-01") for moment in responses.submitted)
    n_rated = max(
        responses.importance.any(axis=0).sum(), responses.performance.any(axis=0).sum(),
        (responses.points >= 0).any(axis=0).sum(),
    )
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


class Entries(Sequence[Entry]):
    """The entries of some files. There may be a million, so each is made when it is looked at."""

    def __init__(self, parts: Iterable[tuple[str, bool, Findings]] = ()) -> None:
        self._parts = tuple((file, is_left_out, rows) for file, is_left_out, rows in parts if len(rows))
        self._ends = list(accumulate(len(rows) for _, _, rows in self._parts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, place: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(place, slice):
            return tuple(map(self.__getitem__, range(*place.indices(len(self)))))
        at = range(len(self))[place]
        part = bisect_right(self._ends, at)
        file, is_left_out, rows = self._parts[part]
        return Entry(file, rows[at - self._ends[part]], is_left_out)

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(file, told, is_left_out) for file, is_left_out, rows in self._parts for told in rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entries) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    def of(self, is_left_out: bool) -> Entries:
        """The rows left out alone, or the answers read with care alone."""
        return Entries(part for part in self._parts if part[1] == is_left_out)

    def where(self, speaks_of_it: Callable[[str, LeftOut], bool], row: str) -> Entries:
        """Those of which this is true, asked of the file and the entry without its row; and those in such rows.

        row : letters that the number of a row may hold
        """
        return Entries(
            (file, is_left_out, rows.where(partial(speaks_of_it, file), row))
            for file, is_left_out, rows in self._parts
        )

    @property
    def n_files(self) -> int:
        """How many files the entries are of."""
        return len({file for file, _, _ in self._parts})

    @property
    def n_sheets(self) -> int:
        """How many sheets the entries are of."""
        return len({sheet for _, _, rows in self._parts for sheet in rows.sheets})


def entries_of(imports: Sequence[ImportedFile]) -> Entries:
    """Everything that was not simply taken, file by file: rows left out first."""
    return Entries(
        (imported.name, is_left_out, found(rows))
        for imported in imports
        for is_left_out, rows in ((True, imported.report.left_out), (False, imported.report.corrected))
    )
