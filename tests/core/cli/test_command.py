"""How a run ends: statuses, messages, streams."""

import json
import os
import subprocess
import sys

import pytest

from cxsurvey.cli import command, main
from cxsurvey.cli.console import marked, table_lines


@pytest.mark.parametrize("words", [(), ("dance",), ("new",), ("compare",), ("plan-sample", "--cats", "3")])
def test_wrong_use_ends_with_two_and_says_how_it_is_used(run, words):
    ran = run(*words)
    assert ran.status == 2
    assert "usage: cxsurvey" in ran.err
    assert ran.out == ""


def test_help_names_every_verb(run):
    ran = run("--help")
    assert ran.status == 0
    for verb in ("new", "internal", "channel", "inspect", "import", "adequacy", "plan-sample", "compare", "export",
                 "sample", "demo"):  # fmt: skip
        assert f"\n    {verb}" in ran.out


def test_a_fault_is_one_line_and_with_json_a_result_too(run, tmp_path):
    ran = run("compare", tmp_path / "a.cxs", "--json")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    assert ran.json["error"]["message"] == ran.err.strip()
    assert ran.json["error"]["code"] == "project_missing"


def test_a_bug_is_a_sentence_unless_debugging(run, monkeypatch, tmp_path):
    def fail(path):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("cxsurvey.cli.result_verbs.load_study", fail)
    with pytest.raises(ZeroDivisionError):
        run("compare", tmp_path / "a.cxs")
    monkeypatch.delenv(command.DEBUG)
    ran = run("compare", tmp_path / "a.cxs")
    assert ran.status == 1
    assert "ZeroDivisionError" in ran.err
    assert "secret" not in ran.err
    assert "Traceback" not in ran.err


def test_a_missing_qt_is_told_with_a_way_out(run, filled, tmp_path, monkeypatch):
    def no_qt():
        raise ImportError("libEGL.so.1: cannot open shared object file")

    status = main(["export", str(filled), str(tmp_path / "out")], no_qt)
    assert status == 1


def test_control_signs_become_marks():
    assert marked("a\x1b[31mb\u202ec\x9b\n") == "a␛[31mb‹202E›c‹009B›␊"
    assert marked("zażółć ไทย 😕") == "zażółć ไทย 😕"


def test_tables_are_aligned_whatever_the_script():
    lines = table_lines(("Name", "n"), [("Ala", 5), ("ที่นี่", 1000), ("界", None)])
    assert lines == ["Name     n", "Ala      5", "ที่นี่    1000", "界       –"]


def cxsurvey(*words, **options):
    code = "import sys; from cxsurvey.__main__ import main; sys.exit(main())"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, env=environment, check=False, **options
    )


def test_the_command_ends_with_its_statuses_and_speaks_utf_8(tmp_path):
    study = tmp_path / "Żółw.cxs"
    done = cxsurvey("new", study, "--title", "Żółw", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["title"] == "Żółw"
    assert cxsurvey("compare", study).returncode == 1
    assert cxsurvey("compare").returncode == 2


def test_a_reader_that_leaves_early_is_no_fault(tmp_path):
    code = """
import subprocess, sys
child = subprocess.Popen(
    [sys.executable, "-c", "import sys; from cxsurvey.__main__ import main; sys.exit(main())", "plan-sample"],
    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
child.stdout.close()
print(child.stderr.read().decode(), child.wait())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]
