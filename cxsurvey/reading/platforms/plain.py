"""Any other table with one header row: the columns speak for themselves."""

from cxsurvey.reading.headers import framed, splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording

NAME = "table"


def plain_layout(top: Top) -> Layout:
    """The table as if its first looked-at row were the header."""
    headers = top.row(1)
    heads = tuple(
        ColumnHead(column.position, text, _wordings(headers, place))
        for place, (column, text) in enumerate(zip(top.columns, headers, strict=True))
    )
    return Layout(NAME, "likely", top.skip + 1, heads)


def _wordings(headers: list[str], place: int) -> tuple[Wording, ...]:
    """Ways to read a header by its own signs, then by what it shares with its neighbours."""
    text = headers[place]
    beside = [headers[other] for other in (place - 1, place + 1) if 0 <= other < len(headers)]
    shared = [found for neighbour in beside if text and (found := framed(text, neighbour))]
    return tuple(Wording(*wording) for wording in dict.fromkeys((*splits(text), *shared)))
