"""A table and its mapping to responses and the report of what became of every row."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.answer_rows import AnswerRows
from cxsurvey.reading.finished import not_finished
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.people import read_people
from cxsurvey.reading.rankings import read_rankings, tell_odd_rows
from cxsurvey.reading.ratings import read_ratings
from cxsurvey.reading.relabel import relabelled
from cxsurvey.reading.told_rows import tell_rows
from cxsurvey.reading.values import ImportReport, LeftOut, Mapping, Role, Table
from cxsurvey.responses import COMPLETE, PARTIAL, Int8Array, Responses, frozen
from cxsurvey.survey import Survey


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """What came out of a table."""

    responses: Responses
    report: ImportReport


def decode(
    table: Table, mapping: Mapping, pillars: Pillars, survey: Survey | None, this_year: int
) -> Decoded:
    """Responses and report; ``read = complete + partial + empty + len(left_out)`` always holds."""
    table = relabelled(table, mapping)
    ledger = Ledger(table, mapping.platform)
    if mapping.labels:
        ledger.notices.append(notice(ReadingNotice.VALUES_READ_AS_SAID, Severity.INFO, n=len(mapping.labels)))
    columns = {column.position: column for column in table.columns}
    answers = AnswerRows(table, mapping, ledger)
    matcher = PillarMatcher(pillars)
    settled, wanted = read_rankings(columns, mapping, matcher, survey, ledger, answers.rows)
    importance = read_ratings(columns, mapping, Role.IMPORTANCE, matcher.keys, ledger, answers.rows)
    performance = read_ratings(columns, mapping, Role.PERFORMANCE, matcher.keys, ledger, answers.rows)

    n_ranked = (settled.ranks > 0).sum(axis=1)
    n_rated = (importance > 0).sum(axis=1)
    refused = {odd.row for odd in settled.odd if not odd.kept}
    taken = (n_ranked > 0) | (n_rated > 0)
    left_out = np.isin(np.arange(len(answers.rows)), list(refused)) & ~taken
    tell_odd_rows(settled, mapping, matcher.keys, columns, answers.rows, left_out, ledger)
    n_asked = sum(role.role is Role.IMPORTANCE for role in mapping.roles)
    complete = (n_ranked >= wanted) if wanted else (n_rated >= max(1, n_asked))
    complete &= ~not_finished(columns, mapping, answers.rows)
    people = read_people(columns, mapping, survey, ledger, answers.rows[taken], this_year)

    responses = frozen(
        Responses(
            matcher.keys, _chosen(settled.ranks, taken), _chosen(importance, taken), _chosen(performance, taken),
            people.birth_year, people.age, np.where(complete[taken], COMPLETE, PARTIAL).astype(np.int8),
            np.asarray(table.rows)[answers.rows[taken]].astype(np.int32),
            np.zeros(int(taken.sum()), np.int16), people.segments, people.comments, people.respondent_ids,
            people.submitted, people.duration,
        )
    )  # fmt: skip
    tell_rows(responses, answers.rows[taken], answers.rows[~taken & ~left_out], mapping, ledger)
    report = ImportReport(
        mapping.platform, answers.n_read, int((taken & complete).sum()), int((taken & ~complete).sum()),
        int((~taken & ~left_out).sum()), _by_row(ledger.left_out), _by_row(ledger.corrected), tuple(ledger.notices),
    )  # fmt: skip
    return Decoded(responses, report)


def _chosen(block: Int8Array, taken: NDArray[np.bool_]) -> Int8Array:
    return np.asfortranarray(block[taken])


def _by_row(entries: list[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.row, entry.column)))
