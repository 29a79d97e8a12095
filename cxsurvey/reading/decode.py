"""A table and its mapping to responses and the report of what became of every row."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxsurvey.best_worst import chosen_rows
from cxsurvey.notices import Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.answer_rows import AnswerRows
from cxsurvey.reading.finished import not_finished
from cxsurvey.reading.guided import Sorted, settle_sort, sort_columns, tell_sort
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.marks import read_attention, read_marks
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.people import read_people
from cxsurvey.reading.points import SharedOut, read_points, tell_refused
from cxsurvey.reading.rankings import pillars_named, read_rankings, tell_odd_rows
from cxsurvey.reading.ranks import Settled
from cxsurvey.reading.ratings import read_ratings
from cxsurvey.reading.relabel import relabelled
from cxsurvey.reading.tasks import read_tasks
from cxsurvey.reading.told_rows import tell_rows
from cxsurvey.reading.values import Column, ImportReport, Mapping, Role, Table
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
    rows = answers.rows
    settled, wanted = read_rankings(columns, mapping, matcher, survey, ledger, rows)
    sort = _read_sort(columns, mapping, matcher, ledger, rows) if not wanted else None
    ranks = settled.ranks if sort is None else sort.ranks
    tasks = read_tasks(columns, mapping, matcher, survey, ledger, rows)
    shared = read_points(columns, mapping, matcher.keys, ledger, rows)
    importance = read_ratings(columns, mapping, Role.IMPORTANCE, matcher.keys, ledger, rows)
    performance = read_ratings(columns, mapping, Role.PERFORMANCE, matcher.keys, ledger, rows)

    n_rated = (importance > 0).sum(axis=1)
    n_asked = sum(role.role is Role.IMPORTANCE for role in mapping.roles)
    taken = (ranks > 0).any(axis=1) | shared.given | (n_rated > 0)
    if tasks.answers is not None:
        taken |= tasks.answers.answered
    left_out = _left_out(settled, shared, mapping, columns, taken, matcher.keys, rows, ledger)
    if wanted:
        complete = (ranks > 0).sum(axis=1) >= wanted
    elif sort is not None:
        complete = sort.complete
    elif tasks.answers is not None:
        complete = tasks.complete
    else:
        complete = shared.complete if shared.points.size else n_rated >= max(1, n_asked)
    complete &= ~not_finished(columns, mapping, rows)
    people = read_people(columns, mapping, survey, ledger, rows[taken], this_year)

    responses = frozen(
        Responses(
            matcher.keys, _chosen(ranks, taken), _chosen(importance, taken), _chosen(performance, taken),
            people.birth_year, people.age, np.where(complete[taken], COMPLETE, PARTIAL).astype(np.int8),
            np.asarray(table.rows)[rows[taken]].astype(np.int32),
            np.zeros(int(taken.sum()), np.int16), people.segments, people.comments, people.respondent_ids,
            people.submitted, people.duration,
            np.asfortranarray(shared.points[taken]) if shared.points.size else shared.points,
            read_marks(columns, mapping, Role.SATISFACTION, survey, ledger, rows[taken]),
            read_marks(columns, mapping, Role.IMAGE, survey, ledger, rows[taken]),
            read_attention(columns, mapping, ledger, rows[taken]),
            None if tasks.answers is None else chosen_rows(tasks.answers, taken),
        )
    )  # fmt: skip
    tell_rows(responses, answers.rows[taken], answers.rows[~taken & ~left_out], mapping, ledger)
    report = ImportReport(
        mapping.platform, answers.n_read, int((taken & complete).sum()), int((taken & ~complete).sum()),
        int((~taken & ~left_out).sum()), ledger.left_out.findings(), ledger.corrected.findings(),
        tuple(ledger.notices),
    )  # fmt: skip
    return Decoded(responses, report)


def _read_sort(
    columns: dict[int, Column], mapping: Mapping, matcher: PillarMatcher, ledger: Ledger, rows: NDArray[np.intp]
) -> Sorted | None:
    roles = sort_columns(tuple(role for role in mapping.roles if role.role is Role.PILLAR_AT_STEP), matcher)
    if not roles:
        return None
    cells = pillars_named(columns, roles, matcher, ledger, rows)
    tell_sort(cells, roles, columns, rows, ledger)
    found = settle_sort(cells, roles, len(matcher.keys))
    if not mapping.reversed:
        return found
    turned = np.where(found.ranks > 0, 2 * (len(matcher.keys) + 1) - found.ranks, 0).astype(np.int8)
    return Sorted(np.asfortranarray(turned), found.complete)


def _left_out(
    settled: Settled, shared: SharedOut, mapping: Mapping, columns: dict[int, Column], taken: NDArray[np.bool_],
    keys: tuple[str, ...], rows: NDArray[np.intp], ledger: Ledger,
) -> NDArray[np.bool_]:  # fmt: skip
    """Rows of which nothing could be used, (n,); each is named once, other faults are told as corrected."""
    refused = np.zeros(len(rows), bool)
    refused[settled.odd.rows[~settled.odd.kept]] = True
    refused &= ~taken
    tell_odd_rows(settled, mapping, keys, columns, rows, refused, ledger)
    tell_refused(shared, columns, rows, taken | refused, ledger)
    left_out: NDArray[np.bool_] = refused | ((shared.refused >= 0) & ~taken)
    return left_out


def _chosen(block: Int8Array, taken: NDArray[np.bool_]) -> Int8Array:
    return np.asfortranarray(block[taken])
