"""Large files with known faults: who answered what, what was spoilt where, and what the report must say of it."""

import datetime
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import xlsxwriter

from cxsurvey.pillars import built_in_pillars
from cxsurvey.reading.places import column_letter
from cxsurvey.survey import QuestionKind, choices, standard_survey
from tests.core.reading.files import write_csv

PILLARS = built_in_pillars()
NAMES = tuple(pillar.name for pillar in PILLARS)
K = len(NAMES)
SURVEY = standard_survey(PILLARS, ("en",), QuestionKind.FULL_RANKING, generation=True, age_band=False)
GENERATIONS = tuple(choice.label for choice in choices(SURVEY.question("gen"), "en"))
START = datetime.datetime(2025, 3, 1, 10)
COMMENTS = ("", "Fine, thanks", "Line one\nline two; “quoted”", "=1+1", "-5 points", "ไม่มี", "12", " Test drive ")


@dataclass(frozen=True, slots=True)
class Person:
    """One respondent's true answers."""

    id: str
    submitted: str  # ISO
    ranks: tuple[int, ...]
    ratings: tuple[int, ...]
    born: int
    generation: str
    comment: str


@dataclass(slots=True)
class Expected:
    """What the report must say of a fault. ``codes``: any of them; ``column`` is "" for a row as a whole."""

    kind: str
    codes: tuple[str, ...]
    column: str = ""
    value: str | None = None
    row: int = 0
    taken: Person | None = None  # what still comes out exactly, if anything does


@dataclass(slots=True)
class Sheet:
    """The rows of a file from row 1; the respondents by row number; the faults."""

    rows: list[list] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    faults: list[Expected] = field(default_factory=list)
    doubled: int = 0  # a row whose number is written as the one before


@dataclass(frozen=True, slots=True)
class Shape:
    """A layout: ``place`` gives the position of a field's first column, from 0."""

    platform: str
    header: tuple[str, ...]
    cells: Callable[[Person], list]
    place: dict[str, int]
    listed: bool = False  # the whole ranking in one cell

    def letter(self, name: str, item: int = 0) -> str:
        return column_letter(self.place[name] + item + 1)


def person(rng, number: int) -> Person:
    moment = START + datetime.timedelta(minutes=3 * number, seconds=int(rng.integers(60)))
    born = int(rng.integers(1940, 2008))
    return Person(
        f"R{number:05d}", moment.isoformat(), tuple(int(rank) for rank in rng.permutation(K) + 1),
        tuple(int(rating) for rating in rng.integers(1, 6, K)), born,
        next(label for label in GENERATIONS if int(label[:4]) <= born <= int(label[-4:])),
        COMMENTS[int(rng.integers(len(COMMENTS)))].strip(),
    )  # fmt: skip


def _table() -> Shape:
    header = ("Respondent", "Submitted", *(f"Rank of {name} (1 = most important)" for name in NAMES))
    header += (*(f"How well do we do? [{name}]" for name in NAMES), "Birth year", "Generation", "Comments")
    return Shape(
        "table", header,
        lambda who: [who.id, who.submitted.replace("T", " "), *who.ranks, *who.ratings, who.born, who.generation,
                     who.comment],
        {"id": 0, "submitted": 1, "rank": 2, "rating": 2 + K, "born": 2 + 2 * K, "generation": 3 + 2 * K,
         "comment": 4 + 2 * K},
    )  # fmt: skip


def _google() -> Shape:
    header = ("Timestamp", *(f"Rank the pillars (1 = most important) [{name}]" for name in NAMES))
    header += (*(f"How well do we do? [{name}]" for name in NAMES), "What year were you born?", "Generation")
    header += ("Any comments?",)
    return Shape(
        "google_forms", header,
        lambda who: [datetime.datetime.fromisoformat(who.submitted).strftime("%m/%d/%Y %H:%M:%S"), *who.ranks,
                     *who.ratings, who.born, who.generation, who.comment],
        {"submitted": 0, "rank": 1, "rating": 1 + K, "born": 1 + 2 * K, "generation": 2 + 2 * K,
         "comment": 3 + 2 * K},
    )  # fmt: skip


