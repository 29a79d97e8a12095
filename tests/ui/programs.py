"""Starting the real program in a process of its own: one process bears one QApplication."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
# ms: ends a test that would wait for ever; on a busy computer a process takes its time to start.
LONG = 120_000

# Runs ui.app.main; after the first paint of the window, once all that waits is done, it calls after_paint(program).
FRAME = """
import json, os, sys
from functools import partial
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
import ui.app
from ui.main_window import MainWindow

programs = []

class Watched(ui.app.Program):
    def __init__(self, *args):
        super().__init__(*args)
        programs.append(self)

ui.app.Program = Watched

def say(**what):
    print(json.dumps(what), flush=True)

def wait_until(condition, then):
    if condition():
        then()
    else:
        QTimer.singleShot(20, partial(wait_until, condition, then))

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow) and not self.property("seen"):
            self.setProperty("seen", True)
            QTimer.singleShot(0, lambda: after_paint(programs[0]))
        return False

{body}

app = QApplication(["cxsurvey"])
watch = FirstPaint()
app.installEventFilter(watch)
sys.exit(ui.app.main(sys.argv[1:]))
"""


def start_program(home: Path, body: str, *arguments: str) -> subprocess.Popen[str]:
    """The program with ``body`` defining ``after_paint(program)``, its private folder in ``home``."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen", "CXSURVEY_HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-c", FRAME.replace("{body}", body), *arguments], stdout=subprocess.PIPE, text=True,
        env=environment, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip


def wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Whether it came true within the time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
