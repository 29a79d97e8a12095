"""Importing answers against openpyxl's read-only pass over the same rows, which only walks the cells.

Ours goes from the file to checked answers with a report. Each side runs in a process of its own, in turn, so that
neither pays for the other's garbage and each has its own peak of memory. Loading modules does not count.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.exports import write_text, write_workbook

_MOST_ROWS_FOR_REPEATS = 200_000
SIDES = ("ours", "openpyxl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Rows and runs."""
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)


def run(args: argparse.Namespace) -> None:
    """Prints the ratio of processor times, the peaks of memory, and ours on the same rows as CSV."""
    rows: int = args.rows
    runs: int = args.runs
    if rows > _MOST_ROWS_FOR_REPEATS:
        runs = 1
    with tempfile.TemporaryDirectory() as folder:
        book, text = Path(folder, "answers.xlsx"), Path(folder, "answers.csv")
        write_workbook(book, rows)
        write_text(text, rows)
        taken: dict[str, list[dict[str, float]]] = {side: [] for side in (*SIDES, "csv")}
        for _ in range(runs):
            for side in SIDES:
                taken[side].append(_one(side, book))
            taken["csv"].append(_one("ours", text))
    ratios = [own["cpu"] / peer["cpu"] for own, peer in zip(taken["ours"], taken["openpyxl"], strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4) if runs > 1 else (ratios[0],) * 3
    print(f"import, {rows:,} rows x 24, {runs} runs in turn, median [quartiles]")
    print(f"  processor time, ours / openpyxl read-only: {middle:.3f} [{low:.3f} to {high:.3f}]")
    for side, found in taken.items():
        seconds = statistics.median(one["cpu"] for one in found)
        peak = statistics.median(one["peak_mb"] for one in found)
        print(f"  {side:8}  {seconds:8.2f} s  peak {peak:6.0f} MB")


def _one(side: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.imports", side, str(path)], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ours(path: Path) -> int:
    from cxsurvey.pillars import built_in_pillars
    from cxsurvey.reading.importing import read_answers

    return read_answers(path, built_in_pillars()).responses.n


def _openpyxl(path: Path) -> int:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return sum(1 for _ in sheet.iter_rows(values_only=True)) - 1


def _main(side: str, path: str) -> None:
    import resource  # not on Windows

    import openpyxl  # noqa: F401
    import scipy.optimize  # noqa: F401

    import cxsurvey.reading.importing  # noqa: F401

    start = time.process_time()
    n = _ours(Path(path)) if side == "ours" else _openpyxl(Path(path))
    cpu = time.process_time() - start
    per_mb = 1024 if sys.platform == "linux" else 1024**2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb
    print(json.dumps({"cpu": cpu, "peak_mb": peak, "rows": n}))


if __name__ == "__main__":
    _main(*sys.argv[1:])
