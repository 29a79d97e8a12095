"""The top of a sheet, and what a platform's recogniser makes of it."""

from dataclasses import dataclass
from typing import NamedTuple

from cxsurvey.notices import Notice
from cxsurvey.reading.headers import cleaned
from cxsurvey.reading.values import Column, Role, Table

# A row further down is not looked at for a header.
DEEPEST_HEADER = 6


class Wording(NamedTuple):
    """One way to read a header: the question, and the item of it that the column is about."""

    question: str
    item: str


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column as its platform describes it. ``role`` is set where the platform leaves no doubt."""

    column: int                   # 1 = column A
    header: str                   # to show: question and item joined
    wordings: tuple[Wording, ...] # ways to read it, the surest first
    role: Role | None = None
    several: bool = False         # one of several columns of a question
    code: str = ""                # the platform's own name of the column, where it has one beside the text
    single: bool = False          # the platform says that one answer was chosen
    free_text: bool = False       # the platform says that the answer was typed

    @property
    def asked(self) -> str:
        """The question that the column is about, without the groups that it stands in."""
        first = self.wordings[0] if self.wordings else Wording("", self.header)
        return first.question or first.item


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out: which platform wrote it, where the answers begin, what the columns say."""

    platform: str
    confidence: str  # "certain", "likely", "ask"
    header_rows: int # table rows above the first respondent
    heads: tuple[ColumnHead, ...]
    first_is_best: bool = False  # the platform's rankings always count from the most important
    unread: Notice | None = None # what the sheet holds instead of priorities that can be read


class Top:
    """The first rows of a sheet, from a given row on, as recognisers look at them."""

    def __init__(self, table: Table, skip: int = 0) -> None:
        self.table, self.skip = table, skip
        self.columns: tuple[Column, ...] = table.columns
        self.n_rows = len(table.rows) - skip
        self._cleaned: dict[int, list[str]] = {}  # every recogniser asks for the same few rows

    def row(self, number: int) -> list[str]:
        """The cells of a row, 1 = the first looked at, cleaned for matching; empty if there is none."""
        place = self.skip + number - 1
        if not 0 < number <= self.n_rows:
            return []
        if number not in self._cleaned:
            self._cleaned[number] = [cleaned(column.texts[place]) for column in self.columns]
        return list(self._cleaned[number])

    def raw_row(self, number: int) -> list[str]:
        """The same cells as they stand in the file."""
        place = self.skip + number - 1
        return [column.texts[place] for column in self.columns] if 0 < number <= self.n_rows else []
