"""The reader's process: one request in on standard input, progress lines out, the result as files.

Lines out, each JSON: ``{"progress": [done, total]}``, ``{"alive": true}`` while it works, and last ``{"done": true}``
or ``{"error": notice}``.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from cxsurvey.notices import Severity, SurveyError, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.progress import Progress
from cxsurvey.reader.request import Request, request_from_json
from cxsurvey.reader.transfer import DESIGN, INSPECTION, RESULT, SHEETS, save_import
from cxsurvey.reader.trouble import is_full, no_space
from cxsurvey.reading.as_json import inspection_to_json, notice_to_json, sheets_to_json
from cxsurvey.reading.designs import read_design
from cxsurvey.reading.importing import inspect_file, read_file
from cxsurvey.reading.places import shown

MEMORY = 3 * 1024**3  # addresses, not bytes in use: numpy alone reserves several hundred MB
SECONDS, SECONDS_PER_MB = 120, 1
_LIFE = 1.0  # seconds


def main() -> int:
    """Serves one request; gives the exit status, 0 also for a refusal that was told."""
    _load_ahead()
    line = sys.stdin.readline()
    if not line.strip():
        return 0  # the program ended before it had anything to read
    request = request_from_json(json.loads(line))
    copy = Path(request.copy)
    try:
        _limit(copy.stat().st_size)
        _show_life()
        _serve(request, copy, _tell_progress())
    except SurveyError as refused:
        _tell({"error": notice_to_json(refused.notice)})
    except OSError as fault:
        if not is_full(fault):
            raise
        _tell({"error": notice_to_json(no_space(shown(request.wishes.name), fault).notice)})
    except MemoryError:
        told = notice(ReadingNotice.READER_OUT_OF_MEMORY, Severity.ERROR, file=shown(request.wishes.name))
        _tell({"error": notice_to_json(told)})
    else:
        _tell({"done": True})
    return 0


def _serve(request: Request, copy: Path, progress: Progress) -> None:
    asked = (copy, request.pillars, request.survey, request.wishes, progress)
    if request.task == "inspect":
        found = inspect_file(*asked)
        (copy.parent / INSPECTION).write_text(json.dumps(inspection_to_json(found)), encoding="ascii")
        return
    if request.task == "design":
        known = read_design(copy, request.pillars, request.wishes.name, progress)
        told = [notice_to_json(each) for each in known.notices]
        (copy.parent / DESIGN).write_text(json.dumps({"design": known.design, "notices": told}), encoding="ascii")
        return
    whole = read_file(*asked)
    folder = copy.parent / RESULT
    folder.mkdir()
    save_import(whole.imported, folder)
    (copy.parent / SHEETS).write_text(json.dumps(sheets_to_json(whole.sheets)), encoding="ascii")


def _tell_progress() -> Progress:
    last, asked_by = [-1.0], os.getppid()

    def progress(done: int, total: int, /) -> None:
        if os.getppid() != asked_by:
            sys.exit(0)  # the program that asked was killed: nobody waits for the answer
        share = done / total if total else 1.0
        if abs(share - last[0]) >= 0.005:
            last[0] = share
            _tell({"progress": [done, total]})

    return progress


def _tell(what: dict[str, Any]) -> None:
    os.write(sys.stdout.fileno(), json.dumps(what).encode("ascii") + b"\n")  # whole, whatever interrupts it


def _show_life() -> None:
    """Says after every second of work that it goes on: on a busy computer a long step may take minutes.

    Where the system has no such clock (Windows), progress alone is told.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, lambda *_: _tell({"alive": True}))
        signal.setitimer(signal.ITIMER_VIRTUAL, _LIFE, _LIFE)


def _limit(size: int) -> None:
    """No more memory and time than reading this file may take; where the system has no such limits, none."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    seconds = SECONDS + SECONDS_PER_MB * (size // 1_000_000)
    wanted = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0))
    for limit, most in wanted:
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (allowed, hard))
        except (OSError, ValueError):
            continue  # macOS knows RLIMIT_AS and refuses it


def _load_ahead() -> None:
    """What takes longest to load, so that a reader started ahead answers at once."""
    import rapidfuzz.process  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
