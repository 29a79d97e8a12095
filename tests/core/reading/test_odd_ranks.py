"""Rows of ranks with faults, settled all at once, against the rules of docs/reading.md taken one row at a time."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cxsurvey.notices.reading import ReadingNotice as Told
from cxsurvey.reading.odd_ranks import REASONS
from cxsurvey.reading.ranks import BAD, BLANK, ranks_from_places, settle_ranks

ROWS = st.integers(1, 6).flatmap(
    lambda k: st.lists(
        st.lists(
            st.sampled_from([BLANK, BAD, 0, *range(1, 2 * k + 2), 2 * k + 4, 1_000]), min_size=k, max_size=k
        ),
        min_size=1, max_size=12,
    )
)  # fmt: skip
PLACES = st.integers(1, 5).flatmap(
    lambda k: st.tuples(
        st.just(k),
        st.integers(1, 6).flatmap(
            lambda m: st.lists(st.lists(st.integers(BAD, k - 1), min_size=m, max_size=m), min_size=1, max_size=12)
        ),
    )
)


@given(ROWS)
def test_each_row_of_ranks_is_settled_by_the_first_rule_that_fits(rows):
    stated = np.array(rows, np.int16)
    k = stated.shape[1]
    from_zero = (stated == 0).any() and not (stated >= 2 * k).any()
    settled = settle_ranks(stated)
    odd = settled.odd
    told = {int(row): place for place, row in enumerate(odd.rows)}
    assert list(told) == sorted(told)
    assert settled.from_zero == from_zero
    for number, values in enumerate(rows):
        values = [value + 2 if from_zero and value >= 0 else value for value in values]
        if number not in told:
            assert sorted(value for value in values if value != BLANK) == [
                2 * rank for rank in range(1, k + 1 - values.count(BLANK))
            ]
            assert settled.ranks[number].tolist() == [max(value, 0) for value in values]
            continue
        at = told[number]
        expected = settled_alone(values)
        assert settled.ranks[number].tolist() == expected[0]
        assert (REASONS[odd.reasons[at]], odd.kept[at], odd.columns[at], odd.ranks[at], odd.upto[at]) == expected[1:]


@given(PLACES)
def test_places_count_up_to_the_first_that_names_no_pillar_or_one_again(case):
    k, rows = case
    settled = ranks_from_places(np.array(rows, np.int16), k)
    odd = settled.odd
    for row, reason, kept, column, upto in zip(
        odd.rows, odd.reasons, odd.kept, odd.columns, odd.upto, strict=True
    ):
        if REASONS[reason] not in (Told.PILLAR_NOT_KNOWN, Told.PILLAR_NAMED_TWICE):
            continue
        before = [pillar for pillar in rows[row][:column] if pillar != BLANK]
        fault = rows[row][column]
        assert BAD not in before
        assert len(set(before)) == len(before)
        assert fault == BAD if REASONS[reason] is Told.PILLAR_NOT_KNOWN else fault in before
        assert kept == bool(before)
        assert upto == len(before)
        assert settled.ranks[row].tolist() == [
            2 * before.index(pillar) + 2 if pillar in before else 0 for pillar in range(k)
        ]
    faulty = {
        number for number, row in enumerate(rows)
        if BAD in row or len({p for p in row if p >= 0}) < sum(p >= 0 for p in row)
    }  # fmt: skip
    assert faulty <= set(odd.rows.tolist())


def settled_alone(values):
    """One odd row: its ranks, the reason, whether kept, the column, twice the rank and how far, as the rules say it."""
    k = len(values)
    filled = [value for value in values if value >= 0]
    order = sorted(filled)
    if order == list(range(0, 2 * k, 2)):
        return [value + 2 for value in values], Told.RANK_FROM_ZERO, True, -1, 0, 0
    for column, value in enumerate(values):
        outside = value != BLANK and not 0 < value <= 2 * k
        if outside or (value > 0 and value % 2 and not tied(order)):
            code = Told.RANK_NOT_READ if value == BAD else Told.RANK_OUT_OF_RANGE
            return cut(values, code, column, value)
    if len(set(filled)) == 1 and len(filled) > 1:
        return [0] * k, Told.RANKS_ALL_EQUAL, False, -1, filled[0], 0
    repeated = [value for value in order if order.count(value) > 1]
    if not repeated:
        closed = [2 * order.index(value) + 2 if value > 0 else 0 for value in values]
        return closed, Told.RANK_GAPS, True, -1, 0, 0
    again = repeated[0]
    column = [place for place, value in enumerate(values) if value == again][1]
    if not tied(order):
        return cut(values, Told.RANK_REPEATED, column, again)
    shared = [2 * order.index(value) + 1 + order.count(value) if value > 0 else 0 for value in values]
    return shared, Told.RANK_TIED, True, column, again, 0


def tied(order):
    distinct = sorted(set(order))
    first = {value: order.index(value) + 1 for value in distinct}
    last = {value: len(order) - order[::-1].index(value) for value in distinct}
    return len(distinct) < len(order) and (
        all(value == 2 * first[value] for value in distinct)
        or all(value == first[value] + last[value] for value in distinct)
        or distinct == [2 * place for place in range(1, len(distinct) + 1)]
    )


def cut(values, code, column, rank):
    upto = 0
    while values.count(2 * (upto + 1)) == 1:
        upto += 1
    kept = [value if 0 < value <= 2 * upto and value % 2 == 0 else 0 for value in values]
    return kept, code, upto > 0, column, rank, upto
