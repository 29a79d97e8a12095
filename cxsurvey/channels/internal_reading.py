"""Reads colleagues' returned workbooks: one sheet a colleague, or a table of one row a colleague."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cxsurvey.channels.internal_form import (
    INTERNAL_MARK,
    LEVEL_WORDS,
    PERSON_COLUMN,
    PERSON_FIELDS,
    RANK_COLUMN,
    SCORE_COLUMN,
)
from cxsurvey.internal import HIGHEST_SCORE, LOWEST_SCORE, Colleague
from cxsurvey.notices import Notice, Severity, error, notice
from cxsurvey.notices.survey import SurveyNotice
from cxsurvey.pillars import Pillar, Pillars
from cxsurvey.progress import silent
from cxsurvey.reading.source import open_source
from cxsurvey.reading.values import CellKind, Table
from cxsurvey.survey.words import survey_languages, words


@dataclass(frozen=True, slots=True)
class InternalImport:
    """The views that came back. Keys of the colleagues are empty: ``take_colleagues`` gives them."""

    colleagues: tuple[Colleague, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: its text without space around it, and where it is."""

    text: str
    kind: CellKind
    sheet: str
    row: int


Cells = Callable[[int, int], _Cell]  # (row number, column) -> cell, blank where there is none


def read_internal(path: Path, pillars: Pillars) -> InternalImport:
    """The colleagues' views of a returned workbook, of several copied into one, or of a table with a row each.

    A ranking that repeats, lacks or mistypes a rank is not taken, and told with sheet and row; the scores are.
    Raises ``SurveyError`` for a file that cannot be read, and for one that holds no view of these pillars.
    """
    source = open_source(path)
    colleagues: list[Colleague] = []
    notices: list[Notice] = []
    found = False
    try:
        for sheet in source.sheets:
            table = source.read(sheet.name, silent).table
            reader = _view_of(table, pillars) or (None if sheet.hidden else _rows_of(table, pillars))
            if reader is None:
                continue
            found = True
            for colleague, told in reader:
                notices += told
                if colleague is not None:
                    colleagues.append(colleague)
    finally:
        source.close()
    if not found:
        raise error(SurveyNotice.INTERNAL_NOT_FOUND, file=path.name)
    return InternalImport(*_named_apart(colleagues, notices))


_Read = tuple[Colleague | None, list[Notice]]


def _view_of(table: Table, pillars: Pillars) -> Iterator[_Read] | None:
    """The view on a sheet of our template; ``None`` if it is none."""
    cells = _cells(table)
    codes = {cells(int(row), 1).text: int(row) for row in table.rows}
    places = {pillar.key: codes[pillar.code] for pillar in pillars if pillar.code in codes}
    if INTERNAL_MARK not in codes or "name" not in codes or not places:
        return None
    return iter([_colleague(
        table.sheet, pillars,
        {field: cells(codes[field], PERSON_COLUMN) for field in PERSON_FIELDS if field in codes},
        {key: cells(row, RANK_COLUMN) for key, row in places.items()},
        {key: cells(row, SCORE_COLUMN) for key, row in places.items()},
    )])


def _rows_of(table: Table, pillars: Pillars) -> Iterator[_Read] | None:
    """The views in a table with a name column and a column a pillar; ``None`` if it is none.

    A pillar that heads two columns has its rank in the first and its score in the second.
    """
    if not len(table.rows):
        return None
    cells, head = _cells(table), int(table.rows[0])
    people: dict[str, int] = {}
    ranks: dict[str, int] = {}
    scores: dict[str, int] = {}
    headings = {_plain(text): field for field, text in _headings()}
    known = {_plain(name): pillar.key for pillar in pillars for name in _names(pillar)}
    for column in table.columns:
        heading = _plain(cells(head, column.position).text)
        key = known.get(heading)
        if heading in headings:
            people.setdefault(headings[heading], column.position)
        elif key:
            (scores if key in ranks else ranks).setdefault(key, column.position)
    if "name" not in people or len(ranks) < len(pillars):
        return None
    return (
        _colleague(
            table.sheet, pillars,
            {field: cells(row, column) for field, column in people.items()},
            {key: cells(row, column) for key, column in ranks.items()},
            {key: cells(row, column) for key, column in scores.items()},
        )
        for row in map(int, table.rows[1:])
    )


def _colleague(
    sheet: str, pillars: Pillars, person: dict[str, _Cell], ranks: dict[str, _Cell], scores: dict[str, _Cell]
) -> _Read:
    """One view, and what was wrong with it; no colleague where nothing was filled in."""
    if not any(cell.text for cell in (*person.values(), *ranks.values(), *scores.values())):
        return None, [notice(SurveyNotice.VIEW_EMPTY, Severity.INFO, sheet=sheet)]
    notices: list[Notice] = []
    said = {field: cell.text for field, cell in person.items() if cell.kind is not CellKind.ERROR}
    name = said.get("name", "")
    if not name:
        name = sheet
        notices.append(notice(SurveyNotice.VIEW_WITHOUT_NAME, sheet=sheet, name=name))
    return Colleague(
        "", name, said.get("role", ""), said.get("department", ""), _level(said.get("level", "")),
        _date(person.get("date"), notices), _ranking(name, ranks, pillars, notices), _scores(scores, pillars, notices),
    ), notices


