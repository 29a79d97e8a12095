"""What people install: the wheel, built offline and unpacked far from the checkout."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

IMPORT_ALL = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
for path in sorted((root / "cxsurvey").rglob("*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    if path.parent.joinpath("__init__.py").exists():  # scripts among the data are no modules
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
for module in list(sys.modules.values()):
    where = pathlib.Path(getattr(module, "__file__", None) or root).resolve()
    for part in ("cxsurvey", "ui"):
        assert pathlib.Path(sys.argv[2], part) not in where.parents, f"from the checkout, not the wheel: {where}"
"""


def build(root, target, out):
    """Builds one target offline; gives the file made."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    (made,) = out.iterdir()
    return made


METHODS = "docs/methods.md"  # the one document that the program itself shows


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build(ROOT, "wheel", tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An otherwise empty folder with what the wheel brings."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed, cwd, *arguments):
    """Runs Python on the unpacked wheel from another folder; gives what it printed."""
    environment = os.environ | {
        "PYTHONPATH": str(installed),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_brings_the_package_alone(installed):
    top = {entry.name for entry in installed.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"cxsurvey"}


def test_the_wheel_carries_window_and_data(installed):
    for name in ("ui", "resources"):
        shipped = {
            path.relative_to(ROOT / name).as_posix()
            for path in (ROOT / name).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        carried = {
            path.relative_to(installed / "cxsurvey" / name).as_posix()
            for path in (installed / "cxsurvey" / name).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert carried - {METHODS} == shipped


def test_the_wheel_carries_the_methods_page_that_figures_open(installed):
    carried = installed / "cxsurvey" / "resources" / METHODS
    assert carried.read_bytes() == (ROOT / METHODS).read_bytes()


def test_the_wheel_carries_no_leftovers(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if "__pycache__" in name or name.endswith((".pyc", ".cxs~"))]


def test_every_module_of_the_wheel_loads(installed, tmp_path):
    run(installed, tmp_path, "-c", IMPORT_ALL, str(installed), str(ROOT))


def test_the_command_runs_from_any_folder(installed, tmp_path):
    assert run(installed, tmp_path, "-m", "cxsurvey", "--version").startswith("cxsurvey ")


def test_the_command_line_answers_from_any_folder(installed, tmp_path):
    assert json.loads(run(installed, tmp_path, "-m", "cxsurvey", "plan-sample", "--json"))["needed"] == 385


def test_the_whole_main_job_runs_on_what_the_wheel_brings(installed, tmp_path):
    run(installed, tmp_path, "-m", "cxsurvey", "demo", "demo")
    assert (tmp_path / "demo" / "export" / "report.pdf").read_bytes().startswith(b"%PDF")


def test_the_source_archive_builds_the_same_wheel(wheel, tmp_path):
    source = build(ROOT, "sdist", tmp_path / "source")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))  # new in 3.11.4
    (unpacked,) = tmp_path.glob("cxsurvey-*")
    for name in (".ci/run", "run.py", "constraints.txt", "tests/test_wheel.py"):
        assert (unpacked / name).exists(), name
    again = build(unpacked, "wheel", tmp_path / "again")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert sorted(second.namelist()) == sorted(first.namelist())
