"""Holds the rules of the house: who may import whom, and what is used nowhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

# The core, low to high: a module imports only from lower lines, and a package also within itself.
LAYERS = [
    ["progress", "notices", "resources"],
    ["statistics", "pillars", "cohorts", "generation_words", "playbook", "methods"],
    ["study", "survey"],
    ["best_worst", "design", "internal"],
    ["responses"],
    ["duplicates", "answer_formats"],  # the same answers again; which kind of question people answered
    ["reading", "quality", "priorities", "grouping"],
    ["three_ways", "weight_plan"],
    ["weighting"],  # who counts, and how much
    ["consensus", "adequacy", "sensitivity", "bet", "arrival"],
    ["cohort_details"],
    ["comparison", "drivers", "loyalty", "performance"],  # use adequacy's base rules
    ["detail_sentences", "format_sentences"],
    ["plan", "headlines", "drivers_headlines", "performance_headlines"],
    ["project"],
    ["analysis"],  # analyse(project): one step above the value it reads
    ["figures"],  # built from a project and its analysis
    ["storage", "export"],
    ["reader"],  # works in the program's private folder
    ["channels"],  # written as all exports are
    ["cli"],
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtTest"}

# Loading data must never run code; nothing leaves this computer.
CODE_FROM_DATA = {"pickle", "_pickle", "cPickle", "shelve", "marshal", "dill", "joblib", "yaml"}
NETWORK = {
    "urllib", "http", "ssl", "socket", "socketserver", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib",
    "xmlrpc", "requests", "httpx", "aiohttp", "urllib3", "QtNetwork", "QtWebSockets", "QtWebEngineCore",
}  # fmt: skip
OTHER_CHARTS = {"QtCharts", "QtGraphs", "matplotlib", "pyqtgraph", "plotly"}  # GPL, or heavy
THREADS = {"Thread", "QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor", "ThreadPool"}
NOT_IN_THE_WINDOW = {"numpy", "scipy", "openpyxl", "xlsxwriter", "csv", "statistics", "rapidfuzz", "sqlite3"}

# Places of one machine and hosts of registries: the tree must mean the same on every machine.
PRIVATE_PLACES = re.compile(
    r"(?<![\w.)\]}])/(?:work|home|root|opt)/\w|\.\./shared\b"
    r"|\bpypi\.org|pythonhosted\.org|npmjs\.|\bdeb\.debian\.|archive\.ubuntu\.|crates\.io|conda\.anaconda\.",
    re.IGNORECASE,
)
TEXT_SUFFIXES = {
    ".py", ".md", ".toml", ".txt", ".json", ".csv", ".qss", ".ts", ".svg", ".yml", ".sh", ".html", ".R",
}  # fmt: skip
TEXT_NAMES = {"LICENSE", ".gitignore"}


class Import(NamedTuple):
    """One imported module or name, dotted and absolute: ``cxsurvey.pillars.Pillar``."""

    path: Path
    line: int
    name: str
    level: int  # dots of a relative import

    @property
    def top(self) -> str:
        return self.name.partition(".")[0]

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}: {'.' * self.level}{self.name}"


@cache
def trees(folder: str) -> dict[Path, ast.Module]:
    """The syntax trees of a folder's Python files, or of one file."""
    start = ROOT / folder
    paths = sorted(start.rglob("*.py")) if start.is_dir() else [start] if start.exists() else []
    return {path: ast.parse(path.read_bytes(), str(path)) for path in paths}


@cache
def nodes(folder: str) -> list[tuple[Path, ast.AST]]:
    return [(path, node) for path, tree in trees(folder).items() for node in ast.walk(tree)]


@cache
def imports(folder: str) -> list[Import]:
    """Every import of a folder, also those inside functions, for types only, or by a literal name."""
    return [found for path, node in nodes(folder) for found in _imports_of(path, node)]


