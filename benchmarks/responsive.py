"""The window's pulse while answers are imported: the largest gap of a 10 ms timer in the window's process."""

import argparse
import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from benchmarks.exports import write_workbook

_TICK_MS = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Rows."""
    parser.add_argument("--rows", type=int, default=100_000)


def run(args: argparse.Namespace) -> None:
    """Prints the largest and the 99th-percentile gap, idle and during an import in the reader's process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from cxsurvey.pillars import built_in_pillars
    from cxsurvey.progress import Progress
    from cxsurvey.reader import read_in_child
    from ui.jobs import Job, JobRunner

    rows: int = args.rows
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    ticks: list[float] = []
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()

    def told(what: str) -> None:
        gaps = sorted(1000 * (after - before) for before, after in pairwise(ticks))
        print(f"  {what:28} largest {gaps[-1]:6.1f} ms, 99 % under {gaps[len(gaps) * 99 // 100]:5.1f} ms")
        ticks.clear()

    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "answers.xlsx")
        write_workbook(book, rows)
        print(f"responsive, {rows:,} rows x 24, gaps of a {_TICK_MS} ms timer")
        QTimer.singleShot(2_000, application.quit)
        application.exec()
        told("idle")

        def work(progress: Progress) -> int:
            return read_in_child(book, built_in_pillars(), progress=progress).imported.responses.n

        runner = JobRunner()
        job = Job(work)
        job.ended.connect(application.quit)
        runner.start(job)
        application.exec()
        told("import in the child")