def _microsoft() -> Shape:
    header = ("Id", "Start time", "Completion time", "Email", "Name", "Rank the pillars")
    header += (*(f"How well do we do?.{name}" for name in NAMES), "Birth year", "Generation", "Any comments?")

    def cells(who: Person) -> list:
        moment = datetime.datetime.fromisoformat(who.submitted).strftime("%m/%d/%y %H:%M:%S")
        order = "".join(f"{NAMES[who.ranks.index(rank)]};" for rank in range(1, K + 1))
        return [who.id, moment, moment, "anonymous", "", order, *who.ratings, who.born, who.generation, who.comment]

    place = {"id": 0, "submitted": 2, "rank": 5, "rating": 6, "born": 6 + K, "generation": 7 + K, "comment": 8 + K}
    return Shape("microsoft_forms", header, cells, place, listed=True)


SHAPES = {"table": _table(), "google": _google(), "microsoft": _microsoft()}


# --- faults: each spoils the cells of one person and says what is to be told -----------------------

Spoil = Callable[..., Expected]
IN_RANK = ("rank_not_read", "rank_out_of_range")


def _rank_cell(kind, value, *, codes=IN_RANK, shown=None):
    def spoil(shape, cells, who, rng):
        item = int(rng.integers(K))
        cells[shape.place["rank"] + item] = value
        text = str(value) if shown is None else shown
        return Expected(kind, codes, shape.letter("rank", item), text)

    return spoil


def rank_twice(shape, cells, who, rng):
    one, other = (int(item) for item in rng.choice(K, 2, replace=False))
    cells[shape.place["rank"] + one] = who.ranks[other]
    letter = shape.letter("rank", max(one, other))
    return Expected("rank twice", ("rank_repeated", "rank_tied"), letter, str(who.ranks[other]))


def rank_zero(shape, cells, who, rng):
    item = who.ranks.index(int(rng.integers(1, K)))  # in the place of the last it would read as counted from 0
    cells[shape.place["rank"] + item] = 0
    return Expected("rank 0", IN_RANK, shape.letter("rank", item), "0")


def rank_missing(shape, cells, who, rng):
    item = who.ranks.index(int(rng.integers(1, K)))
    cells[shape.place["rank"] + item] = ""
    return Expected("rank missing", ("rank_gaps",))


def last_rank_missing(shape, cells, who, rng):
    cells[shape.place["rank"] + who.ranks.index(K)] = ""
    return Expected("last rank missing", ("rows_partial",))


def all_alike(shape, cells, who, rng):
    for item in range(K):
        cells[shape.place["rank"] + item] = 4
    return Expected("all ranks alike", ("ranks_all_equal",))


def list_with_stranger(shape, cells, who, rng):
    parts = cells[shape.place["rank"]].split(";")
    parts[int(rng.integers(K))] = "Free parking"
    cells[shape.place["rank"]] = ";".join(parts)
    return Expected("unknown pillar", ("pillar_not_known",), shape.letter("rank"))


def list_with_double(shape, cells, who, rng):
    parts = cells[shape.place["rank"]].split(";")
    one, other = sorted(int(item) for item in rng.choice(K, 2, replace=False))
    parts[other] = parts[one]
    cells[shape.place["rank"]] = ";".join(parts)
    return Expected("pillar twice", ("pillar_named_twice",), shape.letter("rank"))


def list_cut(shape, cells, who, rng):
    cells[shape.place["rank"]] = ";".join(cells[shape.place["rank"]].split(";")[: int(rng.integers(2, K))]) + ";"
    return Expected("list cut short", ("rows_partial",))


def list_is(kind, value, *codes):
    def spoil(shape, cells, who, rng):
        cells[shape.place["rank"]] = value
        return Expected(kind, codes or ("pillar_not_known",), shape.letter("rank"), str(value))

    return spoil


