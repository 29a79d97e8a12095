"""Every word of the window goes through translation and is found by the extractor; counts are plain English."""

import ast
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tools.translations import ENGLISH, ROOT, SOURCES, extract

# Where a call takes words for people: the positions of those arguments.
WORDS = {
    "Label": (0,), "Button": (1,), "IconButton": (2,), "Card": (0, 1), "Field": (0, 2), "Combo": (0,),
    "ChipRow": (0,), "ChoiceChips": (1, 2), "setSpecialValueText": (0,),
    "TableView": (1,), "NumberBox": (0,), "TextBox": (1,), "EmptyState": (2, 3, 4, 5),
    "DropArea": (1, 2, 3, 4), "FigureCard": (1, 2, 3), "NoticeBar": (1, 3), "PlainDialog": (1,), "DetailsPopup": (1, 2),
    "QLabel": (0,), "QPushButton": (0,), "QCheckBox": (0,), "QRadioButton": (0,), "QAction": (0,), "QMenu": (0,),
    "setText": (0,), "setToolTip": (0,), "setAccessibleName": (0,), "setAccessibleDescription": (0,),
    "setWindowTitle": (0,), "setPlaceholderText": (0,), "setInformativeText": (0,), "setSuffix": (0,),
    "set_title": (0,), "set_sentence": (0,), "set_caption": (0,), "set_name": (0,), "set_problem": (0,),
    "begin": (0,), "begin_work": (0,), "addMenu": (0,),
}  # fmt: skip
NAMES = {"cxsurvey"}  # what is called the same in every language


def files():
    return sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))


def calls(path):
    """Each call of a file with the name called and the class it stands in."""
    found = []

    def walk(node, context):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                called = child.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                found.append((child, name, context))
            walk(child, child.name if isinstance(child, ast.ClassDef) else context)

    walk(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def where(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def literal(node):
    """The text of a literal; None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """Context and text of everything the extractor finds."""
    ts = tmp_path_factory.mktemp("ts") / "cxsurvey_xx.ts"
    extract(ts)
    tree = ElementTree.parse(ts)
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context") for message in context.iter("message")
    }  # fmt: skip


def test_the_extractor_finds_every_text(extracted):
    lost = []
    for path in files():
        for node, name, context in calls(path):
            if name == "tr":
                wanted = (context, literal(node.args[0]))
            elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1 and literal(node.args[1]):
                wanted = (literal(node.args[0]), literal(node.args[1]))
            else:
                continue
            if wanted not in extracted:
                lost.append(f"{where(path, node)}: {wanted}")
    assert not lost


def test_no_word_is_shown_that_is_not_translated():
    bare = []
    for path in (path for path in files() if path.is_relative_to(ROOT / "ui")):
        for node, name, _ in calls(path):
            if name == "setText" and len(node.args) > 1:
                continue  # a field of a picture's file
            for position in WORDS.get(name, ()):
                if position < len(node.args) and (words := bare_words(node.args[position])):
                    bare.append(f"{where(path, node)}: {name}({words!r})")
    assert not bare


def bare_words(node):
    """The letters of a literal, an f-string or a conditional of them; "" if it has none of its own."""
    if isinstance(node, ast.IfExp):
        return bare_words(node.body) or bare_words(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return next((words for part in node.values if (words := bare_words(part))), "")
    text = literal(node) or ""
    return text if any(letter.isalpha() for letter in text) and not _is_name(text) else ""


def _is_name(text):
    return all(word in NAMES for word in text.replace("[*]", " ").replace("–", " ").split())


def test_english_has_both_forms_of_every_count(tmp_path):
    fresh = tmp_path / "cxsurvey_en.ts"
    extract(fresh)
    kept = _forms(ENGLISH)
    missing = [text for text in _forms(fresh) if len(kept.get(text, ())) != 2]
    assert not missing, "run python -m tools.translations"
    assert not [form for forms in kept.values() for form in forms if "(s)" in form or not form]


def test_the_window_counts_in_plain_english(qapp):
    from ui.translations import load_translations

    translators = load_translations(qapp)
    try:
        for (context, text), forms in _forms(ENGLISH).items():
            for n, form in zip((1, 3), forms, strict=True):
                assert qapp.translate(context, text, "", n) == form.replace("%n", str(n))
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_a_language_without_words_is_said_in_english(qapp):
    from ui.translations import load_translations

    translators = load_translations(qapp, "fi")
    try:
        assert qapp.translate("StudyShell", "%n pillar(s)", "", 3) == "3 pillars"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        load_locale_of_tests()


def load_locale_of_tests():
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale.system())


def _forms(ts: Path):
    """The plural forms by context and text."""
    tree = ElementTree.parse(ts)
    return {
        (context.findtext("name"), message.findtext("source")): tuple(
            form.text for form in message.iter("numerusform")
            if message.find("translation").get("type") != "unfinished"
        )
        for context in tree.iter("context") for message in context.iter("message") if message.get("numerus") == "yes"
    }  # fmt: skip
