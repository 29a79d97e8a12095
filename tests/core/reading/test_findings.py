"""What was found in rows: held as numbers, seen as one entry a row."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cxsurvey.notices import Notice, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.findings import Finding, Findings, Gathered, found, joined
from cxsurvey.reading.values import LeftOut

reasons = st.builds(
    lambda row, value: notice(ReadingNotice.RATING_NOT_READ, row=row, value=value, low=1, high=5),
    st.integers(1, 3), st.sampled_from(["x", "y"]),
) | st.just(Notice("rating_not_read"))  # fmt: skip
entries = st.lists(
    st.builds(LeftOut, st.sampled_from("ST"), st.integers(1, 3), st.sampled_from(["", "C"]), st.just("v"), reasons),
    max_size=8,
)


@given(entries, entries)
def test_entries_come_back_as_they_were(some, others):
    assert list(found(some)) == some
    assert joined(some, found(others)) == (*some, *others)
    assert hash(found(some)) == hash(tuple(some))
    assert [found(some)[place] for place in range(len(some))] == some
    assert found(some)[1:3] == some[1:3]
    assert found(some).sheets == {entry.sheet for entry in some}


def test_entries_that_differ_by_their_row_alone_are_one_kind():
    gathered = Gathered("Sheet1")
    for row in (9, 3, 5):
        gathered.append(Finding(row, "C", "7", ReadingNotice.RATING_NOT_READ, (("low", 1), ("high", 5))))
    told = gathered.findings()
    assert len(told.kinds) == 1
    reason = notice(
        ReadingNotice.RATING_NOT_READ, sheet="Sheet1", row=3, column="C", value="7", low=1, high=5
    )  # fmt: skip
    assert told[0] == LeftOut("Sheet1", 3, "C", "7", reason)
    assert [entry.row for entry in told] == [3, 5, 9]
    assert {replace(entry, row=0, reason=reason) for entry in told} == {LeftOut("Sheet1", 0, "C", "7", reason)}


def test_a_long_value_is_shortened_and_made_visible():
    gathered = Gathered("Sheet1")
    gathered.append(Finding(2, "A", "\u202e" + "x" * 100, ReadingNotice.RATING_NOT_READ))
    (entry,) = gathered.findings()
    assert len(entry.value) == 60
    assert "\u202e" not in entry.value


def test_entries_can_be_chosen_by_their_codes():
    gathered = Gathered("Sheet1")
    for row, code in ((2, ReadingNotice.RATING_NOT_READ), (3, ReadingNotice.CELL_IS_ERROR)):
        gathered.append(Finding(row, "C", "v", code))
    assert [entry.row for entry in gathered.findings().of_codes({ReadingNotice.CELL_IS_ERROR})] == [3]
    assert found([]).of_codes({"a"}) == Findings([], found([]).codes, found([]).rows)


def test_entries_are_found_by_what_they_say_or_by_their_row():
    gathered = Gathered("Sheet1")
    for row, value in ((112, "red"), (7, "red"), (12, "blue")):
        gathered.append(Finding(row, "C", value, ReadingNotice.RATING_NOT_READ))
    told = gathered.findings()
    assert [entry.row for entry in told.where(lambda kind: kind.value == "red")] == [7, 112]
    assert [entry.row for entry in told.where(lambda kind: False, "12")] == [12, 112]