def _imports_of(path: Path, node: ast.AST) -> Iterator[Import]:
    match node:
        case ast.Import(names=names):
            yield from (Import(path, node.lineno, alias.name, 0) for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            stem = f"{module}." if module else ""
            yield from (Import(path, node.lineno, stem + alias.name, level) for alias in names)
        case ast.Call(
            func=ast.Name(id=called) | ast.Attribute(attr=called), args=[ast.Constant(value=name), *_]
        ):
            if called in {"import_module", "__import__"} and isinstance(name, str):
                yield Import(path, node.lineno, name, 0)


def absolute(folder: str) -> list[Import]:
    return [found for found in imports(folder) if found.level == 0]


def core_module(path: Path) -> str:
    """``statistics`` for ``cxsurvey/statistics/ranks.py``, ``pillars`` for ``cxsurvey/pillars.py``."""
    return path.relative_to(ROOT / "cxsurvey").parts[0].removesuffix(".py")


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{node.lineno}: {ast.unparse(node)}"


def fail_with(sentence: str, found: list) -> None:
    if found:
        pytest.fail("\n  ".join([sentence, *map(str, found)]), pytrace=False)


SHIPPED = ["cxsurvey", "ui"]
OURS = [*SHIPPED, "resources", "tools", "benchmarks", "run.py", "hatch_build.py"]


# --- the core -------------------------------------------------------------------------------------


def test_every_module_of_the_core_has_its_layer():
    modules = {core_module(path) for path in trees("cxsurvey")} - {"__init__", "__main__"}
    fail_with(
        "No layer for these modules of cxsurvey/. Add each to LAYERS in tests/test_architecture.py, "
        "to the line above all that it imports:",
        sorted(modules - LEVEL.keys()),
    )


def test_the_core_imports_only_from_lower_layers():
    wrong = []
    for found in imports("cxsurvey"):
        importer, parts = core_module(found.path), found.name.split(".")
        if parts[0] != "cxsurvey" or len(parts) < 2 or importer == "__main__":
            continue
        imported = parts[1]
        if imported in LEVEL and imported != importer and LEVEL[imported] >= LEVEL.get(importer, -1):
            wrong.append(found)
    fail_with("Imports in cxsurvey/ point to lower lines of LAYERS only; these do not:", wrong)


def test_the_package_itself_imports_nothing():
    fail_with(
        "cxsurvey/__init__.py stays free of imports, so that each part loads alone:",
        [found for found in imports("cxsurvey") if found.path == ROOT / "cxsurvey" / "__init__.py"],
    )


def test_the_core_knows_no_window():
    fail_with(
        "cxsurvey/ works without a screen: no Qt and nothing of ui/ (cxsurvey/__main__.py joins them):",
        [
            found
            for found in imports("cxsurvey")
            if found.top in {"PySide6", "shiboken6", "ui", "PyQt6"} or found.name.startswith("cxsurvey.ui")
        ],
    )


def test_imports_in_the_core_are_absolute():
    fail_with("Imports in cxsurvey/ are absolute:", [found for found in imports("cxsurvey") if found.level])


def test_statistics_knows_arrays_only():
    fail_with(
        "cxsurvey/statistics/ knows no survey, no file and no notice:",
        [
            found
            for found in imports("cxsurvey/statistics")
            if found.top == "cxsurvey" and found.name.split(".")[1] not in {"statistics", "progress"}
        ],
    )


# --- the window -----------------------------------------------------------------------------------


def test_imports_inside_the_window_are_relative():
    fail_with(
        "Imports of ui/ inside ui/ are relative, because the wheel carries it as cxsurvey.ui:",
        [found for found in absolute("ui") if found.top == "ui" or found.name.startswith("cxsurvey.ui")],
    )


def test_relative_imports_stay_inside_the_window():
    fail_with(
        "These relative imports leave ui/; the core is imported as cxsurvey:",
        [found for found in imports("ui") if found.level >= len(found.path.relative_to(ROOT).parts)],
    )


def test_the_window_computes_and_reads_nothing_itself():
    fail_with(
        "ui/ asks the core for numbers and files; it computes no statistic and reads no spreadsheet:",
        [
            found
            for found in absolute("ui")
            if found.top in NOT_IN_THE_WINDOW or found.name.startswith("cxsurvey.statistics")
        ],
    )


def test_only_the_essential_modules_of_qt_are_used():
    used = [found for folder in ("ui", "tests") for found in absolute(folder) if found.top == "PySide6"]
    fail_with(
        f"Of PySide6 only {', '.join(sorted(QT_MODULES))} are installed and used:",
        [found for found in used if not QT_MODULES & set(found.name.split(".")[1:2])],
    )


def test_threads_live_in_one_file():
    def name(node: ast.AST) -> str | None:
        match node:
            case ast.Name(id=used) | ast.Attribute(attr=used) | ast.alias(name=used):
                return used
        return None

    fail_with(
        "Only ui/jobs.py has threads; everything else starts a Job:",
        [
            where(path, node)
            for folder in SHIPPED
            for path, node in nodes(folder)
            if name(node) in THREADS and path != ROOT / "ui" / "jobs.py"
        ],
    )


def test_messages_stand_in_the_page():
    banned = re.compile(r"QMessageBox\.(information|warning|critical|about|aboutQt)$")
    fail_with(
        "Notices stand in the page, not in a box over it:",
        [
            where(path, node)
            for path, node in nodes("ui")
            if isinstance(node, ast.Attribute) and banned.search(ast.unparse(node))
        ],
    )


# --- everywhere -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("banned", "sentence"),
    [
        (CODE_FROM_DATA, "Reading data never runs code; use JSON, SQLite or arrays instead of:"),
        (NETWORK, "Nothing leaves this computer; no module that could speak to another:"),
        (OTHER_CHARTS, "Charts are painted by ui/drawing/, without:"),
    ],
    ids=["code from data", "network", "charts"],
)
def test_some_modules_are_used_nowhere(banned, sentence):
    fail_with(
        sentence,
        [found for part in OURS for found in absolute(part) if banned & set(found.name.split(".")[:2])],
    )


def test_no_text_is_run_as_code():
    def runs_code(node: ast.AST) -> bool:
        match node:
            case ast.Call(func=ast.Name(id="eval" | "exec")):
                return True
            case ast.keyword(arg="allow_pickle", value=ast.Constant(value=True)):
                return True
        return False

    fail_with(
        "No text or data is run as code:",
        [where(path, node) for part in OURS for path, node in nodes(part) if runs_code(node)],
    )


def text_files() -> Iterator[Path]:
    """Our own text files; not the private folders that tools make."""

    def is_text(path: Path) -> bool:
        return path.is_file() and (path.suffix in TEXT_SUFFIXES or path.name in TEXT_NAMES)

    yield from filter(is_text, ROOT.iterdir())
    yield from (path for path in (ROOT / ".ci").glob("*") if path.is_file())
    for folder in ("cxsurvey", "ui", "resources", "tests", "tools", "benchmarks", "docs"):
        yield from filter(is_text, (ROOT / folder).rglob("*"))


def test_no_place_of_one_machine_is_named():
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}"
        for path in text_files()
        if PRIVATE_PLACES.search(text := path.read_text(encoding="utf-8", errors="replace"))
        for number, line in enumerate(text.splitlines(), 1)
        if PRIVATE_PLACES.search(line)
    ]
    fail_with("The tree names no folder of one machine and no registry:", found)