def _beside(kind, name, value, code, *, shown=None, **lost):
    """A fault outside the ranking: the other answers of the row come out as they are."""

    def spoil(shape, cells, who, rng):
        item = int(rng.integers(K)) if name == "rating" else 0
        cells[shape.place[name] + item] = value
        if name == "rating":
            ratings = list(who.ratings)
            ratings[item] = 0
            taken = replace(who, ratings=tuple(ratings))
        else:
            taken = replace(who, **lost)
        text = str(value) if shown is None else shown
        return Expected(kind, (code,), shape.letter(name, item), text, taken=taken)

    return spoil


def beyond_the_header(shape, cells, who, rng):
    cells += ["", "stray"]
    return Expected("cell beyond the header", ("cells_without_heading",), taken=who)


def without_answers(shape, cells, who, rng):
    start, width = shape.place["rank"], 1 if shape.listed else K
    cells[start : start + width] = [""] * width
    return Expected("no answer to the question", ("rows_empty",))


def cut_short(shape, cells, who, rng):
    keep = 0 if shape.listed else int(rng.integers(2, K - 1))
    del cells[shape.place["rank"] + keep :]
    return Expected("row cut short", ("rank_gaps", "rows_partial", "rank_out_of_range", "rows_empty"))


def test_id(shape, cells, who, rng):
    cells[shape.place["id"]] = "TEST"
    return Expected("test row", ("looks_like_test",), shape.letter("id"), "TEST", taken=replace(who, id="TEST"))


def test_comment(shape, cells, who, rng):
    cells[shape.place["comment"]] = "Test!"
    taken = replace(who, comment="Test!")
    return Expected("test row by its comment", ("looks_like_test",), shape.letter("comment"), "Test!", taken=taken)


ERROR = "=NA()"        # an error cell
NO_VALUE = "=A1+1"     # a formula without a stored value
A_DAY = datetime.datetime(2025, 1, 3)

BESIDE = (
    _beside("birth year of two digits", "born", 80, "birth_year_not_read", born=0),
    _beside("birth year too early", "born", 1880, "birth_year_not_read", born=0),
    _beside("birth year to come", "born", 2090, "birth_year_not_read", born=0),
    _beside("age for a birth year", "born", "age 45", "birth_year_not_read", born=0),
    _beside("rating beyond the scale", "rating", 9, "rating_not_read"),
    _beside("words for a rating", "rating", "great", "rating_not_read"),
    _beside("unknown option", "generation", "Gen Ω", "label_not_known", generation="Gen Ω"),
    beyond_the_header, without_answers, cut_short, test_comment,
)  # fmt: skip
RANKS = (
    rank_twice, rank_missing, last_rank_missing, all_alike, _rank_cell("rank beyond the pillars", K + 4),
    rank_zero, _rank_cell("words for a rank", "first of all"),
    _rank_cell("half a rank", 2.5), _rank_cell("negative rank", -2), _rank_cell("truth value for a rank", "TRUE"),
    _rank_cell("date for a rank", "2025-01-03"),
    _rank_cell("error for a rank", "#N/A", codes=("rank_is_error", *IN_RANK)),
)  # fmt: skip
IN_WORKBOOKS = (
    _rank_cell("error cell", ERROR, codes=("rank_is_error",), shown="#N/A"),
    _rank_cell("formula without value", NO_VALUE, codes=("formula_without_value",), shown=""),
    _rank_cell("date cell", A_DAY, shown="2025-01-03"), _rank_cell("truth value", True, shown="TRUE"),
    _beside("error for a birth year", "born", ERROR, "cell_is_error", shown="#N/A", born=0),
)  # fmt: skip
LISTS = (
    list_with_stranger, list_with_double, list_cut, list_is("a number for a list", 7),
    list_is("words for a list", "none of them;"),
    list_is("error for a list", "#N/A", "rank_is_error", "pillar_not_known"),
)  # fmt: skip
HARMLESS = (" {} ", "{}\u00a0", "\u200b{}", "{}.0", "\ufeff{}", "{}\u2060")


