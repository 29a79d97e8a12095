"""Answers as JSON, as SurveyJS hands them out: one object a respondent, in a list, in lines, or in files of a zip."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from cxsurvey.notices import Notice, error, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reading.cell_texts import number_text
from cxsurvey.reading.coded import coded
from cxsurvey.reading.places import shown
from cxsurvey.reading.platforms.surveyjs import FIRST_HEADING, NAME
from cxsurvey.reading.sheets import MOST_CELLS, SheetName, SheetRead
from cxsurvey.reading.values import CellKind, Column, Table

LARGEST = 100_000_000  # bytes; a JSON value is held whole
MOST_COLUMNS = 16_384
_AROUND = ("data", "results", "responses", "answers")  # names of the list that holds all answers
_TOLD = 5

Answer = dict[str, Any]
Cell = tuple[str, CellKind]


@dataclass(frozen=True, slots=True)
class JsonFile:
    """The answers of one file and what to call it; empty if it holds none."""

    name: str
    answers: tuple[Answer, ...]


def answers_in(data: bytes) -> tuple[Answer, ...]:
    """The answers that some bytes hold as JSON; empty if they are anything else."""
    encoding = json.detect_encoding(data)  # UTF-8, 16 or 32, as a mark or the NULs beside the first sign tell
    if data[:1_000].decode(encoding, "ignore").lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return ()
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
        try:
            found = json.loads(text)
        except ValueError:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return ()
    if isinstance(found, dict):
        inside = [value for key, value in found.items() if key.casefold() in _AROUND and _are_answers(value)]
        found = inside[0] if len(inside) == 1 else [found]
    return tuple(found) if _are_answers(found) else ()


def _are_answers(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, dict) and entry for entry in value)


class JsonAnswers:
    """One sheet of answers: a column for each question, or for each row of a question of several."""

    delimiter = ""
    encoding = ""

    def __init__(self, files: Iterable[JsonFile], file: str, name: str) -> None:
        self._files = tuple(files)
        self._file, self._name = file, name

    @property
    def sheets(self) -> tuple[SheetName, ...]:
        """The one table there is."""
        return (SheetName(self._name),)

    def close(self) -> None:
        """Nothing is held open."""

    def read(self, sheet: str, progress: Progress) -> SheetRead:
        """The answers as a table: the heading in row 1, then one answer a row."""
        rows: list[dict[str, Cell]] = []
        for file in self._files:
            for answer in file.answers:
                name = file.name if len(self._files) > 1 else str(len(rows) + 1)
                rows.append({FIRST_HEADING: (name, CellKind.TEXT)} | _flat(answer))
        headings = dict.fromkeys(key for row in rows for key in row)
        if len(headings) > MOST_COLUMNS or len(headings) * len(rows) > MOST_CELLS:
            raise error(ReadingNotice.TOO_MANY_CELLS, file=self._file, limit=MOST_CELLS // 1_000_000)
        columns = tuple(_column(place, heading, rows) for place, heading in enumerate(headings, 1))
        numbers = np.arange(1, len(rows) + 2, dtype=np.int32)
        numbers.flags.writeable = False
        progress(1, 1)
        return SheetRead(Table(sheet, numbers, columns), (), self._left_out(), platform=NAME)

    def _left_out(self) -> tuple[Notice, ...]:
        names = [file.name for file in self._files if not file.answers]
        if not names:
            return ()
        listed = ", ".join(shown(name, 40) for name in names[:_TOLD]) + (", …" if len(names) > _TOLD else "")
        return (notice(ReadingNotice.FILES_WITHOUT_ANSWERS, file=self._file, n=len(names), names=listed),)


def _flat(answer: Answer) -> dict[str, Cell]:
    """Each question with its cell; a question of several rows gives ``question.row`` for each."""
    cells: dict[str, Cell] = {}
    for key, value in answer.items():
        if isinstance(value, dict):
            cells |= {f"{key}.{row}": _cell(inside) for row, inside in value.items()}
        else:
            cells[key] = _cell(value)
    return cells


def _cell(value: Any) -> Cell:
    if value is None:
        return "", CellKind.BLANK
    if isinstance(value, bool):
        return str(value).upper(), CellKind.BOOLEAN
    if isinstance(value, int | float):
        number = number_text(repr(value))
        return (number, CellKind.NUMBER) if number is not None else (str(value), CellKind.TEXT)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A half of a pair of surrogates is no character and cannot be stored.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return text, CellKind.TEXT if text else CellKind.BLANK


def _column(position: int, heading: str, rows: list[dict[str, Cell]]) -> Column:
    nothing: Cell = ("", CellKind.BLANK)
    cells = [row.get(heading, nothing) for row in rows]
    kinds = np.array([CellKind.TEXT, *(kind for _, kind in cells)], np.uint8)
    kinds.flags.writeable = False
    return Column(position, coded([_cell(heading)[0], *(text for text, _ in cells)]), kinds)
