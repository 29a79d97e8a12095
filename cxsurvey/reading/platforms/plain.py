"""Any other table with one header row: the columns speak for themselves."""

from cxsurvey.reading.headers import splits
from cxsurvey.reading.layout import ColumnHead, Layout, Top, Wording

NAME = "table"


def plain_layout(top: Top) -> Layout:
    """The table as if its first looked-at row were the header."""
    heads = tuple(
        ColumnHead(column.position, text, tuple(Wording(*split) for split in splits(text)))
        for column, text in zip(top.columns, top.row(1), strict=True)
    )
    return Layout(NAME, "likely", top.skip + 1, heads)
