"""What a file ranks when it is not the study's pillars: told, so that a study of them can be made."""

from itertools import groupby, islice

from cxsurvey.pillars import FEWEST, MOST
from cxsurvey.reading.answers import is_no_answer, rating
from cxsurvey.reading.headers import SHARED, match_key
from cxsurvey.reading.layout import ColumnHead, Layout, Wording
from cxsurvey.reading.values import Table

_ROWS_LOOKED_AT = 2_000
# Of the rows that are filled throughout, this share gives each number from 1 to k once.
_PERMUTATIONS = 0.9
_FEWEST_ROWS = 3


def ranked_things(table: Table, layout: Layout) -> tuple[str, ...]:
    """The items of the first question whose answers are the numbers 1 to k, each once; empty if there is none."""
    texts = {column.position: column.texts[layout.header_rows :] for column in table.columns}
    asked = (head for head in layout.heads if head.role is None and _wording(head).item)
    for question, group in groupby(asked, key=_question):
        heads = list(group)
        items = tuple(_wording(head).item for head in heads)
        if question and FEWEST <= len(heads) <= MOST and len(set(items)) == len(items):
            rows = zip(*(texts[head.column] for head in heads), strict=True)
            if _are_rankings(list(islice(rows, _ROWS_LOOKED_AT)), len(heads)):
                return items
    return ()


def _wording(head: ColumnHead) -> Wording:
    """The header as question and item; what it shares with its neighbours tells them apart best."""
    return next((wording for wording in head.wordings if SHARED in wording.question), head.wordings[0])


def _question(head: ColumnHead) -> str:
    return match_key(_wording(head).question)


def _are_rankings(rows: list[tuple[str, ...]], k: int) -> bool:
    full = [row for row in rows if not any(is_no_answer(text) for text in row)]
    whole = list(range(1, k + 1))
    right = sum(sorted(number for text in row if (number := rating(text)) is not None) == whole for row in full)
    return len(full) >= _FEWEST_ROWS and right >= _PERMUTATIONS * len(full)
