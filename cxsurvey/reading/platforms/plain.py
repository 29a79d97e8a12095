"""Any other table with one header row: the columns speak for themselves."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from cxsurvey.reading.headers import frame_of, inside, splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording
from cxsurvey.reading.matching import PillarMatcher

NAME = "table"


def plain_layout(top: Top) -> Layout:
    """The table as if its first looked-at row were the header."""
    headers = top.row(1)
    heads = tuple(
        ColumnHead(column.position, text, wordings)
        for column, text, wordings in zip(top.columns, headers, _wordings(headers), strict=True)
    )
    return Layout(NAME, "likely", top.skip + 1, heads)


def under_questions(layout: Layout, above: list[str], matcher: PillarMatcher) -> Layout:
    """The layout with questions that stand in the row above the names of pillars, once for several columns."""
    heads: list[ColumnHead] = []
    question = ""
    for head, text in zip(layout.heads, above, strict=True):
        is_pillar = bool(matcher.exact(head.header))
        question = (text or question) if is_pillar else ""
        if question:
            wordings = (Wording(question, head.header),)
            head = ColumnHead(head.column, f"{question} [{head.header}]", wordings)
        heads.append(head)
    return replace(layout, heads=tuple(heads))


def _wordings(headers: list[str]) -> list[tuple[Wording, ...]]:
    """Ways to read each header: by its own signs, then by what it shares with its neighbours.

    The item may also stand in front, ``Speed:How well do we do?``, where others have the same question behind them.

    Of two frames that fit, the one that more neighbours share comes first: ``Rank of … (1 = best)``, not the
    ``Rank of … experiences (1 = best)`` that ``Digital experiences`` and ``Other experiences`` have in common.
    """
    behind = Counter(text.partition(":")[2].strip() for text in headers)
    pairs = [frame_of(one, other) for one, other in pairwise(headers)]
    shared = Counter(frame for frame in pairs if frame is not None)
    found = []
    for place, text in enumerate(headers):
        near = pairs[max(0, place - 2) : place + 2] if text else []
        beside = {frame for frame in near if frame is not None}
        ordered = sorted(beside, key=lambda frame: (-shared[frame], frame))
        item, _, question = (part.strip() for part in text.partition(":"))
        fronted = [(question, item)] if question and item and behind[question] > 1 else []
        framed = (wording for frame in ordered if (wording := inside(text, frame)) is not None)
        found.append(tuple(Wording(*wording) for wording in dict.fromkeys((*fronted, *splits(text), *framed))))
    return found
