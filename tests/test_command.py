"""The joint between command line and window; each has tests of its own."""

import subprocess
import sys
from types import SimpleNamespace

import pytest

from cxsurvey import __main__ as command
from cxsurvey import __version__


@pytest.fixture
def joined(monkeypatch):
    """What the window and the command line were called with."""
    calls = []
    app = SimpleNamespace(main=lambda argv: calls.append(("window", list(argv))) or 0)
    cli = SimpleNamespace(main=lambda argv, load_drawing: calls.append(("verb", list(argv))) or 2)
    monkeypatch.setattr(command, "_window_part", {"app": app}.__getitem__)
    monkeypatch.setitem(sys.modules, "cxsurvey.cli", cli)
    monkeypatch.setattr("cxsurvey.cli", cli, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


@pytest.mark.parametrize("argv", [[], ["A study.cxs"], ["C:\\studies\\ÄÖ.CXS"]])
def test_nothing_or_a_project_opens_the_window(joined, argv):
    assert command.main(argv) == 0
    assert joined == [("window", argv)]


@pytest.mark.parametrize("argv", [["--help"], ["compare", "a.cxs"], ["a.cxs", "b.cxs"], ["notes.txt"]])
def test_all_else_goes_to_the_command_line_with_its_status(joined, argv):
    assert command.main(argv) == 2
    assert joined == [("verb", argv)]


def test_without_a_screen_a_sentence_names_the_other_way(joined, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert command.main([]) == 1
    assert joined == []
    assert "cxsurvey --help" in capsys.readouterr().err


def test_the_version_is_told_without_qt():
    code = (
        "import sys; from cxsurvey.__main__ import main; status = main(['--version']);"
        "assert not {'PySide6', 'numpy', 'ui', 'cxsurvey.ui'} & set(sys.modules); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"cxsurvey {__version__}"
