"""What reading works with: the table of a sheet, the mapping of its columns, the report of an import."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from cxsurvey.notices import Notice
from cxsurvey.responses import Int32Array, Responses

Design = tuple[tuple[tuple[str, ...], ...], ...]
"""Which pillars, by key, a MaxDiff survey showed: versions of tasks of pillars; a version that nobody saw may be ()."""


class CellKind(IntEnum):
    """What a cell held in the file; an error is never a blank."""

    BLANK = 0
    TEXT = 1
    NUMBER = 2
    DATE = 3
    BOOLEAN = 4
    ERROR = 5


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column, top to bottom. A number is its shortest exact text ("5", "3.5"), a date ISO, an error "#N/A"."""

    position: int            # 1 = column A
    texts: Sequence[str]     # (n_rows,)
    kinds: NDArray[np.uint8] # (n_rows,) of CellKind


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The used cells of one sheet, header rows included; ``rows`` are the row numbers a spreadsheet program shows."""

    sheet: str
    rows: Int32Array  # (n_rows,)
    columns: tuple[Column, ...]


class Role(StrEnum):
    """What a column is for."""

    RANK_OF_PILLAR = "rank_of_pillar"      # a column per pillar, cell = rank
    PILLAR_AT_PLACE = "pillar_at_place"    # a column per place, cell = pillar
    RANKED_LIST = "ranked_list"            # one cell, pillars in order
    PILLAR_AT_STEP = "pillar_at_step"      # guided sort: cell = pillar; place 1, 2, ... from the front, -1, -2 back
    BEST = "best"                          # MaxDiff: cell = pillar; place = task, from 1
    WORST = "worst"                        # MaxDiff: the same, the least important
    VERSION = "version"                    # MaxDiff: which version of the design the respondent saw, from 1
    POINTS = "points"                      # of 100 per pillar
    IMPORTANCE = "importance"              # 1-5 per pillar
    PERFORMANCE = "performance"            # 1-5 per pillar
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    AGE_BAND = "age_band"
    GENERATION = "generation"
    SEGMENT = "segment"
    SEVERAL = "several"                    # of several options: a column of ticks, or one cell that holds all chosen
    OTHER_TEXT = "other_text"              # what was typed beside "other"; kept with the comments
    SATISFACTION = "satisfaction"          # overall
    IMAGE = "image"                        # impression of the brand
    ATTENTION = "attention"                # attention check; key = the answer that passes
    COMMENT = "comment"
    RESPONDENT_ID = "respondent_id"
    STARTED = "started"
    ENDED = "ended"                        # filled in; where another column says when it was sent
    SUBMITTED = "submitted"
    DURATION = "duration"
    COMPLETE = "complete"
    LANGUAGE = "language"
    TEST_ROW = "test_row"                  # marks previews and tests, which are left out
    PERSONAL = "personal"                  # says who a person is: its cells are left out
    PERSONAL_KEPT = "personal_kept"        # the same, kept in the study because that was asked for; never analysed
    IGNORED = "ignored"


_ORDERED = frozenset(
    {Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE, Role.RANKED_LIST, Role.PILLAR_AT_STEP, Role.BEST, Role.WORST}
)


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What one column is read as. ``score`` is how sure the match of the pillar is, 0 to 100."""

    column: int       # 1 = column A
    header: str       # as in the file, question and item joined
    role: Role
    pillar: str = ""  # pillar key, for the roles per pillar
    place: int = 0    # for PILLAR_AT_PLACE, PILLAR_AT_STEP, BEST and WORST
    key: str = ""     # SEGMENT: its key; SEVERAL: "channels:phone" for a column of ticks, "channels" for a cell of
                      # all; OTHER_TEXT: "channels", "generation", the question it stands beside;
                      # ATTENTION: the answer that passes; SATISFACTION, IMAGE: the scale, "1-5";
                      # ratings: ``LOWEST_BEST`` with 1 the best, or the scale
                      # of their words (rating_words.py); BEST, WORST: "position" or "item" for numbers
    score: float = 100.0


@dataclass(frozen=True, slots=True)
class ValueLabel:
    """What a person says a cell means: every cell of the column that holds ``value`` is read as ``read_as``.

    In a column of ranked lists it is the part of a cell that is read so.
    """

    column: int   # 1 = column A
    value: str    # as in the file, without blanks at its ends
    read_as: str  # "" = no answer


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a sheet is read; can be corrected by hand, saved and used again for files with the same headers."""

    sheet: str
    platform: str            # "surveymonkey", "cxsurvey_excel", "table", ...
    header_rows: int         # rows above the first respondent
    roles: tuple[ColumnRole, ...]
    reversed: bool = False   # ranks count up: the highest number is the most important; without ranks, importance down
    delimiter: str = ""      # text files
    encoding: str = ""       # text files
    labels: tuple[ValueLabel, ...] = ()
    design: Design = ()      # MaxDiff; () = none known

    @property
    def has_ranks(self) -> bool:
        """Whether any column says what comes first or last, of which ``reversed`` speaks."""
        return any(role.role in _ORDERED for role in self.roles)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row, or one answer of a row, that was not taken, and why."""

    sheet: str
    row: int      # as the spreadsheet program shows it
    column: str   # "C", or "" for the whole row
    value: str    # shortened
    reason: Notice


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the rows: ``read = complete + partial + empty + left out whole rows``."""

    platform: str
    read: int
    complete: int
    partial: int
    empty: int
    left_out: Sequence[LeftOut] = ()       # whole rows that were not taken
    corrected: Sequence[LeftOut] = ()      # answers read by a rule or left blank; the row was taken
    notices: tuple[Notice, ...] = ()       # about the file as a whole: encoding, personal columns, hidden sheets


@dataclass(frozen=True, slots=True, eq=False)
class ImportedFile:
    """One import of the study: the original cells, how they were read, and the answers that came out."""

    key: str
    name: str         # the file's name, without its folder
    imported_on: str  # ISO date and time
    table: Table      # the original cells
    mapping: Mapping
    responses: Responses
    report: ImportReport


@dataclass(frozen=True, slots=True)
class SheetFound:
    """One sheet of a file as inspected."""

    name: str
    hidden: bool
    n_rows: int
    platform: str        # "" where no respondents were understood
    confidence: str      # "certain", "likely", "ask"
    mapping: Mapping | None


@dataclass(frozen=True, slots=True, eq=False)
class FileRead:
    """A file as it was read: the answers of one sheet, and the sheets there are to choose from."""

    imported: ImportedFile
    sheets: tuple[SheetFound, ...]


@dataclass(frozen=True, slots=True)
class FirstRespondent:
    """The first full answer read back, which catches reversed scales: "puts Service first, Advertising last"."""

    row: int
    first: tuple[str, ...]  # pillar keys, most important first; the best one alone of a MaxDiff task
    last: str               # pillar key
    cohort: str = ""
    kind: str = ""          # "best_worst": of one task; "points": most and fewest points; "" = a ranking


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a spreadsheet is, before anything is taken in."""

    file: str
    sheets: tuple[SheetFound, ...]
    chosen: str                            # name of the sheet that would be read, "" if none
    first_respondent: FirstRespondent | None
    direction_known: bool                  # False: the text does not say that 1 is the most important; ask
    notices: tuple[Notice, ...] = ()
    ranked_things: tuple[str, ...] = ()    # what the file ranks, where it is not the pillars
