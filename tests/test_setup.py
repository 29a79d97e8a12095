"""run.py, as far as it can be tried without installing; .ci/run does the whole of it."""

import re
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

import run


@pytest.fixture
def bare_debian(monkeypatch):
    """A Debian machine on which nothing that Qt needs is installed; gives the commands run."""
    commands = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "can_load", lambda library: False)
    monkeypatch.setattr(run, "is_debian", lambda: True)
    monkeypatch.setattr(run, "prepare", lambda command, env=None: commands.append(command) or 0)
    monkeypatch.setattr(run.shutil, "which", lambda name: None if name == "uv" else f"/usr/bin/{name}")
    return commands


def test_a_machine_that_has_all_is_left_alone(bare_debian, monkeypatch):
    monkeypatch.setattr(run, "can_load", lambda library: True)
    run.complete_system(install=True, window=True)
    assert bare_debian == []


def test_exactly_the_missing_packages_are_named_with_the_command(bare_debian, monkeypatch):
    monkeypatch.setattr(run, "can_load", lambda library: library not in {"libEGL.so.1", "libxcb-cursor.so.0"})
    with pytest.raises(run.SetUpError) as told:
        run.complete_system(install=False, window=True)
    assert re.search(r"apt-get install [-a-z ]*recommends libegl1 libxcb-cursor0$", str(told.value), re.MULTILINE)
    assert bare_debian == []


def test_without_a_screen_the_libraries_of_a_window_are_not_asked_for(bare_debian, monkeypatch):
    monkeypatch.setattr(run, "can_load", lambda library: "xcb" not in library)
    run.complete_system(install=False, window=False)


def test_on_a_wish_the_missing_packages_are_installed(bare_debian):
    with pytest.raises(run.SetUpError):  # the made-up machine still cannot load them
        run.complete_system(install=True, window=False)
    update, install = bare_debian
    assert "update" in update
    assert install[-len(run.ALWAYS) :] == list(run.ALWAYS)


def test_a_python_without_venv_is_told_the_package(bare_debian, monkeypatch):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(run, "can_load", lambda library: True)
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    with pytest.raises(run.SetUpError, match=package):
        run.complete_system(install=False, window=False)


def test_on_another_linux_the_libraries_are_named(bare_debian, monkeypatch):
    monkeypatch.setattr(run, "is_debian", lambda: False)
    with pytest.raises(run.SetUpError, match=r"libEGL\.so\.1") as told:
        run.complete_system(install=True, window=False)
    assert "apt-get" not in str(told.value)


@pytest.fixture
def installs(tmp_path, monkeypatch):
    """A made-up .venv; gives what was installed into it."""
    done = []
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp.txt")
    monkeypatch.setattr(run, "venv_works", lambda: True)
    monkeypatch.setattr(run, "install_with_uv", lambda what: done.append(what) or True)
    return done


def test_a_second_run_installs_nothing(installs):
    run.install_project(development=False)
    run.install_project(development=False)
    assert installs == [str(run.ROOT)]


def test_the_tests_need_the_tools_and_the_program_then_keeps_them(installs, monkeypatch):
    run.install_project(development=False)
    run.install_project(development=True)
    run.install_project(development=False)
    assert installs == [str(run.ROOT), f"{run.ROOT}[dev]"]
    monkeypatch.setattr(run, "fingerprint", lambda: "newer")
    run.install_project(development=False)
    assert installs[2:] == [f"{run.ROOT}[dev]"]


def test_a_failed_installation_is_tried_again(installs, monkeypatch):
    monkeypatch.setattr(run, "install_with_uv", lambda what: False)
    monkeypatch.setattr(run, "prepare", lambda command, env=None: 1)
    for _ in range(2):
        with pytest.raises(run.SetUpError):
            run.install_project(development=False)


def test_every_constraint_fits_the_project_and_names_no_address():
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    lines = (run.ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    versions = {name.lower().replace("_", "-"): version for name, version in pinned.items()}
    for requirement in wanted:
        assert versions[requirement.name.lower()] in requirement.specifier, requirement
    assert not re.search(r"://|--hash", "\n".join(lines))


def test_all_tests_are_run_and_chosen_ones_as_asked(monkeypatch):
    commands, results = [], iter((-11, 0, 0))
    monkeypatch.setattr(run, "complete_system", lambda install, window: None)
    monkeypatch.setattr(run, "install_project", lambda development: None)

    def call(command, cwd, env):
        commands.append((command[3:], env["QT_QPA_PLATFORM"]))
        return next(results)

    monkeypatch.setattr(run, "call", call)
    assert run.main(["test", "--install-system"]) == -11  # a fault in either part is a fault
    assert run.main(["test", "tests/core", "-k", "ranks"]) == 0
    core, others = run.WHOLE_SUITE
    assert commands == [
        (core, "offscreen"), (others, "offscreen"), (["tests/core", "-k", "ranks"], "offscreen")
    ]  # fmt: skip
    assert core[-1] == "tests/core"
    assert others == ["tests", "--ignore=tests/core"]
