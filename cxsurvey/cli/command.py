"""Runs one verb and turns what happened into an exit status: 0 done, 1 the data has a fault, 2 wrong use."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import ModuleType

from cxsurvey.cli.console import Console
from cxsurvey.cli.desk import DONE, FAULT, WRONG, Desk, WrongUse
from cxsurvey.cli.parser import build_parser
from cxsurvey.notices import SurveyError, notice
from cxsurvey.notices.command import CommandNotice

DEBUG = "CXSURVEY_DEBUG"  # set: bugs end with a traceback


def main(argv: Sequence[str], load_drawing: Callable[[], ModuleType]) -> int:
    """Runs the verb of ``argv``. ``load_drawing`` gives the part of the window that paints charts, when needed."""
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as ended:  # argparse has told what is wrong, or has shown the help
        return int(ended.code or 0)
    try:
        status = _run(arguments.run, Desk(arguments, Console(arguments.json), load_drawing))
        sys.stdout.flush()  # here, so that a reader who has left is noticed here
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    return status


def _run(verb: Callable[[Desk], int | None], desk: Desk) -> int:
    try:
        return verb(desk) or DONE
    except SurveyError as fault:
        desk.console.refuse(fault.notice)
        return FAULT
    except WrongUse as wrong:
        desk.console.tell(f"cxsurvey {desk.arguments.verb}: {wrong}")
        return WRONG
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as bug:
        if os.environ.get(DEBUG):
            raise
        desk.console.refuse(notice(CommandNotice.BUG, kind=type(bug).__name__))
        return FAULT


def _let_go_of_output() -> None:
    """Whoever read our output has seen enough; Python would complain once more when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
