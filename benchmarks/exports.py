"""Made-up exports of a form platform, the same ones on every machine: 24 columns, one respondent a row."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np

from cxsurvey.pillars import built_in_pillars

SEED = 20260101
_WORDS = ("the", "service", "was", "quick", "and", "friendly", "but", "clearer", "prices", "&", "fewer", "letters")
_FIRST_DAY = 45_658.0  # 2025-01-01 as a day number
_BLOCK = 20_000
_COMMENTED = 0.4


def headers() -> list[str]:
    """Id, time, birth year, a rank and a rating for each of the ten pillars, a comment."""
    names = [pillar.name for pillar in built_in_pillars()]
    ranks = [f"Please rank, 1 = most important: {name}" for name in names]
    ratings = [f"How well do we do: {name}" for name in names]
    return ["Respondent ID", "Submitted", "What year were you born?", *ranks, *ratings, "Any comments?"]


def answer_rows(n: int, seed: int = SEED) -> Iterator[list[str | int | float]]:
    """``n`` rows; the second cell is a day number."""
    rng = np.random.default_rng(seed)
    for start in range(0, n, _BLOCK):
        size = min(_BLOCK, n - start)
        ranks = (rng.random((size, 10)).argsort(axis=1).argsort(axis=1) + 1).tolist()
        ratings = rng.integers(1, 6, (size, 10)).tolist()
        years = rng.integers(1935, 2008, size).tolist()
        days = (_FIRST_DAY + rng.integers(0, 300 * 86_400, size) / 86_400).tolist()
        words = rng.integers(0, len(_WORDS), (size, 8)).tolist()
        commented = (rng.random(size) < _COMMENTED).tolist()
        for place in range(size):
            comment = " ".join(_WORDS[word] for word in words[place]) if commented[place] else ""
            person = f"R{start + place + 1:07d}"
            yield [person, days[place], years[place], *ranks[place], *ratings[place], comment]


def write_workbook(path: Path, n: int, seed: int = SEED) -> None:
    """The rows as a workbook with shared texts, as spreadsheet programs write them."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet = book.add_worksheet("Answers")
        sheet.write_row(0, 0, headers())
        for number, row in enumerate(answer_rows(n, seed), 1):
            sheet.write_string(number, 0, str(row[0]))
            sheet.write_number(number, 1, float(row[1]), moment)
            for column, value in enumerate(row[2:23], 2):
                sheet.write_number(number, column, float(value))
            if row[23]:
                sheet.write_string(number, 23, str(row[23]))


def write_text(path: Path, n: int, seed: int = SEED) -> None:
    """The rows as CSV, times as texts."""
    first = datetime(1899, 12, 30).toordinal()
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(headers())
        for row in answer_rows(n, seed):
            days = float(row[1])
            seconds = round(days % 1 * 86_400) % 86_400
            clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            day = datetime.fromordinal(first + int(days)).date().isoformat()
            writer.writerow([row[0], f"{day} {clock}", *row[2:]])
