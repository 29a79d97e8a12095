"""Every encoding of a ranking to the same ranks: a column per pillar, a column per place, one cell with a list."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.answers import doubled_rank, is_no_answer
from cxsurvey.reading.coded import coded
from cxsurvey.reading.ledger import Ledger
from cxsurvey.reading.lists import ListReader
from cxsurvey.reading.matching import EXACT, PillarMatcher
from cxsurvey.reading.odd_ranks import REASONS, OddRows
from cxsurvey.reading.places import shown
from cxsurvey.reading.ranks import BAD, BLANK, IntMatrix, Settled, no_ranks, ranks_from_places, settle_ranks
from cxsurvey.reading.values import Column, ColumnRole, Mapping, Role
from cxsurvey.survey import QuestionKind, Survey

TOP_PLACES = 3
_TOLD_LABELS = 20


def read_rankings(
    columns: dict[int, Column], mapping: Mapping, matcher: PillarMatcher, survey: Survey | None, ledger: Ledger,
    rows: NDArray[np.intp],
) -> tuple[Settled, int]:  # fmt: skip
    """All rankings, and how many places make one complete (0 if no ranking was asked)."""
    k = len(matcher.keys)
    by_pillar = [role for role in mapping.roles if role.role is Role.RANK_OF_PILLAR and role.pillar in matcher.keys]
    by_place = sorted(
        (role for role in mapping.roles if role.role is Role.PILLAR_AT_PLACE and role.place > 0),
        key=lambda role: role.place,
    )
    listed = next((role for role in mapping.roles if role.role is Role.RANKED_LIST), None)
    asks_top = survey is not None and survey.priority is not None and survey.priority.kind is QuestionKind.TOP_RANKING
    if by_pillar:
        settled = settle_ranks(_stated(columns, by_pillar, matcher, rows), mapping.reversed)
        if settled.from_zero:
            ledger.notices.append(notice(ReadingNotice.RANKS_FROM_ZERO, sheet=shown(ledger.table.sheet)))
        return settled, TOP_PLACES if asks_top else len(by_pillar)
    if by_place:
        settled = ranks_from_places(pillars_named(columns, by_place, matcher, ledger, rows), k)
        wanted = min(len(by_place), k)
    elif listed is not None:
        settled = ranks_from_places(_listed(columns[listed.column], matcher, rows), k)
        longest = int((settled.ranks > 0).sum(axis=1).max(initial=0))
        wanted = TOP_PLACES if asks_top and longest <= TOP_PLACES else k
    else:
        return no_ranks(len(rows), k), 0
    if mapping.reversed:
        ranks = settled.ranks
        filled = (ranks > 0).sum(axis=1, keepdims=True)
        turned = np.asfortranarray(np.where(ranks > 0, 2 * (filled + 1) - ranks, 0).astype(np.int8))
        settled = Settled(turned, settled.odd, False)
    return settled, wanted


def _stated(
    columns: dict[int, Column], roles: list[ColumnRole], matcher: PillarMatcher, rows: NDArray[np.intp]
) -> IntMatrix:
    """Twice the rank each cell states, shape (n_rows, k); pillars without a column stay blank."""
    stated = np.full((len(rows), len(matcher.keys)), BLANK, np.int16)
    for role in roles:
        texts = coded(columns[role.column].texts).part(rows)
        stated[:, matcher.keys.index(role.pillar)] = texts.each(_stated_rank, np.int16)
    return stated


def _stated_rank(text: str) -> int:
    if is_no_answer(text):
        return BLANK
    rank = doubled_rank(text)
    return BAD if rank is None else min(rank, 1_000)


def pillars_named(
    columns: dict[int, Column], roles: list[ColumnRole], matcher: PillarMatcher, ledger: Ledger,
    rows: NDArray[np.intp],
) -> IntMatrix:  # fmt: skip
    """The position of the pillar in each cell, shape (n_rows, n_columns); likenesses are told once each."""
    places = np.full((len(rows), len(roles)), BLANK, np.int16)
    likened: dict[str, str] = {}
    for position, role in enumerate(roles):
        texts = coded(columns[role.column].texts).part(rows)
        meaning: dict[str, int] = {}
        for text in texts.distinct:
            match = matcher.cell(text) if not is_no_answer(text) else None
            meaning[text] = BLANK if match is None else matcher.keys.index(match.pillar) if match.pillar else BAD
            if match is not None and match.pillar and match.score < EXACT:
                likened[text] = match.pillar
        places[:, position] = texts.each(meaning.__getitem__, np.int16)
    for text, pillar in sorted(likened.items())[:_TOLD_LABELS]:
        ledger.notices.append(
            notice(ReadingNotice.LABEL_LIKENED, Severity.INFO, value=shown(text), pillar=matcher.name(pillar))
        )
    return places


def _listed(column: Column, matcher: PillarMatcher, rows: NDArray[np.intp]) -> IntMatrix:
    """The positions of the pillars of each list, shape (n_rows, longest list)."""
    reader = ListReader(matcher)
    texts = coded(column.texts).part(rows)
    lists = {text: reader.read(text) if not is_no_answer(text) else () for text in texts.distinct}
    longest = max((len(keys) for keys in lists.values()), default=0)
    meaning = {
        text: [matcher.keys.index(key) if key else BAD for key in keys] + [BLANK] * (longest - len(keys))
        for text, keys in lists.items()
    }
    # A cell that is filled but holds no pillar at all is a fault of its first place.
    for text, keys in lists.items():
        if not keys and not is_no_answer(text):
            meaning[text] = [BAD] + [BLANK] * max(0, longest - 1)
    rankings: IntMatrix = np.array([meaning[text] for text in texts.distinct], np.int16).reshape(len(lists), -1)
    by_row: IntMatrix = rankings[texts.codes]
    return by_row


def tell_odd_rows(
    settled: Settled, mapping: Mapping, keys: tuple[str, ...], columns: dict[int, Column], rows: NDArray[np.intp],
    left_out: NDArray[np.bool_], ledger: Ledger,
) -> None:  # fmt: skip
    by_pillar = {role.pillar: role.column for role in mapping.roles if role.role is Role.RANK_OF_PILLAR}
    by_place = sorted((r.place, r.column) for r in mapping.roles if r.role is Role.PILLAR_AT_PLACE and r.place)
    listed = next((role.column for role in mapping.roles if role.role is Role.RANKED_LIST), 0)
    odd = settled.odd
    for first, alike in _alike(odd, left_out):
        at, rank = int(odd.columns[first]), int(odd.ranks[first])
        column = _pointed_at(at, keys, by_pillar, by_place, listed)
        ledger.tell(
            ledger.left_out if left_out[odd.rows[first]] else ledger.corrected, columns.get(column),
            rows[odd.rows[alike]], REASONS[odd.reasons[first]], ReadingNotice.RANK_IS_ERROR if at >= 0 else None,
            rank=f"{rank / 2:g}", upto=int(odd.upto[first]), k=len(keys),
        )  # fmt: skip


def _alike(odd: OddRows, left_out: NDArray[np.bool_]) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """The places of odd rows of which the same is to be told but for their row and text, after the first of them."""
    key = np.zeros(len(odd), np.int64)
    for part, size in (
        (odd.columns + 1, 1 << 15), (odd.reasons, 1 << 5), (odd.ranks + 2, 1 << 13), (odd.upto, 1 << 15),
        (left_out[odd.rows], 2),
    ):  # fmt: skip
        key = key * size + part
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order])) + 1
    for alike in np.split(order, starts) if len(order) else ():
        yield int(alike[0]), alike


def _pointed_at(
    at: int, keys: tuple[str, ...], by_pillar: dict[str, int], by_place: list[tuple[int, int]], listed: int
) -> int:
    """The sheet column the reason of an odd row is about, 0 for the row as a whole."""
    if at < 0:
        return 0
    if by_pillar:
        return by_pillar.get(keys[at], 0) if at < len(keys) else 0
    return by_place[at][1] if at < len(by_place) else listed
