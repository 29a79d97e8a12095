"""Sets cxsurvey up in .venv beside this file, and runs it. Needs Python 3.11 or later, and nothing else.

    python run.py                   opens the window; without a screen, runs the demo into ./demo
    python run.py test [ARGUMENT…]  runs all tests on all processors; with arguments, what pytest makes of them
    python run.py VERB [ARGUMENT…]  runs a verb of the cxsurvey command; --help lists them

With --install-system, system libraries that Qt needs and does not find are installed (Debian, Ubuntu).
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "cxsurvey-installed.txt"

# The core's tests in a process for each processor; then those with windows in one process, as a window runs.
WHOLE_SUITE = (
    ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal", "tests/core"],
    ["tests", "--ignore=tests/core"],
)

# Qt ends the process where one of these is missing, and names the wrong one. Package (Debian, Ubuntu): library.
ALWAYS = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
FOR_A_WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}


class SetUpError(Exception):
    """Says what is missing and what to do about it."""


def main(arguments: list[str]) -> int:
    install_system = "--install-system" in arguments
    arguments = [argument for argument in arguments if argument != "--install-system"]
    testing = arguments[:1] == ["test"]
    try:
        complete_system(install=install_system, window=has_screen() and not testing)
        install_project(development=testing)
    except SetUpError as error:
        say(str(error))
        return 1
    if testing:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        wanted = (arguments[1:],) if arguments[1:] else WHOLE_SUITE
        done = [call([VENV_PYTHON, "-m", "pytest", *tests], cwd=ROOT, env=environment) for tests in wanted]
        return next((status for status in done if status), 0)  # negative where a signal ended it
    if not arguments and not has_screen():
        return run_demo(Path.cwd() / "demo")
    return call([VENV_PYTHON, "-P", "-m", "cxsurvey", *arguments])


def run_demo(folder: Path) -> int:
    say("There is no screen here, so the sample study is run from pillars to report instead of opening the window.")
    status = call([VENV_PYTHON, "-P", "-m", "cxsurvey", "demo", str(folder)])
    if status == 0:
        say(f"The report is {folder / 'export' / 'report.pdf'}")
    return status


# --- what the system must have ---------------------------------------------------------------------------------------


def has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def complete_system(install: bool, window: bool) -> None:
    """Sees to it that Qt's system libraries and Python's venv are there; ``SetUpError`` says what is missing."""
    missing = missing_packages(window)
    if missing and install and is_debian():
        say(f"Installing {', '.join(missing)}")
        for command in apt_commands(list(missing)):
            prepare(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        importlib.invalidate_caches()  # ensurepip may have just come
        missing = missing_packages(window)
    if missing:
        raise SetUpError(told_missing(missing))


def missing_packages(window: bool) -> dict[str, str]:
    """The packages to install, with what each of them brings."""
    missing = {}
    if sys.platform.startswith("linux"):
        needed = {**ALWAYS, **FOR_A_WINDOW} if window else ALWAYS
        missing = {package: library for package, library in needed.items() if not can_load(library)}
    if not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        missing["python{}.{}-venv".format(*sys.version_info[:2])] = "Python's ensurepip"
    return missing


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def told_missing(missing: dict[str, str]) -> str:
    if is_debian():
        install = " && ".join(" ".join(command) for command in apt_commands(list(missing)))
        return (
            f"These system packages are missing: {', '.join(missing)}. Install them with\n\n    {install}\n\n"
            "or add --install-system to what you just ran, and it is done for you."
        )
    return (
        f"The system lacks {', '.join(missing.values())}. Install the packages of your system that bring them "
        f"(on Debian they are called {', '.join(missing)}), then run this again."
    )


def apt_commands(packages: list[str]) -> list[list[str]]:
    rights = [] if os.name == "nt" or os.geteuid() == 0 else ["sudo"]
    return [
        [*rights, "apt-get", "update"],
        [*rights, "apt-get", "install", "--yes", "--no-install-recommends", *packages],
    ]


def is_debian() -> bool:
    """Whether this is Debian, Ubuntu, or another system made from them."""
    return shutil.which("apt-get") is not None


# --- what is installed in .venv --------------------------------------------------------------------------------------


def install_project(development: bool) -> None:
    """Installs the project and what it needs into ``.venv``, unless that was done for these very versions."""
    wanted = fingerprint()
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if done[:1] == [wanted] and ("dev" in done or not development) and venv_works():
        return
    development = development or "dev" in done  # the tools, once there, are kept up too
    what = f"{ROOT}[dev]" if development else str(ROOT)
    say("Installing cxsurvey and what it needs into .venv; the first time this takes a few minutes.")
    STAMP.unlink(missing_ok=True)
    if not install_with_uv(what):
        install_with_pip(what)
    STAMP.write_text(f"{wanted} {'dev' if development else ''}", encoding="utf-8")


def fingerprint() -> str:
    """Changes with what is to be installed, and with the place it is installed from."""
    parts = [str(ROOT).encode(), *((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install_with_uv(what: str) -> bool:
    """Whether uv is here and did it."""
    uv = shutil.which("uv")
    if uv is None:
        return False
    made = venv_works() or prepare([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]) == 0
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    if made and prepare([uv, "pip", "install", "--python", VENV_PYTHON, "--editable", what, *constraints]) == 0:
        return True
    say("uv could not do it; trying pip.")
    return False


def install_with_pip(what: str) -> None:
    has_pip = venv_works() and quietly([VENV_PYTHON, "-m", "pip", "--version"])
    if not has_pip and prepare([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise SetUpError(f"Python could not make {VENV}; its own words stand above.")
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    if prepare([VENV_PYTHON, "-m", "pip", "install", "--editable", what, *constraints]) != 0:
        raise SetUpError("pip could not install what cxsurvey needs; its own words stand above.")


def venv_works() -> bool:
    """False also where its Python has gone, or is too old for us."""
    too_old = "import sys; sys.exit(sys.version_info < (3, 11))"
    return VENV_PYTHON.exists() and quietly([VENV_PYTHON, "-c", too_old])


# --- talking to the person and to other programs ---------------------------------------------------------------------


def say(text: str) -> None:
    """Standard output belongs to the command that is run; what we say goes beside it."""
    print(f"run.py: {text}", file=sys.stderr, flush=True)


def quietly(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def call(command: list[str | Path], cwd: Path | None = None, env: dict[str, str] | None = None) -> int:
    """Runs what the person asked for, with our standard output; gives its status."""
    return _status(command, cwd=cwd, env=env)


def prepare(command: list[str | Path], env: dict[str, str] | None = None) -> int:
    """Runs a step of the set-up; what it prints goes beside standard output."""
    return _status(command, stdout=2, env=env)


def _status(command: list[str | Path], **options: object) -> int:
    try:
        return subprocess.run(command, check=False, **options).returncode
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        say(f"{command[0]} cannot be run: {error}")
        return 127


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  (this file is also run by whatever Python is at hand)
        here = "{}.{}".format(*sys.version_info[:2])
        sys.exit(f"run.py: cxsurvey needs Python 3.11 or later, and this is {here}. Run it with a newer one.")
    sys.exit(main(sys.argv[1:]))
