"""The ``cxsurvey`` command: opens the window, or runs a verb of the command line.

The only place that joins core and window, and that knows both names of the window's package.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from cxsurvey import __version__

IN_A_WHEEL, IN_A_CHECKOUT = "cxsurvey.ui", "ui"

NO_SCREEN = (
    "cxsurvey: there is no screen to open a window on. "
    "The command line does every step without one: cxsurvey --help"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; gives the exit status: 0 done, 1 the data has a fault, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments == ["--version"]:
            print(f"cxsurvey {__version__}")
            return 0
        if _opens_window(arguments):
            return _open_window(arguments)
        from cxsurvey import cli  # not needed by the window's first paint

        return cli.main(arguments, load_drawing)
    except KeyboardInterrupt:
        return 130


def load_drawing() -> ModuleType:
    """The part of the window that paints charts; Qt is imported here and not before."""
    return _window_part("drawing")


def _opens_window(arguments: Sequence[str]) -> bool:
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".cxs"))


def _open_window(arguments: Sequence[str]) -> int:
    if not _has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    return int(_window_part("app").main(arguments))


def _has_screen() -> bool:
    """Whether Qt can open a window; it ends the process without a word where it cannot."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _window_part(name: str) -> ModuleType:
    package = IN_A_WHEEL if find_spec(IN_A_WHEEL) else IN_A_CHECKOUT
    return import_module(f"{package}.{name}")


if __name__ == "__main__":
    sys.exit(main())
