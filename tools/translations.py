"""Brings the translations up to date with the code: ``python -m tools.translations``.

For English it keeps the plural forms alone ("%n file(s)": "1 file", "3 files"), for every other
``resources/translations/cxsurvey_*.ts`` all texts. What is new in English is filled in by a rule, where the rule can:
look at the change. Then every ``.ts`` is compiled to the ``.qm`` that the program loads. Both are committed.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "cxsurvey_en.ts"
SOURCES = ("ui", "cxsurvey/notices")
_ONE_OR_MORE = re.compile(r"\((e?s)\)")


def main() -> int:
    for ts in sorted({ENGLISH, *FOLDER.glob("cxsurvey_*.ts")}):
        extract(ts)
        if ts == ENGLISH:
            _fill_english(ts)
        compile_ts(ts, ts.with_suffix(".qm"))
    return 0


def extract(ts: Path) -> str:
    """Puts the texts of the code into a ``.ts``, keeping what is translated; gives what the extractor says."""
    language = ts.stem.removeprefix("cxsurvey_")
    files = sorted(str(path.relative_to(ROOT)) for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    plurals = ["-pluralonly"] if language == "en" else []
    return _run(
        "lupdate", "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language,
        *plurals, *files, "-ts", str(ts),
    )  # fmt: skip


def compile_ts(ts: Path, qm: Path) -> None:
    """The ``.qm`` of a ``.ts``, without what is not translated yet."""
    _run("lrelease", "-nounfinished", str(ts), "-qm", str(qm))


def _fill_english(ts: Path) -> None:
    tree = ElementTree.parse(ts)
    for message in tree.iter("message"):
        translation, source = message.find("translation"), message.findtext("source") or ""
        if translation is None or translation.get("type") != "unfinished" or message.get("numerus") != "yes":
            continue
        for form, ending in zip(translation.iter("numerusform"), ("", r"\1"), strict=True):
            form.text = _ONE_OR_MORE.sub(ending, source)
        del translation.attrib["type"]
        print(f"look at: {source}")
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _run(tool: str, *arguments: str) -> str:
    """Runs a tool of PySide6, which stands beside this Python or on the path."""
    beside = Path(sys.executable).parent / f"pyside6-{tool}"
    program = str(beside) if beside.exists() else f"pyside6-{tool}"
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main())