def sheet_of(shape: Shape, n: int, n_faults: int, rng, *, workbook: bool) -> Sheet:
    """A file of ``n`` rows below the header, with ``n_faults`` faults, each kind at least once if there is room."""
    spoils = [*BESIDE, *(LISTS if shape.listed else RANKS)]
    if "id" in shape.place:
        spoils.append(test_id)
    if workbook and not shape.listed:
        spoils += IN_WORKBOOKS
    whole = ["blank", "header", "same answers"] + ["same id"] * ("id" in shape.place) + ["doubled"] * workbook
    kinds = [*whole, "total"]
    picked = [spoils[int(place)] for place in rng.permutation(len(spoils))]
    while len(picked) + len(kinds) < n_faults:
        picked.append(spoils[int(rng.integers(len(spoils)))])
    kinds += picked[: n_faults - len(kinds)]
    # Not in the first rows, and with room between: a doubled person needs one to be the double of.
    places = 10 + 2 * np.sort(rng.permutation((n - 14) // 2)[: n_faults - 1])
    order = [kind for kind in kinds if kind != "total"]
    at = dict(zip(places.tolist(), (order[int(place)] for place in rng.permutation(len(order))), strict=True))
    made = Sheet([list(shape.header)])
    for number in range(n - 1):
        _add(made, shape, person(rng, number), at.get(number), rng)
    made.rows.append(["Total", *[n] * (len(shape.header) - 1)])
    made.faults.append(Expected("total", ("total_row",), "", "Total", len(made.rows)))
    return made


def _add(made: Sheet, shape: Shape, who: Person, kind, rng) -> None:
    row = len(made.rows) + 1
    before = made.people.get(row - 1)
    cells = shape.cells(who)
    if kind is None:
        if not shape.listed and rng.integers(20) == 0:
            item = shape.place["rank"] + int(rng.integers(K))
            cells[item] = HARMLESS[int(rng.integers(len(HARMLESS)))].format(cells[item])
        made.people[row] = who
    elif callable(kind):
        expected = kind(shape, cells, who, rng)
        expected.row = row
        if expected.taken is not None:
            made.people[row] = expected.taken
        made.faults.append(expected)
    elif kind == "blank":
        cells = []
        made.faults.append(Expected("blank", ("rows_blank",), row=row))
    elif kind == "header":
        cells = list(shape.header)
        made.faults.append(Expected("header again", ("header_again",), row=row))
    elif kind == "same id":
        who = replace(who, id=before.id)
        cells = shape.cells(who)
        made.people[row] = who
        made.faults.append(Expected(kind, ("same_id",), shape.letter("id"), who.id, row))
    elif kind == "same answers":
        moment = datetime.datetime.fromisoformat(before.submitted) + datetime.timedelta(seconds=30)
        who = replace(before, id=who.id, submitted=moment.isoformat())
        cells = shape.cells(who)
        made.people[row] = who
        made.faults.append(Expected(kind, ("same_answers",), row=row))
    elif kind == "doubled":
        made.doubled = row
        made.faults.append(Expected("doubled row number", ("row_doubled",), row=row - 1))
    made.rows.append(cells)


# --- files -----------------------------------------------------------------------------------------


def write_sheet(path, made: Sheet):
    """The rows as a workbook or as text, as the path's ending says."""
    if path.suffix != ".xlsx":
        return write_csv(path, made.rows)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False}) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(made.rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime.datetime):
                    sheet.write_datetime(number, column, value, day)
                elif value == ERROR:
                    sheet.write_formula(number, column, ERROR, None, "#N/A")
                elif value == NO_VALUE:
                    sheet.write_formula(number, column, NO_VALUE, None, "")
                elif value != "":
                    sheet.write(number, column, value)
    if made.doubled:
        _double(path, made.doubled)
    return path


def _double(path, row: int) -> None:
    """Gives a row the number of the one before, as damaged exports do."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    text = parts[part].decode()
    own = re.search(rf'<row r="{row}".*?</row>', text, re.DOTALL)
    moved = re.sub(rf'(<row r="|<c r="[A-Z]+){row}"', rf'\g<1>{row - 1}"', own.group())
    parts[part] = (text[: own.start()] + moved + text[own.end() :]).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
