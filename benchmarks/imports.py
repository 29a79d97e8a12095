"""Importing answers against openpyxl's read-only pass over the same rows, which only walks the cells.

Ours goes from the file to checked answers with a report. Each side runs in a process of its own, in turn, so that
neither pays for the other's garbage and each has its own peak of memory. Loading modules does not count, except in
"ours, child": there the reader's process is started, loads, reads and hands over, and both processes count. What
calamine takes is printed for its memory; CSV is read by Python's own reader for comparison.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.exports import write_text, write_workbook

_MOST_ROWS_FOR_REPEATS = 200_000
Found = dict[str, list[dict[str, float]]]


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
        files = {"ours, csv": text, "csv.reader": text}
        taken: Found = {side: [] for side in SIDES}
        for _ in range(runs):
            for side, found in taken.items():
                found.append(_one(side, files.get(side, book)))
    print(f"import, {rows:,} rows x 24, {runs} runs in turn, median [quartiles]")
    _print_ratio("processor time, ours / openpyxl read-only", taken, "ours", "openpyxl", "cpu")
    _print_ratio("processor time, ours, child / openpyxl read-only", taken, "ours, child", "openpyxl", "cpu")
    _print_ratio("peak memory, ours / calamine", taken, "ours", "calamine", "peak_mb")
    _print_ratio("processor time, ours, csv / csv.reader", taken, "ours, csv", "csv.reader", "cpu")
    for side, found in taken.items():
        seconds = statistics.median(one["cpu"] for one in found)
        peak = statistics.median(one["peak_mb"] for one in found)
        print(f"  {side:12}  {seconds:8.2f} s  peak {peak:6.0f} MB")


def _print_ratio(text: str, taken: Found, own: str, peer: str, figure: str) -> None:
    ratios = [ours[figure] / theirs[figure] for ours, theirs in zip(taken[own], taken[peer], strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else (ratios[0],) * 3
    print(f"  {text}: {middle:.3f} [{low:.3f} to {high:.3f}]")


def _one(side: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.imports", side, str(path)], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ours(path: Path) -> int:
    from cxsurvey.pillars import built_in_pillars
    from cxsurvey.reading.importing import read_file

    return read_file(path, built_in_pillars()).imported.responses.n


def _child(path: Path) -> int:
    from cxsurvey.pillars import built_in_pillars
    from cxsurvey.reader import read_in_child

    return read_in_child(path, built_in_pillars()).imported.responses.n


def _calamine(path: Path) -> int:
    from python_calamine import CalamineWorkbook

    return sum(1 for _ in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()) - 1


def _csv(path: Path) -> int:
    import csv

    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def _openpyxl(path: Path) -> int:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return sum(1 for _ in sheet.iter_rows(values_only=True)) - 1


SIDES: dict[str, Callable[[Path], int]] = {
    "ours": _ours, "ours, child": _child, "openpyxl": _openpyxl, "calamine": _calamine, "ours, csv": _ours,
    "csv.reader": _csv,
}  # fmt: skip


def _main(side: str, path: str) -> None:
    _load(side)
    start = _seconds()
    n = SIDES[side](Path(path))
    print(json.dumps({"cpu": _seconds() - start, "peak_mb": _peak_mb(side), "rows": n}))


def _load(side: str) -> None:
    """What the side works with, and no more, so that its peak of memory is its own."""
    if side.startswith("ours"):
        import rapidfuzz.process  # noqa: F401

        import cxsurvey.reader
        import cxsurvey.reading.importing  # noqa: F401
    elif side == "calamine":
        import python_calamine  # noqa: F401
    elif side == "openpyxl":
        import openpyxl  # noqa: F401


def _seconds() -> float:
    """Processor time of this process and of those it started and that have ended."""
    import resource  # not on Windows

    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _peak_mb(side: str) -> float:
    """The most memory in use, of the larger process; what the system remembers of the process before is left out."""
    import resource

    if side == "ours, child" or sys.platform != "linux":
        who = resource.RUSAGE_CHILDREN if side == "ours, child" else resource.RUSAGE_SELF
        return resource.getrusage(who).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    _main(*sys.argv[1:])