def _ranking(name: str, cells: dict[str, _Cell], pillars: Pillars, notices: list[Notice]) -> tuple[str, ...]:
    """Pillar keys by rank, or none when a rank is wrong: a guessed order would be nobody's view."""
    given = {key: cell for key, cell in cells.items() if cell.text}
    if not given:
        return ()
    places: dict[int, str] = {}
    faults: list[Notice] = []
    names = {pillar.key: pillar.name for pillar in pillars}
    for key in (pillar.key for pillar in pillars):
        cell = given.get(key)
        rank = None if cell is None else _whole(cell)
        if cell is None:
            faults.append(notice(SurveyNotice.RANK_MISSING, name=name, pillar=names[key], sheet=_sheet(cells)))
        elif rank is None or not 1 <= rank <= len(pillars):
            faults.append(notice(
                SurveyNotice.RANK_WRONG, name=name, pillar=names[key], sheet=cell.sheet, row=cell.row,
                value=cell.text[:40], most=len(pillars),
            ))
        elif rank in places:
            faults.append(notice(
                SurveyNotice.RANK_TWICE, name=name, pillar=names[key], other=names[places[rank]], sheet=cell.sheet,
                row=cell.row, rank=rank,
            ))
        else:
            places[rank] = key
    notices += faults
    return () if faults else tuple(places[rank] for rank in sorted(places))


def _scores(cells: dict[str, _Cell], pillars: Pillars, notices: list[Notice]) -> tuple[tuple[str, int], ...]:
    taken = []
    for pillar in pillars:
        cell = cells.get(pillar.key)
        if cell is None or not cell.text:
            continue
        score = _whole(cell)
        if score is None or not LOWEST_SCORE <= score <= HIGHEST_SCORE:
            notices.append(notice(
                SurveyNotice.SCORE_WRONG, pillar=pillar.name, sheet=cell.sheet, row=cell.row, value=cell.text[:40]
            ))
        else:
            taken.append((pillar.key, score))
    return tuple(taken)


def _date(cell: _Cell | None, notices: list[Notice]) -> str:
    """The ISO date, or nothing."""
    if cell is None or not cell.text:
        return ""
    try:
        return date.fromisoformat(cell.text[:10]).isoformat()
    except ValueError:
        notices.append(notice(SurveyNotice.DATE_WRONG, sheet=cell.sheet, row=cell.row, value=cell.text[:40]))
        return ""


def _level(text: str) -> str:
    groups = {
        _plain(words(language, "colleagues_workbook")[word]): level
        for language in survey_languages() for level, word in LEVEL_WORDS
    }
    return groups.get(_plain(text), "")


def _named_apart(
    colleagues: list[Colleague], notices: list[Notice]
) -> tuple[tuple[Colleague, ...], tuple[Notice, ...]]:
    """Two views of one name stay two: the second gets a number, and the reader is told."""
    taken: set[str] = set()
    apart = []
    for colleague in colleagues:
        name, number = colleague.name, 2
        while _plain(name) in taken:
            name, number = f"{colleague.name} ({number})", number + 1
        if name != colleague.name:
            notices.append(notice(SurveyNotice.NAME_TWICE, name=colleague.name, other=name))
        taken.add(_plain(name))
        apart.append(replace(colleague, name=name))
    return tuple(apart), tuple(notices)


def _cells(table: Table) -> Cells:
    rows = {int(row): position for position, row in enumerate(table.rows)}
    columns = {column.position: column for column in table.columns}

    def cell(row: int, column: int) -> _Cell:
        found, position = columns.get(column), rows.get(row)
        if found is None or position is None:
            return _Cell("", CellKind.BLANK, table.sheet, row)
        text = " ".join(found.texts[position].split())
        return _Cell(text, CellKind(int(found.kinds[position])), table.sheet, row)

    return cell


def _whole(cell: _Cell) -> int | None:
    """The whole number in a cell, also as text or in another script's digits; ``None`` if it is none."""
    if cell.kind in (CellKind.ERROR, CellKind.DATE, CellKind.BOOLEAN):
        return None
    text = unicodedata.normalize("NFKC", cell.text).removesuffix(".0").removesuffix(".")
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _headings() -> Iterator[tuple[str, str]]:
    for language in survey_languages():
        told = words(language, "colleagues_workbook")
        yield from ((field, told[f"label_{field}"]) for field in PERSON_FIELDS)


def _names(pillar: Pillar) -> Iterator[str]:
    yield from (pillar.code, pillar.key)
    for text in pillar.texts:
        yield from (name for name in (text.name, text.short, text.customer_sentence) if name)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _sheet(cells: dict[str, _Cell]) -> str:
    return next(iter(cells.values())).sheet
