"""Runs verbs as the command does, and keeps what they print."""

import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cxsurvey.cli import main
from cxsurvey.reading.importing import inspect_file, read_file

FRUIT = "Apples, Bananas, Cherries, Dates"


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as JSON, which knows no NaN."""
        return json.loads(self.out, parse_constant=pytest.fail)


class Painter:
    """Stands for the window's painting: leaves a file for each chart and a report."""

    def write_charts(self, figures, folder, words):
        paths = [folder / f"{figure.head.key}.png" for figure in figures]
        for path, figure in zip(paths, figures, strict=True):
            path.write_text(words(figure.head.title))
        return paths

    def write_report(self, project, analysis, path, words):
        path.write_text(project.study.title)


@pytest.fixture(autouse=True)
def read_here(monkeypatch, request):
    """Files are read in this process: one of its own for each would take a second each."""
    if request.node.get_closest_marker("own_process") is None:
        monkeypatch.setattr("cxsurvey.cli.answer_verbs.read_in_child", read_file)
        monkeypatch.setattr("cxsurvey.cli.answer_verbs.inspect_in_child", inspect_file)


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs the command with these words."""
    monkeypatch.setenv("CXSURVEY_DEBUG", "1")
    monkeypatch.setenv("CXSURVEY_HOME", str(tmp_path / "home"))
    painter = Painter()

    def run(*words: object, drawing=painter) -> Ran:
        capsys.readouterr()
        status = main([str(word) for word in words], lambda: SimpleNamespace(
            write_charts=drawing.write_charts, write_report=drawing.write_report
        ))
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return run


@pytest.fixture
def pillars_file(tmp_path):
    """A list of four pillars of one's own."""
    path = tmp_path / "fruit.json"
    path.write_text(json.dumps({"pillars": [
        {"key": "a", "name": "Apples"}, {"key": "b", "name": "Bananas"}, {"key": "c", "name": "Cherries"},
        {"key": "d", "name": "Dates"},
    ]}))  # fmt: skip
    return path


@pytest.fixture
def study(run, pillars_file, tmp_path):
    """A new study of four pillars, with one colleague's view."""
    path = tmp_path / "study.cxs"
    assert run("new", path, "--pillars", pillars_file, "--title", "Fruit", "--asked", "guests").status == 0
    assert run("internal", path, "--name", "Ann", "--ranking", "d,c,b,a").status == 0
    return path


def write_answers(path: Path, n: int = 120, best: int = 1) -> Path:
    """A table of n rankings, most of them Apples first, with the respondents' age; every eighth row is empty."""
    heading = f"Rank these: {best} = most important"
    lines = [",".join(["id", *(f"{heading} [{name}]" for name in FRUIT.split(", ")), "Age"])]
    for number in range(n):
        ranks = ([1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4])[number % 3]
        if best != 1:
            ranks = [5 - rank for rank in ranks]
        cells = ["", "", "", ""] if number % 8 == 7 else ranks
        lines.append(",".join(map(str, [f"r{number}", *cells, 25 + number % 50])))
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def answers(tmp_path):
    """A file of answers."""
    return write_answers(tmp_path / "answers.csv")


@pytest.fixture
def filled(run, study, answers):
    """The study with answers."""
    ran = run("import", study, answers)
    assert ran.status == 0, ran.err
    return study
