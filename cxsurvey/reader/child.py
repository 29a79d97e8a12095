"""Starting, watching and ending the reader's process, without threads: its lines go to a file that is looked at."""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reader.trouble import has_no_space, no_space
from cxsurvey.reader.workplace import Workplace
from cxsurvey.reading.as_json import notice_from_json

_LINES, _FAULTS = "lines.txt", "faults.txt"
_LOOK_EVERY = 0.02
_ASK_EVERY = 0.2  # so that Cancel is heard while the reader is busy and silent
SILENCE, SILENCE_PER_MB = 45.0, 1.0
_OUT_OF_TIME, _KILLED = -24, -9  # SIGXCPU; SIGKILL, mostly by a system short of memory


class Child:
    """One reader's process and its private folder (0700); leaving the ``with`` ends both."""

    def __init__(self) -> None:
        self._workplace = Workplace()
        self.folder = self._workplace.folder
        self._lines: IO[bytes] | None = None
        try:
            self._process = self._start()
        except OSError:
            self._workplace.remove()
            raise

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """Ends the process at once and removes its folder; nothing is left."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        if self.is_alive:
            self._process.kill()
        self._process.wait()
        if self._lines is not None:
            self._lines.close()
        self._workplace.remove()

    def ask(self, request: dict[str, Any], file: str, size: int, progress: Progress) -> None:
        """Sends the request and waits for its end.

        ``SurveyError`` for a refusal and for every way the process may die; what ``progress`` raises passes through.
        """
        stdin = self._process.stdin
        assert stdin is not None
        with contextlib.suppress(OSError):  # a process that is gone is told below, by how it ended
            stdin.write(json.dumps(request).encode("ascii") + b"\n")
            stdin.close()
        patience = SILENCE + SILENCE_PER_MB * size / 1_000_000
        heard = asked = time.monotonic()
        done, total = 0, max(1, size)
        pending = b""
        self._lines = (self.folder / _LINES).open("rb")
        while True:
            ended = self._process.poll() is not None  # asked before reading, or the last lines could be missed
            news = self._lines.read()
            now = time.monotonic()
            if news:
                heard = now
                *lines, pending = (pending + news).split(b"\n")
                for line in lines:
                    told = json.loads(line)
                    if "error" in told:
                        raise _refusal(told["error"])
                    if "done" in told:
                        return
                    done, total = told.get("progress", (done, total))
            if news or now - asked >= _ASK_EVERY:
                asked = now
                progress(done, total)
            if ended:
                raise self._death(file)
            if now - heard > patience:
                raise error(ReadingNotice.READER_SILENT, file=file)
            time.sleep(_LOOK_EVERY)

    def _start(self) -> subprocess.Popen[bytes]:
        """``python -m cxsurvey.reader`` on the same packages as this process, in a checkout and in a wheel."""
        package_root = str(Path(__file__).resolve().parents[2])
        path = [package_root, *(entry for entry in sys.path if entry and entry != package_root)]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(path), "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8",
            "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1",
        }  # fmt: skip
        environment.pop("PYTHONSTARTUP", None)
        with (self.folder / _LINES).open("wb") as lines, (self.folder / _FAULTS).open("wb") as faults:
            return subprocess.Popen(
                [sys.executable, "-P", "-m", "cxsurvey.reader"], stdin=subprocess.PIPE, stdout=lines, stderr=faults,
                cwd=self.folder, env=environment, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip

    def _death(self, file: str) -> Exception:
        """The sentence for a process that ended without an answer; what it wrote of itself goes to the log."""
        status = self._process.returncode
        faults = (self.folder / _FAULTS).read_text(encoding="utf-8", errors="replace")[-4_000:]
        code = ReadingNotice.READER_CRASHED
        if has_no_space(self.folder):
            return no_space(file)
        if status == _OUT_OF_TIME:
            code = ReadingNotice.READER_TOO_SLOW
        elif status == _KILLED or "MemoryError" in faults:
            code = ReadingNotice.READER_OUT_OF_MEMORY
        died = error(code, file=file)
        died.__cause__ = RuntimeError(f"the reader ended with status {status}: {faults}")
        return died


def _refusal(data: Any) -> Exception:
    return SurveyError(notice_from_json(data))


class WarmReader:
    """A reader started ahead, so that the first file is read without waiting for Python to load.

    Hand it to ``inspect_in_child`` and ``read_in_child``; each takes the waiting process and a new one is started.
    """

    def __init__(self) -> None:
        self._waiting: Child | None = None

    def start(self) -> None:
        """Starts a process that waits; failing to is no fault, a reader is then started when needed."""
        if self._waiting is None:
            with contextlib.suppress(OSError):
                self._waiting = Child()

    def take(self) -> Child:
        """The waiting process, or a fresh one."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.is_alive:
            return waiting
        if waiting is not None:
            waiting.end()
        return Child()

    def close(self) -> None:
        """Ends the waiting process, if any."""
        if self._waiting is not None:
            self._waiting.end()
            self._waiting = None
